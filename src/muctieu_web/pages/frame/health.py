"""`/healthz`: 200 while the database answers, else 503. For the machine that watches; says nothing of the content."""

from __future__ import annotations

from collections.abc import Callable

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse

from muctieu import __version__


def health(request: HttpRequest) -> JsonResponse:
    """`{"ok": true, "version": …}`."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"ok": False, "version": __version__}, status=503)
    return JsonResponse({"ok": True, "version": __version__})


class Health:
    """Answers `/healthz` before hosts and sessions are looked at, and over plain http: a watcher asks by the address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The site's health, or the answer of whatever else was asked for."""
        if request.path != "/healthz":
            return self.get_response(request)
        answer = health(request)
        answer.headers["X-Frame-Options"] = "DENY"
        return answer
