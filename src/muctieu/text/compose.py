"""Text → the same text in NFC, touching only the letters that are decomposed. Knows nothing of words."""

from __future__ import annotations

import re
from unicodedata import is_normalized, normalize

_MARKS = re.compile("[\u0300-\u036f]+")


def compose(text: str) -> str:
    """The text in Unicode normalisation form C. A report has few decomposed letters: only those are composed, then the whole is checked.

    >>> compose("ti\u00ea\u0300n") == "tiền"
    True
    """
    if _MARKS.search(text) is None:
        return text if is_normalized("NFC", text) else normalize("NFC", text)
    pieces: list[str] = []
    done = 0
    for match in _MARKS.finditer(text):
        start, end = match.span()
        start = max(start - 1, done)
        pieces.append(text[done:start])
        pieces.append(normalize("NFC", text[start:end]))
        done = end
    composed = "".join((*pieces, text[done:]))
    return composed if is_normalized("NFC", composed) else normalize("NFC", text)
