"""Plain text and Markdown: bytes → `Layout`. The words are the bytes decoded, line ends as `\\n`, NFC; nothing is left out."""

from __future__ import annotations

from codecs import getincrementaldecoder

from muctieu.document.layout import Layout
from muctieu.errors import FileDamaged, FormatUnknown
from muctieu.text.compose import compose

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_STRETCH = 1 << 20
"""Bytes that are decoded at a time, so that a long text is not held several times over."""


def read(source: bytes, name: str) -> Layout:
    """The layout of a text in UTF-8, UTF-16 (with or without its mark) or an old Vietnamese encoding; `FileDamaged` where it ends within a letter, `FormatUnknown` where it is none.

    >>> read("Thu đạt 5 tỷ đồng.\\r\\n".encode("utf-16"), "a.txt").text
    'Thu đạt 5 tỷ đồng.\\n'
    """
    try:
        return Layout(_decoded(source, _encoding(source)))
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and not source[: error.start].isascii():
            raise FileDamaged(name=name, place=f"byte {error.start}", kind="txt") from error
        from muctieu.document.readers.encodings import detect_and_decode

        known = detect_and_decode(source)
        if known is not None:
            return Layout(_with_line_ends(known[0]))
        raise FormatUnknown(
            name=name,
            found_vi=f"chữ hỏng ở byte thứ {error.start}, không theo bảng mã nào đã biết",
            found_en=f"broken letters at byte {error.start}, in no known encoding",
        ) from error


def looks_like_utf16(source: bytes) -> str | None:
    """The kind of UTF-16 without a mark: every other byte of its ASCII letters is zero.

    >>> looks_like_utf16("Thu 5 tỷ đồng".encode("utf-16-be"))
    'utf-16-be'
    """
    head = source[:4096]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if len(head) < 8 or max(even, odd) < 0.3 * len(head) / 2 or min(even, odd) > 0.02 * len(head):
        return None
    kind = "utf-16-be" if even > odd else "utf-16-le"
    controls = sum(letter < " " and letter not in "\t\n\r\f" for letter in head.decode(kind, "ignore"))
    return kind if controls < 0.02 * len(head) else None


def _encoding(source: bytes) -> str:
    marked = next((encoding for mark, encoding in _MARKS if source.startswith(mark)), None)
    return marked or looks_like_utf16(source) or "utf-8"


def _decoded(source: bytes, encoding: str) -> str:
    """The bytes as text in NFC with its line ends; long ones stretch by stretch, each cut before a blank."""
    if len(source) <= _STRETCH:
        return compose(_with_line_ends(source.decode(encoding)))
    decoder = getincrementaldecoder(encoding)()
    pieces: list[str] = []
    rest = ""
    try:
        for at in range(0, len(source), _STRETCH):
            rest += decoder.decode(source[at : at + _STRETCH], at + _STRETCH >= len(source))
            cut = rest.rfind(" ")
            if cut > 0:
                pieces.append(compose(_with_line_ends(rest[:cut])))
                rest = rest[cut:]
    except UnicodeDecodeError:
        source.decode(encoding)  # says the place in the whole file
        raise
    return "".join((*pieces, compose(_with_line_ends(rest))))


def _with_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
