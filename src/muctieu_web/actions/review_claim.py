"""What a person makes of one claim: corrects fields, rejects it with a reason, or takes that back. The machine's reading is not touched."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation

from muctieu.claims.wording import KINDS, STATUSES
from muctieu.errors import ValueInvalid
from muctieu.values.period import Period
from muctieu_web.access import Actor, NotThere, Permission, Refused, permit
from muctieu_web.actions.desk import Desk
from muctieu_web.actions.take_back import take_back
from muctieu_web.actions.writing import one_write
from muctieu_web.store.mapping_readings import CORRECTABLE
from muctieu_web.store.models import Place

COMPARATORS = ("eq", "ge", "le", "approx", "between")
_CHOICES = {"kind": tuple(KINDS), "status": tuple(STATUSES), "comparator": COMPARATORS}


def correct_claim(*, actor: Actor, now: datetime, version: int, order: int, corrections: Mapping[str, str]) -> None:
    """Sets the corrected fields (all that differ from the machine's reading; an empty mapping takes every correction back).

    Fields are those of the wire format that `CORRECTABLE` names, and `place` (its code). Raises `Refused` for a value that cannot be.
    """
    permit(actor, Permission.REVIEW)
    for name, words in corrections.items():
        _check(name, words)
    with one_write():
        desk = Desk(actor=actor, now=now, version=version, orders=[order])
        review, before = desk.review(desk.claim(order))
        review.corrections = dict(corrections)
        desk.keep(review, before, "correct_claim")
        desk.write()


def reject_claim(*, actor: Actor, now: datetime, version: int, order: int, reason: str) -> None:
    """The figure is none for the register, and why."""
    permit(actor, Permission.REVIEW)
    if not reason.strip():
        raise Refused(
            field="reason", reason_vi="Hãy ghi lý do loại số liệu này.", reason_en="Write why this figure is rejected."
        )
    _judge(actor, now, version, order, "rejected", reason.strip())


def reopen_claim(*, actor: Actor, now: datetime, version: int, order: int) -> None:
    """Takes the verdict back, and with it what was accepted into the register; corrections stay."""
    permit(actor, Permission.REVIEW)
    _judge(actor, now, version, order, "", "")


def _judge(actor: Actor, now: datetime, version: int, order: int, verdict: str, reason: str) -> None:
    with one_write():
        desk = Desk(actor=actor, now=now, version=version, orders=[order])
        review, before = desk.review(desk.claim(order))
        take_back(actor=actor, now=now, review=review)
        review.verdict, review.reason = verdict, reason
        desk.keep(review, before, "reject_claim" if verdict else "reopen_claim", reason)
        desk.write()


def _check(name: str, words: str) -> None:
    if name in _CHOICES and words not in _CHOICES[name]:
        raise _wrong(name, words, ", ".join(_CHOICES[name]))
    if name == "value" or (name == "value_to" and words):
        try:
            finite = Decimal(words).is_finite()
        except InvalidOperation:
            finite = False
        if not finite:
            raise _wrong(name, words, "14882000000000")
    elif name == "period" or (name == "basis" and words != "target"):
        if words:
            try:
                Period.parse(words)
            except ValueInvalid as error:
                raise Refused(field=name, reason_vi=error.sentence("vi"), reason_en=error.sentence("en")) from error
    elif name == "place":
        if words and not Place.objects.filter(code=words).exists():
            raise NotThere(noun_vi="địa bàn", noun_en="place", key=words)
    elif name not in CORRECTABLE:
        raise _wrong(name, words, ", ".join(CORRECTABLE))
    elif name in ("unit", "indicator") and not words.strip():
        raise _wrong(name, words, "%")


def _wrong(name: str, words: str, example: str) -> Refused:
    return Refused(
        field=name,
        reason_vi=f"«{words}» không dùng được ở đây; ví dụ: {example}.",
        reason_en=f"“{words}” cannot be used here; for example: {example}.",
    )
