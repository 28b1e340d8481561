"""`attainment`: the stated rate of attainment against the result and its plan.

Formula: attainment = result ÷ target × 100, in sentences and along the rows of tables.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from muctieu.audit import plans
from muctieu.audit.check import Check, Severity
from muctieu.audit.equation import Ratio, Whole, figure_of
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Grid, Ledger, Row, Sentence
from muctieu.audit.pairs import is_planned, value_before
from muctieu.audit.pledges import Pledges
from muctieu.audit.told_apart import leaves_out

_PLAN = re.compile(r"kế hoạch|\bkh\b|dự toán|chỉ tiêu|mục tiêu|\bmt\b|nghị quyết|\bnq\b|giao")
_FEWEST = 3
_LESS = re.compile(r"\b(?:trong đó|mỗi|bình quân|trung bình|riêng)\b")
_PLAN_ONLY = re.compile(r"[;.]|\b(?:trong đó|riêng)\b")
_RATE_HEAD = re.compile(r"(?:tỷ lệ|tỉ lệ|so sánh|đạt|%)[^,;]{0,24}$")
_BESIDE_PLAN = re.compile(r"[\s,;()–→=>-]*(?:đạt|bằng|=)?\s*(?:tỷ lệ)?\s*")
_OF_NUMBER = re.compile(r"\s+(?:tổng )?số (?!kế hoạch|chỉ tiêu|giao|được giao|dự toán|phải)[^\W\d]")
_OF_TERM = re.compile(
    r"\s*(?:so với )?(?:mục tiêu|chỉ tiêu)?\s*(?:của )?(?:nghị quyết|nq|đại hội|mục tiêu|chỉ tiêu|nhiệm kỳ)\b"
)


def check(ledger: Ledger) -> Iterator[Check]:
    """Every rate of attainment with a result and a plan."""
    for sentence in ledger.sentences:
        for at, figure in enumerate(sentence.figures):
            if figure.kind == "attainment" and figure.is_share:
                found = _rate(ledger, sentence, at)
                if found is None and at and sentence.figures[at - 1].is_counted:
                    pledges = ledger.once(Pledges)
                    found = _pledged(pledges, figure, sentence.figures[at - 1])
            elif figure.kind == "level" and figure.is_share and at >= 2 and _has_plan_before(sentence, at):
                found = _beside_plan(ledger, sentence, at)
            else:
                continue
            if found is not None:
                yield found
    for grid in ledger.grids:
        rates = _table_rates(grid)
        held = sum(1 for found in rates if found.holds)
        yield from (found for found in rates if found.holds or held >= 2 or _close(found))


def _rate(ledger: Ledger, sentence: Sentence, at: int) -> Check | None:
    """`465 ha, đạt 103,3% kế hoạch (450 ha)`; else the target of that name elsewhere."""
    rate = sentence.figures[at]
    done = plans.done_after_plan(sentence, at)
    result = done or value_before(sentence, at) or plans.over(sentence, at) or _result_named(ledger, sentence, at)
    if result is None and at >= 2 and _has_plan_before(sentence, at):
        return _beside_plan(ledger, sentence, at)
    if result is None or (result.is_share and result.kind == "growth"):
        return None
    if "riêng năm" in ledger.words(result.claim.end, rate.claim.start):
        return None  # of another time than the result
    if result.claim.per == (
        "month",
    ):  # `14.850 lao động, mỗi tháng 1.650 lao động; đạt 76,2% kế hoạch` is said of the total
        totals = [f for f in sentence.figures[:at] if f.unit == result.unit and not f.claim.per and f.kind == "level"]
        result = totals[-1] if totals else result
    result = plans.in_its_measure(sentence.figures[:at], result, sentence.figures[at + 1 : at + 2])
    if result.kind == "part" and result.claim.whole is not None:
        return _by_part(ledger, sentence, at, result)
    here, far = plans.beside(sentence, at, result), plans.named(ledger, result)
    rows, before = plans.in_rows(ledger, result), plans.in_paragraph(ledger, result)
    # `… dự toán (945 tỷ đồng)`
    told = here and here[0] in sentence.figures[at + 1 : at + 2] and here[0].depth > rate.depth
    others = [] if told else [*plans.sentence_before(ledger, sentence, result), *before]
    held = _held(rate, result, [*here, *far, *rows, *others])
    if held is not None:
        return held
    if here and result.kind == "target" and here[0].order < result.order:
        return None  # `phấn đấu thu quý II đạt 62 tỷ đồng, lũy kế 6 tháng 140,6 tỷ đồng, bằng 56,7% dự toán năm`
    if here:
        return _of_whole(sentence, at, result, here[0]) or _failed(Ratio(rate, result, here[0]), "error")
    if leaves_out(ledger, result):
        return None  # its plan leaves as much out
    of_term = _OF_TERM.match(ledger.after(rate, 40)) is not None
    far = [f for f in far if f.order < result.order or not plans.is_of_later_years(f, result)]
    if far and len({f.value for f in far}) == 1 and (of_term or all(plans.of_one_time(f, result) for f in far)):
        return _failed(Ratio(rate, result, far[0]), "warning")
    only = next((found for found in (rows, before) if len({f.value for f in found}) == 1), None) if not far else None
    if only and (of_term or plans.of_one_time(only[0], result)):
        return _failed(Ratio(rate, result, only[0]), "warning")
    return None


def _of_whole(sentence: Sentence, at: int, part: Figure, plan: Figure) -> Check | None:
    """`tạo việc làm cho 14.850 lao động, mỗi tháng 1.650 lao động; so với kế hoạch là 19.500 lao động thì đạt 76,2%`: the result that the rate fits, of which what stands between is but a part or a mean."""
    if _LESS.search(part.before) is None:
        return None
    before = [f for f in sentence.figures[:at] if f.kind == "level" and f.order < part.order and f.value > part.value]
    like = [f for f in before if f.measure == plan.measure or (f.is_count and plan.is_count)]
    return next((found for f in like if (found := _held(sentence.figures[at], f, [plan])) is not None), None)


def _pledged(pledges: Pledges, rate: Figure, result: Figure) -> Check | None:
    """`giải quyết việc làm cho 20.870 lượt lao động, đạt 82,1% kế hoạch` here, `chỉ tiêu … 26.500 lượt lao động` among the tasks: the only target that is told in the same words."""
    targets = [f for f in pledges.targets_of(result) if not plans.sets_more(f, result)]
    if result.kind != "level" or len({f.value for f in targets}) != 1 or len(_PLAN_ONLY.findall(rate.before)) > 0:
        return None
    ratio = Ratio(rate, result, targets[0])
    return Check.of("attainment", ratio) if ratio.holds() else _failed(ratio, "warning")


def _by_part(ledger: Ledger, sentence: Sentence, at: int, result: Figure) -> Check:
    """`46/50 km, đạt 92% kế hoạch`: the whole written with the part, unless a plan beside or of that name fits, or the goal that the item opens with (`Mục tiêu 08 xã; đến nay có 05/16 xã, bằng 62,5% mục tiêu`)."""
    rate = sentence.figures[at]
    opens = [f for f in sentence.figures[:1] if f.kind == "target" and f.unit == result.unit]
    held = _held(rate, result, [*plans.beside(sentence, at, result), *opens, *plans.named(ledger, result)])
    return held or Check.of("attainment", Ratio(rate, result, Whole(result)), "error")


def _held(rate: Figure, result: Figure, targets: list[Figure]) -> Check | None:
    """The check by the first plan that the rate fits."""
    ratio = next((ratio for target in targets if (ratio := Ratio(rate, result, target)).holds()), None)
    return None if ratio is None else Check.of("attainment", ratio)


def _failed(ratio: Ratio, severity: Severity) -> Check:
    """The check of a rate that fits no plan."""
    return Check.of("attainment", ratio, severity)


def _result_named(ledger: Ledger, sentence: Sentence, at: int) -> Figure | None:
    """`Tổng đàn lợn 4.320 con. … Đàn lợn đạt 96% kế hoạch (4.500 con)`: the only result of the rate's name and time, in its plan's measure."""
    rate, following = sentence.figures[at], sentence.figures[at + 1 : at + 2]
    if not following or following[0].kind != "target" or len(rate.key) < 2:
        return None
    plan = following[0]
    named = [f for f in ledger.named_in(rate.key, rate.period) if f.kind == "level" and f.measure == plan.measure]
    return named[0] if named and len({f.value for f in named}) == 1 else None


def _has_plan_before(sentence: Sentence, at: int) -> bool:
    """Do a result and its plan, or a plan and its result, stand right before the rate?"""
    earlier, later = sentence.figures[at - 2 : at]
    return is_planned(later.before) or (earlier.kind == "target" and plans.DONE.fullmatch(later.before) is not None)


def _beside_plan(ledger: Ledger, sentence: Sentence, at: int) -> Check | None:
    """`812 lao động/KH 780 lao động, đạt 104,1%`: result, plan and rate with no more words."""
    result, plan, rate = sentence.figures[at - 2 : at + 1]
    if not is_planned(plan.before):
        result, plan = plan, result
    if result.measure != plan.measure or not _BESIDE_PLAN.fullmatch(rate.before):
        return None
    if _OF_NUMBER.match(ledger.after(rate, 40)):
        return None
    return Check.of("attainment", Ratio(rate, result, plan)) if plan.value else None


def _table_rates(grid: Grid) -> list[Check]:
    """`% so kế hoạch` along the rows: the columns that most rows divide are those that every row is held against."""
    by_column: dict[int, list[list[Ratio]]] = {}
    told = any(f.kind == "attainment" for row in grid.rows for f in row.figures.values())
    for row in grid.rows:
        for column, rate in row.figures.items():
            plain = told and rate.kind == "level" and not _PLAN.search(grid.heads.get(column, ""))
            ratios = _ratios(row, rate, grid) if not plain and _is_rate(rate, grid.heads.get(column, "")) else []
            if ratios:
                by_column.setdefault(column, []).append(ratios)
    found: list[Check] = []
    for rows in by_column.values():
        fitting = Counter(_columns(ratio) for ratios in rows for ratio in ratios if ratio.holds())
        (best, count), *_ = [*fitting.most_common(1), ((-1, -1), 0)]
        for ratios in rows:
            usual = next((ratio for ratio in ratios if _columns(ratio) == best), None)
            any_way = next((ratio for ratio in ratios if ratio.holds()), ratios[0])
            certain = usual is not None and count >= _FEWEST and count * 4 >= len(rows) * 3
            check = Check.of("attainment", usual if certain and usual is not None else any_way, "error")
            found.append(check)
    return found


def _is_rate(rate: Figure, head: str) -> bool:
    """Is it a percentage of a plan by its column's head?"""
    named = (_PLAN.search(head) or _RATE_HEAD.match(head) or rate.is_rate) and "%" in head
    if not rate.is_share or ("cùng kỳ" in head and rate.kind != "attainment"):
        return False
    return rate.kind == "attainment" or (rate.kind == "level" and bool(named))


def _ratios(row: Row, rate: Figure, grid: Grid) -> list[Ratio]:
    """A row's results against its plans, the latest result first."""
    targets = [f for f in row.figures.values() if f.kind == "target" and f.value]
    levels = sorted((f for f in row.figures.values() if f.kind == "level"), key=lambda f: -f.column)
    return [
        Ratio(rate, level, target)
        for target in targets
        for level in levels
        if level is not rate and level.unit == target.unit and not _is_rate_column(grid, level)
    ]


def _columns(ratio: Ratio) -> tuple[int, int]:
    """Which columns a ratio divides."""
    result, plan = (figure_of(term) for term in ratio.terms[1:])
    return result.column, plan.column


def _close(found: Check) -> bool:
    """Where no other row of the table shows which columns are divided: only a rate that is near what they give."""
    rate = found.figures[0]
    expected = found.equation.nearest() if found.equation is not None else None
    return expected is not None and expected.distance(rate.interval) <= max(Decimal(25), rate.value / 2)


def _is_rate_column(grid: Grid, figure: Figure) -> bool:
    """A column that compares, whose figures are no results."""
    head = grid.heads.get(figure.column, "")
    return "so với" in head or "so sánh" in head or head.startswith("%")
