"""A report torn from its years (a page lost, a year left out) is still read, held against itself and asked for its targets."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import muctieu
from muctieu.audit.audit import audit

GOLD = Path(__file__).parents[2] / "benchmarks" / "gold"
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@pytest.mark.parametrize("path", sorted(GOLD.glob("*/text.txt")), ids=lambda path: path.parent.name)
def test_a_report_without_its_years(path: Path) -> None:
    document = muctieu.read(_YEAR.sub("", path.read_text(encoding="utf-8")).encode(), name="bao-cao.txt")
    assert document.claims
    muctieu.read_targets(document)
    audit(document, document.claims)


def test_reports_bound_into_one() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(GOLD.glob("*/text.txt"))]
    document = muctieu.read("\n".join(texts).encode(), name="bao-cao.txt")
    assert muctieu.read_targets(document)
    audit(document, document.claims)
