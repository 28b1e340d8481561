"""Tokens of the API: made (shown once, only the hash is kept), presented, revoked. A token never may more than its person."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from muctieu_web.access import Actor, Forbidden, NotThere, Permission, Refused, actor_of, may, permit
from muctieu_web.actions.writing import found, one_write, record
from muctieu_web.store.models import Token

PREFIX = "muctieu_"
LONGEST_DAYS = 730
MARKED_EVERY = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who a token acts for, and whether it may write."""

    actor: Actor
    may_write: bool


def make_token(*, actor: Actor, now: datetime, name: str, may_write: bool, days: int) -> tuple[int, str]:
    """A new token that holds for so many days; its id, and the token itself, for the only time."""
    permit(actor, Permission.USE_TOKENS)
    if not actor.is_known:
        raise Forbidden(deed_vi="tạo khóa API cho chương trình", deed_en="make a token for a program")
    name = name.strip()
    if not name or len(name) > 80:
        raise Refused(
            field="name",
            reason_vi="Hãy đặt tên cho khóa (tối đa 80 ký tự), để biết chương trình nào dùng.",
            reason_en="Name the token (at most 80 characters), so that you know which program uses it.",
        )
    if not 1 <= days <= LONGEST_DAYS:
        raise Refused(
            field="days",
            reason_vi=f"Thời hạn {days} ngày không được; hãy chọn từ 1 đến {LONGEST_DAYS} ngày.",
            reason_en=f"It cannot hold for {days} days; choose 1 to {LONGEST_DAYS}.",
        )
    secret = PREFIX + secrets.token_urlsafe(32)
    with one_write():
        row = Token.objects.create(
            person_id=actor.id, name=name, digest=_digest(secret), may_write=may_write, created=now,
            expires=now + timedelta(days=days),
        )  # fmt: skip
        record(actor=actor, now=now, action="make_token", row=row)
    return row.pk, secret


def revoke_token(*, actor: Actor, now: datetime, token_id: int) -> None:
    """Ends a token of one's own (an administrator: anyone's). Raises `NotThere` for another's, as for one that is not there."""
    permit(actor, Permission.USE_TOKENS)
    with one_write():
        row = found(Token, token_id, vi="khóa API", en="API token", lock=True)
        if row.person_id != actor.id and not may(actor, Permission.KEEP_PEOPLE):
            raise NotThere(noun_vi="khóa API", noun_en="API token", key=token_id)
        record(actor=actor, now=now, action="revoke_token", row=row, before={})
        row.delete()


def holder_of(*, secret: str, now: datetime) -> Holder | None:
    """Who presents this token; None where it is unknown, expired, or its person's account is closed. Marks its use once an hour."""
    if not secret.startswith(PREFIX):
        return None
    row = Token.objects.select_related("person").filter(digest=_digest(secret)).first()
    if row is None or (row.expires is not None and row.expires <= now):
        return None
    actor = actor_of(row.person)
    if not actor.is_known:
        return None
    if row.used is None or now - row.used >= MARKED_EVERY:
        Token.objects.filter(pk=row.pk).update(used=now)
    return Holder(actor, row.may_write)


def _digest(secret: str) -> str:
    """The token has 256 random bits, so that a plain hash is enough (no salt, no stretching)."""
    return sha256(secret.encode()).hexdigest()
