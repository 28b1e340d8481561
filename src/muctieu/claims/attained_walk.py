"""Results as a share of their plan: `2.280 liều/2.500 liều KH, đạt 91,2%`, `chi đầu tư 1.596 tỷ đồng, đạt 119%`. The part of the walk that knows attainments.

It tells whether per cent are of a plan that stands before them, or of none that is named; the other kinds are in `kind_walk.py`.
"""

from __future__ import annotations

import re

from muctieu.claims.difference_walk import DifferenceWalk
from muctieu.claims.figures import Figure
from muctieu.claims.goal_walk import OVER_PLAN
from muctieu.claims.mark_walk import OF_THE_WAY

_SHARE_BESIDE = re.compile(r"\s?[)\]]?\s?(?:\(=?|→|⇒|->|=>?)\s?(?:(?:th|ưth)/(?:kh|dt) )?")
_ATTAINS = frozenset(("reach", "equal"))
_WHOLE = 100
_NO_GAP = 60
_MOVES = frozenset(("up", "down", "exceed", "short"))
_SO = frozenset(("", "thì", "thành ra", "như vậy", "như thế", "tính ra", "tức"))
_SHARED_WITH = re.compile(
    r" (?:so|về|tổng|số|lượng|khối lượng|diện tích|của|trên|cùng|năm|mức|dân|hộ|nhu cầu|công suất)(?![^\W_])"
)
_PART_OF_PLAN = re.compile(r" (?:theo |của )?(?:kế hoạch|kh|chỉ tiêu)(?![^\W_])")
_STROKES = ("/ dt", "/dt", "/ dự toán", "/dự toán", "/ kh", "/kh", "/ kế hoạch", "/kế hoạch")
_THEN_REACHES = re.compile(
    r"(?:[^,;.()\d]{0,24},? thì (?:mới |đã |chỉ )*| (?:mới|chỉ|đã) |, (?:nay |đến nay |mới |chỉ |đã )+|, (?:kết quả |đã |mới |chỉ )*(?:thực hiện|th) (?:được |mới |chỉ )*)(?:đạt|bằng|đi được|được|xong)(?: tỷ lệ)?(?: gần| trên| hơn| khoảng)? "
)
_WAS_REACHED = re.compile(
    r"(?: (?:của|theo|cho|cả|được|do|tỉnh|huyện|trung ương|hđnd|ubnd|đề ra|giao|năm)(?![^\W_])[^,;.()\d]{0,40})?,? (?:thành ra |như vậy |như thế |tính ra |tức |tức là )?(?:là |mới |chỉ |đã )?(?:đạt|bằng) "
)
_OUT_OF_PLAN = ("trên dự toán", "trên kế hoạch", "trên tổng dự toán", "trên tổng kế hoạch", *_STROKES)
_AT_A_RATE = re.compile(
    r"(?:,| |, )(?:đạt )?(?:tỷ lệ|tỉ lệ)(?: đạt| là)? | \(|, (?:tức|tức là|tức đạt|tức bằng|nghĩa là) "
)
_OF_TIME = re.compile(r" (?:so (?:với )?)?(?:cùng kỳ|ck|năm trước|năm ngoái|năm rồi|năm (?:19|20)\d\d)(?![^\W_])")


class AttainedWalk(DifferenceWalk):
    """Tells results that are given as a share of their plan."""

    def _of_a_plan(self, first: int, figure: Figure) -> bool:
        """Whether what stands before the per cent says that they are of a plan."""
        if self.low.endswith(OVER_PLAN, 0, figure.start):
            return True  # `KH: 4.150 tỷ → TH/KH 103,3%`
        return self._of_result_and_plan(figure) or ("plan" in figure.chain and self._compared_with_plan(first, figure))

    def _of_result_and_plan(self, figure: Figure) -> bool:
        """`2.280 liều/2.500 liều KH, đạt 91,2%`: a result beside its plan, then the share."""
        last = self.last
        if self.low.startswith(OF_THE_WAY, figure.end) or self._share_of_given(figure):
            return True  # `mới đi được 50,3% chặng đường của cả năm`
        if _OF_TIME.match(self.low, figure.end):
            return False  # `đạt 98,8% kế hoạch (2.900 ha), bằng 97,9% cùng kỳ`
        if last is not None and last.kind == "target" and self._then_reaches(last, figure):
            return True  # `So với mục tiêu năm đón 3 triệu lượt thì đã đi được 82%`
        beside = last is not None and _SHARE_BESIDE.fullmatch(self.low, last.end, figure.start) is not None
        if last is not None and last.kind == "target" and self._out_of_plan(last, figure):
            return True  # `612 tỷ đồng trên dự toán 1.386 tỷ đồng, tỷ lệ 44,2%`
        if not beside and (not figure.chain & {"reach", "equal"} or figure.subject.strip(" ,;(-–") not in _SO):
            return False
        told = beside or figure.chain & {"reach", "equal"}
        if told and self.item_goal is not None and last is not None and last.unit == self.item_goal.unit != "%":
            return True  # `16. Kết nạp 600 đảng viên; đến nay kết nạp 331 đảng viên, bằng 55,2%`
        if last is not None and last.kind == "target" and self._reaches_then(last, figure):
            return True
        if told and last is not None and last.kind == "target" and last.depth > self.depth:
            return True  # `96.413 trđ (DT: 101.280 trđ) → 95,2%`
        if last is not None and last.kind == "target" and (last.anchor is not None or self._plan_over(last)):
            return True
        if last is not None and last.kind == "part" and _PART_OF_PLAN.match(self.low, last.end):
            return True  # `612 lao động/650 lao động theo kế hoạch, đạt 94,2%`
        plan, result = self.figures[-2:] if len(self.figures) > 1 else (None, None)
        if (
            plan is not None
            and result is not None
            and (plan.kind, result.kind, plan.unit) == ("level", "target", result.unit)
            and self.low[result.end : figure.chain_start].strip() in ("-", "–")
        ):
            return True  # `sản lượng 2.194 tấn - KH 2.150 tấn - đạt 102,1%`
        return (  # `KH 780 lao động - TH 812 lao động - đạt 104,1%`
            plan is not None
            and result is not None
            and "result" in result.chain
            and plan.kind == "target"
            and plan.unit == result.unit
        )

    def _then_reaches(self, plan: Figure, figure: Figure) -> bool:
        """`KH 1.240 ha, thực hiện đạt 97%`, `So với mục tiêu 3 triệu lượt thì mới đi được 82%`; not `KH 95%, thực hiện đạt 93%`."""
        if _THEN_REACHES.fullmatch(self.low, plan.end, figure.start) is None:
            return False
        return self.low[plan.end] != "," or not (plan.unit == "%" or _SHARED_WITH.match(self.low, figure.end))

    def _reaches_then(self, plan: Figure, figure: Figure) -> bool:
        """`so với kế hoạch năm là 19.500 lao động thì đạt 76,2%`, `14.826 triệu đồng/dự toán giao 11.950 triệu đồng, đạt 124,1%`."""
        result = self.figures[-2] if len(self.figures) > 1 else None
        return (
            result is not None
            and not self.setting.planned
            and (result.kind, result.unit, result.depth) == ("level", plan.unit, plan.depth)
            and _WAS_REACHED.fullmatch(self.low, plan.end, figure.start) is not None
            and not _SHARED_WITH.match(self.low, figure.end)
        )

    def _plan_over(self, plan: Figure) -> bool:
        """`14.260 triệu đồng/dự toán giao 11.800 triệu đồng, đạt 120,8%`: the plan stands under the result."""
        result = self.figures[-2] if len(self.figures) > 1 else None
        return (
            result is not None and result.unit == plan.unit and self.low[result.end : result.end + 2].strip()[:1] == "/"
        )

    def _out_of_plan(self, plan: Figure, figure: Figure) -> bool:
        """Is it the rate of the result that is told right before its plan?"""
        result = self.figures[-2] if len(self.figures) > 1 else None
        return (
            result is not None
            and result.unit == plan.unit
            and self.low[result.end : plan.start].strip() in _OUT_OF_PLAN
            and _AT_A_RATE.fullmatch(self.low, plan.end, figure.start) is not None
        )

    def _compared_with_plan(self, first: int, figure: Figure) -> bool:
        """`so với kế hoạch đạt 102,1%`, `so KH bằng 98%`: the plan stands before the verb."""
        before = self.tokens[first - 1] if first else None
        words = self.low[figure.chain_start : figure.start]
        if before is None or before.role != "compare":
            return False
        # `so dự toán 107,0%`: far more than any gap
        return " đạt " in words or " bằng " in words or (figure.value >= _NO_GAP and not figure.chain & _MOVES)

    def _is_attained(self, figure: Figure) -> bool:
        """Whether no plan is named, but what stands before says that the per cent are of one."""
        beside = self.depth and (self._attained_before(figure) or self._attained_beside(figure))
        return bool(beside) or (figure.unit == "%" and self._of_an_amount(figure))

    def _of_an_amount(self, figure: Figure) -> bool:
        """`chi đầu tư 1.596 tỷ đồng, đạt 119,07%`, `trồng 52 ha, đạt 104%`: of an amount only the plan can be attained, of a count only what is over 100%."""
        last = self.last
        if last is None or last.kind != "level" or not figure.chain & _ATTAINS or figure.subject.strip(" ,;(-–"):
            return False
        told = any(one.kind == "attainment" for one in self.figures)
        if last.unit not in ("VND", "USD", "t") and figure.value <= _WHOLE and not told:
            return False
        return (
            last.unit not in ("%", "‰", "1")
            and (last.depth == self.depth or (self.depth > 0 and self.low[last.end : figure.chain_start] == " ("))
            and self.low.startswith(("đạt", "bằng"), figure.chain_start)
            and not _SHARED_WITH.match(self.low, figure.end)
        )

    def _attained_before(self, figure: Figure) -> bool:
        """`bằng 56% kế hoạch (cùng kỳ đạt 51%)`: the attainment of the same plan a year before."""
        last = self.last
        return (
            last is not None
            and last.kind == "attainment"
            and figure.unit == last.unit
            and last.depth < self.depth
            and figure.said.lstrip(" (").startswith("cùng kỳ")
            and len(figure.subject.split()) <= 5
        )

    def _attained_beside(self, figure: Figure) -> bool:
        """`năm 2021: 2.710 tỷ đồng (đạt 112% dự toán), năm 2022: 3.180 tỷ đồng (118%)`: the next one of a list of results and their shares."""
        figures = self.figures
        return (
            len(figures) > 2
            and not figure.chain
            and not figure.subject.strip(" (")
            and figures[-2].kind == "attainment"
            and figures[-2].depth == self.depth
            and figures[-3].unit == figures[-1].unit
        )
