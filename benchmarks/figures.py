"""Every quick bench in turn, each under its own command line: what `make bench` prints, and where the README's figures come from.

    python benchmarks/figures.py [REPORT.txt …] [--only BENCH]… [--write]

A report by path (or several) is read for its speed as well. `--write` also puts what was printed between the marks `<!-- bench -->` and `<!-- end -->` of README.md; with `--only` the parts of the other benches stay. Tables come as Markdown, plain text in a block. Ends with 1 where one of the benches did.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
README = HERE.parent / "README.md"
_BLOCK = re.compile(r"(<!-- bench -->\n).*?(<!-- end -->)", re.DOTALL)
# What the figures are of, in the reader's language, and the command that prints them.
BENCHES: dict[str, list[str]] = {
    "Đọc đúng đến đâu: báo cáo tự soạn, số liệu do người đọc ghi lại": ["read_gold.py", "--least", "8"],
    "Nhanh đến đâu: so với giải mã, NFC và một lượt `\\w+` trên cùng văn bản": ["read_speed.py", "--least", "2"],
    "So với các bộ đọc số khác, cùng văn bản, cùng một lượt chạy": ["peers.py"],
    "Kiểm tra: sai sót có thật trong báo cáo tự soạn": ["audit_gold.py", "--least", "8"],
    "Kiểm tra: sai sót cài vào báo cáo tự sinh": ["planted_slips.py"],
    "Dự báo: khoảng 80% chứa được bao nhiêu": ["forecast_coverage.py", "--series", "60"],
    "Trang web khi hai mươi người đọc cùng lúc": ["web_load.py"],
    "Khởi động": ["startup.py"],
}


def told(command: list[str]) -> tuple[str, int]:
    """What a bench prints and how it ends."""
    done = subprocess.run(
        [sys.executable, str(HERE / command[0]), *command[1:]], stdout=subprocess.PIPE, text=True, check=False
    )
    return done.stdout.strip("\n"), done.returncode


def part(title: str, command: list[str]) -> tuple[str, int]:
    """A bench's title, its command line and what it printed, as Markdown."""
    words, code = told(command)
    shown = " ".join(Path(word).name if "/" in word else word for word in command)
    body = words if words.startswith("| ") else f"```text\n{words}\n```"
    return f"**{title}**: `python benchmarks/{shown}`\n\n{body}\n", code


def parts(reports: list[str], only: list[str]) -> Iterator[tuple[str, int]]:
    """Each bench in turn, or those of the names."""
    for title, command in BENCHES.items():
        if only and command[0] not in only:
            continue
        yield part(title, command)
        if command[0] == "read_speed.py" and reports:
            yield part("Trên báo cáo thật", [command[0], *reports])


def _filled(found: re.Match[str], made: list[str], kept: bool) -> str:
    """The block with what was made, and with the other parts that it had where they are kept."""
    if not kept:
        return found[1] + "\n".join(made) + found[2]
    fresh = {words.partition("\n")[0]: words for words in made}
    old = re.split(r"^(?=\*\*)", found[0][len(found[1]) : -len(found[2])], flags=re.MULTILINE)
    return (
        found[1]
        + "".join(
            fresh[head] + ("\n" if words.endswith("\n\n") else "")
            if (head := words.partition("\n")[0]) in fresh
            else words
            for words in old
        )
        + found[2]
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="*", help="text reports to be read for speed")
    parser.add_argument("--write", action="store_true", help="fill the marked block of README.md")
    parser.add_argument(
        "--only",
        action="append",
        default=[],
        metavar="BENCH",
        choices=[c[0] for c in BENCHES.values()],
        help="this bench alone (may be repeated); with --write the others' parts stay",
    )
    arguments = parser.parse_args()
    made: list[str] = []
    worst = 0
    for words, code in parts(arguments.reports, arguments.only):
        made.append(words)
        worst = max(worst, code)
        print(words, flush=True)
    if arguments.write:
        readme = README.read_text(encoding="utf-8")
        README.write_text(
            _BLOCK.sub(lambda found: _filled(found, made, bool(arguments.only)), readme), encoding="utf-8"
        )
    return min(worst, 1)


if __name__ == "__main__":
    raise SystemExit(main())
