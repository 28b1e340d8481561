"""Which equation must a stated difference satisfy with its value and its basis? Takes the difference and a pair, gives the equation and its check. Looks for no pair."""

from __future__ import annotations

import re

from muctieu.audit.check import Check, Severity
from muctieu.audit.equation import Change, Equation, Growth, MeanChange, Multiple
from muctieu.audit.figure import Figure
from muctieu.audit.names import opposed
from muctieu.audit.pairs import Pair, steps_of
from muctieu.audit.persons import counts_persons

_YEARLY = re.compile(r"\b(?:mỗi năm|hằng năm|hàng năm|bình quân(?: \w+){0,3})\b[^,;.]{0,20}$")
_YEARLY_WORDS = frozenset(("năm", "quân"))
_OVER_YEARS = re.compile(r"\b(?:bình quân|trung bình|tính|trong) 0?([2-9]) năm\b(?! \d{4})[^;.]*$")
_MUST = re.compile(r"\b(?:phải|cần|muốn|đòi hỏi)\b")
_HUNDRED, _SIZE, _THOUSAND = 100, 4, 1000
_QUARTER = re.compile(r"\d{4}-Q\d")
_MONTHS = re.compile(r"\d{4}-\d\d/\d{4}-\d\d")
_FROM_START = re.compile(r"\bđầu (?:năm|kỳ|nhiệm kỳ)\b")


def equation_of(stated: Figure, pair: Pair) -> Equation | None:
    """The equation that the difference, the value and the basis must satisfy."""
    value, basis = pair.value, pair.basis
    if basis.value == 0 or value.claim.comparator == "approx" or basis.claim.comparator == "approx":
        return None
    if value.kind == "target" and basis.kind == "level" and stated.kind != "target" and stated.claim.status == "actual":
        return None  # `KH 1.240 ha, thực hiện đạt 100,5%; cùng kỳ 1.231 ha, trội hơn 15,5 ha`
    if _is_of_another_time(stated, value, basis) or _is_of_another_scale(stated, value, basis):
        return None
    if value.sentence != basis.sentence and _is_of_another_size(stated, value, basis):
        return None
    if stated.difference == "multiple":
        return Multiple(stated, value, basis, rises="tăng" in stated.before[-40:])
    yearly = is_yearly(stated)
    if yearly and stated.unit == value.unit and (value.is_share or stated.difference == "change"):
        steps = _told_steps(stated) or steps_of(stated, pair)
        if steps and _FROM_START.search(value.before):
            more = MeanChange(stated, value, basis, steps[0] + 1)
            if more.holds():
                return more
        return MeanChange(stated, value, basis, steps[0]) if steps else None
    if stated.difference == "growth":
        if value.is_share and not yearly:
            return Change(stated, value, basis)
        if not yearly:
            return Growth(stated, value, basis)
        steps = steps_of(stated, pair)
        if not steps:
            return None
        for count in steps:
            equation = Growth(stated, value, basis, count)
            if equation.holds():
                return equation
        return Growth(stated, value, basis, steps[0])
    if stated.unit != value.unit and not (stated.is_share or value.is_share or (stated.is_count and value.is_count)):
        return None
    if stated.is_share != value.is_share or stated.claim.per not in (value.claim.per, ()):
        return None
    change = Change(stated, value, basis)
    return change if _are_of_one_kind(stated, value) or change.holds() else None


def _is_of_another_time(stated: Figure, value: Figure, basis: Figure) -> bool:
    """`giảm 1,5% so với quý trước (quý IV/2024 đạt 12.418 tỷ đồng) và tăng 12,8% so với cùng kỳ`: is it measured from another quarter than the basis; is it a quarter's, and the value of nine months?"""
    asked, told = stated.claim.basis or "", basis.period or ""
    own, of = stated.period or "", value.period or ""
    if _QUARTER.fullmatch(asked) and _QUARTER.fullmatch(told) and told not in (asked, own):
        return True
    return _QUARTER.fullmatch(own) is not None and _MONTHS.fullmatch(of) is not None


def _is_of_another_scale(stated: Figure, value: Figure, basis: Figure) -> bool:
    """`GRDP đạt 176.850 tỷ đồng; GRDP bình quân đầu người đạt 73 triệu đồng, tăng 30 triệu đồng`: is the change in money a thousandth of what the two differ by?"""
    if stated.difference != "change" or stated.unit not in ("VND", "USD") or value.unit != stated.unit:
        return False
    return abs(value.value - basis.value) > _THOUSAND * abs(stated.value)


def _is_of_another_size(stated: Figure, value: Figure, basis: Figure) -> bool:
    """Is the value many times the basis, or a small part of it, where the growth is less than 100%? (a province's visitors and those of one site)"""
    less = stated.difference == "growth" and abs(stated.value) < _HUNDRED
    return less and not basis.value <= _SIZE * value.value <= _SIZE * _SIZE * basis.value


def _told_steps(stated: Figure) -> tuple[int, ...]:
    """How many years its own words count (`bình quân 3 năm, mỗi năm giảm 3,9%`)."""
    told = _OVER_YEARS.search(stated.before)
    return (int(told[1]),) if told is not None else ()


def _are_of_one_kind(stated: Figure, value: Figure) -> bool:
    """Do they count one thing, or persons both? (`giảm 04 người chết` is none of `12 vụ`, nor of `05 người bị thương`)"""
    if opposed(stated.key, value.key):
        return False
    counted = stated.is_count and value.is_count
    return not counted or stated.counts_like(value) or (counts_persons(stated) and counts_persons(value))


def failed(stated: Figure, equation: Equation, severity: Severity) -> Check:
    """A difference that no reading fits; with six steps instead of five it is only worth a look."""
    found = Check.of("growth", equation, severity)
    if isinstance(equation, Growth) and equation.steps > 1:
        more = Growth(stated, equation.terms[1], equation.terms[2], equation.steps + 1)
        if more.holds():
            found.severity = "info"
    found.reported, found.expected = stated.value, equation.nearest()
    return found


def is_asked(stated: Figure) -> bool:
    """Is it the least that is still to come? (`Muốn về đích, hai năm tới phải tăng ít nhất 15,3%/năm`)"""
    return stated.claim.comparator == "ge" and _MUST.search(stated.before) is not None


def is_yearly(stated: Figure) -> bool:
    """Is it a rate a year?"""
    if stated.claim.per[-1:] == ("year",):
        return True
    return not stated.words.isdisjoint(_YEARLY_WORDS) and _YEARLY.search(stated.before) is not None
