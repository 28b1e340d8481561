"""Where targets are set: takes a reading, says for an offset whether it lies in a list of targets, among tasks, or in what has been.

Headings decide, the nearest first. A heading that speaks of a year the report already covers is about what has been.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import Literal, NamedTuple

from muctieu.claims.reading import Reading
from muctieu.document.document import Section
from muctieu.targets.words import last_year, says

_HEADING = 110  # a longer title tells of work done rather than names a list

Kind = Literal["list", "task", "past"]


class Scope(NamedTuple):
    """What the headings say of a place: the kind of words to expect, the year they look to, and the heading that groups them."""

    kind: Kind
    year: int | None
    group: str | None


def _base(reading: Reading) -> int:
    """The last year that the report tells results of: its own, unless it is a plan that reports nothing of that year."""
    years = Counter(year for claim in reading.claims if claim.status != "planned" and (year := last_year(claim.period)))
    told = max((year for year, count in years.items() if count >= 2), default=0)
    own = last_year(reading.period) or told
    return min(own, told) if told else own


def _plan_year(reading: Reading, base: int) -> int | None:
    """The year that most targets to come are set for."""
    years = Counter(
        year for claim in reading.claims if claim.kind == "target" and (year := last_year(claim.period) or 0) > base
    )
    return years.most_common(1)[0][0] if years else last_year(reading.period)


class Scopes:
    """The scopes of a reading, asked for by offset. `base` is the last year it tells results of, `plan_year` the year it plans for."""

    def __init__(self, reading: Reading) -> None:
        self._document = reading
        self.base = _base(reading)
        self.plan_year = _plan_year(reading, self.base)
        self._sections = sorted(reading.sections, key=lambda section: section.start)
        self._starts = [section.start for section in self._sections]

    def at(self, offset: int) -> Scope:
        """The scope of the offset."""
        chain = self.chain(offset)
        kind = self._kind(chain)
        year = next((found for found in map(self._year, chain) if found), None)
        if kind != "past" and (year is None or year < self.base):
            year = self.plan_year
        return Scope(kind, year, self._group(chain))

    def chain(self, offset: int) -> list[Section]:
        """The sections that hold the offset, the innermost first."""
        before = self._sections[: bisect_right(self._starts, offset)]
        return [section for section in reversed(before) if offset < section.end]

    def _kind(self, chain: list[Section]) -> Kind:
        """The nearest heading that decides; a list that names no year to come, within what has been, is of what has been."""
        for number, section in enumerate(chain):
            kind = self._says(section)
            if (
                kind == "list"
                and not self._looks_ahead(section)
                and any(self._says(outer) == "past" for outer in chain[number:])
            ):
                return "past"
            if kind is not None:
                return kind
        return "past"

    def _says(self, section: Section) -> Kind | None:
        words = section.title.lower()
        if not self.is_heading(section) or says("heading", "general", words):
            return None
        year = last_year(words)
        if year is not None and year < self.base:
            return "past"
        if says("heading", "past", words) and not self._looks_ahead(section):
            return "past"
        if says("heading", "list", words) and len(words) <= _HEADING:
            return "list"
        return "task" if says("heading", "task", words) else None

    def _looks_ahead(self, section: Section) -> bool:
        return (last_year(section.title) or 0) > self.base

    def _year(self, section: Section) -> int | None:
        return last_year(section.title) if self.is_heading(section) else None

    def _group(self, chain: list[Section]) -> str | None:
        return next((section.title.strip(" :.") for section in chain if self.is_heading(section)), None)

    def is_heading(self, section: Section) -> bool:
        """Does the section's title fill its first line, with words below it (a heading), rather than begin an item?"""
        text = self._document.text
        line_end = text.find("\n", section.start, section.end)
        line = text[section.start : line_end if line_end >= 0 else section.end].rstrip()
        title = section.title.strip().rstrip(" :.;")
        return (
            bool(title)
            and line.rstrip(" :.;").endswith(title)
            and bool(text[section.start + len(line) : section.end].strip())
        )
