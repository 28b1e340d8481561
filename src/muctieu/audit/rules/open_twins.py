"""`repeat` of a number that nothing proves and that another place gives, where others prove it, with two digits the other way round: `7.214 căn, bao gồm làm mới 4.986 căn và sửa lại 2.228 căn`, `hoàn thành 7.241 căn`.

Takes the figures that sums and ratios have proved; gives pairs of one sort and no two times. Four digits hardly meet so by chance where the report has few numbers of the sort, or where the clauses share a word, or one stands in an assessment; five never; three only
where the clauses share most of their words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal

from muctieu.audit.assessments import assessments, is_within
from muctieu.audit.check import Check
from muctieu.audit.clauses import clause_of, said
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.open_figures import Settled
from muctieu.audit.persons import counts_persons
from muctieu.audit.told_apart import are_told_apart
from muctieu.audit.twice import are_swapped, is_past, is_plain, is_present, places_apart, said_twice

_FEWEST, _FOUR, _FIVE = 3, 4, 5
_FEW = 6
_SHARED = 2
_MANY = 12
_TENS = tuple(Decimal(10) ** power for power in range(-6, 7) if power)
_THOUSANDS = tuple(Decimal(1000) ** power for power in (-2, -1, 1, 2))


def check(ledger: Ledger, settled: Settled) -> Iterator[Check]:
    """Every number that stands once, with the proved one that it looks like."""
    proved = settled["proved"]
    told = [(f, _sort(f)) for f in ledger.figures if _is_told(f)]
    sizes = Counter(sort for _, sort in told)
    values = Counter((sort, f.value) for f, sort in told)
    alike: defaultdict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure, sort in told:
        if len(figure.written) >= _FEWEST:
            alike[sort, "".join(sorted(figure.written))].append(figure)
    for (sort, _), figures in alike.items():
        if not 1 < len(figures) <= _MANY:
            continue
        for figure in figures:
            if figure.order in proved or figure.order in settled["repeat"] or values[sort, figure.value] > 1:
                continue
            if figure.cell is not None:
                continue
            spans = ledger.once(assessments)
            assessed = len(figure.written) >= _FIVE and is_within(spans, figure.claim.start)
            told_of = [f for f in figures if f.order in proved or (assessed and not is_within(spans, f.claim.start))]
            twin = next((f for f in told_of if _are_twins(ledger, figure, f, sizes[sort])), None)
            if twin is not None:
                found = said_twice(twin, figure)
                found.weak = True
                yield found
    yield from _in_another_unit(ledger, settled, told)
    yield from _rounded(ledger, settled, told)


def _rounded(ledger: Ledger, settled: Settled, told: list[tuple[Figure, str]]) -> Iterator[Check]:
    """Every amount of an assessment that a proved one, told more exactly, is when it is rounded and two of its digits change places. (`302.215 triệu đồng`, `giải ngân được 320,2 tỷ đồng`)"""
    spans = ledger.once(assessments)
    proved = [(f, sort) for f, sort in told if f.order in settled["proved"] and not f.is_share]
    for figure, sort in told:
        plain = figure.cell is None and len(figure.written) >= _FOUR and not figure.is_share and figure.order > 0
        if not plain or figure.order in settled["proved"] or not is_within(spans, figure.claim.start):
            continue
        if any(f.value == figure.value for f, _ in told if f is not figure):
            continue
        for twin, other in proved:
            finer = other == sort and 0 < twin.claim.resolution < figure.claim.resolution
            if finer and _is_swapped_of(figure, twin) and not are_told_apart(ledger, figure, twin):
                found = said_twice(twin, figure)
                found.weak = True
                yield found
                break


def _is_swapped_of(figure: Figure, twin: Figure) -> bool:
    """Is it the other, rounded, with two neighbouring digits changed?"""
    rounded = str(round(twin.value / figure.claim.resolution))
    apart = [at for at, (x, y) in enumerate(zip(rounded, figure.written, strict=False)) if x != y]
    if len(rounded) != len(figure.written) or len(apart) != _SHARED or apart[1] != apart[0] + 1:
        return False
    return rounded[apart[0]] == figure.written[apart[1]] and rounded[apart[1]] == figure.written[apart[0]]


def _in_another_unit(ledger: Ledger, settled: Settled, told: list[tuple[Figure, str]]) -> Iterator[Check]:
    """Every number that nothing proves and that another place gives with the same digits in thousands or millions, under the same words. (`tiền phạt 74,5 triệu đồng`, `74,5 tỷ đồng tiền phạt`)"""
    written: defaultdict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure, sort in told:
        if len(figure.written) >= _FEWEST and not figure.is_share:
            written[sort, figure.written].append(figure)
    for figures in written.values():
        for figure in figures if 1 < len(figures) <= _MANY else ():
            if figure.cell is not None or figure.order in settled["proved"]:
                continue
            twin = next((f for f in figures if f is not figure and _is_in_another_unit(ledger, f, figure)), None)
            if twin is not None and (twin.order in settled["proved"] or twin.order < figure.order):
                found = said_twice(twin, figure)
                found.weak = True
                yield found


def _is_in_another_unit(ledger: Ledger, twin: Figure, figure: Figure) -> bool:
    """Is it a thousand or a million times the other, of one time as far as they tell, and named alike?"""
    if not twin.value or figure.value == twin.value:
        return False
    assessed = len(figure.written) >= _FOUR and is_within(ledger.once(assessments), figure.claim.start)
    if figure.value / twin.value not in (_TENS if assessed else _THOUSANDS):
        return False
    if figure.sentence == twin.sentence or figure.claim.per != twin.claim.per or are_told_apart(ledger, figure, twin):
        return False
    return len(clause_of(ledger, figure) & clause_of(ledger, twin)) >= _SHARED


def _is_told(figure: Figure) -> bool:
    """Is it an amount that is told as such?"""
    return figure.kind in ("level", "part") and is_plain(figure) and figure.claim.status != "planned"


def _sort(figure: Figure) -> str:
    """What it counts or measures: persons are of one sort."""
    if counts_persons(figure):
        return "persons"
    per = "/".join(figure.measure[1])
    return f"{figure.unit.strip('{}').split(' ')[0]}/{per}"


def _are_twins(ledger: Ledger, figure: Figure, twin: Figure, size: int) -> bool:
    """Are they one number but for two digits, of one time as far as they tell, and named enough alike?"""
    places = places_apart(figure, twin)
    if figure.claim.resolution != twin.claim.resolution:
        return False
    swapped = are_swapped(figure, twin) and places[1] == places[0] + 1
    moved = len(figure.written) >= _FIVE and min(places, default=0) >= _SHARED
    moved = moved and is_within(ledger.once(assessments), figure.claim.start)
    if not swapped and not (moved and len(clause_of(ledger, figure) & clause_of(ledger, twin)) >= _SHARED):
        return False
    if figure.sentence == twin.sentence and twin.cell is None:
        return False
    if figure.period != twin.period and None not in (figure.period, twin.period) and is_past(ledger, figure):
        return False
    if not is_present(figure) or not is_present(twin) or are_told_apart(ledger, figure, twin):
        return False
    digits, assessed = len(figure.written), is_within(ledger.once(assessments), figure.claim.start)
    if figure.is_share and not (assessed and twin.cell is None):
        return False
    if digits >= _FIVE or (digits == _FOUR and size <= _FEW):
        return True
    if digits == _FOUR and assessed:
        return True
    noun = said(figure.unit[1:-1]) if figure.is_counted and figure.unit == twin.unit else frozenset()
    common = (clause_of(ledger, figure) & clause_of(ledger, twin)) - noun
    return len(common) >= (1 if digits == _FOUR else _SHARED)
