"""Forecasts of short series: what a person may rely on."""

import numpy as np
import pytest

from muctieu.errors import ValueInvalid
from muctieu.forecast import Forecast, Series, TooFew, backtest, forecast, forecast_path, pace

YEARS = range(2015, 2025)
COVERAGE = [39.8, 40.1, 40.3, 40.9, 41.05, 41.2, 41.2, 41.4, 41.5, 41.8]


def made(*arguments: object, **options: object) -> Forecast:
    result = forecast(*arguments, **options)  # type: ignore[arg-type]
    assert isinstance(result, Forecast)
    return result


@pytest.mark.parametrize("points", [0, 1, 2])
def test_too_few_points_say_so(points: int) -> None:
    result = forecast(list(YEARS)[:points], COVERAGE[:points], 2030)
    assert isinstance(result, TooFew)
    assert f"Mới có {points} số liệu" in result.sentence("vi")
    assert f"There are {points} observations" in result.sentence("en")


@pytest.mark.parametrize("points", [3, 4, 6, 10])
def test_from_three_points_on_an_interval_holds_the_middle(points: int) -> None:
    result = made(list(YEARS)[:points], COVERAGE[:points], 2030)
    assert result.low < result.middle < result.high
    assert sum(share for _, share in result.shares) == pytest.approx(1)


def test_fewer_points_make_a_wider_interval() -> None:
    few, many = made([2022, 2023, 2024], COVERAGE[-3:], 2026), made(YEARS, COVERAGE, 2026)
    assert few.high - few.low > many.high - many.low


def test_a_later_horizon_is_less_sure() -> None:
    path = forecast_path(YEARS, COVERAGE, [2025, 2026, 2028, 2030])
    assert not isinstance(path, TooFew)
    widths = [one.high - one.low for one in path]
    assert widths == sorted(widths)


def test_the_same_series_gives_the_same_forecast() -> None:
    assert made(YEARS, COVERAGE, 2030) == made(YEARS, COVERAGE, 2030)


@pytest.mark.parametrize(
    ("values", "lower", "upper"),
    [
        ([97.2, 98.1, 98.9, 99.4, 99.8, 100.0], 0, 100),
        ([100.0] * 6, 0, 100),
        ([5.2, 3.1, 1.9, 1.0, 0.4, 0.1], 0, 100),
        ([665, 402, 210, 120, 60, 36], 0, None),
        ([3, 1, 0, 2, 0, 0], 0, None),
    ],
)
def test_bounded_indicators_stay_in_bounds(values: list[float], lower: float, upper: float | None) -> None:
    for horizon in (2021, 2025, 2030):
        result = made(range(2015, 2021), values, horizon, lower=lower, upper=upper)
        assert lower <= result.low <= result.middle <= result.high
        assert upper is None or result.high <= upper


def test_a_target_at_the_bound_can_be_reached() -> None:
    result = made(range(2015, 2021), [97.2, 98.1, 98.9, 99.4, 99.8, 100.0], 2025, lower=0, upper=100)
    assert result.probability_at_least(100) > 0.5


def test_probabilities_agree_with_the_interval() -> None:
    result = made(YEARS, COVERAGE, 2027, level=0.8, resolution=0.0)
    assert result.probability_at_most(result.low) == pytest.approx(0.1, abs=1e-3)
    assert result.probability_at_least(result.high) == pytest.approx(0.1, abs=1e-3)
    assert result.probability_between(result.low, result.high) == pytest.approx(0.8, abs=1e-3)
    assert result.probability_at_least(35) > 0.95
    assert result.probability_at_least(60) < 0.05


def test_a_series_that_never_moved_is_not_certain() -> None:
    result = made(range(2018, 2024), [41.0] * 6, 2030)
    assert result.middle == pytest.approx(41.0, abs=0.5)
    assert result.low <= result.middle <= result.high


def test_monthly_series_keep_their_season() -> None:
    season = [20, 5, -3, -8, -10, -5, 0, 2, 4, 1, -4, -2]
    rng = np.random.default_rng(3)
    values = [100 + 0.5 * month + season[month % 12] + float(rng.normal()) for month in range(48)]
    january, june = forecast_path(range(48), values, [48, 53], season=12)  # type: ignore[misc]
    assert january.middle == pytest.approx(100 + 24 + 20, abs=4)
    assert june.middle == pytest.approx(100 + 26.5 - 5, abs=4)
    plain = made(range(48), values, 48)
    assert january.high - january.low < (plain.high - plain.low) / 2


@pytest.mark.parametrize(
    ("arguments", "options", "words"),
    [
        (([2019, 2019, 2020], [1, 2, 3], 2025), {}, "each period has one value"),
        (([2018, 2019, 2020], [1, float("nan"), 3], 2025), {}, "must be a number"),
        (([2018, 2019, 2020], [1, 2], 2025), {}, "there are 2 values"),
        (([2018, 2019, 2020], [1, 2, 3], 2020), {}, "must come after the last observation (2020)"),
        (([2018, 2019, 2020], [1, 2, 103], 2025), {"upper": 100.0}, "outside the bounds"),
        (([2018, 2019, 2020], [1, 2, 3], 2025), {"level": 80}, "between 0 and 1"),
    ],
)
def test_what_cannot_be_has_its_sentence(arguments: tuple[object, ...], options: dict[str, float], words: str) -> None:
    with pytest.raises(ValueInvalid) as caught:
        forecast(*arguments, **options)  # type: ignore[arg-type]
    assert words in caught.value.sentence("en")


def test_pace_back_and_ahead() -> None:
    assert pace(2015, 39.8, 2024, 41.8) == pytest.approx((2 / 9, ((41.8 / 39.8) ** (1 / 9) - 1) * 100))
    assert pace(2015, -1.0, 2020, 4.0) == (1.0, None)


def test_backtest_counts_what_came() -> None:
    rng = np.random.default_rng(11)
    series = [Series(range(9), np.cumsum(1 + rng.normal(size=9)).tolist()) for _ in range(120)]
    report = backtest([*series, Series(range(9), [5.0] * 9)], fewest=6, steps=(1, 2))
    assert report.series == 121
    assert [row.steps for row in report.rows] == [1, 2, 0]
    assert [row.forecasts for row in report.rows] == [360, 240, 600]
    assert 0.72 < report.total.coverage < 0.88
    assert report.total.skill_last > 0.1
