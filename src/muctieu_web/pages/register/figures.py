"""Figures: their list, one figure with its revisions, entering a new one or a revision, taking one back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from muctieu_web.access import Refused
from muctieu_web.actions.enter_figures import RefusedRows, enter_figures, withdraw_figure
from muctieu_web.actions.figure_words import figure_of
from muctieu_web.actions.given import RefusedFields
from muctieu_web.pages.frame.words import language, say
from muctieu_web.pages.register.fields import plain
from muctieu_web.pages.register.views import asked, page_number
from muctieu_web.queries import figures, lists

FIELDS = ("indicator", "place", "period", "value", "status", "known", "source", "note", "reason")


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """All figures ever entered, the newest first, as filtered."""
    wanted = {name: request.GET.get(name, "")[:100] for name in ("words", "place", "period", "status")}
    page = figures.figures_page(actor=request.actor, page=page_number(request), **wanted)
    facts = {
        "page": page, "wanted": wanted, "tab": "observations", "asked": asked(request), "places": lists.choices("place")
    }  # fmt: skip
    return render(request, "register/observations.html", facts)


def new(request: HttpRequest) -> HttpResponse:
    """The form of a figure."""
    if request.method != "POST":
        words = {**{name: request.GET.get(name, "") for name in FIELDS}, "known": timezone.localdate().isoformat()}
        return _form(request, words, ())
    return _enter(request, None, {name: request.POST.get(name, "") for name in FIELDS})


def one(request: HttpRequest, key: int) -> HttpResponse:
    """One figure with its revisions; a POST revises it."""
    page = figures.figure_page(actor=request.actor, observation_id=key)
    now = page.stands or page.figure
    fixed = {"indicator": now.indicator_code, "place": now.place_code, "period": now.period}
    if request.method == "POST":
        return _enter(request, page, {**{name: request.POST.get(name, "") for name in FIELDS}, **fixed})
    words = {**fixed, "value": plain(now.value), "status": now.status, "known": timezone.localdate().isoformat()}
    return _form(request, words, (), page)


@require_POST
def withdraw(request: HttpRequest, key: int) -> HttpResponse:
    """Takes a figure back from today on; its rows stay."""
    try:
        reason = request.POST.get("reason", "")
        withdraw_figure(actor=request.actor, now=timezone.now(), observation_id=key, reason=reason)
        messages.success(
            request, say("Đã rút số liệu; lịch sử của nó vẫn còn.", "The figure was taken back; its history stays.")
        )
    except Refused as refused:
        messages.error(request, refused.sentence(language()))
    return HttpResponseRedirect(f"/register/observations/{key}/")


def _enter(request: HttpRequest, page: figures.FigurePage | None, words: Mapping[str, str]) -> HttpResponse:
    """What was typed stays on the page until it is accepted. A confirmation holds for the very words that it was given for."""
    confirmed = request.POST.get("confirmed") == _print(words)
    try:
        figure = figure_of(words, language(), timezone.localdate(), confirmed=confirmed, is_revision=page is not None)
        fates = enter_figures(
            actor=request.actor, now=timezone.now(), figures=[figure], confirmed=[0] if confirmed else []
        )
    except RefusedFields as refused:
        return _form(request, words, refused.faults, page)
    except RefusedRows as refused:
        return _form(request, words, refused.rows[0], page)
    if fates == ["same"]:
        messages.info(request, say("Sổ đã có đúng số này.", "The register has this very figure already."))
    else:
        messages.success(request, say("Đã ghi số liệu.", "The figure was recorded."))
    return HttpResponseRedirect(f"/register/observations/?words={figure.indicator}&place={figure.place}")


def _print(words: Mapping[str, str]) -> str:
    return "|".join(words.get(name, "").strip() for name in FIELDS[:6])


def _form(
    request: HttpRequest, words: Mapping[str, Any], faults: tuple[Refused, ...], page: figures.FigurePage | None = None
) -> HttpResponse:
    facts = {
        "words": words, "faults": {one.field: one for one in reversed(faults)}, "all_faults": faults, "page": page,
        "tab": "observations", "print": _print(words), "may_confirm": bool(faults) and all(one.may_confirm for one in faults),
        "indicators": () if page else lists.choices("indicator"), "places": () if page else lists.choices("place"),
    }  # fmt: skip
    return render(request, "register/figure.html", facts, status=422 if faults else 200)
