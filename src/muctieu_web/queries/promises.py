"""What a claim that sets a target proposes for the table of targets: its years, cadence, direction, group. Proposes, never decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Any

from muctieu.claims.claim import Claim
from muctieu.errors import ValueInvalid
from muctieu.values.period import Period

TERM = 5
"""Years of a term; what is said from its first year on (2021/2025) is counted from the year before."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """The fields of a target, years as digits or empty where nothing says them."""

    comparator: str
    value: Decimal
    value_to: Decimal | None
    start: str
    horizon: str
    cadence: str
    direction: str
    group: str


def wires_by_claim(wires: Sequence[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """The targets as they were read, by the ids of the claims they were read from (their results' not)."""
    return {claim: wire for wire in wires for claim in wire["claims"]}


def proposed(claim: Claim, wire: Mapping[str, Any] | None, report_period: str, *, own_period: bool) -> Proposed:
    """`wire`: the target that was read from the claim, if any; `own_period`: a person corrected the claim's period."""
    read: Mapping[str, Any] = wire or {}
    said = _years(claim.period)
    horizon = None if own_period else _year(read.get("horizon"))
    horizon = horizon or (said[1] if said else None)
    start = None if horizon is None else _start(horizon, said, _years(report_period))
    return Proposed(
        claim.comparator, claim.value, claim.value_to, str(start or ""), str(horizon or ""),
        read.get("cadence") or "end", read.get("direction") or "", read.get("group") or "",
    )  # fmt: skip


def _start(horizon: int, said: tuple[int, int] | None, report: tuple[int, int] | None) -> int:
    """The year that progress is counted from: of the claim's own span, of the report's, or the report's last year."""
    for first, last in (said or (0, 0), report or (0, 0)):
        if first < last == horizon:
            return first - 1 if last - first + 1 == TERM else first
    if report and report[1] < horizon:
        return report[1]
    return horizon - 1 if report and report[1] == horizon else horizon - TERM


def _year(words: str | None) -> int | None:
    years = _years(words)
    return years[1] if years else None


def _years(words: str | None) -> tuple[int, int] | None:
    """The first and the last year of a period, None where it is none."""
    if not words:
        return None
    try:
        period = Period.parse(words)
        return period.first_day.year, (period.day_after - timedelta(days=1)).year
    except (ValueInvalid, OverflowError):
        return None
