"""The table by which a period is filled in: a row an indicator, last figures beside it.

Saved all at once, or told per cell what is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import urlencode

from muctieu.observations import STATUSES
from muctieu.values.period import Period
from muctieu_web.access import Refused
from muctieu_web.actions.enter_figures import Figure, RefusedRows, enter_figures
from muctieu_web.actions.figure_words import value_of
from muctieu_web.actions.figures import marks_of
from muctieu_web.actions.given import Given
from muctieu_web.pages.frame.words import language, say
from muctieu_web.queries import figures, lists

LONGEST = 2000


@dataclass(slots=True)
class Cell:
    """One row of the table with what was typed in it and what is wrong with that."""

    row: figures.EntryRow
    value: str = ""
    status: str = ""
    note: str = ""
    faults: list[Refused] = field(default_factory=list)
    confirmed: bool = False

    @property
    def may_confirm(self) -> bool:
        """Are there but warnings?"""
        return bool(self.faults) and all(one.may_confirm for one in self.faults)

    @property
    def print(self) -> str:
        """What a confirmation of this row is for."""
        return f"{self.value.strip()}|{self.status}"


@dataclass(slots=True)
class Asked:
    """Which table: period, place, organisation, and what holds for all of its figures."""

    period: Period
    place: str
    organisation: str
    known: date
    source: str
    status: str


def entry(request: HttpRequest) -> HttpResponse:
    """The table of a period, or the choice of one where none is chosen."""
    given = Given(dict((request.POST if request.method == "POST" else request.GET).items()), language())
    if not given.text("period") or not given.text("place"):
        return _choose(request, given, ())
    period = given.period("period")
    known = given.day("known") or timezone.localdate()
    status = given.choice("status", STATUSES, "official")
    organisation, source = given.text("organisation"), given.text("source")
    if given.faults or period is None:
        return _choose(request, given, tuple(given.faults))
    wanted = Asked(period, given.text("place"), organisation, known, source, status)
    page = figures.entry_page(actor=request.actor, period=period, place=wanted.place, organisation=organisation)
    cells = [_cell(request, row, status) for row in page.rows]
    if request.method == "POST":
        count = _save(request, wanted, cells)
        if count is not None:
            _say(request, count)
            return HttpResponseRedirect("?" + urlencode({
                "period": str(period), "place": wanted.place, "organisation": organisation, "status": status,
            }))  # fmt: skip
    return _table(request, wanted, page, cells)


def _cell(request: HttpRequest, row: figures.EntryRow, status: str) -> Cell:
    value, note = (request.POST.get(f"{name}-{row.code}", "")[:LONGEST] for name in ("value", "note"))
    cell = Cell(row, value, request.POST.get(f"status-{row.code}", "") or status, note)
    cell.confirmed = request.POST.get(f"confirm-{row.code}") == cell.print
    return cell


def _save(request: HttpRequest, wanted: Asked, cells: list[Cell]) -> int | None:
    """How many figures were recorded; None where some cells are wrong: nothing is written, and each says why."""
    typed = [cell for cell in cells if cell.value.strip()]
    marks = marks_of(cell.value for cell in typed)
    made = []
    for cell in typed:
        given = Given({"status": cell.status}, language())
        value = value_of(given, cell.value.strip(), marks)
        status = given.choice("status", STATUSES, "official")
        cell.faults = [one for one in given.faults if not (one.may_confirm and cell.confirmed)]
        made.append(
            Figure(cell.row.code, wanted.place, wanted.period, value, status, wanted.known, wanted.source, cell.note.strip())
        )  # fmt: skip
    readable = [number for number, cell in enumerate(typed) if all(one.may_confirm for one in cell.faults)]
    confirmed = [at for at, number in enumerate(readable) if typed[number].confirmed]
    doubted = any(cell.faults for cell in typed)
    chosen = [made[number] for number in readable]
    try:  # where a cell is already doubted the others are judged too, so that all is told at once
        fates = enter_figures(actor=request.actor, now=timezone.now(), figures=chosen, confirmed=confirmed, dry=doubted)
    except RefusedRows as refused:
        for at, faults in refused.rows.items():
            typed[readable[at]].faults += faults
        return None
    return None if doubted else sum(fate != "same" for fate in fates)


def _say(request: HttpRequest, count: int) -> None:
    if count:
        messages.success(request, say("Đã ghi {n} số liệu.", "{n} figures were recorded.", n=count))
    else:
        messages.info(request, say("Không có số liệu mới để ghi.", "There was no new figure to record."))


def _choose(request: HttpRequest, given: Given, faults: tuple[Refused, ...]) -> HttpResponse:
    facts = {
        "words": given.words, "faults": {one.field: one for one in reversed(faults)}, "tab": "entry",
        "places": lists.choices("place"), "organisations": lists.choices("organisation"),
        "recent": _recent_periods(timezone.localdate()), "place": request.site.place or "",
    }  # fmt: skip
    return render(request, "register/entry_choose.html", facts, status=422 if faults else 200)


def _recent_periods(today: date) -> list[str]:
    """The year, half, quarter and month that ended last."""
    month = f"{today.year - (today.month == 1):04d}-{(today.month - 2) % 12 + 1:02d}"
    quarter = (today.month - 1) // 3
    quarters = f"{today.year}-Q{quarter}" if quarter else f"{today.year - 1}-Q4"
    half = f"{today.year}-S1" if today.month > 6 else f"{today.year - 1}-S2"
    return [month, quarters, half, str(today.year - 1)]


def _table(request: HttpRequest, wanted: Asked, page: figures.EntryPage, cells: list[Cell]) -> HttpResponse:
    faulty = [cell for cell in cells if cell.faults]
    facts = {
        "wanted": wanted, "page": page, "cells": cells, "faulty": faulty, "tab": "entry",
        "period": str(wanted.period), "year_before": str(wanted.period.same_period_a_year_before()),
    }  # fmt: skip
    return render(request, "register/entry.html", facts, status=422 if faulty else 200)
