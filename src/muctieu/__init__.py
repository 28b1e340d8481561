"""Muctieu reads Vietnamese government reports, ties every figure to its characters and holds it to account.

    import muctieu

    document = muctieu.read("report.docx")
    document.text, document.sections, document.claims
    muctieu.read_targets(document)

This is the public door: names are fetched on first use, so that importing the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from muctieu.claims.claim import Claim as Claim
    from muctieu.claims.reading import Reading as Reading
    from muctieu.document.document import Document as Document
    from muctieu.document.document import Section as Section
    from muctieu.errors import MuctieuError as MuctieuError
    from muctieu.flow import read as read
    from muctieu.flow import read_document as read_document
    from muctieu.flow import read_many as read_many
    from muctieu.targets.reader import read_targets as read_targets
    from muctieu.targets.target import Target as Target
    from muctieu.values.span import Span as Span

__version__ = "0.1.0"

_HOME = {
    "Claim": "muctieu.claims.claim",
    "Document": "muctieu.document.document",
    "MuctieuError": "muctieu.errors",
    "Reading": "muctieu.claims.reading",
    "Section": "muctieu.document.document",
    "Span": "muctieu.values.span",
    "Target": "muctieu.targets.target",
    "read": "muctieu.flow",
    "read_document": "muctieu.flow",
    "read_many": "muctieu.flow",
    "read_targets": "muctieu.targets.reader",
}

__all__ = [
    "Claim",
    "Document",
    "MuctieuError",
    "Reading",
    "Section",
    "Span",
    "Target",
    "__version__",
    "read",
    "read_document",
    "read_many",
    "read_targets",
]


def __getattr__(name: str) -> object:
    """Fetches a public name from the room where it lives, on first use (PEP 562)."""
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module 'muctieu' has no attribute {name!r}; it offers {', '.join(__all__)}")
    found: object = getattr(import_module(home), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return __all__
