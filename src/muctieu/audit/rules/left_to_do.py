"""`parts_sum` of what is left to do and of the plan that the report gives elsewhere.

Formula: done + left = plan. `Số vốn còn phải giải ngân là 233,1 tỷ đồng` against a table's row `Giải ngân vốn đầu tư công` with the plan 318,0 and 84,9 done, or against a result and its plan that the text
tells under that name. Of several plans only one that fits is taken; what is far from the difference is of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from muctieu.audit.check import Check
from muctieu.audit.equation import Sum
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.names import Key, key_of

_LEFT = re.compile(r"\bcòn (?:phải|thiếu|lại phải|chưa)\s+(?=\w)")
_NAMED = 2
_NEAR = Decimal("0.3")
_MANY = 60


def check(ledger: Ledger) -> Iterator[Check]:
    """Every amount that is said to be left to do."""
    for left in ledger.figures:
        clause = re.split(r"[;.]", left.before)[-1] if "còn " in left.before else ""
        if not clause or left.cell is not None or left.kind not in ("level", "target") or left.is_share:
            continue
        if _LEFT.search(clause) is None or left.claim.comparator != "eq" or left.depth:
            continue
        words = key_of(f"{clause} {left.unit[1:-1] if left.unit[:1] == '{' else ''}")
        sums = [Sum(plan, done, left) for plan, done in _plans(ledger, left, words) if done.value < plan.value]
        held = next((total for total in sums if total.holds()), None)
        if held is not None:
            yield Check.of("parts_sum", held)
        elif len({total.solve(2)[0].low for total in sums}) == 1 and _is_near(sums[0], left):
            yield Check.of("parts_sum", sums[0], "warning")


def _plans(ledger: Ledger, left: Figure, words: Key) -> Iterator[tuple[Figure, Figure]]:
    """The plans of the amount's measure with what was done of them, under a name that the words hold."""
    for plan in ledger.plans(left.measure)[:_MANY]:
        if len(plan.key & words) < _NAMED or 3 * len(plan.key & words) < 2 * len(plan.key):
            continue
        for done in ledger.by_name.get(plan.key, [])[:_MANY]:
            beside = done.cell is not None and plan.cell is not None and done.row_name == plan.row_name
            same_time = str(done.period)[:4] == str(plan.period)[:4]
            if done.kind == "level" and done.measure == plan.measure and same_time and (beside or plan.cell is None):
                yield plan, done


def _is_near(total: Sum, left: Figure) -> bool:
    """Is the difference near what is said to be left?"""
    expected = total.solve(2)[0]
    return expected.low > 0 and expected.distance(left.interval) <= _NEAR * left.value
