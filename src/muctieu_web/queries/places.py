"""The events of places: those of one place, oldest first, for its timeline, and all of them. A fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet

from muctieu_web.access import Actor, Permission, permit
from muctieu_web.store.models import Place, PlaceEvent


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place by code and name."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class PartRow:
    """What passed: `shares` of the source by base; empty where all of it did."""

    source: PlaceName
    successor: PlaceName
    shares: tuple[tuple[str, Decimal], ...]


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event. `unit`, `name`, `level` of a renaming, a promotion, an end; `parts` of the others."""

    id: int
    kind: str
    day: date
    act: str
    note: str
    unit: PlaceName | None
    name: str
    level: str
    parts: tuple[PartRow, ...]


def events_of(*, actor: Actor, code: str) -> tuple[EventRow, ...]:
    """The events that this place took part in."""
    permit(actor, Permission.LOOK)
    mine = Q(unit__code=code) | Q(parts__source__code=code) | Q(parts__successor__code=code)
    found = _events(PlaceEvent.objects.filter(pk__in=PlaceEvent.objects.filter(mine).values("pk")))
    return tuple(replace(one, parts=_around(one.parts, code)) for one in found)


def _around(parts: tuple[PartRow, ...], code: str) -> tuple[PartRow, ...]:
    """Of an act over a whole district, the parts that this place came from or went to, and what else made them."""
    joined = {part.successor.code for part in parts if code in (part.source.code, part.successor.code)}
    return tuple(part for part in parts if part.successor.code in joined or part.source.code == code)


def every_event(*, actor: Actor) -> tuple[EventRow, ...]:
    """All events, the newest first."""
    permit(actor, Permission.LOOK)
    return tuple(reversed(_events(PlaceEvent.objects.all())))


def _events(rows: QuerySet[PlaceEvent]) -> tuple[EventRow, ...]:
    found = rows.select_related("unit").prefetch_related("parts__source", "parts__successor").order_by("day", "id")
    return tuple(
        EventRow(
            row.pk, row.kind, row.day, row.act, row.note, _named(row.unit) if row.unit else None, row.name, row.level,
            tuple(
                PartRow(_named(one.source), _named(one.successor), tuple((base, Decimal(share)) for base, share in one.shares.items()))
                for one in row.parts.all()
            ),
        )
        for row in found
    )  # fmt: skip


def _named(row: Place) -> PlaceName:
    return PlaceName(row.code, row.name)
