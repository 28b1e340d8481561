"""A figure → its period: said in its clause, else at the sentence's head, else by the section. The part of the walk that dates figures.

What the clause and the head say is found by `time_walk.py`; here it is given to the figures, or withheld from what only tells what there is.
"""

from __future__ import annotations

import re
from itertools import pairwise

from muctieu.claims.basis_walk import BasisWalk
from muctieu.claims.figures import Figure
from muctieu.claims.state import SIZE
from muctieu.text.earlier_periods import same_period_before, span_before

_RAISES_TO = re.compile(r"(?:nâng|đưa) (?:tổng )?(?:số|diện tích)|(?:nâng|đưa) tổng")
_POPULATION = re.compile(r"^[\s,;]*dân số\s*$")
_YEAR_GOALS = re.compile(
    r"(?:dự báo|dự kiến|ước|khả năng|kế hoạch năm|cả năm|hết năm|cuối năm|năm (?:19|20)\d\d)(?![^\W_])"
)
_SOWN = re.compile(
    r"sản lượng|năng suất|gieo|% (?:so với )?(?:kế hoạch|kh)(?![^\W_])|so (?:với )?(?:cùng kỳ|ck|năm trước)"
)
_EVERY_YEAR = re.compile(r"(?:hằng|hàng|mỗi) năm")
_YEARLY_HEAD = re.compile(r"[\s\W\d]*(?:hằng|hàng|mỗi) năm,")
_HAPPENS = re.compile(
    r" (?:mới |đăng ký )*(?:thành lập mới|thành lập|đăng ký mới|tạm ngừng|giải thể|quay trở lại|hoạt động trở lại|tốt nghiệp|trúng tuyển|nhập ngũ|đạt giải|đoạt giải"
    r"|(?:bị|được) (?:hỗ trợ|giải quyết|cấp|thiệt hại|xử lý|khởi tố|kỷ luật)|vi phạm)(?![^\W_])"
)
_INCOME = re.compile(r"thu nhập(?! hằng năm)")  # `thu nhập … 75 triệu đồng/năm`: a level at the end, no yearly amount
_EACH = re.compile(
    r"(?:(?:bình|trung) (?:quân|bình) (?:thì )?(?:hàng|hằng|mỗi|một|1)|mỗi) (năm|quý|tháng|ngày)(?![^\W_])"
)
_MEAN_OF_EACH = re.compile(
    r"(?:(?:bình quân|trung bình|bq|tính ra) (?:cho )?(?:mỗi|một|1|01)|mỗi(?= [^\d,;.]{2,30} (?:bình quân|trung bình) )) (?P<noun>xã|phường|thị trấn|huyện|thôn|ấp|bản|buôn|khóm|tổ dân phố|hộ gia đình|hộ|gia đình|người dân|người|lao động|công nhân|nhân khẩu|khẩu|trường|lớp|chi bộ|đảng bộ|đơn vị|cơ sở|doanh nghiệp|hợp tác xã|mô hình|công trình|dự án|sào|công đất|công|ha|tàu|chiếc|lượt khách|du khách|khách|giáo viên|bác sĩ|cán bộ)(?: (?:bình quân|trung bình|nuôi|trồng|có|đạt|được|thu|thu về|thu được|lãi|lãi được|lời|hưởng|nhận|chi|bớt|bớt được|giảm|giảm được|tiết kiệm|tiết kiệm được|là|còn|tăng|hỗ trợ|đóng góp|khoảng|chừng|trên|hơn|gần))* $"
)
_MEAN_OF_TIME = re.compile(
    r"(?:bình quân|trung bình|bq) (năm|quý|tháng|ngày)(?: (?:đạt|được|là|ước|thu|chi|khoảng|chừng|trên|hơn|gần))* $"
)
_PARTS = {"năm": "year", "quý": "quarter", "tháng": "month", "ngày": "day"}


def _is_beside(figure: Figure) -> bool:
    """Whether the figure tells a goal, or what another is measured from, so that those after it are not of its time."""
    return figure.kind == "target" or "base" in figure.chain


_EACH_ONE = re.compile(
    r"(?<![^\W_])mỗi (?P<noun>nhân khẩu|khẩu|người|hộ|suất quà|suất|phần quà|căn nhà|nhà|căn|công trình|mô hình|mô hình này|học sinh|cháu|em|lao động|trường hợp|gia đình)(?: (?:được|nhận|được nhận|được hỗ trợ|hỗ trợ|trị giá|trị giá chừng|có giá|giá|tốn|là))*(?: khoảng| chừng| độ| trên| hơn| gần)? $"
)
_EACH_PLACE = re.compile(
    r"(?<![^\W_])mỗi (?P<noun>xã|phường|thôn|bản|buôn|ấp|huyện|đơn vị|trường|chi bộ)(?: (?:đã|chỉ|mới|lại|thêm|thêm được|tăng|tăng thêm|giảm|có|đạt|được|bớt|bớt được|còn))* $"
)
_DIFFERS = frozenset(("growth", "change"))
_YEAR_LONG = 4
YEARS = re.compile(r"\d{4}/\d{4}")
_JUDGED = ("target", "target_gap")  # kinds that a result is judged by
_DEGREE = frozenset(("approx", "ge", "le"))
_SHARED_OUT = frozenset(("VND", "USD", "kg", "t"))
_SO = frozenset(("", "tức", "nghĩa", "như vậy", "như thế", "như vậy đã", "hay"))
_THEN = re.compile(r"[\s,;.]*(?:khi đó|lúc đó|khi ấy|lúc ấy)(?![^\W_])")
_HOW_MANY = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_YEARS_LATER = re.compile(
    rf"(?<![^\W_])(?:(?P<many>{'|'.join(_HOW_MANY)}) năm (?:sau|kế tiếp|tiếp theo)(?: đó)?|sau (?P<after>{'|'.join(_HOW_MANY)}) năm)(?: (?!khi|ngày)[^\W\d_]+)*\s*$"
)
_THAT_IS = re.compile(r"[\s,;.]*(?:như vậy|như thế|tức|nghĩa|tính ra)(?![^\W_])")
_SO_THAT = re.compile(r"[\s,;.]*(?:như vậy|như thế)(?![^\W_])")


def _alike(one: Figure, other: Figure) -> bool:
    """`1.124 hộ nghèo`, `187 hộ`: are both of one unit, or counts of one noun?"""
    if one.unit == other.unit or one.counted is None or other.counted is None:
        return one.unit == other.unit
    return f"{one.counted} ".startswith(f"{other.counted} ") or f"{other.counted} ".startswith(f"{one.counted} ")


_RATE_ONLY = frozenset(("", "tỷ lệ", "tỉ lệ", "với tỷ lệ", "tương ứng", "tương đương"))


_LEFT = re.compile(r"\) (?:(?:đầu |cuối |giữa )?năm (?:19|20)\d\d|đầu nhiệm kỳ),? (?:giảm )?(?:xuống )?còn $")


class PeriodWalk(BasisWalk):
    """Gives each figure its period."""

    def _set_time(self, figure: Figure) -> None:
        """The period, and the denominator of time that words before the figure give it."""
        self._set_period(figure)
        if self.setting.planned and "from" in figure.chain and figure.status == "actual" and not self.clause_said:
            figure.period = None  # where it stands now
        if (
            figure.period
            and "/" in figure.period
            and _RAISES_TO.match(words := self.low[self.subject_start : figure.start].strip(" ,;"))
            and "đầu năm" not in words
        ):
            figure.period = None
            self.clause_period, self.clause_said = None, True
        if figure.kind in ("growth", "change") and not self.setting.planned:
            self._set_span(figure)
        elif figure is self.item_goal and figure.period is None and self.setting.frame.term and self._yearly(figure):
            figure.period = "{}/{}".format(*self.setting.frame.term)
        if self.tells_each:
            self._set_each(figure)
        if figure.kind == "target" and figure.period is None and self.setting.frame.term and self._each_year(figure):
            figure.period = "{}/{}".format(*self.setting.frame.term)  # `mỗi năm giao 1.400 lao động`

    def _years_ahead(self, term: str) -> str:
        """The last years of a term to come, where the section is about those (`phấn đấu trong 2 năm 2024 - 2025: …`), else all of it."""
        own = self.setting.period or ""
        return own if YEARS.fullmatch(own) is not None and own[5:] == term[-_YEAR_LONG:] else term

    def _each_year(self, figure: Figure) -> bool:
        """`Nghị quyết yêu cầu hằng năm tạo việc làm cho 5.000 lao động`: a goal for every year."""
        begin = max(self.subject_start, figure.start - 40)
        return figure.per == ("year",) or _EVERY_YEAR.search(self.low, begin, figure.start) is not None

    def _set_period(self, figure: Figure) -> None:
        """The period: said in the clause, else at the sentence's head, else by the section."""
        if self.paren_period is not None and (self._compared(figure) or self._rate_of_then(figure)):
            figure.period = self.paren_period
        elif self.depth and self._was_in_base(figure):
            assert self.last is not None
            figure.period, figure.status = self.last.basis, "actual"
        elif figure.chain & {"up", "down"} and _THAT_IS.match(figure.said) and self._told_by_pair(figure):
            pass
        elif (figure.kind == "multiple" or figure.chain & {"up", "down"}) and _SO_THAT.match(
            figure.said
        ):  # `cùng kỳ là 68 vụ; như vậy giảm 7 vụ`
            self._so_that(figure)
        elif self.depth and figure.kind in _DIFFERS and (outer := self._against_aside(figure)) is not None:
            assert self.last is not None
            figure.period, figure.basis = outer.period, self.last.period
        elif figure.kind in _JUDGED and (result := self._judged_past_base(figure)) is not None:
            figure.period = result.period
        elif self.last is not None and not figure.depth and _THEN.match(figure.said):
            figure.period = self.last.period  # `quy mô năm 2030 khoảng 66.500 tỷ đồng; khi đó dịch vụ chiếm 63%`
            self.clause_period, self.clause_said = figure.period, True
        elif self.base_at >= 0 and self._is_the_base(figure):
            figure.period, figure.status = self.basis_said, "actual"
        elif (
            self.setting.planned
            and self.setting.term_ahead
            and figure.per == ("year",)
            and (not self.clause_said or (figure.average and self.clause_period == self.setting.term_ahead[-4:]))
            and (figure.unit != "%" or figure.chain & {"up", "down", "average"})
            and not (figure.unit == "VND" and _INCOME.search(figure.said))
        ):
            figure.period = self._years_ahead(self.setting.term_ahead)
        elif "from" in figure.chain and self.lead_basis is not None and not self.clause_said:
            figure.period = self.lead_basis  # `So với năm 2015, tỷ trọng dịch vụ nâng từ 25% lên 31%`
        elif self.clause_said and not self.clause_figures and not self.setting.planned and self._sized_apart(figure):
            figure.period = None
        elif figure.counted is not None and not self.clause_said and self._of_the_plan_year(figure):
            figure.period = str(self.setting.frame.year)
        elif self.came_from is not None and self._arrives(figure):
            term = self.setting.frame.term
            before = term is not None and self.came_from.period == span_before(*term)
            figure.period = f"{term[0]}/{term[1]}" if before and term is not None else None
            self.clause_period, self.clause_said = figure.period, True
        elif "năm " in figure.said and (later := self._years_later(figure)) is not None:
            figure.period, self.clause_period, self.clause_said = later, later, True
        elif self.clause_said:
            figure.period = self.clause_period
            if (
                self.same_own is not None
                and figure.kind in ("growth", "change", "multiple")
                and self.last is not None
                and (self.last.period == figure.period or self._again_of_change(figure))
                and figure.said.strip(" ,;(-") in _SO
            ):
                figure.period, figure.basis = self.same_own, self.clause_period  # `45 vụ, cùng kỳ 50 vụ, giảm 10%`
            elif self.same_own is not None and self._judges_own(figure):
                figure.period = self.same_own  # `7.748 tỷ đồng, cùng kỳ 7.256 tỷ đồng, vượt 25 tỷ đồng so với kịch bản`
        else:
            figure.period = self._period_gone_on(figure)

    def _rate_of_then(self, figure: Figure) -> bool:
        """`so với cuối năm 2021 (4.170 hộ, tỷ lệ 16,87%)`: the rate of what it was then."""
        last = self.last
        if last is None or (last.period, last.depth) != (self.paren_period, figure.depth) or figure.unit != "%":
            return False
        return figure.kind == "level" and figure.said.strip(" ,;") in _RATE_ONLY

    def _years_later(self, figure: Figure) -> str | None:
        """`Cuối năm 2015 hộ nghèo chiếm 8,94%, hai năm sau còn 5,46%`: so many years after the one told last of the same measure; None for others."""
        told = _YEARS_LATER.search(figure.said)
        was = next((one for one in reversed(self.figures) if one.unit == figure.unit and one.kind == "level"), None)
        if told is None or was is None or figure.depth or len(was.period or "") != _YEAR_LONG:
            return None
        return str(int(was.period or 0) + _HOW_MANY[told["many"] or told["after"]])

    def _judges_own(self, figure: Figure) -> bool:
        """A gap, or a goal beside a difference of the own time: `đầu nhiệm kỳ là 34 triệu đồng, thêm 27 triệu đồng, vượt KH (60 triệu đồng)`."""
        if figure.kind == "target":
            return self.last is not None and self.last.kind == "change" and self.last.period == self.same_own
        return figure.kind == "target_gap" and figure.said.strip(" ,;(-") in _SO

    def _period_gone_on(self, figure: Figure) -> str | None:
        """The period of a figure whose clause says none: of the figure it goes on from, of the sentence's head, or of the section."""
        if (
            self.came_from is not None
            and self.came_from is self.last
            and ("reach" in figure.chain or self.low.startswith("còn ", figure.chain_start))
        ):
            return self.lead_period or self.setting.period
        last = self.last
        if self.clause_figures and last is not None and (last.period or self.depth) and not self._was_yearly(figure):
            if _is_beside(last) and not _is_beside(figure):
                result = next((one for one in reversed(self.figures) if not _is_beside(one)), None)
                if result is None and figure.kind == "attainment" and last.kind == "target":
                    return self.lead_period or self.setting.period  # what came of a year's goal until now
                last = result or last
            return self._outer_period(figure, last)
        if self.setting.planned and self._said_yearly(figure) and self.setting.term_ahead:
            return self.setting.term_ahead
        if "kế hoạch vốn" in figure.said and self.lead_period is None and "-" in (self.setting.frame.period or ""):
            return str(self.setting.frame.year)  # `Tổng kế hoạch vốn đầu tư công được giao 4.386 tỷ đồng`: a year's
        if self.lead_period is None and not self._tells_a_state(figure):
            return self.setting.period
        return self.lead_period

    def _was_in_base(self, figure: Figure) -> bool:
        """`642 ca, ít hơn cùng kỳ 40,9% (1.086 ca)`: what it was then; not `642 tỷ đồng, cao hơn cùng kỳ 12,5% (71,3 tỷ đồng)`, by how much."""
        last = self.last
        if last is None or last.kind not in ("growth", "change") or last.basis in (None, "target"):
            return False
        if figure.kind != "level" or figure.chain - _DEGREE or figure.unit == "%" or last.depth >= self.depth:
            return False
        if self.low[last.end : figure.start] != " (" or not self.low.startswith(")", figure.end):
            return False
        result = next((one for one in reversed(self.figures) if one.kind == "level" and one.unit == figure.unit), None)
        if result is None or result.per != figure.per or figure.value * 2 <= result.value:
            return False
        change = (
            abs(last.value * result.value / (100 + last.value)) if last.kind == "growth" and last.value > -100 else 0
        )
        return abs(figure.value - change) * 10 > figure.value

    def _against_aside(self, figure: Figure) -> Figure | None:
        """`bắt 186 vụ (nhiệm kỳ trước 214 vụ, giảm 28 vụ)`: the figure before the parenthesis, which has changed from what the parenthesis tells first."""
        last = self.last
        if (
            last is None
            or last.kind != "level"
            or last.depth != self.depth
            or figure.subject.strip(" ,")
            or not figure.chain & {"up", "down"}
            or figure.average
            or self.low.startswith(" so", figure.end)
        ):
            return None
        outer = next((one for one in reversed(self.figures) if one.depth < self.depth), None)
        if outer is None or outer.unit != last.unit or outer.period is None or last.period is None:
            return None
        return outer if last.period[:4] < outer.period[:4] else None

    def _year_after(self, was: str) -> str | None:
        """`Năm 2023 chi 5.842 tỷ đồng; năm 2022 là 5.340 tỷ đồng, như vậy tăng 9,4%`: the year told before the one compared with."""
        told = (one.period for one in self.figures if one.kind == "level" and len(one.period or "") == _YEAR_LONG)
        return next((period for period in told if period is not None and int(period) == int(was) + 1), None)

    def _again_of_change(self, figure: Figure) -> bool:
        """`45 vụ, cùng kỳ 50 vụ, giảm 5 vụ, tương đương giảm 10%`: the same change, said again."""
        last = self.last
        return (
            last is not None
            and last.kind == "change"
            and last.period == self.same_own
            and last.basis == self.clause_period
        )

    def _told_by_pair(self, figure: Figure) -> bool:
        """`năm 2020 đạt 84%, sang năm 2022 lên 93%, tức là tăng 9 điểm %`: from the first of the two years that were just told to the other."""
        told = [one for one in self.figures[-5:] if one.kind == "level" and _alike(one, figure)]
        exact = (list(two) for two in pairwise(told) if abs(two[0].value - two[1].value) == abs(figure.value))
        pair = next(exact, told[-2:])
        if len(pair) < 2 and figure.kind == "growth":
            pair = [one for one in self.figures[-4:] if one.kind == "level" and one.unit not in ("%", "‰")][-2:]
        if len(pair) < 2 or not _alike(*pair) or figure.average or figure.basis is not None:
            return False
        if any(len(one.period or "") != _YEAR_LONG for one in pair):
            return False
        first, last = sorted(one.period or "" for one in pair)
        if first != last:
            figure.basis, figure.period = first, last
        return first != last

    def _so_that(self, figure: Figure) -> None:
        """`Năm 2022 có 68 vụ; như vậy giảm 7 vụ`: a change of the section's own time, from what was told of the year before."""
        own = self.setting.period
        was = self.last.period if self.last is not None and self.last.kind == "level" else None
        if was is not None and len(was) == _YEAR_LONG and own != was:
            own = self._year_after(was) or own
        figure.period, self.clause_period, self.clause_said = own, own, True
        if was is not None and (own is None or was == same_period_before(own)):
            figure.basis = figure.basis or was

    def _is_the_base(self, figure: Figure) -> bool:
        """`tăng 7,8% so với năm 2022 là 2.011 tấn`, `so với cùng kỳ 290 ha thì tăng 7%`: what it was then."""
        last = self.last
        if self.base_at != figure.chain_start - 1 or last is None or figure.kind != "level":
            return False
        if figure.chain_start == figure.start and self._moves_then(figure):
            figure.chain.add("base")
            return True
        if figure.chain_start == figure.start and self.low.startswith(" thì ", figure.end):
            return True
        told = self.low.startswith("là ", figure.chain_start) or figure.chain_start == figure.start
        return told and last.kind in ("growth", "change") and last.basis == self.basis_said

    def _moves_then(self, figure: Figure) -> bool:
        """`Tai nạn 41 vụ, so CK 49 vụ giảm 8 vụ`: what it was, then at once how it has moved."""
        after = self.tokens[figure.token + 1] if figure.token + 1 < len(self.tokens) else None
        return (
            after is not None
            and after.role in ("up", "down")
            and self.low[figure.end : after.start].strip() in ("", "thì", ",", "đã")
        )

    def _sized_apart(self, figure: Figure) -> bool:
        """`đưa nhà máy vào hoạt động tháng 5/2019, công suất 18.000 tấn/năm`: a comma parts the size from the time."""
        words = figure.said.rpartition(", ")[2] if ", " in figure.said else ""
        return figure.kind == "level" and bool(words) and SIZE.match(words.lstrip()) is not None

    def _of_the_plan_year(self, figure: Figure) -> bool:
        """`Trong 16 chỉ tiêu của năm, dự báo 5 chỉ tiêu khó đạt` in a report on nine months: a year's goals are judged for the year."""
        if figure.counted != "chỉ tiêu" or self.setting.planned or "-" not in (self.setting.frame.period or ""):
            return False
        return _YEAR_GOALS.search(self.low, self.start, self.end) is not None

    def _arrives(self, figure: Figure) -> bool:
        """`từ 61 trường năm 2015 còn 52 trường`: the year is that of where it came from, not of what is left."""
        came_from, last = self.came_from, self.last
        if came_from is None or last is None:
            return False
        if came_from is last:
            told = self.period_behind and self.clause_period == came_from.period and "have" in figure.chain
            return told and self.low.startswith("còn", figure.chain_start)
        # `giảm từ 1.392 hộ (2,87%) đầu năm 2022 xuống còn 669 hộ` in a report of another year
        own = self.setting.frame.year is None or (came_from.period or "")[:4] != str(self.setting.frame.year)
        return own and last.depth > came_from.depth and _LEFT.match(self.low, last.end, figure.start) is not None

    def _set_span(self, figure: Figure) -> None:
        """A mean from one year to another is of the years between; a yearly rate without a period is of the report's term."""
        term = self.setting.frame.term
        if figure.average and self.came_from is not None and self.last is not None:
            first, last = self.came_from.period, self.last.period
            if first and last and len(first) == len(last) == 4 and first < last:
                if term is not None and (int(first) + 1, int(last)) == term:
                    first = str(term[0])  # from the year before a plan to its last one: the plan's years
                figure.period = f"{first}/{last}"
        if (
            figure.average
            and figure.kind == "growth"
            and "year" in figure.per
            and term is not None
            and figure.period
            and len(figure.period) == 4
            and term[0] < int(figure.period) <= term[1]
        ):
            year = self.setting.frame.year or term[1]
            midway = year < term[1]
            figure.period = f"{term[0] + midway}/{year}"  # `năm 2018 đạt 120 triệu USD, tăng bình quân 14%/năm`
        rate = figure.kind == "growth" or figure.unit == "%"
        yearly = figure.per == ("year",) or (figure.average and figure.kind == "growth" and figure.unit == "%")
        if figure.period is None and rate and yearly and term:
            figure.period = f"{term[0]}/{term[1]}"

    def _judged_past_base(self, figure: Figure) -> Figure | None:
        """`đạt 186 tỷ đồng, cao hơn 17% so với 159 tỷ đồng của năm 2023, vượt mục tiêu 190 tỷ đồng`, `tăng 8,5% so với năm 2023 (53.836 tỷ đồng), vượt kế hoạch (7,5%)`: the result that a goal behind the base is of."""
        last = self.last
        if last is None:
            return None
        if "base" not in last.chain:
            rise = next((one for one in reversed(self.figures) if one.depth < last.depth), None)
            if rise is None or rise.kind not in _DIFFERS or rise.basis is None or rise.basis != last.period:
                return None
            beside = figure.kind == "target" and figure.depth > 0 and last.kind == "level"
            return rise if beside and self.low.find(")", last.end, figure.start) >= 0 else None
        return next((one for one in reversed(self.figures) if "base" not in one.chain), None)

    def _yearly(self, figure: Figure) -> bool:
        """`tạo việc làm 2.600 lao động/năm`, `hằng năm giao quân đạt 100%`: a goal of each year of the term."""
        return "year" in figure.per or figure.average or _EVERY_YEAR.search(figure.said) is not None

    def _was_yearly(self, figure: Figure) -> bool:
        """`trồng mới 1.500 ha/năm, nâng tỷ lệ che phủ lên 42%`: a yearly goal's span is not that of what is to be reached."""
        last = self.last
        return (
            self.setting.planned
            and last is not None
            and last.per == ("year",)
            and not figure.per
            and bool(figure.chain & {"reach"})
            and not self.clause_said
        )

    def _said_yearly(self, figure: Figure) -> bool:
        """`hằng năm` in the figure's own clause: a semicolon ends what it says, unless it stands before the sentence (`Hằng năm, …`)."""
        if _YEARLY_HEAD.match(self.low, self.start):
            return True
        begin = max(self.start, figure.start - 120)
        begin = max(begin, self.low.rfind(";", begin, figure.start))
        end = self.low.find(";", figure.end, figure.end + 40)
        return _EVERY_YEAR.search(self.low, begin, end if end >= 0 else min(self.end, figure.end + 40)) is not None

    def _set_each(self, figure: Figure) -> None:
        """`mỗi năm đào tạo 300 người`, `mỗi ngày thu gom 168 tấn`: an amount that the words before it say is one year's, one day's."""
        if figure.per or figure.kind == "part":
            return
        if figure.unit in ("%", "‰") and figure.kind != "growth" and not figure.chain & {"up", "down"}:
            return
        each = _EACH_ONE.search(self.low, max(self.subject_start, figure.start - 40), figure.start)
        if each is not None and figure.unit in _SHARED_OUT:
            figure.per = ("{" + each["noun"] + "}",)  # `hỗ trợ 14.300 khẩu, mỗi khẩu 15 kg`
            return
        share = _EACH_PLACE.search(self.low, max(self.subject_start, figure.start - 40), figure.start)
        if share is not None and figure.counted is not None:
            figure.per = ("{" + share["noun"] + "}",)  # `mỗi xã thêm được 2,5 tiêu chí`
            return
        mean = _MEAN_OF_EACH.search(self.low, max(self.subject_start, figure.start - 60), figure.start)
        if mean is not None and figure.unit != "1":
            figure.per = ("{" + mean["noun"] + "}",)  # `bình quân mỗi xã 16,8 tiêu chí`
            return
        match = _EACH.search(self.low, self.subject_start, figure.start) or _MEAN_OF_TIME.search(
            self.low, max(self.subject_start, figure.start - 40), figure.start
        )
        if match is not None:
            figure.per = (_PARTS[match[1]],)

    def _outer_period(self, figure: Figure, last: Figure) -> str | None:
        """`ngày điều trị 6,1 ngày (năm 2023: 6,4 ngày), công suất 112%`: the year in a parenthesis before is the parenthesis's own."""
        if last.depth <= figure.depth:
            return last.period
        return next((one.period for one in reversed(self.figures) if one.depth <= figure.depth), last.period)

    def _tells_a_state(self, figure: Figure) -> bool:
        """`Toàn tỉnh có 245 sản phẩm`, `công suất 48 MW`: what there is, which a report's period does not date."""
        if self.setting.planned:
            return figure.kind == "level"
        if figure.kind == "level" and self.last is not None and self.last is self.among_of and self.clause_figures:
            return self.last.period is None  # `diện tích 3.462 ha, trong đó đất nông nghiệp 2.980 ha`
        if (
            "have" in figure.chain
            and (figure.counted is not None or figure.whole is not None)
            and not self._happens(figure)
            and not self.low.endswith("thêm ", self.start, figure.start)  # `tuyển dụng thêm 18 giáo viên`
            and not (figure.whole is None and (figure.counted or "") in figure.said)  # `hộ nghèo còn 58 hộ`
        ):
            self.clause_period, self.clause_said = None, True
            return True
        said = figure.said
        if not said or figure.kind != "level" or (figure.unit in ("ha", "m2") and self._of_crops()):
            return False
        return (SIZE.search(said) or _POPULATION.search(said)) is not None

    def _of_crops(self) -> bool:
        """`Diện tích 7,2 ha, sản lượng 46,8 tấn`, `tổng diện tích đạt 412 ha, bằng 101% kế hoạch`: an area that is sown, not the place's own."""
        return _SOWN.search(self.low, self.start, self.end) is not None

    def _happens(self, figure: Figure) -> bool:
        """`Có 312 doanh nghiệp thành lập mới`: what came about within the report's time, unlike `có 312 doanh nghiệp`."""
        return _HAPPENS.match(self.low, figure.end) is not None
