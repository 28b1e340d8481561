"""`muctieu audit` from end to end: what it finds, how it ends, what it writes."""

import json
from zipfile import ZipFile

import pytest

SLIP = "Năm 2023, bộ phận một cửa đã giải quyết đúng hạn 1.500/2.000 hồ sơ, đạt 57%.\n"
CLEAN = "Năm 2023, bộ phận một cửa đã giải quyết đúng hạn 1.500/2.000 hồ sơ, đạt 75%.\n"


@pytest.fixture
def slip(tmp_path):
    path = tmp_path / "bao-cao.txt"
    path.write_text(SLIP, encoding="utf-8")
    return path


def test_a_slip_is_named_and_ends_with_one(run, slip):
    code, out, _ = run("audit", slip)
    assert code == 1
    assert "[ratio]" in out
    assert "75%" in out


def test_a_clean_report_ends_with_zero(run, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(CLEAN, encoding="utf-8")
    code, out, _ = run("audit", path)
    assert code == 0
    assert "0 lỗi" in out


def test_never_failing(run, slip):
    assert run("audit", slip, "--fail-on", "never")[0] == 0


def test_json_is_the_wire_format(run, slip):
    _, out, _ = run("audit", slip, "--format", "json")
    envelope = json.loads(out)
    (finding,) = envelope["findings"]
    assert finding["rule"] == "ratio"
    assert finding["spans"]
    assert isinstance(envelope["held"], int)


@pytest.mark.parametrize("form", ["sarif", "csv", "html", "jsonl"])
def test_other_formats_name_the_rule(run, slip, form):
    assert "ratio" in run("audit", slip, "--format", form)[1]


def test_an_accepted_finding_is_silent(run, slip):
    found = json.loads(run("audit", slip, "--format", "json")[1])["findings"][0]
    beside = slip.with_name(slip.name + ".muctieu.toml")
    beside.write_text(
        f'[[accepted]]\nfingerprint = "{found["fingerprint"]}"\nreason = "Đã hỏi đơn vị."\n', encoding="utf-8"
    )
    assert run("audit", slip)[0] == 0


def test_an_acceptance_needs_a_reason(run, slip):
    slip.with_name(slip.name + ".muctieu.toml").write_text('[[accepted]]\nfingerprint = "x"\n', encoding="utf-8")
    code, _, said = run("audit", slip)
    assert code == 6
    assert "lý do" in said


def test_two_reports_are_held_against_each_other(run, tmp_path):
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text("Năm 2023, tổng đàn lợn đạt 48.615 con.\n", encoding="utf-8")
    second.write_text("Năm 2023, tổng đàn lợn đạt 52.300 con.\n", encoding="utf-8")
    code, out, _ = run("audit", first, second, "--format", "json", "--fail-on", "warning")
    assert code == 1
    earlier, later = json.loads(out)
    assert earlier["findings"] == []
    (finding,) = later["findings"]
    assert finding["rule"] == "across"
    assert finding["other"]["name"] == "a.txt"
    assert run("audit", first, second, "--ignore", "across", "--fail-on", "warning")[0] == 0


def test_a_pdf_or_word_file_comes_back_annotated(run, tmp_path):
    from tests.unit.document.remarks.word_report import word_report

    source, goal = tmp_path / "a.docx", tmp_path / "b.docx"
    source.write_bytes(word_report("<w:p><w:r><w:t>Có 12/11 thôn đạt chuẩn.</w:t></w:r></w:p>"))
    assert run("audit", source, "--annotate", goal)[0] == 1
    with ZipFile(goal) as archive:
        assert "12/11" in archive.read("word/comments.xml").decode()
        assert "12/11 thôn" in archive.read("word/document.xml").decode().split("commentRangeStart")[1]


@pytest.mark.parametrize(("goal", "said"), [("b.pdf", ".docx"), ("a.docx", "chính là báo cáo")])
def test_an_annotated_copy_is_of_the_report_s_format_and_not_the_report(run, tmp_path, goal, said):
    from tests.unit.document.remarks.word_report import word_report

    source = tmp_path / "a.docx"
    source.write_bytes(word_report())
    before = source.read_bytes()
    code, _, complaint = run("audit", source, "--annotate", tmp_path / goal)
    assert code == 2
    assert said in complaint
    assert source.read_bytes() == before


def test_plain_text_has_no_place_for_comments(run, slip, tmp_path):
    code, _, said = run("audit", slip, "--annotate", tmp_path / "b.docx")
    assert code == 2
    assert "bao-cao.txt" in said


def test_sarif_names_files_as_uris_and_rules_that_it_describes(run, tmp_path):
    path = tmp_path / "báo cáo.txt"
    path.write_text(SLIP, encoding="utf-8")
    log = json.loads(run("audit", path, "--format", "sarif")[1])
    assert log["version"] == "2.1.0"
    (each,) = log["runs"]
    rules = {rule["id"] for rule in each["tool"]["driver"]["rules"]}
    (result,) = each["results"]
    assert result["ruleId"] in rules
    assert result["level"] in ("none", "note", "warning", "error")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "b%C3%A1o%20c%C3%A1o.txt"
    region = place["region"]
    assert SLIP[region["charOffset"] : region["charOffset"] + region["charLength"]] == region["snippet"]["text"]


def test_the_page_shows_every_place_and_how_to_accept(run, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(
        "Năm 2023, tổng đàn lợn đạt 48.615 con.\nNăm 2023, tổng đàn lợn đạt 48.165 con.\n", encoding="utf-8"
    )
    page = run("audit", path, "--format", "html")[1]
    fingerprint = json.loads(run("audit", path, "--format", "json")[1])["findings"][0]["fingerprint"]
    assert "<mark>48.615 con</mark>" in page
    assert "<mark>48.165 con</mark>" in page
    assert "một số liệu nêu hai lần" in page
    assert fingerprint in page
