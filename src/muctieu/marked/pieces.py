"""Escaped HTML of a stretch of the reading text, with the figures marked and the footnotes linked. Knows nothing of the page around it.

Another page marks the same text in its own way by a subclass: `marks` are the stretches that it marks, `mark` writes one of them,
`beside` what stands beside a block.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from html import escape
from typing import Any

from muctieu.claims.claim import Claim
from muctieu.claims.reading import Reading
from muctieu.claims.wording import kind_words, period_words, status_words, value_words
from muctieu.errors import Language

_LABELS: dict[str, tuple[str, str]] = {
    "indicator": ("Chỉ tiêu", "Indicator"),
    "period": ("Kỳ", "Period"),
    "basis": ("So với", "Measured from"),
    "status": ("Trạng thái", "Status"),
    "section": ("Mục", "Section"),
    "note": ("chú thích", "footnote"),
    "back": ("về chỗ dẫn", "back to the text"),
}


def label(name: str, language: Language) -> str:
    """The label of a field of the card."""
    return _LABELS[name][language == "en"]


class Pieces:
    """Writes any stretch of one reading's text as HTML; each figure and each footnote mark that lies in the stretch is put in its place."""

    def __init__(self, reading: Reading, language: Language) -> None:
        self.reading = reading
        self.language = language
        self._marks = sorted(self.marks(), key=lambda one: (one.start, -one.end))
        self._starts = [one.start for one in self._marks]
        self._notes = sorted((note.anchor, note.number) for note in reading.footnotes if note.anchor is not None)
        self._anchors = [anchor for anchor, _ in self._notes]

    def marks(self) -> Sequence[Any]:
        """What is marked: values with `start` and `end`; of two that overlap, the one that begins first. Here: the claims."""
        return self.reading.claims

    def beside(self, start: int, end: int) -> str:
        """HTML that stands before the block of these words. Here: nothing."""
        return ""

    def html(self, start: int, end: int) -> str:
        """The words from `start` to `end`: escaped, figures in `<mark>` with their cards, footnote marks as links."""
        parts: list[str] = []
        at = start
        for one in self._marks[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            if one.start < at:
                continue
            parts.append(self._words(at, one.start))
            shown = min(one.end, end)
            parts.append(self.mark(one, self._words(one.start, shown)))
            at = shown
        parts.append(self._words(at, end, last=True))
        return "".join(parts)

    def _words(self, start: int, end: int, last: bool = False) -> str:
        """Escaped words with the links of the notes whose anchor lies within, or at the very end where nothing follows."""
        parts: list[str] = []
        at = start
        stop = bisect_left(self._anchors, end + 1 if last else end)
        for anchor, number in self._notes[bisect_left(self._anchors, start) : stop]:
            parts.append(escape(self.reading.text[at:anchor]))
            parts.append(
                f'<sup><a id="r{number}" href="#n{number}" aria-label="{label("note", self.language)} {number}">{number}</a></sup>'
            )
            at = anchor
        return "".join([*parts, escape(self.reading.text[at:end])])

    def mark(self, claim: Any, words: str) -> str:
        """One marked stretch, its words already escaped. Here: a `<mark>` with its card."""
        return (
            f'<mark id="{claim.id}" class="{claim.kind} {claim.status}" tabindex="0" aria-describedby="{claim.id}-c">{words}</mark>'
            f"{self._card(claim)}"
        )

    def _card(self, claim: Claim) -> str:
        language = self.language
        facts = [("indicator", claim.indicator)]
        if claim.period:
            facts.append(("period", period_words(claim.period, language)))
        if claim.basis:
            facts.append(("basis", period_words(claim.basis, language)))
        if claim.status != "actual":
            facts.append(("status", status_words(claim.status, language)))
        if claim.section:
            facts.append(("section", claim.section))
        rows = "".join(f"<span><i>{label(name, language)}</i> {escape(words)}</span>" for name, words in facts if words)
        return (
            f'<span class="card {claim.kind}" role="tooltip" id="{claim.id}-c">'
            f"<b>{escape(value_words(claim, language))}</b><em>{kind_words(claim.kind, language)}</em>{rows}</span>"
        )
