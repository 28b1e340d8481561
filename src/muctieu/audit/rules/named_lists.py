"""`tally` of places that are counted and named: `04 xã đăng ký gồm: Hòa Lộc, Tân Khê, An Bình, Phú Thạch và Vĩnh Sơn`; and of targets whose rest is listed.

Formulas: a count of communes, hamlets … = the names that follow it, the one after `và` too, for no name of a place has that word in it; all − reached = the lines of the list of what is left
(`15 chỉ tiêu; 13 chỉ tiêu đạt và vượt; các chỉ tiêu còn lại chưa đạt gồm: …`). Lists that are open (`như`, `v.v.`), or in which something stands that is no name, are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from muctieu.audit.check import Check
from muctieu.audit.counts import counts_of, is_counted, is_of_some, is_reached
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.named_places import names_after
from muctieu.values.interval import Interval
from muctieu.values.span import Span

_REST_LISTED = re.compile(r"\bchỉ tiêu còn lại\b[^.;:\n]{0,60}:\s*\n")
_LINE = re.compile(r"[ \t]*(?:[-+*•–]|\(?\w{1,2}[.)])[ \t]*[^\n]+\n?")
_FEWEST, _ROOM = 2, 3


def check(ledger: Ledger) -> Iterator[Check]:
    """Every count of places with their names right after it, and every list of the targets that are left."""
    for figure in ledger.figures:
        named = names_after(ledger, figure)
        if named is not None and abs(figure.value - named[0]) <= _ROOM:
            yield _counted(figure, named[0], figure.value == named[0], named[1])
    if "chỉ tiêu còn lại" in ledger.lower:
        yield from _left(ledger)


def _counted(figure: Figure, count: int, fits: bool, span: Span) -> Check:
    """The check of a count against so many names."""
    expected = Interval.exactly(count)
    return Check("tally", (figure,), fits, "warning", None, (span,), figure.value, expected, "tally_list")


def _left(ledger: Ledger) -> Iterator[Check]:
    """`15 chỉ tiêu. … 13 chỉ tiêu đạt và vượt; các chỉ tiêu còn lại chưa đạt gồm:` and lines below: what was reached is all but those."""
    counts = [f for f in ledger.once(counts_of) if is_counted(f.unit) and not is_of_some(ledger, f)]
    for opened in _REST_LISTED.finditer(ledger.lower):
        before = [f for f in counts if f.claim.end <= opened.start()][-_FEWEST:]
        if not before or not is_reached(ledger, before[-1]):
            continue
        reached = before[-1]
        whole = reached.claim.whole if reached.kind == "part" else before[0].value
        lines, at = 0, opened.end()
        while (line := _LINE.match(ledger.text, at)) is not None:
            lines, at = lines + 1, line.end()
        if whole is None or lines == 0 or whole < reached.value or (reached.kind != "part" and len(before) < _FEWEST):
            continue
        count = int(whole) - lines
        fits = reached.value == count
        if fits or abs(reached.value - count) <= _ROOM:
            found = _counted(reached, count, fits, Span(opened.end(), at))
            found.figures = tuple(dict.fromkeys((reached, before[0])))
            yield found
