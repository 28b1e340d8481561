"""The document: the reading text with its sections, sentences, tables and footnotes. It knows nothing of figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from muctieu.document.layout import Note, Table


class Section(NamedTuple):
    """A numbered section: its path (`1/I/2/2.1`), its title, and its span (its own words and those of the sections within it)."""

    path: str
    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """A report as it reads. Every offset counts code points of `text`.

    `name` is the file's name, `sha256` the hash of its bytes. `title`, `place` and `period` are what the report says of itself
    (period in SDMX form: `2020`, `2023-Q3`, `2015/2020`), None where it does not say. `footnotes` have their `anchor` put
    back where a conversion tore the marks off; `tears` are the line ends that such a mark left within a sentence. `trust` is below
    1 where the words were guessed (OCR).
    """

    name: str
    sha256: str
    text: str
    title: str | None
    place: str | None
    period: str | None
    sections: tuple[Section, ...]
    footnotes: tuple[Note, ...]
    tables: tuple[Table, ...]
    trust: float = 1.0
    tears: frozenset[int] = frozenset()
