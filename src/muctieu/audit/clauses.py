"""Which words of a figure's clause tell what it is of? Takes the ledger and a figure, or words; gives the words that say something, other words for one thing made one. Compares nothing.

Accents are kept: `hồ` and `hộ` are two words.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from unicodedata import normalize

from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.names import Key
from muctieu.text.lexicon import lexicon, words_pattern

CLAUSE = re.compile(r"[.;:\n]")
AFTER = re.compile(r"[.;,\n()]")
_AND = re.compile(r"\b(?:và|còn)\b|[(]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_Y = tuple(zip("yýỳỷỹỵ", "iíìỉĩị", strict=True))
_TONE = re.compile(r"(o[àáảãạ]|u[íìỉĩị]|o[èéẻẽẹ])\b")
_MANY = 4096
_WORDS_BEFORE, _WORDS_AFTER = 14, 10


def clause_of(ledger: Ledger, figure: Figure) -> Key:
    """The words of its clause and name that say something, without accents; other words for one thing are one."""
    words = ledger.clauses.get(figure.order)
    if words is None:
        words = ledger.clauses[figure.order] = _clause_of(ledger, figure)
    return words


def _clause_of(ledger: Ledger, figure: Figure) -> Key:
    """Of a figure that was not asked for before."""
    if figure.cell is not None:
        return said(f"{figure.row_name} {figure.claim.indicator}")
    own = CLAUSE.split(figure.before)[-1]
    if ledger.sentences[figure.sentence].figures[0] is not figure and len(own) == len(figure.before):
        tail, _, rest = _AND.sub(",", own).partition(",")
        own = rest or tail  # what stands before is of the figure before
    before = " ".join(own.split()[-_WORDS_BEFORE:])
    after = " ".join(AFTER.split(ledger.after(figure, 70), maxsplit=1)[0].split()[:_WORDS_AFTER])
    noun = figure.unit[1:-1] if figure.is_counted else ""
    return said(f"{before} {noun} {after} {figure.claim.indicator}")


@lru_cache(_MANY)
def said(words: str) -> Key:
    """The words of a clause that say something."""
    empty, pattern, same = _language()
    plain = pattern.sub(lambda match: same[match[0]], _spelt(words))
    return frozenset(word for word in _WORD.findall(plain) if word not in empty)


@cache
def _language() -> tuple[frozenset[str], re.Pattern[str], dict[str, str]]:
    words = lexicon("audit")["retold"]
    short = [
        (one, full) for one, full in lexicon("audit")["same"].items() if one == "".join(w[0] for w in full.split())
    ]
    same = {_spelt(one): _spelt(other) for one, other in (*short, *words["same"])}
    return frozenset(_spelt(" ".join(words["empty"])).split()), re.compile(rf"\b{words_pattern(same)}\b"), same


def _spelt(words: str) -> str:
    """In lower case, `y` as `i`, the tone where it was put before (`hoà`, `hòa`)."""
    plain = words.lower()
    for one, other in _Y:
        plain = plain.replace(one, other)
    return _TONE.sub(lambda match: _placed(match[0]), plain)


@cache
def _placed(vowels: str) -> str:
    """`oà` as `òa`."""
    first, second = normalize("NFD", vowels[0]), normalize("NFD", vowels[1])
    return normalize("NFC", first + second[1:] + second[0])


@lru_cache(_MANY)
def in_order(words: str) -> tuple[str, ...]:
    """The words of a noun in their order, other words for one thing as one."""
    empty, pattern, same = _language()
    plain = pattern.sub(lambda match: same[match[0]], _spelt(words))
    return tuple(word for word in _WORD.findall(plain) if word not in empty)
