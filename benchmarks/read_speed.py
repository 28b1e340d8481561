"""Time to read a text report, as a multiple of the least that any reader does with it: decode it, compose it (NFC), pass over its words once.

    python benchmarks/read_speed.py [REPORT.txt …] [--rounds 30]     (default: the reports of benchmarks/gold)

Prints one row a report, as a table in Markdown. Both are measured in the same process, turn about; the best round of each counts, so
that the multiple holds on a busy machine too. `floor` is `unicodedata.normalize("NFC", source.decode())` and one pass of `\\w+`.
"""

from __future__ import annotations

import argparse
import re
import time
import unicodedata
from pathlib import Path
from typing import NamedTuple

import muctieu

GOLD = Path(__file__).parent / "gold"
_WORD = re.compile(r"\w+")


class Speed(NamedTuple):
    """What was measured of one report: its length, its figures, and seconds."""

    characters: int
    figures: int
    floor: float
    reading: float


def measure(source: bytes, rounds: int) -> Speed:
    """The best of so many rounds of both."""
    floor = reading = float("inf")
    figures = characters = 0
    for _ in range(rounds):
        begin = time.perf_counter()
        text = unicodedata.normalize("NFC", source.decode())
        sum(1 for _ in _WORD.finditer(text))
        between = time.perf_counter()
        figures = len(muctieu.read(source, "report.txt").claims)
        end = time.perf_counter()
        characters = len(text)
        floor, reading = min(floor, between - begin), min(reading, end - between)
    return Speed(characters, figures, floor, reading)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="*", type=Path, default=sorted(GOLD.glob("*/text.txt")))
    parser.add_argument("--rounds", type=int, default=30)
    arguments = parser.parse_args()
    print("| report | characters | figures | floor, ms | read, ms | times the floor | figures a second |")
    print("| --- | --: | --: | --: | --: | --: | --: |")
    for path in arguments.reports:
        name = path.parent.name if path.name == "text.txt" else path.name
        found = measure(path.read_bytes(), arguments.rounds)
        times, pace = found.reading / found.floor, found.figures / found.reading
        print(
            f"| {name} | {found.characters:,} | {found.figures} | {found.floor * 1000:.1f} | {found.reading * 1000:.1f} | {times:.2f} | {pace:,.0f} |"
        )


if __name__ == "__main__":
    main()
