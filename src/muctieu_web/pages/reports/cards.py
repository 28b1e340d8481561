"""The cards of a claim and of a finding: what was read, what a person makes of it. Pieces for htmx, whole pages without it."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from muctieu.claims.wording import KINDS, STATUSES, kind_words, period_words, value_words
from muctieu.claims.wording import status_words as claim_status_words
from muctieu.errors import MuctieuError
from muctieu.scoreboard.words import Words
from muctieu_web.access import Forbidden, Permission, Refused, may
from muctieu_web.actions.accept_claim import Choice, accept_claim
from muctieu_web.actions.accept_finding import accept_finding, reopen_finding
from muctieu_web.actions.accept_target import accept_target
from muctieu_web.actions.review_claim import COMPARATORS, correct_claim, reject_claim, reopen_claim
from muctieu_web.pages.frame.words import language
from muctieu_web.pages.reports.numbers import shown_number, typed_number
from muctieu_web.pages.reports.promises import promise_facts, promise_of_form
from muctieu_web.queries.proposals import is_promise, is_result
from muctieu_web.queries.reader import ClaimCard, ClaimRow, claim_card, finding_row
from muctieu_web.queries.reports import VersionRow, version_row

COMPARATOR_WORDS = {
    "eq": Words("đúng bằng", "exactly"),
    "ge": Words("từ … trở lên", "at least"),
    "le": Words("tối đa", "at most"),
    "approx": Words("khoảng", "about"),
    "between": Words("từ … đến …", "between"),
}
OBSERVED = {
    "official": Words("chính thức", "official"),
    "preliminary": Words("sơ bộ", "preliminary"),
    "estimated": Words("ước", "estimated"),
}
RULES = {
    "ratio": Words("tỷ lệ", "ratio"),
    "shares_sum": Words("tổng tỷ trọng", "sum of shares"),
    "parts_sum": Words("tổng các phần", "sum of parts"),
    "growth": Words("tăng, giảm", "growth"),
    "target_gap": Words("chênh chỉ tiêu", "gap to target"),
    "attainment": Words("đạt, vượt", "attainment"),
    "tally": Words("số đếm", "tally"),
    "repeat": Words("nêu hai lần", "said twice"),
    "impossible": Words("không thể có", "impossible"),
    "across": Words("báo cáo khác", "another report"),
}
CARRIED = ("unit", "kind", "period", "basis", "status", "comparator", "indicator")


class Told(NamedTuple):
    """A refusal as the card shows it."""

    deed: str
    field: str
    sentence: str
    may_confirm: bool


def claim(request: HttpRequest, report: int, number: int, order: int) -> HttpResponse:
    """The card of a claim; a POST does one thing to it (`do`: correct, accept, promise, reject, reopen)."""
    version = version_row(actor=request.actor, report=report, number=number)
    told = None
    if request.method == "POST":
        deed = request.POST.get("do", "")
        try:
            _do(request, version, order, deed)
            if not request.htmx:
                return redirect("claim", report, number, order)
        except Forbidden:
            raise
        except MuctieuError as error:
            told = Told(
                deed, getattr(error, "field", ""), error.sentence(language()), getattr(error, "may_confirm", False)
            )
    card = claim_card(actor=request.actor, version=version.id, order=order)
    facts = {"version": version, "card": card, "told": told, **_claim_facts(request, version, card)}
    return _answer(request, "claim", facts, changed=request.method == "POST" and told is None)


def finding(request: HttpRequest, report: int, number: int, order: int) -> HttpResponse:
    """The card of a finding; a POST accepts it with a reason, or takes that back."""
    version = version_row(actor=request.actor, report=report, number=number)
    told = None
    if request.method == "POST":
        try:
            if request.POST.get("do") == "reopen":
                reopen_finding(actor=request.actor, now=timezone.now(), version=version.id, order=order)
            else:
                reason = request.POST.get("reason", "")
                accept_finding(actor=request.actor, now=timezone.now(), version=version.id, order=order, reason=reason)
            if not request.htmx:
                return redirect("finding", report, number, order)
        except Refused as error:
            told = Told("accept", error.field, error.sentence(language()), False)
    row = finding_row(actor=request.actor, version=version.id, order=order)
    facts = {
        "version": version,
        "finding": row,
        "told": told,
        "rule": RULES[row.rule].of(language()) if row.rule in RULES else row.rule,
        "may_review": may(request.actor, Permission.REVIEW),
        "last": version.findings,
    }
    return _answer(request, "finding", facts, changed=request.method == "POST" and told is None)


def _answer(request: HttpRequest, noun: str, facts: dict[str, Any], *, changed: bool) -> HttpResponse:
    """The card alone for htmx (the page is told to renew its text where something changed), else a page around it."""
    template = f"reports/{noun}_card.html" if request.htmx else f"reports/{noun}.html"
    response = render(request, template, facts)
    if changed:
        response.headers["HX-Trigger"] = "reviewed"
    return response


def _do(request: HttpRequest, version: VersionRow, order: int, deed: str) -> None:
    who = {"actor": request.actor, "now": timezone.now(), "version": version.id}
    if deed == "correct":
        card = claim_card(actor=request.actor, version=version.id, order=order)
        correct_claim(**who, order=order, corrections=_corrections(request, card.row))
    elif deed == "restore":
        correct_claim(**who, order=order, corrections={})
    elif deed == "accept":
        accept_claim(**who, choice=_choice(request, order), confirmed=request.POST.get("confirmed") == "1")
    elif deed == "promise":
        confirmed = request.POST.get("confirmed") == "1"
        accept_target(**who, promise=promise_of_form(request, order), confirmed=confirmed, language=language())
    elif deed == "reject":
        reject_claim(**who, order=order, reason=request.POST.get("reason", ""))
    elif deed == "reopen":
        reopen_claim(**who, order=order)
    else:
        raise Refused(field="do", reason_vi=f"Không có việc «{deed}».", reason_en=f"There is no deed “{deed}”.")


def _choice(request: HttpRequest, order: int) -> Choice:
    given = request.POST
    return Choice(
        order=order,
        indicator=given.get("chosen_indicator", ""),
        place=given.get("place", ""),
        period=given.get("period", "").strip(),
        value=typed_number(given.get("value", ""), language()),
        status=given.get("observed", "official"),
        new_name=given.get("new_name", "") if given.get("chosen_indicator", "") == "" else "",
    )


def _corrections(request: HttpRequest, row: ClaimRow) -> dict[str, str]:
    """The fields of the form that differ from the machine's reading."""
    given, machine = request.POST, row.machine
    changed: dict[str, str] = {}
    for name in ("value", "value_to"):
        words = given.get(name, "").strip()
        number = typed_number(words, language(), field=name) if words or name == "value" else None
        if number != getattr(machine, name):
            changed[name] = "" if number is None else format(number, "f")
    for name in CARRIED:
        words = " ".join(given.get(name, "").split())
        if name in given and words != (getattr(machine, name) or ""):
            changed[name] = words
    if given.get("place"):
        changed["place"] = given["place"]
    return changed


def _claim_facts(request: HttpRequest, version: VersionRow, card: ClaimCard) -> dict[str, Any]:
    tongue, row = language(), card.row
    claim, machine = row.claim, row.machine
    given = request.POST if request.method == "POST" else {}
    best = next(iter(card.proposals), None)
    return {
        "value": value_words(claim, tongue),
        "machine_value": value_words(machine, tongue),
        "kind": kind_words(claim.kind, tongue),
        "status": claim_status_words(claim.status, tongue),
        "basis": period_words(claim.basis, tongue) if claim.basis else "",
        "number": given.get("value") or shown_number(claim.value, tongue),
        "number_to": given.get("value_to") or shown_number(claim.value_to, tongue),
        "accept_number": given.get("value") or shown_number(claim.value, tongue),
        "accept_period": given.get("period") or claim.period or "",
        "accept_place": given.get("place") or row.corrections.get("place") or version.place_code,
        "accept_indicator": given.get("chosen_indicator") or (best.indicator.code if best and best.is_sure else ""),
        "new_name": given.get("new_name") or claim.indicator,
        "observed": [
            (code, words.of(tongue), code == _observed(claim.status, given)) for code, words in OBSERVED.items()
        ],
        "kinds": [(code, kind_words(code, tongue), code == claim.kind) for code in KINDS],
        "statuses": [(code, claim_status_words(code, tongue), code == claim.status) for code in STATUSES],
        "comparators": _comparators(claim.comparator),
        "is_result": is_result(claim),
        "is_promise": is_promise(claim),
        "promise": promise_facts(card, given if given.get("do") == "promise" else {}),
        "promise_comparators": _comparators(given.get("comparator") or claim.comparator),
        "may_review": may(request.actor, Permission.REVIEW),
        "others": [one for one in card.indicators if one.code not in {p.indicator.code for p in card.proposals}],
    }


def _comparators(chosen: str) -> list[tuple[str, str, bool]]:
    return [(code, COMPARATOR_WORDS[code].of(language()), code == chosen) for code in COMPARATORS]


def _observed(status: str, given: Any) -> str:
    return str(given.get("observed") or ("estimated" if status == "estimated" else "official"))
