"""OpenDocument texts as LibreOffice shows them."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from muctieu.document.readers import read_layout

NAMES = {
    "office": "office",
    "text": "text",
    "table": "table",
    "style": "style",
    "draw": "drawing",
    "fo": "xsl-fo-compatible",
}
SPACES = " ".join(f'xmlns:{part}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for part, name in NAMES.items())


def odt(body, styles=""):
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        content = f"<office:document-content {SPACES}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
        archive.writestr("content.xml", content)
    return read_layout(stream.getvalue(), "a.odt")


def test_notes_and_tables_are_read_in_order():
    note = '<text:note text:id="n1"><text:note-citation>1</text:note-citation><text:note-body><text:p>Ước.</text:p></text:note-body></text:note>'
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    row = f"<table:table-row>{cell.format('Thu')}{cell.format('12')}</table:table-row>"
    layout = odt(f"<text:p>Thu 12{note} tỷ.</text:p><table:table>{row}</table:table>")
    assert layout.text == "Thu 12 tỷ.\nThu\t12\nƯớc.\n"
    assert layout.notes[0].anchor == 6


def level(number, form, behind=".", before="", more=""):
    return f'<text:list-level-style-number text:level="{number}" style:num-format="{form}" style:num-prefix="{before}" style:num-suffix="{behind}" {more}/>'


def items(*inner, more=""):
    return f'<text:list text:style-name="L" {more}>{"".join(f"<text:list-item>{words}</text:list-item>" for words in inner)}</text:list>'


P = "<text:p>x</text:p>"
LISTS = {
    "roman, with numbers within": ((level(1, "I", "-"), level(2, "1")), items(P + items(P, P), P), "I- x\n1. x\n2. x\nII- x\n"),
    "of two levels": ((level(1, "1"), level(2, "1", "-", more='text:display-levels="2"')), items(P + items(P, P)), "1. x\n1.1- x\n1.2- x\n"),
    "letters in brackets": ((level(1, "a", ")", "("),), items(P, P), "(a) x\n(b) x\n"),
    "from another number": ((level(1, "1", more='text:start-value="5"'),), items(P, P), "5. x\n6. x\n"),
    "begun anew": ((level(1, "1"),), items(P) + items(P), "1. x\n1. x\n"),
    "going on": ((level(1, "1"),), items(P) + items(P, more='text:continue-numbering="true"'), "1. x\n2. x\n"),
    "bullets": (('<text:list-level-style-bullet text:level="1" text:bullet-char="•"/>',), items(P), "- x\n"),
    "a second paragraph": ((level(1, "1"),), items(P + "<text:p>y</text:p>", P), "1. x\ny\n2. x\n"),
    "an item that only holds a list": ((level(1, "1"), level(2, "a", ")")), items(items(P)), "a) x\n"),
}  # fmt: skip


@pytest.mark.parametrize(("levels", "body", "text"), LISTS.values(), ids=LISTS.keys())
def test_list_numbers_stand_before_their_paragraphs(levels, body, text):
    assert odt(body, f'<text:list-style style:name="L">{"".join(levels)}</text:list-style>').text == text


def test_headings_are_numbered_by_the_outline():
    outline = f"<text:outline-style>{level(1, 'I')}{level(2, '1')}</text:outline-style>"
    heads = '<text:h text:outline-level="1">A</text:h><text:h text:outline-level="2">B</text:h><text:h text:outline-level="1">C</text:h>'
    layout = odt(heads, outline)
    assert layout.text == "I. A\n1. B\nII. C\n"
    assert [heading.level for heading in layout.headings] == [1, 2, 1]


def style(name, look):
    return f'<style:style style:name="{name}" style:family="text"><style:text-properties {look}/></style:style>'


SHOWN = {
    "hidden words": (style("T", 'text:display="none"'), '<text:p>a<text:span text:style-name="T">b</text:span>c</text:p>', "ac\n"),
    "an exponent": (style("T", 'style:text-position="super 58%"'), '<text:p>10<text:span text:style-name="T">3</text:span> m<text:span text:style-name="T">2</text:span></text:p>', "10³ m2\n"),
    "an old font": (style("T", 'fo:font-family="&apos;.VnTime&apos;"'), '<text:p><text:span text:style-name="T">ng©n s¸ch</text:span></text:p>', "ngân sách\n"),
    "deleted words": ("", '<text:tracked-changes><text:changed-region><text:deletion><text:p>cũ</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>m<text:change text:change-id="1"/>ới</text:p>', "mới\n"),
    "a comment": ("", "<text:p>a<office:annotation><text:p>ý kiến</text:p></office:annotation>b</text:p>", "ab\n"),
    "a text box": ("", "<text:p>Trước<draw:frame><draw:text-box><text:p>Trong khung</text:p></draw:text-box></draw:frame></text:p>", "Trước\nTrong khung\n"),
    "a hidden section": ("", '<text:section text:display="none"><text:p>ẩn</text:p></text:section><text:p>hiện</text:p>', "hiện\n"),
    "blanks and breaks": ("", '<text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d</text:p>', "a b c d\n"),
}  # fmt: skip


@pytest.mark.parametrize(("styles", "body", "text"), SHOWN.values(), ids=SHOWN.keys())
def test_words_are_read_as_shown(styles, body, text):
    assert odt(body, styles).text == text


BOX = "<draw:frame><draw:text-box><text:p>khung 7 ha</text:p></draw:text-box></draw:frame>"
NOTE = (
    '<text:note text:id="n1"><text:note-citation>1</text:note-citation><text:note-body>{}</text:note-body></text:note>'
)
LIST = "<text:list><text:list-item><text:p>rừng 5 ha</text:p></text:list-item></text:list>"
WITHIN = {
    "a list in a note": (
        f"<text:p>Thu{NOTE.format('<text:p>Gồm:</text:p>' + LIST)} 5</text:p>",
        "Thu 5\nGồm:\nrừng 5 ha\n",
    ),
    "a text box in a note": (
        f"<text:p>Thu{NOTE.format(f'<text:p>Ghi{BOX}</text:p>')} 5</text:p><text:p>Sau</text:p>",
        "Thu 5\nSau\nGhi\nkhung 7 ha\n",
    ),
    "a list and a text box in a cell": (
        f"<table:table><table:table-row><table:table-cell><text:p>Thu{BOX}</text:p>{LIST}</table:table-cell><table:table-cell><text:p>5</text:p></table:table-cell></table:table-row></table:table>",
        "Thu khung 7 ha rừng 5 ha\t5\n",
    ),
    "a table in a cell": (
        "<table:table><table:table-row><table:table-cell><text:p>a</text:p><table:table><table:table-row><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table></table:table-cell><table:table-cell><text:p>c</text:p></table:table-cell></table:table-row></table:table>",
        "a b\tc\n",
    ),
    "a frame of one cell": (
        "<table:table><table:table-row><table:table-cell><text:p>Thu 5 tỷ.</text:p><text:p>Chi 4 tỷ.</text:p></table:table-cell></table:table-row></table:table>",
        "Thu 5 tỷ.\nChi 4 tỷ.\n",
    ),
}


@pytest.mark.parametrize(("body", "text"), WITHIN.values(), ids=WITHIN.keys())
def test_what_stands_in_notes_and_cells_is_read_once_in_its_place(body, text):
    assert odt(body).text == text
