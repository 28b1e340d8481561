"""PDF: paragraphs, a ruled table, a footnote, a page number; made with typst so that nothing is stored."""

import pytest

from muctieu.document.readers import pdf
from muctieu.errors import FileDamaged

SOURCE = """
#set page(width: 300pt, height: 400pt, numbering: "1")
#set text(size: 11pt, lang: "vi")
Thu ngân sách nhà nước trên địa bàn năm 2023 đạt 1.250 tỷ đồng#footnote[Chưa kể thu chuyển nguồn 35 tỷ đồng.], tăng 5,2% so với năm 2022.

#table(columns: 3, [Chỉ tiêu], [Đơn vị tính], [Năm 2023], [Diện tích], [ha], [1.234], [Sản lượng], [tấn], [5.678])

Đoạn sau bảng.
"""


@pytest.fixture(scope="module")
def layout():
    typst = pytest.importorskip("typst")
    return pdf.read(typst.compile(SOURCE.encode()), "a.pdf")


def test_lines_become_a_paragraph(layout):
    assert layout.text.startswith(
        "Thu ngân sách nhà nước trên địa bàn năm 2023 đạt 1.250 tỷ đồng, tăng 5,2% so với năm 2022.\n"
    )


def test_a_ruled_table_becomes_rows(layout):
    assert "Diện tích\tha\t1.234\nSản lượng\ttấn\t5.678\nĐoạn sau bảng.\n" in layout.text
    assert [len(table.rows) for table in layout.tables] == [3]


def test_a_note_stands_behind_the_body_with_its_anchor(layout):
    (note,) = layout.notes
    assert layout.text[note.start : note.end] == "Chưa kể thu chuyển nguồn 35 tỷ đồng."
    assert layout.text[: note.anchor].endswith("1.250 tỷ đồng")


def test_a_truncated_file_is_said_to_be_damaged():
    with pytest.raises(FileDamaged, match="damaged"):
        pdf.read(b"%PDF-1.7\n1 0 obj\n<<", "a.pdf")
