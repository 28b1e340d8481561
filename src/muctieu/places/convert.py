"""Figures on one geography → a figure on another. Takes the figures of units for a period and a unit on a day, gives its figure.

Additive figures are summed, rates weighted by a named base. An answer says what share of it rests on weights; what cannot be
converted says why. A unit's figure for a period counts for the geography on the period's last day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Context, Decimal
from fractions import Fraction

from muctieu.places.history import Places, Version
from muctieu.places.overlap import Overlap, Unlinked, overlaps
from muctieu.values.dated import Ended, NotYet
from muctieu.values.period import Period

_DIGITS = Context(prec=28)


@dataclass(frozen=True, slots=True)
class Converted:
    """A figure on the asked geography. `on_weights` (0 to 1) is the share of it that rests on weights; `parts` is what each
    unit's figure was taken at (of a rate: its weight, summing to one)."""

    exact: Fraction
    on_weights: Fraction
    parts: tuple[tuple[str, Fraction], ...]

    @property
    def value(self) -> Decimal:
        """The figure, exact where a decimal of 28 digits can hold it."""
        return _DIGITS.divide(Decimal(self.exact.numerator), Decimal(self.exact.denominator))

    @property
    def exact_decimal(self) -> bool:
        """Does `value` hold the figure with nothing rounded?"""
        return Fraction(self.value) == self.exact


@dataclass(frozen=True, slots=True)
class NotConvertible:
    """Why there is no figure: a sentence in Vietnamese and in English. `partly`: some of the figures needed are there."""

    vi: str
    en: str
    partly: bool = False


class _Gap(Exception):
    def __init__(self, vi: str, en: str, partly: bool = False) -> None:
        self.why = NotConvertible(vi, en, partly)


def convert(
    places: Places,
    values: Mapping[str, Decimal],
    period: Period,
    unit: str,
    on: date,
    *,
    base: str = "population",
    rate: bool = False,
) -> Converted | NotConvertible:
    """The figure of a unit, on its geography of the day `on`, for a period, from the figures of units for that period.

    `values` are by unit id; `base` names the weights; `rate` says that figures are averaged, not summed. Units that do not bear
    on the answer may be among the values; one that has to and is missing makes the answer NotConvertible.
    Raises ValueInvalid for a unit that does not exist at all.
    """
    try:
        for known in values:
            _in_force(places, known, period)
        shared = shares_of(places, unit, on, period.last_day, base, own=unit in values)
        missing = [one for one in shared if one not in values]
        if missing:
            names = ", ".join(places.unit(one).name for one in missing)
            raise _Gap(
                f"{period.vietnamese()}: chưa có số liệu của {names}; hãy bổ sung.",
                f"{period.english()}: there is no figure of {names}; add it.",
                len(missing) < len(shared),
            )
        return _averaged(shared, values, base, places) if rate else _summed(shared, values, base, places)
    except _Gap as gap:
        return gap.why
    except Unlinked as unlinked:
        return NotConvertible(unlinked.vi, unlinked.en)


def _in_force(places: Places, unit: str, period: Period) -> None:
    why = out_of_force(places, unit, period)
    if why:
        raise _Gap(why.vi, why.en)


def out_of_force(places: Places, unit: str, period: Period) -> NotConvertible | None:
    """Why a unit can have no figure for a period: it had ended before the period was over, or began after it; None where it can."""
    version = places.version(unit, period.last_day)
    name = places.unit(unit).name
    if isinstance(version, Ended):
        return NotConvertible(
            f"{name} kết thúc ngày {version.on:%d/%m/%Y}, trước khi hết {period.vietnamese()}; hãy lấy số liệu của đơn vị kế tục.",
            f"{name} ended on {version.on}, before {period.english()} was over; take the figure of its successor.",
        )
    if isinstance(version, NotYet):
        return NotConvertible(
            f"{name} đến ngày {version.since:%d/%m/%Y} mới có, sau {period.vietnamese()}; hãy lấy số liệu của đơn vị trước đó.",
            f"{name} began on {version.since}, after {period.english()}; take the figures of its predecessors.",
        )
    return None


def shares_of(places: Places, unit: str, on: date, day: date, base: str, *, own: bool) -> dict[str, Overlap]:
    """The units in force on `day` that share ground with a unit on its geography of the day `on`, by id.

    `own`: is there a figure of the unit itself? Without one, those right below it stand for it. Raises where the unit has no
    geography on `on`, or no event leads from one day to the other.
    """
    asked = places.version(unit, on)
    if not isinstance(asked, Version):
        when, when_vi = (f"ended on {asked.on}", f"đã kết thúc ngày {asked.on:%d/%m/%Y}") if isinstance(asked, Ended) else (
            f"began only on {asked.since}", f"đến ngày {asked.since:%d/%m/%Y} mới có")  # fmt: skip
        name = places.unit(unit).name
        raise _Gap(
            f"{name} {when_vi}, nên không có địa bàn vào ngày {on:%d/%m/%Y}; hãy chọn ngày khác.",
            f"{name} {when}, so it has no geography on {on}; choose another day.",
        )
    if asked.covers(day) and (own or not places.below(unit, on)):
        return {unit: Overlap(Fraction(1), asked.size(base))}
    below = places.below(unit, on) if not asked.sources and not asked.targets else ()
    versions = [version for one in below if isinstance(version := places.version(one.id, on), Version)] or [asked]
    return {version.unit.id: overlap for version, overlap in overlaps(versions, day, base).items()}


def _no_weight(places: Places, unit: str, base: str) -> _Gap:
    name = places.unit(unit).name
    return _Gap(
        f"không có trọng số theo «{base}» cho phần của {name}; hãy bổ sung vào sự kiện hoặc chọn cơ sở khác.",
        f"there is no weight by “{base}” for the part of {name}; add it to the event or choose another base.",
        partly=True,
    )


def _summed(overlaps: dict[str, Overlap], values: Mapping[str, Decimal], base: str, places: Places) -> Converted:
    total = weighted = gross = Fraction(0)
    parts: list[tuple[str, Fraction]] = []
    for unit, overlap in overlaps.items():
        if overlap.share is None:
            raise _no_weight(places, unit, base)
        part = Fraction(values[unit]) * overlap.share
        total += part
        gross += abs(part)
        weighted += abs(part) if overlap.share != 1 else 0
        parts.append((unit, overlap.share))
    return Converted(total, weighted / gross if gross else Fraction(0), tuple(parts))


def _averaged(overlaps: dict[str, Overlap], values: Mapping[str, Decimal], base: str, places: Places) -> Converted:
    """The mean by size. One unit whole bears on itself; a mean of several, or of part of one, rests on weights wholly."""
    if len(overlaps) == 1:
        ((unit, only),) = overlaps.items()
        return Converted(Fraction(values[unit]), Fraction(0 if only.share == 1 else 1), ((unit, Fraction(1)),))
    sizes: dict[str, Fraction] = {}
    for unit, overlap in overlaps.items():
        if overlap.size is None:
            raise _no_weight(places, unit, base)
        sizes[unit] = overlap.size
    whole = sum(sizes.values(), Fraction(0))
    if not whole:
        raise _no_weight(places, next(iter(overlaps)), base)
    parts = tuple((unit, size / whole) for unit, size in sizes.items())
    return Converted(sum((Fraction(values[unit]) * weight for unit, weight in parts), Fraction(0)), Fraction(1), parts)
