"""Which plan does a rate of attainment speak of? Takes the rate's place and its result, gives the plans it may be measured by, nearest places first.

A plan stands beside the rate (`đạt 103,3% kế hoạch (450 ha)`), elsewhere under the result's name, in the row of a table that says the result again, or before
it in the paragraph. Nothing here judges.
"""

from __future__ import annotations

import itertools
import re

from muctieu.audit.compared import has_own_subject
from muctieu.audit.equation import Ratio
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.names import alike, opposed
from muctieu.audit.times import months_of

_PLANNED = re.compile(r"(?:kế hoạch|\bkh|dự toán|chỉ tiêu|mục tiêu|nghị quyết|\bnq)\b[^,;)]*$")
DONE = re.compile(
    r"[\s,;:/(–-]*(?:th|thực hiện|kết quả|đạt được|ước|tt|đến nay|hiện nay|nay|đến năm|đến cuối|năm \d{4})(?: [\w/]+| [-–] \d{4}){0,8}[\s:]*(?:là |đạt |còn )?\s*"
)
"""The words between a plan and its result: `KH 16 tổ, thực hiện 18 tổ`, `mục tiêu 98%; kết quả giữa nhiệm kỳ 97,1%`."""
_SLASH = re.compile(r"[^,;.()]{0,20}/\s*(?:(?:chỉ tiêu|kế hoạch|dự toán|nghị quyết|kh|ct|dt|nq)\s*)?")
_TOLD_AFTER = re.compile(r"[^;]*;\s*(?:tổng )?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu)\b[^,;]{0,40}$")
"""`đạt 98,4% dự toán; dự toán được giao 850 tỷ đồng`: the plan named again, and nothing else."""
_PLAN_OPENS = re.compile(r"\W*(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu)(?: (?:được )?giao)?(?: cả)?(?: năm \d{4})?\s*:")
_GIVEN = re.compile(r"\b(?:vốn|kế hoạch|kinh phí|dự toán)\b[^,;.()]*\bgiao(?: là)?\s*$")
_AMONG = re.compile(r"\b(?:trong đó|gồm)\b")
_NEAR = 3
_MONTHS = 12
_BRIEF = 2
"""So few words (`giải ngân`) name no thing of their own, but what is done with the one before."""


def in_its_measure(before: list[Figure], result: Figure, following: list[Figure]) -> Figure:
    """`kết nạp 812 đảng viên, bình quân 162,4 đảng viên/năm, đạt 101,5% chỉ tiêu (800 đảng viên)`: the figure in the plan's own measure, not the mean beside it."""
    if not following or following[0].kind != "target" or following[0].claim.per == result.claim.per:
        return result
    others = [f for f in before if f.kind == "level" and f.counts_like(following[0]) and f.depth == result.depth]
    return others[-1] if others else result


def over(sentence: Sentence, at: int) -> Figure | None:
    """`1.530 ha/1.500 ha kế hoạch, đạt 102%`: the result before the slash, after which its plan stands."""
    if at < 2:
        return None
    result, plan = sentence.figures[at - 2 : at]
    slashed = plan.kind == "target" and _SLASH.fullmatch(plan.before) is not None
    return result if slashed and result.kind == "level" and result.counts_like(plan) else None


def done_after_plan(sentence: Sentence, at: int) -> Figure | None:
    """`kế hoạch 5.000 lao động, thực hiện 4.210 lao động, trong đó xuất khẩu 310 người, đạt 84,2% kế hoạch`: the result right after its plan, where what stands between is but a part of it."""
    for plan, result in itertools.pairwise(sentence.figures[:at]):
        done = plan.kind == "target" and result.kind == "level" and result.measure == plan.measure
        if done and DONE.fullmatch(result.before) and plan.depth == result.depth:
            rest = sentence.figures[result.order - sentence.figures[0].order + 1 : at + 1]
            return result if rest[0].before and _AMONG.search(rest[0].before) and _one_clause(rest) else None
    return None


def _one_clause(figures: list[Figure]) -> bool:
    """Does no semicolon stand before one of them?"""
    return not any(";" in f.before for f in figures)


def beside(sentence: Sentence, at: int, result: Figure) -> list[Figure]:
    """Plans in the rate's own sentence: right after it, then before it."""
    after = [
        f
        for f in sentence.figures[at + 1 : at + 2]
        if (f.kind == "target" or (f.kind == "level" and _PLANNED.search(f.before) and not has_own_subject(f, result)))
        and (f.unit == result.unit or f.counts_like(result) or (f.is_count and result.is_count))
        and (";" not in f.before or (f.kind == "target" and _TOLD_AFTER.match(f.before) is not None))
    ]
    return after + [
        f
        for f in sentence.figures[:at]
        if (f.kind == "target" or _PLANNED.search(f.before)) and f.unit == result.unit and f is not result
        if f.order > result.order or not _parted(sentence, f, result)
    ]


def _parted(sentence: Sentence, plan: Figure, result: Figure) -> bool:
    """Does a semicolon stand between a plan and a result after it, so that the plan is of something else?"""
    between = [f for f in sentence.figures if plan.order < f.order <= result.order]
    return any(";" in f.before for f in between)


_MORE = re.compile(r"\bthêm(?: cho| được| ít nhất| khoảng)*\s*$")
"""`giải quyết việc làm thêm cho 5.064 lao động` sets what is left to do."""


def sets_more(target: Figure, result: Figure) -> bool:
    """Does the target say what is still to be added, which the result does not?"""
    return _MORE.search(target.before) is not None and _MORE.search(result.before) is None


def named(ledger: Ledger, result: Figure) -> list[Figure]:
    """Plans of the result's name elsewhere: those of its own time where there are any."""
    plans = [f for f in ledger.targets_of(result) if not sets_more(f, result)]
    return (
        [f for f in plans if f.period is not None and f.period == result.period]
        or plans
        or _of_whole_year(ledger, result)
        or _under_plan(ledger, result)
    )


def _of_whole_year(ledger: Ledger, result: Figure) -> list[Figure]:
    """What an earlier sentence gives under the result's name for a whole year of which the result is but a part: it can only be the plan."""
    months = months_of(result.period)
    if months is None or months[1] - months[0] >= _MONTHS - 1 or result.period is None:
        return []
    given = ledger.named_alike(result, result.period[:4])
    return [f for f in given if f.kind == "level" and f.order < result.order and f.value > result.value]


def _under_plan(ledger: Ledger, result: Figure) -> list[Figure]:
    """`Kế hoạch giao năm 2024: giải quyết việc làm 5.200 lao động. …`: what one of the sentences before that begins as a plan gives under the result's name."""
    if result.sentence < 0:
        return []
    before = ledger.sentences[max(0, result.sentence - _NEAR) : result.sentence]
    given = [f for sentence in before for f in sentence.figures if f.kind == "level" and f.measure == result.measure]
    opened = [f for f in given if _PLAN_OPENS.match(ledger.lower, f.claim.sentence.start) is not None]
    return [f for f in opened if alike(f.key, result.key)]


def sentence_before(ledger: Ledger, sentence: Sentence, result: Figure) -> list[Figure]:
    """Figures of the result's measure a sentence earlier, which may be its plan though no word says so."""
    figures = ledger.sentences[sentence.number - 1].figures if sentence.number else []
    return [f for f in figures if f.kind in ("level", "target") and f.measure == result.measure]


def in_rows(ledger: Ledger, result: Figure) -> list[Figure]:
    """Plans in the rows of tables that say the result again."""
    return [
        target
        for _, row, cell in ledger.tabled(result)
        for target in row.figures.values()
        if target.kind == "target" and target.measure == cell.measure and target.value
    ]


def in_paragraph(ledger: Ledger, result: Figure) -> list[Figure]:
    """`Kế hoạch vốn năm 2025 là 5.846 tỷ đồng. … giải ngân 3.574 tỷ đồng, đạt 61,1% kế hoạch`: plans in the result's measure before it in the paragraph."""
    start = ledger.text.rfind("\n", 0, result.claim.start) + 1
    before = [f for f in ledger.between(start, result.claim.start) if f.measure == result.measure and f.cell is None]
    given = [f for f in before if f.kind == "target" or (f.kind == "level" and _GIVEN.search(f.before))]
    plans = [f for f in given if f.claim.comparator == "eq" and f.value >= result.value / 2]
    beside = ledger.sentences[result.sentence].figures
    plans = [f for f in plans if not opposed(result.key, f.key)]
    return [f for f in plans if len(result.key) <= _BRIEF or alike(result.key, f.key) or _serves(beside, f)]


def _serves(figures: list[Figure], plan: Figure) -> bool:
    """Is another result of the sentence measured by the plan? (`phân bổ 5.790 tỷ đồng, đạt 99,0% kế hoạch; giải ngân …`)"""
    return any(
        rate.kind == "attainment" and result.measure == plan.measure and Ratio(rate, result, plan).holds()
        for result, rate in itertools.pairwise(figures)
    )


def of_one_time(target: Figure, result: Figure) -> bool:
    """Is the target for the time of the result, or for a year that holds it?"""
    return target.period is None or result.period is None or target.period[:4] == result.period[:4]


def is_of_later_years(target: Figure, result: Figure) -> bool:
    """Is the target set for years after the result's own, a next term's?"""
    if target.period is None or result.period is None or target.cell is not None:
        return False
    return target.period.rpartition("/")[2][:4] > result.period.rpartition("/")[2][:4]


def is_of_next_plan(ledger: Ledger, target: Figure) -> bool:
    """Is the target set for years after the report's own time, which no result in it can be judged by?"""
    own, year = ledger.document.period, (target.period or "").rpartition("/")[2][:4]
    return own is not None and bool(year) and year > own.rpartition("/")[2][:4]


_PLAN_AFTER = re.compile(r"[^\d,;.()]{0,12}?(?P<plan>dự toán|kế hoạch|chỉ tiêu|mục tiêu|nghị quyết)\b")
_OF_ONE_SORT = {"mục tiêu": "chỉ tiêu", "nghị quyết": "chỉ tiêu"}


def of_two_plans(ledger: Ledger, first: Figure, second: Figure) -> bool:
    """`bằng 87,4% chỉ tiêu` of a term, `bằng 118,8% dự toán` of the year: do the words behind two attainments name two sorts of plan?"""
    sorts = set()
    for rate in (first, second):
        told = _PLAN_AFTER.match(ledger.after(rate, 40)) if rate.kind == "attainment" else None
        if told is None:
            return False
        sorts.add(_OF_ONE_SORT.get(told["plan"], told["plan"]))
    return len(sorts) > 1
