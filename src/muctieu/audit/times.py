"""Periods in months, so that longer ones can be made of shorter ones. Takes the SDMX strings of claims."""

from __future__ import annotations

import re
from functools import cache

YEARS = re.compile(r"(\d{4})/(\d{4})")
"""A period from one year to another."""


@cache
def months_of(period: str | None) -> tuple[int, int] | None:
    """The first and last month of a period, counted from year 0; None for a day or no period.

    >>> months_of("2024-Q2") == months_of("2024-04/2024-06"), months_of("2024-01-31")
    (True, None)
    """
    if period is None:
        return None
    first, _, last = period.partition("/")
    start = _months(first)
    end = _months(last) if last else start
    return None if start is None or end is None else (start[0], end[1])


def is_day_within(first: str, second: str) -> bool:
    """Is one of them a day, and the other a longer time that holds it?

    >>> is_day_within("2024-S1", "2024-06-15"), is_day_within("2024-06-15", "2023")
    (True, False)
    """
    time, day = sorted((first, second), key=lambda period: period.count("-") == 2 and "/" not in period)
    months, month = months_of(time), months_of(day[:7])
    is_day = day.count("-") == 2 and "/" not in day
    return is_day and months is not None and month is not None and months[0] <= month[0] <= months[1]


def _months(part: str) -> tuple[int, int] | None:
    """The months of one period without a slash."""
    year, _, rest = part.partition("-")
    if not year.isdigit():
        return None
    base = int(year) * 12
    if not rest:
        return base, base + 11
    if rest[0] in "QS" and rest[1:].isdigit():
        length = 3 if rest[0] == "Q" else 6
        start = base + (int(rest[1:]) - 1) * length
        return start, start + length - 1
    if rest.isdigit():
        return base + int(rest) - 1, base + int(rest) - 1
    return None
