"""The simple models of a short series, and what each one predicts at a later time.

Takes the times of the points (numbers, rising, any spacing) and gives, for each model, matrices that turn the values
into a prediction: they depend on the times alone, so that a thousand series of the same years share them. Never sees
a value.

Each model is a line of regression with a known shape of error, predicted by generalised least squares; the size of
the error is estimated from the series, so that the prediction is a Student's t with (points − coefficients) degrees
of freedom, exact however short the series is (Goldberger, "Best linear unbiased prediction in the generalized linear
regression model", JASA 57, 1962; Rasmussen and Williams, Gaussian Processes for Machine Learning, 2006, section 2.7).
The error is a sum of three parts: noise that is gone the next time, steps that stay, and changes of slope that stay
(Harvey, Forecasting, Structural Time Series Models and the Kalman Filter, 1989, chapter 2).

    last      steps that stay, no growth                          the last value (Hyndman and Athanasopoulos, FPP3, 5.2)
    drift     steps that stay, steady growth                      the same, drift method
    damped    as drift, but growth ahead fades by a fifth a step  after Gardner and McKenzie, Management Science 31,
              1985
    mean      noise around a level                                the mean
    line      noise around a straight line                        the linear trend
    trend     steps that stay and a slope that wanders            local linear trend
    bend      hardly any noise, a slope that wanders much         the same, when the latest slope is nearly all that
              counts
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
FADING = 0.8


class Model(NamedTuple):
    """A model.

    The variances of its three errors (relative to each other), its growth, and its weight before any evidence.
    """

    name: str
    noise: float
    steps: float
    slopes: float
    growth: Literal["none", "steady", "damped"]
    weight: float


# The weights are not a guess: they are those at which the 80% interval covers near 80% on every kind of simulated
# series (random walk with drift, local trend, damped, stationary, noisy line) of 6 to 10 points;
# benchmarks/forecast_coverage.py.
MODELS: tuple[Model, ...] = (
    Model("last", 0.0, 1.0, 0.0, "none", 0.04),
    Model("drift", 0.0, 1.0, 0.0, "steady", 0.1),
    Model("damped", 0.0, 1.0, 0.0, "damped", 0.1),
    Model("mean", 1.0, 0.02, 0.0, "none", 0.15),
    Model("line", 1.0, 0.0, 0.0, "steady", 0.33),
    Model("trend", 0.0, 1.0, 0.5, "steady", 0.14),
    Model("bend", 0.0, 0.1, 1.0, "steady", 0.14),
)


class Predictor(NamedTuple):
    """What one model makes of values y at the given times: mean `weights @ y`, squared residual `y @ residual @ y`.

    `weights` is (horizons, points), `residual` (points, points), `factor` (horizons,): the variance of the prediction
    error at each horizon in units of the estimated error variance, `y @ residual @ y / freedom`.
    """

    weights: Array
    residual: Array
    factor: Array
    freedom: int


def fewest_points(season: int = 1) -> int:
    """The fewest points from which an interval is given.

    Three, or for a seasonal series two whole seasons and one more point.
    """
    return 3 if season == 1 else 2 * season + 1


def coefficients(season: int = 1) -> int:
    """The largest number of coefficients that a model estimates.

    Level, growth, and one for each season but the first.
    """
    return 2 + (season - 1)


def _covariance(model: Model, left: Array, right: Array) -> Array:
    """Covariance of the model's errors between two sets of times.

    Noise, Brownian motion, integrated Brownian motion.
    """
    earlier, later = np.minimum.outer(left, right), np.maximum.outer(left, right)
    same = np.equal.outer(left, right)
    return model.noise * same + model.steps * earlier + model.slopes * (earlier**2 * later / 2 - earlier**3 / 6)


def _basis(model: Model, times: Array, last: float, season: int) -> Array:
    """The regression's columns at `times`: level, growth (fading after `last` if damped), seasons."""
    columns = [np.ones_like(times)]
    if model.growth == "steady":
        columns.append(times)
    elif model.growth == "damped":
        ahead = np.maximum(times - last, 0.0)
        columns.append(np.minimum(times, last) + (1 - FADING**ahead) * FADING / (1 - FADING))
    phase = np.round(times).astype(int) % season
    columns.extend((phase == one).astype(np.float64) for one in range(1, season))
    return np.column_stack(columns)


def _predictor(model: Model, times: Array, horizons: Array, season: int) -> Predictor:
    covariance = _covariance(model, times, times)
    inverse = np.linalg.inv(covariance)
    columns = _basis(model, times, float(times[-1]), season)
    ahead = _basis(model, horizons, float(times[-1]), season)
    projected = columns.T @ inverse
    spread = np.linalg.inv(projected @ columns)
    fit = spread @ projected
    leftover = np.eye(len(times)) - columns @ fit
    across = _covariance(model, times, horizons)
    weights = ahead @ fit + across.T @ inverse @ leftover
    missing = ahead.T - projected @ across
    own = np.diag(_covariance(model, horizons, horizons))
    factor = own - np.einsum("ij,ij->j", across, inverse @ across) + np.einsum("ij,ij->j", missing, spread @ missing)
    return Predictor(weights, leftover.T @ inverse @ leftover, factor, len(times) - columns.shape[1])


@lru_cache(maxsize=512)
def predictors(times: tuple[float, ...], horizons: tuple[float, ...], season: int = 1) -> tuple[Predictor, ...]:
    """One predictor for each of `MODELS`, for points at `times` and predictions at `horizons`.

    Times are counted in steps of the series (its usual gap is 1) and rise strictly; at least `coefficients(season) +
    1` of them.
    """
    first = times[0]
    # The clock starts at 1: the level and the slope at the start are estimated, so the start's own variance cancels.
    points = np.asarray(times, dtype=np.float64) - first + 1.0
    ahead = np.asarray(horizons, dtype=np.float64) - first + 1.0
    return tuple(_predictor(model, points, ahead, season) for model in MODELS)
