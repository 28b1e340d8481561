"""`ratio` of a share that nothing was held against: the part beside it, and the number of all such things that the report gives on its own, wherever that stands.

Formula: percentage = part ÷ whole × 100. `Toàn tỉnh có 298.640 hộ dân cư. … số hộ nghèo xuống 15.827 hộ (giảm 2.941 hộ), tỷ lệ hộ nghèo còn 5,30%`. A number of all is told by nothing but its noun, and once. Of a day a little off it says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from muctieu.audit.check import Check
from muctieu.audit.equation import Ratio
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.names import key_of
from muctieu.audit.open_figures import Settled, is_amount, open_to

_SHARES = re.compile(
    r"\b(?:chiếm|tỷ lệ|tỉ lệ|tỷ trọng|bao phủ|tương đương|tương ứng|bằng|đạt)\b[^;:()]{0,50}$|\(\s*(?:chiếm )?$"
)
_OTHER = re.compile(r"\b(?:kế hoạch|kh|chỉ tiêu|dự toán|cùng kỳ|tăng|giảm|so với|vượt|trong đó|nữ|trong độ tuổi|số)\b")
_AFTER = re.compile(r"\s*(?:tổng )?(?:số )?(?:kế hoạch|kh|chỉ tiêu|dự toán|cùng kỳ|so với|nghị quyết)\b")
_EMPTY = frozenset(("co", "toan", "tong", "so", "voi", "hien", "dan", "cu", "gom"))
_PEOPLE = ("{nhân khẩu}", "{khẩu}", "{người}", "{người dân}", "{dân}")
_OF_PEOPLE = re.compile(r"\b(?:dân số|nhân khẩu|người dân|bao phủ|dân cư)\b")
_HARDLY, _FAR = Decimal("0.02"), Decimal("0.4")


def check(ledger: Ledger, settled: Settled) -> Iterator[Check]:
    """Every share of the text that no other rule has recomputed."""
    for sentence, at, share in open_to(ledger, settled, "ratio", "attainment", "target_gap", "shares_sum"):
        if not at or not share.is_share or share.kind not in ("level", "part"):
            continue
        if share.claim.comparator != "eq" or share.claim.per or not 0 < share.value < 100:
            continue
        found = _of_share(ledger, sentence, at)
        if found is not None:
            yield found


def _of_share(ledger: Ledger, sentence: Sentence, at: int) -> Check | None:
    """The share by the count before it and the only number of all such things."""
    share = sentence.figures[at]
    if (
        _SHARES.search(share.before) is None
        or _OTHER.search(share.before.rsplit(",", 1)[-1])
        or _AFTER.match(ledger.after(share, 30))
    ):
        return None
    part = next((f for f in reversed(sentence.figures[:at]) if f.depth <= share.depth), None)
    if part is None or not is_amount(part) or not part.is_count:
        return None
    wholes = _wholes(ledger, share, part)
    ratios = [Ratio(share, part, whole) for whole in wholes]
    for ratio in ratios:
        if ratio.holds():
            return Check.of("ratio", ratio)
    if len({whole.value for whole in wholes}) != 1:
        return None
    if not ratios[0].is_near(_FAR) or (ratios[0].is_near(_HARDLY) and ratios[0].slip() != "swapped"):
        return None
    found = Check.of("ratio", ratios[0], "warning")
    found.weak = True
    return found


def _wholes(ledger: Ledger, share: Figure, part: Figure) -> list[Figure]:
    """The numbers of all such things."""
    found = []
    people = _OF_PEOPLE.search(f"{share.before} {ledger.after(share, 30)}") is not None
    for whole in ledger.once(_alone):
        if whole.value <= part.value:
            continue
        alike = whole.counts_like(part) or (
            people and whole.unit in _PEOPLE and part.unit.startswith(("{người", "{nhân", "{khẩu", "{dân"))
        )
        if alike and (whole.period is None or part.period is None or whole.period[:4] == part.period[:4]):
            found.append(whole)
    return found


def _alone(ledger: Ledger) -> list[Figure]:
    """The counts that nothing tells but their noun."""
    return [
        f
        for f in ledger.figures
        if f.is_count
        and f.cell is None
        and not f.depth
        and is_amount(f)
        and not (f.key - key_of(f.unit[1:-1]) - _EMPTY)
        and _OTHER.search(f.before) is None
    ]
