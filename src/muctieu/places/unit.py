"""An administrative unit, and the events that change it. Plain frozen values: what they do to each other is in `history`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import Literal

from muctieu.errors import ValueInvalid

EventKind = Literal["merge", "split", "transfer", "rename", "promotion", "end"]
Shares = Mapping[str, Fraction]
_NONE: Mapping[str, Fraction] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it first was. `id` is ours and never reused; `code` is the statistical code, which offices do reuse.

    `parent` is the id of the unit above, `start` its first day (included), `end` the excluded end where no event says it.
    `sizes` are what it counts by each base (`population`) when it takes part in an event.
    """

    id: str
    name: str
    kind: str
    start: date
    code: str = ""
    parent: str = ""
    end: date | None = None
    sizes: Mapping[str, Fraction] = field(default_factory=lambda: _NONE, hash=False)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Flow:
    """What passes from one unit to another: the shares of the *source* by base; empty where all of it passes."""

    source: str
    target: str
    shares: Shares = field(default_factory=lambda: _NONE, hash=False)

    @property
    def is_whole(self) -> bool:
        """Does the whole source pass?"""
        return not self.shares


@dataclass(frozen=True, slots=True)
class Naming:
    """The name, kind and code that a unit bears for a time."""

    name: str
    kind: str
    code: str


@dataclass(frozen=True, slots=True)
class Event:
    """What an act does on a day. `flows` for merge, split and transfer; `unit` and `naming` for rename, promotion and end."""

    kind: EventKind
    on: date
    act: str
    flows: tuple[Flow, ...] = ()
    unit: str = ""
    naming: Naming | None = None
    note: str = ""


def invalid(place: str, value: object, reason_vi: str, reason_en: str) -> ValueInvalid:
    """The error for a value of a places file."""
    return ValueInvalid(place=place, value=value, reason_vi=reason_vi, reason_en=reason_en)
