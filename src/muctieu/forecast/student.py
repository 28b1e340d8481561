"""Student's t distribution for whole degrees of freedom: cumulative probability, quantile, log density.

Takes numbers or numpy arrays, gives the same shape. Never needs scipy: for whole degrees of freedom the distribution
has a finite closed form (Abramowitz and Stegun, Handbook of Mathematical Functions, 1964, formulas 26.7.3 and
26.7.4).
"""

from __future__ import annotations

from functools import lru_cache
from math import lgamma, log, pi

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]


def cumulative(t: ArrayLike, freedom: int) -> Array:
    """P(T ≤ t) for Student's t with `freedom` ≥ 1 degrees of freedom.

    >>> [round(float(cumulative(t, freedom)), 4) for t, freedom in [(3.0777, 1), (1.4398, 6), (-1.4759, 5)]]
    [0.9, 0.9, 0.1]
    """
    angle = np.arctan(np.asarray(t, dtype=np.float64) / np.sqrt(float(freedom)))
    cosine_squared = np.cos(angle) ** 2
    odd = freedom % 2
    term = np.cos(angle) if odd else np.ones_like(angle)
    total = np.zeros_like(angle)
    for step in range((freedom - 1) // 2 if odd else freedom // 2):
        total = total + term
        ratio = (2 * step + 2) / (2 * step + 3) if odd else (2 * step + 1) / (2 * step + 2)
        term = term * ratio * cosine_squared
    central = (2 / pi) * (angle + np.sin(angle) * total) if odd else np.sin(angle) * total
    return np.asarray(np.clip(0.5 + 0.5 * central, 0.0, 1.0), dtype=np.float64)


@lru_cache(maxsize=4096)
def quantile(probability: float, freedom: int) -> float:
    """The t for which P(T ≤ t) is `probability` (strictly between 0 and 1), by bisection of `cumulative`.

    >>> round(quantile(0.9, 4), 4), quantile(0.5, 3)
    (1.5332, 0.0)
    """
    if probability == 0.5:
        return 0.0
    if probability < 0.5:
        return -quantile(1 - probability, freedom)
    low, high = 0.0, 1.0
    while float(cumulative(high, freedom)) < probability:
        high *= 2
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if float(cumulative(middle, freedom)) < probability else (low, middle)
    return (low + high) / 2


def log_density(t: ArrayLike, freedom: int) -> Array:
    """The natural logarithm of the density at t.

    >>> round(float(np.exp(log_density(0.0, 1))), 6)
    0.31831
    """
    constant = lgamma((freedom + 1) / 2) - lgamma(freedom / 2) - 0.5 * log(freedom * pi)
    squared = np.asarray(t, dtype=np.float64) ** 2
    return np.asarray(constant - (freedom + 1) / 2 * np.log1p(squared / freedom), dtype=np.float64)
