"""Vietnamese words of time that stand alone → a period: `9 tháng đầu năm 2023`, `quý III/2023`, `nhiệm kỳ 2015-2020`.

Takes a whole phrase, gives a `Period` or raises ValueInvalid. What leans on a report (`cùng kỳ`, `nhiệm kỳ này`) is read by
`text/periods`, never here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

from muctieu.errors import ValueInvalid
from muctieu.values.period import Period

_YEAR = r"\d{4}"
_OF_YEAR = rf"(?:\s*/\s*|\s+năm\s+|\s+)({_YEAR})"
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_COUNTS = {"ba": 3, "sáu": 6, "chín": 9}
_FROM_TO = re.compile(r"từ (?P<first>.+?) đến (?P<last>.+)")
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("year", re.compile(rf"(?:cả |hết )?năm ({_YEAR})")),
    (
        "term",
        re.compile(
            rf"(?:giai đoạn|nhiệm k[ỳì]|thời k[ỳì]|khóa|từ năm)?\s*({_YEAR})\s*(?:[-–—]|đến(?: năm)?)\s*({_YEAR})"
        ),
    ),
    ("quarter", re.compile(rf"quý\s+(iv|i{{1,3}}|\d)(?:{_OF_YEAR})")),
    ("first", re.compile(rf"(\d{{1,2}}|ba|sáu|chín) tháng(?: đầu)?(?: của)? năm ({_YEAR})")),
    ("last", re.compile(rf"(\d{{1,2}}|ba|sáu|chín) tháng cuối(?: của)? năm ({_YEAR})")),
    ("month", re.compile(rf"tháng\s+(\d{{1,2}})(?:{_OF_YEAR})")),
    ("day", re.compile(rf"(?:ngày\s+)?(\d{{1,2}})\s*[/.-]\s*(\d{{1,2}})\s*[/.-]\s*({_YEAR})")),
    ("day", re.compile(rf"ngày\s+(\d{{1,2}})\s+tháng\s+(\d{{1,2}})\s+năm\s+({_YEAR})")),
)


@lru_cache(maxsize=4096)
def parse_words(words: str) -> Period:
    """The period of the phrase, or of an SDMX form. Raises ValueInvalid, naming the phrase.

    >>> str(parse_words("từ tháng 3/2023 đến tháng 7/2023")), str(parse_words("6 tháng cuối năm 2024"))
    ('2023-03/2023-07', '2024-S2')
    """
    phrase = " ".join(normalize("NFC", words).split()).casefold()
    if re.match(r"\d{4}(?!\s*[-–—]\s*\d{4}|\s*đến)", phrase):
        return Period.parse(" ".join(words.split()).upper())
    for form, pattern in _PATTERNS:
        found = pattern.fullmatch(phrase)
        if found:
            return _period(form, found.groups())
    ends = _FROM_TO.fullmatch(phrase)
    if ends:
        return Period(parse_words(ends["first"]).first, parse_words(ends["last"]).last)
    raise ValueInvalid(
        place="period", value=words,
        reason_vi="không phải là một kỳ; hãy ghi như năm 2023, quý III/2023, 9 tháng đầu năm 2023, giai đoạn 2015-2020.",
        reason_en="it is no period; write năm 2023, quý III/2023, 9 tháng đầu năm 2023 or giai đoạn 2015-2020.",
    )  # fmt: skip


def _period(form: str, groups: tuple[str, ...]) -> Period:
    if form == "year":
        return Period.parse(groups[0])
    if form == "term":
        return Period.parse(f"{groups[0]}/{groups[1]}")
    if form == "quarter":
        return Period.parse(f"{groups[1]}-Q{_QUARTERS.get(groups[0], groups[0])}")
    if form == "month":
        return Period.parse(f"{groups[1]}-{int(groups[0]):02d}")
    if form == "day":
        return Period.parse(f"{groups[2]}-{int(groups[1]):02d}-{int(groups[0]):02d}")
    months = _COUNTS.get(groups[0]) or int(groups[0])
    year = int(groups[1])
    if form == "first" or not 1 <= months < 12:
        return Period.first_months(year, months)
    short = {6: f"{year:04d}-S2", 3: f"{year:04d}-Q4", 1: f"{year:04d}-12"}
    return Period.parse(short.get(months, f"{year:04d}-{13 - months:02d}/{year:04d}-12"))
