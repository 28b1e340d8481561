"""Laws of geographies: totals are kept, whole units come back exactly, the weights of a mean sum to one."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from muctieu.places import Converted, Event, Flow, Places, Unit, convert
from muctieu.values.period import Period

BIRTH = date(2000, 1, 1)
STEPS = (date(2010, 7, 1), date(2015, 7, 1), date(2020, 7, 1))
BEFORE, AFTER = Period.parse("2009"), Period.parse("2021")
THEN, NOW = BEFORE.last_day, AFTER.last_day
WHOLE = ("merge", "move")


class World:
    """Units that merge, split and give parts away, step after step; `alive` are those in force after the last."""

    def __init__(self, first: int, draw: st.DrawFn, kinds: tuple[str, ...]) -> None:
        self.units = [
            Unit(f"u{n}", f"Xã {n}", "xã", BIRTH, sizes={"population": Fraction(draw(st.integers(1, 9999)))})
            for n in range(first)
        ]
        self.first = tuple(unit.id for unit in self.units)
        self.alive = list(self.first)
        self.events: list[Event] = []
        for day in STEPS:
            self._step(day, draw(st.sampled_from(kinds)), draw)

    def _new(self, day: date) -> str:
        code = f"u{len(self.units)}"
        self.units.append(Unit(code, f"Xã {code}", "xã", day))
        return code

    def _step(self, day: date, kind: str, draw: st.DrawFn) -> None:
        if kind == "merge" and len(self.alive) > 1:
            size = draw(st.integers(2, len(self.alive)))
            sources = draw(st.permutations(self.alive))[:size]
            into = self._new(day)
            flows = tuple(Flow(source, into) for source in sources)
            self.alive = [one for one in self.alive if one not in sources] + [into]
        elif kind == "move":
            source = draw(st.sampled_from(self.alive))
            into = self._new(day)
            kind, flows = "merge", (Flow(source, into),)
            self.alive = [one for one in self.alive if one != source] + [into]
        elif kind == "split":
            source, share = draw(st.sampled_from(self.alive)), Fraction(draw(st.integers(1, 99)), 100)
            one, other = self._new(day), self._new(day)
            flows = Flow(source, one, {"population": share}), Flow(source, other, {"population": 1 - share})
            self.alive = [known for known in self.alive if known != source] + [one, other]
        elif kind == "transfer" and len(self.alive) > 1:
            source, target = draw(st.permutations(self.alive))[:2]
            flows = (Flow(source, target, {"population": Fraction(draw(st.integers(1, 99)), 100)}),)
        else:
            return
        self.events.append(Event(kind, day, "Nghị quyết", flows))  # type: ignore[arg-type]

    @property
    def places(self) -> Places:
        return Places(self.units, self.events)


@st.composite
def worlds(draw: st.DrawFn, kinds: tuple[str, ...] = (*WHOLE, "split", "transfer")) -> World:
    return World(draw(st.integers(1, 5)), draw, kinds)


def values(draw: st.DataObject, units: list[str] | tuple[str, ...]) -> dict[str, Decimal]:
    return {unit: draw.draw(st.decimals(0, 1000, places=1)) for unit in units}


def converted(
    places: Places,
    known: dict[str, Decimal],
    period: Period,
    units: list[str] | tuple[str, ...],
    on: date,
    rate: bool = False,
) -> Iterator[Converted]:
    for unit in units:
        found = convert(places, known, period, unit, on, rate=rate)
        assert isinstance(found, Converted), found
        yield found


@given(worlds(), st.data())
def test_the_total_is_kept_on_the_new_geography(world: World, draw: st.DataObject) -> None:
    known = values(draw, world.first)
    figures = list(converted(world.places, known, BEFORE, world.alive, NOW))
    assert sum(one.exact for one in figures) == sum(map(Fraction, known.values()))
    assert all(0 <= one.on_weights <= 1 for one in figures)


@given(worlds(), st.data())
def test_the_total_is_kept_on_the_old_geography(world: World, draw: st.DataObject) -> None:
    known = values(draw, world.alive)
    figures = list(converted(world.places, known, AFTER, world.first, THEN))
    assert sum(one.exact for one in figures) == sum(map(Fraction, known.values()))


@given(worlds(kinds=("move",)), st.data())
def test_a_round_trip_with_whole_units_is_exact(world: World, draw: st.DataObject) -> None:
    known = values(draw, world.first)
    there = dict(
        zip(world.alive, (one.value for one in converted(world.places, known, BEFORE, world.alive, NOW)), strict=True)
    )
    back = converted(world.places, there, AFTER, world.first, THEN)
    assert {unit: one.value for unit, one in zip(world.first, back, strict=True)} == known


@given(worlds(kinds=WHOLE), st.data())
def test_whole_units_rest_on_no_weights(world: World, draw: st.DataObject) -> None:
    known = values(draw, world.first)
    assert {one.on_weights for one in converted(world.places, known, BEFORE, world.alive, NOW)} == {0}


@given(worlds(), st.data())
def test_the_weights_of_a_mean_sum_to_one_and_it_lies_between_its_parts(world: World, draw: st.DataObject) -> None:
    known = values(draw, world.first)
    for one in converted(world.places, known, BEFORE, world.alive, NOW, rate=True):
        assert sum(weight for _, weight in one.parts) == 1
        taken = [Fraction(known[unit]) for unit, weight in one.parts if weight]
        assert min(taken) <= one.exact <= max(taken)


@given(worlds(), st.data())
def test_the_mean_of_all_is_the_same_on_either_geography(world: World, draw: st.DataObject) -> None:
    known, places = values(draw, world.first), world.places
    sizes = {unit.id: unit.sizes["population"] for unit in world.units if unit.sizes}
    before = sum(Fraction(known[unit]) * size for unit, size in sizes.items())
    after = Fraction(0)
    for unit, one in zip(world.alive, converted(places, known, BEFORE, world.alive, NOW, rate=True), strict=True):
        size = places.version(unit, NOW).size("population")  # type: ignore[union-attr]
        assert size is not None
        after += one.exact * size
    assert after == before
