"""What was set to be reached: whether a figure is a goal, a gap to one, or stands beside one. The part of the walk that knows plans.

It reads the words of plans around a figure (`chỉ tiêu`, `vượt dự toán`, `so với mục tiêu`); the other kinds are in `kind_walk.py`.
"""

from __future__ import annotations

import re

from muctieu.claims.figures import Figure
from muctieu.claims.goal_items import sets_in_list, verdict_of_item
from muctieu.claims.item_marks import end_of_mark, run_in_title
from muctieu.claims.mark_walk import MarkWalk
from muctieu.claims.tokens import Token
from muctieu.text.lexicon import lexicon

GOALS = frozenset(
    (
        "khâu",
        "khâu đột phá",
        "đột phá",
        "nhiệm vụ",
        "nhiệm vụ trọng tâm",
        "giải pháp",
        "nhóm nhiệm vụ",
        "nhóm giải pháp",
        "chương trình",
        "đề án",
        "chỉ tiêu",
        "mục tiêu",
        "tiêu chí",
        "nội dung",
    )
)  # `vượt 6 chỉ tiêu`: so many of them
_WHEN = re.compile(r"(?:(?:cho|của|đến|tới|hết|cuối|cả|trong|giai đoạn|nhiệm kỳ|năm|(?:19|20)\d\d|[-–]) ?)+ ?là")
_THEN = re.compile(
    r"[^,;.()\d]{0,24},? thì (?:mới |đã |chỉ |cũng )*(?:đạt|bằng|đi được|được|xong|vượt|còn thiếu|còn hụt)(?![^\W_])"
)
_WAS_THEN = re.compile(
    r" \((?:năm (?:19|20)\d\d|năm trước|năm ngoái|cùng kỳ|ck|vụ trước)[: ]"
)  # `hụt 75 tấn (năm 2015: 2.418 tấn)`
_FEW = 4  # words
# `so yêu cầu của UBND tỉnh là 95%`
_WHOSE = re.compile(
    r"(?:của|do|theo|mà)(?: (?:ubnd|hđnd|tỉnh|huyện|xã|thành phố|thị xã|quận|đại hội|nghị quyết|nq|trung ương|chính phủ|bộ|sở|cấp trên|năm|nhiệm kỳ|(?:19|20)\d\d|giao|đề ra|đặt ra|yêu cầu))+ là"
)
_ARRIVED = ("mới đạt ", "chỉ đạt ", "đã đạt ", "mới thực hiện ", "đã thực hiện ")
_SETS = re.compile(r"[\s,;(:]*(?:mục tiêu|chỉ tiêu|kế hoạch|phấn đấu)(?: [^\W\d_]+){0,4}(?: (?:19|20)\d\d)?\s*$")
_SET_BEFORE = re.compile(
    r"(?:(?:^|:)[\s(]*(?:nghị quyết|nq)(?: đại hội| đảng bộ| hđnd)*(?: đề ra| đặt ra| xác định| giao)?(?: là| có| đến| năm)*|(?<![^\W_])phấn đấu(?: có| đạt| đến| đưa| thêm)*)(?: (?:19|20)\d\d)?\s*$"
)
OVER_PLAN = ("th/kh ", "th/dt ", "ưth/kh ", "ước th/kh ", "th/kh: ", "th/dt: ")
_TURNS = re.compile(
    r"(?<![^\W_])(?:nhưng|song|tuy nhiên|tuy|mà vẫn|đã (?:bố trí|phân bổ|phân khai|giải ngân|cấp|chi|huy động|thu))(?![^\W_])"
)  # `chưa đạt dự toán nhưng vẫn tăng 5%`
_GOAL = re.compile(r"(?:phấn đấu|mục tiêu|chỉ tiêu)")
_BESIDE_GOAL = re.compile(  # `thấp hơn chỉ tiêu Đại hội 0,5%`
    r"(?:(?P<way>thấp |cao |nhiều |ít |)hơn|trên(?= (?:mức )?(?:chỉ tiêu|mục tiêu|nghị quyết|nq(?:đh)?|tỉnh giao|huyện giao|xã giao|thành phố giao|thị xã giao)(?![^\W_]))|(?P<short>kém|cách)|(?P<under>non|hụt|trượt|thua|dưới|lệch|đuối|vơi)) (?:so (?:với )?)?(?:(?:(?:mức|đích|mốc) (?:của )?)?(?:chỉ tiêu|mục tiêu|nghị quyết|kế hoạch|dự toán|kh|nq(?:đh)?|đích)|mức yêu cầu|(?:mức )?(?:tỉnh|huyện|xã|thành phố|thị xã|quận|cấp trên|trung ương) giao|(?:mức |số )(?:được )?giao|mức (?:đại hội|nghị quyết|nq(?:đh)?|tỉnh|huyện|xã|thành phố|hđnd|ubnd)(?: [^\W\d_]+){0,4}? (?:đề ra|đặt ra|giao|yêu cầu))(?: (?:số )?\d{1,3}(?:[-/][^\s,;()]+)?(?= [^\W\d]))?(?: [^\W\d]+){0,5}(?: \([^()]{1,40}\))? (?:là |tới |đến |khoảng |gần |trên )?$"
)
_AS_FAR_AS = ("", "là", "tới", "đến", "những", "đến những")
_FALLS_SHORT = re.compile(r" (?:hơn|kém|cách|trên|non|hụt|trượt|thua|dưới|lệch|đuối|vơi) ")
_GOAL_RIGHT_BEFORE = re.compile(
    r"(?:vượt(?: qua| xa| hẳn| mặt)?|qua mặt|bỏ xa|(?:chưa|không) (?:theo kịp|bằng|đạt|tới)|trên|còn cách|khoảng cách (?:đến|tới)|(?:thấp|cao|nhỉnh|trội|khá|kém|nhiều|ít|lớn) hơn)(?: so với)? (?:(?:mức )?(?:chỉ tiêu|mục tiêu|kế hoạch|kịch bản|kh|nq(?:đh)?|nghị quyết|trần)|(?:mức |số )(?:được )?giao)(?: (?:đề ra|đại hội|nq(?:đh)?|nghị quyết|nhiệm kỳ|kế hoạch(?: 5 năm)?|(?:(?:ubnd |hđnd )?(?:tỉnh|huyện|xã|thành phố|thị xã|quận)|trên|cấp trên|trung ương|tw|hđnd|ubnd) (?:đã )?giao|cả năm|năm|yêu cầu|giao cho|giao|đặt ra|xác định))*(?: là)?(?P<way> (?:giảm|tăng))? $"
)
_PARENTHESIS_OF_GOALS = re.compile(r"\((?:chỉ tiêu|mục tiêu|kế hoạch|kh|nq(?:đh)?|nghị quyết)(?![^\W_])[^()\d]*")
_TOLD = re.compile(
    r"[();]|(?<![^\W_])(?:thực hiện|th|kết quả|vượt|thừa|dư|dôi|trội|hụt|thiếu|kém|hơn|cùng kỳ|năm trước|so)(?![^\W_])"
)
_WHOSE_PLAN = re.compile(
    r"(?:(?:kế hoạch|kh|dự toán|dt|chỉ tiêu|mục tiêu|nghị quyết|nq(?:đh)?|tỉnh|huyện|thành phố|trung ương|tw|hđnd|ubnd|đại hội|giao|được|đề ra|đặt ra|năm|cả năm|(?:19|20)\d\d|là|tăng|giảm|bình quân|đầu năm|điều chỉnh|pháp lệnh|phấn đấu|đạt|từ|đến|trên|dưới)[\s:]*)+"
)
_PLAN_GIVES = frozenset(
    (
        "kh",
        "kh giao",
        "nq giao",
        "nqđh giao",
        "nqđh đề ra",
        "dt giao",
        "nq đề ra",
        "kế hoạch giao",
        "chỉ tiêu giao",
        "nghị quyết giao",
        "dự toán giao",
        "kế hoạch được giao",
        "chỉ tiêu được giao",
        "giao",
        "trần",
        "mức trần",
        "mức giao",
        "số giao",
        "mức được giao",
        "số được giao",
        "được giao là",
        *lexicon("cues")["givers"],
    )
)
_BOUND = re.compile(
    r"(?<![^\W_])(?:kém|dưới|thấp hơn|chưa tới|hụt|(?P<over>vượt|trên|cao hơn))(?: so với)?(?: mức)? cận (?:dưới|trên)(?: của [^,;.()\d]{3,40}?)?(?: là| tới| đến)? $"
)
_ONLY_THEN = re.compile(r" (?:nữa )?(?:thì )?mới (?:đạt|chạm|bằng|tới|đủ|kịp|về)(?![^\W_])")
_RESULTS = frozenset(("level", "growth", "change"))
# `đạt mục tiêu NQ là dưới 3%`
_REACHED_GOAL = re.compile(
    r"(?:đạt|hoàn thành) (?:mục tiêu|chỉ tiêu|kế hoạch)(?: (?:nq(?:đh)?|nghị quyết|đại hội|hđnd|ubnd|tỉnh|huyện|xã|thành phố|đề ra|đặt ra|giao|của|năm|nhiệm kỳ|đến năm 20\d\d)(?P<of>))*(?: là(?: từ| trên| dưới| còn| không quá)?|(?P=of) (?:dưới|trên|không quá)) $"
)
_GIVES = re.compile(r"(?<![^\W_])(?:giao|đặt ra|đặt|đề ra)$|(?<![^\W_])(?:đảm bảo|bảo đảm)$")
_BROKEN = re.compile(r"[,;.()]|(?<![^\W_])(?:đạt|đã|được)(?![^\W_])")
_WHILE = re.compile(
    r"^(?:mới (?:tới|bằng|đạt|đến|chạm|đủ)(?: được)?|trong khi|còn|mà|nhưng|song|(?:sẽ |dự báo )?(?:khó|chưa|không|(?:đánh giá:? )?(?:có |đủ |ít |khó có |chưa có )?khả năng(?: sẽ)?) đạt(?: được)?)(?: (?!số)|$)"
)


# `thấp hơn 5% so với chỉ tiêu giao tại Quyết định số 546/QĐ-TTg (91%)`
_PLAN_THEN = re.compile(
    r"(?: so (?:với )?)?(?: ?(?:chỉ tiêu|kế hoạch|mục tiêu|nghị quyết)(?![^\W_])(?:(?!, (?:phần|trong đó|chủ yếu|nhiều|riêng|gồm|còn|đạt|đứng))[^();:]){0,140})? \("
)


_ITEM_OPENS = re.compile(r"[^\w\n]{0,4}(?:\d{1,2}|[a-zđ]|[ivx]{1,4})[.)/]\s?[^\d.;]*$")
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?")
_TELLS_MARK = re.compile(r"(?:^|\. )(?:cái )?(?:đích(?: đến)?|mức giao|mức đặt ra|mốc|yêu cầu)[^:.;]{0,24}:")
_SETS_ROW = re.compile(r"[^.;:\n]{0,70}:? ?(?:mục tiêu|chỉ tiêu|nghị quyết|kế hoạch)(?![^\W_])[^.;:\n]{0,60}, ")
_LONG = re.compile(r"(?<= )(?:\d|10) năm(?=[ :])")  # `Vốn đầu tư toàn xã hội 5 năm: 195 nghìn tỷ đồng`
_RESULT_IN = re.compile(
    r"(?<![^\W_])(?:kết quả|thực hiện được|đã|hiện|ước|(?:th|ct|kh) ?:|năm 20\d\d (?:đạt|là|được)|nghị quyết|mục tiêu|chỉ tiêu|kế hoạch|nq(?:đh)?)(?![^\W_])"
)
_RESULT_BEHIND = re.compile(rf"{_RESULT_IN.pattern}|(?<![^\W_])(?:mới|được|đến|tính|nay|lũy kế|luỹ kế)(?![^\W_])")
_ITEM_GOES_ON = re.compile(
    r"(?:/[^\s;:,.]+)?(?: (?!tăng|giảm|so|đạt(?! chuẩn)|bằng|vượt)[^\W\d_]+){0,16}(?: trở lên)?[;:,.] "
)


class GoalWalk(MarkWalk):
    """Tells goals and the gaps to them."""

    def _is_gap(self, index: int, figure: Figure) -> bool:
        """`vượt dự toán tỉnh giao 10%`, `thấp hơn chỉ tiêu Đại hội 0,5%`; not `đạt 43%, vượt mục tiêu 42%`, which tells the goal."""
        if "exceed" in self.roles and self._exceeds_plan(index, figure):
            return True
        if (
            self.last is not None and self.last.kind == "target" and self._gap_behind_goal(figure)
        ) or self._gap_behind_mark(figure):
            return True
        if self.depth and self._gap_within_aside(figure):
            return True
        if figure.chain & {"have", "up"} and self._still_to_go(figure):
            return True
        if "cận " in figure.said + self.low[figure.chain_start : figure.start] and self._beside_bound(figure):
            return True
        begin = max(0, figure.start - 70)
        if _FALLS_SHORT.search(self.low, begin, figure.start) is None or self.low.startswith("là ", figure.chain_start):
            return False
        beside = _BESIDE_GOAL.search(self.low, begin, figure.start)
        if beside is not None and beside["under"] is not None:
            return self._is_under(figure)
        figure.negative = figure.negative or (
            beside is not None and (beside["short"] is not None or beside["way"] in ("thấp ", "ít "))
        )
        if beside is None or "giao" not in beside[0]:
            return beside is not None
        result = next((one for one in reversed(self.figures) if one.kind in _RESULTS), None)
        return result is None or result.unit != figure.unit or figure.value * 4 < abs(result.value)

    def _beside_bound(self, figure: Figure) -> bool:
        """`mới được 8,32%/năm, kém cận dưới của mục tiêu 1,18 điểm`: how far from an end of the range that was set."""
        way = _BOUND.search(self.low, max(self.start, figure.start - 70), figure.start)
        if way is None:
            return False
        figure.comparator, figure.negative = "eq", way["over"] is None
        return True

    def _still_to_go(self, figure: Figure) -> bool:
        """`ước 71,2%, còn phải phấn đấu thêm 4,8% nữa mới chạm mức Nghị quyết`: what is lacking."""
        if (
            figure.average
            or not self.low.endswith(("thêm ", "thêm được "), 0, figure.start)
            or not _ONLY_THEN.match(self.low, figure.end)
        ):
            return False
        figure.negative = True
        return True

    def _is_under(self, figure: Figure) -> bool:
        """`đạt 42.100 tấn, non kế hoạch 1.200 tấn`, `trượt kế hoạch 3,2%`: far less than the result; not `còn 1,8%, dưới chỉ tiêu 2%`."""
        result = next((one for one in reversed(self.figures) if one.kind in _RESULTS), None)
        if result is None or (result.unit == figure.unit and figure.value * 4 > abs(result.value)):
            return False
        if result.unit != figure.unit and figure.unit != "%":
            return False
        figure.negative, figure.comparator = True, "eq"
        return True

    def _gap_behind_goal(self, figure: Figure) -> bool:
        """`thấp hơn mục tiêu 95% là 7,4 điểm phần trăm`, `vượt KH (60 triệu đồng) 2 triệu đồng`: how far from the goal that was just told."""
        goal = self.last
        if goal is None or not (
            figure.points
            or (goal.unit == figure.unit and figure.value * 2 < abs(goal.value))
            or (figure.unit == "%" and goal.depth > figure.depth and goal.unit not in ("%", "1"))
        ):
            return False
        aside, _, joint = self.low[goal.end : figure.start].rpartition(")")
        if aside or joint.strip() not in _AS_FAR_AS:
            return False
        at = goal.start
        if goal.depth > figure.depth:
            at = self.low.rfind("(", 0, at)
            if self.low[at + 1 : goal.start].strip():
                return False
        way = _GOAL_RIGHT_BEFORE.search(self.low, max(0, at - 60), at)
        figure.negative = figure.negative or (way is not None and way[0].startswith(("thấp", "kém", "ít")))
        return way is not None

    def _gap_within_aside(self, figure: Figure) -> bool:
        """`đạt 71% (chỉ tiêu 65%, dôi ra 6%)`: how far from the goal of the same parenthesis; not `(Nghị quyết 2.800 tấn, tăng 4%/năm)`."""
        goal = self.last
        return (
            goal is not None
            and (goal.kind, goal.depth, goal.unit) == ("target", self.depth, figure.unit)
            and bool(figure.chain & {"up", "down"})
            and not figure.chain & {"reach", "result", "have"}
            and not figure.said.strip(" ,;")
            and not self.low.startswith(("tăng", "giảm"), figure.chain_start)
        )

    def _goal_missed(self, figure: Figure) -> bool:
        """`đạt 68%, thấp hơn nghị quyết 2 điểm % (70%)`: the parenthesis right behind a gap tells the goal."""
        last = self.last
        return (
            last is not None
            and last.kind == "target_gap"
            and (
                (last.unit == figure.unit and (figure.unit == "%" or abs(last.value) < figure.value))
                or (last.unit == "%" and any(one.unit == figure.unit for one in self.figures[-3:-1]))
            )
            and _PLAN_THEN.fullmatch(self.low, last.end, figure.start) is not None
        )

    def _names_the_goal(self, figure: Figure) -> bool:
        """`tỷ lệ đạt 41,2%, vượt mục tiêu 42% của Đại hội`: as large as the result before it, so no gap."""
        last = next((one for one in reversed(self.figures) if one.depth <= self.depth), None)
        if last is None or last.unit != figure.unit:
            return False
        goal = _GOAL_RIGHT_BEFORE.search(self.low, max(0, figure.start - 60), figure.start)
        if goal is None or (figure.points and (goal["way"] is None or not last.points)):
            return False
        if goal["way"] is not None and last.kind in ("change", "growth"):
            return True  # `giảm 1,16%, vượt so với NQ là giảm 0,8%`
        result = next((one for one in reversed(self.figures) if one.kind in _RESULTS and one.unit == figure.unit), None)
        return result is not None and figure.value > 2 and abs(figure.value - abs(result.value)) * 4 < figure.value

    def _parts_goal(self, figure: Figure) -> bool:
        """Whether the count behind `trong đó` parts the goal before it."""
        last = self.last
        return (
            last is not None
            and last.depth == self.depth
            and figure.counted is not None
            and figure.counted == last.counted
            and figure.value < last.value
            and not figure.chain & {"reach", "up", "down", "result", "equal"}
        )

    def _opens_item_of_goal(self, figure: Figure) -> bool:
        """`8. Tỷ lệ trường đạt chuẩn 75%: hiện nay 32/45 trường. Có khả năng đạt.`: a numbered item that ends in a verdict opens with its goal."""
        if self.figures or self.depth or self.setting.planned or figure.whole not in (None, figure.value):
            return False  # `có 08/11 xã` is a result, `là 11/11 xã` a goal
        if verdict_of_item(self.low, figure.start, figure.end) is None and not sets_in_list(
            self.low, figure.start, figure.end
        ):
            return False
        begin = self.low.rfind("\n", 0, figure.start) + 1
        behind = end_of_mark(self.low, begin)
        if behind == begin and (run_in := run_in_title(self.low, begin, figure.start)) is not None:
            behind = run_in.end()
        if behind > begin and ":" in _TELLS_MARK.sub("", self.low[behind : figure.start]):
            return False  # `* Chỉ tiêu 8 - Bao phủ BHYT: năm 2021 đạt 84,6%, … Đánh giá: vượt.`
        opening = ("1. " if behind > begin else "") + _YEARS.sub(self._ahead_or_gone, self.low[behind : figure.start])
        opening = _LONG.sub("", opening)
        if not _ITEM_OPENS.match(opening) or _RESULT_IN.search(opening):
            return False
        return _ITEM_GOES_ON.match(self.low, figure.end) is not None

    def _only_sets(self, figure: Figure) -> bool:
        """`(2) Cơ cấu kinh tế đến năm 2025: nông nghiệp 19%; công nghiệp 30%; dịch vụ 51%. Ước năm 2023 …`: a list of goals, parted by semicolons, or by commas behind a colon, of which no result is told in the sentence."""
        after = self.low[figure.end : figure.end + 2]
        if after != "; " and (after != ", " or self.low.find(":", self.start, figure.start) < 0):
            return False
        own = self.setting.frame.year or 0
        gone = any(int(year[0][-4:]) <= own for year in _YEARS.finditer(self.low, figure.end, self.end))
        return not gone and _RESULT_BEHIND.search(self.low, figure.end, self.end) is None

    def _goals_in_a_row(self, first: Figure) -> bool:
        """`Cơ cấu kinh tế: Mục tiêu đến năm 2025, nông nghiệp chiếm 17%; công nghiệp 37%; dịch vụ 46%`: shares that the words which open the sentence set."""
        begins = first.kind == "target" and first.unit == "%" and not first.depth
        return begins and _SETS_ROW.match(self.low, self.start, first.start) is not None and self._only_sets(first)

    def _ahead_or_gone(self, year: re.Match[str]) -> str:
        """Nothing for a year, but for a year to come, in which nothing is reached yet: `năm 2025 đạt 60%` in a report on 2023."""
        own = self.setting.frame.year
        return "ahead" if own is not None and int(year[0][-4:]) > own else ""

    def _goes_on_with_goals(self, figure: Figure) -> bool:
        """`(Nghị quyết đề ra 2.800 tấn, tăng bình quân 3,9%/năm)`: all of a parenthesis that begins with what was set."""
        last = self.last
        if last is None or last.kind != "target" or last.depth != self.depth:
            return False
        opened = self.low.rfind("(", self.start, last.start)
        begins = _PARENTHESIS_OF_GOALS.match(self.low, opened) if opened >= 0 else None
        return begins is not None and begins.end() <= last.start and not _TOLD.search(self.low, last.end, figure.start)

    def _breaks_down(self, figure: Figure) -> bool:
        """`bằng 46% dự toán (trong đó chi đầu tư 1.210 tỷ đồng)`, `(cùng kỳ đạt 70%)`: the parenthesis parts the result, it does not tell the plan."""
        if "plan" in figure.chain:
            return False
        said = figure.said.strip(" (:,")
        return bool(said) and _WHOSE_PLAN.fullmatch(said) is None

    def _counts_criteria(self, figure: Figure) -> bool:
        """`đạt 17/19 tiêu chí (KH 18 tiêu chí)`: criteria beside those that were reached, a goal like any other."""
        last = self.last
        told = last is not None and last.counted == figure.counted == "tiêu chí" and last.depth < self.depth
        return told and figure.whole is None

    def _is_goal(self, first: int, index: int, figure: Figure) -> bool:
        """`(chỉ tiêu NQ là 59%)`, `Nghị quyết đề ra đạt trên 90%`, `phấn đấu đạt 95%`, `kế hoạch: 450 ha`; not `Nghị quyết đề ra 15 chỉ tiêu`."""
        if self.low.endswith(OVER_PLAN, 0, figure.start) or (
            figure.counted in GOALS and not self._counts_criteria(figure)
        ):
            return False
        if _REACHED_GOAL.search(self.low, max(self.start, figure.start - 60), figure.start):
            return True
        for n in range(index - 1, -1, -1):
            token = self.tokens[n]
            if token.end <= self.subject_start and token.start < self.subject_start:
                break
            if token.role == "plan":
                if token.start in self.plan_used and not self._names_its_plan(n, figure):
                    return False
                if (
                    n
                    and self.tokens[n - 1].role in ("compare", "exceed")
                    and not self.low[self.tokens[n - 1].end : token.start].strip()
                ):
                    return self._names_its_plan(n, figure)
                if (
                    n
                    and self.tokens[n - 1].role == "reach"
                    and not self.low[self.tokens[n - 1].end : token.start].strip()
                    and not _GOAL.match(self.low, token.start)
                ):
                    return False
                between = self.low[token.end : figure.start]
                if self._over_plan(token, figure, between):
                    return True
                head = _WHILE.sub("", self.low[self.subject_start : token.start].strip(" (:-,"))
                if self.low.startswith("phấn đấu", token.start):
                    return True
                if self.low.startswith(_ARRIVED, figure.chain_start) or _TURNS.search(between):
                    return False  # `chỉ tiêu xây dựng quỹ mới đạt 82%`: a result
                if self.low[token.start : token.end] in _PLAN_GIVES and between.strip(" :") in ("", "là"):
                    return True  # `Đường ngõ xóm KH giao 6,5 km, thực hiện 5,8 km`
                if _GIVES.search(head) and len(between.split()) <= 9 and not _BROKEN.search(between):
                    return True  # `Tỉnh giao chỉ tiêu phát triển 2.500 người`
                return len(head.split()) <= 1 and len(between.split()) <= 9 and not between.strip().startswith("bằng")
        return False

    def _over_plan(self, token: Token, figure: Figure, between: str) -> bool:
        """`đưa 356 lao động đi làm việc trong và ngoài tỉnh / NQ 330`: what stands under a result was set for it, and is named as it is."""
        if between.strip(" :") or self.last is None or not self.low.endswith(("/", "/ "), 0, token.start):
            return False
        over = self.last.kind == "level" and self.last.unit == figure.unit and self.last.depth == self.depth
        if over:
            figure.subject = figure.said = ""
            figure.anchor = self.last
        return over

    def _names_its_plan(self, n: int, figure: Figure) -> bool:
        """`vượt 6% so với chỉ tiêu 80%`, `mới 64% so KH 70%`, `đạt 62% so với chỉ tiêu cả nhiệm kỳ là 40.000 lượt`: how much was set."""
        said = self.low[self.tokens[n].end : figure.start].strip(" :")
        if said in ("", "là", "giao", "đề ra", "giao là", "đề ra là"):
            if not self.figures and figure.unit != "%":
                return True  # `So với kế hoạch 600 ha, mới trồng 520 ha`
            return self.last is not None and (self.last.unit == figure.unit or self._measured_so(figure))
        if not self.figures and len(said.split()) <= _FEW and _THEN.match(self.low, figure.end):
            return True  # `So với mục tiêu năm đón 3 triệu lượt thì đã đi được 82%`
        if figure.unit == "%" and (_WHEN.fullmatch(said) or _WHOSE.fullmatch(said)):
            return self.last is not None and self.last.unit == figure.unit  # `so với mục tiêu đến năm 2025 là 75%`
        return figure.unit != "%" and len(said.split()) <= 6 and said.endswith(" là") and "," not in said

    def _measured_so(self, figure: Figure) -> bool:
        """`huy động 4.872 tỷ đồng, vượt 8,3% so với mục tiêu 4.500 tỷ đồng`: a gap in per cent, then the plan in the result's unit."""
        gap = self.last
        return (
            gap is not None
            and gap.kind in ("target_gap", "attainment")
            and any(one.unit == figure.unit and one.kind == "level" for one in self.figures)
        )

    def _tells_its_plan(self, index: int, figure: Figure) -> bool:
        """Whether the plan behind the figure has its own figure of the same unit: the first is then a result, no share of the plan."""
        for n in range(index + 1, min(index + 4, len(self.tokens) - 1)):
            after = self.tokens[n + 1]
            if self.tokens[n].role == "plan":
                between = self.low[self.tokens[n].end : after.start].strip(" :")
                return after.figure is not None and after.figure.unit == figure.unit and between in ("", "là", "giao")
        return False

    def _exceeds_plan(self, index: int, figure: Figure) -> bool:
        """`vượt dự toán tỉnh giao 10%`: the plan stands between the verb and the figure."""
        seen_plan = False
        for n in range(index - 1, max(-1, index - 7), -1):
            token = self.tokens[n]
            if token.role in (",", ";", "(", ")", "figure"):
                return False
            if token.role == "plan":
                seen_plan = True
            elif token.role == "exceed":
                return seen_plan
            elif token.role == "short":
                figure.negative = figure.negative or seen_plan
                return seen_plan
        return False

    def _sets_part(self, figure: Figure) -> bool:
        """`mục tiêu đến 2025 có 14/14 xã`, `Trường chuẩn: Nghị quyết 03/03 trường`: the clause opens with what is set."""
        if _SETS.match(figure.said) is not None:
            return True
        return _SET_BEFORE.search(self.low, max(self.start, figure.start - 60), figure.start) is not None

    def _falls_short(self, figure: Figure) -> bool:
        """`So với cùng kỳ, thu hụt 318 tỷ đồng`: a fall from what the sentence's head compares with; `còn thiếu 2 tiêu chuẩn`: so many are missing. No plan is spoken of."""
        if "short" not in figure.chain or "plan" in self.roles:
            return False
        if self.lead_basis is not None or _WAS_THEN.match(self.low, figure.end):
            figure.kind, figure.negative = "change", True
            self._turn(figure)
        elif figure.counted is not None:
            figure.kind, figure.negative = "level", False
        elif (
            figure.unit == "%"
            and not figure.points
            and self.last is not None
            and self.last.kind == "growth"
            and self._another(figure)
        ):
            figure.kind, figure.negative, figure.basis = "growth", True, self.last.basis
            self._turn(figure)
        else:
            return False
        return True

    def _another(self, figure: Figure) -> bool:
        """`chế biến tăng 8,1%; ngược lại, khai khoáng hụt 4,8%`: a fall of another branch, beside a rise."""
        return bool(figure.said.strip(" ,;:(")) and "share" not in figure.chain

    def _plan_beside(self, figure: Figure) -> None:
        """`612,5 tỷ đồng/605 tỷ đồng, đạt 101,2% so với KH`, `96%/95% (vượt 1%)`: the second of the two was set to be reached."""
        last = self.last
        if (
            last is not None
            and last.kind == "level"
            and last.anchor is not None
            and last.anchor.unit == last.unit
            and (last.counted is None or figure.kind == "attainment")
            and not figure.subject.strip(" ,;(")
        ):
            last.kind, last.status = "target", "planned"

    def _parts_a_gap(self, figure: Figure) -> bool:
        """`thiếu 112 giáo viên so với định mức (mầm non 58, tiểu học 37)`: bare numbers with subjects part the gap, they are no plan."""
        last = self.last
        if (
            last is None
            or last.kind != "target_gap"
            or figure.end != figure.number[1]
            or not figure.subject.strip(" (,")
        ):
            return False
        figure.kind, figure.basis, figure.negative = last.kind, last.basis, last.value < 0
        self._turn(figure)
        return True

    @staticmethod
    def _turn(figure: Figure) -> None:
        """Makes the value of a fall negative."""
        if figure.value > 0:
            figure.value = -figure.value
            if figure.value_to is not None:
                figure.value, figure.value_to = -figure.value_to, figure.value
