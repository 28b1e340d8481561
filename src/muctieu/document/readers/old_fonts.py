"""Words in fonts from before Unicode (`.VnTime`, `VNI-Times`, `VPS …`): as they are stored → as they look. Knows no file format."""

from __future__ import annotations

import re
from collections.abc import Iterator

_OLD = (".vn", "vni", "vps")
_UNICODE = re.compile("[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
"""Vietnamese letters that no font of one byte a letter has: words with one are Unicode, whatever their font is called."""
_LOST = re.compile(
    r"-(?=[ơờớởỡợ][a-z])|\b(?:[bcdđghklmnrstvx]|ch|gi|kh|ng|nh|ph|th|tr)(-)(?:[aiu]|c|m|n|ng|t)?\b(?!-)|"
    r"\b(?:[bcdđghklmnrstvx]|ch|gi|kh|ng|nh|ph|th|tr)(-)(?!\w)",
    re.IGNORECASE,
)
SOFT_HYPHEN = "\u00ad"


def is_old_font(font: str) -> bool:
    """
    >>> is_old_font(".VnTimeH"), is_old_font("VNI-Times"), is_old_font("Times New Roman")
    (True, True, False)
    """
    return font.lower().startswith(_OLD)


def as_shown(words: str, font: str) -> str:
    """The words as the font shows them; soft hyphens, which are not shown, are left out (in the ABC fonts they are the letter ư).

    >>> as_shown("c\\u00ads\\u00ad", ".VnTime"), as_shown("sản\\u00adxuất", "Arial"), as_shown("hệ số", ".VnTime")
    ('cưsư', 'sảnxuất', 'hệ số')
    """
    if is_old_font(font) and not words.isspace() and not _UNICODE.search(words):
        from muctieu.document.readers.encodings import decode_font_run

        return decode_font_run(words, font)
    return words.replace(SOFT_HYPHEN, "") if SOFT_HYPHEN in words else words


def has_vietnamese(words: str) -> bool:
    """Whether the words hold a letter that only Unicode has."""
    return _UNICODE.search(words) is not None


def old_font_of(words: str) -> str:
    """A font of the encoding that these words, of an unknown font, are stored in, by their letters; "" where they look like none.

    >>> old_font_of("Tæng thu ng©n s¸ch ®¹t 12 tû ®ång, t¨ng so víi n¨m tr\u00adíc; hé nghÌo gi¶m.")
    '.VnTime'
    """
    from muctieu.document.readers.encodings import detect_and_decode

    known = detect_and_decode(words.encode("cp1252", "replace")) if words else None
    return {"TCVN3": ".VnTime", "VNI": "VNI-Times", "VPS": "VPS Times"}.get(known[1], "") if known else ""


def lost_letters(words: str) -> Iterator[int]:
    """Where a hyphen is the ư of the ABC fonts, which stands at the place of the soft hyphen: some PDFs no longer tell the two apart.

    >>> list(lost_letters("đầu t-, tr-ớc, th-a, ch-ơng; văn hóa-xã hội, 2015-2020, - ở xã, Covid-19"))
    [5, 10, 17, 23]
    """
    for match in _LOST.finditer(words):
        yield match.start(match.lastindex or 0)
