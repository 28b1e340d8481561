"""A claim accepted into the register: an observation, with the words of the report as its source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, cast

from django.utils import timezone

from muctieu.errors import ValueInvalid
from muctieu.observations import Observation as LibraryObservation
from muctieu.values.period import Period
from muctieu_web.access import Actor, Permission, Refused, permit
from muctieu_web.actions.chosen import Chosen, refused, warn_of_bounds, warn_of_kind
from muctieu_web.actions.desk import Desk
from muctieu_web.actions.writing import one_write
from muctieu_web.queries.proposals import is_result
from muctieu_web.store.mapping_readings import claim_of
from muctieu_web.store.models import Claim, Indicator, Observation, Place


@dataclass(frozen=True, slots=True)
class Choice:
    """What a claim is to become. `indicator` and `place` are codes; `new_name` makes an indicator (in the claim's unit) instead."""

    order: int
    indicator: str
    place: str
    period: str
    value: Decimal
    status: str = "official"
    new_name: str = ""


def accept_claim(*, actor: Actor, now: datetime, version: int, choice: Choice, confirmed: bool = False) -> int:
    """Writes the observation and ties the claim to it; gives its id. One that says the same is there already: that one.

    Raises `Refused` for a target or plan, a unit that is not the indicator's, a period that is none; and, unless `confirmed`, for a
    rise under the name of a level, a value out of the indicator's bounds, or one that replaces another.
    """
    permit(actor, Permission.REVIEW)
    with one_write():
        desk = Desk(actor=actor, now=now, version=version, orders=[choice.order])
        made = accepted(desk, Chosen(desk), choice, confirmed=confirmed)
        desk.write()
    return made.pk


def accepted(desk: Desk, chosen: Chosen, choice: Choice, *, confirmed: bool) -> Observation:
    """The observation that the choice becomes; it and the review lie on the desk, to be written."""
    claim = desk.claim(choice.order)
    review, before = desk.review(claim)
    read = claim_of(claim, review.corrections)
    if not is_result(read):
        raise refused(
            "", read.text, vi="là chỉ tiêu hoặc kế hoạch, không phải kết quả; sổ số liệu thực hiện không nhận.",
            en="is a target or a plan, no result; the register of results does not take it.",
        )  # fmt: skip
    place = chosen.place(choice.place)
    indicator = chosen.indicator(choice.indicator, choice.new_name, read)
    made = _observation(choice, indicator, place, desk.now, claim)
    there = desk.held(indicator.pk, place.pk, made.period)
    if there is not None and not there.withdrawn and (there.value, there.status) == (made.value, made.status):
        made = there
    else:
        if not confirmed:
            warn_of_kind(read, indicator)
            warn_of_bounds(indicator, made.value)
            _warn_of_another(indicator, made, there)
        made.person_id = desk.person
        made.note = "" if read.comparator == "eq" else read.text
        desk.enter(made)
    review.verdict, review.reason, review.observation, review.target = "accepted", "", made, None
    desk.keep(review, before, "accept_claim")
    return made


def _observation(choice: Choice, indicator: Indicator, place: Place, now: datetime, claim: Claim) -> Observation:
    known = timezone.localdate(now)
    try:
        period = Period.parse(choice.period)
        LibraryObservation(indicator.code, place.code, period, choice.value, known, cast(Any, choice.status))
    except ValueInvalid as error:
        vi, en = error.sentence("vi"), error.sentence("en")
        raise Refused(field="period", reason_vi=vi, reason_en=en) from error
    return Observation(
        indicator=indicator, place=place, period=str(period), first=period.first_day, until=period.day_after, value=choice.value,
        status=choice.status, known=known, recorded=now, source=claim.version.report.title, version=claim.version,
        start=claim.start, end=claim.end,
    )  # fmt: skip


def _warn_of_another(indicator: Indicator, made: Observation, there: Observation | None) -> None:
    if there is not None and not there.withdrawn and there.value != made.value:
        raise refused(
            "value", str(made.value), vi=f"thay cho {there.value} mà sổ đang ghi cho «{indicator}», kỳ {made.period}.",
            en=f"replaces {there.value}, which the register holds for “{indicator}”, {made.period}.", confirm=True,
        )  # fmt: skip
