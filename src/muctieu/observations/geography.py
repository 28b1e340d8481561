"""A place's series on its own bounds of a day, over mergers, splits and transfers.

Takes what is known of an indicator in all places, the history of places and how figures are gathered; gives points, each
with what it was gathered from, and gaps that say why there is none. A place's own figure stands where its bounds then are
those asked for. Never uses a weight that no act gives.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from muctieu.errors import Language
from muctieu.observations.ledger import Observations
from muctieu.observations.observation import Observation
from muctieu.observations.series import Point
from muctieu.places.convert import Converted, NotConvertible, convert
from muctieu.places.epochs import day_of_bounds
from muctieu.places.history import Places, Version
from muctieu.values.dated import Ended, NotYet
from muctieu.values.period import Period

BASES: dict[str, tuple[str, str]] = {
    "population": ("dân số", "population"),
    "households": ("số hộ", "households"),
    "area": ("diện tích", "area"),
}
"""What bases are called in Vietnamese and English; a base of another name is called by that name."""


class Gathering(NamedTuple):
    """How the figures of several units become one: summed, or their mean weighted by a base (`population`)."""

    way: Literal["sum", "mean"]
    base: str = "population"


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a figure was gathered from: units by name with the share each was taken at (of a mean its weight).

    `on_weights` (0 to 1) is the share of the figure that rests on weights. `old_bounds` is the day until which the unit had
    the bounds that the figure is for, where it could not be brought to the bounds asked for; else None.
    """

    parts: tuple[tuple[str, Fraction], ...]
    on_weights: Fraction
    base: str
    old_bounds: date | None = None

    def sentence(self, language: Language = "vi") -> str:
        """The same in one sentence for a person."""
        vi = language == "vi"
        if self.old_bounds is not None:
            return (
                f"theo địa giới trước ngày {self.old_bounds:%d/%m/%Y}"
                if vi
                else f"on the bounds before {self.old_bounds}"
            )
        names = ", ".join(name if share == 1 else f"{name} ({_percent(share, vi)})" for name, share in self.parts)
        if not self.on_weights:
            return f"tính từ {names}" if vi else f"from {names}"
        share, base = _percent(self.on_weights, vi), BASES.get(self.base, (self.base, self.base))
        return (
            f"tính từ {names}; {share} dựa vào trọng số theo {base[0]}"
            if vi
            else f"from {names}; {share} rests on weights by {base[1]}"
        )


def _percent(share: Fraction, vi: bool) -> str:
    words = f"{float(share * 100):.1f}".removesuffix(".0") + "%"
    return words.replace(".", ",") if vi else words


class Gap(NamedTuple):
    """A period for which some of the figures needed are there, and why they do not make one."""

    period: Period
    why: NotConvertible


def on_geography(
    observations: Observations, places: Places, indicator: str, place: str, as_of: date, gathering: Gathering | None
) -> tuple[tuple[Point, ...], tuple[Gap, ...]]:
    """The series of `place` on its bounds of the day `as_of` (its last bounds where it ended, its first where it is to come).

    Without a `gathering` the place's own figures are taken alone, and a period on other bounds is a gap that says so.
    """
    known: dict[tuple[date, date], dict[str, Observation]] = defaultdict(dict)
    for unit in sorted(places.bearing_on(place)):
        for one in observations.known(indicator, unit, as_of):
            known[one.until, one.first][unit] = one
    on = day_of_bounds(places, place, as_of)
    points: list[Point] = []
    gaps: list[Gap] = []
    for days in sorted(known):
        point, gap = _one(places, known[days], place, on, gathering)
        points += [point] if point else []
        gaps += [gap] if gap else []
    return tuple(points), tuple(gaps)


def _one(
    places: Places, known: dict[str, Observation], place: str, on: date, gathering: Gathering | None
) -> tuple[Point | None, Gap | None]:
    own, period = known.get(place), next(iter(known.values())).period
    bounds = places.version(place, on)
    if own and isinstance(bounds, Version) and bounds.covers(period.last_day):
        return Point.of(own), None
    there = {unit: one for unit, one in known.items() if isinstance(places.version(unit, period.last_day), Version)}
    values = {unit: one.value for unit, one in there.items()}
    found: Converted | NotConvertible
    if gathering is None:
        found = _no_way(period)
    else:
        found = convert(places, values, period, place, on, base=gathering.base, rate=gathering.way == "mean")
    if gathering and isinstance(found, Converted):
        return _point(places, there, period, found, gathering), None
    if own and place in there:
        then = places.version(place, period.last_day)
        ended = then.end if isinstance(then, Version) else None
        return Point.of(own, Gathered(((own.place, Fraction(1)),), Fraction(0), "", ended)), None
    return None, Gap(period, found) if isinstance(found, NotConvertible) and found.partly else None


def _no_way(period: Period) -> NotConvertible:
    return NotConvertible(
        f"{period.vietnamese()}: chưa rõ số liệu của nhiều địa bàn gộp lại thế nào; hãy ghi cột over_places của chỉ tiêu.",
        f"{period.english()}: it is not said how figures of several places become one; fill in over_places of the indicator.",
        partly=True,
    )


def _point(
    places: Places, there: dict[str, Observation], period: Period, found: Converted, gathering: Gathering
) -> Point:
    used = [there[unit] for unit, _ in found.parts]
    status = min(used, key=lambda one: one.rank).status
    names = tuple((_name(places, unit, period.last_day), share) for unit, share in found.parts)
    gathered = Gathered(names, found.on_weights, gathering.base)
    value = found.value if found.exact_decimal else _rounded(found.value, [one.value for one in used])
    return Point(str(period), period.first_day, period.day_after, value, status, gathered=gathered)


def _name(places: Places, unit: str, day: date) -> str:
    naming = places.naming(unit, day)
    return places.unit(unit).name if isinstance(naming, (NotYet, Ended)) else naming.value.name


def _rounded(value: Decimal, parts: list[Decimal]) -> Decimal:
    """One digit more than the finest of the figures that it comes from."""
    finest = min(int(part.as_tuple().exponent) for part in parts)
    return value.quantize(Decimal(1).scaleb(min(finest, 0) - 1))
