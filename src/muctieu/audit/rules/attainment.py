"""`attainment`: the words (đạt, vượt, chưa đạt) and the stated rate of attainment against the figures.

Formulas: attainment = result ÷ target × 100; `vượt` needs a result beyond the target, `đạt` one at it or beyond, `chưa đạt` and `khó đạt` one short of it. Beyond is
above, but below for what should fall (`tỷ lệ hộ nghèo`) and for a target that is a ceiling (`dưới 1%`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from muctieu.audit import plans
from muctieu.audit.check import Check
from muctieu.audit.direction import better
from muctieu.audit.equation import Ratio, Whole
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Grid, Ledger, Row, Sentence
from muctieu.audit.pairs import is_planned, value_before
from muctieu.audit.verdict import Verdict, verdict_in
from muctieu.values.interval import Interval
from muctieu.values.span import Span

_PLAN = re.compile(r"kế hoạch|\bkh\b|dự toán|chỉ tiêu|mục tiêu|nghị quyết|\bnq\b|giao")
_RATE_HEAD = re.compile(r"(?:tỷ lệ|tỉ lệ|so sánh|đạt|%)[^,;]{0,24}$")
_DONE = re.compile(
    r"[\s,;:/(–-]*(?:th|thực hiện|kết quả|đạt được|ước th|ước thực hiện|tt)(?: năm \d{4})?[\s:]*(?:là |đạt )?\s*"
)
_JUDGED = re.compile(
    r"[\s,;:/()=>–-]+((?:chưa |không |khó )?(?:đạt|vượt|hoàn thành)(?: và vượt| kế hoạch| kh| chỉ tiêu| yêu cầu)*)\s*[.;,)\n]?\s*$"
)
_OF_TERM = re.compile(
    r"\s*(?:so với )?(?:mục tiêu|chỉ tiêu)?\s*(?:của )?(?:nghị quyết|nq|đại hội|mục tiêu|chỉ tiêu|nhiệm kỳ)\b"
)
_MET = re.compile(r"\s*(?:được |mức |so )*(?:chỉ tiêu|mục tiêu|kế hoạch|nghị quyết|nq|dự toán)\b")


def check(ledger: Ledger) -> Iterator[Check]:
    """Every rate of attainment and every judgement with a result and a target."""
    for sentence in ledger.sentences:
        for at, figure in enumerate(sentence.figures):
            if figure.kind == "attainment" and figure.is_share:
                found = _rate(ledger, sentence, at)
            elif figure.kind == "level" and figure.is_share and at >= 2 and _has_plan_before(sentence, at):
                found = _beside_plan(sentence, at)
            elif figure.kind == "target":
                found = _words(ledger, sentence, at)
            elif figure.kind in ("level", "part"):
                found = _words_after(ledger, sentence, at) or _words_far(ledger, sentence, at)
            else:
                continue
            if found is not None:
                yield found
    for grid in ledger.grids:
        rates = [found for row in grid.rows for found in _row_rates(row, grid)]
        held = sum(1 for found in rates if found.holds)
        yield from (found for found in rates if found.holds or held >= 2 or _close(found))
        for row in grid.rows:
            found = _row_words(ledger, row)
            if found is not None:
                yield found


def _rate(ledger: Ledger, sentence: Sentence, at: int) -> Check | None:
    """`465 ha, đạt 103,3% kế hoạch (450 ha)`; else the target of that name elsewhere."""
    rate = sentence.figures[at]
    result = value_before(sentence, at) or _result_named(ledger, sentence, at)
    if result is None or (result.is_share and result.kind == "growth"):
        return None
    result = plans.in_its_measure(sentence.figures[:at], result, sentence.figures[at + 1 : at + 2])
    if result.kind == "part" and result.claim.whole is not None:
        return _by_part(ledger, sentence, at, result)
    here, far = plans.beside(sentence, at, result), plans.named(ledger, result)
    rows, before = plans.in_rows(ledger, result), plans.in_paragraph(ledger, result)
    held = _held(rate, result, [*here, *far, *plans.sentence_before(ledger, sentence, result), *rows, *before])
    if held is not None:
        return held
    if here:
        return _failed(Ratio(rate, result, here[0]), "error")
    of_term = _OF_TERM.match(ledger.after(rate, 40)) is not None
    if far and len({f.value for f in far}) == 1 and (of_term or all(_same_time(f, result) for f in far)):
        return _failed(Ratio(rate, result, far[0]), "warning")
    only = next((found for found in (rows, before) if len({f.value for f in found}) == 1), None) if not far else None
    if only and (of_term or _same_time(only[0], result)):
        return _failed(Ratio(rate, result, only[0]), "warning")
    return None


def _by_part(ledger: Ledger, sentence: Sentence, at: int, result: Figure) -> Check:
    """`46/50 km, đạt 92% kế hoạch`: the whole written with the part, unless a plan beside or of that name fits."""
    rate = sentence.figures[at]
    held = _held(rate, result, [*plans.beside(sentence, at, result), *plans.named(ledger, result)])
    return held or Check.of("attainment", Ratio(rate, result, Whole(result)), "error")


def _held(rate: Figure, result: Figure, targets: list[Figure]) -> Check | None:
    """The check by the first plan that the rate fits."""
    ratio = next((ratio for target in targets if (ratio := Ratio(rate, result, target)).holds()), None)
    return None if ratio is None else Check.of("attainment", ratio)


def _failed(ratio: Ratio, severity: str) -> Check:
    """The check of a rate that fits no plan."""
    found = Check.of("attainment", ratio, "error" if severity == "error" else "warning")
    found.reported = found.figures[0].value
    return found


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
    return is_planned(later.before) or (earlier.kind == "target" and _DONE.fullmatch(later.before) is not None)


def _beside_plan(sentence: Sentence, at: int) -> Check | None:
    """`812 lao động/KH 780 lao động, đạt 104,1%`: result, plan and rate with no more words."""
    result, plan, rate = sentence.figures[at - 2 : at + 1]
    if not is_planned(plan.before):
        result, plan = plan, result
    if result.measure != plan.measure or not re.fullmatch(r"[\s,;(–-]*(?:đạt|bằng|=)?\s*(?:tỷ lệ)?\s*", rate.before):
        return None
    return Check.of("attainment", Ratio(rate, result, plan)) if plan.value else None


def _same_time(target: Figure, result: Figure) -> bool:
    """Is the target for the time of the result, or for a year that holds it?"""
    return target.period is None or result.period is None or target.period[:4] == result.period[:4]


def _words(ledger: Ledger, sentence: Sentence, at: int) -> Check | None:
    """A judgement beside a target that follows its result: `9,9 bác sỹ, chưa đạt chỉ tiêu (12 bác sỹ)`."""
    target = sentence.figures[at]
    result: Figure | None = None
    for figure in reversed(sentence.figures[:at]):
        if figure.kind in ("level", "part") and (figure.unit == target.unit or (figure.is_count and target.is_count)):
            result = figure
            break
        if figure.kind in ("target", "growth"):
            return None
    if result is None or (sentence.figures[at - 1].kind == "target_gap" and sentence.figures[at - 1].before.count(";")):
        return None
    between = ledger.lower[result.claim.end : target.claim.start]
    if ";" in between or ". " in between or not _PLAN.search(between):
        return None
    verdict = verdict_in(between)
    start = result.claim.end
    if verdict is None or (verdict.judgement == "met" and not _MET.match(between[verdict.end :])):
        verdict = None
    if verdict is None:
        after = ledger.after(target, 40)
        closing = re.match(r"\s*\)?[\s,(]*(?=vượt|đạt|chưa đạt|không đạt)", after)
        verdict = verdict_in(after) if closing and _PLAN.search(after) else None
        start = target.claim.end
    return _judged(result, target, verdict, start, "error") if verdict is not None else None


def _words_after(ledger: Ledger, sentence: Sentence, at: int) -> Check | None:
    """`KH 98% - TH 97% - đạt`: the plan, the result, the judgement, with hardly a word between."""
    result, plan = sentence.figures[at], sentence.figures[at - 1] if at else None
    if plan is None or plan.unit != result.unit or not _DONE.fullmatch(result.before):
        return None
    if plan.kind != "target" and not is_planned(plan.before):
        return None
    after = _JUDGED.match(ledger.after(result, 40))
    verdict = verdict_in(after[1]) if after is not None else None
    start = result.claim.end + (after.start(1) if after is not None else 0)
    return _judged(result, plan, verdict, start, "error") if verdict is not None else None


def _words_far(ledger: Ledger, sentence: Sentence, at: int) -> Check | None:
    """A judgement with no target beside it: `đạt 94,6%, … vẫn chưa đạt mục tiêu`; the target of that name stands elsewhere."""
    result = sentence.figures[at]
    end = sentence.end
    for following in sentence.figures[at + 1 :]:
        if following.kind in ("change", "growth", "target_gap", "multiple", "attainment"):
            continue
        if following.kind == "target":
            return None
        end = following.claim.start
        break
    words = ledger.lower[result.claim.end : min(end, result.claim.end + 120)]
    match = re.search(
        r"\b(vượt|(?:vẫn |còn )?(?:chưa đạt|không đạt|khó đạt)|đạt)\s(?:và vượt )?(?:mức )?(?:so )?(?:chỉ tiêu|mục tiêu|kế hoạch|nghị quyết|nq)\b",
        words,
    )
    if match is None or ";" in words[: match.start()]:
        return None
    verdict = verdict_in(match[0])
    targets = ledger.targets_of(result)
    if (
        verdict is None
        or not targets
        or len({(f.value, f.claim.value_to) for f in targets if _same_time(f, result)} or {0}) > 1
    ):
        return None
    best = next((f for f in targets if _same_time(f, result)), targets[0])
    return _judged(result, best, verdict, result.claim.end + match.start(), "warning")


def _judged(result: Figure, target: Figure, verdict: Verdict, start: int, severity: str) -> Check | None:
    """Do the figures allow the judgement? Nothing is said where the judgement is open or a figure is about so much."""
    if verdict.judgement == "open" or result.claim.comparator == "approx" or target.claim.comparator == "approx":
        return None
    fits = _allows(result, target, verdict.judgement)
    words = (Span(start + verdict.start, start + verdict.end),)
    expected = Interval.exactly(target.value)
    sure = "error" if severity == "error" else "warning"
    reason = f"verdict_{verdict.judgement}"
    return Check(
        "attainment",
        (result, target),
        fits,
        "error" if sure == "error" else "warning",
        None,
        words,
        result.value,
        expected,
        reason,
    )


def _allows(result: Figure, target: Figure, judgement: str) -> bool:
    """`vượt` beyond the target, `đạt` at it or beyond, `chưa đạt` short of it."""
    down = target.claim.comparator == "le" or (
        target.claim.comparator == "eq" and better(result.claim.indicator) == "down"
    )
    low, high = target.value, target.claim.value_to if target.claim.value_to is not None else target.value
    value = result.value
    if down:
        value, low, high = -value, -high, -low
    if judgement == "missed":
        return value < high
    if result.claim.comparator == ("le" if down else "ge"):
        return True
    if judgement == "exceeded":
        return value > low or (value == low and target.claim.comparator in ("ge", "le"))
    return value >= low


def _row_rates(row: Row, grid: Grid) -> Iterator[Check]:
    """`% so kế hoạch` along a row."""
    targets = [f for f in row.figures.values() if f.kind == "target"]
    levels = [f for f in row.figures.values() if f.kind == "level"]
    for column, rate in row.figures.items():
        head = grid.heads.get(column, "")
        if not rate.is_share or not (
            rate.kind == "attainment"
            or (rate.kind == "level" and (_PLAN.search(head) or _RATE_HEAD.match(head)) and "%" in head)
        ):
            continue
        if "cùng kỳ" in head and rate.kind != "attainment":
            continue
        ratios = [
            Ratio(rate, level, target)
            for target in targets
            for level in sorted(levels, key=lambda f: -f.column)
            if level is not rate and level.unit == target.unit and target.value and not _is_rate_column(grid, level)
        ]
        held = next((ratio for ratio in ratios if ratio.holds()), None)
        if held is not None:
            yield Check.of("attainment", held)
        elif ratios:
            found = Check.of("attainment", ratios[0], "error")
            found.reported = rate.value
            yield found


def _close(found: Check) -> bool:
    """Where no other row of the table shows which columns are divided: only a rate that is near what they give."""
    rate = found.figures[0]
    expected = found.equation.nearest() if found.equation is not None else None
    return expected is not None and expected.distance(rate.interval) <= max(Decimal(25), rate.value / 2)


def _is_rate_column(grid: Grid, figure: Figure) -> bool:
    """A column that compares, whose figures are no results."""
    head = grid.heads.get(figure.column, "")
    return "so với" in head or "so sánh" in head or head.startswith("%")


def _row_words(ledger: Ledger, row: Row) -> Check | None:
    """A judgement in the last cells of a row against the row's latest result and its target."""
    targets = [f for f in row.figures.values() if f.kind == "target"]
    levels = [f for f in row.figures.values() if f.kind in ("level", "growth") and f.column >= 0]
    if len(targets) != 1 or not levels:
        return None
    target = targets[0]
    last = max((f for f in levels if f.unit == target.unit), key=lambda f: f.column, default=None)
    if last is None:
        return None
    for cell in reversed(row.cells):
        words = ledger.lower[cell.start : cell.end]
        if cell.column <= last.column or not words.strip() or any(c.isdigit() for c in words):
            continue
        verdict = verdict_in(words)
        if verdict is not None and verdict.start <= 4 and len(words) <= 40:
            return _judged(last, target, Verdict(verdict.judgement, 0, len(words)), cell.start, "error")
    return None
