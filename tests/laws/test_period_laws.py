"""Laws of the period: written and read back it is the same; order, containment and shifts agree with the calendar."""

import copy
import pickle
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muctieu.values.period import Part, Period

COUNTS = {"year": 1, "half": 2, "quarter": 4, "month": 12}
part = st.one_of(
    *(st.builds(Part, st.just(kind), st.integers(1000 * n, 2999 * n)) for kind, n in COUNTS.items()),
    st.builds(lambda day: Part("day", day.toordinal()), st.dates(date(1000, 1, 1), date(2999, 12, 31))),
)


@st.composite
def spans(draw: st.DrawFn) -> Period:
    one, other = draw(part), draw(part)
    if (one.first, one.last) > (other.first, other.last):
        one, other = other, one
    return Period(one, other)


period = st.one_of(part.map(Period), spans())


@given(period)
def test_written_and_read_back(one: Period) -> None:
    assert Period.parse(str(one)) == one
    assert hash(Period.parse(str(one))) == hash(one)


@given(period)
def test_vietnamese_words_read_back(one: Period) -> None:
    assert Period.parse_vietnamese(one.vietnamese()) == one
    assert one.english()


@given(period)
def test_survives_copies(one: Period) -> None:
    assert copy.deepcopy(one) == one == pickle.loads(pickle.dumps(one))
    with pytest.raises(AttributeError):
        one.first = one.last  # type: ignore[misc]


@given(period, period)
def test_order_is_total_and_follows_the_days(one: Period, other: Period) -> None:
    assert (one < other) + (one == other) + (one > other) == 1
    if one.first_day < other.first_day:
        assert one < other


@given(period, period)
def test_containing_both_ways_is_the_same_days(one: Period, other: Period) -> None:
    if one in other:
        assert one.overlaps(other)
        assert one.days <= other.days
        assert one.first_day in other
        assert one.last_day in other
    if one in other and other in one:
        assert (one.first_day, one.day_after) == (other.first_day, other.day_after)
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(other) == (one.first_day < other.day_after and other.first_day < one.day_after)


@given(period, st.integers(-400, 400))
def test_shifting_there_and_back(one: Period, years: int) -> None:
    moved = one.shifted(years)
    assert moved.first_day.year == one.first_day.year + years
    assert moved.kind == one.kind
    if not any(end.kind == "day" and (end.first.month, end.first.day) == (2, 29) for end in (one.first, one.last)):
        assert moved.shifted(-years) == one
    assert one.same_period_a_year_before() == one.shifted(-1)


@pytest.mark.parametrize("kind", COUNTS)
@given(at=st.integers(12 * 1900, 12 * 2100), steps=st.integers(-500, 500))
def test_steps_count_the_parts_between(kind: str, at: int, steps: int) -> None:
    at = at * COUNTS[kind] // 12
    one, other = Period(Part(kind, at)), Period(Part(kind, at + steps))  # type: ignore[arg-type]
    assert one.steps_to(other) == steps == -other.steps_to(one)


@pytest.mark.parametrize("kind", COUNTS)
@given(at=st.integers(12 * 1900, 12 * 2100))
def test_parts_tile_the_calendar(kind: str, at: int) -> None:
    at = at * COUNTS[kind] // 12
    one, following = Period(Part(kind, at)), Period(Part(kind, at + 1))  # type: ignore[arg-type]
    assert one.day_after == following.first_day
    assert one.last_day + timedelta(days=1) == one.day_after
    assert not one.overlaps(following)
