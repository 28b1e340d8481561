"""The page that says what is read of each kind of file names every kind, and the limits as they are."""

from pathlib import Path

from muctieu.document import source
from muctieu.document.endings import READABLE
from muctieu.document.readers import archive, doc, ocr, xlsx

PAGE = (Path(__file__).parents[3] / "docs/reference/tep-doc-duoc.md").read_text(encoding="utf-8")


def test_every_kind_of_file_has_its_row():
    rows = [line.split("|")[1] for line in PAGE.splitlines() if line.startswith("| `.")]
    named = {word.strip(" `.") for row in rows for word in row.replace("có chữ", "").replace("quét", "").split(",")}
    assert named == {ending.strip(".") for ending in READABLE}


def test_the_limits_are_those_of_the_code():
    assert f"| cỡ tệp | {source.LARGEST >> 20} MB |" in PAGE
    assert f"{archive.LARGEST_PART >> 20} MB; tỷ lệ nén quá {archive.STEEPEST_RATIO} lần" in PAGE
    assert f"| {xlsx._MOST_CELLS // 1_000_000} triệu |" in PAGE
    assert f"một trang quét | {ocr.SECONDS_A_PAGE} giây |" in PAGE
    assert f"| {ocr.MOST_PAGES} trang |" in PAGE
    assert f"`.doc` | {doc.PATIENCE} giây |" in PAGE
