"""What kind of file these bytes are: its signature first, its name second → the format's short name. Reads no words."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from muctieu.errors import FileDamaged, FileEncrypted, FormatUnknown

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
UNICODE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")


def detect(source: bytes, name: str) -> str:
    """One of docx, odt, xlsx, pdf, html, doc, plain; `FormatUnknown`, `FileDamaged` or `FileEncrypted` where it is none.

    >>> detect(b"%PDF-1.7", "bao-cao.docx")
    'pdf'
    >>> detect(b"Thu 12 t", "bao-cao.txt")
    'plain'
    """
    if b"%PDF-" in source[:1024]:
        return "pdf"
    if source.startswith(b"PK"):
        return _zipped(source, name)
    if source.startswith(OLE):
        if ENCRYPTED in source:
            raise FileEncrypted(name=name)
        return "doc"
    if source.startswith(b"{\\rtf"):
        return "doc"
    head = source[:1024].lower().replace(b"\0", b"")
    if b"<html" in head or b"<!doctype html" in head or name.lower().endswith((".html", ".htm")):
        return "html"
    if b"\0" in source[:4096] and not source.startswith(UNICODE_MARKS):
        raise FormatUnknown(name=name, found="binary")
    return "plain"


def _zipped(source: bytes, name: str) -> str:
    try:
        with ZipFile(BytesIO(source)) as archive:
            parts = set(archive.namelist())
    except (BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise FileDamaged(name=name, place="zip", kind="docx") from error
    if "word/document.xml" in parts:
        return "docx"
    if "xl/workbook.xml" in parts:
        return "xlsx"
    if "content.xml" in parts:
        return "odt"
    if "[Content_Types].xml" in parts:
        raise FileDamaged(name=name, place="word/document.xml", kind="docx")
    raise FormatUnknown(name=name, found="zip")
