"""The pace: how fast a series has moved, and how fast it must move from now on to reach a target.

Takes times in years and values, gives differences a year and growth in % a year. Never divides by zero: where a rate
has no meaning (from zero, or across it) the answer is None.
"""

from __future__ import annotations

from typing import NamedTuple


class Pace(NamedTuple):
    """A pace.

    `a_year` in the unit of the series, `percent_a_year` as compound growth or None where it has no meaning.
    """

    a_year: float
    percent_a_year: float | None


def pace(start: float, first: float, end: float, last: float) -> Pace | None:
    """The steady pace from `first` at time `start` to `last` at time `end`; None unless `end` is after `start`.

    >>> pace(2020, 50.0, 2025, 60.0)
    Pace(a_year=2.0, percent_a_year=3.713728933664817)
    >>> pace(2020, 0.0, 2025, 60.0)
    Pace(a_year=12.0, percent_a_year=None)
    >>> pace(2025, 50.0, 2025, 60.0) is None
    True
    """
    years = end - start
    if years <= 0:
        return None
    growth = ((last / first) ** (1 / years) - 1) * 100 if first > 0 and last > 0 else None
    return Pace((last - first) / years, growth)
