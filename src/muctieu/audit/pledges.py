"""Which result and which target does a name in prose mean? Takes the ledger; finds the pair by the words that both have. Judges nothing.

A pair stands in a table's row, side by side in a sentence (`52,1% (Nghị quyết 53%)`, `kế hoạch 90 km, kết quả 84,6 km`), or apart, where a target and a result of its measure and time share words that few others have.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from muctieu.audit.clauses import clause_of, said
from muctieu.audit.figure import Figure
from muctieu.audit.goals import of_row, side_by_side, with_targets
from muctieu.audit.ledger import Ledger
from muctieu.audit.names import Key
from muctieu.audit.plans import of_one_time
from muctieu.text.lexicon import lexicon

_DONE = re.compile(
    r"[^;.]{0,60}[;,:]\s*(?:kết quả|đến nay|thực hiện|đã|ước|th)\b[^;.]{0,40}|[^;.]{0,30}\s(?:thực hiện|kết quả|đã)(?: \w+){0,3}\s"
)
_MANY = 24
_FEWEST = 2
_SCALE = 3
_MOST = 60


class Pledge(NamedTuple):
    """A result with its target, and the words that name both."""

    words: Key
    result: Figure
    target: Figure


class Pledges:
    """Every target of a report with its result, by the words of their names."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._by_word: dict[str, list[Pledge]] = defaultdict(list)
        self._all: list[Pledge] = []
        self._of_result: dict[int, list[Pledge]] = defaultdict(list)
        for grid in ledger.grids:
            for row in grid.rows:
                for goal in of_row(grid, row):
                    self._add(said(row.label), goal.result, goal.target)
        for sentence in ledger.once(with_targets):
            for goal in side_by_side(sentence.figures):
                self._add(clause_of(ledger, goal.result), goal.result, goal.target)
            for target, result in _reversed(sentence.figures):
                self._add(clause_of(ledger, result) | clause_of(ledger, target), result, target)
        paired = {pledge.target.order for pledge in self._all}
        for words, result, target in _apart(ledger, paired):
            self._add(words, result, target)

    def _add(self, words: Key, result: Figure, target: Figure) -> None:
        pledge = Pledge(words - unsaying(), result, target)
        self._all.append(pledge)
        self._of_result[result.order].append(pledge)
        for word in pledge.words:
            self._by_word[word].append(pledge)

    def targets_of(self, result: Figure) -> list[Figure]:
        """The targets that a result is paired with."""
        return [pledge.target for pledge in self._of_result.get(result.order, [])]

    def named(self, name: str, like: Figure | None = None) -> Pledge | None:
        """The pair whose words a name has, in the measure of a figure where one is given; none where two of different values have as many of them."""
        words = said(name) - unsaying()
        near = {id(p): p for word in words for p in self._by_word.get(word, [])[:_MANY]}
        pairs = [p for p in near.values() if like is None or p.target.counts_like(like)]
        pairs = [p for p in pairs if not _is_of_other_measure(name, p.result.claim.indicator)]
        fits = [p for p in pairs if _names(p.words, words) or (like is not None and _has_most(p.words, words))]
        if not fits:
            return None
        best = max((len(p.words & words), -len(p.words - words)) for p in fits)
        found = [p for p in fits if (len(p.words & words), -len(p.words - words)) == best]
        return found[0] if len({(p.result.value, p.target.value) for p in found}) == 1 else None

    def result_of(self, target: Figure, name: str) -> Figure | None:
        """The only result of a target's measure whose clause has most of the words of a name, two or more."""
        words = said(name) - unsaying()
        levels = [f for f in self._ledger.figures if f.kind == "level" and f.measure == target.measure]
        levels = [f for f in levels if f.sentence != target.sentence and f.claim.status != "planned"][:_MOST]
        common = {f.order: len((clause_of(self._ledger, f) - unsaying()) & words) for f in levels}
        most = max(common.values(), default=0)
        best = [f for f in levels if common[f.order] == most]
        return best[0] if most >= _FEWEST and len({f.value for f in best}) == 1 else None


def _is_of_other_measure(name: str, indicator: str) -> bool:
    """Does the one say an area, the other a harvest? (`diện tích lúa`, `Tổng sản lượng lúa`)"""
    one, other = name.lower(), indicator.lower()
    return any(first.search(one) and second.search(other) for first, second in ((_AREA, _HARVEST), (_HARVEST, _AREA)))


_AREA, _HARVEST = re.compile(r"\b(?:diện tích|dt)\b"), re.compile(r"\b(?:sản lượng|sl)\b")


def _has_most(pledge: Key, words: Key) -> bool:
    """Has a longer clause nearly all the words of a name, two or more?"""
    return len(pledge & words) >= _FEWEST and 3 * len(pledge & words) >= 2 * len(pledge)


def _names(pledge: Key, words: Key) -> bool:
    """Do they name one thing: the same, or two words and more that are most of either?"""
    common = pledge & words
    if pledge == words:
        return bool(words)
    if len(common) < _FEWEST:
        return False
    return 2 * len(common) > max(len(pledge), len(words)) or (common == words and len(pledge) <= 3 * len(words))


@cache
def unsaying() -> Key:
    """Words beside a result or a target that do not name it."""
    return said(" ".join(lexicon("audit")["pledges"]["unsaying"]))


def _reversed(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Targets with the result right after them: `kế hoạch 5 năm là cứng hóa 90 km đường thôn, xóm; kết quả đã cứng hóa 84,6 km`."""
    for target, result in pairwise(figures):
        same = target.kind == "target" and result.kind == "level" and result.measure == target.measure
        if same and not result.depth and _DONE.fullmatch(result.before) is not None:
            yield target, result


def _apart(ledger: Ledger, paired: set[int]) -> Iterator[Pledge]:
    """Targets that stand alone, each with the only result that shares most words with it."""
    alone = [f for f in ledger.figures if f.kind == "target" and f.cell is None and f.order not in paired]
    alone = [f for f in alone if f.claim.comparator in ("eq", "ge", "le") and f.claim.basis is None and f.value > 0]
    if not alone:
        return
    units = {f.unit.split(" ")[0].strip("{}") for f in alone}
    by_word: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    words_of: dict[int, Key] = {}
    asked = frozenset().union(*(clause_of(ledger, f) for f in alone))  # no other word will be looked up
    for figure in ledger.figures:
        plain = figure.kind in ("level", "part") and figure.claim.status != "planned" and not figure.is_rate
        if not plain or figure.cell is not None or figure.claim.comparator != "eq":
            continue
        unit = figure.unit.split(" ")[0].strip("{}")
        if unit in units:
            words_of[figure.order] = clause_of(ledger, figure) - unsaying()
            for word in words_of[figure.order] & asked:
                by_word[unit, word].append(figure)
    for target in alone:
        words = clause_of(ledger, target) - unsaying()
        unit = target.unit.split(" ")[0].strip("{}")
        near = {f.order: f for word in words for f in by_word.get((unit, word), [])[:_MANY]}
        fit = [f for f in near.values() if _fits(target, f, words, words_of[f.order])]
        if not fit:
            continue
        most = max(len(words & words_of[f.order]) for f in fit)
        best = [f for f in fit if len(words & words_of[f.order]) == most]
        if len({f.value for f in best}) == 1:
            yield Pledge(words & words_of[best[0].order], best[0], target)


def _fits(target: Figure, result: Figure, words: Key, others: Key) -> bool:
    """May it be the result of the target: of one time and size, in another sentence, under a like name?"""
    common = len(words & others)
    if common < _FEWEST or 2 * common <= min(len(words), len(others)):
        return False
    if result.sentence == target.sentence or result.claim.per != target.claim.per or not of_one_time(target, result):
        return False
    return target.value <= _SCALE * result.value <= _SCALE * _SCALE * target.value
