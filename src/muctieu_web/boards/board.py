"""The board of a day out of the store: loaded with a fixed number of queries, kept while the register's stamp stands.

The stamp is the id of the last entry of the history: every write makes one. What is kept lives in this process alone.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from django.db.models import Max

from muctieu.observations import Observations
from muctieu.scoreboard.board import Board, board
from muctieu.scoreboard.register import Register
from muctieu_web.store.mapping import history_of, indicator_of, last_word_of_a_day, place_of, target_of
from muctieu_web.store.models import Change, Indicator, Observation, Place, PlaceEvent, Target


def stamp() -> int:
    """Grows with every write."""
    return Change.objects.aggregate(last=Max("id"))["last"] or 0


def register_now(*, official_only: bool = False) -> Register:
    """All that the store holds, as the library's register. `official_only` leaves out what is estimated or preliminary."""
    return _register(stamp(), official_only)


def board_on(as_of: date, *, official_only: bool = False, places: tuple[str, ...] = ()) -> Board:
    """The board of a day, of some places or of all. Raises ValueInvalid for a place that is not there."""
    return _board(stamp(), official_only, as_of, places)


def forget() -> None:
    """Drops what is kept (tests; a restored database)."""
    _register.cache_clear()
    _board.cache_clear()


@lru_cache(maxsize=4)
def _register(_: int, official_only: bool) -> Register:
    rows = Observation.objects.select_related("indicator", "place", "version__report").order_by("known", "id")
    rows = rows.defer("version__text", "version__document", "version__targets_read")
    if official_only:
        rows = rows.filter(status="official")
    targets = Target.objects.select_related("indicator", "place", "organisation")
    places = list(Place.objects.select_related("parent").order_by("id"))
    events = PlaceEvent.objects.select_related("unit").prefetch_related("parts__source", "parts__successor")
    return Register(
        "Muctieu",
        {row.code: indicator_of(row) for row in Indicator.objects.all()},
        tuple(target_of(row) for row in targets),
        Observations(last_word_of_a_day(rows)),
        {row.code: place_of(row) for row in places},
        history_of(places, events),
    )


@lru_cache(maxsize=64)
def _board(at: int, official_only: bool, as_of: date, places: tuple[str, ...]) -> Board:
    return board(_register(at, official_only), as_of, places)
