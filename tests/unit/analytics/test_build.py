"""Building a board: what it refuses, and what it leaves behind."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from muctieu.analytics import PlaceBoard, build, gather
from muctieu.errors import FileMissing, OutputError, SourceUnfit
from muctieu.observations import Gathering
from muctieu.places import Event, Flow, Places, Unit
from muctieu.scoreboard.target import Target

TARGET = Target("t", "i", "n", "%", "ge", Decimal(10), 2025, 2020)


def source(path: Path, columns: str) -> Path:
    with duckdb.connect() as engine:
        engine.execute(f"COPY (SELECT {columns}) TO '{path}' (FORMAT PARQUET)")
    return path


def good(path: Path) -> Path:
    days = "DATE '2021-01-01' AS first_day, DATE '2022-01-01' AS until_day, DATE '2022-02-01' AS known_day"
    return source(path, f"'Hải''s' AS place, 'i' AS indicator, {days}, 12.5 AS value")


def test_a_board_answers_by_place_and_by_what_was_known(tmp_path: Path) -> None:
    build(good(tmp_path / "s.parquet"), [TARGET], [], tmp_path / "deep" / "board")
    board = PlaceBoard(tmp_path / "deep" / "board")
    (row,) = board.of("Hải's", date(2024, 1, 1))
    assert (row.value, row.status, row.share_of_plan) == (12.5, "exceeded", 1.25)
    assert board.of("Hải's", date(2022, 1, 31)) == ()
    assert board.of("' OR 1 = 1 --", date(2024, 1, 1)) == ()
    assert sorted(path.name for path in (tmp_path / "deep").iterdir()) == ["board"]


def test_a_second_build_replaces_the_first(tmp_path: Path) -> None:
    for _ in range(2):
        build(good(tmp_path / "s.parquet"), [TARGET], [], tmp_path / "board")
    assert len(PlaceBoard(tmp_path / "board").tallies(date(2024, 1, 1))) == 1


@pytest.mark.parametrize("columns", ["1 AS place", "'p' AS place, 'i' AS indicator, 'x' AS first_day"])
def test_a_source_without_the_columns_has_its_sentence(columns: str, tmp_path: Path) -> None:
    with pytest.raises(SourceUnfit, match="needs the columns place, indicator, first_day"):
        build(source(tmp_path / "s.parquet", columns), [TARGET], [], tmp_path / "board")
    assert not (tmp_path / "board").exists()


MERGER = Places(
    [Unit(code, code, "xã", date(2000, 1, 1)) for code in ("Hải's", "b")] + [Unit("c", "c", "xã", date(2023, 7, 1))],
    [Event("merge", date(2023, 7, 1), "NQ", (Flow("Hải's", "c"), Flow("b", "c")))],
)
WAYS = {"i": Gathering("sum"), "other": None}


def test_gathering_needs_every_part_and_leaves_one_file(tmp_path: Path) -> None:
    for places, answer in ((1, []), (2, [25.0])):
        days = "DATE '2021-01-01' AS first_day, DATE '2022-01-01' AS until_day, DATE '2022-02-01' AS known_day"
        parts = (
            "SELECT unnest(['Hải''s', 'b'][:" + str(places) + f"]) AS place, 'i' AS indicator, {days}, 12.5 AS value"
        )
        with duckdb.connect() as engine:
            engine.execute(f"COPY ({parts}) TO '{tmp_path / 's.parquet'}' (FORMAT PARQUET)")
        gather(tmp_path / "s.parquet", MERGER, WAYS, date(2024, 1, 1), tmp_path / "out" / "g.parquet")
        build(tmp_path / "out" / "g.parquet", [TARGET], [], tmp_path / "board")
        assert [row.value for row in PlaceBoard(tmp_path / "board").of("c", date(2024, 1, 1)) if row.value] == answer
        assert [path.name for path in (tmp_path / "out").iterdir()] == ["g.parquet"]


def test_gathering_says_what_it_cannot_read_or_write(tmp_path: Path) -> None:
    with pytest.raises(SourceUnfit, match="needs the columns place, indicator, first_day"):
        gather(source(tmp_path / "s.parquet", "1 AS place"), MERGER, WAYS, date(2024, 1, 1), tmp_path / "g.parquet")
    assert [path.name for path in tmp_path.iterdir()] == ["s.parquet"]
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError):
        gather(good(tmp_path / "t.parquet"), MERGER, WAYS, date(2024, 1, 1), tmp_path / "file" / "g.parquet")


def test_gathering_nothing_gives_an_empty_file(tmp_path: Path) -> None:
    with duckdb.connect() as engine:
        engine.execute(
            f"COPY (SELECT * FROM read_parquet('{good(tmp_path / 's.parquet')}') LIMIT 0) TO '{tmp_path / 'e.parquet'}'"
            " (FORMAT PARQUET)"
        )
    gather(tmp_path / "e.parquet", MERGER, WAYS, date(2024, 1, 1), tmp_path / "g.parquet")
    build(tmp_path / "g.parquet", [TARGET], [], tmp_path / "board")
    assert PlaceBoard(tmp_path / "board").places() == ()


def test_a_missing_source_and_an_unwritable_folder(tmp_path: Path) -> None:
    with pytest.raises(SourceUnfit):
        build(tmp_path / "none.parquet", [TARGET], [], tmp_path / "board")
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError):
        build(good(tmp_path / "s.parquet"), [TARGET], [], tmp_path / "file" / "board")
    with pytest.raises(FileMissing):
        PlaceBoard(tmp_path / "nowhere")
