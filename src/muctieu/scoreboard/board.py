"""The board: every target of a register on a day, with its roll-ups.

Takes a register, a day and the places asked for; gives a `Board` that all the renderings (`render_*`) read. Never
reads a clock.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from muctieu.errors import Language, ValueInvalid
from muctieu.scoreboard.judgement import RULES, Rules
from muctieu.scoreboard.register import Register
from muctieu.scoreboard.rollup import RollUp, roll_up, total
from muctieu.scoreboard.standing import Standing, assess


@dataclass(frozen=True)
class Board:
    """Where all targets stand on `as_of`, in the order of the register."""

    register: Register
    as_of: date
    standings: tuple[Standing, ...]
    whole: RollUp
    groups: tuple[RollUp, ...]
    organisations: tuple[RollUp, ...]
    places: tuple[RollUp, ...]

    @property
    def main_place(self) -> str:
        """The place that at least half of the targets are of; empty where there is none."""
        most = max(self.places, key=lambda one: one.targets, default=None)
        return most.label if most and most.targets * 2 >= len(self.standings) else ""

    def subject(self, language: Language = "vi") -> str:
        """Whose board it is: the main place by its name that day; empty where there is none."""
        return self.register.place_name(self.main_place, self.as_of, language) if self.main_place else ""

    def aside(self, standing: Standing, language: Language = "vi") -> str:
        """The place of a target that is not of the main place; empty for the others."""
        code = standing.target.place
        return "" if code in ("", self.main_place) else self.register.place_name(code, self.as_of, language)


def board(
    register: Register, as_of: date, places: Iterable[str] = (), rules: Rules = RULES, horizons: Iterable[int] = ()
) -> Board:
    """The board of a register on a day, of some places and of targets due in some years, or (none named) of all.

    Raises ValueInvalid for a place that the register does not know, or a year in which no target is due.
    """
    wanted, due = set(places), set(horizons)
    known = set(register.places) | {target.place for target in register.targets}
    for place in sorted(wanted - known):
        listed = ", ".join(sorted(code for code in known if code))
        raise ValueInvalid(
            place="--place", value=place, reason_vi=f"sổ không có địa bàn này; có: {listed}.",
            reason_en=f"the register has no such place; it has: {listed}.",
        )  # fmt: skip
    years = {target.horizon for target in register.targets}
    for year in sorted(due - years):
        listed = ", ".join(map(str, sorted(years)))
        raise ValueInvalid(
            place="--horizon", value=year, reason_vi=f"sổ không có mục tiêu nào đến hạn năm này; có: {listed}.",
            reason_en=f"the register has no target due in this year; it has: {listed}.",
        )  # fmt: skip
    targets = [
        target
        for target in register.targets
        if (not wanted or target.place in wanted) and (not due or target.horizon in due)
    ]
    standings = tuple(
        assess(target, register.series(target.indicator, target.place, as_of), as_of, rules) for target in targets
    )
    weights = {place.code: place.weight for place in register.places.values()}
    return Board(
        register,
        as_of,
        standings,
        total(standings, weights),
        roll_up(standings, lambda one: one.target.group, weights),
        roll_up(standings, lambda one: one.target.organisation, weights),
        roll_up(standings, lambda one: one.target.place, weights),
    )
