"""OpenDocument texts: the bytes of an .odt or .fodt → `Layout`, as LibreOffice shows it.

List numbers are written before their paragraphs; tracked deletions, comments and hidden words are left out; text boxes stand behind the
paragraph that holds them; words in old Vietnamese fonts are decoded.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from muctieu.document.layout import CellText, Layout, LayoutBuilder, Mark, Piece
from muctieu.document.readers.archive import Archive, safe_xml
from muctieu.document.readers.odt_styles import NAMESPACE, TEXT, Level, Look, Styles, printed, whole
from muctieu.document.readers.old_fonts import as_shown
from muctieu.errors import FileEncrypted

TABLE = NAMESPACE.format("table")
OFFICE = NAMESPACE.format("office")
DRAW = NAMESPACE.format("drawing")
NAME = TEXT + "style-name"
DROPPED = {
    TEXT + "tracked-changes",
    OFFICE + "annotation",
    TEXT + "hidden-text",
    TEXT + "table-of-content",
    OFFICE + "forms",
}
SUPERSCRIPT = str.maketrans("0123456789-−+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁺")
MOST_REPEATS = 64
MANIFEST = "META-INF/manifest.xml"


def read(source: bytes, name: str) -> Layout:
    """The layout of an OpenDocument text, zipped or flat; `FileDamaged`, `FileEncrypted`, `FileHostile` where it cannot be read."""
    if not source.startswith(b"PK"):
        return _layout(safe_xml(source, name, "office:document", "odt"), [])
    archive = Archive(source, name, "odt")
    if archive.has(MANIFEST) and b"encryption-data" in archive.bytes_of(MANIFEST):
        raise FileEncrypted(name=name)
    root = archive.xml("content.xml")
    styles = [archive.xml("styles.xml")] if archive.has("styles.xml") else []
    return _layout(root, styles)


def _layout(root: etree._Element, styles: list[etree._Element]) -> Layout:
    reader = _Reader(Styles([*styles, root]))
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    if body is not None:
        reader.blocks(body)
    return reader.builder.finish()


class _Reader:
    def __init__(self, styles: Styles) -> None:
        self.builder = LayoutBuilder()
        self.styles = styles
        self.boxes: list[etree._Element] = []
        self.lines: list[list[Piece]] | None = None  # the paragraphs of the cell or note that is open
        self.counts: dict[str, dict[int, int]] = {}
        self.outline: dict[int, int] = {}

    def blocks(self, parent: etree._Element) -> None:
        for child in parent:
            if child.tag in (TEXT + "p", TEXT + "h"):
                self.paragraph(child, "")
            elif child.tag == TEXT + "list":
                self.items(child, "", 1)
            elif child.tag == TABLE + "table" and self.lines is None and not _is_frame(child):
                self.table(child)
            elif child.tag not in DROPPED and child.get(TEXT + "display") != "none":
                self.blocks(child)

    def paragraph(self, paragraph: etree._Element, label: str) -> None:
        level = paragraph.get(TEXT + "outline-level", "")
        depth = int(level) if level in set("123456789") and paragraph.tag == TEXT + "h" else None
        pieces = self.pieces(paragraph)
        if depth is not None and not label and _has_words(pieces):
            label = self.count(self.styles.outline, self.outline, depth)
        if label and _has_words(pieces):
            pieces = [label + " ", *pieces]
        if self.lines is None:
            self.builder.paragraph(pieces, depth)
        else:
            self.lines.append(pieces)
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.blocks(box)

    def count(self, levels: dict[int, Level], counts: dict[int, int], depth: int) -> str:
        """Counts one more item at this depth, and gives its number as printed."""
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        start = levels[depth].start if depth in levels else 1
        counts[depth] = counts[depth] + 1 if depth in counts else start
        return printed(levels, counts, depth)

    def items(self, node: etree._Element, style: str, depth: int) -> None:
        """The items of a list, each with its number; a list that does not go on begins anew."""
        style = node.get(NAME, style) or style
        counts = self.counts.setdefault(style, {})
        goes_on = node.get(TEXT + "continue-numbering") == "true" or node.get(TEXT + "continue-list") is not None
        if depth == 1 and not goes_on:
            counts.clear()
        for item in node:
            if item.tag not in (TEXT + "list-item", TEXT + "list-header"):
                continue
            if item.get(TEXT + "start-value"):
                counts[depth] = whole(item.get(TEXT + "start-value", ""), 1) - 1
            label = ""
            if item.tag == TEXT + "list-item" and next(iter(item), None) is not None and item[0].tag != TEXT + "list":
                label = self.count(self.styles.levels(style), counts, depth)
            for child in item:
                if child.tag == TEXT + "list":
                    self.items(child, style, depth + 1)
                elif child.tag in (TEXT + "p", TEXT + "h"):
                    self.paragraph(child, label)
                    label = ""

    def pieces(self, parent: etree._Element) -> list[Piece]:
        pieces: list[Piece] = []
        self.inline(parent, pieces, self.styles.look(parent.get(NAME, "")))
        return pieces

    def inline(self, parent: etree._Element, pieces: list[Piece], look: Look) -> None:
        """The words of an element and of those within it, in its look."""
        self.words(parent.text, pieces, look)
        for child in parent:
            if child.tag == TEXT + "note":
                self.note(child, pieces)
            elif child.tag in (TEXT + "s", TEXT + "tab", TEXT + "line-break"):
                self.words(" ", pieces, look)
            elif child.tag == DRAW + "text-box":
                self.boxes.append(child)
            elif isinstance(child.tag, str) and child.tag not in DROPPED:
                own = self.styles.look(child.get(NAME, "")) if child.tag == TEXT + "span" else look
                within = Look(own.is_hidden or look.is_hidden, own.is_raised, own.font or look.font)
                self.inline(child, pieces, within)
            self.words(child.tail, pieces, look)

    def words(self, words: str | None, pieces: list[Piece], look: Look) -> None:
        if not words or look.is_hidden:
            return
        words = as_shown(words, look.font)
        before = pieces[-1] if pieces else ""
        if look.is_raised and isinstance(before, str) and before[-1:].isdigit():
            words = words.translate(SUPERSCRIPT)
        pieces.append(words)

    def note(self, note: etree._Element, pieces: list[Piece]) -> None:
        key = note.get(TEXT + "id", str(id(note)))
        pieces.append(Mark(key))
        body = note.find(TEXT + "note-body")
        self.builder.note(key, [] if body is None else self.within(body))

    def within(self, parent: etree._Element) -> list[list[Piece]]:
        """The paragraphs of a cell or a note, with those of lists, tables and text boxes in it."""
        outer, self.lines, self.boxes = (self.lines, self.boxes), [], []
        self.blocks(parent)
        found = self.lines
        self.lines, self.boxes = outer
        return found

    def table(self, table: etree._Element) -> None:
        rows: list[list[CellText]] = []
        for line in table.iter(TABLE + "table-row"):
            if next(line.iterancestors(TABLE + "table")) is not table:
                continue
            cells: list[CellText] = []
            for cell in line.iterfind(TABLE + "table-cell"):
                spans = _span(cell, "number-rows-spanned"), _span(cell, "number-columns-spanned")
                repeats = min(_span(cell, "number-columns-repeated"), MOST_REPEATS)
                cells += [CellText(self.cell(cell), *spans)] * repeats
            if any(_has_words(cell.pieces) for cell in cells):
                rows.append(cells)
        head = len(table.findall(f"{TABLE}table-header-rows/{TABLE}table-row"))
        if rows:
            self.builder.table(rows, min(head, len(rows)) or None)

    def cell(self, cell: etree._Element) -> list[Piece]:
        """The words of a cell, its paragraphs parted by a blank."""
        return [piece for words in self.within(cell) for piece in (" ", *words)]


def _is_frame(table: etree._Element) -> bool:
    """Whether a table is but a frame around words: it has one column."""
    rows = [line for line in table.iter(TABLE + "table-row") if next(line.iterancestors(TABLE + "table")) is table]
    return all(
        sum(_span(cell, "number-columns-repeated") for cell in line.iterfind(TABLE + "table-cell")) < 2 for line in rows
    )


def _has_words(pieces: Sequence[Piece]) -> bool:
    return any(isinstance(piece, Mark) or piece.strip() for piece in pieces)


def _span(cell: etree._Element, attribute: str) -> int:
    return min(max(whole(cell.get(TABLE + attribute, "1"), 1), 1), 1000)
