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

from muctieu.places.history import Places, Version, moved_size, out_share
from muctieu.places.unit import Flow
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
        overlaps = _overlaps(places, unit, on, period, values, base)
        missing = [one for one in overlaps if one not in values]
        if missing:
            names = ", ".join(places.unit(one).name for one in missing)
            raise _Gap(
                f"{period.vietnamese()}: chưa có số liệu của {names}; hãy bổ sung.",
                f"{period.english()}: there is no figure of {names}; add it.",
                len(missing) < len(overlaps),
            )
        return _averaged(overlaps, values, base, places) if rate else _summed(overlaps, values, base, places)
    except _Gap as gap:
        return gap.why


@dataclass(slots=True)
class _Overlap:
    """What a unit in force shares with the asked one: the share of that unit's figure (None: no weight known), and its size by the base."""

    share: Fraction | None
    size: Fraction | None


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


def _overlaps(
    places: Places, unit: str, on: date, period: Period, values: Mapping[str, Decimal], base: str
) -> dict[str, _Overlap]:
    """The units in force on the period's last day that share ground with the asked one."""
    asked = places.version(unit, on)
    if not isinstance(asked, Version):
        when, when_vi = (f"ended on {asked.on}", f"đã kết thúc ngày {asked.on:%d/%m/%Y}") if isinstance(asked, Ended) else (
            f"began only on {asked.since}", f"đến ngày {asked.since:%d/%m/%Y} mới có")  # fmt: skip
        name = places.unit(unit).name
        raise _Gap(
            f"{name} {when_vi}, nên không có địa bàn vào ngày {on:%d/%m/%Y}; hãy chọn ngày khác.",
            f"{name} {when}, so it has no geography on {on}; choose another day.",
        )
    day = period.last_day
    if asked.covers(day) and (unit in values or not places.below(unit, on)):
        return {unit: _Overlap(Fraction(1), asked.size(base))}
    below = places.below(unit, on) if not asked.sources and not asked.targets else ()
    versions = [version for one in below if isinstance(version := places.version(one.id, on), Version)] or [asked]
    found: dict[str, _Overlap] = {}
    for version in versions:
        for other, share, size in _walk(version, day, base, len(versions) == 1):
            before = found.get(other.unit.id, _Overlap(Fraction(0), Fraction(0)))
            found[other.unit.id] = _Overlap(_plus(before.share, share), _plus(before.size, size))
    return found


def _plus(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one + other


def _times(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one * other


def _walk(asked: Version, day: date, base: str, alone: bool) -> list[tuple[Version, Fraction | None, Fraction | None]]:
    """Each version in force on the day that shares ground: the share of its figure that is the asked one's, and the size shared.

    `alone`: no other version is asked with it, so sizes need only be in proportion.
    """
    if asked.covers(day):
        return [(asked, Fraction(1), asked.size(base))]
    back = day < asked.start
    found: dict[Version, tuple[Fraction | None, Fraction | None]] = {}
    pending: list[tuple[Version, Fraction | None, Fraction | None]] = [(asked, Fraction(1), Fraction(1))]
    while pending:
        version, out, into = pending.pop()
        steps = version.sources if back else version.targets
        if not steps:
            raise _no_link(version, day, back)
        for other, flow in steps:
            passed = out_share(flow, base)
            if passed == 0:
                continue
            came = Fraction(1) if back else _in_share(version, flow, other, base)
            step = (other, _times(out, passed), _times(into, came))
            if other.covers(day):
                before = found.get(other, (Fraction(0), Fraction(0)))
                found[other] = _plus(before[0], step[1]), _plus(before[1], step[2])
            else:
                pending.append(step)
    if back:
        return [(other, out, _times(out, other.size(base))) for other, (out, _) in found.items()]
    size = asked.size(base)
    if size is None and alone:
        size = Fraction(1)
    return [(other, into, _times(out, size)) for other, (out, into) in found.items()]


def _in_share(source: Version, flow: Flow, target: Version, base: str) -> Fraction | None:
    """The share of the target that came from the source, by a base; None where the sizes are not known."""
    if len(target.sources) == 1:
        return Fraction(1)
    moved = moved_size(source, flow, base)
    total = target.size_gathered(base)
    return None if moved is None or not total else moved / total


def _no_link(version: Version, day: date, back: bool) -> _Gap:
    name = version.unit.name
    if back:
        return _Gap(
            f"không biết trước ngày {version.start:%d/%m/%Y} địa bàn {name} thuộc đơn vị nào; hãy ghi sự kiện thành lập.",
            f"it is not known to whom {name} belonged before {version.start}; enter the event that made it.",
        )
    return _Gap(
        f"không biết sau ngày {version.end:%d/%m/%Y} địa bàn {name} về đơn vị nào; hãy ghi sự kiện kết thúc.",
        f"it is not known where {name} went after {version.end}; enter the event that ended it.",
    )


def _no_weight(places: Places, unit: str, base: str) -> _Gap:
    name = places.unit(unit).name
    return _Gap(
        f"không có trọng số theo «{base}» cho phần của {name}; hãy bổ sung vào sự kiện hoặc chọn cơ sở khác.",
        f"there is no weight by “{base}” for the part of {name}; add it to the event or choose another base.",
        partly=True,
    )


def _summed(overlaps: dict[str, _Overlap], values: Mapping[str, Decimal], base: str, places: Places) -> Converted:
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


def _averaged(overlaps: dict[str, _Overlap], values: Mapping[str, Decimal], base: str, places: Places) -> Converted:
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
