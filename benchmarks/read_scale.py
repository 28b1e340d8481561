"""Whether a report ten times as long takes ten times as long: seconds and memory from 0.1 MB up.

    python benchmarks/read_scale.py [--largest 10] [--report REPORT.txt]     (sizes in MB of UTF-8)

The report (default: the longest of benchmarks/gold) is written over and over until the size is reached, and read in a process of its own.
Prints, as a table in Markdown, seconds, microseconds a character, and the most memory the process held. Ends with 1 where the slowest
size takes more than 1.5 times as long a character as the quickest, or where more than 300 MB were held.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import muctieu

GOLD = Path(__file__).parent / "gold"
SIZES = (0.1, 0.5, 2.0, 10.0, 50.0)
MOST_TIMES, MOST_MEGABYTES = 1.5, 300


def read(path: Path) -> None:
    """In a process of its own: reads the file and prints what it took."""
    muctieu.read("Thu ngân sách năm 2020 đạt 5 tỷ đồng.".encode(), name="warm-up.txt")
    source = path.read_bytes()
    best, characters, figures = float("inf"), 0, 0
    for _ in range(5 if len(source) < 1_000_000 else 1):
        begin = time.perf_counter()
        reading = muctieu.read(source, "report.txt")
        best = min(best, time.perf_counter() - begin)
        characters, figures = len(reading.text), len(reading.claims)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": best, "characters": characters, "figures": figures, "memory": memory}))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    longest = max(GOLD.glob("*/text.txt"), key=lambda path: path.stat().st_size)
    parser.add_argument("--report", type=Path, default=longest)
    parser.add_argument("--largest", type=float, default=10.0, help="leave out sizes above it, in MB")
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.read:
        read(arguments.read)
        return 0
    words = arguments.report.read_bytes().strip() + b"\n"
    paces: list[float] = []
    most = 0.0
    print("| MB | figures | seconds | microseconds a character | memory, MB |\n| --: | --: | --: | --: | --: |")
    for size in (size for size in SIZES if size <= arguments.largest):
        with tempfile.NamedTemporaryFile(suffix=".txt") as file:
            file.write(words * max(1, round(size * 1_000_000 / len(words))))
            file.flush()
            told = subprocess.run(
                [sys.executable, __file__, "--read", file.name], capture_output=True, text=True, check=True
            )
        found = json.loads(told.stdout)
        paces.append(found["seconds"] / found["characters"] * 1e6)
        most = max(most, found["memory"])
        print(
            f"| {size:g} | {found['figures']:,} | {found['seconds']:.2f} | {paces[-1]:.2f} | {found['memory']:.0f} |",
            flush=True,
        )
    return 0 if max(paces) <= MOST_TIMES * min(paces) and most <= MOST_MEGABYTES else 1


if __name__ == "__main__":
    raise SystemExit(main())
