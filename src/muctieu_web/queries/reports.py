"""Reports as lists show them, a version as its pages need it, and the original file: frozen rows, a fixed number of queries each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Subquery

from muctieu_web.access import Actor, NotThere, Permission, permit
from muctieu_web.store.fields import fold
from muctieu_web.store.models import Place, Report, Version

A_PAGE = 30
_HEAVY = ("text", "document", "targets_read")


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report with its newest version's state."""

    id: int
    title: str
    place: str
    period: str
    archived: bool
    versions: int
    state: str
    claims: int
    findings: int
    uploaded: datetime
    person: str


@dataclass(frozen=True, slots=True)
class ReportList:
    """One page of reports; `more` where another follows. `archived` counts those that the list leaves out."""

    rows: tuple[ReportRow, ...]
    page: int
    more: bool
    archived: int


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version with what its report says; `stamp` grows whenever it looks different. `newest` is the report's last number."""

    id: int
    report: int
    number: int
    newest: int
    title: str
    place: str
    place_code: str
    period: str
    archived: bool
    name: str
    size: int
    sha256: str
    uploaded: datetime
    person: str
    state: str
    step: int
    failure_vi: str
    failure_en: str
    reader: str
    claims: int
    findings: int
    held: int
    stamp: int


@dataclass(frozen=True, slots=True)
class KeptFile:
    """The original: where it is kept, and what it was called."""

    path: str
    name: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place to choose."""

    code: str
    name: str


def report_list(*, actor: Actor, words: str = "", archived: bool = False, page: int = 1) -> ReportList:
    """Reports whose title has all the words (accents do not matter), newest first."""
    permit(actor, Permission.LOOK_REPORTS)
    reports = Report.objects.filter(archived=archived)
    for word in fold(words).split():
        reports = reports.filter(folded__contains=word)
    newest = Version.objects.filter(report=OuterRef("pk")).order_by("-number")
    first = (max(page, 1) - 1) * A_PAGE
    found = list(
        reports.select_related("place").annotate(last=Subquery(newest.values("pk")[:1]))[first : first + A_PAGE + 1]
    )
    versions = Version.objects.defer(*_HEAVY).select_related("person").in_bulk([row.last for row in found])
    rows = tuple(_report_row(row, versions[row.last]) for row in found[:A_PAGE] if row.last in versions)
    return ReportList(rows, max(page, 1), len(found) > A_PAGE, Report.objects.filter(archived=True).count())


def newest_number(*, actor: Actor, report: int) -> int:
    """The number of the report's newest version."""
    permit(actor, Permission.LOOK_REPORTS)
    number = Version.objects.filter(report_id=report).order_by("-number").values_list("number", flat=True).first()
    if number is None:
        raise NotThere(noun_vi="báo cáo", noun_en="report", key=report)
    return number


def version_row(*, actor: Actor, report: int, number: int) -> VersionRow:
    """One version; one query."""
    permit(actor, Permission.LOOK_REPORTS)
    last = Version.objects.filter(report=OuterRef("report")).order_by("-number").values("number")[:1]
    rows = Version.objects.defer(*_HEAVY).select_related("report__place", "person").annotate(newest=Subquery(last))
    row = rows.filter(report_id=report, number=number).first()
    if row is None:
        raise NotThere(noun_vi="bản báo cáo", noun_en="version of a report", key=f"{report}/{number}")
    return _version_row(row, row.newest)


def versions_of(*, actor: Actor, report: int) -> Sequence[VersionRow]:
    """All versions of a report, newest first; one query."""
    permit(actor, Permission.LOOK_REPORTS)
    rows = list(Version.objects.defer(*_HEAVY).select_related("report__place", "person").filter(report_id=report))
    if not rows:
        raise NotThere(noun_vi="báo cáo", noun_en="report", key=report)
    return [_version_row(row, rows[0].number) for row in rows]


def kept_file(*, actor: Actor, report: int, number: int) -> KeptFile:
    """The original file of a version."""
    permit(actor, Permission.LOOK_REPORTS)
    row = Version.objects.only("file", "name").filter(report_id=report, number=number).first()
    if row is None:
        raise NotThere(noun_vi="bản báo cáo", noun_en="version of a report", key=f"{report}/{number}")
    return KeptFile(row.file.path, row.name)


def places() -> Sequence[PlaceRow]:
    """The places that a report or a figure can be of; one query."""
    return [PlaceRow(code, name) for code, name in Place.objects.values_list("code", "name")]


def _report_row(report: Report, version: Version) -> ReportRow:
    return ReportRow(
        report.pk, report.title, report.place.name if report.place else "", report.period, report.archived, version.number,
        version.state, version.claim_count, version.finding_count, version.uploaded, _who(version),
    )  # fmt: skip


def _version_row(row: Version, newest: int) -> VersionRow:
    report = row.report
    return VersionRow(
        row.pk, report.pk, row.number, newest, report.title, report.place.name if report.place else "",
        report.place.code if report.place else "", report.period, report.archived, row.name, row.size, row.sha256, row.uploaded,
        _who(row), row.state, row.step, row.failure_vi, row.failure_en, row.reader, row.claim_count, row.finding_count, row.held,
        row.stamp,
    )  # fmt: skip


def _who(version: Version) -> str:
    return str(version.person) if version.person else "Muctieu"
