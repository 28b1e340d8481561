"""The period before another: the same part of the year before, the term before a term. Takes and gives SDMX strings.

Which period is meant is read in `periods.py`.
"""

from __future__ import annotations

import re
from functools import lru_cache

_YEAR = re.compile(r"(?:19|20)\d\d")


def span_before(first: int, last: int) -> str:
    """The span of years before: a term meets the next in its last year, a plan of five years does not.

    >>> span_before(2015, 2020), span_before(2016, 2020)
    ('2010/2015', '2011/2015')
    """
    return f"{first - 5}/{first - 1}" if last - first == 4 else f"{2 * first - last}/{first}"


@lru_cache(maxsize=1024)
def same_period_before(period: str) -> str:
    """The same period a year before; for a span of years the span before it.

    >>> same_period_before("2023-Q3"), same_period_before("2023-01/2023-09"), same_period_before("2019"), same_period_before("2015/2020")
    ('2022-Q3', '2022-01/2022-09', '2018', '2010/2015')
    """
    first, _, last = period.partition("/")
    if last and len(first) == 4 and len(last) == 4:
        return span_before(int(first), int(last))
    return (
        _YEAR.sub(lambda match: str(int(match[0]) - 1), period, count=0)
        if last
        else str(int(period[:4]) - 1) + period[4:]
    )
