"""A target as a report states it, with the result that the report gives for the same indicator. Frozen; reads nothing."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

from muctieu.claims.claim import Comparator, Status
from muctieu.values.span import Span

Cadence = Literal["end", "annual", "average"]
Direction = Literal["up", "down"]
Verdict = Literal["exceeded", "met", "missed"]
Computed = Literal["exceeded", "met", "missed", "unknown"]


class Result(NamedTuple):
    """What was reached: a figure of the same report, in the target's terms. `claims` are the ids it was read from."""

    value: Decimal
    resolution: Decimal
    unit: str
    period: str | None
    status: Status
    claims: tuple[str, ...]


class Target(NamedTuple):
    """One target. The exact meaning of each field: `docs/reference/chi-tieu.md`.

    `value` is None where the report sets a target without a figure; `resolution` is the step of its last digit. `span` is where it
    stands: its figure, the gap it was worked out from, or the words of a target without a figure. `place` of the result is that of
    the report.
    """

    id: str
    indicator: str
    unit: str | None
    per: tuple[str, ...]
    comparator: Comparator | None
    value: Decimal | None
    value_to: Decimal | None
    resolution: Decimal | None
    horizon: str | None
    cadence: Cadence
    group: str | None
    claims: tuple[str, ...]
    result: Result | None
    stated: Verdict | None
    direction: Direction | None
    computed: Computed
    span: Span
