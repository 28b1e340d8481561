"""PDF with text: bytes → `Layout`. Lines are joined into paragraphs, tables become rows, notes go behind the body.

Page by page, so that a long file needs little memory. Running heads and page numbers are left out. A scan, most of whose pages hold
no letters, is handed to `ocr`. Never changes a word; note marks are told from figures by the size and height of their letters.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pypdfium2

from muctieu.document.layout import Layout
from muctieu.document.readers.pdf_lines import Piece
from muctieu.document.readers.pdf_page import PAGE_NUMBER, Page, read_page
from muctieu.document.readers.pdf_paragraphs import assemble
from muctieu.errors import FileDamaged, FileEmpty, FileEncrypted


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
        pages = [_page(document, number, name) for number in range(1, len(document) + 1)]
    finally:
        document.close()
    if _is_scan(pages):
        from muctieu.document.readers import ocr

        return ocr.read(source, name)
    _drop_running_heads(pages)
    return assemble(pages)


def _is_scan(pages: list[Page]) -> bool:
    """Whether most pages hold no letter: those of a scan may have a signature's words on one of them."""
    return sum(not (page.blocks or page.notes) for page in pages) > len(pages) / 2


def _page(document: Any, number: int, name: str) -> Page:
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError as error:
        raise FileDamaged(name=name, place=f"trang {number}", kind="PDF") from error
    try:
        return read_page(page, number)
    finally:
        page.close()


def _drop_running_heads(pages: list[Page]) -> None:
    """Page numbers, and lines at the upper or lower edge that many pages repeat at the same height."""
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        seen.update({_shape(line) for line in _edges(page)})
    often = {shape for shape, count in seen.items() if count >= max(2, 0.4 * len(pages))}
    for page in pages:
        edges = [id(line) for line in _edges(page) if _shape(line) in often or PAGE_NUMBER.match(line.words)]
        page.blocks = [block for block in page.blocks if id(block) not in edges]
        page.notes = [line for line in page.notes if id(line) not in edges]


def _edges(page: Page) -> list[Piece]:
    """The two highest and the two lowest lines of a page, where they stand in its margins."""
    lines = [block for block in (*page.blocks, *page.notes) if isinstance(block, Piece)]
    lines.sort(key=lambda line: -line.bottom)
    upper = [line for line in lines[:2] if line.bottom > 0.9 * page.height]
    return upper + [line for line in lines[-2:] if line.top < 0.1 * page.height]


def _shape(line: Piece) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.words.strip().lower()), round(line.bottom / 3)
