"""Does a result allow what the words say of it beside its target? Takes a result, a target and a verdict, or a rate of attainment and words, gives the check. Looks for none of them."""

from __future__ import annotations

from decimal import Decimal

from muctieu.audit.check import Check, Severity
from muctieu.audit.direction import better
from muctieu.audit.figure import Figure
from muctieu.audit.verdict import Verdict
from muctieu.values.interval import Interval
from muctieu.values.span import Span

_HUNDRED, _YEAR_IS_OVER = Decimal(100), Decimal(80)


def judged(result: Figure, target: Figure, verdict: Verdict, start: int, severity: Severity) -> Check | None:
    """Do the figures allow the judgement? Nothing is said where the judgement is open or a figure is about so much."""
    if verdict.judgement == "open" or result.claim.comparator == "approx" or target.claim.comparator == "approx":
        return None
    fits = allows(result, target, verdict.judgement)
    words = (Span(start + verdict.start, start + verdict.end),)
    expected = Interval.exactly(target.value)
    reason = f"verdict_{verdict.judgement}"
    return Check(
        "attainment",
        (result, target),
        fits,
        severity,
        None,
        words,
        result.value,
        expected,
        reason,
    )


def allows(result: Figure, target: Figure, judgement: str) -> bool:
    """`vượt` beyond the target, `đạt` at it or beyond, `chưa đạt` short of it."""
    down = target.comparator == "le" or (target.comparator == "eq" and better(result.claim.indicator) == "down")
    low, high = target.value, target.claim.value_to if target.claim.value_to is not None else target.value
    value = result.value
    if value < 0 and result.kind in ("change", "growth"):  # of a fall more is better, whatever falls
        low, high = sorted((abs(low), abs(high)))
        down, value = False, -value
    if down:
        value, low, high = -value, -high, -low
    if judgement == "missed":
        return value < high
    if result.claim.comparator == ("le" if down else "ge"):
        return True
    if judgement == "exceeded":
        return value > low or (value == low and target.claim.comparator in ("ge", "le"))
    return value >= low


def rated(rate: Figure, words: str, start: int, end: int) -> Check:
    """Does a rate of attainment allow words? `đạt` at 100 % or beyond, `vượt` beyond, `chưa đạt` short of it."""
    if words.startswith(("chưa", "không", "khó", "hụt", "thấp")):
        fits, reason = rate.value < _HUNDRED, "rated_missed"
    elif words.startswith(("vượt", "cao", "hoàn thành vượt")):
        fits, reason = rate.value > _HUNDRED, "rated_exceeded"
    else:
        fits, reason = rate.value >= _HUNDRED, "rated_met"
    if reason != "rated_missed" and rate.value < _YEAR_IS_OVER:
        fits = True  # of a year's plan, where the judgement is of its months so far
    span = (Span(start, end),)
    return Check(
        "attainment", (rate,), fits, "warning", None, span, rate.value, Interval.exactly(_HUNDRED), reason, weak=True
    )
