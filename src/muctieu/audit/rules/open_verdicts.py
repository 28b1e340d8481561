"""`attainment` of judgements that nothing was held against: `Kế hoạch cả năm là 17.500 lao động. … Hết tháng 9 đã có 18.870 lao động có việc làm, vượt kế hoạch cả năm`.

Formula: as for other judgements. The result is the nearest amount before the judgement in its sentence, else in the sentences before it in its paragraph; the plan the only one of its measure in the paragraph, of its name or right
beside it. A judgement that looks ahead, that an attainment beside it is of, or of a time of which the plan is not, is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from muctieu.audit.beside import goes_with, is_plan, is_result
from muctieu.audit.check import Check
from muctieu.audit.counts import is_counted
from muctieu.audit.figure import Figure
from muctieu.audit.judged import judged
from muctieu.audit.ledger import Ledger
from muctieu.audit.names import alike, opposed
from muctieu.audit.open_figures import Settled
from muctieu.audit.plans import of_one_time
from muctieu.audit.times import YEARS
from muctieu.audit.verdict import PLANS, Verdict, last_words, looks_ahead, verdict_in

_LINK = re.compile(r"(?: mức| so với| so| với| được)*\s+")
"""What may stand between a judgement and the word for a plan."""
_HEDGES = re.compile(r"\b(?:và vượt|gần|xấp xỉ|trừ)\b")
_CLAUSE = re.compile(r"[.;:,\n]")
_SAID_OF = re.compile(r"[^,;.]{0,30}?\s(?:về|đối với)\s+([^,;.()\n]{4,60})")
_ENDS = re.compile(r"[,.;\n]|$")
_BACK, _BACK_WORDS, _LONGEST = 400, 130, 40


def check(ledger: Ledger, settled: Settled) -> Iterator[Check]:
    """Every judgement by a plan, with the result and the plan of its paragraph."""
    done = settled["attainment"] | settled["target_gap"]
    for told, end in _verdicts(ledger):
        start = ledger.text.rfind("\n", 0, told.start) + 1
        close = ledger.text.find("\n", end)
        figures = ledger.between(start, close if close >= 0 else len(ledger.text))
        pairs = ((result, _plan(ledger, figures, result)) for result in _results(ledger, figures, told, end))
        result, plan = next(((result, plan) for result, plan in pairs if plan is not None), (None, None))
        if result is None or plan is None or result.order in done or plan.order in done:
            continue
        found = judged(result, plan, told, 0, "warning")
        if found is not None:
            found.weak = True
            yield found


def _verdicts(ledger: Ledger) -> Iterator[tuple[Verdict, int]]:
    """The judgements right before a word for a plan, by their places in the text, with where that word ends; in clauses that do not look ahead."""
    for plan in PLANS:
        for at in ledger.places(plan):
            around = ledger.lower[max(0, at - _LONGEST) : at]
            if not around.rstrip().endswith(last_words()):
                continue  # most
            words = _CLAUSE.split(around)[-1]
            told = verdict_in(words)
            if told is None or told.judgement == "open" or not _LINK.fullmatch(words, told.end):
                continue
            clause = re.split(r"[.;:\n]", ledger.lower[max(0, at - _BACK_WORDS) : at])[-1]
            end = _ENDS.search(ledger.lower, at)
            if looks_ahead(clause) or _HEDGES.search(clause):
                continue
            if not ledger.between(at, end.start() if end is not None else at):
                start = at - len(words)
                yield Verdict(told.judgement, start + told.start, start + told.end), at + len(plan)


def _results(ledger: Ledger, figures: Sequence[Figure], told: Verdict, end: int) -> Iterator[Figure]:
    """The amounts before the judgement that are told as done, the nearest first, up to one that is judged already."""
    named = _SAID_OF.match(ledger.lower, end)
    words = frozenset(named[1].split()) if named is not None else frozenset()
    before = [f for f in figures if f.claim.end <= told.start <= f.claim.end + _BACK]
    for figure in reversed(before):
        if figure.kind in ("attainment", "target_gap") and not words:
            return
        sure = figure.kind == "level" and figure.cell is None and figure.claim.comparator == "eq" and not figure.depth
        if (
            not sure
            or is_counted(figure.unit)
            or is_plan(ledger, figure)
            or not is_result(figure)
            or "chiếm" in figure.before[-20:]
        ):
            continue
        if words and not words <= frozenset(figure.indicator.lower().split()):
            continue
        yield figure


def _plan(ledger: Ledger, figures: Sequence[Figure], result: Figure) -> Figure | None:
    """The only plan of the result's measure: of its name, or right beside it, with no other result of the measure between."""
    like = [f for f in figures if f is not result and goes_with(f, result) and f.cell is None]
    plans = [f for f in like if is_plan(ledger, f) and f.claim.comparator == "eq" and f.kind != "target_gap"]
    if len({f.value for f in plans}) != 1 or any(f.kind == "attainment" for f in figures):
        return None
    plan = plans[0]
    first, last = sorted((result.order, plan.order))
    alone = not any(first < f.order < last for f in like)
    if not alone and not alike(plan.key, result.key):
        return None
    if (
        opposed(plan.key, result.key)
        or not plan.value
        or result.value > 3 * plan.value
        or plan.value > 3 * result.value
    ):
        return None
    return plan if of_one_time(plan, result) or _is_within(plan, result) else None


def _is_within(plan: Figure, result: Figure) -> bool:
    """Is the result of a year of the plan's span? (`Kế hoạch giai đoạn 2021 - 2025 giao 40.000 cây … Đến tháng 6/2025 trồng được 38.600 cây, vượt kế hoạch`)"""
    span = YEARS.fullmatch(plan.period or "")
    return span is not None and result.period is not None and span[1] <= result.period[:4] <= span[2]
