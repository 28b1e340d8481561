"""Which indicator of the register a claim's words may mean: by its names, and by the catalogue that knows other words for the same.

Proposes among those in a like unit, never decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from muctieu.claims.claim import Claim
from muctieu.indicators.matching import same_indicator
from muctieu_web.store.fields import fold

SURE = 88
"""Likeness, of 100, from which one proposal alone is taken as meant; below it the person chooses."""
LIKELY = 60
RISES = ("toc do tang", "tang truong", "muc giam", "muc tang", "chi so phat trien", "tang binh quan")
"""Words by which an indicator's name says that it is itself a rise or a fall."""
SAME = 95
"""Likeness given to two names that the catalogue knows as one."""


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """An indicator to choose from."""

    code: str
    name: str
    unit: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """An indicator and how like its name is to the claim's words, of 100."""

    indicator: IndicatorRow
    likeness: float

    @property
    def is_sure(self) -> bool:
        """Is it like enough to be taken without a look at others?"""
        return self.likeness >= SURE


def is_same_unit(claimed: str, kept: str) -> bool:
    """Can a claim in this unit stand under an indicator in that one? Counted things are named in many ways.

    >>> is_same_unit("%", "%"), is_same_unit("{lượt khách}", "{lượt người}"), is_same_unit("ha", "%")
    (True, True, False)
    """
    return claimed == kept or (claimed.startswith("{") and kept.startswith("{"))


def can_be(kind: str, name: str) -> bool:
    """Can a claim of this kind be a figure of an indicator of this name? A rise is none of the level that rose.

    >>> can_be("level", "Tỷ lệ hộ nghèo"), can_be("growth", "Tỷ lệ hộ nghèo"), can_be("growth", "Tốc độ tăng trưởng GRDP")
    (True, False, True)
    """
    says_rise = any(words in fold(name) for words in RISES)
    return says_rise if kind in ("growth", "change", "multiple") else True


def is_promise(claim: Claim) -> bool:
    """Does it say what is to be reached, so that it can stand in the table of targets?"""
    return claim.kind == "target" or (claim.status == "planned" and claim.kind in ("level", "part", "growth"))


def is_result(claim: Claim) -> bool:
    """Does it say what was reached, so that it can stand in the register of results?"""
    return claim.status != "planned" and claim.kind not in ("target", "target_gap", "attainment")


class Names:
    """The register's indicators, their names folded once, to be asked for many claims."""

    def __init__(self, indicators: Iterable[IndicatorRow]) -> None:
        self._rows = [(one, [(name, fold(name)) for name in (one.name, *one.aliases)]) for one in indicators]

    def proposals(self, words: str, unit: str, most: int = 3) -> Sequence[Proposal]:
        """The likeliest indicators in a like unit, best first."""
        found = [
            Proposal(one, max(_likeness(words, fold(words), *name) for name in names))
            for one, names in self._rows
            if is_same_unit(unit, one.unit)
        ]
        likely = [one for one in found if one.likeness >= LIKELY]
        return sorted(likely, key=lambda one: (-one.likeness, one.indicator.name))[:most]


def _likeness(words: str, folded: str, name: str, folded_name: str) -> float:
    """Words in any order, each as often as it stands; two names that the catalogue tells apart are never sure."""
    letters = fuzz.token_sort_ratio(folded, folded_name)
    if letters == 100:
        return letters
    if same_indicator(words, name):
        return max(letters, SAME)
    return min(letters, SURE - 1)
