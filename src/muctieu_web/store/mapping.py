"""Rows of the store → values of the library. The only translator between the two; it decides nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any, cast

from muctieu import observations as accepted
from muctieu.observations import Gathering
from muctieu.places import Event, Flow, Naming, Places, Unit
from muctieu.scoreboard import register as library
from muctieu.scoreboard.target import Target as LibraryTarget
from muctieu.values.period import Period
from muctieu.values.span import Span
from muctieu_web.store.models import Indicator, Observation, Place, PlaceEvent, Target


def indicator_of(row: Indicator) -> library.Indicator:
    """An indicator by its code."""
    gathering = Gathering(cast(Any, row.gathering_way), row.gathering_base) if row.gathering_way else None
    return library.Indicator(
        row.code, row.name, row.unit, row.name_en, cast(Any, row.direction or None), row.additive, row.lower, row.upper,
        gathering,
    )  # fmt: skip


def place_of(row: Place) -> library.Place:
    """A place by its code, with the code of the one above."""
    parent = row.parent.code if row.parent else ""
    return library.Place(
        row.code, row.name, row.name_en, parent, row.weight, row.level, row.valid_from, row.valid_until
    )


def history_of(rows: Iterable[Place], events: Iterable[PlaceEvent]) -> Places | None:
    """What became of the places, or None where there are none. Raises ValueInvalid where events and places contradict each other."""
    units = [
        Unit(
            row.code, row.name, row.level, row.valid_from or date.min, "", row.parent.code if row.parent else "",
            row.valid_until, _numbers(row.sizes),
        )
        for row in rows
    ]  # fmt: skip
    return Places(units, [_event(row) for row in events]) if units else None


def _numbers(given: dict[str, str]) -> dict[str, Fraction]:
    return {base: Fraction(value) for base, value in given.items()}


def _event(row: PlaceEvent) -> Event:
    flows = tuple(Flow(part.source.code, part.successor.code, _numbers(part.shares)) for part in row.parts.all())
    unit = row.unit.code if row.unit else ""
    naming = Naming(row.name, row.level or (row.unit.level if row.unit else ""), "") if row.name else None
    return Event(cast(Any, row.kind), row.day, row.act, flows, unit, naming, row.note)


def target_of(row: Target) -> LibraryTarget:
    """A target, named by its code."""
    own = row.direction or None
    return LibraryTarget(
        id=row.code,
        indicator=row.indicator.code,
        name=row.name or row.indicator.name,
        unit=row.indicator.unit,
        comparator=cast(Any, row.comparator),
        value=row.value,
        value_to=row.value_to,
        horizon=row.horizon,
        start=row.base_year,
        cadence=cast(Any, row.cadence),
        direction=cast(Any, own if own or row.comparator == "between" else row.indicator.direction or None),
        group=row.group,
        organisation=row.organisation.name if row.organisation else "",
        place=row.place.code,
        baseline=row.baseline,
        weight=row.weight,
        name_en=row.indicator.name_en,
        source=row.source,
        note=row.note,
    )


def observation_of(row: Observation) -> accepted.Observation:
    """An observation with its source: the words of a report, or the person who entered it."""
    source: accepted.Source = accepted.Entered("", row.source)
    if row.version is not None:
        span = Span(row.start, row.end) if row.start is not None and row.end is not None else None
        source = accepted.FromReport(row.version.report.title, span, row.version.sha256)
    return accepted.Observation(
        row.indicator.code, row.place.code, Period.parse(row.period), row.value, row.known, cast(Any, row.status), source,
        row.note, row.withdrawn,
    )  # fmt: skip


def last_word_of_a_day(rows: Iterable[Observation]) -> list[accepted.Observation]:
    """The observations, of those of one figure and one day of knowing only the last recorded: a day has one word."""
    last: dict[tuple[int, int, date, date, date], Observation] = {}
    for row in rows:
        last[row.indicator_id, row.place_id, row.first, row.until, row.known] = row
    return [observation_of(row) for row in last.values()]
