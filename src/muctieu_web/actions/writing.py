"""What every action does: one transaction, and an entry in the history for each row that it wrote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from django.db import models, transaction

from muctieu_web.access import Actor, NotThere
from muctieu_web.store.models import Change

Row = TypeVar("Row", bound=models.Model)
Fields = Mapping[str, Any]
SECRET = frozenset({"password", "digest", "last_login"})  # never in the history


@contextmanager
def one_write() -> Iterator[None]:
    """All or nothing. On SQLite the transaction takes its lock at once and waits up to 5 s for others (`settings/database.py`)."""
    with transaction.atomic():
        yield


def plain_fields(row: models.Model) -> dict[str, Any]:
    """The row's own columns as JSON holds them, without what is secret."""
    return {
        field.attname: _plain(getattr(row, field.attname))
        for field in row._meta.concrete_fields
        if field.editable and not field.primary_key and field.attname not in SECRET
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, (str, int, float, bool, list, dict)) or value is None:
        return value
    return str(value)


def record(
    *, actor: Actor, now: datetime, action: str, row: models.Model, before: Fields | None = None, reason: str = ""
) -> None:
    """Enters in the history what `action` made of the row: the fields that differ from `before` (None: it is new)."""
    change_of(actor=actor, now=now, action=action, row=row, before=before, reason=reason).save()


def change_of(
    *, actor: Actor, now: datetime, action: str, row: models.Model, before: Fields | None = None, reason: str = ""
) -> Change:
    """The entry that `record` makes, for who writes many at once."""
    after = plain_fields(row)
    old = dict(before or {})
    changed = {key for key in after if key not in old or old[key] != after[key]} if before is not None else set(after)
    return Change(
        at=now,
        person_id=actor.id,
        who=actor.name,
        action=action,
        noun=row._meta.model_name or "",
        key=str(row.pk),
        label=str(row)[:300],
        before={key: old.get(key) for key in sorted(changed)} if before is not None else {},
        after={key: after[key] for key in sorted(changed)},
        reason=reason,
    )


def found(model: type[Row], key: Any, *, vi: str, en: str, lock: bool = False) -> Row:
    """The row with this primary key, or `NotThere` in the words given."""
    rows = model._default_manager.select_for_update() if lock else model._default_manager
    try:
        return rows.get(pk=key)
    except (model.DoesNotExist, ValueError, TypeError) as error:  # type: ignore[attr-defined]
        raise NotThere(noun_vi=vi, noun_en=en, key=key) from error
