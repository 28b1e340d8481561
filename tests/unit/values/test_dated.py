"""A dated value answers *not yet*, a value, or *ended*: never None."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muctieu.errors import ValueInvalid
from muctieu.values.dated import Dated, Ended, Held, NotYet


def day(number: int) -> date:
    return date(2020, 1, 1) + timedelta(days=number)


@pytest.mark.parametrize(
    ("at", "answer"),
    [(-1, NotYet(day(0))), (0, "a"), (9, "a"), (10, NotYet(day(20))), (20, "b"), (29, "b"), (30, Ended(day(30)))],
)
def test_answers(at: int, answer: object) -> None:
    dated = Dated([Held("b", day(20), day(30)), Held("a", day(0), day(10))])
    found = dated.on(day(at))
    assert (found.value if isinstance(found, Held) else found) == answer


@given(st.lists(st.integers(0, 1000), min_size=2, max_size=12, unique=True), st.integers(-10, 1010))
def test_stretches_that_touch_answer_every_day(ends: list[int], at: int) -> None:
    ends.sort()
    dated = Dated(Held(number, day(start), day(end)) for number, (start, end) in enumerate(pairwise(ends)))
    found = dated.on(day(at))
    assert isinstance(found, NotYet) == (at < ends[0])
    assert isinstance(found, Ended) == (at >= ends[-1])
    if isinstance(found, Held):
        assert ends[found.value] <= at < ends[found.value + 1]


def test_refuses_what_cannot_be() -> None:
    with pytest.raises(ValueInvalid, match="two values hold on one day"):
        Dated([Held(1, day(0)), Held(2, day(5))])
    with pytest.raises(ValueInvalid, match="after the start"):
        Held(1, day(5), day(5))
    with pytest.raises(ValueInvalid, match="at least one"):
        Dated([])
