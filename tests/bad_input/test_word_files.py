"""Faulty Word files: each gives its own error, with the file's name and the place in its sentence."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from muctieu.document.readers import read_layout
from muctieu.errors import FileDamaged, FileEmpty, FileEncrypted, FileHostile, FormatUnknown, InputError

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word(body: str, prefix: str = "", **parts: str) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml", f'{prefix}<w:document xmlns:w="{NAMESPACE}"><w:body>{body}</w:body></w:document>'
        )
        for part, content in parts.items():
            archive.writestr(f"word/{part}.xml", content)
    return stream.getvalue()


def zipped(part: str) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr(part, "x")
    return stream.getvalue()


GOOD = word("<w:p><w:r><w:t>Thu 12 tỷ đồng.</w:t></w:r></w:p>")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTITIES = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
FAULTS = [
    (b"", FileEmpty, "no text"),
    (b"\x01\x00\x07\x00" * 50, FormatUnknown, "binary"),
    (GOOD[:200], FileDamaged, "zip"),
    (OLE + "EncryptedPackage".encode("utf-16-le"), FileEncrypted, "password"),
    (zipped("[Content_Types].xml"), FileDamaged, "word/document.xml"),
    (zipped("inner.zip"), FormatUnknown, "zip"),
    (word("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", ENTITIES), FileHostile, "entities"),
    (word(" " * (20 << 20)), FileHostile, "unpacks"),
    (word("<w:p>"), FileDamaged, "word/document.xml"),
]


@pytest.mark.parametrize(("source", "error", "words"), FAULTS)
def test_fault_names_file_and_place(source: bytes, error: type[InputError], words: str) -> None:
    with pytest.raises(error) as caught:
        read_layout(source, "bao-cao.docx")
    assert "bao-cao.docx" in str(caught.value)
    assert words in str(caught.value)


def test_wrong_name_is_read_by_signature() -> None:
    assert read_layout(GOOD, "bao-cao.pdf").text == "Thu 12 tỷ đồng.\n"


CHANGES = [
    ("<w:p><w:ins><w:r><w:t>15</w:t></w:r></w:ins><w:del><w:r><w:delText>14</w:delText></w:r></w:del></w:p>", "15\n"),
    ("<w:p><w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>b</w:t></w:r></w:p>", "a\n"),
    (
        '<w:p><w:r><w:t>10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>3</w:t></w:r></w:p>',
        "10³\n",
    ),
    (
        '<w:p><w:r><w:t>m</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r></w:p>',
        "m2\n",
    ),
]


@pytest.mark.parametrize(("body", "text"), CHANGES)
def test_words_are_read_as_shown(body: str, text: str) -> None:
    assert read_layout(word(body), "a.docx").text == text
