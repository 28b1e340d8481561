"""What programs read: the register as of a day, the board, reports with their claims and findings. Nothing is written here."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Query

from muctieu_web.access import Actor
from muctieu_web.api.door import api
from muctieu_web.api.rows import (
    ClaimRow,
    CutIn,
    Day,
    Error,
    FigureStatus,
    FindingRow,
    IndicatorCode,
    IndicatorRow,
    Kind,
    ObservationRow,
    OrganisationRow,
    Page,
    PeriodWords,
    PlaceCode,
    PlaceRow,
    ReportKey,
    ReportRow,
    Severity,
    Sought,
    StandingWords,
    TargetRow,
    VersionNumber,
)
from muctieu_web.queries import open_rows
from muctieu_web.queries.feeds import FEEDS

ERRORS = {400: Error, 401: Error, 403: Error, 404: Error, 422: Error}


def _cut(given: CutIn) -> open_rows.Cut:
    return open_rows.Cut(given.offset, given.limit)


def _page(rows: open_rows.Rows, given: CutIn) -> dict[str, Any]:
    items, total = rows
    after = given.offset + len(items)
    return {
        "items": items, "total": total, "offset": given.offset, "limit": given.limit,
        "next": after if items and after < total else None,
    }  # fmt: skip


def _who(request: HttpRequest) -> dict[str, Any]:
    return {"actor": _actor(request), "site": request.site}  # type: ignore[attr-defined]


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.auth.actor  # type: ignore[attr-defined]
    return actor


@api.get("/indicators", response={200: Page[IndicatorRow], **ERRORS}, tags=["register"], summary="List indicators")
def indicators(request: HttpRequest, cut: Query[CutIn], words: Sought = "") -> Any:
    """Indicators; `words` are looked for without accents."""
    return _page(open_rows.indicators(**_who(request), words=words, cut=_cut(cut)), cut)


@api.get("/places", response={200: Page[PlaceRow], **ERRORS}, tags=["register"], summary="List places")
def places(request: HttpRequest, cut: Query[CutIn], words: Sought = "") -> Any:
    """Places, those that are no more too."""
    return _page(open_rows.places(**_who(request), words=words, cut=_cut(cut)), cut)


@api.get(
    "/organisations", response={200: Page[OrganisationRow], **ERRORS}, tags=["register"], summary="List organisations"
)
def organisations(request: HttpRequest, cut: Query[CutIn], words: Sought = "") -> Any:
    """Bodies that answer for indicators and targets; `words` are looked for without accents."""
    return _page(open_rows.organisations(**_who(request), words=words, cut=_cut(cut)), cut)


@api.get(
    "/observations", response={200: Page[ObservationRow], **ERRORS}, tags=["register"], summary="List figures of a day"
)
def observations(
    request: HttpRequest, cut: Query[CutIn], on: Day = None, indicator: IndicatorCode = "", place: PlaceCode = "",
    period: PeriodWords = "", status: FigureStatus = "",
) -> Any:  # fmt: skip
    """Figures as they were known `on` a day (today), by codes of indicator and place, period and status."""
    asked = open_rows.Sought(indicator, place, period, status)
    rows = open_rows.observations(**_who(request), as_of=on or timezone.localdate(), sought=asked, cut=_cut(cut))
    return _page(rows, cut)


@api.get(
    "/targets", response={200: Page[TargetRow], **ERRORS}, tags=["board"], summary="List targets and where they stand"
)
def targets(request: HttpRequest, cut: Query[CutIn], on: Day = None, status: StandingWords = "") -> Any:
    """Targets and where each stands `on` a day (today)."""
    rows = open_rows.targets(**_who(request), as_of=on or timezone.localdate(), status=status, cut=_cut(cut))
    return _page(rows, cut)


@api.get("/board", response={200: dict[str, Any], **ERRORS}, tags=["board"], summary="The board of a day")
def board(request: HttpRequest, on: Day = None) -> Any:
    """The whole board of a day, as `muctieu board --format json` writes it."""
    made = FEEDS["board.json"](**_who(request), as_of=on or timezone.localdate(), language="vi")
    return json.loads(made)


@api.get("/reports", response={200: Page[ReportRow], **ERRORS}, tags=["reports"], summary="List reports")
def reports(request: HttpRequest, cut: Query[CutIn], words: Sought = "") -> Any:
    """Reports, the newest first."""
    return _page(open_rows.reports(actor=_actor(request), words=words, cut=_cut(cut)), cut)


@api.get(
    "/reports/{report}/versions/{number}/claims",
    response={200: Page[ClaimRow], **ERRORS},
    tags=["reports"],
    summary="List the claims of a version",
)
def claims(request: HttpRequest, report: ReportKey, number: VersionNumber, cut: Query[CutIn], kind: Kind = "") -> Any:
    """The claims of one version."""
    rows = open_rows.claims(actor=_actor(request), report=report, number=number, kind=kind, cut=_cut(cut))
    return _page(rows, cut)


@api.get(
    "/reports/{report}/versions/{number}/findings",
    response={200: Page[FindingRow], **ERRORS},
    tags=["reports"],
    summary="List the findings of a version",
)
def findings(
    request: HttpRequest,
    report: ReportKey,
    number: VersionNumber,
    cut: Query[CutIn],
    severity: Severity = "",
) -> Any:
    """The findings of one version."""
    rows = open_rows.findings(actor=_actor(request), report=report, number=number, severity=severity, cut=_cut(cut))
    return _page(rows, cut)
