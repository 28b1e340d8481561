"""Accounts as an administrator sees them, and one's own: frozen rows, a fixed number of queries, never a hash or a secret."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from muctieu_web.access import Actor, Forbidden, NotThere, Permission, permit
from muctieu_web.store.models import Organisation, Person, Role, Token

ROLES: tuple[str, ...] = tuple(Role.values)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One account. `organisation` is a name, `organisation_code` its code; `has_password` is false until its owner set one."""

    id: int
    username: str
    full_name: str
    role: str
    organisation: str
    organisation_code: str
    is_active: bool
    has_password: bool
    has_second_factor: bool
    last_seen: datetime | None


@dataclass(frozen=True, slots=True)
class TokenRow:
    """A token without the token."""

    id: int
    name: str
    may_write: bool
    created: datetime
    used: datetime | None
    expires: datetime | None
    is_over: bool


@dataclass(frozen=True, slots=True)
class OrganisationChoice:
    """An organisation to choose."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class OwnAccount:
    """What a person sees of the own account; `codes_left` counts unused recovery codes."""

    person: PersonRow
    tokens: tuple[TokenRow, ...]
    codes_left: int


def people(*, actor: Actor) -> tuple[PersonRow, ...]:
    """All accounts, the open ones first. Raises `Forbidden`."""
    permit(actor, Permission.KEEP_PEOPLE)
    return tuple(_row(one) for one in _persons().order_by("-is_active", "username"))


def person(*, actor: Actor, person_id: int) -> PersonRow:
    """One account. Raises `Forbidden`, `NotThere`."""
    permit(actor, Permission.KEEP_PEOPLE)
    return _one(person_id)


def organisations() -> tuple[OrganisationChoice, ...]:
    """All organisations by name."""
    return tuple(OrganisationChoice(code, name) for code, name in Organisation.objects.values_list("code", "name"))


def own_account(*, actor: Actor, now: datetime) -> OwnAccount:
    """One's own account with its tokens. Raises `Forbidden` for one who is not signed in."""
    if actor.id is None:
        raise Forbidden(deed_vi="xem tài khoản khi chưa đăng nhập", deed_en="see an account without signing in")
    tokens = Token.objects.filter(person_id=actor.id).order_by("-created", "-id")
    codes = StaticToken.objects.filter(device__user_id=actor.id).count()
    return OwnAccount(_one(actor.id), tuple(_token(one, now) for one in tokens), codes)


def asks_second_factor(person_id: int) -> bool:
    """Does this account's sign-in ask for a code?"""
    return TOTPDevice.objects.filter(user_id=person_id, confirmed=True).exists()


def is_nobody_there() -> bool:
    """Is there no account at all?"""
    return not Person.objects.exists()


def _persons() -> QuerySet[Person]:
    device = TOTPDevice.objects.filter(user_id=OuterRef("pk"), confirmed=True)
    return Person.objects.select_related("organisation").annotate(has_device=Exists(device))


def _one(person_id: int) -> PersonRow:
    row = _persons().filter(pk=person_id).first()
    if row is None:
        raise NotThere(noun_vi="tài khoản", noun_en="account", key=person_id)
    return _row(row)


def _row(row: Person) -> PersonRow:
    organisation = row.organisation
    return PersonRow(
        row.pk, row.username, row.full_name, row.role, organisation.name if organisation else "",
        organisation.code if organisation else "", row.is_active, row.has_usable_password(),
        bool(getattr(row, "has_device", False)), row.last_login,
    )  # fmt: skip


def _token(row: Token, now: datetime) -> TokenRow:
    over = row.expires is not None and row.expires <= now
    return TokenRow(row.pk, row.name, row.may_write, row.created, row.used, row.expires, over)
