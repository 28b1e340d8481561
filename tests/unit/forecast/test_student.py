"""Student's t against the tables of Fisher and Yates (as printed in any textbook)."""

import pytest

from muctieu.forecast.student import cumulative, log_density, quantile

# probability, degrees of freedom, t
TABLE = [
    (0.90, 1, 3.0777),
    (0.90, 2, 1.8856),
    (0.90, 3, 1.6377),
    (0.90, 5, 1.4759),
    (0.95, 8, 1.8595),
    (0.975, 10, 2.2281),
    (0.975, 30, 2.0423),
    (0.995, 58, 2.6633),
]


@pytest.mark.parametrize(("probability", "freedom", "t"), TABLE)
def test_quantile_and_cumulative_agree_with_the_tables(probability: float, freedom: int, t: float) -> None:
    assert quantile(probability, freedom) == pytest.approx(t, abs=6e-5)
    assert float(cumulative(t, freedom)) == pytest.approx(probability, abs=1e-5)
    assert quantile(1 - probability, freedom) == pytest.approx(-t, abs=6e-5)


@pytest.mark.parametrize("freedom", [1, 2, 3, 7, 40])
def test_density_is_the_slope_of_the_cumulative(freedom: int) -> None:
    for t in (-2.5, 0.0, 0.7, 3.0):
        slope = float(cumulative(t + 1e-5, freedom) - cumulative(t - 1e-5, freedom)) / 2e-5
        assert 2.718281828459045 ** float(log_density(t, freedom)) == pytest.approx(slope, rel=1e-5)
