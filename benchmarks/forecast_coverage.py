"""Does the 80% interval hold 80% of what comes? Prints coverage and skill over simulated series and over a register.

    python benchmarks/forecast_coverage.py [--series 200] [--seed 1] [--register DIR]

Five kinds of series are simulated, each of 6, 8 and 10 points with three more to be foretold: a random walk with
drift, a local linear trend, a damped trend, a stationary series, a noisy straight line. Skill is 1 - error / error of
the last value or of the straight line through the points. At the end: the time for 1,000 forecasts of series of 10
points.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from muctieu.forecast import BacktestReport, Series, backtest, forecast

Array = NDArray[np.float64]
STEPS = (1, 2, 3)


def random_walk(rng: np.random.Generator, points: int, slope: float) -> Array:
    return np.cumsum(slope + rng.normal(size=points))


def local_trend(rng: np.random.Generator, points: int, slope: float) -> Array:
    slopes = slope + np.cumsum(0.4 * rng.normal(size=points))
    return np.cumsum(slopes + rng.normal(size=points))


def damped(rng: np.random.Generator, points: int, slope: float) -> Array:
    current, slopes = 3 * slope, []
    for _ in range(points):
        current = 0.85 * current + 0.3 * rng.normal()
        slopes.append(current)
    return np.cumsum(np.array(slopes) + rng.normal(size=points))


def stationary(rng: np.random.Generator, points: int, slope: float) -> Array:
    values = [10 * slope]
    for _ in range(points):
        values.append(10 * slope + 0.3 * (values[-1] - 10 * slope) + rng.normal())
    return np.array(values[1:])


def noisy_line(rng: np.random.Generator, points: int, slope: float) -> Array:
    return slope * np.arange(points) + rng.normal(size=points)


KINDS: dict[str, Callable[[np.random.Generator, int, float], Array]] = {
    "random walk, drift": random_walk,
    "local trend": local_trend,
    "damped trend": damped,
    "stationary": stationary,
    "noisy line": noisy_line,
}


def simulated(kind: str, points: int, count: int, seed: int) -> list[Series]:
    """`count` series of `points` + 3 points of a kind; the same seed gives the same series."""
    rng = np.random.default_rng([seed, points, sorted(KINDS).index(kind)])
    made = []
    for _ in range(count):
        slope = float(rng.normal() * rng.choice([0.3, 1.0, 2.0]))
        values = KINDS[kind](rng, points + max(STEPS), slope)
        made.append(Series(range(len(values)), [float(value) for value in values]))
    return made


def row(label: str, points: str, report: BacktestReport) -> str:
    total = report.total
    by_step = " ".join(f"{one.coverage:7.1%}" for one in report.rows[:-1])
    skill = f"{total.skill_last:>10.1%} {total.skill_line:>10.1%}"
    return f"{label:<20} {points:>6} {total.forecasts:>9} {by_step} {total.coverage:>8.1%} {skill}"


def chance(series: int) -> float:
    """Two standard errors of a coverage near 80%, counted by series: the forecasts of one series go right or wrong together."""
    return float(2 * np.sqrt(0.8 * 0.2 / series))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--series", type=int, default=200, help="series of each kind and length")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--register", type=Path, help="also backtest the series of this register")
    arguments = parser.parse_args()
    heads = " ".join(f"{f'+{step}':>7}" for step in STEPS)
    print(f"{'kind':<20} {'points':>6} {'forecasts':>9} {heads} {'covered':>8} {'skill/last':>10} {'skill/line':>10}")
    held = made = 0.0
    for kind in KINDS:
        for points in (6, 8, 10):
            series = simulated(kind, points, arguments.series, arguments.seed)
            report = backtest(series, fewest=points, steps=STEPS)
            print(row(kind, str(points), report))
            held, made = held + report.total.coverage * report.total.forecasts, made + report.total.forecasts
    print(f"{'all kinds':<20} {'':>6} {made:>9.0f} {'':>23} {held / made:>8.1%}")
    print(f"{arguments.series} series of a kind and length settle its coverage to ± {chance(arguments.series):.1%}")
    if arguments.register:
        from muctieu.scoreboard.reading import read_register

        report = backtest(read_register(arguments.register).annual_series(), fewest=5, steps=STEPS)
        print(row("register", "5+", report))
    series = simulated("random walk, drift", 10, 1000, arguments.seed)
    began = time.perf_counter()
    for one in series:
        forecast(one.times[:10], one.values[:10], 12)
    print(f"\n1,000 forecasts of 10 points: {time.perf_counter() - began:.1f} s")


if __name__ == "__main__":
    main()
