"""A fall that is set as a target is negative: `giảm ít nhất 5%` is -5, `kéo giảm số vụ tai nạn 5-10%` from -10 to -5.

Takes a reading, gives it with such targets signed, and named by what is to fall; a level to fall to (`giảm còn 3%`, `giảm từ 5%
xuống 3%`) stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from muctieu.claims.claim import Claim
from muctieu.claims.packed import held
from muctieu.claims.reading import Reading
from muctieu.text.lexicon import lexicon, words_pattern

_REACH = 90
_FROM = re.compile(r"\btừ (?:mức )?$")
_TO = re.compile(r"[^,;.\n]{0,30}?(?<!trở )\b(?:xuống|lên)\b")
_AFTER = re.compile(r"\s*(?:\([^()\n]*\)\s*)?(?:xuống|còn|về)\b")


def with_falls(reading: Reading) -> Reading:
    """The reading with every target that is a fall written as one."""
    low = reading.text.lower()
    claims = held(_fallen(claim) if _is_fall(claim, low) else claim for claim in _without_starts(reading.claims, low))
    return replace(reading, claims=claims)


def _without_starts(claims: Iterable[Claim], low: str) -> Iterator[Claim]:
    """`giảm từ 24,6% năm 2021 xuống còn 12%`: where it came from is no target, and its year none of the target's."""
    start: Claim | None = None
    for claim in claims:
        if (
            claim.kind == "target"
            and _FROM.search(low, max(0, claim.start - 12), claim.start)
            and _TO.match(low, claim.end)
        ):
            start = claim._replace(kind="level", status="actual")
            yield start
            continue
        if (
            start is not None
            and claim.sentence == start.sentence
            and claim.kind == "target"
            and claim.period == start.period
        ):
            claim = claim._replace(period=None)
        start = None
        yield claim


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = lexicon("targets")["fall"]
    verbs, between = words_pattern(words["verbs"]), words_pattern(words["between"])
    return (
        re.compile(rf"\b{verbs}(?P<named>\s[^,;.:()\n]+?)??(?:\s+{between}\b)*\s*$"),
        re.compile(rf"{verbs}\s+", re.IGNORECASE),
    )


def _is_fall(claim: Claim, low: str) -> bool:
    """Does the verb stand before the figure, or before the name that stands before it?"""
    if claim.kind != "target" or claim.value <= 0 or _AFTER.match(low, claim.end):
        return False
    before, verb = _patterns()
    found = before.search(low, max(claim.sentence.start, claim.start - _REACH), claim.start)
    return found is not None and (found["named"] or "").strip() in ("", verb.sub("", claim.indicator.lower(), count=1))


def _fallen(claim: Claim) -> Claim:
    verb = _patterns()[1].match(claim.indicator)
    named = claim.indicator[verb.end() :] if verb else claim.indicator
    if claim.value_to is None:
        return claim._replace(value=-claim.value, indicator=named)
    return claim._replace(value=-claim.value_to, value_to=-claim.value, indicator=named)
