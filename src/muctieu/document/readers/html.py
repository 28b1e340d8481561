"""HTML: bytes → `Layout`. Blocks become lines, tables rows, list numbers words; notes go behind the body.

Scripts, styles, deletions, comments and what is hidden are left out. Fetches nothing, runs nothing.
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree, html

from muctieu.document.layout import CellText, Layout, LayoutBuilder, Mark, Piece
from muctieu.document.readers.archive import declares_entities
from muctieu.document.readers.docx_numbering import letter, roman
from muctieu.document.readers.html_fonts import Fonts, names_old_fonts
from muctieu.document.readers.html_notes import find_notes
from muctieu.document.readers.old_fonts import as_shown
from muctieu.errors import FileDamaged, FileEmpty

_OUT = frozenset(
    (
        "button", "datalist", "del", "head", "iframe", "nav", "noscript", "object", "script", "select", "style", "svg",
        "template", "textarea",
    )
)  # fmt: skip
_OF_COMMENTS = frozenset(("MsoCommentReference", "msocomanchor", "msocomoff"))
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    ]
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-element\s*:\s*comment|mso-hide\s*:\s*all", re.IGNORECASE
)
_ENTITY = re.compile(rb"<!DOCTYPE[^>\[]*\[\s*<!ENTITY", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")
_UNIT = re.compile(r"(?<![^\W\d_])(?:[kcdm]?m|hm)$")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def read(source: bytes, name: str) -> Layout:
    """The layout of a page; `FileEmpty` where it holds no words, `FileDamaged` where it is no HTML, `FileHostile` where it declares entities."""
    if _ENTITY.search(source[:4096].replace(b"\0", b"")):
        raise declares_entities(name, "DOCTYPE")
    parser = html.HTMLParser(encoding=_encoding(source), no_network=True, remove_comments=True, huge_tree=True)
    try:
        root = html.document_fromstring(source, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise FileDamaged(name=name, place=str(error)[:80], kind="HTML") from error
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise RecursionError  # the parser stopped there: it goes no deeper than 2048 elements within each other
    layout = _Walk(root, Fonts(root) if names_old_fonts(source) else None).layout(root)
    if not layout.text.strip():
        raise FileEmpty(name=name)
    return layout


def _encoding(source: bytes) -> str | None:
    """UTF-8 where the bytes are that; else what the page itself says."""
    try:
        source.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return "utf-8"


class _Walk:
    """The walk over the elements, with the pieces of the block that is open."""

    def __init__(self, root: Any, fonts: Fonts | None = None) -> None:
        self.fonts = fonts
        self.builder = LayoutBuilder()
        self.notes = find_notes(root)
        self.pieces: list[Piece] = []
        self.level: int | None = None
        self.mark = ""  # the number of the list item whose first words are still to come
        self.counts: dict[Any, int] = {}  # ordered lists: the last number given
        self.cell: list[Piece] | None = None  # the pieces of the table cell or note that is open

    def layout(self, root: Any) -> Layout:
        """The layout of the whole page."""
        self.within(root)
        self.flush()
        return self.builder.finish()

    def within(self, outer: Any) -> None:
        """The words and the elements within an element. Goes down without calling itself, since some converters nest hundreds deep."""
        if outer.text:
            self.pieces.append(self.said(outer.text, outer))
        walker: Any = etree.iterwalk(outer, events=("start", "end", "comment", "pi"))
        opened: list[Any] = []
        for event, node in walker:
            if node is outer:
                continue
            if event == "start":
                if self.begins(node):
                    opened.append(node)
                else:
                    walker.skip_subtree()
                continue
            if opened and opened[-1] is node:
                opened.pop()
                if node.tag in _BLOCKS:
                    self.flush()
            if node.tail:
                self.pieces.append(self.said(node.tail, node.getparent()))

    def begins(self, node: Any) -> bool:
        """An element begins; gives whether what is within it is still to be read."""
        if not _is_shown(node):
            return False
        if node in self.notes.bodies:
            self.note(node)
        elif node in self.notes.marks:
            self.pieces.append(Mark(self.notes.marks[node]))
        elif node not in self.notes.backs:
            return self.is_opened(node)
        return False

    def said(self, words: str, node: Any) -> str:
        """The words of an element as its font shows them."""
        return as_shown(words, "" if self.fonts is None else self.fonts.of(node))

    def is_opened(self, node: Any) -> bool:
        """Whether an element that is no note is read as what is within it; else it is a table, a line break or a raised number, read here."""
        tag = node.tag
        if tag == "table" and self.cell is None and not _holds_tables(node):
            self.flush()
            self.table(node)
        elif tag == "br":
            self.flush()
        elif tag == "sup" and len(node) == 0 and (node.text or "").strip().isdigit():
            self.pieces.append(_raised(node.text.strip(), self.before()))
        else:
            self.open(node, tag)
            return True
        return False

    def before(self) -> str:
        """The words that stand before, in this block."""
        return next((piece for piece in reversed(self.pieces) if isinstance(piece, str) and piece), "")

    def open(self, node: Any, tag: str) -> None:
        """A block stands on lines of its own; anything else runs on."""
        if tag in _BLOCKS:
            self.flush()
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.level = int(tag[1])
        if tag == "li":
            self.mark = self.list_mark(node)
        if node.text:
            self.pieces.append(self.said(node.text, node))

    def list_mark(self, item: Any) -> str:
        """The number or dash that a browser shows before a list item."""
        parent = item.getparent()
        if parent is None or "none" in parent.get("style", ""):
            return ""
        if parent.tag != "ol":
            return "- "
        count = self.counts[parent] = self.counts.get(parent, _whole(parent, "start", 1) - 1) + 1
        forms = {"a": letter, "A": lambda n: letter(n).upper(), "i": lambda n: roman(n).lower(), "I": roman}
        return f"{forms.get(parent.get('type', '1'), str)(count)}. "

    def flush(self) -> None:
        """Ends the open block; within a cell or a note, its lines are joined by a blank."""
        if self.mark and any(isinstance(piece, Mark) or piece.strip() for piece in self.pieces):
            self.pieces = [self.mark, *self.pieces]
            self.mark = ""
        if self.cell is not None:
            self.cell += [*self.pieces, " "]
        else:
            self.builder.paragraph(_one_line(self.pieces), self.level)
            self.level = None
        self.pieces = []

    def inner(self, node: Any) -> list[Piece]:
        """The pieces of an element that becomes one line: a cell or a note."""
        outer, self.pieces, self.cell = (self.pieces, self.cell), [], []
        self.within(node)
        self.flush()
        found = _one_line(self.cell)
        self.pieces, self.cell = outer
        return found

    def note(self, node: Any) -> None:
        """A note's words go behind the body."""
        self.builder.note(self.notes.bodies[node], [self.inner(node)])

    def table(self, node: Any) -> None:
        """The rows of a table."""
        rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in node.iter("tr") if _is_shown(row)]
        heads = next((n for n, row in enumerate(rows) if not row or any(cell.tag == "td" for cell in row)), len(rows))
        texts = [
            [CellText(self.inner(cell), _span(cell, "rowspan"), _span(cell, "colspan")) for cell in row] for row in rows
        ]
        for caption in node.iterchildren("caption"):
            self.builder.paragraph(self.inner(caption))
        if any(_has_words(cell) for row in texts for cell in row):
            self.builder.table([row for row in texts if row], heads or None)


def _is_shown(node: Any) -> bool:
    return (
        node.tag not in _OUT
        and node.get("hidden") is None
        and not ("style" in node.attrib and _HIDDEN.search(node.get("style")))
        and node.get("class") not in _OF_COMMENTS
        and not (
            node.tag == "div" and node.get("title") in ("header", "footer")
        )  # the running heads that LibreOffice writes
    )


def _holds_tables(table: Any) -> bool:
    """Whether a table only lays out the page: it has one column, or holds tables of its own."""
    is_frame = all(sum(1 for _ in row.iterchildren("td", "th")) < 2 for row in table.iter("tr"))
    return is_frame or next((inner for inner in table.iter("table") if inner is not table), None) is not None


def _has_words(cell: CellText) -> bool:
    return any(isinstance(piece, Mark) or piece.strip() for piece in cell.pieces)


def _one_line(pieces: list[Piece]) -> list[Piece]:
    """Runs of white space become one blank, also across pieces."""
    out: list[Piece] = []
    blank = True
    for piece in pieces:
        if isinstance(piece, str):
            words = _SPACES.sub(" ", piece)
            if blank and words.startswith(" "):
                words = words[1:]
            if words:
                blank = words.endswith(" ")
            out.append(words)
        else:
            out.append(piece)
    return out


def _raised(digits: str, before: str) -> str:
    """A raised number: an exponent on a figure, part of a unit (`m2`), else a note's mark that leads nowhere."""
    return digits if _UNIT.search(before) else digits.translate(_SUPERSCRIPT)


def _span(cell: Any, name: str) -> int:
    return min(max(_whole(cell, name, 1), 1), 200)


def _whole(node: Any, name: str, default: int) -> int:
    value = node.get(name, "").strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else default
