"""Does a figure count persons, and may it count some of another's? Takes figures; the nouns are data."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from muctieu.audit.figure import Figure
from muctieu.text.lexicon import lexicon, words_pattern

PEOPLE = re.compile(r"dân số|nhân khẩu|\bkhẩu\b|số dân")
"""Words for a population."""
OTHER_DAY = Decimal("0.04")
"""How much a population may be off where it is that of another day."""


def counts_persons(figure: Figure) -> bool:
    """Does its noun name persons, or how often they came? (`đảng viên`, `học sinh`, `lượt cán bộ`)"""
    return figure.is_count and names_persons(figure.unit)


@cache
def names_persons(unit: str) -> bool:
    """Is it the noun of persons, or of how often they came?"""
    return unit[1:-1].removeprefix("lượt ").startswith(_nouns())


def counts_anyone(figure: Figure) -> bool:
    """Does its noun name persons that have no calling of their own? `bác sĩ` names some of them closely."""
    return counts_persons(figure) and not figure.unit[1:-1].startswith(tuple(lexicon("audit")["ratio"]["callings"]))


@cache
def _nouns() -> tuple[str, ...]:
    return (*lexicon("audit")["ratio"]["persons"], *lexicon("audit")["ratio"]["callings"])


def is_person_of(part: Figure, whole: Figure) -> bool:
    """Does the part take up the whole's persons by a word for any of them? (`97 đảng viên, gồm … khai trừ 04 đồng chí`)"""
    return part.unit[1:-1] in lexicon("audit")["ratio"]["anyone"] and part.is_count and counts_persons(whole)


def count_alike(first: Figure, second: Figure) -> bool:
    """Are they of one measure, or do both count persons, whatever they are called? (`4.985 nam`, `9.872 nhân khẩu`)"""
    return first.counts_like(second) or (counts_persons(first) and counts_persons(second))


def are_penalties(total: Figure, parts: Sequence[Figure]) -> bool:
    """`47 đảng viên, trong đó khiển trách 31 đồng chí, cảnh cáo 12 đồng chí, khai trừ 04 đồng chí`: is every part told by its penalty, from the lightest to the gravest, and do they come near the total?"""
    told = [_penalty().search(part.before) for part in parts]
    if len(parts) < _FEWEST_PENALTIES or not all(told) or not counts_persons(total):
        return False
    named = [found[0].strip() for found in told if found is not None]
    made = sum((part.value for part in parts), Decimal(0))
    ends = named[0] == "khiển trách" and named[-1] == "khai trừ"
    return ends and len(set(named)) == len(named) and abs(made - total.value) * 4 <= total.value


_FEWEST_PENALTIES = 3


@cache
def _penalty() -> re.Pattern[str]:
    return re.compile(rf"\b{words_pattern(lexicon('nouns')['disciplines'])}\s*$")
