"""What the store knows around some figures about to be entered: their indicators, places, events and series. A fixed number of queries.

Figures that are judged one after the other are added as they go, so that the second of a file sees the first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from muctieu.observations import History, Observation
from muctieu.places import Places
from muctieu_web.store import models
from muctieu_web.store.mapping import history_of, last_word_of_a_day

Days = tuple[date, date]


class Series:
    """The figures of one indicator in one place, by period: all that were entered, and the one that stands."""

    def __init__(self) -> None:
        self._entered: dict[Days, list[Observation]] = defaultdict(list)
        self._standing: dict[Days, Observation] = {}

    def add(self, one: Observation) -> None:
        """Enters a figure; of one day of knowing the last counts."""
        days = (one.until, one.first)
        kept = [other for other in self._entered[days] if other.known != one.known]
        self._entered[days] = [*kept, one]
        stands = History.of(self._entered[days]).as_of(date.max)
        if isinstance(stands, Observation):
            self._standing[days] = stands
        else:
            self._standing.pop(days, None)

    def has(self, one: Observation) -> bool:
        """Was this very figure entered already?"""
        return any(
            (other.known, other.value, other.status, other.withdrawn)
            == (one.known, one.value, one.status, one.withdrawn)
            for other in self._entered.get((one.until, one.first), ())
        )

    def of_period(self, one: Observation) -> Observation | None:
        """The figure that stands of the same period."""
        return self._standing.get((one.until, one.first))

    def standing(self) -> list[Observation]:
        """All figures that stand, in order of time."""
        return [self._standing[days] for days in sorted(self._standing)]


class Known:
    """Indicators and places by code, the history of places, and the series of each indicator in each place."""

    def __init__(self, indicators: Collection[str], places: Collection[str]) -> None:
        """Three queries and those of events; the series come by `load_series`."""
        self.indicators = {row.code: row for row in models.Indicator.objects.all() if row.code in indicators}
        every_place = list(models.Place.objects.select_related("parent").order_by("id"))
        self.places = {row.code: row for row in every_place if row.code in places}
        events = models.PlaceEvent.objects.select_related("unit").prefetch_related("parts__source", "parts__successor")
        self.history: Places | None = history_of(every_place, events)
        self.series: dict[tuple[str, str], Series] = defaultdict(Series)

    def load_series(self) -> Known:
        """The figures that the store holds of them: one query."""
        rows = models.Observation.objects.filter(
            indicator__code__in=list(self.indicators), place__code__in=list(self.places)
        ).order_by("known", "id")
        rows = rows.select_related("indicator", "place", "version__report")
        for one in last_word_of_a_day(rows.defer("version__text", "version__document", "version__targets_read")):
            self.series[one.indicator, one.place].add(one)
        return self
