"""Two clocks: what a figure was on any day, as it was known then."""

from datetime import date
from decimal import Decimal

import pytest

from muctieu.errors import ValueInvalid
from muctieu.observations import Entered, History, Observation, Observations, Status
from muctieu.values.dated import Ended, Held, NotYet
from muctieu.values.period import Period

YEAR = Period.parse("2024")


def figure(
    value: str, known: str, status: Status = "official", *, withdrawn: bool = False, place: str = "a"
) -> Observation:
    return Observation(
        "BHYT", place, YEAR, Decimal(value), date.fromisoformat(known), status, Entered(), withdrawn=withdrawn
    )


ESTIMATE = figure("94", "2024-12-10", "estimated")
PRELIMINARY = figure("95.1", "2025-02-15", "preliminary")
OFFICIAL = figure("95.3", "2025-06-30")


def test_a_figure_is_as_it_was_known_that_day() -> None:
    history = History.of([OFFICIAL, ESTIMATE, PRELIMINARY])
    assert history.as_of(date(2024, 12, 9)) == NotYet(date(2024, 12, 10))
    assert history.as_of(date(2024, 12, 10)) is ESTIMATE
    assert history.as_of(date(2025, 6, 29)) is PRELIMINARY
    assert history.as_of(date(2030, 1, 1)) is OFFICIAL


def test_an_estimate_repeated_later_does_not_displace_the_official_figure() -> None:
    repeated = figure("94", "2025-08-01", "estimated")
    history = History.of([OFFICIAL, repeated])
    assert history.as_of(date(2025, 9, 1)) is OFFICIAL
    assert history.stretches() == (Held(OFFICIAL, OFFICIAL.known),)


def test_a_withdrawal_takes_back_what_stood_and_the_past_still_answers() -> None:
    taken_back, again = figure("95.3", "2025-07-10", withdrawn=True), figure("95.0", "2025-07-20")
    history = History.of([OFFICIAL, taken_back, again])
    assert history.as_of(date(2025, 7, 9)) is OFFICIAL
    assert history.as_of(date(2025, 7, 15)) == Ended(date(2025, 7, 10))
    assert history.stretches() == (
        Held(OFFICIAL, date(2025, 6, 30), date(2025, 7, 10)),
        Held(again, date(2025, 7, 20)),
    )


def test_a_withdrawal_of_nothing_changes_nothing() -> None:
    early = figure("0", "2024-12-01", withdrawn=True)
    assert History.of([early, ESTIMATE]).as_of(date(2024, 12, 5)) == NotYet(date(2024, 12, 1))
    assert History.of([early, ESTIMATE]).as_of(date(2024, 12, 31)) is ESTIMATE


def test_two_values_for_a_day_have_their_sentence() -> None:
    with pytest.raises(ValueInvalid) as caught:
        Observations([OFFICIAL, figure("95.4", "2025-06-30")])
    assert "95.3; 95.4" in caught.value.sentence("vi")
    assert "observations[BHYT, a, 2024, 2025-06-30]" in caught.value.sentence("en")
    with pytest.raises(ValueInvalid, match="at least one"):
        History.of([])


def test_the_ledger_keeps_every_revision_and_answers_by_day() -> None:
    elsewhere = figure("80", "2025-01-15", place="b")
    ledger = Observations([ESTIMATE, elsewhere, OFFICIAL])
    assert ledger.series() == (("BHYT", "a"), ("BHYT", "b"))
    assert ledger.known("BHYT", "a", date(2025, 1, 1)) == (ESTIMATE,)
    assert ledger.known("BHYT", "b", date(2025, 1, 1)) == ()
    assert ledger.history("BHYT", "a", Period.parse("2024-01/2024-12")).revisions == (ESTIMATE, OFFICIAL)
    assert (len(ledger), ledger.latest_day()) == (3, date(2025, 6, 30))
    assert Observations().latest_day() is None
    with pytest.raises(ValueInvalid, match="never was a figure"):
        ledger.history("BHYT", "a", Period.parse("2023"))
