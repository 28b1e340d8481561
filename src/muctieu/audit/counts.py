"""Counts of targets, tasks, criteria: which figures they are, what they say of what they count, and of which of them they speak. Compares nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.verdict import Verdict, verdict_in
from muctieu.text.lexicon import lexicon

QUALIFIED = re.compile(r"về (?:kinh tế|xã hội|văn hóa|môi trường|xây dựng đảng)|nông thôn mới|ntm|thành phần")
"""Words that leave but some of them, or name others."""
_OPEN_END = re.compile(r"\.\.\.|…|\bv\.v\b|\bvv\b|\bnhư\b|\bchủ yếu\b|\btiêu biểu\b|\bđiển hình\b|\bthí dụ\b")
_OPEN_MARKS = ("..", "…", "v.v", "vv", "như", "chủ yếu", "tiêu biểu", "điển hình", "thí dụ")
"""Words that leave a list open, and what to look for before asking whether one stands there as a word."""
BOTH = re.compile(r"[^,;.]{0,30}?\b(?:đạt và vượt|vượt và đạt|đạt, vượt|vượt, đạt|đạt hoặc vượt)\b")
_BOTH_BEFORE = re.compile(r"\b(?:đạt và vượt|vượt và đạt|đạt, vượt|vượt, đạt|đạt hoặc vượt)(?: được| mức)?\s*$")
_FORESEEN = re.compile(r"^\s*(?:được )?(?:dự kiến|dự báo|dự ước|có khả năng|khả năng)(?= (?:không|khó|chưa)\b)")
_NOT_ONLY = re.compile(r"\b(?:hoặc|có khả năng|đúng tiến độ|cơ bản)\b")
_TABLE = re.compile(
    r"\b(?:riêng|trong|theo|tại|ở|từ|qua|của)\s(?:các chỉ tiêu )?(?:trong |ở |tại |theo )?(?:bảng|biểu|phụ lục)\b(?! dương| quyết)(?: số)?\s?(?P<number>\d{1,2})?"
    r"|\b(?:bảng|biểu|phụ lục)\b(?: số)?\s?(?P<named>\d{1,2})?(?: này| trên| dưới đây| kèm theo)? (?:có|cho thấy|ghi|nêu|thể hiện)\b"
)
_SOME_ONLY = re.compile(r"\b(?:riêng|trong đó|trong số|lĩnh vực|nhóm|khối|ngành|phòng|sở)\b")


@cache
def _units() -> frozenset[str]:
    return frozenset("{" + noun + "}" for noun in lexicon("audit")["verdict"]["counted"])


def counts_of(ledger: Ledger) -> list[Figure]:
    """The counts of the text, in reading order."""
    return [f for f in ledger.figures if f.unit in _units() and f.is_count and f.cell is None]


def is_counted(unit: str) -> bool:
    """Does a count of this unit tally a list?"""
    return unit in _units()


def is_judged(figure: Figure) -> bool:
    """Does its very name judge what it counts? Then it is no other statement of a count under a like name. (`17 chỉ tiêu đạt và vượt`, `12 chỉ tiêu vượt`)"""
    return figure.unit[:1] == "{" and figure.unit in _units() and verdict_in(figure.indicator) is not None


def is_open_ended(words: str) -> bool:
    """Do the words leave a list open?"""
    return any(mark in words for mark in _OPEN_MARKS) and _OPEN_END.search(words) is not None


def is_own(items: Sequence[str], noun: Sequence[str] = ()) -> bool:
    """Is the last of some names, parted from the one before by `và`, a thing of its own, and no second half of a name that holds `và`? It is where it begins as another does, or with the noun that is counted.

    >>> is_own(["làng gốm Phước Lý", "suối Tà Bông", "làng chiếu An Thạnh"]), is_own(["Sở Tài chính", "Sở Kế hoạch", "Đầu tư"])
    (True, False)
    """
    first = items[-1].split()[0].lower()
    named = lexicon("audit")["named"]
    half = items[-1].lower().startswith(tuple(named["halves"])) and items[-2].lower().endswith(tuple(named["firsts"]))
    return not half or first in {*noun, *(item.split()[0].lower() for item in items[:-1])}


def verdict_of(ledger: Ledger, figure: Figure, limit: int = 60) -> Verdict | None:
    """What the words right after a count say of what it counts; what is foreseen as missed (`dự kiến không hoàn thành`) is missed."""
    words = ledger.after(figure, limit).split(",")[0]
    return verdict_in(_FORESEEN.sub(lambda match: " " * len(match[0]), words))


def is_reached(ledger: Ledger, figure: Figure) -> bool:
    """Is it a count of all that were reached, met or exceeded, and of no more? (`13/15 chỉ tiêu đạt và vượt`, `đã đạt và vượt 13/15 chỉ tiêu`)"""
    after = ledger.after(figure, 50)
    told = BOTH.match(after) or _BOTH_BEFORE.search(figure.before)
    return told is not None and not _NOT_ONLY.search(after) and not QUALIFIED.search(after)


def is_limited(words: str) -> bool:
    """Do the words leave but some of them? (`các chỉ tiêu không đạt thuộc lĩnh vực kinh tế gồm`)"""
    return QUALIFIED.search(words) is not None or _SOME_ONLY.search(words) is not None


def table_named(ledger: Ledger, figure: Figure) -> str | None:
    """The number of the table that the words before a count speak of, `""` where it has none; None where they speak of no table. (`riêng Bảng 1 có 03 chỉ tiêu vượt`)"""
    named = _TABLE.search(ledger.lower, figure.claim.sentence.start, figure.claim.start)
    return None if named is None else named["number"] or named["named"] or ""


def is_of_some(ledger: Ledger, figure: Figure) -> bool:
    """Does its sentence speak of some of them only, or of a table?"""
    before = ledger.words(figure.claim.sentence.start, figure.claim.start)
    some = _SOME_ONLY.search(before) or QUALIFIED.search(before[-60:] + re.split("[,;(]", ledger.after(figure, 60))[0])
    return some is not None or table_named(ledger, figure) is not None


def all_of(counts: list[Figure], unit: str) -> Decimal:
    """How many there are of them by the largest count in the report, plans for years to come left out."""
    told = [f for f in counts if f.unit == unit and f.kind in ("level", "part") and f.claim.status != "planned"]
    return max((max(f.value, f.claim.whole or Decimal(0)) for f in told), default=Decimal(0))
