"""A page of a PDF → its letters with their boxes. Knows nothing of lines."""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium


class Letter(NamedTuple):
    """One letter: its character, its loose box (left, bottom, right, top) in points, the height of its ink, its font size."""

    character: str
    left: float
    bottom: float
    right: float
    top: float
    ink_bottom: float
    ink_top: float
    size: float


def read_letters(textpage: Any) -> tuple[list[Letter], list[int]]:
    """The letters of a page as the file stores them, in its order, and the index of each in the page."""
    letters: list[Letter] = []
    places: list[int] = []
    raw = textpage.raw
    loose = pdfium.FS_RECTF()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for index in range(textpage.count_chars()):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        if code in (0, 0xFFFE, 0xFFFF):
            continue
        character = chr(code)
        if character in "\r\n":
            continue
        if not pdfium.FPDFText_GetLooseCharBox(raw, index, loose):
            continue
        pdfium.FPDFText_GetCharBox(raw, index, left, right, bottom, top)
        places.append(index)
        size = loose.top - loose.bottom
        letters.append(
            Letter(character, loose.left, loose.bottom, loose.right, loose.top, bottom.value, top.value, size)
        )
    return letters, places
