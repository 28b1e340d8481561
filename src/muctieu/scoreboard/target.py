"""A target of a plan: what was promised, by when, and which way is better.

A small frozen value of its own: the register's targets, whatever document they were read from. Never holds a result.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from muctieu.errors import ValueInvalid

Comparator = Literal["eq", "ge", "le", "approx", "between"]
Cadence = Literal["end", "annual", "average"]
Direction = Literal["up", "down"]

ABOUT = Decimal("0.1")  # «khoảng» is 10% either way: the reading's own ruling


@dataclass(frozen=True, slots=True)
class Target:
    """One target. `value` (and `value_to` for a range) is in `unit`; None where the plan gives no figure.

    `start` is the year that progress is counted from (the plan's base year) and `horizon` the year by whose end the
    target is to be reached. `cadence`: `end` (by the horizon), `annual` (in every year after the start), `average`
    (as a mean of those years). `direction` is which way is better; where None, it follows from the comparator.
    `weight` counts in roll-ups. Raises ValueInvalid for a range upside down, a horizon not after the start, a weight
    that is not positive.
    """

    id: str
    indicator: str
    name: str
    unit: str
    comparator: Comparator
    value: Decimal | None
    horizon: int
    start: int
    value_to: Decimal | None = None
    cadence: Cadence = "end"
    direction: Direction | None = None
    group: str = ""
    organisation: str = ""
    place: str = ""
    baseline: Decimal | None = None
    weight: Decimal = Decimal(1)
    name_en: str = ""
    source: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        if self.value_to is not None and (self.value is None or self.value_to < self.value):
            raise self._invalid(
                f"{self.value}–{self.value_to}", "đầu trên nhỏ hơn đầu dưới.", "the upper end is below the lower end."
            )
        if self.comparator == "between" and self.value is not None and self.value_to is None:
            raise self._invalid(
                self.value, "khoảng cần có đầu trên (value_to).", "a range needs its upper end (value_to)."
            )
        if self.horizon <= self.start:
            raise self._invalid(
                self.horizon, f"hạn phải sau năm gốc {self.start}.", f"the horizon must come after {self.start}."
            )
        if self.weight <= 0:
            raise self._invalid(self.weight, "trọng số phải lớn hơn 0.", "a weight must be above 0.")

    def _invalid(self, value: object, reason_vi: str, reason_en: str) -> ValueInvalid:
        return ValueInvalid(place=f"targets[{self.id}]", value=value, reason_vi=reason_vi, reason_en=reason_en)

    @property
    def way(self) -> Direction:
        """Which way is better: as said, else down for a ceiling and up for all others."""
        return self.direction or ("down" if self.comparator == "le" else "up")

    @property
    def floor(self) -> Decimal | None:
        """The least value that meets the target; None where none is too low."""
        if self.value is None or self.comparator == "le" or (self.comparator != "ge" and self._only("down")):
            return None
        return self.value - self._slack

    @property
    def ceiling(self) -> Decimal | None:
        """The greatest value that meets the target; None where none is too high."""
        if self.value is None or self.comparator == "ge" or (self.comparator != "le" and self._only("up")):
            return None
        return self.value_to if self.comparator == "between" else self.value + self._slack

    @property
    def best(self) -> Decimal | None:
        """The value past which the target is exceeded: the figure, or the better end of a range that has one."""
        if self.comparator != "between":
            return self.value
        return {"up": self.value_to, "down": self.value, None: None}[self.direction]

    def _only(self, way: Direction) -> bool:
        """Whether more in this direction is always better: said so, or (but for a range) by default."""
        return (self.direction if self.comparator == "between" else self.way) == way

    @property
    def _slack(self) -> Decimal:
        return abs(self.value or Decimal(0)) * ABOUT if self.comparator == "approx" else Decimal(0)

    def is_met_by(self, value: Decimal) -> bool:
        """Whether a value is as promised or better.

        >>> forest = Target("t1", "forest", "Tỷ lệ che phủ rừng", "%", "ge", Decimal(41), 2025, 2020)
        >>> forest.is_met_by(Decimal(41)), forest.is_met_by(Decimal("40.9"))
        (True, False)
        """
        floor, ceiling = self.floor, self.ceiling
        return (floor is None or value >= floor) and (ceiling is None or value <= ceiling)

    def is_exceeded_by(self, value: Decimal) -> bool:
        """Whether a value is strictly better than promised; inside a range it meets the target and no more."""
        if self.best is None or not self.is_met_by(value):
            return False
        return value < self.best if self.way == "down" else value > self.best

    @property
    def figure(self) -> Decimal | None:
        """The one figure to head for; None for a range without a better end, and where there is no figure."""
        if self.comparator != "between":
            return self.value
        return {"up": self.value, "down": self.value_to, None: None}[self.direction]

    def aim_from(self, baseline: Decimal) -> Decimal | None:
        """The value to head for from `baseline`: the figure, or the nearer end of a range (None: inside it already)."""
        if self.figure is not None or self.value is None or self.value_to is None:
            return self.figure
        if baseline < self.value:
            return self.value
        return self.value_to if baseline > self.value_to else None
