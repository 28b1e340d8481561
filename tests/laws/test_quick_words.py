"""Rules of the audit look a word up before they try a slow pattern: whatever such a pattern finds has one of its words."""

import importlib
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

GUARDED = [
    ("beside", "_PLAN", "_PLAN_WORDS"),
    ("beside", "_OTHER", "_OTHER_WORDS"),
    ("differences", "_YEARLY", "_YEARLY_WORDS"),
    ("open_figures", "_PARTS", "_PART_WORDS"),
    ("paragraph_pairs", "_THUS", "_THUS_WORDS"),
    ("timed_pairs", "BASIS", "_BASIS_WORDS"),
    ("timed_pairs", "_ADDED_UP", "_SUM_WORDS"),
    ("timed_pairs", "_OF_OTHERS", "_OTHERS_WORDS"),
    ("twice", "_LAPSED", "_LAPSED_WORDS"),
    ("rules.gap_directions", "_WAYS", "_CUES"),
    ("rules.growth", "_MOVED", "_MOVES"),
    ("rules.open_differences", "_EXCEEDS", "_MOVE_WORDS"),
    ("rules.open_gaps", "_MISSING", "_MISSING_WORDS"),
    ("rules.open_goals", "_GAP", "_GAP_WORDS"),
    ("rules.open_means", "_OF_TIME", "_WORDS"),
    ("rules.open_means", "_OF_EACH", "_WORDS"),
    ("rules.open_paragraphs", "_GAPS", "_GAP_WORDS"),
    ("rules.open_rests", "_LEFT", "_LEFT_WORDS"),
    ("rules.open_shares", "_OF_THESE", "_THESE_WORDS"),
    ("rules.paired_lists", "_OPENS", "_CUES"),
    ("rules.repeat", "_END_OF_YEAR", "_END_WORDS"),
    ("rules.retold", "_LAPSED", "_LAPSED_WORDS"),
    ("rules.sums_below", "_TOTAL", "_CUES"),
]


@pytest.mark.parametrize(("module", "pattern", "words"), GUARDED, ids=[f"{m}-{p}" for m, p, _ in GUARDED])
def test_what_a_pattern_finds_has_one_of_its_words(module, pattern, words):
    told = importlib.import_module(f"muctieu.audit.{module}")
    found, quick = getattr(told, pattern), getattr(told, words)

    @settings(max_examples=100, derandomize=True, database=None)
    @given(st.from_regex(found))
    def holds(text):
        assert not quick.isdisjoint(re.findall(r"\w+", text.lower())), text

    holds()
