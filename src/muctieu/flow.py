"""The path of a figure: file → layout → document → claims. Read this page first.

Each step is one function of one room, and each room knows only the rooms below it. What follows a reading (an audit, the
targets: `muctieu.targets.reader`, a scoreboard) takes the `Reading` that comes out of here. Never prints, never writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

from muctieu.claims.reader import read_claims
from muctieu.claims.reading import Reading
from muctieu.document.document import Document
from muctieu.document.readers import read_layout
from muctieu.document.source import Source, read_source
from muctieu.document.structure import build_document


def read_document(source: Source, name: str | None = None) -> Document:
    """The report as it reads, without its claims: its text, sections, tables and footnotes. Arguments and errors as for `read`."""
    content, name = read_source(source, name)
    layout = read_layout(content, name)
    return build_document(layout, name, sha256(content).hexdigest())


def read(source: Source, name: str | None = None) -> Reading:
    """Reads one report: a path, the bytes of a file, or an open binary stream.

    `name` says what the file is called where the source does not (its ending helps to tell the format). Gives the `Reading`:
    the document with its `claims`. Raises an `InputError` with one clear sentence where the file cannot be read, `ToolMissing`
    where a program from outside is needed.

    >>> read("Năm 2020, thu ngân sách đạt 14.882 tỷ đồng.".encode(), name="vi-du.txt").claims[0].text
    '14.882 tỷ đồng'
    """
    document = read_document(source, name)
    return Reading.of(document, read_claims(document))


def read_many(sources: Iterable[Source]) -> Iterator[Reading]:
    """Reads reports one after another, holding one at a time; raises at the first that cannot be read."""
    return (read(source) for source in sources)
