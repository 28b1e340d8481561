"""Compound files, which old Office and locked new Office write: bytes → where each stream within begins. Reads no words.

Only what telling the kinds apart needs ([MS-CFB]): the header, the table of sectors, the directory.
"""

from __future__ import annotations

from struct import unpack_from

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY = 128
_FREE = 0xFFFFFFFA
"""The first of the numbers that name no sector."""
_SMALL = 4096
"""Streams shorter than this stand within another one, so their place is not told here."""


def places_of_streams(source: bytes) -> dict[str, int]:
    """The names of the streams with the byte where each begins (-1: not told); what is damaged is left out.

    >>> places_of_streams(SIGNATURE)
    {}
    """
    shift = unpack_from("<H", source, 30)[0] if len(source) >= 1024 else 0
    if shift not in (9, 12):  # the two sizes of sectors that there are
        return {}
    streams: dict[str, int] = {}
    for sector in _directory(source, shift):
        start = (sector + 1) << shift
        for at in range(start, min(start + (1 << shift), len(source) - _ENTRY + 1), _ENTRY):
            length, kind = unpack_from("<H", source, at + 64)[0], source[at + 66]
            first, size = unpack_from("<II", source, at + 116)
            if kind == 2 and 2 <= length <= 64:
                name = source[at : at + length - 2].decode("utf-16-le", "replace")
                streams[name] = (first + 1) << shift if size >= _SMALL and first < _FREE else -1
    return streams


def _directory(source: bytes, shift: int) -> list[int]:
    """The sectors of the directory, in order; each once."""
    count = 1 << shift >> 2
    tables = [sector for sector in unpack_from("<109I", source, 76) if sector < _FREE]
    chain: list[int] = []
    sector: int = unpack_from("<I", source, 48)[0]
    while sector < _FREE and sector not in chain and (sector + 1) << shift < len(source) and len(chain) < 4096:
        chain.append(sector)
        place = ((tables[sector // count] + 1) << shift) + 4 * (sector % count) if sector // count < len(tables) else -1
        if not 0 < place <= len(source) - 4:
            break
        sector = unpack_from("<I", source, place)[0]
    return chain
