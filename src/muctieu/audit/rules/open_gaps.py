"""`target_gap` of what is missing to a goal that stands right before it, or is pointed at, where nothing was held against it: the result stands before both in the paragraph.

Formula: gap = |goal − result|. `96 xã đạt chuẩn … Nghị quyết đề ra 100 xã đạt chuẩn, như vậy còn thiếu 4 xã`; `… tức 363,3 tỷ đồng. Để đạt mức này còn thiếu 44,7 tỷ đồng so với số thực giải ngân 318,6 tỷ đồng`. The result is the amount
whose clause shares most words with the goal's. What fits is kept; what does not fails where one value alone may be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from muctieu.audit.beside import goes_with, is_plan, is_result
from muctieu.audit.check import Check
from muctieu.audit.clauses import clause_of
from muctieu.audit.compared import is_compared
from muctieu.audit.equation import Change
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.open_figures import Settled, open_to
from muctieu.audit.pledges import unsaying

_MISSING = re.compile(
    r"\b(?:thiếu(?: hụt)?|hụt|kém|thấp hơn|cách(?: đích| mục tiêu)?|cần thêm|(?:phải|cần)(?: [^\W\d]+){0,4} (?:thêm|nữa|tiếp)(?: cho)?"
    r"|(?:cao hơn|thấp hơn|vượt|kém|hơn|dưới)(?: so với)?(?: mức)? (?:kế hoạch|mục tiêu|chỉ tiêu|yêu cầu|nghị quyết|dự toán|định mức|kh|nq)(?: [^\W\d]+){0,3})(?: khoảng| đúng| tới| gần| ít nhất| là)?\s*$"
)
_MISSING_WORDS = frozenset(("thiếu", "hụt", "kém", "thấp", "cách", "cần", "phải", "cao", "vượt", "hơn", "dưới"))
"""One of them stands in what is looked for: quick to tell."""
_BEYOND = re.compile(
    r"\b(?:hơn|vượt|kém|dưới)(?: so với)?(?: mức)? (?:kế hoạch|mục tiêu|chỉ tiêu|yêu cầu|nghị quyết|dự toán|định mức|kh|nq)\b[^,;.]*$"
)
_POINTS_BACK = re.compile(
    r"\bđể (?:đạt|chạm|cán|về|hoàn thành|tới)(?: được)? (?:mức|mốc|mục tiêu|chỉ tiêu|con số|kế hoạch|đích)(?: này| đó| trên| ấy)?\b"
)
_SET = re.compile(r"\b(?:mục tiêu|chỉ tiêu|kế hoạch|nghị quyết|đề ra|đặt ra|giao|yêu cầu|phấn đấu|tức)\b")
_UP_TO = re.compile(
    r"\s*(?:nữa )?(?:thì |là )?(?:mới|để|so với) (?:tới|đạt|đến|bằng|chạm|cán|về|hoàn thành)?(?: được)?(?: [^\W\d]+){0,4}\s*"
)
_RESULTS = ("level", "change", "growth")
_SAME_SIZE = Decimal(4)
_BACK = 700


def check(ledger: Ledger, settled: Settled) -> Iterator[Check]:
    """Every amount that is said to be missing, by its goal and the result before it."""
    for sentence, at, gap in open_to(ledger, settled, "target_gap", "growth"):
        if gap.cell is not None or gap.claim.comparator != "eq" or gap.kind not in ("level", "target_gap", "change"):
            continue
        if gap.words.isdisjoint(_MISSING_WORDS) or not gap.value:
            continue
        if _MISSING.search(gap.before) is not None:
            found = _of_gap(ledger, sentence, at)
            if found is not None:
                yield found


def _of_gap(ledger: Ledger, sentence: Sentence, at: int) -> Check | None:
    """What fits; else the only result that may be meant."""
    gap = sentence.figures[at]
    goal = _goal(ledger, sentence, at)
    if goal is not None and goal.value < 0:
        goal = goal.turned()  # `yêu cầu giảm 5,0 điểm; mức giảm thực tế là 5,84 điểm`
    results = _results(ledger, sentence, at, goal) if goal is not None else []
    if goal is None or not results:
        return None
    gaps = [Change(gap, result, goal.as_told(), unsigned=True) for result in results]
    held = next((equation for equation in gaps if equation.holds()), None)
    if held is not None:
        return Check.of("target_gap", held)
    if len({result.value for result in results}) != 1:
        return None
    found = Check.of("target_gap", gaps[0], "warning")
    found.weak = True
    return found


def _goal(ledger: Ledger, sentence: Sentence, at: int) -> Figure | None:
    """The goal right before it in its sentence; or the last amount of the sentence before, that the words point back at."""
    gap = sentence.figures[at]
    following = sentence.figures[at + 1] if at + 1 < len(sentence.figures) else None
    if following is not None and goes_with(gap, following) and _UP_TO.fullmatch(following.before) is not None:
        return following
    if at > 1 and _is_told(ledger, sentence.figures[at - 2], gap) and sentence.figures[at - 1].kind in _RESULTS:
        return sentence.figures[at - 2]
    if at and _BEYOND.search(gap.before) is None:
        goal = sentence.figures[at - 1]
        return goal if _is_told(ledger, goal, gap) else None
    if at and gap.is_share and sentence.figures[at - 1].is_share:
        start = ledger.text.rfind("\n", 0, gap.claim.start) + 1
        told = [f for f in ledger.between(start, sentence.start) if f.is_share and _is_told(ledger, f, gap)]
        return (
            told[0] if len(told) == 1 else None
        )  # `là chỉ tiêu được giao ở mức 95%. … đạt 96,2%, cao hơn chỉ tiêu giao 1,2 điểm`
    if not sentence.number or _POINTS_BACK.search(gap.before) is None:
        return None
    before = ledger.sentences[sentence.number - 1].figures[-1]
    near = "\n" not in ledger.text[before.claim.end : gap.claim.start]
    return before if near and goes_with(gap, before) and _SET.search(before.before) else None


def _is_told(ledger: Ledger, goal: Figure, gap: Figure) -> bool:
    """Is it told as a goal, in the gap's measure?"""
    told = is_plan(ledger, goal) or _SET.search(goal.before) is not None
    return told and goes_with(gap, goal) and goal.kind in ("target", "level")


def _results(ledger: Ledger, sentence: Sentence, at: int, goal: Figure) -> Sequence[Figure]:
    """The result right before the gap where the goal follows it, or right after it, else those before the goal in the paragraph whose clause has most of the goal's words; none that is far from what is missing."""
    gap = sentence.figures[at]
    between = sentence.figures[at - 1] if at else None
    if between is not None and goal.sentence != gap.sentence and _BEYOND.search(gap.before):
        return [between] if between.kind == "level" and goes_with(between, goal) and between.value != goal.value else []
    if between is not None and goal.order == gap.order - 2:
        plain = goes_with(between, goal) and between.is_share == goal.is_share and _is_of_size(between, goal, gap)
        return [between] if plain else []
    if goal.order > gap.order:
        before = [f for f in sentence.figures[:at][-1:] if f.kind == "level" and goes_with(f, goal)]
        return [f for f in before if f.is_share == goal.is_share and _is_of_size(f, goal, gap)]
    following = sentence.figures[at + 1] if at + 1 < len(sentence.figures) else None
    if (
        following is not None
        and following.kind == "level"
        and goes_with(following, goal)
        and "so với" in following.before
    ):
        return [following] if _is_of_size(following, goal, gap) else []
    start = ledger.text.rfind("\n", 0, goal.claim.start) + 1
    near = [f for f in ledger.between(max(start, goal.claim.start - _BACK), goal.claim.start) if f.cell is None]
    near = [f for f in near if f.kind == "level" and f.claim.comparator == "eq" and goes_with(f, goal)]
    near = [f for f in near if f.depth <= goal.depth and f.claim.per == goal.claim.per and _is_of_size(f, goal, gap)]
    near = [f for f in near if is_result(f) or (f.claim.per and not is_compared(f))]
    name = clause_of(ledger, goal) - unsaying()
    common = {f.order: (len((words := clause_of(ledger, f)) & name), -len(words - name)) for f in near}
    most = max(common.values(), default=None)
    return [f for f in near if common[f.order] == most]


def _is_of_size(result: Figure, goal: Figure, gap: Figure) -> bool:
    """Is so much missing of it, more or less?"""
    made = abs(goal.value - result.value)
    return 0 < made <= _SAME_SIZE * abs(gap.value) and abs(gap.value) <= _SAME_SIZE * made
