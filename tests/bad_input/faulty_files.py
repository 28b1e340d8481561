"""Faulty files, one fault each, for every format: made here from small good ones, so that none has to be stored."""

from __future__ import annotations

import random
import struct
from base64 import encodebytes
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pypdf
import xlsxwriter

WORDS = "Năm 2023, tổng thu ngân sách đạt 1.234,5 tỷ đồng."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ODF = " ".join(
    f'xmlns:{part}="urn:oasis:names:tc:opendocument:xmlns:{part}:1.0"' for part in ("office", "text", "table")
)
ENTITIES = (
    '<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
)
FORMATS = ("docx", "pdf", "odt", "html", "xlsx", "doc", "txt")


def zipped(parts: dict[str, bytes | str]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return stream.getvalue()


def odt(body: str, prefix: str = "", manifest: str = "") -> bytes:
    content = f"{prefix}<office:document-content {ODF}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            "META-INF/manifest.xml": manifest,
        }
    )


def word(words: str) -> bytes:
    document = docx.Document()
    document.add_paragraph(words)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def workbook(words: str) -> bytes:
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet("Thu")
    for number, row in enumerate([("Chỉ tiêu", "ĐVT", "Năm 2023"), (words, "tỷ đồng", 1234.5)] if words else []):
        sheet.write_row(number, 0, row)
    book.close()
    return stream.getvalue()


def pdf(words: str, pages: int = 1, blank: int = 0) -> bytes:
    """A PDF that holds these words on every page but the last `blank` ones, in a font that every reader knows; without words, pages without anything."""
    lines = words.encode("ascii", "ignore").decode()
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for number in range(pages):
        shown = words and number < pages - blank
        objects.append(pdf_stream(f"BT /F1 12 Tf 72 720 Td ({lines} {number + 1} ha) Tj ET".encode() if shown else b""))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {pages} >>".encode()
    return pdf_file(objects)


def pdf_stream(content: bytes, head: str = "") -> bytes:
    """The body of a stream object."""
    return f"<< {head} /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream"


def pdf_file(objects: list[bytes]) -> bytes:
    """The file of these objects' bodies, numbered from 1; the first is the catalogue."""
    out = BytesIO(b"%PDF-1.4\n")
    out.seek(0, 2)
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n".encode() + body + b"\nendobj\n")
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.write(b"".join(f"{place:010} 00000 n \n".encode() for place in places))
    out.write(f"trailer << /Root 1 0 R /Size {len(objects) + 1} >>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def locked_pdf() -> bytes:
    writer = pypdf.PdfWriter(clone_from=BytesIO(pdf("Thu 5 ha")))
    writer.encrypt("mat-khau", algorithm="RC4-128")
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file ([MS-CFB]) with these streams, each filled up to whole sectors of 512 bytes: the table of sectors, the directory, the streams."""
    bodies = [content + bytes(-len(content) % 512) for content in streams.values()]
    sizes = [len(body) // 512 for body in bodies]
    table = [0xFFFFFFFD, *range(2, 2 + (len(streams) + 4) // 4 - 1), 0xFFFFFFFE]
    entries = [_entry("Root Entry", 5, 0xFFFFFFFE, 0, (0xFFFFFFFF, 1))]
    for number, (name, size) in enumerate(zip(streams, sizes, strict=True), 2):
        first = len(table)
        beside = number if number <= len(streams) else 0xFFFFFFFF
        entries.append(_entry(name, 2, first, size * 512, (beside, 0xFFFFFFFF)))
        table += [*range(first + 1, first + size), 0xFFFFFFFE]
    directory = b"".join(entries)
    head = OLE + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    sectors = struct.pack(f"<{len(table)}I", *table)
    sectors += b"\xff" * (512 - len(sectors))
    return head + sectors + directory + bytes(-len(directory) % 512) + b"".join(bodies)


def _entry(name: str, kind: int, first: int, size: int, links: tuple[int, int]) -> bytes:
    written = name.encode("utf-16-le")
    ends = struct.pack("<HBBIII", len(written) + 2, kind, 1, 0xFFFFFFFF, *links)
    return written + bytes(64 - len(written)) + ends + bytes(36) + struct.pack("<IQ", first, size)


def locked_office(form: str) -> bytes:
    """An encrypted file as Office writes it: a package of today's formats in a compound file, an old document or workbook whose head says so."""
    if form == "doc":
        head = bytearray(b"\xec\xa5\xc1\x00" + bytes(28))
        head[11] = 0x13
        return compound({"1Table": noise(5000), "WordDocument": bytes(head) + noise(6000)})
    if form == "xls":
        begin = struct.pack("<HHHHHHI", 0x809, 12, 0x600, 5, 0x1FAF, 0x7CD, 0) + bytes(2)
        return compound({"Workbook": begin[:16] + struct.pack("<HH", 0x2F, 54) + noise(6000)})
    return compound({"EncryptionInfo": noise(4096), "EncryptedPackage": noise(6000)})


def nested(form: str) -> bytes:
    """A document whose parts stand within each other some thousand times."""
    times = 5000
    if form == "html":
        return b"<html><body>" + b"<div>" * times + WORDS.encode()
    if form == "odt":
        return odt("<text:section>" * times + f"<text:p>{WORDS}</text:p>" + "</text:section>" * times)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "<w:sdt>" * times + f"<w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p>" + "</w:sdt>" * times
    return zipped({"word/document.xml": f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'})


@cache
def good(form: str) -> bytes:
    """A small good file of this format that holds one figure."""
    if form == "doc":
        return b"{\\rtf1\\ansi Thu 5 ha.\\par}"
    return {
        "docx": lambda: word(WORDS),
        "pdf": lambda: pdf("Thu"),
        "odt": lambda: odt(f"<text:p>{WORDS}</text:p>"),
        "html": lambda: f"<!doctype html><html><body><p>{WORDS}</p></body></html>".encode(),
        "xlsx": lambda: workbook("Thu ngân sách"),
        "txt": lambda: WORDS.encode(),
    }[form]()


@cache
def noise(size: int = 20_000) -> bytes:
    """Bytes that are nothing, the same each time; the zeros that a real binary file is full of are among them."""
    return b"\x00\x01" + random.Random(5).randbytes(size)


def truncated(form: str) -> bytes:
    """A good file cut in its middle; a text within a letter of several bytes."""
    content = good(form)
    if form == "txt":
        return WORDS.encode()[: WORDS.encode().rindex("ồ".encode()) + 1]
    if form == "doc":
        return OLE + noise(3000)
    return content[: len(content) * 2 // 3]


def bomb(form: str) -> bytes:
    """A zipped document of some kilobytes that unpacks to 300 MB."""
    part = {"docx": "word/document.xml", "odt": "content.xml", "xlsx": "xl/worksheets/sheet1.xml"}[form]
    others = {"xlsx": {"xl/workbook.xml": "<workbook/>"}}.get(form, {})
    return zipped({**others, part: b" " * (300 << 20)})


def entities(form: str) -> bytes:
    """A document whose XML declares entities that grow when they are filled in."""
    if form == "docx":
        space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        body = f'{ENTITIES}<w:document xmlns:w="{space}"><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>'
        return zipped({"word/document.xml": body})
    if form == "odt":
        return odt("<text:p>&c;</text:p>", ENTITIES)
    if form == "html":
        return f"{ENTITIES}<html><body><p>&c;</p></body></html>".encode()
    if form == "fodt":
        return f"{ENTITIES}<office:document {ODF}>&c;</office:document>".encode()
    if form == "xls":
        return f'{ENTITIES}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">&c;</Workbook>'.encode()
    return zipped({"xl/workbook.xml": f"{ENTITIES}<workbook><sheets>&c;</sheets></workbook>"})


def locked_odf(kind: str, *, is_whole: bool = False) -> bytes:
    """An encrypted OpenDocument file: each part for itself, or (LibreOffice from 24.8 on) all of it as one part."""
    part = "encrypted-package" if is_whole else "content.xml"
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    manifest = f'<m:manifest xmlns:m="{space}"><m:file-entry m:full-path="{part}"><m:encryption-data/></m:file-entry></m:manifest>'
    return zipped(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            part: noise(3000),
            "META-INF/manifest.xml": manifest,
        }
    )


def one_file_page(page: bytes) -> bytes:
    """A web page with a picture in one file, as Word saves it."""
    parts = b"".join(
        b"--part\r\nContent-Type: " + kind + b"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + encodebytes(content)
        for kind, content in ((b'text/html; charset="utf-8"', page), (b"image/png", b"\x89PNG"))
    )
    return b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="part"\r\n\r\n' + parts + b"--part--\r\n"
