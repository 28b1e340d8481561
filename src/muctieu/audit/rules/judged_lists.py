"""`attainment` and `tally` of lists under a verdict: `- Các chỉ tiêu đạt Nghị quyết: (11) Lao động qua đào tạo 75% (NQ 75%); (12) Nước sạch 97,4% (NQ 98%).`

Formulas: as for other judgements, of each item that has one result with its goal in parentheses behind it; a count of the sentence before (`05 chỉ tiêu đạt`) = the marks of the list under that verdict. Items with several goals are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from muctieu.audit.check import Check
from muctieu.audit.counts import counts_of, verdict_of
from muctieu.audit.figure import Figure
from muctieu.audit.judged import judged
from muctieu.audit.ledger import Ledger
from muctieu.audit.verdict import Verdict, verdict_in
from muctieu.values.interval import Interval
from muctieu.values.span import Span

_COUNTED = "chỉ tiêu "
_OPENS = re.compile(
    r"[ \t]*(?:[-+*•–]|\(?\w{1,2}[.)])?[ \t]*(?:(?:các|những|nhóm|nhóm các|có) )?(?:\d{1,2} )?chỉ tiêu "
)
_VERDICT = re.compile(
    r"(?:(?:đã|được|ước) )?(?P<verdict>đạt và vượt|hoàn thành vượt mức|vượt mức|vượt|(?:chưa |không )?(?:đạt|hoàn thành))"
    r"(?: (?:mức|kế hoạch|mục tiêu|nghị quyết|chỉ tiêu|đề ra|đại hội|so với))*(?:,? (?:gồm|là|gồm có|cụ thể))?(?:: ?(?=\(\d)|[:.]?[ \t]*(?P<lines>\n))"
)
_ITEM = re.compile(r"(?<![^\s;.:])\((?P<number>\d{1,2})\) ?(?=[^\W\d])")
_LINE = re.compile(
    r"[ \t]*(?:\((?P<number>\d{1,2})\)|(?P<point>\d{1,2})[.)]|[-+*•–])[ \t]*(?=[^\W\d])(?!(?:các )?chỉ tiêu )[^\n]*(?:\n|\Z)"
)
_FEWEST = 2
_KINDS = ("level", "part", "growth", "change")


class Mark(NamedTuple):
    """Where an item begins, and its number; None for a dash."""

    start: int
    number: int | None


class Listed(NamedTuple):
    """Targets under a verdict, on its line or on lines of their own: what it says, where its word begins, the marks, where the list ends."""

    verdict: Verdict
    start: int
    marks: tuple[Mark, ...]
    end: int


def check(ledger: Ledger) -> Iterator[Check]:
    """Every item of such a list, against the verdict over it."""
    for listed in ledger.once(_lists):
        for begin, until in pairwise([*(mark.start for mark in listed.marks), listed.end]):
            yield from _judge(ledger.between(begin, until), listed.verdict, listed.start)


def counts(ledger: Ledger) -> Iterator[Check]:
    """Every such list, against the count of that verdict in the sentence before it."""
    for listed in ledger.once(_lists):
        yield from _count(ledger, listed)


def _lists(ledger: Ledger) -> tuple[Listed, ...]:
    """The lines that open with a verdict and list numbered targets."""
    found = []
    for at in ledger.places(_COUNTED):
        line = ledger.lower.rfind("\n", 0, at) + 1
        opened = _OPENS.match(ledger.lower, line)
        begins = opened is not None and opened.end() == at + len(_COUNTED)
        told = _VERDICT.match(ledger.lower, at + len(_COUNTED)) if begins else None
        verdict = verdict_in(told["verdict"]) if told is not None else None
        if told is None or verdict is None:
            continue
        marks, end = (_lines if told["lines"] else _items)(ledger.lower, told.end())
        if len(marks) >= _FEWEST:
            found.append(Listed(verdict, told.start("verdict"), marks, end))
    return tuple(found)


def _items(low: str, begin: int) -> tuple[tuple[Mark, ...], int]:
    """The marks of the items on the line, and where it ends."""
    close = low.find("\n", begin)
    end = close if close >= 0 else len(low)
    return tuple(Mark(item.start(), int(item["number"])) for item in _ITEM.finditer(low, begin, end)), end


def _lines(low: str, begin: int) -> tuple[tuple[Mark, ...], int]:
    """The lines right below that open with a mark, and where the last of them ends."""
    marks, at = [], begin
    while line := _LINE.match(low, at):
        told = line["number"] or line["point"]
        marks.append(Mark(at, int(told) if told else None))
        at = line.end()
    return tuple(marks), at


def _judge(figures: Sequence[Figure], verdict: Verdict, start: int) -> Iterator[Check]:
    """The only result of an item that its goal stands behind, against the verdict over the list."""
    goals = [figure for figure in figures if figure.kind == "target"]
    pair = next((two for two in pairwise(figures) if len(goals) == 1 and two[1] is goals[0]), None)
    if pair is None or pair[0].kind not in _KINDS or pair[1].depth <= pair[0].depth:
        return
    result, goal = pair
    if result.unit == goal.unit or (result.is_count and goal.is_count):
        found = judged(result, goal, Verdict(verdict.judgement, 0, verdict.end - verdict.start), start, "warning")
        if found is not None:
            yield found


def _count(ledger: Ledger, listed: Listed) -> Iterator[Check]:
    """The count of that verdict in the last sentence before the list, against its items, which are numbered on."""
    first = listed.marks[0].number
    if first is None or [mark.number for mark in listed.marks] != list(range(first, first + len(listed.marks))):
        return
    opens = ledger.lower.rfind("\n", 0, listed.start)
    near = [f for f in ledger.once(counts_of) if f.claim.start < opens][-_NEAR:]
    span, made = Span(listed.marks[0].start, listed.end), Interval.exactly(len(listed.marks))
    for figure in near:
        told = verdict_of(ledger, figure)
        if figure.kind == "level" and told is not None and told.judgement == listed.verdict.judgement:
            fits = figure.value == len(listed.marks)
            if fits or abs(figure.value - len(listed.marks)) <= _ROOM:
                yield Check("tally", (figure,), fits, "warning", None, (span,), figure.value, made, "tally_list")


_NEAR, _ROOM = 4, 3
