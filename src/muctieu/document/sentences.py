"""Sentences, found where they are asked for: nothing is cut in advance. Takes the reading text and its mended tears; knows no figures."""

from __future__ import annotations

import re
from collections.abc import Container

from muctieu.values.span import Span

_UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
# One class of letters first, so that a miss costs next to nothing.
_STOP = re.compile(rf"[.!?…\n](?:(?<=\n)|[.!?…]*[\"”’)\]]*(?=\s+[\"“‘(\[–•+-]*\s?[{_UPPER}0-9(]))")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(/])(?:tp|tx|tt|tr|q|p|h|x|ths|th\.s|ts|pgs|gs|bs|ks|cn|đ/c|đc|v\.v|st|nxb|ub|ông|bà|stt|[a-zđ])$",
    re.IGNORECASE,
)
_LIST_NUMBER = re.compile(r"[\s(*+•–-]*(?:\d{1,2}(?:\.\d{1,2})*|[IVXL]{1,5}|[a-zđA-HĐ])$")


class Sentences:
    """The sentences of a text, asked for from left to right.

    A line end is a sentence's end, unless a torn footnote mark stood there (`tears`: the offsets of those line ends).

    >>> Sentences("Thu đạt 5 tỷ. Chi 4 tỷ.").at(16)
    Span(start=13, end=23)
    """

    __slots__ = ("_end", "_marks", "_start", "_tears", "_text")

    def __init__(self, text: str, tears: Container[int] = ()) -> None:
        self._text = text
        self._tears = tears
        self._marks = [mark for mark in ".!?…" if mark in text]
        self._start = 0
        self._end = 0

    def at(self, offset: int) -> Span:
        """The sentence that holds the offset. Offsets must not fall; after one that lies in a later sentence, earlier ones are forgotten."""
        if offset < self._start:
            self._start = self._end = self._line_start(offset)
        if offset >= self._end:
            self._start = self._last_stop(max(self._end, self._line_start(offset)), offset)
            self._end = self._next_stop(offset, self._start)
        return Span(self._start, self._end)

    def _last_stop(self, start: int, offset: int) -> int:
        """Where the sentence that holds the offset begins: behind the last stop after `start`."""
        text = self._text
        before = offset
        while True:
            at = max([text.rfind(mark, start, before) for mark in self._marks], default=-1)
            if at < start:
                return start
            match = _STOP.match(text, at)
            if match is not None and match.end() <= offset and not self._is_none(start, at, match.end()):
                return match.end()
            before = at

    def _is_none(self, start: int, at: int, end: int) -> bool:
        """Whether a full stop ends no sentence: it stands behind a list number or an abbreviation."""
        text = self._text
        if text[at] != "." or end != at + 1:
            return False
        line = text.rfind("\n", max(start, at - 12), at) + 1 or start
        return (at - line < 12 and _LIST_NUMBER.match(text, line, at) is not None) or _ABBREVIATION.search(
            text, max(start, at - 8), at
        ) is not None

    def _line_start(self, offset: int) -> int:
        at = self._text.rfind("\n", 0, offset)
        while at >= 0 and at in self._tears:
            at = self._text.rfind("\n", 0, at)
        return at + 1

    def _next_stop(self, offset: int, start: int) -> int:
        """Where the sentence that begins at `start` ends, looked for from the offset on."""
        text = self._text
        for match in _STOP.finditer(text, offset):
            at = match.start()
            if text[at] == "\n":
                if at not in self._tears and at > start:
                    return at + 1
            elif not self._is_none(start, at, match.end()):
                return match.end()
        return len(text)
