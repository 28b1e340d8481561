"""Parts of one year as periods: halves, quarters, months and days, and spans of them. Takes numbers only, no words.

Which part is meant is read in `periods.py`.
"""

from __future__ import annotations

import re
from calendar import monthrange


def within_year(form: str, year: int, last: int, part: int) -> str | None:
    """A period within one year: half, quarter, month, span of months, day."""
    if form == "quarter":
        return f"{year}-Q{part}"
    if form == "month":
        return f"{year}-{part:02d}" if 1 <= part <= 12 else None
    if form == "months":
        return f"{year}-{part:02d}/{year}-{last:02d}" if 1 <= part < last <= 12 else None
    if form == "todate":
        return f"{year}-01-01/{year}-{last:02d}-{part:02d}" if 1 <= last <= 12 and 1 <= part <= 31 else None
    if form == "days":
        return days_of(year, last, part)
    if form == "daysacross":
        return f"{year}-{last // 100:02d}-{last % 100:02d}/{year + 1}-{part // 100:02d}-{part % 100:02d}"
    if form == "date":
        return f"{year}-{last:02d}-{part:02d}" if 1 <= last <= 12 and 1 <= part <= 31 else None
    if form in ("firstmonths", "baremonths"):
        return months_of(year, part, last)
    return None


def days_of(year: int, begin: int, close: int) -> str | None:
    """From one day to another (month × 100 + day); whole months are written as months.

    >>> days_of(2025, 701, 1130), days_of(2025, 1215, 1230), days_of(2025, 1341, 1350)
    ('2025-07/2025-11', '2025-12-15/2025-12-30', None)
    """
    first, day = divmod(begin, 100)
    last, until = divmod(close, 100)
    if not (1 <= first <= last <= 12 and 1 <= day <= 31 and 1 <= until <= 31):
        return None
    if day == 1 and until == monthrange(year, last)[1]:
        return f"{year}-{first:02d}/{year}-{last:02d}" if first < last else f"{year}-{first:02d}"
    return f"{year}-{first:02d}-{day:02d}/{year}-{last:02d}-{until:02d}"


def months_of(year: int, months: int, which: int) -> str | None:
    """The first or last n months of a year: six are a half, three a quarter, twelve the year.

    >>> months_of(2023, 9, 1), months_of(2024, 6, 1), months_of(2023, 3, 2), months_of(2023, 4, 1)
    ('2023-01/2023-09', '2024-S1', '2023-Q4', '2023-01/2023-04')
    """
    if not 1 <= months <= 12:
        return None
    if months == 12:
        return str(year)
    if months == 6:
        return f"{year}-S{which}"
    if months == 3:
        return f"{year}-Q{1 if which == 1 else 4}"
    if months == 1:
        return f"{year}-{1 if which == 1 else 12:02d}"
    return f"{year}-01/{year}-{months:02d}" if which == 1 else f"{year}-{13 - months:02d}/{year}-12"


def period_before(period: str | None) -> str | None:
    """The month or quarter before: `2024-06` → `2024-05`; None where it is neither."""
    if period is None:
        return None
    match = re.fullmatch(r"(\d{4})-(Q?)(\d+)", period.rsplit("/", 1)[-1])
    if match is None:
        return None
    year, quarter, number = int(match[1]), match[2], int(match[3])
    number -= 1
    if not number:
        year, number = year - 1, 4 if quarter else 12
    return f"{year}-Q{number}" if quarter else f"{year}-{number:02d}"


def budget_year(day: str) -> str:
    """The year that a day set for the end of its spending closes: 31 December, or a day of the January after; else the day.

    >>> budget_year("2024-12-31"), budget_year("2024-01-31"), budget_year("2024-09-30")
    ('2024', '2023', '2024-09-30')
    """
    if day.endswith("-12-31"):
        return day[:4]
    return str(int(day[:4]) - 1) if day[5:7] == "01" else day
