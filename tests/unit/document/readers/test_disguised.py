"""Files that are not what their names say, and the formats that offices hand round under other names: read by what they are."""

import shutil

import pytest
from tests.bad_input import faulty_files as made

from muctieu.document.readers import read_layout
from muctieu.document.readers.detect import detect

TABLE = (
    "<table border=1><tr><td>Chỉ tiêu</td><td>Năm 2023</td></tr><tr><td>Diện tích (ha)</td><td>4.520</td></tr></table>"
)
ROWS = "Chỉ tiêu\tNăm 2023\nDiện tích (ha)\t4.520\n"
OF_WORD = (
    '<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta charset=utf-8><style>p{}</style></head><body>'
)
SHEET = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="Nông nghiệp"><Table>
<Row><Cell ss:MergeDown="1"><Data ss:Type="String">Chỉ tiêu</Data></Cell><Cell ss:MergeAcross="1"><Data ss:Type="String">Năm 2023</Data></Cell></Row>
<Row><Cell ss:Index="2"><Data ss:Type="String">Kế hoạch</Data></Cell><Cell><Data ss:Type="String">Thực hiện</Data></Cell></Row>
<Row><Cell><Data ss:Type="String">Diện tích (ha)</Data></Cell><Cell><Data ss:Type="Number">4500</Data></Cell><Cell><Data ss:Type="Number">4520.5</Data></Cell></Row>
</Table></Worksheet></Workbook>"""
FLAT = f'<?xml version="1.0"?><office:document {made.ODF}><office:body><office:text><text:p>{made.WORDS}</text:p></office:text></office:body></office:document>'
FILES = {
    "a page of Word named .doc": ("a.doc", f"{OF_WORD}{TABLE}".encode(), ROWS),
    "a page in UTF-16 named .doc": ("a.doc", f"<html><body>{TABLE}".encode("utf-16"), ROWS),
    "a table alone named .xls": ("a.xls", TABLE.encode(), ROWS),
    "a table behind a byte order mark": ("a.xls", b"\xef\xbb\xbf\r\n" + TABLE.encode(), ROWS),
    "a head alone": ("a.xls", f'<meta http-equiv="content-type" content="text/html">{TABLE}'.encode(), ROWS),
    "a paragraph alone": ("a.doc", b"<p>Thu 5 ha</p>", "Thu 5 ha\n"),
    "an XHTML page": ("a.doc", b'<?xml version="1.0"?><html><body><p>Thu 5 ha</p></body></html>', "Thu 5 ha\n"),
    "a page in one file named .doc": ("a.doc", made.one_file_page(TABLE.encode()), ROWS),
    "a flat OpenDocument text": ("a.xml", FLAT.encode(), f"{made.WORDS}\n"),
    "a text that begins with a sign": ("a.txt", "< 5 ha rừng\n".encode(), "< 5 ha rừng\n"),
    "an Excel workbook in XML named .xls": (
        "a.xls",
        SHEET.encode(),
        "Nông nghiệp\nChỉ tiêu\tNăm 2023\nKế hoạch\tThực hiện\nDiện tích (ha)\t4500\t4520,5\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "content", "text"), FILES.values(), ids=FILES.keys())
def test_a_file_is_read_by_what_it_is(name, content, text):
    assert read_layout(content, name).text == text


def test_merged_heads_of_a_workbook_in_xml_keep_their_columns():
    rows = read_layout(SHEET.encode(), "a.xls").tables[0].rows
    assert [[(cell.column, cell.row_span, cell.column_span) for cell in row] for row in rows[:2]] == [
        [(0, 2, 1), (1, 1, 2)],
        [(1, 1, 1), (2, 1, 1)],
    ]


@pytest.mark.parametrize("charset", ["utf-8", "windows-1258"])
def test_a_page_in_one_file_may_be_in_another_encoding(charset):
    page = made.one_file_page("<p>Thu 5 ha</p>".encode(charset)).replace(b"utf-8", charset.encode())
    assert read_layout(page, "a.mht").text == "Thu 5 ha\n"


@pytest.mark.tool
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
@pytest.mark.parametrize("name", ["a.docx", "a.txt", "a.rtf"])
def test_old_word_files_named_otherwise(name):
    from benchmarks.forms import converted

    content = converted(made.word(made.WORDS), "docx", ["doc"])["doc"]
    assert detect(content, name) == "doc"
    assert read_layout(content, name).text == f"{made.WORDS}\n"


@pytest.mark.tool
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_a_word_2003_file_in_xml():
    space = "http://schemas.microsoft.com/office/word/2003/wordml"
    body = f"<w:body><w:p><w:r><w:t>{made.WORDS}</w:t></w:r></w:p></w:body>"
    content = f'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="{space}">{body}</w:wordDocument>'
    assert read_layout(content.encode(), "a.doc").text == f"{made.WORDS}\n"
