"""`growth` in tables: columns that compare others, along each row; rows of rates under their levels, along the years.

Formulas: as in `growth`; a percentage may be the growth or the ratio. Which two columns a column `So sánh (%)` or `Bình quân 2021 - 2025 (%/năm)` compares is told by the rows
where it fits (three for a comparison, two for a mean): a row where it does not fit then is a slip, and a column that fits nowhere says nothing.
Of a row `Tốc độ tăng GRDP` the levels are those of the row `GRDP`: rate of a year = (level of the year ÷ level of the year before − 1) × 100, held against each year where most years fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from muctieu.audit.check import Check
from muctieu.audit.differences import equation_of, failed
from muctieu.audit.equation import Change, Equation, Growth, MeanChange, Multiple, figure_of
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Grid, Ledger, Row
from muctieu.audit.names import alike, key_of
from muctieu.audit.pairs import far_pairs

_RATES = re.compile(r"^(?:- )?(?:tốc độ|tỷ lệ|tỉ lệ|mức) (?:tăng trưởng|tăng)\s+")
_FEWEST_YEARS = 2
_AVERAGE_HEAD = re.compile(r"bình quân|\bbq\b|/năm")
_DIFFERENCE = re.compile(r"(?:mức |số )?(?:tăng|giảm|chênh lệch|so sánh)\b")
_COMPARES = re.compile(r"so với|so sánh|cùng kỳ|tốc độ|tăng|giảm|%|chênh lệch")
_CONTRIBUTES = re.compile(r"\b(?:đóng )?góp\b")
_PLAN = re.compile(r"kế hoạch|\bkh\b|dự toán|mục tiêu|chỉ tiêu|nghị quyết")
_KINDS = ("growth", "change", "multiple")


def check(ledger: Ledger) -> Iterator[Check]:
    """Every comparing column of every table."""
    for grid in ledger.grids:
        yield from _of_table(ledger, grid)
        for row in grid.rows:
            name = _RATES.match(row.label)
            if name is not None:
                yield from _rates(grid, row, row.label[name.end() :])


def _of_table(ledger: Ledger, grid: Grid) -> Iterator[Check]:
    """Along each row: `% so cùng kỳ` and growth columns against the levels of the row."""
    checks: list[Check] = []
    yield from _by_columns(grid)
    yield from _averages(grid)
    for row in grid.rows:
        levels = [f for f in row.figures.values() if f.kind == "level"]
        for column, stated in row.figures.items():
            if stated.kind not in _KINDS and not _is_compared(stated, grid.heads.get(column, "")):
                continue
            if _CONTRIBUTES.search(grid.heads.get(column, "")) is not None:
                continue  # points of the growth of the whole
            found = _of_row(stated, levels, grid.heads.get(column, ""))
            if found is None:
                far = [e for pair in far_pairs(ledger, None, 0, stated) if (e := equation_of(stated, pair)) is not None]
                held = next((e for e in far if e.holds()), None)
                found = Check.of("growth", held) if held is not None else _slipped(stated, far)
            if found is not None:
                checks.append(found)
    fitting = {found.figures[0].column for found in checks if found.holds}
    for found in checks:
        if found.holds or found.figures[0].column in fitting or _close(found):
            yield found


def _slipped(stated: Figure, far: list[Equation]) -> Check | None:
    """The value of the row against the only basis that the text tells, where two digits the other way round would make it fit."""
    here = [e for e in far if (value := figure_of(e.terms[1])).cell is not None and value.kind == "level"]
    if len({figure_of(e.terms[2]).value for e in here}) != 1:
        return None
    return failed(stated, here[0], "error") if here[0].slip() == "swapped" else None


def _by_columns(grid: Grid) -> Iterator[Check]:
    """A column `tháng 10 so với tháng 9 (%)`: which two columns it compares is told by the rows where it fits; a row where it does not is a slip."""
    for column, head in grid.heads.items():
        if _CONTRIBUTES.search(head) or not _COMPARES.search(head) or (_PLAN.search(head) and "chênh lệch" not in head):
            continue
        fits: dict[tuple[int, int], list[Check]] = {}
        for row in grid.rows:
            stated = row.figures.get(column)
            amounts = [f for f in row.figures.values() if f is not stated and f.kind in ("level", "target")]
            for value, basis in permutations(amounts, 2) if stated is not None else ():
                alike = value.measure == basis.measure and basis.value and value.column > basis.column
                equation = _compared(stated, value, basis, head) if alike and stated is not None else None
                if equation is not None and stated is not None:
                    fits.setdefault((value.column, basis.column), []).append(Check.of("growth", equation))
        best = max(fits.values(), key=lambda checks: sum(found.holds for found in checks), default=[])
        held = sum(found.holds for found in best)
        if held >= 3 and held * 4 >= len(best) * 3:
            yield from best


def _compared(stated: Figure, value: Figure, basis: Figure, head: str) -> Equation | None:
    """What a cell of a comparing column says of two cells of its row: their difference in their own unit, or their ratio; none where it can be neither."""
    differs = stated.kind == "change" or (not stated.is_share and _DIFFERENCE.match(head) is not None)
    if differs:
        same_unit = stated.unit == value.unit or "" in (stated.unit, value.unit)
        return Change(stated, value, basis, unsigned=stated.kind == "level") if same_unit else None
    if not stated.is_share or value.is_share or "target" in (value.kind, basis.kind):
        return None
    return _row_equation(stated, value, basis)


def _averages(grid: Grid) -> Iterator[Check]:
    """A column `Bình quân 2021 - 2025 (%/năm)` between a column of its first year and one of its last: which they are is told by the rows where it fits."""
    for column, head in grid.heads.items():
        if not _AVERAGE_HEAD.search(head):
            continue
        fits: dict[tuple[int, int], list[Check]] = {}
        for row in grid.rows:
            stated = row.figures.get(column)
            amounts = [f for f in row.figures.values() if f is not stated and f.kind in ("level", "target")]
            if stated is None or not stated.is_share:
                continue
            for value, basis in permutations(amounts, 2):
                years = _years_between(basis, value)
                if years and value.measure == basis.measure and basis.value and value.claim.comparator == "eq":
                    kind = MeanChange if value.is_share else Growth
                    found = Check.of("growth", kind(stated, value, basis, years))
                    fits.setdefault((value.column, basis.column), []).append(found)
        best = max(fits.values(), key=lambda checks: sum(found.holds for found in checks), default=[])
        held = sum(found.holds for found in best)
        if held >= 2 and held * 4 >= len(best) * 3:
            yield from best


def _years_between(basis: Figure, value: Figure) -> int:
    """How many years lie between two figures of single years; none where they are not told."""
    told = [f.period for f in (basis, value) if f.period is not None and re.fullmatch(r"\d{4}", f.period)]
    return max(0, int(told[1]) - int(told[0])) if len(told) == 2 else 0


def _close(found: Check) -> bool:
    """Where no other row shows what the column compares: only a figure that is near what the row gives."""
    stated, expected = found.figures[0], found.expected
    return (
        stated.is_share
        and expected is not None
        and expected.distance(stated.interval) <= max(Decimal(30), abs(stated.value))
    )


def _is_compared(stated: Figure, head: str) -> bool:
    """A level in percent under a head that compares with the period before."""
    return stated.kind in ("level", "attainment") and stated.is_share and "cùng kỳ" in head and "kế hoạch" not in head


def _of_row(stated: Figure, levels: list[Figure], head: str) -> Check | None:
    """A difference in a row: the latest level against an earlier one; the only two levels where their periods say nothing."""
    others = [
        f for f in levels if f is not stated and not (f.is_share and "cùng kỳ" in head and f.column > stated.column)
    ]
    pairs: list[Equation] = []
    basis_period = stated.claim.basis
    for value in others:
        if stated.period is not None and value.period is not None and value.period != stated.period:
            continue
        for basis in others:
            if basis is value or basis.measure != value.measure or basis.value == 0:
                continue
            if basis_period is not None and basis.period is not None and basis.period != basis_period:
                continue
            if None not in (basis.period, value.period) and str(basis.period) >= str(value.period):
                continue
            pairs.append(_row_equation(stated, value, basis))
    for equation in pairs:
        if equation.holds():
            return Check.of("growth", equation)
    if len(pairs) == 1 and (stated.is_share or stated.kind == "change"):
        return failed(stated, pairs[0], "error")
    return None


def _row_equation(stated: Figure, value: Figure, basis: Figure) -> Equation:
    """In a table a percentage may be the growth or the ratio."""
    if stated.kind == "change" or (stated.kind == "growth" and value.is_share):
        return Change(stated, value, basis)
    if stated.kind == "multiple" and not (stated.is_share and _DIFFERENCE.match(stated.head)):
        return Multiple(stated, value, basis)
    return Growth(stated, value, basis, ratio_too=True)


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
