"""The ruled tables of a PDF page: ruling lines → grids, and pieces of line → the cells they stand in."""

from __future__ import annotations

from statistics import median_high, median_low
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from muctieu.document.layout import CellText
from muctieu.document.readers.pdf_lines import Piece, rows_of, run_on_in_cell
from muctieu.document.readers.pdf_turns import Turn

_THIN = 2.5  # points: what is thinner is a ruling line
_NEAR = 3.0
_LEAST_ROW = 8.0  # points: a row holds a line of words


class Rule(NamedTuple):
    """A ruling line: its position across, and from where to where it runs."""

    at: float
    start: float
    end: float


class Grid(NamedTuple):
    """A ruled table: its box and its ruling lines (rows from top to bottom)."""

    left: float
    bottom: float
    right: float
    top: float
    horizontals: tuple[Rule, ...]
    verticals: tuple[Rule, ...]

    def holds(self, piece: Piece) -> bool:
        """Whether the piece stands within the table."""
        across, up = (piece.left + piece.right) / 2, (piece.bottom + piece.top) / 2
        return self.left - _NEAR <= across <= self.right + _NEAR and self.bottom - _NEAR <= up <= self.top + _NEAR


def find_grids(page: Any, turn: Turn) -> tuple[list[Grid], list[Rule]]:
    """The ruled tables of the page, held upright by `turn`, and the horizontal rules that belong to none (such as the one above footnotes)."""
    horizontals: list[Rule] = []
    verticals: list[Rule] = []
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=4):
        left, bottom, right, top = turn.upright(item.get_bounds() if hasattr(item, "get_bounds") else item.get_pos())
        width, height = right - left, top - bottom
        if height <= _THIN and width > 6:
            horizontals.append(Rule((top + bottom) / 2, left, right))
        elif width <= _THIN and height > 4:
            verticals.append(Rule((left + right) / 2, bottom, top))
        elif width > 12 and height > 6 and width < 2000:
            horizontals += [Rule(top, left, right), Rule(bottom, left, right)]
            verticals += [Rule(left, bottom, top), Rule(right, bottom, top)]
    return _grids(horizontals, verticals)


def _grids(horizontals: list[Rule], verticals: list[Rule]) -> tuple[list[Grid], list[Rule]]:
    """Connected ruling lines make a grid, where at least two run each way."""
    parts: list[tuple[list[Rule], list[Rule]]] = []
    boxes: list[list[float]] = []
    for kind, rules in ((1, verticals), (0, horizontals)):
        for rule in rules:
            box = [rule.start, rule.at, rule.end, rule.at] if kind == 0 else [rule.at, rule.start, rule.at, rule.end]
            touching = [n for n, other in enumerate(boxes) if _touch(box, other)]
            target = touching[0] if touching else len(boxes)
            if not touching:
                boxes.append(box)
                parts.append(([], []))
            else:
                boxes[target] = _union(boxes[target], box)
                for other in reversed(touching[1:]):
                    boxes[target] = _union(boxes[target], boxes[other])
                    parts[target][0].extend(parts[other][0])
                    parts[target][1].extend(parts[other][1])
                    del boxes[other], parts[other]
            parts[target][kind].append(rule)
    grids: list[Grid] = []
    loose: list[Rule] = []
    for box, (across, up) in zip(boxes, parts, strict=True):
        rows, columns = _merge(across), _merge(up)
        rows = _closed(rows, columns)
        if len(rows) == 2 == len(columns):
            continue  # a frame around words is no table
        if len(rows) >= 2 and len(columns) >= 2 and box[2] - box[0] > 40:
            grids.append(
                Grid(box[0], box[1], box[2], box[3], tuple(sorted(rows, key=lambda rule: -rule.at)), tuple(columns))
            )
        else:
            loose += across
    return grids, loose


def _closed(rows: list[Rule], columns: list[Rule]) -> list[Rule]:
    """The horizontal rules of a grid, with those that are not drawn where a page cuts a row: its vertical rules run on to there."""
    if not rows or len(columns) < 2:
        return rows
    left, right = columns[0].at, columns[-1].at
    top, bottom = max(rule.at for rule in rows), min(rule.at for rule in rows)
    ends = median_high(rule.end for rule in columns)
    starts = median_low(rule.start for rule in columns)
    above = [Rule(ends, left, right)] if ends > top + _LEAST_ROW else []
    below = [Rule(starts, left, right)] if starts < bottom - _LEAST_ROW else []
    return [*rows, *above, *below]


def _touch(a: list[float], b: list[float]) -> bool:
    return a[0] <= b[2] + _NEAR and b[0] <= a[2] + _NEAR and a[1] <= b[3] + _NEAR and b[1] <= a[3] + _NEAR


def _union(a: list[float], b: list[float]) -> list[float]:
    return [min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])]


def _merge(rules: list[Rule]) -> list[Rule]:
    """Pieces of one ruling line at the same place become one list of pieces kept apart by their ends."""
    merged: list[Rule] = []
    for rule in sorted(rules):
        last = merged[-1] if merged else None
        if last is not None and abs(last.at - rule.at) <= _NEAR and rule.start <= last.end + _NEAR:
            merged[-1] = Rule(last.at, min(last.start, rule.start), max(last.end, rule.end))
        else:
            merged.append(rule)
    return merged


def cells_of(grid: Grid, pieces: list[Piece]) -> list[list[CellText]]:
    """The rows of the table; a cell spans as many rows and columns as no ruling line parts. Lines of one cell are joined by a blank."""
    levels = _levels([rule.at for rule in grid.horizontals])
    edges = _levels([rule.at for rule in grid.verticals])[::-1]
    rows: list[list[CellText]] = []
    taken: set[tuple[int, int]] = set()
    for row in range(len(levels) - 1):
        cells: list[CellText] = []
        for column in range(len(edges) - 1):
            if (row, column) in taken:
                continue
            right = _reach(grid.verticals, edges, column, (levels[row] + levels[row + 1]) / 2)
            middle = (edges[column] + edges[column + 1]) / 2
            below = len(levels) - 1 - _reach(grid.horizontals, levels[::-1], len(levels) - 2 - row, middle, down=True)
            taken |= {(down, across) for down in range(row, below) for across in range(column, right)}
            box = (edges[column], levels[below], edges[right], levels[row])
            cells.append(CellText([_words_in(pieces, box)], below - row, right - column, column))
        rows.append(cells)
    return _without_empty(rows)


def _reach(rules: tuple[Rule, ...], edges: list[float], first: int, across: float, *, down: bool = False) -> int:
    """The edge at which a cell that begins at edge `first` ends: the next one with a rule at `across` (going down: the one before)."""
    step = -1 if down else 1
    edge = first if down else first + 1
    last = 0 if down else len(edges) - 1
    while edge != last and not any(
        abs(rule.at - edges[edge]) <= _NEAR and rule.start - _NEAR <= across <= rule.end + _NEAR for rule in rules
    ):
        edge += step
    return edge


def _words_in(pieces: list[Piece], box: tuple[float, float, float, float]) -> str:
    """The words of the pieces whose middle lies in the box (left, bottom, right, top), line by line."""
    left, bottom, right, top = box
    words = ""
    inside = [
        piece
        for piece in pieces
        if left - 1 <= (piece.left + min(piece.right, piece.left + 30)) / 2 < right + 1
        and bottom - 1 <= (piece.bottom + piece.top) / 2 < top + 1
    ]
    if inside and all(
        piece.quarters for piece in inside
    ):  # words that run up are read from left to right, those that run down from right to left
        lines = sorted(inside, key=lambda piece: piece.left if piece.quarters == 3 else -piece.left)
    else:
        lines = [piece for row in rows_of(inside) for piece in row]
    for piece in lines:
        words = run_on_in_cell(words, piece.words)
    return words


def _without_empty(rows: list[list[CellText]]) -> list[list[CellText]]:
    """The rows without those that hold no words and no cell that reaches further down."""
    return [row for row in rows if any(cell.pieces[0] or cell.row_span > 1 for cell in row)]


def _levels(places: list[float]) -> list[float]:
    """Distinct positions from high to low."""
    levels: list[float] = []
    for place in sorted(places, reverse=True):
        if not levels or levels[-1] - place > _NEAR:
            levels.append(place)
    return levels
