"""The backtest: forecasts made at earlier dates, held against what came.

Takes many series, gives for each number of steps ahead how often the interval held the value and how much nearer the
middle came than two plain ways (the last value, the straight line by least squares). Never lets a forecast see what
came after its origin.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from muctieu.forecast.forecast import LEVEL, TooFew, forecast_path


class Series(NamedTuple):
    """One series of a backtest: times, values, and the bounds that the values keep (None: none)."""

    times: Sequence[float]
    values: Sequence[float]
    lower: float | None = None
    upper: float | None = None


class BacktestRow(NamedTuple):
    """One number of steps ahead, or all together (`steps` 0).

    `coverage` is the share of values that fell in the interval; `skill_last` and `skill_line` are 1 − error / error
    of the plain way, the errors absolute and each series' in units of its own mean absolute change: above zero is
    better than the plain way. `width` is the mean width of the interval in the same units.
    """

    steps: int
    forecasts: int
    coverage: float
    skill_last: float
    skill_line: float
    width: float


@dataclass(frozen=True, slots=True)
class BacktestReport:
    """What came out, a row for each number of steps ahead and one for all."""

    level: float
    series: int
    rows: tuple[BacktestRow, ...]

    @property
    def total(self) -> BacktestRow:
        """The row over all steps."""
        return self.rows[-1]


class _Trial(NamedTuple):
    steps: int
    covered: bool
    error: float
    error_last: float
    error_line: float
    width: float


def backtest(
    series: Iterable[Series],
    *,
    level: float = LEVEL,
    fewest: int = 5,
    steps: Sequence[int] = (1, 2, 3),
    latest: int | None = None,
) -> BacktestReport:
    """Forecast each series from every origin with at least `fewest` points, `steps` points ahead, and compare.

    `latest` keeps the last so many origins of each series. Series that never change are left out: they have no unit
    of error.

    >>> report = backtest([Series(range(2010, 2020), [1.0, 2.1, 2.9, 4.2, 5.0, 6.1, 6.8, 8.1, 9.0, 10.2])])
    >>> report.total.forecasts
    12
    """
    trials: list[_Trial] = []
    count = 0
    for one in series:
        count += 1
        unit = float(np.mean(np.abs(np.diff(one.values)))) if len(one.values) > 1 else 0.0
        if unit > 0:
            trials.extend(_trials(one, unit, level, fewest, steps, latest))
    groups: dict[int, list[_Trial]] = defaultdict(list)
    for trial in trials:
        groups[trial.steps].append(trial)
    rows = [_row(ahead, groups[ahead]) for ahead in sorted(groups)]
    return BacktestReport(level, count, (*rows, _row(0, trials)))


def _trials(
    one: Series, unit: float, level: float, fewest: int, steps: Sequence[int], latest: int | None
) -> list[_Trial]:
    found = []
    origins = range(fewest, len(one.times) - min(steps) + 1)
    for origin in origins if latest is None else origins[-latest:]:
        ahead = [step for step in steps if origin - 1 + step < len(one.times)]
        times, values = one.times[:origin], one.values[:origin]
        horizons = [one.times[origin - 1 + step] for step in ahead]
        path = forecast_path(times, values, horizons, level=level, lower=one.lower, upper=one.upper)
        if isinstance(path, TooFew):
            continue
        slope, level_at_zero = np.polyfit(np.asarray(times, float) - times[0], values, 1)
        for step, made in zip(ahead, path, strict=True):
            came = one.values[origin - 1 + step]
            line = level_at_zero + slope * (made.time - times[0])
            found.append(
                _Trial(
                    step, made.low <= came <= made.high, abs(made.middle - came) / unit, abs(values[-1] - came) / unit,
                    abs(line - came) / unit, (made.high - made.low) / unit,
                )
            )  # fmt: skip
    return found


def _row(steps: int, trials: Sequence[_Trial]) -> BacktestRow:
    if not trials:
        return BacktestRow(steps, 0, float("nan"), float("nan"), float("nan"), float("nan"))
    error = sum(trial.error for trial in trials)
    last = sum(trial.error_last for trial in trials)
    line = sum(trial.error_line for trial in trials)
    return BacktestRow(
        steps,
        len(trials),
        sum(trial.covered for trial in trials) / len(trials),
        1 - error / last if last else 0.0,
        1 - error / line if line else 0.0,
        sum(trial.width for trial in trials) / len(trials),
    )
