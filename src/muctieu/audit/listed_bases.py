"""Which basis does a difference speak of that is not told right beside it? Takes a difference's place, gives candidates.

Several differences may share one parenthesis (`128 vụ, làm chết 67 người, tăng 19 vụ nhưng giảm 06 người so với cùng kỳ (cùng kỳ 109 vụ, 73 người)`), and a footnote at the sentence may
tell the basis (`26 trường, thêm 11 trường so với đầu nhiệm kỳ[3]` and `[3] …; năm 2015 có 15 trường`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.pairs import Pair, value_before

_OPENS = re.compile(
    r"[^;()]*\(\s*(?:ck|cùng kỳ|(?:năm|kỳ) trước|năm \d{4}|khi đó|đầu (?:năm|kỳ|nhiệm kỳ)|nhiệm kỳ trước)\b[^()]*"
)
_NEXT = 6


def shared_bases(sentence: Sentence, at: int) -> Iterator[Pair]:
    """The nearest figure before a change that counts the same, and the first like it in the parenthesis that follows with what is compared with."""
    stated = sentence.figures[at]
    if stated.kind != "change" or stated.is_share:
        return
    before = [f for f in sentence.figures[:at] if f.kind == "level" and f.depth == stated.depth]
    value = next((f for f in reversed(before) if f.counts_like(stated)), None)
    opened = False
    for figure in sentence.figures[at + 1 : at + 1 + _NEXT]:
        if value is None or ";" in figure.before:
            return
        opened = (opened and ")" not in figure.before) or _OPENS.fullmatch(figure.before) is not None
        told = figure.kind == "level" and figure.depth == stated.depth + 1
        if opened and told and figure.counts_like(value) and _is_before(figure, value):
            yield Pair(value, figure, False)
            return


def noted_bases(ledger: Ledger, sentence: Sentence, at: int) -> Iterator[Pair]:
    """The value before the difference, and what a footnote at the sentence says of it for the time that is compared with."""
    stated, value = sentence.figures[at], value_before(sentence, at)
    wanted = stated.claim.basis
    if value is None or wanted in (None, "target"):
        return
    for note in ledger.notes_of(sentence):
        for figure in note.figures:
            told = figure.kind == "level" and figure.counts_like(value) and not figure.depth
            if told and figure.period is not None and figure.period == wanted and figure.period != value.period:
                yield Pair(value, figure, False)


def _is_before(basis: Figure, value: Figure) -> bool:
    """Is it of an earlier time, as far as both say?"""
    return None in (basis.period, value.period) or str(basis.period) < str(value.period)
