"""PDF with text: bytes → `Layout`. Lines are joined into paragraphs, ruled tables become rows, notes go behind the body.

Page by page, so that a long file needs little memory. Running heads and page numbers are left out. A scan, which holds no
letters, is handed to `ocr`. Never changes a word; note marks are told from figures by the size and height of their letters.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Any

import pypdfium2

from muctieu.document.layout import CellText, Layout, LayoutBuilder, Mark
from muctieu.document.readers.pdf_grid import Grid, cells_of, find_grids
from muctieu.document.readers.pdf_lines import Piece, pieces_of, read_letters
from muctieu.errors import FileDamaged, FileEmpty, FileEncrypted

_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:trang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–—\s]*$", re.IGNORECASE)
_LIST_MARK = re.compile(r"(?:[-–+*•]|\(?\w{1,4}[.)]|\d{1,2}(?:\.\d{1,2})*[.\-)]|[IVXL]+[.\-]|\(i?\d+\))\s")
_CUT = re.compile(r"[^\W_][-\u00ad]$")  # a word cut at the line's end: `Covid-`
_NOTE_NUMBER = re.compile(r"(\d{1,3})(?=[^\d.,%/])\s?")
_STOPPED = re.compile(r"[.:;!?…”\"]$")


@dataclass(slots=True)
class _Line:
    """A line of the body, from left to right."""

    words: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    marks: tuple[tuple[int, str], ...] = ()
    leading_mark: str = ""


@dataclass(slots=True)
class _Page:
    """A page: its blocks in reading order (lines and tables), and its notes."""

    number: int
    height: float
    blocks: list[_Line | list[list[str]]] = field(default_factory=list)
    notes: list[_Line] = field(default_factory=list)


def read(source: bytes, name: str) -> Layout:
    """The layout of a PDF; `FileEncrypted` with a password, `FileDamaged` where it cannot be opened, `ToolMissing` for a scan without Tesseract."""
    try:
        document = pypdfium2.PdfDocument(source)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise FileEncrypted(name=name) from error
        raise FileDamaged(name=name, place=str(error), kind="PDF") from error
    try:
        if not len(document):
            raise FileEmpty(name=name)
        pages = [_read_page(document, number, name) for number in range(len(document))]
        if not any(page.blocks for page in pages):
            from muctieu.document.readers import ocr

            return ocr.read(source, name)
    finally:
        document.close()
    _drop_running_heads(pages)
    return _assemble(pages)


def _read_page(document: Any, number: int, name: str) -> _Page:
    try:
        page = document[number]
    except pypdfium2.PdfiumError as error:
        raise FileDamaged(name=name, place=f"trang {number + 1}", kind="PDF") from error
    try:
        textpage = page.get_textpage()
        pieces = pieces_of(read_letters(textpage))
        textpage.close()
        grids, rules = find_grids(page)
        height = page.get_height()
    finally:
        page.close()
    read = _Page(number + 1, height)
    size = _body_size(pieces)
    in_tables: dict[int, list[Piece]] = {}
    free: list[Piece] = []
    for piece in pieces:
        for position, grid in enumerate(grids):
            if grid.holds(piece):
                in_tables.setdefault(position, []).append(piece)
                break
        else:
            free.append(piece)
    lines = _lines(free)
    floor = _note_top(lines, rules, size, height)
    read.notes = [line for line in lines if line.top <= floor]
    body = [line for line in lines if line.top > floor]
    read.blocks = _in_order(body, [(grids[n], inside) for n, inside in in_tables.items()])
    return read


def _body_size(pieces: list[Piece]) -> float:
    """The size of most letters of the page."""
    sizes: Counter[float] = Counter()
    for piece in pieces:
        sizes[round(piece.size * 2) / 2] += len(piece.words)
    return sizes.most_common(1)[0][0] if sizes else 12.0


def _lines(pieces: list[Piece]) -> list[_Line]:
    """Pieces at one height make a line, unless a gutter between two columns parts them."""
    columns = _columns(pieces)
    lines: list[_Line] = []
    for column in columns:
        row: list[Piece] = []
        for piece in sorted(column, key=lambda one: (-one.bottom, one.left)):
            if row and abs(row[-1].bottom - piece.bottom) > 0.5 * min(row[-1].size, piece.size):
                lines.append(_line(row))
                row = []
            row.append(piece)
        if row:
            lines.append(_line(row))
    return lines


def _line(row: list[Piece]) -> _Line:
    row = sorted(row, key=lambda one: one.left)
    words = ""
    marks: list[tuple[int, str]] = []
    for piece in row:
        glue = (
            ""
            if not words or words.endswith(" ") or piece.left - row[row.index(piece) - 1].right < 0.12 * piece.size
            else " "
        )
        words += glue
        if piece.leading_mark and words:
            marks.append((len(words), piece.leading_mark))
        marks += [(len(words) + at, number) for at, number in piece.marks]
        words += piece.words
    return _Line(
        words,
        row[0].left,
        min(piece.bottom for piece in row),
        max(piece.right for piece in row),
        max(piece.top for piece in row),
        median(piece.size for piece in row),
        tuple(marks),
        row[0].leading_mark,
    )


def _columns(pieces: list[Piece]) -> list[list[Piece]]:
    """Two columns where a gutter down the page's middle is crossed by next to nothing; else one."""
    if len(pieces) < 30:
        return [pieces]
    left, right = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    middle = (left + right) / 2
    crossing = [piece for piece in pieces if piece.left < middle - 6 and piece.right > middle + 6]
    wide = [piece for piece in pieces if piece.right - piece.left > 0.3 * (right - left)]
    if len(crossing) > 0.1 * len(pieces) or len(wide) < 0.5 * len(pieces):
        return [pieces]
    top = min((piece.bottom for piece in crossing), default=float("inf"))
    above = [piece for piece in pieces if piece.bottom >= top]
    below = [piece for piece in pieces if piece.bottom < top]
    return [above, [p for p in below if p.left < middle], [p for p in below if p.left >= middle]]


def _note_top(lines: list[_Line], rules: list[Any], size: float, height: float) -> float:
    """Below which height the page's notes stand: under a short rule in the lower part, or from the first small line with a raised number."""
    for rule in rules:
        under = [line for line in lines if line.top <= rule.at + 2]
        if under and 30 < rule.end - rule.start < 260 and rule.at < 0.7 * height:
            first = max(under, key=lambda line: line.top)
            if first.leading_mark or _NOTE_NUMBER.match(first.words):
                return float(rule.at + 2)
    starts = [
        line.top for line in lines if line.size < 0.95 * size and (line.leading_mark or _NOTE_NUMBER.match(line.words))
    ]
    for top in sorted(starts, reverse=True):
        below = [line for line in lines if line.top <= top + 1]
        ruled = any(top - 2 <= rule.at < top + 40 and rule.end - rule.start < 0.6 * (height or 800) for rule in rules)
        small = all(line.size < 0.95 * size for line in below if not _PAGE_NUMBER.match(line.words))
        if small and (ruled or top < 0.5 * height):
            return top + 1
    return -1.0


def _in_order(lines: list[_Line], tables: list[tuple[Grid, list[Piece]]]) -> list[_Line | list[list[str]]]:
    """Lines and tables from top to bottom (lines are in reading order already)."""
    blocks: list[_Line | list[list[str]]] = []
    waiting = sorted(tables, key=lambda entry: -entry[0].top)
    for line in lines:
        while waiting and waiting[0][0].top > line.bottom:
            grid, inside = waiting.pop(0)
            blocks.append(cells_of(grid, inside))
        blocks.append(line)
    blocks += [cells_of(grid, inside) for grid, inside in waiting]
    return blocks


def _drop_running_heads(pages: list[_Page]) -> None:
    """Page numbers, and lines at the upper or lower edge that most pages repeat."""
    seen: Counter[str] = Counter()
    for page in pages:
        for line in _edges(page):
            seen[_shape(line)] += 1
    often = {shape for shape, count in seen.items() if count >= max(3, 0.4 * len(pages))}
    for page in pages:
        edges = [id(line) for line in _edges(page) if _shape(line) in often or _PAGE_NUMBER.match(line.words)]
        page.blocks = [block for block in page.blocks if id(block) not in edges]
        page.notes = [line for line in page.notes if not _PAGE_NUMBER.match(line.words) and _shape(line) not in often]


def _edges(page: _Page) -> list[_Line]:
    """The first and last two lines of a page, where they stand in its margins."""
    lines = [block for block in page.blocks if isinstance(block, _Line)]
    upper = [line for line in lines[:2] if line.bottom > 0.9 * page.height]
    return upper + [line for line in lines[-2:] if line.top < 0.1 * page.height]


def _shape(line: _Line) -> str:
    return re.sub(r"\d+", "#", line.words.strip().lower())


def _assemble(pages: list[_Page]) -> Layout:
    builder = LayoutBuilder()
    lines = [block for page in pages for block in page.blocks if isinstance(block, _Line)]
    right = _right_edge(lines)
    pitch = median([a.bottom - b.bottom for a, b in pairwise(lines) if 4 < a.bottom - b.bottom < 60] or [16.0])
    paragraph: list[tuple[_Line, str]] = []
    open_table: list[list[str]] = []

    def flush() -> None:
        if paragraph:
            pieces: list[str | Mark] = []
            for position, (line, prefix) in enumerate(paragraph):
                at = 0
                if pieces and not _CUT.search(paragraph[position - 1][0].words):
                    pieces.append(" ")
                for offset, number in line.marks:
                    pieces += [line.words[at:offset], Mark(f"{prefix}:{number}")]
                    at = offset
                pieces.append(line.words[at:])
            builder.paragraph(pieces)
            paragraph.clear()

    def flush_table() -> None:
        if open_table:
            builder.table([[CellText([words]) for words in row] for row in open_table])
            open_table.clear()

    for page in pages:
        for block in page.blocks:
            if not isinstance(block, _Line):
                flush()
                rows = block
                if open_table and rows and len(rows[0]) == len(open_table[0]) and rows[0] == open_table[0]:
                    rows = rows[1:]
                elif open_table and (not rows or len(rows[0]) != len(open_table[-1])):
                    flush_table()
                elif open_table and _is_rest(rows[0]):
                    open_table[-1] = [
                        f"{above} {below}".strip() for above, below in zip(open_table[-1], rows[0], strict=True)
                    ]
                    rows = rows[1:]
                open_table.extend(rows)
                continue
            flush_table()
            if paragraph and not _continues(paragraph[-1][0], block, right, pitch):
                flush()
            paragraph.append((block, str(page.number)))
    flush()
    flush_table()
    _add_notes(builder, pages)
    return builder.finish()


def _is_rest(row: list[str]) -> bool:
    """Whether a table's first row on a page is the rest of a row that the page before cut: one cell, going on in small letters."""
    filled = [words for words in row if words]
    return len(filled) == 1 and filled[0][:1].islower()


def _right_edge(lines: list[_Line]) -> float:
    """The right margin of the body: where most long lines end."""
    ends = sorted(line.right for line in lines)
    return ends[int(len(ends) * 0.85)] if ends else 0.0


def _continues(last: _Line, line: _Line, right: float, pitch: float) -> bool:
    """Whether a line goes on with the paragraph of the line before."""
    if abs(last.size - line.size) > 0.2 * last.size:
        return False
    if last.words.isupper() != line.words.isupper() and len(line.words) > 4:
        return False  # a heading in capitals
    gap = last.bottom - line.bottom
    if gap > 0 and gap > 1.4 * pitch:
        return False
    first_word = line.words.split(" ", 1)[0]
    room = right - last.right
    needed = (line.right - line.left) * min(1.0, len(first_word) / max(1, len(line.words)))
    if room > needed + 0.9 * line.size:
        return False  # the next word would have found room: the line was ended on purpose
    if line.left > last.left + 0.8 * line.size and _STOPPED.search(last.words):
        return False  # indented after a full stop
    return not (_LIST_MARK.match(line.words) and _STOPPED.search(last.words))


def _add_notes(builder: LayoutBuilder, pages: list[_Page]) -> None:
    """The notes of each page, each from its number to the next."""
    expected = 1
    for page in pages:
        first = _NOTE_NUMBER.match(page.notes[0].words) if page.notes else None
        if first is not None and not page.notes[0].leading_mark:
            expected = int(first[1])
        key = ""
        words: list[str] = []
        for line in page.notes:
            number, said = line.leading_mark, line.words
            match = None if number else _NOTE_NUMBER.match(said)
            if match is not None and int(match[1]) == expected:
                number, said = match[1], said[match.end() :]
            if number:
                if key:
                    builder.note(key, [[_joined(words)]])
                key, words = f"{page.number}:{number}", []
                expected = int(number) + 1
            words.append(said.strip())
        if key:
            builder.note(key, [[_joined(words)]])


def _joined(lines: list[str]) -> str:
    """Lines as one run of words; a word cut by a hyphen is put together."""
    joined = ""
    for line in lines:
        joined += line if not joined or _CUT.search(joined) else f" {line}"
    return joined
