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
from muctieu.audit.persons import counts_persons

_SHARE = re.compile(
    r"(?: [^\W\d_]+){0,6}[\s,]*(?:\((?:chiếm |đạt |bằng )?(?:tỷ lệ |tỉ lệ )?|(?:chiếm|tỷ lệ|tỉ lệ|chiếm tỷ lệ|chiếm tỉ lệ|=)\s*)\s*"
)
_SAID = re.compile(r"\s*,?\s*(?:chiếm|tỷ lệ|tỉ lệ|chiếm tỷ lệ|chiếm tỉ lệ|chiếm tỷ lệ là)\s*")
_AMONG = re.compile(r"^\W*(?:\[?\(?\d{1,3}\)?\]?)?\W*trong đó\b")
_AT_START = re.compile(r"\bđầu (?:năm|kỳ|nhiệm kỳ)\b[^,;]*$")
_NEAR = 30
_BACK = 3
_FEWEST = 3
_HUNDRED = Decimal(100)


def check(ledger: Ledger) -> Iterator[Check]:
    """Every list of parts with their shares, every footnote that shares out the figure at its mark."""
    for sentence in ledger.sentences:
        pairs = _pairs(sentence)
        if len(pairs) >= _FEWEST:
            yield from _against_the_fitting(ledger, sentence, pairs)
    yield from _of_the_shared_whole(ledger)
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
        exact = sum((share.value for _, share in pairs), Decimal(0)) == _HUNDRED
        for found, (_, share) in zip(best, pairs, strict=True):
            expected = found.equation.nearest() if exact and not found.holds and found.equation is not None else None
            if expected is not None and expected.distance(share.interval) <= share.claim.resolution:
                found.severity = "info"  # rounded so that all of them make 100
            yield found


def _of_the_shared_whole(ledger: Ledger) -> Iterator[Check]:
    """`… 6.215 hộ. … hộ nghèo 176 hộ, chiếm 2,83%; cận nghèo 298 hộ, chiếm 4,97%`: a share that fits no figure before it, held against the number of such
    things that another share of the report fits; told only where it is near what that gives."""
    wholes = {figure.unit: figure for figure in reversed(ledger.figures) if _is_population(figure)}
    pairs = [pair for sentence in ledger.sentences for pair in _told_shares(sentence)]
    fitting = {whole.unit: whole for whole in wholes.values() if any(_fits(pair, whole) for pair in pairs)}
    for part, share in pairs:
        whole = fitting.get("{" + part.unit[1:-1].split(" ")[0] + "}")
        if whole is None or whole.order > part.order or whole.value < part.value:
            continue
        found = Check.of("ratio", Ratio(share, part, whole), "warning")
        expected = found.equation.nearest() if found.equation is not None else None
        near = expected is not None and expected.distance(share.interval) * 4 <= share.value
        if found.holds or (near and not any(_fits((part, share), f) for f in _before(ledger, part))):
            yield found


def _is_population(figure: Figure) -> bool:
    """Is it the number of a thing under its bare name (`6.215 hộ`)?"""
    return figure.kind == "level" and figure.is_count and len(figure.key) <= 1 and figure.claim.comparator == "eq"


def _told_shares(sentence: Sentence) -> Iterator[tuple[Figure, Figure]]:
    """Counts with the share that they are said to be (`chiếm`, `tỷ lệ`) right after them."""
    for part, share in itertools.pairwise(sentence.figures):
        told = part.kind == share.kind == "level" and part.is_count and share.unit == "%" and not share.claim.per
        told = (
            told and _AT_START.search(part.before) is None
        )  # what there was at the start of the year is of another number
        if told and part.depth == share.depth and _SAID.fullmatch(share.before):
            yield part, share


def _fits(pair: tuple[Figure, Figure], whole: Figure) -> bool:
    """Is the share that of the part in the whole?"""
    part, share = pair
    return part is not whole and whole.value >= part.value > 0 and Ratio(share, part, whole).holds()


def _before(ledger: Ledger, part: Figure) -> list[Figure]:
    """The figures of its measure, and counts of its noun, not far before a part."""
    near = ledger.figures[max(0, part.order - _NEAR) : part.order]
    return [figure for figure in near if figure.counts_like(part) and figure.kind in ("level", "part")]


def _wholes(ledger: Ledger, sentence: Sentence, first: Figure) -> Iterator[Figure]:
    """The figures before the list that may be its whole: of its measure, or persons where it counts persons."""
    for back in range(min(_BACK, sentence.number) + 1):
        for figure in reversed(ledger.sentences[sentence.number - back].figures):
            plain = figure.kind in ("level", "part") and not figure.is_share and figure.order < first.order
            if plain and (figure.measure == first.measure or (counts_persons(figure) and counts_persons(first))):
                yield figure


def _of_note(total: Figure, sentence: Sentence) -> Iterator[Check]:
    """`642 đảng viên[1]` with the note `30 năm 248 đồng chí; … 55 năm 66 đồng chí, chiếm 10,3%`: parts that make the total are parts of it."""
    pairs = [
        (part, share)
        for part, share in zip(sentence.figures, sentence.figures[1:], strict=False)
        if part.kind == share.kind == "level" and share.unit == "%" and _SHARE.fullmatch(share.before)
    ]
    parts = [f for f in sentence.figures if f.kind == "level" and f.is_count and not f.claim.per]
    alike = all(part.measure == total.measure or (counts_persons(part) and counts_persons(total)) for part in parts)
    made = sum((part.value for part in parts), Decimal(0))
    whole = made == total.value and len(parts) > 1
    some = any(_fits(pair, total) for pair in pairs) or _AMONG.match(sentence.figures[0].before) is not None
    if not pairs or not alike or not (whole or some) or any(part.value > total.value for part in parts):
        return
    if whole:
        yield Check.of("parts_sum", Sum(total, *parts))
    for part, share in pairs:
        yield Check.of("ratio", Ratio(share, part, total), "error")
