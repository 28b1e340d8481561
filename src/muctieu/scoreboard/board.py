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

    def subject(self, language: Language = "vi") -> str:
        """Whose board it is: the one place, or the one at the top where there are several; empty where there is none."""
        known = self.register.places
        codes = [one.label for one in self.places if one.label]
        if len(codes) > 1:
            codes = [code for code, place in known.items() if not place.parent]
        if len(codes) != 1:
            return ""
        return self.register.place_name(codes[0], self.as_of, language)


def board(register: Register, as_of: date, places: Iterable[str] = (), rules: Rules = RULES) -> Board:
    """The board of a register on a day, of some places or (none named) of all.

    Raises ValueInvalid for a place that the register does not know.
    """
    wanted = set(places)
    known = set(register.places) | {target.place for target in register.targets}
    for place in sorted(wanted - known):
        listed = ", ".join(sorted(code for code in known if code))
        raise ValueInvalid(
            place="--place", value=place, reason_vi=f"sổ không có địa bàn này; có: {listed}.",
            reason_en=f"the register has no such place; it has: {listed}.",
        )  # fmt: skip
    targets = [target for target in register.targets if not wanted or target.place in wanted]
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
