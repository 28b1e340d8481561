"""The tree of numbered sections, however they are numbered: `Phần thứ nhất`, `A.`, `I-`, `1.1-`, `a)`, `(1)`, and inline `(i1)-`.

Takes the reading text and the headings that the file itself names; gives sections in order of start, each with its path, title and span.
A number at a line's start is a list mark only in sequence: `2.000 tỷ đồng` is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from muctieu.document.document import Section
from muctieu.document.layout import Heading, Table
from muctieu.text.blanks import single_blanks

_MARK = re.compile(
    r"[ \t\u00a0]*(?:"
    r"(?P<part>(?:phần|chương|mục)\s+(?:thứ\s+)?(?P<ordinal>[^\W\d_]+|\d{1,2})\b)[ .:\-–]*"
    r"|(?P<letter>(?-i:[A-HĐ]))\s?[.\-–/)]+(?:\s|(?=(?-i:[A-ZÀ-ÝĐƠƯẠ-Ỹ]){2,}\s))"
    r"|(?P<roman>(?-i:[IVXL]{1,6}))\s?[.\-–/)]+(?!\w*/|(?<=V/)v)"
    r"|(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})\s?[.\-–/)]+(?=\s|[^\W\d_])"
    r"|(?P<bare>\d{1,2}(?:\.\d{1,2}){1,3})\s(?=(?-i:[A-ZÀ-ÝĐƠƯẠ-Ỹ]))"
    r"|(?-i:(?P<small>[a-zđ])\s?(?:\)\s?(?=[^\W\d_])|[./]\s?(?=[^\W\d_a-z])))"
    r"|\((?P<round>\d{1,2}|i{1,3}|iv|v)\)"
    r"|(?P<article>điều)\s+(?P<of>\d{1,3})\s?[.:]"
    r")",
    re.IGNORECASE,
)
_HINT = re.compile(r"\s*(?:[PpCcMmĐđ]|\(?\w{1,4}\s?[.\-–/)])")  # a line that may begin with a mark
_INLINE = re.compile(r"\((i?\d{1,2})\)\s?[-–.]*\s?")
_ORDINAL_WORDS = {word: n for n, words in enumerate(
    (("nhất", "một"), ("hai", "nhì"), ("ba",), ("tư", "bốn"), ("năm",), ("sáu",), ("bảy",), ("tám",)), 1) for word in words}  # fmt: skip
_ROMANS = {
    "I": 1,
    "II": 2,
    "III": 3,
    "IV": 4,
    "V": 5,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "IX": 9,
    "X": 10,
    "XI": 11,
    "XII": 12,
    "XIII": 13,
    "XIV": 14,
    "XV": 15,
}
_LETTERS = {letter: number for number, letter in enumerate("ABCDEFGH", 1)}  # `Mục A`
_RANK = {"part": 0, "article": 1, "letter": 1, "roman": 2, "number": 3, "small": 8, "round": 10, "inline": 9}
_NUMBERED = re.compile(r"(?:[IVX]+|\d+|[A-ZĐ])\s?[.\-–/)]\s?\S")  # a heading of its own, not more of the one above
_LEADER = re.compile(r"(?:\.{4}|…\s?…|(?:\. ){4}|_{4})[.…_\s]*\d{1,3}\s*$")  # to a page number: a line of the contents
_TITLE_END = re.compile(r":\s|:$|\.\s")


def _leads_to_page(text: str, start: int, end: int) -> bool:
    """Whether the line is one of a table of contents: `1. Kinh tế ........ 12`."""
    line = text[max(start, end - 80) : end].rstrip()
    return line[-1:].isdigit() and _LEADER.search(text, max(start, end - 80), end) is not None


class _Found:
    """A section whose end may not be known yet."""

    __slots__ = ("end", "label", "path", "rank", "start", "title", "value")

    def __init__(self, rank: int, label: str, value: int, path: str, title: str, start: int) -> None:
        self.rank = rank
        self.label = label
        self.value = value
        self.path = path
        self.title = title
        self.start = self.end = start


def find_sections(
    text: str, body_end: int, tables: Sequence[Table], headings: Sequence[Heading]
) -> tuple[Section, ...]:
    """The sections of `text[:body_end]`; lines within tables are passed over.

    >>> [s.path for s in find_sections("I- KẾT QUẢ\\n1. Kinh tế\\n1.1- Thu: đạt 5 tỷ\\nII- NHIỆM VỤ\\n", 60, (), ())]
    ['I', 'I/1', 'I/1/1.1', 'II']
    >>> [s.title for s in find_sections("I. KINH TẾ........ 5\\nII. XÃ HỘI … … 12\\nI. KINH TẾ\\n", 60, (), ())]
    ['KINH TẾ']
    """
    marked = {heading.start for heading in headings}
    walk = _Walk(text)
    at = 0
    table = 0
    body_end = min(body_end, len(text))
    while at < body_end:
        end = text.find("\n", at, body_end)
        end = body_end if end < 0 else end
        if table < len(tables) and at >= tables[table].start:
            at = max(end, tables[table].end) + 1
            table += 1
            continue
        if end > at:
            match = _MARK.match(text, at, min(end, at + 40)) if _HINT.match(text, at, end) else None
            if match is not None and match.end() <= end and not _leads_to_page(text, at, end):
                walk.line(match, at, end, at in marked)
            if text.find("(", at + 1, end) >= 0:
                walk.inline(at, end)
        at = end + 1
    return walk.close(body_end)


class _Walk:
    """The walk over the lines, with the sections found so far and the stack of those still open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.open: list[_Found] = []
        self.found: list[_Found] = []
        self.order: dict[int, int] = {}  # the last number of each rank, ranks rising

    def line(self, match: re.Match[str], start: int, end: int, is_heading: bool) -> None:
        """A mark at a line's start."""
        kind = match.lastgroup or ""
        if kind == "part":
            word = match["ordinal"].lower()
            value = (
                _LETTERS.get(match["ordinal"])
                or _ORDINAL_WORDS.get(word)
                or _ROMANS.get(word.upper())
                or (int(word) if word.isdigit() else 0)
            )
            if value:
                self._push(_RANK["part"], str(value), value, start, self._part_title(match.end(), end))
            return
        if kind == "of":
            self._push(_RANK["article"], f"Điều {match['of']}", int(match["of"]), start, self._title(match.end(), end))
            return
        label = match[kind]
        if kind == "letter" and label in _ROMANS and label.isupper() and self._continues(2, _ROMANS[label]):
            kind = "roman"
        if kind == "roman":
            if not label.isupper() or label not in _ROMANS:
                return
            self._push(_RANK["roman"], label, _ROMANS[label], start, self._title(match.end(), end))
        elif kind == "letter":
            if label.isupper():
                self._push(_RANK["letter"], label, ord(label), start, self._title(match.end(), end))
        elif kind in ("number", "bare"):
            parts = label.split(".")
            if kind == "bare" and not self._in_sequence(parts):
                return  # `1.25 Tấn`, and a table's cell
            rank = _RANK["number"] + len(parts) - 1
            value = int(parts[-1])
            if is_heading or len(parts) > 1 or value == 1 or self._continues(rank, value):
                self._push(rank, label, value, start, self._title(match.end(), end))
        elif kind == "small":
            if label.islower() and (label == "a" or self._has(_RANK["small"])):
                self._push(_RANK["small"], label, ord(label), start, self._title(match.end(), end))
        else:
            self._push(
                _RANK["round"], label, int(label) if label.isdigit() else 0, start, self._title(match.end(), end)
            )

    def inline(self, start: int, end: int) -> None:
        """Marks within a line: `… 14%/năm. (i1)- Hoạt động …`, `(1) …; (2) …` in sequence."""
        for match in _INLINE.finditer(self.text, start + 1, end):
            label = match[1]
            value = int(label.lstrip("i"))
            rank = _RANK["inline"] if label[0] == "i" else _RANK["round"]
            if label[0] == "i" or (
                (self._continues(rank, value) or value == 1) and self._parts_text(match.start(), start)
            ):
                self._push(rank, label, value, match.start(), self._title(match.end(), end))

    def _parts_text(self, at: int, start: int) -> bool:
        """Whether a list mark may stand here: after a stop, a colon or a semicolon."""
        return self.text[max(start, at - 3) : at].rstrip()[-1:] in (":", ";", ".", ",", "")

    def _in_sequence(self, parts: list[str]) -> bool:
        """Whether `1.1`, `1.2` … without a closing mark is the next number within the section of the number before (`I`, `1`)."""
        outer, value = int(parts[-2]), int(parts[-1])
        rank = _RANK["number"] + len(parts) - 1
        within = any(
            section.value == outer and section.rank in (_RANK["roman"], rank - 1)
            for section in self.open
            if section.rank < rank
        )
        return within and (value == 1 or self._continues(rank, value))

    def _continues(self, rank: int, value: int) -> bool:
        """Whether the last section of this rank has the number before."""
        for section in reversed(self.open):
            if section.rank == rank:
                return section.value in (value - 1, value - 2)
            if section.rank < rank:
                break
        return self.order.get(rank) in (value - 1, value - 2) and value > 1

    def _has(self, rank: int) -> bool:
        return any(section.rank == rank for section in self.open)

    def _push(self, rank: int, label: str, value: int, start: int, title: str) -> None:
        stack, order = self.open, self.order
        while stack and stack[-1].rank >= rank:
            stack.pop().end = start
        while order and next(reversed(order)) > rank:
            order.popitem()
        order[rank] = value
        section = _Found(rank, label, value, f"{stack[-1].path}/{label}" if stack else label, title, start)
        stack.append(section)
        self.found.append(section)

    def close(self, end: int) -> tuple[Section, ...]:
        """Ends all sections and gives them in order of start."""
        while self.open:
            self.open.pop().end = end
        return tuple(Section(one.path, one.title, one.start, one.end) for one in self.found)

    def _title(self, at: int, end: int) -> str:
        """The words up to the line's end, a colon or the first full stop."""
        end = min(end, at + 240)
        match = _TITLE_END.search(self.text, at, end + 1)
        end = min(match.start(), end) if match else end
        return single_blanks(self.text[at:end]).strip(" .:-–")

    def _part_title(self, at: int, end: int) -> str:
        """A part's title stands on its line, or on the next lines in capitals."""
        words = self.text[at:end].strip(" .:-–")
        for _ in range(5):
            if words and len(words) > 60:
                break
            start = end + 1
            end = self.text.find("\n", start)
            line = self.text[start:end].strip() if end >= 0 else ""
            if line and (not line.isupper() or _NUMBERED.match(line)):
                break
            words = f"{words} {line}".strip()
            if end < 0:
                break
        return words
