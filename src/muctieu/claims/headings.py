"""Headings without a number: `KẾT QUẢ THỰC HIỆN`, `Nhiệm vụ trọng tâm quý IV`, each on a line of its own.

Takes the reading text and the sections that numbers make; gives the lines that say whether results or plans follow. They make no
section: a section's path is made of numbers.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from muctieu.document.document import Document

_LINE = re.compile(
    r"\n[^\w\n(]{0,8}(?P<line>(?:(?:về|những|các|một số|phần|mấy|vài) )*"
    r"(?:kết quả|tình hình|đánh giá|thực trạng|nhiệm vụ|phương hướng|mục tiêu|chỉ tiêu|giải pháp|hạn chế|tồn tại|khuyết điểm|việc cần|công việc|định hướng|chương trình công tác|kế hoạch (?:năm|quý|phát triển))"
    r"(?![^\W_])[^\n]{0,150}?)[ \t]*(?=\n)"
)
_HEAD = 6000  # letters among which the title stands
_CAPTION = 120  # letters at most between a caption and its table
_MOST_WORDS = 14  # of a heading in small letters
_SENTENCE = re.compile(r"[.;,!?]$|\d[.,]\d|%|\t|(?<![^\W_])(?:được|đã|là|đạt) ")


class Headings:
    """The headings of a document that have no number, looked up by offset."""

    __slots__ = ("_lines", "_starts")

    def __init__(self, document: Document, low: str) -> None:
        text, title = document.text, document.title or ""
        begin = text[:_HEAD].replace("\n", " ").find(title[-24:]) + len(title[-24:]) - 1 if title else 0
        tables = [table.start for table in document.tables]
        self._starts: list[int] = []
        self._lines: list[str] = []
        for match in _LINE.finditer(low, max(0, begin)):
            start, end = match.span("line")
            words = text[start:end]
            table = bisect_right(tables, end)
            if table < len(tables) and tables[table] - end < _CAPTION:
                continue  # the caption of a table
            if words.isupper() or (
                words[:1].isupper() and len(words.split()) <= _MOST_WORDS and not _SENTENCE.search(match["line"])
            ):
                self._starts.append(start)
                self._lines.append(match["line"].rstrip(" :"))

    def between(self, begin: int, offset: int) -> str:
        """The last such heading that stands behind `begin` and before `offset`; empty where there is none."""
        place = bisect_right(self._starts, offset) - 1
        return self._lines[place] if place >= 0 and self._starts[place] > begin else ""
