"""Which indicator of the catalogue do these words name? Takes a phrase, gives the indicator with a score, or None: then it is a new one.

Words are compared folded and without order (`folding.py`); a word that stands in one phrase only costs as much as it is rare in the
catalogue. A match is refused where a word that tells indicators apart (`nông thôn`, `cận`, `nữ`) is on one side alone, where the score
is below the bar, and where two indicators come too close.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache
from math import log
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

from muctieu.indicators.data import Indicator, catalogue, words
from muctieu.indicators.folding import words_of

T = TypeVar("T")

BAR = 0.84
MARGIN = 0.03
_TYPO = 84  # of 100: how alike an unknown word must be to one of the catalogue's
_WEAK = frozenset(
    (
        "ti",
        "le",
        "so",
        "tong",
        "dat",
        "binh",
        "quan",
        "trong",
        "co",
        "cau",
        "khu",
        "vuc",
        "nganh",
        "toc",
        "do",
        "truong",
        "kinh",
        "te",
    )
)


class Match(NamedTuple):
    """An indicator of the catalogue and how well the phrase fits it: 1 where a name or alias is said word for word."""

    indicator: Indicator
    score: float


class _Entry(NamedTuple):
    indicator: Indicator
    words: frozenset[str]
    weight: float


class _Index(NamedTuple):
    exact: dict[tuple[str, ...], Indicator]
    same: dict[frozenset[str], Indicator]
    entries: tuple[_Entry, ...]
    by_word: dict[str, tuple[int, ...]]
    weight: dict[str, float]


_OF_ECONOMY = re.compile(r" trong (?:(?:cơ cấu|tổng) )?(?:nền )?(?:kinh tế|GRDP)$", re.IGNORECASE)
"""What a share of a sector is a share of, where that is the economy: it names no other indicator."""


@lru_cache(maxsize=65536)
def match(phrase: str) -> Match | None:
    """The indicator that the phrase names, None where none fits well enough.

    >>> match("Tỉ lệ hộ dân tham gia BHYT") is None, match("tỷ lệ bao phủ BHYT").indicator.code
    (True, 'bhyt')
    >>> match("Tỷ lệ hộ cận nghèo").indicator.code, match("Tỷ lệ hộ nghèo nông thôn") is None
    ('ho_can_ngheo_ty_le', True)
    >>> match("Tỷ trọng nông nghiệp trong cơ cấu kinh tế").indicator.code
    'ty_trong_nong_nghiep'
    """
    index = _index()
    said = words_of(_OF_ECONOMY.sub("", phrase))
    if said in index.exact:
        return Match(index.exact[said], 1.0)
    known = frozenset(_known(word) for word in said)
    if known in index.same:
        return Match(index.same[known], 0.98)
    return _nearest(index, known)


def _nearest(index: _Index, said: frozenset[str]) -> Match | None:
    """The best entry by weighted Dice, where it passes the bar, the telling words and the margin."""
    weight = index.weight
    heaviest = 1.5 * log(len(index.entries))
    total = sum(weight.get(word, heaviest) for word in said)
    rare = sorted((word for word in said if word in index.by_word), key=lambda word: len(index.by_word[word]))[:3]
    best: dict[str, tuple[float, Indicator]] = {}
    for number in {number for word in rare for number in index.by_word[word]}:
        entry = index.entries[number]
        shared = sum(weight[word] for word in said & entry.words)
        score = 2 * shared / (total + entry.weight)
        if score >= BAR - MARGIN and not (said ^ entry.words) & words().telling:
            best[entry.indicator.code] = max(
                best.get(entry.indicator.code, (0.0, entry.indicator)),
                (score, entry.indicator),
                key=lambda pair: pair[0],
            )
    ranked = sorted(best.values(), key=lambda pair: -pair[0])
    if not ranked or ranked[0][0] < BAR or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN):
        return None
    return Match(ranked[0][1], round(ranked[0][0], 3))


@lru_cache(maxsize=65536)
def same_indicator(first: str, second: str) -> bool:
    """Do two phrases of one report name the same indicator, in fuller or in shorter words? Units are the caller's to compare.

    >>> same_indicator("BHYT", "Tỷ lệ dân số tham gia bảo hiểm y tế"), same_indicator("Tỷ lệ hộ nghèo", "tỷ lệ hộ cận nghèo")
    (True, False)
    >>> same_indicator("diện tích lúa", "sản lượng lúa")
    False
    """
    one, two = match(first), match(second)
    if one is not None and two is not None:
        return one.indicator is two.indicator
    a, b = frozenset(words_of(first)), frozenset(words_of(second))
    if a == b:
        return True
    strong_a, strong_b = (a - _WEAK) or a, (b - _WEAK) or b
    common, shorter, longer = (
        len(strong_a & strong_b),
        min(len(strong_a), len(strong_b)),
        max(len(strong_a), len(strong_b)),
    )
    if common == shorter and shorter >= 2:
        return not (strong_a ^ strong_b) & {"can", "nong", "thon", "nu", "xuat", "nhap", "nang", "kieu"}
    return 4 * common >= 3 * longer


@lru_cache(maxsize=65536)
def _known(word: str) -> str:
    """The word, or the one word of the catalogue that it is a slip of (`bảo hiêmr`)."""
    index = _index()
    if word in index.by_word or len(word) < 5:
        return word
    from rapidfuzz import fuzz, process  # loaded for slips only

    found = process.extractOne(
        word, [other for other in index.by_word if len(other) >= 4], scorer=fuzz.ratio, score_cutoff=_TYPO
    )
    return found[0] if found else word


class ByIndicator(Generic[T]):
    """Things by the phrase that names their indicator: those of the same one are found without holding every pair against each other."""

    def __init__(self) -> None:
        self._things: dict[str, list[tuple[int, T]]] = {}
        self._phrases: dict[str, list[str]] = defaultdict(list)
        self._count = 0

    def add(self, phrase: str, thing: T) -> None:
        """Keeps the thing under the phrase."""
        if phrase not in self._things:
            self._things[phrase] = []
            for key in _keys(phrase):
                self._phrases[key].append(phrase)
        self._things[phrase].append((self._count, thing))
        self._count += 1

    def alike(self, phrase: str) -> list[T]:
        """The things of the same indicator (`same_indicator`), in the order in which they were added.

        >>> figures = ByIndicator()
        >>> figures.add("BHYT", 1); figures.add("Tỷ lệ hộ nghèo", 2); figures.add("tỷ lệ bao phủ BHYT", 3)
        >>> figures.alike("Tỷ lệ dân số tham gia bảo hiểm y tế"), figures.alike("Sản lượng lúa")
        ([1, 3], [])
        """
        near = {other for key in _keys(phrase) for other in self._phrases.get(key, ())}
        found = [pair for other in near if same_indicator(other, phrase) for pair in self._things[other]]
        return [thing for _, thing in sorted(found, key=itemgetter(0))]


@lru_cache(maxsize=65536)
def _keys(phrase: str) -> frozenset[str]:
    """Two phrases of the same indicator share one of these: a word that is not weak, or the indicator's code."""
    found = match(phrase)
    said = frozenset(words_of(phrase))
    return ((said - _WEAK) or said or frozenset(("",))) | ({f"={found.indicator.code}"} if found else frozenset())


@cache
def _index() -> _Index:
    entries: list[tuple[Indicator, frozenset[str]]] = []
    exact: dict[tuple[str, ...], Indicator] = {}
    for indicator in catalogue():
        for phrase in indicator.phrases:
            said = words_of(phrase)
            exact.setdefault(said, indicator)
            entries.append((indicator, frozenset(said)))
    holders: dict[str, list[int]] = defaultdict(list)
    for number, (_, said_words) in enumerate(entries):
        for word in said_words:
            holders[word].append(number)
    weight = {word: log(1 + len(entries) / len(numbers)) for word, numbers in holders.items()}
    same: dict[frozenset[str], Indicator] = {}
    for indicator, said_words in entries:
        same.setdefault(said_words, indicator)
    return _Index(
        exact,
        same,
        tuple(
            _Entry(indicator, said_words, sum(weight[word] for word in said_words)) for indicator, said_words in entries
        ),
        {word: tuple(numbers) for word, numbers in holders.items()},
        weight,
    )
