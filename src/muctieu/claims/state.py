"""What the reading of a sentence remembers as it walks from left to right. Holds state only; the walk is in `sentence.py`."""

from __future__ import annotations

import re
from operator import attrgetter

from muctieu.claims.figures import Figure
from muctieu.claims.tokens import Token
from muctieu.text.periods import TimeFrame

# How large a thing is, whenever that is said; the size of an economy is a result of its year.
SIZE = re.compile(
    r"(?:quy mô(?! (?:dân số|kinh tế|nền kinh tế|grdp|đàn))|công suất|dung tích|tổng mức(?: đầu tư)?|diện tích(?! (?:gieo|trồng|cây|lúa|nuôi|thả nuôi|rau|màu|hoa màu|thu hoạch|xuống giống))|chiều dài|dài(?! hạn)|tổng chiều dài|vốn đăng ký|tổng diện tích tự nhiên)(?:\s\S+){0,2}\s*$"
)
_SAYS_NOTHING = re.compile(
    r"[\s,;:(]*(?:(?:năm|năm trước|cùng kỳ|so|(?:19|20)\d\d|khi đó|khi ấy|lúc đó|lúc ấy|trước đó|mức|con số|chỉ|là|có|chỉ có|đạt)[\s:]*)*"
)
_DONE = re.compile(
    r"[\s(]*(?:(?:giải ngân|thu|chi|đạt|thực hiện|xuất khẩu|nhập khẩu|đón|bán|trồng|xảy ra|phát hiện|tổng|tổng số|toàn tỉnh|toàn huyện|huy động|cấp|khai thác|sản lượng|có|là|được)[\s:]*){1,3}"
)
_SETTING = (
    " phải có",
    " phải đạt",
    " cần đạt",
    " cần có",
    " đề ra",
    " đặt ",
    " xác định",
    " yêu cầu",
    " giao",
    " ấn định",
)
_role = attrgetter("role")


def holds(words: str, cues: tuple[str, ...]) -> bool:
    """Whether one of the cues stands in the words; a plain loop takes a third of what `any` does with so few."""
    for cue in cues:  # noqa: SIM110
        if cue in words:
            return True
    return False


class Setting:
    """What stands before the sentence: the report's time, the period, mode and unit its section sets."""

    __slots__ = ("frame", "period", "planned", "term_ahead", "unit")

    def __init__(
        self,
        frame: TimeFrame,
        period: str | None = None,
        planned: bool = False,
        term_ahead: str | None = None,
        unit: str = "",
    ) -> None:
        self.frame = frame
        self.period = period
        self.planned = planned
        self.term_ahead = term_ahead
        self.unit = unit  # the words of the unit that the section's title gives to figures without one

    def within(self, period: str | None) -> Setting:
        """The same setting for words that speak of another period."""
        return Setting(self.frame, period, self.planned, self.term_ahead, self.unit)

    def reported(self, period: str | None) -> Setting:
        """The setting of words that tell, among plans, what was in a period gone by."""
        return Setting(self.frame, period, False, self.term_ahead, self.unit)


class SentenceState:
    """The sentence, its tokens and figures, and what its clauses have said so far; `text`/`low` are the whole reading text."""

    # Python looks up names fast where a class names them, or has no more than thirty.
    __slots__ = (
        "against_plan",
        "among_basis",
        "among_of",
        "base_at",
        "basis_said",
        "came_from",
        "clause_estimate",
        "clause_figures",
        "clause_first",
        "clause_period",
        "clause_said",
        "compared_with",
        "cut",
        "depth",
        "end",
        "estimate_before",
        "estimate_late",
        "figures",
        "goals_listed",
        "item_goal",
        "last",
        "last_year",
        "lead_basis",
        "lead_estimate",
        "lead_now",
        "lead_period",
        "lead_within",
        "lent",
        "listed_way",
        "low",
        "paren_period",
        "paren_target",
        "pending",
        "period_behind",
        "plan_period",
        "plan_used",
        "required",
        "roles",
        "same_own",
        "setting",
        "stack",
        "start",
        "subject_start",
        "tells_building",
        "tells_each",
        "tells_least",
        "tells_plans",
        "tells_setting",
        "text",
        "tokens",
    )  # fmt: skip

    def __init__(self, text: str, low: str, start: int, end: int, tokens: list[Token], setting: Setting) -> None:
        self.text = text
        self.low = low
        self.start = start
        self.end = end
        self.tokens = tokens
        self.roles = set(map(_role, tokens))
        # cues of rules that hold for few sentences, looked for once and not for each figure
        said = low[start:end]
        self.tells_plans = "quy hoạch " in said
        self.tells_least = low.find("trở lên", start, end + 60) >= 0
        self.tells_each = "mỗi " in said or "bình quân " in said or "trung bình " in said
        self.tells_setting = holds(said, _SETTING)
        self.tells_building = "đang " in said or "khởi công" in said
        self.setting = setting
        self.figures: list[Figure] = []
        # what holds to the sentence's end, and to the clause's end
        self.lead_period: str | None = None
        self.lead_estimate = False
        self.lead_basis: str | None = None
        self.clause_period: str | None = None
        self.clause_said = False
        self.clause_estimate = False
        self.clause_figures = 0
        self.subject_start = start
        self.depth = 0
        self.stack: list[tuple[int, int, str | None, bool]] = []
        self.pending: list[Figure] = []
        self.paren_period: str | None = None
        self.paren_target = False
        self.item_goal: Figure | None = None  # the goal that a numbered item opens with
        self.cut = False
        self.last: Figure | None = None
        self.goals_listed = False  # whether a list of goals follows (`Đại hội xác định các chỉ tiêu: …`)
        self.required = False  # whether the sentence tells what is required (`Yêu cầu: …`)
        self.last_year: int | None = None
        self.among_basis: str | None = None
        self.among_of: Figure | None = None  # the figure that `trong đó`, `riêng` parts
        self.lent: set[Figure] = set()  # differences whose basis is that of another one, unless their own is said
        self.plan_period: str | None = None  # of what `kế hoạch năm`, `chỉ tiêu cả nhiệm kỳ` sets
        self.lead_now = False  # whether `đến nay` stands at the sentence's head
        self.lead_within = False  # whether the lead's period was said behind a subject, not before it
        self.clause_first: str | None = None  # the period said before the clause's first figure
        self.estimate_late = False  # whether the clause's estimate begins behind figures that are none
        self.same_own: str | None = None  # what `cùng kỳ` is the same period of, where a clause says it
        self.period_behind = False  # whether the clause's period was said behind its figures
        self.came_from: Figure | None = None
        self.plan_used: set[int] = set()  # plan words that a figure before them is compared with
        self.against_plan = False  # whether `so với kế hoạch` stands before the clause's differences
        self.base_at = -1  # where the period ends that a difference is measured from
        self.listed_way = ""  # `2 nhóm giảm giá: …`: how all of the list have moved
        self.basis_said: str | None = None
        self.compared_with: Token | None = None  # what stands between a word of change and its figure
        self.estimate_before = False  # whether the clause before was an estimate

    def go_on_from(self, period: str | None, estimated: bool, basis: str | None) -> None:
        """The sentence parts a figure of the one before, whose period, estimate and basis of differences it shares."""
        self.among_basis = basis
        self.lead_period, self.lead_estimate, self.clause_estimate = period, estimated, estimated
        if period is None:
            self.lead_now = self.clause_said = True

    def _done_then(self, figure: Figure) -> bool:
        """`So với năm trước (giải ngân 312,4 tỷ đồng)`: a verb and one figure alone are still what it was then."""
        return self.low.startswith(")", figure.end) and _DONE.fullmatch(figure.said) is not None

    def _compared(self, figure: Figure) -> bool:
        """`so với cùng kỳ (1.700 ca)`: the bare figure in the parenthesis is the one compared with."""
        return (
            self.paren_period is not None
            and (_SAYS_NOTHING.fullmatch(figure.said) is not None or self._done_then(figure))
            and figure.whole is None
            and not figure.chain
            - {
                "ge",
                "le",
                "approx",
                "reach",
                ":",
                "fill",
                "have" if " đó" in figure.said or " ấy" in figure.said else ":",
            }
        )
