"""A document → its claims. The page to read first in this room; everything else here is called from it.

    number candidates → sentence → tokens → figures (kind, period, basis …) → names → claims

Only sentences that hold a digit (or a number word that is a measure) are ever looked at.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from muctieu.claims.claim import Claim
from muctieu.claims.naming import name_figures
from muctieu.claims.not_claims import NotClaims
from muctieu.claims.sentence import SentenceReader, Setting
from muctieu.claims.tokens import Figure, read_tokens
from muctieu.document.document import Document
from muctieu.text.periods import TimeFrame
from muctieu.values.span import Span

_CANDIDATE = re.compile(r"\d|một nửa|gấp (?:đôi|rưỡi|ba|hai|bốn)|(?:hai|ba) lần")


def time_frame(document: Document) -> TimeFrame:
    """The report's own time, from its period: a term of several years, or a year or a part of one."""
    period = document.period
    if period is None:
        return TimeFrame()
    first, _, last = period.partition("/")
    if last and len(first) == 4:
        return TimeFrame(period, int(last), (int(first), int(last)))
    return TimeFrame(period, int((last or first)[:4]), None)


def read_claims(document: Document) -> tuple[Claim, ...]:
    """Every figure of the document as a claim, in reading order."""
    text = document.text
    low = lowered(text)
    frame = time_frame(document)
    reject = NotClaims(frozenset())
    claims: list[Claim] = []
    inherited = ""
    done = 0
    for match in _CANDIDATE.finditer(low):
        if match.start() < done:
            continue
        start, end = _sentence(text, match.start())
        start = max(start, done)
        done = end
        tokens = read_tokens(text, low, start, end, reject)
        setting = Setting(frame)
        figures = SentenceReader(text, low, start, end, tokens, setting).read()
        if not figures:
            continue
        inherited = name_figures(text, low, figures, tokens, "")
        sentence = Span(start, end)
        for figure in figures:
            claims.append(_claim(len(claims) + 1, text, figure, sentence, None, None))
    return tuple(claims)


def _claim(number: int, text: str, figure: Figure, sentence: Span, section: str | None, footnote: int | None) -> Claim:
    return Claim(
        f"c{number}",
        figure.start,
        figure.end,
        text[figure.start : figure.end],
        figure.value,
        figure.value_to,
        figure.resolution,
        figure.unit,
        figure.per,
        figure.comparator,  # type: ignore[arg-type]
        figure.kind,  # type: ignore[arg-type]
        figure.status,  # type: ignore[arg-type]
        figure.period,
        figure.basis,
        figure.indicator,
        figure.whole,
        section,
        footnote,
        sentence,
        Span(*figure.number),
    )


def lowered(text: str) -> str:
    """The text in lower case, of the same length (a letter whose lower case is longer stays as it is)."""
    low = text.lower().replace("\xa0", " ")
    return low if len(low) == len(text) else "".join(letter if len(small := letter.lower()) != 1 else small for letter in text)


_STOP = re.compile(r"[.!?](?=\s+[A-ZĐÀ-Ỹ(\-])|\n(?=\s*(?:[A-ZĐÀ-Ỹ0-9(\-+]|\n))")


def _sentence(text: str, at: int) -> tuple[int, int]:
    low = max(0, at - 3000)
    start = low
    for match in _STOP.finditer(text, low, at):
        start = match.end()
    match = _STOP.search(text, at)
    return start, match.end() if match else len(text)
