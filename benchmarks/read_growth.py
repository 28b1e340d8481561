"""How time and memory grow with the length of a text report: time per character from 0.1 MB to 50 MB, and the peak memory of each reading.

    python benchmarks/read_growth.py REPORT.txt [MB …]     (default: 0.1 0.5 2 10 50)

The report's words are repeated to each size. Each size is read in a process of its own (the best of several readings for the short ones), whose
peak resident memory is the one printed. `muctieu read --format jsonl`
is measured the same way.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

SIZES = (0.1, 0.5, 2.0, 10.0, 50.0)


def sized(report: str, megabytes: float) -> str:
    """The report's words, repeated and cut at a line end, as UTF-8 of about this size."""
    target = int(megabytes * 1_000_000)
    content = report.encode()
    whole = (content + b"\n") * (target // len(content) + 1)
    return whole[: whole.rfind(b"\n", 0, target) + 1].decode()


def measure(path: str) -> None:
    """Reads one file and prints characters, claims, seconds and the peak of memory (MB)."""
    import muctieu

    rounds = max(1, min(5, 3_000_000 // Path(path).stat().st_size))
    best = 9e9
    for _ in range(rounds):
        begin = time.perf_counter()
        reading = muctieu.read(path)
        best = min(best, time.perf_counter() - begin)
    print(len(reading.text), len(reading.claims), best, peak())


def peak() -> float:
    """The peak of this process's resident memory in MB (Linux)."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def command(path: str) -> tuple[float, float]:
    """Seconds and peak memory (MB) of `muctieu read --format jsonl`."""
    code = (
        "import sys; from muctieu.cli.main import main; main(['read', sys.argv[1], '--format', 'jsonl', '-o', sys.argv[1] + 'l']); "
        "print(int(open('/proc/self/status').read().partition('VmHWM:')[2].split()[0]) / 1024)"
    )
    begin = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=True)
    return time.perf_counter() - begin, float(done.stdout)


def main() -> None:
    if sys.argv[1] == "--one":
        measure(sys.argv[2])
        return
    report = Path(sys.argv[1]).read_text(encoding="utf-8")
    print(
        f"{'MB':>6}{'characters':>13}{'claims':>9}{'seconds':>9}{'ns/char':>9}{'times':>7}{'peak MB':>9}{'jsonl s':>9}{'jsonl MB':>9}"
    )
    first = 0.0
    for megabytes in [float(size) for size in sys.argv[2:]] or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "report.txt")
            path.write_text(sized(report, megabytes), encoding="utf-8")
            done = subprocess.run(
                [sys.executable, __file__, "--one", str(path)], capture_output=True, text=True, check=True
            )
            characters, claims, seconds, peak = (float(word) for word in done.stdout.split())
            jsonl_seconds, jsonl_peak = command(str(path))
        each = seconds / characters * 1e9
        first = first or each
        print(
            f"{megabytes:>6}{characters:>13,.0f}{claims:>9,.0f}{seconds:>9.2f}{each:>9.0f}{each / first:>7.2f}{peak:>9.0f}{jsonl_seconds:>9.2f}{jsonl_peak:>9.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
