"""A claim, or a section's claims at once, accepted into the register: an observation each, with the words of the report as its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, cast

from django.utils import timezone

from muctieu.claims.claim import Claim as LibraryClaim
from muctieu.errors import ValueInvalid
from muctieu.observations import Observation as LibraryObservation
from muctieu.values.period import Period
from muctieu_web.access import Actor, NotThere, Permission, Refused, permit
from muctieu_web.actions.review_claim import claim_row, keep, review_of
from muctieu_web.actions.writing import one_write, record
from muctieu_web.queries.proposals import can_be
from muctieu_web.store.fields import fold
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
        return _accept(actor, now, version, choice, confirmed)


def accept_section(*, actor: Actor, now: datetime, version: int, choices: Sequence[Choice]) -> int:
    """Accepts all or none; how many. What replaces another value must be confirmed on its own card, so it is refused here."""
    permit(actor, Permission.REVIEW)
    with one_write():
        for choice in choices:
            _accept(actor, now, version, choice, confirmed=False)
    return len(choices)


def _accept(actor: Actor, now: datetime, version: int, choice: Choice, confirmed: bool) -> int:
    claim = claim_row(version, choice.order)
    review, before = review_of(claim, actor, now)
    read = claim_of(claim, review.corrections)
    if read.status == "planned" or read.kind in ("target", "target_gap", "attainment"):
        raise _refused(
            "", read.text, vi="là chỉ tiêu hoặc kế hoạch, không phải kết quả; sổ số liệu thực hiện không nhận.",
            en="is a target or a plan, no result; the register of results does not take it.",
        )  # fmt: skip
    place = _by_code(Place, choice.place, vi="địa bàn", en="place")
    indicator = _new_indicator(actor, now, choice, read.unit) or _by_code(
        Indicator, choice.indicator, vi="chỉ tiêu", en="indicator"
    )
    _check_unit(indicator, read.unit, read.text)
    made = _observation(choice, indicator, place, now, claim)
    there = (
        Observation.objects.filter(indicator=indicator, place=place, period=made.period, known__lte=made.known)
        .order_by("-known", "-id")
        .first()
    )
    if there is not None and not there.withdrawn and (there.value, there.status) == (made.value, made.status):
        made = there
    else:
        if not confirmed:
            _warn_of_kind(read, indicator)
            _warn(indicator, made, there)
        made.person_id = actor.id
        made.note = "" if read.comparator == "eq" else read.text
        made.save()
        record(actor=actor, now=now, action="accept_claim", row=made)
    review.verdict, review.reason, review.observation = "accepted", "", made
    keep(review, actor, now, "accept_claim", before)
    return made.pk


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


def _by_code(model: Any, code: str, *, vi: str, en: str) -> Any:
    row = model.objects.filter(code=code).first()
    if row is None:
        if not code:
            raise Refused(field=en, reason_vi=f"Hãy chọn {vi}.", reason_en=f"Choose the {en}.")
        raise NotThere(noun_vi=vi, noun_en=en, key=code)
    return row


def _new_indicator(actor: Actor, now: datetime, choice: Choice, unit: str) -> Indicator | None:
    name = " ".join(choice.new_name.split())[:300]
    if not name:
        return None
    permit(actor, Permission.KEEP_REGISTER)
    like = Indicator.objects.filter(name__iexact=name).first()
    if like is not None:
        return like
    made = Indicator.objects.create(code=_free_code(name), name=name, unit=unit)
    record(actor=actor, now=now, action="make_indicator", row=made)
    return made


def _free_code(name: str) -> str:
    """A code out of the name's words: `Thu ngân sách` → `THU_NGAN_SACH`, with a number where it is taken."""
    words = "".join(letter if letter.isalnum() else " " for letter in fold(name)).split()
    base = "_".join(words).encode("ascii", "ignore").decode().upper()[:50].strip("_") or "CHI_TIEU"
    taken = set(Indicator.objects.filter(code__startswith=base).values_list("code", flat=True))
    return next(code for code in (base, *(f"{base}_{n}" for n in range(2, len(taken) + 3))) if code not in taken)


def _check_unit(indicator: Indicator, unit: str, text: str) -> None:
    counted = indicator.unit.startswith("{") and unit.startswith("{")
    if indicator.unit != unit and not counted:
        raise _refused(
            "indicator", text,
            vi=f"có đơn vị «{unit}», chỉ tiêu «{indicator}» có «{indicator.unit}»; hãy chọn chỉ tiêu khác hoặc sửa đơn vị.",
            en=f"is in “{unit}”, the indicator “{indicator}” in “{indicator.unit}”; choose another indicator or correct the unit.",
        )  # fmt: skip


def _warn_of_kind(read: LibraryClaim, indicator: Indicator) -> None:
    """Raises a warning where a rise or a fall is to stand under an indicator that is a level."""
    if not can_be(read.kind, indicator.name):
        raise _refused(
            "indicator",
            read.text,
            vi=f"là mức tăng, giảm, còn «{indicator}» có vẻ là mức.",
            en=f"is a rise or a fall, while “{indicator}” looks like a level.",
            confirm=True,
        )


def _warn(indicator: Indicator, made: Observation, there: Observation | None) -> None:
    """Raises a warning that can be confirmed."""
    low, high = indicator.lower, indicator.upper
    if (low is not None and made.value < low) or (high is not None and made.value > high):
        bounds = f"{'' if low is None else low} … {'' if high is None else high}"
        raise _refused(
            "value",
            str(made.value),
            vi=f"nằm ngoài khoảng {bounds} của chỉ tiêu «{indicator}».",
            en=f"lies outside {bounds}, the bounds of “{indicator}”.",
            confirm=True,
        )
    if there is not None and not there.withdrawn and there.value != made.value:
        raise _refused(
            "value", str(made.value), vi=f"thay cho {there.value} mà sổ đang ghi cho «{indicator}», kỳ {made.period}.",
            en=f"replaces {there.value}, which the register holds for “{indicator}”, {made.period}.", confirm=True,
        )  # fmt: skip


def _refused(field: str, value: str, *, vi: str, en: str, confirm: bool = False) -> Refused:
    return Refused(field=field, reason_vi=f"«{value}» {vi}", reason_en=f"“{value}” {en}", may_confirm=confirm)
