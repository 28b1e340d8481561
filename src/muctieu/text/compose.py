"""Unicode normalisation (NFC) of a whole text in little time. Knows nothing of words."""

from __future__ import annotations

import re
from unicodedata import is_normalized, normalize

_LAST_MARK = "\u036f"  # the first, U+0300, is the first character that `_TO_COMPOSE` finds
# All but characters that NFC leaves alone wherever they stand: Latin letters, punctuation, signs of money, numbers, arrows,
# mathematics and drawing, private ones, and the sign of a lost character. Behind one, the marks that follow it.
_TO_COMPOSE = re.compile(
    "[^\x00-\u02ff\u1e00-\u1eff\u2002-\u20cf\u2150-\u2328\u2400-\u2a0b\ue000-\uf8ff\ufeff\ufffc\ufffd][\u0300-\u036f]*"
)


class _Composed(dict[str, str]):
    """Letters with their marks → the same composed; each is composed once."""

    def __missing__(self, letter: str) -> str:
        self[letter] = found = normalize("NFC", letter)
        return found


def compose(text: str) -> str:
    """The text in Unicode normalisation form C. A report has few decomposed letters: only those are composed.

    >>> compose("ti\u00ea\u0300n") == "tiền"
    True
    """
    pieces: list[str] = []
    add = pieces.append
    composed = _Composed()
    done = 0
    for match in _TO_COMPOSE.finditer(text):
        start, end = match.span()
        if text[start] > _LAST_MARK:
            return text if is_normalized("NFC", text) else normalize("NFC", text)
        if start:
            start -= 1  # the letter that the marks stand on
        add(text[done:start])
        add(composed[text[start:end]])
        done = end
    return "".join((*pieces, text[done:])) if pieces else text
