"""A remark on a span of a reading text, and a file with remarks in it."""

from __future__ import annotations

from typing import NamedTuple

from muctieu.values.span import Span


class Remark(NamedTuple):
    """What is said (one or more lines) of which span of the reading text."""

    span: Span
    words: str


class Placed(NamedTuple):
    """The file's new bytes, and the remarks whose words stand nowhere in the file (an automatic list number, a scanned page)."""

    content: bytes
    lost: tuple[Remark, ...]
