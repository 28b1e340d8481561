"""A layout → the document: what the file does not say of itself is found in its text (sections, torn notes, drawn tables, title, period).

Sentences are not cut here: `document/sentences.py` finds one where it is asked for.
"""

from __future__ import annotations

from muctieu.document.document import Document
from muctieu.document.front import read_period, read_place, read_title
from muctieu.document.grids import drawn_tables, spaced_tables, with_head_rows
from muctieu.document.layout import Layout
from muctieu.document.notes import TornNotes, mend_notes
from muctieu.document.sections import find_sections


def build_document(layout: Layout, name: str, sha256: str) -> Document:
    """The document of a layout. Never fails on a layout that a reader made."""
    text = layout.text
    torn = (
        TornNotes(layout.notes, frozenset(), min((note.start for note in layout.notes), default=len(text)))
        if layout.notes
        else mend_notes(text)
    )
    tables = layout.tables or (drawn_tables(text) if "\t" in text else ())
    if "   " in text:
        spaced = [one for one in spaced_tables(text) if all(one.end <= t.start or t.end <= one.start for t in tables)]
        tables = tuple(sorted((*tables, *spaced), key=lambda table: table.start))
    tables = tuple(with_head_rows(text, table) for table in tables)
    title = read_title(text)
    return Document(
        name,
        sha256,
        text,
        title,
        read_place(text, title),
        read_period(text, title),
        find_sections(text, torn.body_end, tables, layout.headings),
        torn.notes,
        tables,
        layout.trust,
        torn.tears,
    )
