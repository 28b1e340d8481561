"""Accounts as the administrator keeps them: made, changed, closed, reset. An account is never deleted, since the history names it."""

from __future__ import annotations

import re
from datetime import datetime

from django.db.models import Model
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from muctieu_web.access import SYSTEM, Actor, Forbidden, NotThere, Permission, Refused, permit
from muctieu_web.actions.passwords import check_strength, link_of
from muctieu_web.actions.writing import found, one_write, plain_fields, record
from muctieu_web.store.models import Organisation, Person, Role

NAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,59}")


def add_person(
    *, actor: Actor, now: datetime, username: str, full_name: str = "", role: str = "viewer", organisation: str = ""
) -> tuple[int, str]:
    """A new account; its id and the link by which its owner sets a password."""
    permit(actor, Permission.KEEP_PEOPLE)
    with one_write():
        person = _new(username, full_name, role, organisation)
        person.set_unusable_password()
        person.save()
        record(actor=actor, now=now, action="add_person", row=person)
    return person.pk, link_of(person)


def add_first_person(*, now: datetime, username: str, full_name: str, password: str) -> int:
    """The first administrator, while there is no account at all. Raises `Forbidden` when there is one."""
    with one_write():
        if Person.objects.exists():
            raise Forbidden(deed_vi="tạo người quản trị đầu tiên nữa", deed_en="make the first administrator again")
        person = _new(username, full_name, "administrator", "")
        check_strength(password, person)
        person.set_password(password)
        person.save()
        record(actor=SYSTEM, now=now, action="add_person", row=person)
    return person.pk


def change_person(
    *, actor: Actor, now: datetime, person_id: int, full_name: str, role: str, organisation: str, is_active: bool
) -> None:
    """Name, role, organisation; closes or reopens. The last open administrator stays one."""
    permit(actor, Permission.KEEP_PEOPLE)
    with one_write():
        administrators = set(_administrators())
        person = found(Person, person_id, vi="tài khoản", en="account", lock=True)
        before = plain_fields(person)
        person.full_name, person.role, person.is_active = full_name.strip(), _role(role), is_active
        person.organisation = _organisation(organisation, role)
        if administrators == {person.pk} and (role != Role.ADMINISTRATOR or not is_active):
            raise Refused(
                field="role",
                reason_vi="Đây là người quản trị cuối cùng; hãy giao quyền quản trị cho người khác trước.",
                reason_en="This is the last administrator; make somebody else one first.",
            )
        person.save()
        record(actor=actor, now=now, action="change_person", row=person, before=before)


def reset_password(*, actor: Actor, now: datetime, person_id: int) -> str:
    """Makes the password void and ends the person's sessions; gives a link to set a new one."""
    permit(actor, Permission.KEEP_PEOPLE)
    with one_write():
        person = found(Person, person_id, vi="tài khoản", en="account", lock=True)
        before = plain_fields(person)
        person.set_unusable_password()
        person.save(update_fields=["password"])
        record(actor=actor, now=now, action="reset_password", row=person, before=before)
    return link_of(person)


def reset_second_factor(*, actor: Actor, now: datetime, person_id: int) -> None:
    """Takes a lost second factor off the account."""
    permit(actor, Permission.KEEP_PEOPLE)
    with one_write():
        person = found(Person, person_id, vi="tài khoản", en="account", lock=True)
        devices: tuple[type[Model], ...] = (TOTPDevice, StaticDevice)
        for device in devices:
            device._default_manager.filter(user=person).delete()
        record(actor=actor, now=now, action="reset_second_factor", row=person, before=plain_fields(person))


def _new(username: str, full_name: str, role: str, organisation: str) -> Person:
    name = username.strip().lower()
    if not NAME.fullmatch(name):
        raise Refused(
            field="username",
            reason_vi=f"«{name[:60]}» không dùng được làm tên đăng nhập; hãy dùng 2-60 chữ thường không dấu, chữ số, . _ -",
            reason_en=f"“{name[:60]}” cannot be an account name; use 2-60 plain small letters, digits, . _ -",
        )
    if Person.objects.filter(username=name).exists():
        raise Refused(
            field="username",
            reason_vi=f"Đã có tài khoản «{name}»; hãy chọn tên khác.",
            reason_en=f"There is already an account “{name}”; choose another name.",
        )
    return Person(
        username=name, full_name=full_name.strip(), role=_role(role), organisation=_organisation(organisation, role)
    )


def _role(role: str) -> str:
    if role not in Role.values:
        raise Refused(
            field="role",
            reason_vi=f"Không có vai trò «{role[:30]}»; hãy chọn một trong {', '.join(Role.values)}.",
            reason_en=f"There is no role “{role[:30]}”; choose one of {', '.join(Role.values)}.",
        )
    return role


def _organisation(code: str, role: str) -> Organisation | None:
    if code:
        row = Organisation.objects.filter(code=code).first()
        if row is None:
            raise NotThere(noun_vi="cơ quan", noun_en="organisation", key=code)
        return row
    if role == Role.REPORTER:
        raise Refused(
            field="organisation",
            reason_vi="Người báo cáo nhập số liệu của cơ quan mình; hãy chọn cơ quan.",
            reason_en="A reporter enters the figures of an organisation; choose it.",
        )
    return None


def _administrators() -> list[int]:
    """Ids of the open administrators, locked until the write is done."""
    rows = Person.objects.select_for_update().filter(role=Role.ADMINISTRATOR, is_active=True).order_by("pk")
    return [row.pk for row in rows]
