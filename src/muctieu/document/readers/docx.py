"""Word documents: the bytes of a .docx or .docm → `Layout`. Macros, headers, footers and pictures are never opened.

Tracked changes are read as accepted, hidden words are left out, fields give their result, automatic list numbers are
written before the paragraph as Word shows them, exponents on numbers become Unicode superscripts (`10³`, but `m2`).
"""

from __future__ import annotations

from collections.abc import Iterator
from re import fullmatch

from lxml import etree

from muctieu.document.layout import CellText, Layout, LayoutBuilder, Mark, Piece
from muctieu.document.readers.archive import Archive
from muctieu.document.readers.docx_numbering import Numbering, W, value, whole
from muctieu.document.readers.docx_parts import MAIN, open_word
from muctieu.document.readers.docx_symbols import symbol
from muctieu.document.readers.old_fonts import SOFT_HYPHEN, as_shown

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
DROPPED = {
    W + "del",
    W + "moveFrom",
    W + "pPr",
    W + "rPr",
    W + "instrText",
    W + "delText",
    MC + "Fallback",
    W + "sectPr",
}
BREAKS = {W + "tab", W + "br", W + "cr", W + "ptab"}
NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
SUPERSCRIPT = str.maketrans("0123456789-−+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁺")


def read(source: bytes, name: str) -> Layout:
    """The layout of a Word document; `FileDamaged`, `FileEncrypted`, `FileHostile` where it cannot be read."""
    archive = open_word(source, name)
    root = archive.xml(MAIN)
    return _Reader(archive).layout(root)


class _Reader:
    """Walks the document once; `docx_origins` listens to where its words come from."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.builder = LayoutBuilder()
        self.numbering = Numbering(self._part("word/numbering.xml"))
        styles = self._part("word/styles.xml")
        found = () if styles is None else styles.iterfind(W + "style")
        self.styles = {style.get(W + "styleId", ""): style for style in found}
        plain = [name for name, style in self.styles.items() if style.get(W + "default") == "1"]
        defaults = None if styles is None else styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
        self.plain_style = next((name for name in plain if self.styles[name].get(W + "type") == "paragraph"), "")
        self.paragraph_style = ""
        self.fonts: dict[str, str] = {"": _font_name(defaults)}
        self.boxes: list[etree._Element] = []
        self.fields: list[bool] = []
        self.carried: list[Piece] = []

    def _part(self, part: str) -> etree._Element | None:
        return self.archive.xml(part) if self.archive.has(part) else None

    def layout(self, root: etree._Element) -> Layout:
        body = root.find(W + "body")
        if body is not None:
            self.blocks(body)
        for kind in ("footnote", "endnote"):
            notes = self._part(f"word/{kind}s.xml")
            for note in () if notes is None else notes.iterfind(W + kind):
                if note.get(W + "type", "normal") == "normal":
                    key = f"{kind}{note.get(W + 'id', '')}"
                    self.builder.note(key, list(self.within(note)))
        return self.builder.finish()

    def blocks(self, parent: etree._Element) -> None:
        for child in parent:
            if child.tag in (W + "p", W + "sdt") and self.is_contents(child):
                continue
            if child.tag == W + "p":
                self.paragraph(child)
            elif child.tag == W + "tbl":
                self.table(child)
            elif child.tag not in DROPPED:
                self.blocks(child)

    def paragraph(self, paragraph: etree._Element) -> None:
        pieces = self.carried + self.numbered(paragraph)
        self.carried = []
        mark = paragraph.find(f"{W}pPr/{W}rPr/{W}del")
        if mark is not None:
            self.carried = pieces
            return
        self.builder.paragraph(pieces, self.heading(paragraph))
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.blocks(box)

    def numbered(self, paragraph: etree._Element) -> list[Piece]:
        pieces = self.pieces(paragraph)
        settings = self.setting(paragraph, "numPr")
        if settings is None or not any(isinstance(piece, Mark) or piece.strip() for piece in pieces):
            return pieces
        key = value(settings.find(W + "numId"))
        label = self.numbering.label(key, whole(value(settings.find(W + "ilvl"), "0")))
        return [label + " ", *pieces] if label else pieces

    def setting(self, paragraph: etree._Element, tag: str) -> etree._Element | None:
        """A paragraph's own setting, else its style's, else that of the styles it is based on."""
        own = paragraph.find(f"{W}pPr/{W}{tag}")
        style = value(paragraph.find(f"{W}pPr/{W}pStyle"))
        return own if own is not None else self.style_setting(style, f"{W}pPr/{W}{tag}")

    def style_setting(self, style: str, path: str) -> etree._Element | None:
        for _ in range(20):
            definition = self.styles.get(style)
            if definition is None:
                return None
            found = definition.find(path)
            if found is not None:
                return found
            style = value(definition.find(W + "basedOn"))
        return None

    def heading(self, paragraph: etree._Element) -> int | None:
        level = whole(value(self.setting(paragraph, "outlineLvl")), 9)
        return level + 1 if 0 <= level < 9 else None

    def table(self, table: etree._Element) -> None:
        rows: list[list[CellText]] = []
        head = 0
        open_cells: dict[int, tuple[int, int]] = {}
        lines = _lines(table)
        if all(len(cells) < 2 for _, cells in lines):  # a frame around words
            for cell in (cell for _, cells in lines for cell in cells):
                self.blocks(cell)
            return
        for line, of_line in lines:
            if line.find(f"{W}trPr/{W}tblHeader") is not None and head == len(rows):
                head += 1
            cells: list[CellText] = []
            column = min(whole(value(line.find(f"{W}trPr/{W}gridBefore")), 0), 1000)
            for cell in of_line:
                span = min(max(whole(value(cell.find(f"{W}tcPr/{W}gridSpan")), 1), 1), 1000)
                merge = cell.find(f"{W}tcPr/{W}vMerge")
                if merge is not None and value(merge, "continue") != "restart" and column in open_cells:
                    row, place = open_cells[column]
                    above = rows[row][place]
                    rows[row][place] = CellText(above.pieces, len(rows) - row + 1, above.column_span, above.column)
                else:
                    open_cells.pop(column, None)
                    if merge is not None:
                        open_cells[column] = (len(rows), len(cells))
                    cells.append(CellText(self.cell(cell), 1, span, column))
                column += span
            rows.append(cells)
        kept = any(isinstance(piece, Mark) or piece.strip() for row in rows for cell in row for piece in cell.pieces)
        if kept:
            self.builder.table(rows, head or None)

    def cell(self, cell: etree._Element) -> list[Piece]:
        pieces: list[Piece] = []
        for words in self.within(cell):
            if words and pieces:
                pieces.append(" ")
            pieces += words
        return pieces

    def within(self, parent: etree._Element) -> Iterator[list[Piece]]:
        """The words of the paragraphs of a cell or a note, those of a table within it and those of text boxes too."""
        for child in parent:
            if child.tag == W + "p":
                yield self.numbered(child)
                boxes, self.boxes = self.boxes, []
                for box in boxes:
                    yield from self.within(box)
            elif child.tag not in DROPPED:
                yield from self.within(child)

    def is_contents(self, element: etree._Element) -> bool:
        """Whether this is a table of contents that Word keeps, or one of its lines (a style that is called `toc 1` in every language)."""
        if element.tag == W + "sdt":
            gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
            return value(gallery) == "Table of Contents"
        style = self.styles.get(value(element.find(f"{W}pPr/{W}pStyle")))
        return (
            style is not None
            and fullmatch(r"toc \d|table of figures", value(style.find(W + "name")).lower()) is not None
        )

    def pieces(self, paragraph: etree._Element) -> list[Piece]:
        pieces: list[Piece] = []
        self.fields = []
        self.paragraph_style = value(paragraph.find(f"{W}pPr/{W}pStyle")) or self.plain_style
        for run in self.runs(paragraph):
            self.run(run, pieces)
        return pieces

    def runs(self, parent: etree._Element) -> Iterator[etree._Element]:
        for child in parent:
            if child.tag in (W + "r", M + "r"):
                yield child
            elif child.tag not in DROPPED:
                yield from self.runs(child)

    def run(self, run: etree._Element, pieces: list[Piece]) -> None:
        hidden = self.look(run, "vanish")
        shown = hidden is None or value(hidden, "true") in {"0", "false", "off"}
        raised = value(self.look(run, "vertAlign")) == "superscript"
        for child in run:
            tag = child.tag
            if tag == W + "fldChar":
                self.field(child.get(W + "fldCharType", ""))
            elif not shown or any(self.fields) or tag in DROPPED:
                continue
            elif tag in (W + "t", M + "t"):
                words = child.text or ""
                before = pieces[-1] if pieces else ""
                if raised and isinstance(before, str) and before[-1:].isdigit():
                    words = words.translate(SUPERSCRIPT)
                pieces.append(self.written(child, self.decoded(run, words)))
            elif tag in BREAKS:
                pieces.append(" ")
            elif tag == W + "softHyphen":
                pieces.append(self.decoded(run, SOFT_HYPHEN))
            elif tag == W + "noBreakHyphen":
                pieces.append("-")
            elif tag == W + "sym":
                pieces.append(symbol(child.get(W + "char", ""), child.get(W + "font", "")))
            elif tag in NOTES:
                pieces.append(Mark(NOTES[tag] + child.get(W + "id", "")))
            else:
                self.boxes += self.text_boxes(child)

    def written(self, source: etree._Element, words: str) -> str:
        """The words of one w:t as they are read; a listener notes here where they stand."""
        return words

    def text_boxes(self, drawing: etree._Element) -> list[etree._Element]:
        return [
            box for box in drawing.iter(W + "txbxContent") if next(box.iterancestors(MC + "Fallback"), None) is None
        ]

    def look(self, run: etree._Element, tag: str) -> etree._Element | None:
        own = run.find(f"{W}rPr/{W}{tag}")
        style = value(run.find(f"{W}rPr/{W}rStyle"))
        return own if own is not None or not style else self.style_setting(style, f"{W}rPr/{W}{tag}")

    def field(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(True)
        elif kind == "separate" and self.fields:
            self.fields[-1] = False
        elif kind == "end" and self.fields:
            self.fields.pop()

    def decoded(self, run: etree._Element, words: str) -> str:
        return as_shown(words, self.font(run))

    def font(self, run: etree._Element) -> str:
        """The font of a run: its own, else that of its style, of its paragraph's style, of the document."""
        own = _font_name(run.find(f"{W}rPr/{W}rFonts"))
        if own:
            return own
        for style in (value(run.find(f"{W}rPr/{W}rStyle")), self.paragraph_style, ""):
            if style not in self.fonts:
                self.fonts[style] = _font_name(self.style_setting(style, f"{W}rPr/{W}rFonts"))
            if self.fonts[style]:
                return self.fonts[style]
        return ""


def _lines(table: etree._Element) -> list[tuple[etree._Element, list[etree._Element]]]:
    """The rows of a table with their cells, without those of tables within it and rows that are tracked as deleted."""
    return [
        (line, [cell for cell in line.iter(W + "tc") if next(cell.iterancestors(W + "tr")) is line])
        for line in table.iter(W + "tr")
        if next(line.iterancestors(W + "tbl")) is table and line.find(f"{W}trPr/{W}del") is None
    ]


def _font_name(fonts: etree._Element | None) -> str:
    """The font that shows the letters beyond ASCII; one of the theme's, which are never old ones, has no name."""
    if fonts is None:
        return ""
    themed = W + "hAnsiTheme" in fonts.attrib or W + "asciiTheme" in fonts.attrib
    return "(theme)" if themed else fonts.get(W + "hAnsi", "") or fonts.get(W + "ascii", "")
