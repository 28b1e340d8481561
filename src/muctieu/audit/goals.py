"""Which results does a report set beside their targets, and by what name? Takes the ledger; gives a goal for each such pair. Judges nothing.

A result and its target stand in one row of a table, next to one another in a sentence (`số giường bệnh đạt 29,4 giường/vạn dân, chỉ tiêu là 31 giường/vạn dân`), or apart under one name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Grid, Ledger, Row, Sentence, title_key
from muctieu.audit.names import Key, alike, folded, key_of
from muctieu.text.lexicon import lexicon

_NEAR = 3
_FEWEST = 2
_MANY = 24
_PARENTHESIS = re.compile(r"\([^()]*\)")
_OF_UNIT = (
    (re.compile(r"\b(?:diện tích|dt)\b"), ("ha", "m2", "km2")),
    (re.compile(r"\b(?:sản lượng|sl)\b"), ("t", "kg", "m3", "{con}", "{cái}")),
    (re.compile(r"\b(?:tốc độ|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng)\b"), ("%", "‰")),
)
_OF_TERM = re.compile(r"nghị quyết|\bnq\b|đại hội|nhiệm kỳ|giai đoạn|mục tiêu")
_SPED = re.compile(r"\b(?:tốc độ|tăng trưởng)\b")


class Goal(NamedTuple):
    """A result with its target, and the name that both stand under."""

    key: Key
    label: str
    result: Figure
    target: Figure


class Goals:
    """Every result of a report that stands with its target, by name."""

    def __init__(self, ledger: Ledger) -> None:
        goals = [goal for grid in ledger.grids for row in grid.rows for goal in of_row(grid, row)]
        for sentence in ledger.once(with_targets):
            goals += side_by_side(sentence.figures)
        self._by_key: dict[Key, list[Goal]] = {}
        self._by_word: dict[str, list[Goal]] = {}
        self._by_label: dict[str, list[Goal]] = {}
        for goal in goals:
            self._by_key.setdefault(goal.key, []).append(goal)
            for word in goal.key:
                self._by_word.setdefault(word, []).append(goal)
            if len(goal.label.split()) >= _FEWEST:
                self._by_label.setdefault(goal.label.split()[0], []).append(goal)

    def named(self, words: str) -> Goal | None:
        """The only goal of a name: under those words, else one whose name is but fuller or shorter; none where several may be meant, or where very many are named so.

        Words that name a quantity (`diện tích`, `sản lượng`, `tốc độ tăng`) must go with the goal's unit.
        """
        key, plain = title_key(words), folded(words).strip()
        exact = self._by_key.get(key, [])
        if exact:
            return _only([goal for goal in exact[:_MANY] if _in_its_unit(words, goal)])
        near = {id(goal): goal for word in key for goal in _few(self._by_word.get(word, []))}
        near |= {id(goal): goal for goal in _few(self._by_label.get(plain.split(" ")[0], []))}
        close = [goal for goal in near.values() if _is_fuller(goal.key, key) or _is_begun(goal.label, plain)]
        return _only([goal for goal in close if _in_its_unit(words, goal)])

    def spoken_of(self, clause: str) -> Goal | None:
        """The only goal of a table whose row's name, of two words or more, stands in the clause; of several the one of the longest name."""
        words = folded(clause)
        near = [goal for word in dict.fromkeys(words.split()) for goal in _few(self._by_label.get(word, []))]
        found = [goal for goal in near if f" {goal.label} " in f" {words} "]
        longest = max((len(goal.label) for goal in found), default=0)
        return _only([goal for goal in found if len(goal.label) == longest and _in_its_unit(clause, goal)])


def _few(goals: list[Goal]) -> list[Goal]:
    """The goals of a word, none where it is in so many names that it tells nothing."""
    return goals if len(goals) <= _MANY else []


def _only(goals: list[Goal]) -> Goal | None:
    """The first, where all say the same."""
    return goals[0] if len({(goal.result.value, goal.target.value) for goal in goals}) == 1 else None


def of_row(grid: Grid, row: Row) -> Iterator[Goal]:
    """A row's target and its latest result that is not later than it."""
    targets = [f for f in row.figures.values() if f.kind == "target"]
    if len(targets) != 1:
        return
    target = targets[0]
    levels = [f for f in row.figures.values() if f.kind == "level" and f.measure == target.measure and not f.is_rate]
    levels = [f for f in levels if _is_due(f, target, grid.heads.get(target.column, ""))]
    if levels:
        label = folded(_PARENTHESIS.sub("", row.label)).strip(" .,;:*-")
        yield Goal(title_key(row.label), label, max(levels, key=lambda f: f.column), target)


def with_targets(ledger: Ledger) -> list[Sentence]:
    """The sentences that tell targets."""
    numbers = {figure.sentence for figure in ledger.figures if figure.kind == "target"}
    return [ledger.sentences[number] for number in sorted(numbers) if number >= 0]


def side_by_side(figures: Sequence[Figure]) -> Iterator[Goal]:
    """Results with the target right after them in their clause."""
    for at, target in enumerate(figures):
        if target.kind != "target" or target.claim.comparator == "between":
            continue
        for result in reversed(figures[max(0, at - _NEAR) : at]):
            between = figures[result.order - figures[0].order + 1 : at + 1]
            if any(";" in f.before or ". " in f.before for f in between):
                break
            if result.kind == "target":
                break
            same = result.kind == "level" and result.measure == target.measure and not result.depth
            if same and alike(result.key, target.key) and "so với" not in result.before:
                yield Goal(result.key, "", result, target)
                break


def _is_fuller(name: Key, said: Key) -> bool:
    """Has the goal's name all that is said, two words or more, and hardly any besides; or is more said, but only of the quantity? (`diện tích lúa nương`, `Lúa nương`)"""
    if not alike(name, said) or min(len(name), len(said)) < _FEWEST:
        return False
    return (said <= name and len(name - said) <= _FEWEST) or (name <= said and said - name <= _unsaying())


@cache
def _unsaying() -> Key:
    words = lexicon("audit")["restated"]
    return key_of(" ".join([*words["quantities"], *words["harmless"]]))


def _is_begun(label: str, words: str) -> bool:
    """Is the name the row's first words, two or more, and hardly any follow? (`trồng rừng`, `Trồng rừng tập trung`)"""
    return " " in words and label.startswith(f"{words} ") and len(label[len(words) :].split()) <= _FEWEST


def _in_its_unit(words: str, goal: Goal) -> bool:
    """Does the quantity that the words name go with the goal's unit?"""
    if _SPED.search(words) and not _SPED.search(goal.result.indicator):
        return False
    wanted = next((units for pattern, units in _OF_UNIT if pattern.search(words)), None)
    return wanted is None or goal.target.unit in wanted


def _is_due(result: Figure, target: Figure, head: str) -> bool:
    """Is the result of the target's year, or of one a few years before a term's end? (`TH 2023`, `KH 2024` is next year's plan)"""
    one, other = (f.period.rpartition("/")[2][:4] if f.period else "" for f in (result, target))
    if not one or not other:
        return True
    return one == other or (0 < int(other) - int(one) <= _NEAR and _OF_TERM.search(head) is not None)
