"""Every bench is explained in benchmarks/README.md, and every bench that `make bench` runs is there."""

import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
README = (BENCHMARKS / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("bench", sorted(path.name for path in BENCHMARKS.glob("*.py")))
def test_is_explained(bench):
    assert f"`{bench}`" in README


def test_quick_benches_are_there(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    from figures import BENCHES

    sys.modules.pop("figures")
    assert [command[0] for command in BENCHES.values() if not (BENCHMARKS / command[0]).is_file()] == []
