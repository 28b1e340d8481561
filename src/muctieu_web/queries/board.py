"""The board as its page needs it: a fixed number of queries, whatever the number of targets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from muctieu.scoreboard.rollup import RollUp, roll_up, total
from muctieu.scoreboard.standing import Standing
from muctieu.scoreboard.words import STATUSES
from muctieu_web.access import Actor, Permission, permit
from muctieu_web.boards import board_on, register_now
from muctieu_web.queries.site import SiteRow, sees_unofficial
from muctieu_web.store.fields import fold


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of the board is asked for; empty: all of it. `words` are looked for without accents."""

    group: str = ""
    organisation: str = ""
    status: str = ""
    place: str = ""
    words: str = ""

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

    `first` and `last` are the ends of the slider: the start of the term and the later of today and the newest figure.
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
    shown = [one for one in board.standings if wanted.fits(one)]
    register = board.register
    weights = {place.code: place.weight for place in register.places.values()}
    names = {code: place.name for code, place in register.places.items()}
    first, last = _ends(board.standings, register_now(official_only=official_only).entries, today)
    rollups = {one.label: one for one in roll_up(shown, lambda one: one.target.group, weights)}
    groups = tuple(
        Group(label, rollup, tuple(one for one in shown if one.target.group == label))
        for label, rollup in rollups.items()
    )
    return BoardPage(
        as_of=as_of,
        first=first,
        last=last,
        elapsed=_share(first, date(_horizon(board.standings, last.year) + 1, 1, 1), as_of),
        term=f"{first.year - 1}–{_horizon(board.standings, last.year)}",
        whole=total(shown, weights),
        groups=groups,
        total=len(board.standings),
        wanted=wanted,
        choices=_choices(board.standings, names),
        places=names if len({one.target.place for one in board.standings}) > 1 else {},
        below={code: place.name for code, place in register.places.items() if place.parent},
    )


def _ends(standings: Iterable[Standing], entries: Iterable[object], today: date) -> tuple[date, date]:
    starts = [one.target.start for one in standings]
    newest = max((entry.known for entry in entries), default=today)  # type: ignore[attr-defined]
    first = date(min(starts, default=today.year - 1) + 1, 1, 1)
    return first, max(today, newest, first)


def _horizon(standings: Iterable[Standing], default: int) -> int:
    return max((one.target.horizon for one in standings), default=default)


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
