"""`growth` of a column that no rule has recomputed: what it is of two columns before it is told by its rows, whatever its head says.

Formulas: a growth or a ratio in %, or a difference, of two columns. `Chỉ tiêu giao | Thu được | Tỷ lệ`: where three rows in four fit, and three at least, a row that does not is a slip.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import permutations

from muctieu.audit.check import Check
from muctieu.audit.equation import Change, Equation, Growth
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Grid, Ledger
from muctieu.audit.open_figures import Settled

Kind = Callable[[Figure, Figure, Figure], Equation]
_FEWEST = 3
_WIDEST = 10
_SAMPLE = 6
_LEAST_HELD = 3


def check(ledger: Ledger, settled: Settled) -> Iterator[Check]:
    """Every column of which no figure has been recomputed."""
    done = settled["growth"] | settled["attainment"] | settled["ratio"] | settled["target_gap"] | settled["parts_sum"]
    for grid in ledger.grids:
        columns = sorted({column for row in grid.rows for column in row.figures})
        if len(grid.rows) <= _FEWEST or not _FEWEST <= len(columns) <= _WIDEST:
            continue
        for column in columns[2:]:
            stated = [row.figures[column] for row in grid.rows if column in row.figures]
            if len(stated) > _FEWEST and not any(figure.order in done for figure in stated):
                yield from _of_column(grid, column, [each for each in columns if each < column])


def _of_column(grid: Grid, column: int, before: list[int]) -> Iterator[Check]:
    """The first two columns before it that it is told to compare by its rows."""
    for value, basis in permutations(before[-_SAMPLE:], 2):
        for kind in (_rate, _difference):
            sample = list(_checks(grid, (column, value, basis), kind, _SAMPLE))
            if not _is_told(sample):
                continue
            found = list(_checks(grid, (column, value, basis), kind, len(grid.rows)))
            if _is_told(found):
                yield from found
                return


def _checks(grid: Grid, columns: tuple[int, int, int], kind: Kind, most: int) -> Iterator[Check]:
    """The checks of the first rows that have all three figures."""
    for row in grid.rows[:most]:
        stated, value, basis = (row.figures.get(column) for column in columns)
        if stated is None or value is None or basis is None or not value.value or not basis.value or not stated.value:
            continue
        if value.measure != basis.measure or value.is_share or value.claim.comparator != "eq":
            continue
        if stated.is_share if kind is _rate else stated.unit in ("", value.unit):
            found = Check.of("growth", kind(stated, value, basis), "warning")
            yield found


def _is_told(checks: list[Check]) -> bool:
    """Do most of the rows fit, of values that differ?"""
    held = {check.figures[0].value for check in checks if check.holds}
    return len(held) >= _LEAST_HELD and sum(check.holds for check in checks) * 4 >= len(checks) * 3


def _rate(stated: Figure, value: Figure, basis: Figure) -> Equation:
    return Growth(stated, value, basis, ratio_too=True)


def _difference(stated: Figure, value: Figure, basis: Figure) -> Equation:
    return Change(stated, value, basis)
