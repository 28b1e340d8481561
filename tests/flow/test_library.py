"""The public door of the library: what `import muctieu` gives."""

import io
import json
import subprocess
import sys

import pytest

import muctieu

SENTENCE = "Năm 2023, tổng thu ngân sách trên địa bàn đạt 1.234,5 tỷ đồng, tăng 8,5% so với năm 2022."


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "bao-cao.txt"
    path.write_text(SENTENCE, encoding="utf-8")
    return path


@pytest.mark.parametrize("way", ["path", "string", "bytes", "stream"])
def test_a_report_is_read_from_each_kind_of_source(report, way):
    source = {
        "path": report,
        "string": str(report),
        "bytes": report.read_bytes(),
        "stream": io.BytesIO(report.read_bytes()),
    }[way]
    document = muctieu.read(source, name="bao-cao.txt")
    assert document.name == "bao-cao.txt"
    assert document.text.strip() == SENTENCE
    assert [claim.text for claim in document.claims] == ["1.234,5 tỷ đồng", "8,5%"]
    assert document.sections == ()


def test_the_hash_is_that_of_the_file(report):
    from hashlib import sha256

    assert muctieu.read(report).sha256 == sha256(report.read_bytes()).hexdigest()


def test_every_claim_points_at_its_own_words(report):
    document = muctieu.read(report)
    for claim in document.claims:
        assert document.text[claim.start : claim.end] == claim.text


def test_many_reports_are_read_in_their_order(report):
    assert [document.name for document in muctieu.read_many([report, report])] == ["bao-cao.txt"] * 2


def test_an_unknown_name_says_what_is_offered():
    with pytest.raises(AttributeError, match="it offers Claim, Document"):
        muctieu.no_such_name  # noqa: B018


def test_importing_the_package_loads_no_room():
    code = "import sys, muctieu, json; print(json.dumps([name for name in sys.modules if name.startswith('muctieu.')]))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert json.loads(loaded) == []
