"""Who comes in: puts `request.actor`, sends those who must sign in to do so, and signs in whoever tries the sample on this machine."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from muctieu_web.access import actor_of
from muctieu_web.queries.site import site

OPEN = ("/account/", "/language/", "/static/", "/healthz", "/api/", "/admin/")
ANY_MAY_LOOK = ("/", "/targets/", "/indicators/", "/feeds/", "/about/")
LEFT = "left_the_trial"


class Entrance:
    """Sets `request.actor` and `request.site`. A page outside `OPEN` needs an account, unless the site is public."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Lets the request in, or sends it to sign in."""
        if settings.TRY and not request.user.is_authenticated and not request.session.get(LEFT):
            self._sign_in_trial(request)
        request.actor = actor_of(request.user)  # type: ignore[attr-defined]
        if request.path.startswith("/static/") or request.path == "/healthz":
            return self.get_response(request)
        request.site = site()  # type: ignore[attr-defined]
        if not request.actor.is_known and not self._is_open(request):  # type: ignore[attr-defined]
            return HttpResponseRedirect(f"{settings.LOGIN_URL}?{urlencode({'next': request.get_full_path()})}")
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
