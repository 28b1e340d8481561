"""The audit of the hand-made reports stays at least as good as it is: nine slips of ten found, nine alarms of ten true."""

import json
from pathlib import Path

from benchmarks.audit_gold import Score, compare

import muctieu
from muctieu.audit import audit

GOLD = Path(__file__).parents[2] / "benchmarks" / "gold"


def test_slips_found_and_alarms_true():
    whole = Score(0, 0, 0, 0, 0, 0)
    for folder in sorted(path.parent for path in GOLD.glob("*/findings.json")):
        reading = muctieu.read(folder / "report.docx")
        entries = json.loads((folder / "findings.json").read_text(encoding="utf-8"))
        whole += compare(entries, audit(reading, reading.claims))[0]
    assert whole.found >= 0.9 * whole.slips
    assert whole.true >= 0.9 * whole.findings
    assert whole.held >= 0.85 * whole.groups
