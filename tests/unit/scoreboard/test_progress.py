"""The named methods, worked by hand."""

import pytest

from muctieu.scoreboard.progress import METHODS, Course, cagr, eurostat, linear, time_share, way_share

# base 2020 (end), horizon 2025 (end): base, years gone, value, aim, rising, expected linear ratio
LINEAR = [
    (50.0, 3, 56.0, 60.0, True, 1.0),
    (50.0, 1, 51.0, 60.0, True, 0.5),
    (20.0, 3, 14.0, 10.0, False, 1.0),
    (20.0, 2, 22.0, 10.0, False, -0.5),
    (0.0, 2, 4.0, 10.0, True, 1.0),
    (5.0, 2, 4.0, 0.0, False, 0.5),
    (-4.0, 1, -3.0, 1.0, True, 1.0),
]


@pytest.mark.parametrize(("base", "years", "value", "aim", "rising", "ratio"), LINEAR)
def test_linear(base: float, years: int, value: float, aim: float, rising: bool, ratio: float) -> None:
    result = linear(Course(2020, base, 2020 + years, value, 2025, aim, rising))
    assert result is not None
    assert result.ratio == pytest.approx(ratio)


# value after two years of five, target 161.051 (10% a year): the observed growth over the required 10%
GROWTH = [
    (121.0, 1.0, "on_track", (1.0 - 0.6) / 0.7 * 5),
    (110.25, 0.5, "limited", (0.5 - 0.6) / 1.2 * 5),
    (116.64, 0.8, "acceleration", (0.8 - 0.6) / 0.7 * 5),
    (90.25, -0.5, "deterioration", -5 * 1.1 / 1.2),
    (81.0, -1.0, "deterioration", -5.0),
    (132.25, 1.5, "on_track", 5.0),
    (170.0, None, "achieved", 5.0),
]


@pytest.mark.parametrize(("value", "ratio", "category", "score"), GROWTH)
def test_cagr_and_eurostat(value: float, ratio: float | None, category: str, score: float) -> None:
    course = Course(2020, 100.0, 2022, value, 2025, 161.051)
    one, other = cagr(course), eurostat(course)
    assert one is not None
    assert other is not None
    if ratio is not None:
        assert one.ratio == pytest.approx(ratio)
    assert one.category == category
    assert other.score == pytest.approx(score)


def test_a_falling_target_mirrors_a_rising_one() -> None:
    """From 100 to 59.049 in five years is −10% a year; −5% a year is half of it."""
    falling = cagr(Course(2020, 100.0, 2022, 90.25, 2025, 59.049, rising=False))
    assert falling is not None
    assert falling.ratio == pytest.approx(0.5)
    rising_instead = cagr(Course(2020, 100.0, 2022, 110.25, 2025, 59.049, rising=False))
    assert rising_instead is not None
    assert rising_instead.category == "deterioration"


@pytest.mark.parametrize("method", METHODS.values())
def test_zero_never_breaks(method: object) -> None:
    for base, value, aim in [
        (0, 0, 0),
        (0, 0, 5),
        (5, 0, 0),
        (5, 3, 0),
        (0, 3, 5),
        (-1, 0, 1),
        (-2, -1, 0),
        (5, 5, 5),
        (5, 4, 5),
    ]:
        for rising in (True, False):
            for time in (2020, 2021, 2026):
                result = method(Course(2020, base, time, value, 2025, aim, rising))  # type: ignore[operator]
                assert result is None or -5 <= result.score <= 5


def test_values_of_both_signs_cannot_be_assessed_by_growth() -> None:
    assert cagr(Course(2020, -1.0, 2022, 2.0, 2025, 4.0)) is None
    assert linear(Course(2020, -1.0, 2022, 1.0, 2025, 4.0)) is not None


def test_an_aim_held_at_the_base_and_lost_is_deterioration() -> None:
    lost = linear(Course(2020, 42.0, 2022, 40.0, 2025, 41.0))
    assert lost is not None
    assert (lost.category, lost.score) == ("deterioration", -5.0)


def test_shares() -> None:
    assert way_share(Course(2020, 5.0, 2021, 5.0, 2025, 5.0)) is None
    assert time_share(2021, 2020.5, 2026) == 0.0
    assert time_share(2021, 2023.5, 2026) == 0.5
    assert time_share(2021, 2030, 2026) == 1.0
