"""`repeat` of how many communes have reached the new rural standard, told in one place as `đạt chuẩn nông thôn mới` and in another as `về đích`, `được công nhận`.

Takes the counts of communes so described (`86/127 xã đạt chuẩn`, `cả huyện đã có 04 xã về đích nông thôn mới`) that are of the report's own time; holds the one that the assessment tells against the one before it.
The standard and its grades (`nâng cao`, `kiểu mẫu`) are told apart; what was added in a year and what is planned are other things. Where more than one number stands before the assessment, nothing is said.
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
_OF_STANDARD = re.compile(r"(?: \w+)? (?=nông thôn mới|ntm)(?P<more>[^.;:()\n\d,]{0,60})")
_GRADE = re.compile(r"\b(?:nâng cao|kiểu mẫu)\b")
_ELSE = re.compile(r"\b(?:thông minh|từ \d|tiêu chí|phấn đấu|đăng ký|dự kiến)\b")
_OTHER = re.compile(
    r"\b(?:thêm|trong năm|năm nay|trong kỳ|trong nhiệm kỳ|trong đó|mới(?! (?:có|đạt|được|chỉ))|tăng|kế hoạch|chỉ tiêu|mục tiêu|nghị quyết|giao|phấn đấu|còn|chưa|mỗi|bình quân|đầu nhiệm kỳ|năm trước|cùng kỳ|gồm)\b[^,;.]*$"
)
_REACHES = re.compile(r"\b(?:đạt chuẩn|công nhận|về đích|cán đích)\b")
_TITLE = 240
_NEAR = 4


def check(ledger: Ledger) -> Iterator[Check]:
    """Of each grade the last count before an assessment against the one within it."""
    by_grade: dict[str, list[Figure]] = {}
    for figure in ledger.by_unit.get("{xã}", []):
        grade = _grade(ledger, figure)
        if grade is not None:
            by_grade.setdefault(grade, []).append(figure)
    for told in by_grade.values():
        spans = ledger.once(assessments) if len(told) > 1 else []
        before = [figure for figure in told if not is_within(spans, figure.claim.start)]
        if len({figure.value for figure in before}) == 1:
            yield from (
                said_twice(before[-1], figure)
                for figure in told
                if is_within(spans, figure.claim.start) and _is_slip(ledger, before[-1], figure)
            )


def _is_slip(ledger: Ledger, before: Figure, figure: Figure) -> bool:
    """May the two be of one time, and are they near enough to be one number?"""
    if not at_one_time(ledger, before, figure):
        return False
    room = max(Decimal(_NEAR), before.value / _NEAR)
    return are_swapped(figure, before) or abs(figure.value - before.value) <= room


def _grade(ledger: Ledger, figure: Figure) -> str | None:
    """The grade of the standard (empty: the standard itself) that the communes counted have reached until now; None where it counts others."""
    if figure.kind not in ("level", "part") or figure.cell is not None or figure.claim.status == "planned":
        return None
    after = ledger.after(figure, 110)
    reached = _REACHED.match(after) or _OF_STANDARD.match(after)
    clause = re.split(r"[.;]", figure.before)[-1]
    start = max(ledger.text.rfind("\n", 0, figure.claim.start), figure.claim.start - _TITLE)
    if reached is None and figure.kind == "part":
        return _of_item(ledger, figure, max(0, start), clause)
    if reached is None or not is_present(figure) or _OTHER.search(clause) or _ELSE.search(reached["more"]):
        return None
    named = _STANDARD.search(reached["more"]) or _STANDARD.search(ledger.lower, max(0, start), figure.claim.start)
    grade = _GRADE.search(reached["more"].split(",")[0])
    return (grade[0] if grade is not None else "") if named else None


def _of_item(ledger: Ledger, part: Figure, start: int, clause: str) -> str | None:
    """`(8) Xây dựng nông thôn mới: ít nhất 80% số xã đạt chuẩn. Tính đến 31/8/2023 có 138/171 xã`: a part of all communes whose line has named the standard and what reaching it is."""
    words = ledger.lower[start : part.claim.start]
    if not (_STANDARD.search(words) and _REACHES.search(words)) or _GRADE.search(words) or _ELSE.search(clause):
        return None
    return "" if is_present(part) and not _OTHER.search(clause) else None
