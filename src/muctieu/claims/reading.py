"""A document together with the claims that were read from it: what `muctieu.read` gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

from muctieu.claims.claim import Claim
from muctieu.document.document import Document


@dataclass(frozen=True, slots=True)
class Reading(Document):
    """A `Document` that carries its `claims` in reading order, so that text, sections and claims are at hand in one value."""

    claims: Sequence[Claim] = ()

    @classmethod
    def of(cls, document: Document, claims: Sequence[Claim]) -> Reading:
        """The document with these claims.

        >>> plain = Document("a.txt", "0" * 64, "Có 7 bến cảng.", None, None, None, (), (), ())
        >>> Reading.of(plain, ()).text
        'Có 7 bến cảng.'
        """
        return cls(**{field.name: getattr(document, field.name) for field in fields(Document)}, claims=claims)
