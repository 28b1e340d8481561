"""`parts_sum` of a count whose list tells an amount beside each part: `23 dự án với tổng vốn 8.640 tỷ đồng, gồm: 12 dự án du lịch, vốn 6.215 tỷ đồng; 11 dự án khác, vốn 2.425 tỷ đồng`.

Formulas: Σ counts of the list = the count before it, Σ amounts = the amount. The count and one amount stand before `gồm`; behind it counts of the same noun and amounts of the same measure take turns. After `trong đó` the parts
may be fewer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from muctieu.audit.check import Check
from muctieu.audit.equation import Sum
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger

_OPENS = re.compile(r"(?:[,;:(]\s*(?:gồm|bao gồm|gồm có|cụ thể|chia ra)|[,;:(]\s*(trong đó))(?: có)?\s*:?\s*$")
_CUES = frozenset(("gồm", "thể", "chia", "trong"))
_FEWEST = 2


def check(ledger: Ledger) -> Iterator[Check]:
    """Every count with an amount right behind it, before a list of such pairs."""
    for sentence in ledger.sentences:
        figures = sentence.figures
        for at in range(2, len(figures) - 2):
            if _CUES.isdisjoint(figures[at].words):
                continue
            total, amount = figures[at - 2 : at]
            opened = _OPENS.search(figures[at].before)
            if opened is None or not _is_pair(total, amount) or not figures[at].counts_like(total):
                continue
            pairs = _pairs(figures[at:], total, amount)
            if len(pairs) >= _FEWEST:
                some = opened[1] is not None
                yield from _sums(total, [count for count, _ in pairs], some=some)
                yield from _sums(amount, [beside for _, beside in pairs], some=some)


def _is_pair(count: Figure, amount: Figure) -> bool:
    """A count of things and what they amount to."""
    plain = count.kind == amount.kind == "level" and count.claim.comparator == "eq"
    return plain and count.is_count and not amount.is_counted and not amount.is_share


def _pairs(listed: list[Figure], total: Figure, amount: Figure) -> list[tuple[Figure, Figure]]:
    """The counts of the list with their amounts, as far as they take turns."""
    pairs: list[tuple[Figure, Figure]] = []
    for count, beside in zip(listed[::2], listed[1::2], strict=False):
        if not (_is_pair(count, beside) and count.counts_like(total) and beside.measure == amount.measure):
            break
        pairs.append((count, beside))
    return pairs


def _sums(total: Figure, parts: list[Figure], *, some: bool) -> Iterator[Check]:
    """The parts against their total; of some parts only where they are more than it."""
    made = sum((part.value for part in parts), Decimal(0))
    if not (some and made < total.value):
        yield Check.of("parts_sum", Sum(total, *parts), "error")
