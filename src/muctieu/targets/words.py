"""The word lists of targets as patterns, and the clause that a figure stands in. Takes lower-case text; decides nothing."""

from __future__ import annotations

import re
from functools import cache

from muctieu.text.lexicon import lexicon, words_pattern
from muctieu.values.span import Span

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CLAUSE_END = re.compile(r"[;\n]|\.(?=\s|$)")


@cache
def pattern(table: str, name: str) -> re.Pattern[str]:
    """The words of a list of `text/vi/targets.toml`, between word boundaries."""
    return re.compile(rf"\b{words_pattern(lexicon('targets')[table][name])}\b")


def says(table: str, name: str, words: str) -> bool:
    """Do the words (lower case) hold one of the list?

    >>> says("heading", "list", "2. một số chỉ tiêu chủ yếu đến năm 2025"), says("heading", "list", "tình hình chung")
    (True, False)
    """
    return pattern(table, name).search(words) is not None


def last_year(words: str | None) -> int | None:
    """The latest year that the words or the period name.

    >>> last_year("2015/2020"), last_year("giai đoạn 2021 - 2025"), last_year(None)
    (2020, 2025, None)
    """
    years = [int(year) for year in _YEAR.findall(words or "")]
    return max(years, default=None)


def clause_around(text: str, start: int, end: int) -> Span:
    """The clause that holds the span: between semicolons, full stops and line ends.

    >>> clause_around("Tạo việc làm hàng năm 3 nghìn; BHYT đạt 95%.", 40, 43).of("Tạo việc làm hàng năm 3 nghìn; BHYT đạt 95%.")
    ' BHYT đạt 95%'
    """
    first = 0
    for match in _CLAUSE_END.finditer(text, max(0, start - 600), start):
        first = match.end()
    after = _CLAUSE_END.search(text, end)
    return Span(max(first, start - 600), after.start() if after else len(text))
