"""The results of one indicator in one place as points in time, as a scoreboard or a forecast needs them.

A `Point` is one figure with the days it covers; a `Series` is its points in order of time. Takes what was known on a
day; never fills a gap, never counts a missing figure as zero.
"""

from __future__ import annotations

from calendar import isleap
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from muctieu.observations.observation import Observation

if TYPE_CHECKING:
    from muctieu.observations.geography import Gap, Gathered


class Point(NamedTuple):
    """One figure: the period as written, its first day, the day after its last, the value, and where it comes from.

    `gathered` says of which units' figures it was made; None where the place's own figure is taken as it is.
    """

    period: str
    first: date
    until: date
    value: Decimal
    status: str = ""
    source: str = ""
    note: str = ""
    gathered: Gathered | None = None

    @staticmethod
    def of(one: Observation, gathered: Gathered | None = None) -> Point:
        """The point of an observation."""
        return Point(str(one.period), one.first, one.until, one.value, one.status, one.source.words, one.note, gathered)

    @property
    def time(self) -> float:
        """The end of the period in years: 2020.0 is the end of 2019."""
        return year_fraction(self.until)

    @property
    def months(self) -> int:
        """The length of the period in whole months (0 for less than a month)."""
        return (self.until.year - self.first.year) * 12 + self.until.month - self.first.month

    @property
    def year(self) -> int:
        """The year that the period ends in."""
        return self.until.year - 1 if (self.until.month, self.until.day) == (1, 1) else self.until.year


def year_fraction(day: date) -> float:
    """A day in years.

    >>> year_fraction(date(2021, 1, 1)), year_fraction(date(2021, 7, 2))
    (2021.0, 2021.4986301369863)
    """
    return day.year + (day.timetuple().tm_yday - 1) / (366 if isleap(day.year) else 365)


@dataclass(frozen=True, slots=True)
class Series:
    """Points in order of time, one for a period. `additive`: parts of a year sum to the year, as counts and amounts do.

    `lower` and `upper` bound what a value can be (0 and 100 for a share), for the forecast. `gaps` are the periods whose figures
    could not be gathered over a change of bounds.
    """

    points: tuple[Point, ...] = ()
    additive: bool = False
    lower: Decimal | None = None
    upper: Decimal | None = None
    gaps: tuple[Gap, ...] = ()

    def comparable(self) -> Series:
        """The points that can be held against a yearly target.

        Of an additive indicator those are whole years: given as such, or summed where all parts of the year are
        there. Of any other all points, the longest where several end on one day.
        """
        if self.additive:
            return replace(self, points=_whole_years(self.points))
        longest: dict[date, Point] = {}
        for point in self.points:
            known = longest.get(point.until)
            if known is None or point.first < known.first:
                longest[point.until] = point
        return replace(self, points=tuple(longest[until] for until in sorted(longest)))

    def year_before(self, point: Point) -> Point | None:
        """The same period a year before (cùng kỳ), or None where there is no such figure."""
        for other in self.points:
            if _a_year_on(other.first) == point.first and _a_year_on(other.until) == point.until:
                return other
        return None


def _a_year_on(day: date) -> date:
    return day.replace(year=day.year + 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year + 1)


def _whole_years(points: tuple[Point, ...]) -> tuple[Point, ...]:
    years = {point.year: point for point in points if point.months == 12}
    parts: dict[tuple[int, int], list[Point]] = defaultdict(list)
    for point in points:
        if point.months in (1, 3, 6):
            parts[point.year, point.months].append(point)
    for (year, months), group in sorted(parts.items()):
        if year not in years and len(group) * months == 12:
            total = sum((point.value for point in group), Decimal(0))
            years[year] = Point(
                str(year), min(p.first for p in group), max(p.until for p in group), total, group[-1].status,
                gathered=max((p.gathered for p in group if p.gathered), key=lambda one: one.on_weights, default=None),
            )  # fmt: skip
    return tuple(years[year] for year in sorted(years))
