"""Any place's board out of a nation's observations: seconds from a cold start, beside a plain pandas group-by.

    python benchmarks/board_scale.py [--scale 0.01] [--folder /tmp/board-scale] [--keep] [--merged]

At scale 1: 200 targets, 3,500 places, 66 months, 46.2 million observations, written in the order in which they arrive
(month by month). The board is built once; then each question is a new process, as a person's first click of the day
is. pandas gets the same file and the same place: read, keep the place, group by indicator, latest value and the one a
year before, share of plan.

With `--merged` the same figures are also brought to the bounds of places that merged by threes in July 2025, and a board is built of them.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import time
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import duckdb

from muctieu.analytics import build, gather
from muctieu.observations import Gathering
from muctieu.places import Event, Flow, Places, Unit
from muctieu.scoreboard.target import Target

TARGETS, PLACES, MONTHS = 200, 3500, 66

ASK = """
import json, sys
from datetime import date
from pathlib import Path
from muctieu.analytics import PlaceBoard
rows = PlaceBoard(Path(sys.argv[1])).of(sys.argv[2], date(2026, 7, 15))
print(json.dumps({row.target: [row.value, row.growth, row.share_of_plan] for row in rows}))
"""

PANDAS = """
import json, sys
import pandas
filters = [("place", "==", sys.argv[2])] if sys.argv[3] == "pushed" else None
frame = pandas.read_parquet(sys.argv[1], filters=filters)
frame = frame[frame["place"] == sys.argv[2]].sort_values("until_day")
groups = frame.groupby("indicator")["value"]
latest, before = groups.last(), groups.nth(-13).groupby(frame["indicator"]).last()
growth = (latest - before) / before * 100
aims = json.loads(sys.argv[4])
found = {"t" + name[1:]: [latest[name], growth[name], latest[name] / aims[name]] for name in latest.index}
print(json.dumps(found))
"""


def targets(count: int) -> list[Target]:
    return [
        Target(f"t{n:03}", f"i{n:03}", f"Chỉ tiêu {n}", "%", "ge", Decimal(60 + n % 40), 2026, 2020)
        for n in range(count)
    ]


def write_source(path: Path, indicators: int, places: int) -> int:
    """Months in order, each a full round of places and targets; values from a hash, so that every run has the same."""
    query = f"""
        SELECT printf('p%04d', CAST(p AS INTEGER)) AS place, printf('i%03d', CAST(t AS INTEGER)) AS indicator,
               CAST(DATE '2021-01-01' + to_months(CAST(m AS INTEGER)) AS DATE) AS first_day,
               CAST(DATE '2021-01-01' + to_months(CAST(m AS INTEGER) + 1) AS DATE) AS until_day,
               CAST(DATE '2021-01-10' + to_months(CAST(m AS INTEGER) + 1) AS DATE) AS known_day,
               round(30 + m * 0.5 + (hash(t, p, m) % 1000) / 50.0, 2) AS value
        FROM range({MONTHS}) months(m), range({places}) places(p), range({indicators}) indicators(t)"""
    with duckdb.connect() as engine:
        engine.execute("SET threads = 2")
        engine.execute("SET preserve_insertion_order = true")
        engine.execute(f"COPY ({query} ORDER BY m, p) TO '{path}' (FORMAT PARQUET)")
        return int(engine.execute(f"SELECT COUNT(*) FROM read_parquet('{path}')").fetchall()[0][0])


def drop_from_memory(path: Path) -> None:
    """Ask the system to forget the file, so that the next reading comes from the disk."""
    import os

    for file in path.rglob("*") if path.is_dir() else [path]:
        descriptor = os.open(file, os.O_RDONLY)
        os.fsync(descriptor)
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(descriptor)


def ask(code: str, cold: Path, *arguments: str) -> tuple[float, dict[str, list[float]]]:
    drop_from_memory(cold)
    began = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code, *arguments], check=True, capture_output=True, text=True)
    return time.perf_counter() - began, json.loads(done.stdout)


def merged(source: Path, wanted: list[Target], count: int, folder: Path) -> None:
    """Every three places become one on 1 July 2025; half of the indicators are summed, half averaged by population."""
    day = date(2025, 7, 1)
    old = [f"p{number:04}" for number in range(count)]
    groups = [old[at : at + 3] for at in range(0, count, 3)]
    units = [Unit(code, code, "xã", date(2000, 1, 1), sizes={"population": Fraction(1000)}) for code in old]
    units += [Unit(f"m{number:04}", f"m{number:04}", "xã", day) for number in range(len(groups))]
    events = [
        Event("merge", day, "NQ", tuple(Flow(code, f"m{number:04}") for code in group))
        for number, group in enumerate(groups)
    ]
    ways: dict[str, Gathering | None] = {
        one.indicator: Gathering("sum" if number % 2 else "mean") for number, one in enumerate(wanted)
    }
    began = time.perf_counter()
    gather(source, Places(units, events), ways, date(2026, 7, 15), folder / "gathered.parquet")
    print(f"gathered over {len(groups)} mergers in {time.perf_counter() - began:.1f} s")
    build(folder / "gathered.parquet", wanted, [], folder / "merged")
    took, found = ask(ASK, folder / "merged", str(folder / "merged"), "m0000")
    print(f"m0000: {len(found)} targets in {took:.2f} s, cold")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scale", type=float, default=0.01, help="share of the places (1 = 3,500)")
    parser.add_argument("--folder", type=Path, default=Path("/tmp/board-scale"))
    parser.add_argument("--merged", action="store_true", help="also gather over a merger by threes")
    parser.add_argument("--keep", action="store_true", help="leave the files there")
    arguments = parser.parse_args()
    folder, places = arguments.folder, max(3, round(PLACES * arguments.scale))
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    source, wanted = folder / "source.parquet", targets(TARGETS)
    rows = write_source(source, TARGETS, places)
    size = source.stat().st_size / 1e6
    print(f"{TARGETS} targets x {places} places x {MONTHS} months = {rows:,} observations, {size:.0f} MB")
    began = time.perf_counter()
    build(source, wanted, [], folder / "board")
    size = sum(file.stat().st_size for file in (folder / "board").iterdir())
    print(f"built once in {time.perf_counter() - began:.1f} s, {size / 1e6:.0f} MB")
    aims = json.dumps({one.indicator: float(one.value or 0) for one in wanted})
    heads = f"{'pandas, plain':>14} {'ratio':>7} {'pandas, filter':>15} {'ratio':>7}"
    print(f"{'place':<8} {'board, cold':>12} {heads}  same answer")
    for place in (f"p{number:04}" for number in (0, places // 2, places - 1)):
        ours, found = ask(ASK, folder / "board", str(folder / "board"), place)
        plain, expected = ask(PANDAS, source, str(source), place, "plain", aims)
        pushed, _ = ask(PANDAS, source, str(source), place, "pushed", aims)
        same = found.keys() == expected.keys() and all(
            abs(a - b) < 1e-9 * max(1.0, abs(b))
            for key in found
            for a, b in zip(found[key], expected[key], strict=True)
        )
        ratios = f"{plain:>12.2f} s {ours / plain:>7.3f} {pushed:>13.2f} s {ours / pushed:>7.3f}"
        print(f"{place:<8} {ours:>10.2f} s {ratios}  {same}")
    if arguments.merged:
        merged(source, wanted, places, folder)
    if not arguments.keep:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
