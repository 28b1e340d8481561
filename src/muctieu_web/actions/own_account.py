"""What a person changes of the own account: the name."""

from __future__ import annotations

from datetime import datetime

from muctieu_web.access import Actor, Forbidden, Refused
from muctieu_web.actions.writing import found, one_write, plain_fields, record
from muctieu_web.store.models import Person

LONGEST = 120


def change_own_name(*, actor: Actor, now: datetime, full_name: str) -> None:
    """The name that others see."""
    if not actor.is_known:
        raise Forbidden(deed_vi="đổi tên", deed_en="change the name")
    name = full_name.strip()
    if len(name) > LONGEST:
        raise Refused(
            field="full_name",
            reason_vi=f"Tên dài {len(name)} ký tự; tối đa {LONGEST}.",
            reason_en=f"The name is {len(name)} characters long; at most {LONGEST}.",
        )
    with one_write():
        person = found(Person, actor.id, vi="tài khoản", en="account", lock=True)
        before = plain_fields(person)
        person.full_name = name
        person.save(update_fields=["full_name"])
        record(actor=actor, now=now, action="change_own_name", row=person, before=before)
