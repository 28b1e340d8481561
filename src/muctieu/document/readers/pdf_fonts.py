"""The letters of a PDF page in fonts from before Unicode → the letters that they show. Asks the page for the fonts; knows nothing of lines.

Where the file calls its fonts by names that say nothing, a page without one Unicode letter of Vietnamese is told by its letters.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

import pypdfium2.raw as pdfium

from muctieu.document.readers.old_fonts import as_shown, has_vietnamese, is_old_font, lost_letters, old_font_of
from muctieu.document.readers.pdf_letters import Letter, read_letters
from muctieu.document.readers.pdf_turns import Turn

_HYPHENS = frozenset("\x02\uf0b7\uf0a7\uf0d8\uf02d\uf076\uf0fc")
"""A hyphen at the end of a line, as PDFium has it, and the bullets of the fonts Symbol and Wingdings, which lists use."""
_SUBSET = re.compile(r"[A-Z]{6}\+")
_STYLE = re.compile(r"[,-](?:Bold|Italic|Regular|Normal|Roman|Oblique)\w*$", re.IGNORECASE)
_SUSPECT = re.compile("[\u00a1-\u00ff\x02]")
_LEAST = 20
"""Suspect letters of a page before its encoding is guessed."""


def shown_letters(textpage: Any, turn: Turn, quarters: Sequence[int]) -> list[Letter]:
    """The letters of a page as they look, in the order of the file; arguments as for `read_letters`."""
    letters, places = read_letters(textpage, turn, quarters)
    return [
        letter._replace(character="-") if letter.character in _HYPHENS else letter
        for letter in _as_fonts_show(textpage.raw, letters, places)
    ]


def _as_fonts_show(textpage: Any, letters: list[Letter], places: list[int]) -> list[Letter]:
    """The letters of a page as their fonts show them; `places` are their indexes in the page."""
    suspects = [n for n, letter in enumerate(letters) if _SUSPECT.match(letter.character)]
    if not suspects:
        return letters
    name_of = _Names(textpage)
    if any(is_old_font(name_of(places[n])) for n in suspects):
        fonts = [name_of(place) for place in places]
    else:
        words = "".join(letter.character for letter in letters) if len(suspects) >= _LEAST else ""
        font = "" if has_vietnamese(words) else old_font_of(words)
        if not font:
            return letters
        fonts = [font] * len(letters)
    shown: list[Letter] = []
    for font, run in groupby(range(len(letters)), key=fonts.__getitem__):
        of_run = [letters[n] for n in run]
        shown += _with_lost_letters(list(_decoded(of_run, font)), font) if is_old_font(font) else of_run
    return shown


class _Names:
    """The name of the font of each letter, without what a program put around it."""

    def __init__(self, textpage: Any) -> None:
        self._page = textpage
        self._buffer = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        self._known: dict[bytes, str] = {}

    def __call__(self, place: int) -> str:
        size = pdfium.FPDFText_GetFontInfo(self._page, place, self._buffer, len(self._buffer), self._flags)
        said = self._buffer.value if 0 < size <= len(self._buffer) else b""
        if said not in self._known:
            self._known[said] = _STYLE.sub("", _SUBSET.sub("", said.decode("utf-8", "replace")))
        return self._known[said]


def _decoded(letters: list[Letter], font: str) -> Iterator[Letter]:
    """One run in an old font; a letter and the mark behind it become one letter."""
    at = 0
    while at < len(letters):
        pair = letters[at : at + 2]
        words = as_shown("".join(map(_stored, pair)), font)
        if len(pair) == 2 and len(words) == 1:
            right = max(letter.right for letter in pair)
            yield pair[0]._replace(character=words, right=right)
            at += 2
        else:
            yield pair[0]._replace(character=as_shown(_stored(pair[0]), font))
            at += 1


def _with_lost_letters(letters: list[Letter], font: str) -> list[Letter]:
    """A run with its hyphens that are letters of the ABC fonts."""
    if font.lower().startswith(".vn"):
        for at in lost_letters("".join(letter.character for letter in letters)):
            letters[at] = letters[at]._replace(character="Ư" if font.endswith("H") else "ư")
    return letters


def _stored(letter: Letter) -> str:
    """The letter as the file has it: PDFium shows a soft hyphen at the end of a line, the ABC fonts' ư, as a sign of its own."""
    return "\u00ad" if letter.character == "\x02" else letter.character
