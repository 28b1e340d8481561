"""The register and the reports as rows of the API: pages of plain dicts in the wire format, filtered and cut by the database.

Every function gives (rows, how many there are in all); three queries at most, whatever the number of rows. The public gets what
is official. Raises `Forbidden`, `NotThere`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Q, QuerySet

from muctieu.scoreboard.standing import Standing
from muctieu_web.access import Actor, NotThere, Permission, permit
from muctieu_web.boards import board_on
from muctieu_web.queries.site import SiteRow, sees_unofficial
from muctieu_web.store.fields import fold
from muctieu_web.store.models import Claim, Finding, Indicator, Observation, Organisation, Place, Version

Rows = tuple[list[dict[str, Any]], int]


class Cut(NamedTuple):
    """Which rows of all: `offset` from the first, `limit` many."""

    offset: int
    limit: int


@dataclass(frozen=True, slots=True)
class Sought:
    """What of the observations is asked for; empty: all."""

    indicator: str = ""
    place: str = ""
    period: str = ""
    status: str = ""


def plain(value: Decimal | date | None) -> str | None:
    """Decimals in plain digits, days as ISO; None stays."""
    if value is None:
        return None
    return format(value, "f") if isinstance(value, Decimal) else value.isoformat()


def indicators(*, actor: Actor, site: SiteRow, words: str, cut: Cut) -> Rows:
    """Indicators whose name has all the words (accents do not matter)."""
    permit(actor, Permission.LOOK, public=site.is_public)
    return _page(_with_words(Indicator.objects.select_related("organisation"), words), cut, _indicator)


def places(*, actor: Actor, site: SiteRow, words: str, cut: Cut) -> Rows:
    """Places whose name has all the words."""
    permit(actor, Permission.LOOK, public=site.is_public)
    return _page(_with_words(Place.objects.select_related("parent"), words), cut, _place)


def organisations(*, actor: Actor, site: SiteRow, words: str, cut: Cut) -> Rows:
    """Organisations whose name has all the words."""
    permit(actor, Permission.LOOK, public=site.is_public)
    return _page(_with_words(Organisation.objects.select_related("parent"), words), cut, _organisation)


def observations(*, actor: Actor, site: SiteRow, as_of: date, sought: Sought, cut: Cut) -> Rows:
    """Of each indicator, place and period the figure last known by the day, unless it was taken back."""
    permit(actor, Permission.LOOK, public=site.is_public)
    known = Observation.objects.filter(known__lte=as_of)
    if not sees_unofficial(actor):
        known = known.filter(status="official")
    newer = known.filter(
        Q(known__gt=OuterRef("known")) | Q(known=OuterRef("known"), pk__gt=OuterRef("pk")),
        indicator=OuterRef("indicator"), place=OuterRef("place"), first=OuterRef("first"), until=OuterRef("until"),
    )  # fmt: skip
    wanted = {
        "indicator__code": sought.indicator, "place__code": sought.place, "period": sought.period, "status": sought.status,
    }  # fmt: skip
    rows = known.filter(~Exists(newer), withdrawn=False, **{name: value for name, value in wanted.items() if value})
    rows = rows.select_related("indicator", "place", "version__report")
    return _page(rows.defer("version__text", "version__document", "version__targets_read"), cut, _observation)


def targets(*, actor: Actor, site: SiteRow, as_of: date, status: str, cut: Cut) -> Rows:
    """Targets with where each stands on the day."""
    permit(actor, Permission.LOOK, public=site.is_public)
    standings = board_on(as_of, official_only=not sees_unofficial(actor)).standings
    found = [one for one in standings if status in ("", one.status)]
    return [_target(one) for one in found[cut.offset : cut.offset + cut.limit]], len(found)


def reports(*, actor: Actor, words: str, cut: Cut) -> Rows:
    """Reports that are not archived, newest first, each with its newest version."""
    permit(actor, Permission.LOOK_REPORTS)
    newer = Version.objects.filter(report=OuterRef("report"), number__gt=OuterRef("number"))
    rows = Version.objects.filter(~Exists(newer), report__archived=False).select_related("report__place")
    for word in fold(words).split():
        rows = rows.filter(report__folded__contains=word)
    return _page(
        rows.defer("text", "document", "targets_read").order_by("-report__created", "-report_id"), cut, _report
    )


def claims(*, actor: Actor, report: int, number: int, kind: str, cut: Cut) -> Rows:
    """Claims of a version as the machine read them."""
    version = _version(actor, report, number)
    rows = Claim.objects.filter(version=version)
    return _page(rows.filter(kind=kind) if kind else rows, cut, _claim)


def findings(*, actor: Actor, report: int, number: int, severity: str, cut: Cut) -> Rows:
    """Findings of a version, with the message in both languages."""
    version = _version(actor, report, number)
    rows = Finding.objects.filter(version=version)
    return _page(rows.filter(severity=severity) if severity else rows, cut, _finding)


def _version(actor: Actor, report: int, number: int) -> int:
    permit(actor, Permission.LOOK_REPORTS)
    key = Version.objects.filter(report_id=report, number=number).values_list("pk", flat=True).first()
    if key is None:
        raise NotThere(noun_vi="bản báo cáo", noun_en="version of a report", key=f"{report}/{number}")
    return key


def _with_words(rows: QuerySet[Any], words: str) -> QuerySet[Any]:
    for word in fold(words).split():
        rows = rows.filter(folded__contains=word)
    return rows.order_by("code")


def _page(rows: QuerySet[Any], cut: Cut, row_of: Callable[[Any], dict[str, Any]]) -> Rows:
    return [row_of(one) for one in rows[cut.offset : cut.offset + cut.limit]], rows.count()


def _code(row: Any) -> str | None:
    return row.code if row is not None else None


def _indicator(row: Indicator) -> dict[str, Any]:
    return {
        "code": row.code, "name": row.name, "name_en": row.name_en, "unit": row.unit, "direction": row.direction or None,
        "additive": row.additive, "lower": plain(row.lower), "upper": plain(row.upper), "definition": row.definition,
        "official_code": row.official_code, "organisation": _code(row.organisation),
    }  # fmt: skip


def _place(row: Place) -> dict[str, Any]:
    return {
        "code": row.code, "name": row.name, "name_en": row.name_en, "level": row.level, "parent": _code(row.parent),
        "valid_from": plain(row.valid_from), "valid_until": plain(row.valid_until), "weight": plain(row.weight),
    }  # fmt: skip


def _organisation(row: Organisation) -> dict[str, Any]:
    return {"code": row.code, "name": row.name, "name_en": row.name_en, "parent": _code(row.parent)}


def _observation(row: Observation) -> dict[str, Any]:
    return {
        "id": row.pk, "indicator": row.indicator.code, "place": row.place.code, "period": row.period, "value": plain(row.value),
        "unit": row.indicator.unit, "status": row.status, "known": plain(row.known),
        "source": row.source or (row.version.report.title if row.version else ""), "note": row.note,
    }  # fmt: skip


def _target(standing: Standing) -> dict[str, Any]:
    one = standing.target
    return {
        "id": one.id, "indicator": one.indicator, "name": one.name, "place": one.place, "group": one.group,
        "organisation": one.organisation, "unit": one.unit, "comparator": one.comparator, "value": plain(one.value),
        "value_to": plain(one.value_to), "start": one.start, "horizon": one.horizon, "cadence": one.cadence,
        "direction": one.direction, "baseline": plain(one.baseline), "source": one.source, "status": standing.status,
    }  # fmt: skip


def _report(row: Version) -> dict[str, Any]:
    return {
        "id": row.report_id, "title": row.report.title, "place": _code(row.report.place), "period": row.report.period or None,
        "version": row.number, "name": row.name, "sha256": row.sha256, "size": row.size, "state": row.state, "step": row.step,
        "failure": row.failure_vi, "failure_en": row.failure_en, "claims": row.claim_count, "findings": row.finding_count,
    }  # fmt: skip


def _claim(row: Claim) -> dict[str, Any]:
    return {
        "id": row.wire_id, "start": row.start, "end": row.end, "text": row.text, "value": plain(row.value),
        "value_to": plain(row.value_to), "resolution": plain(row.resolution), "unit": row.unit, "per": row.per,
        "comparator": row.comparator, "kind": row.kind, "status": row.status, "period": row.period, "basis": row.basis,
        "indicator": row.indicator, "whole": plain(row.whole), "section": row.section, "footnote": row.footnote,
        "sentence": [row.sentence_start, row.sentence_end],
    }  # fmt: skip


def _finding(row: Finding) -> dict[str, Any]:
    return {**row.wire, "message": row.message_vi, "message_en": row.message_en}
