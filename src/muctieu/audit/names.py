"""When do two phrases name the same indicator? Takes the words of an indicator, gives a key to compare it by.

Accents, letter case, word order, spelling variants (`sỹ`, `sĩ`), abbreviations and words that say nothing (`tổng số`, `trên địa
bàn`) do not tell indicators apart. Nothing here looks at a figure.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from unicodedata import normalize

from muctieu.text.lexicon import lexicon, words_pattern

Key = frozenset[str]

_LETTERS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
_BARE = "".join(normalize("NFD", letter.replace("đ", "d"))[0] for letter in _LETTERS)
_FOLD = str.maketrans(_LETTERS, _BARE)
_LONE_Y = re.compile(r"(?<![aeiou])y\b")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TIME = re.compile(
    r"\b(?:(?:\d{1,2}|sau|chin) thang(?: (?:dau|cuoi) nam)?|thang \d{1,2}|qu[iy] (?:[ivx]{1,3}|\d)|cuoi (?:nam|ky|nhiem ky)|(?:ke )?tu dau (?:nam|nhiem ky)(?: den nay)?)\b"
)
_WORD = re.compile(r"\w+")
_UNIT = re.compile(
    r"\((?:(?:nghin|ngan|trieu|t[iy]|chuc|van) )?(?:dong|vnd|usd|tan|ta|ha|kg|m2|km2?|con|nguoi|ho|lao dong|luot(?: khach| nguoi)?|hoc sinh|giuong|xa|thon|cay|%|o/oo|‰)(?:/[^()]{1,12})?\)\s*$"
)
# what an amount leaves out, which prose and tables do not both say: `Thu ngân sách (không tính tiền sử dụng đất)`
_LEFT_OUT = re.compile(r"\((?:khong|chua) (?:tinh|ke|bao gom|gom) [^()]*\)")
_MARK = re.compile(r"^\W*(?:[a-z]|\d{1,2})[/.)]\s+")


def folded(words: str) -> str:
    """The words in lower case without accents, `y` and `i` alike; never longer or shorter than its NFC lower case.

    >>> folded("Số bác sỹ")
    'so bac si'
    """
    return _LONE_Y.sub("i", words.lower().translate(_FOLD))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    words = lexicon("audit")
    same = {folded(short): folded(full) for short, full in words["same"].items()}
    empty = re.compile(rf"\b{words_pattern(folded(word) for word in words['empty'])}\b")
    return empty, re.compile(rf"\b{words_pattern(same)}\b"), same


@cache
def key_of(indicator: str) -> Key:
    """The words that tell the indicator from others.

    >>> key_of("Tổng số bác sỹ") == key_of("số bác sĩ")
    True
    >>> key_of("tỷ lệ hộ nghèo") == key_of("tỷ lệ hộ cận nghèo")
    False
    """
    plain = _plain(indicator)
    return _telling(plain) or frozenset(_WORD.findall(plain))


@cache
def told_in(words: str) -> Key:
    """The words of them that tell an indicator from others, where they may tell none.

    >>> told_in("; năm 2023 đạt"), told_in("thu ngân sách") == key_of("thu ngân sách")
    (frozenset(), True)
    """
    return _telling(_plain(words))


def _plain(words: str) -> str:
    """The words folded, each in its usual form, without a unit in parentheses and the mark of an item."""
    _, short, same = _patterns()
    return short.sub(lambda match: same[match[0]], _UNIT.sub("", _LEFT_OUT.sub("", _MARK.sub("", folded(words)))))


def _telling(plain: str) -> Key:
    """Of plain words those that say something, and no time."""
    empty = _patterns()[0]
    return frozenset(word for word in _WORD.findall(empty.sub(" ", _TIME.sub(" ", plain))) if not _YEAR.fullmatch(word))


@cache
def opposites(spelt: Callable[[str], str]) -> dict[str, Key]:
    """Each word that has opposites, with them, as `spelt` writes words."""
    pairs = [(spelt(one), spelt(other)) for one, other in lexicon("audit")["opposites"]]
    both = (*pairs, *((other, one) for one, other in pairs))
    return {word: frozenset(other for one, other in both if one == word) for word, _ in both}


@cache
def _opposing() -> Key:
    """The words that have opposites."""
    return frozenset(opposites(folded))


def opposed(first: Key, second: Key) -> bool:
    """Does one name have a word whose opposite the other has? (`thu ngân sách`, `chi ngân sách`)"""
    words = _opposing()
    if first.isdisjoint(words) or second.isdisjoint(words):
        return False  # nearly all
    return are_opposed(first, second, opposites(folded))


def are_opposed(first: Key, second: Key, table: dict[str, Key]) -> bool:
    """Has one a word whose opposite, by the table, only the other has?"""
    theirs = second - first
    return any(not table[word].isdisjoint(theirs) for word in (first - second) & table.keys())


def alike(first: Key, second: Key) -> bool:
    """May they name the same thing in fuller and in shorter words? (`thu ngân sách` and `thu ngân sách nhà nước`)

    >>> alike(key_of("lượng khách"), key_of("Lượt khách du lịch")), alike(key_of("hộ nghèo"), key_of("hộ cận nghèo"))
    (True, True)
    >>> alike(key_of("diện tích lúa"), key_of("sản lượng lúa")), alike(key_of("thu ngân sách"), key_of("chi ngân sách"))
    (False, False)
    """
    if first == second:
        return True
    if first.isdisjoint(second):
        return False
    common = len(first & second)
    shorter = min(len(first), len(second))
    much = common == shorter > 0 or 3 * common >= 2 * max(len(first), len(second))
    return much and not opposed(first, second)
