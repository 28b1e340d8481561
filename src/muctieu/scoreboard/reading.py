"""A register on disk: a folder of CSV files or one Excel workbook with sheets of the same names → a `Register`.

The format: docs/reference/so-dang-ky.md. Every figure is checked as it is read: a period that does not exist, a target below
its range, a unit that ended before the period, two values for a day each get their sentence, with file, line and column.
Never changes a file, never fills a gap.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import TypeVar, cast

from muctieu.errors import ValueInvalid
from muctieu.observations import STATUSES, Entered, FromReport, Gathering, Observation, Observations, Source
from muctieu.observations.observation import Status
from muctieu.places import Places
from muctieu.places.convert import out_of_force
from muctieu.scoreboard.place_tables import history_of, place_of
from muctieu.scoreboard.register import Indicator, Place, Register
from muctieu.scoreboard.tables import Line, read_tables
from muctieu.scoreboard.target import Cadence, Comparator, Direction, Target
from muctieu.values.period import Period
from muctieu.values.span import Span

SHARES = ("%", "‰")


def read_register(path: Path) -> Register:
    """The register in a folder of CSV files or an .xlsx workbook.

    Raises InputError and ValueInvalid, naming file and line.
    """
    tables = read_tables(path)
    indicators = _keyed([_indicator(line) for line in tables["indicators"]], tables["indicators"])
    entries = [place_of(line) for line in tables["places"]]
    places = _keyed([entry.place for entry in entries], tables["places"])
    history = history_of(entries, tables["place_events"], "places")
    targets = [_target(line, indicators, places) for line in tables["targets"]]
    _once([(target.id,) for target in targets], tables["targets"], "id")
    observations = [_observation(line, indicators, places, history) for line in tables["observations"]]
    keys = [(one.indicator, one.place, one.first, one.until, one.known) for one in observations]
    _once(keys, tables["observations"], "value")
    return Register(path.stem, indicators, tuple(targets), Observations(observations), places, history)


def _indicator(line: Line) -> Indicator:
    additive, unit = line.yes("additive"), line.text("unit", needed=True)
    return Indicator(
        line.text("code", needed=True), line.text("name", needed=True), unit, line.text("name_en"),
        cast("Direction | None", line.choice("direction", ("up", "down"))), additive, line.number("lower"),
        line.number("upper"), _gathering(line, additive, unit),
    )  # fmt: skip


def _gathering(line: Line, additive: bool, unit: str) -> Gathering | None:
    """As said; else the parts of an additive indicator are summed, and of a share the mean is taken."""
    way = line.choice("over_places", ("sum", "mean", "none"))
    if way is None:
        way = "sum" if additive else "mean" if unit in SHARES else "none"
    base = line.text("base") or "population"
    if way == "sum":
        return Gathering("sum", base)
    return Gathering("mean", base) if way == "mean" else None


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
            place=_place_code(line, places),
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


def _observation(
    line: Line, indicators: dict[str, Indicator], places: dict[str, Place], history: Places | None
) -> Observation:
    indicator = _known(line, "indicator", indicators)
    unit = line.text("unit")
    if unit and unit != indicator.unit:
        raise line.invalid(
            "unit", f"chỉ tiêu {indicator.code} tính bằng «{indicator.unit}»; hãy quy đổi trước khi ghi.",
            f"{indicator.code} is counted in “{indicator.unit}”; convert the figure first.",
        )  # fmt: skip
    period, place = _period(line), _place_code(line, places)
    if history and place in history.units and (why := out_of_force(history, place, period)):
        raise line.invalid("place", why.vi, why.en)
    value, withdrawn = line.number("value"), line.yes("withdrawn")
    if value is None:
        raise line.invalid(
            "value", "còn trống; hãy bỏ dòng này nếu chưa có số liệu.", "it is empty; drop the line instead."
        )
    status = cast("Status | None", line.choice("status", STATUSES)) or "official"
    known = line.day("known") or period.day_after
    if known < period.first_day:
        raise line.invalid(
            "known", f"ngày biết số liệu trước khi {period.vietnamese()} bắt đầu; hãy sửa kỳ hoặc ngày biết.",
            f"the figure is known before {period.english()} began; correct the period or the day of knowing.",
        )  # fmt: skip
    return Observation(indicator.code, place, period, value, known, status, _source(line), line.text("note"), withdrawn)


def _period(line: Line) -> Period:
    try:
        period = Period.parse(line.text("period", needed=True))
        _ = period.day_after
    except ValueInvalid as error:
        raise line.invalid("period", str(error.facts["reason_vi"]), str(error.facts["reason_en"])) from error
    except OverflowError as error:
        raise line.invalid("period", "năm quá lớn.", "the year is too large.") from error
    return period


def _source(line: Line) -> Source:
    """A report with the words' place in it (`span`, as 1204-1219), or who entered it."""
    span = line.text("span")
    if not span:
        return Entered(line.text("entered_by"), line.text("source"))
    start, _, end = span.partition("-")
    if not (start.isdecimal() and end.isdecimal() and int(start) < int(end)):
        raise line.invalid(
            "span", "phải là vị trí đầu và cuối trong văn bản; hãy ghi như 1204-1219.",
            "it must be first and last place in the text; write 1204-1219, say.",
        )  # fmt: skip
    return FromReport(line.text("source", needed=True), Span(int(start), int(end)), line.text("sha256"))


def _place_code(line: Line, places: dict[str, Place]) -> str:
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
