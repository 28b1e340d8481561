"""A forecast: an interval at a later time, and the probability that a target is reached.

Takes the times and values of one series (3 to some 60 points, any spacing), gives a `Forecast` or `TooFew`. Never
guesses from fewer points, never leaves the bounds it is given, uses no randomness and reads no clock.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from math import isfinite

import numpy as np

from muctieu.errors import Language, ValueInvalid
from muctieu.forecast.mixture import Mixture, mixtures
from muctieu.forecast.models import fewest_points
from muctieu.forecast.scale import scales_for

LEVEL = 0.8


@dataclass(frozen=True, slots=True)
class TooFew:
    """No forecast: the series has `points` points and at least `needed` are."""

    points: int
    needed: int

    def sentence(self, language: Language = "vi") -> str:
        """What a person reads in place of the interval."""
        if language == "vi":
            return (
                f"Mới có {self.points} số liệu, cần ít nhất {self.needed} để dự báo; hãy bổ sung số liệu các kỳ trước."
            )
        return f"There are {self.points} observations, a forecast needs {self.needed}; add those of earlier periods."


@dataclass(frozen=True, slots=True)
class Forecast:
    """What is expected at `time`: a middle, as likely passed as not, and an interval that holds with chance `level`.

    All values are in the unit of the series. `shares` says how much each model counts, by name, summing to one.
    """

    time: float
    middle: float
    low: float
    high: float
    level: float
    points: int
    shares: tuple[tuple[str, float], ...]
    _mixture: Mixture = field(repr=False, compare=False)
    _resolution: float = field(repr=False, compare=False)

    def probability_at_least(self, target: float) -> float:
        """Probability that the value, rounded as the series is, is `target` or more."""
        return _unit(1 - float(self._mixture.below(target - self._resolution / 2)))

    def probability_at_most(self, target: float) -> float:
        """Probability that the value, rounded as the series is, is `target` or less."""
        return _unit(float(self._mixture.below(target + self._resolution / 2)))

    def probability_between(self, low: float, high: float) -> float:
        """Probability that the value, rounded as the series is, lies in [low, high]."""
        return _unit(self.probability_at_least(low) + self.probability_at_most(high) - 1)


def _unit(probability: float) -> float:
    return min(1.0, max(0.0, probability))


def forecast(
    times: Sequence[float],
    values: Sequence[float],
    horizon: float,
    *,
    level: float = LEVEL,
    lower: float | None = None,
    upper: float | None = None,
    resolution: float | None = None,
    season: int = 1,
) -> Forecast | TooFew:
    """The forecast of a series at `horizon` (a time after the last).

    `times` rise strictly and are in years, or in months or quarters when `season` is 12 or 4. `lower` and `upper`
    bound what the value can be (0 and 100 for a share in %, 0 for a count). `resolution` is one step of the last
    digit written, by default read off the values. Raises ValueInvalid where times do not rise, a value is no number
    or is out of its bounds.

    >>> poverty = [5.2, 4.5, 4.1, 3.6, 3.0, 2.6]
    >>> result = forecast(range(2015, 2021), poverty, 2025, lower=0, upper=100)
    >>> isinstance(result, Forecast) and 0 <= result.low < result.middle < result.high < 2.6
    True
    >>> forecast([2019, 2020], [3.0, 2.6], 2025)
    TooFew(points=2, needed=3)
    """
    result = forecast_path(
        times, values, [horizon], level=level, lower=lower, upper=upper, resolution=resolution, season=season
    )
    return result if isinstance(result, TooFew) else result[0]


def forecast_path(
    times: Sequence[float],
    values: Sequence[float],
    horizons: Sequence[float],
    *,
    level: float = LEVEL,
    lower: float | None = None,
    upper: float | None = None,
    resolution: float | None = None,
    season: int = 1,
) -> tuple[Forecast, ...] | TooFew:
    """As `forecast`, at several horizons at once: the fan of a chart."""
    _check(times, values, horizons, level, lower, upper)
    needed = fewest_points()
    if len(times) < needed:
        return TooFew(len(times), needed)
    if len(times) < fewest_points(season):
        season = 1  # too short to tell the seasons apart: they are left in the error, which only widens the interval
    step = 1.0 if season > 1 else float(np.median(np.diff(np.asarray(times, dtype=np.float64))))
    first = times[0]
    steps = tuple((time - first) / step for time in times)
    ahead = tuple((horizon - first) / step for horizon in horizons)
    numbers = np.asarray(values, dtype=np.float64)
    finest = _resolution(values) if resolution is None else resolution
    mixed = mixtures(steps, numbers, ahead, scales_for(numbers, lower, upper, finest), finest, season)
    return tuple(
        _described(mixture, horizon, level, len(times), finest, lower, upper)
        for mixture, horizon in zip(mixed, horizons, strict=True)
    )


def _described(
    mixture: Mixture,
    time: float,
    level: float,
    points: int,
    resolution: float,
    lower: float | None,
    upper: float | None,
) -> Forecast:
    ends = mixture.quantiles([(1 - level) / 2, 0.5, (1 + level) / 2])
    if resolution > 0:
        ends = np.round(ends / resolution) * resolution  # what will be read is rounded as the series is
    low, middle, high = (float(end) for end in np.clip(ends, lower, upper))
    shares = tuple(mixture.shares().items())
    return Forecast(float(time), middle, low, high, level, points, shares, mixture, resolution)


def _resolution(values: Sequence[float]) -> float:
    """One step of the last digit in which the values are written.

    >>> _resolution([41.05, 39.8]), _resolution([3000.0, 3250.0]), _resolution([0.0])
    (0.01, 10.0, 1.0)
    """
    exponents = [Decimal(repr(float(value))).normalize().as_tuple().exponent for value in values if value]
    whole = [exponent for exponent in exponents if isinstance(exponent, int)]
    return float(f"1e{min(whole, default=0)}")


def _check(
    times: Sequence[float],
    values: Sequence[float],
    horizons: Sequence[float],
    level: float,
    lower: float | None,
    upper: float | None,
) -> None:
    if len(times) != len(values):
        raise _invalid("times", len(times), f"có {len(values)} giá trị.", f"there are {len(values)} values.")
    if not 0 < level < 1:
        raise _invalid("level", level, "phải nằm giữa 0 và 1.", "it must lie between 0 and 1.")
    for time, value in zip(times, values, strict=True):
        if not isfinite(value):
            raise _invalid(f"series[{time:g}]", value, "phải là một số.", "it must be a number.")
        if (lower is not None and value < lower) or (upper is not None and value > upper):
            bounds = f"[{'' if lower is None else f'{lower:g}'}; {'' if upper is None else f'{upper:g}'}]"
            raise _invalid(
                f"series[{time:g}]", value, f"nằm ngoài giới hạn {bounds}; hãy sửa số liệu hoặc bỏ giới hạn.",
                f"it is outside the bounds {bounds}; correct it or drop the bounds.",
            )  # fmt: skip
    for before, after in pairwise(times):
        if after <= before:
            raise _invalid(
                f"series[{before:g}]", after, "mỗi kỳ chỉ được có một giá trị, xếp theo thứ tự thời gian.",
                "each period has one value, in order of time.",
            )  # fmt: skip
    for horizon in horizons:
        if times and horizon <= times[-1]:
            raise _invalid(
                "horizon", horizon, f"phải sau số liệu cuối cùng ({times[-1]:g}).",
                f"it must come after the last observation ({times[-1]:g}).",
            )  # fmt: skip


def _invalid(place: str, value: object, reason_vi: str, reason_en: str) -> ValueInvalid:
    return ValueInvalid(place=place, value=value, reason_vi=reason_vi, reason_en=reason_en)
