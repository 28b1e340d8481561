"""`attainment`: the words that judge a result (`vượt`, `đạt`, `chưa đạt`) against the figures.

Formula: `vượt` needs a result beyond the target, `đạt` one at it or beyond, `chưa đạt` and `khó đạt` one short of it. Beyond is above, but below for what
should fall (`tỷ lệ hộ nghèo`) and for a target that is a ceiling (`dưới 1%`). The words stand beside a target after its result, after a result that follows its plan,
beside a result whose target stands elsewhere, or in the last cells of a table's row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from muctieu.audit.check import Check
from muctieu.audit.compared import is_compared
from muctieu.audit.direction import better
from muctieu.audit.figure import Figure
from muctieu.audit.judged import allows, judged
from muctieu.audit.ledger import Ledger, Row, Sentence
from muctieu.audit.pairs import is_planned, value_before
from muctieu.audit.plans import DONE, is_of_next_plan, of_one_time
from muctieu.audit.verdict import Verdict, verdict_in
from muctieu.document.layout import Cell
from muctieu.values.interval import Interval
from muctieu.values.span import Span

_PLAN = re.compile(
    r"kế hoạch|\bkh\b|dự toán|chỉ tiêu|mục tiêu|\bmt\b|nghị quyết|\bnq\b|giao|yêu cầu|đề ra|đặt ra|ấn định"
)
_SET_BEHIND = re.compile(
    r"\s*(?:mà |do |của )?(?:hội đồng nhân dân|ủy ban nhân dân|hđnd|ubnd|đại hội|nghị quyết|tỉnh|huyện|xã|thành phố|thị xã)\b[^,;.()]{0,40}\b(?:giao|đề ra|đặt ra|yêu cầu|ấn định|xác định)\b"
)
_MET = re.compile(r"\s*(?:được |mức |so )*(?:chỉ tiêu|mục tiêu|kế hoạch|nghị quyết|nq|dự toán)\b")
_JUDGED = re.compile(
    r"[\s,;:/()=>→–-]+((?:chưa |không |khó )?(?:đạt|vượt|hoàn thành)(?: và vượt| vượt mức| vượt| mức| kế hoạch| kh| chỉ tiêu| mục tiêu| yêu cầu| dự toán| nghị quyết| năm| cả năm| được giao| giao| đề ra)*)\s*(?:[.;,)\n]|$)"
)
_FAR = re.compile(
    r"\b(vượt|(?:vẫn |còn )?(?:chưa đạt|không đạt|khó đạt)|đạt)\s(?:và vượt )?(?:mức )?(?:so )?(?:chỉ tiêu|mục tiêu|kế hoạch|nghị quyết|nq)\b"
)
_VERBS = ("đạt", "vượt")
_PLANS = ("chỉ tiêu", "mục tiêu", "kế hoạch", "nghị quyết", "nq")
_ENOUGH = 4
_EXCEEDS = re.compile(
    r"\b(vượt) (?:mức )?(?:mục tiêu|mt|chỉ tiêu|ct|kế hoạch|kh|nghị quyết|nq|dự toán|dt)(?: \w+){0,2}\s*$"
)


def check(ledger: Ledger) -> Iterator[Check]:
    """Every judgement with a result and a target."""
    for sentence in ledger.sentences:
        words = ledger.words(sentence.start, sentence.end)
        far = any(plan in words for plan in _PLANS) and any(verb in words for verb in _VERBS)
        for at, figure in enumerate(sentence.figures):
            if figure.kind == "target":
                found = _words(ledger, sentence, at)
            elif figure.kind == "target_gap":
                found = _named_as_gap(sentence, at)
            elif figure.kind in ("level", "part"):
                found = _words_after(ledger, sentence, at) or (_words_far(ledger, sentence, at) if far else None)
            else:
                continue
            if found is not None:
                yield found
    for grid in ledger.grids:
        yield from _table_words(ledger, grid.rows)


def _named_as_gap(sentence: Sentence, at: int) -> Check | None:
    """`đạt 41,2%, vượt mục tiêu 42%`: no result exceeds its target by so much; the figure after the plan's name is the target itself."""
    target, result = sentence.figures[at], value_before(sentence, at)
    words = _EXCEEDS.search(target.before)
    if words is None or result is None or result.unit != target.unit or not result.value:
        return None
    if result.claim.per != target.claim.per and "year" in target.claim.per:
        return None
    if target.value * 2 < result.value or target.value > result.value * 2:
        return None
    start = target.claim.start - len(target.before)
    span = (Span(start + words.start(1), start + words.end(1)),)
    expected, fits = Interval.exactly(target.value), result.value > target.value
    figures = (result, target)
    return Check("attainment", figures, fits, "error", None, span, result.value, expected, "verdict_exceeded")


def _words(ledger: Ledger, sentence: Sentence, at: int) -> Check | None:
    """A judgement beside a target that follows its result: `9,9 bác sỹ, chưa đạt chỉ tiêu (12 bác sỹ)`."""
    target = sentence.figures[at]
    result: Figure | None = None
    for figure in reversed(sentence.figures[:at]):
        yearly = ("year",) in (figure.claim.per[-1:], target.claim.per[-1:])
        if figure.depth > target.depth or (
            figure.claim.per != target.claim.per and yearly and not _are_per_head(figure, target)
        ):
            continue  # a basis in parentheses; the mean a year beside the result
        closed = figure.depth and ")" in ledger.lower[figure.claim.end : target.claim.start]
        if closed or is_compared(figure):
            continue  # what the result is compared with
        if figure.kind in ("change", "growth") and figure.measure == target.measure and _is_moved(sentence, figure):
            result = figure
            break
        if figure.kind in ("level", "part") and (figure.unit == target.unit or (figure.is_count and target.is_count)):
            result = figure
            break
        if figure.kind == "target" or (figure.kind == "growth" and (target.is_share or figure.claim.basis is None)):
            return None  # not a rise since a year: `98.600 con, tăng 4,2% so với năm 2022, vượt kế hoạch (99.000 con)`
    if result is None or (sentence.figures[at - 1].kind == "target_gap" and sentence.figures[at - 1].before.count(";")):
        return None
    between = ledger.lower[result.claim.end : target.claim.start]
    if ";" in between or ". " in between or not (_PLAN.search(between) or _SET_BEHIND.match(ledger.after(target, 60))):
        return None
    verdict = verdict_in(between)
    start = result.claim.end
    if verdict is None or (verdict.judgement == "met" and not _MET.match(between[verdict.end :])):
        verdict = None
    if (
        verdict is not None
        and "thấp" in between[verdict.start : verdict.end]
        and better(result.claim.indicator) == "down"
    ):
        return None  # lower is better
    if verdict is None:
        after = ledger.after(target, 40)
        closing = re.match(r"\s*\)?[\s,(]*(?=vượt|đạt|chưa đạt|không đạt)", after)
        brief = _JUDGED.match(_following(ledger, sentence, target))
        verdict = verdict_in(after) if (closing and _PLAN.search(after)) or brief else None
        start = target.claim.end
    if verdict is None:
        return None
    moved = [f for f in sentence.figures if result.order < f.order < target.order and f.kind == "change"]
    if any(f.measure == target.measure and allows(f, target, verdict.judgement) for f in moved):
        return None  # `còn 3,2%, giảm 1,1%, đạt chỉ tiêu (1%)`
    whole = _told_whole(sentence, result)
    if whole is not None and whole.is_count and target.is_count and allows(whole, target, verdict.judgement):
        result = whole
    return judged(result, target, verdict, start, "error")


def _told_whole(sentence: Sentence, part: Figure) -> Figure | None:
    """`cho 21.720 lao động, trong đó 4.870 người ở nước ngoài, vượt kế hoạch (20.000 lao động)`: the whole before the part, which the verdict may be of."""
    if "trong đó" not in part.before:
        return None
    before = [f for f in sentence.figures if f.order < part.order and f.kind == "level" and f.depth == part.depth]
    return before[-1] if before else None


def _is_moved(sentence: Sentence, move: Figure) -> bool:
    """Is it the move that is judged, not the level that it led to? (`còn 22,46%, mỗi năm giảm 3,99%, vượt mức 3,5%/năm`; `tăng 7,4%, chưa đạt kế hoạch (8,5%)`)"""
    if move.claim.per:
        return True
    before = (f for f in sentence.figures if f.order < move.order)
    return not any((f.is_share or f.measure == move.measure) and f.kind == "level" for f in before)


def _are_per_head(figure: Figure, target: Figure) -> bool:
    """Are both of a head, though one says that it is of a year?"""
    return figure.measure == target.measure


def _words_after(ledger: Ledger, sentence: Sentence, at: int) -> Check | None:
    """`KH 98% - TH 97% - đạt`: the plan, the result, the judgement, with hardly a word between."""
    result, plan = sentence.figures[at], sentence.figures[at - 1] if at else None
    if plan is None or plan.unit != result.unit or not DONE.fullmatch(result.before):
        return None
    if plan.kind != "target" and not is_planned(plan.before):
        return None
    after = _JUDGED.match(_following(ledger, sentence, result))
    verdict = verdict_in(after[1]) if after is not None else None
    start = result.claim.end + (after.start(1) if after is not None else 0)
    return judged(result, plan, verdict, start, "error") if verdict is not None else None


def _following(ledger: Ledger, sentence: Sentence, figure: Figure) -> str:
    """The next words of the sentence, figures and all: `đạt 84% mục tiêu` judges nothing."""
    return ledger.lower[figure.claim.end : min(sentence.end, figure.claim.end + 60)]


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
    if not any(verb in words for verb in _VERBS):
        return None
    match = _FAR.search(words) if any(plan in words for plan in _PLANS) else None
    if match is None or ";" in words[: match.start()] or (result.depth and ")" in words[: match.start()]):
        return None
    verdict = verdict_in(match[0])
    targets = [f for f in ledger.targets_of(result) if not is_of_next_plan(ledger, f)]
    if (
        verdict is None
        or not targets
        or len({(f.value, f.claim.value_to) for f in targets if of_one_time(f, result)} or {0}) > 1
    ):
        return None
    best = next((f for f in targets if of_one_time(f, result)), targets[0])
    return judged(result, best, verdict, result.claim.end + match.start(), "warning")


def _table_words(ledger: Ledger, rows: Sequence[Row]) -> Iterator[Check]:
    """The judgements of a table's rows: of what is foreseen where that stands last, but of what is so now where other rows are only likely to be met and all but one of those judged fit it."""
    judged_last = [found for row in rows if (found := _row_words(ledger, row)) is not None]
    likely = any(_verdict_of(ledger, row, -1, "open") is not None for row in rows)
    now = [found for row in rows if (found := _row_words(ledger, row, now=True)) is not None] if likely else []
    fit = len(now) >= _ENOUGH and sum(1 for found in now if not found.holds) <= 1
    yield from now if fit else judged_last


def _row_words(ledger: Ledger, row: Row, *, now: bool = False) -> Check | None:
    """A judgement in the last cells of a row against its latest result (`now`: the latest that is not foreseen) and its target."""
    targets = [f for f in row.figures.values() if f.kind == "target"]
    levels = [f for f in row.figures.values() if f.kind in ("level", "growth") and f.column >= 0]
    if len(targets) != 1 or not levels:
        return None
    target = targets[0]
    levels = [f for f in levels if f.unit == target.unit]
    if now:
        levels = [f for f in levels if f.claim.status != "estimated"] or levels
    last = max(levels, key=lambda f: f.column, default=None)
    found = _verdict_of(ledger, row, last.column) if last is not None else None
    if last is None or found is None:
        return None
    verdict, cell = found
    words = ledger.lower[cell.start : cell.end]
    return judged(last, target, Verdict(verdict.judgement, 0, len(words)), cell.start, "error")


def _verdict_of(ledger: Ledger, row: Row, column: int, only: str = "") -> tuple[Verdict, Cell] | None:
    """The last judgement that opens a cell behind a column."""
    for cell in reversed(row.cells):
        words = ledger.lower[cell.start : cell.end]
        if cell.column <= column or not words.strip() or any(c.isdigit() for c in words):
            continue
        verdict = verdict_in(words)
        if verdict is not None and verdict.start <= 4 and len(words) <= 40 and only in ("", verdict.judgement):
            return verdict, cell
    return None
