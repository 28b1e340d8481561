"""What keeping each list of the register has in common: a row that is new, changed or the same; a row that nothing hangs on is removed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal, NamedTuple

from django.db import models

from muctieu_web.access import Actor, NotThere
from muctieu_web.actions.given import Given
from muctieu_web.actions.writing import plain_fields, record
from muctieu_web.store.models import Change

Fate = Literal["new", "changed", "same"]


class Kept(NamedTuple):
    """The code of the row, and what became of it."""

    code: str
    fate: Fate


def existing(model: type[models.Model], code: str | None, *, vi: str, en: str) -> Any:
    """The row with this code, held for writing; a fresh one where `code` is None. Raises `NotThere`."""
    if code is None:
        return model()
    row = model._default_manager.select_for_update().filter(code=code).first()
    if row is None:
        raise NotThere(noun_vi=vi, noun_en=en, key=code)
    return row


def code_of_new(given: Given, model: type[models.Model], field: str = "code") -> str:
    """The code of a row to be, which no other may have."""
    code = given.code(field)
    if code and model._default_manager.filter(code=code).exists():
        given.fault(field, f"Mã «{code}» đã có; hãy chọn mã khác.", f"The code “{code}” is taken; choose another.")
    return code


def needs_reason(given: Given, row: models.Model, reason: str) -> None:
    """An edit of what is already there says why."""
    if row.pk and not reason.strip():
        given.fault("reason", "Hãy ghi lý do sửa.", "Write why it is changed.")


def put(row: Any, values: Mapping[str, Any], *, actor: Actor, now: datetime, noun: str, reason: str) -> Kept:
    """Writes the values into the row and the history, unless nothing differs."""
    before = plain_fields(row) if row.pk else None
    for name, value in values.items():
        setattr(row, name, value)
    if before is not None and plain_fields(row) == before:
        return Kept(row.code, "same")
    row.save()
    fate: Fate = "new" if before is None else "changed"
    action = f"{'add' if before is None else 'change'}_{noun}"
    record(actor=actor, now=now, action=action, row=row, before=before, reason=reason.strip())
    return Kept(row.code, fate)


def record_removal(*, actor: Actor, now: datetime, action: str, row: models.Model, reason: str, **more: Any) -> None:
    """Enters in the history all that the row held (and `more`), before it is taken out."""
    Change.objects.create(
        at=now, person_id=actor.id, who=actor.name, action=action, noun=row._meta.model_name or "", key=str(row.pk),
        label=str(row)[:300], before={**plain_fields(row), **more}, after={}, reason=reason.strip(),
    )  # fmt: skip
