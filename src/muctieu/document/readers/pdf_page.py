"""One page of a PDF: its letters and ruling lines → lines and tables in reading order, and its notes. Knows nothing of other pages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from muctieu.document.layout import CellText
from muctieu.document.readers.pdf_columns import regions_of
from muctieu.document.readers.pdf_fonts import shown_letters
from muctieu.document.readers.pdf_grid import Grid, Rule, cells_of, find_grids
from muctieu.document.readers.pdf_lines import Piece, body_size, joined, pieces_of, rows_of
from muctieu.document.readers.pdf_rows import Unruled, find_unruled
from muctieu.document.readers.pdf_sides import Sides, find_sides
from muctieu.document.readers.pdf_turns import quarters_of_letters, turn_of

PAGE_NUMBER = re.compile(r"[-–—\s]*(?:trang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–—\s]*$", re.IGNORECASE)
NOTE_NUMBER = re.compile(r"(\d{1,3})(?=[^\d.,%/)\-–])\s?")


@dataclass(slots=True)
class Table:
    """A table of a page: its rows, and its width in columns."""

    rows: list[list[CellText]]
    columns: int


Block = Piece | Table


@dataclass(slots=True)
class Page:
    """A page: its blocks in reading order (a line is one `Piece`) and the lines of its notes."""

    number: int
    height: float
    blocks: list[Block] = field(default_factory=list)
    notes: list[Piece] = field(default_factory=list)


def read_page(page: Any, number: int) -> Page:
    """The page with this number (from 1)."""
    textpage = page.get_textpage()
    quarters = quarters_of_letters(textpage)
    turn = turn_of(page, quarters)
    grids, rules = find_grids(page, turn)
    pieces = pieces_of(shown_letters(textpage, turn, quarters), [rule for grid in grids for rule in grid.verticals])
    textpage.close()
    found = Page(number, turn.height)
    in_tables: dict[Grid, list[Piece]] = {grid: [] for grid in grids}
    free: list[Piece] = []
    for piece in pieces:
        grid = next((grid for grid in grids if grid.holds(piece)), None)
        (free if grid is None else in_tables[grid]).append(piece)
    size = body_size(pieces)
    regions = regions_of(free, [grid for grid in grids if in_tables[grid]])
    for region in regions:
        before = len(found.blocks)
        _read_region(found, region.pieces, {grid: in_tables[grid] for grid in region.grids}, rules, size)
        if len(regions) > 1:
            _set_edge(found.blocks, before)
    return found


def _read_region(
    page: Page, pieces: list[Piece], grids: dict[Grid, list[Piece]], rules: list[Rule], size: float
) -> None:
    sided = find_sides(rows_of(pieces))
    sides = [part for part in sided if isinstance(part, Sides)]
    found = find_unruled([part for part in sided if not isinstance(part, Sides)])
    tables = [part for part in found if isinstance(part, Unruled)]
    lines = [joined(part) for part in found if not isinstance(part, Unruled)]
    lowest = min([*(grid.bottom for grid in grids), *(table.bottom for table in tables)], default=page.height)
    floor = min(_note_top(lines, _rules_of(lines, rules), size, page.height), lowest)
    page.notes += [line for line in lines if line.top <= floor]
    body = [line for line in lines if line.top > floor]
    blocks: list[tuple[float, Block]] = [(line.bottom, line) for line in body]
    blocks += [(table.top, Table(table.rows, table.columns)) for table in tables]
    blocks += [(grid.top, Table(cells_of(grid, inside), _width(grid))) for grid, inside in grids.items()]
    blocks += [(part.top, line) for part in sides for line in part.lines]
    page.blocks += [block for _, block in sorted(blocks, key=lambda entry: -entry[0])]


def _width(grid: Grid) -> int:
    return len({round(rule.at / 3) for rule in grid.verticals}) - 1


def _rules_of(lines: list[Piece], rules: list[Rule]) -> list[Rule]:
    """The rules that stand over the column of these lines."""
    left = min((line.left for line in lines), default=0.0)
    right = max((line.right for line in lines), default=0.0)
    return [rule for rule in rules if left - 10 <= rule.start <= right]


def right_edge(lines: list[Piece]) -> float:
    """The right margin of a column: where most long lines end."""
    ends = sorted(line.right for line in lines)
    return ends[int(len(ends) * 0.85)] if ends else 0.0


def _set_edge(blocks: list[Block], first: int) -> None:
    """Tells the lines of a column where it ends."""
    edge = right_edge([block for block in blocks[first:] if isinstance(block, Piece)])
    blocks[first:] = [block._replace(edge=edge) if isinstance(block, Piece) else block for block in blocks[first:]]


def _note_top(lines: list[Piece], rules: list[Rule], size: float, height: float) -> float:
    """Below which height the notes stand: under a short rule in the lower part, or from the first small line with a raised number.

    A note that the page before left open goes on, without a number, above the first numbered one.
    """
    for rule in rules:
        under = [line for line in lines if line.top <= rule.at + 2]
        if under and 30 < rule.end - rule.start < 260 and rule.at < 0.7 * height:
            first = max(under, key=lambda line: line.top)
            above = [line for line in lines if line.bottom > rule.at]
            body = body_size(above) if above else size  # a long note may hold more letters than the body of its page
            if _is_numbered(first) or all(_is_small(line, body) for line in under):
                return rule.at + 2
    starts = [line.top for line in lines if _is_small(line, size) and _is_numbered(line)]
    for top in sorted(starts, reverse=True):
        below = [line for line in lines if line.top <= top + 1]
        ruled = any(top - 2 <= rule.at < top + 40 and rule.end - rule.start < 0.6 * height for rule in rules)
        if all(_is_small(line, size) for line in below) and (ruled or top < 0.5 * height):
            return _with_open_note(lines, top, size) + 1
    return -1.0


def _is_numbered(line: Piece) -> bool:
    return bool(line.leading_mark or NOTE_NUMBER.match(line.words))


def _is_small(line: Piece, size: float) -> bool:
    return line.size < 0.95 * size or PAGE_NUMBER.match(line.words) is not None


def _with_open_note(lines: list[Piece], top: float, size: float) -> float:
    """The top of the small lines that stand right above the first numbered note."""
    for line in sorted(lines, key=lambda one: one.bottom):
        if line.top > top + 1 and line.bottom > top - 3:
            if not _is_small(line, size) or line.bottom - top > 0.8 * line.size or _is_numbered(line):
                break
            top = line.top
    return top
