"""Values that hold for a time: an included start, an excluded end. Takes stretches, answers a value, *not yet* or *ended*, never None."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Generic, TypeVar

from muctieu.errors import ValueInvalid

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class NotYet:
    """Nothing holds on that day; the next value starts on `since`."""

    since: date


@dataclass(frozen=True, slots=True)
class Ended:
    """Nothing holds on that day any more; the last value before it held until `on` (excluded)."""

    on: date


@dataclass(frozen=True, slots=True)
class Held(Generic[V]):
    """A value that holds from `start` (included) to `end` (excluded; None: to this day)."""

    value: V
    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end <= self.start:
            raise ValueInvalid(
                place="dated value", value=f"{self.start}/{self.end}",
                reason_vi="ngày kết thúc phải sau ngày bắt đầu; hãy sửa một trong hai.",
                reason_en="the end must come after the start; correct one of them.",
            )  # fmt: skip

    def covers(self, day: date) -> bool:
        """Does the value hold on that day?"""
        return self.start <= day and (self.end is None or day < self.end)


class Dated(Generic[V]):
    """Stretches of time with their values, none over another; gaps are allowed. Frozen.

    >>> name = Dated([Held("xã Hải Hòa", date(1998, 7, 20), date(2008, 9, 24)), Held("phường Hải Hòa", date(2008, 9, 24))])
    >>> name.on(date(2008, 9, 23)).value, name.on(date(2008, 9, 24)).value, name.on(date(1990, 1, 1))
    ('xã Hải Hòa', 'phường Hải Hòa', NotYet(since=datetime.date(1998, 7, 20)))
    """

    __slots__ = ("stretches",)
    stretches: tuple[Held[V], ...]

    def __init__(self, stretches: Iterable[Held[V]]) -> None:
        """Raises ValueInvalid where there is none, or where two hold on one day."""
        ordered = tuple(sorted(stretches, key=lambda held: held.start))
        if not ordered:
            raise ValueInvalid(
                place="dated value", value="", reason_vi="phải có ít nhất một khoảng thời gian.",
                reason_en="there must be at least one stretch of time.",
            )  # fmt: skip
        for held, following in pairwise(ordered):
            if held.end is None or held.end > following.start:
                raise ValueInvalid(
                    place="dated value", value=str(following.start),
                    reason_vi="hai giá trị cùng có hiệu lực trong một ngày; hãy kết thúc giá trị trước.",
                    reason_en="two values hold on one day; end the earlier one.",
                )  # fmt: skip
        object.__setattr__(self, "stretches", ordered)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"A Dated is frozen; “{name}” cannot be set.")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Dated) and self.stretches == other.stretches

    def __hash__(self) -> int:
        return hash(self.stretches)

    def __repr__(self) -> str:
        return f"Dated({list(self.stretches)!r})"

    def on(self, day: date) -> Held[V] | NotYet | Ended:
        """What holds on the day; in a gap it is *not yet* where something follows."""
        for held in self.stretches:
            if held.covers(day):
                return held
            if day < held.start:
                return NotYet(held.start)
        end = self.stretches[-1].end
        assert end is not None  # the last stretch began by then and does not cover the day, so it has ended
        return Ended(end)
