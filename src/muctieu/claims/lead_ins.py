"""A line that ends with a colon and names a period (`Các chỉ tiêu đến năm 2030:`) → the setting of the list below it.

Takes the document's text in lower case and its settings; gives, for an offset, the setting of the lead-in that it stands under. Never
looks at the list itself: a lead-in holds until the next one or its section's end; a remark (`Ghi chú: …`) among plans, to the end of its line.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from muctieu.claims.settings import Settings
from muctieu.claims.state import Setting

_LONGEST = 120  # letters of a line that leads in a list of plans
_SHORTEST = 60  # of one that leads in results, which longer lines tell themselves


class LeadIns:
    """The lead-ins of a document, looked up by offset."""

    __slots__ = ("_ends", "_settings", "_starts")

    def __init__(self, low: str, settings: Settings) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._settings: list[Setting] = []
        at = low.find(":\n")
        while at >= 0:
            begin = low.rfind("\n", max(0, at - 3 * _LONGEST), at) + 1
            if begin and at - begin > _LONGEST:
                stop = low.rfind(". ", at - _LONGEST, at)  # a lead-in may be the last sentence of a paragraph
                begin = stop + 2 if stop >= 0 else 0
            if begin:
                self._add(low[begin:at], begin, at, settings)
            at = low.find(":\n", at + 1)
        at = low.find("\nghi chú")
        while at >= 0:
            self._add_remark(low, at + 1, settings)
            at = low.find("\nghi chú", at + 1)

    def at(self, offset: int) -> Setting | None:
        """The setting that the lead-in above the offset gives, or None."""
        place = bisect_right(self._starts, offset) - 1
        return self._settings[place] if place >= 0 and offset < self._ends[place] else None

    def _add(self, line: str, begin: int, end: int, settings: Settings) -> None:
        section, setting = settings.at(begin)
        stop = line.rfind(". ") + 2
        line = line[stop:] if stop > 1 and line.startswith(_AIM_BEGINS, stop) else line
        if section is not None and (aimed := _AIMS.match(line)) is not None:
            frame, term_ahead = setting.frame, setting.term_ahead
            self._starts.append(end)
            self._ends.append(section.end)
            self._settings.append(Setting(frame, aimed["year"], True, term_ahead, setting.unit))
            return
        if section is None or "so với" in line or not (setting.planned or len(line) <= _SHORTEST):
            return
        if setting.planned and _RESTS_ON.match(line) is not None:
            return  # `Trên cơ sở kết quả quý I, huyện tập trung thực hiện các nhiệm vụ sau:`
        period = settings.period_named(line.lstrip(" -+*•·\t"))
        gone = setting.planned and _TELLS_WHAT_IS.search(line) is not None and _is_gone(period, setting)
        if period is not None and (period != setting.period or gone):
            self._starts.append(end)
            self._ends.append(section.end)
            self._settings.append(setting.reported(period) if gone else setting.within(period))

    def _add_remark(self, low: str, begin: int, settings: Settings) -> None:
        """`Ghi chú: số liệu tính đến ngày 15/12/2024 …` among plans: a remark tells what is, to the end of its line."""
        section, setting = settings.at(begin)
        if section is None or not setting.planned:
            return
        line = low.find("\n", begin)
        place = bisect_right(self._starts, begin)
        self._starts.insert(place, begin - 1)
        self._ends.insert(place, line if line >= 0 else len(low))
        self._settings.insert(place, setting.reported(setting.frame.period))


# `Phấn đấu đến 31/12/2025:`, `Mục tiêu đến hết năm 2025 như sau:`: the goals of that year, whatever the section tells of.
_AIM_BEGINS = ("các chỉ tiêu", "những chỉ tiêu", "chỉ tiêu", "các mục tiêu", "mục tiêu", "phấn đấu")
_AIMS = re.compile(
    r"[\s\-+*•·]*(?:(?:phấn đấu|mục tiêu|chỉ tiêu|yêu cầu)(?: phấn đấu| đặt ra| đề ra)? (?:đến|tới|trước)(?: hết)? (?:ngày )?31[/.-]12[/.-]|(?:(?:các |những )?(?:chỉ tiêu|mục tiêu)(?: chủ yếu| cụ thể| chính)? )?phấn đấu (?:đến|tới)(?: hết| cuối)? năm )(?P<year>(?:19|20)\d\d)(?: như sau| là| phải đạt| gồm| cần đạt)?"
    r"$"
)
_RESTS_ON = re.compile(r"\W*(?:trên cơ sở|căn cứ|từ (?:những )?kết quả|phát huy|với (?:những )?kết quả)(?![^\W_])")
_TELLS_WHAT_IS = re.compile(
    r"(?<![^\W_])(?:chia theo|phân theo|cuối năm|thực hiện năm|kết quả|danh sách|tổng hợp)(?![^\W_])"
)


def _is_gone(period: str | None, setting: Setting) -> bool:
    """Whether the period is over in the report's own year."""
    year = setting.frame.period and setting.frame.period[-4:] if setting.frame.term else str(setting.frame.year or "")
    return period is not None and bool(year) and period[:4] <= str(year)
