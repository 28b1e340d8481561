"""The noun that a number counts: `39.238 hộ` → `{hộ}`, `100/101 thôn, khu đạt …` → `{thôn, khu}`."""

from __future__ import annotations

import re

from muctieu.text.lexicon import lexicon, words_pattern

_NOUNS = lexicon("nouns")
_COUNTED = words_pattern(_NOUNS["counted"])
_NOT_NOUNS = rf"(?!(?:{words_pattern(_NOUNS['not_nouns'])})(?![^\W\d_]))"
_NOUN = re.compile(
    rf" ?{_NOT_NOUNS}(?P<noun>(?P<first>{_COUNTED})(?![^\W\d_])(?:(?:, | và | - )(?!(?P=first)(?![^\W\d_])){_NOT_NOUNS}(?>{_COUNTED})(?![^\W\d_])(?! ?[\d:(]))*)"
)
ALONE = frozenset(_NOUNS["alone"])
_FIRST = re.compile(rf" ?{_NOT_NOUNS}((?:{_COUNTED}))(?![^\W\d_])")
_JOINT = re.compile(r"(?:, | và | - )(?!.*(?:, | và | - ))")
_NAMES_NEXT = re.compile(r"((?: [^\W\d_]+){1,4}|, [^\W\d_]+(?: [^\W\d_]+){1,2}) (?:\d|khoảng \d|trên \d)")
_GRADE = re.compile(r" [ivx]{1,3}(?![^\W_])")
_PLACES = frozenset(
    (
        "xã",
        "phường",
        "thị trấn",
        "huyện",
        "thị xã",
        "thành phố",
        "quận",
        "tỉnh",
        "thôn",
        "bản",
        "khu",
        "tổ dân phố",
        "ấp",
        "buôn",
        "khu phố",
        "cấp xã",
    )
)
_NEVER = re.compile(rf" ?(?:{words_pattern(_NOUNS['never_after'])})(?![^\W\d_])")
# Where no entry of the list fits: one or two syllables, unless they are words of grammar.
_STOP = frozenset(
    [
        "và",
        "của",
        "mới",
        "so",
        "trong",
        "đến",
        "tới",
        "từ",
        "với",
        "cho",
        "theo",
        "tại",
        "ở",
        "là",
        "có",
        "được",
        "đã",
        "đang",
        "sẽ",
        "bị",
        "do",
        "về",
        "vào",
        "năm",
        "quý",
        "tháng",
        "ngày",
        "trên",
        "dưới",
        "hơn",
        "gần",
        "khoảng",
        "trở",
        "đạt",
        "chiếm",
        "tăng",
        "giảm",
        "bằng",
        "vượt",
        "nhằm",
        "để",
        "khi",
        "nếu",
        "thì",
        "mà",
        "các",
        "những",
        "một",
        "hai",
        "ba",
        "này",
        "đó",
        "nay",
        "trước",
        "sau",
        "qua",
        "nhưng",
        "còn",
        "cùng",
        "bình",
        "trung",
        "hàng",
        "hằng",
        "mỗi",
        "lần",
        "đầu",
        "cuối",
        "giai",
        "lên",
        "xuống",
        "không",
        "chưa",
        "hoặc",
        "hay",
        "như",
        "ra",
        "nhất",
        "tính",
        "riêng",
        "thực",
        "ước",
        "dự",
        "kế",
        "phấn",
        "nâng",
        "góp",
        "gấp",
        "thông",
        "bởi",
        "ngoài",
        "giữa",
        "bao",
        "gồm",
        "cả",
        "đều",
        "rất",
        "tương",
        "nên",
        "thuộc",
        "gồm",
        "kể",
        "nhờ",
        "thấp",
        "cao",
    ]
)
_QUOTES = (" “", ' "', " ‘")
_QUOTED = re.compile(r""" [“"‘](?P<name>[^“”"‘’\n]{3,40})[”"’]""")
_PRIZE_OPENS = (" nhất", " nhì", " ba", " tư", " kk", " khuyến khích")
_PRIZE = re.compile(
    r" (?:nhất|nhì|ba|tư|kk|khuyến khích)(?= ?[,;.)\n](?!\d)| ?[,;]\d| và \d|$)"
)  # `02 nhất, 14 nhì và 18 ba`
_GRADES_ALONE = ("hoàn thành", "vừa đạt", "hụt", "rớt", "trượt")
_WORD = re.compile(r" ?([^\W\d_]+)")
_PAIR = re.compile(r" ([^\W\d_]+)")


def read_counted_noun(low: str, at: int, text: str = "") -> tuple[str, int, bool] | None:
    """The counting noun at `at` of the lower-cased text, where it ends, and whether the list knows it; None where no noun follows.

    With the `text` as it is written a word in capitals that the list does not know is a noun by itself.

    >>> read_counted_noun("39.238 hộ nghèo.", 6)
    ('hộ nghèo', 15, True)
    >>> read_counted_noun("100/101 thôn, khu đạt", 7)
    ('thôn, khu', 17, True)
    >>> read_counted_noun("9 phường, 5 xã", 1)
    ('phường', 8, True)
    >>> read_counted_noun("2.350 so với", 5) is None
    True
    """
    if text and low.startswith(_QUOTES, at) and (quoted := _QUOTED.match(text, at)) is not None:
        return (quoted["name"], quoted.end(), False) if counts_known_noun(low, at + 2) else None  # `12 “Nhà nhân ái”`
    if low.startswith(_PRIZE_OPENS, at) and (prize := _PRIZE.match(low, at)) is not None:
        return "giải", prize.end(), True
    match = _NOUN.match(low, at)
    if match is not None:
        noun, end = match["noun"], match.end()
        if match["first"] in ALONE:
            return match["first"], match.end("first"), True
        joint = _JOINT.search(noun) if "," in noun or " và " in noun or " - " in noun else None
        second = noun[joint.end() :] if joint is not None else ""
        if joint is not None and (second == "nhóm" or (second in _PLACES and noun[: joint.start()] not in _PLACES)):
            end -= len(noun) - joint.start()  # `24/28 chỉ tiêu, xã Bình Tân đạt`
            noun = noun[: joint.start()]
            joint = _JOINT.search(noun)
        while joint is not None and (_begins_next(low, end) or _is_a_name(text, end - len(noun) + joint.end())):
            end -= len(noun) - joint.start()
            noun = noun[: joint.start()]
            joint = _JOINT.search(noun)
        return noun, end, True
    match = _WORD.match(low, at)
    if match is None or match[1] in _STOP or len(match[1]) == 1:
        return None
    if text and text[match.start(1) : match.end()].isupper():
        return text[match.start(1) : match.end()], match.end(), False  # `504 TCCSĐ hoàn thành tốt`
    if low.startswith(_GRADES_ALONE, match.start(1)):
        return None  # `trong 52 chi bộ có 10 hoàn thành xuất sắc`: a grade
    second = _PAIR.match(low, match.end())
    if second is not None and second[1] not in _STOP:
        return f"{match[1]} {second[1]}", second.end(), False
    return match[1], match.end(), False


def _is_a_name(text: str, at: int) -> bool:
    """Whether the noun that begins here is the name of a body, which does something: `từ 16 cơ sở, Hội nhận thấy`; not `16 CƠ SỞ, HỘI`."""
    return text[at : at + 1].isupper() and text[at + 1 : at + 2].islower() and text[at - 3 : at - 2].islower()


def _begins_next(low: str, end: int) -> bool:
    """Whether the noun that ends here opens the next thing of a list: `292 nghìn con, đàn lợn 1,05 triệu con`, `412 ca, loại I 96 ca`, `34 người, điều dưỡng, hộ sinh 201 người`; not `thôn, khu đạt 98%`."""
    if _GRADE.match(low, end):
        return True
    words = _NAMES_NEXT.match(low, end)
    return words is not None and _STOP.isdisjoint(words[1].lstrip(",").split())


def counts_known_noun(low: str, at: int) -> bool:
    """Whether a noun of the list stands at `at`."""
    return _FIRST.match(low, at) is not None


def known_noun_end(low: str, at: int) -> int:
    """Where the noun of the list that stands at `at` ends; `at` itself where none does."""
    match = _FIRST.match(low, at)
    return match.end() if match is not None else at


def is_never_counted(low: str, at: int) -> bool:
    """Whether what follows the number makes it no claim: an age, a star, a count of words; not `340 cửa hàng`, a longer noun."""
    match = _NEVER.match(low, at)
    return match is not None and known_noun_end(low, at) <= match.end()
