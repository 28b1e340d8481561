"""The wire format: documents and claims as the plain values that JSON holds. Takes values of this room; never reads a file, never prints.

The meaning of each field is in `docs/reference/dinh-dang.md`. Decimals are strings in plain digits (`"14882000000000"`, never
`1.4882E+13`): JSON numbers would be read as floats, and a budget in đồng has more digits than a float keeps.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from muctieu.claims.claim import Claim
from muctieu.document.document import Document

CLAIM_FIELDS: tuple[str, ...] = tuple(name for name in Claim._fields if name != "number")


def plain(value: Decimal | None, step: Decimal | None = None) -> str | None:
    """A decimal in plain digits; zeros after the point that are finer than one `step` are left off.

    >>> plain(Decimal("1.4882E+13")), plain(Decimal("-46.90"), Decimal("0.01")), plain(None)
    ('14882000000000', '-46.90', None)
    >>> plain(Decimal("1234500000000.0"), Decimal("100000000.0")), plain(Decimal("0.30"), Decimal("0.10"))
    ('1234500000000', '0.3')
    """
    if value is None:
        return None
    digits = format(value, "f")
    if "." not in digits:
        return digits
    places = 0 if step is None else -int(step.normalize().as_tuple().exponent)
    whole, _, fraction = digits.partition(".")
    kept = fraction[: max(places, 0)] + fraction[max(places, 0) :].rstrip("0")
    return f"{whole}.{kept}" if kept else whole


def claim_fields(claim: Claim) -> dict[str, Any]:
    """A claim as the object that the wire format names: the fields of `CLAIM_FIELDS`, in that order."""
    return {
        "id": claim.id,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "value": plain(claim.value, claim.resolution),
        "value_to": plain(claim.value_to, claim.resolution),
        "resolution": plain(claim.resolution, claim.resolution),
        "unit": claim.unit,
        "per": list(claim.per),
        "comparator": claim.comparator,
        "kind": claim.kind,
        "status": claim.status,
        "period": claim.period,
        "basis": claim.basis,
        "indicator": claim.indicator,
        "whole": plain(claim.whole, claim.resolution),
        "section": claim.section,
        "footnote": claim.footnote,
        "sentence": [claim.sentence.start, claim.sentence.end],
    }


def document_fields(document: Document) -> dict[str, Any]:
    """A document without its text: name, hash, length in code points, and what it says of itself and its parts."""
    return {
        "name": document.name,
        "sha256": document.sha256,
        "characters": len(document.text),
        "title": document.title,
        "place": document.place,
        "period": document.period,
        "sections": [{"path": s.path, "title": s.title, "start": s.start, "end": s.end} for s in document.sections],
        "footnotes": [
            {"number": n.number, "start": n.start, "end": n.end, "anchor": n.anchor} for n in document.footnotes
        ],
        "tables": [
            {
                "start": table.start,
                "end": table.end,
                "head_rows": table.head_rows,
                "rows": [[cell._asdict() for cell in row] for row in table.rows],
            }
            for table in document.tables
        ],
    }


def envelope(version: str, document: Document, **parts: Any) -> dict[str, Any]:
    """The object of one document: `{"muctieu": version, "document": …}` and then the parts (`claims`, `targets`, `findings`, `held`)."""
    return {"muctieu": version, "document": document_fields(document), **parts}
