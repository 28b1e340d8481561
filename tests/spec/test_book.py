"""Each example of the book, read: exactly its figures are found, with the fields that it names."""

from decimal import Decimal, InvalidOperation

import pytest
from tests.spec.book import chapters, examples

import muctieu
from muctieu.claims.wire import claim_fields

EXAMPLES = [example for chapter in chapters() for example in examples(chapter)]


@pytest.mark.parametrize("example", EXAMPLES, ids=[f"{each.chapter}:{each.line}" for each in EXAMPLES])
def test_example(example):
    reading = muctieu.read(example.text.encode(), name="vi-du.txt")
    claims = reading.claims
    assert [claim.text for claim in claims] == [figure.words for figure in example.figures], example.rule
    for claim, figure in zip(claims, example.figures, strict=True):
        fields = claim_fields(claim) | {"sentence": reading.text[claim.sentence.start : claim.sentence.end].strip()}
        found = {name: as_written(fields[name]) for name in figure.fields}
        assert {n: comparable(v) for n, v in found.items()} == {n: comparable(v) for n, v in figure.fields.items()}, (
            example.rule
        )


@pytest.mark.parametrize("chapter", chapters(), ids=lambda path: path.stem)
def test_each_rule_has_examples_and_a_counter_example(chapter):
    rules = [line[3:] for line in chapter.read_text(encoding="utf-8").splitlines() if line.startswith("## ")]
    told = list(examples(chapter))
    assert rules
    assert {example.rule for example in told if not example.figures} == set(rules)
    assert {example.rule for example in told if example.figures} == set(rules)


def as_written(value):
    """A field of the wire format as the book writes it."""
    if value is None:
        return "null"
    return "/".join(value) if isinstance(value, list) else str(value)


def comparable(words):
    """Numbers are compared as numbers: 8.50 is 8.5."""
    try:
        return Decimal(words)
    except InvalidOperation:
        return words
