"""Footnotes that a conversion tore off are put back: the notes at the text's end, and the places in the body where their marks stood.

Takes the reading text; gives notes with anchors and the line ends that are tears. A converter that drops the marks leaves a
line break before `;`, `,`, `.` or a lower-case word where each stood; one that keeps them leaves `[3]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from muctieu.document.layout import Note
from muctieu.document.note_marks import find_marked

_LOST_MARKS = "\ufffd\ufffc"
_BLANKS = re.compile(r"[ \t\u00a0]*")
_NUMBERED = re.compile(r"^[ \t\u00a0]*\[(\d{1,3})\][ \t\u00a0]*", re.MULTILINE)
_LOWER = "a-zàáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỷỹỵ"
_TEAR = re.compile(rf"\n(?=[ \u00a0]?(?:[;,.:)…]|\((?!\d{{1,2}}\)|i)|(?![a-zđ][.)/])[{_LOWER}]))")
_ALL_IN_BRACKETS = re.compile(r"\([^()\n]*\)[ \t]*$", re.MULTILINE)  # such as `(Dự thảo)` under a title
_KEPT = re.compile(r"(?<=\S)[ \u00a0]?\[\d{1,3}\]|[¹²³⁴-⁹]")
_STOPPED = frozenset(".:;!?…")
_WORD = re.compile(r"[^\W\d_]{2,}")
_MOST_PAIRS = 400_000
_SLACK = 24  # how far a note's place may be from its tear's, beside the difference of their numbers


class TornNotes(NamedTuple):
    """The notes found, the line ends that are tears, and where the body ends."""

    notes: tuple[Note, ...]
    tears: frozenset[int]
    body_end: int


def mend_notes(text: str) -> TornNotes:
    """Finds the notes and puts each back to its anchor: by its mark where marks are left, else by the tear that a mark left.

    >>> found = mend_notes("Thu đạt 5 tỷ\\n; chi 4 tỷ.\\n\\ufffd Năm 2020.\\n")
    >>> [(note.number, note.anchor) for note in found.notes], sorted(found.tears)
    ([(1, 12)], [12])
    """
    starts = _starts(text)
    if not starts or (text[starts[0].start] == "[" and _KEPT.search(text, 0, starts[0].start)):
        marked, body_end = find_marked(text)
        if marked or not starts:
            return TornNotes(marked, frozenset(), body_end)
    body_end = starts[0].begin
    ends = [*(start.start for start in starts[1:]), len(text)]
    spans = [_Start(start.number, start.begin, end) for start, end in zip(starts, ends, strict=True)]
    tears = [match.start() for match in _TEAR.finditer(text, 0, starts[0].start) if _is_tear(text, match.start())]
    anchors = _align(text, tears, spans) if tears else [None] * len(spans)
    notes = tuple(
        Note(number, begin, begin + len(text[begin:end].rstrip()), anchor)
        for (number, begin, end), anchor in zip(spans, anchors, strict=True)
    )
    return TornNotes(notes, frozenset(tears), body_end)


class _Start(NamedTuple):
    """A note's number, the start of its line, its first word (or, of a span: its first word and its end)."""

    number: int
    start: int
    begin: int


def _starts(text: str) -> list[_Start]:
    """The notes at the text's end without marks of their own: lines that begin with a lost mark, or `[1]`, `[2]`, … ."""
    lost = sorted(at for mark in _LOST_MARKS for at in _places(text, mark) if _opens_line(text, at))
    if lost:
        return [_Start(n, at, _BLANKS.match(text, at + 1).end()) for n, at in enumerate(lost, 1)]  # type: ignore[union-attr]
    if "\n[1]" in text:
        numbered = list(_NUMBERED.finditer(text, text.rfind("\n[1]")))
        if [int(match[1]) for match in numbered] == list(range(1, len(numbered) + 1)):
            return [_Start(int(match[1]), match.start(), match.end()) for match in numbered]
    return []


def _places(text: str, mark: str) -> Iterator[int]:
    """Every offset at which the mark stands."""
    at = text.find(mark)
    while at >= 0:
        yield at
        at = text.find(mark, at + 1)


def _opens_line(text: str, at: int) -> bool:
    """Whether nothing but blanks stands before the offset on its line."""
    while at and text[at - 1] != "\n":
        at -= 1
        if not text[at].isspace():
            return False
    return True


def _is_tear(text: str, at: int) -> bool:
    """Whether the line end stands within a sentence."""
    before = text[max(0, at - 4) : at].rstrip()
    if not before or before[-1] in _STOPPED or text[text.rfind("\n", 0, at) + 1 : at].isupper():
        return False
    return _ALL_IN_BRACKETS.match(text, at + 1) is None


def _align(text: str, tears: list[int], spans: list[_Start]) -> list[int | None]:
    """Notes ↔ tears in order; where their numbers differ, the monotone matching whose words agree best."""
    if len(tears) == len(spans):
        return list(tears)
    rows, columns = len(spans), len(tears)
    slack = abs(rows - columns) + _SLACK
    if rows * slack > _MOST_PAIRS:
        return [tears[n] if n < columns else None for n in range(rows)]
    near = [_words(text[max(0, at - 160) : at + 60]) for at in tears]
    said = [_words(text[begin : min(end, begin + 400)]) for _, begin, end in spans]
    best: list[dict[int, float]] = [dict.fromkeys(range(slack + 1), 0.0)]
    for row in range(1, rows + 1):
        above, here = best[-1], {max(0, row - slack - 1): 0.0}
        for column in range(max(1, row - slack), min(columns, row + slack) + 1):
            pair = above.get(column - 1, 0.0) + 1.0 + _affinity(said[row - 1], near[column - 1])
            here[column] = max(pair, above.get(column, 0.0), here.get(column - 1, 0.0))
        best.append(here)
    anchors: list[int | None] = [None] * rows
    row, column = rows, columns
    while row and column and column in best[row]:
        if best[row][column] == best[row - 1].get(column):
            row -= 1
        elif best[row][column] == best[row].get(column - 1):
            column -= 1
        else:
            anchors[row - 1] = tears[column - 1]
            row, column = row - 1, column - 1
    return anchors


def _words(words: str) -> frozenset[str]:
    return frozenset(_WORD.findall(words.lower()))


def _affinity(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / (1 + min(len(a), len(b)))
