"""`ratio` in tables: a column of shares against the columns it is made of.

Formulas: share = one column ÷ another along the row, or ÷ the same column's total row; output = area × yield, down three rows or along any three columns. Which
columns belong together is told by the rows where they fit: at least three of them and three of four; a row where they do not is a slip.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations, product

from muctieu.audit.check import Check
from muctieu.audit.equation import Product, Ratio, scale_of
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Grid, Ledger, Row

_FEWEST = 3
_TOTALS = ("tổng", "cộng", "toàn ")
_ONE = Decimal(1)
_CROP = ("diện tích", "năng suất", "sản lượng")


def check(ledger: Ledger) -> Iterator[Check]:
    """Every column of shares, every crop."""
    for grid in ledger.grids:
        if len(grid.rows) >= _FEWEST:
            for column in grid.heads:
                yield from _shares(grid, column)
        yield from _crops_down(grid)
        yield from _crops_along(grid)
        yield from _yields(grid)


def _shares(grid: Grid, column: int) -> Iterator[Check]:
    """One column of shares: the two columns, or the column and its total row, that most rows fit."""
    found: dict[tuple[int, int], list[Check]] = {}
    totals = [row for row in grid.rows if row.label.startswith(_TOTALS)]
    for row in grid.rows:
        share = row.figures.get(column)
        if share is None or share.unit != "%" or share.kind not in ("level", "attainment", "multiple"):
            continue
        amounts = [f for f in row.figures.values() if not f.is_share and f.kind in ("level", "part") and f.value]
        for part, whole in permutations(amounts, 2):
            if _alike(part, whole) and part.value <= whole.value:
                ratio = Ratio(share, part, whole)
                found.setdefault((part.column, whole.column), []).append(Check.of("ratio", ratio, "error"))
        for part in amounts if len(totals) == 1 and row is not totals[0] else ():
            whole_cell = totals[0].figures.get(part.column)
            if whole_cell is not None and _alike(part, whole_cell) and whole_cell.value >= part.value:
                found.setdefault((part.column, -1), []).append(Check.of("ratio", Ratio(share, part, whole_cell)))
    yield from _fitting(list(found.values()))


def _alike(part: Figure, whole: Figure) -> bool:
    """Are they of one measure? A column whose head names no unit counts what the others count."""
    if part.claim.per != whole.claim.per:
        return False
    return part.unit == whole.unit or all(figure.unit[:1] in ("", "{") for figure in (part, whole))


def _fitting(groups: list[list[Check]]) -> Iterator[Check]:
    """The group that fits best, where it fits three rows and three of four."""
    best = max(groups, key=lambda checks: sum(found.holds for found in checks), default=[])
    held = sum(found.holds for found in best)
    if held >= _FEWEST and held * 4 >= len(best) * 3:
        yield from best


def _crops_down(grid: Grid) -> Iterator[Check]:
    """Rows `Diện tích`, `Năng suất`, `Sản lượng` under one another, column by column."""
    for rows in zip(grid.rows, grid.rows[1:], grid.rows[2:], strict=False):
        if [_crop_word(row) for row in rows] == list(_CROP):
            area, rate, output = rows
            checks = [_crop(area.figures.get(c), rate.figures.get(c), output.figures.get(c)) for c in output.figures]
            yield from _agreeing([found for found in checks if found is not None])


def _crop_word(row: Row) -> str:
    """Which of area, yield and output a row is."""
    return next((word for word in _CROP if word in row.label), "")


def _crops_along(grid: Grid) -> Iterator[Check]:
    """Columns `Diện tích`, `Năng suất`, `Sản lượng` beside one another, row by row."""
    columns = sorted(grid.heads)
    for three in zip(columns, columns[1:], columns[2:], strict=False):
        if all(word in grid.heads[column] for word, column in zip(_CROP, three, strict=True)):
            checks = [_crop(*(row.figures.get(column) for column in three)) for row in grid.rows]
            yield from _agreeing([found for found in checks if found is not None])


def _yields(grid: Grid) -> Iterator[Check]:
    """The outputs of a column by the yields and the areas of two others: which they are the rows tell."""
    fits: dict[tuple[int, int, int], list[Check]] = {}
    for row in grid.rows:
        cells = [f for f in row.figures.values() if f.kind in ("level", "target")]
        for rate in (f for f in cells if f.claim.per == ("ha",) and f.value):
            areas = [f for f in cells if f.unit == "ha" and not f.claim.per]
            for output, area in product((f for f in cells if scale_of(f, rate) and not f.claim.per), areas):
                made = Check.of("ratio", Product(output, rate, area, scale_of(output, rate) or _ONE))
                fits.setdefault((output.column, rate.column, area.column), []).append(made)
    yield from _fitting(list(fits.values()))


def _crop(area: Figure | None, rate: Figure | None, output: Figure | None) -> Check | None:
    """The check of one crop in one time."""
    if area is None or rate is None or output is None or area.unit != "ha":
        return None
    scale = scale_of(output, rate)
    return None if scale is None else Check.of("ratio", Product(output, rate, area, scale), "error")


def _agreeing(checks: list[Check]) -> Iterator[Check]:
    """The checks of a crop: one that fails is told where others of the table hold, or where it is near."""
    held = sum(found.holds for found in checks)
    for found in checks:
        expected = found.equation.nearest() if found.equation is not None else None
        stated = found.figures[0].value
        room = 10 if held >= 2 else 2
        near = expected is not None and expected.low <= stated * room and stated <= expected.high * room
        if found.holds or (near and (held * 2 >= len(checks) or len(checks) == 1)):
            found.severity = "error" if held else "warning"
            yield found
