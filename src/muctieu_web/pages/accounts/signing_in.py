"""Signing in: name and password, then the code of the second factor where the account has one; signing out; the link of a new account."""

from __future__ import annotations

import time
from typing import Any

from django.contrib import messages
from django.contrib.auth import get_user_model, login, logout
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from muctieu_web.access import Refused
from muctieu_web.actions.passwords import person_of_link, set_password
from muctieu_web.actions.second_factor import pass_second_factor
from muctieu_web.pages.accounts.first import BACKEND, may_be_first
from muctieu_web.pages.frame.entrance import LEFT
from muctieu_web.pages.frame.language import safe_back
from muctieu_web.pages.frame.words import language, say, say_later
from muctieu_web.queries.people import asks_second_factor

HALF_WAY = "half_signed_in"
PATIENCE = 300  # seconds between password and code


class SignInForm(AuthenticationForm):
    """Django's form with sentences in both languages; the wrong name and the wrong password are told alike."""

    error_messages = {  # noqa: RUF012
        "invalid_login": say_later(
            "Tên đăng nhập hoặc mật khẩu không đúng; mật khẩu phân biệt chữ hoa, chữ thường.",
            "The account name or the password is wrong; capital letters matter in the password.",
        ),
        "inactive": say_later("Tài khoản này đã đóng.", "This account is closed."),
    }


@method_decorator(never_cache, name="dispatch")
class SignIn(LoginView):
    """The page of name and password."""

    template_name = "accounts/sign_in.html"
    form_class = SignInForm
    redirect_authenticated_user = True

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The form; on a site without accounts, visited from the machine itself, the first account's."""
        if may_be_first(request):
            return HttpResponseRedirect("/account/first/")
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **facts: Any) -> dict[str, Any]:
        """Without the host's name, which Django would put for the site's."""
        given = super().get_context_data(**facts)
        return {name: value for name, value in given.items() if name not in ("site", "site_name")}

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Signs in, or asks for the code."""
        user = form.get_user()
        if not asks_second_factor(user.pk):
            return super().form_valid(form)
        self.request.session.cycle_key()
        self.request.session[HALF_WAY] = [user.pk, user.get_session_auth_hash(), time.time(), self.get_success_url()]
        return HttpResponseRedirect("/account/sign-in/code/")


@never_cache
@require_http_methods(["GET", "POST"])
def code(request: HttpRequest) -> HttpResponse:
    """The second step: a code of the app, or a recovery code; five minutes after the password at most."""
    person_id, sign, since, target = request.session.get(HALF_WAY) or (None, "", 0.0, "/")
    user = get_user_model().objects.filter(pk=person_id, is_active=True).first()
    if user is None or user.get_session_auth_hash() != sign or time.time() - since > PATIENCE:
        request.session.pop(HALF_WAY, None)
        return HttpResponseRedirect("/account/sign-in/")
    error = ""
    if request.method == "POST":
        try:
            pass_second_factor(person_id=user.pk, code=request.POST.get("code", ""))
        except Refused as refusal:
            error = refusal.sentence(language())
        else:
            login(request, user, backend=BACKEND)
            request.session.pop(HALF_WAY, None)
            return HttpResponseRedirect(safe_back(request, target))
    return render(request, "accounts/code.html", {"error": error}, status=400 if error else 200)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session. Whoever tries the sample stays out until the browser is closed."""
    logout(request)
    request.session[LEFT] = True
    return HttpResponseRedirect("/account/sign-in/")


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def set_by_link(request: HttpRequest, key: str, token: str) -> HttpResponse:
    """The page that a new account's link leads to."""
    username, errors = person_of_link(key=key, token=token), {}
    if request.method == "POST":
        new, again = request.POST.get("password", ""), request.POST.get("again", "")
        try:
            check_again(new, again)
            set_password(key=key, token=token, now=timezone.now(), password=new)
        except Refused as refusal:
            errors = {refusal.field: refusal.sentence(language())}
        else:
            messages.success(request, say("Đã đặt mật khẩu; hãy đăng nhập.", "The password is set; sign in."))
            return HttpResponseRedirect("/account/sign-in/")
    shown = {"username": username, "errors": errors}
    return render(request, "accounts/set_password.html", shown, status=400 if errors else 200)


def check_again(new: str, again: str) -> None:
    """Raises `Refused` where the password was not typed the same twice."""
    if new != again:
        raise Refused(
            field="again", reason_vi="Hai lần nhập mật khẩu không giống nhau.", reason_en="The two passwords differ."
        )
