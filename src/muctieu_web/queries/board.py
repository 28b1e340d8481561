"""The board as its page needs it: a fixed number of queries, whatever the number of targets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from muctieu.scoreboard.rollup import RollUp
from muctieu.scoreboard.standing import Standing
from muctieu_web.access import Actor, Permission, permit
from muctieu_web.boards import board_on
from muctieu_web.queries.site import sees_unofficial


@dataclass(frozen=True, slots=True)
class BoardPage:
    """The standings of a day and their roll-ups."""

    as_of: date
    standings: tuple[Standing, ...]
    whole: RollUp
    groups: tuple[RollUp, ...]


def board_page(*, actor: Actor, as_of: date, public: bool = False) -> BoardPage:
    """The board of a day, as this person may see it. Raises `Forbidden`."""
    permit(actor, Permission.LOOK, public=public)
    board = board_on(as_of, official_only=not sees_unofficial(actor))
    return BoardPage(as_of, board.standings, board.whole, board.groups)
