"""What the audit adds to the reading, and how its time grows with the number of claims.

    python benchmarks/audit_speed.py [FILE …] [--most 400000]

First each file: the best of seven readings and of seven audits, turn about, and both together as a multiple of the reading. Then made-up reports of 400, 4,000, … claims (those of
`planted_slips.py`, one after another): the audit alone, in seconds and microseconds a claim; near-linear growth keeps the last column level.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import muctieu
from muctieu.audit import audit
from planted_slips import make


def best_of(times: int, path: Path) -> tuple[float, float]:
    """The shortest reading and the shortest audit of so many rounds, turn about, in seconds."""
    reading_time = audit_time = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        reading = muctieu.read(path)
        middle = time.perf_counter()
        audit(reading, reading.claims)
        reading_time = min(reading_time, middle - start)
        audit_time = min(audit_time, time.perf_counter() - middle)
    return reading_time, audit_time


def made_up(claims: int) -> str:
    """Clean reports one after another until they hold about so many claims."""
    pieces: list[str] = []
    total, seed = 0, 1
    while total < claims:
        words, *_ = make(seed)
        total += len(muctieu.read(words.encode(), name="a.txt").claims)
        pieces.append(words)
        seed += 1
    return "\n".join(pieces)


def main() -> None:
    """Prints both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--most", type=int, default=400_000)
    arguments = parser.parse_args()
    for path in arguments.files:
        alone, added = best_of(7, path)
        print(
            f"{path.name}: reading {alone * 1000:.0f} ms, audit {added * 1000:.0f} ms, "
            f"together {(alone + added) / alone:.2f} times the reading"
        )
    print(f"{'claims':>9}{'audit s':>10}{'µs a claim':>12}")
    wanted = 400
    while wanted <= arguments.most:
        reading = muctieu.read(made_up(wanted).encode(), name="a.txt")
        start = time.perf_counter()
        audit(reading, reading.claims)
        spent = time.perf_counter() - start
        count = len(reading.claims)
        print(f"{count:>9}{spent:>10.2f}{spent / count * 1e6:>12.0f}")
        wanted *= 10


if __name__ == "__main__":
    main()
