"""A claim: one number that the report states about the world, with what it is a number of."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

from muctieu.values.span import Span

Comparator = Literal["eq", "ge", "le", "approx", "between"]
Kind = Literal["level", "part", "change", "growth", "multiple", "target", "attainment", "target_gap"]
Status = Literal["actual", "estimated", "planned"]


class Claim(NamedTuple):
    """One figure of the text. The exact meaning of each field: `docs/reference/wire-format.md`.

    `value` and `resolution` are in `unit` (percent in points of a hundred, money in whole currency units); periods are SDMX
    strings (`2019`, `2023-Q3`, `2015/2020`); `sentence` is the span of its sentence; `number` is the span of the digits alone.
    """

    id: str
    start: int
    end: int
    text: str
    value: Decimal
    value_to: Decimal | None
    resolution: Decimal
    unit: str
    per: tuple[str, ...]
    comparator: Comparator
    kind: Kind
    status: Status
    period: str | None
    basis: str | None
    indicator: str
    whole: Decimal | None
    section: str | None
    footnote: int | None
    sentence: Span
    number: Span

    @property
    def span(self) -> Span:
        """Where the figure stands, with its scale words and unit."""
        return Span(self.start, self.end)
