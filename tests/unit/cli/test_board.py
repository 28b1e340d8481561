"""`muctieu board` and `muctieu forecast` from the outside."""

import json
from pathlib import Path

import pytest

from muctieu.cli.main import main


def test_the_table_names_every_target_and_counts_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["board", "mẫu", "--lang", "vi"]) == 0
    shown = capsys.readouterr().out
    assert "Bảng điểm chỉ tiêu: Thành phố Móng Cái, ngày 15/10/2025" in shown
    assert "Tỷ lệ che phủ rừng" in shown
    assert "42 chỉ tiêu: vượt 10, đạt 3" in shown


def test_a_narrow_terminal_gets_the_reasons(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["board", "sample", "--lang", "en", "--place", "hai-xuan"]) == 0
    shown = capsys.readouterr().out
    assert "2024: 86%, above the target ≥ 85% by 2025." in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_an_average_target_shows_the_mean_that_is_judged(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["board", "sample", "--lang", "en", "--horizon", "2020", "--format", "html"]) == 0
    shown = capsys.readouterr().out
    assert "mean 15.02%; 12.3% (2020)" in shown
    assert "≥ 15% on average" in shown


def test_the_board_as_it_was_known_on_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["board", "sample", "--horizon", "2025", "--on", "2021-01-01", "--format", "json"]) == 0
    envelope = json.loads(capsys.readouterr().out)
    assert {one["status"] for one in envelope["targets"]} == {"no_data"}
    assert envelope["whole"]["reached"] is None


@pytest.mark.parametrize(("form", "names"), [("csvw", 2), ("open-sdg", 2)])
def test_formats_of_several_files_want_a_folder(
    form: str, names: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["board", "sample", "--format", form]) == 2
    assert "thư mục" in capsys.readouterr().err
    assert main(["board", "sample", "--format", form, "-o", f"{tmp_path}/out/"]) == 0
    assert len(list((tmp_path / "out").iterdir())) == names


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["board", "nowhere"], 3),
        (["board", "sample", "--on", "2025-02-30"], 2),
        (["board", "sample", "--place", "ha-long"], 6),
        (["board", "sample", "-o", "/nowhere/board.html", "--format", "html"], 4),
        (["board", "sample", "--horizon", "1990"], 6),
        (["forecast", "nowhere"], 3),
        (["forecast", "sample", "--indicator", "NO_SUCH"], 6),
        (["forecast", "sample", "--backtest", "--indicator", "NO_SUCH"], 6),
    ],
)
def test_exit_codes(arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == code
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_forecast_gives_intervals_and_a_backtest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["forecast", "sample", "--indicator", "DICH_VU", "--horizon", "2025", "--format", "json"]) == 0
    (one,) = json.loads(capsys.readouterr().out)
    assert one["forecast"]["low"] < one["forecast"]["high"]
    assert 0 < one["probability"] < 1
    assert main(["forecast", "sample"]) == 0
    shown = capsys.readouterr().out
    assert "Xác suất đạt" in shown
    assert "Quy mô dân số (Phường Móng Cái 1)" in shown
    assert main(["forecast", "sample", "--backtest", "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert 0.75 <= report["rows"][-1]["coverage"] <= 0.85
    assert main(["forecast", "sample", "--backtest", "--lang", "vi"]) == 0
    shown = capsys.readouterr().out
    assert "46 chuỗi năm" in shown
    assert "Hơn đường thẳng" in shown
    assert (
        main(["forecast", "sample", "--backtest", "--indicator", "DAN_SO", "--place", "hai-son", "--lang", "en"]) == 0
    )
    assert "at least 6 years with figures are needed" in capsys.readouterr().out


def test_a_city_dissolved_in_july_2025_goes_on_as_the_sum_of_the_new_units(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["board", "sample", "--place", "mong-cai", "--format", "json", "--lang", "en"]) == 0
    people = next(one for one in json.loads(capsys.readouterr().out)["targets"] if one["id"] == "T10")
    assert (people["latest"]["period"], people["latest"]["value"]) == ("2025-Q3", "115180")
    assert people["latest"]["gathered"]["on_weights"] == 0
    assert len(people["latest"]["gathered"]["parts"]) == 6
    assert main(["board", "sample", "--place", "mong-cai", "--on", "2025-06-30", "--format", "json"]) == 0
    before = next(one for one in json.loads(capsys.readouterr().out)["targets"] if one["id"] == "T10")
    assert (before["latest"]["period"], before["latest"]["gathered"]) == ("2024", None)


def test_a_new_unit_has_the_past_of_those_it_came_from(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["board", "sample", "--place", "mong-cai-1", "--place", "hai-ninh", "--format", "json"]) == 0
    water, people = json.loads(capsys.readouterr().out)["targets"]
    assert people["baseline"]["value"] == str(17200 + 12600 + 5000 + 4600 + 9800)
    assert water["baseline"]["period"] == "2022"  # one of its two communes has no figure later
    assert water["baseline"]["gathered"]["on_weights"] == 1
    assert "chưa có số liệu của Xã Quảng Nghĩa" in water["gaps"][-1]["reason"]
    assert main(["board", "sample", "--place", "hai-ninh", "--lang", "vi"]) == 0
    assert "Xã Hải Ninh" in capsys.readouterr().out
