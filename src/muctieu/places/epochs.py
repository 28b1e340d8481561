"""Between which days all bounds stay as they are: the history of places → spans of days, and what each place rests on in each.

Takes places and the day whose bounds are asked for; gives, for each place and span, the units whose figures make its own. Takes
no figures. Never uses a weight that no act gives: a share or size that is not known is None.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Literal, NamedTuple

from muctieu.places.convert import shares_of
from muctieu.places.history import Places, Version
from muctieu.places.overlap import Unlinked
from muctieu.values.dated import Ended, NotYet


class Need(NamedTuple):
    """That a place's figure for a period whose last day lies in [since, until) takes the figure of `part`, at `share` of it when
    figures are summed, weighted by `size` when they are averaged. The place's own figure comes first where it had its bounds then,
    last where it had others, and never where it was not there."""

    place: str
    since: date
    until: date
    own: Literal["first", "last", "never"]
    part: str
    share: Fraction | None
    size: Fraction | None


def day_of_bounds(places: Places, place: str, on: date) -> date:
    """The day whose bounds a place is asked on: `on`, its last day where it ended before, its first where it is to come."""
    found = places.version(place, on)
    if isinstance(found, Ended):
        return found.on - timedelta(days=1)
    return found.since if isinstance(found, NotYet) else on


def needs(places: Places, on: date, base: str) -> Iterator[Need]:
    """What every place rests on in every span of days, with sizes by `base`; nothing where its own figures are all there is."""
    days = [date.min, *places.days_of_change(), date.max]
    for place in places.units:
        asked_on = day_of_bounds(places, place, on)
        asked = places.version(place, asked_on)
        if not isinstance(asked, Version):
            continue
        for since, until in pairwise(days):
            try:
                shared = shares_of(places, place, asked_on, since, base, own=False)
            except Unlinked:
                continue
            if asked.covers(since) and set(shared) == {place}:
                continue
            own = _own(places, place, asked, since)
            for part, overlap in shared.items():
                yield Need(place, since, until, own, part, overlap.share, overlap.size)


def _own(places: Places, place: str, asked: Version, day: date) -> Literal["first", "last", "never"]:
    if asked.covers(day):
        return "first"
    return "last" if isinstance(places.version(place, day), Version) else "never"
