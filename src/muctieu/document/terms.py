"""The term that a report speaks of: that of its title, else the one that its headings, its date and its kind tell.

Takes the title and the head of the reading text in lower case; gives first and last year. Never reads a figure.
"""

from __future__ import annotations

import re

Term = tuple[int, int]

_TERM = re.compile(r"nhiệm k[ỳì] (?:đại hội )?((?:19|20)\d\d)\s?[-–—]\s?((?:19|20)\d\d)")
_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[-–—]\s?((?:19|20)\d\d)(?!\d)")
_WRITTEN = re.compile(r"tháng\s+(?:\d{1,2}|…+|\.+)?\s*năm\s+((?:19|20)\d\d)")
# A report to the congress that opens a term tells of the term before it.
_BEFORE_CONGRESS = re.compile(r"(?:trình|tại) đại hội(?! chi đoàn)[^.;]{0,120}nhiệm k[ỳì] (?:19|20)\d\d")
_OF_CONGRESS = re.compile(r"^nghị quyết|báo cáo chính trị|(?<!nghị quyết )đại hội")
_TO_CONGRESS = re.compile(r"báo cáo chính trị|trình đại hội|tại đại hội")
_HALFWAY = re.compile(r"(?:giữa|nửa|nửa đầu) nhiệm k[ỳì]|giữa kỳ")
_EVERY = 5
"""Years between two congresses: Party rules, article 13; since 1991 they meet in the years that five divides."""


def terms_in(words: str) -> set[Term]:
    """The terms of four or five years that the words name (`nhiệm kỳ 2015 - 2020`)."""
    found = {(int(match[1]), int(match[2])) for match in _TERM.finditer(words)}
    return {(first, last) for first, last in found if last - first in (4, 5)}


def own_term(title: str, head: str, terms: set[Term]) -> Term | None:
    """The term that is reported on; None where nothing tells it.

    The title's own, or the one before it where the report goes to the congress that opens it. Older terms that the text names
    (`so với nhiệm kỳ 2015 - 2020`) are what it compares with. Without a term in the title the date decides.

    >>> own_term("báo cáo chính trị (trình đại hội đại biểu đảng bộ huyện)", "tháng 5 năm 2020\\nnhiệm kỳ 2010 - 2015", {(2010, 2015)})
    (2015, 2020)
    >>> own_term("báo cáo kết quả nửa nhiệm kỳ", "ngày 28 tháng 2 năm 2023", set())
    (2020, 2025)
    """
    named = terms_in(title)
    if len(named) == 1:
        first, last = next(iter(named))
        before = (2 * first - last, first)
        if _BEFORE_CONGRESS.search(title):
            return before
        opens = (written := _WRITTEN.search(head, 0, 2000)) is not None and int(written[1]) == first
        return before if (opens or before in terms) and _OF_CONGRESS.search(title) else (first, last)
    if named:
        return min(named)
    return _by_date(title, head) or (min(terms) if terms else None)


def _by_date(title: str, head: str) -> Term | None:
    """The term that ends when a report to the congress is written, or in whose middle a review is; a heading's span (`(2016 - 2020)`) if it fits."""
    written = _WRITTEN.search(head, 0, 2000)
    if written is None:
        return None
    year = int(written[1])
    spans = {(int(match[1]), int(match[2])) for match in _SPAN.finditer(head)}
    spans = {(first, last) for first, last in spans if last - first in (4, 5)}
    if _HALFWAY.search(title):
        around = {(first, last) for first, last in spans if first <= year < last}
        opened = year - year % _EVERY
        return max(around, key=lambda term: term[1] - term[0], default=(opened, opened + _EVERY))
    if _TO_CONGRESS.search(title):
        congress = year if year % _EVERY == 0 else year + 1
        ended = {(first, last) for first, last in spans if last == congress}
        if ended:
            return min(ended)
        return (congress - _EVERY, congress) if congress % _EVERY == 0 else None
    return None
