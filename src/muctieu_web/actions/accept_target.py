"""A claim that sets a target, accepted into the table of targets, with the words of the report as its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from muctieu_web.access import Actor, Permission, permit
from muctieu_web.actions.chosen import Chosen, refused, warn_of_bounds
from muctieu_web.actions.desk import Desk
from muctieu_web.actions.figures import Marks
from muctieu_web.actions.given import Given
from muctieu_web.actions.keep_target import judge_target, target_values
from muctieu_web.actions.keeping import put
from muctieu_web.actions.writing import one_write
from muctieu_web.queries.proposals import is_promise
from muctieu_web.store.mapping_readings import claim_of
from muctieu_web.store.models import Target

PROMISED = (
    "comparator",
    "value",
    "value_to",
    "start",
    "horizon",
    "cadence",
    "direction",
    "group",
    "organisation",
    "name",
)


@dataclass(frozen=True, slots=True)
class Promise:
    """What a claim is to become: `words` by the columns `PROMISED` of the table of targets, figures in the language's marks.

    `indicator` and `place` are codes; `new_name` makes an indicator (in the claim's unit) instead.
    """

    order: int
    indicator: str
    place: str
    words: Mapping[str, str]
    new_name: str = ""


def accept_target(
    *, actor: Actor, now: datetime, version: int, promise: Promise, confirmed: bool = False, language: Marks = "vi"
) -> str:
    """Writes the target and ties the claim to it; gives its code. One that says the same is there already: that one.

    Raises `Refused` for a figure that is no target, a unit that is not the indicator's, years that are none; and, unless
    `confirmed`, for a value out of the indicator's bounds, or where another target of the same indicator, place and year stands.
    """
    permit(actor, Permission.REVIEW)
    with one_write():
        desk = Desk(actor=actor, now=now, version=version, orders=[promise.order])
        made = promised(desk, Chosen(desk), promise, confirmed=confirmed, language=language)
        desk.write()
    return made.code


def promised(desk: Desk, chosen: Chosen, promise: Promise, *, confirmed: bool, language: Marks) -> Target:
    """The target that the promise becomes, written; the review lies on the desk."""
    claim = desk.claim(promise.order)
    review, before = desk.review(claim)
    read = claim_of(claim, review.corrections)
    if not is_promise(read):
        raise refused(
            "", read.text, vi="không phải là chỉ tiêu hay kế hoạch; hãy sửa loại của số liệu nếu máy đọc sai.",
            en="is no target or plan; correct its kind if it was misread.",
        )  # fmt: skip
    place, indicator = chosen.place(promise.place), chosen.indicator(promise.indicator, promise.new_name, read)
    words = {name: promise.words.get(name, "") for name in PROMISED}
    words |= {"indicator": indicator.code, "place": place.code, "source": claim.version.report.title}
    given = Given(words, language)
    values = target_values(given, Target())
    if values["value"] is None:
        given.text("value", needed=True)
    given.check()
    values["code"] = _free_code(f"{indicator.code}-{values['horizon']}"[:54])
    judge_target(values)
    others = list(
        Target.objects.filter(indicator=indicator, place=place, horizon=values["horizon"], cadence=values["cadence"])
    )
    made = next((one for one in others if _says_the_same(one, values)), None)
    if made is None:
        if not confirmed:
            warn_of_bounds(indicator, values["value"])
            _warn_of_others(values, others)
        made = Target(version=claim.version, start=claim.start, end=claim.end)
        put(made, values, actor=desk.actor, now=desk.now, noun="target", reason="")
    review.verdict, review.reason, review.observation, review.target = "accepted", "", None, made
    desk.keep(review, before, "accept_target")
    return made


def _says_the_same(one: Target, values: Mapping[str, Any]) -> bool:
    return all(getattr(one, name) == values[name] for name in ("value", "value_to", "comparator"))


def _warn_of_others(values: Mapping[str, Any], others: list[Target]) -> None:
    if others:
        held = ", ".join(f"{one.code} = {one.value}" for one in others)
        raise refused(
            "value", str(values["value"]),
            vi=f"khác chỉ tiêu mà sổ đang ghi cho cùng địa bàn và năm ({held}); nếu ghi, hai chỉ tiêu đứng cạnh nhau.",
            en=f"differs from what the register holds for the same place and year ({held}); both will stand side by side.",
            confirm=True,
        )  # fmt: skip


def _free_code(base: str) -> str:
    taken = set(Target.objects.filter(code__startswith=base).values_list("code", flat=True))
    return next(code for code in (base, *(f"{base}-{n}" for n in range(2, len(taken) + 3))) if code not in taken)
