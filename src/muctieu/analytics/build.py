"""Build a board once: observations sorted by place, targets beside them, both as Parquet.

Takes Parquet files of observations (one or a glob) and the targets, writes a folder that `PlaceBoard` answers from.
The rows of one place end up side by side, so that a question about a place reads a few row groups of the file and no
more. Never changes its sources; the folder appears whole or not at all.
"""

from __future__ import annotations

import csv
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from muctieu.errors import OutputError, SourceUnfit
from muctieu.scoreboard.target import Target

OBSERVATIONS, TARGETS = "observations.parquet", "targets.parquet"
ROWS_A_GROUP = 61_440  # some five places of 200 monthly targets: small enough to read alone, large enough to compress

# The days of a period, from which the rest follows; EXTRACT and CASE only, so that another engine can build the same.
SORTED = """
SELECT place, indicator, first_day, until_day, known_day, value, rank, withdrawn,
       CAST(EXTRACT(YEAR FROM until_day - INTERVAL '1' DAY) AS INTEGER) AS year,
       CAST((EXTRACT(YEAR FROM until_day) - EXTRACT(YEAR FROM first_day)) * 12
            + EXTRACT(MONTH FROM until_day) - EXTRACT(MONTH FROM first_day) AS INTEGER) AS months,
       EXTRACT(YEAR FROM until_day) + (EXTRACT(DOY FROM until_day) - 1)
         / CASE WHEN (EXTRACT(YEAR FROM until_day) % 4 = 0 AND EXTRACT(YEAR FROM until_day) % 100 <> 0)
                  OR EXTRACT(YEAR FROM until_day) % 400 = 0 THEN 366.0 ELSE 365.0 END AS ended
FROM ({rows}) observations
ORDER BY place, indicator, first_day, until_day, known_day
"""


COLUMNS = "place, indicator, first_day, until_day, known_day, value"
OPTIONAL = {  # column: the source's name for it, what is read of it, what holds where it is not there
    "rank": ("status", "CASE status WHEN 'estimated' THEN 0 WHEN 'preliminary' THEN 1 ELSE 2 END", "2"),
    "withdrawn": ("withdrawn", "COALESCE(withdrawn, false)", "false"),
}


def build(
    source: Path | str,
    targets: Iterable[Target],
    additive: Iterable[str],
    folder: Path,
    *,
    threads: int = 2,
    memory: str = "4GB",
) -> None:
    """Write the board of `source` into `folder`.

    `source` is a Parquet file or glob with the columns place, indicator (text), first_day, until_day (the day after
    the last), known_day (dates) and value (a number), and if it has them status (estimated, preliminary, official) and
    withdrawn (true takes the figure back), which mean what they do in `muctieu.observations`. `additive` names the
    indicators whose parts of a year sum to the year. Raises SourceUnfit where the source cannot be read so,
    OutputError where the folder cannot be written.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    except OSError as error:
        raise OutputError(name=str(folder), reason=error.strerror or str(error)) from error
    try:
        with duckdb.connect() as engine:
            engine.execute(f"SET threads = {int(threads)}")
            engine.execute("SET memory_limit = ?", [memory])
            engine.execute("SET temp_directory = ?", [str(scratch / "spill")])
            _write_observations(engine, source, scratch / OBSERVATIONS)
            _write_targets(engine, targets, set(additive), scratch)
        shutil.rmtree(scratch / "spill", ignore_errors=True)
        shutil.rmtree(folder, ignore_errors=True)
        scratch.rename(folder)
    except OSError as error:
        raise OutputError(name=str(folder), reason=error.strerror or str(error)) from error
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def literal(text: str) -> str:
    """A string as SQL writes it.

    >>> literal("Ka'Long")
    "'Ka''Long'"
    """
    return "'" + text.replace("'", "''") + "'"


def rows_of(engine: duckdb.DuckDBPyConnection, source: Path | str) -> str:
    """The query that reads a source's observations, with what holds where an optional column is not there."""
    described = engine.execute(f"DESCRIBE SELECT * FROM read_parquet({literal(str(source))})").fetchall()
    there = {row[0] for row in described}
    rank, withdrawn = (read if column in there else lacking for column, read, lacking in OPTIONAL.values())
    return (
        f"SELECT place, indicator, first_day, until_day, known_day, CAST(value AS DOUBLE) AS value, {rank} AS rank,"
        f" {withdrawn} AS withdrawn FROM read_parquet({literal(str(source))})"
    )


@contextmanager
def engine_errors(source: Path | str) -> Iterator[None]:
    """What the engine says of a source that it cannot read, as SourceUnfit."""
    try:
        yield
    except (
        duckdb.IOException,
        duckdb.BinderException,
        duckdb.InvalidInputException,
        duckdb.ConversionException,
    ) as error:
        raise SourceUnfit(name=str(source), reason=str(error).splitlines()[0], columns=COLUMNS) from error


def _write_observations(engine: duckdb.DuckDBPyConnection, source: Path | str, out: Path) -> None:
    shape = f"FORMAT PARQUET, COMPRESSION ZSTD, ROW_GROUP_SIZE {ROWS_A_GROUP}"
    with engine_errors(source):
        query = SORTED.format(rows=rows_of(engine, source))
        engine.execute(f"COPY ({query}) TO {literal(str(out))} ({shape})")


NUMBERS = ("aim", "aim_to", "floor", "ceiling", "best", "baseline", "weight")
TYPES = dict.fromkeys(NUMBERS, "DOUBLE") | {"start_year": "INTEGER", "horizon": "INTEGER", "additive": "BOOLEAN"}
WORDS = ("id", "indicator", "place", "comparator", "cadence", "way")
HEAD = (*WORDS, *NUMBERS, "start_year", "horizon", "additive")


Engine = duckdb.DuckDBPyConnection


def _write_targets(engine: Engine, targets: Iterable[Target], additive: set[str], folder: Path) -> None:
    listed = folder / "targets.csv"
    with listed.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEAD)
        for one in targets:
            undirected = one.comparator == "between" and one.figure is None
            writer.writerow([
                one.id, one.indicator, one.place, "between" if undirected else "one figure", one.cadence, one.way,
                one.value if undirected else one.figure, one.value_to, one.floor, one.ceiling, one.best, one.baseline,
                one.weight, one.start, one.horizon, one.indicator in additive,
            ])  # fmt: skip
    kinds = ", ".join(f"'{name}': '{TYPES.get(name, 'VARCHAR')}'" for name in HEAD)
    engine.execute(
        f"COPY (SELECT * FROM read_csv({literal(str(listed))}, header = true, columns = {{{kinds}}}))"
        f" TO {literal(str(folder / TARGETS))} (FORMAT PARQUET)"
    )
    listed.unlink()
