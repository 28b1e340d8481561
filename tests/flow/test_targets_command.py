"""`muctieu targets` from the command line: its formats, several files, a report without a target."""

import csv
import io
import json

import pytest

from muctieu.cli.main import main
from muctieu.targets.wire import TARGET_FIELDS

REPORT = """BÁO CÁO KẾT QUẢ NĂM 2024, KẾ HOẠCH NĂM 2025 CỦA XÃ SUỐI REO
I. KẾT QUẢ NĂM 2024
Năm 2024, trồng rừng được 118 ha, vượt kế hoạch đề ra (120 ha); tỷ lệ hộ nghèo còn 3,6% (chỉ tiêu là 4%).
II. CHỈ TIÊU CHỦ YẾU NĂM 2025
1. Trồng rừng 125 ha.
2. Tỷ lệ hộ nghèo còn dưới 3% & <b>.
"""


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "xa.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def out(capsys, *words):
    assert main(["targets", *map(str, words)]) == 0
    return capsys.readouterr().out


def test_json_is_the_envelope_of_the_wire_format(report, capsys):
    written = json.loads(out(capsys, report, "--format", "json"))
    assert set(written) == {"muctieu", "document", "targets"}
    assert all(tuple(target) == TARGET_FIELDS for target in written["targets"])
    missed = written["targets"][0]
    assert (missed["value"], missed["result"]["value"]) == ("120", "118")
    assert (missed["stated"], missed["computed"]) == ("exceeded", "missed")


def test_jsonl_and_csv_hold_the_same_targets(report, capsys):
    lines = [json.loads(line) for line in out(capsys, report, "--format", "jsonl").splitlines()]
    rows = list(csv.DictReader(io.StringIO(out(capsys, report, "--format", "csv"))))
    assert [line["id"] for line in lines] == [row["id"] for row in rows]
    assert rows[0]["result_value"] == "118"
    assert {row["document"] for row in rows} == {"xa.txt"}


def test_the_table_counts_verdicts_and_marks_where_words_and_figures_differ(report, capsys):
    table = out(capsys, report)
    assert "vượt ⚠" in table
    assert "4 chỉ tiêu: vượt 1, không đạt 1, chưa rõ 2." in table


def test_the_page_stands_alone_and_escapes_the_report(report, capsys):
    page = out(capsys, report, "--format", "html")
    assert "<b>" not in page
    assert "http" not in page
    assert '<tr class="missed"' in page


def test_a_report_without_targets_says_so(tmp_path, capsys):
    path = tmp_path / "a.txt"
    path.write_text("Xã có 12 thôn với 3.400 hộ.", encoding="utf-8")
    assert "Không thấy chỉ tiêu nào" in out(capsys, path)
    assert "No target was found" in out(capsys, path, "--lang", "en")
    assert "Không thấy chỉ tiêu nào" in out(capsys, path, "--format", "html", "--lang", "vi")


def test_several_reports_are_told_apart(report, tmp_path, capsys):
    other = tmp_path / "b.txt"
    other.write_text(REPORT, encoding="utf-8")
    assert len(json.loads(out(capsys, report, other, "--format", "json"))) == 2
