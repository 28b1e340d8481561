"""A place's series over changes of bounds: gathered, kept on its old bounds, or a gap that says why."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from muctieu.observations import Gathering, Observation, Observations, on_geography
from muctieu.places import Event, Flow, Places, Unit
from muctieu.values.period import Period

BIRTH, CHANGE, NOW = date(2000, 1, 1), date(2025, 7, 1), date(2026, 12, 31)
SUM, MEAN = Gathering("sum"), Gathering("mean")


def unit(code: str, start: date = BIRTH, people: int = 0) -> Unit:
    return Unit(code, f"Xã {code.upper()}", "xã", start, sizes={"population": Fraction(people)} if people else {})


def figure(place: str, period: str, value: str, status: str = "official", known: str = "2026-03-01") -> Observation:
    return Observation("i", place, Period.parse(period), Decimal(value), date.fromisoformat(known), status)  # type: ignore[arg-type]


MERGER = Places(
    [unit("a", people=3000), unit("b", people=1000), unit("c", CHANGE)],
    [Event("merge", CHANGE, "NQ 1", (Flow("a", "c"), Flow("b", "c")))],
)
TRANSFER = Places(
    [unit("a", people=4000), unit("b", people=2000)],
    [Event("transfer", CHANGE, "NQ 2", (Flow("a", "b", {"population": Fraction(1, 4)}),))],
)


def test_years_before_a_merger_are_gathered_and_later_ones_taken_as_they_are() -> None:
    known = [figure("a", "2024", "30"), figure("b", "2024", "12.5", "estimated"), figure("c", "2025", "44")]
    (before, after), gaps = on_geography(Observations(known), MERGER, "i", "c", NOW, SUM)
    assert (before.value, before.status, before.period) == (Decimal("42.5"), "estimated", "2024")
    assert before.gathered is not None
    assert before.gathered.sentence("vi") == "tính từ Xã A, Xã B"
    assert (after.value, after.gathered, gaps) == (Decimal(44), None, ())


def test_a_mean_is_rounded_to_one_digit_more_and_says_what_it_rests_on() -> None:
    known = [figure("a", "2024", "90"), figure("b", "2024", "71")]
    (point,), _ = on_geography(Observations(known), MERGER, "i", "c", NOW, MEAN)
    assert point.value == Decimal("85.25")  # 90 · 3/4 + 71 · 1/4, exact in decimals
    assert point.gathered is not None
    assert point.gathered.sentence("vi") == "tính từ Xã A (75%), Xã B (25%); 100% dựa vào trọng số theo dân số"
    assert point.gathered.sentence("en") == "from Xã A (75%), Xã B (25%); 100% rests on weights by population"
    thirds = Places(
        [unit("a", people=2000), unit("b", people=1000), unit("c", CHANGE)],
        [Event("merge", CHANGE, "NQ 1", (Flow("a", "c"), Flow("b", "c")))],
    )
    (rounded,), _ = on_geography(Observations(known), thirds, "i", "c", NOW, MEAN)
    assert rounded.value == Decimal("83.7")  # 251/3 = 83,666…


def test_a_figure_is_gathered_from_what_was_known_that_day() -> None:
    known = [figure("a", "2024", "30"), figure("b", "2024", "12"), figure("b", "2024", "13", known="2026-09-01")]
    series = [
        on_geography(Observations(known), MERGER, "i", "c", day, SUM)[0][0].value
        for day in (date(2026, 8, 31), date(2026, 9, 1))
    ]
    assert series == [Decimal(42), Decimal(43)]


def test_a_missing_part_is_a_gap_with_its_reason_and_nothing_known_is_no_gap() -> None:
    points, gaps = on_geography(Observations([figure("a", "2024", "30")]), MERGER, "i", "c", NOW, SUM)
    assert points == ()
    assert [(str(gap.period), "chưa có số liệu của Xã B" in gap.why.vi) for gap in gaps] == [("2024", True)]
    assert on_geography(Observations(), MERGER, "i", "c", NOW, SUM) == ((), ())


def test_after_a_transfer_the_past_is_brought_to_the_new_bounds() -> None:
    known = [figure("a", "2024", "100"), figure("b", "2024", "50")]
    (giver,), _ = on_geography(Observations(known), TRANSFER, "i", "a", NOW, SUM)
    (taker,), _ = on_geography(Observations(known), TRANSFER, "i", "b", NOW, SUM)
    assert (giver.value, taker.value) == (Decimal(75), Decimal(75))
    (then,), _ = on_geography(Observations(known), TRANSFER, "i", "a", date(2026, 4, 1), SUM)
    assert then == giver


def test_a_figure_that_cannot_be_brought_over_stays_on_its_old_bounds_and_says_so() -> None:
    (point,), gaps = on_geography(Observations([figure("b", "2024", "50")]), TRANSFER, "i", "b", NOW, SUM)
    assert (point.value, gaps) == (Decimal(50), ())
    assert point.gathered is not None
    assert point.gathered.sentence("vi") == "theo địa giới trước ngày 01/07/2025"
    assert point.gathered.sentence("en") == "on the bounds before 2025-07-01"


def test_a_unit_that_ended_goes_on_as_its_successor_where_that_is_it_alone() -> None:
    moved = Places([unit("a"), unit("c", CHANGE)], [Event("merge", CHANGE, "NQ 3", (Flow("a", "c"),))])
    (point,), _ = on_geography(Observations([figure("c", "2025", "44")]), moved, "i", "a", NOW, SUM)
    assert point.value == Decimal(44)


def test_where_nothing_says_how_figures_become_one_the_place_has_its_own_alone() -> None:
    known = [figure("a", "2024", "30"), figure("b", "2024", "12"), figure("c", "2026", "44", known="2027-03-01")]
    points, gaps = on_geography(Observations(known), MERGER, "i", "c", date(2027, 4, 1), None)
    assert [(point.period, point.value) for point in points] == [("2026", Decimal(44))]
    assert [str(gap.period) for gap in gaps] == ["2024"]
    assert "over_places" in gaps[0].why.vi
    (own,), none = on_geography(Observations([figure("b", "2024", "50")]), TRANSFER, "i", "b", NOW, None)
    assert (own.value, none) == (Decimal(50), ())
