"""`repeat` of what is named otherwise: two figures of a rare name that look like slips of one another.

Two places seldom name a thing in the same words (`tỷ lệ lấp đầy đạt 78%` in the results, `tỷ lệ lấp đầy các cụm công nghiệp mới đạt 68%` in the assessment). They
are held together where a word of the name stands in two or three figures of that unit only, the names are alike, the times may be one, and the numbers differ in one
digit or in two that have changed places. Nothing is said of numbers of one digit, nor of two in one sentence or one table.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import chain, combinations

from muctieu.audit.check import Check
from muctieu.audit.counts import is_counted
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.named_places import is_place
from muctieu.audit.names import Key, alike, key_of, opposed
from muctieu.audit.persons import counts_anyone, counts_persons
from muctieu.audit.told_apart import are_told_apart
from muctieu.audit.twice import are_swapped, at_one_time, is_plain, is_present, places_apart, said_twice

_RARE = 3
_ALIKE = 2
_MANY = 12
_FEW_DIGITS = 2
_OF_ANYTHING = key_of("tổng kinh phí nguồn vốn số tiền")
"""What is spent on anything."""
_KINDS = ("level", "growth")


def check(ledger: Ledger) -> Iterator[Check]:
    """Every pair of figures under a rare name."""
    said: Counter[tuple[str, Decimal]] = Counter()
    told: list[tuple[Figure, str, str]] = []
    for figure in ledger.figures:
        if figure.kind in _KINDS and not is_counted(figure.unit):
            sort = _sort(figure)
            said[sort, figure.value] += 1
            digits = figure.written if is_plain(figure) else ""
            if len(digits) >= _FEW_DIGITS:
                told.append((figure, sort, digits))
    done: set[tuple[str, frozenset[Decimal]]] = set()  # of values said several times one pair is enough
    yield from _of_rare_things(ledger, said, done)
    near = list(_nearly_equal(told))
    having = _having(told, {sort for _, _, sort in near})
    for figure, other, sort in near:
        if not (at_one_time(ledger, figure, other) and is_present(figure) and is_present(other)):
            continue
        names, others = _names(figure), _names(other)
        common = frozenset().union(*names) & frozenset().union(*others)
        rare = any(0 < having[sort][word] <= _RARE for word in common)
        if not rare or not _is_slip(figure, other, names, others):
            continue
        if are_told_apart(ledger, figure, other) or _are_of_some(figure, other) or _are_places(figure, other):
            continue
        once = sum(said[sort, f.value] == 1 for f in (figure, other))  # one said twice is confirmed
        sure = once == 2 or (once and figure.period == other.period and len(figure.written) > _FEW_DIGITS)
        if sure and _is_new(figure, other, done):
            yield said_twice(figure, other)


def _having(told: list[tuple[Figure, str, str]], sorts: set[str]) -> dict[str, Counter[str]]:
    """In how many names of each of the sorts a word stands."""
    keys: dict[str, list[Key]] = {sort: [] for sort in sorts}
    for figure, sort, _ in told:
        if sort in sorts:
            keys[sort].append(figure.key)
    return {sort: Counter(chain.from_iterable(found)) for sort, found in keys.items()}


def _nearly_equal(told: list[tuple[Figure, str, str]]) -> Iterator[tuple[Figure, Figure, str]]:
    """Pairs of one sort whose digits differ in one place, or are the same in another order; where very many look alike none of them is told."""
    alike_written: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    sorts: dict[int, str] = {}
    numbers: dict[tuple[str, Decimal], int] = {}  # a number is quicker to look up
    measures = [numbers.setdefault((sort, f.claim.resolution), len(numbers)) for f, sort, _ in told]
    several = Counter(zip(measures, (len(digits) for _, _, digits in told), strict=True))
    for (figure, sort, digits), measure in zip(told, measures, strict=True):
        sorts[figure.order] = sort
        if several[measure, len(digits)] == 1:
            continue  # alone of its measure and length it is like none
        alike_written[measure, figure.shuffled].append(figure)
        for at in range(len(digits)) if figure.kind == "level" else ():
            alike_written[measure, digits[:at], digits[at + 1 :]].append(figure)
    seen: set[tuple[int, int]] = set()
    for figures in alike_written.values():
        for first, second in combinations(figures, 2) if 1 < len(figures) <= _MANY else ():
            if first.value != second.value and (first.order, second.order) not in seen:
                seen.add((first.order, second.order))
                yield first, second, sorts[first.order]


def _is_new(first: Figure, second: Figure, done: set[tuple[str, frozenset[Decimal]]]) -> bool:
    """Have these two values of one sort not been held together yet?"""
    pair = _sort(first), frozenset((first.value, second.value))
    known = pair in done
    done.add(pair)
    return not known


def _of_rare_things(
    ledger: Ledger, said: Counter[tuple[str, Decimal]], done: set[tuple[str, frozenset[Decimal]]]
) -> Iterator[Check]:
    """`346 mắt camera` here, `364 mắt camera` there: things of a noun of two words or more that the report counts two or three times only, or so often in one period."""
    by_noun: dict[str, list[Figure]] = defaultdict(list)
    by_time: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in ledger.figures:
        if (
            figure.is_counted
            and " " in figure.unit
            and not is_counted(figure.unit)
            and not figure.claim.per
            and figure.kind in ("level", "part")
        ):
            by_noun[figure.unit].append(figure)
            if figure.period is not None:
                by_time[figure.unit, figure.period].append(figure)
    few = [figures for figures in (*by_noun.values(), *by_time.values()) if 1 < len(figures) <= _RARE + 1]
    for figures in few:
        for first, second in combinations(figures, 2):
            if first.value == second.value:
                continue
            if counts_anyone(first) or not at_one_time(ledger, first, second):
                continue
            if _are_places(first, second):
                continue
            once = [said[_sort(f), f.value] == 1 for f in (first, second)]
            if not any(once) or not all(_is_statement(f) for f in (first, second)):
                continue
            long = first.period == second.period and _is_long(first, second)
            if (long or (all(once) and are_swapped(first, second))) and _is_new(first, second, done):
                yield said_twice(first, second)


def _are_of_some(first: Figure, second: Figure) -> bool:
    """Is each told as some of the persons named before it? (`21 cán bộ, trong đó 13 đồng chí …`; `45 đảng viên, trong đó 17 đồng chí …`)"""
    return all(counts_persons(figure) and figure.before.rstrip().endswith("trong đó") for figure in (first, second))


def _are_places(first: Figure, second: Figure) -> bool:
    """Do they count communes, villages and the like, of which there are some here and others there, and are no two digits swapped?"""
    return is_place(first) and is_place(second) and not are_swapped(first, second)


def _is_statement(figure: Figure) -> bool:
    """Is it plain, and not told of a time that has passed?"""
    plain = figure.kind in _KINDS and is_plain(figure) and len(figure.written) >= _FEW_DIGITS
    return plain and is_present(figure)


def _names(figure: Figure) -> tuple[Key, ...]:
    """What tells its indicator from others, by the name it was read under and by its own clause, without the noun that it counts."""
    noun = figure.unit[1:-1] if figure.is_counted else ""
    first, rest = key_of(noun.split(" ")[0]), key_of(noun)
    names = ((figure.key | rest) - first, (figure.said | rest) - first) if noun else (figure.key, figure.said)
    return tuple({name: None for name in names if name})


def _sort(figure: Figure) -> str:
    """What it counts or measures, in one word."""
    return _sort_of(figure.unit, figure.measure[1], "" if figure.kind == "level" else figure.kind, figure.claim.basis)


@cache
def _sort_of(unit: str, per: tuple[str, ...], kind: str, basis: str | None) -> str:
    """The first word of the noun, the denominators; of a difference also what it is measured from."""
    sort = unit.strip("{}").split(" ")[0] + "/" + "/".join(per)
    return f"{sort} {kind} {basis}" if kind else sort


def _is_slip(first: Figure, second: Figure, names: tuple[Key, ...], others: tuple[Key, ...]) -> bool:
    """Are they named alike, and do their digits differ in one place, or in two that have changed places?

    Of two digits that have changed places less is asked: a name of one word, or two words in common where the digits are many.
    """
    pairs = [(name, other) for name in names for other in others]
    if are_swapped(first, second):
        many = len(first.written) > _FEW_DIGITS and first.period == second.period
        return any(
            alike(name, other) or (many and len(name & other) >= _ALIKE and not opposed(name, other))
            for name, other in pairs
        )
    if first.kind != "level" or len(places_apart(first, second)) != 1:
        return False
    nouns = key_of(first.unit[1:-1]) & key_of(second.unit[1:-1]) if first.is_counted else frozenset()
    return any(
        alike(name, other) and min(len(name), len(other)) >= _ALIKE and name & other - nouns - _OF_ANYTHING
        for name, other in pairs
    )


def _is_long(first: Figure, second: Figure) -> bool:
    """Do numbers of three digits or more differ in one?"""
    return len(first.written) > _FEW_DIGITS and len(places_apart(first, second)) == 1 and first.period is not None
