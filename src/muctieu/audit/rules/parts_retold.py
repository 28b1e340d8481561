"""`repeat` of so many of so many, and of rates of attainment: `17/18 xã đạt tiêu chí quốc gia về y tế` here, `15 xã đạt tiêu chí quốc gia về y tế` there.

Formula: the part = the number told alone, where the words after both are the same, two or more, in any order, and the two are near. What is new, of another time, planned, or among others is passed over, and so is a
number that is said again elsewhere. Two rates under one name are held against one another where two of their digits have changed places.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from muctieu.audit.check import Check
from muctieu.audit.clauses import AFTER, said
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.names import Key
from muctieu.audit.pledges import unsaying
from muctieu.audit.times import months_of
from muctieu.audit.twice import are_swapped, is_present, said_twice

_OF_OTHERS = re.compile(
    r"\b(?:thêm|mới|tăng|giảm|trong năm|trong đó|riêng|phấn đấu|mục tiêu|kế hoạch|nâng|có ít nhất|còn|lên|dự kiến|ước|khởi công|từ)\b[^,;.]*$"
)
_HARMLESS = frozenset(("công", "nhận", "tiêu", "chí", "quốc", "gia"))
_FEWEST, _NEAR = 2, 2
_MONEY = frozenset(("vốn",))
_MANY = 6
_SHARE = Decimal("0.6")


def check(ledger: Ledger) -> Iterator[Check]:
    """Every part with the number that tells it again."""
    yield from _rates(ledger)
    parts: dict[str, list[tuple[Key, Figure]]] = defaultdict(list)
    for figure in ledger.figures:
        if figure.kind == "part" and figure.is_count and _is_told(figure):
            parts[figure.unit].append((_words(ledger, figure), figure))
    if not parts:
        return
    for level in ledger.figures:
        if level.kind != "level" or level.unit not in parts or not level.is_count or not _is_told(level):
            continue
        words = _words(ledger, level)
        like = [part for key, part in parts[level.unit] if key == words and part.sentence != level.sentence]
        if len(words) < _FEWEST or not like or len({part.value for part in like}) != 1:
            continue
        part = like[0]
        near = 0 < abs(part.value - level.value) <= _NEAR and level.value >= part.value * _SHARE
        times = {part.period, level.period} - {None}
        if near and len(times) < _FEWEST:
            found = said_twice(*sorted((part, level), key=lambda figure: figure.order))
            found.weak = True
            yield found


def _rates(ledger: Ledger) -> Iterator[Check]:
    """`Giải ngân vốn đầu tư công bằng 95,2% kế hoạch` here, `Giải ngân đầu tư công đạt 92,5% kế hoạch` there."""
    named: dict[tuple[Key, object], list[Figure]] = defaultdict(list)
    for rate in ledger.figures:
        if rate.kind == "attainment" and rate.is_share and rate.cell is None and rate.claim.comparator == "eq":
            name = said(rate.claim.indicator) - unsaying() - _MONEY
            named[name, rate.claim.resolution].append(rate)
    for (name, _), rates in named.items():
        for first, second in pairwise(rates) if len(name) >= _FEWEST and len(rates) <= _MANY else ():
            times = (first.period or "")[:4], (second.period or "")[:4]
            of_one = first.sentence != second.sentence and (times[0] == times[1] or "" in times)
            if of_one and are_swapped(first, second) and _of_one_length(first, second):
                found = said_twice(first, second)
                found.weak = True
                yield found


def _of_one_length(first: Figure, second: Figure) -> bool:
    """Are they of one time, or one of a day?"""
    one, other = months_of(first.period), months_of(second.period)
    return one == other or None in (one, other)


def _is_told(figure: Figure) -> bool:
    """Is it what there is, told as such?"""
    plain = figure.cell is None and figure.claim.comparator == "eq" and figure.claim.status != "planned"
    return plain and is_present(figure) and _OF_OTHERS.search(figure.before) is None


def _words(ledger: Ledger, figure: Figure) -> Key:
    """What is said of the things after their number."""
    return said(AFTER.split(ledger.after(figure, 80))[0]) - _HARMLESS
