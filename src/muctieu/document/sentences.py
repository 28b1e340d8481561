"""Sentences, found where they are asked for: nothing is cut in advance. Takes the reading text and its mended tears; knows no figures."""

from __future__ import annotations

import re
from collections.abc import Container

from muctieu.values.span import Span

_UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
# One class of letters first, so that a miss costs next to nothing.
_STOP = re.compile(rf"[.!?…\n](?:(?<=\n)|[.!?…]*[\"”’)\]]*(?=\s+[\"“‘(\[–•+-]*\s?[{_UPPER}0-9(]))")
_ABBREVIATION = re.compile(r"(?:^|[\s(/])(?:tp|tx|tt|tr|q|p|h|x|ths|th\.s|ts|pgs|gs|bs|ks|cn|đ/c|đc|v\.v|st|nxb|ub|ông|bà|stt|[a-zđ])$", re.IGNORECASE)
_LIST_NUMBER = re.compile(r"[\s(*+•–-]*(?:\d{1,2}(?:\.\d{1,2})*|[IVXL]{1,5}|[a-zđA-HĐ])$")


class Sentences:
    """The sentences of a text, asked for from left to right.

    A line end is a sentence's end, unless a torn footnote mark stood there (`tears`: the offsets of those line ends).

    >>> Sentences("Thu đạt 5 tỷ. Chi 4 tỷ.").at(16)
    Span(start=13, end=23)
    """

    __slots__ = ("_end", "_start", "_tears", "_text")

    def __init__(self, text: str, tears: Container[int] = ()) -> None:
        self._text = text
        self._tears = tears
        self._start = 0
        self._end = 0

    def at(self, offset: int) -> Span:
        """The sentence that holds the offset. Offsets must not fall; after one that lies in a later sentence, earlier ones are forgotten."""
        if offset < self._start:
            self._start = self._end = self._line_start(offset)
        if offset >= self._end:
            self._start = max(self._end, self._line_start(offset))
            self._end = self._next_stop(self._start)
            while self._end <= offset and self._end < len(self._text):
                self._start, self._end = self._end, self._next_stop(self._end)
        return Span(self._start, self._end)

    def _line_start(self, offset: int) -> int:
        at = self._text.rfind("\n", 0, offset)
        while at >= 0 and at in self._tears:
            at = self._text.rfind("\n", 0, at)
        return at + 1

    def _next_stop(self, start: int) -> int:
        text = self._text
        for match in _STOP.finditer(text, start):
            at = match.start()
            if text[at] == "\n":
                if at not in self._tears and at > start:
                    return at + 1
                continue
            if text[at] == "." and match.end() == at + 1 and (
                (at - start < 12 and _LIST_NUMBER.match(text, start, at)) or _ABBREVIATION.search(text, max(start, at - 8), at)
            ):
                continue
            return match.end()
        return len(text)
