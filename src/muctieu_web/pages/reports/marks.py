"""The report's text as the reader page shows it: every figure a link to its card, findings in colour with their sentence beside.

Uses the library's renderer (`muctieu.marked`); all words of the report are escaped there, none of the file's markup reaches the page.
What was rendered is kept by version, stamp and language.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from muctieu.claims.reading import Reading
from muctieu.document.document import Section
from muctieu.errors import Language
from muctieu.marked.blocks import body, headings
from muctieu.marked.pieces import Pieces
from muctieu.scoreboard.words import Words
from muctieu_web.pages.frame.words import say
from muctieu_web.queries.reader import ClaimRow, FindingRow, Marked

SEVERITIES = {
    "error": Words("lỗi", "error"),
    "warning": Words("cảnh báo", "warning"),
    "info": Words("lưu ý", "note"),
}


class WordsOfFinding:
    """Words that a finding rests on and that are no figure (`vượt`, `3 chỉ tiêu`)."""

    def __init__(self, start: int, end: int, finding: FindingRow) -> None:
        self.start, self.end, self.finding = start, end, finding


class ReaderPieces(Pieces):
    """Marks claims with their kind, status, review and worst finding; words of findings where no claim is."""

    def __init__(self, reading: Reading, language: Language, marked: Marked) -> None:
        self._rows = {row.claim.id: row for row in marked.claims}
        self._findings = sorted(marked.findings, key=lambda one: one.start)
        taken = [(claim.start, claim.end) for claim in reading.claims]
        self._words_of_findings = [
            WordsOfFinding(span.start, span.end, one)
            for one in marked.findings
            if not one.accepted
            for span in one.spans
            if "\n" not in reading.text[span.start : span.end]
            and not any(start < span.end and span.start < end for start, end in taken)
        ]
        super().__init__(reading, language)

    def marks(self) -> Sequence[Any]:
        """The claims and the words of findings."""
        return [*self.reading.claims, *self._words_of_findings]

    def mark(self, one: Any, words: str) -> str:
        """A figure as a link to its card; words of a finding as a link to the finding."""
        if isinstance(one, WordsOfFinding):
            order, severity = one.finding.order, one.finding.severity
            return f'<mark class="words {severity}"><a href="findings/{order}/">{words}</a></mark>'
        row = self._rows[one.id]
        return f'<mark id="{one.id}" class="{_classes(row)}"><a href="claims/{row.order}/">{words}</a></mark>'

    def beside(self, start: int, end: int) -> str:
        """The sentences of the findings whose first figure is in the block."""
        return "".join(self._aside(one) for one in self._findings if start <= one.start < end)

    def _aside(self, one: FindingRow) -> str:
        word = escape(SEVERITIES[one.severity].of(self.language))
        message = escape(one.message.of(self.language))
        more = escape(say("Xem", "Look"))
        if one.accepted:
            silent = escape(say("đã chấp nhận", "accepted"))
            link = f'<a href="findings/{one.order}/">{word} {one.order}: {silent}</a>'
            return f'<aside class="beside accepted" id="f{one.order}">{link}</aside>'
        return (
            f'<aside class="beside {one.severity}" id="f{one.order}" tabindex="-1" data-finding="{one.order}">'
            f'<b>{word}</b> {message} <a href="findings/{one.order}/" aria-label="{more}: {word} {one.order}">{more}</a></aside>'
        )


def _classes(row: ClaimRow) -> str:
    claim = row.claim
    extra = [row.severity and f"has-{row.severity}", row.verdict or "open", row.corrections and "corrected"]
    return " ".join([claim.kind, claim.status, *(word for word in extra if word)])


class Kept:
    """The rendered text and the headings of a version."""

    def __init__(self, reading: Reading, language: Language, marked: Marked) -> None:
        self.html: SafeString = mark_safe(body(reading, language, ReaderPieces(reading, language, marked)))
        self.headings: tuple[tuple[int, Section], ...] = tuple(
            (depth, section) for _, depth, section in headings(reading)
        )
        self.title = reading.title or ""


MOST = 32
_KEPT: dict[tuple[int, int, str], Kept] = {}


def text_of(version: int, stamp: int, language: Language, marked: Marked, read: Callable[[], Reading]) -> Kept:
    """The rendered text of a version as it looks now; `read` is called only where it is not kept."""
    key = version, stamp, language
    kept = _KEPT.get(key)
    if kept is None:
        kept = Kept(read(), language, marked)
        for oldest in list(_KEPT)[: max(0, len(_KEPT) - MOST + 1)]:
            _KEPT.pop(oldest, None)
        _KEPT[key] = kept
    return kept


def forget() -> None:
    """Drops what is kept (tests)."""
    _KEPT.clear()
