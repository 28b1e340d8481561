"""HTML pages and spreadsheets."""

from io import BytesIO

import pytest
import xlsxwriter

from muctieu.document.readers import html, xlsx
from muctieu.errors import FileDamaged, FileEmpty

PAGE = """<!doctype html><html><head><title>x</title><style>p{}</style></head><body><h1>Kết quả</h1>
<p>Thu đạt <b>1.250 tỷ đồng</b>,
 tăng 5,2%.<script>alert(1)</script></p><p style="display: none">ẩn</p>
<table><tr><th>Chỉ tiêu</th><th colspan=2>Năm</th></tr><tr><td>Lúa</td><td>12</td><td>13</td></tr></table>Cuối.</body></html>"""


def test_a_page_is_read_as_it_shows():
    layout = html.read(PAGE.encode(), "a.html")
    assert layout.text == "Kết quả\nThu đạt 1.250 tỷ đồng, tăng 5,2%.\nChỉ tiêu\tNăm\nLúa\t12\t13\nCuối.\n"
    assert layout.tables[0].head_rows == 1
    assert layout.tables[0].rows[0][1].column_span == 2
    assert layout.headings[0].level == 1


def test_a_page_without_words_is_empty():
    with pytest.raises(FileEmpty):
        html.read(b"<html><body><p> </p></body></html>", "a.html")


def test_a_workbook_is_a_table_a_sheet():
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet("Chỉ tiêu")
    for number, row in enumerate([("Chỉ tiêu", "ĐVT", 2023), ("Sản lượng", "tấn", 12345.5), ("Diện tích", "ha", 1200)]):
        sheet.write_row(number, 0, row)
    book.close()
    layout = xlsx.read(stream.getvalue(), "a.xlsx")
    assert layout.text == "Chỉ tiêu\nChỉ tiêu\tĐVT\t2023\nSản lượng\ttấn\t12345,5\nDiện tích\tha\t1200\n"


def test_a_broken_workbook_is_said_to_be_damaged():
    with pytest.raises(FileDamaged):
        xlsx.read(b"PK\x03\x04 nothing", "a.xlsx")
