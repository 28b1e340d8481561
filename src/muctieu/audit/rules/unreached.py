"""`parts_sum` of those that have reached something and those that have not, told apart.

Formula: reached + not reached = all. `78 trường, trong đó 71 trường đạt chuẩn quốc gia` (or `71/78 trường đạt chuẩn quốc gia`) in one place and, in another, `còn 07 trường chưa đạt chuẩn quốc gia`. What they
reach must be told in the same words, and the number of those that have not be said to be left (`còn`); two statements of one sentence are left to other rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from muctieu.audit.check import Check
from muctieu.audit.equation import Sum, Whole
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.names import Key, key_of
from muctieu.text.lexicon import lexicon

_LEFT = re.compile(r"\bcòn(?: có| tới| đến)?\s*$")
_NOT = re.compile(r"\s*(?:\w+ ){0,2}?(?:chưa|không)(?: được)? ([^,;.:()]{4,60})")
_ENDS = re.compile(r"[,;.:()]")
_NAMED = 2
_MANY = 60


def check(ledger: Ledger) -> Iterator[Check]:
    """Every number of those that are left."""
    tallied = lexicon("audit")["verdict"]["counted"]  # targets met and missed are a tally
    for left in ledger.figures:
        if left.cell is not None or not left.is_count or left.kind != "level" or "còn" not in left.before:
            continue
        if not _LEFT.search(left.before):
            continue
        if left.unit[1:-1] in tallied:
            continue
        lacking = _NOT.match(ledger.after(left, 90))
        name = key_of(lacking[1]) if lacking is not None else frozenset()
        if len(name) < _NAMED or left.claim.comparator != "eq":
            continue
        sums = [
            total for part in ledger.by_unit.get(left.unit, [])[:_MANY] for total in _sums(ledger, part, left, name)
        ]
        held = next((total for total in sums if total.holds()), None)
        if held is not None:
            yield Check.of("parts_sum", held)
        elif len({total.solve(2)[0].low for total in sums}) == 1:
            yield Check.of("parts_sum", sums[0], "warning")


def _sums(ledger: Ledger, part: Figure, left: Figure, name: Key) -> Iterator[Sum]:
    """What has been reached with its whole, where the words after it are those that are lacking."""
    reached = key_of(_ENDS.split(ledger.after(part, 90), maxsplit=1)[0])
    plain = part.sentence != left.sentence and part.cell is None and part.claim.status != "planned"
    times = {part.period, left.period} - {None}
    if not plain or len(times) > 1 or not (name <= reached or reached <= name) or len(reached) < _NAMED:
        return
    if part.kind == "part" and part.claim.whole is not None:
        yield Sum(Whole(part), part, left)
    before = ledger.figures[part.order - 1] if part.order else part
    among = "trong đó" in part.before and before.sentence == part.sentence and before.kind == "level"
    if part.kind == "level" and among and before.unit == part.unit and before.value > part.value:
        yield Sum(before, part, left)
