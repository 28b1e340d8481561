"""Laws of a forecast: it does not depend on the unit, the first year, or what comes later; it keeps its bounds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muctieu.forecast import Forecast, forecast

VALUES = st.lists(st.integers(1, 999).map(lambda tenths: tenths / 10), min_size=3, max_size=12)


def made(*arguments: object, **options: object) -> Forecast:
    result = forecast(*arguments, **options)  # type: ignore[arg-type]
    assert isinstance(result, Forecast)
    return result


@settings(max_examples=40, deadline=None)
@given(VALUES, st.integers(1, 6))
def test_the_unit_and_the_first_year_do_not_matter(values: list[float], ahead: int) -> None:
    years = range(2010, 2010 + len(values))
    one = made(years, values, years[-1] + ahead, resolution=0.1)
    scaled = [700 + 1000 * value for value in values]
    other = made([year + 50 for year in years], scaled, years[-1] + ahead + 50, resolution=100.0)
    width = max(one.high - one.low, 1.0)
    for name in ("low", "middle", "high"):
        assert 700 + 1000 * getattr(one, name) == pytest.approx(getattr(other, name), abs=width)


@settings(max_examples=40, deadline=None)
@given(VALUES, st.integers(1, 10))
def test_a_share_stays_a_share_and_probabilities_fall_with_the_target(values: list[float], ahead: int) -> None:
    years = range(len(values))
    result = made(years, values, years[-1] + ahead, lower=0, upper=100)
    assert 0 <= result.low <= result.middle <= result.high <= 100
    chances = [result.probability_at_least(target) for target in range(0, 101, 10)]
    assert chances == sorted(chances, reverse=True)
    assert all(0 <= chance <= 1 for chance in chances)


@settings(max_examples=20, deadline=None)
@given(VALUES)
def test_a_mirrored_series_has_a_mirrored_forecast(values: list[float]) -> None:
    years = range(len(values))
    one = made(years, values, len(values) + 2, resolution=0.1)
    other = made(years, [-value for value in values], len(values) + 2, resolution=0.1)
    assert one.low == pytest.approx(-other.high, abs=1e-3 * max(1.0, one.high - one.low))
