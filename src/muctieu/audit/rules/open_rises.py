"""`growth` told right behind the change that it says again, where only one of value and basis stands before both: `Năm 2023 phẫu thuật 26.104 ca; năm nay nhiều hơn 1.848 ca, tức tăng 7,1%`.

Formulas: growth = change ÷ basis × 100 where the amount is what is compared with; growth = change ÷ (value − change) × 100 where it is the value. Nothing tells which it is but its time or the words before it, so that either
may fit. What fits neither fails where it is what a slip would give: the share of the wrong end, 100 too many, digits that differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from muctieu.audit.check import Check
from muctieu.audit.equation import Equation, Ratio, Rise
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.open_figures import Settled, is_amount, open_to
from muctieu.audit.timed_pairs import BASIS
from muctieu.values.interval import Interval

_SAYS_AGAIN = re.compile(
    r"[\s,(]*(?:tức là|tức|hay|tương đương(?: với)?|tương ứng(?: với)?|nghĩa là|bằng)?[\s,]*(?:đã |với |đạt )?(?:(?:tốc độ|tỷ lệ|tỉ lệ|mức) )?(?:đã )?(?:tăng|giảm|hơn)?(?: thêm| khoảng)?\s*\(?\s*"
)
_MOVES = re.compile(r"\b(?:tăng|giảm|hơn|thêm|mở rộng|bớt|kém|ít đi|nhiều lên)(?: thêm| được| đi)?\s*$")
_SLIPS = ("swapped", "digit")
_REACH = 4
_BACK = 300
_HUNDRED = Interval.exactly(100)
_LONG = 2


def check(ledger: Ledger, settled: Settled) -> Iterator[Check]:
    """Every growth behind its change that no other rule has recomputed."""
    for sentence, at, stated in open_to(ledger, settled, "growth", "ratio"):
        if at and stated.kind == "growth" and not stated.claim.per and stated.claim.comparator == "eq":
            found = _of_growth(ledger, sentence, at)
            if found is not None:
                yield found


def _of_growth(ledger: Ledger, sentence: Sentence, at: int) -> Check | None:
    """By the nearest amount of the change's measure before it."""
    stated, change = sentence.figures[at], sentence.figures[at - 1]
    moves = change.kind == "change" or (change.kind == "level" and _MOVES.search(change.before) is not None)
    if not moves or not change.value or _SAYS_AGAIN.fullmatch(stated.before) is None:
        return None
    start = ledger.text.rfind("\n", 0, change.claim.start) + 1
    before = ledger.between(max(start, change.claim.start - _BACK), change.claim.start)[-_REACH:]
    amounts = [f for f in before if is_amount(f) and f.counts_like(change) and f.value > abs(change.value)]
    if not amounts or stated.is_share is not True:
        return None
    amount = amounts[-1]
    of_basis, of_value = Ratio(stated, change, amount), Rise(stated, amount, change)
    told: list[Equation] = [of_basis] if _is_basis(stated, amount) else [of_value, of_basis]
    for equation in told:
        if equation.holds():
            return Check.of("growth", equation) if equation is told[0] else None
    if not _is_slip(stated, change, amount, told[0]):
        return None
    found = Check.of("growth", told[0], "warning")
    found.weak = True
    return found


def _is_basis(stated: Figure, amount: Figure) -> bool:
    """Is the amount what is compared with, by its time or the words before it?"""
    earlier = None not in (stated.period, amount.period) and str(amount.period) < str(stated.period)
    return earlier or BASIS.search(amount.before) is not None


def _is_slip(stated: Figure, change: Figure, amount: Figure, equation: Equation) -> bool:
    """Is it the rate with 100 too many, that of the other end, or one whose digits differ?"""
    expected = equation.nearest()
    if expected is None:
        return False
    other = (change.interval / (amount.interval + change.interval)).scaled(_HUNDRED.low)
    wrong = [stated.interval + Interval.exactly(-100) if stated.value > 0 else stated.interval + _HUNDRED]
    if any(each.meets(expected) for each in wrong) or other.meets(stated.interval):
        return True
    return len(stated.written) > _LONG and equation.slip() in _SLIPS
