"""`repeat` of what is named otherwise: two figures of a rare name that look like slips of one another.

Two places seldom name a thing in the same words (`tỷ lệ lấp đầy đạt 78%` in the results, `tỷ lệ lấp đầy các cụm công nghiệp mới đạt 68%` in the assessment). They
are held together where a word of the name stands in two or three figures of that unit only, the names are alike, the times may be one, and the numbers differ in one
digit or in two that have changed places. Nothing is said of numbers of one digit, nor of two in one sentence or one table.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from muctieu.audit.check import Check
from muctieu.audit.equation import Same
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.names import Key, alike, key_of
from muctieu.audit.persons import counts_persons

_RARE = 3
_LAPSED = re.compile(
    r"\b(?:đầu|cuối) (?:năm|kỳ|nhiệm kỳ)\b|\bnăm trước\b|\bcùng kỳ\b|\bso với\b|\btừ\s*$|\bkế hoạch\b|\bkh\b|\bmục tiêu\b|\bphấn đấu\b|\bthêm\b"
)


def check(ledger: Ledger) -> Iterator[Check]:
    """Every pair of figures under a rare name."""
    said = Counter((_sort(figure), figure.value) for figure in ledger.figures if figure.kind == "level")
    told: list[tuple[Figure, str, Key]] = []
    by_word: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in ledger.figures:
        if _is_statement(figure):
            sort, name = _sort(figure), _name(figure)
            for word in name:
                by_word[sort, word].append(figure)
            if len(name) >= 2 and said[sort, figure.value] == 1:  # one said twice is confirmed
                told.append((figure, sort, name))
    yield from _of_rare_things(ledger, said)
    alone = {figure.order for figure, _, _ in told}
    for figure, sort, name in told:
        rare = [of_word for word in name if len(of_word := by_word[sort, word]) <= _RARE]
        others = {other.order: other for of_word in rare for other in of_word if other.order > figure.order}
        yield from (
            _pair(figure, other)
            for order, other in others.items()
            if order in alone and _may_be_one(figure, other) and _is_slip(figure, other)
        )


def _of_rare_things(ledger: Ledger, said: Counter[tuple[str, Decimal]]) -> Iterator[Check]:
    """`346 mắt camera` here, `364 mắt camera` there: things of a noun of two words or more that the report counts two or three times only."""
    by_noun: dict[str, list[Figure]] = defaultdict(list)
    for figure in ledger.figures:
        if figure.is_count and " " in figure.unit and not figure.claim.per and figure.kind in ("level", "part"):
            by_noun[figure.unit].append(figure)
    for figures in by_noun.values():
        for first, second in combinations(figures, 2) if len(figures) <= _RARE else ():
            plain = all(_is_statement(f) and said[_sort(f), f.value] == 1 for f in (first, second))
            if plain and not counts_persons(first) and _at_one_time(first, second) and _are_swapped(first, second):
                yield _pair(first, second)


def _is_statement(figure: Figure) -> bool:
    """Is it a plain level of two digits or more, not told of a time that has passed?"""
    claim = figure.claim
    plain = figure.kind == "level" and claim.comparator == "eq" and not figure.is_rate
    return plain and len(_written(figure)) >= 2 and _LAPSED.search(re.split(r"[;.]", figure.before)[-1]) is None


def _name(figure: Figure) -> Key:
    """What tells its indicator from others, without the noun that it counts."""
    return figure.key - key_of(figure.unit[1:-1]) if figure.is_count else figure.key


def _sort(figure: Figure) -> str:
    """What it counts or measures, in one word."""
    return figure.unit.strip("{}").split(" ")[0] + "/" + "/".join(figure.claim.per)


def _may_be_one(first: Figure, second: Figure) -> bool:
    """May both speak of one thing at one time?"""
    return _at_one_time(first, second) and alike(_name(first), _name(second))


def _at_one_time(first: Figure, second: Figure) -> bool:
    """May they be of one time? Two of one sentence or of tables say no thing twice, nor do two that are told of different years."""
    if first.sentence == second.sentence or (first.cell is not None and second.cell is not None):
        return False
    if first.value == second.value or first.claim.resolution != second.claim.resolution:
        return False
    return first.period == second.period or None in (first.period, second.period)


def _written(figure: Figure) -> str:
    """The digits as they are written."""
    resolution = figure.claim.resolution
    return str(int(abs(figure.value) / resolution)) if resolution else ""


def _is_slip(first: Figure, second: Figure) -> bool:
    """Do their digits differ in one place, or in two that have changed places?"""
    return len(_apart(first, second)) == 1 or _are_swapped(first, second)


def _are_swapped(first: Figure, second: Figure) -> bool:
    """Have two digits changed places?"""
    one, other, apart = _written(first), _written(second), _apart(first, second)
    return len(apart) == 2 and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]


def _apart(first: Figure, second: Figure) -> list[int]:
    """The places where their digits differ; none where one has more of them."""
    one, other = _written(first), _written(second)
    return [at for at, (x, y) in enumerate(zip(one, other, strict=False)) if x != y] if len(one) == len(other) else []


def _pair(first: Figure, second: Figure) -> Check:
    """The check of two statements."""
    found = Check.of("repeat", Same(second, first), "warning")
    found.holds, found.reason = False, "same"
    found.reported, found.expected = second.value, first.interval
    return found
