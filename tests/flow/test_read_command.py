"""`muctieu read` and `muctieu text`, end to end."""

import csv
import io
import json
import os
import subprocess
import sys
import unicodedata

import pytest
from tests.flow.reports import FIRST, SECOND


def test_text_prints_exactly_the_reading_text(run, tmp_path):
    path = tmp_path / "roi.txt"
    path.write_text(unicodedata.normalize("NFD", FIRST), encoding="utf-16")
    assert run("text", path)[:2] == (0, FIRST)


def test_table_shows_figure_value_kind_and_indicator(run, reports, monkeypatch):
    monkeypatch.setenv("COLUMNS", "160")
    code, out, err = run("read", reports / "mot.txt")
    assert (code, err) == (0, "")
    row = next(line for line in out.splitlines() if "1.234,5 tỷ đồng" in line)
    assert "mức" in row
    assert "2023" in row
    assert "ổng thu ngân sách" in row
    assert out.splitlines()[-1].startswith("mot.txt: 3 số liệu")


@pytest.mark.parametrize("columns", [60, 80, 120, 160, 200])
def test_table_keeps_to_the_terminal(run, reports, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    _, out, _ = run("read", reports / "mot.txt")
    assert max(map(len, out.splitlines()[2:-1])) <= columns
    assert "1.234,5 tỷ đồng" in out


def test_table_speaks_english(run, reports):
    _, out, _ = run("--lang", "en", "read", reports / "mot.txt")
    assert "Indicator" in out
    assert "3 figures" in out


def test_json_of_one_file_is_one_object(run, reports):
    code, out, _ = run("read", reports / "mot.txt", "--format", "json")
    found = json.loads(out)
    assert code == 0
    assert list(found) == ["muctieu", "document", "claims"]
    assert list(found["document"]) == [
        "name", "sha256", "characters", "title", "place", "period", "sections", "footnotes", "tables",
    ]  # fmt: skip
    assert found["document"]["characters"] == len(FIRST)
    first = found["claims"][0]
    assert list(first) == [
        "id", "start", "end", "text", "value", "value_to", "resolution", "unit", "per", "comparator", "kind", "status", "period",
        "basis", "indicator", "whole", "section", "footnote", "sentence",
    ]  # fmt: skip
    assert (first["value"], first["resolution"], first["unit"]) == ("1234500000000", "100000000", "VND")


@pytest.mark.parametrize("words", [FIRST, "Không có số nào ở đây.\n"])
def test_json_is_written_as_if_at_once(run, tmp_path, words):
    path = tmp_path / "mot.txt"
    path.write_text(words, encoding="utf-8")
    _, out, _ = run("read", path, "--format", "json")
    assert out == json.dumps(json.loads(out), ensure_ascii=False, indent=1) + "\n"


def test_json_of_a_folder_is_a_list(run, reports):
    _, out, _ = run("read", reports, "--format", "json")
    assert [each["document"]["name"] for each in json.loads(out)] == ["mot.txt", "hai.txt"]


def test_jsonl_is_a_claim_a_line(run, reports):
    _, out, _ = run("read", reports / "mot.txt", "--format", "jsonl")
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["c1", "c2", "c3"]
    _, out, _ = run("read", reports, "--format", "jsonl")
    assert [json.loads(line)["document"] for line in out.splitlines()] == ["mot.txt"] * 3 + ["hai.txt"]


def test_csv_has_the_documented_columns(run, reports):
    _, out, _ = run("read", reports, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert len(rows) == 4
    assert rows[0]["document"] == "mot.txt"
    assert rows[0]["value"] == "1234500000000"
    assert rows[2]["whole"] == "30"
    assert rows[0]["sentence_start"] == "0"


def test_csv_has_a_byte_order_mark_only_for_excel(run, reports):
    assert run("read", reports / "mot.txt", "--format", "csv")[1][0] == "d"
    assert run("read", reports / "mot.txt", "--format", "csv", "--excel")[1][0] == "\ufeff"


def test_a_file_is_written_whole_and_with_ordinary_rights(run, reports, tmp_path):
    goal = tmp_path / "ra.json"
    code, out, err = run("read", reports / "mot.txt", "--format", "json", "-o", goal)
    assert (code, out, err) == (0, "", "")
    assert json.loads(goal.read_text(encoding="utf-8"))["muctieu"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bao-cao", "ra.json"]
    mask = os.umask(0)
    os.umask(mask)
    assert goal.stat().st_mode & 0o777 == 0o666 & ~mask


def test_a_folder_gets_a_file_for_each_report(run, reports, tmp_path):
    (reports / "xa" / "mot.txt").write_text(SECOND, encoding="utf-8")
    goal = tmp_path / "trang"
    assert run("read", reports, "--format", "html", "-o", f"{goal}/")[0] == 0
    assert sorted(path.name for path in goal.iterdir()) == ["hai.txt.html", "mot.txt-2.html", "mot.txt.html"]


def test_several_jobs_give_the_same_as_one(run, reports):
    alone = run("read", reports, "--format", "jsonl")
    assert run("read", reports, "--format", "jsonl", "--jobs", "2") == alone


def test_of_several_files_the_readable_ones_are_read(run, reports):
    code, out, err = run("read", reports / "khong-co.txt", reports / "mot.txt", "--format", "json")
    assert code == 3
    assert [each["document"]["name"] for each in json.loads(out)] == ["mot.txt"]
    assert err.startswith("Không tìm thấy tệp")
    assert err.count("\n") == 1


def test_standard_input_is_read(reports):
    done = subprocess.run(
        [sys.executable, "-m", "muctieu", "read", "-", "--format", "json"],
        input=FIRST.encode(),
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=True,
    )
    found = json.loads(done.stdout.decode())
    assert found["document"]["name"] == "-"
    assert len(found["claims"]) == 3


def test_a_closed_pipe_ends_quietly(reports):
    process = subprocess.Popen(
        [sys.executable, "-m", "muctieu", "read", *[str(reports / "mot.txt")] * 400, "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdout.read(10)
    process.stdout.close()
    complaint = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 0
    assert complaint == b""


def test_the_sample_is_read(run):
    code, out, _ = run("sample", "--format", "json")
    assert code == 0
    assert len(json.loads(out)["claims"]) > 20
