"""Columns that no head explains, told by what their figures come to: `Kế hoạch vốn | Ước giải ngân | Tỷ lệ (%)`.

Takes the figures of a table row by row; sets kind and basis of a share that in every row is the result before it out of the plan before that. Never looks at words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from muctieu.claims.figures import Figure
from muctieu.document.layout import Cell

_FEWEST = 3
_HUNDRED = 100
Row = Sequence[tuple[Figure, Cell]]


def set_attainments(rows: Sequence[Row]) -> None:
    """Of each column of plain shares: an attainment, named as its result is, where three rows or more say so and none otherwise."""
    told: dict[int, list[tuple[Figure, Figure] | None]] = {}
    for row in rows:
        for column, share, found in _shares(row):
            told.setdefault(column, []).append((share, found) if found is not None else None)
    for pairs in told.values():
        proved = [pair for pair in pairs if pair is not None]
        if len(proved) == len(pairs) >= _FEWEST:
            for share, result in proved:
                share.kind, share.basis, share.indicator = "attainment", "target", result.indicator


def _shares(row: Row) -> Iterator[tuple[int, Figure, Figure | None]]:
    """The plain shares of a row with their columns, each with the result that it is of the plan, where they stand right before it."""
    for at, (share, cell) in enumerate(row):
        if share.kind != "level" or share.unit != "%" or at + 1 < _FEWEST:
            continue
        plan, result = row[at - 2][0], row[at - 1][0]
        if plan.kind == "target" and result.kind == "level" and plan.unit == result.unit != "%" and plan.value:
            fits = abs(result.value / plan.value * _HUNDRED - share.value) <= share.resolution
            yield cell.column, share, result if fits else None
