"""The board page, its wall for a meeting room, and its files."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from muctieu_web.access import Refused
from muctieu_web.pages.boards.sheets import board_csv, board_xlsx
from muctieu_web.pages.frame.words import language
from muctieu_web.queries.board import Wanted, board_page


@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """All targets on a day, as filtered; `?view=wall` for a meeting room."""
    today = timezone.localdate()
    wanted = Wanted(
        *(request.GET.get(name, "") for name in ("group", "organisation", "status", "place", "words", "term"))
    )
    page = board_page(
        actor=request.actor,
        site=request.site,
        as_of=day_of(request.GET.get("on", ""), today),
        today=today,
        wanted=wanted,
    )
    if request.GET.get("format") == "csv":
        return _file(board_csv(page, language()), "text/csv; charset=utf-8", f"bang-diem-{page.as_of}.csv")
    if request.GET.get("format") == "xlsx":
        kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        return _file(board_xlsx(page, language()), kind, f"bang-diem-{page.as_of}.xlsx")
    template = "boards/wall.html" if request.GET.get("view") == "wall" else "boards/board.html"
    asked = request.GET.copy()
    for name in ("format", "view"):
        asked.pop(name, None)
    return render(request, template, {"page": page, "today": today, "asked": asked.urlencode()})


def day_of(words: str, today: date) -> date:
    """The day that is asked for; `Refused` for what is none."""
    if not words:
        return today
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise Refused(
            field="on",
            reason_vi=f"«{words[:20]}» không phải là một ngày; hãy ghi như 2025-06-30.",
            reason_en=f"“{words[:20]}” is not a day; write 2025-06-30.",
        ) from error


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
