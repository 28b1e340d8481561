"""`tally` of goals and tasks that a line counts and the lines below go through: `Đại hội xác định 12 chỉ tiêu, gồm:`, then `(1) …` to `(12) …`, or `- Chỉ tiêu …` one by one, with or without headings between.

Formulas: the first count of the line = the items of the run below it; the count of a heading (`1. Về kinh tế (07 chỉ tiêu)`), or of the line's part that is named like it (`kinh tế 07 chỉ tiêu`) = the items under it; where
the items end in judgements, a count of them told in the line or behind the run (`08 chỉ tiêu vượt`, `05 chỉ tiêu đạt và vượt`, `09 chỉ tiêu có khả năng hoàn thành`) = the items judged so. A run that begins anew under
each heading says nothing; nor does a count that is further off than two, nor judgements that only some of the items have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from muctieu.audit.check import Check
from muctieu.audit.counts import counts_of, is_counted, is_of_some
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.names import alike, key_of
from muctieu.audit.verdict import verdict_in
from muctieu.values.interval import Interval
from muctieu.values.span import Span

_CLOSING = re.compile(r"(?<=[.;] )(?P<words>[^.;\d\n]{3,60})[.;]?\s*$")
_STATES = (
    ("hard", re.compile(r"\s*(?:(?:chủ yếu|còn) )*khó (?:đạt|hoàn thành|có khả năng)")),
    ("able", re.compile(r"\s*(?:(?:chủ yếu|đang|còn) )*(?:có |nhiều )?khả năng (?:đạt|hoàn thành|cao)")),
    ("missed", re.compile(r"\s*(?:còn |vẫn )?(?:chưa|không) (?:đạt|hoàn thành)")),
    ("reached", re.compile(r"\s*(?:chủ yếu )?(?:đã |cơ bản )?(?:đạt|hoàn thành)(?:,| và| và hoàn thành)? vượt")),
    ("exceeded", re.compile(r"\s*(?:đã )?(?:hoàn thành )?vượt\b")),
    ("met", re.compile(r"\s*(?:đã |cơ bản )?(?:đạt|hoàn thành)\b(?! (?:từ|trên|dưới|\d))")),
)
_ITEM = re.compile(
    r"[ \t]*(?:\((?P<number>\d{1,2})\)|[-–+•][ \t]*(?=(?:chỉ tiêu|tiêu chí|nhiệm vụ) (?!chủ yếu|cụ thể)))[^\n]*"
)
_HEADING = re.compile(
    r"[ \t]*(?:[-–+*•]|(?:[a-zđ]|\d{1,2}|[ivx]{1,4})[.)/-])\s*(?P<title>[^\n\d;:()]{2,80}?)\s*(?:\(\d{1,2} [^\W\d_]+(?: [^\W\d_]+)?\))?[.:]?$",
    re.MULTILINE,
)
_OF_FIELD = re.compile(r" (?:(?:thuộc|về|lĩnh vực|nhóm) )*(?P<field>[^,;:.()\d]{3,60}?)(?= và \d|[,;:.(]|$)")
_WITHOUT_NOUN = re.compile(r"^(?:các |nhóm )?(?:chỉ tiêu|tiêu chí|nhiệm vụ) (?:về )?|^về ")
_FEWEST, _MOST, _ROOM = 5, 40, 2


@dataclass(slots=True)
class _Group:
    """The items under one heading, or under none."""

    heading: Span | None
    title: str
    items: list[Span]


def check(ledger: Ledger) -> Iterator[Check]:
    """Every count whose line leads to items, of them all, of those under a heading, of those judged so."""
    done = 0
    for sentence in ledger.sentences:
        figure = next((f for f in sentence.figures if f.is_count and is_counted(f.unit)), None)
        if figure is None or figure.claim.start < done or figure.kind not in ("level", "target", "part"):
            continue
        groups = _groups_below(ledger, figure.claim.end)
        items = [item for group in groups for item in group.items]
        if not _FEWEST <= len(items) <= _MOST:
            continue
        done = items[-1].end
        line = ledger.lower.rfind("\n", 0, figure.claim.start) + 1
        told = [f for f in ledger.between(line, items[0].start) if f.is_count and f.unit == figure.unit]
        yield from _totals(ledger, told, groups, items)
        yield from _judged(ledger, figure.unit, line, items)


def _groups_below(ledger: Ledger, at: int) -> list[_Group]:
    """The items below the line of a place, where it ends in a colon, by their headings; none where numbers begin anew, or leave one out."""
    line = ledger.text.find("\n", at)
    if line < 0 or not ledger.text[at:line].rstrip().endswith(":"):
        return []
    groups = [_Group(None, "", [])]
    number, start = 0, line + 1
    while start < len(ledger.text):
        found = _ITEM.match(ledger.lower, start)
        heading = _HEADING.match(ledger.lower, start) if found is None else None
        if found is not None:
            if found["number"] is not None and int(found["number"]) != number + 1:
                return []
            number += 1
            groups[-1].items.append(Span(found.start(), found.end()))
        elif heading is not None:
            groups.append(_Group(Span(heading.start(), heading.end()), heading["title"], []))
        else:
            break
        start = (found or heading).end() + 1  # type: ignore[union-attr]
    return [group for group in groups if group.items]


def _totals(ledger: Ledger, told: list[Figure], groups: list[_Group], items: list[Span]) -> Iterator[Check]:
    """The count of all, the count in each heading, and those of the line's parts that are named like a heading."""
    first = next((f for f in told if _state(ledger.after(f, 50)) is None), None)
    if first is not None and first.kind in ("level", "target") and abs(len(items) - first.value) <= _ROOM:
        yield _tally(first, items, [Span(items[0].start, items[-1].end)])
    for group in groups if len(groups) > 1 else ():
        if group.heading is None:
            continue
        own = ledger.between(group.heading.start, group.heading.end)
        named = [f for f in told if f is not first and _is_named(ledger, f, group.title)]
        for figure in own[:1] or named[:1]:
            if abs(len(group.items) - figure.value) <= _ROOM:
                yield _tally(figure, group.items, [Span(group.items[0].start, group.items[-1].end)])


def _is_named(ledger: Ledger, figure: Figure, title: str) -> bool:
    """`kinh tế 06 chỉ tiêu`, `06 chỉ tiêu về kinh tế`: do the words right behind the count, else those before it, name the heading?"""
    behind = _OF_FIELD.match(ledger.after(figure, 70))
    words = behind["field"] if behind is not None else re.split(r"[;:,(]", figure.before)[-1]
    named = words.strip() and figure.unit[1:-1] not in words
    return bool(named) and alike(key_of(words), key_of(_WITHOUT_NOUN.sub("", title)))


def _tally(figure: Figure, items: Sequence[Span], words: Sequence[Span]) -> Check:
    """The check of a count against so many items."""
    fits, expected = figure.value == len(items), Interval.exactly(len(items))
    return Check("tally", (figure,), fits, "warning", None, tuple(words), figure.value, expected, "tally_list", weak=True)  # fmt: skip


def _judged(ledger: Ledger, unit: str, line: int, items: Sequence[Span]) -> Iterator[Check]:
    """Counts of one state each, told in the line that leads to the items or behind them."""
    by_state: dict[str, list[Span]] = {state: [] for state, _ in _STATES}
    for item in items:
        closing = _CLOSING.search(ledger.lower, item.start, item.end)
        verdict = verdict_in(closing["words"]) if closing is not None else None
        if closing is None:
            return
        state = _state(closing["words"]) or (verdict.judgement if verdict is not None else None)
        if state not in by_state:
            return
        by_state[state].append(Span(*closing.span("words")))
    mixed = by_state["reached"]
    by_state["reached"] = [*mixed, *by_state["exceeded"], *by_state["met"]]
    for figure in ledger.once(counts_of):
        around = line <= figure.claim.start < items[0].start or figure.claim.start > items[-1].end
        if not around or figure.unit != unit or figure.kind != "level" or is_of_some(ledger, figure):
            continue
        state = _state(ledger.after(figure, 50))
        if state is None or (mixed and state in ("exceeded", "met")) or not by_state[state]:
            continue
        if abs(len(by_state[state]) - figure.value) <= _ROOM:
            yield _tally(figure, by_state[state], by_state[state])


def _state(words: str) -> str | None:
    """Whether the words say that it is hard to reach, may be reached, was missed, was met, exceeded, or is reached and more."""
    return next((state for state, told in _STATES if told.match(words)), None)
