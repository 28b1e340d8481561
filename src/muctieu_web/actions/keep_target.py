"""A target (chỉ tiêu phấn đấu) is added or changed; a change says why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from muctieu.errors import ValueInvalid
from muctieu_web.access import Actor, Permission, Refused, permit
from muctieu_web.actions.figures import Marks
from muctieu_web.actions.given import Given, RefusedFields
from muctieu_web.actions.keeping import Kept, code_of_new, existing, needs_reason, put
from muctieu_web.actions.writing import one_write
from muctieu_web.store.mapping import target_of
from muctieu_web.store.models import Indicator, Organisation, Place, Target

COMPARATORS = ("eq", "ge", "le", "approx", "between")
CADENCES = ("end", "annual", "average")


def keep_target(
    *, actor: Actor, now: datetime, code: str | None, words: Mapping[str, str], reason: str = "", language: Marks = "vi"
) -> Kept:
    """`words`: the columns of the table `targets` (`id` is the code of a new one), and `order`. Raises `RefusedFields`."""
    permit(actor, Permission.KEEP_REGISTER)
    with one_write():
        row = existing(Target, code, vi="chỉ tiêu phấn đấu", en="target")
        given = Given(words, language)
        values = {"code": code or code_of_new(given, Target, "id"), **target_values(given, row)}
        needs_reason(given, row, reason)
        given.check()
        judge_target(values)
        return put(row, values, actor=actor, now=now, noun="target", reason=reason)


def target_values(given: Given, row: Target) -> dict[str, Any]:
    """The fields of a target by the columns of its table; what is wrong is noted in `given`."""
    weight = given.number("weight")
    indicator = given.row("indicator", Indicator, needed=True, vi="chỉ tiêu thống kê", en="indicator")
    name = given.text("name")
    return {
        "indicator": indicator,
        "place": given.row("place", Place, needed=True, vi="địa bàn", en="place"),
        "organisation": given.row("organisation", Organisation, vi="cơ quan", en="organisation"),
        "name": "" if indicator and name == indicator.name else name,
        "group": given.text("group", longest=200),
        "order": row.order if row.pk else Target.objects.count(),
        "comparator": given.choice("comparator", COMPARATORS, "eq"),
        "value": given.number("value"),
        "value_to": given.number("value_to"),
        "base_year": given.year("start"),
        "horizon": given.year("horizon"),
        "cadence": given.choice("cadence", CADENCES, "end"),
        "direction": given.choice("direction", ("up", "down", "")),
        "baseline": given.number("baseline"),
        "weight": Decimal(1) if weight is None else weight,
        "source": given.text("source"),
        "note": given.text("note", longest=10_000),
    }


def judge_target(values: dict[str, Any]) -> None:
    """The library's own rules: a range the right way up, a horizon after its base year, a positive weight."""
    try:
        target_of(Target(**values))
    except ValueInvalid as error:
        value = error.facts["value"]
        field = next((one for one in ("horizon", "weight") if str(values[one]) == str(value)), "value_to")
        vi, en = (f"{value}: {error.facts[f'reason_{one}']}" for one in ("vi", "en"))
        raise RefusedFields([Refused(field=field, reason_vi=vi, reason_en=en)]) from error
