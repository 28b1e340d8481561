"""Scans: a page drawn as a picture and nothing else is read back by Tesseract; what fails names its page."""

import shutil
import subprocess
import zlib

import pypdfium2
import pytest
from tests.bad_input import faulty_files as made

from muctieu import read
from muctieu.document.readers import ocr
from muctieu.errors import FileTooLarge, ScanUnread, ToolMissing

PAGE = """
#set page("a5", margin: 15mm)
#set text(size: 12pt, lang: "vi")
*1. Về kinh tế*

Tổng thu ngân sách nhà nước trên địa bàn đạt 1.234,5 tỷ đồng, bằng 102,5% dự toán. Diện tích trồng rừng mới đạt 125 ha.

Tỷ lệ hộ nghèo giảm còn 2,35%; có 27/30 trường đạt chuẩn quốc gia.
"""
TESSERACT = pytest.mark.skipif(shutil.which("tesseract") is None, reason="needs Tesseract")


def scanned(source: str) -> bytes:
    """The pages of a typst source, each as one grey picture of 200 dots an inch in a PDF without a letter."""
    typst = pytest.importorskip("typst")
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for page in pypdfium2.PdfDocument(typst.compile(source.encode())):
        bitmap = page.render(scale=200 / 72, grayscale=True)
        grey = bytes(bitmap.buffer)
        rows = [grey[row * bitmap.stride :][: bitmap.width] for row in range(bitmap.height)]
        width, height = page.get_size()
        number = len(objects) + 1
        kids.append(f"{number + 2} 0 R")
        drawn = f"q {width} 0 0 {height} 0 0 cm /Scan Do Q"
        head = (
            f"/Type /XObject /Subtype /Image /Width {bitmap.width} /Height {bitmap.height} /ColorSpace /DeviceGray"
            " /BitsPerComponent 8 /Filter /FlateDecode"
        )
        objects.append(made.pdf_stream(zlib.compress(b"".join(rows)), head))
        objects.append(made.pdf_stream(drawn.encode()))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents {number + 1} 0 R"
            f" /Resources << /XObject << /Scan {number} 0 R >> >> >>".encode()
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return made.pdf_file(objects)


@pytest.mark.tool
@TESSERACT
def test_a_scan_is_read_and_says_that_it_was_guessed():
    reading = read(scanned(PAGE), name="quet.pdf")
    assert reading.trust < 1
    assert reading.text.splitlines()[0] == "1. Về kinh tế"
    assert [claim.text for claim in reading.claims] == ["1.234,5 tỷ đồng", "102,5%", "125 ha", "2,35%", "27/30 trường"]


@pytest.mark.tool
@TESSERACT
def test_a_page_that_takes_too_long_is_named(monkeypatch):
    monkeypatch.setattr(ocr, "SECONDS_A_PAGE", 0.01)
    with pytest.raises(ScanUnread, match=r"page 1 of the scan “quet\.pdf”"):
        read(scanned(PAGE), name="quet.pdf")


def test_a_page_that_breaks_tesseract_is_named(monkeypatch):
    def broken(call, **_):
        if "--list-langs" in call:
            return subprocess.CompletedProcess(call, 0, stdout="vie\n")
        raise subprocess.CalledProcessError(1, call)

    monkeypatch.setattr(ocr.shutil, "which", lambda program: program)
    monkeypatch.setattr(ocr.subprocess, "run", broken)
    with pytest.raises(ScanUnread, match="page 1"):
        read(made.pdf(""), name="quet.pdf")


def test_too_many_pages_are_refused_before_the_first_is_drawn(monkeypatch):
    monkeypatch.setattr(ocr.shutil, "which", lambda program: program)
    monkeypatch.setattr(ocr, "_knows_vietnamese", lambda program: True)
    monkeypatch.setattr(ocr, "_draw", lambda *_: pytest.fail("a page was drawn"))
    with pytest.raises(FileTooLarge, match="301"):
        read(made.pdf("", pages=ocr.MOST_PAGES + 1), name="quet.pdf")


def test_a_scan_with_the_words_of_a_signature_on_one_page_is_a_scan(monkeypatch):
    monkeypatch.setattr(ocr.shutil, "which", lambda program: None)
    with pytest.raises(ToolMissing):
        read(made.pdf("Ky so boi van phong", pages=5, blank=4), name="quet.pdf")
