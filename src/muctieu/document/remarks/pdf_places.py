"""Where words of a reading text stand on the pages of a PDF: a span → the page and the boxes of its letters, a line each.

The reading text has lost running heads, moved the notes and joined the lines, so the words are looked for: of all places on the pages with the
same letters, the one whose neighbours are most like those in the text. Blanks count for nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from unicodedata import combining, normalize

import pypdfium2

from muctieu.errors import FileDamaged
from muctieu.values.span import Span

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in the page's own points."""

_AROUND = 60


class Places:
    """The letters of all pages in the file's order, with their boxes, beside the reading text."""

    def __init__(self, source: bytes, name: str, text: str) -> None:
        self._letters = ""
        self._boxes: list[Box] = []
        self._ends: list[int] = []
        try:
            document = pypdfium2.PdfDocument(source)
        except pypdfium2.PdfiumError as error:
            raise FileDamaged(name=name, place=str(error), kind="PDF") from error
        try:
            pages = [_letters_of(page) for page in document]
        finally:
            document.close()
        for letters, boxes in pages:
            self._letters += letters
            self._boxes += boxes
            self._ends.append(len(self._letters))
        kept = [at for at, letter in enumerate(text) if not letter.isspace()]
        self._text = "".join(text[at] for at in kept)
        self._kept = kept

    def find(self, span: Span) -> tuple[int, list[Box]] | None:
        """The page (from 0) and the boxes; None where the letters stand on no page."""
        start, end = bisect_right(self._kept, span.start - 1), bisect_right(self._kept, span.end - 1)
        best = max(self._candidates(start, end), key=lambda at: self._likeness(start, end, at), default=None)
        if best is None:
            return None
        page = bisect_right(self._ends, best)
        last = min(best + end - start, self._ends[page])
        return page, _lines(self._boxes[best:last])

    def _candidates(self, start: int, end: int) -> Iterator[int]:
        """Every place with these letters; a number is not looked for within a longer one."""
        words = self._text[start:end]
        at = self._letters.find(words) if words else -1
        while at >= 0:
            yield at
            at = self._letters.find(words, at + 1)

    def _likeness(self, start: int, end: int, at: int) -> tuple[int, float]:
        """How many neighbours are alike, before and behind; then how near the place is to where the text has it."""
        before = _alike(
            self._text[max(0, start - _AROUND) : start][::-1], self._letters[max(0, at - _AROUND) : at][::-1]
        )
        tail = at + end - start
        behind = _alike(self._text[end : end + _AROUND], self._letters[tail : tail + _AROUND])
        apart = abs(start / max(1, len(self._text)) - at / max(1, len(self._letters)))
        return before + behind, -apart


def _alike(first: str, second: str) -> int:
    """How many letters the two begin with alike."""
    return next(
        (at for at, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second))
    )


def _letters_of(page: pypdfium2.PdfPage) -> tuple[str, list[Box]]:
    """The letters of a page that are no blanks, composed, each with its box."""
    textpage = page.get_textpage()
    letters: list[str] = []
    boxes: list[Box] = []
    words = textpage.get_text_range()
    count = textpage.count_chars()
    if len(words) != count:
        words = "".join(textpage.get_text_range(at, 1)[:1] or " " for at in range(count))
    for at, letter in enumerate(words):
        if letter.isspace() or letter in "\ufffe\u00ad\x02":
            continue
        box = textpage.get_charbox(at)
        if letters and combining(letter):
            joined = normalize("NFC", letters[-1] + letter)
            if len(joined) == 1:
                letters[-1] = joined
                boxes[-1] = _around(boxes[-1], box)
                continue
        letters.append(letter)
        boxes.append(box)
    textpage.close()
    page.close()
    return "".join(letters), boxes


def _around(first: Box, second: Box) -> Box:
    return min(first[0], second[0]), min(first[1], second[1]), max(first[2], second[2]), max(first[3], second[3])


def _lines(boxes: list[Box]) -> list[Box]:
    """The boxes of letters joined along each line."""
    lines: list[Box] = []
    for box in boxes:
        if lines and box[1] < lines[-1][3] and lines[-1][1] < box[3] and box[0] >= lines[-1][0]:
            lines[-1] = _around(lines[-1], box)
        else:
            lines.append(box)
    return lines
