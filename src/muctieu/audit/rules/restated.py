"""`repeat` of results that the assessment tells again in other words: `nâng cấp 128 tuyến hẻm` in the results, `cải tạo được 136 tuyến hẻm` in the assessment.

Two figures of one measure and one time, one of them in a section that assesses (`Đánh giá chung`, `Ưu điểm`, `Hạn chế`), are held together where each is said once and either their clauses name one thing in the
same words but for words that leave nothing out; or they count one thing (`tuyến hẻm`) that works of one sort (`nâng cấp`, `cải tạo`) have made, and the report tells of such works only there;
or two digits of a long number have changed places. Values far apart are of different things.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from muctieu.audit.assessments import assessments, is_within
from muctieu.audit.check import Check
from muctieu.audit.counts import is_judged
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.names import Key, key_of, opposed
from muctieu.audit.persons import counts_anyone
from muctieu.audit.twice import are_swapped, is_plain, is_present, names_another_year, said_twice
from muctieu.text.lexicon import lexicon, words_pattern

_CLAUSE = re.compile(r"[,;:.()\n]")
_NUMBER = re.compile(r"[\d.,\s]+(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)?\s*")
_PHRASE_ENDS = re.compile(r"[,;:.()\n]|\b(?:đạt|tăng|giảm|với|từ|trong|của|cho|bằng|dài|trị giá|và|mới|gia nhập)\b")
_ONE_SORT = re.compile(r"\b(?:riêng|nghiêm trọng|tháng \d{1,2})\b")
_PART_OF = re.compile(r"\b(?:trong đó|gồm)\b")
_ONLY_COUNTS = ("lượt", "vụ", "ca")
_APART = Decimal("0.2")
_MANY = 40
_FEW_WORDS = 2
_LONG_PHRASE = 3
_DIGITS = 3


class Told(NamedTuple):
    """A figure as its clause tells it: what it counts, by what sort of work, under which names."""

    figure: Figure
    phrase: Key
    works: frozenset[int]
    names: frozenset[Key]


def check(ledger: Ledger) -> Iterator[Check]:
    """Every figure of an assessment against those before it."""
    spans = ledger.once(assessments)
    if not spans:
        return
    said: Counter[tuple[str, Decimal]] = Counter()
    by_time: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    again: list[Figure] = []
    for figure in ledger.figures:
        if figure.kind not in ("level", "growth"):
            continue
        sort = _sort(figure)
        said[sort, figure.value] += 1
        if figure.period is None or figure.kind != "level" or not is_plain(figure):
            continue
        if figure.cell is None and names_another_year(ledger, figure, figure):
            continue
        if is_within(spans, figure.claim.start):
            again += [] if is_judged(figure) else [figure]
        else:
            by_time[sort, figure.period].append(figure)
    for figure in again:
        others = by_time.get((_sort(figure), figure.period or ""), [])
        if said[_sort(figure), figure.value] == 1 and _is_result(figure) and len(others) <= _MANY:
            yield from _told_otherwise(ledger, figure, [f for f in others if said[_sort(f), f.value] == 1])


def _told_otherwise(ledger: Ledger, figure: Figure, others: list[Figure]) -> Iterator[Check]:
    """The one figure that it tells again, by its name, by what was made, or by its digits."""
    others = [f for f in others if f.claim.resolution == figure.claim.resolution and _is_result(f)]
    near = [f for f in others if abs(f.value - figure.value) <= _APART * max(f.value, figure.value)]
    told = _told(ledger, figure)
    like = [_told(ledger, f) for f in near]
    same = [t for t in like if _of_one_name(told, t) or _of_one_work(told, t)]
    swapped = [f for f in near if len(f.written) >= _DIGITS and are_swapped(f, figure) and figure.is_counted]
    swapped = [
        f
        for f in swapped
        if _PART_OF.search(f.before) is None and not counts_anyone(f) and not opposed(f.key, figure.key)
    ]
    if len(same) == 1:
        yield said_twice(same[0].figure, figure)
    elif len(swapped) == 1:
        yield said_twice(swapped[0], figure)


@cache
def _works() -> re.Pattern[str]:
    return re.compile(
        rf"\b{words_pattern(word for group in lexicon('audit')['restated']['works'] for word in group)}\b"
    )


@cache
def _groups() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    for number, words in enumerate(lexicon("audit")["restated"]["works"]):
        for word in words:
            groups.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in groups.items()}


def _is_result(figure: Figure) -> bool:
    """Is it no plan, nothing of a time that has passed, nor of one sort or month only?"""
    clause = re.split(r"[;.]", figure.before)[-1]
    return figure.claim.status != "planned" and is_present(figure) and _ONE_SORT.search(clause) is None


def _sort(figure: Figure) -> str:
    """What it measures; of counts the noun without the words that only count."""
    return _sort_of(figure.unit, figure.measure[1])


@cache
def _sort_of(unit: str, per: tuple[str, ...]) -> str:
    """Of a unit and its denominators."""
    if unit[:1] != "{":
        return f"{unit}/{per}"
    words = [word.strip(",") for word in unit[1:-1].split(" ")]
    kept = [word for word in words if word not in lexicon("audit")["restated"]["classifiers"]] or words
    return f"{kept[0]}/{per}"


def _told(ledger: Ledger, figure: Figure) -> Told:
    """The figure with its clause."""
    clause = _CLAUSE.split(figure.before)[-1]
    works = [_groups()[match[0]] for match in _works().finditer(clause)]
    names = {_plain(figure.key), _plain(figure.said)} if figure.cell is None else {_plain(figure.key)}
    return Told(figure, _phrase(ledger, figure), works[-1] if works else frozenset(), frozenset(n for n in names if n))


def _plain(key: Key) -> Key:
    """The name without words that leave nothing out."""
    return key - _harmless()


@cache
def _harmless() -> Key:
    return key_of(" ".join(lexicon("audit")["restated"]["harmless"]))


def _phrase(ledger: Ledger, figure: Figure) -> Key:
    """What is counted or measured, in its first words after the number."""
    start = figure.claim.start
    number = _NUMBER.match(ledger.lower, start)
    after = ledger.lower[number.end() if number is not None else start : start + 90]
    words = _PHRASE_ENDS.split(after)[0].split()
    while len(words) > 1 and words[0] in (*_ONLY_COUNTS, *lexicon("audit")["restated"]["classifiers"]):
        words = words[1:]
    return key_of(" ".join(words[:_LONG_PHRASE]))


def _of_one_name(first: Told, second: Told) -> bool:
    """Do their clauses, or their indicators, name one thing in the same words, two or more?"""
    return any(len(name) >= _FEW_WORDS for name in first.names & second.names)


def _of_one_work(first: Told, second: Told) -> bool:
    """Do they count one thing that works of one sort have made?"""
    shorter, longer = sorted((first.phrase, second.phrase), key=len)
    named = shorter == longer or (len(shorter) >= _FEW_WORDS and shorter <= longer)
    named = named or any(
        len(one.phrase) >= _FEW_WORDS and one.phrase <= other.figure.key
        for one, other in ((first, second), (second, first))
    )
    apart = any(_PART_OF.search(told.figure.before) for told in (first, second))
    return named and not apart and bool(first.works & second.works) and not opposed(first.figure.key, second.figure.key)
