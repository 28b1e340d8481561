"""One report in every form: its words, tables and footnotes → flat OpenDocument and typst source → docx, doc, odt, html, pdf.

LibreOffice and typst make the files, so that they are as those programs write them; nothing here is stored. Used by
`same_report.py`, `footnotes.py` and the tests of the readers.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

from muctieu.document.document import Document

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = (
    " ".join(f'xmlns:{name}="{_ODF}{name}:1.0"' for name in ("office", "text", "table", "style"))
    + f' xmlns:fo="{_ODF}xsl-fo-compatible:1.0"'
)
_STYLES = """<office:styles><style:default-style style:family="paragraph"><style:paragraph-properties fo:text-align="justify" fo:margin-bottom="0.2cm"/>
<style:text-properties style:font-name="Liberation Serif" fo:font-size="14pt" fo:language="vi" fo:country="VN"/></style:default-style></office:styles>
<office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/>
<style:header-style/><style:footer-style/></style:page-layout>
<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.1cm"/></style:style></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page">
<style:header><text:p><text:page-number text:select-page="current">1</text:page-number></text:p></style:header></style:master-page></office:master-styles>"""


def blocks(document: Document) -> Iterator[list[str | int] | list[list[str]]]:
    """The body in order: a paragraph as its words and the numbers of the notes between them, a table as rows of words."""
    text = document.text
    body = min((note.start for note in document.footnotes), default=len(text))
    body = text.rfind("\n", 0, body) + 1 if body < len(text) else body
    anchors = {note.anchor: note.number for note in document.footnotes if note.anchor is not None}
    tables = {table.start: table for table in document.tables}
    at = 0
    while at < body:
        if at in tables:
            yield [[text[cell.start : cell.end] for cell in row] for row in tables[at].rows]
            at = tables[at].end + 1
            continue
        end = text.find("\n", at)
        while end in document.tears:
            end = text.find("\n", end + 1)
        end = body if end < 0 else end
        pieces: list[str | int] = []
        for anchor in sorted(anchor for anchor in anchors if at <= anchor <= end):
            pieces += [text[at:anchor].replace("\n", ""), anchors[anchor]]
            at = anchor
        pieces.append(text[at:end].replace("\n", ""))
        yield pieces
        at = end + 1
    words = notes(document)
    yield from ([f"[{note.number}] {words[note.number]}"] for note in document.footnotes if note.anchor is None)


def notes(document: Document) -> dict[int, str]:
    """The words of each note by its number, without the mark that a note torn off its place begins with."""
    return {
        note.number: re.sub(r"^\[\d+\]\s*", "", document.text[note.start : note.end]).replace("\n", " ")
        for note in document.footnotes
    }


def flat_odt(document: Document) -> str:
    """The report as a flat OpenDocument text with real tables, real footnotes and a page number in the head."""
    words = notes(document)
    out = [
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">'
    ]
    out += [_STYLES, "<office:body><office:text>"]
    for block in blocks(document):
        if block and isinstance(block[0], list):
            width = max(len(row) for row in block if isinstance(row, list))
            out.append(f'<table:table><table:table-column table:number-columns-repeated="{width}"/>')
            for row in block:
                cells = [*row, *[""] * (width - len(row))] if isinstance(row, list) else []
                inner = "".join(
                    f'<table:table-cell table:style-name="cell"><text:p>{escape(str(cell))}</text:p></table:table-cell>'
                    for cell in cells
                )
                out.append(f"<table:table-row>{inner}</table:table-row>")
            out.append("</table:table>")
            continue
        pieces = [
            f'<text:note text:id="n{piece}" text:note-class="footnote"><text:note-citation>{piece}</text:note-citation>'
            f"<text:note-body><text:p>{escape(words[piece])}</text:p></text:note-body></text:note>"
            if isinstance(piece, int)
            else escape(str(piece))
            for piece in block
        ]
        out.append(f"<text:p>{''.join(pieces)}</text:p>")
    return "".join([*out, "</office:text></office:body></office:document>"])


def typst_source(document: Document, columns: int = 1, ruled: bool = True) -> str:
    """The report as typst source: A4, running head, page numbers, footnotes; tables ruled or not."""
    words = notes(document)
    stroke = "0.5pt" if ruled else "none"
    out = [
        '#set page(paper: "a4", margin: 2cm, numbering: "1", header: [Báo cáo in lưu hành nội bộ], '
        f'columns: {columns})\n#set text(font: "Liberation Serif", size: {13 if columns == 1 else 11}pt, lang: "vi")\n#set par(justify: true)\n'
        f"#set table(stroke: {stroke})\n#show table: set text(size: {11 if columns == 1 else 5}pt)\n#show table: set par(justify: false)\n"
    ]
    for block in blocks(document):
        if block and isinstance(block[0], list):
            width = max(len(row) for row in block if isinstance(row, list))
            cells = [cell for row in block if isinstance(row, list) for cell in [*row, *[""] * (width - len(row))]]
            out.append(f"#table(columns: {width}, {', '.join(f'[#{_quoted(cell)}]' for cell in cells)})\n\n")
            continue
        line = "".join(
            f"#footnote[#{_quoted(words[piece])}]" if isinstance(piece, int) else f"#{_quoted(str(piece))}"
            for piece in block
        )
        out.append(f"{line}\n\n")
    return "".join(out)


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\t", " ")
    return f'"{escaped}";' if words else '"";'


def converted(content: bytes, suffix: str, forms: list[str]) -> dict[str, bytes]:
    """A document in other forms by LibreOffice: `converted(fodt, "fodt", ["docx", "pdf"])`."""
    office = which("soffice")
    if office is None:
        raise SystemExit("LibreOffice (soffice) is needed: apt install libreoffice-writer")
    made: dict[str, bytes] = {}
    with TemporaryDirectory() as folder:
        Path(folder, f"report.{suffix}").write_bytes(content)
        for form in forms:
            target = {"html": "html:HTML (StarWriter)", "doc": "doc:MS Word 97", "pdf": "pdf:writer_pdf_Export"}.get(
                form, form
            )
            call = [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", target]
            subprocess.run(
                [*call, "--outdir", f"{folder}/out", f"{folder}/report.{suffix}"],
                capture_output=True,
                check=True,
                timeout=180,
            )
            made[form] = Path(folder, "out", f"report.{form}").read_bytes()
    return made


def printed(page: bytes) -> bytes:
    """A web page as Chromium prints it: a PDF."""
    browser = which("chromium") or which("chromium-browser") or which("google-chrome")
    if browser is None:
        raise SystemExit("Chromium is needed: apt install chromium")
    with TemporaryDirectory() as folder:
        Path(folder, "report.html").write_bytes(page)
        call = [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile"]
        call += [f"--print-to-pdf={folder}/report.pdf", f"file://{folder}/report.html"]
        subprocess.run(call, capture_output=True, check=True, timeout=180)
        return Path(folder, "report.pdf").read_bytes()
