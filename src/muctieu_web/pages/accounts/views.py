"""A person's own account: name, password, second factor, tokens of the API."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import segno
from django.contrib import messages
from django.contrib.auth import get_user_model, update_session_auth_hash
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from muctieu_web.access import Refused
from muctieu_web.actions import second_factor
from muctieu_web.actions.own_account import change_own_name
from muctieu_web.actions.passwords import change_password
from muctieu_web.actions.tokens import make_token, revoke_token
from muctieu_web.pages.accounts.signing_in import check_again
from muctieu_web.pages.frame.entrance import needs_account
from muctieu_web.pages.frame.words import language, say
from muctieu_web.queries.people import own_account

DAYS = (30, 90, 365)
HERE = "/account/"


def _page(request: HttpRequest, *, status: int = 200, **more: Any) -> HttpResponse:
    account = own_account(actor=request.actor, now=timezone.now())
    return render(request, "accounts/account.html", {"account": account, "days": DAYS, **more}, status=status)


def _try(request: HttpRequest, part: str, write: Callable[[], object], done: str) -> HttpResponse:
    """Writes and goes back to the page, or shows it with the refusal beside its field."""
    try:
        write()
    except Refused as refusal:
        return _page(request, status=400, errors={f"{part}_{refusal.field}": refusal.sentence(language())})
    messages.success(request, done)
    return HttpResponseRedirect(HERE)


@never_cache
@require_safe
@needs_account
def account(request: HttpRequest) -> HttpResponse:
    """The page."""
    return _page(request)


@require_POST
@needs_account
def name(request: HttpRequest) -> HttpResponse:
    """Changes the name that others see."""

    def write() -> None:
        change_own_name(actor=request.actor, now=timezone.now(), full_name=request.POST.get("full_name", ""))

    return _try(request, "name", write, say("Đã đổi tên.", "The name was changed."))


@require_POST
@sensitive_post_parameters()
@needs_account
def password(request: HttpRequest) -> HttpResponse:
    """Changes the password; other sessions of the account end."""
    new = request.POST.get("password", "")

    def write() -> None:
        check_again(new, request.POST.get("again", ""))
        change_password(actor=request.actor, now=timezone.now(), old=request.POST.get("old", ""), new=new)
        update_session_auth_hash(request, get_user_model().objects.get(pk=request.actor.id))

    return _try(request, "password", write, say("Đã đổi mật khẩu.", "The password was changed."))


@never_cache
@require_http_methods(["GET", "POST"])
@needs_account
def factor(request: HttpRequest) -> HttpResponse:
    """Switches the second factor on: a picture for the app, then its first code; then the recovery codes, once."""
    try:
        address = second_factor.begin_second_factor(actor=request.actor)
    except Refused as refusal:
        messages.info(request, refusal.sentence(language()))
        return HttpResponseRedirect(HERE)
    error = ""
    if request.method == "POST":
        try:
            codes = second_factor.confirm_second_factor(
                actor=request.actor, now=timezone.now(), code=request.POST.get("code", "")
            )
            return render(request, "accounts/codes.html", {"codes": codes})
        except Refused as refusal:
            error = refusal.sentence(language())
    picture = segno.make(address).svg_inline(scale=4, border=3, dark="#000", light="#fff", svgclass="qr", lineclass="")
    key = address.partition("secret=")[2].partition("&")[0]
    shown = {"picture": mark_safe(picture), "key": key, "error": error}
    return render(request, "accounts/factor.html", shown, status=400 if error else 200)


@never_cache
@require_POST
@needs_account
def codes(request: HttpRequest) -> HttpResponse:
    """New recovery codes."""
    try:
        fresh = second_factor.renew_codes(
            actor=request.actor, now=timezone.now(), password=request.POST.get("password", "")
        )
    except Refused as refusal:
        return _page(request, status=400, errors={f"factor_{refusal.field}": refusal.sentence(language())})
    return render(request, "accounts/codes.html", {"codes": fresh})


@require_POST
@needs_account
def factor_off(request: HttpRequest) -> HttpResponse:
    """Switches the second factor off."""

    def write() -> None:
        second_factor.switch_off_second_factor(
            actor=request.actor, now=timezone.now(), password=request.POST.get("password", "")
        )

    return _try(request, "factor", write, say("Đã tắt xác thực hai bước.", "Two-step sign-in is off."))


@never_cache
@require_POST
@needs_account
def add_token(request: HttpRequest) -> HttpResponse:
    """Makes a token and shows it, once."""
    days = request.POST.get("days", "")
    try:
        _, secret = make_token(
            actor=request.actor,
            now=timezone.now(),
            name=request.POST.get("name", ""),
            may_write=request.POST.get("scope") == "write",
            days=int(days) if days.isascii() and days.isdigit() and len(days) < 6 else 0,
        )
    except Refused as refusal:
        return _page(request, status=400, errors={f"token_{refusal.field}": refusal.sentence(language())})
    return _page(request, secret=secret)


@require_POST
@needs_account
def end_token(request: HttpRequest, key: int) -> HttpResponse:
    """Revokes a token."""
    revoke_token(actor=request.actor, now=timezone.now(), token_id=key)
    messages.success(request, say("Đã thu hồi khóa API.", "The token was revoked."))
    return HttpResponseRedirect(f"{HERE}#tokens")
