"""`ratio` over a list: several parts of one whole, each with its share, hold each other to account.

Formula: share = part ÷ whole × 100 for every part of the list. The whole is not told by its place but by the list itself: the figure before the list (or
the sum of its parts) that most of the shares fit; a share that then does not fit is a slip. A footnote's part is held against the figure at its mark
where the note's counts make that figure.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from muctieu.audit.check import Check
from muctieu.audit.equation import Ratio, Sum
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.text.lexicon import lexicon

_SHARE = re.compile(
    r"[\s,]*(?:\((?:chiếm |đạt |bằng )?(?:tỷ lệ |tỉ lệ )?|(?:chiếm|tỷ lệ|tỉ lệ|chiếm tỷ lệ|chiếm tỉ lệ|=)\s*)\s*"
)
_BACK = 3
_FEWEST = 3


def check(ledger: Ledger) -> Iterator[Check]:
    """Every list of parts with their shares, every footnote that shares out the figure at its mark."""
    for sentence in ledger.sentences:
        pairs = _pairs(sentence)
        if len(pairs) >= _FEWEST:
            yield from _against_the_fitting(ledger, sentence, pairs)
    for _, total, sentences in ledger.anchored:
        if total is not None and total.kind == "level" and total.is_count:
            for sentence in sentences:
                yield from _of_note(total, sentence)


def _pairs(sentence: Sentence) -> list[tuple[Figure, Figure]]:
    """The parts of a sentence that are followed by their share, in one measure and depth."""
    figures = sentence.figures
    found = [
        (part, share)
        for part, share in itertools.pairwise(figures)
        if part.kind == share.kind == "level"
        and share.unit == "%"
        and not part.is_share
        and not share.claim.per
        and _SHARE.fullmatch(share.before) is not None
    ]
    return [pair for pair in found if pair[0].measure == found[0][0].measure and pair[0].depth == found[0][0].depth]


def _against_the_fitting(ledger: Ledger, sentence: Sentence, pairs: Sequence[tuple[Figure, Figure]]) -> Iterator[Check]:
    """The checks of a list against the whole that all of its shares but one at most fit."""
    first = pairs[0][0]
    best: list[Check] = []
    for whole in _wholes(ledger, sentence, first):
        if whole.value >= max(part.value for part, _ in pairs):
            checks = [Check.of("ratio", Ratio(share, part, whole), "error") for part, share in pairs]
            if sum(found.holds for found in checks) > sum(found.holds for found in best):
                best = checks
    held = sum(found.holds for found in best)
    if held >= 2 and held >= len(best) - 1:
        yield from best


def _wholes(ledger: Ledger, sentence: Sentence, first: Figure) -> Iterator[Figure]:
    """The figures before the list that may be its whole: of its measure, or persons where it counts persons."""
    for back in range(min(_BACK, sentence.number) + 1):
        for figure in reversed(ledger.sentences[sentence.number - back].figures):
            plain = figure.kind in ("level", "part") and not figure.is_share and figure.order < first.order
            if plain and (figure.measure == first.measure or _persons(figure, first)):
                yield figure


def _persons(first: Figure, second: Figure) -> bool:
    """Do both count persons, by whatever noun?"""
    nouns = tuple(lexicon("audit")["ratio"]["persons"])
    return all(figure.is_count and figure.unit[1:-1].startswith(nouns) for figure in (first, second))


def _of_note(total: Figure, sentence: Sentence) -> Iterator[Check]:
    """`642 đảng viên[1]` with the note `30 năm 248 đồng chí; … 55 năm 66 đồng chí, chiếm 10,3%`: parts that make the total are parts of it."""
    pairs = [
        (part, share)
        for part, share in zip(sentence.figures, sentence.figures[1:], strict=False)
        if part.kind == share.kind == "level" and share.unit == "%" and _SHARE.fullmatch(share.before)
    ]
    parts = [f for f in sentence.figures if f.kind == "level" and f.is_count and not f.claim.per]
    alike = all(part.measure == total.measure or _persons(part, total) for part in parts)
    made = sum((part.value for part in parts), Decimal(0))
    if not pairs or not alike or made != total.value or len(parts) < 2:
        return
    yield Check.of("parts_sum", Sum(total, *parts))
    for part, share in pairs:
        yield Check.of("ratio", Ratio(share, part, total), "error")
