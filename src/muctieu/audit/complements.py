"""Do figures share a whole between them: by their very names, by making 100? Takes figures; looks for none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from muctieu.audit.check import Check, Severity
from muctieu.audit.equation import Hundred
from muctieu.audit.figure import Figure
from muctieu.text.lexicon import lexicon, words_pattern
from muctieu.values.interval import Interval

_STATES = 3
_MARKS = (",", ";", ":", "(", ". ")


def complements(parts: Sequence[Figure]) -> bool:
    """Do the parts share the whole between them by their very names? (`nam`, `nữ`; `khai thác`, `nuôi trồng`; `nhà nước`, `ngoài nhà nước`, `nước ngoài`)"""
    named: list[str] = []
    for part in parts:
        named.append(label(part))
        if _any_name().search(named[-1]) is None:
            return False  # most
    told = "\n".join(named)
    near = [names for names in _sets(len(named)) if names[0] in told and names[-1] in told]  # quick to tell
    return any({share_of(words, names) for words in named} == set(names) for names in near)


_DONE = re.compile(r"(?:đã|hoàn thành|được|có)\b")
_DOING = re.compile(r"đang\b")
_NOT_YET = re.compile(r"(?:còn|chưa|sẽ|chuẩn bị|mới|tạm dừng|dừng)\b")


def are_states(after: Sequence[str]) -> bool:
    """Do the words after the parts leave no other state: some done, some under way, some not yet? (`19 dự án đã hoàn thành, 11 dự án đang chi trả, 03 dự án còn vướng mắc`)"""
    words = [each.strip() for each in after]
    return len(words) == _STATES and all(
        sum(state.match(each) is not None for each in words) == 1 for state in (_DONE, _DOING, _NOT_YET)
    )


def label(part: Figure) -> str:
    """What names a figure: the clause before it, what it counts, its indicator."""
    clause = part.before
    for mark in _MARKS:
        clause = clause.rpartition(mark)[2]
    return f"{clause} {part.unit} {part.indicator}"


def share_of(words: str, names: Sequence[str]) -> str | None:
    """Which of the names that share a whole the words hold; the longest where one is within another (`ngoài nhà nước`)."""
    found = [name for name in names if name in words and re.search(rf"\b{name}\b", words)]
    return max(found, key=len, default=None)


@cache
def _sets(count: int) -> tuple[tuple[str, ...], ...]:
    """The names of so many parts that share a whole."""
    return tuple(tuple(names) for names in lexicon("audit")["parts"]["complements"] if len(names) == count)


@cache
def _any_name() -> re.Pattern[str]:
    return re.compile(words_pattern(name for names in lexicon("audit")["parts"]["complements"] for name in names))


def of_hundred(shares: Sequence[Figure], severity: Severity = "warning") -> Check:
    """The check of shares that should make 100, with what they make."""
    found = Check.of("shares_sum", Hundred(*shares), severity)
    found.reported, found.expected = sum((share.value for share in shares), Decimal(0)), Interval.exactly(100)
    return found


_OTHERS_LEFT = re.compile(r",? (?:số |phần )?còn lại (?:là |thuộc |cho )?(?:các|những) [^\d,;.]{2,40}[,;.\n]")


def leaves_others(words: str) -> bool:
    """Do the words behind the last of some parts tell of a rest without its number? (`…, chi thường xuyên 10.398 tỷ đồng, còn lại là các khoản chi khác`)"""
    return _OTHERS_LEFT.match(words) is not None
