"""Mergers, splits, transfers, renamings of places: their list, entering one, taking one out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from muctieu_web.access import Permission, Refused, permit
from muctieu_web.actions.given import RefusedFields
from muctieu_web.actions.keep_event import keep_event, remove_event
from muctieu_web.pages.frame.words import language, say
from muctieu_web.queries import lists, places

WORDS = ("kind", "date", "act", "note", "from", "name", "unit_kind")
PART = ("from", "to", "share_population", "share_households", "share_area")
LINES = 8


def events(request: HttpRequest) -> HttpResponse:
    """All events, and the form of a new one."""
    if request.method != "POST":
        return _page(request, dict(request.GET.items()), [], ())
    words = {name: request.POST.get(name, "") for name in WORDS}
    parts = [{name: request.POST.get(f"{name}-{number}", "") for name in PART} for number in range(LINES)]
    try:
        keep_event(actor=request.actor, now=timezone.now(), words=words, parts=parts, language=language())
    except RefusedFields as refused:
        return _page(request, words, parts, refused.faults)
    messages.success(request, say("Đã ghi sự kiện.", "The event was recorded."))
    return HttpResponseRedirect("/register/events/")


@require_POST
def remove(request: HttpRequest, key: int) -> HttpResponse:
    """Takes an event out that was entered wrongly."""
    try:
        remove_event(actor=request.actor, now=timezone.now(), event_id=key, reason=request.POST.get("reason", ""))
        messages.success(request, say("Đã xóa sự kiện.", "The event was removed."))
    except Refused as refused:
        messages.error(request, refused.sentence(language()))
    return HttpResponseRedirect("/register/events/")


def _page(
    request: HttpRequest, words: Mapping[str, str], parts: list[dict[str, str]], faults: tuple[Refused, ...]
) -> HttpResponse:
    permit(request.actor, Permission.LOOK)
    wrong = {one.field: one for one in reversed(faults)}
    blank: list[dict[str, Any]] = [{} for _ in range(LINES)]
    lines = [
        {"number": number, **part, "faults": [wrong[name] for name in (f"{one}-{number}" for one in PART) if name in wrong]}
        for number, part in enumerate(parts or blank)
    ]  # fmt: skip
    facts = {
        "events": places.every_event(actor=request.actor), "words": words, "lines": lines, "faults": faults, "wrong": wrong,
        "places": lists.choices("place"), "tab": "places",
    }  # fmt: skip
    return render(request, "register/events.html", facts, status=422 if faults else 200)
