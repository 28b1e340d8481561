"""Numbers that state nothing about the world: dates, numbers of documents, labels, list marks, ages, map scales, parts of names.

Each rule is a small function with an example and a counter-example in `tests/spec`. Years and phrases of time never come here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from muctieu.claims.bare_values import (
    goes_on_from_measure,
    is_goal_aside,
    is_in_breakdown,
    lists_amounts,
    parts_several,
    tells_bare_value,
    values_an_index,
)
from muctieu.claims.group_bounds import bounds_a_group, names_a_scheme
from muctieu.claims.harvests import tells_harvest
from muctieu.text.counting import counts_known_noun, is_never_counted
from muctieu.text.lexicon import lexicon, words_pattern
from muctieu.text.units import read_unit

if TYPE_CHECKING:
    from muctieu.claims.figures import Figure
    from muctieu.claims.tokens import Token

_NOUNS = lexicon("nouns")
_LABEL_BEFORE = re.compile(rf"(?<![^\W_])(?<!vũ )(?<!thiểu )(?<!cơ )(?:{words_pattern(_NOUNS['labels'])})\s?[-.:]?\s?$")
_LABEL_ENDS = frozenset(label[-2:] for label in _NOUNS["labels"])
_DOCUMENT_NUMBER = re.compile(
    r"(?!\s?/\s?(?:KH|DT|NQ|CT)[ :]*\d)\s?(?:[-–/]\s?\d+)*\s?[-–/]\s?[A-ZĐ]{2,}|/\d+/[A-ZĐ]|[-–][A-Z]{1,3}[/-]"
)
_BARE_MARK = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3} [A-ZÀ-ÝĂĐĨŨƠƯẠ-Ỹ]")  # `1.1 Thu ngân sách`
_MILESTONE = re.compile(r"(?<![^\W_])km\s?\d+\s?\+ $")  # `Km3+ 4`
_SEVERAL_IN_ONE = re.compile(r"\d trong 1$")  # `vắc xin 5 trong 1`
_CLOSING = frozenset(").-/")
_WORD_BEHIND = re.compile(r" [^\W\d_]")
_JOINTS = ("-", "–", "/", " -", " –", " /")
_SCALE_MAP = frozenset(
    (
        "100",
        "200",
        "500",
        "1000",
        "1.000",
        "2000",
        "2.000",
        "5000",
        "5.000",
        "10000",
        "10.000",
        "25.000",
        "50.000",
        "100.000",
    )
)
_GLUED = re.compile(
    r"(?<![^\W_])(?:tăng|giảm|đạt|trên|dưới|khoảng|gần|hơn|bằng|là|còn|có|được|vượt|với|quân|chiếm|ước)$"
)
_SESSIONS = frozenset(("khóa", "khoá"))
_ROMAN = re.compile(r" [ivxl]+(?![^\W_])")
_SINCE_SO_LONG = re.compile(r"(?:qua|sau|trong|suốt) (?:hơn|gần|trên) $")  # `Qua hơn 2 năm thực hiện`
_MEAN_OF_YEARS = re.compile(
    r" (?:năm|tháng|quý)(?:,?(?: [^\W\d_]+){0,3} (?:tăng|giảm|đạt|là|ước|chiếm|có)(?![^\W_])| \d[\d.,]*(?![\d.,]* ?[-–/]))"
)
_GROUP_WORD = re.compile(r" (?:tuổi|qua|gần đây|tới|tiếp theo|đầu|cuối|liền)")
_SCALE_BEFORE = re.compile(r"(?:tỷ lệ|tỉ lệ|bản đồ|chi tiết|quy hoạch)\s?$")
_TIME_WORDS = re.compile(
    r"(?:tăng|giảm|rút ngắn|rút ngắn được|trước|sớm hơn|sớm|chậm|muộn|hơn|còn|bình quân|trung bình|đạt|xuống|xuống còn|là|kéo dài hơn|chậm hơn|cắt giảm|từ|trên|dưới|gần|quá)\s$"
)
_YEAR_SAYS = re.compile(r"năm (?:19|20)\d\d: $")
_RATE_BEFORE = re.compile(r"/(?:vạn|1\.?000|10\.?000|100\.?000) [^\W\d_]+ $")
_LIFE = re.compile(r"tuổi thọ|sống khỏe|sống khoẻ")


# Units that what is around the number may deny, and measures that are claims unless a name in quotes holds them.
_DOUBTED = frozenset(("", "a", "ha", "m2", "km2"))
_AREAS = frozenset(("ha", "m2", "km2"))


_TENTH_FORM = 10
_INTO_FORM = ("thi vào ", "tuyển sinh vào ", "tuyển sinh ", "vào lớp ", "lên lớp ")
_ALL = 100
_KEPT_WHOLE = (
    "xã hưởng ",
    "phường hưởng ",
    "ngân sách hưởng ",
    "ns hưởng ",
    "nsx hưởng ",
    "được hưởng ",
    "huyện hưởng ",
    "địa phương hưởng ",
)
"""What a share of the budget's sources is named by: `các khoản thu xã hưởng 100%: 1.284 triệu đồng`."""


def is_label(text: str, low: str, at: int, end: int) -> bool:
    """Whether the digits at `at` are a list mark, a document's number, a label (`lớp 10`, `Km26`) or a map scale, whatever follows."""
    before = low[at - 1] if at else "\n"
    after = low[end : end + 1]
    if (
        before == " "
        and low[at - 2] != "+"
        and (after == "%" or (after == " " and (low[end + 1 : end + 2].isalpha() or _WORD_BEHIND.match(low, end))))
    ):
        return False  # most numbers
    is_short = end - at <= 2
    if is_short and _SEVERAL_IN_ONE.search(low, max(0, at - 8), end):
        return True
    if is_short and is_list_mark(low, at, end):
        return True
    if before == "\n" and _BARE_MARK.match(text, at, end + 2):
        return True
    if before != " ":
        if before == "\n" and (_MARK_OF_TWO.match(text, at) or (is_short and _numbers_its_line(text, at, end))):
            return True
        if before.isalpha() and not _glued_cue(low, at) and not _glued_measure(low, at, end):
            return True
        if before in "-–" and at > 1 and low[at - 2].isalpha():
            return not (_COUNT_AND_DASH.search(low, max(0, at - 24), at) and counts_known_noun(low, end))
        if before == "/" and at > 1 and low[at - 2].isalpha() and low[end : end + 1] == "-":
            return True
    if before == " " and low[at - 2] == "+" and _MILESTONE.search(low, max(0, at - 10), at):
        return True
    if low.startswith(_JOINTS, end) and _DOCUMENT_NUMBER.match(text, end) and not _PLAN_BEHIND.match(low, end):
        return True
    return is_short and (is_map_scale(low, at, end) or is_clock(low, at, end))


_WHEN_BEFORE = ("giờ ", "từ tháng ", "đến tháng ", "hết tháng ", "sang tháng ", "cuối tháng ", "đầu tháng ")


def is_no_figure(text: str, low: str, figure: Figure, before: list[Token]) -> bool:
    """Whether the number with the unit read after it is still no claim."""
    at, unit, counts, is_time = figure.start, figure.unit, figure.counted is not None, figure.time
    if bounds_a_group(low, figure, before) or (
        unit in ("t", "") and _AGE_IN_SHORT.search(low, max(0, at - 24), figure.number[1] + 1)
    ):
        return True
    if figure.value == _TENTH_FORM and figure.whole is None and low.endswith(_INTO_FORM, 0, at):
        return True  # `học sinh thi vào 10 đỗ khá`
    if names_a_scheme(low, figure) or (unit == "h" and _is_hour_of_day(low, figure)):
        return True  # `Chợ 0 đồng`; `họp lúc 7 giờ`
    if unit == "%" and figure.value == _ALL and low.endswith(_KEPT_WHOLE, 0, at):
        return not low.startswith(" ", figure.end) or low.startswith((" theo ", " và "), figure.end)
    near = at - 60 if at > 60 else 0
    if not counts and not is_time and unit not in _DOUBTED and text.find("“", near, at) < 0:
        return False  # money, a share, a measure: most figures
    if (counts or unit in ("a", "")) and is_never_counted(low, figure.number[1]):
        return not (unit == "a" and _LIFE.search(low, max(0, at - 80), at))
    if is_time:
        return _only_says_when(low, figure)
    if unit in _AREAS and is_area_of_yield(low, figure):
        return True
    if figure.counted in _SESSIONS and _ROMAN.match(low, figure.end):
        return True  # `nghị quyết Trung ương 6, 7 khóa XII`
    if counts and (is_denominator(low, figure) or is_rank(low, figure) or low.endswith(_WHEN_BEFORE, 0, at)):
        return True  # `lúc 5 giờ 30 sáng`, `từ tháng 9 đơn hàng dần trở lại`
    if unit == "a":
        return not _LIFE.search(low, max(0, at - 80), at)
    if not counts and unit and text.find("“", near, at) < 0:
        return False
    if unit not in ("%", "VND") and in_quotes(text, at):
        return True
    if (counts or not unit) and low[at - 2] in "m,àhct" and _ALLEYS.search(low, max(0, at - 40), at):
        return True
    if counts and figure.counted in _DIVISIONS and is_number_of_place(text, low, figure):
        return True
    known = bool(unit) and figure.known
    if figure.counted == "vụ" and figure.value <= _MOST_SEASONS and low.endswith(_SOWN, 0, at):
        return True  # `DT cấy 2 vụ 741 ha`: seasons of a year
    if not known and _is_day_or_age(low, figure):
        return True
    if not counts and unit:
        return False
    if not unit and is_goal_aside(low, figure, before):
        return False
    if _is_numbered(low, figure, before):
        return True
    breakdown = not unit and is_in_breakdown(low, figure, before)
    if not known and figure.whole is None and _ends_a_name(text, low, figure, before, breakdown):
        return True
    if unit or figure.per or _RATE_BEFORE.search(low, max(0, at - 24), at):
        return False
    return not (breakdown or is_goal_aside(low, figure, before) or tells_bare_value(low, figure, before)) or bool(
        _MORE_DIGITS.match(low, figure.end)
    )


def _ends_a_name(text: str, low: str, figure: Figure, before: list[Token], breakdown: bool) -> bool:
    """`Nghị quyết 18`, `Đồn 243`: a number behind a word with a capital; not the value of an index, of a part or of a plan."""
    at = figure.start
    if not is_part_of_name(text, at) or values_an_index(low, at) or low.endswith(_OVER_PLAN, 0, at):
        return False
    if (
        lists_amounts(low, at, figure.end)
        or goes_on_from_measure(low, figure, before)
        or tells_harvest(low, figure.start, figure.end)
    ):
        return False
    parts = breakdown and (
        _ABBREVIATION.search(text, max(0, at - 8), at) is not None
        or parts_several(low, at, 2 if figure.end - at > 1 else _LONG_LIST)
    )
    return not parts


def _is_numbered(low: str, figure: Figure, before: list[Token]) -> bool:
    """`khu phố 4`, `giai đoạn 2`: a whole number that a label names; not `khu phố 4/5 đạt chuẩn`, `giai đoạn 2.400 hộ`."""
    at = figure.start
    known = bool(figure.unit) and figure.known
    digits = low[at : figure.number[1]]
    beside = bool(before) and before[-1].figure is not None and before[-1].end >= at - 1
    return (
        not ("." in digits or "," in digits)
        and not beside
        and not (figure.whole is not None and known)
        and is_named_by_label(low, at)
        and not (known and (low.endswith(": ", 0, at) or not _strong_label(low, at)))
    )


def is_number_of_place(text: str, low: str, figure: Figure) -> bool:
    """`khu 5 phường Trà Cổ`, `thôn 3 xã Hải Xuân`: the number of a place within the one that is named; not `có 2 thôn 3 xã`, `các khu 5 phường`."""
    at, end = figure.start, figure.end
    if (
        figure.whole is not None
        or figure.number[1] - at > 2
        or not text[end + 1 : end + 2].isupper()
        or low[end] != " "
    ):
        return False
    match = _PLACE_BEFORE.search(low, max(0, at - 24), at)
    return (
        match is not None
        and not low.endswith(_SEVERAL_PLACES, 0, match.start())
        and not low[match.start() - 2].isdigit()
    )


_DIVISIONS = frozenset(("xã", "phường", "thị trấn", "huyện", "quận", "thị xã", "thành phố"))
_PLACE_BEFORE = re.compile(
    r"(?<![^\W_])(?:thôn|bản|xóm|làng|khu|khu phố|khu vực|khu dân cư|ấp|khóm|buôn|tổ|tổ dân phố|đội|kp|tdp|phố|tiểu khu|ngõ|kiệt|hẻm) $"
)
_SEVERAL_PLACES = ("các ", "những ", "mấy ", "cấp ")


def _is_day_or_age(low: str, figure: Figure) -> bool:
    """`Ngày bầu cử 23/5 diễn ra an toàn`, `từ tháng 7 gom về`, `trẻ <5t`."""
    at = figure.start
    if figure.whole is not None and figure.whole <= 12 < figure.value <= 31:
        return True
    dated = figure.value_to is not None and figure.whole is not None and figure.whole <= 12
    if dated and figure.value <= 31 and low.endswith(("ngày ", "từ "), 0, at):
        return True  # `mưa to từ ngày 09 đến 12/10 gây ngập`
    if low.endswith("tháng ", 0, at) and figure.value <= 12:
        return True
    return low[at - 1 : at] in "<>" and _AGE.match(low, figure.number[1]) is not None


def _only_says_when(low: str, figure: Figure) -> bool:
    """Whether a stretch of time states nothing: `trong 5 năm`, `bình quân 3 năm tăng`; not `rút ngắn 5 ngày`."""
    at = figure.start
    if figure.whole is not None or _GROUP_WORD.match(low, figure.end) is not None:
        return True
    ahead = figure.unit == "a" and low.endswith(" trước ", 0, at) and not low.startswith(" so ", figure.end)
    if ahead or _SINCE_SO_LONG.search(low, max(0, at - 14), at):
        return True  # `Qua hơn 2 năm thực hiện`, `hoàn thành mục tiêu trước 02 năm`; not `trước 02 năm so kế hoạch`
    if low.endswith(("bình quân ", "trung bình "), 0, at) and _MEAN_OF_YEARS.match(low, figure.number[1]) is not None:
        return True
    return not (_TIME_WORDS.search(low, max(0, at - 16), at) or _YEAR_SAYS.search(low, max(0, at - 12), at))


_MOST_SEASONS = 3
_SOWN = ("cấy ", "trồng ", "gieo ", "sạ ", "sản xuất ", "canh tác ", "đất ", "lúa ", "làm ")
_MARK_OF_TWO = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3} (?=[A-ZĐÀ-Ỹ][^\d]*?(?:[:\n(]|\Z|[a-zà-ỹ]))")  # `1.1 Thu NSNN`
_PLAN_BEHIND = re.compile(r"/(?:kh|dt|ct|nq) ?\d")  # `TH 37/KH 35 tuyến`; not `187/KH-UBND`
_COUNT_AND_DASH = re.compile(r"\d [^\W\d_]+(?: [^\W\d_]+)?[-–]$")  # `412 hộ-1.738 khẩu`
_AGE_IN_SHORT = re.compile(r"(?:trẻ|người|tuổi)[^,;:.]{0,18}(?:<|>|dưới |trên |từ )\s?\d{1,2}t(?![^\W\d_])")
# `đưa 356 lao động / NQ 330`, `tăng 7% (CK 361,2)`
_OVER_PLAN = ("/ nq ", "/nq ", "/ kh ", "/kh ", "/ dt ", "/dt ", "/ ct ", "/ct ", "(ck ", " ck ")
_MORE_DIGITS = re.compile(r"[./-]\d")


_ALLEYS = re.compile(
    r"(?<![^\W_])(?:hẻm|ngõ|ngách|kiệt|số nhà) \d[\d/]*(?:, \d[\d/]*)*,? (?:và )?$|(?<![^\W_])(?:hẻm|ngõ|ngách|kiệt) $"
)
"""`hẻm 42, 57, 118 Bến Vải và hẻm 9 Cầu Kho`: numbers of alleys, whose names look like things that are counted."""


def is_rank(low: str, figure: Figure) -> bool:
    """`xếp thứ 18/63 tỉnh, thành phố`, `vào nhóm 30/63 tỉnh`; not `30/63 tỉnh đã ban hành`."""
    return figure.whole is not None and _RANK_BEFORE.search(low, max(0, figure.start - 12), figure.start) is not None


_RANK_BEFORE = re.compile(r"(?:thứ|hạng|nhóm|vị trí|top|tốp|xếp|đứng)\s$")


def is_denominator(low: str, figure: Figure) -> bool:
    """`cứ 1.000 người dân có 6,1 doanh nghiệp`, `số giường bệnh trên 1 vạn dân`, `số bác sỹ/1 vạn dân`: of so many each; not `trên 1.000 người`."""
    if low[figure.start] != "1" or _ROUND.match(low, figure.start, figure.number[1]) is None:
        return False
    if low.endswith(("cứ ", "cứ mỗi ", "cho mỗi ", "tính trên "), 0, figure.start):
        return True
    if _OF_SO_MANY.search(low, max(0, figure.start - 4), figure.start):
        return True
    return figure.counted in ("dân", "trẻ đẻ sống") and low.endswith(("trên ", "mỗi "), 0, figure.start)


def is_area_of_yield(low: str, figure: Figure) -> bool:
    """`giá trị sản phẩm trên 1 ha đất trồng trọt`: of each hectare; not `trồng trên 1 ha`."""
    return low[figure.start : figure.number[1]] in ("1", "01") and (
        _YIELD_ON.search(low, max(0, figure.start - 60), figure.start) is not None
        or _OF_SO_MANY.search(low, max(0, figure.start - 4), figure.start) is not None
    )


_YIELD_ON = re.compile(
    r"(?:giá trị|thu nhập|lợi nhuận|doanh thu|năng suất)(?: [^\W\d_]+){0,5} (?:trên|của|cho)(?: mỗi)? $"
)
_ROUND = re.compile(r"1[0.]*$")
_OF_SO_MANY = re.compile(r"[^\W\d_]\s?/\s?$")


_BY_RULE = re.compile(
    r"\d (?:phải|giảm|tăng|không|có|sạch|an)(?: toàn)?,? (?:và )?\d (?:giảm|tăng|phải|không|có|sạch|an)(?![^\W_])"
)


def in_quotes(text: str, at: int) -> bool:
    """`chương trình “mỗi xã một sản phẩm”`: a number within a quoted name; `1 phải 5 giảm` is one without quotes, too."""
    if _BY_RULE.match(text, at) or _BY_RULE.match(text, max(0, text.rfind(" ", 0, at - 2) - 1), at + 12):
        return True
    opened = text.rfind("“", at - 60 if at > 60 else 0, at)
    return opened >= 0 and text.find("”", opened, at) < 0 and text.find("”", at, at + 60) >= 0


def _numbers_its_line(text: str, at: int, end: int) -> bool:
    """`10 Tỷ lệ trẻ em …`, and on the line above or below `9 …`, `11 …`: the number of a row whose table has lost its lines."""
    if text[end : end + 1] != " " or not text[end + 1 : end + 2].isupper():
        return False
    above = text.rfind("\n", 0, at - 1) + 1
    below = text.find("\n", end) + 1
    numbers = [_ROW_NUMBER.match(text, place) for place in (above, below) if place]
    return any(found is not None and abs(int(found[1]) - int(text[at:end])) == 1 for found in numbers)


_ROW_NUMBER = re.compile(r"(\d{1,2}) [^\W\d_]")


def is_list_mark(low: str, at: int, end: int) -> bool:
    """`(1) Kiện toàn …`, `1. Giao Phòng …` at a line's start."""
    closing = low[end : end + 1]
    if closing not in _CLOSING or end - at > 2:
        return False
    if closing == ")" and low[at - 1 : at] == "(":
        return not (low[end + 1 : end + 2] in ".,;" and _COUNT_BEFORE.search(low, max(0, at - 24), at))
    if closing == "/" and low[end + 1 : end + 2].isdigit():
        return False  # `- 22/27 thôn đạt chuẩn`
    if closing in (".", ")", "-", "/") and end - at <= 2:
        line = low.rfind("\n", max(0, at - 6), at)
        head = low[max(0, at - 6) : at] if line < 0 else low[line + 1 : at]
        return (line >= 0 or at < 6) and not head.strip(" \t(-+*•0123456789.")
    return False


# `bớt được 21 ca (59).`; not `gồm 3 nhóm (1) kinh tế`
_COUNT_BEFORE = re.compile(
    r"(?:giảm|bớt|hạ|kéo giảm)(?: được| đi)? \d+ [^\W\d_]+(?: [^\W\d_]+)? \($|(?<![^\W_])so (?:với )?(?:chỉ tiêu|kh|kế hoạch|nq|nghị quyết|cùng kỳ|ck|năm trước|năm ngoái)(?: năm| giao| năm trước)? \($"
)


def is_map_scale(low: str, at: int, end: int) -> bool:
    """`quy hoạch 1/500`, `tỷ lệ 1/2.000`; not `1/500 hộ`."""
    if low[end : end + 1] != "/" or low[at:end] != "1":
        return False
    match = re.match(r"[\d.]+", low[end + 1 : end + 12])
    if match is not None and _SCALE_BEFORE.search(low, max(0, at - 24), at):
        return True
    return (
        match is not None and match[0].rstrip(".") in _SCALE_MAP and not counts_known_noun(low, end + 1 + len(match[0]))
    )


def is_clock(low: str, at: int, end: int) -> bool:
    """`trực 24/24 giờ`, `24/7`; not `24/24 thanh niên`."""
    if low[at:end] != "24" or not (low.startswith(("/24", "/7"), end) or low.startswith("/24", at - 3)):
        return False
    after = end + 3 if low.startswith("/24", end) else end
    return low.startswith((" giờ", " h", "h", "giờ"), after) or not counts_known_noun(low, after)


def _is_hour_of_day(low: str, figure: Figure) -> bool:
    """`họp lúc 7 giờ`, `tính đến 18 giờ ngày 15/9`, `từ 0 giờ ngày mai`; not `trực 24 giờ mỗi ngày`."""
    if low.endswith(("vào ", "lúc ", "hồi "), 0, figure.start):
        return True
    if low.endswith(("sau ", "trước "), 0, figure.start) and figure.value <= _HOURS and low[figure.end] in ".,;":
        return True  # `tái lấn chiếm vào sáng sớm và sau 17 giờ`
    return low.startswith((" ngày ", ", ngày ", " hôm "), figure.end) and figure.value <= _HOURS and not figure.per


_HOURS = 24


def is_named_by_label(low: str, at: int) -> bool:
    """`giai đoạn 2`, `bão số 4`, `tổ 2, 4 và 7`; not `cấp 215 giấy phép`, `nâng cấp 6 hẻm`."""
    if low.endswith("con số ", 0, at) or (low.endswith("covid ", 0, at) and not low.startswith("19", at)):
        return False  # `đạt con số 642`, `gặp khó khăn do Covid 412 người`
    if low.endswith(" tuổi ", 0, at):
        return _AN_AGE.match(low, at) is not None and not counts_known_noun(low, at + 2)  # `nghĩa vụ quân sự tuổi 17`
    before = low[at - 6 if at > 6 else 0 : at].rstrip(" \n\t-.:")
    might = before[-2:] in _LABEL_ENDS or before[-1:] in _LABEL_ENDS
    match = _LABEL_BEFORE.search(low, max(0, at - 24), at) if might else None
    if match is None:
        listed = low.endswith((", ", " và ", "; "), 0, at)
        return listed and _NUMBERED.search(low, max(0, at - 60), at) is not None
    if match[0].startswith("điều") and low.endswith(_CASHEWS, 0, at) and _CROP_AREA.match(low, at):
        return False  # `cà phê 1.512; tiêu 348; điều 415; cao su 186`
    if match[0].startswith("loại ") and _RANKS.search(low, max(0, at - 10), at) and _MANY.match(low, at):
        return False  # `đánh giá, xếp loại 42 TCCSĐ`
    if match[0].startswith("lớp") and _TO_CLASS.search(low, max(0, at - 14), at) and counts_known_noun(low, at + 2):
        return False  # `vận động trở lại lớp 03 em`
    return not match[0].startswith("cấp ") or not (
        _MANY.match(low, at) or _VERB_OF_GRADE.search(low, max(0, at - 12), at)
    )


# `các tổ số 2, 4, 7 và 11`, before the last of them
_NUMBERED = re.compile(
    r"(?<![^\W_])(?:tổ dân phố|tdp|tổ|thôn|ấp|khóm|khu phố|kp|khu|bản|xóm|buôn|đội|tiểu khu|khoảnh|lớp|điều|khoản|mục|tiêu chí|quốc lộ)(?: số)? \d{1,3}[a-z]?(?:(?:, |; | và )(?:số )?\d{1,3}[a-z]?)*(?:, |; | và )$"
)
_AN_AGE = re.compile(r"\d\d(?![\d.,%])")
_TO_CLASS = re.compile(r"(?<![^\W_])(?:ra|trở lại|đến|tới|quay lại|vào) lớp $")
_VERB_OF_GRADE = re.compile(r"(?:nâng|cung|trợ|trao|đã|mới) cấp $")
_RANKS = re.compile(r"(?:xếp|phân) loại $")
_MANY = re.compile(r"[\d.]{2,}")
_CASHEWS = ("; điều ", ", điều ")
_CROP_AREA = re.compile(r"\d[\d.]{2,}(?:,\d+)?(?= ?[;,.)])")


_STRONG = re.compile(
    r"(?:mức độ|cấp độ|giai đoạn|quốc lộ|ql|tỉnh lộ|đường tỉnh|đt|dt|km|lớp|khóa|khoá|thứ|số|chương trình|đề án|bệnh viện|iso|tcvn|covid|nghị quyết trung ương|điều|khoản|bão số|hạng|phụ lục)\s?[-.:]?\s?$"
)


def _strong_label(low: str, at: int) -> bool:
    """Labels after which even a number with a noun behind it is none (`số 5 và …`), unlike `thôn`, `khu`, `tổ`."""
    match = _STRONG.search(low, max(0, at - 24), at)
    return match is not None and not (match[0].startswith("số") and _COUNT_NUMBER.search(low, max(0, at - 12), at))


_COUNT_NUMBER = re.compile(r"(?:con|tổng|trong|dân|hệ|thiểu|chỉ|quân|đa|tỷ|trị|doanh) số\s?[:]?\s?$")


def is_part_of_name(text: str, at: int) -> bool:
    """`Bắc Luân 2`, `Covid-19`; not a sentence's first word (`Trâu 120 con`)."""
    start = last = at - 1
    if start < 2 or not (text[last] in " -" or text[last].isspace()):
        return False
    while start > at - 20 and text[start - 1].isalpha():
        start -= 1
    return (
        1 < start < last
        and text[start].isupper()
        and text[start - 1] not in "\n.;:-+*•\t\ufffd\ufffc"
        and text[start - 2] not in ".;:\n-+*•\ufffd\ufffc"
    )


_ABBREVIATION = re.compile(r"(?<![^\W_])[A-ZĐ]{2,5} $")


_LONG_LIST = 4  # parts: enough that `Tiếng Anh 5` among them is no name


_AGE = re.compile(r" ?t(?:uổi)?(?![^\W_])")


def _glued_measure(low: str, at: int, end: int) -> bool:
    """`nông nghiệp36%`, `chiêm xuân198,2ha`, `tiền đất1.540trđ`: a blank was forgotten before a measure; not `m2`, `Km26`, `KV7`."""
    if end - at < 2 or low[at - 2 : at - 1].isspace():
        return False
    read = read_unit(low, end)
    return read.unit is not None and not read.time and low[max(0, at - 2) : at] not in ("km", "ql", "tl", "đt")


def _glued_cue(low: str, at: int) -> bool:
    """`tăng5,2%`, `đạt120ha`: a blank was forgotten."""
    return _GLUED.search(low, max(0, at - 8), at) is not None
