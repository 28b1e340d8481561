"""`repeat` of a share of the plan that another part tells again without the plan: `giải ngân 141,2 tỷ đồng, đạt 75,7% kế hoạch` in the results, `giải ngân mới đạt 77,5%` among the limits.

Takes the shares that an assessment says to have been reached; holds each against the only attainment of that name and time before it, and speaks of it where two digits have changed places. What was disbursed is one thing, whatever words stand with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from muctieu.audit.assessments import assessments, is_within
from muctieu.audit.check import Check
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.names import alike, key_of
from muctieu.audit.twice import are_swapped, at_one_time, is_plain, is_present, said_twice

_REACHED = re.compile(r"\b(?:đạt|bằng|hoàn thành|thực hiện|được|ở mức|giải ngân)(?: được| khoảng)?\s*$")
_DISBURSED = key_of("giải ngân")


def check(ledger: Ledger) -> Iterator[Check]:
    """Every share told again."""
    attained = [f for f in ledger.figures if _is_attained(f)]
    spans = ledger.once(assessments) if attained else []
    for figure in ledger.figures if spans else ():
        if figure.kind not in ("level", "attainment") or not figure.is_share or figure.cell is not None:
            continue
        again = is_plain(figure) and is_present(figure) and is_within(spans, figure.claim.start)
        if again and _REACHED.search(figure.before):
            yield from _held_against(ledger, figure, [f for f in attained if f.order < figure.order])


def _is_attained(figure: Figure) -> bool:
    """Is it a share of the plan, or of money disbursed, that the text tells?"""
    if figure.kind != "attainment" and not (figure.kind == "level" and figure.is_share and figure.key >= _DISBURSED):
        return False
    return figure.cell is None and is_plain(figure)


def _held_against(ledger: Ledger, figure: Figure, attained: list[Figure]) -> Iterator[Check]:
    """The only one of its name before it; of money disbursed the only one whose digits it has, whatever the words add (`giải ngân vốn đầu tư công còn chậm`)."""
    if figure.kind == "level":
        before = [f for f in attained if f.kind == "attainment" and len(f.key) > 1 and alike(f.key, figure.key)]
        told = [f for f in before if at_one_time(ledger, f, figure)]
        if len({f.value for f in before}) == 1 and told and are_swapped(told[0], figure):
            yield said_twice(told[0], figure)
            return
    before = [f for f in attained if f.key & figure.key >= _DISBURSED]
    told = [f for f in before if are_swapped(f, figure) and at_one_time(ledger, f, figure)]
    if len(told) == 1 and all(f.value != figure.value for f in before):
        yield said_twice(told[0], figure)
