"""List items that end in a bare number: `+ Trâu 1.247 con`, then `+ Bò 836`; `đổ bê tông 5,4 km, gồm:`, then `+ Nà Pheo: 1,8`.

Takes the lower-cased text and the claims of the sentence before; gives the claim whose unit the item's number has. It reads no figure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from muctieu.claims.claim import Claim
from muctieu.text.numbers import parse_number

BARE_ITEM = re.compile(
    r"\n[ \t]*(?P<mark>[-+*•–])[ \t]*[^\W\d_][^\n\d:;.()]{1,60}?:? (?P<value>\d+(?:[.,]\d+)*)(?=[ \t]*(?:[.;,]?[ \t]*(?:\n|\Z)|\(|, (?:đạt|bằng|chiếm|tăng|giảm|vượt|so) ))"
)
"""An item with its mark (group `mark`) and the bare number that its words end with (`value`); begins at the line's end before it."""

_NO_MEASURE = frozenset(("", "1", "%", "‰"))
_NAMES_ITS_KIND = re.compile(
    r"(?:số|thôn|xóm|bản|ấp|tổ|khu|khối|đội|lớp|quý|tháng|năm|điều|khoản|mục|phần|chương|tuyến|nhóm|loại|giai đoạn|đợt)(?::)? \d"
)


def unit_of_item(low: str, start: int, at: int, last: Sequence[Claim]) -> Claim | None:
    """The claim whose unit the bare number at `at` has: that of the item right above with the same mark, or the last that the line above tells which the items part; None for no such item."""
    begin = low.rfind("\n", 0, at)
    if begin < 0 or not last or start < begin:
        return None
    item = BARE_ITEM.match(low, begin)
    if item is None or item.start("value") != at or _NAMES_ITS_KIND.search(low, at - 12 if at > 12 else 0, at + 1):
        return None
    above = low.rfind("\n", 0, begin) + 1
    if last[0].start < above or last[-1].start > begin:
        return None
    line = low[above:begin].strip()
    if line.startswith(item["mark"]):
        return last[0] if _is_amount(last[0]) else None
    if not line.endswith(":"):
        return None
    if _is_amount(last[-1]):
        return last[-1]
    # `Tổng thu 12.874 triệu đồng, đạt 113,2% dự toán (dự toán 11.370 triệu đồng), gồm:`
    amounts = [claim for claim in last if _is_amount(claim)]
    return amounts[0] if len(amounts) == 1 else None


def _is_amount(claim: Claim) -> bool:
    return claim.kind in ("level", "part") and claim.unit not in _NO_MEASURE


def scale_of(low: str, claim: Claim) -> Decimal:
    """How many times the number as it is written a claim's value is: 1,000,000 for `14 triệu đồng`, and for a bare `30` below it."""
    written = parse_number(low[claim.number.start : claim.number.end], claim.unit[:1] == "{")[0]
    return claim.value / written if written else Decimal(1)
