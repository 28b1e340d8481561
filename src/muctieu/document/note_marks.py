"""Footnotes whose marks survived as words: `[1]`, `(1)`, `¹`, or digits glued to the word before → the notes and where their marks stand.

Takes the reading text. The notes may be gathered at its end, or stand behind each section or page; numbers may start anew there. A shape that
also means other things (`(1)` in a list, `m2`) counts only where every note has its mark, in order.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from muctieu.document.layout import Note

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RULE = re.compile(r"^[ \t]*(?:[-_–—*=]{5,}|(?:chú thích|ghi chú|chú giải)\s*:?)[ \t]*$", re.MULTILINE | re.IGNORECASE)

_RULES = ("-----", "_____", "–––––", "—————", "*****", "=====", "hú thích", "hi chú", "HÚ THÍCH", "HI CHÚ")


class _Shape(NamedTuple):
    """A way to write marks: how a note's line begins, how its mark looks in the body, and whether it can mean nothing else."""

    line: re.Pattern[str]
    mark: re.Pattern[str]
    is_sure: bool
    sign: str = ""  # what a text with such marks must hold


_BRACKET = re.compile(r"(?<=\S)[ \u00a0]?\[(\d{1,3})\]")
_ROUND = re.compile(r"(?<=[^\s(:;,.])[ \u00a0]?\((\d{1,3})\)(?=[.,;:)…]|\s+[^\W\d_A-ZĐ]|\s*$)", re.MULTILINE)
_RAISED = re.compile(rf"(?<![\s{_SUPERSCRIPT}])(?<!\b[mM])(?<!\b[kcd]m)(?<!10)[ \u00a0]?([{_SUPERSCRIPT}]{{1,3}})")
_GLUED = re.compile(r"(?:(?<=[^\W\d_A-Z][^\W\d_A-Z])|(?<=[%)”]))(\d{1,3})(?=[\s.,;:)…]|$)(?![.,]\d)")
_PLAIN_LINE = r"(\d{1,3})(?:[.)]?[ \t\u00a0]+|(?=[^\W\d_]))"
_SHAPES = (
    _Shape(re.compile(r"[ \t\u00a0]*\[(\d{1,3})\][ \t\u00a0]*"), _BRACKET, True, "[1]"),
    _Shape(re.compile(rf"[ \t\u00a0]*([{_SUPERSCRIPT}]{{1,3}})[ \t\u00a0]*"), _RAISED, True, "¹"),
    _Shape(re.compile(r"[ \t\u00a0]*\[(\d{1,3})\][ \t\u00a0]*"), _RAISED, True, "¹"),
    _Shape(re.compile(rf"[ \t\u00a0]*{_PLAIN_LINE}"), _RAISED, False, "¹"),
    _Shape(re.compile(r"[ \t\u00a0]*\((\d{1,3})\)[ \t\u00a0]*"), _ROUND, False, "(1)"),
    _Shape(re.compile(rf"[ \t\u00a0]*{_PLAIN_LINE}"), _GLUED, False),
)


class _Line(NamedTuple):
    """A line that looks like a note: its number, its start, its first word, and the end of its words."""

    number: int
    start: int
    begin: int
    end: int


def find_marked(text: str) -> tuple[tuple[Note, ...], int]:
    """The notes with their anchors, and where the body ends; no notes where no shape fits.

    >>> find_marked("Thu đạt 5 tỷ đồng¹, tăng 3%.\\n¹ Chưa kể vay.\\n")
    ((Note(number=1, start=31, end=43, anchor=17),), 29)
    """
    for shape in _SHAPES:
        if shape.sign and shape.sign not in text:
            continue
        lines, found = _gathered(text, shape)
        if not lines and not shape.is_sure and _may_hold_first(text, shape):
            lines, found = _beside(text, shape)
        if not lines:
            continue
        if all(anchor is None or anchor < lines[0].start for anchor in found):
            lines = _run_on(text, lines)
        notes = tuple(Note(line.number, line.begin, line.end, at) for line, at in zip(lines, found, strict=True))
        return notes, _body_end(text, lines)
    return (), len(text)


def _gathered(text: str, shape: _Shape) -> tuple[list[_Line], list[int | None]]:
    """Lines numbered in order, with the marks of their numbers; none where too few have one."""
    lines = _lines(text, shape)
    if not lines:
        return [], []
    marks = [
        (match.start(), _number(match[1]))
        for match in shape.mark.finditer(text)
        if not _stands_in(match.start(), lines)
    ]
    found = _pair(lines, marks)
    held = sum(1 for anchor in found if anchor is not None)
    enough = 0.5 if shape.is_sure else 0.9 if len(lines) > 9 else 1.0
    return (lines, found) if held >= enough * len(lines) else ([], [])


def _may_hold_first(text: str, shape: _Shape) -> bool:
    """Whether a mark numbered 1 may stand behind a letter (cheaply)."""
    sign = shape.sign or "1"
    at = text.find(sign)
    while at >= 0:
        if text[at - 1 : at].isalpha() or text[at - 1 : at] in "%)”":
            return True
        at = text.find(sign, at + 1)
    return False


def _beside(text: str, shape: _Shape) -> tuple[list[_Line], list[int | None]]:
    """Lines that stand right behind a paragraph with the mark of their number."""
    lines: list[_Line] = []
    found: list[int | None] = []
    marks: dict[int, int] = {}
    at = 0
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        match = shape.line.match(text, at, end)
        number = _number(match[1]) if match is not None else 0
        last = lines[-1].number if lines else 0
        if match is not None and number in marks and (number == 1 or last < number <= last + 3):
            lines.append(_Line(number, at, match.end(), match.end() + len(text[match.end() : end].rstrip())))
            found.append(marks.pop(number))
        elif end > at:
            marks = {_number(mark[1]): mark.start() for mark in shape.mark.finditer(text, at, end)}
        at = end + 1
    return lines, found


def _number(words: str) -> int:
    return int(words.translate(_SUPERSCRIPTS))


def _lines(text: str, shape: _Shape) -> list[_Line]:
    """The lines that begin as this shape's notes do, numbered 1, 2, … without a gap (and anew from 1 in each group)."""
    lines: list[_Line] = []
    at = 0 if shape.is_sure else _last_part(text, shape)
    while 0 <= at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        match = shape.line.match(text, at, end)
        if match is not None and match.end() < end:
            number = _number(match[1])
            if number == (lines[-1].number + 1 if lines else 1) or (number == 1 and lines):
                lines.append(_Line(number, at, match.end(), match.end() + len(text[match.end() : end].rstrip())))
        at = end + 1
    return lines


def _last_part(text: str, shape: _Shape) -> int:
    """Where the notes of a shape that means other things too may begin: behind the first rule, else where the text's last lines are such notes; -1: nowhere."""
    if any(rule in text for rule in _RULES):
        for rule in _RULE.finditer(text):
            match = shape.line.match(text, rule.end() + 1)
            if match is not None and _number(match[1]) == 1:
                return rule.end() + 1
    end = len(text.rstrip())
    while True:
        start = text.rfind("\n", 0, end) + 1
        match = shape.line.match(text, start, end)
        if match is None or start == 0:
            return -1
        if _number(match[1]) == 1:
            return start
        end = len(text[:start].rstrip()) if text[start - 2 : start - 1] == "\n" else start - 1


def _run_on(text: str, lines: list[_Line]) -> list[_Line]:
    """Notes gathered at the end: each runs on to the next, the last to the text's end."""
    starts = [*(line.start for line in lines[1:]), len(text)]
    return [
        line._replace(end=line.begin + len(text[line.begin : start].rstrip()))
        for line, start in zip(lines, starts, strict=True)
    ]


def _stands_in(at: int, lines: list[_Line]) -> bool:
    """Whether the offset lies in a note."""
    n = bisect_left(lines, at, key=lambda line: line.start + 1) - 1
    return n >= 0 and lines[n].start <= at < lines[n].end


def _pair(lines: list[_Line], marks: list[tuple[int, int]]) -> list[int | None]:
    """Each note with the first mark of its number behind the mark of the note before."""
    anchors: list[int | None] = []
    done = 0
    for line in lines:
        position = next(
            (n for n in range(done, len(marks)) if marks[n][1] == line.number and marks[n][0] < line.start), None
        )
        anchors.append(None if position is None else marks[position][0])
        done = done if position is None else position + 1
    return anchors


def _body_end(text: str, lines: list[_Line]) -> int:
    """Where the notes begin that reach to the text's end."""
    end = len(text)
    for line in reversed(lines):
        if text[line.end : end].strip():
            break
        end = line.start
    return end
