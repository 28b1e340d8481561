"""The chain before a figure and the words behind it → its kind. The part of the walk that knows kinds; the status is in `status_walk.py`."""

from __future__ import annotations

import re

from muctieu.claims.attained_walk import AttainedWalk
from muctieu.claims.difference_walk import GROWTH_WORDS, SHARE_WORDS, STOPS
from muctieu.claims.figures import Figure
from muctieu.claims.goal_walk import GOALS
from muctieu.claims.time_walk import AS_IT_WAS
from muctieu.claims.tokens import Token

_DIFFERENCE = frozenset(("up", "down"))
_AMONG = re.compile(r"^[\s;,.]*trong đó(?: có)?:?")
_AND_SHARE = re.compile(
    r"(?: (?:so (?:với )?)?(?:kh|kế hoạch|dự toán|dt|chỉ tiêu|nghị quyết|nq(?:đh)?|cùng kỳ|ck|năm trước)(?: (?:năm|giao|tỉnh giao|huyện giao|đề ra))*)?(?: và |, )"
)
_JOINS = re.compile(r"[(,;]| và ")
_TIME_ONLY = re.compile(
    r"[;,.:()\s]|(?<![^\W_])(?:sang|đến|bước|so(?: với)?|xét theo|tính theo|chia theo)(?![^\W_])|năm|quý|tháng|riêng|ước|đầu|cuối|cả|trước|ngoái|cùng kỳ|\d+|(?<![^\W_])[ivx]+(?![^\W_])"
)
_CONTRIBUTES = re.compile(r"(?<![^\W_])góp(?:\s\S+){0,4}\s*$")
_OF_A_MEAN = re.compile(
    r" (?:(?:vụ|đợt|mùa)(?: [^\W\d_]+){0,3} (?:năm )?trước|(?:so với )?(?:mức )?(?:bình quân|trung bình)(?: chung)?(?: của)? (?!đầu người|mỗi|hằng|hàng))"
)
_MOVES = re.compile(
    r"(?<![^\W_])(?:cpi|chỉ số giá|giá|sản lượng|giá trị|kim ngạch|doanh thu|sản xuất|tiêu thụ)(?![^\W_])"
)  # what per cents are never a level of


# `quy mô nền kinh tế hơn 1,2 lần năm 2020`
_OF_YEAR_BEFORE = re.compile(
    r" (?:so (?:với )?)?(?:đầu )?(?:năm (?:19|20)\d\d|năm trước|nhiệm kỳ trước|nhiệm kỳ|cùng kỳ|giai đoạn trước)(?![^\W_])"
)
_OF_A_TOTAL = (" so với tổng ", " so tổng ")
_OF_ALL = re.compile(r" (?:tổng )?(?:số|nhu cầu|diện|quy mô)(?![^\W_])")  # `so với số phải tiêm cả năm`
_AND_GAP = re.compile(r" (?:so (?:với )?)?(?:dự toán|kế hoạch|chỉ tiêu|kh|dt|nghị quyết)(?: [^\W\d_]+){0,5},? và ")
_ASIDE = re.compile(r"\([^()]*\)")
_IS_RATE = re.compile(r"[\s,;]*(?:nợ xấu|nợ quá hạn|tỷ lệ|tỉ lệ|tỷ suất)(?![^\W_])")
_GROWN = re.compile(
    r"(?<![^\W_])(?P<way>tăng|giảm)(?: trưởng)?(?: (?:khá|mạnh|cao|nhanh|nhẹ|đều|sâu|nhiều|ổn định|tốt|đột biến))+ \($"
)


_JUDGED = re.compile(r"(?<![^\W_])(?:vượt|đạt|hoàn thành|chưa tới|không tới|kém|dưới|trên|bằng|hơn|đúng) [^,;.()]*$")
_SLOWS = re.compile(
    r"(?<![^\W_])(?:(?:chậm|chững|hãm|giảm tốc|hạ nhiệt|thu hẹp|co hẹp|nới|nhanh|tăng tốc|hồi phục|phục hồi)(?: lại| dần| rõ)?(?: chỉ)? (?:còn|xuống|về|lên|ở mức)(?: còn| mức)?|(?:sang|bước sang|đến|riêng) (?:quý|tháng|năm) [^\s,;]{1,7} chỉ còn|(?P<lost>mất|mất tới|mất đến|bay mất|hao mất)) $"
)
# Verbs that tell a fall only where it is compared with something.
_FALLS_BY = re.compile(
    r"(?<![^\W_])(?P<verb>lùi|rút|hạ|kéo xuống|nhích xuống|tụt|sụt|hao|hụt|co|vơi|tinh giản|tinh giảm|tinh gọn|dồn)(?: đi| bớt| thêm| mất| lại)?(?: được)? $"
)
_FALL_ENDS = (
    *("lùi ", "rút ", "hạ ", "xuống ", "tụt ", "sụt ", "hao ", "hụt ", "co ", "vơi ", "giản ", "giảm ", "gọn ", "dồn "),
    *("đi ", "bớt ", "thêm ", "mất ", "lại ", "được "),
)


_FEW = 4  # words
_DROPS = ("rớt ", "trượt ", "tuột ", "rớt mất ", "rớt lại ", "hụt mất ")  # `để rớt 4 chỉ tiêu`: so many were missed
_WHOLE_PLAN = (" tổng kế hoạch", " tổng dự toán", " tổng số vốn", " tổng vốn", " tổng chỉ tiêu")
_RISES_TO = ("nhích lên ", "bật lên ", "bật tăng ", "bật tăng lên ", "vọt lên ")


_LESS_THAN_THEN = re.compile(
    r"(?<![^\W_])(?:hụt|hụt hẳn|kém|thua|sụt|vơi|lùi)(?: so)?(?: với)? (?:cùng kỳ(?: năm (?:trước|ngoái))?|ck|năm (?:trước|ngoái|(?:19|20)\d\d)|kỳ trước|vụ trước|tháng trước|quý trước) (?:là |tới |khoảng |gần |hơn |trên )?$"
)
# `chậm lại so với tốc độ 6,74% cùng kỳ`
_RATE_THEN = ("so với tốc độ ", "so với nhịp độ ", "so với đà ", "hơn tốc độ ", "hơn nhịp độ ", "như tốc độ ")
_EACH_YEAR = re.compile(
    r"(?:mỗi năm (?:bình quân |trung bình )?|(?:bình quân|trung bình) (?:mỗi|hằng|hàng|một) năm )(?:(?P<more>thêm|thêm được|nhích thêm)|được|đạt|đạt được|là) $"
)


_MORE_CAPITAL = re.compile(r"(?<![^\W_])(?:(?:số vốn|vốn đăng ký|số vốn đăng ký)|cấp mới và) tăng thêm(?: là| đạt)? $")
"""`điều chỉnh tăng vốn 12 dự án với số vốn tăng thêm 512,8 triệu USD`: an amount of its own."""


class KindWalk(AttainedWalk):
    """Decides what kind of figure each is, by its chain, its unit and what follows it."""

    def _kind(self, index: int, first: int, figure: Figure, after: str | None) -> None:
        """What kind of figure it is, by its chain, its unit and what follows it."""
        self._creeps(figure, after := self._of_whole_plan(figure, after))
        chain, unit = figure.chain, figure.unit
        differs = "up" in chain or "down" in chain
        if self._is_plain(figure, after, differs):
            return
        self._times(figure)
        passes = "exceed" in chain or "short" in chain
        if self._lacks_or_counts(figure, after, passes):
            return
        if ("plan" in self.roles and self._names_the_goal(figure)) or self._tells_a_mark(figure):
            self._is_the_mark(figure)
        elif passes and after == "compare" and "plan" not in chain:
            self._difference(figure, after)  # `vượt 95 con so với cùng kỳ`, `hụt 14 tấn so với năm trước`
        elif self._less_than_then(figure):
            chain.add("down")
            self._difference(figure, after)
        elif passes or ((self._tells_goals() or " cận " in figure.said) and self._is_gap(index, figure)):
            figure.kind, figure.basis = "target_gap", "target"
            figure.negative = figure.negative or "short" in chain
        elif (differs and "from" in chain and self._goes_on_to(figure)) or (
            differs and "reach" in chain and self._reach_after_difference(first, index)
        ):
            figure.kind, figure.negative = "level", False
        elif "plan" in self.roles and self._is_goal(first, index, figure):
            figure.kind = "target"
            figure.negative = figure.negative and differs and not self.low.endswith("trần ", 0, figure.start)
        elif differs:
            self._difference(figure, after)
        elif (unit == "%" and self._said_again(figure, after)) or (
            "equal" in chain and self._amounts_to(figure, after)
        ):
            self._say_again(figure)
        elif unit == "%" and "góp" in figure.said and _CONTRIBUTES.search(figure.said):
            figure.negative = self.low[figure.start - 2 : figure.start] in (" -", " −", " –")
        elif figure.points:
            figure.kind = "level" if self._contributes_too(figure) else "change"
            figure.negative = figure.negative or (figure.kind == "change" and self._falls_too(figure))
        elif not chain and after == "plan" and figure.anchor is not None and figure.anchor.unit == unit:
            figure.kind = "target"  # `93,2%/95% KH`
        elif unit == "%" and after == "plan" and (self._tells_its_plan(index, figure) or self._shares_a_plan(figure)):
            self._rate(figure)
        elif unit == "%" and (after == "plan" or self._of_a_plan(first, figure)):
            figure.kind, figure.basis = "target_gap" if self._gap_goes_on(figure) else "attainment", "target"
        elif (after == "plan" or "plan" in chain) and figure.anchor is not None:
            figure.kind = "target"
        elif self._is_of_time_before(index, figure, after):
            self._equal(index, figure, after)
        elif self._is_attained(figure):
            figure.kind, figure.basis = "attainment", "target"
        elif self.depth and (before := self._kind_before(figure)):
            figure.kind = before
        elif unit in ("%", "‰") and not figure.counted:
            self._rate(figure)
            self._sibling(figure)
            if figure.kind == "level" and self.last is not None and self.last.kind == "growth":
                self._slows(figure, self.last)
        if after == "plan" or figure.negative or figure.kind in ("attainment", "target_gap"):
            self._settle(figure, after)

    def _lacks_or_counts(self, figure: Figure, after: str | None, passes: bool) -> bool:
        """`So với cùng kỳ, thu hụt 318 tỷ đồng`, `vượt 6 chỉ tiêu`, `để rớt 4 chỉ tiêu`: a fall, or so many goals."""
        if "short" in figure.chain and after is None and self._falls_short(figure):
            return True
        dropped = figure.negative and figure.counted in GOALS and self.low.endswith(_DROPS, 0, figure.start)
        return (passes or dropped) and self._counts_goals(figure)

    def _less_than_then(self, figure: Figure) -> bool:
        """`hụt so cùng kỳ 45,4 tỷ đồng`, `kém năm trước 12 ha`: less than it was then, whatever plan the sentence speaks of."""
        if figure.chain & {"up", "reach", "plan", "equal"} or self.basis_said is None:
            return False
        less = _LESS_THAN_THEN.search(self.low, max(self.subject_start, figure.start - 44), figure.start) is not None
        figure.negative = figure.negative or less
        return less

    def _gap_goes_on(self, figure: Figure) -> bool:
        """`vượt 3,2% dự toán Trung ương giao và 1,5% dự toán HĐND tỉnh giao`: the gap to a second plan."""
        last = self.last
        if last is None or last.kind != "target_gap" or last.unit != "%" or figure.chain:
            return False
        return _AND_GAP.fullmatch(self.low, last.end, figure.start) is not None

    def _contributes_too(self, figure: Figure) -> bool:
        """`công nghiệp góp 5,61 điểm phần trăm; dịch vụ 2,18 điểm phần trăm`: the verb is said once for the list."""
        last = self.last
        return (
            last is not None
            and last.points
            and last.kind == "level"
            and not figure.chain - {":", "have"}
            and bool(figure.said.strip(" ,;("))
        )

    def _of_whole_plan(self, figure: Figure, after: str | None) -> str | None:
        """What follows the figure; of `vốn trung ương chiếm 14,2% tổng kế hoạch`, a share, no plan."""
        whole = after == "plan" and "share" in figure.chain and self.low.startswith(_WHOLE_PLAN, figure.end)
        return None if whole else after

    def _creeps(self, figure: Figure, after: str | None) -> None:
        """`nhích lên 4,3% so với năm 2020` has risen by so much; `nhích lên 94%` has reached it; so has `CPI nhích lên 3,67%` risen; `rút được 1,2% so với năm 2020` has fallen, `rút được 5 hộ` has not."""
        creeps = figure.unit == "%" and self.low.endswith(_RISES_TO, 0, figure.start)
        if not creeps and after == "compare" and figure.unit == "%" and self._moves_by(figure):
            pass
        elif creeps and (after == "compare" or _MOVES.search(figure.said) or self._creeps_since(figure)):
            figure.chain = figure.chain - {"reach"} | {"up"}
        elif (
            self.low.endswith(_FALL_ENDS, 0, figure.start)
            and (after == "compare" or figure.points or self._tells_the_gap(figure))
            and (falls := _FALLS_BY.search(self.low, max(self.subject_start, figure.start - 24), figure.start))
        ):
            figure.chain = figure.chain - {"reach"} | {"down"}
            figure.negative, figure.chain_start = True, falls.start("verb")
            figure.subject = self.text[self.subject_start : figure.chain_start]
            figure.said = self.low[self.subject_start : figure.chain_start]

    def _is_of_time_before(self, index: int, figure: Figure, after: str | None) -> bool:
        """`bằng 97,9% cùng kỳ`: a per cent of what was before."""
        if figure.unit != "%" or figure.kind == "multiple":
            return False
        return "equal" in figure.chain or self._of_time_before(index, figure, after)

    @staticmethod
    def _counts_goals(figure: Figure) -> bool:
        """`8 chỉ tiêu: vượt 4, đạt 3, không đạt 1`: so many goals, no gap to one."""
        if figure.counted is None or (figure.end != figure.number[1] and figure.counted not in GOALS):
            return False
        figure.kind, figure.comparator, figure.negative = "level", "eq", False
        return True

    def _kind_before(self, figure: Figure) -> str | None:
        """What a parenthesis tells of the time before, its level or its growth, or of the rise before it (`thu tăng mạnh (27,4%)`); None where it tells of none."""
        if self._was_before(figure):
            return figure.kind
        grown = _GROWN.search(self.low, max(0, figure.start - 40), figure.start) if figure.unit == "%" else None
        if grown is not None and self.low.startswith(")", figure.end) and not self._of_a_share(figure):
            figure.negative = grown["way"] == "giảm"
            return "growth"
        return "growth" if self._grew_before(figure) else None

    def _is_index(self, figure: Figure) -> bool:
        """`chỉ số HDI đạt 0,78`: a number without a unit, which is no number of times."""
        return figure.end == figure.number[1] and self.low[figure.start].isdigit()

    def _times(self, figure: Figure) -> None:
        """`tăng 1,7 lần` is a multiple, `diễn tập 3 lần` a count."""
        if figure.unit != "1" or figure.kind == "multiple" or figure.per or self._is_index(figure):
            return
        if figure.chain & {"up", "down", "times", "equal", "exceed"} or _OF_YEAR_BEFORE.match(self.low, figure.end):
            figure.kind = "multiple"
        else:
            figure.kind, figure.unit = "level", "{lần}"

    def _is_plain(self, figure: Figure, after: str | None, differs: bool) -> bool:
        """Whether the kind is settled by the place alone: a part, a goal in parentheses or behind `Yêu cầu:`."""
        chain = figure.chain
        if figure.whole is not None:
            sets = "plan" in self.roles and self._sets_part(figure)
            figure.kind = "target" if sets or self._opens_item_of_goal(figure) else "part"
            return True
        if differs and _MORE_CAPITAL.search(self.low, max(0, figure.start - 40), figure.start):
            figure.kind, figure.negative = "level", False
            return True
        if self.paren_target and self._parts_a_gap(figure):
            return True
        if self.depth and figure.unit == "%" and "equal" in chain and self._shares_goal_beside(figure):
            return True
        if (
            self.paren_target
            and figure.counted not in GOALS  # `nghị quyết về kế hoạch năm 2024 (gồm 17 chỉ tiêu)`
            and "estimate" not in chain  # `bằng 49,4% kế hoạch (ước 5.134 tỷ đồng)` tells the result
            and "share" not in chain  # `20/22 chỉ tiêu đạt và vượt nghị quyết (chiếm 90,9%)` tells a share of them
            and not (figure.unit == "%" and self.last is not None and self.last.whole and self.last.counted in GOALS)
            and not self._breaks_down(figure)
            and (not differs or ((figure.average or figure.per) and after is None) or self._was_to_change(figure))
        ):
            figure.kind = "target"
            figure.negative = "down" in chain
            if figure.negative:
                self._turn(figure)
            return True
        if self.depth and self._goes_on_with_goals(figure):
            figure.kind = "target"
            figure.negative = "down" in chain and not chain & {"reach"}
            if figure.negative:
                self._turn(figure)
            return True
        whole = self.among_of
        if whole is not None and whole is self.last and whole.kind == "target" and self._parts_goal(figure):
            figure.kind = "target"  # `Nghị quyết xác định có 11 xã đạt chuẩn, trong đó 04 xã nâng cao`
            return True
        if len(self.figures) == 1 and figure.unit == "%" and self._goals_in_a_row(self.figures[0]):
            self.required = self.goals_listed = True
        opens = not self.figures and self._opens_item_of_goal(figure)
        if opens or (self.tells_setting and self._is_set(figure)):
            figure.kind, figure.negative = "target", "down" in chain
            if opens:
                self.item_goal = figure
                self.required = self.goals_listed = self._only_sets(figure)
            if figure.negative:
                self._turn(figure)
            return True
        anchored = figure.anchor is not None and "respectively" in chain and figure.anchor.kind == "target"
        missed = self.depth > 0 and not chain and self._goal_missed(figure)
        if anchored or missed or (self.required and (not differs or self.goals_listed)):
            figure.kind = "target"  # `mục tiêu lần lượt là 82% và 50%`, `Yêu cầu: đường xã 100%; đường thôn ≥ 90%`
            return True
        return False

    def _was_to_change(self, figure: Figure) -> bool:
        """`hộ nghèo giảm 1,1%, chưa đạt chỉ tiêu (giảm 1,5%)`: a goal that is itself a rise or a fall, beside the one that came of it."""
        last = self.last
        opened = self.low.rfind("(", self.start, figure.start)
        if last is not None and last.kind == "target_gap" and len(self.figures) > 1:
            last = self.figures[-2]  # `giảm 33 hộ, vượt 08 hộ so với chỉ tiêu (giảm 25 hộ)`
        return (
            last is not None
            and last.kind in ("growth", "change")
            and last.unit == figure.unit
            and last.depth < self.depth
            and last.negative == figure.negative
            and _JUDGED.search(self.low, last.end, opened) is not None
        )

    def _shares_goal_beside(self, figure: Figure) -> bool:
        """`412 tỷ đồng (KH: 430 tỷ đồng, tức mới bằng 95,9%)`: the result's share of the goal that the parenthesis tells."""
        goal = self.last
        if goal is None or (goal.kind, goal.depth) != ("target", self.depth) or goal.unit == "%":
            return False
        if len(self.low[goal.end : figure.chain_start].split()) > _FEW:
            return False
        figure.kind, figure.basis = "attainment", "target"
        return True

    def _slows(self, figure: Figure, last: Figure) -> None:
        """`quý I tăng 6,1%, quý II chậm lại còn 5,5%`, `dịch vụ tăng 2,3%; công nghiệp mất 3,9%`: a growth beside another; not `còn 5,5%`."""
        if figure.points or SHARE_WORDS.search(figure.said):
            return
        told = _SLOWS.search(self.low, max(last.end, figure.start - 30), figure.start)
        if told is not None:
            figure.kind, figure.negative = "growth", told["lost"] is not None
            if told["lost"] is not None:
                figure.chain_start = told.start()
                figure.subject = self.text[self.subject_start : figure.chain_start]
                figure.said = self.low[self.subject_start : figure.chain_start]

    def _settle(self, figure: Figure, after: str | None) -> None:
        """What follows from the kind: the sign of a fall, a multiple of the plan, the plan that stands beside a result."""
        if after == "plan" and figure.kind == "multiple":
            figure.basis = "target"
        if figure.kind in ("attainment", "target_gap"):
            self._plan_beside(figure)
        if figure.negative:
            self._turn(figure)

    def _equal(self, index: int, figure: Figure, after: str | None) -> None:
        """`bằng 98,7% dự toán`, `bằng 52% so với nhiệm kỳ trước`."""
        if _OF_A_MEAN.match(self.low, figure.end):
            figure.kind = "multiple"  # `bằng 68% mức bình quân của tỉnh`
            return
        if self.low.startswith(_OF_A_TOTAL, figure.end):
            return  # `tinh giản 1.312 biên chế, bằng 5,4% so với tổng biên chế được giao`: a share
        follows = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        if follows is not None and self.low.startswith("thực hiện", follows.start) and index + 2 < len(self.tokens):
            follows = self.tokens[index + 2]  # `bằng 117,2% thực hiện cùng kỳ`
        near = follows is not None and self._of_what_it_was(figure, follows)
        earlier = self.figures[-3:]
        if (
            after == "compare"
            or "equal" not in figure.chain
            or self._compared_before(index)
            or (not figure.said.strip(" ,;") and any(one.kind == "multiple" and one.unit == "%" for one in earlier))
            or (near and follows is not None and follows.role == "period")
        ):
            figure.kind = "multiple"
        elif self._is_attained(figure):
            figure.kind, figure.basis = "attainment", "target"

    def _of_what_it_was(self, figure: Figure, then: Token) -> bool:
        """`bằng 27% năm 2020`, `chỉ bằng 96% số thu của năm 2020`: nothing but what was then stands between."""
        return AS_IT_WAS.fullmatch(self.low, figure.end, then.start) is not None

    def _of_time_before(self, index: int, figure: Figure, after: str | None) -> bool:
        """`doanh thu đạt 92% so với cùng kỳ`, `đạt 92% cùng kỳ`: so much of what it was; not of a rate, which is a rate still."""
        told = bool(figure.chain & {"reach", "fill"}) and self.low.startswith(
            ("đạt", "chỉ đạt", "mới đạt", "="), figure.chain_start
        )
        if not told and not self._shares_verb(figure):
            return False
        if SHARE_WORDS.search(figure.said) or any(one.kind == "level" and one.unit == "%" for one in self.figures):
            return False
        for token in self.tokens[index + 1 : index + 3]:
            if token.role == "period":
                phrase = token.phrase
                return phrase is not None and (after == "compare" or phrase.form == "same") and phrase.form != "date"
            if token.role != "compare" or _OF_ALL.match(self.low, token.end):
                return False
        return False

    def _shares_verb(self, figure: Figure) -> bool:
        """`bằng 101,2% kế hoạch và 100,9% so với cùng kỳ`: the second share has the verb of the first."""
        last = self.last
        return (
            not figure.chain - {"have"}
            and last is not None
            and last.unit == "%"
            and last.kind in ("attainment", "multiple")
            and last.depth == figure.depth
            and _AND_SHARE.fullmatch(self.low, last.end, figure.start) is not None
        )

    def _compared_before(self, index: int) -> bool:
        """`so với cùng kỳ lần lượt bằng 99%, 108% và 103%`: what the multiples are measured from stands before them."""
        figure = self.tokens[index].figure
        if figure is not None and figure.anchor is not None:
            return figure.anchor.kind == "multiple"
        while index and self.tokens[index - 1].role in ("equal", "respectively", "reach", "fill", ","):
            index -= 1
        return index > 1 and self.tokens[index - 1].role == "period" and self.tokens[index - 2].role == "compare"

    def _rate(self, figure: Figure) -> None:
        """A rate that is itself a growth (`Tốc độ tăng trưởng … đạt 15%/năm`)."""
        if (
            ("year" in figure.per and figure.unit == "%" and "lãi suất" not in self.low[self.start : figure.start])
            or GROWTH_WORDS.search(figure.said)
            or (self.tells_each and figure.unit == "%" and self._grows_each_year(figure))
            or (figure.unit == "%" and self.low.endswith(_RATE_THEN, 0, figure.start))
        ):
            figure.kind = "growth"
        elif figure.unit == "‰" and "year" in figure.per and "mức giảm" in figure.said:
            figure.kind, figure.negative = "change", True

    def _grows_each_year(self, figure: Figure) -> bool:
        """`năm 2022 thu 2.655 tỷ đồng, mỗi năm thêm 10,8%`, `Tốc độ tăng GRDP: … Gộp cả ba năm, mỗi năm bình quân được 7,3%`: a yearly growth; not `mỗi năm được 98% hộ`."""
        told = _EACH_YEAR.search(self.low, max(self.start, figure.start - 40), figure.start)
        if told is None:
            return False
        if told["more"]:
            return any(one.unit != "%" for one in self.figures)
        line = self.low.rfind("\n", 0, self.start + 1) + 1
        return GROWTH_WORDS.search(self.low, line, min(line + 60, figure.start)) is not None

    def _sibling(self, figure: Figure) -> None:
        """`công nghiệp tăng 8,31%, xây dựng 6,74%`: without a verb of its own it is of the kind of the figure before it in the list."""
        last = self.last
        if (
            self.listed_way
            and figure.kind == "level"
            and figure.unit == "%"
            and not figure.chain - {":"}
            and figure.said.strip(" ,;:(")
        ):
            figure.kind, figure.negative = "growth", self.listed_way == "giảm"
            return
        if last is not None and last.depth > figure.depth:
            last = next((one for one in reversed(self.figures) if one.depth <= figure.depth), last)
        if (
            figure.kind != "level"
            or last is None
            or _IS_RATE.match(figure.said)
            or (figure.depth > last.depth and self.low.find("hơn ", last.end, figure.start) >= 0)
            or (last.kind == "change" and self._parts_level(last))
            or self.paren_period is not None
            or last.kind not in ("growth", "change")
            or last.unit != figure.unit
        ):
            return
        gap = self.low[last.end : figure.start]
        if self.among_of is last and last.kind == "growth":
            gap = _AMONG.sub(",", gap)  # `tăng trưởng 8,4%/năm; trong đó nông nghiệp 3,5%`
        if (
            last.kind == "growth"
            and (not last.chain & _DIFFERENCE or self.low.endswith(" lên ", 0, figure.start))
            and not _TIME_ONLY.sub("", _ASIDE.sub("", self.low[last.end : figure.chain_start]))
        ):
            figure.kind = "growth"  # `tốc độ tăng năm 2016 là 8,3%, năm 2017 là 9,1%`
            return
        if figure.chain - {"respectively"}:
            return
        if not _TIME_ONLY.sub("", gap) and last.kind == "growth":
            figure.kind = "growth"
        elif (
            len(gap) < 60
            and (not STOPS.search(gap) or last.chain & {"respectively"})
            and _JOINS.search(gap)
            and not figure.per
        ):
            figure.kind, figure.basis, figure.negative = (
                last.kind,
                last.basis,
                last.negative and not gap.strip(" ,;(").startswith("tăng"),
            )
