"""`parts_sum` of a footnote whose mark stands after another figure than the one that its parts make.

Formula: Σ parts = total. `04 cụm công nghiệp với tổng diện tích 187,6 ha, thu hút 63 dự án[1]` with the note `Cụm A 62,4 ha; cụm B 48,0 ha; …`: the total is the nearest figure of the parts' measure before the
mark, in its sentence. A list of three parts or more that misses it by little is a slip.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from muctieu.audit.check import Check
from muctieu.audit.equation import Sum
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.persons import is_person_of
from muctieu.audit.slips import slip_between

_FEWEST = 3
_NEAR = Decimal("0.1")


def check(ledger: Ledger) -> Iterator[Check]:
    """Every footnote that lists parts of one measure."""
    for note, marked, sentences in ledger.anchored:
        if note.anchor is None or not sentences:
            continue
        parts = _parts(sentences[0].figures)
        if len(parts) < 2 or (marked is not None and marked.counts_like(parts[0])):
            continue
        before = ledger.last_before(note.anchor + 1)
        if before is None or before.sentence < 0 or note.anchor > before.claim.sentence.end + 2:
            continue
        told = [f for f in ledger.sentences[before.sentence].figures if f.order <= before.order]
        totals = [
            f for f in told if _is_plain(f) and not f.depth and (parts[0].counts_like(f) or is_person_of(parts[0], f))
        ]
        for total in reversed(totals[-2:]):
            found = Check.of("parts_sum", Sum(total, *parts), "warning")
            found.reported = total.value
            if found.holds or (total is totals[-1] and _looks_slipped(total, parts)):
                yield found
                break


def _is_plain(figure: Figure) -> bool:
    """Is it an amount that is given exactly?"""
    plain = figure.kind == "level" and figure.claim.comparator == "eq" and not figure.claim.per
    return plain and not figure.is_share and figure.value > 0


def _parts(figures: list[Figure]) -> list[Figure]:
    """The amounts of the first one's measure, outside parentheses."""
    plain = [f for f in figures if _is_plain(f) and not f.depth]
    return [f for f in plain if f.counts_like(plain[0])]


def _looks_slipped(total: Figure, parts: list[Figure]) -> bool:
    """Are they larger than none of the parts, and would two digits the other way round, or one digit, make the sum?"""
    gap = abs(total.value - sum(part.value for part in parts))
    if gap > _NEAR * total.value or any(part.value >= total.value for part in parts):
        return False
    slip = slip_between(total.value, total.claim.resolution, Sum(total, *parts).solve(0)[0])
    return slip is not None and (slip[0] == "swapped" or (slip[0] == "digit" and len(parts) >= _FEWEST))
