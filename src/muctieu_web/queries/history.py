"""The history of every write, newest first, a page at a time: a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from muctieu_web.access import Actor, Permission, permit
from muctieu_web.store.models import Change, Indicator, Organisation, Person, Place, Target

PER_PAGE = 50
NAMED: dict[str, tuple[type[Any], str]] = {
    "indicator_id": (Indicator, "name"),
    "place_id": (Place, "name"),
    "parent_id": (Place, "name"),
    "organisation_id": (Organisation, "name"),
    "person_id": (Person, "full_name"),
    "unit_id": (Place, "name"),
    "target_id": (Target, "code"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that differs; None where it was, or is, empty."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One write."""

    id: int
    at: datetime
    who: str
    action: str
    noun: str
    key: str
    label: str
    reason: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """`people`, `nouns` and `actions` are what can be filtered by."""

    rows: tuple[ChangeRow, ...]
    total: int
    page: int
    pages: int
    people: tuple[str, ...]
    nouns: tuple[str, ...]
    actions: tuple[str, ...]


def history_page(
    *,
    actor: Actor,
    who: str = "",
    noun: str = "",
    action: str = "",
    day: date | None = None,
    key: str = "",
    page: int = 1,
) -> HistoryPage:
    """The writes that fit every filter given. Raises `Forbidden`."""
    permit(actor, Permission.LOOK_HISTORY)
    every = Change.objects.all()
    rows = every
    for name, value in (("who", who), ("noun", noun), ("action", action), ("key", key)):
        rows = rows.filter(**{name: value}) if value else rows
    if day:
        start = timezone.make_aware(datetime.combine(day, time.min))
        rows = rows.filter(at__gte=start, at__lt=timezone.make_aware(datetime.combine(day, time.max)))
    total = rows.count()
    pages = max(1, -(-total // PER_PAGE))
    page = min(max(1, page), pages)
    found = _rows(rows[(page - 1) * PER_PAGE : page * PER_PAGE])
    return HistoryPage(found, total, page, pages, _each(every, "who"), _each(every, "noun"), _each(every, "action"))


def changes_of(*, actor: Actor, noun: str, key: str, most: int = 50) -> tuple[ChangeRow, ...]:
    """The latest writes of one row; none where the person may not see the history."""
    if not actor.is_known:
        return ()
    permit(actor, Permission.LOOK_HISTORY)
    return _rows(Change.objects.filter(noun=noun, key=key)[:most])


def _each(rows: QuerySet[Change], field: str) -> tuple[str, ...]:
    return tuple(sorted(one for one in rows.order_by().values_list(field, flat=True).distinct() if one))


def _rows(rows: QuerySet[Change]) -> tuple[ChangeRow, ...]:
    found = list(rows)
    names = _names(found)
    return tuple(
        ChangeRow(
            row.pk, row.at, row.who, row.action, row.noun, row.key, row.label, row.reason,
            tuple(_differences(row, names)),
        )
        for row in found
    )  # fmt: skip


def _names(rows: list[Change]) -> dict[tuple[str, Any], str]:
    """What the ids in the changed fields are called now: one query a model."""
    wanted: dict[str, set[Any]] = {}
    for row in rows:
        for fields in (row.before, row.after):
            for field in NAMED.keys() & fields.keys():
                wanted.setdefault(_list(row.noun, field), set()).add(fields[field])
    names: dict[tuple[str, Any], str] = {}
    for field, ids in wanted.items():
        model, column = (Organisation, "name") if field == "organisation_id" else NAMED[field]
        names |= {
            (field, key): name for key, name in model.objects.filter(pk__in=ids - {None}).values_list("pk", column)
        }
    return names


def _list(noun: str, field: str) -> str:
    return "organisation_id" if (noun, field) == ("organisation", "parent_id") else field


def _differences(row: Change, names: Mapping[tuple[str, Any], str]) -> Iterator[Difference]:
    for field in sorted(row.before.keys() | row.after.keys()):
        if field in ("folded", "recorded"):
            continue
        kind = _list(row.noun, field)
        old, new = (_called(names, kind, fields.get(field)) for fields in (row.before, row.after))
        if _shown(old) != _shown(new):
            yield Difference(field, _shown(old), _shown(new))


def _called(names: Mapping[tuple[str, Any], str], kind: str, value: Any) -> Any:
    """The name that an id stands for; other values as they are."""
    return names.get((kind, value), value) if isinstance(value, int) else value


def _shown(value: Any) -> Any:
    return None if value in ("", None, [], {}) else value
