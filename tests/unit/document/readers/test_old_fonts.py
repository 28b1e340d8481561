"""Words in fonts from before Unicode, as offices still send them: read as they look, in each format that names its fonts, and by their letters where none is named."""

import shutil
from io import BytesIO
from pathlib import Path

import docx
import pytest
import xlsxwriter
from docx.oxml.ns import qn
from tests.bad_input.faulty_files import pdf_file, pdf_stream
from tests.unit.document.readers.old_words import tcvn3, vni
from tests.unit.document.readers.test_odt import odt

from muctieu.document.readers import read_layout

WORDS = (
    "Tổng thu ngân sách của huyện ước đạt 1.234,5 tỷ đồng, tăng 5,2% so với năm trước; đường giao thông được nâng cấp."
)
OLD = [(".VnTime", tcvn3, WORDS), ("VNI-Times", vni, WORDS)]
FONTS = pytest.mark.parametrize(("font", "stored", "meant"), OLD, ids=["ABC", "VNI"])


def word(*runs: tuple[str, str]) -> bytes:
    """A Word file of one paragraph of runs: font and stored words."""
    document = docx.Document()
    paragraph = document.add_paragraph()
    for font, words in runs:
        run = paragraph.add_run(words)
        run.font.name = font
        run._element.rPr.rFonts.set(qn("w:cs"), font)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


@FONTS
def test_word_runs_in_old_and_new_fonts(font, stored, meant):
    content = word((font, stored(meant)), ("Times New Roman", " Hết năm, thu đạt 5 tỷ đồng."))
    assert read_layout(content, "a.docx").text == f"{meant} Hết năm, thu đạt 5 tỷ đồng.\n"


def test_unicode_words_that_only_name_an_old_font_are_left_alone():
    assert read_layout(word((".VnTime", WORDS)), "a.docx").text == f"{WORDS}\n"


def test_a_font_of_the_theme_is_stronger_than_an_old_one_of_the_style():
    document = docx.Document()
    document.styles["Normal"].font.name = ".VnTime"
    run = document.add_paragraph().add_run("Thu phí là 5 tỷ")
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:asciiTheme"), "minorHAnsi")
    stream = BytesIO()
    document.save(stream)
    assert read_layout(stream.getvalue(), "a.docx").text == "Thu phí là 5 tỷ\n"


@FONTS
def test_the_letters_beyond_ascii_follow_their_own_font(font, stored, meant):
    document = docx.Document()
    run = document.add_paragraph().add_run(stored(meant))
    fonts = run._element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:ascii"), "Times New Roman")
    fonts.set(qn("w:hAnsi"), font)
    stream = BytesIO()
    document.save(stream)
    assert read_layout(stream.getvalue(), "a.docx").text == f"{meant}\n"


@pytest.mark.tool
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
@FONTS
@pytest.mark.parametrize("form", ["doc", "rtf", "odt", "html"])
def test_old_fonts_through_libreoffice(font, stored, meant, form):
    from benchmarks.forms import converted

    content = converted(word((font, stored(meant)), ("Times New Roman", " Hết năm.")), "docx", [form])[form]
    assert read_layout(content, f"a.{form}").text == f"{meant} Hết năm.\n"


@FONTS
def test_an_opendocument_span(font, stored, meant):
    style = f'<style:style style:name="cu" style:family="text"><style:text-properties style:font-name="{font}"/></style:style>'
    assert (
        odt(f'<text:p><text:span text:style-name="cu">{stored(meant)}</text:span></text:p>', style).text == f"{meant}\n"
    )


PAGES = {
    "a font element": '<p><font face="{font}">{words}</font> Hết.</p>',
    "a style": "<p><span style='font-size:14pt;font-family:\"{font}\",serif'>{words}</span> Hết.</p>",
    "a class of the style sheet": '<style>p.MsoNormal, li.MsoNormal {{margin:0; font-family:"{font}";}} .m {{font-family:Arial}}</style>'
    "<p class=MsoNormal>{words}<span class=m> Hết.</span></p>",
    "a tag of the style sheet": "<style>td {{font:14pt {font}}}</style><table><tr><td>{words}</td><th>Hết.</th></tr></table>",
}


@FONTS
@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
def test_web_pages(font, stored, meant, page):
    filled = f"<html><body>{page.format(font=font, words=stored(meant))}</body></html>"
    text = read_layout(filled.encode(), "a.html").text
    assert text.replace("\t", " ") == f"{meant} Hết.\n"


@FONTS
def test_cells_of_a_workbook_and_texts_of_several_fonts(font, stored, meant):
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream)
    old, new = book.add_format({"font_name": font}), book.add_format({"font_name": "Times New Roman"})
    sheet = book.add_worksheet("Thu")
    sheet.write(0, 0, stored(meant), old)
    sheet.write(0, 1, "Đơn vị", new)
    sheet.write_rich_string(1, 0, old, stored("Thu nội địa"), new, " – Đạt khá", new)
    sheet.write(1, 1, 1234.5, old)
    book.close()
    text = read_layout(stream.getvalue(), "a.xlsx").text
    assert text == f"Thu\n{meant}\tĐơn vị\nThu nội địa – Đạt khá\t1234,5\n"


def test_an_old_workbook_is_told_by_its_letters():
    content = Path(__file__).with_name("abc.xls").read_bytes()
    assert read_layout(content, "abc.xls").text == (
        "Thu chi\nChỉ tiêu\tĐơn vị tính\tNăm 2023\nTổng thu ngân sách nhà nước\ttỷ đồng\t1234,5\n"
        "Diện tích rừng trồng mới được nghiệm thu\tha\t125\n"
    )


def printed(words: bytes, font: str, mapping: bytes | None = None) -> bytes:
    """A PDF of lines in one font with the codes of Windows; `mapping` is what its codes say to be in Unicode."""
    lines = [words[:60], words[60:]]
    shown = b" T* ".join(b"<" + line.hex().encode() + b"> Tj" for line in lines)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
        f"<< /Type /Font /Subtype /TrueType /BaseFont /{font} /Encoding /WinAnsiEncoding {'/ToUnicode 6 0 R' if mapping else ''} >>".encode(),
        pdf_stream(b"BT /F1 12 Tf 14 TL 72 720 Td " + shown + b" ET"),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
    ]
    return pdf_file([*objects, pdf_stream(mapping)] if mapping else objects)


TO_LATIN = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /x def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <20> <ff> <0020> endbfrange endcmap end end"""


@FONTS
@pytest.mark.parametrize("mapping", [None, TO_LATIN], ids=["by its code page", "with a map to Latin letters"])
@pytest.mark.parametrize("shape", ["{}", "ABCDEF+{}", "ABCDEF+{},Bold", "{}-BoldItalic", "CIDFont+F1"])
def test_pdfs(font, stored, meant, mapping, shape):
    content = printed(stored(meant).encode("cp1252"), shape.format(font), mapping)
    text = read_layout(content, "a.pdf").text
    assert text.replace("\n", " ").replace(" ", "") == meant.replace(" ", "")


def test_capitals_of_a_pdf():
    text = read_layout(printed(tcvn3("ước đạt 5 tỷ").encode("cp1252"), "ABCDEF+.VnTimeH"), "a.pdf").text
    assert text == "ƯỚC ĐẠT 5 TỶ\n"


def test_a_latin_page_is_left_alone():
    words = "La région a reçu 5 millions d’euros en 2023 ; la forêt a été agrandie de 125 hectares près de l’île, où naît l’été."
    text = read_layout(printed(words.replace("’", "'").encode("cp1252"), "Helvetica"), "a.pdf").text
    assert "été agrandie de 125 hectares" in text.replace("\n", " ")
