"""Tables without ruling lines: rows of pieces whose words stand in columns → cells. Knows how figures look, and no words.

A row of a table has wide blanks between its words, and the rows around it have theirs at the same places. Which lines make one row of
the table is told by the lines that hold figures and by the distances between lines.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from muctieu.document.layout import CellText
from muctieu.document.readers.pdf_lines import Piece, run_on_in_cell

Row = list[Piece]
FIGURE = re.compile(r"[≥≤<>~+\-–(]?\s?\d[\d.,\s]*(?:[-–/]\s?\d[\d.,]*)?\s?[%)]?$")
_NONE = ("-", "–", "—", "x", "X")
"""What a cell says that has no figure."""
_YEAR = re.compile(r"(?:\d{1,2}/)?(?:19|20)\d\d$")
_WIDE = 0.9
"""A blank between two cells, in heights of a letter."""
_FURTHEST = 10
"""Rows that may stand between two rows that look like a table's (wrapped words, a group's name)."""


class Unruled(NamedTuple):
    """A table without rules: from where to where it stands on the page, its rows, its width in columns."""

    top: float
    bottom: float
    rows: list[list[CellText]]
    columns: int


class _Columns(NamedTuple):
    """The columns of a table: from where to where the words of each stand."""

    spans: tuple[tuple[float, float], ...]

    def of(self, piece: Piece) -> tuple[int, int]:
        """The first and the last column that the piece stands in."""
        held = [n for n, (left, right) in enumerate(self.spans) if piece.left < right and piece.right > left]
        if held:
            return held[0], held[-1]
        middle = (piece.left + piece.right) / 2
        near = min(range(len(self.spans)), key=lambda n: abs(sum(self.spans[n]) / 2 - middle))
        return near, near


def find_unruled(rows: list[Row]) -> list[Row | Unruled]:
    """The rows from top to bottom, those that make a table put together."""
    seeds = [n for n, row in enumerate(rows) if _looks_like_cells(row)]
    found: list[Row | Unruled] = []
    done = 0
    for first, last in _runs(rows, seeds):
        if first < done:
            continue
        columns = _columns([rows[n] for n in seeds if first <= n <= last])
        first = _with_head(rows, first, done, columns)
        last = _with_rest(rows, last, columns)
        table = _table(rows[first : last + 1], columns) if len(columns.spans) > 1 else None
        if table is None:
            continue
        found += rows[done:first]
        found.append(table)
        done = last + 1
    return found + rows[done:]


def _looks_like_cells(row: Row) -> bool:
    """Whether wide blanks part the row into three cells or more, or into a name and a figure."""
    cells = [row[0].words]
    for left, right in pairwise(row):
        if right.left - left.right >= _WIDE * min(left.size, right.size):
            cells.append(right.words)
        else:
            cells[-1] += " " + right.words
    return len(cells) > 2 or (len(cells) == 2 and FIGURE.match(cells[1]) is not None)


def _runs(rows: list[Row], seeds: list[int]) -> list[tuple[int, int]]:
    """Rows that look like cells and stand near each other: the first and the last of each run of two or more."""
    runs: list[tuple[int, int]] = []
    for seed in seeds:
        last = runs[-1][1] if runs else seed
        width = rows[seed][-1].right - rows[seed][0].left
        short = all(sum(piece.right - piece.left for piece in row) < 0.6 * width for row in rows[last + 1 : seed])
        if runs and short and seed - last <= _FURTHEST and rows[last][0].bottom - rows[seed][0].bottom < _FURTHEST * 24:
            runs[-1] = (runs[-1][0], seed)
        else:
            runs.append((seed, seed))
    return [run for run in runs if run[1] > run[0]]


def _columns(rows: list[Row]) -> _Columns:
    """The columns: where words stand in these rows, parted where next to none has any."""
    allowed = 0 if len(rows) < 5 else max(1, len(rows) // 10)
    ends = sorted(
        [(piece.left, 1) for row in rows for piece in row] + [(piece.right, -1) for row in rows for piece in row]
    )
    spans: list[tuple[float, float]] = []
    depth, start = 0, 0.0
    for at, step in ends:
        before, depth = depth, depth + step
        if before <= allowed < depth:
            start = at
        elif depth <= allowed < before:
            spans.append((start, at))
    merged: list[tuple[float, float]] = []
    size = rows[0][0].size if rows else 12.0
    for left, right in spans:
        if merged and left - merged[-1][1] < 0.3 * size:
            merged[-1] = (merged[-1][0], right)
        else:
            merged.append((left, right))
    return _Columns(tuple(merged))


def _with_head(rows: list[Row], first: int, least: int, columns: _Columns) -> int:
    """The first row of the table with the lines of its head above, which stand in its columns too."""
    while first > least:
        above = rows[first - 1]
        spans = [columns.of(piece) for piece in above]
        gap = above[0].bottom - rows[first][0].bottom
        short = all(right - left < 2 or len(above) > 2 for left, right in spans)
        beside = len({span[0] for span in spans}) > 1 or spans[0][0] > 0
        if gap > 3 * above[0].size or not short or not beside:
            break
        first -= 1
    return first


def _with_rest(rows: list[Row], last: int, columns: _Columns) -> int:
    """The last row of the table with the lines below that its words wrap to."""
    while last + 1 < len(rows):
        below = rows[last + 1]
        gap = rows[last][0].bottom - below[0].bottom
        apart = len(below) > 1 or below[-1].right <= columns.spans[-1][0]
        fits = apart and all(left == right for left, right in map(columns.of, below))
        if gap > 1.5 * below[0].size or not fits or not below[0].words.lstrip("-– ")[:1].islower():
            break
        last += 1
    return last


def _table(rows: list[Row], columns: _Columns) -> Unruled | None:
    """The table that these lines make, or None where they hold too few figures to be one."""
    lines = [_cells(row, columns) for row in rows]
    has_figures = [_holds_figures(line) for line in lines]
    anchors = [n for n, holds in enumerate(has_figures) if holds]
    width = len(columns.spans)
    filled = [words for n in anchors for column, words in _flat(lines[n]) if column]
    figures = sum(words in _NONE or FIGURE.match(words) is not None for words in filled)
    fewest = 1 if width > 3 and anchors and _is_head(lines[: anchors[0]]) else 2 if width > 2 else 3
    if len(anchors) < fewest or figures < 0.4 * len(filled) or len(anchors) * (2 + width) < len(lines):
        return None
    pitch = _pitch(rows)
    out = _head(rows, lines[: anchors[0]], width, pitch)
    for first, last in _groups(rows, anchors, pitch):
        out.append(_merged(lines[first : last + 1], width))
    return Unruled(rows[0][0].top, rows[-1][0].bottom, out, width)


def _is_head(lines: list[Line]) -> bool:
    """Whether one of these lines names four columns or more: the head of a table of which a page shows but one row."""
    return any(len(line) > 3 for line in lines)


Line = dict[tuple[int, int], str]


def _cells(row: Row, columns: _Columns) -> Line:
    """The words of a line by the first and the last column that they stand in."""
    cells: Line = {}
    for piece in row:
        span = columns.of(piece)
        held = next((key for key in cells if key[0] <= span[1] and span[0] <= key[1]), None)
        if held is None:
            cells[span] = piece.words
        else:
            words = cells.pop(held)
            cells[min(held[0], span[0]), max(held[1], span[1])] = f"{words} {piece.words}"
    return cells


def _flat(line: Line) -> list[tuple[int, str]]:
    return [(first, words) for (first, _), words in line.items()]


def _holds_figures(line: Line) -> bool:
    """Whether the line holds a figure beside its first column that is no year alone."""
    return len(line) > 1 and any(
        column and FIGURE.match(words) and not _YEAR.match(words) for column, words in _flat(line)
    )


def _head(rows: list[Row], lines: list[Line], width: int, pitch: float) -> list[list[CellText]]:
    """The head: lines nearer to each other than rows are make one row; words above that span several columns end one too."""
    parts: list[list[Line]] = []
    for n, line in enumerate(lines):
        gap = rows[n - 1][0].bottom - rows[n][0].bottom if n else 0.0
        apart = gap > 1.12 * pitch or gap > 1.35 * rows[n][0].size
        if not parts or apart or any(first != last for last_line in parts[-1] for first, last in last_line):
            parts.append([])
        parts[-1].append(line)
    return [_merged(part, width) for part in parts]


def _merged(lines: list[Line], width: int) -> list[CellText]:
    """Lines of one row as its cells, every line's words behind those above; a column without words is an empty cell."""
    cells: Line = {}
    for line in lines:
        for span, words in line.items():
            held = next((key for key in cells if key[0] <= span[1] and span[0] <= key[1]), span)
            cells[held] = run_on_in_cell(cells.get(held, ""), words)
    for column in range(width):
        if not any(first <= column <= last for first, last in cells):
            cells[column, column] = ""
    return [CellText([cells[span]], 1, span[1] - span[0] + 1, span[0]) for span in sorted(cells)]


def _pitch(rows: list[Row]) -> float:
    """From line to line within a cell: the least distance that is no line beside another."""
    gaps = [above[0].bottom - below[0].bottom for above, below in pairwise(rows)]
    return min([gap for gap, row in zip(gaps, rows, strict=False) if gap > 0.8 * row[0].size], default=0.0)


def _groups(rows: list[Row], anchors: list[int], pitch: float) -> list[tuple[int, int]]:
    """Which lines make one row: each line with figures with the lines that stand nearest to it, and group names alone."""
    cuts: list[int] = []
    gaps = [rows[n][0].bottom - rows[n + 1][0].bottom for n in range(len(rows) - 1)]
    for above, below in pairwise(anchors):
        between = gaps[above:below]
        widest = max(between)
        if below == above + 1:
            cuts.append(above)
        elif widest > 1.15 * pitch:
            cuts += [above + n for n, gap in enumerate(between) if gap > 0.85 * widest]
        else:
            cuts += [n for n in range(above, below) if n + 1 == below or not rows[n + 1][0].words[:1].islower()]
    starts = [anchors[0], *[cut + 1 for cut in cuts]]
    return list(zip(starts, [*cuts, len(rows) - 1], strict=True))
