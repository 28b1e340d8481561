"""Each model against the formula that a textbook gives for it."""

import numpy as np
import pytest

from muctieu.forecast.models import FADING, MODELS, Predictor, predictors

VALUES = np.array([3.0, 4.5, 4.0, 6.5, 8.0, 7.5])
TIMES = tuple(float(time) for time in range(6))


def predictor(name: str, horizons: tuple[float, ...], times: tuple[float, ...] = TIMES) -> Predictor:
    return predictors(times, horizons)[[model.name for model in MODELS].index(name)]


def variance(one: Predictor) -> np.ndarray:
    return VALUES @ one.residual @ VALUES / one.freedom * one.factor


def test_last_value_repeats_the_last_value_and_widens_with_the_root_of_time() -> None:
    one = predictor("last", (6.0, 9.0))
    steps = np.diff(VALUES)
    assert one.weights @ VALUES == pytest.approx([7.5, 7.5])
    assert variance(one) == pytest.approx([np.mean(steps**2), 4 * np.mean(steps**2)])


def test_drift_is_the_line_through_the_first_and_last_point() -> None:
    """Hyndman and Athanasopoulos, FPP3, 5.2 and 5.5: the variance is s² h (1 + h / (n − 1))."""
    one = predictor("drift", (6.0, 8.0))
    slope = (7.5 - 3.0) / 5
    squared = np.var(np.diff(VALUES), ddof=1)
    assert one.weights @ VALUES == pytest.approx([7.5 + slope, 7.5 + 3 * slope])
    assert variance(one) == pytest.approx([squared * (1 + 1 / 5), squared * 3 * (1 + 3 / 5)])


def test_damped_drift_fades() -> None:
    one = predictor("damped", (6.0, 8.0))
    slope = (7.5 - 3.0) / 5
    expected = [7.5 + slope * FADING, 7.5 + slope * (FADING + FADING**2 + FADING**3)]
    assert one.weights @ VALUES == pytest.approx(expected)


def test_line_is_least_squares_with_its_textbook_standard_error() -> None:
    one = predictor("line", (8.0,))
    times = np.array(TIMES)
    slope, start = np.polyfit(times, VALUES, 1)
    rest = VALUES - start - slope * times
    squared = rest @ rest / 4 * (1 + 1 / 6 + (8 - 2.5) ** 2 / np.sum((times - 2.5) ** 2))
    assert one.weights @ VALUES == pytest.approx([start + slope * 8])
    assert variance(one) == pytest.approx([squared])


def test_irregular_years_count_by_their_distance() -> None:
    """A gap of two years is one step of twice the variance, not a missing year."""
    times, values = (0.0, 1.0, 3.0, 4.0), np.array([0.0, 1.0, 4.0, 5.0])
    last, drift = predictor("last", (6.0,), times), predictor("drift", (6.0,), times)
    assert values @ last.residual @ values / last.freedom == pytest.approx((1 + 9 / 2 + 1) / 3)
    assert drift.weights @ values == pytest.approx([5 + 2 * 5 / 4])


def test_seasons_come_back() -> None:
    pattern = np.array([5.0, 1.0, 2.0, 8.0])
    values = np.array([pattern[i % 4] + 0.5 * i for i in range(12)])
    times = tuple(float(time) for time in range(12))
    for model, one in zip(MODELS, predictors(times, (12.0, 13.0), 4), strict=True):
        if model.growth == "steady":
            assert one.weights @ values == pytest.approx([5.0 + 6.0, 1.0 + 6.5]), model.name
