"""The words of an indicator made comparable: no accents, no case, abbreviations written out. Takes a phrase, gives its words."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

from muctieu.indicators.data import words

_LETTERS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
_BARE = "".join(normalize("NFD", letter.replace("đ", "d"))[0] for letter in _LETTERS)
_FOLD = str.maketrans(_LETTERS, _BARE)
_LONE_Y = re.compile(r"(?<![aeiou])y\b")
_ASIDE = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[a-z0-9]+")


def folded(phrase: str) -> str:
    """Lower case without accents, đ as d, a lone y as i.

    >>> folded("Số bác sỹ/vạn dân")
    'so bac si/van dan'
    """
    return _LONE_Y.sub("i", normalize("NFC", phrase).lower().translate(_FOLD))


@lru_cache(maxsize=65536)
def words_of(phrase: str) -> tuple[str, ...]:
    """The words of the phrase in order: folded, abbreviations written out, asides in parentheses and words that tell nothing left out.

    >>> words_of("Tỷ lệ xã đạt chuẩn NTM (19 tiêu chí)")
    ('ti', 'le', 'xa', 'dat', 'chuan', 'nong', 'thon', 'moi')
    """
    plain = folded(phrase)
    lexicon = words()
    bare = lexicon.empty.sub(
        " ", lexicon.short.sub(lambda found: lexicon.full[found[0]], _ASIDE.sub(" ", plain) or plain)
    )
    return tuple(_WORD.findall(bare)) or tuple(_WORD.findall(plain))
