"""Is a word the cue here that it may be? `giao 90%` sets a goal, `bàn giao 5 căn nhà` does not; `hơn cùng kỳ` rises, `hơn 5 tỷ đồng` is more than five.

Takes the text in lower case, the role that the word may have and where it stands; gives the role that it has there, or none. A word of several roles has its own
function below; where a new one goes: a condition in the function of its role.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from muctieu.text.lexicon import lexicon

if TYPE_CHECKING:
    from muctieu.claims.tokens import Token

_CUES = lexicon("cues")


class Place(NamedTuple):
    """A word in the text in lower case: from where to where it stands, where its stretch begins, the tokens before it."""

    low: str
    words: str
    at: int
    until: int
    start: int
    before: list[Token]


def role_at(low: str, role: str, at: int, until: int, start: int, before: list[Token]) -> str | None:
    """The role that the word `low[at:until]` has in its place, in a stretch that begins at `start`."""
    check = _CHECKS.get(role)
    return role if check is None else check(Place(low, low[at:until], at, until, start, before))


def _plan(place: Place) -> str | None:
    low, words, at, until, start, _ = place
    if words == "dt":  # `DT gieo trồng`: an area; `đạt 104% DT`: the budget
        shared = low.endswith(("%", "% ", "/", "/ "), start, at)
        return "plan" if shared or (low.endswith("(", start, at) and _MONEY_NEXT.match(low, until)) else None
    if words in ("yêu cầu", "quy định"):
        return "plan" if _tells_required(low, at, until) else None
    if words == "đích":
        return "plan" if low.endswith(_AIMED_AT, 0, at) else None
    return "plan" if words not in _GIVING or _tells_given(low, at, until) else None


def _more(place: Place) -> str | None:
    low, words, at, until, _, _ = place
    if words == "hơn" and _OF_TIME_BEFORE.match(low, until):
        return "up"  # `thu ngân sách hơn cùng kỳ 5 tỷ đồng`
    if words.startswith("quá") and not low.startswith((" một nửa", " nửa"), until):
        return None  # `quá một nửa`; not `quá hạn`, `quá 12 tháng`
    return "up" if _BEYOND_GOAL.match(low, at) else "ge"  # `đạt 96,3%, hơn Nghị quyết 1,3%`


def _compared(place: Place) -> str | None:
    low, words, _, until, _, _ = place
    if words == "đối chiếu" and not _compares(low, until):
        return None  # `đối chiếu cùng kỳ giảm 3 vụ`; not `đối chiếu sổ sách`
    if words.startswith("đối chiếu") and low[until + 1 : until + 2].isdigit():
        return "have"  # `Đối chiếu với 21 chỉ tiêu, có 15 chỉ tiêu đạt`
    return "compare"


def _estimated(place: Place) -> str | None:
    told = not place.words.startswith("dự báo") or _foretells(place.low, place.at, place.until)
    return "estimate" if told else None


def _up(place: Place) -> str | None:
    if place.words.startswith("thêm được") and not _adds(place.low, place.at, place.start):
        return "have"
    if place.words == "tăng" and place.low.endswith(_CAPITAL_ADDED, 0, place.at):
        return None  # `vốn cấp mới 164 triệu USD, vốn điều chỉnh tăng 92 triệu USD`: what was added, no rise of it
    return _way("up", place)


def _way(role: str, place: Place) -> str | None:
    return role if _tells_way(place.low, place.words, place.at, place.until, place.start) else None


def _about(place: Place) -> str | None:
    low, words, at, until, start, _ = place
    if words == "độ":  # `mỗi ngày độ 4 tấn`; not `nhiệt độ 35`, `độ che phủ`
        return "approx" if low.endswith(_SOME_TIME, start, at) and low[until + 1 : until + 2].isdigit() else None
    if words == "non":  # `, non 12 nghìn lao động về quê`; not `mầm non 12 trường`
        return "approx" if low.endswith(_BEFORE_NON, 0, at) else None
    return "approx"


def _average(place: Place) -> str | None:
    low, words, at, _, start, _ = place
    grade = words == "trung bình" and _GRADES_BEFORE.search(low, max(start, at - 32), at)
    return None if grade else "average"  # `giỏi 25%, khá 46%, trung bình 27%`


def _result(place: Place) -> str | None:
    return "result" if _tells_result(place.low, place.start, place.at, place.before) else None


_CAPITAL_ADDED = (
    "vốn điều chỉnh ",
    "vốn bổ sung ",
    "vốn đăng ký điều chỉnh ",
    "vốn đăng ký bổ sung ",
    "điều chỉnh vốn ",
)
_MONEY_NEXT = re.compile(r"\s?:?\s?[\d.,]+\s?(?:tr(?![^\W\d_])|trđ|tỷ|tỉ|triệu|nghìn|đồng|đ(?![^\W\d_]))")
_AFTER_DASH = re.compile(r"[-–/:|]\s?$")
_AFTER_COMMA = re.compile(r"[,;]\s?$")
_SOME_TIME = (" ngày ", " tháng ", " năm ", " tuần ", " được ", " còn ", " có ", " chỉ ", " đạt ")
_BEFORE_NON = (", ", "; ", "(", "có ", "được ", "đã ", "là ", "thu ", "chừng ", "cho ", "đón ", "tới ")
_OF_TIME_BEFORE = re.compile(
    r" (?:(?:lúc|khi) (?:bước )?vào nhiệm kỳ|(?:hồi |cuối |đầu |hết )?năm (?:(?:19|20)\d\d|trước|ngoái|học trước)|(?:quý|tháng|vụ|niên vụ|mùa|nhiệm kỳ|giai đoạn|kh(?:óa|oá)) (?:trước|rồi)|vụ(?: [^\W\d_]+){0,2} (?:19|20)\d\d|tháng \d\d?/(?:19|20)\d\d|quý [ivx\d]+/(?:19|20)\d\d|thời điểm|cùng kỳ|đầu nhiệm kỳ|đầu năm)(?![^\W_])"
)
_BEYOND_GOAL = re.compile(
    r"(?:hơn (?:so với )?|trên )(?:mức )?(?:nghị quyết|nq(?:đh)?|mục tiêu|chỉ tiêu|kế hoạch|kh|mức)(?: [^\W\d_]+){0,3} \d"
)
_MEASURES = (" cùng ", " năm ", " đầu ", " kế hoạch ", " kh ", " chỉ tiêu ", " nghị quyết ")  # `đối chiếu cùng kỳ`
_CAME_FROM = re.compile(r"(?<![^\W_])từ (?:mức |chỗ )?[\d.,]+[^.,;()]{0,40} $")
_GRADES_BEFORE = re.compile(r"(?<![^\W_])(?:khá|giỏi|tốt)(?![^\W_])[^.;\n]{0,24}$")
_EACH_BEFORE = re.compile(r"(?<![^\W_])mỗi (?:[^\W\d_]+ ){1,3}(?:đã |lại |cũng )?$")
_SURPLUS = frozenset(("dư", "dư được", "thừa", "thừa ra"))
_BARE_WAYS = frozenset(
    (
        "nhỉnh",
        "trội",
        "thừa",
        "thừa ra",
        "ít đi",
        "chậm lại",
        "bốc hơi",
        "đi xuống",
        "teo lại",
        "hẹp lại",
        "dư",
        "nhích",
        "dôi",
        "âm",
        "tuột",
        "sút",
        "cải thiện",
        "mất đi",
        "lùi",
        "tiến được",
        "dư được",
    )
)
_SHARE_NEXT = re.compile(r" (?:khoảng |gần |trên |hơn |tới )?\d+(?:[.,]\d+)? ?(?:%|‰|điểm)")
_GRADES_LISTED = re.compile(
    r"(?<![^\W_])(?:khá|tốt)[: ]+[\d.,]+ ?%?[^;.\d]{0,24}[,;] (?:đạt[: ]+[\d.,]+ ?%?[^;.\d]{0,24}[,;] )?$"
)


def _compares(low: str, until: int) -> bool:
    """`đối chiếu 45% kế hoạch`, `đối chiếu cùng kỳ giảm 3 vụ`; not `đối chiếu sổ sách`."""
    return low.startswith(_MEASURES, until) or _OF_TIME_BEFORE.match(low, until) is not None


def _foretells(low: str, at: int, until: int) -> bool:
    """`dự báo cả năm đạt 5%`; not `nhờ dự báo sớm`, `công tác dự báo`."""
    return not (
        low.endswith(("nhờ ", "công tác ", "bản tin ", "năng lực ", "làm tốt "), 0, at)
        or low.startswith((" sớm", " kịp thời", " thời tiết", " khí tượng", " chính xác", " đúng"), until)
    )


def _tells_way(low: str, words: str, at: int, until: int, start: int) -> bool:
    """`xuất khẩu âm 9,4%`, `đàn lợn nhích 2%`; not `âm nhạc`, nor the grades of a list: `Khá 52%, Đạt 24%, Chưa đạt 1%`."""
    if words in _BARE_WAYS:
        if words in _SURPLUS and low.find(" so ", until, until + 40) < 0 and not _SHARE_NEXT.match(low, until):
            return False  # `dư 3 người so chỉ tiêu`; not `thặng dư 226 triệu USD`, `thừa 12 giáo viên`
        shares = words in ("âm", "lùi")
        return low[until + 1 : until + 2].isdigit() and (not shares or _SHARE_NEXT.match(low, until) is not None)
    if words == "thành":  # `từ 14 đội thành 21 đội`
        return low[until + 1 : until + 2].isdigit() and _CAME_FROM.search(low, max(start, at - 60), at) is not None
    if words in ("đạt", "chưa đạt"):
        return _GRADES_LISTED.search(low, max(start, at - 64), at) is None
    return True


def _adds(low: str, at: int, start: int) -> bool:
    """`năm 2020 là 36 triệu đồng, thêm được 2 triệu đồng`, `mỗi xã thêm được 2 tiêu chí`; not `trồng thêm được 12 ha`."""
    return (
        low.endswith((", ", "; ", "(", "như vậy chỉ ", "như vậy đã "), 0, at)
        or _EACH_BEFORE.search(low, max(start, at - 24), at) is not None
    )


def _tells_required(low: str, at: int, until: int) -> bool:
    """`(yêu cầu ≥ 65%)`, `Yêu cầu: 100%`, `thấp hơn yêu cầu 8%`; not `yêu cầu 5 cơ sở khắc phục`, `đáp ứng yêu cầu`."""
    if low[until : until + 1] == ":" or low.endswith(("(", "/", "hơn ", "so với ", "so "), 0, at):
        return True
    return low.endswith("% ", 0, at) and _SO_MUCH_BEYOND.search(low, max(0, at - 24), at) is not None


_SO_MUCH_BEYOND = re.compile(r"(?:(?:cao|thấp|nhiều|ít|lớn) hơn|vượt|kém) (?:khoảng |gần |trên |tới )?[\d.,]+ ?% $")
_AIMED_AT = (
    "so với ",
    "so ",
    "hơn ",
    "cách ",
    "dưới ",
    "trên ",
    "vượt ",
    "tới ",
    "đến ",
    "(",
)  # not `về đích`, `mục đích`
_GIVING = frozenset((*_CUES["givers"], "trần", "giao"))
_MEASURED_BY = ("so với ", "so ", "% ", "vượt ", "vượt mức ", "hơn ", "hơn mức ", "dưới mức ", "bằng mức ", "đạt mức ")
_GIVEN = re.compile(
    r" (?:là |từ |trên |dưới |không quá |tối thiểu |tối đa |ít nhất )?\d[\d.,]*(?P<share> ?[%‰](?=\s?(?:[;,.)\n]|$)))?"
)
# `làm được 45 ha, huyện giao 40 ha, đạt 112,5%`; not `huyện giao 12 ha đất cho xã`
_GIVEN_AMOUNT = re.compile(r" \d[\d.,]* ?(?:[^\W\d_]+ ?){1,3}(?:/[^\W\d_]+)?(?=\s?(?:, |\(|;|\.\s|\)))")
_EACH_YEAR = re.compile(
    r"[:;(] ?(?:mỗi|hằng|hàng|cả|bình quân|trung bình) năm $"
)  # `Việc làm: mỗi năm giao 5.200 lao động`


def _tells_given(low: str, at: int, until: int) -> bool:
    """`; giao 90%`, `(giao không quá 19%)`, `thấp hơn trần 0,85%`; not `giao 12 ha đất`, `bàn giao 5 căn nhà`, `trần nhà`."""
    by_whom = until - at > len("giao")
    if by_whom and low.endswith(_MEASURED_BY, 0, at):
        return True  # `vượt 2% so với tỉnh giao`
    figure = _GIVEN.match(low, until)
    if figure is None:
        return False
    if low.startswith("trần", at):
        return low.endswith(("hơn ", "dưới ", "vượt ", "mức ", "với ", "quá ", "(", "/"), 0, at)
    if low.endswith(("(", "trong khi "), 0, at) or (
        low.endswith(" năm ", 0, at) and _EACH_YEAR.search(low, max(0, at - 24), at)
    ):
        return True
    if by_whom and low.endswith((", ", "; ", " - ", " – "), 0, at) and _GIVEN_AMOUNT.match(low, until):
        return True
    opens = ("; ", ", ", "/", ". ", ": ", "- ", "\n") if by_whom else ("; ", ", ", "/", ": ")
    return figure["share"] is not None and low.endswith(opens, 0, at)


def _tells_result(low: str, start: int, at: int, before: list[Token]) -> bool:
    """`KH 780 lao động - TH 812 lao động`, `KH 90%, TH 93,4%`; not `MN 2, TH 4`."""
    if _AFTER_DASH.search(low, max(start, at - 3), at):
        return True
    planned = len(before) > 2 and before[-2].figure is not None and before[-3].role == "plan"
    return planned and _AFTER_COMMA.search(low, max(start, at - 3), at) is not None


_CHECKS: dict[str, Callable[[Place], str | None]] = {
    "plan": _plan,
    "ge": _more,
    "compare": _compared,
    "estimate": _estimated,
    "up": _up,
    "down": partial(_way, "down"),
    "reach": partial(_way, "reach"),
    "le": partial(_way, "le"),
    "exceed": partial(_way, "exceed"),
    "approx": _about,
    "average": _average,
    "result": _result,
}
ROLES_CHECKED = frozenset({*_CHECKS, "plain"})
"""Roles that a word may not have in its place."""
