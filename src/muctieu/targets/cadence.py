"""By the end of the term, in every year of it, or as a mean over it? Takes a claim and the clause it stands in."""

from __future__ import annotations

import re

from muctieu.claims.claim import Claim
from muctieu.targets.target import Cadence
from muctieu.targets.words import clause_around, pattern, says
from muctieu.text.lexicon import lexicon, words_pattern


def cadence_of(claim: Claim, text: str, *, one_year: bool) -> Cadence:
    """The cadence of a target read from running words; a plan for one year has only its end.

    `hàng năm` and a count a year are `annual`; `bình quân` (unless it is part of a name: `bình quân đầu người`) and a rate a
    year are `average`. What is a yearly amount by its nature (`thu nhập bình quân đầu người … triệu đồng/năm`) has its end.
    """
    if one_year:
        return "end"
    clause = clause_around(text, claim.start, claim.end)
    words = text[clause.start : clause.end].lower()
    if claim.unit == "%" and _is_mean(words[: claim.start - clause.start]):
        return "average"
    if says("cadence", "annual", words) or says("cadence", "annual", claim.indicator.lower()):
        return "annual"
    if claim.unit == "%" and claim.per == ("year",):
        return "average"
    return "annual" if claim.per == ("year",) and not says("cadence", "yearly", claim.indicator.lower()) else "end"


def _is_mean(words: str) -> bool:
    named = re.compile(rf"\s*(?:{words_pattern(lexicon('targets')['cadence']['named'])})\b")
    return any(not named.match(words, found.end()) for found in pattern("cadence", "average").finditer(words))
