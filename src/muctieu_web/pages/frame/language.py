"""The language of a request: as chosen with the switch (a cookie), else Vietnamese. And the switch itself."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

COOKIE = "muctieu_language"


class ChosenLanguage:
    """Activates `vi` or `en` for the request; says so in Content-Language."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer in the language."""
        chosen = request.COOKIES.get(COOKIE)
        language = "en" if chosen == "en" else "vi"
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


def safe_back(request: HttpRequest, given: str | None, default: str = "/") -> str:
    """An address to go back to: only one of this site."""
    if given and url_has_allowed_host_and_scheme(given, {request.get_host()}, request.is_secure()):
        return given
    return default


@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Keeps the chosen language for a year and goes back to the page."""
    response = HttpResponseRedirect(safe_back(request, request.POST.get("next")))
    language = "en" if request.POST.get("language") == "en" else "vi"
    response.set_cookie(
        COOKIE, language, max_age=365 * 86400, samesite="Lax", httponly=True, secure=request.is_secure()
    )
    return response
