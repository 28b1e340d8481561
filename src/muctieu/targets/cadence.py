"""By the end of the term, in every year of it, or as a mean over it? Takes a claim and the clause it stands in."""

from __future__ import annotations

import re

from muctieu.claims.claim import Claim
from muctieu.targets.target import Cadence
from muctieu.targets.words import clause_around, pattern, says
from muctieu.text.lexicon import lexicon, words_pattern

_BY_YEAR = re.compile(r"\bđến (?:hết |cuối )?(?:năm |nhiệm kỳ)")


def cadence_of(claim: Claim, text: str, *, one_year: bool) -> Cadence:
    """The cadence of a target read from running words; a plan for one year has only its end.

    `hàng năm` and a count a year are `annual`; `bình quân` (unless it is part of a name: `bình quân đầu người`) and a rate a
    year are `average`. What is a yearly amount by its nature (`thu nhập bình quân đầu người … triệu đồng/năm`) has its end.
    """
    if one_year:
        return "end"
    clause = clause_around(text, claim.start, claim.end)
    before, after = text[clause.start : claim.start].lower(), text[claim.end : clause.end].lower()
    if before.lstrip().startswith("trong đó"):  # what is said of the whole holds for its parts
        whole = clause_around(text, clause.start - 1, clause.start - 1)
        before = text[whole.start : claim.start].lower()
    if claim.unit == "%" and _is_mean(before):
        return "average"
    if _is_yearly(before, after) or says("cadence", "annual", claim.indicator.lower()):
        return "annual"
    if claim.unit == "%" and claim.per == ("year",):
        return "average"
    return "annual" if claim.per == ("year",) and not says("cadence", "yearly", claim.indicator.lower()) else "end"


def _is_yearly(before: str, after: str) -> bool:
    """`hằng năm đạt 95%`, `đạt 95% hằng năm`; not the second of `hằng năm giảm 0,1%, đến năm 2030 còn 0,3%` or of `95% hằng năm, 40 ha`."""
    said = [
        found
        for found in pattern("cadence", "annual").finditer(before)
        if not (before[: found.start()].strip(" -+(") and before.startswith(",", found.end()))
    ]
    if said:
        return not _BY_YEAR.search(before, said[-1].end())
    return says("cadence", "annual", after.partition(",")[0])


def _is_mean(words: str) -> bool:
    named = re.compile(rf"\s*(?:{words_pattern(lexicon('targets')['cadence']['named'])})\b")
    return any(not named.match(words, found.end()) for found in pattern("cadence", "average").finditer(words))
