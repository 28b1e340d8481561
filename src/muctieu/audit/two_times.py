"""Which value and which basis does a difference speak of that is told beside two figures of two times? Takes a figure's place, gives candidates.

Either both stand before it, the later time first (`năm 2024 đạt 18.900 tấn, năm 2023 đạt 17.500 tấn, tăng 8%`), or in the parentheses after it (`giảm bình quân
1,5%/năm (từ 9,6% năm 2020 còn 3,6% năm 2024)`, `gấp 1,5 lần (450.000 lượt so với 300.000 lượt)`, `So với cùng kỳ (1.500 vụ), … giảm 15% (còn 1.275 vụ)`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Sentence
from muctieu.audit.pairs import Pair, same_subject

_EARLIER_TIME = re.compile(
    r"[\s,;()–-]*(?:và |còn |trong khi |thì )*(?:(?:năm|năm học|vụ) (?P<year>\d{4})(?:-\d{4})?|cùng kỳ(?: năm(?: trước| ngoái| \d{4})?)?|(?:năm|kỳ|tháng|quý|nhiệm kỳ) trước|năm ngoái|đầu (?:năm|kỳ|nhiệm kỳ))"
    r"[\s:]*(?:chỉ |mới |là |đạt |ước |có |được |\()*\s*"
)
_WHOLE_SPAN = re.compile(
    r"[\s,;.]*(?:như vậy,? |tính ra,? |tính chung,? |qua )?(?:trong )?(?:cả|toàn|sau|qua) (?:giai đoạn|nhiệm kỳ|thời kỳ|kỳ|thời gian|\d năm|hai năm|ba năm|bốn năm|năm năm)[^,;.:]{0,20}\b(?:tăng|giảm)(?: được| thêm)?\s*"
)
_AT_START = re.compile(r"\bđầu (?:năm|kỳ|nhiệm kỳ)\b[^,;()]*$")
_AT_END = re.compile(r"[^,;()]{0,20}[,;]\s*(?:đến )?(?:cuối (?:năm|kỳ|nhiệm kỳ)|nay|hiện nay|hiện)\b[^,;()]*")
_COMPARED = re.compile(r"\bso (?:với )?(?:cùng kỳ|ck|năm trước|năm \d{4})[^();.]*\(\s*$")
_MOVES = re.compile(r"\s*\)\s*(?:thì |đã )?(?:tăng|giảm)\s*")
_FROM = re.compile(r"[^(]{0,30}\(\s*(?:từ|tăng từ|giảm từ)\b[^()]*$")
_THEN_FROM = re.compile(r"\s*,\s*(?:tăng |giảm )?từ(?: mức)?\s*")
_TO = re.compile(r"\b(?:lên|xuống|còn|đến)\b")
_AGAINST = re.compile(r"^[^,;()]*\bso với\b[^,;()]*$")
_OPENED = re.compile(r"[^(;.]{0,30}\(\s*")
_LEFT = re.compile(r"[^(;.]{0,30}\(\s*(?:chỉ |hiện |nay )*(?:còn|đạt|là|xuống còn|lên)\s*")
_BASIS = re.compile(r"\bso với\b[^;.]*\(\s*$")


def two_times(sentence: Sentence, at: int) -> Iterator[Pair]:
    """The pairs that the words around the difference tell."""
    if at > 1:
        yield from _over(sentence, at)
        yield from _against_bracket(sentence, at)
        yield from _before(sentence, at)
    yield from _after(sentence, at)


def _over(sentence: Sentence, at: int) -> Iterator[Pair]:
    """`đầu kỳ là 5,84%, cuối năm 2025 còn 1,46%; cả giai đoạn giảm 4,38 điểm phần trăm`: the two levels right before it, the first of the earlier time."""
    if not _WHOLE_SPAN.fullmatch(sentence.figures[at].before):
        return
    first, last = sentence.figures[at - 2], sentence.figures[at - 1]
    told = str(first.period) < str(last.period) or _AT_START.search(first.before) is not None
    if _are_levels(first, last) and first.depth == last.depth and told and None not in (first.period, last.period):
        yield Pair(last, first, False)


def _before(sentence: Sentence, at: int) -> Iterator[Pair]:
    """The two levels right before the difference, the second of an earlier time than the first, or the first of the start and the second of the end of one time."""
    stated, earlier, later = sentence.figures[at], sentence.figures[at - 1], sentence.figures[at - 2]
    if not _are_levels(later, earlier):
        return
    if _AT_START.search(later.before) and _AT_END.fullmatch(earlier.before) and same_subject(stated):
        if later.depth == earlier.depth:
            yield Pair(earlier, later, False)
        return
    named = _EARLIER_TIME.fullmatch(earlier.before)
    if named is None or not same_subject(stated) or ";" in stated.before:
        return
    year = named["year"] or earlier.period
    if later.depth != earlier.depth and "(" not in earlier.before:
        return
    if later.period is None and named["year"] is not None:
        return  # two times, and nothing says which is the later
    if year is None or later.period is None or later.period[:4] > year[:4]:
        yield Pair(later, earlier, False)


def _against_bracket(sentence: Sentence, at: int) -> Iterator[Pair]:
    """`186,4 tỷ đồng/KH 310 tỷ đồng, đạt 60,1%; so cùng kỳ (159,1 tỷ đồng) tăng 17,2%`: the basis in the parentheses before the difference, the first result of the sentence."""
    stated, basis = sentence.figures[at], sentence.figures[at - 1]
    if ")" not in stated.before or _MOVES.fullmatch(stated.before) is None or not _COMPARED.search(basis.before):
        return
    results = [f for f in sentence.figures[: at - 1] if f.depth == stated.depth and _are_levels(f, basis)]
    if len(results) == 1 and results[0] is sentence.figures[0]:
        yield Pair(results[0], basis, False)


def _after(sentence: Sentence, at: int) -> Iterator[Pair]:
    """The levels in the parentheses that open right after the difference, or that follow it (`tăng 15%, từ 40.000 tấn lên 46.000 tấn`)."""
    stated = sentence.figures[at]
    following = sentence.figures[at + 1 : at + 3]
    if not following:
        return
    if len(following) == 2 and _are_levels(*following) and _THEN_FROM.fullmatch(following[0].before):
        if _TO.search(following[1].before) and "," not in following[1].before:
            yield Pair(following[1], following[0], False)
        return
    told = [f for f in following if f.depth == stated.depth + 1]
    if not told or "(" not in told[0].before:
        return
    if len(told) == 2 and _are_levels(*told) and "(" not in told[1].before:
        if _FROM.fullmatch(told[0].before) and _TO.search(told[1].before):
            yield Pair(told[1], told[0], False)
        elif _OPENED.fullmatch(told[0].before) and _AGAINST.match(told[1].before):
            yield Pair(told[0], told[1], False)
    elif _LEFT.fullmatch(told[0].before):
        bases = [f for f in sentence.figures[:at] if _BASIS.search(f.before) and _are_levels(told[0], f)]
        if len(bases) == 1:
            yield Pair(told[0], bases[0], False)


def _are_levels(first: Figure, second: Figure) -> bool:
    """Are both levels of one measure?"""
    return first.kind == second.kind == "level" and first.counts_like(second)
