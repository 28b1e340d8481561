"""Words that stand side by side without rules: the two heads of an official letter, the addressees beside the signature → left before right.

Takes the rows of a page; knows how such blocks are set (the right one begins with a line in capitals), and no words.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from muctieu.document.readers.pdf_lines import Piece, joined
from muctieu.document.readers.pdf_rows import FIGURE

Row = list[Piece]
_WIDE = 1.2
"""The least white between the two sides, in heights of a letter."""
_MOST_ROWS = 25


class Sides(NamedTuple):
    """Two blocks side by side: their lines, the left one's first, and where they begin on the page."""

    top: float
    lines: list[Piece]


def find_sides(rows: list[Row]) -> list[Row | Sides]:
    """The rows from top to bottom, those of two blocks side by side put together."""
    found: list[Row | Sides] = []
    at = 0
    while at < len(rows):
        gutter = _gutter(rows[at])
        last = at
        while gutter is not None and last + 1 < min(len(rows), at + _MOST_ROWS) and _keeps(rows[last + 1], gutter):
            last += 1
        if gutter is not None and last > at and sum(_is_parted(row, gutter) for row in rows[at : last + 1]) > 1:
            found.append(_sides(rows[at : last + 1], gutter))
        else:
            found += rows[at : last + 1]
        at = last + 1
    return found


def _gutter(row: Row) -> tuple[float, float] | None:
    """The white between two sides, where the row has but one such and what stands behind it is in capitals."""
    gaps = [
        (left.right, right.left)
        for left, right in pairwise(row)
        if right.left - left.right >= _WIDE * min(left.size, right.size)
    ]
    if len(gaps) != 1:
        return None
    words = " ".join(piece.words for piece in row if piece.left >= gaps[0][1])
    return gaps[0] if words.isupper() and words.count(" ") > 1 else None


def _keeps(row: Row, gutter: tuple[float, float]) -> bool:
    """Whether nothing in the row crosses the middle of the white, and nothing behind it begins with a figure, as cells of a table do."""
    middle = (gutter[0] + gutter[1]) / 2
    behind = [piece for piece in row if piece.left >= middle]
    crosses = any(piece.left < middle < piece.right for piece in row)
    return not crosses and not any(piece.words[:1].isdigit() or FIGURE.match(piece.words) for piece in behind)


def _is_parted(row: Row, gutter: tuple[float, float]) -> bool:
    middle = (gutter[0] + gutter[1]) / 2
    return row[0].left < middle < row[-1].right


def _sides(rows: list[Row], gutter: tuple[float, float]) -> Sides:
    middle = (gutter[0] + gutter[1]) / 2
    sides = [
        [[piece for piece in row if (piece.left < middle) == is_left] for row in rows] for is_left in (True, False)
    ]
    lines = [joined(row) for side in sides for row in side if row]
    return Sides(max(piece.top for piece in rows[0]), lines)
