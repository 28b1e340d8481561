"""The list of reports with its upload form, a report's versions, and the comparison of two readings."""

from __future__ import annotations

import re

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from muctieu.errors import FileTooLarge, MuctieuError
from muctieu_web.access import Forbidden, NotThere
from muctieu_web.actions.keep_report import archive_report, describe_report
from muctieu_web.actions.upload_report import Uploaded, upload_endings, upload_limit, upload_report
from muctieu_web.pages.frame.words import language, say
from muctieu_web.queries.comparison import compare
from muctieu_web.queries.reports import newest_number, places, report_list, version_row, versions_of


def reports(request: HttpRequest) -> HttpResponse:
    """The list; a POST uploads one or several files."""
    if request.method == "POST":
        return _upload(request, None)
    page = re.fullmatch(r"[1-9]\d{0,4}", request.GET.get("page", "")) and int(request.GET["page"])
    words = request.GET.get("q", "")[:200]
    archived = request.GET.get("archived") == "1"
    found = report_list(actor=request.actor, words=words, archived=archived, page=page or 1)
    facts = {"found": found, "words": words, "archived": archived, "endings": upload_endings(), "limit": upload_limit()}
    return render(request, "reports/reports.html", facts)


@require_safe
def newest(request: HttpRequest, report: int) -> HttpResponse:
    """To the newest version."""
    return redirect("reader", report, newest_number(actor=request.actor, report=report))


@require_POST
def upload_version(request: HttpRequest, report: int) -> HttpResponse:
    """Uploads a file as the report's next version."""
    return _upload(request, report)


def versions(request: HttpRequest, report: int) -> HttpResponse:
    """The versions of a report, what it is called, its archive; a POST changes title, place and period."""
    refusal = None
    if request.method == "POST":
        given = {name: request.POST.get(name, "") for name in ("title", "place", "period")}
        try:
            describe_report(actor=request.actor, now=timezone.now(), report=report, **given)
            messages.success(request, say("Đã ghi.", "Saved."))
            return redirect("versions", report)
        except Forbidden:
            raise
        except MuctieuError as error:
            refusal = error.sentence(language())
    rows = versions_of(actor=request.actor, report=report)
    facts = {
        "rows": rows,
        "report": rows[0],
        "places": places(),
        "refusal": refusal,
        "endings": upload_endings(),
        "limit": upload_limit(),
    }
    return render(request, "reports/versions.html", facts)


@require_POST
def archive(request: HttpRequest, report: int) -> HttpResponse:
    """Into the archive, or out of it."""
    archived = request.POST.get("archived") == "1"
    archive_report(actor=request.actor, now=timezone.now(), report=report, archived=archived)
    done = say("Đã đưa vào lưu trữ.", "Archived.") if archived else say("Đã đưa ra khỏi lưu trữ.", "Back in the list.")
    messages.success(request, done)
    return redirect("versions", report)


@require_safe
def comparison(request: HttpRequest) -> HttpResponse:
    """Two readings side by side: `a` and `b` are `report.version`."""
    rows = [_version(request, request.GET.get(name, "")) for name in ("a", "b")]
    found = compare(actor=request.actor, before=rows[0].id, after=rows[1].id)
    return render(request, "reports/compare.html", {"before": rows[0], "after": rows[1], "found": found})


def _version(request: HttpRequest, words: str) -> object:
    match = re.fullmatch(r"(\d{1,12})(?:\.(\d{1,5}))?", words.strip())
    if match is None:
        raise NotThere(noun_vi="bản báo cáo", noun_en="version of a report", key=words)
    report = int(match[1])
    number = int(match[2]) if match[2] else newest_number(actor=request.actor, report=report)
    return version_row(actor=request.actor, report=report, number=number)


def _upload(request: HttpRequest, report: int | None) -> HttpResponse:
    """Takes every file of the form; what is refused is told file by file, and the rest is kept."""
    taken: list[Uploaded] = []
    for file in request.FILES.getlist("files"):
        try:
            if file.size > upload_limit():  # before it is read into memory
                limit = f"{upload_limit() // 1048576} MB"
                raise FileTooLarge(name=file.name, size=f"{file.size / 1048576:.0f} MB", limit=limit)
            one = upload_report(
                actor=request.actor, now=timezone.now(), name=file.name or "", content=file.read(), report=report
            )
        except Forbidden:
            raise
        except MuctieuError as error:
            messages.error(request, error.sentence(language()))
            continue
        taken.append(one)
        if not one.is_new:
            messages.warning(
                request,
                say(
                    "Tệp «{name}» đã có: báo cáo «{title}», bản {number}.",
                    "The file “{name}” is there already: report “{title}”, version {number}.",
                    name=file.name, title=one.title, number=one.number,
                ),
            )  # fmt: skip
    if not request.FILES:
        messages.error(request, say("Hãy chọn ít nhất một tệp.", "Choose at least one file."))
    if len(taken) == 1:
        return redirect("reader", taken[0].report, taken[0].number)
    return redirect("versions", report) if report else redirect("reports")
