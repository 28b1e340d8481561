"""The unit that a column's head tells in parentheses: `Vốn đăng ký (tỷ đồng)`, also over heads of years. Takes lower-cased words; reads no figure."""

from __future__ import annotations

import re

from muctieu.text.units import read_unit

IN_PARENTHESES = re.compile(r"\(([^()]*)\)\s*$")
# `Vốn đăng ký (tỷ đồng)` over `Năm 2022`, `Năm 2023`
_UNIT_THEN_TIME = re.compile(
    r"\(([^()\d]{1,24})\)(?= (?:năm|quý|tháng|\d\d? tháng|kh|th|ước|kế hoạch|thực hiện)(?![^\W_])[^()]*$)"
)
_DATED = re.compile(r"\d\d?/\d|(?:19|20)\d\d|\d\d? tháng")  # `Năm 2023 (đến 30/9/2023)`


def unit_of_head(heads: str) -> str:
    """The words of the unit; empty for none.

    >>> unit_of_head("vốn đăng ký (tỷ đồng) năm 2022"), unit_of_head("sản lượng (tấn)"), unit_of_head("giải ngân (đến 30/9/2023)")
    ('tỷ đồng', 'tấn', '')
    """
    match = IN_PARENTHESES.search(heads) or _UNIT_THEN_TIME.search(heads)
    told = match is not None and any(letter.isalpha() or letter in "%‰" for letter in match[1])
    return _unit_told(match[1]) if match is not None and told else ""


def _unit_told(words: str) -> str:
    """The unit within parentheses, which may tell prices or a day too: `tỷ đồng, giá so sánh 2010` → `tỷ đồng`; empty for `đến 30/9/2023`."""
    if not _DATED.search(words):
        return words.strip()
    first = words.partition(",")[0].strip()
    return first if first != words.strip() and not _DATED.search(first) and read_unit(first, 0).unit else ""
