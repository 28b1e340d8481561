"""`growth` and `ratio` of tables whose rows or columns say how the others go together: a row of rates under its levels over the years, a column of yields between areas and outputs.

Formulas: rate of a year = (level of the year ÷ level of the year before − 1) × 100, for a row `Tốc độ tăng GRDP` and the row `GRDP`; output = yield × area, along each row. What the other years, or the other rows, show to hold is held against each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from muctieu.audit.check import Check
from muctieu.audit.equation import Growth, Product
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Grid, Ledger, Row
from muctieu.audit.names import alike, key_of

_RATES = re.compile(r"^(?:- )?(?:tốc độ|tỷ lệ|tỉ lệ|mức) (?:tăng trưởng|tăng)\s+")
_FEWEST_YEARS, _FEWEST_ROWS = 2, 3
_SCALES = {("t", "dt"): Decimal("0.1"), ("t", "t"): Decimal(1), ("t", "kg"): Decimal("0.001")}


def check(ledger: Ledger) -> Iterator[Check]:
    """Every row of rates, every column of yields."""
    for grid in ledger.grids:
        for row in grid.rows:
            name = _RATES.match(row.label)
            if name is not None:
                yield from _rates(grid, row, row.label[name.end() :])
        yield from _yields(grid)


def _rates(grid: Grid, rates: Row, name: str) -> Iterator[Check]:
    """The rates of a row by the levels of the row of their name, in the columns of the years."""
    own = key_of(name)
    for levels in grid.rows:
        if levels is rates or not own or not alike(own, key_of(levels.label)):
            continue
        by_year = {f.period: f for f in levels.figures.values() if f.kind == "level" and not f.is_share}
        found = []
        for rate in rates.figures.values():
            if rate.kind == "target" or rate.period is None or not rate.period.isdigit():
                continue
            value, basis = by_year.get(rate.period), by_year.get(str(int(rate.period) - 1))
            if value is not None and basis is not None and basis.value:
                found.append(Check.of("growth", Growth(rate, value, basis)))
        held = sum(each.holds for each in found)
        if held >= _FEWEST_YEARS and held * 3 >= len(found) * 2:
            yield from found
            return


def _yields(grid: Grid) -> Iterator[Check]:
    """The outputs of a column by the yields and the areas of two others: which they are the rows tell."""
    fits: dict[tuple[int, int, int], list[Check]] = {}
    for row in grid.rows:
        cells = [f for f in row.figures.values() if f.kind in ("level", "target")]
        for rate in (f for f in cells if f.claim.per == ("ha",) and f.value):
            areas = [f for f in cells if f.unit == "ha" and not f.claim.per]
            for output, area in product((f for f in cells if _scale(f, rate)), areas):
                made = Check.of("ratio", Product(output, rate, area, _scale(output, rate) or Decimal(1)))
                fits.setdefault((output.column, rate.column, area.column), []).append(made)
    best = max(fits.values(), key=lambda checks: sum(found.holds for found in checks), default=[])
    held = sum(found.holds for found in best)
    if held >= _FEWEST_ROWS and held * 4 >= len(best) * 3:
        yield from best


def _scale(output: Figure, rate: Figure) -> Decimal | None:
    """What turns yield times area into the output's unit."""
    return None if output.claim.per else _SCALES.get((output.unit, rate.unit))
