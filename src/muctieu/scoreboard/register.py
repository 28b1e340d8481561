"""A register: indicators, targets, observations and places, and what was known of any series on any day.

Takes values (from tables on disk by `reading`, from a database by its translator), gives series on a place's own bounds. A
correction is one more observation, so that any past day answers as it was known then. Never changes what it was given.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from muctieu.errors import Language, ValueInvalid
from muctieu.forecast import Series as NumberSeries
from muctieu.observations import Gap, Gathering, Observations, Point, Series, on_geography
from muctieu.places import Places
from muctieu.scoreboard.target import Direction, Target
from muctieu.values.dated import Held


class Indicator(NamedTuple):
    """What is measured. `additive`: parts of a year sum to the year; `lower`, `upper`: what a value can be.

    `gathering` is how the figures of several places become one; None where that cannot be said.
    """

    code: str
    name: str
    unit: str
    name_en: str = ""
    direction: Direction | None = None
    additive: bool = False
    lower: Decimal | None = None
    upper: Decimal | None = None
    gathering: Gathering | None = None


class Place(NamedTuple):
    """An administrative unit; `parent` is the code of the one above, `weight` what it counts in a roll-up of places.

    `kind` is `phường`, `xã` and so on; `start` (included) and `end` (excluded) its days, None where it always was or still is.
    """

    code: str
    name: str
    name_en: str = ""
    parent: str = ""
    weight: Decimal = Decimal(1)
    kind: str = ""
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True)
class Register:
    """All that is known, with the day on which it became known. `history`: what became of the places; None where nothing did."""

    name: str
    indicators: dict[str, Indicator]
    targets: tuple[Target, ...]
    observations: Observations
    places: dict[str, Place]
    history: Places | None = None

    def series(self, indicator: str, place: str, as_of: date) -> Series:
        """What was known on a day of an indicator in a place, on the bounds that the place has that day."""
        known = self.indicators[indicator]
        gaps: tuple[Gap, ...] = ()
        if self.history and place in self.history.units and self._moved:
            points, gaps = on_geography(self.observations, self.history, indicator, place, as_of, known.gathering)
        else:
            points = tuple(Point.of(one) for one in self.observations.known(indicator, place, as_of))
        return Series(points, known.additive, known.lower, known.upper, gaps)

    @cached_property
    def _moved(self) -> bool:
        """Did any unit's bounds ever change?"""
        return bool(self.history and any(event.flows for event in self.history.events))

    def place_name(self, code: str, day: date, language: Language = "vi") -> str:
        """What a place is called on a day; its code where the register does not name it."""
        place = self.places.get(code)
        if place is None:
            return code
        naming = self.history.naming(code, day) if self.history else None
        if isinstance(naming, Held) and naming.value.name != place.name:
            return naming.value.name
        return place.name if language == "vi" else place.name_en or place.name

    @property
    def latest_day(self) -> date:
        """The day on which the newest figure became known; raises ValueInvalid where there is none."""
        latest = self.observations.latest_day()
        if latest is None:
            raise ValueInvalid(
                place=self.name, value="observations", reason_vi="sổ chưa có số liệu nào; hãy ghi rõ ngày xét.",
                reason_en="the register holds no observation; give the day to look at.",
            )  # fmt: skip
        return latest

    def annual_series(self, indicators: Collection[str] = (), places: Collection[str] = ()) -> Iterator[NumberSeries]:
        """Each series of whole years as numbers, as entered, for a backtest; of some indicators and places, or (none named) of all."""
        for indicator, place in self.observations.series():
            if (indicators and indicator not in indicators) or (places and place not in places):
                continue
            known = self.indicators[indicator]
            entered = tuple(Point.of(one) for one in self.observations.known(indicator, place, date.max))
            series = Series(entered, known.additive, known.lower, known.upper).comparable()
            years = [point for point in series.points if point.months == 12]
            if len(years) > 1:
                bounds = (None if bound is None else float(bound) for bound in (series.lower, series.upper))
                yield NumberSeries([point.year for point in years], [float(point.value) for point in years], *bounds)
