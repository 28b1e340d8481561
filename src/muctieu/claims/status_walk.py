"""Whether a figure tells what is, what is estimated, or what is planned. The part of the walk that knows the status.

In a section of plans it also turns what a level, a growth or a change says into a target.
"""

from __future__ import annotations

import re

from muctieu.claims.figures import Figure
from muctieu.claims.state import SIZE, SentenceState
from muctieu.values.period import Period

_DIFFERENCE = frozenset(("up", "down"))
_PLANS = re.compile(
    r"(?:(?:lập|phê duyệt|duyệt|trình|hoàn thành|điều chỉnh|công bố)[^.;()]{0,40} |[;:(] ?)quy hoạch (?!sử dụng)[^.;]*$"
)
_TO_BE_BUILT = re.compile(
    r"[\s,(]*(?:hiện )?(?:đang (?:được )?(?:xây dựng|thi công|đầu tư|triển khai)|chưa (?:xây dựng|khởi công)|chuẩn bị (?:khởi công|đầu tư)|(?:vừa|mới) (?:được )?khởi công|chậm tiến độ|chưa hoàn thành|dự kiến hoàn thành)"
)
_OF_YEAR = re.compile(
    r" (?:[^\W\d_]+ ){0,2}?(?:của )?(?:năm|giai đoạn|nhiệm kỳ|thời kỳ) ((?:19|20)\d\d)(?:\s?[-–]\s?(?P<last>(?:19|20)\d\d))?(?!\d)"
)
_AGAINST = (
    "từ mốc ",
    "từ mức ",
    "từ con số ",
    "so với ",
    "so ",
    "so với mức ",
    "so với con số ",
    "so với mốc ",
    "so mức ",
)
_OF_TIME_GONE = re.compile(
    r" (?:của )?(?:nhiệm kỳ trước|giai đoạn trước|cùng kỳ|năm trước|năm ngoái|năm rồi|đầu nhiệm kỳ|quý trước|tháng trước)(?![^\W_])"
)
_ESTIMATED_BY = re.compile(
    r"(?<![^\W_])(?:ước|ước tính|ước thực hiện)(?: thực hiện)? (?:(?:đến|hết|cuối|cả|tới|đến hết|đến cuối) )*năm (?:19|20)\d\d(?!\d)"
)
_OF_PART = re.compile(r" của (?:quý|tháng|năm) [^\s,;.]{1,5} và ")
# `cụm trang trại điện gió đang thi công, công suất thiết kế 84,5 MW`
_BUILDING = re.compile(
    r"(?:đang (?:được )?(?:thi công|xây dựng|triển khai xây dựng|khởi công)|(?:được|vừa|mới|vừa được|mới được) khởi công|chuẩn bị khởi công|chưa khởi công)[^;.]{0,60}$"
)
_GROWN_TO = re.compile(r"năm (?:19|20)\d\d[^,;.]{0,12} quy mô|quy mô năm (?:19|20)\d\d")
_WILL_BE = re.compile(r"(?<![^\W_])sẽ(?: [^\W\d_]+){0,4} $")
_GOES_ON_TO = re.compile(
    r"(?: (?!trở)[^\W\d_]+(?: (?:19|20)\d\d)?){0,4}? (?:lên|xuống|còn|xuống còn) (?:mức |trên |dưới |khoảng )*\d"
)
_AIMED = re.compile(r"muốn |để (?:về đích|cán đích|đạt|hoàn thành|kịp)(?![^\W_])")
_BEFALLS = ("phát sinh ", "xảy ra ", "tiêu hủy ", "tiêu huỷ ", "bị bỏ hoang ")
_YEAR_LONG = 4
_YEAR_GONE = re.compile(
    r"\((?:(?:thực hiện|cuối|hết|ước) )?(?:năm )?((?:19|20)\d\d)(?: ước)?(?: thực hiện)?(?: là| đạt|:)? "
)

_BOUND = frozenset(("ge", "le", "from"))


class StatusWalk(SentenceState):
    """Gives each figure its status, from the section, the words of estimates in its clause, and what is still to be built."""

    def _status(self, figure: Figure) -> None:
        if figure.kind == "target":
            figure.status = "planned"
        elif self.setting.planned and self._tells_what_was(figure):
            pass
        elif self.setting.planned:
            figure.status = "planned"
            if figure.kind == "attainment" and self._follows_result(figure):
                pass  # `đưa kết quả cả năm lên 986 tỷ đồng, bằng 101,4% kế hoạch`: what is to come, and how it stands to the plan
            elif figure.kind == "attainment":
                figure.kind, figure.basis = "target", None  # `giải ngân đạt trên 95% kế hoạch`: what is to be reached
            elif figure.kind in ("growth", "change", "multiple", "part") or (
                figure.kind == "level" and (figure.chain & self._reaching(figure) or not self._sizes(figure))
            ):
                figure.kind = "target"
        elif self._is_ahead(figure):
            figure.status = "planned"
        elif figure.kind == "level" and self._is_later(figure):
            figure.kind, figure.status = "target", "planned"
        elif (
            (self.clause_estimate or self.lead_estimate)
            and not self._compared(figure)
            and not self._of_time_gone(figure)
        ):
            figure.status = "estimated"
        elif (
            self.estimate_before
            and not self.clause_figures
            and not figure.depth
            and self._goes_on(figure)
            and not self._of_time_gone(figure)
        ):
            self.clause_estimate = True
            figure.status = "estimated"
        elif self.depth and self.clause_said and self._ends_an_estimate(figure):
            figure.status = "estimated"

    def _ends_an_estimate(self, figure: Figure) -> bool:
        """`3 năm 2021 - 2023 ước đạt 61 tỷ đồng (năm 2021: 18 tỷ đồng; …; năm 2023: 23 tỷ đồng)`: the year that makes the whole an estimate, that of the report, is one."""
        year = str(self.setting.frame.year)
        whole = next((one for one in reversed(self.figures) if one.depth < figure.depth), None)
        return (
            whole is not None
            and self.clause_period == year
            and (whole.kind, whole.unit, whole.status) == (figure.kind, figure.unit, "estimated")
            and (whole.period or "").endswith(f"/{year}")
        )

    def _is_ahead(self, figure: Figure) -> bool:
        """Whether the words of a report say that it is still to come: what will be, what a plan approves, what is being built, what reaching a goal would change."""
        if "phải " in figure.said and figure.kind != "target_gap" and self._must_be(figure):
            return True
        if figure.kind == "level":
            return (
                self._will_be(figure) or (self.tells_plans and self._approved_plan(figure)) or self._being_built(figure)
            )
        return figure.kind in ("change", "growth") and self._goes_on_from_aim(figure)

    def _must_be(self, figure: Figure) -> bool:
        """`hai năm 2024 - 2025 phải tăng 15%/năm`, `muốn về đích, mỗi năm phải tăng 3 điểm`: what is still to be done; not `phải thu hồi 5 giấy phép`."""
        if _AIMED.search(self.low, max(self.start, figure.start - 90), figure.start):
            return True
        year, said = self.setting.frame.year, self.clause_period if self.clause_said else None
        return year is not None and said is not None and int(said[:_YEAR_LONG]) > year

    def _is_later(self, figure: Figure) -> bool:
        """`để xuất khẩu quý IV đạt 857 triệu USD` in a report on nine months: a part of the report's year that has not begun; not where it is foreseen."""
        own, told = self.setting.frame.period, self.clause_period if self.clause_said else None
        if own is None or told is None or "-" not in own or "-" not in told or told[:_YEAR_LONG] != own[:_YEAR_LONG]:
            return False
        if self.clause_estimate or self.lead_estimate or "estimate" in figure.chain:
            return False
        return Period.parse(told).first_day > Period.parse(own).last_day

    def _will_be(self, figure: Figure) -> bool:
        """`từ tháng 7, 124 trạm sẽ gom còn 42 trạm`; not `dự kiến sẽ đạt 95%`, an estimate."""
        if "sẽ " not in figure.said or self.clause_estimate or self.lead_estimate:
            return False
        return _WILL_BE.search(figure.said) is not None

    def _goes_on_from_aim(self, figure: Figure) -> bool:
        """`đầu năm 1,62%, phấn đấu cuối năm còn 1,05%, kéo giảm 0,57 điểm %`: what reaching the goal would change."""
        last = self.last
        return (
            last is not None
            and last.kind == "target"
            and not figure.said.strip(" ,(")
            and self.low.rfind("phấn đấu", max(self.start, last.start - 60), last.start) >= 0
        )

    def _of_time_gone(self, figure: Figure) -> bool:
        """`năm 2023 ước 44 tỷ đồng (năm 2021 tăng 3,1%, năm 2022 tăng 9,4%)`, `so với 36 tỷ đồng của năm 2020`: what a year before has reached is no estimate."""
        year = self.setting.frame.year
        if "estimate" in figure.chain:
            return False
        if self.low.endswith(_AGAINST, 0, figure.start):
            own = _OF_YEAR.match(self.low, figure.end)
            if own is not None:
                return year is None or int(own["last"] or own[1]) < year
            if _OF_TIME_GONE.match(self.low, figure.end):
                return True
        if self.low.endswith(" và ", 0, figure.start) and self._goes_on_with_gone(figure):
            return True
        said = self.clause_period if self.clause_said and year is not None else None
        if self.low.startswith(" của quý ", figure.end) and self.low.endswith(
            ("hơn mức tăng ", "hơn mức "), 0, figure.start
        ):
            return True  # `cao hơn mức tăng 7,6% của quý I`
        if said is None or year is None:
            return (
                self.low.startswith(" của quý ", figure.end) and "hơn mức" in figure.said
            )  # `cao hơn mức tăng 7,6% của quý I`
        first, _, last = said.partition("/")
        if self.lead_estimate and self.low.find(f"năm {first}", *self._estimated_first()) >= 0:
            return False  # a later report: `Ước hết năm 2019, số hồ sơ là 18.308 hồ sơ`
        return (
            len(first) >= _YEAR_LONG
            and first[:_YEAR_LONG] == (last or first)[:_YEAR_LONG]
            and int(first[:_YEAR_LONG]) < year
        )

    def _estimated_first(self) -> tuple[int, int]:
        """Where the time stands that the sentence opens with an estimate of; nothing, where it opens otherwise."""
        told = _ESTIMATED_BY.search(self.low, self.start, self.start + 40)
        return (told.start(), told.end() + 1) if told is not None else (0, 0)

    def _goes_on_with_gone(self, figure: Figure) -> bool:
        """`cao hơn mức tăng 7,6% của quý I và 8,4% của quý II`: the second of what is compared with."""
        last = self.last
        return (
            last is not None
            and last.status == "actual"
            and last.unit == figure.unit
            and _OF_PART.fullmatch(self.low, last.end, figure.start) is not None
            and self.low.startswith((" của quý ", " của tháng ", " của năm "), figure.end)
        )

    @staticmethod
    def _goes_on(figure: Figure) -> bool:
        """`ước đạt: A 5 tỷ đồng; B 6 tỷ đồng`, `ước đạt 9 tỷ đồng; tăng 18%`: the clause goes on with the estimate before it."""
        if " đã " in f" {figure.said}" or figure.said.lstrip(" ;").startswith("có "):
            return False
        if figure.said.endswith(_BEFALLS):
            return False  # `lao động qua đào tạo ước đạt 66%; rác thải phát sinh 154 tấn/ngày`
        return not figure.chain or (not figure.subject.strip(" ,;") and bool(figure.chain & (_DIFFERENCE | {"equal"})))

    def _tells_what_was(self, figure: Figure) -> bool:
        """`đến năm 2030 đạt 220 triệu đồng (năm 2025 là 126,4 triệu đồng)`: among goals, the parenthesis says what a year gone by has reached; so does a clause that names a year before the report's own time."""
        if "from" in figure.chain and figure.kind == "level" and _GOES_ON_TO.match(self.low, figure.end):
            return True  # `Nâng tỷ lệ trường chuẩn từ 70% lên 73%`: where it stands now
        own = self.setting.frame.year
        gone = self.paren_period
        if gone is not None and own is not None and gone[:4] <= str(own) and figure.kind == "level":
            return self._compared(figure)  # `tăng 6% so với thực hiện năm 2022 (3.180 triệu đồng)`
        if not self.depth and self.clause_said and figure.kind == "level" and "plan" not in self.roles:
            year, term = self.clause_period or "", self.setting.frame.term
            first = term[0] if term is not None else own - 1 if own is not None else 0
            return len(year) == _YEAR_LONG and int(year) <= first
        if not self.depth or own is None or figure.kind != "level" or "plan" in figure.chain:
            return False
        opened = self.low.rfind("(", max(self.start, figure.start - 60), figure.start)
        said = _YEAR_GONE.match(self.low, opened) if opened >= 0 else None
        return said is not None and said.end() <= figure.start and int(said[1]) <= own

    def _follows_result(self, figure: Figure) -> bool:
        """Is it the share of the plan that the amount right before it is?"""
        last = self.last
        return (
            "equal" in figure.chain
            and last is not None
            and last.unit != "%"
            and self.low[last.end : figure.chain_start].strip() == ","
        )

    def _being_built(self, figure: Figure) -> bool:
        """`nhà máy công suất 14 MW đang xây dựng`: the size of what is not there yet."""
        if _TO_BE_BUILT.match(self.low, figure.end) is not None:
            return SIZE.search(figure.said) is not None
        if not self.tells_building or SIZE.search(figure.said) is None:
            return False
        return _BUILDING.search(self.low, max(self.start, figure.start - 90), figure.start) is not None

    @staticmethod
    def _reaching(figure: Figure) -> frozenset[str]:
        """The cues that make a level among plans a goal: `đạt` of a measure (`diện tích chè đạt 2.600 ha`), bounds of any."""
        return _BOUND if figure.counted is not None or not figure.unit else _BOUND | {"reach"}

    def _sizes(self, figure: Figure) -> bool:
        """`18 chỉ tiêu, gồm 07 chỉ tiêu về kinh tế`, `công suất 12 tấn/ngày`: what a plan consists of, not what it sets to be reached."""
        if figure.counted in (
            "chỉ tiêu",
            "nhiệm vụ",
            "mục tiêu",
            "giải pháp",
            "nội dung",
            "khâu",
            "khâu đột phá",
            "đột phá",
            "nhóm nhiệm vụ",
            "nhóm giải pháp",
            "nhóm chỉ tiêu",
            "nhiệm vụ trọng tâm",
            "trụ cột",
        ):
            return True
        if figure.unit == "VND" and _GROWN_TO.search(figure.said):
            return False  # `đến năm 2025 có quy mô 15.400 tỷ đồng`: what an economy is to grow to
        return SIZE.search(figure.said) is not None and "{người}" not in figure.per

    def _approved_plan(self, figure: Figure) -> bool:
        """`phê duyệt quy hoạch cụm công nghiệp (diện tích 50 ha)`: the size of what a plan approves is planned."""
        if self.low.find("quy hoạch ", max(self.start, figure.start - 140), figure.start) < 0:
            return False
        if figure.unit == "%" or (figure.counted or "").startswith("quy hoạch"):
            return False
        begin = self.low.rfind(";", self.start, figure.start)
        return _PLANS.search(self.low, max(begin, figure.start - 140, self.start), figure.start) is not None
