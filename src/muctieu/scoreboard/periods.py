"""The days that a period covers, from its SDMX form. Takes text, gives days or None; never guesses."""

from __future__ import annotations

import re
from datetime import date, timedelta

SHAPE = re.compile(
    r"(?P<year>\d{4})(?:-(?:S(?P<half>[12])|Q(?P<quarter>[1-4])|(?P<month>\d{2})(?:-(?P<day>\d{2}))?))?\Z"
)


def covered(period: str) -> tuple[date, date] | None:
    """The first day of a period and the day after its last; None where there is no such period.

    >>> covered("2023-Q4")
    (datetime.date(2023, 10, 1), datetime.date(2024, 1, 1))
    >>> covered("2023-01/2023-09")
    (datetime.date(2023, 1, 1), datetime.date(2023, 10, 1))
    >>> covered("2023-13") is None, covered("2024/2023") is None
    (True, True)
    """
    if "/" in period:
        first, _, last = period.partition("/")
        ends = _part(first), _part(last)
        if ends[0] is None or ends[1] is None or ends[1][1] <= ends[0][0]:
            return None
        return ends[0][0], ends[1][1]
    return _part(period)


def _part(text: str) -> tuple[date, date] | None:
    found = SHAPE.match(text)
    if not found:
        return None
    year = int(found["year"])
    try:
        if found["day"]:
            day = date(year, int(found["month"]), int(found["day"]))
            return day, day + timedelta(days=1)
        if found["half"]:
            return _months(year, 6 * int(found["half"]) - 5, 6)
        if found["quarter"]:
            return _months(year, 3 * int(found["quarter"]) - 2, 3)
        return _months(year, int(found["month"]), 1) if found["month"] else _months(year, 1, 12)
    except ValueError:
        return None


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    after = year * 12 + month - 1 + count
    return date(year, month, 1), date(after // 12, after % 12 + 1, 1)
