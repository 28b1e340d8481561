"""Turned pages of a PDF: boxes as the file places them → boxes as somebody sees them who holds the page so that its words stand upright.

A page is held as most of its letters stand, whatever the file says of its own turn. Words that run up or down beside them (heads of narrow
columns) keep their place; slanted ones (`DỰ THẢO` across a page) are no part of the report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import pi
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""
SLANTED = -1
_SLANT = 0.15
"""Of a quarter: what stands further from upright than this is slanted."""


class Turn(NamedTuple):
    """A page that stands turned by `quarters` of a circle, clockwise; its box as the file has it."""

    quarters: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """The height of the page, held upright."""
        return self.right - self.left if self.quarters % 2 else self.top - self.bottom

    def upright(self, box: Box) -> Box:
        """
        >>> Turn(1, 0, 0, 100, 200).upright((10, 150, 20, 190)), Turn(3, 0, 0, 100, 200).upright((10, 150, 20, 190))
        ((10, 10, 50, 20), (150, 80, 190, 90))
        """
        left, bottom, right, top = box
        if self.quarters == 1:
            return self.top - top, left - self.left, self.top - bottom, right - self.left
        if self.quarters == 2:
            return self.right - right, self.top - top, self.right - left, self.top - bottom
        if self.quarters == 3:
            return bottom - self.bottom, self.right - right, top - self.bottom, self.right - left
        return left - self.left, bottom - self.bottom, right - self.left, top - self.bottom

    def back(self) -> Turn:
        """The turn that undoes this one, of the page held upright."""
        width = self.top - self.bottom if self.quarters % 2 else self.right - self.left
        return Turn(-self.quarters % 4, 0.0, 0.0, width, self.height)


def quarters_of_letters(textpage: Any) -> list[int]:
    """How far each letter of a page is turned, in quarters of a circle, clockwise; `SLANTED` for those between. A blank goes with the letter before."""
    found: list[int] = []
    for index in range(textpage.count_chars()):
        turned = pdfium.FPDFText_GetCharAngle(textpage.raw, index) / (pi / 2)
        if found and pdfium.FPDFText_GetUnicode(textpage.raw, index) in (0x20, 0xA0, 0x0D, 0x0A):
            found.append(found[-1])
        else:
            found.append(round(turned) % 4 if abs(turned - round(turned)) < _SLANT else SLANTED)
    return found


def turn_of(page: Any, quarters: Sequence[int]) -> Turn:
    """How the page is to be held, by its letters."""
    counts = Counter(each for each in quarters if each != SLANTED)
    return Turn(counts.most_common(1)[0][0] if counts else 0, *page.get_cropbox())
