"""Where the characters of a reading text stand in a Word file: the reader of .docx, listened to while it walks the document.

Takes the bytes of a .docx, gives the same text and, for any span of it, the `w:t` elements and the characters in them that it was read from. The
trees belong to the caller, who may change them; nothing here does.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple
from unicodedata import normalize

from lxml import etree

from muctieu.document.layout import LayoutBuilder, Mark, Piece
from muctieu.document.readers.archive import Archive
from muctieu.document.readers.docx import _Reader
from muctieu.document.readers.docx_numbering import W
from muctieu.document.readers.docx_parts import MAIN, open_word
from muctieu.values.span import Span


class Letters(NamedTuple):
    """Characters `start` to `end` of the words of one `w:t`."""

    element: etree._Element
    start: int
    end: int


class _Written(str):
    """Words that were read from `element`; `read` gives how any beginning of the element's own words reads."""

    __slots__ = ("element", "read")
    element: etree._Element
    read: Callable[[str], str]


class _Stretch(NamedTuple):
    """Words in the reading text: where the first of them would stand if nothing had been trimmed, where the last one ends."""

    start: int
    end: int
    piece: _Written


class Origins:
    """A Word file with its text: `text`, the trees of its parts by name (`parts`), and `letters(span)`."""

    def __init__(self, source: bytes, name: str) -> None:
        self.archive = open_word(source, name)
        listener = _Listener(self.archive)
        root = self.archive.xml(MAIN)
        listener.parts[MAIN] = root
        self.text = listener.layout(root).text
        self.parts = listener.parts
        self._stretches = sorted(listener.heard.stretches, key=lambda stretch: stretch.start)
        self._starts = [stretch.start for stretch in self._stretches]

    def letters(self, span: Span) -> list[Letters]:
        """What the span was read from, in reading order; empty for words that stand nowhere (an automatic list number)."""
        found: list[Letters] = []
        at = max(bisect_right(self._starts, span.start) - 1, 0)
        while at > 0 and self._stretches[at - 1].end > span.start:
            at -= 1
        for stretch in self._stretches[at:]:
            if stretch.start >= span.end:
                break
            start, end = max(span.start, stretch.start), min(span.end, stretch.end)
            if start < end:
                first, last = _raw_offset(stretch, start), _raw_offset(stretch, end)
                found.append(Letters(stretch.piece.element, first, last))
        return found


def _raw_offset(stretch: _Stretch, offset: int) -> int:
    """The character of the element's words at an offset of the reading text. Decomposed letters and those of old fonts take more than one."""
    wanted, raw = offset - stretch.start, stretch.piece.element.text or ""
    if len(raw) == stretch.end - stretch.start:
        return wanted
    read = stretch.piece.read
    return max(at for at in range(len(raw) + 1) if len(normalize("NFC", read(raw[:at]))) <= wanted)


class _Builder(LayoutBuilder):
    """A builder that notes where the words of each piece come to stand."""

    def __init__(self) -> None:
        super().__init__()
        self.stretches: list[_Stretch] = []

    def _append(self, pieces: Sequence[Piece] | str) -> int | None:
        start = self._length
        end = super()._append(pieces)
        if end is not None and not isinstance(pieces, str):
            self.stretches += _stretches(pieces, start)
        return end


def _stretches(pieces: Sequence[Piece], start: int) -> Iterator[_Stretch]:
    """The stretches of one paragraph or cell that is written from `start` on, without the blanks at its ends."""
    whole = normalize("NFC", "".join(piece for piece in pieces if not isinstance(piece, Mark)))
    at = start - (len(whole) - len(whole.lstrip()))
    limit = start + len(whole.strip())
    composed = whole.isascii() or all(normalize("NFC", p) == p for p in pieces if not isinstance(p, Mark))
    before = ""
    for piece in pieces:
        if isinstance(piece, Mark):
            continue
        if composed:
            first, at = at, at + len(piece)
        else:
            first = start - (len(whole) - len(whole.lstrip())) + len(normalize("NFC", before))
            before += piece
            at = start - (len(whole) - len(whole.lstrip())) + len(normalize("NFC", before))
        if isinstance(piece, _Written) and first < limit and at > start:
            yield _Stretch(first, at, piece)


class _Listener(_Reader):
    """The reader of .docx with a builder that listens and pieces that know their element."""

    def __init__(self, archive: Archive) -> None:
        self.parts: dict[str, etree._Element] = {}
        super().__init__(archive)
        self.heard = _Builder()
        self.builder = self.heard

    def _part(self, part: str) -> etree._Element | None:
        root = super()._part(part)
        if root is not None:
            self.parts[part] = root
        return root

    def written(self, source: etree._Element, words: str) -> str:
        if source.tag != W + "t":  # of a formula, where no remark may begin
            return words
        run = source.getparent()
        piece = _Written(words)
        piece.element = source
        piece.read = (lambda raw: raw) if run is None else (lambda raw: self.decoded(run, raw))
        return piece
