"""The body of the page: headings, paragraphs, tables and footnotes of one reading, in reading order, as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import islice

from muctieu.claims.reading import Reading
from muctieu.document.document import Section
from muctieu.document.layout import Note, Table
from muctieu.errors import Language
from muctieu.marked.pieces import Pieces, label

_LONGEST_HEADING = 220
_MOST_HEADING_LINES = 4
_LINE = re.compile(r"[^\n]+")


def body(reading: Reading, language: Language, pieces: Pieces | None = None) -> str:
    """Everything between the page's head and its foot; the footnotes are a section of their own at the end.

    `pieces` marks the words in another way than that of the marked page.
    """
    pieces = pieces or Pieces(reading, language)
    blocks = [*_flow(reading, pieces)]
    if reading.footnotes:
        blocks.append(_notes(reading, pieces, language))
    return "\n".join(blocks)


def headings(reading: Reading) -> list[tuple[int, int, Section]]:
    """The sections that stand as headings on lines of their own: the end of their words, their depth (1 is outermost), the section."""
    found = []
    for section in reading.sections:
        end = _heading_end(reading.text, section)
        if end is not None:
            found.append((end, section.path.count("/") + 1, section))
    return found


def _flow(reading: Reading, pieces: Pieces) -> Iterator[str]:
    """The lines in order; a table stands where its first line does, the lines of tables and notes are not repeated."""
    starts = {section.start: (end, depth, section) for end, depth, section in headings(reading)}
    depths = {section.start: section.path.count("/") + 1 for section in reading.sections}
    apart: list[Table | Note] = sorted([*reading.tables, *reading.footnotes], key=lambda part: part.start)
    following = told = 0
    for line in _LINE.finditer(reading.text):
        start, end = line.span()
        if end <= told:
            continue
        while following < len(apart) and apart[following].end <= start:
            following += 1
        part = apart[following] if following < len(apart) else None
        if part is not None and part.start < end and start < part.end:
            if isinstance(part, Table) and start <= part.start:
                yield pieces.beside(part.start, part.end) + _table(part, pieces)
            continue
        at = start + len(line[0]) - len(line[0].lstrip())
        if at in starts:
            told, depth, section = starts[at]
            level = min(depth + 1, 6)
            words = pieces.html(start, told).replace("\n", "<br>\n")
            yield f'{pieces.beside(start, told)}<h{level} id="s-{slug(section.path)}">{words}</h{level}>'
        elif line[0].strip():
            listed = ' class="item"' if depths.get(at, 0) > 1 or line[0].lstrip()[:2] in ("- ", "+ ", "* ") else ""
            yield f"{pieces.beside(start, end)}<p{listed}>{pieces.html(start, end)}</p>"


def _heading_end(text: str, section: Section) -> int | None:
    """Where the heading's words end: its line, or the few lines over which a number and its title are spread; None where words run on."""
    title = "".join(section.title.split()).rstrip(".:;")
    if not title:
        return None
    for line in islice(_LINE.finditer(text, section.start), _MOST_HEADING_LINES):
        words = "".join(text[section.start : line.end()].split()).rstrip(".:")
        if line.end() - section.start > _LONGEST_HEADING or words.endswith((";", ",")):
            return None
        if words.endswith(title):
            return line.end()
    return None


def _table(table: Table, pieces: Pieces) -> str:
    head_rows = 1 if table.head_rows is None else table.head_rows
    rows: list[str] = []
    for number, row in enumerate(table.rows):
        tag = "th" if number < head_rows else "td"
        cells = []
        for cell in row:
            spans = f' rowspan="{cell.row_span}"' if cell.row_span > 1 else ""
            spans += f' colspan="{cell.column_span}"' if cell.column_span > 1 else ""
            figure = (
                ' class="n"'
                if tag == "td" and re.match(r"\s*[\d(+-]", pieces.reading.text[cell.start : cell.end])
                else ""
            )
            cells.append(f"<{tag}{spans}{figure}>{pieces.html(cell.start, cell.end)}</{tag}>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f'<div class="table" tabindex="-1"><table>{"".join(rows)}</table></div>'


def _notes(reading: Reading, pieces: Pieces, language: Language) -> str:
    items = []
    for note in reading.footnotes:
        back = (
            f' <a href="#r{note.number}" aria-label="{label("back", language)}">↩</a>'
            if note.anchor is not None
            else ""
        )
        words = pieces.beside(note.start, note.end) + pieces.html(note.start, note.end)
        items.append(f'<li id="n{note.number}" value="{note.number}">{words}{back}</li>')
    return f'<section class="notes"><ol>{"".join(items)}</ol></section>'


def slug(path: str) -> str:
    """A section's path as part of an address within the page.

    >>> slug("1/I/2.1")
    '1-I-2.1'
    """
    return re.sub(r"[^\w.]+", "-", path)


def contents(reading: Reading) -> str:
    """A list of links to the headings of the first two depths; empty where there are fewer than three."""
    entries = [(depth, section) for _, depth, section in headings(reading) if depth <= 2]
    if len(entries) < 3:
        return ""
    return "".join(
        f'<li class="d{depth}"><a href="#s-{slug(section.path)}">{escape(section.title[:120])}</a></li>'
        for depth, section in entries
    )
