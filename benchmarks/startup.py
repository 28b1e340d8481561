"""What `muctieu --help` costs from cold, above `python -c pass`: `python benchmarks/startup.py [RUNS]`. Prints the median of each in ms."""

from __future__ import annotations

import subprocess
import sys
import time
from statistics import median

LIMIT = 150
CALLS = {
    "python -c pass": ["-c", "pass"],
    "import muctieu": ["-c", "import muctieu"],
    "muctieu --help": ["-m", "muctieu", "--help"],
    "muctieu read --help": ["-m", "muctieu", "read", "--help"],
}


def milliseconds(arguments: list[str], runs: int) -> float:
    """The median wall time of a run."""
    took = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)
        took.append((time.perf_counter() - start) * 1000)
    return median(took[1:])


def main() -> int:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    took = {name: milliseconds(arguments, runs) for name, arguments in CALLS.items()}
    base = took["python -c pass"]
    print(f"| call | ms | above python -c pass |\n| --- | --- | --- |\n| python -c pass | {base:.0f} | |")
    for name in list(CALLS)[1:]:
        print(f"| {name} | {took[name]:.0f} | {took[name] - base:.0f} |")
    return 0 if took["muctieu --help"] - base < LIMIT else 1


if __name__ == "__main__":
    raise SystemExit(main())
