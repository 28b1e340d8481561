"""`tally` of goals and tasks that a line counts and the lines below number through: `Đại hội xác định 12 chỉ tiêu, gồm:`, then `(1) …` to `(12) …`, with or without headings between.

Formula: the first count of a line that ends in a colon = the last number of the run `(1)`, `(2)`, … below it. A run that begins anew under each heading, or breaks off before its list does, says nothing; nor does one that is
further off than two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from muctieu.audit.check import Check
from muctieu.audit.counts import is_counted
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.values.interval import Interval
from muctieu.values.span import Span

_ITEM = re.compile(r"[ \t]*\((\d{1,2})\)[^\n]*")
_HEADING = re.compile(r"[ \t]*(?:[-–+*•]|(?:[a-zđ]|\d{1,2}|[ivx]{1,4})[.)/-])[^\n\d;]{2,80}$", re.MULTILINE)
_FEWEST, _MOST, _ROOM = 5, 40, 2


def check(ledger: Ledger) -> Iterator[Check]:
    """Every count whose line leads to numbered lines."""
    for sentence in ledger.sentences:
        figure = next((f for f in sentence.figures if f.is_count and is_counted(f.unit)), None)
        if figure is None or figure.kind not in ("level", "target") or not _FEWEST <= figure.value <= _MOST:
            continue
        found = _items(ledger, figure)
        if found is not None and abs(found[0] - figure.value) <= _ROOM:
            number, span = found
            expected = Interval.exactly(number)
            yield Check("tally", (figure,), number == figure.value, "warning", None, (span,), figure.value, expected, "tally_list", weak=True)  # fmt: skip


def _items(ledger: Ledger, figure: Figure) -> tuple[int, Span] | None:
    """The last number of the run below the figure's line, and where the run stands."""
    line = ledger.text.find("\n", figure.claim.end)
    if line < 0 or not ledger.text[figure.claim.end : line].rstrip().endswith(":"):
        return None
    at = line + 1
    number, begin, end = 0, at, at
    while True:
        item = _ITEM.match(ledger.lower, at)
        if item is not None:
            if int(item[1]) != number + 1:
                return None
            begin, end, number = begin if number else item.start(), item.end(), number + 1
        else:
            item = _HEADING.match(ledger.lower, at)
            if item is None:
                return (number, Span(begin, end)) if number else None
        at = item.end() + 1
