"""Laws of what is known: the past never changes, order of entry does not matter, certainty never falls but by withdrawal."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from muctieu.observations import STATUSES, History, Observation, Observations
from muctieu.values.dated import Ended, NotYet
from muctieu.values.period import Period

YEAR = Period.parse("2020")
DAYS = st.integers(0, 400).map(lambda days: date(2020, 6, 1) + timedelta(days))
REVISIONS = st.lists(
    st.builds(
        Observation,
        st.just("i"), st.just("p"), st.just(YEAR), st.integers(0, 99).map(Decimal), DAYS, st.sampled_from(STATUSES),
        withdrawn=st.booleans(),
    ),
    min_size=1, max_size=8, unique_by=lambda one: one.known,
)  # fmt: skip


@given(REVISIONS, DAYS, st.data())
def test_what_was_known_on_a_day_never_changes(revisions: list[Observation], day: date, choose: st.DataObject) -> None:
    then = [one for one in revisions if one.known <= day]
    if then:
        later = choose.draw(st.permutations([one for one in revisions if one.known > day]))
        assert History.of(then).as_of(day) == History.of([*later, *then]).as_of(day)


@given(REVISIONS, DAYS, st.data())
def test_the_order_of_entry_does_not_matter(revisions: list[Observation], day: date, choose: st.DataObject) -> None:
    shuffled = choose.draw(st.permutations(revisions))
    assert History.of(shuffled).as_of(day) == History.of(revisions).as_of(day)
    assert Observations(shuffled).known("i", "p", day) == Observations(revisions).known("i", "p", day)


@given(REVISIONS)
def test_certainty_falls_by_withdrawal_only(revisions: list[Observation]) -> None:
    kept = [one for one in revisions if not one.withdrawn]
    if kept:
        ranks = [held.value.rank for held in History.of(kept).stretches()]
        assert ranks == sorted(ranks)


@given(REVISIONS, DAYS)
def test_stretches_say_what_each_day_says(revisions: list[Observation], day: date) -> None:
    history = History.of(revisions)
    covering = [held.value for held in history.stretches() if held.covers(day)]
    found = history.as_of(day)
    assert covering == ([] if isinstance(found, NotYet | Ended) else [found])
    assert isinstance(found, NotYet) or any(one.known <= day for one in revisions)
