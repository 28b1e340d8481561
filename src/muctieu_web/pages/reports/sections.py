"""Accepting a section at once: first what would happen to each of its figures, then, for those that are ticked, the deed."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from muctieu.claims.wording import value_words
from muctieu.errors import MuctieuError
from muctieu.scoreboard.words import Words
from muctieu_web.access import Forbidden, Permission, permit
from muctieu_web.actions.accept_claim import Choice
from muctieu_web.actions.accept_section import accept_section
from muctieu_web.actions.accept_target import Promise
from muctieu_web.pages.frame.words import language, say
from muctieu_web.pages.reports.promises import promise_of_proposal
from muctieu_web.queries.reports import VersionRow, version_row
from muctieu_web.queries.section_review import Fate, section_fates

FATES = {
    "new": Words("sẽ ghi vào sổ", "will be added"),
    "same": Words("sổ đã có đúng số này", "the register has it already"),
    "differs": Words("sổ đang ghi số khác; duyệt ở thẻ riêng", "the register holds another value; use its own card"),
    "reviewed": Words("đã duyệt", "reviewed already"),
    "new_target": Words("sẽ vào bảng chỉ tiêu phấn đấu", "will be added to the targets"),
    "same_target": Words("bảng chỉ tiêu đã có đúng số này", "the table of targets has it already"),
    "differs_target": Words(
        "bảng chỉ tiêu đang ghi số khác; duyệt ở thẻ riêng", "the table of targets says otherwise; use its own card"
    ),
    "no_years": Words("chỉ tiêu chưa rõ năm", "a target without a year"),
    "target": Words("so sánh với chỉ tiêu, không phải kết quả", "held against a target, no result"),
    "finding": Words("có sai lệch; xem trước", "has a finding; look at it first"),
    "change": Words("là mức tăng, giảm; duyệt ở thẻ riêng", "a rise or a fall; use its own card"),
    "not_exact": Words(
        "không phải số chính xác (trên, dưới, khoảng); duyệt ở thẻ riêng",
        "not exact (over, under, about); use its own card",
    ),
    "no_period": Words("chưa rõ kỳ", "has no period"),
    "no_indicator": Words("chưa rõ chỉ tiêu trong sổ", "no indicator of the register for sure"),
}


def section(request: HttpRequest, report: int, number: int) -> HttpResponse:
    """What would happen; a POST accepts the ticked figures, all or none."""
    permit(request.actor, Permission.REVIEW)
    version = version_row(actor=request.actor, report=report, number=number)
    path = (request.POST if request.method == "POST" else request.GET).get("path", "")[:120]
    fates = section_fates(actor=request.actor, version=version.id, section=path, place=version.place_code)
    refusal = None
    if request.method == "POST":
        ticked = set(request.POST.getlist("claim"))
        wanted = [one for one in fates if one.is_ready and str(one.row.order) in ticked]
        try:
            done = accept_section(
                actor=request.actor, now=timezone.now(), version=version.id, language=language(),
                choices=[_choice(one, version) for one in wanted if one.promise is None],
                promises=[_promise(one, version) for one in wanted if one.promise is not None],
            )  # fmt: skip
            messages.success(request, say("Đã đưa {n} số liệu vào sổ.", "{n} figures are in the register.", n=done))
            return redirect("reader", report, number)
        except Forbidden:
            raise
        except MuctieuError as error:
            refusal = error.sentence(language())
    rows = [(one, value_words(one.row.claim, language()), FATES[one.fate].of(language())) for one in fates]
    facts = {
        "version": version,
        "path": path,
        "rows": rows,
        "refusal": refusal,
        "ready": sum(one.is_ready for one in fates),
    }
    return render(request, "reports/section.html", facts)


def _choice(one: Fate, version: VersionRow) -> Choice:
    claim = one.row.claim
    assert one.indicator is not None  # a fate that is ready has one
    return Choice(
        order=one.row.order,
        indicator=one.indicator.code,
        place=one.row.corrections.get("place") or version.place_code,
        period=claim.period or "",
        value=claim.value,
        status="estimated" if claim.status == "estimated" else "official",
    )


def _promise(one: Fate, version: VersionRow) -> Promise:
    assert one.indicator is not None and one.promise is not None  # noqa: PT018  a fate that is ready has both
    place = one.row.corrections.get("place") or version.place_code
    return promise_of_proposal(one.row.order, one.indicator.code, place, one.promise)
