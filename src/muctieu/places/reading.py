"""Places from a TOML file (the format: docs/reference/dia-ban.md). Takes a path, gives `Places`; every fault names file and entry."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path
from typing import cast

from muctieu.errors import FileDamaged, FileMissing, FileUnreadable
from muctieu.places.history import Places
from muctieu.places.unit import Event, EventKind, Flow, Naming, Unit, invalid

_KINDS = ("merge", "split", "transfer", "rename", "promotion", "end")
Entry = Mapping[str, object]


def read_places(path: Path) -> Places:
    """The places of a file. Raises InputError where it cannot be read, ValueInvalid where its entries cannot be."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8-sig"), parse_float=Decimal)
    except FileNotFoundError as error:
        raise FileMissing(name=str(path)) from error
    except OSError as error:
        raise FileUnreadable(name=str(path), reason=error.strerror or str(error)) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FileDamaged(name=str(path), kind="TOML", place=str(error)) from error
    units = [
        _unit(entry, f"{path.name}, unit {number}")
        for number, entry in enumerate(_entries(content, "unit", path.name), 1)
    ]
    known = {unit.id: unit for unit in units}
    events = [
        _event(entry, f"{path.name}, event {number}", known)
        for number, entry in enumerate(_entries(content, "event", path.name), 1)
    ]
    return Places(units, events, path.name)


def _entries(content: Entry, key: str, name: str) -> list[Entry]:
    found = content.get(key, [])
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise invalid(name, key, f"phải là các mục [[{key}]].", f"it must be entries [[{key}]].")
    return found


def _unit(entry: Entry, at: str) -> Unit:
    return Unit(
        id=_text(entry, "id", at, needed=True), name=_text(entry, "name", at, needed=True), kind=_text(entry, "kind", at, needed=True),
        start=_day(entry, "start", at), code=_text(entry, "code", at), parent=_text(entry, "parent", at),
        end=_day(entry, "end", at) if "end" in entry else None, sizes=_numbers(entry.get("sizes", {}), f"{at}, sizes"),
        note=_text(entry, "note", at),
    )  # fmt: skip


def _event(entry: Entry, at: str, units: Mapping[str, Unit]) -> Event:
    kind = _text(entry, "kind", at, needed=True)
    if kind not in _KINDS:
        words = ", ".join(_KINDS)
        raise invalid(f"{at}, kind", kind, f"phải là một trong: {words}.", f"it must be one of: {words}.")
    day, act, note = _day(entry, "date", at), _text(entry, "act", at, needed=True), _text(entry, "note", at)
    if kind in ("rename", "promotion", "end"):
        unit = _text(entry, "unit", at, needed=True)
        if unit not in units:
            raise invalid(
                f"{at}, unit", unit, "không có đơn vị này; hãy thêm vào bảng unit.", "there is no such unit; add it."
            )
        naming = None if kind == "end" else _naming(entry, at, units[unit])
        return Event(cast(EventKind, kind), day, act, (), unit, naming, note)
    flows = _flows(kind, entry, at)
    for unit in (end for flow in flows for end in (flow.source, flow.target)):
        if unit not in units:
            raise invalid(at, unit, "không có đơn vị này; hãy thêm vào bảng unit.", "there is no such unit; add it.")
    return Event(cast(EventKind, kind), day, act, flows, note=note)


def _naming(entry: Entry, at: str, unit: Unit) -> Naming:
    name = _text(entry, "name", at, needed=True)
    return Naming(name, _text(entry, "unit_kind", at) or unit.kind, _text(entry, "code", at) or unit.code)


def _flows(kind: str, entry: Entry, at: str) -> tuple[Flow, ...]:
    """Merge: several whole sources into one; split and transfer: one source, shares of it by base and target."""
    sources, targets = _names(entry, "from", at), _names(entry, "to", at)
    one_side, other = (targets, "to") if kind == "merge" else (sources, "from")
    if len(one_side) != 1:
        raise invalid(f"{at}, {other}", ", ".join(one_side), "phải là đúng một đơn vị.", "it must be exactly one unit.")
    if kind == "merge":
        return tuple(Flow(source, targets[0]) for source in sources)
    shares = entry.get("shares")
    if not isinstance(shares, dict) or not shares:
        raise invalid(f"{at}, shares", shares or "", "thiếu tỷ lệ theo cơ sở.", "the shares by a base are missing.")
    by_base = {base: _numbers(given, f"{at}, shares.{base}") for base, given in shares.items()}
    for base, given in by_base.items():
        if set(given) != set(targets):
            raise invalid(
                f"{at}, shares.{base}", ", ".join(given), "phải ghi tỷ lệ cho đúng các đơn vị nhận.",
                "give a share for each unit that receives, and no other.",
            )  # fmt: skip
    return tuple(
        Flow(sources[0], target, {base: given[target] for base, given in by_base.items()}) for target in targets
    )


def _text(entry: Entry, key: str, at: str, needed: bool = False) -> str:
    found = entry.get(key, "")
    if not isinstance(found, str) or (needed and not found.strip()):
        raise invalid(f"{at}, {key}", found, "phải là chữ và không được để trống.", "it must be words, and not empty.")
    return found.strip()


def _names(entry: Entry, key: str, at: str) -> list[str]:
    found = entry.get(key)
    names = [found] if isinstance(found, str) else found
    if not isinstance(names, list) or not names or not all(isinstance(one, str) for one in names):
        raise invalid(
            f"{at}, {key}",
            found or "",
            "phải là mã đơn vị hoặc danh sách mã.",
            "it must be a unit's id or a list of them.",
        )
    if len(set(names)) != len(names):
        raise invalid(f"{at}, {key}", ", ".join(names), "một đơn vị ghi hai lần.", "a unit is written twice.")
    return names


def _day(entry: Entry, key: str, at: str) -> date:
    found = entry.get(key)
    if isinstance(found, str):
        try:
            return date.fromisoformat(found)
        except ValueError:
            pass
    if not isinstance(found, date) or isinstance(found, datetime):
        raise invalid(
            f"{at}, {key}",
            found or "",
            "phải là ngày; hãy ghi như 2025-07-01.",
            "it must be a day; write 2025-07-01, say.",
        )
    return found


def _numbers(found: object, at: str) -> dict[str, Fraction]:
    if not isinstance(found, dict):
        raise invalid(at, found, "phải là bảng tên = số.", "it must be a table of name = number.")
    numbers: dict[str, Fraction] = {}
    for key, given in found.items():
        try:
            value = (
                Decimal(given)
                if isinstance(given, (int, str, Decimal)) and not isinstance(given, bool)
                else Decimal("NaN")
            )
        except InvalidOperation:
            value = Decimal("NaN")
        if not value.is_finite() or value < 0:
            raise invalid(
                f"{at}, {key}",
                given,
                "phải là số không âm; hãy ghi như 0.25.",
                "it must be a number of at least 0; write 0.25, say.",
            )
        numbers[key] = Fraction(value)
    return numbers
