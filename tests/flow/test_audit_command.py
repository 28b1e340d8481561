"""`muctieu audit` from end to end: what it finds, how it ends, what it writes."""

import json

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
