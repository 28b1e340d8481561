"""The targets that a version of a report sets or speaks of, as they were read: frozen rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from muctieu_web.access import Actor, Permission, permit
from muctieu_web.store.models import Claim, Review, Version


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target and the result that the report gives for it.

    `claim` is the id of the first figure that it was read from, `order` its number there (0: it has no figure), `kept` the code
    of the register's target that it was accepted as.
    """

    group: str
    indicator: str
    comparator: str
    value: Decimal | None
    value_to: Decimal | None
    unit: str
    horizon: str
    result: Decimal | None
    result_unit: str
    result_period: str
    stated: str
    computed: str
    claim: str
    order: int
    kept: str


def report_targets(*, actor: Actor, version: int) -> tuple[TargetRow, ...]:
    """The targets of a version in reading order; three queries."""
    permit(actor, Permission.LOOK_REPORTS)
    wires = Version.objects.values_list("targets_read", flat=True).get(pk=version)
    reviews = Review.objects.filter(version=version, target__isnull=False).values_list("start", "end", "target__code")
    codes = {(start, end): code for start, end, code in reviews}
    spans = Claim.objects.filter(version=version).values_list("wire_id", "order", "start", "end")
    orders = {claim: (order, codes.get((start, end), "")) for claim, order, start, end in spans}
    return tuple(_row(wire, orders) for wire in wires)


def _row(wire: Mapping[str, Any], orders: Mapping[str, tuple[int, str]]) -> TargetRow:
    order, kept = orders.get((wire["claims"] or [""])[0], (0, ""))
    result = wire["result"] or {}
    return TargetRow(
        group=wire["group"] or "",
        indicator=wire["indicator"],
        comparator=wire["comparator"] or "",
        value=_decimal(wire["value"]),
        value_to=_decimal(wire["value_to"]),
        unit=wire["unit"] or "",
        horizon=wire["horizon"] or "",
        result=_decimal(result.get("value")),
        result_unit=result.get("unit") or "",
        result_period=result.get("period") or "",
        stated=wire["stated"] or "",
        computed=wire["computed"],
        claim=(wire["claims"] or [""])[0],
        order=order,
        kept=kept,
    )


def _decimal(words: str | None) -> Decimal | None:
    return None if words is None else Decimal(words)
