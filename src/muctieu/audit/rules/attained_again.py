"""`repeat` of a share of the plan that another part tells again without the plan: `giải ngân 141,2 tỷ đồng, đạt 75,7% kế hoạch` in the results, `giải ngân mới đạt 77,5%` among the limits.

Takes the shares that an assessment says to have been reached; holds each against the only attainment of that name and time before it, and speaks of it where two digits have changed places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from muctieu.audit.assessments import assessments, is_within
from muctieu.audit.check import Check
from muctieu.audit.ledger import Ledger
from muctieu.audit.names import alike
from muctieu.audit.twice import are_swapped, at_one_time, is_plain, is_present, said_twice

_REACHED = re.compile(r"\b(?:đạt|bằng|hoàn thành|thực hiện)(?: được| khoảng)?\s*$")


def check(ledger: Ledger) -> Iterator[Check]:
    """Every share told again."""
    attained = [f for f in ledger.figures if f.kind == "attainment" and is_plain(f) and f.cell is None]
    spans = ledger.once(assessments) if attained else []
    for figure in ledger.figures if spans else ():
        if figure.kind != "level" or not figure.is_share or figure.cell is not None or not is_plain(figure):
            continue
        if not is_within(spans, figure.claim.start) or not _REACHED.search(figure.before) or not is_present(figure):
            continue
        before = [f for f in attained if f.order < figure.order and len(f.key) > 1 and alike(f.key, figure.key)]
        told = [f for f in before if at_one_time(ledger, f, figure)]
        if len({f.value for f in before}) == 1 and told and are_swapped(told[0], figure):
            yield said_twice(told[0], figure)
