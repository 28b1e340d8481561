"""Days in a sentence: the state on a day (`đến 15/9/2023 có 98 xã`), a day that something is due, a day that ends the report's own time. The part of the walk that knows days."""

from __future__ import annotations

import re

from muctieu.claims.tokens import Token
from muctieu.claims.undated_walk import UndatedWalk
from muctieu.text.parts_of_years import budget_year
from muctieu.text.periods import Phrase, is_school_year

_FROM_DAY = re.compile(r"từ (?:ngày )?\d\d?(?:/\d\d?)? (?:đến|tới) (?:hết )?(?:ngày )?$")
_LAST_DAYS = {
    "S1": "06-30",
    "S2": "12-31",
    "Q1": "03-31",
    "Q2": "06-30",
    "Q3": "09-30",
    "Q4": "12-31",
    "09": "09-30",
    "06": "06-30",
    "03": "03-31",
    "10": "10-31",
    "11": "11-30",
    "12": "12-31",
}
_CAME_IN = re.compile(r",? (?:ước )?(?:tổng )?(?:số )?(?:thu|chi)(?: cân đối)? (?:ngân sách|nsnn|ns|nội địa)(?![^\W_])")
_AT_AN_HOUR = re.compile(
    r"(?<![^\W_])\d\d? (?:giờ|h)(?: \d\d?)?(?: phút)?,? (?:(?:sáng|chiều|tối) )?(?:ngày )?$"
)  # `đến 17 giờ ngày 25/9`
_DAY_OF = re.compile(
    r"(?:ngày|thời điểm|khi|lúc) (?:hợp nhất|sáp nhập|nhập|thành lập|tách|chia tách|ra mắt|khánh thành|khai giảng|chốt số liệu|tổng điều tra|điều tra|kiểm kê)(?: [^\W\d_]+){0,3} \((?:ngày )?$"
)  # `Ngày sáp nhập (01/7/2025) phường có 1.643 đảng viên`
_EVENT_OF = re.compile(
    r"(?<![^\W_])(?:bão|áp thấp nhiệt đới|trận (?:lũ|lốc|mưa)|đợt (?:mưa|lũ|lốc|rét)|lũ quét|lũ ống|lốc xoáy|giông lốc|mưa đá|sạt lở|động đất|vụ (?:cháy|nổ|sạt lở|tai nạn))(?: [^\W_]+){0,6} \((?:ngày |đêm )?$"
)  # `Bão số 5 (ngày 25/8/2025) làm 03 người chết`; not `công bố quy hoạch (ngày 25/8/2025)`


class DayWalk(UndatedWalk):
    """Tells what a day dates."""

    def _own_time(self, day: str, token: Token) -> str:
        """`Ước đến 30/9/2024, thu ngân sách 486 tỷ đồng` in a report on nine months: what came in until its last day came in its own time."""
        if self.setting.planned or (self.clause_estimate and day.endswith("-12-31")):
            return budget_year(day)  # `dự ước đến 31/12 có 4 chỉ tiêu vượt`
        own = self.setting.period
        ends = own is not None and _LAST_DAYS.get(own[-2:]) == day[5:] and own[:4] == day[:4]
        return own if ends and own is not None and _CAME_IN.match(self.low, token.end) else day

    def _as_of(self, token: Token) -> bool:
        """`Đến 15/9/2023 có 98 xã`: the state on a day; not `trước ngày …`, nor a document's date."""
        before = max(self.start, token.start - 50), token.start
        if self.depth and (_DAY_OF.search(self.low, *before) or _EVENT_OF.search(self.low, *before)):
            return True
        return (
            not self.setting.planned
            and not _FROM_DAY.search(self.low, max(0, token.start - 24), token.start)
            and _AT_AN_HOUR.sub("", self.low[max(0, token.start - 32) : token.start]).endswith(
                (
                    "đến ",
                    "tới ",
                    "đến hết ",
                    "tới hết ",
                    "đến ngày ",
                    "đến hết ngày ",
                    "thời điểm ",
                    "thời điểm ngày ",
                    "tổng điều tra ",
                    "tổng điều tra ngày ",
                )
            )
        )

    def _due(self, token: Token) -> bool:
        """`Đến 31/12/2025 tổng dư nợ đạt 660 tỷ đồng` among tasks: the state to be reached on a day; not `trước ngày 30/6`."""
        return self.setting.planned and self.low.endswith(
            ("đến ", "tới ", "đến hết ", "tới hết ", "đến ngày ", "đến hết ngày ", "vào ", "vào ngày "),
            self.start,
            token.start,
        )

    def _deadline(self, phrase: Phrase) -> None:
        """`trước ngày 30/6/2024` gives planned figures before it their year."""
        own = self.setting.period
        span = own if own is not None and len(own) == 9 and not is_school_year(own) else None
        if phrase.first and self.setting.planned and not self.figures:
            self.lead_period = str(phrase.first)  # `Trước ngày 30/6/2025 hoàn thành 7 công trình`
        if phrase.first:
            for figure in reversed(self.figures):
                if figure.status != "planned" or not (figure.period is None or figure.period == span):
                    break
                figure.period = str(phrase.first)
