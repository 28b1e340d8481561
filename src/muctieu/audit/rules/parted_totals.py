"""`parts_sum` of a sentence that parts a total by its name, where the total itself is told in another chapter (`Trong tổng vốn đầu tư toàn xã hội 3 năm, khu vực nhà nước 9.860 tỷ đồng, khu vực dân doanh 21.915 tỷ đồng, …`).

Formula: Σ parts = the total. The total is the only amount of that name, in the parts' measure and of their time; what fits is kept, and a sum within a tenth of it that does not fit is spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from muctieu.audit.check import Check
from muctieu.audit.equation import Sum
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.names import Key, alike, key_of

_OPENS = "trong tổng "
_NAMED = re.compile(r"trong tổng (?:số )?(?P<name>[^,;:.()]{6,90}),\s")
_NEXT = re.compile(r"[,;]|\bvà\b")
_FEWEST = 2
_NEARLY = Decimal("0.1")


def check(ledger: Ledger) -> Iterator[Check]:
    """Every sentence that names the total which it parts."""
    for sentence in ledger.sentences:
        opened = ledger.lower.find(_OPENS, sentence.start, sentence.start + 16)
        named = _NAMED.match(ledger.lower, opened) if opened >= 0 else None
        if named is not None:
            yield from _against(ledger, sentence, key_of(named["name"]))


def _against(ledger: Ledger, sentence: Sentence, name: Key) -> Iterator[Check]:
    """The parts that stand side by side from the first on, and the only total of that name."""
    parts = _side_by_side(sentence.figures)
    if len(parts) < _FEWEST:
        return
    wholes = [f for f in ledger.holding(name) if _may_be_whole(f, parts, name)]
    made = sum((part.value for part in parts), Decimal(0))
    if len({whole.value for whole in wholes}) != 1:
        return
    found = Check.of("parts_sum", Sum(wholes[0], *parts), "warning")
    if found.holds or abs(made - wholes[0].value) <= wholes[0].value * _NEARLY:
        yield found


def _side_by_side(figures: list[Figure]) -> list[Figure]:
    """The levels of the first one's measure, up to where the words go on with something else."""
    parts: list[Figure] = []
    for figure in figures:
        if figure.depth:
            continue
        if figure.kind != "level" or figure.is_share or (parts and figure.measure != parts[0].measure):
            break
        if parts and (_NEXT.match(figure.before.lstrip()) is None or "tổng" in figure.before):
            break
        parts.append(figure)
    return parts


def _may_be_whole(figure: Figure, parts: list[Figure], name: Key) -> bool:
    """Is it an amount of the name, in the parts' measure and of their time, in another sentence?"""
    return (
        figure.sentence != parts[0].sentence
        and figure.measure == parts[0].measure
        and figure.value > max(part.value for part in parts)
        and (figure.period == parts[0].period or None in (figure.period, parts[0].period))
        and alike(figure.key, name)
    )
