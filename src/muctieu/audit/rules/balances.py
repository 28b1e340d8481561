"""`parts_sum` of balances and of time: what is left of two totals, and a period made of shorter ones.

Formulas: exports = imports + surplus (`xuất siêu`), revenue = expenditure + balance (`kết dư`); a half year = its quarters, in one paragraph under one name.
A balance is taken where the two figures of its names stand in its own paragraph or the line before, each once in its measure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from muctieu.audit.check import Check
from muctieu.audit.equation import Sum
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.times import months_of
from muctieu.text.lexicon import lexicon

_FAR = Decimal("0.2")
_PARTED = re.compile(r"\b(?:trong đó|gồm|bao gồm)\b")


def check(ledger: Ledger) -> Iterator[Check]:
    """Every balance with its two totals, every period with those that fill it."""
    balances = lexicon("audit")["parts"]["balances"]
    told: set[tuple[int, str]] = set()
    parted = any(map(_is_part_of_year, ledger.periods))
    for sentence in ledger.sentences:
        near: list[Figure] | None = None
        for figure in sentence.figures:
            if figure.kind != "level" or figure.is_share or figure.claim.comparator != "eq":
                continue
            words = f"{figure.before.rstrip()}\n{figure.indicator}"
            named = [names for names in balances if names[0] in words and _is_named(figure, names[0])]
            if not named and not parted:
                continue
            near = _paragraph(ledger, sentence.figures[0].claim.start) if near is None else near
            for balance, larger, smaller in named if near else ():
                line = (near[0].order, balance)
                if line not in told:  # the first of that name; later ones are its parts
                    told.add(line)
                    yield from _balance(ledger, figure, near, larger, smaller)
            yield from _made_of_periods(figure, near)


def _is_part_of_year(period: str | None) -> bool:
    """Is it a half year, a quarter, some months?"""
    return period is not None and "-" in period


def _is_named(figure: Figure, balance: str) -> bool:
    """Does its indicator hold the name of a balance, or do the words before it end with it?"""
    return balance in figure.indicator or figure.before.rstrip().endswith(balance)


def _paragraph(ledger: Ledger, offset: int) -> list[Figure]:
    """The figures outside tables of the line that an offset stands in."""
    start = ledger.text.rfind("\n", 0, offset) + 1
    end = ledger.text.find("\n", offset)
    end = len(ledger.text) if end < 0 else end
    first = ledger.last_before(start)
    at = first.order + 1 if first is not None else 0
    line: list[Figure] = []
    while at < len(ledger.figures) and ledger.figures[at].claim.start < end:
        if ledger.figures[at].cell is None:
            line.append(ledger.figures[at])
        at += 1
    return line


def _balance(ledger: Ledger, balance: Figure, near: list[Figure], larger: str, smaller: str) -> Iterator[Check]:
    """One balance: its two totals are the figures of those names in its measure and time."""
    sides = []
    for name in (larger, smaller):
        named = [
            f
            for f in near
            if f.kind == "level"
            and f is not balance
            and f.measure == balance.measure
            and name in f.indicator
            and f.period == balance.period
        ]
        if len({f.value for f in named}) != 1:
            return
        sides.append(named[0])
    if sides[0].order < balance.order < sides[1].order and _PARTED.search(
        ledger.lower, sides[0].claim.end, balance.claim.start
    ):
        return  # `Tổng thu 7.892 triệu đồng, trong đó: …; kết dư 255 triệu đồng. Tổng chi …`: a part of the revenue
    found = Check.of("parts_sum", Sum(sides[0], sides[1], balance), "error")
    found.reported = sides[0].value
    if sides[0] is not sides[1]:
        yield found


def _made_of_periods(whole: Figure, near: list[Figure]) -> Iterator[Check]:
    """`quý II 1.042 tỷ đồng, quý I 986 tỷ đồng, tính chung 6 tháng 2.028 tỷ đồng`: the parts fill the whole period, under one name."""
    span = months_of(whole.period)
    if span is None or whole.claim.per or span[1] - span[0] > 23:
        return
    parts: list[Figure] = []
    at = span[0]
    same = [
        f for f in near if f.kind == "level" and f.measure == whole.measure and f.key == whole.key and f is not whole
    ]
    dated = sorted(((months, f) for f in same if (months := months_of(f.period)) is not None), key=lambda pair: pair[0])
    for months, figure in dated:
        if months[0] == at and months[1] <= span[1] and months != span:
            parts.append(figure)
            at = months[1] + 1
    if at != span[1] + 1 or len(parts) < 2:
        return
    made = sum((part.value for part in parts), Decimal(0))
    found = Check.of("parts_sum", Sum(whole, *parts), "warning")
    found.reported = whole.value
    if found.holds or abs(made - whole.value) <= _FAR * whole.value:
        yield found
