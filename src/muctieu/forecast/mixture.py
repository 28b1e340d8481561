"""Several models on several scales as one distribution, each weighted by how well it foretold the series itself.

Takes times and values, gives a `Mixture`: probabilities and quantiles of the value at a later time. The weights come
from a rolling-origin backtest on the series: each point from the fourth on is foretold from the points before it, and
a model's weight is multiplied by the density that it had given to what came (Dawid, "Statistical theory: the
prequential approach", JRSS A 147, 1984). Never uses randomness.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

from muctieu.forecast import student
from muctieu.forecast.models import MODELS, Predictor, coefficients, predictors
from muctieu.forecast.scale import Scale

Array = NDArray[np.float64]
# No yearly indicator is foretold to much better than a sixth of its usual change, however straight its few points happen to
# lie: with it the interval covers on smooth series that then break, too (benchmarks/forecast_coverage.py).
LEAST = 0.15
ORIGINS = 15  # the latest origins that the backtest looks at: older ones say little of now


@dataclass(frozen=True)
class Mixture:
    """Student's t distributions, one for each scale and model.

    Centres, spreads, degrees of freedom, weights that sum to one.
    """

    scales: tuple[Scale, ...]
    centres: Array  # (scales, models)
    spreads: Array
    freedoms: tuple[int, ...]  # by model
    weights: Array

    @cached_property
    def _by_freedom(self) -> dict[int, list[int]]:
        groups: dict[int, list[int]] = {}
        for index, freedom in enumerate(self.freedoms):
            groups.setdefault(freedom, []).append(index)
        return groups

    def below(self, values: ArrayLike) -> Array:
        """P(value ≤ x) for each x, the bounds left aside."""
        points = np.asarray(values, dtype=np.float64)
        total = np.zeros_like(points)
        for row, scale in enumerate(self.scales):
            scaled = _unbounded(scale, points)[..., None]
            for freedom, columns in self._by_freedom.items():
                standard = (scaled - self.centres[row, columns]) / self.spreads[row, columns]
                total = total + student.cumulative(standard, freedom) @ self.weights[row, columns]
        return total

    def quantiles(self, probabilities: Sequence[float]) -> Array:
        """The values at the given probabilities, by narrowing a bracket that all models' own quantiles span."""
        low, high = np.empty(len(probabilities)), np.empty(len(probabilities))
        for place, probability in enumerate(probabilities):
            reach = np.array([student.quantile(probability, freedom) for freedom in self.freedoms])
            ends = [scale.back(self.centres[row] + self.spreads[row] * reach) for row, scale in enumerate(self.scales)]
            low[place], high[place] = np.min(ends), np.max(ends)
        wanted = np.asarray(probabilities)[:, None]
        for _ in range(5):
            grid = low[:, None] + (high - low)[:, None] * np.linspace(0.0, 1.0, 33)
            under = np.maximum((self.below(grid) < wanted).sum(axis=1) - 1, 0)
            width = (high - low) / 32
            low = low + width * under
            high = np.minimum(high, low + width)
        return (low + high) / 2

    def shares(self) -> dict[str, float]:
        """The weight of each model over all scales, by name."""
        return {model.name: float(weight) for model, weight in zip(MODELS, self.weights.sum(axis=0), strict=True)}


def _unbounded(scale: Scale, points: Array) -> Array:
    """Points on the scale, a point at or past a bound being infinitely far (or on the plain scale, where it is)."""
    if scale.name == "plain":
        return points
    with np.errstate(divide="ignore", invalid="ignore"):
        scaled = scale._replace(margin=0.0).to(np.clip(points, scale.lower, scale.upper))
    return np.asarray(np.clip(np.nan_to_num(scaled, posinf=1e12, neginf=-1e12), -1e12, 1e12))


def _spread(predictor: Predictor, values: Array, floor: float) -> Array:
    """Standard error of the predictions (horizons,): never less than what rounding alone would make of it."""
    squared = max(float(values @ predictor.residual @ values), 0.0) / predictor.freedom
    return np.sqrt((squared + floor**2) * predictor.factor)


def _evidence(times: tuple[float, ...], scaled: Array, floor: float, season: int) -> Array:
    """Log density that each model gave to the points it had not seen, summed over the latest origins (models,)."""
    score = np.zeros(len(MODELS))
    start = max(coefficients(season) + 1, len(times) - ORIGINS)
    for origin in range(start, len(times)):
        seen = scaled[:origin]
        for index, predictor in enumerate(predictors(times[:origin], times[origin : origin + 1], season)):
            spread = _spread(predictor, seen, floor)[0]
            surprise = (scaled[origin] - predictor.weights[0] @ seen) / spread
            score[index] += student.log_density(surprise, predictor.freedom) - np.log(spread)
    return score


def mixtures(
    times: tuple[float, ...],
    values: Array,
    horizons: tuple[float, ...],
    scales: tuple[Scale, ...],
    resolution: float,
    season: int,
) -> tuple[Mixture, ...]:
    """One mixture for each horizon.

    Times are in steps of the series; `resolution` is one step of the last digit of the values.
    """
    score = np.empty((len(scales), len(MODELS)))
    centres = np.empty((len(horizons), len(scales), len(MODELS)))
    spreads = np.empty_like(centres)
    final = predictors(times, horizons, season)
    start = max(coefficients(season) + 1, len(times) - ORIGINS)
    for row, scale in enumerate(scales):
        scaled = scale.to(values)
        # Shift and size are taken out, so that budgets in đồng and shares in % lose no digits.
        shift, size = float(scaled[0]), float(np.ptp(scaled)) or 1.0
        standard = (scaled - shift) / size
        steepness = np.exp(float(np.median(scale.log_slope(values))))
        rounding = resolution * steepness / np.sqrt(12.0) / size
        usual = LEAST * float(np.mean(np.abs(np.diff(standard))))
        floor = max(float(np.hypot(rounding, usual)), 1e-9)
        score[row] = _evidence(times, standard, floor, season) - (len(times) - start) * np.log(size)
        score[row] += float(scale.log_slope(values[start:]).sum()) + np.log([model.weight for model in MODELS])
        for index, predictor in enumerate(final):
            centres[:, row, index] = shift + size * (predictor.weights @ standard)
            spreads[:, row, index] = size * _spread(predictor, standard, floor)
    weights = np.exp(score - score.max())
    weights /= weights.sum()
    freedoms = tuple(predictor.freedom for predictor in final)
    return tuple(Mixture(scales, centres[i], spreads[i], freedoms, weights) for i in range(len(horizons)))
