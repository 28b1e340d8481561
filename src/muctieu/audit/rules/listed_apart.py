"""`tally` of lists right under their count, of prizes by rank, of results that fall short and that a whole list does not name.

Formulas: a count = the lines of its list (`Có 3 chỉ tiêu chưa đạt:` and three dashes); prizes = Σ first, second, third … in the parentheses after them. A list in parentheses that has as many items as it says is
whole: a result that the report itself sets beside a target that it does not reach, and that the list does not name, contradicts it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from muctieu.audit.check import Check
from muctieu.audit.counts import counts_of, is_counted, is_open_ended
from muctieu.audit.direction import better
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.names import key_of
from muctieu.audit.verdict import verdict_in
from muctieu.values.interval import Interval
from muctieu.values.span import Span

_ITEM = re.compile(
    r"[ \t]*(?:(?P<dash>[-+*•–])|\(?\d{1,2}[.)]|[a-zđ][.)]|\((?:i{1,3}|iv|vi{0,3}|ix|x)\)|(?P<word>một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|thứ \w+)(?: là)?\b\s?[,:])[^\n]*"
)
_INNER = re.compile(r"\s*\(\d")
_RANKS = re.compile(
    r"(\d{1,3})\s*(?:giải |huy chương |hc )?(nhất|nhì|nhi|ba|tư|khuyến khích|kk|vàng|bạc|đồng|đặc biệt)\b"
)
_PRIZES = ("{giải", "{huy chương")
_BESIDE = re.compile(r"\(\s*(?:mục tiêu|chỉ tiêu|nghị quyết|nq|đại hội)[^()]*$")
_EXCEEDS = re.compile(r"\b(?<!chưa )(?<!không )(?:vượt|đạt và vượt)\b")
_ROOM = 3
_MOST = 30
_WINDOW = 600  # letters


def check(ledger: Ledger) -> Iterator[Check]:
    """Every count whose list stands apart from it."""
    counts = ledger.once(counts_of)
    missed: list[Figure] | None = None
    for figure in counts:
        items = _bracketed(ledger, figure)
        if items:
            missed = _fallen_short(ledger)[:_MOST] if missed is None else missed
            yield from _unlisted(figure, items, missed)
    for sentence in ledger.sentences:
        figure = sentence.figures[-1]
        if figure.is_count and 2 <= figure.value <= _MOST:
            is_part = any(f.unit == figure.unit for f in sentence.figures[:-1])
            yield from _lines(ledger, figure, is_part=is_part)
        for figure in sentence.figures:
            if figure.unit.startswith(_PRIZES) and figure.is_count:
                yield from _prizes(ledger, figure)


def _listed(figure: Figure, count: int, fits: bool, span: Span) -> Check:
    """The check of a count against so many items."""
    expected = Interval.exactly(count)
    return Check("tally", (figure,), fits, "warning", None, (span,), figure.value, expected, "tally_list")


def _lines(ledger: Ledger, figure: Figure, *, is_part: bool) -> Iterator[Check]:
    """The lines of one kind right under a count whose line ends in a colon."""
    line = ledger.text.find("\n", figure.claim.end)
    tail = ledger.text[figure.claim.end : line if line >= 0 else len(ledger.text)].rstrip()
    if line < 0 or not tail.endswith(":") or is_open_ended(tail) or any(letter.isdigit() for letter in tail):
        return
    kinds: list[str] = []
    start = line + 1
    while (item := _ITEM.match(ledger.lower, start)) is not None:
        inner = _INNER.match(item[0]) is not None
        kinds.append(item["dash"] or ("word" if item["word"] else "inner" if inner else "number"))
        start = item.end() + 1
    own = _ITEM.match(ledger.lower, ledger.text.rfind("\n", 0, figure.claim.start) + 1)
    if {"number", "inner"} <= {*kinds}:
        return  # `(1)` to `(12)` under headings: `numbered_items`
    if is_part and kinds[:1] == ["number"] and len(set(kinds)) > 1:
        return  # `kinh tế 06 chỉ tiêu, xã hội 05 chỉ tiêu:` and headings with dashes under them
    if len(kinds) < 2 or (own is not None and (own["dash"] or "number") == kinds[0]):
        return
    count = kinds.count(kinds[0])
    fits = figure.value == count
    judged = is_counted(figure.unit) or kinds[0] == "word"
    if fits or (judged and abs(figure.value - count) <= _ROOM):
        yield _listed(figure, count, fits, Span(line + 1, start - 1))


def _prizes(ledger: Ledger, figure: Figure) -> Iterator[Check]:
    """`46 giải (03 nhất, 09 nhì, 13 ba, 21 KK)`: the ranks right after prizes or medals."""
    after = ledger.lower[figure.claim.end : figure.claim.end + 160]
    listed = re.match(r"[^;.()\d]{0,40}[:(][^;.()]*", after) or re.match(r"[^;.()\d]{0,40}\bgồm\b[^;.()]*", after)
    if listed is None:
        return
    ranks = list(_RANKS.finditer(listed[0]))
    if len(ranks) < 2 or len({rank[2] for rank in ranks}) != len(ranks):
        return
    made = sum(int(rank[1]) for rank in ranks)
    if made == figure.value or abs(made - figure.value) <= max(_ROOM, int(figure.value) // 10):
        start = figure.claim.end
        span = Span(start + ranks[0].start(), start + ranks[-1].end())
        fits = figure.value == made
        yield Check(
            "tally", (figure,), fits, "error", None, (span,), figure.value, Interval.exactly(made), "tally_ranks"
        )


def _bracketed(ledger: Ledger, figure: Figure) -> list[str]:
    """The items of the list in parentheses after a count of what was missed, where there are as many as it says."""
    if figure.kind not in ("level", "part") or not 1 <= figure.value <= _MOST:
        return []
    listed = re.match(
        r"[^;.()]{0,160}\(([^()\d]*(?:\d[^()\d]*){0,2})\)", ledger.lower[figure.claim.end : figure.claim.end + _WINDOW]
    )
    if listed is None or is_open_ended(listed[1]):
        return []
    verdict = verdict_in(listed[0][: listed.start(1)])
    items = [item for item in re.split("[;,]", listed[1]) if item.strip()]
    return items if verdict is not None and verdict.judgement == "missed" and len(items) == figure.value else []


def _fallen_short(ledger: Ledger) -> list[Figure]:
    """Results that fall short of the target in the parentheses right after them, those of a breakdown (`trong đó`) left out."""
    short: list[Figure] = []
    for sentence in ledger.sentences:
        for result, target in zip(sentence.figures, sentence.figures[1:], strict=False):
            if target.kind != "target" or result.kind not in ("level", "growth") or result.depth or target.depth != 1:
                continue
            beside = _BESIDE.search(target.before) is not None and result.unit == target.unit
            exact = result.claim.comparator == "eq" and target.claim.comparator in ("eq", "ge")
            if beside and exact and better(result.claim.indicator) == "up" and result.value < target.value:
                if _EXCEEDS.search(target.before):
                    continue  # `94,3%, vượt chỉ tiêu (95%)` is contradicted where it stands
                among = any("trong đó" in f.before for f in sentence.figures if _goes_on(f, result))
                short += [] if among else [result]
    return short


def _goes_on(figure: Figure, result: Figure) -> bool:
    """Is it before the result in its sentence, or the result itself?"""
    return figure.order <= result.order


def _unlisted(figure: Figure, items: Sequence[str], missed: list[Figure]) -> Iterator[Check]:
    """Results that fall short, of which the whole list names none."""
    keys = [key_of(item) for item in items]
    others = [f for f in missed if not any(len(key & f.key) * 2 >= len(key) for key in keys)]
    if not missed:
        return
    named = [f for f in missed if f not in others]
    figures = (figure, *(others[:_ROOM] or named[:_ROOM]))
    facts: dict[str, object] = {"first": others[0].claim.text, "indicator": others[0].claim.indicator} if others else {}
    found = Check("tally", figures, not others, "warning", None, (), figure.value, None, "tally_unlisted", facts)
    found.reported = Decimal(figure.value)
    yield found
