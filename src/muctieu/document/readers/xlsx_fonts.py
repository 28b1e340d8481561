"""Old Vietnamese fonts of a workbook: styles.xml and the shared strings → the font of a style, the words of a text of several fonts.

Takes the parts of an .xlsx. Where a format's fonts are out of reach (`.xls`), the words of the whole book tell by their letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from muctieu.document.readers.archive import Archive
from muctieu.document.readers.old_fonts import as_shown, has_vietnamese, is_old_font, old_font_of
from muctieu.document.readers.xlsx_formats import MAIN

_MENTION = re.compile(rb"\"(?:\.Vn|VNI|VPS)", re.IGNORECASE)
_STYLES, _STRINGS = "xl/styles.xml", "xl/sharedStrings.xml"
_ENOUGH = 20
"""Letters beyond ASCII before an encoding is guessed."""


def old_fonts_of_styles(archive: Archive) -> dict[int, str]:
    """The old font of each style, by the index that cells name."""
    if not archive.has(_STYLES) or not _MENTION.search(archive.bytes_of(_STYLES)):
        return {}
    styles = archive.xml(_STYLES)
    names = [font.find(MAIN + "name") for font in styles.iterfind(f"{MAIN}fonts/{MAIN}font")]
    fonts = ["" if name is None else name.get("val", "") for name in names]
    found: dict[int, str] = {}
    for index, style in enumerate(styles.iterfind(f"{MAIN}cellXfs/{MAIN}xf")):
        number = style.get("fontId", "0")
        if number.isdigit() and int(number) < len(fonts) and is_old_font(fonts[int(number)]):
            found[index] = fonts[int(number)]
    return found


def texts_of_several_fonts(archive: Archive) -> dict[str, str]:
    """How the texts look whose parts have fonts of their own, by their stored words."""
    if not archive.has(_STRINGS) or not _MENTION.search(archive.bytes_of(_STRINGS)):
        return {}
    texts: dict[str, str] = {}
    for text in archive.xml(_STRINGS).iterfind(MAIN + "si"):
        stored, shown = "", ""
        for run in text.iterfind(MAIN + "r"):
            words = run.findtext(MAIN + "t") or ""
            font = run.find(f"{MAIN}rPr/{MAIN}rFont")
            stored += words
            shown += words if font is None else as_shown(words, font.get("val", ""))
        if stored != shown:
            texts[stored.strip()] = shown.strip()
    return texts


def font_by_letters(values: Iterable[object]) -> str:
    """The old font that these values look stored in; "" for Unicode and for too few words."""
    words = " ".join(value for value in values if isinstance(value, str))
    beyond = sum(1 for letter in words if letter > "\x7f")
    return "" if beyond < _ENOUGH or has_vietnamese(words) else old_font_of(words)
