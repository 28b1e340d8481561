"""Word documents as Word shows them: numbers of every kind, changes, boxes, controls, old fonts by style, nested tables."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from tests.bad_input.faulty_files import zipped

from muctieu.document.readers import docx, read_layout

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def word(body, **parts):
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {SPACES}><w:body>{body}</w:body></w:document>")
        for part, content in parts.items():
            archive.writestr(f"word/{part}.xml", f"<w:{part} {SPACES}>{content}</w:{part}>")
    return docx.read(stream.getvalue(), "a.docx")


def paragraph(words, settings="", look=""):
    return (
        f"<w:p><w:pPr>{settings}</w:pPr><w:r><w:rPr>{look}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r></w:p>"
    )


def item(words, level=0, number=1):
    return paragraph(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(number, form, text, start=1, more=""):
    return f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'


def numbering(*levels):
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'


NUMBERED = [
    ((level(0, "upperRoman", "%1."),), [0, 0], "I. x\nII. x\n"),
    ((level(0, "upperRoman", "%1-"), level(1, "decimal", "%2.")), [0, 1, 1, 0, 1], "I- x\n1. x\n2. x\nII- x\n1. x\n"),
    ((level(0, "decimal", "Điều %1."), level(1, "lowerLetter", "%2)")), [0, 1, 1], "Điều 1. x\na) x\nb) x\n"),
    ((level(0, "decimal", "%1."), level(1, "decimal", "%1.%2-")), [0, 1, 1, 0, 1], "1. x\n1.1- x\n1.2- x\n2. x\n2.1- x\n"),
    ((level(0, "decimal", "%1.", 5), level(1, "lowerRoman", "(%2)")), [0, 1, 0], "5. x\n(i) x\n6. x\n"),
    ((level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", 1, "<w:isLgl/>")), [0, 1], "I. x\n1.1 x\n"),
    ((level(0, "bullet", "\uf0b7"), level(1, "decimalZero", "%2.")), [0, 1], "- x\n01. x\n"),
    ((level(0, "none", ""),), [0], "x\n"),
]  # fmt: skip


@pytest.mark.parametrize(("levels", "items", "text"), NUMBERED)
def test_list_numbers_stand_before_their_paragraphs(levels, items, text):
    assert word("".join(item("x", depth) for depth in items), numbering=numbering(*levels)).text == text


def test_a_number_may_come_from_the_style():
    style = '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    layout = word(
        paragraph("Kinh tế", '<w:pStyle w:val="Muc"/>'),
        styles=style,
        numbering=numbering(level(0, "upperLetter", "%1.")),
    )
    assert layout.text == "A. Kinh tế\n"
    assert layout.headings[0].level == 1


BOX = "<w:p><w:r><w:t>Trước</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
SHOWN = {
    "a text box, once": (BOX, "Trước\nTrong khung\n"),
    "a content control": (f"<w:sdt><w:sdtContent>{paragraph('Thu 5 tỷ')}</w:sdtContent></w:sdt>", "Thu 5 tỷ\n"),
    "a control within a line": (
        "<w:p><w:r><w:t>Năm </w:t></w:r><w:sdt><w:sdtContent><w:r><w:t>2023</w:t></w:r></w:sdtContent></w:sdt></w:p>",
        "Năm 2023\n",
    ),
    "moved words where they went": (
        "<w:p><w:moveFrom><w:r><w:t>cũ</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>mới</w:t></w:r></w:moveTo></w:p>",
        "mới\n",
    ),
    "a field's result": (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>SUM(ABOVE)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12,5</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t> tỷ</w:t></w:r></w:p>',
        "12,5 tỷ\n",
    ),
    "a link's words": ("<w:p><w:hyperlink><w:r><w:t>5 ha</w:t></w:r></w:hyperlink></w:p>", "5 ha\n"),
    "a tab and a break": ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>", "a b c\n"),
    "an unbroken hyphen": ("<w:p><w:r><w:t>2015</w:t><w:noBreakHyphen/><w:t>2020</w:t></w:r></w:p>", "2015-2020\n"),
    "a text box in a cell, once, behind its paragraph": (
        f"<w:tbl><w:tr><w:tc>{BOX}<w:p/></w:tc><w:tc><w:p><w:r><w:t>5</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        "Trước Trong khung\t5\n",
    ),
    "a smart tag": ("<w:p><w:smartTag><w:r><w:t>125 ha</w:t></w:r></w:smartTag></w:p>", "125 ha\n"),
    "a soft hyphen": (
        "<w:p><w:r><w:t>sản lượ</w:t><w:softHyphen/><w:t>ng 5\u00ad,2</w:t></w:r></w:p>",
        "sản lượng 5,2\n",
    ),
    "a sign of the font Symbol": (
        '<w:p><w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r><w:r><w:t> 90%</w:t></w:r></w:p>',
        "≥ 90%\n",
    ),
    "the words of a formula": (
        "<w:p><m:oMath><m:r><m:t>5,2</m:t></m:r></m:oMath><w:r><w:t> %</w:t></w:r></w:p>",
        "5,2 %\n",
    ),
    "no contents that Word keeps": (
        f'<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>{paragraph("I. KINH TẾ 5")}</w:sdtContent></w:sdt>{paragraph("Thu 5 tỷ")}',
        "Thu 5 tỷ\n",
    ),
    "a comment's words stay in the margin": (
        '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>5 ha</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>',
        "5 ha\n",
    ),
    "a simple field": ('<w:p><w:fldSimple w:instr="X"><w:r><w:t>15,5</w:t></w:r></w:fldSimple></w:p>', "15,5\n"),
    "a frame of one cell as paragraphs": (
        f"<w:tbl><w:tr><w:tc>{paragraph('Thu 5 tỷ.')}{paragraph('Chi 4 tỷ.')}</w:tc></w:tr></w:tbl>",
        "Thu 5 tỷ.\nChi 4 tỷ.\n",
    ),
    "a nested table in its cell": (
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:tc><w:tc><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        "a b\tc\n",
    ),
}


@pytest.mark.parametrize(("body", "text"), SHOWN.values(), ids=SHOWN.keys())
def test_words_are_read_as_word_shows_them(body, text):
    assert word(body).text == text


ABC = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}"/>'
WRITTEN = "Thu ng©n s¸ch"


def test_an_old_font_of_a_run():
    assert word(paragraph(WRITTEN, look=ABC.format(".VnTime"))).text == "Thu ngân sách\n"


def test_old_capitals_by_the_font():
    assert word(paragraph(WRITTEN, look=ABC.format(".VnTimeH"))).text == "THU NGÂN SÁCH\n"


@pytest.mark.parametrize(
    "styles",
    [
        f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr>{ABC.format(".VnTime")}</w:rPr></w:style>',
        f"<w:docDefaults><w:rPrDefault><w:rPr>{ABC.format('.VnTime')}</w:rPr></w:rPrDefault></w:docDefaults>",
    ],
    ids=["of the plain style", "of the document"],
)
def test_an_old_font_from_the_styles(styles):
    assert word(paragraph(WRITTEN), styles=styles).text == "Thu ngân sách\n"


def test_a_font_of_its_own_is_stronger_than_the_style():
    styles = (
        f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr>{ABC.format(".VnTime")}</w:rPr></w:style>'
    )
    look = ABC.format("Times New Roman")
    assert word(paragraph("Thu ngân sách", look=look), styles=styles).text == "Thu ngân sách\n"


def test_lines_of_contents_by_their_style_are_left_out():
    styles = '<w:style w:type="paragraph" w:styleId="Mucluc1"><w:name w:val="toc 1"/></w:style>'
    body = paragraph("I. KINH TẾ 5", '<w:pStyle w:val="Mucluc1"/>') + paragraph("Thu 5 tỷ")
    assert word(body, styles=styles).text == "Thu 5 tỷ\n"


def test_a_list_that_begins_anew_and_one_that_goes_on():
    anew = '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    items = "".join(item("x", 0, number) for number in (1, 1, 2, 2, 1))
    assert word(items, numbering=numbering(level(0, "decimal", "%1.")) + anew).text == "1. x\n2. x\n1. x\n2. x\n3. x\n"


def test_a_note_in_a_cell_and_its_text_box_are_read_once():
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    cells = f"<w:tc><w:p><w:r><w:t>Thu</w:t></w:r>{mark}</w:p></w:tc><w:tc>{paragraph('5')}</w:tc>"
    layout = word(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>", footnotes=f'<w:footnote w:id="2">{BOX}</w:footnote>')
    assert layout.text == "Thu\t5\nTrước\nTrong khung\n"
    assert [note.anchor for note in layout.notes] == [3]


PARTS = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document2.xml"
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELATION = '<Relationship xmlns="http://schemas.openxmlformats.org/package/2006/relationships" Id="r{0}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{0}" Target="{1}"/>'
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def test_parts_under_other_names_are_found():
    body = "<w:p><w:r><w:t>Thu 5 tỷ</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>Ước.</w:t></w:r></w:p></w:footnote>'
    parts = {
        "[Content_Types].xml": PARTS,
        "_rels/.rels": RELATIONS.format(RELATION.format("officeDocument", "word/document2.xml")),
        "word/_rels/document2.xml.rels": RELATIONS.format(RELATION.format("footnotes", "footnotes2.xml")),
        "word/document2.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        "word/footnotes2.xml": f"<w:footnotes {SPACES}>{note}</w:footnotes>",
    }
    assert read_layout(zipped(parts), "a.docx").text == "Thu 5 tỷ\nƯớc.\n"


def test_a_file_saved_as_strict_is_read():
    space = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    document = f'<w:document xmlns:w="{space}"><w:body><w:p><w:r><w:t>Thu 5 tỷ</w:t></w:r></w:p></w:body></w:document>'
    assert read_layout(zipped({"word/document.xml": document}), "a.docx").text == "Thu 5 tỷ\n"
