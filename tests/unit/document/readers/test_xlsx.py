"""Workbooks as Excel shows them: formats of numbers, merged heads, hidden sheets, dates."""

from datetime import date
from io import BytesIO

import pytest
import xlsxwriter

from muctieu.document.readers import xlsx
from muctieu.document.readers.xlsx_formats import parsed


def test_a_sheet_with_merged_heads_percentages_and_a_hidden_one():
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet("Chỉ tiêu")
    sheet.merge_range(1, 1, 2, 1, "Chỉ tiêu")
    sheet.merge_range(1, 2, 1, 3, "Năm 2023")
    sheet.write_row(2, 2, ["Kế hoạch", "Thực hiện"])
    sheet.write(3, 1, "Tỷ lệ che phủ rừng")
    sheet.write(3, 2, 0.9047, book.add_format({"num_format": "0.00%"}))
    sheet.write(4, 1, "Ngày báo cáo")
    sheet.write(4, 3, date(2023, 9, 5), book.add_format({"num_format": "dd/mm/yyyy"}))
    book.add_worksheet("Nháp").write(0, 0, "x")
    book.get_worksheet_by_name("Nháp").hide()
    book.close()
    layout = xlsx.read(stream.getvalue(), "a.xlsx")
    assert layout.text == (
        "Chỉ tiêu\nChỉ tiêu\tNăm 2023\nKế hoạch\tThực hiện\nTỷ lệ che phủ rừng\t90,47%\t\nNgày báo cáo\t\t05/09/2023\n"
    )
    spans = [(cell.column, cell.row_span, cell.column_span) for row in layout.tables[0].rows[:2] for cell in row]
    assert spans == [(0, 2, 1), (1, 1, 2), (1, 1, 1), (2, 1, 1)]


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("0%", 0.125, "13%"),
        ("0.0#%", 0.5, "50,0%"),
        ("#,##0", 1234567.4, "1.234.567"),
        ("0.00", -2.345, "-2,35"),
        ('#,##0" ha"', 1500.0, "1.500 ha"),
        ("#,##0.0,", 12345.0, "12,3"),
        ("_(* #,##0.00_);_(* (#,##0.00)", 12.5, "12,50"),
        ("[Red]0.0;[Blue]-0.0", 3.0, "3,0"),
    ],
)
def test_number_formats(code, value, shown):
    assert parsed(code).shown(value) == shown


@pytest.mark.parametrize("code", ["General", "@", "dd/mm/yyyy", "h:mm", '"năm" yyyy', "0.00E+00"])
def test_formats_that_are_left_to_the_value(code):
    assert parsed(code) is None
