"""Reports that the bench makes up: a clean one raises nothing, one with a slip raises something at its place."""

import importlib.util
import sys
from pathlib import Path

import pytest

import muctieu
from muctieu.audit import audit

BENCH = Path(__file__).parents[2] / "benchmarks" / "planted_slips.py"
SEEDS = range(40)


@pytest.fixture(scope="module")
def bench():
    made = importlib.util.spec_from_file_location("planted_slips", BENCH)
    module = importlib.util.module_from_spec(made)
    sys.modules[made.name] = module  # its dataclasses ask for it
    made.loader.exec_module(module)
    return module


def alarms_of(text):
    reading = muctieu.read(text.encode(), name="sach.txt")
    return [finding for finding in audit(reading, reading.claims).findings if finding.severity != "info"]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_clean_report_is_silent_and_a_slip_is_found(bench, seed):
    clean, slipped, _, (start, end) = bench.make(seed)
    assert [finding.message() for finding in alarms_of(clean)] == []
    spans = [span for finding in alarms_of(slipped) for span in finding.spans]
    assert any(begin < end and start < stop for begin, stop in spans)
