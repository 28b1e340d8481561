"""Time to read a text report, as a multiple of decoding it, composing it (NFC) and one pass of `\\w+` over it, in the same run.

python benchmarks/read_speed.py REPORT.txt [ROUNDS]
"""

from __future__ import annotations

import re
import sys
import time
import unicodedata
from pathlib import Path

import muctieu

_WORD = re.compile(r"\w+")


def main() -> None:
    source = Path(sys.argv[1]).read_bytes()
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 30

    def floor() -> int:
        return sum(1 for _ in _WORD.finditer(unicodedata.normalize("NFC", source.decode())))

    def reading() -> int:
        return len(muctieu.read(source, "report.txt").claims)

    best = {floor: 9e9, reading: 9e9}
    for _ in range(rounds):
        for work in best:
            begin = time.perf_counter()
            work()
            best[work] = min(best[work], time.perf_counter() - begin)
    print(
        f"{len(source):,} bytes, {reading()} figures: {best[reading] * 1000:.1f} ms, {best[reading] / best[floor]:.2f} times the floor ({best[floor] * 1000:.1f} ms)"
    )


if __name__ == "__main__":
    main()
