"""`repeat` of a number that nothing proves and that another place gives, where others prove it, with two digits the other way round: `7.214 căn, bao gồm làm mới 4.986 căn và sửa lại 2.228 căn`, `hoàn thành 7.241 căn`.

Takes the figures that sums and ratios have proved; gives pairs of one sort and no two times. Four digits hardly meet so by chance where the report has few numbers of the sort, or where the clauses share a word, or one stands in an assessment; five never; three only
where the clauses share most of their words. Of five digits in an assessment the other need not be proved, and the last of them may stand in any order (`38.642 suất quà`, `quà Tết đã trao 38.264 suất`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from muctieu.audit.assessments import assessments, is_within
from muctieu.audit.check import Check
from muctieu.audit.clauses import clause_of, said
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.open_figures import Settled
from muctieu.audit.told_apart import are_told_apart
from muctieu.audit.twice import (
    are_neighbours_swapped,
    is_past,
    is_present,
    places_apart,
    said_twice,
    sort_of,
    told_amounts,
)

_FEWEST, _FOUR, _FIVE = 3, 4, 5
_FEW = 6
_SHARED = 2
_MANY = 12


def check(ledger: Ledger, settled: Settled) -> Iterator[Check]:
    """Every number that stands once, with the proved one that it looks like."""
    told = ledger.once(told_amounts)
    sorts = [*map(sort_of, told)]
    sizes = Counter(sorts)
    values = Counter((sort, figure.value) for sort, figure in zip(sorts, told, strict=True))
    alike: defaultdict[tuple[str, str], list[Figure]] = defaultdict(list)
    for sort, figure in zip(sorts, told, strict=True):
        if len(figure.written) >= _FEWEST:
            alike[sort, figure.shuffled].append(figure)
    done = settled["proved"] | settled["repeat"]
    for (sort, _), figures in alike.items():
        for figure in figures if 1 < len(figures) <= _MANY else ():
            if figure.order in done or figure.cell is not None or values[sort, figure.value] > 1:
                continue
            twin = next((f for f in figures if _is_told(ledger, settled, f, figure, sizes[sort])), None)
            if twin is not None:
                found = said_twice(twin, figure)
                found.weak = True
                yield found


def _is_told(ledger: Ledger, settled: Settled, twin: Figure, figure: Figure, size: int) -> bool:
    """Is the twin proved, or of five digits and assessed by the figure, and are they one number but for its digits?"""
    known = twin.order in settled["proved"] or (_is_long(ledger, figure) and not _is_assessed(ledger, twin))
    return known and _are_twins(ledger, figure, twin, size)


def _is_assessed(ledger: Ledger, figure: Figure) -> bool:
    """Does it stand in an assessment?"""
    return is_within(ledger.once(assessments), figure.claim.start)


def _is_long(ledger: Ledger, figure: Figure) -> bool:
    """Is it a number of five digits or more in an assessment?"""
    return len(figure.written) >= _FIVE and _is_assessed(ledger, figure)


def _are_twins(ledger: Ledger, figure: Figure, twin: Figure, size: int) -> bool:
    """Are they one number but for its digits, of one time as far as they tell, and named enough alike?"""
    if figure.claim.resolution != twin.claim.resolution:
        return False
    common = clause_of(ledger, figure) & clause_of(ledger, twin)
    if not are_neighbours_swapped(figure.written, twin.written) and not (
        _is_long(ledger, figure) and min(places_apart(figure, twin), default=0) >= _SHARED <= len(common)
    ):
        return False
    if figure.sentence == twin.sentence and twin.cell is None:
        return False
    if figure.period != twin.period and None not in (figure.period, twin.period) and is_past(ledger, figure):
        return False
    if not is_present(figure) or not is_present(twin) or are_told_apart(ledger, figure, twin):
        return False
    digits, assessed = len(figure.written), _is_assessed(ledger, figure)
    if figure.is_share and not (assessed and twin.cell is None):
        return False
    if digits >= _FIVE or (digits == _FOUR and (assessed or size <= _FEW)):
        return True
    noun = said(figure.unit[1:-1]) if figure.is_counted and figure.unit == twin.unit else frozenset()
    return len(common - noun) >= (1 if digits == _FOUR else _SHARED)
