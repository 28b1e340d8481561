"""Columns that no head explains, told by what their figures come to: `Kế hoạch vốn | Ước giải ngân | Tỷ lệ (%)`.

Takes the figures of a table row by row; sets kind and basis of a share that is the result before it out of the plan before that, in three rows or more and three of four. Never looks at words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from muctieu.claims.figures import Figure
from muctieu.document.layout import Cell

_FEWEST, _HUNDRED = 3, 100
Row = Sequence[tuple[Figure, Cell]]


class _Share(NamedTuple):
    """A plain share of a row, the result right before it, and whether it is that of the plan before both."""

    share: Figure
    result: Figure
    fits: bool


def set_attainments(rows: Sequence[Row]) -> None:
    """Of each column of plain shares: attainments, named as their results are, where the rows say so; a row that does not fit is a slip, and one too."""
    columns: dict[int, list[_Share]] = {}
    for row in rows:
        for column, told in _shares(row):
            columns.setdefault(column, []).append(told)
    for shares in columns.values():
        fitting = sum(told.fits for told in shares)
        if fitting >= _FEWEST and 4 * fitting >= 3 * len(shares):
            for share, result, _ in shares:
                share.kind, share.basis, share.indicator = "attainment", "target", result.indicator


def _shares(row: Row) -> Iterator[tuple[int, _Share]]:
    """The shares of a row that stand right behind a plan and its result, by column."""
    for at, (share, cell) in enumerate(row):
        if share.kind != "level" or share.unit != "%" or at + 1 < _FEWEST:
            continue
        plan, result = row[at - 2][0], row[at - 1][0]
        if plan.kind == "target" and result.kind == "level" and plan.unit == result.unit != "%" and plan.value:
            fits = abs(result.value / plan.value * _HUNDRED - share.value) <= share.resolution
            yield cell.column, _Share(share, result, fits)
