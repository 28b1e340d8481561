"""What the audit adds to the reading, and how its time grows with the number of claims.

    python benchmarks/audit_speed.py [FILE …] [--most 400000]

First each file: the best of five readings, and of five readings with the audit, as a multiple. Then made-up reports of 400, 4,000, … claims (those of
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


def best_of(times: int, path: Path, *, audited: bool) -> float:
    """The shortest time of so many readings, in seconds."""
    shortest = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        reading = muctieu.read(path)
        if audited:
            audit(reading, reading.claims)
        shortest = min(shortest, time.perf_counter() - start)
    return shortest


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
        alone, whole = best_of(5, path, audited=False), best_of(5, path, audited=True)
        print(
            f"{path.name}: reading {alone * 1000:.0f} ms, with the audit {whole * 1000:.0f} ms, {whole / alone:.2f} times"
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
