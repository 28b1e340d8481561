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


def sheet_of(fill):
    """The layout of a workbook of one sheet that `fill` fills."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream)
    fill(book.add_worksheet("Biểu 01"))
    book.close()
    return xlsx.read(stream.getvalue(), "a.xlsx")


def test_titles_units_and_notes_stand_outside_the_table():
    def fill(sheet):
        sheet.merge_range("A1:D1", "CHỈ TIÊU NĂM 2023")
        sheet.write("D2", "Đơn vị: tỷ đồng")
        sheet.merge_range("C4:D4", "Năm 2023")
        sheet.write_row("A5", ["TT", "Chỉ tiêu", "Kế hoạch", "Thực hiện"])
        sheet.write_row("A6", [1, "Tổng thu", 1200, 1234.5])
        sheet.write("A7", "Trong đó:")
        sheet.write_row("A8", ["", "Thu nội địa", 1000, 1100])
        sheet.write("A10", "Ghi chú: số ước.")

    layout = sheet_of(fill)
    assert layout.text == (
        "Biểu 01\nCHỈ TIÊU NĂM 2023\nĐơn vị: tỷ đồng\n\t\tNăm 2023\nTT\tChỉ tiêu\tKế hoạch\tThực hiện\n"
        "1\tTổng thu\t1200\t1234,5\nTrong đó:\t\t\t\n\tThu nội địa\t1000\t1100\nGhi chú: số ước.\n"
    )
    assert len(layout.tables) == 1


def test_hidden_rows_and_columns_are_left_out_and_merged_cells_span_the_rest():
    def fill(sheet):
        sheet.merge_range("A1:A3", "Chỉ tiêu")
        sheet.merge_range("B1:D1", "Năm 2023")
        sheet.write_row("B2", ["Kế hoạch", "Nháp", "Thực hiện"])
        sheet.write_row("B3", ["(1)", "(2)", "(3)"])
        sheet.write_row("A4", ["Lúa", 5, 777, 6])
        sheet.write_row("A5", ["Ẩn", 7, 8, 9])
        sheet.set_column("C:C", None, None, {"hidden": True})
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_row(4, None, None, {"hidden": True})

    layout = sheet_of(fill)
    assert layout.text == "Biểu 01\nChỉ tiêu\tNăm 2023\nKế hoạch\tThực hiện\nLúa\t5\t6\n"
    spans = [[(cell.column, cell.row_span, cell.column_span) for cell in row] for row in layout.tables[0].rows]
    assert spans == [[(0, 2, 1), (1, 1, 2)], [(1, 1, 1), (2, 1, 1)], [(0, 1, 1), (1, 1, 1), (2, 1, 1)]]


def test_a_title_behind_an_empty_row_begins_another_table():
    def fill(sheet):
        sheet.write_row("A1", ["Cây trồng", "Diện tích (ha)"])
        sheet.write_row("A2", ["Lúa", 12])
        sheet.write("A4", "Tổng cộng cả năm")
        sheet.write_row("A5", ["Ngô", 7])
        sheet.write("A7", "Biểu 02. Chăn nuôi")
        sheet.write_row("A8", ["Vật nuôi", "Đàn (con)"])
        sheet.write_row("A9", ["Trâu", 99])

    layout = sheet_of(fill)
    assert [len(table.rows) for table in layout.tables] == [4, 2]
    assert "7\nBiểu 02. Chăn nuôi\nVật nuôi\tĐàn (con)\n" in layout.text


def test_words_in_one_column_are_paragraphs():
    layout = sheet_of(lambda sheet: sheet.write_column("A1", ["Năm 2023 thu 5 tỷ đồng.", "Chi 4 tỷ đồng."]))
    assert (layout.text, layout.tables) == ("Biểu 01\nNăm 2023 thu 5 tỷ đồng.\nChi 4 tỷ đồng.\n", ())
