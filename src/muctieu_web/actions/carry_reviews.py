"""After a new version of a report was read: what people made of the version before is carried over to the figures that are the same.

The same is a figure of the same value, unit, kind and period at the same place of the same sentence; its place in the text may
have moved. What cannot be carried stays with the version before, and `queries/carried.py` lists it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from muctieu_web.access import SYSTEM
from muctieu_web.actions.reviews_again import likeness, words_before
from muctieu_web.actions.writing import change_of
from muctieu_web.store.models import Change, Claim, Review, State, Version

Key = tuple[str, int, str, str, str, str, str]
_FIELDS = ("version_id", "start", "end", "text", "value", "unit", "kind", "period", "sentence_start", "sentence_end")


def carry_reviews(*, version: Version, now: datetime) -> int:
    """Copies the reviews of the last version before that was read, within the caller's transaction; how many.

    A figure that somebody reviewed in the new version already keeps that review.
    """
    earlier = Version.objects.filter(report=version.report_id, number__lt=version.number, state=State.READ)
    before = earlier.order_by("-number").first()
    reviews = [] if before is None else _to_carry(before, version)
    if before is None or not reviews:
        return 0
    taken = set(Review.objects.filter(version=version).values_list("start", "end"))
    free = _by_key(version.text, [one for one in _claims(version) if (one.start, one.end) not in taken])
    old = {(one.start, one.end): one for one in _claims(before)}
    made = []
    for review in reviews:
        claim = old.get((review.start, review.end))
        like = [] if claim is None else free[_key(before.text, claim)]
        if like:
            best = max(like, key=lambda one: likeness(review.before, version.text, one.start))
            like.remove(best)
            made.append(_copy(review, version, best))
    Review.objects.bulk_create(made, batch_size=500)
    changes = [change_of(actor=SYSTEM, now=now, action="carry_review", row=one) for one in made]
    Change.objects.bulk_create(changes, batch_size=500)
    return len(made)


def _to_carry(before: Version, version: Version) -> list[Review]:
    """What people made of the version before, but for what is carried already."""
    rows = Review.objects.filter(version=before).exclude(verdict="", corrections={})
    return list(rows.exclude(copies__version=version).order_by("start"))


def _claims(version: Version) -> Iterable[Claim]:
    return Claim.objects.filter(version=version).only(*_FIELDS)


def _by_key(text: str, claims: Iterable[Claim]) -> dict[Key, list[Claim]]:
    found: dict[Key, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[_key(text, claim)].append(claim)
    return found


def _key(text: str, claim: Claim) -> Key:
    sentence = text[claim.sentence_start : claim.sentence_end]
    place = claim.start - claim.sentence_start
    return sentence, place, claim.text, str(claim.value), claim.unit, claim.kind, claim.period or ""


def _copy(review: Review, version: Version, claim: Claim) -> Review:
    return Review(
        version=version, start=claim.start, end=claim.end, text=claim.text, before=words_before(version.text, claim.start),
        corrections=review.corrections, verdict=review.verdict, reason=review.reason, observation_id=review.observation_id,
        target_id=review.target_id, carried=review, person_id=review.person_id, at=review.at,
    )  # fmt: skip
