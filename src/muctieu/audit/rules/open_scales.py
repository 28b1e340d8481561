"""`repeat` of an amount that another place gives with other scale words: the same digits in millions here and billions there (`tiền phạt 74,5 triệu đồng`, `74,5 tỷ đồng tiền phạt`), or told more exactly, with two digits the other way round (`302.215 triệu đồng`, `320,2 tỷ đồng`).

Takes amounts that nothing proves. The same digits have to share two words with the other's clause, and of four digits in an assessment may be any power of ten of it; a rounded one has to stand in an assessment, and the other to be proved.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from muctieu.audit.assessments import assessments, is_within
from muctieu.audit.check import Check
from muctieu.audit.clauses import clause_of
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.open_figures import Settled
from muctieu.audit.told_apart import are_told_apart
from muctieu.audit.twice import are_neighbours_swapped, said_twice, sort_of, told_amounts

_FEWEST, _FOUR = 3, 4
_SHARED = 2
_MANY = 12
_TENS = tuple(Decimal(10) ** power for power in range(-6, 7) if power)
_THOUSANDS = tuple(Decimal(1000) ** power for power in (-2, -1, 1, 2))


def check(ledger: Ledger, settled: Settled) -> Iterator[Check]:
    """Every amount of the text that nothing proves, with the one of other scale words that it looks like."""
    told = [f for f in ledger.once(told_amounts) if not f.is_share and len(f.written) >= _FEWEST]
    open_ones = [f for f in told if f.cell is None and f.order not in settled["proved"]]
    yield from _in_another_unit(ledger, settled, told, open_ones)
    yield from _rounded(ledger, settled, told, open_ones)


def _said(twin: Figure, figure: Figure) -> Check:
    """The check of the two."""
    found = said_twice(twin, figure)
    found.weak = True
    return found


def _in_another_unit(
    ledger: Ledger, settled: Settled, told: Sequence[Figure], open_ones: Sequence[Figure]
) -> Iterator[Check]:
    """Those that have the same digits."""
    written: defaultdict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in told:
        written[sort_of(figure), figure.written].append(figure)
    for figure in open_ones:
        figures = written[sort_of(figure), figure.written]
        if 1 < len(figures) <= _MANY:
            twin = next((f for f in figures if f is not figure and _is_in_another_unit(ledger, f, figure)), None)
            if twin is not None and (twin.order in settled["proved"] or twin.order < figure.order):
                yield _said(twin, figure)


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


def _rounded(ledger: Ledger, settled: Settled, told: Sequence[Figure], open_ones: Sequence[Figure]) -> Iterator[Check]:
    """Those of an assessment that a proved one is, when it is rounded, but for two digits."""
    spans = ledger.once(assessments)
    assessed = [
        f for f in open_ones if len(f.written) >= _FOUR and f.claim.resolution and is_within(spans, f.claim.start)
    ]
    if not assessed:
        return
    values = Counter((sort_of(figure), figure.value) for figure in told)
    lengths = {len(figure.written) for figure in assessed}
    finer: defaultdict[tuple[str, str], list[Figure]] = defaultdict(list)
    for exact in told:
        for length in lengths if exact.order in settled["proved"] else ():
            if length < len(exact.written):
                finer[sort_of(exact), "".join(sorted(_to_digits(exact, length)))].append(exact)
    for figure in assessed:
        sort = sort_of(figure)
        near = finer[sort, figure.shuffled][:_MANY] if values[sort, figure.value] == 1 else []
        twin = next((f for f in near if _is_swapped_of(figure, f) and not are_told_apart(ledger, figure, f)), None)
        if twin is not None:
            yield _said(twin, figure)


def _to_digits(figure: Figure, length: int) -> str:
    """The figure's digits rounded to so many."""
    return str(round(Decimal(figure.written).scaleb(length - len(figure.written))))


def _is_swapped_of(figure: Figure, twin: Figure) -> bool:
    """Is it the other, rounded, with two neighbouring digits changed?"""
    return are_neighbours_swapped(str(round(twin.value / figure.claim.resolution)), figure.written)
