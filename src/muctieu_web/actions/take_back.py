"""An accepted figure taken back from the register: what the register held before holds again, as a new row; nothing is deleted."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from muctieu_web.access import Actor
from muctieu_web.actions.writing import record
from muctieu_web.store.models import Observation, Review


def take_back(*, actor: Actor, now: datetime, review: Review) -> None:
    """Unties the review from its observation; in the register only where that one came from this report and is still the last known."""
    mine = review.observation
    review.observation = None
    if mine is None or mine.version_id != review.version_id:
        return
    rows = Observation.objects.filter(indicator=mine.indicator_id, place=mine.place_id, period=mine.period)
    last = list(rows.order_by("-known", "-id")[:2])
    if last[0].pk != mine.pk:
        return
    known = timezone.localdate(now)
    before = last[1] if len(last) > 1 and not last[1].withdrawn else None
    made = before or mine
    made.pk = None
    made._state.adding = True
    made.withdrawn, made.known, made.recorded, made.person_id = before is None, known, now, actor.id
    made.save()
    record(actor=actor, now=now, action="take_back", row=made)
