"""`growth` and `target_gap` of a difference that is told far from its two amounts, which a rate has proved to belong together: `27.216 triệu đồng …; cùng kỳ 24.192 triệu đồng, tăng 12,5%`, pages later `so với cùng kỳ tăng thêm 3.024 triệu đồng`.

Formula: difference = |value − basis| or |goal − result|. Takes what no other rule has recomputed. What fits is kept. A number of four digits or more fails where two of its digits the other way round, or thousands for units, would make it fit;
where one digit is another, only if its clause shares a word with theirs.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal

from muctieu.audit.check import Check
from muctieu.audit.clauses import clause_of, said
from muctieu.audit.equation import Change
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.open_figures import Settled, open_to

_TOLD = re.compile(
    r"\b(?:thêm|thiếu(?: hụt)?|còn lại(?: là)?|nhiều hơn|ít hơn|cao hơn|thấp hơn|hụt|nữa|chênh lệch)(?: được| khoảng| là)*\s*$"
)
_KINDS = ("change", "target_gap")
_FOUR = 4
_TEN = Decimal(10)
_THOUSANDS = tuple(Decimal(1000) ** power for power in (-2, -1, 1, 2))
_MANY = 40


def check(ledger: Ledger, settled: Settled) -> Iterator[Check]:
    """Every difference of four digits or more that nothing was held against, by the pairs of its measure."""
    pairs: defaultdict[str, list[tuple[Figure, Figure]]] = defaultdict(list)
    for one, other in settled.pairs:
        pairs[one.unit].append((one, other))
    for _, _, stated in open_to(ledger, settled, "growth", "target_gap", "parts_sum"):
        if (
            stated.unit not in pairs
            or stated.cell is not None
            or len(stated.written) < _FOUR
            or stated.claim.per
            or stated.claim.comparator != "eq"
        ):
            continue
        if stated.kind in _KINDS or _TOLD.search(stated.before):
            found = _of_pairs(ledger, stated, pairs[stated.unit][:_MANY])
            if found is not None:
                yield found


def _of_pairs(ledger: Ledger, stated: Figure, pairs: Sequence[tuple[Figure, Figure]]) -> Check | None:
    """What fits; else the only pair that a slip leads to."""
    equations = [Change(stated, *sorted(pair, key=_value, reverse=True), unsigned=True) for pair in pairs]
    for equation, pair in zip(equations, pairs, strict=True):
        if equation.holds():
            return Check.of(_rule(pair), equation)
    slipped = [(e, pair) for e, pair in zip(equations, pairs, strict=True) if _is_slip(ledger, stated, e, pair)]
    if len({frozenset((one.value, other.value)) for _, (one, other) in slipped}) != 1:
        return None
    equation, pair = slipped[0]
    found = Check.of(_rule(pair), equation, "warning")
    found.weak = True
    return found


def _value(figure: Figure) -> Decimal:
    """What it amounts to."""
    return figure.value


def _rule(pair: tuple[Figure, Figure]) -> Literal["target_gap", "growth"]:
    """The rule by whether one of them is a goal."""
    return "target_gap" if any(figure.kind == "target" for figure in pair) else "growth"


def _is_slip(ledger: Ledger, stated: Figure, equation: Change, pair: tuple[Figure, Figure]) -> bool:
    """Does a slip of writing lead from the pair's difference, which is told as exactly, to what is stated?"""
    made = abs(pair[0].value - pair[1].value)
    if not made or any(f.claim.resolution > stated.claim.resolution for f in pair if f.kind != "target"):
        return False
    size = abs(stated.value) / made
    if size in _THOUSANDS:
        return True
    slip = equation.slip() if 1 / _TEN < size < _TEN else ""
    if slip == "digit" and (stated.kind != "change" or _rule(pair) == "growth"):
        words = clause_of(ledger, stated) - (said(stated.unit[1:-1]) if stated.is_counted else frozenset())
        return any(words & clause_of(ledger, figure) for figure in pair)
    return slip == "swapped"
