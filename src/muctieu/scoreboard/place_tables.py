"""The places of a register: the lines of `places` and `place_events` → places by code, and their history.

A line of `place_events` is one flow: all of a unit, or the shares of it by a base (`share_population`) that pass to another on a
day by an act; or a rename, a promotion, an end. Every fault names file, line and column. Never guesses a share.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import cast

from muctieu.places import Event, Flow, Naming, Places, Unit
from muctieu.places.unit import EventKind
from muctieu.scoreboard.register import Place
from muctieu.scoreboard.tables import Line

KINDS: tuple[EventKind, ...] = ("merge", "split", "transfer", "rename", "promotion", "end")
NAMING = ("rename", "promotion")
SIZE, SHARE = "size_", "share_"


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A place with what it counts by each base when it takes part in an event (`population`: 12.345)."""

    place: Place
    sizes: Mapping[str, Fraction]


def place_of(line: Line) -> PlaceEntry:
    """A line of `places`."""
    weight = line.number("weight")
    if weight is not None and weight <= 0:
        raise line.invalid("weight", "trọng số phải lớn hơn 0.", "a weight must be above 0.")
    place = Place(
        line.text("code", needed=True), line.text("name", needed=True), line.text("name_en"), line.text("parent"),
        Decimal(1) if weight is None else weight, line.text("kind"), line.day("start"), line.day("end"),
    )  # fmt: skip
    return PlaceEntry(place, _numbers(line, SIZE))


def history_of(entries: Sequence[PlaceEntry], events: Sequence[Line], name: str) -> Places | None:
    """The history of the places, or None where there are none. Raises ValueInvalid where events and places contradict each other."""
    if not entries:
        return None
    units = [
        Unit(
            one.place.code, one.place.name, one.place.kind, one.place.start or date.min, "", one.place.parent,
            one.place.end, one.sizes,
        )
        for one in entries
    ]  # fmt: skip
    known = {unit.id: unit for unit in units}
    return Places(units, _events(events, known), name)


def _events(lines: Sequence[Line], units: Mapping[str, Unit]) -> list[Event]:
    """Flows of one kind, day and act are one event."""
    events: list[Event] = []
    flows: dict[tuple[EventKind, date, str], list[Flow]] = {}
    for line in lines:
        kind = _kind(line)
        day = line.day("date")
        if day is None:
            raise line.invalid("date", "ô này không được để trống.", "this cell must not be empty.")
        act = line.text("act", needed=True)
        unit = _unit(line, "from", units)
        if kind in NAMING:
            naming = Naming(line.text("name", needed=True), line.text("unit_kind") or unit.kind, unit.code)
            events.append(Event(kind, day, act, (), unit.id, naming, line.text("note")))
        elif kind == "end":
            events.append(Event(kind, day, act, (), unit.id, None, line.text("note")))
        else:
            flows.setdefault((kind, day, act), []).append(_flow(line, kind, unit, _unit(line, "to", units)))
    events += [Event(kind, day, act, tuple(found)) for (kind, day, act), found in flows.items()]
    return events


def _kind(line: Line) -> EventKind:
    kind = line.choice("kind", KINDS)
    if kind is None:
        raise line.invalid("kind", "ô này không được để trống.", "this cell must not be empty.")
    return cast(EventKind, kind)


def _unit(line: Line, column: str, units: Mapping[str, Unit]) -> Unit:
    code = line.text(column, needed=True)
    if code not in units:
        raise line.invalid(column, "không có trong bảng places.", "it is not in the table places.")
    return units[code]


def _flow(line: Line, kind: EventKind, source: Unit, target: Unit) -> Flow:
    shares = _numbers(line, SHARE)
    if kind == "merge" and shares:
        raise line.invalid(
            next(column for column in line.cells if column.startswith(SHARE) and line.text(column)),
            "nhập là toàn bộ đơn vị; hãy bỏ trống tỷ lệ, hoặc ghi kind là split hay transfer.",
            "a merger takes the whole unit; leave the share empty, or make it a split or a transfer.",
        )
    if kind != "merge" and not shares:
        raise line.invalid(
            SHARE + "population", "thiếu tỷ lệ của phần chuyển đi; hãy ghi như 0,25.",
            "the share that passes is missing; write 0.25, say.",
        )  # fmt: skip
    return Flow(source.id, target.id, shares)


def _numbers(line: Line, prefix: str) -> dict[str, Fraction]:
    """The numbers of the columns that begin with a prefix, by the rest of the column's name."""
    found: dict[str, Fraction] = {}
    for column in line.cells:
        value = line.number(column) if column.startswith(prefix) else None
        if value is None:
            continue
        if value < 0:
            raise line.invalid(column, "phải là số không âm.", "it must be at least 0.")
        found[column.removeprefix(prefix)] = Fraction(value)
    return found
