"""Phrases of time that date no figure: years of prices, laws and standards, money carried over, years ahead, what is only compared with. The part of the walk that passes over them.

What a phrase dates is told in `time_walk.py`.
"""

from __future__ import annotations

import re

from muctieu.claims.goal_items import sets_in_list, verdict_of_item
from muctieu.claims.spread_walk import SpreadWalk
from muctieu.claims.tokens import Token
from muctieu.text.periods import PRICE_BASE, Phrase

_NO_PERIOD_BEFORE = ("từ năm ", "từ đầu năm ", " từ ", "tầm nhìn ", "tầm nhìn đến ", "tầm nhìn đến năm ")
_LAW_OF = re.compile(r"(?<![^\W_])(?:bộ luật|(?<!kỷ )luật|pháp lệnh|hiến pháp)(?: [^\W\d_]+){0,7} $")
_STANDARD_OF = re.compile(r"(?:chuẩn|chuẩn nghèo|tiêu chí|bộ tiêu chí)(?: [^\W\d_]+){0,5} $")
_SEASON = re.compile(r" (?:vụ|đợt|mùa)(?: [^\W\d_]+){0,3} ")
_OF_GOAL = frozenset(("", "của", "vào", "cho", "đến", "tới", "cuối"))
# `Chuyển nguồn năm trước sang 1.840 triệu đồng`, `vốn năm 2022 chuyển sang`: money of this year
_CARRIED_OVER = re.compile(
    r" (?:còn lại )?(?:sang|qua)(?: là)?:? (?=\d)| (?:còn lại )?(?:kết )?chuyển (?:sang|qua|tiếp)(?![^\W_])| kéo dài(?: sang| qua)?(?![^\W_])"
)
_CARRIED_BEGINS = (" kéo dài", " sang", " qua", " còn lại ", " chuyển", " kết chuyển")
_YEAR_LONG = 4
_CAUSED_BY = re.compile(
    r"(?<![^\W_])(?:do|vì|bởi)(?: chịu)? (?:ảnh hưởng|tác động|hậu quả|mưa|bão|lũ|đợt|rét|hạn|nắng|sự cố|dịch)[^.;,()]*$"
)
_FORESEEN = re.compile(r"(?<![^\W_])(?:dự báo|dự kiến|ước)(?: [^\W\d_]+){0,4} (?:năm|quý|tháng) ")
_TO_REACH = re.compile(r"(?:mốc|đích|(?:phải|cần) (?:tới|đến|đạt|có|về))(?: (?:vào|đến|tới|của|cho|hết|cuối))* $")
# `di tích tạm dừng đón khách từ đầu tháng 5, khách tham quan chỉ có 14.200 lượt`
_STOPPED_SINCE = re.compile(
    r"(?<![^\W_])(?:dừng|ngừng|đóng cửa|hoãn|gián đoạn|phong tỏa|giãn cách)(?: [^\W\d_]+){0,6} (?:từ|kể từ)(?: đầu| giữa| cuối)? $"
)


class UndatedWalk(SpreadWalk):
    """Tells phrases of time that date nothing."""

    def _stands_aside(self, token: Token) -> bool:
        """`Năm 2019, cao điểm của nhiệm kỳ, toàn huyện đón 597.000 lượt khách`: the term only says which year that is."""
        return (
            self.lead_period is not None
            and len(self.lead_period) == _YEAR_LONG
            and not self.figures
            and self.low.startswith(",", token.end)
            and self.low.endswith(("của ", "trong ", "cả "), 0, token.start)
        )

    def _dates_nothing(self, index: int, token: Token, phrase: Phrase) -> bool:
        """Whether the phrase is the year of prices, laws or standards, one far ahead, or is only compared with (`đánh giá tốt hơn quý II`)."""
        if phrase.form == "year" and (
            self._base_of_prices(token)
            or self._of_a_law(token)
            or self._ahead(phrase.first, index, token)
            or self._only_since(token)
        ):
            return True
        if phrase.form == "days" and self._of_a_cause(token):
            return True
        if phrase.form == "month" and _STOPPED_SINCE.search(self.low, max(self.start, token.start - 60), token.start):
            return True
        if self.low.startswith(_CARRIED_BEGINS, token.end) and _CARRIED_OVER.match(self.low, token.end):
            return True
        if phrase.form == "span" and self._of_a_standard(token):
            return True
        if self._stands_before_figure(index) and self._difference_before(index) is not None:
            return True
        if phrase.form in ("same", "yearbefore") and self._as_large_as(index):
            return True
        return self.low.endswith("hơn ", self.start, token.start)

    def _of_a_cause(self, token: Token) -> bool:
        """`Do ảnh hưởng của đợt mưa lũ từ ngày 31/3 đến ngày 02/4, năng suất chỉ đạt 58 tạ/ha`: the days of what did it, not of what came of it."""
        if not self.low.startswith(",", token.end):
            return False
        return _CAUSED_BY.search(self.low, max(self.start, token.start - 90), token.start) is not None

    def _base_of_prices(self, token: Token) -> bool:
        """`(giá so sánh 2010)`: the year of the prices is no period."""
        return PRICE_BASE.search(self.low, max(0, token.start - 22), token.start) is not None

    def _as_large_as(self, index: int) -> bool:
        """`30 ha, bằng cùng kỳ, đạt 100% KH`: a comparison without a figure is no period."""
        before = self.tokens[index - 1] if index else None
        return (
            before is not None
            and before.role in ("equal", "approx")
            and not self.low[before.end : self.tokens[index].start].strip()
            and not self._stands_before_figure(index)
        )

    def _of_season_before(self, token: Token, phrase: Phrase) -> bool:
        """Gives `bằng 98,6% vụ mùa năm trước` its basis: so much of what the season before gave."""
        last = self.last
        if (
            last is None
            or last.kind != "multiple"
            or last.basis is not None
            or _SEASON.fullmatch(self.low, last.end, token.start) is None
        ):
            return False
        last.basis = self._basis(phrase, last.period)
        return True

    def _of_a_standard(self, token: Token) -> bool:
        """`(theo chuẩn nghèo đa chiều giai đoạn 2021 - 2025)`: the years of a standard are no period."""
        return _STANDARD_OF.search(self.low, max(self.start, token.start - 48), token.start) is not None

    def _of_a_law(self, token: Token) -> bool:
        """`theo Luật Giáo dục 2019`: the year of a law is no period."""
        begin = max(self.start, token.start - 48)
        if self.low.find("luật", begin, token.start) < 0 and self.low.find("pháp", begin, token.start) < 0:
            return False
        return _LAW_OF.search(self.low, begin, token.start) is not None

    def _ahead(self, year: int, index: int, token: Token) -> bool:
        """`quy hoạch … đến năm 2030`: a year after the report's own is no period of what it reports."""
        own = self.setting.frame.year
        if own is None or year <= own or self.setting.planned or self._within_goal():
            return False
        if _TO_REACH.search(self.low, max(self.start, token.start - 24), token.start):
            return False  # `Cái mốc phải tới vào năm 2025 là 62 triệu đồng`
        if not self.figures and (
            verdict_of_item(self.low, token.start, self.end) is not None
            or sets_in_list(self.low, token.start, token.end)
        ):
            return False  # `(5) Nông thôn mới: hết năm 2025 có 65 xã. Đến nay mới có 52 xã. Kết luận: khó đạt.`
        if self.last is not None and self.last.status == "estimated" and self._foreseen_on(token):
            return False
        before = self.tokens[index - 1] if index else None
        after = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        if after is not None and after.role == "estimate" and not self.low[token.end : after.start].strip():
            return not self.low.endswith(
                (", ", ". ", "; ", "\n"), 0, token.start
            )  # `Với đà này, năm 2025 dự kiến thu …`
        if before is None or self.low[before.end : token.start].strip() not in _OF_GOAL:
            return True
        if before.role == "estimate":
            gap = self.low[before.end : token.start].strip()
            if not gap and self.low.startswith(("dự kiến", "dự báo"), before.start):
                return False  # `Dự kiến năm 2025 thu 425 tỷ đồng` in a review of 2023
            return year != own + 1 and gap not in ("đến", "tới")  # `ước năm 2025 là 10.350 tỷ đồng` in a report on 2024
        return (
            before.figure is None or before.figure.kind != "target"
        )  # `quãng đường tới mốc 1.850 tỷ đồng của năm 2025`

    def _foreseen_on(self, token: Token) -> bool:
        """`Dự báo năm 2024 đạt 44,6%, năm 2025 đạt 45%`: a forecast goes on to the next year."""
        last = self.last
        assert last is not None
        return (
            self.low[last.end : token.start] in (", ", "; ", " và ", ", đến ", "; đến ")
            and self.low.startswith((" đạt ", " là ", " còn ", " lên ", " tăng ", " giảm "), token.end)
            and _FORESEEN.search(self.low, self.start, last.start) is not None
        )

    def _within_goal(self) -> bool:
        """Whether the clause speaks of a goal, so that a year to come may be its period."""
        return any(token.role == "plan" for token in self.tokens if token.start >= self.subject_start)

    def _only_since(self, token: Token) -> bool:
        """`Từ năm 2018, Thành phố đã …`: says when something began, not what a figure is for."""
        return self.low.endswith(_NO_PERIOD_BEFORE, max(0, token.start - 12), token.start)
