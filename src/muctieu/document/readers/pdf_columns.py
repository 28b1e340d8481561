"""The columns of a page: pieces of line and boxes of tables → regions in reading order. Knows nothing of words.

A page is cut where something crosses the gutter (a title, a wide table); between such cuts the left column is read before the right. A
column that is itself parted from top to bottom is read so too (pages of three columns).
"""

from __future__ import annotations

from statistics import median
from typing import NamedTuple

from muctieu.document.readers.pdf_grid import Grid
from muctieu.document.readers.pdf_lines import Piece, rows_of

_STEP = 3.0
_LEAST_LINES = 4
_LEAST_FILL = 0.7


class Region(NamedTuple):
    """A part of a page that is read from top to bottom: its pieces and its ruled tables."""

    pieces: list[Piece]
    grids: list[Grid]


class _Gutter(NamedTuple):
    left: float
    right: float

    def is_crossed(self, left: float, right: float) -> bool:
        return left < self.right - 1 and right > self.left + 1


def regions_of(pieces: list[Piece], grids: list[Grid], *, is_column: bool = False) -> list[Region]:
    """The page, or one of its columns, in reading order: one region, or those above, between and below its columns and the columns themselves."""
    gutter = _find_gutter(pieces, most_crossing=0 if is_column else len(pieces))
    if gutter is None:
        return [Region(pieces, grids)]
    rows = rows_of(pieces)
    wide = [row for row in rows if _is_wide(row, gutter)]
    across = sorted(
        [(max(piece.top for piece in row), min(piece.bottom for piece in row)) for row in wide]
        + [(grid.top, grid.bottom) for grid in grids if gutter.is_crossed(grid.left, grid.right)],
        reverse=True,
    )
    regions: list[Region] = []
    top = float("inf")
    for upper, lower in [*across, (float("-inf"), float("-inf"))]:
        regions += _zone(pieces, grids, gutter, top, upper)
        crossing = [
            piece for row in wide for piece in row if lower <= (piece.bottom + piece.top) / 2 <= upper < top + 1
        ]
        inside = [grid for grid in grids if grid.top == upper and gutter.is_crossed(grid.left, grid.right)]
        if crossing or inside:
            regions.append(Region(crossing, inside))
        top = min(top, lower)
    return _together(regions)


def _zone(pieces: list[Piece], grids: list[Grid], gutter: _Gutter, top: float, bottom: float) -> list[Region]:
    """The two columns between two heights, left before right."""
    middle = (gutter.left + gutter.right) / 2
    inside = [piece for piece in pieces if bottom < (piece.bottom + piece.top) / 2 < top]
    tables = [
        grid
        for grid in grids
        if bottom < (grid.bottom + grid.top) / 2 < top and not gutter.is_crossed(grid.left, grid.right)
    ]
    sides = [
        ([p for p in inside if (p.left < middle) == left], [g for g in tables if (g.left < middle) == left])
        for left in (True, False)
    ]
    return [region for side in sides for region in regions_of(*side, is_column=True)]


def _together(regions: list[Region]) -> list[Region]:
    """Regions that follow each other across the whole page are one."""
    return [region for region in regions if region.pieces or region.grids]


def _find_gutter(pieces: list[Piece], most_crossing: int) -> _Gutter | None:
    """The white strip down the middle that parts two columns of running text and that so many pieces cross at most, or None."""
    if len(pieces) < 2 * _LEAST_LINES:
        return None
    left, right = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    width = right - left
    places = [left + 0.3 * width + _STEP * n for n in range(int(0.4 * width / _STEP))]
    crossing = [sum(1 for piece in pieces if piece.left < at < piece.right) for at in places]
    if not crossing:
        return None
    least = min(crossing)
    if least > most_crossing:
        return None
    best: tuple[int, int] = (0, -1)
    first = None
    for n, count in enumerate([*crossing, least + 1]):
        if count == least and first is None:
            first = n
        elif count != least and first is not None:
            best = max(best, (first, n - 1), key=lambda run: run[1] - run[0])
            first = None
    at = (places[best[0]] + places[best[1]]) / 2
    gutter = _Gutter(
        max((p.right for p in pieces if p.right <= at), default=at),
        min((p.left for p in pieces if p.left >= at), default=at),
    )
    return gutter if _are_columns(pieces, gutter, left, right) else None


def _are_columns(pieces: list[Piece], gutter: _Gutter, left: float, right: float) -> bool:
    """Whether both sides of the gutter hold lines of running text, which fill their column (the cells of a table do not)."""
    for start, end in ((left, gutter.left), (gutter.right, right)):
        side = [piece for piece in pieces if piece.left >= start - 1 and piece.right <= end + 1]
        rows = rows_of(side)
        if len(rows) < _LEAST_LINES or end - start < 60:
            return False
        fill = median(sum(piece.right - piece.left for piece in row) / (end - start) for row in rows)
        if fill < _LEAST_FILL:
            return False
    return True


def _is_wide(row: list[Piece], gutter: _Gutter) -> bool:
    """Whether a row runs across the gutter, or has no more than a blank there."""
    middle = (gutter.left + gutter.right) / 2
    before = max((piece.right for piece in row if piece.left < middle), default=None)
    after = min((piece.left for piece in row if piece.left >= middle), default=None)
    if before is not None and before > gutter.left + 1:
        return True
    if after is not None and after < gutter.right - 1:
        return True
    return before is not None and after is not None and after - before < 0.6 * (gutter.right - gutter.left)
