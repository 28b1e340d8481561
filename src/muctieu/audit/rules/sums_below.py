"""`parts_sum` of a total on the line under its parts: items of one mark, then `Tổng sản lượng lương thực đạt …`, `Cộng dồn 9 tháng, diện tích lúa toàn tỉnh đạt …`.

Formula: Σ the first amount of the total's measure in each item = total. Items without such an amount are passed over where the sum fits; what does not fit is a slip where every item has one, the words
call the figure a total, and the sum comes within a fiftieth of it or differs by two digits the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from muctieu.audit.check import Check
from muctieu.audit.compared import is_compared
from muctieu.audit.equation import Sum
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger

_TOTAL = re.compile(
    r"\b(?:tổng(?: cộng| số)?|cộng(?: dồn| chung| lại)?|lũy kế|luỹ kế|tính chung|cả (?:hai|ba|0?[23]) vụ)\b"
)
_MARK = re.compile(r"[ \t]*(?:[-–+*•]|\(?[a-zđ][.)]|\(?\d{1,2}[.)])(?=[ \t]|[^\W_])")
_CUES = frozenset(("tổng", "cộng", "kế", "tính", "cả"))
_SHARES = frozenset(("%", "‰", "1", ""))
_NEAR = Decimal("0.02")
_MOST, _FEWEST = 12, 2


def check(ledger: Ledger) -> Iterator[Check]:
    """Every total that a line opens with, right under a list."""
    for sentence in ledger.sentences:
        total = sentence.figures[0]
        if total.kind != "level" or total.words.isdisjoint(_CUES) or total.unit in _SHARES or total.cell is not None:
            continue
        line = ledger.lower.rfind("\n", 0, total.claim.start) + 1
        if _TOTAL.search(ledger.lower, line, total.claim.start) is None or sentence.start > line + 1:
            continue
        found = _of_list(ledger, total, line)
        if found is not None:
            yield found


def _of_list(ledger: Ledger, total: Figure, line: int) -> Check | None:
    """The items above, from the last one upwards, against the total."""
    parts: list[Figure] = []
    every, mark, end = True, "", line - 1
    for _ in range(_MOST):
        start = ledger.lower.rfind("\n", 0, end) + 1 if end > 0 else 0
        told = _MARK.match(ledger.lower, start) if end > 0 else None
        if told is None or (mark and told[0].strip()[-1] != mark):
            break
        mark = told[0].strip()[-1]
        part = next((f for f in ledger.between(start, end) if _is_part(f, total)), None)
        if part is not None:
            parts.insert(0, part)
        every = every and part is not None
        end = start - 1
    if len(parts) < _FEWEST:
        return None
    equation = Sum(total, *parts)
    if equation.holds():
        return Check.of("parts_sum", equation)
    made = sum((part.value for part in parts), Decimal(0))
    near = abs(made - total.value) <= _NEAR * total.value or equation.slip() == "swapped"
    alike = all(part.key & total.key for part in parts)
    return Check.of("parts_sum", equation, "warning") if every and near and alike else None


def _is_part(figure: Figure, total: Figure) -> bool:
    """Is it an amount that the total may add up?"""
    plain = figure.kind == "level" and figure.measure == total.measure and not figure.depth
    return plain and figure.claim.comparator == "eq" and figure.value < total.value and not is_compared(figure)
