"""Passwords: by Django's rules, chosen by their owner alone. A new account or a reset gets a link that works once, for three days."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import ValidationError
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode

from muctieu_web.access import Actor, Forbidden, NotThere, Refused, actor_of
from muctieu_web.actions.writing import found, one_write, plain_fields, record
from muctieu_web.store.models import Person

WEAK = {
    "password_too_short": ("Mật khẩu ngắn quá; hãy đặt ít nhất 8 ký tự.", "The password is too short; use at least 8 characters."),
    "password_too_common": ("Mật khẩu này quá phổ biến; hãy chọn mật khẩu khác.", "This password is too common; choose another."),
    "password_too_similar": ("Mật khẩu giống tên tài khoản; hãy chọn mật khẩu khác.", "The password is too like the account’s."),
    "password_entirely_numeric": ("Mật khẩu chỉ có chữ số; hãy thêm chữ cái.", "The password has only digits; add letters."),
}  # fmt: skip


def check_strength(password: str, person: Person) -> None:
    """Raises `Refused` for a password that is too weak."""
    try:
        validate_password(password, person)
    except ValidationError as error:
        code = str(error.error_list[0].code)
        vi, en = WEAK.get(
            code, ("Mật khẩu yếu quá; hãy chọn mật khẩu khác.", "The password is too weak; choose another.")
        )
        raise Refused(field="password", reason_vi=vi, reason_en=en) from error


def link_of(person: Person) -> str:
    """The address where this person sets a password: works until it is used, three days at most."""
    return f"/account/set/{urlsafe_base64_encode(force_bytes(person.pk))}/{default_token_generator.make_token(person)}/"


def change_password(*, actor: Actor, now: datetime, old: str, new: str) -> None:
    """One's own password; the old one must be right."""
    if not actor.is_known:
        raise Forbidden(deed_vi="đổi mật khẩu", deed_en="change the password")
    with one_write():
        person = found(Person, actor.id, vi="tài khoản", en="account", lock=True)
        if not person.check_password(old):
            raise Refused(
                field="old", reason_vi="Mật khẩu hiện nay không đúng.", reason_en="The present password is wrong."
            )
        _set(person, new, actor, now, "change_password")


def person_of_link(*, key: str, token: str) -> str:
    """The account's name that a link is for. Raises `NotThere` for one that is used, too old or made up."""
    return _of_link(key, token).username


def set_password(*, key: str, token: str, now: datetime, password: str) -> str:
    """Sets the password of the account that the link is for; gives the account's name."""
    with one_write():
        person = _of_link(key, token, lock=True)
        _set(person, password, actor_of(person), now, "set_password")
    return person.username


def _of_link(key: str, token: str, *, lock: bool = False) -> Person:
    try:
        pk = int(urlsafe_base64_decode(key))
        person = found(Person, pk, vi="liên kết", en="link", lock=lock)
    except (ValueError, OverflowError, NotThere) as error:
        raise _stale() from error
    if not person.is_active or not default_token_generator.check_token(person, token):
        raise _stale()
    return person


def _stale() -> NotThere:
    return NotThere(
        noun_vi="liên kết đặt mật khẩu (hoặc liên kết đã dùng, đã quá ba ngày)",
        noun_en="link to set a password (or it was used, or is older than three days)",
        key="/account/set/…",
    )


def _set(person: Person, password: str, actor: Actor, now: datetime, action: str) -> None:
    check_strength(password, person)
    before = plain_fields(person)
    person.set_password(password)
    person.save(update_fields=["password"])
    record(actor=actor, now=now, action=action, row=person, before=before)
