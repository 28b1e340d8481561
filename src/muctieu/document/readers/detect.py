"""What kind of file these bytes are: its signature first, its name second → the format's short name. Reads no words."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from muctieu.document.readers.plain import looks_like_utf16
from muctieu.errors import FileDamaged, FileEncrypted, FormatUnknown

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
WORKBOOK = "Workbook".encode("utf-16-le")
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


def detect(source: bytes, name: str) -> str:
    """One of docx, odt, xlsx, pdf, html, doc, plain; `FormatUnknown`, `FileDamaged` or `FileEncrypted` where it is none.

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
    head = source[:1024].lower().replace(b"\0", b"")
    if b"<html" in head or b"<!doctype html" in head:
        return "html"
    if source.startswith(UNICODE_MARKS) or looks_like_utf16(source):
        return "plain"
    _refuse_others(source, name)
    return "html" if name.lower().endswith((".html", ".htm")) else "plain"


def _refuse_others(source: bytes, name: str) -> None:
    """Raises `FormatUnknown` for pictures, archives, programs, and what holds bytes that no text has."""
    for signature, (vi, en) in OTHERS.items():
        if source.startswith(signature) and (len(signature) > 2 or b"\0" in source[:512]):
            raise FormatUnknown(name=name, found_vi=vi, found_en=en)
    if b"\0" in source[:4096]:
        raise FormatUnknown(name=name, found_vi="tệp nhị phân", found_en="a binary file")


def _old_office(source: bytes, name: str) -> str:
    """A compound file of old Office: `doc`, or `xlsx` for an old workbook, which the same reader opens."""
    if ENCRYPTED in source or _is_locked_word(source):
        raise FileEncrypted(name=name)
    if "WordDocument".encode("utf-16-le") in source:
        return "doc"
    if WORKBOOK in source:
        return "xlsx"
    if "PowerPoint Document".encode("utf-16-le") in source:
        raise FormatUnknown(name=name, found_vi="bản trình chiếu PowerPoint", found_en="PowerPoint slides")
    raise FileDamaged(name=name, place="WordDocument", kind="doc")


def _is_locked_word(source: bytes) -> bool:
    """Whether the head of the Word document within says that it is encrypted ([MS-DOC] FibBase: bit fEncrypted of byte 11)."""
    return source[512:514] == b"\xec\xa5" and bool(source[523:524] and source[523] & 1)


def _zipped(source: bytes, name: str) -> str:
    try:
        with ZipFile(BytesIO(source)) as archive:
            parts = set(archive.namelist())
            kind = archive.read("mimetype")[:80] if "mimetype" in parts else b""
    except (BadZipFile, ValueError, NotImplementedError, OSError, RuntimeError) as error:
        raise FileDamaged(name=name, place="zip", kind=name.rpartition(".")[2] or "docx") from error
    if "word/document.xml" in parts:
        return "docx"
    if "xl/workbook.xml" in parts or "xl/workbook.bin" in parts or b"spreadsheet" in kind:
        return "xlsx"
    if "content.xml" in parts:
        return "odt"
    if "ppt/presentation.xml" in parts:
        raise FormatUnknown(name=name, found_vi="bản trình chiếu PowerPoint", found_en="PowerPoint slides")
    if "[Content_Types].xml" in parts:
        raise FileDamaged(name=name, place="word/document.xml", kind="docx")
    raise FormatUnknown(name=name, found_vi="tệp nén zip", found_en="a zip archive")
