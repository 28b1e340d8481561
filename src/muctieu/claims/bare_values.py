"""Bare numbers that are the value of something: of a verb, of a list, of a part, of an index, of an outcome.

Takes a number without a unit with the tokens before it; says whether it is a claim. What a number is that is none: `not_claims.py`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from muctieu.claims.harvests import ENDS_OF_MEASURE, harvest_unit_before, tells_harvest
from muctieu.text.counting import counts_known_noun, read_counted_noun
from muctieu.text.lexicon import lexicon, words_pattern
from muctieu.text.units import read_unit

if TYPE_CHECKING:
    from muctieu.claims.figures import Figure
    from muctieu.claims.tokens import Token

_NOUNS = lexicon("nouns")


def values_an_index(low: str, at: int) -> bool:
    """`chỉ số HDI 0,745`: the value of what is named with capitals and looks like a label."""
    return _VALUE_OF_INDEX.search(low, max(0, at - 64), at) is not None


_VALUE_OF_INDEX = re.compile(r"(?<![^\W_])(?:chỉ|hệ) số(?: \(?[^\W\d_]+\)?){1,7} $")  # `chỉ số HDI 0,745`


def tells_bare_value(low: str, figure: Figure, before: list[Token]) -> bool:
    """Whether a number without a unit is the value of something: of a verb, of a list, a part, an outcome."""
    at = figure.start
    return (
        has_value_verb(low, at, before)
        or continues_list(low, at, before)
        or tells_part(low, figure)
        or tells_outcome(low, at)
        or low.endswith(DISCIPLINES, 0, at)
        or _sorts_papers(low, figure, before)
        or _is_judged(low, figure, before)
        or enumerates(low, at, figure.end)
        or lists_amounts(low, at, figure.end)
        or bool(subject_counted(low, at, figure.end))
        or goes_on_from_measure(low, figure, before)
        or tells_harvest(low, figure.start, figure.end)
        or _differs_from_then(low, at, before)
        or _was_then(low, figure, before)
        or _was_planned(low, figure, before)
        or shared_of(low, figure, before) is not None
        or grown_from(low, figure, before) is not None
        or values_an_index(low, at)
        or (bool(before) and _OF_TIME_BEFORE.search(low, max(0, at - 24), at) is not None)
    )


def subject_counted(low: str, at: int, end: int) -> str:
    """`hồ sơ nộp trực tuyến 3.987, chiếm 82%`, `Số doanh nghiệp đăng ký 642, so với năm 2015 …`: the noun that the clause begins with, of which a bare number is told that a share or a change follows; empty for others (`tiêu chí 15, chiếm …`)."""
    if end - at < _FEWEST_DIGITS or low[end : end + 1] not in _JOINS or _SAYS_MORE.match(low, end) is None:
        return ""
    begin = max(low.rfind(sign, max(0, at - _LONGEST_SUBJECT), at) + len(sign) for sign in _CLAUSE_SIGNS)
    words = _SUBJECT_OPENS.sub("", low[begin:at].strip())
    noun = read_counted_noun(f" {words}", 0) if words.count(" ") else None
    if noun is None or not noun[2] or any(sign.isdigit() for sign in words):
        return ""
    return noun[0]


_FEWEST_DIGITS = 2  # `thôn Bình Minh 2 (3%)`


def shared_of(low: str, figure: Figure, before: list[Token]) -> Figure | None:
    """`vốn phân về xã 5.360 triệu đồng; đã giải ngân 4.127, tỷ lệ 77%`, `1.214 hộ, riêng hộ dân tộc thiểu số 868, chiếm 71,5%`: the amount before it of which a bare number is as much as it is told to be; also the one before it that has a share, too."""
    if (
        figure.end - figure.start < _FEWEST_DIGITS
        or low[figure.end : figure.end + 1] not in _JOINS
        or figure.whole is not None
    ):
        return None
    told = _SHARE_BEHIND.match(low, figure.end)
    if told is None or not low[figure.start - 2 : figure.start - 1].isalpha():
        return None
    share = Decimal(told["share"].replace(",", "."))
    half = Decimal(1).scaleb(-len(told["share"].partition(",")[2])) / 2
    amounts = [token.figure for token in before[-16:] if token.figure is not None]
    for one in reversed(amounts):
        whole = one.value / one.factor
        if one.unit not in _NO_AMOUNTS and whole and abs(figure.value * 100 / whole - share) <= half:
            return one
    for one, its_share in pairwise(amounts):
        if one.counted is not None and its_share.unit == "%" and _SHARE_BEHIND.match(low, one.end):
            return one
    return None


def grown_from(low: str, figure: Figure, before: list[Token]) -> Figure | None:
    """`đạt 386,5 tỷ đồng, tăng 7,0% so CK (361,2)`: the amount that a bare number, alone in the parenthesis behind a rise or a fall in per cent, is told to have grown to; it must be about what the rate says."""
    opened = low.rfind("(", max(0, figure.start - _LONGEST_THEN), figure.start)
    if opened < 0 or low[figure.end : figure.end + 1] != ")" or _THEN.fullmatch(low, opened + 1, figure.start) is None:
        return None
    told = [token for token in before[-12:] if token.figure is not None]
    rate = told[-1].figure if len(told) > 1 else None
    if rate is None or rate.unit != "%" or _SO_WITH.fullmatch(low, rate.end, opened) is None:
        return None
    ways = [token.role for token in before[-12:] if token.role in ("up", "down") and token.end <= rate.start]
    amount = next(
        (one.figure for one in reversed(told[:-1]) if one.figure and one.figure.unit not in _NO_AMOUNTS), None
    )
    if not ways or amount is None or amount.counted is not None or not amount.factor:
        return None
    times = 1 + rate.value * (1 if ways[-1] == "up" else -1) / 100
    was = amount.value / amount.factor / times if times else Decimal(0)
    return amount if figure.value and _NEARLY[0] <= was / figure.value <= _NEARLY[1] else None


_LONGEST_THEN = 24
_THEN = re.compile(r"(?:(?:cùng kỳ|ck|năm trước|năm ngoái|năm \d{4})(?: năm (?:trước|ngoái))?(?: là| đạt| có)?:? ?)?")
_SO_WITH = re.compile(
    r",? ?(?:so (?:với )?)?(?:ck|cùng kỳ|năm trước|năm ngoái|năm \d{4}|kỳ trước)(?: năm (?:trước|ngoái|\d{4}))? ?| ?"
)
_NEARLY = (Decimal("0.75"), Decimal("1.33"))


_SHARE_BEHIND = re.compile(
    r",? ?\(?(?:(?:đạt |với )?(?:tỷ lệ|tỉ lệ)|chiếm(?: tỷ lệ)?|đạt|bằng) (?P<share>\d+(?:,\d+)?) ?%"
)
_JOINS = frozenset((",", " "))
_SAYS_MORE = re.compile(
    r"(?:, (?:chiếm|tỷ lệ|tỉ lệ|tăng|giảm|so với|so|nhiều hơn|ít hơn|cao hơn|thấp hơn)(?![^\W_])|,? ?\((?:chiếm |đạt |tỷ lệ |bằng )?\d+(?:,\d+)? ?%\))"
)
_CLAUSE_SIGNS = (". ", ";", ":", "\n")
_SUBJECT_OPENS = re.compile(r"^(?:(?:trong đó|gồm|riêng|còn|có|với|tổng số|số lượng|số) )+")
_LONGEST_SUBJECT = 70  # letters


# `3.000 tỷ đồng (cùng kỳ 2.610,5)`
_OF_TIME_BEFORE = re.compile(
    r"\(\s?(?:cùng kỳ|ck|năm trước|năm ngoái|năm rồi|vụ trước|vụ rồi|mùa trước|niên vụ trước|kỳ trước|cùng kỳ năm trước|quý trước|tháng trước) $"
)


_VALUE_VERB = frozenset(
    (
        "reach",
        "have",
        "share",
        "equal",
        "estimate",
        "ge",
        "le",
        "approx",
        "plan",
        "times",
        "up",
        "down",
        "average",
        "respectively",
        "result",
        "from",
        "exceed",
    )
)


def has_value_verb(low: str, at: int, before: list[Token]) -> bool:
    """A bare number is a claim only as the value of something: `… là 163.450`, `Khiển trách 84` does not pass."""
    if not before:
        return False
    last = before[-1]
    if low[last.end : at].strip() or low.startswith("và", last.start):
        return False
    return last.role in _VALUE_VERB or last.role == ":"


def continues_list(low: str, at: int, before: list[Token]) -> bool:
    """`lần lượt là 320, 185 và 96 suất quà`: a bare number after another."""
    earlier = next((token.figure for token in reversed(before[-3:]) if token.figure is not None), None)
    return (
        earlier is not None and not earlier.unit and low[earlier.end : at].strip() in (",", "và", ", và", ";", "-", "–")
    )


def _sorts_papers(low: str, figure: Figure, before: list[Token]) -> bool:
    """`trả trước hạn 1.940 hồ sơ, đúng hạn 186, quá hạn 9`: a bare number of what was counted before, by when it was done."""
    if (
        not low.endswith(_PAPER_ENDS, 0, figure.start)
        or _PAPERS.search(low, max(0, figure.start - 32), figure.start) is None
    ):
        return False
    return any(token.figure is not None and token.figure.counted is not None for token in before[-12:])


def _is_judged(low: str, figure: Figure, before: list[Token]) -> bool:
    """`9 chỉ tiêu vượt, 04 đạt, 02 không đạt`, `52 chi bộ có 10 hoàn thành xuất sắc, 35 hoàn thành tốt`: a bare number of what was counted before, by its grade."""
    if not grade_behind(low, figure.end):
        return False
    return any(token.figure is not None and token.figure.counted is not None for token in before[-24:])


def grade_behind(low: str, at: int) -> str:
    """The grade or verdict that stands alone behind a bare number that ends at `at`; empty for none."""
    if not low.startswith(_GRADES_BEGIN, at):
        return ""
    match = _GRADE_BEHIND.match(low, at)
    return match[0].strip() if match is not None else ""


_GRADES_BEGIN = (
    " vừa đạt",
    " hụt",
    " rớt",
    " trượt",
    " đạt",
    " vượt",
    " không ",
    " chưa ",
    " khó ",
    " hoàn thành",
    " có khả năng",
)
_GRADE_BEHIND = re.compile(
    r" (?:(?:không |chưa |khó |có khả năng )?(?:đạt|vượt|hoàn thành)|đạt và vượt|vừa đạt|hụt|rớt|trượt|hoàn thành (?:xuất sắc|tốt|vượt mức))(?: nhiệm vụ)?(?=\s?[,;.()\n]| và | là | gồm |$)"
)
_PAPERS = re.compile(rf"(?<![^\W_])(?:{words_pattern(_NOUNS['sorted'])}):? $")


_PAPER_ENDS = tuple(
    dict.fromkeys(f"{word.rpartition(' ')[2]}{sign} " for word in _NOUNS["sorted"] for sign in ("", ":"))
)


_PART = r"(?:[^\W\d_]+ ){1,5}\d[\d.,]*"
_TOLD_ASIDE = rf" \((?:(?:đạt|bằng|tăng|giảm|vượt|kh|kế hoạch|ck|cùng kỳ|so) [^()]*|{_PART}(?:[,;] {_PART})+)\)"
_LAST_PART = re.compile(
    rf" \((?:chiếm )?\d[\d,]* ?%\)|{_TOLD_ASIDE}| và (?:[^\W\d_]+ ){{1,6}}[\d.]+ ?(?=[;.)\n]|$)"
)  # `cách chức 29 và khai trừ 52.`, `tôm sú 612, tôm thẻ 2.465 (đạt 105,6% so kế hoạch), cua 405`


# `kỷ luật 69 đảng viên bằng các hình thức khiển trách 44, cảnh cáo 15`
_BY_WAY = re.compile(r" (?:bằng|với|theo|ở)(?: các| những)? (?:hình thức|mức|mức độ|diện|dạng)(?: kỷ luật)?:? ")
_ENDS_OF_PART = frozenset(",;).")


def is_in_breakdown(low: str, figure: Figure, before: list[Token]) -> bool:
    """`kỷ luật 97 đảng viên (khiển trách 61, cảnh cáo 24)`: a bare number that parts a count named before, in its parenthesis or `trong đó`."""
    if low[figure.end : figure.end + 2].lstrip(" ")[:1] not in _ENDS_OF_PART and not (
        low.startswith((" và ", " ("), figure.end) and _LAST_PART.match(low, figure.end)
    ):
        return False
    opened = False
    for token in reversed(_without_asides(low, before[-24:])):
        if token.role in ("(", "among", ":"):
            opened = True
        elif token.role == ")" and not opened:
            return False
        elif (
            token.figure is not None
            and token.figure.counted is not None
            and (
                opened
                or not token.figure.unit
                or _BY_WAY.search(low, token.figure.end, figure.start)
                or (low.startswith((" - ", " – "), token.figure.end) and parts_several(low, figure.start))
            )
        ):
            return True
        elif token.figure is not None and opened and token.figure.unit not in ("", "%", "1"):
            return parts_several(low, figure.start)
    return False


def _without_asides(low: str, before: list[Token]) -> list[Token]:
    """The tokens without those of parentheses that hold one share (`nữ 548 (54,2%), dân tộc thiểu số 63 (6,2%)`) or what a part reached (`tôm thẻ 2.465 (đạt 105,6% so kế hoạch 2.335 tấn), cua 405`)."""
    kept: list[Token] = []
    for token in before:
        share = kept[-1].figure if kept else None
        if token.role == ")" and share is not None and share.unit == "%" and len(kept) > 1 and kept[-2].role == "(":
            del kept[-2:]
        elif token.role == ")" and (opened := _opening_of_aside(low, kept)) >= 0:
            del kept[opened:]
        else:
            kept.append(token)
    return kept


def _opening_of_aside(low: str, kept: list[Token]) -> int:
    """Which token opens the parenthesis that ends behind them, where it tells what a part reached; -1 for none."""
    opened = next((number for number in range(len(kept) - 1, -1, -1) if kept[number].role == "("), -1)
    return opened if opened >= 0 and _ASIDE_OPENS.match(low, kept[opened].start) is not None else -1


_ASIDE_OPENS = re.compile(_TOLD_ASIDE[1:])


def parts_several(low: str, at: int, least: int = 2) -> bool:
    """Whether the list in which the bare number stands has another: `95 ha (bưởi 31, xoài 28)`, `Đài Loan 241, Hàn Quốc 87`; not `Cụm 1 (thửa 31)`."""
    opened = low.rfind("(", max(0, at - 160), at)
    opened = opened if low.find(")", opened, at) < 0 else 0  # `tôm thẻ 2.465 (đạt 105,6% so kế hoạch), cua 405`
    begin = max(opened, low.rfind(":", max(0, at - 160), at), low.rfind("\n", 0, at), 0)
    if low.startswith(":", begin):
        ends = [low.find("\n", at)]  # `gồm: tôm - lúa 1.218 ha; tôm thẻ 386; cua, cá 131`
    elif low.startswith("(", begin) and low.find(";", at, at + 40) >= 0:
        ends = [low.find(")", at, at + 160)]  # `(vụ Xuân 310,4; vụ Mùa 288,6)`
    else:
        ends = [low.find(sign, at) for sign in (")", ";", "\n")]
    end = min((place for place in ends if place >= 0), default=len(low))
    return len(_BARE_PART.findall(low, begin, end + 1)) >= least


_BARE_PART = re.compile(rf"[^\W\d_] \d[\d.]*(?:,\d+)?(?= ?[,;).](?:[^\W\d]|\s|$|\))| và [^\W\d]|{_TOLD_ASIDE})")


def enumerates(low: str, at: int, end: int) -> bool:
    """`khai sinh 58, khai tử 31, kết hôn 24 cặp`: a bare number in a list of short names whose last number counts something."""
    listed = _ENUMERATION.match(low, end)
    if listed is None or not counts_known_noun(low, listed.end()):
        return False
    name = _SHORT_NAME.search(low, max(0, at - 48), at)
    return name is not None and (name[0][:1], low[end]) != (
        ",",
        ";",
    )  # `khiển trách 16, cảnh cáo 03; kỷ luật 590 đảng viên`


_ENUMERATION = re.compile(
    r"(?:(?:(?:,| và) (?!tăng |giảm |bớt )(?:[^\W\d_]+ ){1,4}[\d.]+)+|(?:; (?:[^\W\d_]+ ){1,4}[\d.]+)+)(?= [^\W\d_])"
)


_SHORT_NAME = re.compile(r"(?:^|[.:;,(\]\n]\s?)[^\W\d_]+(?: [^\W\d_]+){0,5} $")


def lists_amounts(low: str, at: int, end: int) -> bool:
    """`Gồm: môn bài 112; trước bạ 1.230; phí, lệ phí 318; thu khác 982 triệu đồng`: a bare amount in a list whose last one has the unit of money."""
    if low[end : end + 1] != ";" or (listed := _AMOUNTS.match(low, end)) is None:
        return False
    unit = read_unit(low, listed.end()).unit
    return unit in ("VND", "USD") and _NAME_OF_AMOUNT.search(low, max(0, at - 60), at) is not None


_AMOUNT = r"(?:[^\W\d_]+(?:,|(?: [+&–-]))? ){1,7}[\d.]+(?:,\d+)?"
_AMOUNTS = re.compile(rf"(?:; {_AMOUNT})+(?= ?[^\W\d_])")
_NAME_OF_AMOUNT = re.compile(r"[:;(\]] (?:[^\W\d_]+(?:,|(?: [+&–-]))? ){1,7}$")


def _differs_from_then(low: str, at: int, before: list[Token]) -> bool:
    """`phạm pháp 09 vụ, nhiều hơn cùng kỳ 02 (cùng kỳ 07 vụ)`: a bare difference from what was counted then; not `hơn năm 2020`."""
    if len(before) < _WITH_COUNT or before[-1].role != "period" or before[-2].role not in ("up", "down"):
        return False
    if low[before[-2].end : before[-1].start].strip() or low[before[-1].end : at].strip():
        return False
    return any(token.figure is not None and token.figure.counted is not None for token in before[-8:-2])


_HUNDREDS = 3


def goes_on_from_measure(low: str, figure: Figure, before: list[Token]) -> bool:
    """`vụ xuân cấy được 114,2 ha, vụ mùa 198,4, cả năm 312,6`: a number with a mark, in the unit of the measure right before it."""
    at, end = figure.start, figure.end
    if low[end : end + 2].lstrip(" ")[:1] not in ENDS_OF_MEASURE and not low.startswith(" và ", end):
        return False  # a clerk may set a blank before the comma
    last = next((token.figure for token in reversed(before[-4:]) if token.figure is not None), None)
    if last is None or last.unit in ("1", "%", "‰"):
        return False
    sums = last.unit == "VND" and last.factor != 1 and end - at == _HUNDREDS and _closes_sum(low, before)
    if (_NEXT_OF_SUM if sums else _NEXT_MEASURED).fullmatch(low, last.end, at) is None:
        return False
    if last.unit in _LANDS and _OF_HARVEST.match(low, last.end):
        return harvest_unit_before(low, at) >= 0  # `Thu Đông: 1.148 ha, NS 5,3, SL 6.084 tấn`
    if last.counted is not None:
        return _AND_ANOTHER.match(low, end) is not None  # `Ê Đê 742 hộ, M'Nông 198, Tày - Nùng 121`
    if "," in low[at:end] or "." in low[at:end]:
        return True
    return sums or not last.unit


def _closes_sum(low: str, before: list[Token]) -> bool:
    """`huy động 2.350 triệu đồng, trong đó cấp trên 1.200 triệu đồng, xã 250 triệu đồng, con em xa quê 900`: at least two parts in one scale stand before the bare one."""
    parts = [token.figure for token in before[-6:] if token.figure is not None]
    alike = {(one.unit, one.factor) for one in parts[-2:]}
    return len(parts) > 1 and len(alike) == 1 and low.rfind("\n", parts[-2].start, parts[-1].end) < 0


_LANDS = frozenset(("ha", "m2"))
_OF_HARVEST = re.compile(r"(?: ?[,;]|,? và) (?:ns|sl|nsbq|năng suất|sản lượng)(?![^\W_])")
_NO_AMOUNTS = frozenset(("", "%", "‰", "1"))
_NAME = r"(?: (?:[^\W\d_]+(?:['’-][^\W\d_]+)*|[-–])){1,6} "
_NEXT_MEASURED = re.compile(rf"(?: ?[,;]|,? và){_NAME}")
_NEXT_OF_SUM = re.compile(rf"(?: ?[,;]|,? và){_NAME.replace('6', '10')}")
_AND_ANOTHER = re.compile(rf"(?:,|;|,? và){_NAME}\d[\d.]*(?:,\d+)?(?=[,;.):\n])|: (?:cộng|tổng)")


def is_goal_aside(low: str, figure: Figure, before: list[Token]) -> bool:
    """`đạt 33,5 triệu đồng (nghị quyết: 33)`, `12,4% (NQ 15)`: a bare number of about the size of the one before, alone with a word of plans in a parenthesis; not `(nghị quyết 120)`."""
    at = figure.start
    if low[figure.end : figure.end + 1] != ")":
        return False
    opened = low.rfind("(", max(0, at - _ASIDE), at)
    if opened < 0 or not figure.value or _PLAN_ASIDE.fullmatch(low, opened, at) is None:
        return False
    results = [token.figure for token in before[-8:] if token.figure is not None and token.figure.end <= opened]
    if not results or low[results[-1].end : opened].count(" ") > _WITH_COUNT:
        return False
    written = (result.value / result.factor for result in results)
    return any(one < figure.value * _ABOUT and figure.value < one * _ABOUT for one in written)


_ASIDE = 28  # letters
_ABOUT = 2  # times
_PLAN_ASIDE = re.compile(
    r"\((?:nghị quyết|nq(?:đh)?|kế hoạch|kh|chỉ tiêu|ct|mục tiêu|dự toán|dt)(?: (?:là|giao|năm|đại hội|huyện|tỉnh|đề ra))*:? "
)
_WITH_COUNT = 3  # tokens


def _was_then(low: str, figure: Figure, before: list[Token]) -> bool:
    """`so năm trước bớt được 21 ca (59)`: what it was before a fall, alone in the parenthesis behind it; not `4 phường (13)`."""
    if low[figure.end : figure.end + 1] != ")" or len(before) < _WITH_COUNT or before[-1].role != "(":
        return False
    # `bớt 21 công trình so cùng kỳ (58)`
    told = len(before) > _WITH_COUNT + 1 and (before[-3].role, before[-2].role) == ("compare", "period")
    way, change = before[-5:-3] if told else before[-3:-1]
    fall = change.figure
    if fall is None or fall.counted is None or before[-1].end != figure.start or figure.value <= fall.value:
        return False
    if told:
        return way.role in ("down", "up")
    return way.role == "down" and any(token.role in ("compare", "period") for token in before[-8:-3])


def _was_planned(low: str, figure: Figure, before: list[Token]) -> bool:
    """`đi nước ngoài 14 lao động, thừa 02 lao động so chỉ tiêu (12)`: what was set, alone in the parenthesis behind the plan."""
    if low[figure.end : figure.end + 1] != ")" or len(before) < _WITH_COUNT or before[-1].role != "(":
        return False
    return (
        before[-1].end == figure.start
        and before[-2].role == "plan"
        and any(token.figure is not None and token.figure.unit not in _NO_AMOUNTS for token in before[-8:-2])
    )


_SHARE_OF_IT = re.compile(r"\s?,?\s?(?:=|đạt|chiếm|tỷ lệ|bằng)(?: tỷ lệ)? ?(\d+(?:[.,]\d+)?) ?%")


def comes_out(low: str, figure: Figure) -> bool:
    """`Khu phố văn hóa 7/8, đạt 87,5%`: the share told behind the two numbers is theirs, so they are no day."""
    match = _SHARE_OF_IT.match(low, figure.end)
    if match is None or not figure.whole:
        return False
    return abs(figure.value * 100 / figure.whole - Decimal(match[1].replace(",", "."))) < 1


def tells_part(low: str, figure: Figure) -> bool:
    """`giao quân 11/11`, `đạt chuẩn 45/46`: a bare part; not a day (`hết 11/11`, `30/9`), nor a road or a document."""
    if figure.whole is not None and comes_out(low, figure):
        return True
    if figure.whole is None or figure.whole < figure.value or (figure.whole <= 31 and figure.value != figure.whole):
        return False
    before = low[max(0, figure.start - 8) : figure.start]
    return before[-2:-1].islower() and not before.endswith(_BEFORE_A_DAY)


_BEFORE_A_DAY = ("từ ", "đến ", "tới ", "hết ", "trước ", "sau ", "ngày ", "số ", "lộ ", "tháng ")


DISCIPLINES = tuple(f"{word} " for word in _NOUNS["disciplines"])
"""How the Party punishes, before a bare number of its members: `khiển trách 15, cảnh cáo 6, khai trừ 1`."""


def tells_outcome(low: str, at: int) -> bool:
    """`làm chết 1, bị thương 2 người`: a bare number of people."""
    return _OUTCOME.search(low, max(0, at - 14), at) is not None


_OUTCOME = re.compile(rf"(?<![^\W_])(?:{words_pattern(_NOUNS['outcomes'])}) $")
