"""What was accepted from a claim is taken back from the register, with its history.

A figure: what the register held before holds again, as a new row; nothing is deleted. A target: it is taken out, unless it is
discussed. What another claim was accepted as too stays, and what the register held before the report.
"""

from __future__ import annotations

from datetime import datetime

from django.db.models import F
from django.utils import timezone

from muctieu_web.access import Actor, Refused
from muctieu_web.actions.keeping import record_removal
from muctieu_web.actions.writing import plain_fields, record
from muctieu_web.store.models import Observation, Review, Target, Version


def take_back(*, actor: Actor, now: datetime, review: Review) -> None:
    """Unties the review from its figure and its target, and takes these out of the register where they came from this report.

    The same review as it was carried to other versions is untied too. Raises `Refused` for a target under discussion.
    """
    figure, target = review.observation, review.target
    review.observation = review.target = None
    if figure is not None and _is_of(figure, review) and _untied(actor, now, review, observation=figure):
        _take_back_figure(actor, now, figure)
    if target is not None and _is_of(target, review) and _untied(actor, now, review, target=target):
        _take_back_target(actor, now, target)


def _is_of(row: Observation | Target, review: Review) -> bool:
    return row.version is not None and row.version.report_id == review.version.report_id


def _untied(actor: Actor, now: datetime, review: Review, **of: Observation | Target) -> bool:
    """Unties the copies of the review in other versions; false where a review that is no copy holds to the same row."""
    others = list(Review.objects.filter(**of).exclude(pk=review.pk).order_by("id"))
    copies = _copies(review, others)
    if len(copies) < len(others):
        return False
    for other in copies:
        _untie(actor, now, other)
    return True


def _copies(review: Review, others: list[Review]) -> list[Review]:
    """Those that were carried from the review or to it, over any number of versions."""
    known = {review.pk, review.carried_id or review.pk}
    for _ in others:
        for one in others:
            if one.pk in known or one.carried_id in known:
                known |= {one.pk, one.carried_id or one.pk}
    return [one for one in others if one.pk in known]


def _untie(actor: Actor, now: datetime, other: Review) -> None:
    before = plain_fields(other)
    other.observation = other.target = None
    other.verdict = ""
    other.save()
    Version.objects.filter(pk=other.version_id).update(stamp=F("stamp") + 1)
    record(actor=actor, now=now, action="reopen_claim", row=other, before=before)


def _take_back_figure(actor: Actor, now: datetime, mine: Observation) -> None:
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


def _take_back_target(actor: Actor, now: datetime, mine: Target) -> None:
    if mine.comments.exists():
        raise Refused(
            reason_vi=f"«{mine}» ({mine.code}) đang được trao đổi nên không rút được; hãy sửa chỉ tiêu trong sổ.",
            reason_en=f"“{mine}” ({mine.code}) is under discussion, so it cannot be taken back; change it in the register.",
        )  # fmt: skip
    record_removal(actor=actor, now=now, action="take_back", row=mine, reason="")
    mine.delete()
