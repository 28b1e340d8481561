"""The reader page of a version: the report as it reads, its figures and findings; while it is being read, how far that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from muctieu.claims.wording import KINDS, STATUSES, kind_words, value_words
from muctieu.claims.wording import status_words as claim_status_words
from muctieu.document.document import Section
from muctieu.marked.blocks import slug
from muctieu.targets.wording import verdict_words
from muctieu_web.actions.keep_report import read_again
from muctieu_web.pages.frame.words import language
from muctieu_web.pages.reports.marks import text_of
from muctieu_web.queries.carried import left_behind
from muctieu_web.queries.reader import ClaimRow, Marked, marked, reading
from muctieu_web.queries.report_targets import report_targets
from muctieu_web.queries.reports import VersionRow, version_row


class Choice(NamedTuple):
    """One value of a filter: its words, how many there are, whether it is chosen."""

    value: str
    words: str
    count: int
    chosen: bool


class Branch(NamedTuple):
    """One section of the tree: how deep it is, how many figures and open findings it and those within it hold."""

    depth: int
    anchor: str
    path: str
    title: str
    claims: int
    findings: int


class Listed(NamedTuple):
    """A figure that the filter lets through."""

    row: ClaimRow
    value: str
    kind: str


@require_safe
def reader(request: HttpRequest, report: int, number: int) -> HttpResponse:
    """The report, or how far its reading is, or why it failed."""
    version = version_row(actor=request.actor, report=report, number=number)
    if version.state != "read":
        return render(request, "reports/progress.html", {"version": version, "failure": _failure(version)})
    all_of_it = marked(actor=request.actor, version=version.id)
    text = text_of(
        version.id, version.stamp, language(), all_of_it,
        lambda: reading(actor=request.actor, version=version.id, claims=all_of_it.claims),
    )  # fmt: skip
    left = left_behind(actor=request.actor, report=report, version=version.id, number=number)
    facts = {"version": version, "left": left, **_facts(request, all_of_it, text)}
    return render(request, "reports/reader.html", facts)


@require_safe
def targets(request: HttpRequest, report: int, number: int) -> HttpResponse:
    """The targets that the report sets or speaks of, with the results that it gives itself."""
    version = version_row(actor=request.actor, report=report, number=number)
    tongue = language()
    rows = [
        (row, verdict_words(row.stated, tongue), verdict_words(row.computed, tongue))
        for row in report_targets(actor=request.actor, version=version.id)
    ]
    return render(request, "reports/targets.html", {"version": version, "rows": rows})


@require_safe
def progress(request: HttpRequest, report: int, number: int) -> HttpResponse:
    """How far the reading is, for the page to ask every second; tells the page to load anew once it is over."""
    version = version_row(actor=request.actor, report=report, number=number)
    response = render(request, "reports/progress_bar.html", {"version": version})
    if version.state in ("read", "failed"):
        response.headers["HX-Refresh"] = "true"
    return response


@require_POST
def again(request: HttpRequest, report: int, number: int) -> HttpResponse:
    """Reads the version again."""
    version = version_row(actor=request.actor, report=report, number=number)
    read_again(actor=request.actor, now=timezone.now(), version=version.id)
    return redirect("reader", report, number)


def _failure(version: VersionRow) -> str:
    """Why it failed, in the request's language; empty where it did not."""
    if version.state != "failed":
        return ""
    return version.failure_en if language() == "en" else version.failure_vi


def _facts(request: HttpRequest, all_of_it: Marked, text: Any) -> dict[str, Any]:
    counts = all_of_it.counts()
    kind = _one_of(request.GET.get("kind"), KINDS)
    status = _one_of(request.GET.get("status"), STATUSES)
    only = _one_of(request.GET.get("only"), ("findings", "unreviewed"))
    tongue = language()
    listed = [
        Listed(row, value_words(row.claim, tongue), kind_words(row.claim.kind, tongue))
        for row in all_of_it.claims
        if _passes(row, kind, status, only)
    ]
    return {
        "text": text,
        "tree": _tree(text.headings, all_of_it),
        "counts": counts,
        "lost": all_of_it.lost,
        "carried": sum(bool(row.carried) for row in all_of_it.claims),
        "findings": [one for one in all_of_it.findings if not one.accepted],
        "accepted": [one for one in all_of_it.findings if one.accepted],
        "kinds": [Choice(one, kind_words(one, tongue), counts[one], one == kind) for one in KINDS if counts[one]],
        "statuses": [
            Choice(one, claim_status_words(one, tongue), counts[one], one == status) for one in STATUSES if counts[one]
        ],
        "only": only,
        "filtered": bool(kind or status or only),
        "listed": listed if kind or status or only else [],
        "shown_class": " ".join(
            f"{name}-{value}" for name, value in (("kind", kind), ("status", status), ("only", only)) if value
        ),
    }


def _one_of(given: str | None, known: Iterable[str]) -> str:
    return given if given in known else ""


def _passes(row: ClaimRow, kind: str, status: str, only: str) -> bool:
    return (
        (not kind or row.claim.kind == kind)
        and (not status or row.claim.status == status)
        and (only != "findings" or bool(row.severity))
        and (only != "unreviewed" or not row.verdict)
    )


def _tree(headings: Sequence[tuple[int, Section]], all_of_it: Marked) -> list[Branch]:
    claims: Counter[str] = Counter()
    findings: Counter[str] = Counter()
    for row in all_of_it.claims:
        for path in _paths(row.claim.section):
            claims[path] += 1
            findings[path] += bool(row.severity)
    return [
        Branch(
            min(depth, 4),
            f"s-{slug(section.path)}",
            section.path,
            section.title,
            claims[section.path],
            findings[section.path],
        )
        for depth, section in headings
        if depth <= 4
    ]


def _paths(section: str | None) -> Iterable[str]:
    """`1/I/2` → 1, 1/I, 1/I/2."""
    parts = (section or "").split("/")
    return ("/".join(parts[: count + 1]) for count in range(len(parts)))
