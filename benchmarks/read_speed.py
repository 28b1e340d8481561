"""Time to read a text report, as a multiple of the least that any reader does with it: decode it, compose it (NFC), pass over its words once.

    python benchmarks/read_speed.py [REPORT.txt …] [--rounds 30] [--least N]     (default: the reports of benchmarks/gold)

Prints one row a report and one of all together, as a table in Markdown; `--least` only the N slowest. Both are measured in the same process, turn about; the best round of each counts, so
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

    @property
    def pace(self) -> float:
        """Figures a second."""
        return self.figures / self.reading


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
    parser.add_argument("--least", type=int, metavar="N", help="only the N reports with fewest figures a second")
    arguments = parser.parse_args()
    found: dict[str, Speed] = {}
    for path in arguments.reports:
        found[path.parent.name if path.name == "text.txt" else path.name] = measure(path.read_bytes(), arguments.rounds)
    shown = sorted(found, key=lambda name: found[name].pace)[: arguments.least] if arguments.least else list(found)
    if len(found) > 1:
        columns = zip(*found.values(), strict=True)
        found[f"all {len(found)}"] = Speed(*(sum(column) for column in columns))  # type: ignore[arg-type]
        shown.append(list(found)[-1])
    print("| report | characters | figures | floor, ms | read, ms | times the floor | figures a second |")
    print("| --- | --: | --: | --: | --: | --: | --: |")
    for name in shown:
        each = found[name]
        print(
            f"| {name} | {each.characters:,} | {each.figures:,} | {each.floor * 1000:.1f} | {each.reading * 1000:.1f} "
            f"| {each.reading / each.floor:.2f} | {each.pace:,.0f} |"
        )


if __name__ == "__main__":
    main()
