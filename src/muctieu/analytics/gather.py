"""Bring observations to the bounds of one day, over mergers, splits and transfers, before a board is built of them.

Takes Parquet files of observations as `build` does, the history of places and how each indicator's figures become one; writes one
Parquet file that `build` reads: a place's own figures where it had its bounds, figures gathered from the units of the time where it
had not, each with the day on which it became known. Agrees with `muctieu.observations.on_geography` on that day. The figures are
binary numbers, and are not rounded as the scoreboard rounds them. Never uses a weight that no act gives.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from muctieu.analytics.build import engine_errors, literal, rows_of
from muctieu.errors import OutputError
from muctieu.observations import Gathering
from muctieu.places import Places
from muctieu.places.epochs import needs

BATCH = 2_000_000  # figures gathered at a time: some 0.5 GB of memory


def gather(
    source: Path | str,
    places: Places,
    ways: Mapping[str, Gathering | None],
    on: date,
    out: Path,
    *,
    threads: int = 2,
    memory: str = "4GB",
) -> None:
    """Write the observations of `source` on the bounds of the day `on` into the Parquet file `out`.

    `ways` says by indicator how the figures of several units become one; an indicator without one keeps its own figures alone. A place
    that has ended by `on` keeps its last bounds. Raises SourceUnfit where the source cannot be read so, OutputError where `out` cannot
    be written.
    """
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as scratch, duckdb.connect() as engine:
            engine.execute(f"SET threads = {int(threads)}")
            engine.execute("SET memory_limit = ?", [memory])
            engine.execute("SET temp_directory = ?", [str(Path(scratch) / "spill")])
            _needs(engine, places, {way.base for way in ways.values() if way}, on, Path(scratch))
            _ways(engine, ways)
            with engine_errors(source):
                _write(engine, rows_of(engine, source), Path(scratch), made := Path(scratch) / "made.parquet")
            made.replace(out)
    except OSError as error:
        raise OutputError(name=str(out), reason=error.strerror or str(error)) from error


def _write(engine: duckdb.DuckDBPyConnection, rows: str, scratch: Path, made: Path) -> None:
    """Some indicators after others, so that a nation's figures fit into memory; then all of them into one file."""
    query = files("muctieu.analytics").joinpath("gather.sql").read_text(encoding="utf-8")
    counts = engine.execute(
        f"SELECT indicator, COUNT(*) FROM ({rows}) GROUP BY indicator ORDER BY indicator"
    ).fetchall()
    parts = scratch / "parts"
    parts.mkdir()
    for number, batch in enumerate(list(_batches(counts)) or [[""]]):
        listed = ", ".join(map(literal, batch))
        engine.execute(f"CREATE OR REPLACE VIEW figures AS SELECT * FROM ({rows}) WHERE indicator IN ({listed})")
        engine.execute(f"COPY ({query}) TO {literal(str(parts / f'{number}.parquet'))} (FORMAT PARQUET)")
    every = literal(str(parts / "*.parquet"))
    engine.execute(
        f"COPY (SELECT * FROM read_parquet({every})) TO {literal(str(made))} (FORMAT PARQUET, COMPRESSION ZSTD)"
    )


def _batches(counts: Iterable[tuple[str, int]]) -> Iterator[list[str]]:
    """Indicators in groups of at most some `BATCH` figures, one indicator at least."""
    batch: list[str] = []
    size = 0
    for indicator, count in counts:
        if batch and size + count > BATCH:
            yield batch
            batch, size = [], 0
        batch.append(indicator)
        size += count
    if batch:
        yield batch


def _needs(engine: duckdb.DuckDBPyConnection, places: Places, bases: set[str], on: date, scratch: Path) -> None:
    """What each place rests on, by base; shares and sizes become binary numbers here."""
    listed = scratch / "needs.csv"
    with listed.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        for base in sorted(bases):
            for one in needs(places, on, base):
                share, size = (None if number is None else float(number) for number in (one.share, one.size))
                writer.writerow([one.place, base, one.since, one.until, one.own, one.part, share, size])
    kinds = (
        "{'place': 'VARCHAR', 'base': 'VARCHAR', 'since': 'DATE', 'until_day': 'DATE', 'own': 'VARCHAR', 'part': 'VARCHAR',"
        " 'share': 'DOUBLE', 'size': 'DOUBLE'}"
    )
    engine.execute(
        f"CREATE TABLE needs AS SELECT * FROM read_csv({literal(str(listed))}, header = false, columns = {kinds})"
    )


def _ways(engine: duckdb.DuckDBPyConnection, ways: Mapping[str, Gathering | None]) -> None:
    engine.execute("CREATE TABLE ways (indicator VARCHAR, way VARCHAR, base VARCHAR)")
    rows = [[indicator, way.way, way.base] for indicator, way in ways.items() if way is not None]
    if rows:
        engine.executemany("INSERT INTO ways VALUES (?, ?, ?)", rows)
