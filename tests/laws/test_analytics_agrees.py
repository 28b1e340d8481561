"""The law of the engine: on any register, the SQL says what the scoreboard says."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

import duckdb
import pytest

from muctieu.analytics import PlaceBoard, build
from muctieu.observations import STATUSES, Observation, Observations, Point, Series, Status
from muctieu.scoreboard.rollup import total
from muctieu.scoreboard.standing import Standing, assess
from muctieu.scoreboard.target import Target
from muctieu.values.period import Period

PLACES = ["Ka Long", "Trà Cổ", "Đường Hoa's"]
INDICATORS = [f"i{n}" for n in range(10)]
ADDITIVE = set(INDICATORS[:4])
DAYS = [date(2022, 6, 30), date(2024, 2, 29), date(2027, 1, 1)]
Row = tuple[str, str, date, date, date, Decimal, Status, bool]


def month(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)


def observations(random: Random) -> Iterator[Row]:
    for place in PLACES:
        for indicator in INDICATORS:
            length = random.choice([1, 3, 6, 12, 12])
            for start in range(2018 * 12, 2026 * 12, length):
                if random.random() < 0.15:
                    continue
                for revision in range(random.choice([1, 1, 2, 3])):
                    known = month(start + length) + timedelta(days=20 + 200 * revision)
                    value, status = Decimal(random.randint(0, 40)), random.choice(STATUSES)
                    withdrawn = random.random() < 0.1
                    yield place, indicator, month(start), month(start + length), known, value, status, withdrawn
            if random.random() < 0.3:
                yield (
                    place,
                    indicator,
                    month(2022 * 12),
                    month(2023 * 12),
                    date(2023, 5, 1),
                    Decimal(random.randint(50, 90)),
                    "official",
                    False,
                )


def targets(random: Random) -> Iterator[Target]:
    for number in range(60):
        comparator = random.choice(["ge", "le", "eq", "approx", "between"])
        value = None if random.random() < 0.05 else Decimal(random.randint(0, 60))
        yield Target(
            id=f"t{number:02}",
            indicator=random.choice(INDICATORS),
            name="n",
            unit="1",
            comparator=comparator,  # type: ignore[arg-type]
            value=value,
            value_to=value + random.randint(0, 20) if value is not None and comparator == "between" else None,
            horizon=random.choice([2023, 2025]),
            start=2020,
            cadence=random.choice(["end", "end", "annual", "average"]),  # type: ignore[arg-type]
            direction=random.choice([None, None, "up", "down"]),  # type: ignore[arg-type]
            place=random.choice(["", "", PLACES[0]]),
            baseline=random.choice([None, None, Decimal(random.randint(0, 30))]),
            weight=Decimal(random.randint(1, 3)),
        )


def register(rows: list[Row]) -> Observations:
    def one(row: Row) -> Observation:
        place, indicator, first, until, known, value, status, withdrawn = row
        period = Period.parse(f"{first:%Y-%m}/{until - timedelta(days=1):%Y-%m}")
        return Observation(indicator, place, period, value, known, status, withdrawn=withdrawn)

    return Observations(one(row) for row in rows)


def known_on(known: Observations, place: str, indicator: str, day: date) -> Series:
    points = tuple(Point.of(one) for one in known.known(indicator, place, day))
    return Series(points, additive=indicator in ADDITIVE)


def write(rows: list[Row], path: Path) -> None:
    with duckdb.connect() as engine:
        days = "first_day DATE, until_day DATE, known_day DATE"
        engine.execute(
            f"CREATE TABLE o (place VARCHAR, indicator VARCHAR, {days}, value DOUBLE, status VARCHAR, withdrawn BOOLEAN)"
        )
        engine.executemany(
            "INSERT INTO o VALUES (?, ?, ?, ?, ?, ?, ?, ?)", [[*row[:5], float(row[5]), *row[6:]] for row in rows]
        )
        engine.execute(f"COPY o TO '{path}' (FORMAT PARQUET)")


@pytest.mark.parametrize("seed", range(4))
def test_the_engine_agrees_with_the_scoreboard(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    rows, wanted = list(observations(random)), list(targets(random))
    random.shuffle(rows)
    known = register(rows)
    write(rows, tmp_path / "source.parquet")
    build(tmp_path / "source.parquet", wanted, ADDITIVE, tmp_path / "board")
    board = PlaceBoard(tmp_path / "board")
    assert set(board.places()) == set(PLACES)
    for day in DAYS:
        tallies = {tally.place: tally for tally in board.tallies(day)}
        for place in PLACES:
            expected = [
                assess(one, known_on(known, place, one.indicator, day), day, foretell=False)
                for one in wanted
                if one.place in ("", place)
            ]
            found = board.of(place, day)
            assert [row.target for row in found] == [standing.target.id for standing in expected]
            for row, standing in zip(found, expected, strict=True):
                compare(row._asdict(), standing)
            whole = total(expected)
            assert tallies[place].targets == whole.targets
            assert tallies[place].judged / tallies[place].weight == pytest.approx(whole.judged)
            if whole.judged:
                assert tallies[place].reached / tallies[place].judged == pytest.approx(whole.reached)
                assert tallies[place].promising / tallies[place].judged == pytest.approx(whole.promising)
                assert tallies[place].lost / tallies[place].judged == pytest.approx(whole.lost)


def compare(row: dict[str, object], standing: Standing) -> None:
    linear = standing.measure("linear")
    latest = standing.latest
    expected = {
        "status": standing.status,
        "value": None if latest is None else float(latest.value),
        "until": None if latest is None else latest.until,
        "base": None if standing.base is None else float(standing.base.value),
        "share_of_plan": standing.share_of_plan,
        "way": standing.way,
        "time": standing.time,
        "ratio": linear.ratio if linear else None,
        "growth": standing.growth,
    }
    for name, value in expected.items():
        assert row[name] == (pytest.approx(value) if isinstance(value, float) else value), (name, standing.target)
