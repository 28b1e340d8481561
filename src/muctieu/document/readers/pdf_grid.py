"""The ruled tables of a PDF page: ruling lines → grids, and pieces of line → the cells they stand in."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from muctieu.document.readers.pdf_lines import Piece

_THIN = 2.5  # points: what is thinner is a ruling line
_NEAR = 3.0


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


def find_grids(page: Any) -> tuple[list[Grid], list[Rule]]:
    """The ruled tables of the page, and the horizontal rules that belong to none (such as the one above footnotes)."""
    horizontals: list[Rule] = []
    verticals: list[Rule] = []
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=4):
        left, bottom, right, top = item.get_bounds() if hasattr(item, "get_bounds") else item.get_pos()
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
        if len(rows) >= 2 and len(columns) >= 2 and box[2] - box[0] > 40:
            grids.append(
                Grid(box[0], box[1], box[2], box[3], tuple(sorted(rows, key=lambda rule: -rule.at)), tuple(columns))
            )
        else:
            loose += across
    return grids, loose


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


def cells_of(grid: Grid, pieces: list[Piece]) -> list[list[str]]:
    """The rows of the table, each a list of the words of its cells; lines of one cell are joined by a blank."""
    levels = _levels([rule.at for rule in grid.horizontals])
    rows: list[list[str]] = []
    for top, bottom in pairwise(levels):
        middle = (top + bottom) / 2
        edges = _levels([rule.at for rule in grid.verticals if rule.start - _NEAR <= middle <= rule.end + _NEAR])[::-1]
        if len(edges) < 2:
            continue
        row = [""] * (len(edges) - 1)
        inside = [piece for piece in pieces if bottom - 1 <= (piece.bottom + piece.top) / 2 < top + 1]
        for piece in sorted(inside, key=lambda one: (-round(one.bottom / 3), one.left)):
            across = (piece.left + min(piece.right, piece.left + 30)) / 2
            column = max((n for n in range(len(row)) if edges[n] - _NEAR <= across), default=0)
            glue = "" if "/" in row[column].rpartition(" ")[2] and piece.words[:1].islower() else " "
            row[column] = f"{row[column]}{glue}{piece.words}".strip()
        if any(row):
            rows.append(row)
    return rows


def _levels(places: list[float]) -> list[float]:
    """Distinct positions from high to low."""
    levels: list[float] = []
    for place in sorted(places, reverse=True):
        if not levels or levels[-1] - place > _NEAR:
            levels.append(place)
    return levels
