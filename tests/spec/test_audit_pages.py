"""The examples of the manual's pages on the rules of audit: what must not hold is found, what holds is recomputed and nothing is said of it."""

import re
from pathlib import Path

import pytest

import muctieu
from muctieu.audit import audit
from muctieu.audit.audit import RULES

PAGES = Path(__file__).parents[2] / "docs" / "reference" / "audit"
EXAMPLES = [
    pytest.param(rule, kind, words, id=f"{rule}-{kind}-{number}")
    for rule in RULES
    for number, (kind, words) in enumerate(
        re.findall(
            r"^```(sai|đúng)\n(.*?)\n```$", (PAGES / f"{rule}.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
        )
    )
]


@pytest.mark.parametrize(("rule", "kind", "words"), EXAMPLES)
def test_example(rule, kind, words):
    reading = muctieu.read(words.encode(), name="vi-du.txt")
    found = audit(reading, reading.claims)
    if kind == "sai":
        assert rule in {finding.rule for finding in found.findings if finding.severity != "info"}
    else:
        assert [finding.message() for finding in found.findings] == []
        assert found.held


def test_every_rule_has_examples_of_both_kinds():
    told = {(param.values[0], param.values[1]) for param in EXAMPLES}
    assert told == {(rule, kind) for rule in RULES for kind in ("sai", "đúng")}
