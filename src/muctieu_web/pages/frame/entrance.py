"""Who comes in: puts `request.actor`, sends those who must sign in to do so, and signs in whoever tries the sample on this machine."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from muctieu_web.access import actor_of
from muctieu_web.queries.site import site

OPEN = ("/account/", "/language/", "/static/", "/healthz", "/api/", "/admin/")
ANY_MAY_LOOK = ("/", "/targets/", "/indicators/", "/feeds/", "/about/")
LEFT = "left_the_trial"


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect(f"{settings.LOGIN_URL}?{urlencode({'next': request.get_full_path()})}")


def needs_account(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For views below an address of `OPEN`: who is not signed in is sent to do so."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return view(request, *args, **kwargs) if request.actor.is_known else _to_sign_in(request)  # type: ignore[attr-defined]

    return guarded


class Entrance:
    """Sets `request.actor` and `request.site`. A page outside `OPEN` needs an account, unless the site is public."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Lets the request in, or sends it to sign in."""
        if (
            settings.TRY
            and not request.path.startswith("/api/")
            and not request.user.is_authenticated
            and not request.session.get(LEFT)
        ):
            self._sign_in_trial(request)
        request.actor = actor_of(request.user)  # type: ignore[attr-defined]
        if request.path.startswith("/static/") or request.path == "/healthz":
            return self.get_response(request)
        request.site = site()  # type: ignore[attr-defined]
        if not request.actor.is_known and not self._is_open(request):  # type: ignore[attr-defined]
            return _to_sign_in(request)
        return self.get_response(request)

    @staticmethod
    def _is_open(request: HttpRequest) -> bool:
        path = request.path
        if path.startswith(OPEN):
            return True
        looked_at = path == "/" or path.startswith(tuple(one for one in ANY_MAY_LOOK if one != "/"))
        return looked_at and request.site.is_public  # type: ignore[attr-defined]

    @staticmethod
    def _sign_in_trial(request: HttpRequest) -> None:
        """The trial's own account, on a machine that answers to itself alone (see `settings/checks.py`)."""
        trial = get_user_model().objects.filter(username="dung-thu", is_active=True).first()
        if trial is not None:
            login(request, trial, backend="django.contrib.auth.backends.ModelBackend")
