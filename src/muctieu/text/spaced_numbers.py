"""Numbers grouped by blanks: some offices write `1 250 ha`, `782/1 046 hộ` throughout. Takes and gives text of the same length.

Only a text that does so is changed; one such number alone, which might as well be two, is read where it stands (`numbers.SPACED`).
"""

from __future__ import annotations

import re
from itertools import islice

# Its first digit stands alone, so that the search passes over everything else at once.
_GROUPED = re.compile(r"[0-9](?:(?<![\d.,/-][0-9])|(?<=[0-9]{3}/[0-9]))(?<!0)[0-9]{0,2}(?: [0-9]{3})+(?![0-9]|\.[0-9])")
_UNIT_FOLLOWS = re.compile(r"(?:,\d+)? ?[^\W\d_]")
_NAMED = re.compile(
    r"(?:năm|tháng|ngày|quý|số|lớp|khóa|khoá|khu|thôn|tổ|bản|xóm|ấp|buôn|nhóm|điều|khoản|chương trình|nghị quyết|quốc lộ|giờ)\s$",
    re.IGNORECASE,
)
_FEWEST = 5


def with_groups_closed(text: str) -> str:
    """The text with a dot for each blank that groups the digits of a number, where at least five numbers before a unit are written so.

    >>> with_groups_closed("1 250 ha, 2 400 m2, 1 046 hộ, 5 460 tr.đ, 3 500 con; 782/1 046 hộ, năm 2 120 hộ")
    '1.250 ha, 2.400 m2, 1.046 hộ, 5.460 tr.đ, 3.500 con; 782/1.046 hộ, năm 2 120 hộ'
    >>> with_groups_closed("có 1 250 ha; thôn 5 100 hộ")
    'có 1 250 ha; thôn 5 100 hộ'
    """
    grouped = (
        one for one in _GROUPED.finditer(text) if _UNIT_FOLLOWS.match(text, one.end()) and not _is_named(text, one)
    )
    if len(list(islice(grouped, _FEWEST))) < _FEWEST:
        return text
    return _GROUPED.sub(lambda one: one[0] if _is_named(text, one) else one[0].replace(" ", "."), text)


def _is_named(text: str, number: re.Match[str]) -> bool:
    """Whether the first digits are what a word before them numbers: `năm 2 120 hộ`."""
    return _NAMED.search(text, max(0, number.start() - 14), number.start()) is not None
