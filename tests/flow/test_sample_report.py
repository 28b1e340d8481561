"""The report that ships: written by its script, read whole, and the slips planted in it are found, they and no others."""

import importlib.util
import tomllib
from pathlib import Path

import muctieu
from muctieu.audit.audit import audit
from muctieu.cli.sample import sample_path

ROOT = Path(__file__).parent.parent.parent

# rule, the figure as the report has it, the figure that holds
PLANTED = [
    ("parts_sum", "2.131,3", "2.113,3"),
    ("growth", "24%", "13"),
    ("ratio", "98%", "99"),
    ("target_gap", "5%", "3"),
    ("parts_sum", "1.223,6 tỷ đồng", "1.233,6"),
]


def test_the_report_is_what_its_script_writes(tmp_path, monkeypatch):
    spec = importlib.util.spec_from_file_location("write_sample", ROOT / "scripts" / "write_sample.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr("sys.argv", ["write_sample", str(tmp_path / "bao-cao.docx")])
    module.main()
    assert (tmp_path / "bao-cao.docx").read_bytes() == sample_path().read_bytes()


def test_its_headings_tables_and_footnotes_are_read():
    reading = muctieu.read(sample_path())
    words = tomllib.loads((ROOT / "scripts" / "sample_report.toml").read_text(encoding="utf-8"))
    assert len(reading.footnotes) == len(words["notes"]) == 8
    assert len(reading.tables) == 1 + len(words["tables"])  # and the head, issuer beside motto
    headings = [line for line in words["body"].splitlines() if line.startswith("#")]
    assert len(reading.sections) >= len(headings)
    targets = [claim for claim in reading.claims if claim.kind == "target"]
    assert {"57,7%", "112 triệu đồng", "80%", "96%"} <= {claim.text.split("/")[0] for claim in targets}


def test_the_planted_slips_are_found_and_no_others():
    reading = muctieu.read(sample_path())
    findings = audit(reading, reading.claims).findings
    assert [finding.rule for finding in findings] == [rule for rule, _, _ in PLANTED]
    for finding, (_, reported, holds) in zip(findings, PLANTED, strict=True):
        assert reported in finding.message("vi")
        assert holds in finding.message("vi")


def test_the_front_page_says_whose_report_it_is():
    reading = muctieu.read(sample_path())
    assert reading.place == "thành phố Móng Cái"  # and not the «xã Hội Chủ Nghĩa» of the motto
    assert reading.period == "2015/2020"
    assert reading.title.endswith("mục tiêu đến năm 2025")
    titles = {section.path: section.title for section in reading.sections}
    assert titles["2"] == "MỤC TIÊU ĐẾN NĂM 2025"  # a part's title ends where the first heading below it begins
    assert titles["2/I"] == "MỤC TIÊU CHUNG"
