"""A phrase of time is tried only as the forms of its first letter: no form may begin with a letter that its entry does not name."""

from __future__ import annotations

import re
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from muctieu.text.periods import _FORMS, _OTHER_LETTERS, read_phrase


def _first_letters(tokens: Any) -> tuple[set[str], bool]:
    """The letters that a match may begin with (`0` for any digit), and whether it may be empty."""
    letters: set[str] = set()
    for kind, argument in tokens:
        if kind in (ops.AT, ops.ASSERT, ops.ASSERT_NOT):
            continue
        if kind is ops.LITERAL:
            found, empty = {chr(argument)}, False
        elif kind is ops.IN:
            found, empty = {_of_class(member) for member in argument}, False
        elif kind is ops.BRANCH:
            branches = [_first_letters(branch) for branch in argument[1]]
            found = set().union(*(letters for letters, _ in branches))
            empty = any(empty for _, empty in branches)
        elif kind is ops.SUBPATTERN:
            found, empty = _first_letters(argument[3])
        elif kind is ops.MAX_REPEAT:
            found, empty = _first_letters(argument[2])
            empty = empty or argument[0] == 0
        else:
            raise AssertionError(f"a form opens with {kind}, which this test does not know")
        letters |= found
        if not empty:
            return letters, False
    return letters, True


def _of_class(member: tuple[Any, Any]) -> str:
    kind, argument = member
    if kind is ops.LITERAL:
        return chr(argument)
    assert kind is ops.CATEGORY
    assert argument is ops.CATEGORY_DIGIT
    return "0"


@pytest.mark.parametrize(("openings", "form"), _FORMS)
def test_a_form_begins_only_with_the_letters_that_its_entry_names(openings: str, form: str) -> None:
    letters, empty = _first_letters(parser.parse(form))
    assert not empty
    assert {letter for letter in letters if not re.match(f"[{openings}]", "0" if letter.isdigit() else letter)} == set()


def test_every_opening_is_a_digit_or_a_letter_that_a_pattern_is_made_for() -> None:
    openings = {letter for letters, _ in _FORMS for letter in letters.replace("\\d", "0")}
    assert openings <= {"0", "n", *_OTHER_LETTERS}


def test_no_phrase_begins_with_a_letter_of_no_form() -> None:
    assert read_phrase("ưu đãi năm 2020", 0) is None
    assert read_phrase("", 0) is None
