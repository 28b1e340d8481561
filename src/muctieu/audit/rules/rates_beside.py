"""`attainment` of any words: a rate of attainment against the only result and the only plan that stand with it, or that are told elsewhere under its name.

Formula: attainment = result ÷ plan × 100. The plan may stand in the sentence before (`Kế hoạch trồng 600 ha. Kết quả đã trồng 655 ha, đạt 109,2%`), the result after the rate, or both in a table's row. A rate that any
other pair gives raises nothing, nor does one that is far from what the pair gives unless the words name the plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from muctieu.audit.beside import Pair, goes_with, is_plan, is_result
from muctieu.audit.check import Check
from muctieu.audit.clauses import CLAUSE, clause_of
from muctieu.audit.compared import has_own_subject
from muctieu.audit.equation import Ratio, Whole
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.names import opposed
from muctieu.audit.plans import of_one_time
from muctieu.audit.pledges import Pledges

_RATE = re.compile(
    r"[^\d,;.()]{0,12}[\s,;:(–-]*(?:mới |chỉ |tỷ lệ |tỉ lệ |đã |ước |tiến độ |thực hiện )*(?:đạt|bằng|hoàn thành|thực hiện|tỷ lệ|tỉ lệ|tương ứng|tương đương)?(?: tỷ lệ| tỉ lệ| hoàn thành)*[\s:]*"
)
_OF_TIME = re.compile(r"[^,;.]{0,20}\b(?:cùng kỳ|ck|năm trước|năm \d{4}|tổng|diện tích|dân số|số)\b")
_CONCLUDES = re.compile(r"\s*(?:như vậy|vậy là|tính ra|kết quả (?:này|đó|trên)|với kết quả|do đó|qua đó|so ra)\b")
_NEAREST, _MOST = Decimal(2), Decimal(3)
_LONGEST = 3
_MANY, _FEW_WORDS = 60, 2
_CLOSE = Decimal("0.12")
_OF_TERM = re.compile(r"nghị quyết|\bnq\b|đại hội|nhiệm kỳ")


def check(ledger: Ledger) -> Iterator[Check]:
    """Every rate with its pair."""
    for sentence in ledger.sentences:
        for at, rate in enumerate(sentence.figures):
            if rate.unit != "%" or rate.claim.comparator != "eq":
                continue
            bare = rate.kind == "level" and at and _RATE.fullmatch(rate.before) is not None
            if rate.kind != "attainment" and not (bare and not _OF_TIME.match(ledger.after(rate, 40))):
                continue
            pairs = _pairs(ledger, sentence, at) or _over_sentences(ledger, sentence, at)
            if not pairs and rate.kind == "attainment" and _stands_alone(sentence, at):
                pledges = ledger.once(Pledges)
                pledge = pledges.named(CLAUSE.split(rate.before)[-1])
                pairs = [Pair(pledge.result, pledge.target)] if pledge is not None else []
            found = _held_against(rate, pairs)
            if found is None and not pairs and rate.kind == "attainment" and at:
                before = [f for f in sentence.figures[:at] if f.depth <= rate.depth]
                found = _far(ledger, rate, before[-1]) if before else None
            if found is not None:
                yield found


def _far(ledger: Ledger, rate: Figure, result: Figure) -> Check | None:
    """`đã thảm nhựa 68,4 km đường, đạt 114% mục tiêu nhiệm kỳ`, the goal pages before: the plan of its measure that shares most words with it, where the rate is but a slip away."""
    if (
        result.kind != "level"
        or result.is_share
        or is_plan(ledger, result)
        or not is_result(result)
        or not result.value
    ):
        return None
    words = clause_of(ledger, result)
    plans = [f for f in ledger.plans(result.measure)[:_MANY] if f.sentence != result.sentence and f.value > 0]
    plans = [f for f in plans if f.claim.comparator in ("eq", "ge") and not opposed(f.key, result.key)]
    common = {f.order: len(words & clause_of(ledger, f)) for f in plans}
    most = max(common.values(), default=0)
    best = [f for f in plans if common[f.order] == most]
    if most < (1 if len(plans) == 1 else _FEW_WORDS) or len({f.value for f in best}) != 1:
        return None
    of_term = _OF_TERM.search(ledger.after(rate, 40)) is not None
    if not of_term and not of_one_time(best[0], result):
        return None
    ratio = Ratio(rate, result, best[0])
    found = Check.of("attainment", ratio, "warning")
    found.weak = True
    return found if found.holds or ratio.is_near(_CLOSE) else None


def _pairs(ledger: Ledger, sentence: Sentence, at: int) -> Sequence[Pair]:
    """The result nearest before the rate, or right after it, with every plan that may be its."""
    rate = sentence.figures[at]
    before = [f for f in sentence.figures[:at] if not f.is_share and f.kind in ("level", "target", "part")]
    following = sentence.figures[at + 1 : at + 2] if rate.kind == "attainment" else []
    before = [f for f in before if f.depth <= rate.depth]  # `bằng 2,7 lần năm 2010 (526 nghìn lượt), đạt 94,7% …`
    results = [f for f in before if f.kind == "level" and not is_plan(ledger, f) and is_result(f)][-1:]
    results = results or [f for f in following if f.kind == "level" and not is_plan(ledger, f) and is_result(f)]
    if not results:
        return []
    result = results[0]
    between = [f for f in sentence.figures if result.order < f.order <= rate.order]
    near = between == [rate] or all(is_plan(ledger, f) for f in between if f is not rate)
    if not near and (rate.kind == "level" or any(";" in f.before for f in between)):
        return []
    plans = [f for f in sentence.figures if f is not result and is_plan(ledger, f) and goes_with(f, result)]
    plans = [f for f in plans if _may_be_of(sentence, rate, result, f)]
    if not plans:  # `dự kiến tuyên truyền 48 buổi, cuối năm đã làm được 54 buổi`
        meant = [f for f in sentence.figures if f.order < result.order and "dự kiến" in f.before]
        plans = [f for f in meant if goes_with(f, result) and f.kind == "level"][-1:]
    if not plans and sentence.number:
        plans = _plans_before(ledger, sentence, result)
    if "điều chỉnh" in ledger.after(rate, 40):
        plans = [f for f in plans if "điều chỉnh" in f.before]
    return [Pair(result, plan) for plan in plans if plan.value] if len(plans) <= _LONGEST else []


def _over_sentences(ledger: Ledger, sentence: Sentence, at: int) -> Sequence[Pair]:
    """`số lượt dự học là 1.860 lượt. Đối chiếu với kế hoạch 2.000 lượt thì đạt 93,0%`: the plan right before the rate, the result last told in the sentence before; `Chỉ tiêu là 700 đảng viên. Đã kết nạp 742 người. Như vậy đạt 106,0% chỉ tiêu`: both before a conclusion."""
    plan = sentence.figures[at - 1] if at else None
    if plan is not None:
        alone = is_plan(ledger, plan) and not plan.is_share and plan.value and plan.claim.comparator == "eq"
        before = _line_before(ledger, sentence, 1) if alone and at == 1 else []
        results = [f for f in before if _is_reached(ledger, f) and goes_with(f, plan)]
        return [Pair(results[-1], plan)] if results else []
    if sentence.figures[at].kind != "attainment" or not _CONCLUDES.match(ledger.lower, sentence.start):
        return []
    before = _line_before(ledger, sentence, _LONGEST)
    plans = [f for f in before if is_plan(ledger, f) and not f.is_share and f.value and f.claim.comparator == "eq"]
    if len(plans) != 1:
        return []
    results = [f for f in before if f.order > plans[0].order and _is_reached(ledger, f) and goes_with(f, plans[0])]
    return [Pair(results[0], plans[0])] if results else []


def _line_before(ledger: Ledger, sentence: Sentence, count: int) -> list[Figure]:
    """The figures of so many sentences before it, from the last line break on."""
    start = ledger.text.rfind("\n", 0, sentence.start + 1) + 1
    told = ledger.sentences[max(0, sentence.number - count) : sentence.number]
    return [f for each in told if each.note is sentence.note for f in each.figures if f.claim.start >= start]


def _is_reached(ledger: Ledger, figure: Figure) -> bool:
    """Is it an amount that was reached?"""
    return figure.kind == "level" and not figure.is_share and not is_plan(ledger, figure) and is_result(figure)


def _may_be_of(sentence: Sentence, rate: Figure, result: Figure, plan: Figure) -> bool:
    """Is no other rate nearer to the plan, and the plan of no thing of its own?"""
    first, last = sorted((rate.order, plan.order))
    rates = {f.order for f in sentence.figures if f.kind == "attainment" and f is not rate}
    if plan.order - 1 in rates or any(first < order < last for order in rates):
        return False
    return plan.order < rate.order or not has_own_subject(plan, result)


def _plans_before(ledger: Ledger, sentence: Sentence, result: Figure) -> list[Figure]:
    """The plans of the sentence before in the paragraph, where nothing else in it goes with the result."""
    before = ledger.sentences[sentence.number - 1]
    if "\n" in ledger.text[before.start : sentence.start].strip() or before.note is not sentence.note:
        return []
    told = [
        f
        for f in before.figures
        if (goes_with(f, result) and is_result(f)) or (is_plan(ledger, f) and goes_with(f, result))
    ]
    plans = [f for f in told if is_plan(ledger, f)]
    others = [f for f in sentence.figures if f is not result and goes_with(f, result)]
    return plans if len(plans) == len(told) == 1 and not others else []


def _stands_alone(sentence: Sentence, at: int) -> bool:
    """Has its clause no amount besides it?"""
    rate = sentence.figures[at]
    others = (f for f in sentence.figures if f is not rate and not f.is_share)
    return not any(abs(f.order - rate.order) == 1 and f.kind in ("level", "part", "target", "change") for f in others)


def _held_against(rate: Figure, pairs: Sequence[Pair]) -> Check | None:
    """The pair that the rate fits; else the only one."""
    ratios = [Ratio(rate, pair.result, pair.plan) for pair in pairs]
    held = next((ratio for ratio in ratios if ratio.holds()), None)
    if held is not None:
        return Check.of("attainment", held)
    if len(ratios) != 1 or isinstance(pairs[0].plan, Whole):
        return None
    found = Check.of("attainment", ratios[0], "warning")
    expected = ratios[0].nearest()
    if expected is None or not rate.value <= _MOST * expected.high <= _MOST * _NEAREST * rate.value * _NEAREST:
        return None
    found.weak = True
    return found
