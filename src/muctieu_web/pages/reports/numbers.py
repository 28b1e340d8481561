"""Numbers as a person types them, in the language of the page → exact decimals; and back, for the field of a form."""

from __future__ import annotations

import re
from decimal import Decimal

from muctieu.claims.wording import number_words
from muctieu.errors import Language
from muctieu_web.access import Refused

_SHAPES = {
    "vi": re.compile(r"[-+−]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?"),
    "en": re.compile(r"[-+−]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?"),
}
_SWAP = str.maketrans(",.", ".,")


def typed_number(words: str, language: Language, *, field: str = "value") -> Decimal:
    """The number; `Refused` where it is none, or could be read in two ways.

    >>> typed_number("14.882,5", "vi"), typed_number("14,882.5", "en"), typed_number("−3", "vi")
    (Decimal('14882.5'), Decimal('14882.5'), Decimal('-3'))
    """
    given = "".join(words.split()).replace("−", "-")
    if _SHAPES[language].fullmatch(given):
        english = given.translate(_SWAP) if language == "vi" else given
        return Decimal(english.replace(",", ""))
    raise Refused(
        field=field,
        reason_vi=f"«{words}» không phải là số; hãy ghi như 14.882,5.",
        reason_en=f"“{words}” is no number; write it like 14,882.5.",
    )


def shown_number(value: Decimal | None, language: Language) -> str:
    """The number as its field shows it.

    >>> shown_number(Decimal("14882.5"), "vi"), shown_number(None, "vi")
    ('14.882,5', '')
    """
    return "" if value is None else number_words(value, language)
