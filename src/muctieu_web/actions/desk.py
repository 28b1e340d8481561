"""One person at the figures of a version: claims and reviews are loaded at once, and all that is made of them is written at the end.

Used within the caller's transaction, so that a whole section holds the database's lock for some statements, not for some a figure.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import F
from django.utils import timezone

from muctieu_web.access import Actor, NotThere, Refused
from muctieu_web.actions.reviews_again import words_before
from muctieu_web.actions.writing import change_of, plain_fields
from muctieu_web.store.bulk import Insertion
from muctieu_web.store.models import Claim, Observation, Review, Version

Figure = tuple[int, int, str]
"""Indicator, place and period, by which the register knows a figure."""


class Reviewed(NamedTuple):
    """A review as it is to be, what it was before (None: there was none), and what was done."""

    review: Review
    before: dict[str, Any] | None
    action: str
    reason: str


class Desk:
    """`claim` and `review` give rows, `enter` and `keep` note what is to be written, `write` writes it."""

    def __init__(self, *, actor: Actor, now: datetime, version: int, orders: Collection[int]) -> None:
        self.actor, self.now, self.person = actor, now, _person(actor)
        rows = Version.objects.select_related("report__place").defer("document", "targets_read").filter(pk=version)
        self.version = rows.first()
        claims = Claim.objects.filter(version_id=version, order__in=orders)
        self._claims = {row.order: row for row in claims}
        starts = [row.start for row in self._claims.values()]
        reviews = Review.objects.filter(version_id=version, start__in=starts)
        self._reviews = {(row.start, row.end): row for row in reviews}
        self._held: dict[tuple[int, int], dict[str, Observation]] = {}
        self._entered: list[Observation] = []
        self._kept: list[Reviewed] = []

    def claim(self, order: int) -> Claim:
        """The claim as the machine read it; `NotThere` where there is none."""
        row = self._claims.get(order)
        if row is None or self.version is None:
            raise NotThere(noun_vi="số liệu", noun_en="figure", key=order)
        row.version = self.version
        return row

    def review(self, claim: Claim) -> tuple[Review, dict[str, Any] | None]:
        """The claim's review with its fields before; a new one (with None) where nobody made any yet."""
        there = self._reviews.get((claim.start, claim.end))
        if there is not None:
            return there, plain_fields(there)
        made = Review(
            version=claim.version, start=claim.start, end=claim.end, text=claim.text, person_id=self.person, at=self.now,
            before=words_before(claim.version.text, claim.start),
        )  # fmt: skip
        return made, None

    def held(self, indicator: int, place: int, period: str) -> Observation | None:
        """The last figure that the register knows of it today, entered at this desk or before."""
        if (indicator, place) not in self._held:
            today = timezone.localdate(self.now)
            rows = Observation.objects.filter(indicator=indicator, place=place, known__lte=today)
            self._held[indicator, place] = {row.period: row for row in rows.order_by("known", "id")}
        return self._held[indicator, place].get(period)

    def enter(self, row: Observation) -> None:
        """The figure is to be written; from now on it is the last known."""
        self._entered.append(row)
        self._held[row.indicator_id, row.place_id][row.period] = row

    def keep(self, review: Review, before: dict[str, Any] | None, action: str, reason: str = "") -> None:
        """The review is to be written."""
        review.person_id, review.at = self.person, self.now
        self._kept.append(Reviewed(review, before, action, reason))

    def write(self) -> None:
        """Writes figures, reviews, the history of both, and the version's new stamp."""
        Insertion(self._entered).insert()
        for one in self._kept:
            one.review.observation = one.review.observation  # its key is known by now
        Insertion([one.review for one in self._kept if one.before is None]).insert()
        for one in self._kept:
            if one.before is not None:
                one.review.save()
        who: Any = {"actor": self.actor, "now": self.now}
        changes = [change_of(**who, action="accept_claim", row=row) for row in self._entered]
        changes += [
            change_of(**who, action=one.action, row=one.review, before=one.before, reason=one.reason)
            for one in self._kept
        ]
        Insertion(changes).insert()
        if self.version is not None:
            Version.objects.filter(pk=self.version.pk).update(stamp=F("stamp") + 1)


def _person(actor: Actor) -> int:
    if actor.id is None:
        raise Refused(
            reason_vi="Chỉ người có tài khoản mới duyệt được số liệu.",
            reason_en="Only a person with an account reviews figures.",
        )
    return actor.id
