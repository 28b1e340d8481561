"""One sheet of a workbook → paragraphs and tables: its titles, units and notes stand alone in their rows, the rest makes rows of cells.

Hidden rows and columns are left out, and merged cells span what is left of them. Knows no formats and no words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from muctieu.document.layout import CellText, LayoutBuilder

_VAST = 10_000
"""Cells of a merged range that is let be: whole rows or columns."""
Place = tuple[int, int]
Values = Sequence[Sequence[object]]


class Hidden(NamedTuple):
    """The rows and columns (from 0) of a sheet that are not shown."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()


class _Row(NamedTuple):
    """A shown row that holds words: its number in the sheet, its filled cells, all its cells."""

    number: int
    filled: list[CellText]
    cells: list[CellText]


def add_sheet(
    builder: LayoutBuilder, name: str, page: Any, values: Values, shown: Callable[[object, Place], str], hidden: Hidden
) -> None:
    """Adds the sheet's name and what it shows; `shown` gives the words of a value at a row and column (from 0)."""
    rows = _rows(page, values, shown, hidden)
    if rows:
        builder.paragraph(name, 1)
    for part in _parts(rows):
        first = next((n for n, row in enumerate(part) if not _stands_alone(row)), len(part))
        last = next((n for n in range(len(part), first, -1) if not _stands_alone(part[n - 1])), first)
        for row in part[:first]:
            builder.paragraph(row.filled[0].pieces)
        if last > first:
            builder.table(_without_empty_tail([row.cells for row in part[first:last]]))
        for row in part[last:]:
            builder.paragraph(row.filled[0].pieces)


def _rows(page: Any, values: Values, shown: Callable[[object, Place], str], hidden: Hidden) -> list[_Row]:
    """The rows that show words, their cells in the columns that are shown."""
    top, left = page.start or (0, 0)
    width = max(map(len, values), default=0)
    columns = {column: n for n, column in enumerate(c for c in range(left, left + width) if c not in hidden.columns)}
    words = {
        number: [shown(value, (number, column)) for column, value in enumerate(row, left)]
        for number, row in enumerate(values, top)
        if number not in hidden.rows
    }
    kept = [
        number
        for number, said in words.items()
        if any(said[column - left] for column in columns if column - left < len(said))
    ]
    spans, covered = _merged(page.merged_cell_ranges or ())
    rows: list[_Row] = []
    for number in kept:
        cells: list[CellText] = []
        for column, place in columns.items():
            if (number, column) not in covered and column - left < len(words[number]):
                height, breadth = spans.get((number, column), (1, 1))
                down = sum(number <= other < number + height for other in kept) if height > 1 else 1
                across = sum(column <= other < column + breadth for other in columns) if breadth > 1 else 1
                cells.append(CellText([words[number][column - left]], down, across, place))
        rows.append(_Row(number, [cell for cell in cells if cell.pieces[0]], cells))
    return [row for row in rows if row.filled]


def _merged(ranges: Any) -> tuple[dict[Place, tuple[int, int]], set[Place]]:
    """How far merged cells span, by their first cell, and the cells that they cover."""
    spans: dict[Place, tuple[int, int]] = {}
    covered: set[Place] = set()
    for (top, left), (bottom, right) in ranges:
        height, width = bottom - top + 1, right - left + 1
        if height * width > _VAST:
            continue
        spans[top, left] = height, width
        covered |= {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)} - {
            (top, left)
        }
    return spans, covered


def _parts(rows: list[_Row]) -> list[list[_Row]]:
    """The rows in parts: behind empty rows, a row that stands alone above a head (cells without figures) begins another table."""
    parts: list[list[_Row]] = [[]]
    for above, row in pairwise([None, *rows]):
        if row is None:
            continue
        if above is not None and row.number > above.number + 1 and _stands_alone(row) and _is_above_head(rows, row):
            parts.append([])
        parts[-1].append(row)
    return parts


def _is_above_head(rows: list[_Row], row: _Row) -> bool:
    below = next((other for other in rows if other.number > row.number and not _stands_alone(other)), None)
    return below is not None and len(below.filled) > 1 and not any(str(c.pieces[0])[:1].isdigit() for c in below.filled)


def _stands_alone(row: _Row) -> bool:
    """Whether a row is a title, a note or the unit of what follows: one cell at the left, or one that says of what (`Đơn vị: …`).

    A merged cell further right is part of a head.
    """
    cell = row.filled[0]
    words = str(cell.pieces[0])
    return len(row.filled) == 1 and (not cell.column or (cell.column_span == 1 and (":" in words or words[:1] == "(")))


def _without_empty_tail(table: list[list[CellText]]) -> list[list[CellText]]:
    """The rows without the columns at their right end that no row fills."""
    width = max((cell.column or 0) + cell.column_span for row in table for cell in row if cell.pieces[0])
    return [[cell for cell in row if (cell.column or 0) < width] for row in table]
