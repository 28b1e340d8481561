"""Which names of places follow their count (`04 xã gồm: Hòa Lộc, Tân Khê, An Bình và Phú Thạch`)? Takes the ledger and a count; gives how many names, and where they stand. Compares nothing."""

from __future__ import annotations

import re
from functools import cache

from muctieu.audit.counts import is_open_ended
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.text.lexicon import lexicon, words_pattern
from muctieu.values.span import Span

_CUE = re.compile(
    r"[^;:.()\n]{0,80}?(?:\b(?:gồm có|bao gồm|gồm|đó là|là)\b\s*:?|:|\()\s*(?:(?:các |những )(?:[^\W\d]+(?:, [^\W\d]+| [^\W\d]+)?:\s)?)?"
)
_ENDS = re.compile(r"[.;\n()]")
_PARTS = re.compile(r",|\s+và\s+")
_THEN = re.compile(r"\s(?:với|có|trong đó|tổng)\b")
_NUMBER = re.compile(r"(?:số )?\d{1,2}[A-Za-z]?")
_FEWEST, _MOST = 2, 30
_LONGEST, _LONGEST_NAME = 500, 6


def is_place(figure: Figure) -> bool:
    """Does it count places that have names, some of them or all?"""
    return figure.kind in ("level", "part", "change") and _names_places(figure.unit)


@cache
def _names_places(unit: str) -> bool:
    """Is it the noun of such places?"""
    return unit[1:-1].startswith(_places())


@cache
def _places() -> tuple[str, ...]:
    return tuple(lexicon("audit")["named"]["places"])


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(rf"{words_pattern(lexicon('audit')['named']['goes_on'])}\b")


def names_after(ledger: Ledger, figure: Figure) -> tuple[int, Span] | None:
    """The names after a cue, or right after a count of places; none where the list is open or something stands in it that is no name."""
    if figure.cell is not None or not figure.is_count or not is_place(figure) or not _FEWEST <= figure.value <= _MOST:
        return None
    start = figure.claim.end
    following = ledger.text[start : start + 1 + _FEWEST]
    direct = following[:1] == " " and following[1:2].isupper()
    cue = None if direct else _CUE.match(ledger.lower, start)
    if not direct and cue is None:
        return None
    begin = cue.end() if cue is not None else start + 1
    if any(other.claim.comparator not in ("ge", "le") for other in ledger.between(start, begin)):
        return None  # but `05 xã giải ngân dưới 30% gồm …`
    ends = _ENDS.search(ledger.text, begin, begin + _LONGEST)
    count, end = _names(ledger.text[begin : ends.start() if ends is not None else begin + _LONGEST], figure.unit[1:-1])
    if count < _FEWEST or is_open_ended(ledger.lower[start : begin + end]):
        return None
    if any(begin <= other.claim.start < begin + end for other in ledger.between(begin, begin + end)):
        return None
    return count, Span(begin, begin + end)


def _names(words: str, noun: str) -> tuple[int, int]:
    """How many names the words begin with, and where the last of them ends; none where something else stands among them."""
    count = end = at = 0
    while at <= len(words):
        mark = _PARTS.search(words, at)
        item = words[at : mark.start() if mark is not None else len(words)]
        if not _is_name(item.strip(), noun, last=mark is None):
            closed = mark is not None or count
            goes_on = _THEN.search(item)
            if count and goes_on is not None and _is_name(item[: goes_on.start()].strip(), noun, last=False):
                return count + 1, at + goes_on.start()  # `Triệu Lệ, Vĩnh Hà với 61 hộ, 1.342 con`
            return (count, end) if closed and _goes_on().match(item.strip().lower()) else (0, 0)
        count, end = count + 1, at + len(item)
        if mark is None:
            break
        at = mark.end()
    return count, end


def _is_name(item: str, noun: str, *, last: bool) -> bool:
    """Is it a name, with the noun or without (`thôn 2`, `xã Hòa Lộc`, `An Bình`)? Words may follow the last one."""
    nouns = [each.strip() for each in noun.split(",")]
    item = item.removeprefix("các ")
    said = next((each for each in (*nouns, nouns[0].split(" ")[0]) if item.lower().startswith(f"{each} ")), "")
    bare = item[len(said) :].strip()
    if not last and _THEN.search(bare):
        return False
    if not bare or (not bare[0].isupper() and _NUMBER.match(bare) is None):
        return False
    return last or len(bare.split()) <= _LONGEST_NAME
