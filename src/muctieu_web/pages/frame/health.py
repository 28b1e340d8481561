"""`/healthz`: 200 while the database answers, else 503. For the machine that watches; says nothing of the content."""

from __future__ import annotations

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse

from muctieu import __version__


def health(request: HttpRequest) -> JsonResponse:
    """`{"ok": true, "version": …}`."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"ok": False, "version": __version__}, status=503)
    return JsonResponse({"ok": True, "version": __version__})
