"""Highlights in PDF files: at the letters of the figure, the file's own bytes before them untouched."""

from io import BytesIO

import pypdfium2
import pytest
from pypdf import PdfReader

from muctieu.document.readers import read_layout
from muctieu.document.remarks import Remark, kind_of, with_remarks
from muctieu.errors import UsageError
from muctieu.values.span import Span


def pdf(lines: list[str]) -> bytes:
    """A page with these lines in Helvetica, 12 points, 20 points apart from y = 700 down."""
    shown = "".join(f"BT /F1 12 Tf 50 {700 - 20 * at} Td ({line}) Tj ET\n" for at, line in enumerate(lines)).encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(shown), shown),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    file, places = BytesIO(), []
    file.write(b"%PDF-1.4\n")
    for number, entry in enumerate(objects, 1):
        places.append(file.tell())
        file.write(b"%d 0 obj%b endobj\n" % (number, entry))
    start = file.tell()
    file.write(b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places))
    file.write(b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % start)
    return file.getvalue()


LINES = ["Thu 45% nam nay.", "Chi 45% nam nay.", "Con lai 1.234 ho va 45% xa."]


def highlights(source: bytes) -> list[dict[str, object]]:
    (page,) = PdfReader(BytesIO(source)).pages
    return [note.get_object() for note in page.get("/Annots", [])]


def annotated(source: bytes, words: str, before: str) -> bytes:
    text = read_layout(source, "a.pdf").text
    start = text.index(before) + len(before)
    assert text.startswith(words, start)
    placed = with_remarks(source, "a.pdf", text, [Remark(Span(start, start + len(words)), "Xem lại: đảo chữ số")])
    assert not placed.lost
    return placed.content


@pytest.mark.parametrize(("before", "line"), [("Thu ", 0), ("Chi ", 1), ("va ", 2)])
def test_the_right_one_of_equal_figures_is_marked(before, line):
    source = pdf(LINES)
    (note,) = highlights(annotated(source, "45%", before))
    assert note["/Contents"] == "Xem lại: đảo chữ số"
    left, bottom, right, top = (float(at) for at in note["/Rect"])
    assert 700 - 20 * line - 3 < bottom < top < 700 - 20 * line + 12
    page = pypdfium2.PdfDocument(source)[0]
    assert "45%" in page.get_textpage().get_text_bounded(left - 1, bottom - 1, right + 1, top + 1)


def test_the_file_s_own_bytes_stay():
    source = pdf(LINES)
    assert annotated(source, "1.234 ho", "lai ").startswith(source)


def test_what_stands_on_no_page_is_lost():
    source = pdf(LINES)
    missing = Remark(Span(0, 5), "x")
    assert with_remarks(source, "a.pdf", "99999", [missing]).lost == (missing,)


def test_another_format_has_no_place_for_remarks():
    with pytest.raises(UsageError, match=r"bao-cao\.txt"):
        kind_of(b"Thu 12 t", "bao-cao.txt")
