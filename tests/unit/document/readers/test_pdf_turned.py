"""PDF pages that stand turned, words that run up or down, what is written across a page, rows that no rule closes; and what a browser prints."""

import shutil
from io import BytesIO

import pypdf
import pytest
from pypdf import Transformation
from pypdf.generic import RectangleObject
from tests.unit.document.readers.test_pdf_pages import layout_of, notes_of, rows_of

from muctieu.document.readers import pdf

typst = pytest.importorskip("typst")
PAGE = """#set page(width: 300pt, height: 400pt, numbering: "1")
#set text(size: 11pt, lang: "vi")
Thu ngân sách nhà nước trên địa bàn năm 2023 đạt 1.250 tỷ đồng#footnote[Chưa kể thu chuyển nguồn 35 tỷ đồng.], tăng 5,2% so với năm 2022.

#table(columns: 3, [Chỉ tiêu], [Đơn vị tính], [Năm 2023], [Diện tích], [ha], [1.234], [Sản lượng], [tấn], [5.678])

Đoạn sau bảng.
"""
TEXT = (
    "Thu ngân sách nhà nước trên địa bàn năm 2023 đạt 1.250 tỷ đồng, tăng 5,2% so với năm 2022.\n"
    "Chỉ tiêu\tĐơn vị tính\tNăm 2023\nDiện tích\tha\t1.234\nSản lượng\ttấn\t5.678\nĐoạn sau bảng.\nChưa kể thu chuyển nguồn 35 tỷ đồng.\n"
)
TURNS = {
    0: Transformation(),
    90: Transformation().rotate(90).translate(400, 0),
    180: Transformation().rotate(180).translate(300, 400),
    270: Transformation().rotate(-90).translate(0, 300),
}


def turned(drawn: int, shown: int, corner: float = 0.0) -> bytes:
    """The page with its words drawn turned by some degrees against the clock, and said to be shown turned by some with it."""
    writer = pypdf.PdfWriter(clone_from=BytesIO(typst.compile(PAGE.encode())))
    page = writer.pages[0]
    page.add_transformation(TURNS[drawn].translate(corner, corner))
    width, height = (400, 300) if drawn % 180 else (300, 400)
    page.mediabox = page.cropbox = RectangleObject((corner, corner, corner + width, corner + height))
    page.rotate(shown)
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


@pytest.mark.parametrize(("drawn", "shown"), [(90, 90), (270, 270), (180, 180), (0, 90), (90, 0), (270, 0)])
def test_a_turned_page_is_read_as_one_holds_it(drawn, shown):
    layout = pdf.read(turned(drawn, shown), "a.pdf")
    assert layout.text == TEXT
    assert notes_of(layout) == [(1, "Chưa kể thu chuyển nguồn 35 tỷ đồng.", "50 tỷ đồng")]


@pytest.mark.parametrize("drawn", [0, 90])
def test_a_page_whose_corner_is_not_at_nought(drawn):
    assert pdf.read(turned(drawn, 0, corner=1000.0), "a.pdf").text == TEXT


HEADS = "#table(columns: 3, [Chỉ tiêu], rotate(ANGLE, reflow: true)[Kế hoạch \\ năm 2023], rotate(ANGLE, reflow: true)[Thực hiện], [Diện tích], [1.234], [1.300])"


@pytest.mark.parametrize("angle", ["-90deg", "90deg"])
def test_heads_that_run_up_or_down_stand_in_their_cells(angle):
    words = "Các chỉ tiêu chủ yếu của huyện, so với kế hoạch được giao từ đầu năm.\n\n"
    layout = layout_of(words + HEADS.replace("ANGLE", angle))
    assert rows_of(layout) == [[["Chỉ tiêu", "Kế hoạch năm 2023", "Thực hiện"], ["Diện tích", "1.234", "1.300"]]]


def test_what_is_written_across_the_page_is_left_out():
    across = "#place(center + horizon, rotate(-45deg, text(size: 60pt, fill: luma(220))[DỰ THẢO]))\n"
    assert layout_of(across + "Thu ngân sách đạt 5 tỷ đồng.").text == "Thu ngân sách đạt 5 tỷ đồng.\n"


@pytest.mark.parametrize("open_side", ["bottom", "top"])
def test_a_row_that_no_rule_closes_is_kept(open_side):
    closed = {"bottom": "top", "top": "bottom"}[open_side]
    stroke = f"(left: 0.5pt, right: 0.5pt, {closed}: 0.5pt)"
    rows = "[Lúa], [ha], [1.234], [Ngô], [ha], [567], [Sắn], [ha], [89]"
    layout = layout_of(f"Diện tích gieo trồng:\n\n#table(columns: 3, stroke: {stroke}, {rows})\n\nHết.")
    assert layout.text == "Diện tích gieo trồng:\nLúa\tha\t1.234\nNgô\tha\t567\nSắn\tha\t89\nHết.\n"


def test_three_columns_are_read_one_after_the_other():
    page = '#set page(width: 500pt, height: 400pt, columns: 3)\n#set text(size: 10pt, lang: "vi")\n#set par(justify: true)\n'
    filling = "Các xã trong huyện tiếp tục chỉnh trang đường làng, trồng cây xanh hai bên đường, đầu tư {} công trình với vốn {} tỷ đồng."
    paragraphs = [filling.format(number, number + 10) for number in range(1, 16)]
    assert layout_of("\n\n".join(paragraphs), page).text == "".join(f"{words}\n" for words in paragraphs)


@pytest.mark.tool
@pytest.mark.skipif(shutil.which("chromium") is None, reason="needs Chromium")
def test_a_page_that_a_browser_printed():
    from benchmarks.forms import printed

    said = "Năm {} thu ngân sách trên địa bàn huyện đạt {} tỷ đồng, tăng 5,2% so với cùng kỳ<sup>{}</sup>; các xã, thị trấn tiếp tục giữ vững diện tích 125 ha rừng."
    paragraphs = [said.format(2000 + number, 100 + number, number) for number in range(1, 13)]
    names = [
        f"Tỷ lệ hộ dân nông thôn của xã số {number} được sử dụng nước hợp vệ sinh theo quy chuẩn"
        for number in range(1, 41)
    ]
    rows = "".join(f"<tr><td>{name}<td>%<td>{number},5</tr>" for number, name in enumerate(names, 1))
    page = f"<!doctype html><html lang=vi><meta charset=utf-8><body>{''.join(f'<p>{words}' for words in paragraphs)}<table border=1 width=300>{rows}</table>"
    layout = pdf.read(printed(page.encode()), "a.pdf")
    plain = [words.split("<sup>")[0] + words.split("</sup>")[1] for words in paragraphs]
    assert [line.replace("\t", " ") for line in layout.text.splitlines() if line.startswith("Năm")] == plain
    assert [row for table in rows_of(layout) for row in table] == [
        [name, "%", f"{number},5"] for number, name in enumerate(names, 1)
    ]


def test_words_in_a_frame_are_paragraphs():
    words = "Năm 2023, thu ngân sách trên địa bàn huyện đạt 1.234,5 tỷ đồng."
    more = "Các xã, thị trấn trong huyện tiếp tục chỉnh trang đường làng, trồng cây xanh, giữ gìn vệ sinh môi trường ở khu dân cư."
    layout = layout_of(f"#rect(width: 100%)[{words}]\n\n{more}")
    assert (layout.text, layout.tables) == (f"{words}\n{more}\n", ())


def test_a_letter_beyond_the_basic_plane_is_one_letter():
    assert layout_of("Biến số $x$ tăng 5%.").text == "Biến số 𝑥 tăng 5%.\n"
