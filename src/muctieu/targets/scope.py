"""Where targets are set: takes a reading, says for an offset whether it lies in a list of targets, among tasks, or in what has been.

Headings decide, the nearest first. A heading that speaks of a year the report already covers is about what has been.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from muctieu.claims.reading import Reading
from muctieu.document.document import Section
from muctieu.targets.judgement import heading_verdict
from muctieu.targets.target import Result
from muctieu.targets.words import last_year, pattern, says

_HEADING = 110  # a longer title tells of work done rather than names a list
_DASHED = re.compile(r"\s*[-–+*•]\s")
_LINE_HEADING = re.compile(r"\s*(?P<name>[^\W\d_a-z][^\d\n.;:]{2,58}?)\s*:?[ \t]*(?=\n)")
# `Kinh tế tăng trưởng khá, cơ cấu chuyển dịch đúng định hướng`: how it went, no task
_TELLS_MANNER = re.compile(
    r"\b(?:đúng|theo) định hướng\b|\b(?:hoàn thành|thực hiện) (?:tốt |xuất sắc |thắng lợi )?(?:các )?nhiệm vụ\b"
)
_NAME = 60  # a longer line that ends as a sentence does is one

Kind = Literal["list", "task", "past"]


class Scope(NamedTuple):
    """What the headings say of a place: the kind of words to expect, the year they look to, and the heading that groups them."""

    kind: Kind
    year: int | None
    group: str | None


def _base(reading: Reading) -> int:
    """The last year that the report tells results of: its own, unless it is a plan or a review halfway that reports nothing of it.

    A figure of the whole term (`12 nhiệm vụ của nhiệm kỳ`) says nothing of how far the report has come, where others do.
    """
    reported = [claim.period for claim in reading.claims if claim.status != "planned" and claim.period]
    told = _last_told(period for period in reported if not is_span_of_years(period)) or _last_told(reported)
    own = last_year(reading.period) or told
    return min(own, told) if told else own


def _last_told(periods: Iterable[str]) -> int:
    years = Counter(year for period in periods if (year := last_year(period)))
    return max((year for year, count in years.items() if count >= 2), default=0)


def is_span_of_years(period: str | None) -> bool:
    """Is the period more than one year?

    >>> is_span_of_years("2020/2025"), is_span_of_years("2023-01/2023-09"), is_span_of_years(None)
    (True, False, False)
    """
    return period is not None and "/" in period and period[:4] != period.rpartition("/")[2][:4]


def _plan_year(reading: Reading, base: int) -> int | None:
    """The year that most targets to come are set for."""
    years = Counter(
        year for claim in reading.claims if claim.kind == "target" and (year := last_year(claim.period) or 0) > base
    )
    return years.most_common(1)[0][0] if years else last_year(reading.period)


def _outer(sections: Sequence[Section]) -> Iterator[int]:
    """For each section, in order of their starts, the number of the last one before it that has not ended where it begins; -1 for none."""
    open_: list[int] = []
    for number, section in enumerate(sections):
        while open_ and sections[open_[-1]].end <= section.start:
            open_.pop()
        yield open_[-1] if open_ else -1
        open_.append(number)


class Scopes:
    """The scopes of a reading, asked for by offset. `base` is the last year it tells results of, `plan_year` the year it plans for."""

    def __init__(self, reading: Reading) -> None:
        self._document = reading
        self.base = _base(reading)
        self.plan_year = _plan_year(reading, self.base)
        self._sections = sorted(reading.sections, key=lambda section: section.start)
        self._starts = [section.start for section in self._sections]
        self._outer = list(_outer(self._sections))
        named = pattern("heading", "plan").match((reading.title or "").lower()) is not None
        self._is_plan = named and not any(self._says(section) == "past" for section in self._sections)

    def at(self, offset: int) -> Scope:
        """The scope of the offset."""
        chain = self.chain(offset)
        kind = self._kind(chain)
        year = next((found for found in map(self._year, chain) if found), None)
        if kind != "past" and (year is None or year < self.base):
            year = self.plan_year
        return Scope(kind, year, self._line_above(chain, offset) or self._group(chain))

    def so_far(self, result: Result | None) -> Result | None:
        """The result with the last year that the report tells of, where it has no period or a whole term that is not yet over."""
        if result is not None and result.period is None and self.base:
            return result._replace(period=str(self.base))
        if result is None or not is_span_of_years(result.period) or (last_year(result.period) or 0) <= self.base:
            return result
        return result._replace(period=f"{(result.period or '')[:4]}/{self.base}")

    def chain(self, offset: int) -> list[Section]:
        """The sections that hold the offset, the innermost first."""
        found, number = [], bisect_right(self._starts, offset) - 1
        while number >= 0:
            if offset < self._sections[number].end:
                found.append(self._sections[number])
            number = self._outer[number]
        return found

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
        ahead = any(self.is_heading(section) and self._looks_ahead(section) for section in chain)
        return "task" if ahead or self._is_plan else "past"

    def _says(self, section: Section) -> Kind | None:
        words = section.title.lower()
        if not self.is_heading(section):
            return None
        if says("heading", "general", words):
            return "task" if self._is_aim(words) else None
        year = last_year(words)
        if year is not None and year < self.base:
            return "past"
        tells = says("heading", "past", words) or pattern("heading", "opening").match(words) is not None
        if (tells or heading_verdict(words) is not None) and not self._looks_ahead(section):
            return "past"
        if (says("heading", "list", words) and len(words) <= _HEADING) or pattern("heading", "alone").fullmatch(words):
            return "list"
        return "task" if says("heading", "task", _TELLS_MANNER.sub("", words)) else None

    @staticmethod
    def _is_aim(words: str) -> bool:
        """Is it the general aim, within a list of targets no list itself, and not the name of a document about it?"""
        return pattern("heading", "general").match(words) is not None

    def _looks_ahead(self, section: Section) -> bool:
        return (last_year(section.title) or 0) > self.base

    def _year(self, section: Section) -> int | None:
        return last_year(section.title) if self.is_heading(section) else None

    def _group(self, chain: list[Section]) -> str | None:
        return next((section.title.strip(" :.") for section in chain if self.is_heading(section)), None)

    def _line_above(self, chain: list[Section], offset: int) -> str | None:
        """A heading without a number over a list of dashes: `Về kinh tế`, which makes no section of its own."""
        text, start = self._document.text, chain[0].start if chain else 0
        line_start = text.rfind("\n", 0, offset) + 1
        if not _DASHED.match(text, line_start):
            return None
        while line_start > start and _DASHED.match(text, line_start):
            line_start = text.rfind("\n", 0, line_start - 1) + 1
        found = _LINE_HEADING.match(text, line_start)
        return found["name"] if found and line_start > start else None

    def is_heading(self, section: Section) -> bool:
        """Does the section's title fill its line, with words below it (a heading), rather than begin an item?

        The title may stand on the line below its mark: `Phần thứ hai`, then `NHIỆM VỤ TRỌNG TÂM`.
        """
        text, title = self._document.text, section.title.strip().rstrip(" :.;")
        at = text.find(title, section.start, section.end) if title else -1
        if at < 0 or text.count("\n", section.start, at) > 1:
            return False
        line_end = text.find("\n", at, section.end)
        line = text[at : line_end if line_end >= 0 else section.end]
        if len(title) > _NAME and line.rstrip().endswith((".", ";")):
            return False  # the last item of a list, with the closing words of the report below it
        return line.rstrip(" :.;") == title and bool(text[at + len(line) : section.end].strip())
