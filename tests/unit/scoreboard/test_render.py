"""The renderings of one board: they agree with it, stand alone and are well formed."""

import csv
import io
import json
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from csvw import CSVW

import muctieu
from muctieu.errors import Language
from muctieu.scoreboard.board import Board, board
from muctieu.scoreboard.charts import chart
from muctieu.scoreboard.reading import read_register
from muctieu.scoreboard.render_csv import COLUMNS, render_csv, render_csvw, render_sdmx
from muctieu.scoreboard.render_html import render_html
from muctieu.scoreboard.render_json import render_json
from muctieu.scoreboard.render_open_sdg import render_open_sdg
from muctieu.scoreboard.words import number, quantity

SAMPLE = Path(muctieu.__file__).parent / "sample" / "register"


@pytest.fixture(scope="module")
def made() -> Board:
    register = read_register(SAMPLE)
    return board(register, register.latest_day)


class Tags(HTMLParser):
    """Which tags are open, and which ids and addresses there are."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = dict(attrs)
        self.ids += [facts["id"] or ""] if "id" in facts else []
        self.addresses += [facts[name] or "" for name in ("href", "src") if name in facts]
        if tag not in ("meta", "input", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_page_stands_alone_and_is_whole(made: Board, language: Language) -> None:
    page = render_html(made, language)
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    assert len(tags.ids) == len(set(tags.ids))
    assert {address.removeprefix("#") for address in tags.addresses} == {one.target.id for one in made.standings}
    assert set(re.findall(r"https?://[^\s\"'<)]+", page)) <= {
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    }
    assert "<script" not in page
    for standing in made.standings:
        assert standing.reason.of(language).replace("<", "&lt;") in page


def test_the_page_writes_figures_as_the_language_does(made: Board) -> None:
    assert "114.300 người" in render_html(made, "vi")
    assert "114,300 people" in render_html(made, "en")
    assert "Thành phố Móng Cái" in render_html(made, "vi")
    assert "Móng Cái City" in render_html(made, "en")


def test_json_holds_every_standing_exactly(made: Board) -> None:
    envelope = json.loads(render_json(made))
    assert [one["status"] for one in envelope["targets"]] == [one.status for one in made.standings]
    assert envelope["whole"]["counts"] == dict(made.whole.counts)
    first = envelope["targets"][0]
    assert (first["value"], first["latest"]["value"], first["baseline"]["value"]) == ("57.7", "57.2", "55.9")
    assert first["forecast"]["low"] <= first["forecast"]["middle"] <= first["forecast"]["high"]


def test_csv_has_a_line_a_target(made: Board) -> None:
    rows = list(csv.DictReader(io.StringIO(render_csv(made))))
    assert list(rows[0]) == list(COLUMNS)
    assert [row["status"] for row in rows] == [one.status for one in made.standings]
    assert rows[3]["value"] == "112000000"


def test_csvw_is_valid_against_its_file(made: Board, tmp_path: Path) -> None:
    (tmp_path / "board.csv").write_text(render_csv(made), encoding="utf-8")
    (tmp_path / "board.csv-metadata.json").write_text(render_csvw(made), encoding="utf-8")
    described = CSVW(str(tmp_path / "board.csv-metadata.json"), validate=True)
    assert described.is_valid
    (table,) = described.tables
    rows = list(table)
    assert len(rows) == len(made.standings)
    assert rows[0]["value"] == made.standings[0].target.value


def test_sdmx_has_a_line_an_observation_as_known_that_day(made: Board) -> None:
    rows = list(csv.DictReader(io.StringIO(render_sdmx(made.register, made.as_of))))
    insured = [row for row in rows if row["INDICATOR"] == "BHYT" and row["TIME_PERIOD"] == "2020"]
    assert [(row["OBS_VALUE"], row["OBS_STATUS"]) for row in insured] == [("92.6", "A")]
    then = list(csv.DictReader(io.StringIO(render_sdmx(made.register, date(2020, 12, 31)))))
    insured = [row for row in then if row["INDICATOR"] == "BHYT" and row["TIME_PERIOD"] == "2020"]
    assert [(row["OBS_VALUE"], row["OBS_STATUS"]) for row in insured] == [("95", "E")]
    assert {row["FREQ"] for row in rows} == {"A", "Q"}


def test_open_sdg_has_two_files_an_indicator(made: Board) -> None:
    written = dict(render_open_sdg(made))
    assert len(written) == 2 * 37  # a group's indicators, its places within them
    assert written["data/indicator_1-1-1.csv"].splitlines()[:2] == ["Year,Place,Value", "2015,,53.1"]
    assert 'progress_calculation_options: [{"base_year": 2020, "target_year": 2025' in written["meta/1-1-1.yml"]
    clean_water = written["data/indicator_3-1-1.csv"]
    assert "Xã Hải Xuân" in clean_water
    assert "2015,Xã Hải Ninh,32.0" in clean_water  # gathered, and apart from the city's own series


def test_a_chart_holds_its_own_figures(made: Board) -> None:
    spec = chart(made.standings[0])
    text = json.dumps(spec)
    assert "url" not in text
    assert {"year": 2024.0, "value": 57.2} in spec["layer"][-1]["data"]["values"]


@pytest.mark.parametrize(
    ("value", "unit", "vi", "en"),
    [
        ("1500000000", "VND", "1,5 tỷ đồng", "1.5 billion VND"),
        ("0", "%", "0%", "0%"),
        ("-1234.5", "{hộ}", "-1.234,5 hộ", "-1,234.5 households"),
        ("12", "1", "12", "12"),
    ],
)
def test_quantities(value: str, unit: str, vi: str, en: str) -> None:
    from decimal import Decimal

    assert quantity(Decimal(value), unit, "vi") == vi
    assert quantity(Decimal(value), unit, "en") == en
    assert number(-0.0) == "0"
