"""Figures on another geography: over mergers, splits, transfers; what rests on weights; why there is none."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from muctieu.errors import ValueInvalid
from muctieu.places import Converted, Event, Flow, Naming, NotConvertible, Places, Unit, convert
from muctieu.values.dated import Ended, Held, NotYet
from muctieu.values.period import Period

BIRTH, CHANGE = date(2000, 1, 1), date(2025, 7, 1)
ACT = "Nghị quyết 1"
BEFORE, AFTER = Period.parse("2024"), Period.parse("2026")
THEN, NOW = date(2024, 12, 31), date(2026, 12, 31)


def unit(code: str, start: date = BIRTH, parent: str = "", end: date | None = None, **sizes: int) -> Unit:
    counted = {base: Fraction(size) for base, size in sizes.items()}
    return Unit(code, f"Xã {code.upper()}", "xã", start, parent=parent, end=end, sizes=counted)


def event(kind: str, flows: Iterable[Flow]) -> Event:
    return Event(kind, CHANGE, ACT, tuple(flows))  # type: ignore[arg-type]


def shares(**by_base: str) -> dict[str, Fraction]:
    return {base: Fraction(share) for base, share in by_base.items()}


MERGER = Places(
    [unit("a", population=3000), unit("b", population=1000), unit("c", CHANGE)],
    [event("merge", [Flow("a", "c"), Flow("b", "c")])],
)
SPLIT = Places(
    [unit("a", population=4000), unit("b", CHANGE), unit("c", CHANGE)],
    [event("split", [Flow("a", "b", shares(population="0.75")), Flow("a", "c", shares(population="0.25"))])],
)
TRANSFER = Places(
    [unit("a", population=4000), unit("b", population=2000)],
    [event("transfer", [Flow("a", "b", shares(population="0.1"))])],
)


def figure(places: Places, values: dict[str, str], period: Period, code: str, on: date, **options: object) -> Converted:
    found = convert(places, {key: Decimal(value) for key, value in values.items()}, period, code, on, **options)  # type: ignore[arg-type]
    assert isinstance(found, Converted), found
    return found


def test_a_merger_sums_counts_wholly() -> None:
    found = figure(MERGER, {"a": "120", "b": "30.5"}, BEFORE, "c", NOW)
    assert (found.value, found.on_weights) == (Decimal("150.5"), 0)
    assert found.parts == (("a", 1), ("b", 1))


def test_a_merger_weighs_rates_and_says_that_they_rest_on_weights() -> None:
    found = figure(MERGER, {"a": "90", "b": "70"}, BEFORE, "c", NOW, rate=True)
    assert (found.value, found.on_weights) == (Decimal(85), 1)
    assert dict(found.parts) == {"a": Fraction(3, 4), "b": Fraction(1, 4)}


def test_a_split_divides_counts_by_the_base_and_keeps_rates() -> None:
    found = figure(SPLIT, {"a": "200"}, BEFORE, "c", NOW)
    assert (found.value, found.on_weights) == (Decimal(50), 1)
    assert figure(SPLIT, {"a": "91"}, BEFORE, "b", NOW, rate=True).value == Decimal(91)


def test_a_unit_that_was_split_is_the_sum_of_its_parts_afterwards() -> None:
    found = figure(SPLIT, {"b": "160", "c": "45"}, AFTER, "a", THEN)
    assert (found.value, found.on_weights) == (Decimal(205), 0)


def test_a_transfer_moves_its_share_only() -> None:
    giver = figure(TRANSFER, {"a": "100", "b": "50"}, BEFORE, "a", NOW)
    taker = figure(TRANSFER, {"a": "100", "b": "50"}, BEFORE, "b", NOW)
    assert (giver.value, taker.value) == (Decimal(90), Decimal(60))
    assert (giver.on_weights, taker.on_weights) == (1, Fraction(1, 6))


def test_a_city_dissolved_with_its_communes_still_has_its_sum() -> None:
    places = Places(
        [unit("city", end=CHANGE), unit("a", parent="city"), unit("b", parent="city"), unit("c", CHANGE)],
        [event("merge", [Flow("a", "c"), Flow("b", "c")])],
    )
    assert figure(places, {"c": "77"}, AFTER, "city", THEN).value == Decimal(77)
    assert places.below("city", THEN) == (places.unit("a"), places.unit("b"))
    assert places.bearing_on("city") == {"city", "a", "b", "c"}


def test_renaming_and_promotion_change_no_bounds() -> None:
    ward = Event("promotion", CHANGE, ACT, unit="a", naming=Naming("Phường A", "phường", "001"))
    places = Places([unit("a")], [ward])
    assert figure(places, {"a": "12"}, BEFORE, "a", NOW).value == Decimal(12)
    assert places.naming("a", THEN) == Held(Naming("Xã A", "xã", ""), BIRTH, CHANGE)
    assert places.naming("a", NOW) == Held(Naming("Phường A", "phường", "001"), CHANGE)


def test_a_day_before_a_unit_is_not_yet_and_after_it_is_ended() -> None:
    assert MERGER.version("c", THEN) == NotYet(CHANGE)
    assert MERGER.version("a", NOW) == Ended(CHANGE)
    assert [one.id for one in MERGER.in_force(NOW)] == ["c"]


# history, values, period, unit asked, day of its bounds, options, words
REFUSALS = [
    (MERGER, {"a": "1"}, BEFORE, "c", NOW, {}, "there is no figure of Xã B"),
    (MERGER, {"a": "1"}, AFTER, "c", NOW, {}, "Xã A ended on 2025-07-01, before 2026 was over"),
    (MERGER, {"c": "1"}, BEFORE, "c", NOW, {}, "Xã C began on 2025-07-01, after 2024"),
    (MERGER, {"c": "1"}, AFTER, "a", NOW, {}, "Xã A ended on 2025-07-01, so it has no geography on 2026-12-31"),
    (SPLIT, {"a": "1"}, BEFORE, "b", NOW, {"base": "area"}, "there is no weight by “area” for the part of Xã A"),
    (
        Places([unit("a"), unit("b"), unit("c", CHANGE)], [event("merge", [Flow("a", "c"), Flow("b", "c")])]),
        {"a": "1", "b": "2"}, BEFORE, "c", NOW, {"rate": True}, "there is no weight by “population”",
    ),
    (Places([unit("a", CHANGE), unit("b")]), {"b": "1"}, BEFORE, "a", NOW, {}, "enter the event that made it"),
    (Places([unit("a", end=CHANGE), unit("b")]), {"b": "1"}, AFTER, "a", THEN, {}, "enter the event that ended it"),
]  # fmt: skip


@pytest.mark.parametrize(("places", "values", "period", "code", "on", "options", "words"), REFUSALS)
def test_what_cannot_be_converted_says_why(
    places: Places, values: dict[str, str], period: Period, code: str, on: date, options: dict[str, object], words: str
) -> None:
    found = convert(places, {key: Decimal(value) for key, value in values.items()}, period, code, on, **options)  # type: ignore[arg-type]
    assert isinstance(found, NotConvertible)
    assert words in found.en
    assert found.vi.endswith(".")
    assert found.vi != found.en


# units, events, words
FAULTS = [
    ([unit("a"), unit("a")], [], "this id is there already"),
    ([unit("a", end=BIRTH)], [], "the end must come after the start"),
    ([unit("a", parent="z")], [], "no such unit above"),
    ([unit("a", parent="b"), unit("b", parent="a")], [], "run in a circle"),
    (
        [unit("a"), unit("b", CHANGE), unit("c", CHANGE)],
        [event("split", [Flow("a", "b", shares(population="0.5")), Flow("a", "c", shares(population="0.4"))])],
        "sum to exactly 1",
    ),
    ([unit("a"), unit("b")], [event("transfer", [Flow("a", "b", shares(population="1.5"))])], "between 0 and 1"),
    (
        [unit("a"), unit("b", CHANGE), unit("c", CHANGE)],
        [event("split", [Flow("a", "b", shares(population="0.5")), Flow("a", "c", shares(area="0.5"))])],
        "by the same bases",
    ),
    (
        [unit("a", end=date(2020, 1, 1)), unit("c", CHANGE)],
        [event("merge", [Flow("a", "c")])],
        "the unit ended on 2020-01-01, before the event",
    ),
    ([unit("a", date(2026, 1, 1)), unit("c", CHANGE)], [event("merge", [Flow("a", "c")])], "before its unit exists"),
    ([unit("a"), unit("c", date(2025, 8, 1))], [event("merge", [Flow("a", "c")])], "correct its start"),
    (
        [unit("a"), unit("c", CHANGE)],
        [event("merge", [Flow("a", "c")]), event("merge", [Flow("a", "c")])],
        "written twice for one day",
    ),
]


@pytest.mark.parametrize(("units", "events", "words"), FAULTS)
def test_a_history_that_cannot_be_has_its_sentence(units: list[Unit], events: list[Event], words: str) -> None:
    with pytest.raises(ValueInvalid) as caught:
        Places(units, events)
    assert words in caught.value.sentence("en")
