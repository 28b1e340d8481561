"""Named ways to measure progress towards a target: `linear`, `cagr`, `eurostat`.

Takes numbers (a base value and its time, the latest value and its time, the target and its time, times in years) and
gives a `Progress`. Never divides by zero, never fails on a falling target, and says `None` where a way has no
meaning.

`linear`    the way gone as a share of the way there, over the share of the time gone.
`cagr`      Open SDG's measure: observed compound annual growth rate over the growth rate required, with its thresholds
            (Open SDG documentation, "Progress Measurement Methodology for the Sustainable Development Goals",
            docs/progress-methodology.md: R ≥ 95% on track, 60-95% acceleration needed, 0-60% limited, < 0
            deterioration; a base value or target of zero is replaced by 0.001; values of both signs cannot be
            assessed).
`eurostat`  the same ratio as a score from −5 to +5, linear from −60% (−5) over 60% (0) to 130% (+5); a target that is
reached
            scores 5 (Eurostat, Sustainable development in the European Union: monitoring report, annex on the
            assessment of indicator trends; the cut-off points as set out in the Open SDG page above, figure 2).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

Category = Literal["achieved", "on_track", "acceleration", "limited", "deterioration"]
Method = Literal["linear", "cagr", "eurostat"]
NEAR_ZERO = 0.001


class Course(NamedTuple):
    """The course of a target.

    Base value and time, latest value and time, aim and its time; `rising` is better when True.
    """

    base_time: float
    base: float
    time: float
    value: float
    end: float
    aim: float
    rising: bool = True

    @property
    def is_achieved(self) -> bool:
        """Whether the latest value is at the aim or better."""
        return self.value >= self.aim if self.rising else self.value <= self.aim


class Progress(NamedTuple):
    """A measure of progress.

    The ratio to what was required (1 is just enough), Open SDG's category, a score of −5 to +5.
    """

    method: Method
    ratio: float | None
    category: Category
    score: float


def way_share(course: Course) -> float | None:
    """How much of the way from base to aim is gone (1 is there, below 0 is away); None where base and aim are one.

    >>> way_share(Course(2020, 20.0, 2023, 14.0, 2025, 10.0, rising=False))
    0.6
    """
    return None if course.aim == course.base else (course.value - course.base) / (course.aim - course.base)


def time_share(start: float, now: float, end: float) -> float:
    """How much of the time from start to end is gone, from 0 to 1."""
    return min(1.0, max(0.0, (now - start) / (end - start)))


def linear(course: Course) -> Progress | None:
    """Share of the way over share of the time; None where no time has gone or base and aim are one and not held.

    >>> linear(Course(2020, 50.0, 2023, 56.0, 2025, 60.0)).ratio
    1.0
    """
    gone = time_share(course.base_time, course.time, course.end)
    if gone <= 0:
        return None
    share = way_share(course)
    return _progress("linear", course, None if share is None or _starts_better(course) else share / gone)


def cagr(course: Course) -> Progress | None:
    """Observed over required compound growth, as Open SDG; None where values have both signs or no time has gone.

    >>> cagr(Course(2020, 100.0, 2022, 110.0, 2025, 125.0)).category
    'on_track'
    >>> cagr(Course(2020, 5.0, 2022, 4.0, 2025, 0.0, rising=False)).category
    'limited'
    """
    return _by_growth("cagr", course)


def eurostat(course: Course) -> Progress | None:
    """The ratio of `cagr` as a score from −5 to +5.

    >>> eurostat(Course(2020, 100.0, 2021, 95.0, 2025, 125.0)).score
    -5.0
    """
    return _by_growth("eurostat", course)


METHODS: dict[Method, Callable[[Course], Progress | None]] = {"linear": linear, "cagr": cagr, "eurostat": eurostat}


def _by_growth(method: Method, course: Course) -> Progress | None:
    if course.time <= course.base_time:
        return None
    base, value, aim = (number or NEAR_ZERO for number in (course.base, course.value, course.aim))
    if not (min(base, value, aim) > 0 or max(base, value, aim) < 0):
        return _progress(method, course, None) if course.is_achieved else None
    rising = course.rising
    if base < 0:
        base, value, aim, rising = -base, -value, -aim, not rising
    observed = (value / base) ** (1 / (course.time - course.base_time)) - 1
    required = (aim / base) ** (1 / (course.end - course.base_time)) - 1
    ratio = None if required == 0 else (1 if rising else -1) * observed / abs(required)
    return _progress(method, course, ratio)


def _starts_better(course: Course) -> bool:
    """Whether the base was already past the aim, so that «the way there» runs backwards."""
    return course.base > course.aim if course.rising else course.base < course.aim


def _progress(method: Method, course: Course, ratio: float | None) -> Progress:
    if course.is_achieved:
        return Progress(method, ratio, "achieved", 5.0)
    if ratio is None:  # the aim was held at the base and is lost
        return Progress(method, None, "deterioration", -5.0)
    return Progress(method, ratio, _category(ratio), _score(ratio))


def _category(ratio: float) -> Category:
    if ratio >= 0.95:
        return "on_track"
    if ratio >= 0.6:
        return "acceleration"
    return "limited" if ratio >= 0 else "deterioration"


def _score(ratio: float) -> float:
    """Linear from −60% (−5) over 60% (0) to 130% (+5)."""
    score = (ratio - 0.6) / (0.7 if ratio > 0.6 else 1.2) * 5
    return min(5.0, max(-5.0, score))
