"""All writes, newest first, filtered by person, noun, action and day; or those of one row."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from muctieu_web.pages.boards.views import day_of
from muctieu_web.pages.register.views import asked, page_number
from muctieu_web.queries.history import history_page


@require_safe
def history(request: HttpRequest, noun: str = "", key: str = "") -> HttpResponse:
    """The page of the history."""
    wanted = {name: request.GET.get(name, "")[:200] for name in ("who", "noun", "action")}
    wanted["noun"] = noun or wanted["noun"]
    words = request.GET.get("day", "")
    day = day_of(words, timezone.localdate()) if words else None
    page = history_page(actor=request.actor, day=day, key=key, page=page_number(request), **wanted)
    facts = {"page": page, "wanted": wanted, "day": words, "key": key, "asked": asked(request)}
    return render(request, "history/history.html", facts)
