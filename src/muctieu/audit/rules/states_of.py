"""`tally` of things in states that shut one another out: `43 công trình, đã hoàn thành 31, đang thi công 14`, `9/12 dự án hoàn thành; 4 dự án còn lại`, `17 xã; còn 2 xã chưa đạt; 14 xã đã được công nhận`.

Formula: the things in all states ≤ all of them; = all of them where the words leave no other state (`còn lại`, reached and not reached). What is reached and what is not may stand in one sentence or in two of a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from muctieu.audit.check import Check
from muctieu.audit.clauses import AFTER
from muctieu.audit.equation import Sum, Whole
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence

_STATES = (
    ("missed", re.compile(r"\b(?:chưa|không|khó)\b(?! kể)")),
    ("left", re.compile(r"\bcòn lại\b")),
    ("under", re.compile(r"\b(?:đang (?:thi công|thực hiện|triển khai|giải quyết|xử lý)|chuyển tiếp)\b")),
    ("near", re.compile(r"\b(?:xấp xỉ|cơ bản|khả năng|dự kiến|gần đạt)\b")),
    ("both", re.compile(r"\b(?:đạt và vượt|đạt, vượt|vượt và đạt|đạt hoặc vượt)\b")),
    ("exceeded", re.compile(r"\bvượt\b")),
    ("reached", re.compile(r"\b(?:hoàn thành|đạt|được công nhận|đã (?:giải quyết|xử lý|nghiệm thu)|thông xe)\b")),
)
_TOTAL = re.compile(r"\b(?:trong (?:tổng )?số|tổng số|trên tổng số|tổng|trên)\s*(?:có |là )?$")
_AMONG = re.compile(r"\b(?:trong đó|gồm|bao gồm)\b")
_OTHER = re.compile(
    r"\b(?:thêm|mới|tăng|giảm|nâng|năm trước|cùng kỳ|(?<!đạt )(?<!vượt )mục tiêu|phấn đấu|(?<!chưa )khởi công|nâng cao|kiểu mẫu)\b"
)
_ROOM = 5


def check(ledger: Ledger) -> Iterator[Check]:
    """Every sentence that counts things of one sort in two states or more."""
    for sentence in ledger.sentences:
        counts = [f for f in sentence.figures if f.is_count and f.kind in ("level", "part") and f.cell is None]
        counts = [f for f in counts if f.unit == counts[0].unit and f.claim.status != "planned" and not f.claim.per]
        if 2 <= len(counts) <= 5 and len(counts) == sum(1 for f in sentence.figures if f.unit == counts[0].unit):
            found = _check(ledger, sentence, counts)
            if found is not None:
                yield found


def _check(ledger: Ledger, sentence: Sentence, counts: Sequence[Figure]) -> Check | None:
    """The states of a sentence's things against all of them."""
    totals = [f for f in counts if f.kind == "level" and _TOTAL.search(f.before)]
    parts = [f for f in counts if f.kind == "part" and f.claim.whole]
    if len(totals) + len(parts) != 1:
        return None
    states = {f.order: _state(ledger, f) for f in counts if f not in totals}
    if None in states.values():
        return None
    total: Figure | Whole = totals[0] if totals else Whole(parts[0])
    told = [str(states[f.order]) for f in counts if f not in totals]
    figures = [f for f in counts if f not in totals]
    if any(_OTHER.search(f"{f.before} {AFTER.split(ledger.after(f, 50))[0]}") for f in figures):
        return None
    if told[0] == "both" and len(told) > 1 and _AMONG.search(figures[1].before):
        return _among(figures, told)
    if len(set(told)) != len(told) or any(_AMONG.search(f.before) for f in figures[1:]) or "near" in told[:1]:
        return None
    if "both" in told and {"exceeded", "reached"} & {*told}:
        return None
    made = sum((f.value for f in figures), Decimal(0))
    whole = total.interval.low
    whole_told = "left" in told or ({"missed"} < {*told} and {"reached", "both"} & {*told})
    found = Check.of("tally", Sum(total, *figures), "warning")
    found.weak, found.reported = True, whole
    if found.holds:
        return found
    wrong = (
        made > whole or (whole_told and {"reached"} != {*told} - {"missed", "left"} and made != whole) or "left" in told
    )
    return found if wrong and abs(made - whole) <= _ROOM else None


def _among(figures: Sequence[Figure], told: Sequence[str]) -> Check | None:
    """`18/20 chỉ tiêu đạt và vượt, trong đó 11 chỉ tiêu vượt và 7 chỉ tiêu đạt`: reached = met + exceeded."""
    if {*told[1:]} != {"exceeded", "reached"} or len(told) != 3:
        return None
    found = Check.of("tally", Sum(figures[0], *figures[1:]), "warning")
    found.reported = figures[0].value
    return found


def _state(ledger: Ledger, figure: Figure) -> str | None:
    """What the words after it say, else those right before it."""
    after = AFTER.split(ledger.after(figure, 60))[0]
    before = re.split(r"[,;.:]", figure.before)[-1]
    for words in (after, before):
        for name, state in _STATES:
            if state.search(words):
                return name
    return None
