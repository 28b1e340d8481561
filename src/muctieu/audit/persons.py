"""Does a figure count persons, and may it count some of another's? Takes figures; the nouns are data."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from muctieu.audit.figure import Figure
from muctieu.text.lexicon import lexicon

PEOPLE = re.compile(r"dân số|nhân khẩu|\bkhẩu\b|số dân")
"""Words for a population."""
OTHER_DAY = Decimal("0.04")
"""How much a population may be off where it is that of another day."""


def counts_persons(figure: Figure) -> bool:
    """Does its noun name persons, or how often they came? (`đảng viên`, `học sinh`, `lượt cán bộ`)"""
    return figure.is_count and _names_persons(figure.unit)


@cache
def _names_persons(unit: str) -> bool:
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
