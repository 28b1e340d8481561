"""The law of gathering: over mergers, splits and transfers, the engine's figures are those of `on_geography`, as of any day with those bounds."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest
from tests.laws.test_analytics_agrees import write

from muctieu.analytics import PlaceBoard, build, gather
from muctieu.observations import STATUSES, Gathering, Observation, Observations, Series, on_geography
from muctieu.places import Event, Flow, Places, Unit
from muctieu.scoreboard.standing import assess
from muctieu.scoreboard.target import Target
from muctieu.values.dated import Ended, NotYet
from muctieu.values.period import Period

BORN, FIRST, SECOND = date(2000, 1, 1), date(2022, 7, 1), date(2024, 3, 1)
ON = date(2027, 1, 1)
DAYS = [date(2024, 3, 1), date(2025, 6, 30), ON]  # bounds do not change between them
WAYS = {
    "sum": Gathering("sum"),
    "mean": Gathering("mean"),
    "by area": Gathering("mean", "area"),
    "alone": None,
}


def unit(code: str, start: date = BORN, end: date | None = None, parent: str = "t", **sizes: int) -> Unit:
    return Unit(code, code, "xã", start, parent=parent, end=end, sizes={b: Fraction(s) for b, s in sizes.items()})


def history(random: Random) -> Places:
    """A town of five communes: two merge, one is split between two others, one gives a part away, then two of the new merge."""
    people = {code: random.randint(1, 9) * 1000 for code in "abcde"}
    area = {code: random.randint(1, 9) for code in "abcd"}  # of e it is not known
    half = Fraction(random.randint(1, 3), 4)
    units = [unit(code, population=people[code], **({"area": area[code]} if code in area else {})) for code in "abcde"]
    units += [unit("t", parent=""), unit("ab", FIRST), unit("de", SECOND)]
    return Places(
        units,
        [
            Event("merge", FIRST, "NQ 1", (Flow("a", "ab"), Flow("b", "ab"))),
            Event("split", FIRST, "NQ 2", (
                Flow("c", "d", {"population": half, "area": half}),
                Flow("c", "e", {"population": 1 - half, "area": 1 - half}),
            )),
            Event("merge", SECOND, "NQ 3", (Flow("d", "de"), Flow("e", "de"))),
            Event("transfer", SECOND, "NQ 4", (Flow("ab", "de", {"population": Fraction(1, 4)}),)),
        ],
    )  # fmt: skip


def observations(random: Random, places: Places) -> Iterator[Observation]:
    for place in places.units:
        for indicator in WAYS:
            for year in range(2019, 2027):
                last = date(year, 12, 31)
                if isinstance(places.version(place, last), NotYet | Ended) or random.random() < 0.15:
                    continue
                if place == "t" and random.random() < 0.5:
                    continue
                for revision in range(random.choice([1, 1, 2, 3])):
                    known = last + timedelta(days=random.randint(10, 60) + 150 * revision)
                    value, status = Decimal(random.randint(1, 40)), random.choice(STATUSES)
                    yield Observation(
                        indicator, place, Period.parse(str(year)), value, known, status, withdrawn=random.random() < 0.1
                    )  # fmt: skip


def targets() -> list[Target]:
    return [
        Target(f"t {indicator} {value}", indicator, "n", "1", comparator, Decimal(value), 2026, 2020)  # type: ignore[arg-type]
        for indicator in WAYS
        for comparator, value in (("ge", "13.4713"), ("le", "9.2917"), ("ge", "41.8831"))
    ]


def rows(known: list[Observation]) -> list[tuple[object, ...]]:
    return [(o.place, o.indicator, o.first, o.until, o.known, o.value, o.status, o.withdrawn) for o in known]


@pytest.mark.parametrize("seed", range(6))
def test_gathered_boards_agree_with_the_scoreboard(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    places = history(random)
    entered = list(observations(random, places))
    random.shuffle(entered)
    known, wanted = Observations(entered), targets()
    write(rows(entered), tmp_path / "source.parquet")  # type: ignore[arg-type]
    gather(tmp_path / "source.parquet", places, WAYS, ON, tmp_path / "gathered.parquet")
    build(tmp_path / "gathered.parquet", wanted, [], tmp_path / "board")
    board = PlaceBoard(tmp_path / "board")
    told = 0
    for day in DAYS:
        for place in places.units:
            found = {row.target: row for row in board.of(place, day)}
            for one in wanted:
                points, _ = on_geography(known, places, one.indicator, place, day, WAYS[one.indicator])
                standing = assess(one, Series(points), day, foretell=False)
                if not points:
                    assert one.id not in found or found[one.id].value is None
                    continue
                row = found[one.id]
                told += standing.latest is not None and standing.latest.gathered is not None
                assert (row.status, row.until) == (standing.status, standing.latest and standing.latest.until)
                near(row.value, standing.latest and standing.latest.value)
                near(row.base, standing.base and standing.base.value)
    assert told > 20, "few figures were gathered: the law was hardly tried"


def near(found: float | None, expected: Decimal | None) -> None:
    """Equal but for the scoreboard's rounding to one digit more than the figures have."""
    assert (found is None) == (expected is None)
    if found is not None and expected is not None:
        assert found == pytest.approx(float(expected), abs=0.0501)
