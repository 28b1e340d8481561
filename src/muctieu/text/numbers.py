"""A number as it is written → its exact value and the size of its last digit's step. Knows nothing of units.

Vietnamese style: the dot groups thousands, the comma parts decimals (`14.882`, `2,63`). The slips that people make are read as
they are meant: `1.9` and `0.125` have a decimal dot, `6,575.5` is English style, `1 250` is grouped by a blank.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

# Digits with their separators; a blank groups thousands only between three-digit groups after one to three digits.
# Its first digit stands alone, so that a search for it passes over everything else at once.
NUMBER = r"\d\d*(?:[.,]\d+)*"
SPACED = re.compile(r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:,\d{1,3})?(?![\d.,]*\d)")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")  # the way most large numbers are written

_TEN = Decimal(10)


def parse_number(words: str, counted: bool = False) -> tuple[Decimal, int]:
    """The value and the number of decimals of a written number; `counted` says that it counts things, which have no fractions.

    >>> parse_number("14.882"), parse_number("2,63"), parse_number("1.9")
    ((Decimal('14882'), 0), (Decimal('2.63'), 2), (Decimal('1.9'), 1))
    >>> parse_number("6,575.5"), parse_number("6.575,558"), parse_number("0.125")
    ((Decimal('6575.5'), 1), (Decimal('6575.558'), 3), (Decimal('0.125'), 3))
    >>> parse_number("13,474"), parse_number("1,250", counted=True), parse_number("1 250")
    ((Decimal('13.474'), 3), (Decimal('1250'), 0), (Decimal('1250'), 0))
    """
    if words.isdigit():
        return Decimal(words), 0
    if " " in words:
        words = "".join(words.split())  # `5 430,6`
    if _THOUSANDS.fullmatch(words) is not None:
        return Decimal(words.replace(".", "")), 0
    whole, _, fraction = words.partition(",")
    if not counted and whole.isdigit() and fraction.isdigit():
        return Decimal(f"{whole}.{fraction}"), len(fraction)
    dots = words.count(".")
    commas = words.count(",")
    if not dots and not commas:
        return Decimal("".join(words.split())), 0
    if dots and commas:
        decimal_mark = "," if words.rfind(",") > words.rfind(".") else "."
        if words.count(decimal_mark) > 1:
            decimal_mark = ""
    elif dots:
        decimal_mark = "" if _grouped(words, ".") else "."
    else:
        decimal_mark = "" if (commas > 1 or counted) and _grouped(words, ",") else ","
    if not decimal_mark or words.count(decimal_mark) > 1:
        return Decimal(words.replace(".", "").replace(",", "")), 0
    whole, _, fraction = words.rpartition(decimal_mark)
    whole = whole.replace(".", "").replace(",", "")
    return Decimal(f"{whole}.{fraction}"), len(fraction)


def _grouped(words: str, mark: str) -> bool:
    """Whether the mark parts groups of three digits, as thousands are grouped."""
    first, *groups = words.split(mark)
    return 0 < len(first) <= 3 and first[0] != "0" and all(len(group) == 3 for group in groups)


@cache
def step(decimals: int) -> Decimal:
    """The size of one step of the last digit written: 10 to the minus decimals."""
    return _TEN**-decimals
