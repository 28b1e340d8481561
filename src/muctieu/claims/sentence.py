"""The tokens of a sentence → its figures with kind, comparator, status, period, basis and the words of their subject.

The walk is one pass from left to right. Words directly before a figure (its *chain*: `ước đạt trên`, `tăng bình quân`) say what
it is; words directly after it say what it is measured from (`so với năm 2015`, `kế hoạch`). What a clause does not say it
takes from the clause before it, from the words at the head of the sentence, or from the section.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from muctieu.claims.chain_walk import ChainWalk
from muctieu.claims.comes_out import tell_what_comes_out
from muctieu.claims.figures import Figure
from muctieu.claims.item_marks import end_of_mark
from muctieu.claims.parenthesis_walk import ParenthesisWalk
from muctieu.claims.state import Setting, holds
from muctieu.claims.subject_words import HEAD
from muctieu.claims.tokens import Token
from muctieu.claims.unit_walk import UnitWalk

_COMPARATORS = ("ge", "le", "approx")
_NUMERAL = re.compile(r" [ivx]{1,4}(?= (?:chiếm|đạt|là|có|tăng|giảm|\d))")  # `loại II, III chiếm 69,5%`
_ANOTHER_DEED = re.compile(r" (?:đã|có|hiện|toàn (?:tỉnh|huyện|xã|thành phố) (?:đã|có)) ")
_MOVED_LIST = re.compile(
    r"(?:nhóm|mặt hàng|ngành|sản phẩm)(?: [^\W\d_]+){0,4} (?P<way>tăng|giảm)(?: (?:giá|khá|mạnh|cao|nhẹ|nhiều|so với tháng trước|như|gồm|là))*$"
)
_COMES_OF_IT = re.compile(
    r"\s*(?:kết quả|thực hiện|đã|hiện|hiện nay|đến|tính đến|từ|lũy kế|luỹ kế|năm (?:19|20)|nay|hết|trong|sau|cả (?:hai|ba|\d) năm|các năm|hai năm|ba năm|6 tháng|bình quân)(?![^\W_])"
)
# `đàn lợn tại thời điểm 01/9 có 41.200 con; dịch tả buộc tiêu hủy 230 con`: what happened in the report's time, not on that day.
_BEFELL = re.compile(
    r"(?: [^\W\d_]+,?){0,8}? (?:tiêu hủy|tiêu huỷ|xuất chuồng|xuất bán|xảy ra|phát sinh|làm chết|bị chết|cho vay|thu nợ|trả nợ|tiêm phòng)(?![^\W_])"
)
# `; ngân sách các cấp góp 986 tỷ đồng`, `; vốn ngoài nhà nước 5.890 tỷ đồng`
_GIVES = re.compile(
    r" (?:trong đó,? )?(?:vốn |nguồn |phần )?(?:ngân sách|nhà nước|ngoài nhà nước|tư nhân|doanh nghiệp|dân cư|nhân dân|tín dụng|fdi|oda|trung ương|tỉnh|huyện|xã)(?: [^\W\d_]+){0,6} [\d(]"
)
_DAY_LONG = len("2024-09-01")
_FEWEST_YEARS = 2
_SUMS_UP = ("cộng ", "tổng số ", "tính chung ", "lũy kế ", "luỹ kế ")
_OF_GOALS = re.compile(r"(?:nghị quyết|chỉ tiêu|mục tiêu|kế hoạch|tiến độ|khó đạt|đạt và vượt)(?![^\W_])")
# `Kế hoạch năm 2024 HĐND xã giao: …`, `Đại hội xác định 20 chỉ tiêu, trong đó có các chỉ tiêu: …`
_SETS_GOALS = re.compile(
    r"[\s\W\d]*(?:kế hoạch|chỉ tiêu|mục tiêu|nghị quyết|đại hội|dự toán)(?![^\W_])[^:;.]{0,50}(?<![^\W_])(?:giao|đề ra|xác định|đặt ra|thông qua|định hướng)(?: (?:(?:\d+|các|những|một số) )?(?:chỉ tiêu|mục tiêu))?(?:(?:,| trong đó| gồm| có| bao gồm| như sau| cụ thể| là| các chỉ tiêu| chủ yếu| đến năm 20\d\d| đến cuối nhiệm kỳ))*\s*"
    r"|[\s\W\d]*(?:các |những |một số )?(?:chỉ tiêu|mục tiêu)(?: (?:cụ thể|chủ yếu|chính|của nhiệm kỳ|của đại hội|phấn đấu))* đến (?:hết |cuối )?(?:năm 20\d\d|nhiệm kỳ)(?: (?:là|gồm|như sau))?\s*"
)
_COMPARED_WITH = frozenset(
    (
        "",
        "mức",
        "mốc",
        "con số",
        "ngưỡng",
        "sản lượng",
        "diện tích",
        "số",
        "giá trị",
        "doanh thu",
        "kim ngạch",
        "mức thu",
        "số thu",
    )
)
_SO_MUCH_MORE = re.compile(r"[\s,;]*(?:như vậy|như thế|tức là|tức|nghĩa là)(?: đã| chỉ| mới)*\s*$")
_RATE = re.compile(r"\s*(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng)(?![^\W_])")


_GOES_ON = (
    ", phân phối",
    ", khí đốt",
    ", nước",
    ", hơi nước",
    ", hoạt động quản lý",
    ", quản lý",
    ", xử lý",
    ", điều hòa",
)
# Branches of industry as the statistics name them, commas and all
_BRANCH = re.compile(
    r"(?<![^\W_])(?:sản xuất(?:,| và) phân phối điện(?:, (?:khí đốt|nước nóng|nước|hơi nước|khí|điều hòa không khí))*"
    r"|cung cấp nước, (?:hoạt động )?quản lý(?: và|,) xử lý rác thải(?:, nước thải)?)"
)


class SentenceReader(ChainWalk, ParenthesisWalk, UnitWalk):
    """Reads one sentence: `read()` gives its figures in order."""

    def read(self) -> list[Figure]:
        """Walks the tokens and gives the figures."""
        if "figure" not in self.roles:
            return []
        for index, token in enumerate(self.tokens):
            step = _STEPS.get(token.role)  # most roles are looked at from the figures alone
            if step is not None:
                step(self, index, token)
        if len(self.figures) > 2:
            self._bases_of_row()
        if "period" in self.roles:
            self._bases_before()
        if "(" in self.roles:
            self._bases_beside()
            self._bases_said_twice()
        if "compare" in self.roles or "times" in self.roles:
            self._bases_told()
        tell_what_comes_out(self.figures, self.lent)
        self._share_bases()
        if "compare" in self.roles:
            self._share_pairs_of_bases()
            self._ends_of_spans()
        if "from" in self.roles:
            self._share_pair_periods()
            self._pairs_tell_rises()
        if "compare" in self.roles and "(" in self.roles:
            self._pairs_against()
        if "respectively" in self.roles:
            self._list_of_years()
        if "estimate" in self.roles:
            self._estimates_of_last_year()
        if "average" in self.roles:
            self._means_of_runs()
            self._means_between()
        if "average" in self.roles or holds(self.low[self.start : self.end], _SUMS_UP):
            self._average_of_years()
            self._means_of_spans()
        if len(self.figures) > _FEWEST_YEARS:
            self._each_of_years()
            self._totals_of_years()
        self._share_denominators()
        return self.figures

    def _share_denominators(self) -> None:
        """`10 bác sĩ và 34 giường bệnh/vạn dân`: both are counted for so many people."""
        for figure, following in pairwise(self.figures):
            if (
                figure.counted is not None
                and not figure.per
                and following.per
                and following.per[0].startswith("1000")
                and self.low[figure.end : following.start] in (" và ", ", ")
            ):
                figure.per = following.per

    def _comma(self, index: int, token: Token) -> None:
        """A comma behind a figure begins another subject, unless it stands within a name."""
        if self.depth and self.clause_figures and self._opens_goals(index):
            outer = next((one for one in reversed(self.figures) if one.depth < self.depth), None)
            if outer is not None:
                self.clause_period, self.clause_said = outer.period, True  # `65% (năm 2015 là 48%, Nghị quyết là 60%)`
        if self.clause_figures and not (self._within_name(index) or _NUMERAL.match(self.low, token.end)):
            self.subject_start = token.end
            self.cut = True

    def _among(self, index: int, token: Token) -> None:
        """`trong đó`: the parts of what was told before."""
        if self.clause_figures or index:
            self.subject_start = token.end
        if self.last is not None and self._opens_list(index):
            whole = self._parted_whole(self.last)
            self.lead_estimate = self.lead_estimate or whole.status == "estimated"
            self.lead_period = self.lead_period or whole.period
            self.among_basis = whole.basis if whole.basis != "target" else None
        self.among_of = self.last

    def _have(self, index: int, token: Token) -> None:
        """`trong đó có bằng cấp 46%` parts what was told before, too; `hiện có` tells of now."""
        if self.low.startswith("trong đó", token.start):
            self.among_of = self.last
        elif self.low.startswith("hiện", token.start) and not self.setting.planned:
            self.clause_period, self.clause_said = None, True
            if self.clause_figures and not self.depth:
                self.clause_estimate = self.lead_estimate = False  # `ước đạt 650 triệu đồng, hiện có 5 thôn`

    def _colon(self, index: int, token: Token) -> None:
        """A colon ends a subject, unless it gives the subject's value or its goal."""
        if index and (self.tokens[index - 1].role == "respectively" or self._opens_goal(index)):
            return
        if (
            self.depth
            and index > 1
            and (self.tokens[index - 1].role, self.tokens[index - 2].role) == ("period", "compare")
        ):
            self.paren_period = self.basis_said  # `(giảm 34 ha so 2024: 220 ha)`
        plan = self.tokens[index - 1] if index and not self.figures else None
        if plan is not None and plan.role == "plan" and self.low.startswith(("yêu cầu", "quy định"), plan.start):
            self.required = self._leads(plan)
        if not self.depth and "result" not in self.roles and _SETS_GOALS.fullmatch(self.low, self.start, token.start):
            self.required = self.goals_listed = True
        if not self.depth and self.figures and self._labels_a_goal(token):
            for figure in self.figures:
                figure.kind, figure.status = "target", "planned"
        if not self.depth and (moved := _MOVED_LIST.search(self.low, max(self.start, token.start - 70), token.start)):
            self.listed_way = moved["way"]
        if not (index + 1 < len(self.tokens) and self._value_follows(index)):
            self.subject_start = token.end
            if not self.depth:
                self.clause_figures = 0

    def _estimate(self, index: int, token: Token) -> None:
        """`ước`: what follows in the clause is an estimate; at the sentence's head, all of it."""
        if self._by_estimate_behind(index, token):
            return
        if not self.figures and self._leads(token):
            self.lead_estimate = True
        self.estimate_late = self.clause_figures > 0 and not self.clause_estimate
        self.clause_estimate = True
        if "cả năm" in self.low[token.start : token.end] and self.setting.frame.year:
            self.clause_period, self.clause_said = str(self.setting.frame.year), True

    def _within_name(self, index: int) -> bool:
        """`thịt lợn 52 tấn, thịt trâu, bò 5 tấn`: a comma between two short nouns, right before a figure; or one within the name of a branch."""
        at = self.tokens[index].start
        if self.low.startswith(_GOES_ON, at) and any(
            branch.start() < at < branch.end() for branch in _BRANCH.finditer(self.low, max(0, at - 60), at + 60)
        ):
            return True  # `công nghiệp chế biến 486 tỷ đồng, sản xuất, phân phối điện, nước 1.567 tỷ đồng`
        if index < 2 or index + 1 >= len(self.tokens):
            return False
        before, after = self.tokens[index - 1], self.tokens[index + 1]
        if after.role == "reach" and self._names_on(index, after):
            return True
        if before.role == "have":  # `trong đó có bằng cấp, chứng chỉ 46%`
            return (
                (
                    self.low.startswith("trong đó có", before.start)
                    or (self.tokens[index - 2].role == "among" and self.low.startswith("có", before.start))
                )
                and after.role in ("figure", "reach")
                and len(self.low[before.end : self.tokens[index].start].split()) <= 3
                and len(self.low[self.tokens[index].end : after.start].split()) <= 3
            )
        first = self.low[before.end : self.tokens[index].start].split()
        second = self.low[self.tokens[index].end : after.start].split()
        return (
            before.role == ","
            and self.tokens[index - 2].role == "figure"
            and after.role == "figure"
            and 0 < len(first) <= 2
            and 0 < len(second) <= 2
        )

    def _names_on(self, index: int, reach: Token) -> bool:
        """`tỷ lệ lao động có chứng chỉ, bằng cấp đạt 60%`: a rate that has no figure yet goes on behind the comma; not `…, số hộ nghèo còn 5%`."""
        comma = self.tokens[index]
        more = self.low[comma.end : reach.start].split()
        return (
            0 < len(more) <= 3
            and _RATE.match(self.low, self.subject_start) is not None
            and HEAD.match(" ".join(more)) is None
        )

    def _opens_list(self, index: int) -> bool:
        """Whether `trong đó` opens a list of its own (`; trong đó: a …; b …`)."""
        after = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        return (after is not None and after.role == ":") or self.tokens[index - 1].role == ";"

    def _opens_goal(self, index: int) -> bool:
        """`(Nghị quyết: tăng bình quân trên 9%/năm)`, `Chỉ tiêu Nghị quyết: còn dưới 0,5%.`: what stands behind the colon was set."""
        if self.tokens[index - 1].role != "plan":
            return False
        if index == 1:
            return self._leads(self.tokens[0]) and sum(token.role == "figure" for token in self.tokens) == 1
        return self.tokens[index - 2].role == "("

    def _value_follows(self, index: int) -> bool:
        """Whether the colon gives a value (`Dịch vụ: 57,7%`) and does not open a list."""
        after = self.tokens[index + 1]
        return (
            after.role in ("figure", *_COMPARATORS, "approx", "estimate")
            and not self.low[self.tokens[index].end : after.start].strip()
        )

    def _clause_end(self, index: int, token: Token) -> None:
        """A semicolon: what the clause said ends, what the sentence's head said goes on."""
        if self._in_list(token):
            self.subject_start = token.end
            return
        after = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        if after is not None and after.role in ("up", "down") and self._moves_on(token, after):
            self._comma(index, token)
            return
        if self.depth and self._opens_goals(index):
            self._comma(index, token)
            return
        if not self.clause_said or self.clause_period is None:
            self.clause_period, self.clause_said = None, self.lead_now
        elif not self.depth:
            own = self.clause_first
            if own is not None and "-" in (whole := self.setting.frame.period or "") and self.clause_period == whole:
                own = whole  # `quý III tăng 10,2%, 9 tháng tăng 9,4%; xi măng 1,86 triệu tấn`
            day = own is not None and len(own) == _DAY_LONG and "/" not in own
            if _ANOTHER_DEED.match(self.low, token.end) or (day and _BEFELL.match(self.low, token.end)):
                own = None  # `; đã kết nạp 426 đảng viên`
            if self.clause_figures and own is not None and self._goes_on_in(own, token) and not self.period_behind:
                self.lead_period = self.lead_period or own
            self.clause_period, self.clause_said = None, False
        self.period_behind = self.against_plan = False
        self.plan_period = self.clause_first = None
        self.estimate_before = self.clause_estimate and not self.estimate_late
        self.estimate_late = False
        self.clause_estimate = self.lead_estimate
        self.clause_figures = 0
        self.came_from = None
        self.subject_start = token.end
        self.pending.clear()
        self.cut = False

    def _goes_on_in(self, own: str, token: Token) -> bool:
        """Whether the clause behind a semicolon is still of the period told before: of years together only where it parts their money (`3 năm 2021 - 2023 huy động 900 tỷ đồng; ngân sách góp 200 tỷ đồng`), or where they are the report's own and it tells no state (`; dịch vụ chiếm 55,9%`, `; hộ nghèo chỉ còn 187 hộ`)."""
        if "/" not in own[:5]:
            return True
        term = self.setting.frame.term
        if term is not None and own == f"{term[0]}/{term[1]}":
            following = next((one.figure for one in self.tokens if one.figure and one.start >= token.end), None)
            amount = following is not None and following.unit not in ("%", "‰")  # a share tells a state
            return amount and _THERE_IS.match(self.low, token.end) is None
        last = self.last
        return last is not None and last.unit == "VND" and _GIVES.match(self.low, token.end) is not None

    def _moves_on(self, token: Token, after: Token) -> bool:
        """`cuối năm 2023 còn 64 hộ; giảm 33 hộ`: a bare word of change goes on with the clause; not where it opens one of its own."""
        last = self.last
        return (
            not self.depth
            and self.clause_figures > 0
            and last is not None
            and last.kind == "level"
            and not self.low[token.end : after.start].strip()
            and self.low[after.end : after.end + 2].lstrip()[:1].isdigit()
        )

    def _labels_a_goal(self, token: Token) -> bool:
        """`- Kết nạp 750 đảng viên trong cả nhiệm kỳ: đến nay được 428 đồng chí, đạt 57,1% chỉ tiêu`: an item's label tells what was set, what follows what came of it."""
        if any(figure.kind != "level" or figure.chain & {"reach", "have", "equal"} for figure in self.figures):
            return False
        begin = self.low.rfind("\n", 0, self.start + 1) + 1
        if self.low.find("chỉ tiêu", begin, self.start) >= 0 and end_of_mark(self.low, begin) == self.start:
            return _COMES_OF_IT.match(self.low, token.end) is not None  # `Chỉ tiêu 10 - Bao phủ BHYT 95%: hiện đạt 93%`
        if self.low[begin : self.start].strip(" -+*•·\t") or _COMES_OF_IT.match(self.low, token.end) is None:
            return False
        until = self.low.find("\n", token.end)
        return _OF_GOALS.search(self.low, token.end, until if until >= 0 else len(self.low)) is not None

    def _opens_goals(self, index: int) -> bool:
        """Whether a word of plans follows the comma or semicolon at once."""
        after = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        return after is not None and after.role == "plan" and not self.low[self.tokens[index].end : after.start].strip()

    def _in_list(self, token: Token) -> bool:
        """`lần lượt là 5,1%; 6,2% và 7%`: a semicolon between figures that share one chain."""
        return (
            self.last is not None
            and "respectively" in self.last.chain
            and not self.low[self.last.end : token.start].strip()
        )

    def _is_compared_with(self, before: Token, figure: Figure) -> bool:
        """`so với 36 tỷ đồng của năm 2020`, `so với mức 36 tỷ đồng`: the amount that a difference is measured from."""
        return self.low[before.end : figure.chain_start].strip() in _COMPARED_WITH

    def _falls_first(self, figure: Figure) -> None:
        """`Giảm tỷ lệ hộ nghèo bình quân 1 - 1,5%/năm`, `giảm từ 4% - 5%`: a fall whose verb stands before the noun; not `giảm tỷ lệ hộ nghèo xuống còn 2%`."""
        words = self.low[figure.chain_start : figure.start]
        if _ARRIVES.search(words) or figure.chain & {"up", "down", "plan"}:
            return
        ranged = figure.value_to is not None and words.startswith("giảm từ ")
        if ranged or (_FALLS_FIRST.match(figure.said) and not _ARRIVES.search(figure.said)):
            figure.chain.add("down")
            figure.chain.discard("from")
            figure.negative = True

    def _tells_points(self, figure: Figure) -> bool:
        """`công nghiệp góp 5,61 điểm`, `đạt 92,1%, giảm 0,3 điểm`: points of per cent; not `đạt 86,4 điểm, tăng 0,3 điểm`, `góp 3 điểm trường`."""
        if figure.resolution >= 1 or any(one.counted == "điểm" for one in self.figures):
            return False
        if self.low.find("góp ", self.start, figure.start) >= 0:
            return True
        return bool(figure.chain & {"up", "down", "exceed", "short"}) and any(one.unit == "%" for one in self.figures)

    def _figure(self, index: int, token: Token) -> None:
        """Gives the figure its chain, its subject, and every field but its indicator."""
        figure = token.figure
        assert figure is not None
        figure.token = index
        figure.depth = self.depth
        self.compared_with = None
        first = self._chain(index, figure)
        if figure.chain_start > self.subject_start:
            figure.subject = self.text[self.subject_start : figure.chain_start]
            figure.said = self.low[self.subject_start : figure.chain_start]
        last = self.last
        if last is not None and last.counted is not None and (figure.counted is not None or figure.unit == "VND"):
            self._lend_noun(figure, last)
        if last is not None and not figure.chain:
            self._share_chain(figure, last)
        if "iảm" in figure.subject or "ạ " in figure.subject or figure.value_to is not None:
            self._falls_first(figure)
        if self.low[figure.start - 1] in "+-–−" and (self.depth or "compare" in self.roles):
            self._signed(figure)
        if not figure.unit:
            self._unit_from_words(figure)
        elif figure.counted == "điểm" and self._tells_points(figure):
            figure.unit, figure.counted, figure.points, figure.noun = "%", None, True, figure.end
        if last is not None and not figure.per and " này" in figure.said:
            self._keep_denominators(figure, last)
        if not figure.per and "cứ " in figure.said:
            self._for_so_many(figure)
        self._comparator(figure)
        after = self._after(index, figure) if "compare" in self.roles or "plan" in self.roles else None
        compared = self.compared_with
        if compared is not None and compared.role == "plan":
            after = "plan"
        more = self.low.endswith(("thêm ", "thêm được "), figure.chain_start, figure.start)
        if more and (
            after == "compare" or self.low.startswith(" kể từ ", figure.end) or _SO_MUCH_MORE.match(figure.said)
        ):
            figure.chain.add("up")  # `thêm 19 trường so với đầu nhiệm kỳ`
        self._kind(index, first, figure, after)
        compares = first and figure.kind == "level" and self.tokens[first - 1].role == "compare"
        if compares and self._is_compared_with(self.tokens[first - 1], figure):
            figure.chain.add("base")
        self._status(figure)
        self._set_time(figure)
        if compared is not None and compared.phrase is not None:
            figure.basis = self._basis(compared.phrase, figure.period)
        if figure.kind == "growth" and last is not None and "loại trừ yếu tố giá" in figure.said:
            figure.basis = last.basis
        if figure.kind in ("change", "growth", "multiple") and figure.basis is None:
            self._lend_basis(figure)
        if "from" in figure.chain and figure.kind == "level":
            self.came_from = figure
        if figure.kind == "target" and self.plan_period is not None:
            figure.period = self.plan_period
        self.plan_period = None
        self.clause_figures += 1
        self.subject_start = figure.end
        self.cut = False
        self.figures.append(figure)
        self.last = figure


_THERE_IS = re.compile(r"[^;.\d]{0,40}?(?<![^\W_])(?:chỉ còn|còn|hiện|đến nay|từ năm)(?![^\W_])")
_FALLS_FIRST = re.compile(
    r"[\s\W]*(?:(?:phấn đấu|hằng năm|hàng năm|mỗi năm|bình quân|tiếp tục|và|nhằm|đã) )*(?:giảm|hạ|kéo giảm)(?: dần| mạnh)? (?:tỷ lệ|tỉ lệ|tỷ suất|tỉ suất|số vụ|số hộ|mức sinh|tình trạng)(?![^\W_])[^,;:]*$"
)
_ARRIVES = re.compile(r"(?<![^\W_])(?:còn|xuống|dưới|lên)(?![^\W_])")


_STEPS: dict[str, Callable[[SentenceReader, int, Token], None]] = {
    "figure": SentenceReader._figure,
    "period": SentenceReader._period,
    "(": SentenceReader._open,
    ")": SentenceReader._close,
    ";": SentenceReader._clause_end,
    ",": SentenceReader._comma,
    ":": SentenceReader._colon,
    "among": SentenceReader._among,
    "have": SentenceReader._have,
    "plan": SentenceReader._plan_of_whole,
    "estimate": SentenceReader._estimate,
}
"""What each role of a token does to the walk."""

__all__ = ["SentenceReader", "Setting"]
