"""HTML: bytes → `Layout`. Blocks become lines, tables rows; scripts, styles and what is hidden are left out. Fetches nothing."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree, html

from muctieu.document.layout import CellText, Layout, LayoutBuilder
from muctieu.errors import FileDamaged, FileEmpty

_OUT = frozenset(("script", "style", "head", "template", "noscript", "svg", "object", "iframe"))
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
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
        "ul",
    ]
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")


def read(source: bytes, name: str) -> Layout:
    """The layout of a page; `FileEmpty` where it holds no words, `FileDamaged` where it is no HTML."""
    parser = html.HTMLParser(encoding=_encoding(source), no_network=True, remove_comments=True, huge_tree=False)
    try:
        root = html.document_fromstring(source, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise FileDamaged(name=name, place=str(error)[:80], kind="HTML") from error
    walk = _Walk()
    walk.element(root)
    walk.flush()
    layout = walk.builder.finish()
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
    """The walk over the elements, with the words of the block that is open."""

    def __init__(self) -> None:
        self.builder = LayoutBuilder()
        self.words: list[str] = []
        self.level: int | None = None

    def element(self, node: Any) -> None:
        """An element with its children and its tail words."""
        tag = node.tag if isinstance(node.tag, str) else ""
        if tag and tag not in _OUT and not _HIDDEN.search(node.get("style", "")) and node.get("hidden") is None:
            if tag == "table":
                self.flush()
                self.table(node)
            elif tag == "br":
                self.flush()
            else:
                self.block(node, tag)
        if node.tail:
            self.words.append(node.tail)

    def block(self, node: Any, tag: str) -> None:
        """A block stands on lines of its own; anything else runs on."""
        if tag in _BLOCKS:
            self.flush()
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.level = int(tag[1])
        if node.text:
            self.words.append(node.text)
        for child in node:
            self.element(child)
        if tag in _BLOCKS:
            self.flush()

    def flush(self) -> None:
        """Ends the open block."""
        self.builder.paragraph(_SPACES.sub(" ", "".join(self.words)), self.level)
        self.words, self.level = [], None

    def table(self, node: Any) -> None:
        """The rows of a table, not those of tables within its cells."""
        rows = [row for row in node.iter("tr") if next(row.iterancestors("table")) is node]
        cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
        heads = 0
        for row in cells:
            if not row or any(cell.tag == "td" for cell in row):
                break
            heads += 1
        texts = [
            [
                CellText([_SPACES.sub(" ", cell.text_content())], _span(cell, "rowspan"), _span(cell, "colspan"))
                for cell in row
            ]
            for row in cells
        ]
        if any(texts):
            self.builder.table([row for row in texts if row], heads or None)


def _span(cell: Any, name: str) -> int:
    value = cell.get(name, "1").strip()
    return min(max(int(value), 1), 200) if value.isdigit() else 1
