"""`attainment`, of numbered items that open with their goal and end in a verdict: `9. Bao phủ bảo hiểm y tế 95%; cuối năm 2022 đạt 93,7%. Đạt.`

Takes the sentences whose first figure is a target; holds the last result of the item against it and the verdict. A forecast (`có khả năng đạt`,
`khó đạt`) is no verdict. Never looks beyond the item's line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from muctieu.audit.check import Check
from muctieu.audit.compared import is_compared
from muctieu.audit.figure import Figure
from muctieu.audit.judged import judged
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.verdict import Verdict, verdict_in
from muctieu.claims.goal_items import verdict_of_item

_FORECAST = re.compile(r"\b(?:ước|dự kiến|cơ bản|khả năng|khó)\b")


def check(ledger: Ledger) -> Iterator[Check]:
    """Every numbered item that sets a goal, tells a result and judges it."""
    for sentence in ledger.sentences:
        first = sentence.figures[0]
        if first.kind != "target" or first.cell is not None or len(sentence.figures) < 2:
            continue
        closing = _closing(ledger, sentence)
        result = _result(sentence, first) if closing is not None else None
        if closing is not None and result is not None:
            verdict, start = closing
            found = judged(result, first, verdict, start, "error")
            if found is not None:
                yield found


def _closing(ledger: Ledger, sentence: Sentence) -> tuple[Verdict, int] | None:
    """The verdict that the item's line ends with, and where its words stand; None where the line is no such item."""
    told = verdict_of_item(ledger.lower, sentence.figures[0].claim.start, sentence.figures[-1].claim.end)
    if told is None or _FORECAST.search(told["verdict"]):
        return None
    verdict = verdict_in(told["verdict"])
    return (verdict, told.start("verdict")) if verdict is not None else None


def _result(sentence: Sentence, target: Figure) -> Figure | None:
    """The item's last result in the measure of its goal; None where another goal stands between."""
    kinds = ("change", "growth") if target.value < 0 else ("level",)  # a fall is judged by the fall
    for figure in reversed(sentence.figures[1:]):
        if figure.kind == "target":
            return None
        if figure.kind in kinds and figure.unit == target.unit and not is_compared(figure):
            return figure if figure.claim.per == target.claim.per or figure.unit == "%" else None
    return None
