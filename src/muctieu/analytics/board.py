"""Ask a built board: one place's targets, or every place's, on any day.

Takes the folder that `build` wrote; gives the same status and figures as `muctieu.scoreboard` without a forecast. The
SQL is one file (`standings.sql`) for one place and for all. Never writes, never opens the network.
"""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import duckdb

from muctieu.analytics.build import OBSERVATIONS, TARGETS, literal
from muctieu.errors import FileMissing
from muctieu.scoreboard.judgement import RULES, Rules, Status


class Row(NamedTuple):
    """One target in one place: the latest value and the day after its period, the base, the shares, `status`.

    The shares mean what they do in `muctieu.scoreboard.standing.Standing`; `ratio` is the linear measure; None where
    there is none.
    """

    target: str
    place: str
    value: float | None
    until: date | None
    base: float | None
    share_of_plan: float | None
    way: float | None
    time: float | None
    ratio: float | None
    growth: float | None
    weight: float
    status: Status


class Tally(NamedTuple):
    """The targets of one place as counts and weights: all, judged (a figure is there), reached, promising, lost."""

    place: str
    targets: int
    weight: float
    judged: float
    reached: float
    promising: float
    lost: float


class PlaceBoard:
    """A built board.

    `threads` bounds the engine; each question opens the files anew, so that a rebuilt board is seen.
    """

    def __init__(self, folder: Path, *, threads: int = 2) -> None:
        for name in (OBSERVATIONS, TARGETS):
            if not (folder / name).is_file():
                raise FileMissing(name=str(folder / name))
        self.folder = folder
        self.threads = threads

    def of(self, place: str, as_of: date, rules: Rules = RULES) -> tuple[Row, ...]:
        """Where the targets of `place` stand on `as_of`, in order of target.

        Empty where nothing is known of the place.
        """
        with self._engine(f"WHERE place = {literal(place)}") as engine:
            return tuple(Row(*row) for row in engine.execute(standings_sql(as_of, rules)).fetchall())

    def tallies(self, as_of: date, rules: Rules = RULES) -> tuple[Tally, ...]:
        """One line a place, over all places; a pass over everything."""
        query = f"""
            SELECT place, COUNT(*), SUM(weight),
                   SUM(CASE WHEN status <> 'no_data' THEN weight ELSE 0 END),
                   SUM(CASE WHEN status IN ('met', 'exceeded') THEN weight ELSE 0 END),
                   SUM(CASE WHEN status IN ('met', 'exceeded', 'on_track') THEN weight ELSE 0 END),
                   SUM(CASE WHEN status IN ('missed', 'at_risk') THEN weight ELSE 0 END)
            FROM ({standings_sql(as_of, rules)}) standings GROUP BY place ORDER BY place"""
        with self._engine("") as engine:
            return tuple(Tally(*row) for row in engine.execute(query).fetchall())

    def places(self) -> tuple[str, ...]:
        """Every place that has an observation."""
        with self._engine("") as engine:
            found = engine.execute("SELECT DISTINCT place FROM observations ORDER BY 1").fetchall()
        return tuple(place for (place,) in found)

    def _engine(self, scope: str) -> duckdb.DuckDBPyConnection:
        engine = duckdb.connect()
        engine.execute(f"SET threads = {int(self.threads)}")
        engine.execute("SET autoinstall_known_extensions = false")
        for name, rows in (("observations", f"{OBSERVATIONS} {scope}"), ("targets", TARGETS)):
            file, _, where = rows.partition(" ")
            path = literal(str(self.folder / file))
            engine.execute(f"CREATE TEMP VIEW {name} AS SELECT * FROM read_parquet({path}) {where}")
        return engine


def standings_sql(as_of: date, rules: Rules = RULES) -> str:
    """The portable SQL of the standings on a day, over the tables `observations` and `targets`."""
    text = files("muctieu.analytics").joinpath("standings.sql").read_text(encoding="utf-8")
    return text.format(as_of=as_of.isoformat(), on_track=float(rules.on_track), behind=float(rules.behind))
