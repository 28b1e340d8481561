"""Claims by their place: takes the claims of a reading, which stand in reading order, gives those of a span without going through all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from muctieu.claims.claim import Claim
from muctieu.values.span import Span

_START = attrgetter("start")


def within(claims: Sequence[Claim], start: int, end: int) -> Sequence[Claim]:
    """The claims that begin from `start` on and before `end` (offsets in the text); none where the span is empty."""
    first = bisect_left(claims, start, key=_START)
    return claims[first : bisect_left(claims, end, first, key=_START)] if start < end else ()


def of_sentence(claims: Sequence[Claim], sentence: Span) -> list[Claim]:
    """The claims of one sentence."""
    return [claim for claim in within(claims, sentence.start, sentence.end) if claim.sentence == sentence]
