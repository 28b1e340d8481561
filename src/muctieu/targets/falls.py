"""A fall that is set as a target is negative: `giảm ít nhất 5%` is -5, `kéo giảm 5-10%` from -10 to -5.

Takes a reading, gives it with such targets signed; a level to fall to (`giảm còn 3%`, `giảm từ 5% xuống 3%`) stays as it is.
"""

from __future__ import annotations

import re
from dataclasses import replace

from muctieu.claims.claim import Claim
from muctieu.claims.reading import Reading
from muctieu.text.lexicon import lexicon, words_pattern

_REACH = 90
_AFTER = re.compile(r"\s*(?:\([^()\n]*\)\s*)?(?:xuống|còn|về)\b")


def with_falls(reading: Reading) -> Reading:
    """The reading with every target that is a fall written as one."""
    words = lexicon("targets")["fall"]
    before = re.compile(rf"\b{words_pattern(words['verbs'])}(?:\s+{words_pattern(words['between'])}\b)*\s*$")
    low = reading.text.lower()
    claims = tuple(_fallen(claim) if _is_fall(claim, low, before) else claim for claim in reading.claims)
    return reading if claims == reading.claims else replace(reading, claims=claims)


def _is_fall(claim: Claim, low: str, before: re.Pattern[str]) -> bool:
    return (
        claim.kind == "target"
        and claim.value > 0
        and before.search(low, max(claim.sentence.start, claim.start - _REACH), claim.start) is not None
        and not _AFTER.match(low, claim.end)
    )


def _fallen(claim: Claim) -> Claim:
    if claim.value_to is None:
        return claim._replace(value=-claim.value)
    return claim._replace(value=-claim.value_to, value_to=-claim.value)
