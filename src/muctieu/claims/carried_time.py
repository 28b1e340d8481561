"""Time that a sentence has from those before it: the year or the years just told, the days that an item tells of first.

Takes the text in lower case, the claims of the sentence before and the setting of the section; gives the setting of the sentence. It reads no figure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from muctieu.claims.claim import Claim
from muctieu.claims.state import Setting
from muctieu.document.document import Section

_OF_THAT_YEAR = ("trong năm ", "trong năm, ", "cùng năm ", "cùng năm, ")
_OF_THAT_SPAN = ("cùng thời gian ", "cùng giai đoạn ", "thời gian này", "giai đoạn này")
_YEARS_TOGETHER = re.compile(
    r"\s?(?:cộng|tổng|tổng cộng|tính|tính chung|gộp|cộng gộp|như vậy,?|tính ra)?(?: cộng| cả| của| trong| chung)* ?(?P<many>hai|ba|bốn|2|02|3|03|4|04) năm (?:là|được|đạt|thu|chi|có|huy động|,)"
)
_HOW_MANY = {"hai": 2, "2": 2, "02": 2, "ba": 3, "3": 3, "03": 3, "bốn": 4, "4": 4, "04": 4}
_YEAR_LONG = 4
_DAYS = re.compile(  # not from a year's first day, which is the report's own time until it was written
    r"(?:19|20)\d\d-(?!01-01)\d\d-\d\d/(?:19|20)\d\d-\d\d-\d\d"
)


def told_before(low: str, start: int, end: int, setting: Setting, last: Sequence[Claim]) -> Setting:
    """The setting of the sentence that stands behind the claims `last`, where it points back to their time."""
    if low.startswith(_OF_THAT_YEAR, start + (low[start] == " ")):
        return _of_year(low, start, setting, last)
    if (low.find("cùng ", start, end) >= 0 or low.find(" này", start, end) >= 0) and any(
        low.find(words, start, end) >= 0 for words in _OF_THAT_SPAN
    ):
        return _of_span(low, start, setting, last)
    if low.find("cùng thời điểm ", start, end) >= 0 and _OF_THAT_DAY.search(low, start, end):
        return _of_day(setting, last)
    if low.find(" năm ", start, start + _OPENING) >= 0 and (years := _YEARS_TOGETHER.match(low, start)) is not None:
        return _of_years(low, start, setting, last, _HOW_MANY[years["many"]])
    said = last[-1].period
    if said is not None and said != setting.period and not setting.planned and last[-1].status != "planned":
        if _PART.fullmatch(said) is not None and _summed_behind(low, last[-1].end, start):
            return setting.within(said)
        return _of_label(low, start, setting, last[-1], said)
    return setting


_OPENING = 40  # letters
_OF_THAT_DAY = re.compile(
    r"cùng thời điểm (?:nói |kể |nêu )?(?:trên|đó|ấy)(?!(?: của)? năm (?:học )?(?:trước|ngoái))(?![^\W_])"
)
_DAY_LONG = 10  # letters


def _of_year(low: str, start: int, setting: Setting, last: Sequence[Claim]) -> Setting:
    """`Năm 2017 kết nạp 111 đảng viên. Trong năm đã …` in a report on a term: the year just spoken of."""
    said = last[0].period
    if (
        setting.frame.term is None
        or said is None
        or len(said) != _YEAR_LONG
        or low.find("\n", last[-1].end, start) >= 0
    ):
        return setting
    return Setting(setting.frame._replace(year=int(said)), said, setting.planned, setting.term_ahead, setting.unit)


def _of_span(low: str, start: int, setting: Setting, last: Sequence[Claim]) -> Setting:
    """`Giai đoạn 2021 - 2025 thu 11.285 tỷ đồng. Huy động vốn cùng thời gian được …`: the years just spoken of, in the same paragraph."""
    if low.find("\n", last[-1].end, start) >= 0:
        return setting
    said = next((one.period for one in last if one.period is not None and "/" in one.period), None)
    return setting.within(said) if said is not None else setting


def _of_day(setting: Setting, last: Sequence[Claim]) -> Setting:
    """`Đến ngày 15/9/2023 có 612 ca. Cùng thời điểm trên đã tiêm …`: the day just spoken of, or the last of the days."""
    ends = (one.period.rpartition("/")[2] for one in reversed(last) if one.period is not None)
    day = next((end for end in ends if len(end) == _DAY_LONG), None)
    return setting.within(day) if day is not None else setting


def _of_years(low: str, start: int, setting: Setting, last: Sequence[Claim], many: int) -> Setting:
    """`Năm 2021 thu 168 tỷ đồng; năm 2022 thu 215 tỷ đồng. Cộng cả hai năm là 383 tỷ đồng`: the years just told one by one, in the same paragraph."""
    if low.find("\n", last[-1].end, start) >= 0:
        return setting
    years = sorted({one.period for one in last if one.period is not None and one.period.isdigit()})
    if len(years) != many or int(years[-1]) - int(years[0]) != many - 1:
        return setting
    return setting.within(f"{years[0]}/{years[-1]}")


def _summed_behind(low: str, told: int, start: int) -> bool:
    """`CPI tháng Chín tăng 0,86%. Trong 11 nhóm hàng có 08 nhóm tăng giá. Bình quân 9 tháng …`: whether a sentence further on in the paragraph first adds the months up."""
    end = low.find("\n", start + 1)
    return low.find("\n", told, start) < 0 and _SUMMED.search(low, start + 1, end if end >= 0 else len(low)) is not None


_PART = re.compile(r"(?:19|20)\d\d-\d\d(?:/(?:19|20)\d\d-\d\d)?")  # a month, or a quarter
_SUMMED = re.compile(
    r"\. (?:tính chung|bình quân|lũy kế|luỹ kế|cộng dồn|tính gộp)(?: cả| trong| đến hết)? (?:\d\d?|sáu|chín|mười|mười một) tháng"
)


def _of_label(low: str, start: int, setting: Setting, last: Claim, said: str) -> Setting:
    """`Năm 2015: 100% chi bộ đạt. Phân loại đảng viên: 89% …; Năm 2018: …`: what a paragraph tells behind a time and a colon."""
    begin = low.rfind("\n", 0, last.start) + 1
    if low.find("\n", last.end, start) >= 0 or low.find(":", begin, last.start) < 0:
        return setting
    labels = list(_LABEL.finditer(low, begin, last.start))
    if not labels:
        return setting
    year = labels[-1]["year"]
    return setting.within(said) if year is None or year == said else setting


_LABEL = re.compile(  # at the paragraph's head, or behind a semicolon or a full stop
    r"(?:(?<=[;.] )|(?<![^\n])(?:[-+*•�\s]|\[?\d{1,3}[\].)]\s)*)(?:năm (?P<year>(?:19|20)\d\d)|(?:trong )?nhiệm kỳ(?: qua| (?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d)?|(?:trong )?(?:\d|hai|ba|bốn|năm) năm(?: qua)?|giai đoạn (?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d): (?!\d)"
)


class Days:
    """The days that the first sentence of an item tells of, for what stands behind it."""

    __slots__ = ("_end", "_told")

    def __init__(self) -> None:
        self._told = ""
        self._end = 0

    def at(self, offset: int, setting: Setting) -> Setting:
        """The setting at the offset, within the days told before it; plans are of no time gone by."""
        if offset >= self._end or setting.planned or setting.period is None:
            return setting
        return setting.within(self._told)

    def tell(self, low: str, start: int, period: str, section: Section | None) -> None:
        """`3. Tiếp dân. Từ 01/7 đến 10/12/2025 tiếp 96 lượt. Nhận 18 đơn …`: days told in an item's first line are those of the whole item, else of their paragraph; other periods are the sentence's own."""
        if _DAYS.fullmatch(period) is None:
            return
        begin = low.rfind("\n", 0, start + 1) + 1
        end = low.find("\n", start + 1)
        first = section is not None and begin <= section.start
        self._told = period
        self._end = section.end if section is not None and first else end if end >= 0 else len(low)
