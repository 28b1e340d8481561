"""Building a board: what it refuses, and what it leaves behind."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from muctieu.analytics import PlaceBoard, build
from muctieu.errors import FileMissing, OutputError, SourceUnfit
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


def test_a_missing_source_and_an_unwritable_folder(tmp_path: Path) -> None:
    with pytest.raises(SourceUnfit):
        build(tmp_path / "none.parquet", [TARGET], [], tmp_path / "board")
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError):
        build(good(tmp_path / "s.parquet"), [TARGET], [], tmp_path / "file" / "board")
    with pytest.raises(FileMissing):
        PlaceBoard(tmp_path / "nowhere")
