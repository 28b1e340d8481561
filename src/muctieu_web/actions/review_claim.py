"""What a person makes of one claim: corrects fields, rejects it with a reason, or takes that back. The machine's reading is not touched."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation

from django.db.models import F

from muctieu.claims.wording import KINDS, STATUSES
from muctieu.errors import ValueInvalid
from muctieu.values.period import Period
from muctieu_web.access import Actor, NotThere, Permission, Refused, permit
from muctieu_web.actions.reviews_again import words_before
from muctieu_web.actions.take_back import take_back
from muctieu_web.actions.writing import one_write, plain_fields, record
from muctieu_web.store.mapping_readings import CORRECTABLE
from muctieu_web.store.models import Claim, Place, Review, Version

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
        claim = claim_row(version, order)
        review, before = review_of(claim, actor, now)
        review.corrections = dict(corrections)
        keep(review, actor, now, "correct_claim", before)


def reject_claim(*, actor: Actor, now: datetime, version: int, order: int, reason: str) -> None:
    """The figure is none for the register, and why."""
    permit(actor, Permission.REVIEW)
    if not reason.strip():
        raise Refused(
            field="reason", reason_vi="Hãy ghi lý do loại số liệu này.", reason_en="Write why this figure is rejected."
        )
    with one_write():
        review, before = review_of(claim_row(version, order), actor, now)
        take_back(actor=actor, now=now, review=review)
        review.verdict, review.reason = "rejected", reason.strip()
        keep(review, actor, now, "reject_claim", before, reason.strip())


def reopen_claim(*, actor: Actor, now: datetime, version: int, order: int) -> None:
    """Takes the verdict back, and with it what was accepted into the register; corrections stay."""
    permit(actor, Permission.REVIEW)
    with one_write():
        review, before = review_of(claim_row(version, order), actor, now)
        take_back(actor=actor, now=now, review=review)
        review.verdict, review.reason = "", ""
        keep(review, actor, now, "reopen_claim", before)


def claim_row(version: int, order: int) -> Claim:
    """The claim as the machine read it; `NotThere` where there is none."""
    row = Claim.objects.select_related("version__report__place").filter(version_id=version, order=order).first()
    if row is None:
        raise NotThere(noun_vi="số liệu", noun_en="figure", key=order)
    return row


def review_of(claim: Claim, actor: Actor, now: datetime) -> tuple[Review, dict[str, object] | None]:
    """The claim's review with its fields before; a new one (with None) where nobody made any yet."""
    review = Review.objects.filter(version_id=claim.version_id, start=claim.start, end=claim.end).first()
    if review is not None:
        return review, plain_fields(review)
    before = words_before(claim.version.text, claim.start)
    made = Review(version=claim.version, start=claim.start, end=claim.end, text=claim.text, before=before)
    made.person_id, made.at = _person(actor), now
    return made, None


def keep(
    review: Review, actor: Actor, now: datetime, action: str, before: dict[str, object] | None, reason: str = ""
) -> None:
    """Writes the review, its entry in the history, and the version's new stamp."""
    review.person_id, review.at = _person(actor), now
    review.save()
    Version.objects.filter(pk=review.version_id).update(stamp=F("stamp") + 1)
    record(actor=actor, now=now, action=action, row=review, before=before, reason=reason)


def _person(actor: Actor) -> int:
    if actor.id is None:
        raise Refused(
            reason_vi="Chỉ người có tài khoản mới duyệt được số liệu.",
            reason_en="Only a person with an account reviews figures.",
        )
    return actor.id


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
