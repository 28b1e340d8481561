"""`parts_sum` of a whole told last: several counts of one noun, then so many `of so many` of it (`62 đơn …, 2 đơn …, 458 đơn …, giải quyết 502/537 đơn`).

Formula: Σ counts = the whole of the part. Two counts or more are taken where they make it; three where they come within a twentieth of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from muctieu.audit.check import Check
from muctieu.audit.equation import Sum, Whole
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger


def check(ledger: Ledger) -> Iterator[Check]:
    """Every part of a whole that a list of its sentence goes before."""
    for sentence in ledger.sentences:
        yield from _of_sentence(sentence.figures)


def _of_sentence(figures: list[Figure]) -> Iterator[Check]:
    """Several counts of one noun, then so many `of so many` of it: 62 đơn …, 2 đơn …, 458 đơn …, giải quyết 502/537 đơn."""
    for at, part in enumerate(figures):
        if part.kind != "part" or part.claim.whole is None or not part.is_count or at < 2 or part.claim.whole < 20:
            continue
        listed = [f for f in figures[:at] if f.unit == part.unit and f.kind == "level" and f.is_count]
        if len(listed) < 2:
            continue
        whole = Whole(part)
        made = sum((f.value for f in listed), Decimal(0))
        if made == part.claim.whole:
            yield Check.of("parts_sum", Sum(whole, *listed))
        elif len(listed) >= 3 and abs(made - part.claim.whole) <= part.claim.whole / 20:
            found = Check.of("parts_sum", Sum(whole, *listed), "warning")
            found.reported = part.claim.whole
            yield found
