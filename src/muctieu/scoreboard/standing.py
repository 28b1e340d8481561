"""Where one target stands on a day: the status, its reason, and every figure that it rests on.

Takes a target, a series of what was known that day, and the day; gives a `Standing`. Share of plan, pace and growth
over the same period a year before are three different numbers and are kept apart. Never reads a clock, never counts a
missing figure as zero.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from muctieu.errors import Language, ValueInvalid
from muctieu.forecast import Forecast, Pace, TooFew, forecast, pace
from muctieu.observations import Gap, Point, Series
from muctieu.scoreboard.judgement import RULES, Evidence, Rules, Status, judge
from muctieu.scoreboard.progress import METHODS, Course, Method, Progress, time_share, way_share
from muctieu.scoreboard.target import Target
from muctieu.scoreboard.words import Words, period_words


@dataclass(frozen=True, slots=True)
class Standing:
    """A target on a day.

    `mean` is that of the whole years so far, of an average target alone; `share_of_plan` is the latest value (of an average
    target the mean) over the target's (1 is all of it); `way` the
    share of the way from the base value to the target; `time` the share of the time gone at the latest figure; `pace`
    the pace since the base, `needed` the pace from the latest figure to the horizon; `growth` the change in % from the
    same period a year before; `probability` that of being at the target at the horizon, from `forecast`. Each is None
    where it has no meaning. Figures after the horizon are kept in `points` and judge nothing.
    """

    target: Target
    as_of: date
    status: Status
    reason: Words
    latest: Point | None
    mean: Decimal | None
    base: Point | None
    share_of_plan: float | None
    way: float | None
    time: float | None
    pace: Pace | None
    needed: Pace | None
    growth: float | None
    growth_point: Point | None
    progress: tuple[Progress, ...]
    forecast: Forecast | TooFew | None
    probability: float | None
    points: tuple[Point, ...]
    gaps: tuple[Gap, ...] = ()

    def bounds(self, language: Language = "vi") -> str:
        """What its figures rest on where bounds changed: of what the latest was gathered, or why a later one could not be; else empty."""
        latest = self.latest
        if latest and latest.gathered:
            return f"{period_words(latest.period, language)}: {latest.gathered.sentence(language)}."
        if self.gaps and (latest is None or self.gaps[-1].period.day_after > latest.until):
            why = self.gaps[-1].why
            return why.vi if language == "vi" else why.en
        return ""

    def measure(self, method: Method) -> Progress | None:
        """The progress by one of the named methods."""
        return next((one for one in self.progress if one.method == method), None)


def assess(target: Target, series: Series, as_of: date, rules: Rules = RULES, *, foretell: bool = True) -> Standing:
    """Where `target` stands on `as_of`. `series` holds what was known that day, one point a period.
    Without `foretell` no forecast is made, and the way over the time decides in its place.

    Raises ValueInvalid where two points cover the same period.
    """
    _check(target, series)
    known = series.comparable()
    base = _base(target, known)
    since = tuple(point for point in known.points if target.start < point.year <= target.horizon)
    latest = since[-1] if since else None
    course = _course(target, base, latest)
    expected = _forecast(target, known, latest) if foretell else None
    probability = _probability(target, expected)
    way = way_share(course) if course else None
    gone = time_share(target.start + 1, latest.time, target.horizon + 1) if latest else None
    linear_ratio = METHODS["linear"](course) if course else None
    evidence = Evidence(
        target, as_of, since, base, probability, linear_ratio.ratio if linear_ratio else None, _mean(since)
    )
    status, reason = judge(evidence, rules)
    newest = max(series.points, key=lambda point: (point.until, point.first), default=None)
    before = series.year_before(newest) if newest else None
    progress = (method(course) for method in METHODS.values()) if course else ()
    return Standing(
        target=target,
        as_of=as_of,
        status=status,
        reason=reason,
        latest=latest,
        mean=evidence.mean if target.cadence == "average" else None,
        base=base,
        share_of_plan=_share_of_plan(target, evidence.mean if target.cadence == "average" else latest and latest.value),
        way=way,
        time=gone,
        pace=pace(course.base_time, course.base, course.time, course.value) if course else None,
        needed=_needed(target, course),
        growth=_growth(newest, before),
        growth_point=newest,
        progress=tuple(one for one in progress if one is not None),
        forecast=expected,
        probability=probability,
        points=series.points,
        gaps=series.gaps,
    )


def _check(target: Target, series: Series) -> None:
    for before, after in pairwise(sorted(series.points, key=lambda point: (point.first, point.until))):
        if (before.first, before.until) == (after.first, after.until):
            raise ValueInvalid(
                place=f"observations[{target.indicator}, {target.place}, {after.period}]",
                value=f"{before.value}; {after.value}",
                reason_vi="một kỳ chỉ được có một giá trị; hãy giữ giá trị đúng.",
                reason_en="a period has one value; keep the right one.",
            )


def _base(target: Target, series: Series) -> Point | None:
    """The base value: as the plan states it, else the last figure up to the end of the start year."""
    if target.baseline is not None:
        year = target.start
        return Point(str(year), date(year, 1, 1), date(year + 1, 1, 1), target.baseline, source=target.source)
    upto = [point for point in series.points if point.year <= target.start]
    return upto[-1] if upto else None


def _course(target: Target, base: Point | None, latest: Point | None) -> Course | None:
    if base is None or latest is None or target.cadence != "end":
        return None
    aim = target.aim_from(base.value)
    if aim is None:
        return None
    rising = aim >= base.value if target.figure is None else target.way == "up"
    return Course(
        base.time, float(base.value), latest.time, float(latest.value), target.horizon + 1.0, float(aim), rising
    )  # fmt: skip


def _forecast(target: Target, series: Series, latest: Point | None) -> Forecast | TooFew | None:
    end = target.horizon + 1.0
    if target.value is None or target.cadence == "average" or latest is None or latest.time >= end:
        return None
    points = [point for point in series.points if point.time <= latest.time]
    values = [float(point.value) for point in points]
    lower, upper = (None if bound is None else float(bound) for bound in (series.lower, series.upper))
    months = {point.months for point in points}
    season = {1: 12, 3: 4}.get(months.pop(), 1) if len(months) == 1 else 1
    times = [point.time for point in points]
    if season > 1:
        times = [float(round(time * season)) for time in times]
        end = float(round(end * season))
    return _forecast_of(tuple(times), tuple(values), end, lower, upper, season)


@lru_cache(maxsize=4096)
def _forecast_of(
    times: tuple[float, ...],
    values: tuple[float, ...],
    end: float,
    lower: float | None,
    upper: float | None,
    season: int,
) -> Forecast | TooFew:
    """The same series is forecast once, however many boards it stands on."""
    return forecast(times, values, end, lower=lower, upper=upper, season=season)


def _probability(target: Target, expected: Forecast | TooFew | None) -> float | None:
    if not isinstance(expected, Forecast) or target.cadence != "end":
        return None
    floor, ceiling = target.floor, target.ceiling
    if floor is not None and ceiling is not None:
        return expected.probability_between(float(floor), float(ceiling))
    if ceiling is not None:
        return expected.probability_at_most(float(ceiling))
    return None if floor is None else expected.probability_at_least(float(floor))


def _share_of_plan(target: Target, value: Decimal | None) -> float | None:
    return None if value is None or not target.figure else float(value / target.figure)


def _needed(target: Target, course: Course | None) -> Pace | None:
    """The pace from the latest figure on, within less than a year all that is still lacking; None once reached or over."""
    if course is None or course.is_achieved or course.time >= course.end:
        return None
    return pace(course.time, course.value, max(course.end, course.time + 1), course.aim)


def _growth(point: Point | None, before: Point | None) -> float | None:
    if point is None or before is None or before.value <= 0:
        return None
    return float((point.value - before.value) / before.value * 100)


def _mean(points: Iterable[Point]) -> Decimal | None:
    """The mean of the whole years."""
    values = [point.value for point in points if point.months == 12]
    return sum(values, Decimal(0)) / len(values) if values else None
