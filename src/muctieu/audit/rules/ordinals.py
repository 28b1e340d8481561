"""`tally` of what is told one by one: `rút ra 04 bài học kinh nghiệm: Một là, … Hai là, … Ba là, … Bốn là, …`, in one line or in lines of their own.

Formula: the count = the last ordinal of the run behind it. A run that leaves one out, or a count from which a sentence or another figure parts the run, says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from muctieu.audit.check import Check
from muctieu.audit.ledger import Ledger
from muctieu.values.interval import Interval
from muctieu.values.span import Span

_ORDINALS = ("một là", "hai là", "ba là", "bốn là", "năm là", "sáu là", "bảy là", "tám là", "chín là", "mười là")
_FIRST = re.compile(f"M(?i:{_ORDINALS[0][1:]})")
_LEADING, _ROOM = 120, 2


def check(ledger: Ledger) -> Iterator[Check]:
    """Every count that leads to a run of ordinals."""
    starts = [match.start() for match in _FIRST.finditer(ledger.text)]
    for at, following in pairwise((*starts, len(ledger.text))):
        figure = ledger.last_before(at)
        if figure is None or not figure.is_count or figure.claim.comparator != "eq" or figure.cell is not None:
            continue
        lead = ledger.lower[figure.claim.end : at].rstrip(" \n\t-–+*•")
        if len(lead) > _LEADING or not lead.endswith(":") or "." in lead:
            continue
        items = _run(ledger, at, following)
        if len(items) > 1 and abs(len(items) - figure.value) <= _ROOM:
            fits, expected = figure.value == len(items), Interval.exactly(len(items))
            words = tuple(items)
            yield Check(
                "tally", (figure,), fits, "warning", None, words, figure.value, expected, "tally_list", weak=True
            )


def _run(ledger: Ledger, at: int, end: int) -> list[Span]:
    """The items from a `Một là` on, each with its line or as far as the next; none where a later ordinal tells that one was left out."""
    starts: list[int] = []
    left = False
    for word in _ORDINALS:
        found = next((place for place in ledger.places(word) if at <= place < end and ledger.text[place].isupper()), -1)
        if found >= 0 and left:
            return []
        left = left or found < 0
        if found >= 0:
            starts.append(found)
            at = found
    return [Span(start, _end(ledger, start, stop)) for start, stop in pairwise((*starts, end))]


def _end(ledger: Ledger, start: int, stop: int) -> int:
    """Where the line of an item ends, or the next begins."""
    line = ledger.text.find("\n", start, stop)
    return line if line >= 0 else stop
