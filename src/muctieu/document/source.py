"""Where a report comes from: a path, bytes, or an open stream → its bytes and its name. Knows nothing of formats."""

from __future__ import annotations

from os import PathLike, fspath
from pathlib import Path
from typing import BinaryIO

from muctieu.errors import FileIsFolder, FileMissing, FileTooLarge, FileUnreadable

Source = str | PathLike[str] | bytes | BinaryIO

LARGEST = 512 * 1024 * 1024
"""Bytes: what is larger than this is refused before it is read into memory."""


def read_source(source: Source, name: str | None = None) -> tuple[bytes, str]:
    """The whole content and the name of the source; `FileMissing`, `FileIsFolder`, `FileUnreadable` or `FileTooLarge` where it cannot be had.

    >>> read_source(b"abc", "a.txt")
    (b'abc', 'a.txt')
    """
    if isinstance(source, bytes):
        return source, name or "(bytes)"
    if isinstance(source, str | PathLike):
        path = Path(fspath(source))
        shown = name or path.name
        try:
            with path.open("rb") as stream:
                return _read_stream(stream, str(path)), shown
        except FileNotFoundError:
            raise FileMissing(name=str(path)) from None
        except IsADirectoryError:
            raise FileIsFolder(name=str(path)) from None
        except OSError as error:
            raise FileUnreadable(name=str(path), reason=error.strerror or str(error)) from error
    shown = name or str(getattr(source, "name", "(stream)"))
    try:
        return _read_stream(source, shown), shown
    except OSError as error:
        raise FileUnreadable(name=shown, reason=error.strerror or str(error)) from error


def _read_stream(stream: BinaryIO, name: str) -> bytes:
    content = stream.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise FileTooLarge(name=name, size=f"> {LARGEST >> 20} MB", limit=f"{LARGEST >> 20} MB")
    return content
