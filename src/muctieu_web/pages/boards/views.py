"""The board page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from muctieu_web.queries.board import board_page


def board(request: HttpRequest) -> HttpResponse:
    """All targets on a day."""
    page = board_page(actor=request.actor, as_of=timezone.localdate(), public=request.site.is_public)  # type: ignore[attr-defined]
    return render(request, "boards/board.html", {"page": page})
