"""A page of a PDF → its letters with their boxes on the page held upright. Knows nothing of lines."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from muctieu.document.readers.pdf_turns import SLANTED, Turn


class Letter(NamedTuple):
    """One letter: its character, its loose box (left, bottom, right, top) in points, the height of its ink, its font size.

    `quarters` is how far it is turned from most letters of its page, in quarters of a circle, clockwise.
    """

    character: str
    left: float
    bottom: float
    right: float
    top: float
    ink_bottom: float
    ink_top: float
    size: float
    quarters: int = 0


def read_letters(textpage: Any, turn: Turn, quarters: Sequence[int]) -> tuple[list[Letter], list[int]]:
    """The letters of a page as the file stores them, in its order, and the index of each in the page; slanted ones are left out.

    `quarters` says how far each is turned on the page as the file has it, `turn` how the page is held.
    """
    letters: list[Letter] = []
    places: list[int] = []
    raw = textpage.raw
    loose = pdfium.FS_RECTF()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    half = 0  # the first half of a character beyond the basic plane, which PDFium gives in two
    for index, turned in enumerate(quarters):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        if 0xD800 <= code < 0xDC00:
            half = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((half - 0xD800) << 10) + code - 0xDC00 if half else 0
        half = 0
        if code in (0, 0xD, 0xA, 0xFFFE, 0xFFFF) or turned == SLANTED:
            continue
        if not pdfium.FPDFText_GetLooseCharBox(raw, index, loose):
            continue
        pdfium.FPDFText_GetCharBox(raw, index, left, right, bottom, top)
        places.append(index)
        box = turn.upright((loose.left, loose.bottom, loose.right, loose.top))
        ink = turn.upright((left.value, bottom.value, right.value, top.value))
        beside = (turned - turn.quarters) % 4
        size = box[2] - box[0] if beside % 2 else box[3] - box[1]
        letters.append(Letter(chr(code), *box, ink[1], ink[3], size, beside))
    return letters, places
