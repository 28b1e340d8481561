"""The board as its page needs it: a fixed number of queries, whatever the number of targets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from muctieu.scoreboard.rollup import RollUp, roll_up, total
from muctieu.scoreboard.standing import Standing
from muctieu.scoreboard.words import STATUSES
from muctieu_web.access import Actor, Permission, permit
from muctieu_web.boards import board_on
from muctieu_web.queries.site import SiteRow, sees_unofficial
from muctieu_web.store.fields import fold


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of the board is asked for; empty: all of it, of the main term. `words` are looked for without accents.

    `term` is `2020-2025`, as the plan's base year and horizon.
    """

    group: str = ""
    organisation: str = ""
    status: str = ""
    place: str = ""
    words: str = ""
    term: str = ""

    def fits(self, standing: Standing) -> bool:
        """Is this target asked for?"""
        target = standing.target
        return (
            self.group in ("", target.group)
            and self.organisation in ("", target.organisation)
            and self.status in ("", standing.status)
            and self.place in ("", target.place)
            and fold(self.words.strip()) in fold(f"{target.name} {target.name_en} {target.id}")
        )

    @property
    def is_all(self) -> bool:
        """Is nothing left out?"""
        return not any((self.group, self.organisation, self.status, self.place, self.words.strip()))


@dataclass(frozen=True, slots=True)
class Group:
    """The targets under one heading."""

    label: str
    rollup: RollUp
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter: its words and how many targets it has."""

    value: str
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class BoardPage:
    """The standings of a day under their headings; `choices` are the values of each filter.

    `first` and `last` are the ends of the slider: those of the term.
    `places` are the names by code where there are several; `below` those that lie within another.
    `elapsed` is the share of the term that is over on `as_of`.
    """

    as_of: date
    first: date
    last: date
    elapsed: float
    term: str
    whole: RollUp
    groups: tuple[Group, ...]
    total: int
    wanted: Wanted
    choices: dict[str, tuple[Choice, ...]] = field(hash=False)
    places: dict[str, str] = field(hash=False)
    below: dict[str, str] = field(hash=False)

    @property
    def shown(self) -> int:
        """How many targets are left after the filters."""
        return sum(len(group.standings) for group in self.groups)


def board_page(*, actor: Actor, site: SiteRow, as_of: date, today: date, wanted: Wanted | None = None) -> BoardPage:
    """The board of a day, as this person may see it. Raises `Forbidden`."""
    wanted = wanted or Wanted()
    permit(actor, Permission.LOOK, public=site.is_public)
    official_only = not sees_unofficial(actor)
    board = board_on(as_of, official_only=official_only)
    terms = sorted({_term(one) for one in board.standings}, key=lambda term: term[5:], reverse=True)
    term = wanted.term if wanted.term in terms else _main_term(board.standings, as_of)
    of_term = tuple(one for one in board.standings if _term(one) == term)
    shown = [one for one in of_term if wanted.fits(one)]
    register = board.register
    weights = {place.code: place.weight for place in register.places.values()}
    names = {code: place.name for code, place in register.places.items()}
    first, last = _ends(of_term, today)
    rollups = {one.label: one for one in roll_up(shown, lambda one: one.target.group, weights)}
    groups = tuple(
        Group(label, rollup, tuple(one for one in shown if one.target.group == label))
        for label, rollup in rollups.items()
    )
    return BoardPage(
        as_of=as_of,
        first=first,
        last=last,
        elapsed=_share(first, date(last.year, 12, 31), as_of),
        term=term,
        whole=total(shown, weights),
        groups=groups,
        total=len(of_term),
        wanted=wanted,
        choices={**_choices(of_term, names), "term": tuple(Choice(one, one, 0) for one in terms)},
        places=names if len({one.target.place for one in of_term}) > 1 else {},
        below={code: place.name for code, place in register.places.items() if place.parent},
    )


def _term(standing: Standing) -> str:
    return f"{standing.target.start}-{standing.target.horizon}"


def _main_term(standings: Iterable[Standing], as_of: date) -> str:
    """Of the terms that had begun by the day the one with the most targets, the newer of equals; else any."""
    counts: dict[str, tuple[bool, int, int]] = {}
    for one in standings:
        begun, count, _ = counts.get(_term(one), (one.target.start < as_of.year, 0, 0))
        counts[_term(one)] = (begun, count + 1, one.target.horizon)
    return max(counts, key=lambda term: counts[term], default="")


def _ends(standings: Iterable[Standing], today: date) -> tuple[date, date]:
    """The first day after the base year and the last of the horizon; this year's where there is no target."""
    years = [(one.target.start + 1, one.target.horizon) for one in standings] or [(today.year, today.year)]
    return date(min(first for first, _ in years), 1, 1), date(max(last for _, last in years), 12, 31)


def _share(first: date, end: date, day: date) -> float:
    return min(1.0, max(0.0, (day - first).days / max(1, (end - first).days)))


def _choices(standings: tuple[Standing, ...], names: dict[str, str]) -> dict[str, tuple[Choice, ...]]:
    def of(values: Iterable[str], words: dict[str, str]) -> tuple[Choice, ...]:
        counts: dict[str, int] = {}
        for value in values:
            if value:
                counts[value] = counts.get(value, 0) + 1
        return tuple(Choice(value, words.get(value, value), count) for value, count in counts.items())

    statuses = of((one.status for one in standings), {})
    order = list(STATUSES)
    return {
        "group": of((one.target.group for one in standings), {}),
        "organisation": of((one.target.organisation for one in standings), {}),
        "place": of((one.target.place for one in standings), names),
        "status": tuple(sorted(statuses, key=lambda choice: order.index(choice.value))),
    }
