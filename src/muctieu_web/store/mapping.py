"""Rows of the store → values of the library. The only translator between the two; it decides nothing."""

from __future__ import annotations

from typing import Any, cast

from muctieu.observations import Entered, FromReport, Source
from muctieu.observations import Observation as Accepted
from muctieu.scoreboard import register as library
from muctieu.scoreboard.target import Target as LibraryTarget
from muctieu.values.period import Period
from muctieu.values.span import Span
from muctieu_web.store.models import Indicator, Observation, Place, Target


def indicator_of(row: Indicator) -> library.Indicator:
    """An indicator by its code."""
    return library.Indicator(
        row.code,
        row.name,
        row.unit,
        row.name_en,
        cast(Any, row.direction or None),
        row.additive,
        row.lower,
        row.upper,
    )


def place_of(row: Place) -> library.Place:
    """A place by its code, with the code of the one above."""
    return library.Place(row.code, row.name, row.name_en, row.parent.code if row.parent else "", row.weight)


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


def observation_of(row: Observation) -> Accepted:
    """An observation with its source: the words of the report that it was accepted from, else what was entered."""
    return Accepted(
        row.indicator.code,
        row.place.code,
        Period.parse(row.period),
        row.value,
        row.known,
        cast(Any, row.status),
        _source(row),
        row.note,
        row.withdrawn,
    )


def _source(row: Observation) -> Source:
    if row.version is None:
        return Entered(reference=row.source)
    span = Span(row.start, row.end) if row.start is not None and row.end is not None else None
    return FromReport(row.source or row.version.report.title, span, row.version.sha256)
