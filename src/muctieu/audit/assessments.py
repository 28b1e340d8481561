"""Where does a report assess what it told before (`Đánh giá chung`, `Ưu điểm`, `Hạn chế`)? Takes the ledger, gives spans of its text. Judges nothing."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from muctieu.audit.ledger import Ledger
from muctieu.text.lexicon import lexicon, words_pattern
from muctieu.values.span import Span

_LONGEST = 80
"""Only the first letters of a title tell: it may be a whole paragraph."""


def assessments(ledger: Ledger) -> list[Span]:
    """The sections that assess, and the lines without a number that open so, in order, joined where they overlap."""
    opens, sections = _opens(), ledger.document.sections
    spans = [Span(s.start, s.end) for s in sections if opens.match(s.title.lstrip(" :.-–")[:_LONGEST].lower())]
    for line in _line_opens().finditer(f"\n{ledger.lower}"):  # so that a line's beginning is a letter to look for
        end = ledger.text.find("\n", line.end() - 1)
        spans.append(Span(line.start() + 1, end if end >= 0 else len(ledger.text)))
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def is_within(spans: list[Span], offset: int) -> bool:
    """Does an offset stand in one of the spans, which are in order and do not overlap?"""
    if not spans or offset < spans[0].start:
        return False
    at = bisect_left(spans, Span(offset + 1, 0)) - 1
    return at >= 0 and offset < spans[at].end


@cache
def _opens() -> re.Pattern[str]:
    return re.compile(rf"(?:một số |những )?{words_pattern(lexicon('audit')['restated']['opens'])}\b")


@cache
def _line_opens() -> re.Pattern[str]:
    return re.compile(
        rf"\n[ \t]*(?:[-+*•–]|\w{{1,4}}[.)/])?[ \t]*{words_pattern(lexicon('audit')['restated']['opens'])}\b"
    )
