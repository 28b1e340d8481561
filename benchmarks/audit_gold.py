"""How well the audit does on hand-made readings: true slips found, findings that are true, groups that hold and are recomputed.

    python benchmarks/audit_gold.py [--show] [--from text|docx] [--least N] [FOLDER …]     (default: every folder of benchmarks/gold)

A slip counts as found where an error or a warning rests on two of its figures or words (on one where it has but one); an error or a warning that finds
no slip is a false alarm. A group that holds counts as recomputed where a held group rests on two of its figures. `--show` prints what was missed and every false alarm,
`--least` only the N reports with most slips missed and false alarms.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import muctieu
from muctieu.audit import Audit, Finding, audit

Spans = Sequence[Sequence[int]]


@dataclass(frozen=True)
class Score:
    """What one report gave: slips, how many of them were found, findings, how many of them are true, groups that hold, how many were recomputed."""

    slips: int
    found: int
    findings: int
    true: int
    groups: int
    held: int

    def row(self, name: str) -> str:
        """One line of the table."""
        recall = self.found / self.slips if self.slips else 1.0
        precision = self.true / self.findings if self.findings else 1.0
        return (
            f"{name:<42}{self.found:>7}/{self.slips:<3}{recall:>8.3f}{self.true:>9}/{self.findings:<3}{precision:>8.3f}"
            f"{self.held:>8}/{self.groups:<4}{self.held / max(1, self.groups):>7.3f}"
        )

    def __add__(self, other: Score) -> Score:
        names = self.__dataclass_fields__
        return Score(**{name: getattr(self, name) + getattr(other, name) for name in names})


def rests_on(group: Spans, spans: Spans) -> bool:
    """Does something that rests on `spans` rest on two of the group's figures, or on the only one it has?"""
    shared = sum(1 for start, end in group if any(a < end and start < b for a, b in spans))
    return shared >= min(2, len(group), max(1, len(spans)))


def compare(entries: list[dict[str, Any]], found: Audit) -> tuple[Score, list[dict[str, Any]], list[Finding]]:
    """The score of one report, the slips that were missed, the false alarms."""
    slips = [entry for entry in entries if entry["verdict"] == "error" and entry["scored"]]
    holding = [entry for entry in entries if entry["verdict"] == "holds"]
    alarms = [finding for finding in found.findings if finding.severity != "info"]
    missed = [entry for entry in slips if not any(rests_on(entry["spans"], alarm.spans) for alarm in alarms)]
    wrong = [entry for entry in entries if entry["verdict"] == "error"]
    false = [alarm for alarm in alarms if not any(rests_on(entry["spans"], alarm.spans) for entry in wrong)]
    held = sum(1 for entry in holding if any(rests_on(entry["spans"], group.spans) for group in found.held))
    score = Score(len(slips), len(slips) - len(missed), len(alarms), len(alarms) - len(false), len(holding), held)
    return score, missed, false


def main() -> None:
    """Scores the folders and prints a row each, then all together."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--least", type=int, metavar="N", help="only the N reports that are audited least well")
    parser.add_argument("--from", dest="source", choices=("text", "docx"), default="docx")
    arguments = parser.parse_args()
    folders = arguments.folders or sorted(path.parent for path in Path(__file__).parent.glob("gold/*/findings.json"))
    print(f"{'report':<42}{'slips found':>11}{'recall':>8}{'alarms true':>13}{'precis.':>8}{'held':>13}{'share':>7}")
    whole = Score(0, 0, 0, 0, 0, 0)
    rows: list[tuple[int, str]] = []
    for folder in folders:
        reading = muctieu.read(folder / ("text.txt" if arguments.source == "text" else "report.docx"))
        entries = json.loads((folder / "findings.json").read_text(encoding="utf-8"))
        score, missed, false = compare(entries, audit(reading, reading.claims))
        whole += score
        lines = [score.row(folder.name), *(_told(reading.text, missed, false) if arguments.show else ())]
        rows.append((len(missed) + len(false), "\n".join(lines)))
    if arguments.least:
        rows = sorted(rows, key=lambda row: -row[0])[: arguments.least]
    for _, words in rows:
        print(words)
    print(whole.row(f"all {len(folders)}"))


def _told(text: str, missed: list[dict[str, Any]], false: list[Finding]) -> Iterator[str]:
    """A line for each slip that was missed, and for each false alarm."""
    for entry in missed:
        yield f"    missed   {entry['rule']}: {' | '.join(entry['texts'])} ({entry['why']})"
    for alarm in false:
        words = " | ".join(span.of(text) for span in alarm.spans)
        yield f"    false    {alarm.rule} {alarm.severity}: {words} ({alarm.message()})"


if __name__ == "__main__":
    main()
