"""`target_gap` of any words: what is missing to a plan, left of it or beyond it, where one result and one plan of its measure stand with it.

Formula: gap = |result − plan|, of amounts also in percent. The order and the words between do not matter (`312,5 tỷ đồng/dự toán 420 tỷ đồng; … phải thu thêm 107,5 tỷ đồng`); where no figure of the measure stands
with it, the pair is the one of that name elsewhere. A gap that another rule finds to hold, and one whose words hardly say that it is one and whose digits are no slip, raise nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from muctieu.audit.beside import Pair, goes_with, pair_for
from muctieu.audit.check import Check
from muctieu.audit.clauses import CLAUSE
from muctieu.audit.equation import Change, Equation, Growth, figure_of
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.pledges import Pledges
from muctieu.audit.slips import slip_between
from muctieu.values.interval import Interval

_SURE = re.compile(
    r"\b(?:thiếu(?: hụt)?|hụt|vượt|dôi dư|thừa|thấp hơn|cao hơn|còn lại|chưa|cần thêm|phải)\b[^,;.()%\d]{0,45}[(\s]*$"
)
_MAYBE = re.compile(r"\b(?:còn|thêm|cách|tăng|dư)\b[^,;.()%\d]{0,30}\s*$")
_CLOSED = re.compile(r"\s*\)\s*(?:là|khoảng|tới|đến)?\s*")
_OF_TIME = re.compile(r"[^,;.]{0,20}\bso (?:với )?(?:cùng kỳ|ck|năm|kỳ|đầu|nhiệm kỳ trước|tháng|quý|giai đoạn|khi)")
_TIMED = re.compile(r"\bso (?:với )?(?:cùng kỳ|ck|năm|kỳ|đầu|nhiệm kỳ trước|tháng|quý|giai đoạn)\b[^,;.]*$")
_CUES = frozenset(("thiếu", "hụt", "vượt", "dư", "thừa", "hơn", "còn", "thêm", "cách", "phải", "chưa", "tăng"))
_BRACKET = re.compile(r"\s*\([^()]*$")
_SAME_SIZE = Decimal(4)


def check(ledger: Ledger) -> Iterator[Check]:
    """Every amount beside a result and a plan that words say to be their difference."""
    for sentence in ledger.sentences:
        for gap in sentence.figures:
            words = _words(ledger, gap)
            if words is None or not (_SURE.search(words) or _MAYBE.search(words)):
                continue
            pair = pair_for(ledger, sentence, gap) or _relative(ledger, sentence, gap)
            if pair is None and gap.kind == "target_gap" and _stands_alone(sentence, gap):
                pledges = ledger.once(Pledges)
                pledge = pledges.named(CLAUSE.split(ledger.words(sentence.start, gap.claim.start))[-1], gap)
                pair = Pair(pledge.result, pledge.target) if pledge is not None else None
            if pair is not None and _is_rest(sentence, gap, pair):
                continue
            found = _held_against(gap, pair, sure=_SURE.search(words) is not None) if pair is not None else None
            if found is not None:
                yield found


def _is_rest(sentence: Sentence, gap: Figure, pair: Pair) -> bool:
    """`Tổng sản lượng 46.720 tấn, bằng 75,4% kế hoạch (62.000 tấn); riêng khai thác biển 34.150 tấn, còn lại 12.570 tấn là nuôi trồng`: is it what the part before it leaves of the result?"""
    before = sentence.figures[sentence.figures.index(gap) - 1] if gap in sentence.figures[1:] else None
    return (
        before is not None
        and before is not pair.plan
        and before.counts_like(gap)
        and before.value + gap.value == pair.result.value
    )


def _words(ledger: Ledger, gap: Figure) -> str | None:
    """The words before it, those before a plan in parentheses too; none where it is a difference to another time."""
    if gap.kind not in ("level", "target_gap", "target", "change") or gap.claim.comparator != "eq" or gap.claim.per:
        return None
    led = gap
    if ")" in gap.before and _CLOSED.fullmatch(gap.before) and gap.order:
        led = ledger.figures[gap.order - 1]
    if led.words.isdisjoint(_CUES):
        return None
    words = gap.before if led is gap else _BRACKET.sub("", led.before)
    return None if _OF_TIME.match(ledger.after(gap, 60)) or _TIMED.search(words) else words


def _relative(ledger: Ledger, sentence: Sentence, gap: Figure) -> Pair | None:
    """`86.400 m3, vượt kế hoạch (80.000 m3) 18%`: the pair of a measure of its own before a gap in percent."""
    if not gap.is_share:
        return None
    like = next((f for f in sentence.figures if f is not gap and not f.is_share and f.kind == "target"), None)
    if like is None:
        return None
    others = [f for f in sentence.figures if f.kind == "level" and f is not gap and goes_with(f, like)]
    return Pair(others[0], like) if len(others) == 1 else None


def _stands_alone(sentence: Sentence, gap: Figure) -> bool:
    """Is no other figure of its unit in its sentence, but gaps?"""
    return all(f.kind == "target_gap" or f.unit != gap.unit for f in sentence.figures)


def _held_against(gap: Figure, pair: Pair, *, sure: bool) -> Check | None:
    """The check, where it holds or may be raised."""
    equation: Equation
    if pair.result.claim.whole is not None and gap.is_count and "còn" in gap.words:
        return None  # `đạt 17/19 tiêu chí (KH 18 tiêu chí), còn 02 tiêu chí chưa đạt`: what is left of all of them
    if gap.is_share and not pair.result.is_share:
        counted = isinstance(pair.plan, Figure) and pair.plan.is_counted and pair.plan.claim.comparator == "eq"
        equation = Growth(gap, pair.result, figure_of(pair.plan).as_told() if counted else pair.plan)
    else:
        exact = isinstance(pair.plan, Figure) and pair.plan.is_share
        equation = Change(gap, pair.result, figure_of(pair.plan).as_told() if exact else pair.plan, unsigned=True)
    found = Check.of("target_gap", equation, "warning")
    found.weak = True
    expected = equation.nearest()
    if found.holds or expected is None:
        return found if found.holds else None
    made, said = abs(expected.low + expected.high) / 2, abs(gap.value)
    near = made and said <= _SAME_SIZE * made <= _SAME_SIZE * _SAME_SIZE * said
    if not near or not (sure or slip_between(said, gap.claim.resolution, Interval.exactly(made))):
        return None
    return found
