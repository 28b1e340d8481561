"""`tally` of lists that do not stand right behind their count: lines under it, a sentence elsewhere, the results that fall short.

Formulas: a count = the lines of its list (`Có 3 chỉ tiêu chưa đạt:` and three dashes); = the items of a sentence that names them elsewhere (`Các chỉ tiêu không đạt là: …`); reached + missed = all, over two
sentences; prizes = Σ first, second, third … in the parentheses after them. A list in parentheses that has as many items as it says is whole: a result that the report itself sets beside a target that it
does not reach, and that the list does not name, contradicts it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from muctieu.audit.check import Check
from muctieu.audit.direction import better
from muctieu.audit.equation import Sum, Whole
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.names import key_of
from muctieu.audit.verdict import verdict_in
from muctieu.text.lexicon import lexicon
from muctieu.values.interval import Interval
from muctieu.values.span import Span

_OPEN_END = re.compile(r"\.\.\.|…|\bv\.v\b|\bvv\b|\bnhư\b|\bchủ yếu\b|\btiêu biểu\b|\bđiển hình\b")
_NAMES = re.compile(
    r"chỉ tiêu (?:dự báo |dự kiến |còn |có khả năng ){0,2}(?P<verdict>(?:chưa|không|khó) (?:đạt|hoàn thành|về đích)|đạt thấp)(?: \w+){0,5}?(?: là| gồm)?\s*(?::|\b(?:là|gồm)\b)\s*(?P<items>[^.\n]{5,400})"
)
_ITEM = re.compile(
    r"[ \t]*(?:(?P<dash>[-+*•–])|\(?\d{1,2}[.)]|[a-zđ][.)]|\((?:i{1,3}|iv|vi{0,3}|ix|x)\)|(?P<word>một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|thứ \w+)(?: là)?\b\s?[,:])[^\n]*"
)
_RANKS = re.compile(
    r"(\d{1,3})\s*(?:giải |huy chương |hc )?(nhất|nhì|nhi|ba|tư|khuyến khích|kk|vàng|bạc|đồng|đặc biệt)\b"
)
_PRIZES = ("{giải", "{huy chương")
_BESIDE = re.compile(r"\(\s*(?:mục tiêu|chỉ tiêu|nghị quyết|nq|đại hội)[^()]*$")
_QUALIFIED = re.compile(r"về (?:kinh tế|xã hội|văn hóa|môi trường|xây dựng đảng)|nông thôn mới|ntm|thành phần")
_OWN_LIST = re.compile(r"[:(]|\b(?:là|gồm)\b")
_ROOM = 3
_MOST = 30
_LONG = 120
_WINDOW = 600


@cache
def _counted() -> frozenset[str]:
    return frozenset("{" + noun + "}" for noun in lexicon("audit")["verdict"]["counted"])


def check(ledger: Ledger) -> Iterator[Check]:
    """Every count whose list stands apart from it."""
    counts = [f for f in ledger.figures if f.unit in _counted() and f.is_count and f.cell is None]
    yield from _named_elsewhere(ledger, counts)
    yield from _rest_elsewhere(ledger, counts)
    missed: list[Figure] | None = None
    for figure in counts:
        items = _bracketed(ledger, figure)
        if items:
            missed = _fallen_short(ledger)[:_MOST] if missed is None else missed
            yield from _unlisted(figure, items, missed)
    for sentence in ledger.sentences:
        figure = sentence.figures[-1]
        if figure.is_count and 2 <= figure.value <= _MOST:
            yield from _lines(ledger, figure, sentence.end)
        for figure in sentence.figures:
            if figure.unit.startswith(_PRIZES) and figure.is_count:
                yield from _prizes(ledger, figure)


def _judgement(ledger: Ledger, figure: Figure) -> str | None:
    """What the words right after a count, or right before it, say of what it counts."""
    verdict = verdict_in(ledger.after(figure, 60).split(",")[0])
    return verdict.judgement if verdict is not None else None


def _named_elsewhere(ledger: Ledger, counts: list[Figure]) -> Iterator[Check]:
    """`03 chỉ tiêu không đạt` here, `Các chỉ tiêu không đạt là: khách du lịch; nước sạch; …` there."""
    told = _told_missed(ledger, counts)
    for named in _NAMES.finditer(ledger.lower):
        words = named["items"]
        if not ledger.lower.endswith(("các ", "những "), 0, named.start()):
            continue
        if _OPEN_END.search(words) or _QUALIFIED.search(named[0][:60]) or any(letter.isdigit() for letter in words):
            continue
        parted = [item for item in re.split(";" if ";" in words else r",|\bvà\b", words) if item.strip()]
        if told is None or len(parted) < 2 or max(map(len, parted)) > _LONG:
            continue
        few = [item for item in re.split("[;,]", words) if item.strip()]
        counted = {len(parted), len(few)} if ";" not in words else {len(parted)}
        fits = any(told.value == number for number in counted)
        if fits or abs(told.value - len(parted)) <= _ROOM:
            span = Span(named.start("items"), named.end("items"))
            yield _listed(told, len(parted), fits, span)


def _told_missed(ledger: Ledger, counts: list[Figure]) -> Figure | None:
    """The one number that the report gives of what was not reached; none where it gives several."""
    plain = [f for f in counts if f.kind == "level" and _judgement(ledger, f) == "missed"]
    plain = [f for f in plain if not _QUALIFIED.search(ledger.after(f, 60))]
    return plain[0] if len({f.value for f in plain}) == 1 else None


def _listed(figure: Figure, count: int, fits: bool, span: Span) -> Check:
    """The check of a count against so many items."""
    expected = Interval.exactly(count)
    return Check("tally", (figure,), fits, "warning", None, (span,), figure.value, expected, "tally_list")


def _rest_elsewhere(ledger: Ledger, counts: list[Figure]) -> Iterator[Check]:
    """`12/15 chỉ tiêu đạt và vượt` here, `còn 3 chỉ tiêu chưa đạt` in another sentence, where the report says each of them once and leaves none open."""
    plain = [f for f in counts if not _QUALIFIED.search(f.before[-60:] + ledger.after(f, 60))]
    parts = [f for f in plain if f.kind == "part" and _judgement(ledger, f) in ("met", "exceeded")]
    missed = [f for f in plain if f.kind == "level" and _judgement(ledger, f) == "missed"]
    opened = any(_judgement(ledger, f) == "open" for f in plain)
    if opened or len({(f.value, f.claim.whole) for f in parts}) != 1 or len({f.value for f in missed}) != 1:
        return
    reached, rest = parts[0], missed[0]
    whole = reached.claim.whole
    if whole is None or reached.unit != rest.unit or reached.sentence == rest.sentence:
        return
    beside = sum(f.sentence == rest.sentence for f in counts) > 1
    if beside or _OWN_LIST.search(ledger.after(rest, 80)):
        return  # held against what stands with it
    found = Check.of("tally", Sum(Whole(reached), reached, rest), "warning")
    if found.holds or abs(reached.value + rest.value - whole) <= _ROOM:
        found.reported = whole
        yield found


def _lines(ledger: Ledger, figure: Figure, end: int) -> Iterator[Check]:
    """The lines of one kind right under a count whose line ends in a colon."""
    line = ledger.text.find("\n", figure.claim.end)
    tail = ledger.text[figure.claim.end : line if line >= 0 else len(ledger.text)].rstrip()
    if line < 0 or not tail.endswith(":") or _OPEN_END.search(tail) or any(letter.isdigit() for letter in tail):
        return
    kinds: list[str] = []
    start = line + 1
    while (item := _ITEM.match(ledger.lower, start)) is not None:
        kinds.append(item["dash"] or ("word" if item["word"] else "number"))
        start = item.end() + 1
    own = _ITEM.match(ledger.lower, ledger.text.rfind("\n", 0, figure.claim.start) + 1)
    if len(kinds) < 2 or (own is not None and (own["dash"] or "number") == kinds[0]):
        return
    count = kinds.count(kinds[0])
    fits = figure.value == count
    judged = figure.unit in _counted() or kinds[0] == "word"
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
    if listed is None or _OPEN_END.search(listed[1]):
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
