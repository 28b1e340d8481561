"""Rows of a report's reading → claims and readings of the library. The part of `mapping` for documents; it decides nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, cast

from muctieu.claims.claim import Claim as LibraryClaim
from muctieu.claims.reading import Reading
from muctieu.document.document import Section
from muctieu.document.layout import Cell, Note, Table
from muctieu.values.span import Span
from muctieu_web.store.models import Claim, Version

CORRECTABLE = ("value", "value_to", "unit", "kind", "period", "basis", "status", "comparator", "indicator")


def claim_of(row: Claim, corrections: Mapping[str, str] | None = None) -> LibraryClaim:
    """A claim as the machine read it, overlaid by what a person corrected (an empty string: there is none)."""
    machine = LibraryClaim(
        id=row.wire_id,
        start=row.start,
        end=row.end,
        text=row.text,
        value=row.value,
        value_to=row.value_to,
        resolution=row.resolution,
        unit=row.unit,
        per=tuple(row.per),
        comparator=cast(Any, row.comparator),
        kind=cast(Any, row.kind),
        status=cast(Any, row.status),
        period=row.period,
        basis=row.basis,
        indicator=row.indicator,
        whole=row.whole,
        section=row.section,
        footnote=row.footnote,
        sentence=Span(row.sentence_start, row.sentence_end),
        number=Span(row.start, row.end),
    )
    changed = {name: words for name, words in (corrections or {}).items() if name in CORRECTABLE}
    return (
        machine._replace(**{name: _corrected(name, words) for name, words in changed.items()}) if changed else machine
    )


def _corrected(name: str, words: str) -> Any:
    if name in ("value", "value_to"):
        return Decimal(words) if words else None
    return words or (None if name in ("period", "basis") else "")


def reading_of(row: Version, claims: Iterable[LibraryClaim]) -> Reading:
    """The version's report as it reads, with these claims."""
    wire = row.document
    return Reading(
        name=row.name,
        sha256=row.sha256,
        text=row.text,
        title=wire["title"],
        place=wire["place"],
        period=wire["period"],
        sections=tuple(Section(**one) for one in wire["sections"]),
        footnotes=tuple(Note(**one) for one in wire["footnotes"]),
        tables=tuple(_table(one) for one in wire["tables"]),
        claims=tuple(claims),
    )


def _table(wire: Mapping[str, Any]) -> Table:
    rows = tuple(tuple(Cell(**cell) for cell in row) for row in wire["rows"])
    return Table(wire["start"], wire["end"], rows, wire["head_rows"])
