"""Signing out; the rest of a person's own account."""

from __future__ import annotations

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_POST

from muctieu_web.pages.frame.entrance import LEFT


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session. Whoever tries the sample stays out until the browser is closed."""
    logout(request)
    request.session[LEFT] = True
    return HttpResponseRedirect("/account/sign-in/")
