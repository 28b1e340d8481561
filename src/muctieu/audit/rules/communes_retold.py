"""`repeat` of how many communes have reached the new rural standard, told in one place as `đạt chuẩn nông thôn mới` and in another as `về đích`, `được công nhận`.

Takes the counts of communes so described (`86/127 xã đạt chuẩn`, `cả huyện đã có 04 xã về đích nông thôn mới`) that are of the report's own time; holds the one that the assessment tells against the one before it.
What was added in a year, what is planned, and communes of a higher standard (`nâng cao`, `kiểu mẫu`) are other things. Where more than one number stands before the assessment, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from muctieu.audit.assessments import assessments, is_within
from muctieu.audit.check import Check
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.twice import are_swapped, at_one_time, is_present, said_twice

_REACHED = re.compile(
    r"(?: \w+){0,2}? (?:được (?:\w+ )?công nhận|đạt chuẩn|về đích|cán đích|hoàn thành|đạt)\b(?P<more>[^.;:()\n\d]{0,60})"
)
_STANDARD = re.compile(r"\b(?:nông thôn mới|ntm)\b")
_HIGHER = re.compile(r"\b(?:nâng cao|kiểu mẫu|thông minh|từ \d|tiêu chí|phấn đấu|đăng ký|dự kiến)\b")
_OTHER = re.compile(
    r"\b(?:thêm|trong năm|năm nay|trong kỳ|trong nhiệm kỳ|trong đó|mới|tăng|kế hoạch|chỉ tiêu|mục tiêu|nghị quyết|giao|phấn đấu|còn|chưa|mỗi|bình quân|đầu nhiệm kỳ|năm trước|cùng kỳ|gồm)\b[^,;.]*$"
)
_TITLE = 240
_NEAR = 4


def check(ledger: Ledger) -> Iterator[Check]:
    """The last count before an assessment against the one within it."""
    told = [figure for figure in ledger.by_unit.get("{xã}", []) if _is_standard(ledger, figure)]
    spans = ledger.once(assessments) if len(told) > 1 else []
    before = [figure for figure in told if not is_within(spans, figure.claim.start)]
    if len({figure.value for figure in before}) != 1:
        return
    for figure in told:
        if not is_within(spans, figure.claim.start) or not at_one_time(ledger, before[-1], figure):
            continue
        if are_swapped(figure, before[-1]) or abs(figure.value - before[-1].value) <= max(
            Decimal(_NEAR), before[-1].value / _NEAR
        ):
            yield said_twice(before[-1], figure)


def _is_standard(ledger: Ledger, figure: Figure) -> bool:
    """Does it count the communes that have reached the standard until now?"""
    if figure.kind not in ("level", "part") or figure.cell is not None or figure.claim.status == "planned":
        return False
    reached = _REACHED.match(ledger.after(figure, 110))
    clause = re.split(r"[.;]", figure.before)[-1]
    if reached is None or not is_present(figure) or _OTHER.search(clause) or _HIGHER.search(reached["more"]):
        return False
    start = max(ledger.text.rfind("\n", 0, figure.claim.start), figure.claim.start - _TITLE)
    return bool(_STANDARD.search(reached["more"]) or _STANDARD.search(ledger.lower, max(0, start), figure.claim.start))
