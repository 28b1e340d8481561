"""Pages → layout: lines joined into paragraphs, tables that go on over pages joined, notes behind the body. Knows nothing of letters."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from muctieu.document.layout import CellText, Layout, LayoutBuilder, Mark
from muctieu.document.readers.pdf_lines import Piece, run_on
from muctieu.document.readers.pdf_notes import move_endnotes, notes_of
from muctieu.document.readers.pdf_page import Page, Table, right_edge
from muctieu.document.readers.pdf_rows import FIGURE

_LIST_MARK = re.compile(
    r"(?:[-–+*•]|\(?(?:\d{1,3}|[a-zđ]\d{0,2}|[ivxl]{1,5})[.)]|\d{1,2}(?:\.\d{1,2})*[.\-)]|[IVXL]+[.\-]|\(i?\d+\))\s",
    re.IGNORECASE,
)
_RANGE_GOES_ON = re.compile(r"[-–]\s?\d")  # `1.000` at the end of a line, `- 1.200 lao động` on the next: no list item
_STOPPED = re.compile(r"[.:;!?…”\"]$")


def assemble(pages: list[Page]) -> Layout:
    """The layout of all pages. Where no note number comes twice, a note may stand on another page than its mark."""
    move_endnotes(pages)
    body = _Body([block for page in pages for block in page.blocks if isinstance(block, Piece)])
    notes = notes_of(pages)
    anew = len({number for _, number, _ in notes}) < len(notes)
    for page in pages:
        for block in page.blocks:
            if isinstance(block, Table):
                body.table(block)
            else:
                body.line(block, page.number if anew else 0)
    body.end_paragraph()
    body.end_table()
    for page_number, number, words in notes:
        body.builder.note(f"{page_number if anew else 0}:{number}", [[words]])
    return body.builder.finish()


class _Body:
    """The body on its way into the builder, with the paragraph and the table that are open."""

    def __init__(self, lines: list[Piece]) -> None:
        self.builder = LayoutBuilder()
        self.pitch = _pitch(lines)
        self.right = right_edge([line for line in lines if not line.edge])
        self.paragraph: list[tuple[Piece, int]] = []
        self.open: Table | None = None

    def line(self, line: Piece, page: int) -> None:
        """A line goes on with the open paragraph, or begins one."""
        self.end_table()
        if self.paragraph and not _continues(self.paragraph[-1][0], line, self.pitch, self.right):
            self.end_paragraph()
        self.paragraph.append((line, page))

    def table(self, table: Table) -> None:
        """A table goes on with the one before where nothing stands between and it has the same columns; a repeated head is left out."""
        self.end_paragraph()
        if self.open is None or self.open.columns != table.columns:
            self.end_table()
            self.open = table
            return
        rows = table.rows
        while rows and _words(rows[0]) == _words(self.open.rows[len(table.rows) - len(rows)]):
            rows = rows[1:]
        last = self.open.rows[-1] if self.open.rows else []
        if rows and len(rows[0]) == len(last) and _is_rest(_words(rows[0]), _words(last)):
            above = self.open.rows.pop()
            self.open.rows.append(
                [
                    CellText([run_on(_said(a), _said(b))], a.row_span, a.column_span, a.column)
                    for a, b in zip(above, rows[0], strict=True)
                ]
            )
            rows = rows[1:]
        self.open.rows.extend(rows)

    def end_paragraph(self) -> None:
        """Hands the open paragraph to the builder."""
        pieces: list[str | Mark] = []
        for position, (line, page) in enumerate(self.paragraph):
            if position:
                pieces.append(" " if run_on(self.paragraph[position - 1][0].words, "a").endswith(" a") else "")
            if line.leading_mark and position:
                pieces.append(Mark(f"{page}:{line.leading_mark}"))
            at = 0
            for offset, number in line.marks:
                pieces += [line.words[at:offset], Mark(f"{page}:{number}")]
                at = offset
            pieces.append(line.words[at:])
        if pieces:
            self.builder.paragraph(pieces)
        self.paragraph.clear()

    def end_table(self) -> None:
        """Hands the open table to the builder."""
        if self.open is not None and self.open.rows:
            self.builder.table(self.open.rows)
        self.open = None


def _pitch(lines: list[Piece]) -> float:
    """From line to line within a paragraph: the least distance that is common."""
    gaps = Counter(round(a.bottom - b.bottom) for a, b in pairwise(lines) if 4 < a.bottom - b.bottom < 60)
    common = [gap for gap, count in gaps.items() if count + gaps[gap + 1] >= 0.15 * gaps.total()]
    return float(min(common, default=16))


def _said(cell: CellText) -> str:
    return "".join(piece for piece in cell.pieces if isinstance(piece, str))


def _words(row: list[CellText]) -> list[str]:
    return [_said(cell) for cell in row]


def _is_rest(row: list[str], above: list[str]) -> bool:
    """Whether a table's first row on a page is the rest of a row that the page before cut: few cells, all going on below words, no figures."""
    filled = [n for n, words in enumerate(row) if words]
    return 0 < len(filled) <= (len(row) + 1) / 2 and all(
        above[n] and not row[n][0].isupper() and not FIGURE.match(row[n]) for n in filled
    )


def _continues(last: Piece, line: Piece, pitch: float, right: float) -> bool:
    """Whether a line goes on with the paragraph of the line before."""
    if abs(last.size - line.size) > 0.2 * last.size:
        return False
    if last.words.isupper() != line.words.isupper() and (" " in line.words or _STOPPED.search(last.words)):
        return False  # a heading in capitals
    gap = last.bottom - line.bottom
    raised = (line.marks or line.leading_mark) and not _STOPPED.search(last.words)
    widest = 1.5 if raised else 1.2  # browsers push a line down to make room for a raised mark
    if gap > 0 and gap > widest * pitch + 1:
        return False
    if _goes_on_surely(last.words, line.words):
        return True
    first_word = line.words.split(" ", 1)[0]
    room = (last.edge or right) - last.right
    needed = (line.right - line.left) * min(1.0, len(first_word) / max(1, len(line.words)))
    if room > needed + 0.9 * line.size:
        return False  # the next word would have found room: the line was ended on purpose
    if line.left > last.left + 0.8 * line.size and _STOPPED.search(last.words):
        return False  # indented after a full stop
    return not (_LIST_MARK.match(line.words) and (_STOPPED.search(last.words) or _LIST_MARK.match(last.words)))


def _goes_on_surely(last: str, line: str) -> bool:
    """Whether a range or a bracket is still open where the line before ends.

    >>> _goes_on_surely("việc làm cho 1.000", "- 1.200 lao động"), _goes_on_surely("trường (TH 2, THCS", "1) với 4.186 học sinh")
    (True, True)
    """
    is_range = _RANGE_GOES_ON.match(line) is not None and last[-1:].isdigit()
    return is_range or (last.rfind("(") > last.rfind(")") and not line[:1].isupper())
