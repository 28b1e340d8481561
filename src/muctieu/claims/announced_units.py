"""Units told once for a list: before it (`Từng loại (ha): lúa 318; bắp 462; mì 205,5`, `đơn vị là con: trâu 86, bò 1.342`), above its lines, in its name (`Số hộ từng thôn: Thượng 412, Trung 438, Hạ 395`) or behind it (`tỏi 41, đậu phụng 38,5, rau 27 (ha)`).

Takes the lower-cased text; gives where such a list stands, which bare numbers it holds and the words of its unit. It reads no figure.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from muctieu.text.counting import known_noun_end
from muctieu.text.units import read_unit

_BEHIND = re.compile(
    r"(?:tính bằng|tính theo|đơn vị(?: tính)?(?: là|:| tính là)?|đvt ?:?) (?P<unit>[^\n:;,.()]{1,20}?)(?: như sau| sau đây| cụ thể)?(?:\)?: |\)(?: là| có| đạt| được)? (?=\d))"
)
_WITHIN = re.compile(
    r"\((?:(?:đvt|đơn vị(?: tính)?|tính bằng|tính theo) ?:? ?)?(?P<unit>[^\n:;,.()]{1,20})\) ?:(?: |(?=\n))"
)
# `Số hộ từng thôn: Thượng 412, Trung 438`
_NUMBER_OF = re.compile(
    r"(?:\n|[\].] )số (?P<unit>[^\n:;,.()\d]{1,20}?) (?:của )?(?:từng|các|mỗi|chia theo|phân theo|theo) [^\n:;,.()\d]{1,20}: "
)
_BARE = re.compile(
    r"(?:[^\W\d_][):]? |\): |, |: |[^\W\d_] [-–] )(?P<value>\d{1,3}(?:[. ]\d{3})+(?:,\d+)?|\d+(?:,\d+)?)(?= ?(?:[;,.)\n](?!\d)| [-–] | và |$))"
)
_FEWEST = 3  # bare numbers, where words might as well tell another thing
_SIGNS = (
    *((sign, _WITHIN, 1) for sign in ("): ", "):\n")),
    *((sign, _BEHIND, 1) for sign in ("tính bằng ", "tính theo ", "đơn vị", "đvt")),
    *((sign, _NUMBER_OF, _FEWEST) for sign in ("\nsố ", "] số ", ". số ")),
)
"""What each announcement is found by, its pattern, and how many bare numbers it needs behind it."""
_ITEMS = re.compile(r"(?:\n[ \t]*[-+*•–][^\n]*[ :]\d[\d.,]*[.;,]?[ \t]*(?=\n|\Z))+")
_LONGEST = 44  # letters of an announcement
_NUMBERS_NAME = re.compile(r"(?:năm|tháng|quý|ngày|khóa|số|điều|khoản|nhóm|loại|(?<!các )thứ|đợt|kỳ) $")


class Announced(NamedTuple):
    """A list whose unit is told once: where its first word and its end stand, the words of the unit, the places of its bare numbers."""

    start: int
    end: int
    unit: str
    places: tuple[int, ...]


def announced_units(low: str) -> list[Announced]:
    """The lists of a text whose unit is told once, in order.

    >>> announced_units("từng loại (ha): lúa 318; bắp 462, mì 205,5.")
    [Announced(start=16, end=43, unit='ha', places=(20, 29, 37))]
    >>> announced_units("(xem biểu): 5 hộ"), announced_units("gồm 5 xã (2 phường): a 3, b 2")
    ([], [])
    """
    found = {match.end(): (match["unit"].strip(), least) for match, least in _announcements(low)}
    lists = [listed for match in _closings(low) if (listed := _closed(low, match)) is not None]
    for start in sorted(found):
        unit, least = found[start]
        if not _is_unit(unit):
            continue
        end = _end(low, start)
        places = tuple(
            match.start("value")
            for match in _BARE.finditer(low, start - 3, end)
            if not _NUMBERS_NAME.search(low, max(0, match.start("value") - 8), match.start("value"))
        )
        if len(places) >= least:
            lists.append(Announced(start, end, unit, places))
    lists += filter(None, (_told_before(low, match) for match in _PARTS.finditer(low)))
    return sorted(lists)


_PARTS = re.compile(r"\. (?:trong đó|bao gồm|gồm|cụ thể)(?: có| là)?[:,]? (?=[^\W\d_])")
_DIGITS = re.compile(r"\d[\d.,]*(?<=\d)")


def _told_before(low: str, opens: re.Match[str]) -> Announced | None:
    """`Tổng chi 12.260 triệu đồng, đạt 108% dự toán. Trong đó chi thường xuyên 9.784, chi đầu tư 2.150, dự phòng 326.`: bare numbers that part the first amount of the sentence before; None where one of them has a unit of its own."""
    begin = max(low.rfind("\n", 0, opens.start()), low.rfind(". ", 0, opens.start()), 0)
    unit = _first_unit(low, begin, opens.start())
    end = _end(low, opens.end())
    numbers = [match.start() for match in _DIGITS.finditer(low, opens.end(), end)]
    places = [match.start("value") for match in _BARE.finditer(low, opens.end(), end)]
    if not unit or len(places) < _FEWEST_PARTS or places != numbers:
        return None
    return Announced(opens.end(), end, unit, tuple(places))


def _first_unit(low: str, begin: int, end: int) -> str:
    """The words of the unit, or the counting noun, of the first amount there; empty for none."""
    for match in _DIGITS.finditer(low, begin, end):
        unit = read_unit(low, match.end())
        until = unit.end if unit.unit is not None or unit.scaled else known_noun_end(low, match.end())
        words = low[match.end() : until].strip()
        if words and words != "%" and not unit.time and not unit.per:
            return words
    return ""


_FEWEST_PARTS = 2


_CLOSES = re.compile(
    r"\d \((?P<unit>[^\W\d_][^\n:;,.()\d]{0,14}[23]?)\)(?=[.;\n])"
)  # `tỏi 41, đậu phụng 38,5, rau 27 (ha).`


def _closings(low: str) -> Iterator[re.Match[str]]:
    """Each unit in parentheses right behind a number."""
    at = low.find(" (", 1)
    while at >= 0:
        if low[at - 1].isdigit() and (match := _CLOSES.match(low, at - 1)) is not None:
            yield match
        at = low.find(" (", at + 1)


def _closed(low: str, match: re.Match[str]) -> Announced | None:
    """The list of bare numbers that ends with its unit in a parenthesis; None where it is no such list."""
    unit = match["unit"].strip()
    start = max(
        low.rfind("\n", 0, match.start()) + 1,
        low.rfind(". ", 0, match.start()) + 2,
        low.rfind(": ", 0, match.start()) + 2,
    )
    places = [found.start("value") for found in _BARE.finditer(low, max(0, start - 1), match.end())]
    last = low.rfind(" ", 0, match.start() + 1) + 1
    if last not in places:
        places.append(last)
    least = _FEWEST if known_noun_end(f" {unit}", 0) == len(unit) + 1 or "%" in unit else 1
    marked = "." in low[last : match.start() + 1] or "," in low[last : match.start() + 1]
    told = len(places) >= _FEWEST or (len(places) >= least and marked and low[last - 2 : last - 1].isalpha())
    return Announced(start, match.end(), unit, tuple(places)) if told and _is_unit(unit) else None


def announced_at(lists: list[Announced], at: int) -> Announced | None:
    """The list that stands at the offset, or None."""
    number = bisect_right(lists, at, key=_start) - 1
    return lists[number] if number >= 0 and at < lists[number].end else None


def _start(one: Announced) -> int:
    return one.start


def _announcements(low: str) -> Iterator[tuple[re.Match[str], int]]:
    """Each announcement, with how many bare numbers it needs behind it."""
    for sign, pattern, least in _SIGNS:
        at = low.find(sign)
        while at >= 0:
            start = low.rfind("(", max(0, at - _LONGEST), at) if pattern is _WITHIN else at
            match = pattern.match(low, start) if start >= 0 else None
            if match is not None:
                yield match, least
            at = low.find(sign, at + 1)


def _is_unit(words: str) -> bool:
    """Whether the words are a unit and nothing else: `nghìn m3`, `triệu đồng`, `con`."""
    if words == "%":
        return True
    spaced = f" {words}"
    unit = read_unit(spaced, 0)
    if (unit.unit is not None or unit.scaled) and unit.end == len(spaced):
        return True
    return known_noun_end(spaced, 0) == len(spaced)


def _end(low: str, start: int) -> int:
    """Where the list ends: at the line's end, or at a full stop before another sentence; below a line that only announces, with the last of its marked items."""
    if low.startswith("\n", start):
        items = _ITEMS.match(low, start)
        return items.end() if items is not None else start
    line = low.find("\n", start)
    line = line if line >= 0 else len(low)
    stop = low.find(". ", start, line)
    return stop + 1 if stop >= 0 else line
