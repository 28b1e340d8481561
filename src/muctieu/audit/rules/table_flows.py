"""`parts_sum` along the rows of a table that tells what there was, what came, what went and what there is: `Đầu năm | Thành lập mới | Giải thể | Cuối năm`.

Formula: end = start + came − went. Which columns these are is told by the rows alone: where three rows in four fit, and four at least with something that came and something that went, a row that does not is a slip. Never looks at the heads.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from muctieu.audit.check import Check
from muctieu.audit.equation import Flow
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Grid, Ledger

_FEWEST_ROWS, _COLUMNS, _WIDEST = 4, 4, 9


def check(ledger: Ledger) -> Iterator[Check]:
    """Every table of four columns of one unit or more."""
    for grid in ledger.grids:
        if len(grid.rows) > _FEWEST_ROWS:
            yield from _of_grid(grid)


def _of_grid(grid: Grid) -> Iterator[Check]:
    """The first four columns, in the order of the table, whose rows flow so."""
    rows = [[f for f in row.figures.values() if f.kind == "level" and not f.is_share] for row in grid.rows]
    units = {f.unit for row in rows for f in row}
    columns = sorted({f.column for row in rows for f in row if f.column is not None})
    if len(units) != 1 or not _COLUMNS <= len(columns) <= _WIDEST:
        return
    for chosen in combinations(columns, _COLUMNS):
        told = [[row.figures[column] for column in chosen] for row in grid.rows if {*chosen} <= {*row.figures}]
        told = [figures for figures in told if all(f.kind == "level" for f in figures)]
        fits = [_flows(figures) for figures in told]
        moved = sum(
            fit and figures[1].value > 0 and figures[2].value > 0 for fit, figures in zip(fits, told, strict=True)
        )
        if moved >= _FEWEST_ROWS and sum(fits) * 4 >= 3 * len(fits):
            yield from (_check(figures) for figures in told)
            return


def _flows(figures: list[Figure]) -> bool:
    """Is what there is what there was and what came, without what went?"""
    start, came, went, end = figures
    return start.value + came.value - went.value == end.value


def _check(figures: list[Figure]) -> Check:
    """The check of one row."""
    start, came, went, end = figures
    return Check.of("parts_sum", Flow(end, start, [(came, 1), (went, -1)]))
