"""`parts_sum` of a total whose parts fill the sentences after it in its paragraph, up to what is left.

Formula: Σ parts = total. `Thu ngân sách đạt 118,7 tỷ đồng. Lớn nhất là tiền sử dụng đất 46,3 tỷ đồng. Thuế 38,9 tỷ đồng; lệ phí 17,2 tỷ đồng. Các khoản còn lại 16,3 tỷ đồng` is found wrong where the list closes
with what is left and does not make the total; a list that only opens with `trong đó`, `gồm` may leave out a rest: of it only what fits is spoken of, or would with two digits the other way round. Amounts called by the word that the total adds up (`Tổng chi …. Chi …, chi …`) may not be more than it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from muctieu.audit.check import Check
from muctieu.audit.equation import Sum
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.names import opposed
from muctieu.audit.persons import counts_persons

_CUES = ("còn lại", "gồm", "trong đó", "ngoài ra", "cụ thể")
_REST = re.compile(r"\bcòn lại\b")
_OPENS = re.compile(r"\b(?:gồm|trong đó|cụ thể|ngoài ra)\b")
_OTHER = re.compile(
    r"\b(?:kế hoạch|kh|dự toán|cùng kỳ|so với|năm trước|chỉ tiêu|mục tiêu|nghị quyết|bình quân|tăng|giảm|tổng|cộng(?! chung)|mức|tối đa)\b"
)
_HEADS = ("chi", "thu")
_TOTAL_OF = re.compile(rf"\btổng (?P<head>{'|'.join(_HEADS)})\b")
_NEAR = Decimal("0.15")
_SLIPPED = Decimal("0.25")
_LONGEST = 12
_FEWEST = 3
_GAPS = ("target_gap", "change")


def check(ledger: Ledger) -> Iterator[Check]:
    """Every amount that is followed by its parts in its own paragraph, after its sentence."""
    for sentence in ledger.sentences:
        end = ledger.text.find("\n", sentence.end - 1)
        end = len(ledger.text) if end < 0 else end
        rest = ledger.lower[sentence.end : end]
        if not rest or not (any(cue in rest for cue in _CUES) or rest.lstrip().startswith(_HEADS)):
            continue
        following = ledger.between(sentence.end, end)
        for total in _totals(sentence):
            parts = _parts(following, total)
            found = _judged(total, parts) if len(parts) > 1 else None
            if found is not None:
                yield found


def _totals(sentence: Sentence) -> Iterator[Figure]:
    """The plain amounts of a sentence that no other of their measure follows in it; what is said to be missing counts as an amount."""
    for at, figure in enumerate(sentence.figures):
        claim = figure.claim
        plain = figure.kind in ("level", *_GAPS) and not figure.is_share and not claim.per and claim.comparator == "eq"
        if not plain or figure.depth or abs(figure.value) < 10 * claim.resolution:
            continue
        if not any(f.counts_like(figure) and not f.depth and f.kind != "target" for f in sentence.figures[at + 1 :]):
            yield figure if figure.kind == "level" else _amount(figure)


def _amount(gap: Figure) -> Figure:
    """`còn thiếu 128 giáo viên` as an amount."""
    claim = gap.claim._replace(value=abs(gap.value), kind="level")
    return Figure(claim, gap.order, gap.before, gap.depth, gap.sentence, gap.cell)


def _parts(following: Sequence[Figure], total: Figure) -> list[Figure]:
    """The amounts of the total's measure and time that come next, each smaller than it, up to the one that is said to be left."""
    parts: list[Figure] = []
    between = ""
    for figure in following:
        between += figure.before
        persons = counts_persons(figure) and counts_persons(total)
        if figure.kind != "level" or figure.depth or not (figure.counts_like(total) or persons):
            continue
        clause = re.split(r"[,;.] ", figure.before)[-1]
        times = {figure.period, total.period} - {None}
        told = figure.claim.comparator == "eq" and figure.value < total.value and len(times) < 2
        if not told or _OTHER.search(clause) or opposed(figure.key, total.key) or len(parts) == _LONGEST:
            break
        parts.append(figure)
        if _REST.search(between):
            break
        between = ""
    return parts


def _judged(total: Figure, parts: list[Figure]) -> Check | None:
    """The sum of all of them, or of as many as fit."""
    left = _REST.search(parts[-1].before) is not None
    headed = _have_its_head(total, parts)
    if not (left or headed or _OPENS.search(parts[0].before) is not None):
        return None
    for count in range(len(parts), 1, -1):
        if Sum(total, *parts[:count]).holds():
            return Check.of("parts_sum", Sum(total, *parts[:count]), "warning")
    gap = abs(total.value - sum(part.value for part in parts))
    enough = len(parts) >= _FEWEST
    more = headed and sum(part.value for part in parts) > total.value
    if enough and (
        ((left or more) and gap <= _NEAR * total.value) or (gap <= _SLIPPED * total.value and _swapped(total, parts))
    ):
        return Check.of("parts_sum", Sum(total, *parts), "warning")
    return None


def _have_its_head(total: Figure, parts: Sequence[Figure]) -> bool:
    """`Tổng chi ngân sách 12.914,7 triệu đồng. Chi đầu tư 2.146,2, chi thường xuyên 10.532,3, chi dự phòng 336,2`: are they called by the word that the total adds up?"""
    head = _TOTAL_OF.search(total.before)
    return head is not None and all(
        re.match(rf"\W*{head['head']}\b", re.split(r"[,;.] ", part.before)[-1]) is not None for part in parts
    )


def _swapped(total: Figure, parts: Sequence[Figure]) -> bool:
    """Would two digits of the total or of a part, the other way round, make the sum exact?"""
    equation = Sum(total, *parts)
    for place, figure in enumerate((total, *parts)):
        if figure.value >= 100 * figure.claim.resolution and equation.slip(place) == "swapped":
            return True
    return False
