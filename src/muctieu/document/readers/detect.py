"""What kind of file these bytes are: its signature first, its name second → the format's short name. Reads no words."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from muctieu.document.readers.compound import SIGNATURE as OLE
from muctieu.document.readers.compound import places_of_streams
from muctieu.document.readers.plain import looks_like_utf16
from muctieu.errors import FileDamaged, FileEncrypted, FormatUnknown

ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
TYPES = "[Content_Types].xml"
_WORD_PART = b"wordprocessingml.document.main+xml"
FILE_PASS = b"\x2f\x00"
"""The record of an old workbook that says how it is encrypted ([MS-XLS] 2.4.117)."""
UNICODE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
OTHERS = {
    b"\x89PNG": ("ảnh PNG", "a PNG picture"),
    b"\xff\xd8\xff": ("ảnh JPEG", "a JPEG picture"),
    b"GIF8": ("ảnh GIF", "a GIF picture"),
    b"II*\0": ("ảnh TIFF", "a TIFF picture"),
    b"MM\0*": ("ảnh TIFF", "a TIFF picture"),
    b"Rar!": ("tệp nén RAR", "a RAR archive"),
    b"7z\xbc\xaf": ("tệp nén 7z", "a 7z archive"),
    b"\x1f\x8b": ("tệp nén gzip", "a gzip archive"),
    b"PAR1": ("bảng Parquet", "a Parquet table"),
    b"SQLite format 3": ("cơ sở dữ liệu SQLite", "an SQLite database"),
    b"MZ": ("chương trình Windows", "a Windows program"),
    b"\x7fELF": ("chương trình Linux", "a Linux program"),
}
"""Files that people hand over by mistake, by their first bytes; what they are in Vietnamese and in English."""


_MHTML = re.compile(rb"(?:mime-version|from|content-type):", re.IGNORECASE)
_WEB_TAG = re.compile(rb"<(?:!doctype html|html|head|body|meta|table|title|style|div|p|center|font|span|h[1-6])\b")
_MARKUP = (
    (b"<w:worddocument", "doc"),
    (b"<pkg:package", "doc"),
    (b"<office:document", "odt"),
    (b"urn:schemas-microsoft-com:office:spreadsheet", "excel_xml"),
)
"""Formats of one XML file, by what stands in their first bytes."""


def detect(source: bytes, name: str) -> str:
    """One of docx, odt, xlsx, excel_xml, pdf, html, mhtml, doc, plain; `FormatUnknown`, `FileDamaged` or `FileEncrypted` where it is none.

    >>> detect(b"%PDF-1.7", "bao-cao.docx")
    'pdf'
    >>> detect(b"Thu 12 t", "bao-cao.txt")
    'plain'
    """
    if b"%PDF-" in source[:1024]:
        return "pdf"
    if source.startswith(ZIPS):
        return _zipped(source, name)
    if source.startswith(OLE):
        return _old_office(source, name)
    if source.startswith(b"{\\rtf"):
        return "doc"
    written = _markup(source, name)
    if written:
        return written
    if source.startswith(UNICODE_MARKS) or looks_like_utf16(source):
        return "plain"
    _refuse_others(source, name)
    return "html" if name.lower().endswith((".html", ".htm")) else "plain"


def _markup(source: bytes, name: str) -> str | None:
    """The format of what begins with tags, or with the letter heads of a page in one file; None for other texts."""
    head = source[:4096].lower().replace(b"\0", b"")
    if _MHTML.match(head.lstrip()) and b"multipart/related" in head:
        return "mhtml"
    if b"<html" in head[:1024] or b"<!doctype html" in head[:1024]:
        return "html"
    begin = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if not begin.startswith(b"<"):
        return None
    for mark, form in _MARKUP:
        if mark in begin:
            return form
    if begin.startswith(b"<?xml") and b"<html" not in begin:
        raise FormatUnknown(name=name, found_vi="tệp XML khác", found_en="another kind of XML")
    return "html" if begin.startswith((b"<?xml", b"<!--")) or _WEB_TAG.match(begin) else None


def _refuse_others(source: bytes, name: str) -> None:
    """Raises `FormatUnknown` for pictures, archives, programs, and what holds bytes that no text has."""
    for signature, (vi, en) in OTHERS.items():
        if source.startswith(signature) and (len(signature) > 2 or b"\0" in source[:512]):
            raise FormatUnknown(name=name, found_vi=vi, found_en=en)
    if b"\0" in source[:4096]:
        raise FormatUnknown(name=name, found_vi="tệp nhị phân", found_en="a binary file")


def _old_office(source: bytes, name: str) -> str:
    """A compound file of old Office: `doc`, or `xlsx` for an old workbook, which the same reader opens."""
    streams = places_of_streams(source)
    if ENCRYPTED in source or _is_locked(source, streams):
        raise FileEncrypted(name=name)
    if "WordDocument" in streams:
        return "doc"
    if "Workbook" in streams or "Book" in streams:
        return "xlsx"
    if "PowerPoint Document" in streams:
        raise FormatUnknown(name=name, found_vi="bản trình chiếu PowerPoint", found_en="PowerPoint slides")
    raise FileDamaged(name=name, place="WordDocument", kind="doc")


def _is_locked(source: bytes, streams: dict[str, int]) -> bool:
    """Whether the head of the old document ([MS-DOC] FibBase: bit fEncrypted of byte 11) or workbook within says that it is encrypted."""
    word, book = streams.get("WordDocument", -1), streams.get("Workbook", streams.get("Book", -1))
    if word >= 0:
        return bool(source[word + 11 : word + 12]) and bool(source[word + 11] & 1)
    for _ in range(4 if book >= 0 else 0):  # it stands behind the first record, and perhaps one that forbids writing
        if source[book : book + 2] == FILE_PASS:
            return True
        book += 4 + int.from_bytes(source[book + 2 : book + 4], "little")
    return False


def _zipped(source: bytes, name: str) -> str:
    try:
        with ZipFile(BytesIO(source)) as archive:
            parts = set(archive.namelist())
            kind = archive.read("mimetype")[:80] if "mimetype" in parts else b""
            types = archive.read(TYPES) if TYPES in parts and archive.getinfo(TYPES).file_size < 1 << 20 else b""
    except (BadZipFile, ValueError, NotImplementedError, OSError, RuntimeError) as error:
        raise FileDamaged(name=name, place="zip", kind=name.rpartition(".")[2] or "docx") from error
    if "encrypted-package" in parts:  # LibreOffice from 24.8 on locks the whole document
        raise FileEncrypted(name=name)
    if "word/document.xml" in parts or _WORD_PART in types:
        return "docx"
    if "xl/workbook.xml" in parts or "xl/workbook.bin" in parts or b"spreadsheet" in kind:
        return "xlsx"
    if "content.xml" in parts:
        return "odt"
    if "ppt/presentation.xml" in parts:
        raise FormatUnknown(name=name, found_vi="bản trình chiếu PowerPoint", found_en="PowerPoint slides")
    if TYPES in parts:
        raise FileDamaged(name=name, place="word/document.xml", kind="docx")
    raise FormatUnknown(name=name, found_vi="tệp nén zip", found_en="a zip archive")
