"""The catalogue's files: `catalogue.csv` (one indicator a row) and `words.toml` (abbreviations, words that tell nothing or apart).

Each is read once, on first use. A row that does not hold is a fault of the program's own data and raises ValueError with its line.
"""

from __future__ import annotations

import csv
import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

Direction = Literal["up", "down"]
_DIRECTIONS: dict[str, Direction | None] = {"up": "up", "down": "down", "": None}


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of the catalogue.

    `code` is its own stable code; `national` its code in the national statistical indicator system, None where it has none or none is
    known for certain. `unit` and `per` are written as in the wire format. `direction` is which way is better, None where neither is.
    `additive`: do places add up to their total? `low` and `high` bound what it can be.
    """

    code: str
    national: str | None
    name: str
    name_en: str
    field: str
    unit: str
    per: tuple[str, ...]
    direction: Direction | None
    additive: bool
    low: Decimal | None
    high: Decimal | None
    aliases: tuple[str, ...]

    @property
    def phrases(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)


class Words(NamedTuple):
    """The word lists of matching, folded: abbreviations, their full words, words left out, words that no match may add or lose."""

    short: re.Pattern[str]
    full: dict[str, str]
    empty: re.Pattern[str]
    telling: frozenset[str]


@cache
def catalogue() -> tuple[Indicator, ...]:
    """Every indicator, in the order of the file."""
    text = files("muctieu.indicators").joinpath("catalogue.csv").read_text(encoding="utf-8")
    return tuple(
        _indicator(row, number) for number, row in enumerate(csv.DictReader(text.splitlines(), delimiter=";"), 2)
    )


def indicator_of(code: str) -> Indicator | None:
    """The indicator with this code, None where the catalogue has none.

    >>> indicator_of("ho_ngheo_ty_le").direction
    'down'
    """
    return _by_code().get(code)


@cache
def _by_code() -> dict[str, Indicator]:
    return {indicator.code: indicator for indicator in catalogue()}


def _indicator(row: dict[str, str], line: int) -> Indicator:
    if None in row.values() or row["direction"] not in _DIRECTIONS or row["additive"] not in ("yes", "no"):
        raise ValueError(f"catalogue.csv, line {line}: {row}")
    return Indicator(
        row["code"],
        row["national"] or None,
        row["vi"],
        row["en"],
        row["field"],
        row["unit"],
        tuple(row["per"].split("/")) if row["per"] else (),
        _DIRECTIONS[row["direction"]],
        row["additive"] == "yes",
        Decimal(row["low"]) if row["low"] else None,
        Decimal(row["high"]) if row["high"] else None,
        tuple(alias for alias in row["aliases"].split("|") if alias),
    )


@cache
def words() -> Words:
    """The word lists of `words.toml`."""
    read = tomllib.loads(files("muctieu.indicators").joinpath("words.toml").read_text(encoding="utf-8"))
    return Words(_any_of(read["short"]), read["short"], _any_of(read["empty"]), frozenset(read["telling"]))


def _any_of(choices: object) -> re.Pattern[str]:
    ordered = sorted(choices, key=len, reverse=True)  # type: ignore[call-overload]
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(map(re.escape, ordered))})(?![a-z0-9])")
