"""Sentences, found where they are asked for: nothing is cut in advance. Takes the reading text and its mended tears; knows no figures."""

from __future__ import annotations

import re
from collections.abc import Container

from muctieu.text.letters import UPPER
from muctieu.values.span import Span

# One class of letters first, so that a miss costs next to nothing.
_STOP = re.compile(rf"[.!?…\n](?:(?<=\n)|[.!?…]*[\"”’)\]]*(?=\s+[\"“‘(\[–•+-]*\s?[{UPPER}0-9(]))")
_SHORT = frozenset(
    ["tp", "tx", "tt", "tr", "ths", "ts", "pgs", "gs", "bs", "ks", "cn", "đc", "st", "nxb", "ub", "ông", "bà", "stt"]
)
_ABBREVIATION = re.compile(rf"(?:^|[\s(/])(?:{'|'.join(sorted(_SHORT))}|th\.s|đ/c|v\.v|[a-zđ])$", re.IGNORECASE)
_UNITS_IN_SHORT = frozenset("đmg")
_MEASURED = re.compile(r"(?:\d|tỷ|tỉ|triệu|tr|nghìn|ngàn) [đmg]$")
_made = tuple.__new__  # makes a span in half the time of `Span(…)`
_JOINTS = ("; ", ", ", " ")
REACH = 10_000
"""Letters: how far from a figure its sentence is looked for to either side. What runs on for longer is read in pieces, parted at a semicolon,
else a comma, else a blank, so that the time of reading grows with the text alone."""
_LIST_NUMBER = re.compile(r"[\s(*+•–-]*(?:\d{1,2}(?:\.\d{1,2})*|[IVXL]{1,5}|[a-zđA-HĐ])$")


class Sentences:
    """The sentences of a text, asked for from left to right.

    A line end is a sentence's end, unless a torn footnote mark stood there (`tears`: the offsets of those line ends). A sentence
    never reaches further than `REACH` letters before or behind the figure it is asked for.

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
            self._start = self._end = self._line_start(offset, 0)
        if offset >= self._end:
            start = self._line_start(offset, self._end)
            if offset - start > REACH:
                start = self._piece_start(offset - REACH, offset)
            self._start = self._last_stop(start, offset)
            self._end = self._next_stop(offset, self._start)
        return _made(Span, (self._start, self._end))

    def _last_stop(self, start: int, offset: int) -> int:
        """Where the sentence that holds the offset begins: behind the last stop after `start`."""
        text = self._text
        before = offset
        while True:
            at = start - 1
            for mark in self._marks:
                later = text.rfind(mark, at + 1, before)
                if later >= 0:
                    at = later
            if at < start:
                return start
            match = _STOP.match(text, at)
            if match is not None and match.end() <= offset and not self._is_none(start, at, match.end()):
                return match.end()
            before = at

    def _piece_start(self, start: int, offset: int) -> int:
        """Behind the first joint after `start`: where a sentence without an end is taken up again."""
        return next((at + 2 for joint in _JOINTS if (at := self._text.find(joint, start, offset)) >= 0), start)

    def _piece_end(self, offset: int, end: int) -> int:
        """Behind the last joint before `end`: where a sentence without an end is left."""
        return next((at + 2 for joint in _JOINTS if (at := self._text.rfind(joint, offset, end)) >= 0), end)

    def _is_none(self, start: int, at: int, end: int) -> bool:
        """Whether a full stop ends no sentence: it stands behind a list number or an abbreviation."""
        text = self._text
        if text[at] != "." or end != at + 1:
            return False
        line = text.rfind("\n", max(start, at - 12), at) + 1 or start
        if at - line < 12 and _LIST_NUMBER.match(text, line, at) is not None:
            return True
        near = max(start, at - 8)
        _, blank, word = text[near:at].rpartition(" ")
        if blank and word.isalpha() and len(word) > 1 and word.casefold() not in _SHORT:
            return False  # most words
        if word in _UNITS_IN_SHORT and _MEASURED.search(text, near, at) is not None:
            return False  # `Thiệt hại 2,8 tỷ đ. Sau bão …`
        return _ABBREVIATION.search(text, near, at) is not None

    def _line_start(self, offset: int, start: int) -> int:
        """Where the line of the offset begins, or `start` where it begins before that."""
        at = self._text.rfind("\n", start, offset)
        while at >= 0 and at in self._tears:
            at = self._text.rfind("\n", start, at)
        return at + 1 if at >= 0 else start

    def _next_stop(self, offset: int, start: int) -> int:
        """Where the sentence that begins at `start` ends, looked for from the offset on."""
        text = self._text
        limit = offset + REACH
        for match in _STOP.finditer(text, offset, limit):
            at = match.start()
            if text[at] == "\n":
                if at not in self._tears and at > start:
                    return at + 1
            elif not self._is_none(start, at, match.end()):
                return match.end()
        return len(text) if limit >= len(text) else self._piece_end(offset, limit)
