"""Numbers that only bound or name a group, and state nothing of their own: `tàu cá chiều dài từ 15 m trở lên`, `tiêm đủ 8 loại vắc xin`.

Takes a figure with the tokens before it; says whether it is such a number. Ages that name a group are told in `not_claims.py`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from muctieu.text.counting import counts_known_noun

if TYPE_CHECKING:
    from muctieu.claims.figures import Figure
    from muctieu.claims.tokens import Token

_MODELS = (
    "chính quyền ",
    "chính quyền địa phương ",
    "mô hình ",
    "quỹ ",
    "ở ",
    "cả ",
    "của ",
    "hội ",
    "trận ",
    "” ",
)  # `chính quyền địa phương 2 cấp`
_OPENINGS = ("từ ", "trên ", "quá ", "dưới ", "đủ ")
_ENDS = frozenset(words[-2:] for words in (*_MODELS, *_OPENINGS))
_ATTRIBUTE = re.compile(
    r"(?:chiều dài|dài|công suất|diện tích|đường kính|chiều cao|cao|trọng tải|tải trọng|trọng lượng|nặng|sâu)(?: lớn nhất| nhỏ nhất)? từ $"
)
_OF_THOSE = re.compile(
    r"(?<![^\W_])(?:hộ|người|doanh nghiệp|cơ sở|hợp tác xã|trang trại|mô hình|lao động)(?: [^\W\d_]+){0,4} có (?:mức )?(?:thu nhập|doanh thu|lợi nhuận|vốn|lương)(?: bình quân)? từ $"
)  # `số hộ có thu nhập từ 300 triệu đồng/năm trở lên`
_BOATS = re.compile(
    r"(?<![^\W_])(?:tàu|thuyền|tàu cá|ghe|phương tiện|xe|máy)(?: [^\W\d_]+){0,4} (?:công suất|chiều dài|dài|trọng tải|tải trọng)(?: máy)? (?:từ|trên) $"
)
_GROUPED_BY = ("đạt từ ", "có từ ", "hoàn thành từ ")
_AGED = re.compile(r"(?:độ tuổi(?: từ)?|trẻ(?: em)? từ) $")
_LAND = re.compile(r"(?:đất|ruộng|lúa|lúa nước|vùng|cộng dồn|cộng dồn cả|chuyên|tôm|rau) $")
_CROP = re.compile(r" (?:vụ(?: lúa| màu)?|lúa|màu)(?![^\W_])")
_CROPS_A_YEAR = (1, 2, 3)
_UP_OR_DOWN = re.compile(r" (?:trở lên|trở xuống)")
_PARTS_CLAUSES = re.compile(r"[,;:.()]")
_NOT_TO_HAPPEN = re.compile(r"không để (?:xảy ra |phát sinh )?[^,;.]{0,40}(?:trên|từ|quá) $")
_MOVES_IN_ALL = re.compile(r"(?<![^\W_])(?:tăng|giảm)(?: sâu| mạnh| đều)?(?: (?:trên|ở|về))? cả $")
_ALL_OF_IT = re.compile(r"0?[23] (?:tiêu chí|mặt|chỉ số|phương diện)(?![^\W_])")
_DOSES = ("loại", "mũi", "liều")
_WHEN = ("qua ", "sau ", "trong ", "trải qua ")
_FEW = 20
_TIME = frozenset(("d", "h", "mo", "min"))


def bounds_a_group(low: str, figure: Figure, before: list[Token]) -> bool:
    """Whether the figure bounds a group of things.

    >>> from muctieu.claims.figures import read_figure
    >>> [bounds_a_group(words, read_figure(words, words, at, at + 1), []) for words, at in (("tiêm đủ 8 loại", 8), ("có đủ 8 xã", 6))]
    [True, False]
    """
    at = figure.start
    if (figure.unit in ("", "mo") or figure.value_to is not None) and _AGED.search(low, max(0, at - 20), at):
        return True  # `trong độ tuổi từ 05 đến 11`, `trẻ từ 6 - 36 tháng`
    if (
        figure.number[1] - at <= len("02")
        and figure.value in _CROPS_A_YEAR
        and _LAND.search(low, max(0, at - 12), at)
        and _CROP.match(low, figure.number[1])
    ):
        return True  # `đất 2 lúa`, `lúa 2 vụ`, `(cộng dồn 3 vụ)`
    if not figure.unit and low.startswith(" đến dưới ", figure.end) and low.endswith("từ ", 0, at):
        return True  # `tàu từ 12 đến dưới 15 mét`
    if low.startswith(" trở lên", figure.end) and (_says_which(figure, before) or low.endswith(" dài từ ", 0, at)):
        return True
    if figure.counted is not None and low.startswith(" trở lên là ", figure.end) and low.endswith(_GROUPED_BY, 0, at):
        return True  # `Số xã đạt từ 10 tiêu chí trở lên là 37 xã`
    if low.endswith("cả ", 0, at) and _ALL_OF_IT.match(low, at) and _MOVES_IN_ALL.search(low, max(0, at - 24), at):
        return True  # `tai nạn giao thông giảm cả 3 tiêu chí`
    if figure.counted == "đợt" and figure.value < _FEW and low.endswith(_WHEN, 0, at):
        return True  # `Qua 5 đợt tuyển quân`; not `42 đợt ra quân`
    if low.endswith(_BOUNDS, 0, at) and figure.counted is None and _parts_the_counted(low, figure, before):
        return True  # `287 chiếc từ 20 đến dưới 90 CV`
    if low.endswith(_BOUNDS, 0, at) and figure.counted is None and _bounds_what_follows(low, at):
        return True  # `từ 15 m trở lên 74 chiếc; từ 12 đến dưới 15 m 58 chiếc`
    if figure.counted is None and figure.unit in _SIZES and _SIZES_COUNTED.match(low, figure.end):
        return True  # `loại 15 m trở lên 96 chiếc, 12 m đến dưới 15 m 75 chiếc`
    if low[at - 2 : at] not in _ENDS:
        return False
    if not low.endswith(_OPENINGS, 0, at):
        return low.startswith(" cấp", figure.number[1]) and low.endswith(_MODELS, 0, at)
    if low.endswith("đủ ", 0, at):
        return (figure.counted or "").startswith(_DOSES) and figure.value < 20
    if figure.unit != "%" and _NOT_TO_HAPPEN.search(low, max(0, at - 70), at):
        return True
    if _UP_OR_DOWN.match(low, figure.end) and _OF_THOSE.search(low, max(0, at - 80), at):
        return True
    if (figure.unit == "m" or _UP_OR_DOWN.match(low, figure.end)) and _BOATS.search(low, max(0, at - 60), at):
        return True  # `đội tàu công suất từ 90 CV trở lên nay có 43 chiếc`
    named = next((token for token in reversed(before[-3:]) if token.figure is not None), None)
    if named is None or named.figure is None or not named.figure.counted or _PARTS_CLAUSES.search(low, named.end, at):
        return False
    if figure.counted is not None and low.endswith(_GROUPED_BY, 0, at) and low.startswith(" trở lên", figure.end):
        return True  # `5 xã đạt từ 15 tiêu chí trở lên`
    if _UP_OR_DOWN.match(low, figure.end):
        return _ATTRIBUTE.search(low, named.end, at) is not None
    return figure.unit in _TIME and len(low[named.end : at].split()) > 1


def _parts_the_counted(low: str, figure: Figure, before: list[Token]) -> bool:
    """Whether the number is one of two that say which things were counted right before: from so much to less than so much."""
    if not low.startswith(_TO_LESS, figure.end) and not low.endswith(_TO_LESS, 0, figure.start):
        return False
    named = next((token for token in reversed(before[-4:]) if token.figure is not None), None)
    if named is None or named.figure is None or named.figure.counted is None:
        return False
    return not _PARTS_CLAUSES.search(low, named.end, figure.start)


_TO_LESS = (" đến dưới ", " tới dưới ")


def _bounds_what_follows(low: str, at: int) -> bool:
    """`Theo chiều dài: từ 12 đến dưới 15 m 58 chiếc`, `dưới 6 m: 90 chiếc`: the size of what is counted right behind it; not `giảm từ 12 m xuống 9 m`."""
    lower = _LOWER_BOUND.search(low, max(0, at - 32), at)
    begin = lower.start("first") if lower is not None else low.rfind(" ", 0, at - 1) + 1
    opened = _GROUP_OPENS.search(low, max(0, begin - 16), begin)
    group = _GROUP_COUNTED.match(low, begin) if opened is not None else None
    return group is not None and group.start("count") > at and counts_known_noun(low, group.end("count"))


_BOUNDS = ("từ ", "trên ", "dưới ", "quá ", "đến ", "tới ")
_SIZE = r"[\d.,]+(?: ?(?:m2|m|ha|cv|kw|tấn|kg|tuổi|(?:nghìn|ngàn|triệu|tỷ)(?: đồng)?))?"
_SIZES = frozenset(("m", "ha", "m2", "[HP]", "kW", "t", "kg"))
_SIZES_COUNTED = re.compile(
    rf"(?: trở lên| trở xuống| (?:đến|tới) dưới {_SIZE})?(?: có| là|:|,)? ?\d[\d.]* (?:chiếc|tàu|ghe|thuyền|hộ|con|máy|cây|phương tiện|mô hình|trang trại|hồ|tuyến)(?![^\W_])"
)
_LOWER_BOUND = re.compile(rf"(?<![^\W_])(?P<first>(?:từ|trên) {_SIZE} (?:đến|tới) (?:dưới )?)$")
_GROUP_OPENS = re.compile(r"(?:[:;,(\n+-] ?|(?<![^\W_])(?:dài|suất|tích|loại|nhóm|cỡ|cao|tuổi|nhập|tải) )$")
_GROUP_COUNTED = re.compile(
    rf"(?:(?:từ|trên) {_SIZE} (?:đến|tới) (?:dưới )?{_SIZE}|(?:từ|trên|dưới|quá) {_SIZE}(?: trở lên| trở xuống)?)(?<=[^\W\d_])"
    r"(?::| có| là|,)? ?(?P<count>(?<![\d.,])\d[\d.]*)(?![\d,])"
)


def _says_which(figure: Figure, before: list[Token]) -> bool:
    """`210 tàu từ 15 m trở lên`: a measure that says which things were counted right before; not `tăng 5%, từ 15 ha trở lên`."""
    return (
        figure.counted is None
        and figure.unit not in ("", "%", "VND")
        and len(before) > 1
        and before[-1].role in ("from", "reach")
        and before[-2].figure is not None
    )


def names_a_scheme(low: str, figure: Figure) -> bool:
    """`Chợ 0 đồng`, `Đề án 1 triệu ha lúa`, `chương trình trồng 1 tỷ cây xanh`: the amount that a scheme is named by."""
    if not figure.value:
        return (
            figure.unit == "VND"
            and figure.whole is None
            and _FOR_NOTHING.search(low, max(0, figure.start - 24), figure.start) is not None
        )
    if figure.unit == "%" and figure.value == _COMMON_LAND and low.endswith("đất ", 0, figure.start):
        return not low.startswith((" so", ",", " tổng"), figure.end)  # `hoa lợi quỹ đất 5%`
    if low[figure.start] not in "01" or not low.startswith((" triệu ", " tỷ "), figure.number[1]):
        return False
    return (
        low[figure.start : figure.number[1]] in ("1", "01")
        and _SCHEME.search(low, max(0, figure.start - 60), figure.start) is not None
    )


_COMMON_LAND = 5  # per cent of a commune's fields
_FOR_NOTHING = re.compile(
    r"(?:chợ|gian hàng|siêu thị|cửa hàng|quầy hàng|quầy|tiệm|quán|quán cơm|bếp ăn|bếp|bữa cơm|bữa ăn|suất ăn|suất cơm|suất|chuyến xe|xe buýt|lớp học|phòng trọ|nhà trọ|tủ thuốc|tiệm tóc|hớt tóc|ngày hội|đám cưới|tour|vé|nhà hàng|giá|dịch vụ) $"
)
_SCHEME = re.compile(
    r"(?:đề án|chương trình|phong trào|cuộc vận động|sáng kiến|chiến dịch)(?: (?:quốc gia|phát triển|trồng|xây dựng|đầu tư|hỗ trợ|cho vay|phát triển bền vững|bền vững|canh tác|làm|về|mục tiêu))* [“\"]?(?:ít nhất )?$"
)
