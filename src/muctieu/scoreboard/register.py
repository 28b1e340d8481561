"""A register on disk: indicators, targets, observations and places as plain tables.

Takes a folder of CSV files or one Excel workbook with sheets of the same names (the format:
docs/reference/so-dang-ky.md), gives a `Register`. Every figure is checked as it is read: a period that does not
exist, a target below its range, a series with two values for a day each get their sentence, with file, line and
column. Never changes a file, never fills a gap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, TypeVar, cast

from muctieu.errors import ValueInvalid
from muctieu.forecast import Series as NumberSeries
from muctieu.scoreboard.series import Point, Series
from muctieu.scoreboard.tables import Line, read_tables
from muctieu.scoreboard.target import Cadence, Comparator, Direction, Target
from muctieu.values.period import Period

STATUSES = ("official", "preliminary", "estimated")


class Indicator(NamedTuple):
    """What is measured. `additive`: parts of a year sum to the year; `lower`, `upper`: what a value can be."""

    code: str
    name: str
    unit: str
    name_en: str = ""
    direction: Direction | None = None
    additive: bool = False
    lower: Decimal | None = None
    upper: Decimal | None = None


class Place(NamedTuple):
    """An administrative unit; `parent` is the code of the one above, `weight` what it counts in a roll-up of places."""

    code: str
    name: str
    name_en: str = ""
    parent: str = ""
    weight: Decimal = Decimal(1)


class Entry(NamedTuple):
    """One observation as entered: what it is of, its days, its value, since when it is known, where it comes from."""

    indicator: str
    place: str
    period: str
    first: date
    until: date
    value: Decimal
    status: str
    known: date
    source: str = ""
    note: str = ""

    @property
    def point(self) -> Point:
        """The entry as a point of a series."""
        return Point(self.period, self.first, self.until, self.value, self.status, self.source, self.note)


@dataclass(frozen=True)
class Register:
    """All that is known, with the day on which it became known."""

    name: str
    indicators: dict[str, Indicator]
    targets: tuple[Target, ...]
    entries: tuple[Entry, ...]
    places: dict[str, Place]

    @cached_property
    def _by_series(self) -> dict[tuple[str, str], list[Entry]]:
        groups: dict[tuple[str, str], list[Entry]] = {}
        for entry in sorted(self.entries, key=lambda entry: (entry.until, entry.first, entry.known)):
            groups.setdefault((entry.indicator, entry.place), []).append(entry)
        return groups

    def series(self, indicator: str, place: str, as_of: date) -> Series:
        """What was known on a day of an indicator in a place: of each period the last figure entered by then."""
        points: dict[tuple[date, date], Point] = {}
        for entry in self._by_series.get((indicator, place), []):
            if entry.known <= as_of:
                points[entry.first, entry.until] = entry.point
        known = self.indicators[indicator]
        return Series(tuple(points.values()), known.additive, known.lower, known.upper)

    @property
    def latest_day(self) -> date:
        """The day on which the newest figure became known; raises ValueInvalid where there is none."""
        if not self.entries:
            raise ValueInvalid(
                place=self.name, value="observations", reason_vi="sổ chưa có số liệu nào; hãy ghi rõ ngày xét.",
                reason_en="the register holds no observation; give the day to look at.",
            )  # fmt: skip
        return max(entry.known for entry in self.entries)

    def annual_series(self) -> Iterator[NumberSeries]:
        """Each series of whole years as numbers, for a backtest."""
        for indicator, place in self._by_series:
            series = self.series(indicator, place, date.max).comparable()
            years = [point for point in series.points if point.months == 12]
            if len(years) > 1:
                bounds = (None if bound is None else float(bound) for bound in (series.lower, series.upper))
                yield NumberSeries([point.year for point in years], [float(point.value) for point in years], *bounds)


def read_register(path: Path) -> Register:
    """The register in a folder of CSV files or an .xlsx workbook.

    Raises InputError and ValueInvalid, naming file and line.
    """
    tables = read_tables(path)
    indicators = _keyed([_indicator(line) for line in tables["indicators"]], tables["indicators"])
    places = _keyed([_place(line) for line in tables["places"]], tables["places"])
    targets = [_target(line, indicators, places) for line in tables["targets"]]
    _once([(target.id,) for target in targets], tables["targets"], "id")
    entries = [_entry(line, indicators, places) for line in tables["observations"]]
    keys = [(one.indicator, one.place, one.first, one.until, one.known) for one in entries]
    _once(keys, tables["observations"], "value")
    return Register(path.stem, indicators, tuple(targets), tuple(entries), places)


def _indicator(line: Line) -> Indicator:
    return Indicator(
        line.text("code", needed=True), line.text("name", needed=True), line.text("unit", needed=True), line.text("name_en"),
        cast("Direction | None", line.choice("direction", ("up", "down"))), line.yes("additive"), line.number("lower"),
        line.number("upper"),
    )  # fmt: skip


def _place(line: Line) -> Place:
    weight = line.number("weight")
    if weight is not None and weight <= 0:
        raise line.invalid("weight", "trọng số phải lớn hơn 0.", "a weight must be above 0.")
    return Place(
        line.text("code", needed=True), line.text("name", needed=True), line.text("name_en"), line.text("parent"),
        Decimal(1) if weight is None else weight,
    )  # fmt: skip


def _target(line: Line, indicators: dict[str, Indicator], places: dict[str, Place]) -> Target:
    indicator = _known(line, "indicator", indicators)
    comparator = line.choice("comparator", ("eq", "ge", "le", "approx", "between")) or "eq"
    weight = line.number("weight")
    try:
        return Target(
            id=line.text("id", needed=True),
            indicator=indicator.code,
            name=line.text("name") or indicator.name,
            unit=line.text("unit") or indicator.unit,
            comparator=cast(Comparator, comparator),
            value=line.number("value"),
            value_to=line.number("value_to"),
            horizon=line.year("horizon"),
            start=line.year("start"),
            cadence=cast(Cadence, line.choice("cadence", ("end", "annual", "average")) or "end"),
            direction=_direction(line, indicator, comparator),
            group=line.text("group"),
            organisation=line.text("organisation"),
            place=_place_of(line, places),
            baseline=line.number("baseline"),
            weight=Decimal(1) if weight is None else weight,
            name_en=line.text("name_en") or indicator.name_en,
            source=line.text("source"),
            note=line.text("note"),
        )
    except ValueInvalid as error:
        if "reason_vi" in error.facts and not str(error.facts["place"]).startswith(line.place):
            raise ValueInvalid(**{**error.facts, "place": f"{line.place}, {error.facts['place']}"}) from error
        raise


def _direction(line: Line, indicator: Indicator, comparator: str) -> Direction | None:
    """The target's own direction; of a range only if the target itself gives one, else that of the indicator."""
    own = cast("Direction | None", line.choice("direction", ("up", "down")))
    return own if own or comparator == "between" else indicator.direction


def _entry(line: Line, indicators: dict[str, Indicator], places: dict[str, Place]) -> Entry:
    indicator = _known(line, "indicator", indicators)
    unit = line.text("unit")
    if unit and unit != indicator.unit:
        raise line.invalid(
            "unit", f"chỉ tiêu {indicator.code} tính bằng «{indicator.unit}»; hãy quy đổi trước khi ghi.",
            f"{indicator.code} is counted in “{indicator.unit}”; convert the figure first.",
        )  # fmt: skip
    period = line.text("period", needed=True)
    try:
        parsed = Period.parse(period)
        days = parsed.first_day, parsed.day_after
    except ValueInvalid as error:
        raise line.invalid("period", str(error.facts["reason_vi"]), str(error.facts["reason_en"])) from error
    except OverflowError as error:
        raise line.invalid("period", "năm quá lớn.", "the year is too large.") from error
    value = line.number("value")
    if value is None:
        raise line.invalid(
            "value", "còn trống; hãy bỏ dòng này nếu chưa có số liệu.", "it is empty; drop the line instead."
        )
    status = line.choice("status", STATUSES) or "official"
    known = line.day("known") or days[1]
    return Entry(
        indicator.code,
        _place_of(line, places),
        period,
        *days,
        value,
        status,
        known,
        line.text("source"),
        line.text("note"),
    )


def _place_of(line: Line, places: dict[str, Place]) -> str:
    code = line.text("place")
    if code and places and code not in places:
        raise line.invalid("place", "không có trong bảng places.", "it is not in the table places.")
    return code


def _known(line: Line, column: str, indicators: dict[str, Indicator]) -> Indicator:
    code = line.text(column, needed=True)
    if code not in indicators:
        raise line.invalid(column, "không có trong bảng indicators.", "it is not in the table indicators.")
    return indicators[code]


Keyed = TypeVar("Keyed", Indicator, Place)


def _keyed(rows: list[Keyed], lines: list[Line]) -> dict[str, Keyed]:
    _once([(row.code,) for row in rows], lines, "code")
    return {row.code: row for row in rows}


def _once(keys: Sequence[tuple[object, ...]], lines: list[Line], column: str) -> None:
    seen: dict[tuple[object, ...], Line] = {}
    for key, line in zip(keys, lines, strict=True):
        if key in seen:
            raise line.invalid(
                column,
                f"trùng với {seen[key].place}; hãy giữ một giá trị.",
                f"the same stands in {seen[key].place}; keep one.",
            )
        seen[key] = line
