"""`target_gap` of what is still missing: `còn thiếu 2,3 km`, `còn phải có thêm 03 xã để đạt mục tiêu`, where the target or the result stands elsewhere.

Formula: what is missing = target − result. The target stands in the sentence before it, or with its result elsewhere under the same words; the total row of a table right above is meant where no name is said.
Nothing is said of what is to be done without a word of the goal, nor where two pairs may be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from muctieu.audit.check import Check
from muctieu.audit.equation import Change
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.pledges import Pledges

_MISSING = re.compile(
    r"\b(?:còn thiếu|còn hụt|còn thấp hơn|còn phải(?: [^\W\d]+){0,5}?(?: thêm)?|cần thêm|phải(?: [^\W\d]+){0,3} thêm)(?: ít nhất| tối thiểu| khoảng| gần)?\s*$"
)
_GOAL = re.compile(
    r"\bđể (?:đạt|hoàn thành|bảo đảm|cán)|\b(?:mục tiêu|kế hoạch|kh|dự toán|chỉ tiêu|nghị quyết|yêu cầu)\b"
)
_PLANNED = re.compile(r"\b(?:kh|kế hoạch|chỉ tiêu|mục tiêu|dự toán)(?: (?:được )?giao)?(?: là)?\s*$")
_NAMELESS = re.compile(r"\s*(?:như vậy,? )?so với (?:dự toán|kế hoạch|kh|chỉ tiêu|mục tiêu)(?: [^\W\d]+){0,4}\s*")
_LINES_ABOVE = 3
_SAME_SIZE = Decimal(4)


def check(ledger: Ledger) -> Iterator[Check]:
    """Every amount that is said to be missing."""
    for sentence in ledger.sentences:
        for at, figure in enumerate(sentence.figures):
            if "còn " not in figure.before and "thêm" not in figure.before:
                continue  # nearly all
            if _MISSING.search(figure.before) is None or figure.claim.comparator == "between" or figure.is_share:
                continue
            if _GOAL.search(ledger.lower, sentence.start, sentence.end) is None:
                continue
            pledges = ledger.once(Pledges)
            pair = _pair(ledger, pledges, figure, sentence.figures[:at])
            if pair is None:
                continue
            result, target = pair
            found = Check.of("target_gap", Change(figure, target, result, unsigned=True), "warning")
            missing = abs(target.value - result.value)
            said = abs(figure.value)
            near = missing and said <= _SAME_SIZE * missing <= _SAME_SIZE * _SAME_SIZE * said
            if found.holds or near:
                found.weak = True
                yield found


def _pair(ledger: Ledger, pledges: Pledges, missing: Figure, before: list[Figure]) -> tuple[Figure, Figure] | None:
    """The result and the target that differ by what is missing; none where both stand in its sentence, or none is clear."""
    start, end = missing.claim.sentence
    words = ledger.words(start, end)
    alike = [f for f in before if f.measure == missing.measure]
    targets = [f for f in alike if f.kind == "target" or _PLANNED.search(f.before)]
    here = [f for f in alike if f.kind in ("level", "part") and f not in targets]
    if here or len(targets) > 1:
        return None
    if targets:
        result = pledges.result_of(targets[0], ledger.words(start, missing.claim.start))
        return (result, targets[0]) if result is not None else None
    beside = _in_paragraph(ledger, missing)
    if beside is not None:
        return beside
    pledge = pledges.named(words, missing)
    if pledge is not None:
        return pledge.result, pledge.target
    return _total_above(ledger, missing)


def _in_paragraph(ledger: Ledger, missing: Figure) -> tuple[Figure, Figure] | None:
    """`thu 448,2 tỷ đồng, đạt 98,5% dự toán (455,0 tỷ đồng). So với dự toán còn thiếu 6,8 tỷ đồng`: the only result with its target before it in the paragraph."""
    if _NAMELESS.fullmatch(missing.before) is None:
        return None
    start = ledger.text.rfind("\n", 0, missing.claim.start) + 1
    before = [f for f in ledger.between(start, missing.claim.start) if f.measure == missing.measure and f.cell is None]
    pairs = [(one, other) for one, other in pairwise(before) if one.kind == "level" and other.kind == "target"]
    pairs = [(one, other) for one, other in pairs if one.sentence == other.sentence]
    return pairs[0] if len(pairs) == 1 else None


def _total_above(ledger: Ledger, missing: Figure) -> tuple[Figure, Figure] | None:
    """The result and the target in the total row of the table right above, in the measure of what is missing."""
    for grid in ledger.grids:
        between = ledger.text[grid.table.end : missing.claim.start]
        if grid.table.end > missing.claim.start or between.count("\n") > _LINES_ABOVE:
            continue
        for row in grid.rows:
            cells = [f for f in row.figures.values() if f.measure == missing.measure and not f.is_rate]
            targets = [f for f in cells if f.kind == "target"]
            results = [f for f in cells if f.kind == "level"]
            if row.label.startswith(("tổng", "cộng")) and len(targets) == len(results) == 1:
                return results[0], targets[0]
    return None
