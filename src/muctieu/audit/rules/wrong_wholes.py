"""`ratio` of a share that is right of another whole than its words name: `Thu ngân sách 2.683,4 tỷ đồng. Thu nội địa 2.214,9 tỷ đồng; thu từ xuất nhập khẩu 468,5 tỷ đồng, chiếm 21,2% tổng thu` (of what is got at home it is 21,2 %).

Formula: percentage = part ÷ whole × 100, the whole being what the words after the share name: under `tổng …` the greatest amount of the part's measure before it in the paragraph, else the one whose own words hold the name where those of the
other do not (`11/14 trường đạt chuẩn … 5 trường, chiếm 35,7% số trường đạt chuẩn`). Only where the share fits the other whole exactly, and not the one that is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from muctieu.audit.check import Check
from muctieu.audit.clauses import clause_of, said
from muctieu.audit.equation import Ratio, Whole
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.persons import count_alike

_SHARES = re.compile(
    r"\b(?:chiếm|bằng|đạt|tương đương|tương ứng|tức|tỷ lệ|tỉ lệ)(?: tới| đến| khoảng| gần| hơn| trên| với)*\s*$"
)
_OF = re.compile(
    r"^\s*(?:trong |của |trên |so với )?(?P<name>(?P<all>tổng\b(?! (?:giá trị|sản phẩm|mức))|toàn bộ\b)?[^.,;:()\d]{3,60})"
)
_ENDS = re.compile(
    r"\b(?:và|do|vì|nhưng|so với|cao hơn|thấp hơn|tăng|giảm|vượt|trong đó|gồm|của (?:toàn )?(?:xã|huyện|tỉnh|thành phố|thị xã|phường))\b"
)
_NEAR = 14


def check(ledger: Ledger) -> Iterator[Check]:
    """Every share right behind its part whose words name a whole."""
    for sentence in ledger.sentences:
        for at, share in enumerate(sentence.figures):
            if not at or not share.is_share or share.kind != "level" or share.claim.comparator != "eq" or share.cell:
                continue
            told = _OF.match(ledger.after(share, 70)) if _SHARES.search(share.before) else None
            if told is not None:
                found = _of_share(ledger, sentence, at, told)
                if found is not None:
                    yield found


def _of_share(ledger: Ledger, sentence: Sentence, at: int, told: re.Match[str]) -> Check | None:
    """The share by the whole that is named, where it fits another alone."""
    share, part = sentence.figures[at], sentence.figures[at - 1]
    if part.kind != "level" or part.is_share or part.claim.per or part.claim.comparator != "eq":
        return None
    start = ledger.text.rfind("\n", 0, part.claim.start) + 1
    near = [f for f in ledger.figures[max(0, part.order - _NEAR) : part.order] if f.claim.start >= start]
    near = [f for f in near if _may_hold(f, part)]
    if told["all"]:
        levels = [f for f in near if f.kind == "level"]
        name = said(_ENDS.split(told["name"], maxsplit=1)[0])
        called = [f for f in levels if "tổng" in f.before and name <= clause_of(ledger, f)]
        wholes: list[Figure | Whole] = [*levels]
        of_name = [f for f in levels if name and name <= clause_of(ledger, f)]
        of_name = of_name or [f for f in levels if name & clause_of(ledger, f)]
        meant = called[-1] if called else max(of_name, key=_value, default=None)
    else:
        wholes, meant = _by_name(ledger, near, part, _ENDS.split(told["name"], maxsplit=1)[0])
    others = [whole for whole in wholes if whole is not meant]
    if meant is None or Ratio(share, part, meant).holds():
        return None
    if not any(Ratio(share, part, other).holds() for other in others):
        return None
    found = Check.of("ratio", Ratio(share, part, meant), "warning")
    found.surely = True
    return found


def _may_hold(whole: Figure, part: Figure) -> bool:
    """May it hold the part: an amount of its measure and time that is larger?"""
    one_time = None in (whole.period, part.period) or str(whole.period)[:4] == str(part.period)[:4]
    plain = whole.kind in ("level", "part") and not whole.is_share and not whole.claim.per and count_alike(whole, part)
    return plain and one_time and (whole.claim.whole or whole.value) > part.value


def _value(figure: Figure) -> Decimal:
    """What it amounts to."""
    return figure.value


def _by_name(ledger: Ledger, near: list[Figure], part: Figure, name: str) -> tuple[list[Figure | Whole], Figure | None]:
    """The amounts, those out of which others are told with them, and the only one whose own words hold the name."""
    key = said(name) - said(part.unit[1:-1] if part.is_counted else "")
    wholes: list[Figure | Whole] = [*near, *(Whole(f) for f in near if f.kind == "part")]
    if not key:
        return wholes, None
    held = [f for f in near if key <= clause_of(ledger, f) and f.value > part.value]
    return wholes, held[0] if len(held) == 1 else None
