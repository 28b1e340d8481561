"""OpenDocument texts: the bytes of an .odt → `Layout`. Tracked deletions are left out; list numbers are not computed."""

from __future__ import annotations

from lxml import etree

from muctieu.document.layout import CellText, Layout, LayoutBuilder, Mark, Piece
from muctieu.document.readers.archive import Archive
from muctieu.errors import FileEncrypted

NAMESPACE = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}"
T = NAMESPACE.format("text")
TABLE = NAMESPACE.format("table")
OFFICE = NAMESPACE.format("office")
DROPPED = {T + "tracked-changes", OFFICE + "annotation", T + "hidden-text"}
MOST_REPEATS = 64
MANIFEST = "META-INF/manifest.xml"


def read(source: bytes, name: str) -> Layout:
    """The layout of an OpenDocument text; `FileDamaged`, `FileEncrypted`, `FileHostile` where it cannot be read."""
    archive = Archive(source, name, "odt")
    if archive.has(MANIFEST) and b"encryption-data" in archive.bytes_of(MANIFEST):
        raise FileEncrypted(name=name)
    root = archive.xml("content.xml")
    builder = LayoutBuilder()
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    if body is not None:
        _blocks(body, builder)
    return builder.finish()


def _blocks(parent: etree._Element, builder: LayoutBuilder) -> None:
    for child in parent:
        if child.tag in (T + "p", T + "h"):
            level = child.get(T + "outline-level", "")
            builder.paragraph(_pieces(child, builder), int(level) if level in set("123456789") else None)
        elif child.tag == TABLE + "table":
            _table(child, builder)
        elif child.tag not in DROPPED:
            _blocks(child, builder)


def _pieces(parent: etree._Element, builder: LayoutBuilder) -> list[Piece]:
    pieces: list[Piece] = [parent.text or ""]
    for child in parent:
        if child.tag == T + "note":
            key = child.get(T + "id", str(id(child)))
            pieces.append(Mark(key))
            builder.note(key, [_pieces(words, builder) for words in child.iterfind(f"{T}note-body/{T}p")])
        elif child.tag in (T + "s", T + "tab", T + "line-break"):
            pieces.append(" ")
        elif isinstance(child.tag, str) and child.tag not in DROPPED:
            pieces += _pieces(child, builder)
        pieces.append(child.tail or "")
    return pieces


def _span(cell: etree._Element, attribute: str) -> int:
    words = cell.get(TABLE + attribute, "1")
    return min(max(int(words), 1), 1000) if words.isdecimal() and len(words) < 9 else 1


def _table(table: etree._Element, builder: LayoutBuilder) -> None:
    rows: list[list[CellText]] = []
    for line in table.iter(TABLE + "table-row"):
        cells: list[CellText] = []
        for cell in line.iterfind(TABLE + "table-cell"):
            pieces: list[Piece] = []
            for paragraph in cell.iter(T + "p", T + "h"):
                if next(paragraph.iterancestors(TABLE + "table-cell")) is cell:
                    pieces += [" ", *_pieces(paragraph, builder)]
            repeats = min(_span(cell, "number-columns-repeated"), MOST_REPEATS)
            cells += [
                CellText(pieces, _span(cell, "number-rows-spanned"), _span(cell, "number-columns-spanned"))
            ] * repeats
        if any(isinstance(piece, Mark) or piece.strip() for cell in cells for piece in cell.pieces):
            rows.append(cells)
    head = len(table.findall(f"{TABLE}table-header-rows/{TABLE}table-row"))
    if rows:
        builder.table(rows, min(head, len(rows)) or None)
