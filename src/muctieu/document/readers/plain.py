"""Plain text and Markdown: bytes → `Layout`. The words are the bytes decoded, line ends as `\\n`, NFC; nothing is left out."""

from __future__ import annotations

from muctieu.document.layout import Layout
from muctieu.errors import FormatUnknown
from muctieu.text.compose import compose

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read(source: bytes, name: str) -> Layout:
    """The layout of a text file in UTF-8 or UTF-16; `FormatUnknown` where the bytes are neither.

    >>> read("Thu đạt 5 tỷ đồng.\\r\\n".encode("utf-16"), "a.txt").text
    'Thu đạt 5 tỷ đồng.\\n'
    """
    encoding = next((encoding for mark, encoding in _MARKS if source.startswith(mark)), "utf-8")
    try:
        text = source.decode(encoding)
    except UnicodeDecodeError as error:
        from muctieu.document.readers.encodings import detect_and_decode

        known = detect_and_decode(source)
        if known is not None:
            return Layout(known[0].replace("\r\n", "\n").replace("\r", "\n"))
        raise FormatUnknown(name=name, found=f"not UTF-8 at byte {error.start}") from error
    text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    return Layout(compose(text))
