"""Remarks in a PDF file: its bytes and remarks → the same file with a highlight and its note (ISO 32000-1, §12.5.6.10) at each.

The file's own bytes stay as they are; what is added is appended (an incremental update). Where words stand on the pages: `pdf_places`. A scan holds no
letters, and its remarks are all lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Highlight
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, FloatObject, NameObject, TextStringObject

from muctieu.document.remarks.pdf_places import Box, Places
from muctieu.document.remarks.remark import Placed, Remark
from muctieu.errors import FileDamaged, FileEncrypted

_COLOUR = "ffd54a"


def write(source: bytes, name: str, text: str, remarks: Sequence[Remark], author: str) -> Placed:
    """The file with its highlights. `text` is the reading text that the remarks' spans count in."""
    places = Places(source, name, text)
    lost: list[Remark] = []
    try:
        if PdfReader(BytesIO(source)).is_encrypted:
            raise FileEncrypted(name=name)
        writer = PdfWriter(BytesIO(source), incremental=True)
        for remark in remarks:
            found = places.find(remark.span)
            if found is None:
                lost.append(remark)
                continue
            number, boxes = found
            writer.add_annotation(number, _highlight(boxes, remark.words, author))
        written = BytesIO()
        writer.write(written)
    except PyPdfError as error:
        raise FileDamaged(name=name, place=str(error), kind="PDF") from error
    return Placed(written.getvalue(), tuple(lost))


def _highlight(boxes: Sequence[Box], words: str, author: str) -> Highlight:
    """One highlight over all lines that the words stand on; each line is a quadrilateral: upper left, upper right, lower left, lower right."""
    corners: list[float] = []
    for left, bottom, right, top in boxes:
        corners += [left, top, right, top, left, bottom, right, bottom]
    around = (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
    quads = ArrayObject([FloatObject(round(at, 2)) for at in corners])
    highlight = Highlight(rect=around, quad_points=quads, highlight_color=_COLOUR, printing=True)
    highlight[NameObject("/Contents")] = TextStringObject(words)
    highlight[NameObject("/T")] = TextStringObject(author)
    return highlight
