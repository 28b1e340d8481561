"""Web pages in one file (`.mht`, and what Word saves as such under the name `.doc`): the page within → `Layout`. Opens nothing else in it."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message

from muctieu.document.layout import Layout
from muctieu.document.readers import html
from muctieu.errors import FileDamaged


def read(source: bytes, name: str) -> Layout:
    """The layout of the page; `FileDamaged` where the file holds none."""
    page = next((part for part in message_from_bytes(source).walk() if part.get_content_type() == "text/html"), None)
    content = None if page is None else page.get_payload(decode=True)
    if page is None or not isinstance(content, bytes) or not content.strip():
        raise FileDamaged(name=name, place="text/html", kind="mht")
    return html.read(_in_utf8(page, content), name)


def _in_utf8(page: Message, content: bytes) -> bytes:
    """The page in UTF-8 where its letter says how it is encoded; else as it is, since it may say so itself."""
    charset = page.get_content_charset()
    try:
        return content.decode(charset).encode() if charset else content
    except (LookupError, UnicodeDecodeError):
        return content
