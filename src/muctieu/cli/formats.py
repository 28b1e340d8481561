"""The formats of `muctieu read`: one reading → the text of it in a format; and what stands before, between and after several."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from muctieu import __version__
from muctieu.claims.claim import Claim
from muctieu.claims.reading import Reading
from muctieu.claims.wire import CLAIM_FIELDS, claim_fields, envelope
from muctieu.document.document import Document
from muctieu.errors import Language

FORMATS = ("table", "json", "jsonl", "csv", "html")
BY_CLAIM = ("json", "jsonl", "csv")  # formats that need one claim at a time, not the whole reading
SUFFIXES = {"table": ".txt", "json": ".json", "jsonl": ".jsonl", "csv": ".csv", "html": ".html"}
CSV_COLUMNS = ("document", *(name for name in CLAIM_FIELDS if name != "sentence"), "sentence_start", "sentence_end")
_BYTE_ORDER_MARK = "\ufeff"


class Manner(NamedTuple):
    """How a reading is to be written; it travels to worker processes, so it holds plain values only."""

    form: str
    language: Language
    width: int
    colour: bool
    excel: bool
    several: bool


class Joints(NamedTuple):
    """What is written before the first reading, between two, and after the last."""

    before: str
    between: str
    after: str


def render(reading: Reading, manner: Manner) -> str:
    """The reading in the manner's format."""
    if manner.form in BY_CLAIM:
        return "".join(claim_pieces(reading, reading.claims, manner))
    if manner.form == "html":
        from muctieu.marked.page import marked_page

        return marked_page(reading, manner.language)
    from muctieu.cli.claims_table import claims_table

    return claims_table(reading, manner.width, manner.colour, manner.language)


def joints(manner: Manner) -> Joints:
    """The joints of the manner's format: a list in JSON, a head line in CSV, a blank line between tables."""
    if manner.form == "json":
        return Joints("[\n", ",\n", "\n]\n") if manner.several else Joints("", "", "\n")
    if manner.form == "csv":
        return Joints((_BYTE_ORDER_MARK if manner.excel else "") + ",".join(CSV_COLUMNS) + "\n", "", "")
    return Joints("", "\n" if manner.form == "table" else "", "")


def claim_pieces(document: Document, claims: Iterable[Claim], manner: Manner) -> Iterator[str]:
    """The report in one of the formats `BY_CLAIM`: a piece for each claim, as it comes; none is held."""
    name = document.name
    if manner.form == "csv":
        return _rows(name, claims, manner.excel)
    if manner.form == "json":
        return _object(document, claims)
    first = (
        {"document": name} if manner.several else {}
    )  # where several reports are read, each line says of which it is
    return (json.dumps({**first, **claim_fields(claim)}, ensure_ascii=False) + "\n" for claim in claims)


def _object(document: Document, claims: Iterable[Claim]) -> Iterator[str]:
    """The envelope of the reading in the words that `json.dumps` has for the whole of it; its last part is the claims."""
    yield json.dumps(envelope(__version__, document, claims=[]), ensure_ascii=False, indent=1).removesuffix("[]\n}")
    before, last = "[\n  ", "[]\n}"
    for claim in claims:
        yield before + json.dumps(claim_fields(claim), ensure_ascii=False, indent=1).replace("\n", "\n  ")
        before, last = ",\n  ", "\n ]\n}"
    yield last


def _rows(name: str, claims: Iterable[Claim], excel: bool) -> Iterator[str]:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    for claim in claims:
        fields = claim_fields(claim)
        start, end = fields.pop("sentence")
        fields["per"] = "/".join(fields["per"])
        words = [name, *(fields[column] for column in CSV_COLUMNS[1:-2]), start, end]
        writer.writerow([_harmless(word) for word in words] if excel else words)
        yield stream.getvalue()
        stream.seek(0)
        stream.truncate()


def _harmless(word: object) -> object:
    """A cell that a spreadsheet would run as a formula gets an apostrophe before it; numbers stay numbers.

    >>> _harmless("=1+1"), _harmless("-46.9"), _harmless("- 5 xã")
    ("'=1+1", '-46.9', "'- 5 xã")
    """
    if (
        isinstance(word, str)
        and word[:1] in ("=", "+", "-", "@", "\t", "\r")
        and not word.lstrip("-").replace(".", "", 1).isdigit()
    ):
        return "'" + word
    return word
