"""`attainment`, of items, numbered or labelled, that open with their goal and end in a verdict: `9. Bao phủ bảo hiểm y tế 95%; cuối năm 2022 đạt 93,7%. Đạt.`

Takes the lines whose first figure is a target; holds the last result of the item against it and the verdict. A forecast (`có khả năng đạt`,
`khó đạt`, `dự kiến cuối nhiệm kỳ đạt 99%`) is no verdict and no result. Never looks beyond the item's line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from muctieu.audit.check import Check
from muctieu.audit.compared import is_compared
from muctieu.audit.figure import Figure
from muctieu.audit.judged import judged
from muctieu.audit.ledger import Ledger
from muctieu.audit.verdict import Verdict, verdict_in
from muctieu.claims.goal_items import verdict_of_item, verdict_of_labelled

_FORECAST = re.compile(r"\b(?:ước|dự kiến|cơ bản|khả năng|khó)\b")
_EXPECTED = re.compile(r"\b(?:dự kiến|dự báo)\b")


def check(ledger: Ledger) -> Iterator[Check]:
    """Every item that sets a goal, tells a result and judges it."""
    done = 0
    for sentence in ledger.sentences:
        first = sentence.figures[0]
        if first.kind != "target" or first.cell is not None or first.claim.start < done:
            continue
        closing, figures = _closing(ledger, first, sentence.figures, verdict_of_item), sentence.figures
        if closing is None:
            end = ledger.text.find("\n", first.claim.end)
            figures = ledger.between(first.claim.start, end if end >= 0 else len(ledger.text))
            closing = _closing(ledger, first, figures, verdict_of_labelled)
        result = _result(ledger, figures, first) if closing is not None else None
        if closing is not None and result is not None:
            verdict, start = closing
            done = figures[-1].claim.end
            found = judged(result, first, verdict, start, "error")
            if found is not None:
                yield found


def _closing(
    ledger: Ledger, goal: Figure, figures: Sequence[Figure], told_in: Callable[[str, int, int], re.Match[str] | None]
) -> tuple[Verdict, int] | None:
    """The verdict that the item's line ends with, and where its words stand; None where the line is no such item."""
    if len(figures) < _GOAL_AND_RESULT:
        return None
    told = told_in(ledger.lower, goal.claim.start, figures[-1].claim.end)
    if told is None or _FORECAST.search(told["verdict"]):
        return None
    verdict = verdict_in(told["verdict"])
    return (verdict, told.start("verdict")) if verdict is not None else None


_GOAL_AND_RESULT = 2


def _result(ledger: Ledger, figures: Sequence[Figure], target: Figure) -> Figure | None:
    """The item's last result in the measure of its goal, that is no forecast; None where another goal stands between."""
    kinds = ("change", "growth") if target.value < 0 else ("level",)  # a fall is judged by the fall
    for figure in reversed(figures[1:]):
        if figure.kind == "target":
            return None
        if _EXPECTED.search(ledger.lower, figure.claim.sentence.start, figure.claim.start):
            continue
        if figure.kind in kinds and figure.unit == target.unit and not is_compared(figure):
            return figure if figure.claim.per == target.claim.per or figure.unit == "%" else None
    return None
