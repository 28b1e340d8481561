"""A check → a finding: its spans, its amounts, the facts of its sentence, its fingerprint."""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from hashlib import blake2s

from muctieu.audit.check import Check
from muctieu.audit.equation import Whole, figure_of
from muctieu.audit.figure import Figure
from muctieu.audit.finding import Amount, Correction, Finding, Held
from muctieu.audit.ledger import Ledger
from muctieu.audit.localise import Suspect
from muctieu.audit.names import folded
from muctieu.errors import Language
from muctieu.values.interval import Interval
from muctieu.values.span import Span

SEVERITIES: dict[Language, dict[str, str]] = {
    "vi": {"error": "lỗi", "warning": "cảnh báo", "info": "lưu ý"},
    "en": {"error": "error", "warning": "warning", "info": "info"},
}
_NUMBER = re.compile(r"\d(?:[\d.,\s]*\d)?(?:[^\d/]*/\s*\d(?:[\d.,]*\d)?)?")


def held_of(check: Check) -> Held:
    """What held, as it is listed."""
    return Held(check.rule, tuple([figure.claim.id for figure in check.figures]), check.spans)


def finding_of(ledger: Ledger, check: Check, suspect: Suspect | None) -> Finding:
    """The finding of a check that does not hold."""
    reported, expected = _amounts(check)
    accused = check.accused
    return Finding(
        rule=check.rule,
        severity=check.severity,
        claims=tuple(figure.claim.id for figure in sorted(check.figures, key=lambda f: f.order)),
        spans=check.spans,
        at=_at(check, suspect),
        reported=reported,
        expected=expected,
        reason=_reason(check),
        facts=_facts(ledger, check, suspect, reported, expected),
        fingerprint=_fingerprint(ledger, check),
        place=_place(accused),
        correction=_correction(suspect),
    )


def _at(check: Check, suspect: Suspect | None) -> Span:
    """The figure to correct, else the one that was recomputed; words only where no figure is accused."""
    if suspect is not None:
        return suspect.figure.span
    return check.accused.span if check.accused is not None else check.spans[0]


def _reason(check: Check) -> str:
    """Which sentence says it: a part written with its whole has one of its own."""
    if (
        check.reason == "ratio"
        and check.equation is not None
        and isinstance(check.equation.terms[2], Whole)
        and len(check.figures) == 2
    ):
        return "ratio_part"
    return check.reason or check.rule


def _amounts(check: Check) -> tuple[Amount | None, Amount | None]:
    """What the text says, and what the other figures give at a sensible number of digits."""
    equation, accused = check.equation, check.accused
    reported = check.reported
    if reported is None and accused is not None:
        reported = accused.value
    expected = check.expected
    if expected is None and equation is not None:
        expected = equation.nearest()
    resolution = accused.claim.resolution if accused is not None else Decimal(1)
    return reported, None if expected is None else _rounded(expected, resolution)


def _rounded(expected: Interval, resolution: Decimal) -> Amount:
    """An interval as its two ends, two digits finer than the figure; one number where it is one."""
    step = resolution / 100 if resolution else Decimal("0.01")
    if not expected.low.is_finite() or not expected.high.is_finite():
        return expected.low if expected.low.is_finite() else expected.high
    low = (expected.low / step).to_integral_value(rounding=ROUND_FLOOR) * step
    high = (expected.high / step).to_integral_value(rounding=ROUND_CEILING) * step
    if expected.is_exact or high - low <= 2 * step:
        middle = ((expected.low + expected.high) / 2 / step).to_integral_value() * step
        return middle.normalize() if middle == middle.to_integral_value() else middle
    return low, high


def _facts(
    ledger: Ledger, check: Check, suspect: Suspect | None, reported: Amount | None, expected: Amount | None
) -> dict[str, str]:
    """The words that fill the sentence: the figures as the text has them, and the numbers as Vietnamese writes them."""
    terms: list[str] = []
    equation, accused = check.equation, check.accused
    if equation is not None:
        for term in equation.terms:
            claim = figure_of(term).claim
            terms.append(
                shown(claim.whole, claim.unit, claim.resolution)
                if isinstance(term, Whole) and claim.whole is not None
                else claim.text
            )
    else:
        terms = [figure.claim.text for figure in check.figures]
    facts = {
        "stated": terms[0] if terms else "",
        "terms": " + ".join(terms[1:]),
        "first": terms[1] if len(terms) > 1 else "",
        "second": terms[2] if len(terms) > 2 else "",
        "count": str(len(terms)),
        "indicator": accused.claim.indicator if accused is not None else "",
        "reported": _number(reported),
        "expected_number": _number(expected),
        "expected": _expected_text(accused, expected),
        "words": " … ".join(ledger.text[span.start : span.end] for span in check.words[:4]),
        "steps": str(getattr(equation, "steps", "")),
    }
    if suspect is not None:
        facts["wrong"] = suspect.figure.claim.text
    facts.update({name: str(value) for name, value in (check.facts or {}).items()})
    return facts


def _expected_text(accused: Figure | None, expected: Amount | None) -> str:
    """What is expected, in the words of the stated figure's scale: `90,74%`, `1.197,9 tỷ đồng`."""
    if expected is None:
        return ""
    if accused is None:
        return _number(expected)
    middle = expected if isinstance(expected, Decimal) else (expected[0] + expected[1]) / 2
    claim = accused.claim
    return shown(abs(middle) if claim.value < 0 else middle, claim.unit, claim.resolution, like=claim.text)


_MOST_PLACES = 6
"""At most so many places for a small value that is shown exactly."""


def shown(value: Decimal, unit: str, resolution: Decimal, like: str = "", *, exact: bool = False) -> str:
    """A value as a report writes it: at the figure's resolution, with its scale words where `like` has them.

    >>> shown(Decimal("1197900000000"), "VND", Decimal("100000000"), like="1.187,9 tỷ đồng")
    '1.197,9 tỷ đồng'
    >>> shown(Decimal("90.7407"), "%", Decimal("0.01"), like="90,47%")
    '90,74%'

    An `exact` one keeps the places that it needs beside its scale words:

    >>> shown(Decimal("74500000"), "VND", Decimal("100000000"), like="74,5 tỷ đồng", exact=True)
    '0,0745 tỷ đồng'
    """
    number = _NUMBER.search(like)
    tail = like[number.end() :] if number is not None else ""
    written = number[0] if number is not None else ""
    places = len(written.rsplit(",", 1)[1]) if "," in written and "/" not in written else 0
    scale = resolution * (Decimal(10) ** places) if resolution else Decimal(1)
    if not scale:
        scale = Decimal(1)
    if "/" in written:
        scale, places = Decimal(1), 0
    scaled = value / scale
    while exact and places < _MOST_PLACES and round(scaled, places) != scaled:
        places += 1
    text = f"{scaled:,.{places}f}" if places else f"{scaled:,.{0 if scaled == scaled.to_integral_value() else 2}f}"
    text = text.translate(str.maketrans(",.", ".,"))
    return text + tail


def _number(amount: Amount | None) -> str:
    """A number with Vietnamese separators."""
    if amount is None:
        return ""
    value = amount if isinstance(amount, Decimal) else (amount[0] + amount[1]) / 2
    text = f"{value.normalize():,f}"
    return text.translate(str.maketrans(",.", ".,"))


def _correction(suspect: Suspect | None) -> Correction | None:
    """The suspect as it is handed out."""
    if suspect is None:
        return None
    claim = suspect.figure.claim
    stated = claim.whole if suspect.whole and claim.whole is not None else claim.value
    proposed = suspect.proposed
    text = shown(
        abs(proposed) if claim.value < 0 else proposed,
        claim.unit,
        claim.resolution,
        like="" if suspect.whole else claim.text,
        exact=suspect.slip == "separator",
    )
    return Correction(claim.id, suspect.figure.span, stated, proposed, text, suspect.slip)


def _place(accused: Figure | None) -> str:
    """Where a person looks for it: the section's path, a footnote."""
    if accused is None:
        return ""
    claim = accused.claim
    if claim.footnote is not None:
        return f"footnote {claim.footnote}"
    return claim.section or ""


def _fingerprint(ledger: Ledger, check: Check) -> str:
    """The rule and the words it rests on, not where they stand: stable while the text around moves."""
    parts: list[str] = [check.rule]
    for figure in sorted(check.figures, key=lambda f: f.order):
        parts += [
            folded(figure.claim.indicator),
            " ".join(folded(figure.claim.text).split()),
            figure.claim.period or "",
        ]
    parts += [folded(ledger.text[span.start : span.end]) for span in check.words]
    return blake2s("\x1f".join(parts).encode(), digest_size=8).hexdigest()
