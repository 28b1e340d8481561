"""`target_gap` of what nothing was held against: the goal of a like name, wherever the report or a table tells it.

Formula: gap = |result − goal|. `cả năm có 664 doanh nghiệp ra đời, hụt 36 doanh nghiệp` and the row `Doanh nghiệp thành lập mới 700 664` of a table; `Thu nhập bình quân đầu người còn cách đích năm 2025 tới 12,6 triệu đồng` and the row of that name.
What fits is kept; what does not fails where the report tells one goal only of that name, and the gap is near or a slip away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from muctieu.audit.check import Check
from muctieu.audit.equation import Change
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.names import alike, key_of
from muctieu.audit.open_figures import Settled, open_to
from muctieu.audit.pairs import value_before
from muctieu.audit.plans import of_one_time

_GAP = re.compile(
    r"\b(?:cách (?:đích|mục tiêu|chỉ tiêu|mức)|hụt|thiếu|thấp hơn (?:mục tiêu|chỉ tiêu|kế hoạch)|chưa đạt)\b[^;]*$"
)
_GAP_WORDS = frozenset(("cách", "hụt", "thiếu", "thấp", "chưa"))
"""One of them stands in what is looked for: quick to tell."""
_TO_REACH = re.compile(r"[^,;.]{0,30}\b(?:để|mới) (?:hoàn thành|đạt|đủ|bảo đảm|cán đích|về đích)\b")
_SLIPS = ("swapped", "digit", "off_by_one")
_FAR = Decimal("0.35")
_MANY = 40
_SURE = 3


def check(ledger: Ledger, settled: Settled) -> Iterator[Check]:
    """Every gap to a goal that no other rule has recomputed."""
    for sentence, at, stated in open_to(ledger, settled, "target_gap", "growth", "parts_sum"):
        told = stated.kind == "target_gap" or _is_gap(stated)
        told = told or (stated.kind in ("level", "target") and _is_to_come(ledger, stated))
        if told and stated.claim.comparator == "eq":
            found = _of_gap(ledger, sentence, at)
            if found is not None:
                yield found


def _is_gap(stated: Figure) -> bool:
    """Do the words before an amount say that it is missing?"""
    if stated.is_share or stated.kind not in ("level", "change", "target") or stated.words.isdisjoint(_GAP_WORDS):
        return False
    return _GAP.search(stated.before) is not None


def _is_to_come(ledger: Ledger, stated: Figure) -> bool:
    """`kết nạp thêm 164 đảng viên để hoàn thành mục tiêu`: is it what the goal still asks for?"""
    if stated.is_share or stated.cell is not None or "thêm" not in stated.before[-20:]:
        return False
    return _TO_REACH.match(ledger.after(stated, 80)) is not None


def _of_gap(ledger: Ledger, sentence: Sentence, at: int) -> Check | None:
    """The gap by the results and goals of its name."""
    stated = sentence.figures[at]
    pairs = [(result, goal) for result, goal in _pairs(ledger, sentence, at) if stated.unit == result.unit]
    equations = [Change(stated, result, goal, unsigned=True) for result, goal in pairs]
    for equation in equations:
        if equation.holds():
            return Check.of("target_gap", equation)
    if len({(result.value, goal.value) for result, goal in pairs}) != 1:
        return None
    if not equations[0].is_near(_FAR) and equations[0].slip() not in _SLIPS:
        return None
    found = Check.of("target_gap", equations[0], "warning")
    found.weak = True
    return found


def _pairs(ledger: Ledger, sentence: Sentence, at: int) -> Iterator[tuple[Figure, Figure]]:
    """The result before it with the goals of its row or of its name; where none stands before it, the rows of its own name."""
    stated = sentence.figures[at]
    before = sentence.figures[at - 1] if at else None
    if before is not None and before.kind == "target" and len(before.written) >= _SURE:
        yield from _of_row(ledger, before)
    result = value_before(sentence, at)
    if result is not None and result.kind == "level":
        beside = [f for f in sentence.figures[:at] if _is_goal(f, result)]
        goals = beside or [
            f for _, row, _ in ledger.tabled(result) for f in row.figures.values() if _is_goal(f, result)
        ]
        plans = [f for f in ledger.plans(result.measure)[:_MANY] if f is not stated]
        named = [f for f in plans if alike(f.key, result.key) and of_one_time(f, result)]
        yield from ((result, goal) for goal in goals or named)
        return
    name = stated.key - key_of("cách đích mục tiêu chỉ tiêu còn")
    for grid in ledger.grids if len(name) > 1 else ():
        for row in grid.rows:
            if alike(name, key_of(row.label)):
                results = [f for f in row.figures.values() if f.kind == "level" and not f.is_rate]
                last = max(results, key=lambda f: (str(f.period), f.order), default=None)
                goals = [f for f in row.figures.values() if last is not None and _is_goal(f, last)]
                yield from ((last, goal) for goal in goals if last is not None)


def _of_row(ledger: Ledger, goal: Figure) -> Iterator[tuple[Figure, Figure]]:
    """The last result of the only row of a table that has the goal. (`so với 15.000 người được giao còn thiếu 725 người`)"""
    rows = [row for grid in ledger.grids for row in grid.rows if any(_is_said(f, goal) for f in row.figures.values())]
    results = [f for row in rows for f in row.figures.values() if f.kind == "level" and f.measure == goal.measure]
    if len(rows) == 1 and results:
        yield max(results, key=lambda f: (str(f.period), f.order)), goal


def _is_said(cell: Figure, goal: Figure) -> bool:
    """Does the cell give the goal again?"""
    return cell.kind == "target" and cell.unit == goal.unit and cell.value == goal.value


def _is_goal(figure: Figure, result: Figure) -> bool:
    """Is it a goal in the result's measure?"""
    return figure.kind == "target" and not figure.is_rate and figure.measure == result.measure
