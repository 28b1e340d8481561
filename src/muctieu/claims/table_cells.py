"""What the cells of a column hold, whatever its head says: values, years that name the rows, ordinals, differences. Takes their words in lower case; knows no columns."""

from __future__ import annotations

import itertools
import re

from muctieu.text.numbers import NUMBER, parse_number

VALUE = re.compile(
    rf"\s*(?P<comparator>≥|≤|>|<|~|trên|dưới|từ|khoảng|tối thiểu|không quá|hơn|gần)?\s*(?P<sign>[-–−+(]|tăng|giảm)?\s?(?P<number>\d{{1,3}}(?: \d{{3}})+(?![\d.,])|{NUMBER})"
    rf"(?:\s?(?:[-–—]|đến)\s?(?P<second>{NUMBER})|/(?P<whole>{NUMBER}))?(?P<unit>[^\d\t\n]{{0,40}})$"
)
YEAR_ALONE = re.compile(r"(?:19|20)\d\d$")
_SMALLEST_MULTIPLE = 40


def names_years(cells: list[str]) -> bool:
    """Whether the cells of a first column are years one after another, which name the rows: 2021, 2022, 2023, then a sum perhaps."""
    years = [int(words) for words in cells if YEAR_ALONE.fullmatch(words)]
    return len(years) > 1 and len(years) >= len(cells) - 2 and all(b - a == 1 for a, b in itertools.pairwise(years))


def counts_up(cells: list[str]) -> bool:
    """Whether the cells are ordinals: 1, 2, 3 …"""
    numbers = [int(words.rstrip(".")) for words in cells if words.rstrip(".").isdigit()]
    return len(numbers) >= 2 and numbers[0] == 1 and all(b - a in (0, 1) for a, b in itertools.pairwise(numbers))


def differ(cells: list[str]) -> bool:
    """Are per cents that compare two times differences, not multiples: is one of them below nothing, or are all of them, three or more, too small?"""
    values = [parse_number(found["number"])[0] for words in cells if (found := VALUE.match(words)) is not None]
    falls = any(words.startswith(("-", "–", "−", "(")) and VALUE.match(words) for words in cells)
    return falls or (len(values) > 2 and max(values) < _SMALLEST_MULTIPLE)
