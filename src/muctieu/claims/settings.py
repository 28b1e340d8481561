"""What a section's title sets for the figures under it: whether they are plans, and their period.

Takes the document's sections; gives a `Setting` for any offset. It reads titles only, never the section's own sentences.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from muctieu.claims.headings import Headings
from muctieu.claims.sentence import Setting
from muctieu.document.document import Document, Section
from muctieu.text.joined_periods import widest
from muctieu.text.periods import PRICE_BASE, Phrase, TimeFrame, read_phrase, resolve
from muctieu.text.units import read_unit

# Each begins with a letter, so that the search passes over others at once.
_PLAN = re.compile(
    r"mục tiêu|chỉ tiêu|phương hướng|nhiệm vụ(?<!thành nhiệm vụ)(?<!tốt nhiệm vụ)(?<!sắc nhiệm vụ)|giải pháp|kh(?<![^\W_]kh) (?:năm )?(?:19|20)\d\d|(?:việc|phần việc|con số|mức|mốc|điều)(?: [^\W\d_]+){0,2} (?:cần|phải|sẽ)(?! báo cáo)|làm gì(?<!đã làm gì)(?! được)|hướng tới(?! kỷ niệm)|việc (?:sẽ làm|trọng tâm)|phần còn lại của năm|chương trình công tác|công tác trọng tâm|nội dung trọng tâm|kế hoạch(?<!- kế hoạch)(?! hóa gia đình| hoá gia đình| và đầu tư)|dự kiến|phấn đấu|định hướng|trong thời gian tới|thời gian tới|tầm nhìn"
)
_RESULT = re.compile(
    r"kết quả|tình hình|đánh giá|thực trạng|hạn chế|tồn tại|nguyên nhân|thành tựu|bài học|đã đạt|đạt được|ưu điểm|khuyết điểm|kiểm điểm|đặc điểm|thực hiện (?:các )?(?:nghị quyết|chỉ tiêu|nhiệm vụ|mục tiêu|kế hoạch)|"
    r"ước thực hiện|ước th(?![^\W_])|tổng kết|sơ kết|tổng hợp|chỉ tiêu [^;:]{0,40}giao (?:năm|quý)|công tác (?:chỉ đạo|điều hành)|triển khai thực hiện|mức độ (?:hoàn thành|thực hiện|đạt)|hoàn thành (?:các )?chỉ tiêu"
)
# `Huyện có 22/25 chỉ tiêu đạt và vượt kế hoạch`, `Một số chỉ tiêu chưa đạt`: a paragraph that tells what came of goals.
_TELLS_OUTCOME = re.compile(
    r"\d+/\d+ (?:chỉ tiêu|tiêu chí|nhiệm vụ)|chỉ tiêu (?:(?!phải|cần|sẽ|phấn đấu)[^\W\d_]+ ){0,3}?(?:đạt(?! được)|vượt|chưa đạt|không đạt|hoàn thành)|đã hoàn thành (?:vượt mức )?\d"
)
_ASKS = re.compile(r"(?:những |một số |các )?(?:kiến nghị|đề xuất)")
_STATES = re.compile(r"(?:đạt|được|còn|bằng) \d")  # `3. Giao quân đạt 100% chỉ tiêu`: an item that tells, no heading
_FEATURES = ("đặc điểm", "khái quát", "vị trí địa lý", "giới thiệu")  # what a place is like, whatever the report's year
_RESULT_FIRST = re.compile(
    r"(?:(?:hội đồng nhân dân|hđnd|hội nghị|đại hội|ban chấp hành|ủy ban nhân dân|ubnd)(?: (?!tán thành|nhất trí|thống nhất|thông qua|ghi nhận|đánh giá)[^\W\d_]+){0,5} )?(?:(?:cơ bản )?(?:tán thành|nhất trí|thống nhất|thông qua|ghi nhận|đồng ý)(?: với)?(?: các)?(?: nội dung| báo cáo)? )?(?:đánh giá|kết quả|tình hình|ước thực hiện|ước th(?![^\W_]))"
)
UNIT_LINE = re.compile(r"(?:đơn vị tính|đơn vị|đvt) ?: ?([^\n\t),;]{1,40})", re.IGNORECASE)
_FIGURE = re.compile(  # its first digit stands alone, so that the search skips to digits
    r"[0-9](?<![\d/.,-][0-9])(?<!năm [0-9])(?<!tháng [0-9])(?<!quý [0-9])(?<!số [0-9])(?<!ngày [0-9])(?<!thứ [0-9])[\d.,]*(?:/[\d.,]+)?(?:%| (?!tháng|năm|quý|ngày|giờ|khâu|nhiệm vụ|mục tiêu|giải pháp|chỉ tiêu)[^\W\d_]{2,})"
)
_NUMBERS = re.compile(r"[0-9]+")
_DECISIVE = (
    "mục tiêu",
    "chỉ tiêu",
    "phương hướng",
    "nhiệm vụ",
    "giải pháp",
    "kết quả",
    "đánh giá",
    "tình hình",
    "hạn chế",
    "tồn tại",
    "kế hoạch",
    "dự kiến",
)
_TIME_AT = re.compile(
    r"(?:lũy kế|luỹ kế|từ đầu năm|đầu năm|năm|quý|tháng|giai đoạn|nhiệm kỳ|\d\d? tháng|đến năm|(?:19|20)\d\d|\d năm) ?"
)


_YEAR_ALONE = re.compile(r"(?:sang |bước sang |cho )?năm ((?:19|20)\d\d)[.: ]*")


class Settings:
    """The settings of a document's sections, looked up by offset."""

    __slots__ = ("_frame", "_headings", "_known", "_low", "_outer", "_sections", "_starts", "default")

    def __init__(self, document: Document, low: str, frame: TimeFrame) -> None:
        self._frame = frame
        self._low = low
        title = (document.title or "").lower()
        whole_plan = bool(_PLAN.search(title)) and not _RESULT.search(title) and "báo cáo" not in title
        self.default = Setting(frame, self._own_period(frame), whole_plan, _term_ahead(frame, low))
        self._sections = document.sections
        self._starts = [section.start for section in document.sections]
        self._outer = _outer_sections(document.sections)
        self._known: dict[int, Setting] = {}
        self._headings = Headings(document, low)

    def at(self, offset: int) -> tuple[Section | None, Setting]:
        """The innermost section at the offset and what it sets."""
        sections = self._sections
        number = bisect_right(self._starts, offset) - 1
        while number >= 0 and sections[number].end <= offset:
            number = self._outer[number]
        section = sections[number] if number >= 0 else None
        heading = self._headings.between(section.start if section is not None else -1, offset)
        return section, self._under(heading, number) if heading else self._of(number)

    def _under(self, heading: str, number: int) -> Setting:
        """The setting under a heading without a number that stands within the section."""
        setting = self._setting(heading, self.default, 0)
        if number >= 0 and setting.planned and setting.period is None:
            around = self._of(number)  # `D. KẾ HOẠCH NĂM 2025`, then `Một số chỉ tiêu chủ yếu:`
            return around if around.planned and around.period is not None else setting
        return setting

    def _of(self, number: int) -> Setting:
        """The setting of a section, worked out when it is first asked for."""
        if number < 0:
            return self.default
        known = self._known.get(number)
        if known is None:
            section = self._sections[number]
            title = section.title.lower()
            outer = self._outer[number]
            heading = self._headings.between(self._sections[outer].start if outer >= 0 else -1, section.start - 1)
            around = self._under(heading, outer) if heading else self._of(outer)
            inside = outer >= 0 and _RESULT_FIRST.match(self._sections[outer].title.lower()) and not around.planned
            depth = section.path.count("/")
            known = self._setting(title, around, max(depth, 2) if inside and _GOALS_OF.match(title) else depth)
            line = self._low[section.start : section.start + 200].partition("\n")[0]
            if "đvt" in line or "đơn vị" in line:  # the title ends before `: (ĐVT: triệu đồng)`
                unit = _unit_words(line)
                known = Setting(known.frame, known.period, known.planned, known.term_ahead, unit) if unit else known
            self._known[number] = known
        return known

    @staticmethod
    def _own_period(frame: TimeFrame) -> str | None:
        """A report on one year or a part of it speaks of that; one on a term speaks of many years."""
        return None if frame.period is None or frame.term is not None else frame.period

    def _setting(self, title: str, outer: Setting, depth: int) -> Setting:
        """The setting under a title, within the outer one."""
        title = title[:160]
        planned = outer.planned
        number = _NUMBERS.search(title)  # most titles have none, and then no figure either
        if (depth > 2 or (number and _STATES.search(title))) and not title.startswith(_DECISIVE):
            if number is None:
                return outer  # the run-in title of an inner item decides nothing
            result = plan = None
        else:
            stated = _FIGURE.search(title) if number is not None else None
            words = title if stated is None else title[: stated.start()]  # of a run-in sentence, what is before figures
            inside = stated is not None and outer.planned and depth > 0 and ":" not in words
            result = _RESULT.search(words) if not inside else None  # `2. Tỷ lệ đóng góp của nhân tố tổng hợp đạt 55%`
            plan = _PLAN.search(words)
        goals = "chỉ tiêu" in title or number is not None
        if result is None and not outer.planned and goals and (told := _TELLS_OUTCOME.search(title)) is not None:
            result, plan = told, None
        if result is None and (_ASKS.match(title) or self._is_year_ahead(title)):
            planned = True
        elif result is not None and (not outer.planned or _RESULT_FIRST.match(title)):
            planned = False
        elif (
            plan is not None
            and result is None
            and (depth < 3 or title.startswith(("mục tiêu", "chỉ tiêu", "phương hướng", "nhiệm vụ")))
        ):
            planned = planned or not outer_tells_results(outer, depth)
        elif result is not None and plan is None and depth < 2:
            planned = False
        period = self.period_named(title, planned)
        if period is None and title.startswith(_FEATURES):
            return Setting(outer.frame, None, planned, outer.term_ahead, outer.unit)
        if period is None:
            period = (
                outer.period if planned == outer.planned else self._own_period(self._frame) if not planned else None
            )
        frame = outer.frame
        if period is not None and period != outer.period and frame.term is None and period[:4].isdigit():
            frame = frame._replace(year=int(period[:4]))
        elif (
            not planned
            and (term := _term_of(period)) is not None
            and frame.term is not None
            and term[1] <= frame.term[0]
        ):
            frame, period = TimeFrame(period, term[1], term), None  # a plan's part that tells of the term before it
        if (frame, period, planned) == (outer.frame, outer.period, outer.planned):
            return outer
        return Setting(frame, period, planned, outer.term_ahead, outer.unit)

    def _is_year_ahead(self, title: str) -> bool:
        """`D. NĂM 2021` in a report on 2020: what is to be done."""
        year = _YEAR_ALONE.fullmatch(title)
        return year is not None and self._frame.year is not None and int(year[1]) > self._frame.year

    def period_named(self, title: str, planned: bool = False) -> str | None:
        """The period that a title names: `kết quả năm 2023`, `chỉ tiêu đến năm 2025`, `nhiệm vụ 3 tháng cuối năm`."""
        number = _NUMBERS.search(title)
        if number is None and "quý " not in title:
            return None
        at = done = 0
        found: str | None = None
        while (match := _TIME_AT.search(title, at)) is not None:
            at = match.end()
            if not done and number is not None and number.start() < match.start():
                return None  # a list item that states figures: they stand before any time
            phrase = read_phrase(title, match.start())
            if phrase is None:
                continue
            if _NUMBERS.search(title, done, match.start()):
                return None  # a list item that states figures names no period for others
            if phrase.form in ("month", "quarter"):
                phrase = widest(phrase, title, of_work="/" in (self._frame.period or ""))
            at = done = phrase.end
            if found is None and _names_period(phrase, title, match.start()):
                value = resolve(phrase, self._frame)
                own_term = value == self._frame.period and self._frame.term and not planned
                if value is not None and not own_term:
                    found = value
        return None if _NUMBERS.search(title, done) else found


def _outer_sections(sections: tuple[Section, ...]) -> list[int]:
    """The number of the section around each, -1 for none: one walk in order of start, with a stack of those still open."""
    outer: list[int] = []
    stack: list[int] = []
    for number, section in enumerate(sections):
        while stack and sections[stack[-1]].end <= section.start:
            stack.pop()
        outer.append(stack[-1] if stack else -1)
        stack.append(number)
    return outer


def _unit_words(line: str) -> str:
    """`Thu, chi ngân sách (ĐVT: triệu đồng)` → `triệu đồng`; nothing of `gồm 3 đơn vị: Phòng Y tế …`."""
    match = UNIT_LINE.search(line)
    words = match[1].strip(" .") if match is not None else ""
    read = read_unit(words, 0) if words else None
    return words if read is not None and (read.unit is not None or read.scaled) and read.end == len(words) else ""


# `A. KẾT QUẢ 6 THÁNG ĐẦU NĂM` › `I. Các chỉ tiêu chủ yếu`: of goals that are reported on.
_GOALS_OF = re.compile(r"(?:về )?(?:việc thực hiện )?(?:các |một số |những |hệ thống )?(?:nhóm (?:các )?)?chỉ tiêu")


def outer_tells_results(outer: Setting, depth: int) -> bool:
    """Whether the section lies within one that reports results: there a title with `chỉ tiêu` tells of targets gone by."""
    return depth >= 2 and not outer.planned


def _names_period(phrase: Phrase, title: str, at: int) -> bool:
    if PRICE_BASE.search(title, max(0, at - 22), at):
        return False  # `(giá so sánh 2010)`
    return phrase.form in (
        "year",
        "span",
        "firstmonths",
        "baremonths",
        "quarter",
        "month",
        "todate",
    ) and not title.endswith(("quyết ", "số "), 0, at)


def _term_of(period: str | None) -> tuple[int, int] | None:
    """The first and last year of a span of four or five years."""
    first, _, last = (period or "").partition("/")
    if len(first) != 4 or len(last) != 4 or int(last) - int(first) not in (4, 5):
        return None
    return int(first), int(last)


def _term_ahead(frame: TimeFrame, low: str) -> str | None:
    """The term that the report's plans are for: the next one (2015/2020 → 2020/2025, 2016/2020 → 2021/2025), or its own half-way through it, and where the text never speaks of the next one's end."""
    if frame.term is None:
        return None
    first, last = frame.term
    if frame.year is not None and frame.year + 1 < last:
        return f"{first}/{last}"  # half-way: what is left of its own term
    plan = last - first == 4  # a plan of five calendar years, which the next one follows
    ahead = last + 5 if plan else 2 * last - first
    return f"{last + plan}/{ahead}" if str(ahead) in low else f"{first}/{last}"
