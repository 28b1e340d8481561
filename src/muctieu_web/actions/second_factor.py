"""The second factor: a code of an app on the phone (TOTP, RFC 6238), and recovery codes of which only a hash is kept.

Failed codes are slowed down by django-otp: each doubles the wait before the next.
"""

from __future__ import annotations

import secrets
from datetime import datetime
from hashlib import sha256

from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from muctieu_web.access import Actor, Forbidden, Refused
from muctieu_web.actions.writing import found, one_write, plain_fields, record
from muctieu_web.store.models import Person

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
CODES, LENGTH = 10, 10


def begin_second_factor(*, actor: Actor) -> str:
    """The address (`otpauth://…`) that the app reads from a picture. Nothing is asked for until a code confirms it."""
    person = _own(actor)
    with one_write():
        device = TOTPDevice.objects.filter(user=person).order_by("-confirmed", "pk").first()
        if device is not None and device.confirmed:
            raise Refused(reason_vi="Xác thực hai bước đã bật.", reason_en="Two-step sign-in is on already.")
        if device is None:
            device = TOTPDevice.objects.create(user=person, name="app", confirmed=False)
    return str(device.config_url)


def confirm_second_factor(*, actor: Actor, now: datetime, code: str) -> list[str]:
    """Switches it on where the code is right; gives the recovery codes, for once."""
    person = _own(actor)
    device = TOTPDevice.objects.filter(user=person, confirmed=False).first()
    if device is None or not device.verify_token(_plain(code)):
        raise _wrong()
    with one_write():
        device.confirmed = True
        device.save()
        codes = _new_codes(person)
        record(actor=actor, now=now, action="switch_on_second_factor", row=person, before=plain_fields(person))
    return codes


def renew_codes(*, actor: Actor, now: datetime, password: str) -> list[str]:
    """New recovery codes; the old ones are void."""
    person = _own(actor)
    _check_password(person, password)
    with one_write():
        codes = _new_codes(person)
        record(actor=actor, now=now, action="renew_recovery_codes", row=person, before=plain_fields(person))
    return codes


def switch_off_second_factor(*, actor: Actor, now: datetime, password: str) -> None:
    """Takes it off; the password must be right."""
    person = _own(actor)
    _check_password(person, password)
    with one_write():
        TOTPDevice.objects.filter(user=person).delete()
        StaticDevice.objects.filter(user=person).delete()
        record(actor=actor, now=now, action="switch_off_second_factor", row=person, before=plain_fields(person))


def pass_second_factor(*, person_id: int, code: str) -> None:
    """Raises `Refused` unless the code is the app's or one of the recovery codes (which is then used up)."""
    for device in TOTPDevice.objects.filter(user_id=person_id, confirmed=True):
        if device.verify_token(_plain(code)):
            return
    for recovery in StaticDevice.objects.filter(user_id=person_id, confirmed=True):
        if recovery.verify_token(_kept(_plain(code))):
            return
    raise _wrong()


def _own(actor: Actor) -> Person:
    if not actor.is_known:
        raise Forbidden(deed_vi="đổi cách đăng nhập", deed_en="change how to sign in")
    return found(Person, actor.id, vi="tài khoản", en="account")


def _check_password(person: Person, password: str) -> None:
    if not person.check_password(password):
        raise Refused(field="password", reason_vi="Mật khẩu không đúng.", reason_en="The password is wrong.")


def _new_codes(person: Person) -> list[str]:
    StaticDevice.objects.filter(user=person).delete()
    device = StaticDevice.objects.create(user=person, name="recovery")
    codes = ["".join(secrets.choice(LETTERS) for _ in range(LENGTH)) for _ in range(CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=_kept(code)) for code in codes)
    return [f"{code[:5]}-{code[5:]}" for code in codes]


def _plain(code: str) -> str:
    return code.strip().lower().replace("-", "").replace(" ", "")


def _kept(code: str) -> str:
    """What is kept of a recovery code: 16 characters of its hash (a code has 49 random bits)."""
    return sha256(code.encode()).hexdigest()[:16]


def _wrong() -> Refused:
    return Refused(
        field="code",
        reason_vi="Mã không đúng hoặc đã dùng; hãy chờ mã mới rồi thử lại.",
        reason_en="The code is wrong or was used; wait for the next one and try again.",
    )
