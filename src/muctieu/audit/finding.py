"""A finding: figures of a report that cannot be so together. Frozen; its sentence is written only when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from muctieu.audit.check import Rule, Severity
from muctieu.errors import Language
from muctieu.values.span import Span

Amount = Decimal | tuple[Decimal, Decimal]


class Correction(NamedTuple):
    """The figure most likely wrong: its claim, its span, what it says, what would make all hold, the kind of slip it looks like.

    `slip` is one of the keys of `audit/slips.py` (`swapped`, `dot_for_comma`, `points_for_percent` …) or None.
    """

    claim: str
    span: Span
    stated: Decimal
    proposed: Decimal
    shown: str
    slip: str | None


class Other(NamedTuple):
    """The statement of another report that a finding of the rule `across` rests on: the report's name, the claim, its span there."""

    name: str
    claim: str
    span: Span


class Held(NamedTuple):
    """A group of figures that was recomputed and holds."""

    rule: Rule
    claims: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What does not hold, by which rule, resting on which figures and words.

    `reported` is what the text says and `expected` what the other figures give, a number or its two ends, in the unit of the
    figure. `at` is the figure that a person is shown first: the one most likely wrong, else the one that was recomputed. `facts` fill the sentence `reason` of `audit/messages.py`. `fingerprint` names the finding whatever moves around it.
    """

    rule: Rule
    severity: Severity
    claims: tuple[str, ...]
    spans: tuple[Span, ...]
    at: Span
    reported: Amount | None
    expected: Amount | None
    reason: str
    facts: Mapping[str, str] = field(hash=False)
    fingerprint: str
    place: str
    correction: Correction | None = None
    other: Other | None = None

    def message(self, language: Language = "vi") -> str:
        """One sentence for a person: what was computed, from which figures, what is expected, what it looks like."""
        from muctieu.audit.messages import sentence_of

        return sentence_of(self, language)


def plain_decimal(value: Decimal) -> str:
    """A decimal without exponent or trailing zeros.

    >>> plain_decimal(Decimal("14882000000000.00"))
    '14882000000000'
    """
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
