"""A result that may be too long to hold: pieces of text → a temporary file that is read back when all of it has been made.

A short one stays in memory. Knows nothing of formats; the temporary file goes with the value.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack

from muctieu.errors import OutputError

_HELD = 8 << 20
"""Letters that are held in memory before a file is used."""


class Spool:
    """Text written once and read back once, when its file goes. Sent to another process it becomes a plain `str`.

    >>> "".join(Spool(["một ", "hai"]))
    'một hai'
    """

    def __init__(self, pieces: Iterable[str]) -> None:
        """Takes every piece; an error that `pieces` raises goes through, `OutputError` where the temporary folder is full."""
        with ExitStack() as undo:
            self._file = undo.enter_context(tempfile.SpooledTemporaryFile(_HELD, "w+", encoding="utf-8", newline=""))
            for piece in pieces:
                self._write(piece)
            undo.pop_all()

    def _write(self, piece: str) -> None:
        try:
            self._file.write(piece)
        except OSError as error:
            raise OutputError(name=tempfile.gettempdir(), reason=error.strerror or str(error)) from error

    def __iter__(self) -> Iterator[str]:
        with self._file:
            self._file.seek(0)
            while piece := self._file.read(1 << 20):
                yield piece

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        return str, ("".join(self),)
