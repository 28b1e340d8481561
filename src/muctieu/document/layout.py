"""What every reader of a file gives: the reading text, and what the file itself says of its parts.

A reader knows a file format and nothing of language. It hands its paragraphs, table rows and notes to a `LayoutBuilder` in
reading order and returns the `Layout`. What a format does not say (sections, sentences, tables drawn with tabs, footnotes
torn off by a conversion) is found afterwards in `document/structure`, from the text alone.

The reading text is NFC; line ends are `\\n`; one paragraph a line, a table row a line with its cells parted by a tab,
footnotes after the body in their order. Reference marks, running heads and page numbers are left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from unicodedata import normalize

from muctieu.values.span import Span


class Cell(NamedTuple):
    """A table cell: its words in the reading text, and its place in the grid (from 0). Merged cells span several rows or columns."""

    start: int
    end: int
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


class Table(NamedTuple):
    """A table: its span, its rows of cells, and how many of its first rows are the head (None: the file does not say)."""

    start: int
    end: int
    rows: tuple[tuple[Cell, ...], ...]
    head_rows: int | None = None


class Note(NamedTuple):
    """A footnote or endnote: its number as printed (from 1), the span of its words, the offset where its mark stood (None: unknown)."""

    number: int
    start: int
    end: int
    anchor: int | None


class Heading(NamedTuple):
    """A paragraph that the file itself marks as a heading: its span and its level (1 is outermost)."""

    start: int
    end: int
    level: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The reading text and what the file says of it. `metadata_title` is the title in the file's own properties, if any."""

    text: str
    tables: tuple[Table, ...] = ()
    notes: tuple[Note, ...] = ()
    headings: tuple[Heading, ...] = ()
    trust: float = 1.0  # below 1 where the words were guessed (OCR)


class Mark(NamedTuple):
    """A note's reference mark between two pieces of a paragraph; `key` is the file's own id of the note."""

    key: str


Piece = str | Mark


@dataclass(frozen=True, slots=True)
class CellText:
    """A cell on its way into the builder: its pieces, and how far it spans."""

    pieces: Sequence[Piece]
    row_span: int = 1
    column_span: int = 1
    column: int | None = None  # its grid column where the reader knows it; else the next free one


@dataclass(slots=True)
class LayoutBuilder:
    """Takes paragraphs, tables and notes in reading order; normalises to NFC and keeps every offset right while doing so."""

    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _anchors: dict[str, int] = field(default_factory=dict)
    _note_order: list[str] = field(default_factory=list)
    _notes: dict[str, list[list[Piece]]] = field(default_factory=dict)
    _tables: list[Table] = field(default_factory=list)
    _headings: list[Heading] = field(default_factory=list)

    def paragraph(self, pieces: Sequence[Piece] | str, heading_level: int | None = None) -> Span | None:
        """Adds one paragraph as one line; blank paragraphs are dropped. Line breaks within it become a space."""
        start = self._length
        words = self._append(pieces)
        if words is None:
            return None
        self._raw("\n")
        if heading_level is not None:
            self._headings.append(Heading(start, words, heading_level))
        return Span(start, words)

    def table(self, rows: Sequence[Sequence[CellText]], head_rows: int | None = None) -> None:
        """Adds a table: each row a line, its cells (as the file has them, merged ones once) parted by a tab; wholly empty rows are kept out."""
        start = self._length
        grid: list[tuple[Cell, ...]] = []
        taken: dict[tuple[int, int], bool] = {}
        for row_number, row in enumerate(rows):
            cells: list[Cell] = []
            column = 0
            for position, cell in enumerate(row):
                if position:
                    self._raw("\t")
                if cell.column is not None:
                    column = cell.column
                while (row_number, column) in taken:
                    column += 1
                cell_start = self._length
                cell_end = self._append(cell.pieces)
                cells.append(
                    Cell(
                        cell_start,
                        cell_start if cell_end is None else cell_end,
                        row_number,
                        column,
                        cell.row_span,
                        cell.column_span,
                    )
                )
                for below in range(1, cell.row_span):
                    for beside in range(cell.column_span):
                        taken[row_number + below, column + beside] = True
                column += cell.column_span
            self._raw("\n")
            grid.append(tuple(cells))
        if grid:
            self._tables.append(Table(start, self._length - 1, tuple(grid), head_rows))

    def note(self, key: str, paragraphs: Sequence[Sequence[Piece]]) -> None:
        """Hands over the words of the note with this key; it is written after the body, in the order of the marks."""
        self._notes[key] = [list(pieces) for pieces in paragraphs]

    def finish(self, trust: float = 1.0) -> Layout:
        """Writes the notes after the body (in the order their marks were met, then unmarked ones) and gives the layout."""
        notes: list[Note] = []
        pending = list(self._note_order)
        pending += [key for key in self._notes if key not in self._anchors]
        for key in pending:
            if key not in self._notes:
                continue
            start = self._length
            end = start
            for pieces in self._notes[key]:
                words = self._append(pieces)
                if words is not None:
                    end = words
                    self._raw("\n")
            notes.append(Note(len(notes) + 1, start, end, self._anchors.get(key)))
        text = "".join(self._parts)
        return Layout(text, tuple(self._tables), tuple(notes), tuple(self._headings), trust)

    def _raw(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)

    def _append(self, pieces: Sequence[Piece] | str) -> int | None:
        """Writes the pieces without the blanks at either end; gives the end offset, or None where nothing was written."""
        if isinstance(pieces, str):
            pieces = [pieces]
        raw: list[str] = []
        marks: list[tuple[int, str]] = []
        length = 0
        for piece in pieces:
            if isinstance(piece, Mark):
                marks.append((length, piece.key))
            else:
                piece = (
                    piece.replace("\r", " ").replace("\n", " ").replace("\t", " ").replace("\v", " ").replace("\f", " ")
                )
                raw.append(piece)
                length += len(piece)
        whole = "".join(raw)
        composed = normalize("NFC", whole)
        stripped = composed.strip()
        lead = len(composed) - len(composed.lstrip())
        start = self._length
        for offset, key in marks:
            at = offset if composed is whole or composed == whole else len(normalize("NFC", whole[:offset]))
            at = min(max(at - lead, 0), len(stripped))
            if key not in self._anchors:
                self._anchors[key] = start + at
                self._note_order.append(key)
        if not stripped:
            return None
        self._raw(stripped)
        return self._length
