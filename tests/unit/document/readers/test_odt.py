"""OpenDocument texts as they read."""

from io import BytesIO
from zipfile import ZipFile

from muctieu.document.readers import read_layout

SPACES = " ".join(
    f'xmlns:{part}="urn:oasis:names:tc:opendocument:xmlns:{part}:1.0"' for part in ("office", "text", "table")
)


def test_notes_and_tables_are_read_in_order() -> None:
    note = '<text:note text:id="n1"><text:note-citation>1</text:note-citation><text:note-body><text:p>Ước.</text:p></text:note-body></text:note>'
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    row = f"<table:table-row>{cell.format('Thu')}{cell.format('12')}</table:table-row>"
    body = f"<text:p>Thu 12{note} tỷ.</text:p><table:table>{row}</table:table>"
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        content = f"<office:document-content {SPACES}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
        archive.writestr("content.xml", content)
    layout = read_layout(stream.getvalue(), "a.odt")
    assert layout.text == "Thu 12 tỷ.\nThu\t12\nƯớc.\n"
    assert layout.notes[0].anchor == 6
