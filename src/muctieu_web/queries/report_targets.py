"""The targets that a version of a report sets or speaks of, as they were read: frozen rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from muctieu_web.access import Actor, Permission, permit
from muctieu_web.store.models import Version


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target and the result that the report gives for it; `claim` is the id of the first figure that it was read from."""

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


def report_targets(*, actor: Actor, version: int) -> tuple[TargetRow, ...]:
    """The targets of a version in reading order; one query."""
    permit(actor, Permission.LOOK_REPORTS)
    wires = Version.objects.values_list("targets_read", flat=True).get(pk=version)
    return tuple(_row(wire) for wire in wires)


def _row(wire: Mapping[str, Any]) -> TargetRow:
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
    )


def _decimal(words: str | None) -> Decimal | None:
    return None if words is None else Decimal(words)
