"""`parts_sum` of a count whose list tells an amount beside each part: `23 dự án với tổng vốn 8.640 tỷ đồng, gồm: 12 dự án du lịch, vốn 6.215 tỷ đồng; 11 dự án khác, vốn 2.425 tỷ đồng`.

Formula: Σ counts of the list = the count before it. The count and one amount stand before `gồm`; behind it counts of the same noun and amounts of the same measure take turns. After `trong đó` the parts
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
            found = _of_list(total, _counts(figures[at:], total, amount), some=opened[1] is not None)
            if found is not None:
                yield found


def _is_pair(count: Figure, amount: Figure) -> bool:
    """A count of things and what they amount to."""
    plain = count.kind == amount.kind == "level" and count.claim.comparator == "eq"
    return plain and count.is_count and not amount.is_counted and not amount.is_share


def _counts(listed: list[Figure], total: Figure, amount: Figure) -> list[Figure]:
    """The counts of the list, as far as counts and amounts take turns."""
    counts: list[Figure] = []
    for count, beside in zip(listed[::2], listed[1::2], strict=False):
        if not (_is_pair(count, beside) and count.counts_like(total) and beside.measure == amount.measure):
            break
        counts.append(count)
    return counts


def _of_list(total: Figure, counts: list[Figure], *, some: bool) -> Check | None:
    """The counts against their total."""
    if len(counts) < _FEWEST:
        return None
    equation = Sum(total, *counts)
    made = sum((count.value for count in counts), Decimal(0))
    return None if some and made < total.value else Check.of("parts_sum", equation, "error")
