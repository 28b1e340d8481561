"""The mark that was set, told by the words around it: `dưới mức 70% đã đề ra`, `so với mốc 1.200 tỷ đồng mà Đại hội giao`. The part of the walk that knows marks.

A mark is a figure behind `mức`, `mốc`, `ngưỡng`, `đích`, `con số` that says, before it or behind it, who has set it. What plans say else is read in `goal_walk.py`.
"""

from __future__ import annotations

import re

from muctieu.claims.figures import Figure
from muctieu.claims.set_clauses import NEVER_SET, SET_CLAUSE
from muctieu.claims.status_walk import StatusWalk
from muctieu.claims.tokens import Token
from muctieu.text.lexicon import lexicon, words_pattern

_CUES = lexicon("cues")
_PLAN = words_pattern(_CUES["set_in"])
_SETTER = words_pattern([*_CUES["set_in"], *_CUES["setters"], *_CUES["bodies"]])
_SET = words_pattern(_CUES["set"])
_NAMED = r"(?:[^\W\d_]+|(?:số )?\d{1,3}(?:[-/][^\s,;()]+)?)"  # `nghị quyết 17`, `đại hội hai xã`
# `mốc 1.200 tỷ đồng mà Đại hội đề ra`, `mức 70% đã đề ra`, `mức 6.700 tỷ đồng của KH`
_SET_BEHIND = re.compile(
    rf" (?:mà |do |theo |như )?{_SETTER}(?: {_NAMED}){{0,5}}? (?:đã )?{_SET}(?![^\W_])"
    rf"|(?P<whose>) (?:của|theo) {_PLAN}(?![^\W_])"
    rf"| (?:đã |đã được |được |mà [^\W\d_]+ [^\W\d_]+ )?(?:đề ra|đặt ra|ấn định)(?![^\W_])"
    r"| (?:đã )?được (?:giao|xác định|ấn định)(?![^\W_])"
)
_MUST_BE = re.compile(
    r" (?:mà )?(?:phải|cần|cần phải) (?:có|đạt|đạt được|tới|về đích|hoàn thành)(?: (?:vào|đến|trong|ở|theo|của|cho|cuối|hết|khi)|[,.;)])"
)
# `để có 600 nghìn lượt vào năm cuối nhiệm kỳ như Nghị quyết đề ra`
_AS_SET = re.compile(
    rf"(?: vào [^,;.()]{{3,40}}?)? (?:như|theo) {_SETTER}(?: {_NAMED}){{0,5}}? (?:đã )?{_SET}(?![^\W_])"
)
_WAY = frozenset(("up", "down", "short", "exceed", "from", "share"))
_MEANWHILE = re.compile(r"(?<![^\W_])(?:trong khi|còn|mà|nhưng|song)(?![^\W_])")
# `Diện tích chè theo Nghị quyết đến cuối nhiệm kỳ là 1.450 ha`, `Cái mốc phải tới vào năm 2025 là 62 triệu đồng`
_BY_PLAN = re.compile(
    rf"(?:(?<![^\W_])theo (?:mục tiêu |chỉ tiêu )?{_PLAN}(?: (?:đại hội|đề ra|giao|của|tỉnh|huyện|xã|thị xã|thành phố|lần thứ|[ivx]+))*|(?<![^\W_])(?:cái mốc|mốc|cái đích|đích|con số)(?: (?:phải|cần) (?:tới|đến|đạt|về)|(?: [^\W\d_]+){{1,5}}? (?:đã )?{_SET}(?: cho [^,;.()\d]{{2,24}}?)?)?)(?: (?:vào|đến|tới|hết|cuối|của|cho|năm|tháng|quý|nhiệm kỳ|(?:19|20)\d\d|1?\d|[ivx]+))* là (?:từ |trên |dưới |khoảng |tối thiểu )*$"
)
_FIRST_ASIDE = re.compile(r"\((?:là |từ |tăng |giảm |trên |dưới |đạt )*")
_SETS_ASIDE = re.compile(
    rf"(?<![^\W_])(?:mức|mốc|khung|con số|ngưỡng|đích|hơn|với|so)(?: (?:mà|của))? {_SETTER}(?: {_NAMED}){{0,5}}? (?:đã )?{_SET}(?: (?:đến|cho|vào|trong) [^()]{{2,24}}| năm (?:19|20)\d\d| cả năm)? $"
)
_RESULT_OR_WAY = _WAY | {"reach", "result", "have", "equal"}
_GIVES_OUT = ("giao ", "cấp ", "chuyển ", "hỗ trợ ", "phân bổ ", "bố trí ")
_GIVEN_BY = re.compile(rf" (?:mà |do )?{_SETTER}(?: [^\W\d_]+){{0,4}}? (?:đã )?{_SET}(?![^\W_])")
_MARK = re.compile(
    r"(?<!mục )(?:mức|mốc|ngưỡng|đích|vạch|con số|khung|khoảng|hơn yêu cầu|kém yêu cầu|vượt yêu cầu)(?: (?:từ|là|khoảng|trên|dưới|tối thiểu|giảm|tăng))? $"
)
_PLAN_WORD = re.compile(rf"(?<![^\W_]){_PLAN}(?![^\W_])")
_RESULT_IN = re.compile(r"(?<![^\W_])(?:kết quả|đến nay|đã|thực hiện|ước|như vậy|nay|hiện)(?![^\W_])")
_RESULT_BEHIND = re.compile(
    r"[;,] (?:kết quả|thực hiện|thực tế|đến nay|hết năm)(?: (?:đã|mới|chỉ))*(?: (?:làm|thực hiện|đạt))?(?: được)? "
)
_NOT_REACHED = re.compile(r"(?:chưa|không) (?:đạt|chạm|tới|bằng) (?:được )?(?:mức|con số|mốc|ngưỡng) $")
_COMES_TO = re.compile(
    r"(?<![^\W_])(?:vượt|vượt qua|vượt xa|bỏ xa|hơn|kém|trên|dưới|cách|tới|đến|chạm|cán|đạt|với|so|trong|qua|bằng|ngang|sát|gần|về)(?: được)? (?:mức|mốc|ngưỡng|đích|vạch|con số|khung|khoảng|yêu cầu)(?: (?:từ|là|khoảng|trên|dưới|tối thiểu|giảm|tăng))? $"
)
_REQUIRED = re.compile(
    r"(?:vượt|bỏ xa|(?:thấp|cao|nhỉnh|trội|khá|kém|nhiều|ít|lớn|nhỏ) hơn|kém|dưới|trên|chưa bằng|bằng|ngang)(?: so với)? (?:yêu cầu|mức|mốc|con số)(?: của| mà)? (?:đại hội|nghị quyết|nq(?:đh)?|kế hoạch|kh|chỉ tiêu|tỉnh|huyện|hđnd|ubnd)(?: [^\W_]+){0,6} là (?:mỗi năm |hằng năm |hàng năm |bình quân |tối thiểu )*(?:trên |dưới |từ )?$"
)
_SO_MUCH_OF = re.compile(r" (?:so (?:với )?|của )(?:(?:mức|mốc|ngưỡng|đích|con số) )?")
_SO_MUCH_SHORT = re.compile(
    r" (?:so (?:với )?|(?:nếu )?(?:lấy|tính từ|tính theo|đối chiếu(?: với)?|đem so với|so với|đặt cạnh) )(?:cái )?(?:mức|mốc|ngưỡng|đích|con số) "
)
_OF_GOALS = re.compile(r" của (?:nghị quyết|nq(?:đh)?|đại hội|mục tiêu|chỉ tiêu|kế hoạch)(?![^\W_])")
_OF_PLAN = re.compile(r" (?:của|theo) (?:dự toán|kế hoạch|kh|chỉ tiêu)(?![^\W_])")
_PLAN_BEHIND = re.compile(
    r" (?:mà |do |theo |của )?(?:chỉ tiêu|mục tiêu|kế hoạch|kh|nq(?:đh)?|nghị quyết|đại hội)(?![^\W_])"
)
_WAY_TO = re.compile(
    r"(?:quãng đường|chặng đường|đoạn đường|lộ trình|khoảng cách) (?:đi )?(?:tới|đến|về) (?:mốc|đích|mức|ngưỡng|con số) $"
)
# `muốn chạm ngưỡng 72% thì mỗi năm phải …`
_WISHED = re.compile(
    r"(?<![^\W_])(?:muốn|để) (?:có thể )?(?:đạt|chạm|cán|vươn|về|lên|tới|hoàn thành|bằng|có)(?: [^\W\d_]+){0,3} $"
)
_THEN = re.compile(r"(?:[^;.()]{0,50}?),? (?:thì|còn phải|còn cần|cần phải|phải|cần)(?![^\W_])")
_OUT_OF = re.compile(r"(?<![^\W_])(?:trên|trong|so với)(?: tổng)?(?: số)? $")
_GIVEN = re.compile(r"(?: [^\W\d_]+){0,4} được (?:giao|duyệt|phê duyệt|phân bổ|giao trong năm)(?![^\W_])")
_OUT_OF_GIVEN = re.compile(r" (?:trong|trên|của)(?: tổng)?(?: số)? [\d.,]+(?: [^\W\d_]+){1,6} được giao(?![^\W_])")
_MARK_ASIDE = re.compile(
    rf"[\s(]*mức (?:{_SETTER} )(?:[^\W\d_]+ )?{_SET}(?: [^\W\d_]+){{0,5}}:? ?$"
)  # `(mức UBND tỉnh yêu cầu đến hết quý II: 42%)`
_PLAN_NOT_DONE = re.compile(
    r" (?:kế hoạch|kế hoạch vốn|dự toán|số vốn|chỉ tiêu)(?: [^\W\d_]+){0,3} (?:chưa|không|còn chưa) (?:được )?(?:giải ngân|thực hiện|phân bổ|bố trí|sử dụng|triển khai|giao)(?![^\W_])"
)
_GOALS_JUDGED = re.compile(
    r" (?:tổng )?(?:số )?chỉ tiêu(?: (?:chủ yếu|kinh tế|xã hội|nghị quyết|đề ra|đã|cơ bản|có khả năng|được))* (?:đạt|vượt|hoàn thành|chưa đạt|không đạt|khó đạt|cán đích|về đích)(?![^\W_])"
)
_PLAN_OF_ALL = re.compile(
    r" (?:tổng )?(?:kế hoạch|dự toán|chỉ tiêu|kế hoạch vốn)(?: [^\W\d_]+){0,4} (?:toàn|cả|của) (?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|ngành|nước|vùng)(?![^\W_])"
)
_COMPARED = re.compile(r"(?<![^\W_])(?:so với|so|trên|trong)(?: tổng số| tổng| số| khối lượng| nhu cầu)? $")
# `giải ngân 1.148 tỷ đồng trên tổng kế hoạch vốn giao trong năm 2.206 tỷ đồng`
_OF_PLAN_GIVEN = re.compile(
    r"(?:trên|trong|so với)(?: tổng)?(?: số)? (?:kế hoạch|dự toán|chỉ tiêu|nhiệm vụ)(?: (?:vốn|chi|thu|đầu tư|đầu tư công|năm|cả năm|trong năm|của năm|được|đã|giao|phân bổ|được duyệt|hđnd|ubnd|tỉnh|huyện|xã|thành phố|thị xã|quận|phường|trung ương|(?:19|20)\d\d))+(?: là)? $"
)
_PLAN_IS = re.compile(rf" (?:của |so (?:với )?)?{_PLAN}(?: (?:[^\W\d_]+|(?:19|20)\d\d)){{0,8}} là ")
_SET_BY = re.compile(rf" (?:[^\W\d_]+ ){{0,3}}?(?:mà |do )?{_SETTER}(?: {_NAMED}){{0,5}}? (?:đã )?{_SET}(?![^\W_])")
_MARKS_BEHIND = (" con số ", " cái ", " mức ", " mốc ", " đích ", " ngưỡng ")
_AGAINST_PLAN = re.compile(
    rf"(?<![^\W_])so (?:với |sánh với )?(?:mức |đích |mốc )?{_PLAN}(?: (?:{_PLAN}|{words_pattern(_CUES['setters'])}|{_SET}|mà|đã|do|của|cho|đến|hết|cả|toàn|cuối|đầu|năm|nhiệm kỳ|khóa|giai đoạn|(?:19|20)\d\d(?: ?[-–] ?(?:19|20)\d\d)?))*,? (?:thì )?(?:(?:đã|mới|chỉ|cũng|mới chỉ) )?(?:bằng|đạt|tương đương|đi được)(?: (?:gần|trên|hơn|khoảng|tới))? $"
)
# `Bao phủ 91%, trong khi Đại hội chỉ giao 90%`, `Về chất lượng tổ chức, Đại hội yêu cầu 80%`
_OTHER_CLAUSE = re.compile(r"(?:, (?:trong khi|còn|mà|nhưng|song) |(?<![^\n.] )về [^,;:\d]{3,40}, )")
_PARENTHESIS = re.compile(r"\([^()]*\)")
_BEHIND_MARK = re.compile(
    rf"(?:,? (?:(?:của|do|mà|theo) )?{_SETTER}(?: {_NAMED}){{0,6}}?)?(?: là| tới| đến| được| những| khoảng| gần| hơn| trên)? "
)
_WAY_FROM_MARK = re.compile(
    r"(?<![^\W_])(?:(?:cao|nhiều|lớn|nhỉnh|trội|khá|hơn|vượt|vượt qua|vượt xa|bỏ xa|qua|qua được|trên)|(?P<below>thấp|ít|kém|thua|còn cách|cách|còn thiếu|thiếu|còn hụt|hụt|dưới))(?: hơn)?(?: (?:so )?với)? (?:cái )?(?:mức|mốc|con số|đích|ngưỡng|vạch) (?:là )?$"
)
# `mới bằng 98,1% con số 42.000 tấn/năm Nghị quyết giao`
_OF_A_MARK = re.compile(
    r" (?:cái )?(?:con số|mức|mốc|đích|ngưỡng) (?:là |trên |khoảng )?[\d.,]+(?P<unit>[^,;()\d]{0,40})"
)
# `đi được 51,5% quãng đường (tới 16.000 tỷ đồng)`, `57,8% phần việc của cả nhiệm kỳ (4.000 lao động)`
OF_THE_WAY = (
    " quãng đường",
    " chặng đường",
    " đoạn đường",
    " lộ trình",
    " phần việc",
    " khối lượng công việc",
    " cái đích",
    " đích ",
    " mức phải làm",
    " mức phải đạt",
    " số phải làm",
    " phần phải làm",
    " khối lượng phải làm",
)
_WAY_THEN = re.compile(rf"(?:{'|'.join(OF_THE_WAY)})(?: [^\W_]+){{0,6}} \((?:là |tới |đến )?")
# What the patterns of marks end with before the figure; a word added there is added here.
_MARK_ENDS = (
    "so ",
    "với ",
    "mức ",
    "mốc ",
    "ngưỡng ",
    "đích ",
    "vạch ",
    "khung ",
    "khoảng ",
    "con số ",
    "yêu cầu ",
    "yêu cầu giảm ",
    "yêu cầu tăng ",
    "từ ",
    "là ",
    "trên ",
    "dưới ",
    "tối thiểu ",
)


class MarkWalk(StatusWalk):
    """Tells the marks that were set."""

    def _tells_a_mark(self, figure: Figure) -> bool:
        """`bình quân 9,8%/năm, chưa đạt mức 10%/năm Nghị quyết giao`: the mark that was set, whether it was reached or not."""
        if self.low.endswith(_MARK_ENDS, 0, figure.start) and self._ends_with_mark(figure):
            return True
        if self.low.find("được ", figure.end, figure.end + 40) >= 0 and self._out_of_given(figure):
            return True
        if self.low.startswith((" của ", " theo "), figure.end) and self._out_of_plan_told(figure):
            return True
        if self.tells_setting and (self._compared_with_set(figure) or self._set_behind(figure)):
            return True
        if " là" in self.low[figure.start - 12 : figure.start] and _BY_PLAN.search(
            figure.said + self.low[figure.chain_start : figure.start]
        ):
            return not self.figures or _MEANWHILE.search(figure.said) is not None
        if "plan" in self.roles and self._plan_of_share(figure):
            return True
        if self.depth and (self._way_told(figure) or (self.tells_setting and self._set_before_aside(figure))):
            return True
        if figure.said.endswith("muốn ") and figure.chain & {"reach", "have"}:
            return self._is_wished(figure)  # `muốn đạt 95% thì phải vận động thêm 900 người`
        return self.depth > 0 and "mức " in figure.said and _MARK_ASIDE.match(figure.said) is not None

    def _tells_goals(self) -> bool:
        """Whether a plan is spoken of, or a goal was just told: `nhỉnh hơn mức 8,8% mà Đại hội đề ra 0,3 điểm`."""
        return "plan" in self.roles or (self.last is not None and self.last.kind == "target")

    def _plan_of_share(self, figure: Figure) -> bool:
        """`được 85,5% kế hoạch năm là 8.000 lượt`: the amount behind a share of the plan is the plan."""
        last = self.last
        return (
            last is not None
            and last.kind == "attainment"
            and figure.unit != "%"
            and _PLAN_IS.fullmatch(self.low, last.end, figure.start) is not None
        )

    def _compared_with_set(self, figure: Figure) -> bool:
        """`đi được 51,5% so với 16.000 tỷ đồng Nghị quyết đặt ra`, `xong 14 tuyến trên tổng số 20 tuyến mà tỉnh giao`: what is compared with says who set it."""
        last = self.last
        if last is None or last.depth != self.depth:
            return False
        if last.unit == figure.unit and _OF_PLAN_GIVEN.search(self.low, last.end, figure.start):
            return True
        begin = max(self.start, figure.start - 24)
        compared = _COMPARED.search(self.low, begin, figure.start) is not None
        return compared and _SET_BY.match(self.low, figure.end) is not None

    def _set_behind(self, figure: Figure) -> bool:
        """`nếu lấy 45.500 tấn HĐND huyện giao để so`, `48 triệu đồng phải có vào năm 2020`: an amount right before who has set it, or when it must be reached; not `đạt 98% kế hoạch giao`."""
        if figure.whole is not None or (figure.counted in NEVER_SET and not figure.per):
            return False
        if _MUST_BE.match(self.low, figure.end) or _AS_SET.match(self.low, figure.end):
            return not figure.chain & _WAY
        if figure.chain & _RESULT_OR_WAY:
            return False
        if figure.unit == "%" or self.low.endswith(_GIVES_OUT, 0, figure.start):
            return False
        return _GIVEN_BY.match(self.low, figure.end) is not None

    def _way_told(self, figure: Figure) -> bool:
        """`bằng 57,8% phần việc của cả nhiệm kỳ (4.000 lao động)`: the parenthesis tells how long the way is."""
        last = self.last
        return (
            last is not None
            and last.kind == "attainment"
            and figure.unit != "%"
            and self.low.startswith(OF_THE_WAY, last.end)
            and _WAY_THEN.fullmatch(self.low, last.end, figure.start) is not None
        )

    def _set_before_aside(self, figure: Figure) -> bool:
        """`cao hơn mức Đại hội XXVI đề ra (11 - 11,5%/năm)`: the first of a parenthesis that stands right behind who set it."""
        opened = self.low.rfind("(", max(self.start, figure.start - 16), figure.start)
        if opened < 0 or _FIRST_ASIDE.fullmatch(self.low, opened, figure.start) is None:
            return False
        return _SETS_ASIDE.search(self.low, max(self.start, opened - 70), opened) is not None

    def _is_set(self, figure: Figure) -> bool:
        """`Đại hội đề ra tỷ lệ che phủ rừng 62%, kết quả đạt 60,7%`: what the subject of the clause sets; not `xác định 3 khâu đột phá`, `giao 12 dự án cho huyện`."""
        never = figure.counted in NEVER_SET and not figure.per
        if self.depth or self.setting.planned or never or figure.whole is not None:
            return False
        begin = max(self.start, self.low.rfind(";", self.start, figure.start) + 1)
        other = _OTHER_CLAUSE.search(self.low, max(begin, figure.start - 90), figure.start)
        begin = other.end() if other is not None else begin
        told = SET_CLAUSE.match(self.low, begin, figure.start)
        if told is None or _RESULT_IN.search(told["name"]):
            return False
        result = _RESULT_BEHIND.match(self.low, figure.end) is not None
        if figure.counted is not None and told["verb"] == "giao" and not result and _PLAN_WORD.search(told[0]) is None:
            return False  # `huyện giao 5 xã làm điểm`
        before = [one for one in self.figures if one.start >= begin]
        return all(one.kind == "target" for one in before) and not (before and figure.chain & {"reach", "equal"})

    def _ends_with_mark(self, figure: Figure) -> bool:
        """Is it behind a word for a mark, and do the words beside say that it was set?"""
        low, at = self.low, figure.start
        begin = max(0, at - 30)
        if _MARK.search(low, begin, at) is not None:
            told = _SET_BEHIND.match(low, figure.end)
            if figure.unit == "%" and low.startswith((" dự toán ", " kế hoạch năm ", " kế hoạch vốn "), figure.end):
                return False  # `mới chạm mức 68,3% dự toán HĐND quận thông qua`
            if told is not None and (told["whose"] is None or _COMES_TO.search(low, max(0, at - 40), at)):
                return True  # `vượt mức 70% của Nghị quyết`, `nằm trong khung 10 - 10,5%/năm mà Đại hội xác định`
            if _NOT_REACHED.search(low, begin, at) and _PLAN_BEHIND.match(low, figure.end):
                return True
            if _WAY_TO.search(low, max(0, at - 50), at):
                return True  # `đi được 87% quãng đường tới mốc 1.850 tỷ đồng`
            return self._is_wished(figure) or self._lacks_so_much(figure)
        if low.endswith(("so với ", "so "), 0, at) and _OF_GOALS.match(low, figure.end):
            return True  # `chiếm 49,2%; so với 55% của Nghị quyết`
        if low.endswith(("so với ", "so "), 0, at) and figure.unit != "%" and _GIVEN_BY.match(low, figure.end):
            return True  # `mới được 94,2% so với 650 ha UBND huyện giao`
        return _REQUIRED.search(low, max(0, at - 70), at) is not None

    def _lacks_so_much(self, figure: Figure) -> bool:
        """`mới 91,5%, còn thiếu 3,5% so với mức 95%`: what one lacks is measured from a goal."""
        last = self.last
        return (
            last is not None
            and "short" in last.chain
            and last.unit == figure.unit
            and _SO_MUCH_SHORT.fullmatch(self.low, last.end, figure.start) is not None
        )

    def _is_the_mark(self, figure: Figure) -> None:
        """Makes the figure a goal, and what is measured from it a gap; of words of degree only those right before it are its own."""
        figure.kind, figure.negative = "target", False
        self._told_gap(figure)
        if (
            figure.comparator != "between"
            and not self.tells_least
            and not self.low.endswith(("trên ", "dưới ", "tối thiểu ", "tối đa "), 0, figure.start)
        ):
            figure.comparator = "eq"

    def _told_gap(self, mark: Figure) -> None:
        """`hụt 10,5 điểm so với mốc 60% mà Đại hội đặt ra`: what is measured from the mark is a gap to it."""
        last = self.last
        if (
            last is not None
            and last.unit == "%" != mark.unit
            and last.kind in ("level", "multiple")
            and not last.chain & {"up", "down", "short", "exceed", "share"}
            and _SO_MUCH_OF.fullmatch(self.low, last.end, mark.start)
        ):
            last.kind, last.basis = "attainment", "target"  # `mới được 94,7% so với con số 1,5 triệu lượt đã đề ra`
            return
        if (
            last is not None
            and last.kind in ("change", "growth", "level")
            and last.chain & {"up", "down", "short", "exceed"}
            and _SO_MUCH_SHORT.fullmatch(self.low, last.end, mark.start)
        ):
            last.kind, last.basis = "target_gap", "target"
            if "short" in last.chain and last.value > 0:
                last.value = -last.value
            self.pending = [one for one in self.pending if one is not last]
            self.lent.discard(last)

    def _out_of_plan_told(self, figure: Figure) -> bool:
        """`mới thu được 96 tỷ đồng trên tổng số 220 tỷ đồng của dự toán`: the plan, behind what came of it."""
        last = self.last
        return (
            last is not None
            and last.unit == figure.unit
            and last.depth == self.depth
            and _OF_PLAN.match(self.low, figure.end) is not None
            and _OUT_OF.search(self.low, max(last.end, figure.start - 24), figure.start) is not None
        )

    def _is_wished(self, figure: Figure) -> bool:
        """`muốn chạm ngưỡng 72% thì mỗi năm phải thêm 2 điểm`: what is still to be reached."""
        begin = max(self.start, figure.start - 40)
        return (
            _WISHED.search(self.low, begin, figure.start) is not None and _THEN.match(self.low, figure.end) is not None
        )

    def _out_of_given(self, figure: Figure) -> bool:
        """`xong 1.240 căn trên tổng số 2.100 căn được giao`, `tuyển 743 giáo viên trong 912 chỉ tiêu được giao`: what was given, behind what came of it."""
        last = self.last
        if last is None or figure.counted is None or figure.whole is not None:
            return False
        return (
            last.depth == self.depth
            and _OUT_OF.search(self.low, max(last.end, figure.start - 24), figure.start) is not None
            and _GIVEN.match(self.low, figure.noun) is not None
        )

    def _share_of_given(self, figure: Figure) -> bool:
        """`mới tuyển được 81,5% trong 912 biên chế được giao`, `bằng 98% con số 42.000 tấn Nghị quyết giao`: a share of what was given."""
        if self.low.startswith(_MARKS_BEHIND, figure.end) and (mark := _OF_A_MARK.match(self.low, figure.end)):
            return _SET_BEHIND.search(self.low, mark.start("unit"), mark.end() + 40) is not None
        if "compare" in self.roles and figure.chain & {"reach", "equal"} and self._against_a_plan(figure):
            return True
        return (
            self.low.startswith((" trong ", " trên ", " của "), figure.end)
            and _OUT_OF_GIVEN.match(self.low, figure.end) is not None
        )

    def _against_a_plan(self, figure: Figure) -> bool:
        """`so với mục tiêu Nghị quyết đề ra cho năm cuối nhiệm kỳ đã bằng 79,2%`: a share of what is compared with, told before it; not `so với mục tiêu tỷ lệ hộ nghèo đạt 3%`."""
        begin = max(self.start, figure.start - 120)
        return _AGAINST_PLAN.search(self.low, begin, figure.start) is not None

    def _shares_a_plan(self, figure: Figure) -> bool:
        """`nắm giữ 37,4% kế hoạch vốn toàn tỉnh`, `75% chỉ tiêu đạt và vượt`: a part of what is planned for all, or of the goals, no result against a plan."""
        low = self.low
        if low.startswith((" chỉ tiêu ", " số chỉ tiêu ", " tổng số chỉ tiêu "), figure.end):
            return not figure.chain & {"reach", "equal"} and _GOALS_JUDGED.match(low, figure.end) is not None
        if low.find("chưa ", figure.end, figure.end + 40) >= 0 and _PLAN_NOT_DONE.match(low, figure.end):
            return not figure.chain & {"reach", "equal"}  # `hơn 60% kế hoạch vốn chưa giải ngân`
        return "share" in figure.chain and _PLAN_OF_ALL.match(low, figure.end) is not None

    def _gap_behind_mark(self, figure: Figure) -> bool:
        """`nhiều hơn mức 6.700 tỷ đồng của KH là 142 tỷ đồng`: how far from the mark that was just told."""
        mark = self.last
        if mark is None or mark.kind != "target" or mark.unit != figure.unit or figure.value * 2 > abs(mark.value):
            return False
        if not _BEHIND_MARK.fullmatch(self.low, mark.end, figure.start):
            return False
        way = _WAY_FROM_MARK.search(self.low, max(0, mark.start - 40), mark.start)
        if way is None:
            return False
        figure.negative = figure.negative or way["below"] is not None
        return True

    def _plan_of_whole(self, index: int, token: Token) -> None:
        """`kế hoạch năm` in a report on a part of the year: what it sets is for the whole year."""
        before = self.tokens[index - 1] if index else None
        after = self._behind_aside(index)
        if (
            before is not None
            and before.role == "compare"
            and after is not None
            and after.role in ("up", "down")
            and not self.low[before.end : token.start].strip()
            and len(_PARENTHESIS.sub("", self.low[token.end : after.start]).split()) <= 3
        ):
            self.against_plan = True
        frame = self.setting.frame
        dated = self.low.startswith((" 19", " 20"), token.end)  # `Kế hoạch năm 2024`
        if self.low.endswith(" năm", token.start, token.end) and not dated:
            own = (self.clause_period or self.lead_period or "") if frame.year and frame.term else frame.period or ""
            if "-" in own:
                self.plan_period = own[:4] if frame.term else str(frame.year)

    def _is_measured(self, index: int) -> bool:
        """`Đối chiếu KH (6.700 tấn) dôi ra 145 tấn`: a way of change stands behind the plan's parenthesis."""
        behind = self._behind_aside(index)
        return behind is not None and behind.role in ("up", "down", "exceed", "short")

    def _behind_aside(self, index: int) -> Token | None:
        """The token behind, over a parenthesis of one figure: `so với chỉ tiêu Đại hội (98%) dôi ra 0,7%`."""
        behind = self.tokens[index + 1 : index + 5]
        if [token.role for token in behind[:3]] == ["(", "figure", ")"]:
            return behind[3] if len(behind) > 3 else None
        return behind[0] if behind else None
