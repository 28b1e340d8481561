"""`attainment` of a gap that is right in size and told the wrong way: `huy động ra lớp 38,6%, kế hoạch 40%, như vậy vượt kế hoạch 1,4 điểm phần trăm`.

Formula: |result − goal| = gap, and `vượt`, `cao hơn` ask for result > goal, `hụt`, `thiếu`, `thấp hơn` for result < goal. The three stand one after another in a sentence, the goal before or after its result. Of what should fall (poverty,
crime) `vượt` and `hụt` say nothing of the numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from muctieu.audit.beside import goes_with, is_plan
from muctieu.audit.check import Check
from muctieu.audit.counts import is_counted
from muctieu.audit.direction import better
from muctieu.audit.equation import Change
from muctieu.audit.figure import Figure
from muctieu.audit.judged import judged
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.verdict import Judgement, Verdict

_WAYS = re.compile(
    r"\b(?P<way>(?P<over>vượt|(?P<higher>cao hơn|nhiều hơn|lớn hơn))|(?:hụt|thiếu|(?P<lower>thấp hơn|ít hơn)))\b[^,;.()%\d]*$"
)
_CUES = frozenset(("vượt", "hơn", "hụt", "thiếu"))
_RESULTS = ("level", "part")


def check(ledger: Ledger) -> Iterator[Check]:
    """Every gap that stands with its result and its goal."""
    for sentence in ledger.sentences:
        for at, gap in enumerate(sentence.figures):
            if not at or gap.words.isdisjoint(_CUES) or gap.claim.comparator != "eq":
                continue
            way = _WAYS.search(gap.before)
            pairs = _told(ledger, sentence, at) if way is not None else []
            fitting = [pair for pair in pairs if Change(gap, pair[0], pair[1].as_told(), unsigned=True).holds()]
            if way is not None and fitting and not any(_is_so(*pair, way) for pair in fitting):
                found = _judged(*fitting[0], way, gap.claim.start - len(gap.before))
                if found is not None:
                    yield found


def _is_so(result: Figure, goal: Figure, way: re.Match[str]) -> bool:
    """Whether the result lies on the side of the goal that the word says."""
    return (result.value > goal.value) == (way["over"] is not None) or result.value == goal.value


def _told(ledger: Ledger, sentence: Sentence, at: int) -> list[tuple[Figure, Figure]]:
    """The result and the goal right before the gap, in any order; or the result before it and the goal right behind it."""
    gap = sentence.figures[at]
    following = sentence.figures[at + 1] if at + 1 < len(sentence.figures) else None
    pairs = [(sentence.figures[at - 1], following)]
    if at > 1:
        pairs = [
            (sentence.figures[at - 1], sentence.figures[at - 2]),
            (sentence.figures[at - 2], sentence.figures[at - 1]),
            *pairs,
        ]
    told = []
    for result, goal in pairs:
        if goal is None or not is_plan(ledger, goal) or goal.kind not in ("target", "level"):
            continue
        alike = (
            goes_with(result, goal)
            and not is_counted(goal.unit)
            and result.kind in _RESULTS
            and not is_plan(ledger, result)
        )
        if alike and gap.is_share == goal.is_share and result.claim.comparator == goal.claim.comparator == "eq":
            told.append((result, goal))
    return told


def _judged(result: Figure, goal: Figure, way: re.Match[str], start: int) -> Check | None:
    """The check of the word; of what should fall only the words that compare numbers."""
    literal = way["higher"] or way["lower"]
    if not literal and (better(result.claim.indicator) == "down" or better(goal.claim.indicator) == "down"):
        return None
    judgement: Judgement = "exceeded" if way["over"] is not None else "missed"
    found = judged(result, goal, Verdict(judgement, way.start("way"), way.end("way")), start, "warning")
    if found is not None:
        found.holds = False
    return found
