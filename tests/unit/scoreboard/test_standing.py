"""Where targets stand: statuses, their reasons, and the numbers beside them."""

from datetime import date
from decimal import Decimal

import pytest

from muctieu.errors import ValueInvalid
from muctieu.forecast import Forecast, TooFew
from muctieu.observations import Point, Series
from muctieu.scoreboard.rollup import roll_up, total
from muctieu.scoreboard.standing import Standing, assess
from muctieu.scoreboard.target import Target

DAY = date(2024, 3, 1)


def year(number: int, value: str, status: str = "official") -> Point:
    return Point(str(number), date(number, 1, 1), date(number + 1, 1, 1), Decimal(value), status)


def series(values: dict[int, str], **fields: object) -> Series:
    return Series(tuple(year(number, value) for number, value in values.items()), **fields)  # type: ignore[arg-type]


def target(value: str | None = "60", comparator: str = "ge", **fields: object) -> Target:
    basis: dict[str, object] = {"id": "t", "indicator": "i", "name": "n", "unit": "%", "horizon": 2025, "start": 2020}
    number = None if value is None else Decimal(value)
    return Target(**basis | {"value": number, "comparator": comparator} | fields)  # type: ignore[arg-type]


RISING = {2015: "38", 2016: "41", 2017: "42", 2018: "45", 2019: "48", 2020: "50"}
FALLING = {2015: "12", 2016: "10", 2017: "8.5", 2018: "7", 2019: "6.1", 2020: "5"}

# target, results after 2020 added to the history, status
END = [
    (target(), RISING | {2021: "53", 2022: "55", 2023: "57.5"}, "on_track"),
    (target("56.3"), RISING | {2021: "51", 2022: "51", 2023: "52"}, "behind"),
    (target("90"), RISING | {2021: "51", 2022: "51", 2023: "51.5"}, "at_risk"),
    (target(), RISING | {2023: "60"}, "met"),
    (target(), RISING | {2023: "60.1"}, "exceeded"),
    (target(), RISING | {2025: "59"}, "missed"),
    (target(), RISING, "no_data"),
    (target(None), RISING | {2021: "53"}, "no_data"),
    (target("2", "le"), FALLING | {2021: "4.4", 2022: "3.6", 2023: "3.0"}, "on_track"),
    (target("2", "le"), FALLING | {2021: "1.9"}, "exceeded"),
    (target("0", "eq", direction="down"), FALLING | {2025: "0.1"}, "missed"),
    (target("0", "eq", direction="down"), FALLING | {2024: "0"}, "met"),
    (target("45", "between", value_to=Decimal(65)), RISING | {2023: "57"}, "met"),
    (target("70", "between", value_to=Decimal(80)), RISING | {2025: "81"}, "missed"),
]


@pytest.mark.parametrize(("one", "results", "status"), END)
def test_a_target_by_the_end_of_the_term(one: Target, results: dict[int, str], status: str) -> None:
    assert assess(one, series(results), DAY).status == status


ANNUAL = [
    ({2021: "3100", 2022: "3200", 2023: "3050"}, "on_track", "đạt 3/3 năm"),
    ({2021: "2900", 2022: "3200", 2023: "3050"}, "behind", "chưa đạt: 2021"),
    ({2021: "3100", 2022: "3200", 2023: "2050"}, "at_risk", "chưa đạt: 2023"),
    (dict.fromkeys(range(2021, 2026), "3100"), "exceeded", "đạt 5/5 năm"),
    (dict.fromkeys(range(2021, 2026), "3000"), "met", "đạt 5/5 năm"),
    ({2021: "3100", 2025: "3100"}, "on_track", "còn thiếu số liệu 3 năm"),
    (dict.fromkeys(range(2021, 2025), "3100") | {2025: "2999"}, "missed", "chưa đạt: 2025"),
]


@pytest.mark.parametrize(("results", "status", "words"), ANNUAL)
def test_a_yearly_target_has_to_be_met_every_year(results: dict[int, str], status: str, words: str) -> None:
    standing = assess(target("3000", cadence="annual", unit="{lao động}"), series(results, additive=True), DAY)
    assert standing.status == status
    assert words in standing.reason.vi


AVERAGE = [
    ({2021: "12", 2022: "18"}, "on_track"),
    ({2021: "10", 2022: "16"}, "at_risk"),
    ({2021: "8", 2022: "20"}, "behind"),
    (dict.fromkeys(range(2021, 2026), "15"), "met"),
    ({2021: "15", 2022: "15", 2023: "15", 2024: "15", 2025: "14"}, "missed"),
]


@pytest.mark.parametrize(("results", "status"), AVERAGE)
def test_an_average_says_what_the_years_left_need(results: dict[int, str], status: str) -> None:
    standing = assess(target("15", cadence="average"), series(results), DAY)
    assert standing.status == status
    if status == "behind":
        assert "các năm còn lại cần 15,7% mỗi năm" in standing.reason.vi


def test_every_input_is_shown_and_the_three_numbers_differ() -> None:
    standing = assess(target(), series(RISING | {2021: "53", 2022: "55", 2023: "57"}), DAY)
    assert standing.share_of_plan == pytest.approx(57 / 60)
    assert standing.way == pytest.approx(0.7)
    assert standing.time == pytest.approx(0.6)
    assert standing.pace is not None
    assert standing.pace.a_year == pytest.approx(7 / 3)
    assert standing.needed is not None
    assert standing.needed.a_year == pytest.approx(1.5)
    assert standing.growth == pytest.approx(200 / 55)
    assert isinstance(standing.forecast, Forecast)
    assert standing.probability is not None
    assert {one.method for one in standing.progress} == {"linear", "cagr", "eurostat"}
    linear = standing.measure("linear")
    assert linear is not None
    assert linear.ratio == pytest.approx(0.7 / 0.6)


def test_a_reason_is_one_sentence_in_both_languages() -> None:
    standing = assess(target("41", unit="%"), series({2020: "41.05", 2021: "41.2"}), DAY)
    assert standing.reason == (
        "2021: 41,2%, vượt mục tiêu ≥ 41% đến 2025.",
        "2021: 41.2%, above the target ≥ 41% by 2025.",
    )


def test_with_too_few_points_the_way_over_the_time_decides() -> None:
    standing = assess(target(baseline=Decimal(50)), series({2022: "52"}), DAY)
    assert isinstance(standing.forecast, TooFew)
    assert standing.probability is None
    assert standing.status == "at_risk"
    assert "50% quãng đường lẽ ra phải đi" in standing.reason.vi


def test_parts_of_a_year_are_summed_only_when_all_are_there() -> None:
    ends = [date(2021, 1, 1), date(2021, 4, 1), date(2021, 7, 1), date(2021, 10, 1), date(2022, 1, 1)]
    quarters = tuple(Point(f"2021-Q{n + 1}", ends[n], ends[n + 1], Decimal(800)) for n in range(4))
    one = target("3000", cadence="annual")
    assert assess(one, Series(quarters, additive=True), DAY).reason.vi.startswith("2021: 3.200%")
    assert assess(one, Series(quarters[:3], additive=True), DAY).status == "no_data"


def test_growth_is_over_the_same_period_a_year_before() -> None:
    points = (
        Point("2022-Q3", date(2022, 7, 1), date(2022, 10, 1), Decimal(200)),
        Point("2023-Q2", date(2023, 4, 1), date(2023, 7, 1), Decimal(300)),
        Point("2023-Q3", date(2023, 7, 1), date(2023, 10, 1), Decimal(250)),
    )
    assert assess(target(), Series(points), DAY).growth == pytest.approx(25)
    assert assess(target(), Series(points[1:]), DAY).growth is None


def test_two_values_for_one_period_have_their_sentence() -> None:
    with pytest.raises(ValueInvalid, match="a period has one value"):
        assess(target(), Series((year(2021, "5"), year(2021, "6"))), DAY)


def standings() -> list[Standing]:
    return [
        assess(target(group="kinh tế", place="A"), series(RISING | {2023: "61"}), DAY),
        assess(target("90", group="kinh tế", place="B", weight=Decimal(2)), series(RISING | {2023: "51"}), DAY),
        assess(target(group="xã hội", place="A"), series(RISING), DAY),
    ]


def test_missing_is_never_counted_as_zero() -> None:
    economy, society = roll_up(standings(), lambda one: one.target.group)
    assert (economy.label, economy.targets, economy.judged) == ("kinh tế", 2, 1.0)
    assert economy.reached == pytest.approx(1 / 3)
    assert economy.lost == pytest.approx(2 / 3)
    assert (society.judged, society.reached, society.score) == (0.0, None, None)
    whole = total(standings())
    assert whole.judged == pytest.approx(0.75)
    assert whole.reached == pytest.approx(1 / 3)
    assert whole.counts == {"exceeded": 1, "at_risk": 1, "no_data": 1}


def test_places_are_weighed_against_each_other() -> None:
    whole = total(standings(), {"A": Decimal(8), "B": Decimal(1)})
    assert whole.reached == pytest.approx(8 / 10)
