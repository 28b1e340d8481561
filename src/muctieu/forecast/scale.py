"""The scales on which a series is forecast: as it stands, by its logarithm, by its logit.

Takes values between their bounds, gives numbers without bounds, and back. A share near 0 or 100% moves in small
steps, a count grows by a percentage: on the logit and the logarithm such series are straight and their forecasts stay
in bounds by themselves. Never decides which scale is better: that is left to the series (`mixture`).
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]


class Scale(NamedTuple):
    """A scale with its bounds.

    `margin` is how near to a bound a value may come before it is counted as standing there.
    """

    name: Literal["plain", "log", "logit"]
    lower: float = -np.inf
    upper: float = np.inf
    margin: float = 0.0

    def inside(self, values: ArrayLike) -> Array:
        """The values, moved off the bounds by the margin where the scale has no number for a bound."""
        if self.name == "plain":
            return np.asarray(values, dtype=np.float64)
        return np.asarray(np.clip(values, self.lower + self.margin, self.upper - self.margin), dtype=np.float64)

    def to(self, values: ArrayLike) -> Array:
        """Values on this scale.

        >>> Scale("logit", 0, 100, 0.05).to(50.0).item()
        0.0
        """
        inner = self.inside(values)
        if self.name == "log":
            return np.asarray(np.log(inner - self.lower))
        if self.name == "logit":
            return np.asarray(np.log((inner - self.lower) / (self.upper - inner)))
        return inner

    def back(self, scaled: ArrayLike) -> Array:
        """Numbers of this scale as values, inside the bounds."""
        number = np.asarray(scaled, dtype=np.float64)
        if self.name == "log":
            return np.asarray(self.lower + np.exp(np.clip(number, -700, 700)))
        if self.name == "logit":
            return np.asarray(self.lower + (self.upper - self.lower) / (1 + np.exp(-np.clip(number, -700, 700))))
        return np.asarray(np.clip(number, self.lower, self.upper))

    def log_slope(self, values: ArrayLike) -> Array:
        """Logarithm of d(scale)/d(value).

        What a density on this scale is multiplied by to be one of the value itself.
        """
        inner = self.inside(values)
        if self.name == "log":
            return np.asarray(-np.log(inner - self.lower))
        if self.name == "logit":
            width = self.upper - self.lower
            return np.asarray(np.log(width) - np.log(inner - self.lower) - np.log(self.upper - inner))
        return np.zeros_like(inner)


def scales_for(values: Array, lower: float | None, upper: float | None, resolution: float) -> tuple[Scale, ...]:
    """The scales worth trying: always the plain one; the logit between two bounds; the log above a lower bound alone.

    The plain scale keeps its bounds: what it predicts beyond them is counted as standing at the bound.
    """
    floor = -np.inf if lower is None else lower
    ceiling = np.inf if upper is None else upper
    plain = Scale("plain", floor, ceiling)
    if lower is not None and upper is not None:
        return plain, Scale("logit", lower, upper, max(resolution / 2, 1e-3 * (upper - lower)))
    if lower is not None and float(values.min()) > lower:
        return plain, Scale("log", lower, np.inf, 0.0)
    return (plain,)
