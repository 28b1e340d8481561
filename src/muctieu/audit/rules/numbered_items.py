"""`tally` of goals and tasks that a line counts and the lines below number through: `Đại hội xác định 12 chỉ tiêu, gồm:`, then `(1) …` to `(12) …`, with or without headings between.

Formulas: the first count of the line = the last number of the run below it; where the items end in judgements, a count of them told elsewhere (`08 chỉ tiêu đã đạt và vượt`, `09 chỉ tiêu có khả năng hoàn thành`) = the
items judged so. A run that begins anew under each heading says nothing; nor does a count that is further off than two, nor judgements that only some of the items have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from muctieu.audit.check import Check
from muctieu.audit.counts import counts_of, is_counted, is_of_some
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.verdict import verdict_in
from muctieu.values.interval import Interval
from muctieu.values.span import Span

_CLOSING = re.compile(r"(?<=\. )(?P<words>[^.\d\n]{3,60})\.?\s*$")
_STATES = (
    ("hard", re.compile(r"\s*(?:(?:chủ yếu|còn) )*khó (?:đạt|hoàn thành|có khả năng)")),
    ("able", re.compile(r"\s*(?:(?:chủ yếu|đang|còn) )*(?:có |nhiều )?khả năng (?:đạt|hoàn thành|cao)")),
    ("missed", re.compile(r"\s*(?:còn |vẫn )?(?:chưa|không) (?:đạt|hoàn thành)")),
    ("reached", re.compile(r"\s*(?:chủ yếu )?(?:đã |cơ bản )?(?:đạt|hoàn thành)(?:,| và| và hoàn thành)? vượt")),
)
_BY_VERDICT = {"exceeded": "reached", "met": "reached", "missed": "missed"}
_ITEM = re.compile(r"[ \t]*\((\d{1,2})\)[^\n]*")
_HEADING = re.compile(r"[ \t]*(?:[-–+*•]|(?:[a-zđ]|\d{1,2}|[ivx]{1,4})[.)/-])[^\n\d;]{2,80}$", re.MULTILINE)
_FEWEST, _MOST, _ROOM = 5, 40, 2


def check(ledger: Ledger) -> Iterator[Check]:
    """Every count whose line leads to numbered lines, and counts of how those are judged."""
    for sentence in ledger.sentences:
        figure = next((f for f in sentence.figures if f.is_count and is_counted(f.unit)), None)
        if figure is None or figure.kind not in ("level", "target") or not _FEWEST <= figure.value <= _MOST:
            continue
        items = _items_below(ledger, figure.claim.end)
        if items and abs(len(items) - figure.value) <= _ROOM:
            yield _tally(figure, items, [Span(items[0].start, items[-1].end)])
            yield from _judged(ledger, figure, items)


def _items_below(ledger: Ledger, at: int) -> list[Span]:
    """The items below the line of a place, where it ends in a colon; headings without a number may stand between. None where the numbers begin anew, or leave one out."""
    line = ledger.text.find("\n", at)
    if line < 0 or not ledger.text[at:line].rstrip().endswith(":"):
        return []
    items: list[Span] = []
    start = line + 1
    while True:
        found = _ITEM.match(ledger.lower, start)
        if found is not None and int(found[1]) != len(items) + 1:
            return []
        if found is not None:
            items.append(Span(found.start(), found.end()))
        elif (found := _HEADING.match(ledger.lower, start)) is None:
            return items
        start = found.end() + 1


def _tally(figure: Figure, items: Sequence[Span], words: Sequence[Span]) -> Check:
    """The check of a count against so many items."""
    fits, expected = figure.value == len(items), Interval.exactly(len(items))
    return Check("tally", (figure,), fits, "warning", None, tuple(words), figure.value, expected, "tally_list", weak=True)  # fmt: skip


def _judged(ledger: Ledger, all_of_them: Figure, items: Sequence[Span]) -> Iterator[Check]:
    """Counts of one state each, told behind the items."""
    by_state: dict[str, list[Span]] = {"hard": [], "able": [], "missed": [], "reached": []}
    for item in items:
        closing = _CLOSING.search(ledger.lower, item.start, item.end)
        if closing is None:
            return
        verdict = verdict_in(closing["words"])
        judged = _state(closing["words"]) or (_BY_VERDICT.get(verdict.judgement) if verdict is not None else None)
        if judged is None:
            return
        by_state[judged].append(Span(*closing.span("words")))
    for figure in ledger.once(counts_of):
        behind = figure.claim.start > items[-1].end and figure.unit == all_of_them.unit and figure.kind == "level"
        state = _state(ledger.after(figure, 50)) if behind and not is_of_some(ledger, figure) else None
        if state and by_state[state] and abs(len(by_state[state]) - figure.value) <= _ROOM:
            yield _tally(figure, by_state[state], by_state[state])


def _state(words: str) -> str | None:
    """Whether the words say that it is hard to reach, may be reached, was missed, or is reached and more."""
    return next((state for state, told in _STATES if told.match(words)), None)
