"""The lines `(1)`, `(2)`, … that number something through below a line that leads to them. Takes the ledger and where the line stands; gives the items' spans. Judges nothing."""

from __future__ import annotations

import re

from muctieu.audit.ledger import Ledger
from muctieu.values.span import Span

_ITEM = re.compile(r"[ \t]*\((\d{1,2})\)[^\n]*")
_HEADING = re.compile(r"[ \t]*(?:[-–+*•]|(?:[a-zđ]|\d{1,2}|[ivx]{1,4})[.)/-])[^\n\d;]{2,80}$", re.MULTILINE)


def numbered_below(ledger: Ledger, at: int) -> list[Span]:
    """The items below the line of a place, where it ends in a colon; headings without a number may stand between. None where the numbers begin anew, or leave one out."""
    line = ledger.text.find("\n", at)
    if line < 0 or not ledger.text[at:line].rstrip().endswith(":"):
        return []
    items: list[Span] = []
    start = line + 1
    while True:
        found = _ITEM.match(ledger.lower, start)
        if found is not None and int(found[1]) != len(items) + 1:
            return []
        if found is not None:
            items.append(Span(found.start(), found.end()))
        elif (found := _HEADING.match(ledger.lower, start)) is None:
            return items
        start = found.end() + 1
