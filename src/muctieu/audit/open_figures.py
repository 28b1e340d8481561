"""Which figures has no rule recomputed yet, and what stands near them? Takes the checks of the other rules and the ledger; the words between figures matter little here.

The rules of open figures turn the question round: a difference, a share, a mean or a total that nothing was held against is tried with the figures around it. What fits is kept; what does not is a slip
only where there is but one way to pair them, or where two digits the other way round would make one of the figures fit.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from muctieu.audit.check import Check
from muctieu.audit.equation import Equation, Ratio, figure_of
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.persons import OTHER_DAY, PEOPLE
from muctieu.audit.slips import is_swapped

_LISTED = re.compile(r"\n\s*(?:[-+*•–]|\(?[a-zđ\d]{1,2}[.)])\s")
_PARTS = re.compile(r"\b(?:trong (?:đó|số đó|số này|số ấy)|gồm)\b")
_PART_WORDS = frozenset(("trong", "gồm"))
_ITEM = re.compile(r"[ \t]*([-+*•–]|\(?[a-zđ\d]{1,2}[.)])\s")
_LONGEST_LIST = 14
_GOES_ON = re.compile(
    r"\s*(?:$|và\b|với\b|\w+ được\b|đã\b|được\b|tương ứng|tương đương|so\b|trên\b|trong\b|vào\b|là\b|–|-|rất\b|hộ\b|người\b)"
)
_NAME_ENDS = re.compile(r"[.,;:()]")
_NAME_WITHIN = 60
_FEWEST_DIGITS = 2
_OF_PAIRS, _THREE = ("attainment", "growth"), 3


class Settled(defaultdict[str, set[int]]):
    """By rule the orders of the figures that it has recomputed; under `proved` those of every equation of three figures or more that holds."""

    def __init__(self) -> None:
        super().__init__(set)
        self.pairs: list[tuple[Figure, Figure]] = []
        """The amounts that a rate which fits holds together: a value and its basis, a result and its goal."""


def settle(settled: Settled, checks: Iterable[Check]) -> None:
    """Adds the figures that checks recompute; of shares that make 100 all of them. A weak failure settles nothing."""
    for check in checks:
        if check.equation is None or check.accused is None or (check.weak and not check.holds):
            continue
        figures = check.figures if check.rule in ("shares_sum", "repeat") else (check.accused,)
        settled[check.rule].update(figure.order for figure in figures)
        if check.holds and len(check.figures) >= _THREE:
            settled["proved"].update(figure.order for figure in check.figures)
            if check.rule in _OF_PAIRS and len(check.equation.terms) == _THREE:
                rate, one, other = (figure_of(term) for term in check.equation.terms)
                if rate.is_share and one.unit == other.unit and all(map(_is_plain_amount, (one, other))):
                    settled.pairs.append((one, other))


def _is_plain_amount(figure: Figure) -> bool:
    """Is it a value, a basis or a goal, not a difference, a rate or a mean?"""
    return figure.kind in ("level", "target", "part") and not figure.is_share and not figure.claim.per


def open_to(ledger: Ledger, settled: Settled, *rules: str) -> list[tuple[Sentence, int, Figure]]:
    """The figures of the text that none of those rules has recomputed, each with its sentence and its place there."""
    done = frozenset().union(*(settled[rule] for rule in rules))
    return [each for each in ledger.once(_placed) if each[2].order not in done]


def _placed(ledger: Ledger) -> list[tuple[Sentence, int, Figure]]:
    """Every figure of the text with its sentence and its place there."""
    return [(sentence, at, figure) for sentence in ledger.sentences for at, figure in enumerate(sentence.figures)]


def is_amount(figure: Figure) -> bool:
    """Is it an amount that is told exactly, and no rate of something?"""
    return figure.kind == "level" and figure.claim.comparator == "eq" and not figure.claim.per and figure.value > 0


def is_among(sentence: Sentence, figure: Figure) -> bool:
    """Does it tell a part of an amount of its measure before it in its sentence? (`5.526 nghìn lượt, trong số này khách quốc tế 412 nghìn lượt, khách nội địa 5.114 nghìn lượt`)"""
    whole = False
    for each in sentence.figures[: sentence.figures.index(figure) + 1]:
        whole = whole or (_tells_parts(each) and each is not sentence.figures[0])
    first = next(f for f in sentence.figures if f is figure or f.counts_like(figure))
    return whole and first is not figure and first.value > figure.value


def _tells_parts(figure: Figure) -> bool:
    """Do the words before it say that parts follow?"""
    return not figure.words.isdisjoint(_PART_WORDS) and _PARTS.search(figure.before) is not None


def with_sentence_before(ledger: Ledger, sentence: Sentence, *, lead: bool = False) -> Sequence[Figure]:
    """The figures of the sentence before it on its own line, or of the line that a list item follows; `lead` asks, for any item of a list, for the line that leads in it."""
    if not sentence.number:
        return ()
    before = ledger.sentences[sentence.number - 1]
    if lead and (mark := mark_of(ledger, sentence)) and mark_of(ledger, before) == mark:
        return _leading(ledger, sentence, mark)
    if lead and mark and _is_later(ledger, before, mark):
        return ()
    between = ledger.text[before.figures[-1].claim.end : sentence.figures[0].claim.start]
    breaks = between.count("\n")
    if breaks and (breaks > 1 or _LISTED.search(between) is None):
        return ()
    return before.figures


def _is_later(ledger: Ledger, before: Sentence, mark: str) -> bool:
    """Is it a later sentence of another item of the list?"""
    start = ledger.text.rfind("\n", 0, before.figures[0].claim.start) + 1
    item = _ITEM.match(ledger.lower, start)
    return item is not None and before.start > start + 1 and ("1" if item[1][-1] in ".)" else item[1]) == mark


def mark_of(ledger: Ledger, sentence: Sentence) -> str:
    """The mark of the list item that the sentence opens, one for all numbers; empty where it opens none."""
    start = ledger.text.rfind("\n", 0, sentence.figures[0].claim.start) + 1
    item = _ITEM.match(ledger.lower, start) if sentence.start <= start + 1 else None
    return "" if item is None else "1" if item[1][-1] in ".)" else item[1]


def _leading(ledger: Ledger, sentence: Sentence, mark: str) -> Sequence[Figure]:
    """The figures of the line that leads in the list of which the sentence is an item."""
    for number in range(sentence.number - 1, max(-1, sentence.number - _LONGEST_LIST), -1):
        before = ledger.sentences[number]
        if mark_of(ledger, before) == mark:
            continue
        following = ledger.sentences[number + 1].figures[0].claim.start
        told = ledger.text.count("\n", before.figures[-1].claim.end, following) == 1
        return before.figures if told else ()
    return ()


def mended(equation: Equation) -> bool:
    """Would two neighbouring digits of one of its figures the other way round make it fit?"""
    for at, term in enumerate(equation.terms):
        figure = figure_of(term)
        if term is not figure or len(figure.digits) < _FEWEST_DIGITS or figure.claim.comparator != "eq":
            continue
        if any(is_swapped(figure.value, figure.claim.resolution, expected) for expected in equation.solved(at)):
            return True
    return False


def name_after(ledger: Ledger, share: Figure) -> str:
    """The words right after the share, which name what it is of (`58,3% dân số`); none where a mark or a word of its own clause follows."""
    words = _NAME_ENDS.split(ledger.after(share, _NAME_WITHIN), maxsplit=1)[0]
    return words if words[:1] == " " and not _GOES_ON.match(words) else ""


def is_of_another_day(ratio: Ratio) -> bool:
    """Is the whole a population told in another sentence, which may be that of another day, and the share hardly off?"""
    whole = figure_of(ratio.terms[2])
    if whole.sentence == figure_of(ratio.terms[0]).sentence:
        return False
    if PEOPLE.search(f"{whole.before} {whole.unit} {whole.indicator}") is None or ratio.slip() == "swapped":
        return False
    return ratio.is_near(OTHER_DAY)
