"""Parts of a year that a title joins: of `quý III và 9 tháng năm 2023` the report speaks of the nine months. Takes a phrase of time and the words it stands in; never resolves it."""

from __future__ import annotations

import re

from muctieu.text.periods import Phrase, read_phrase

_AND_QUARTER = re.compile(r"(?:,| và) (?P<quarter>quý [ivx\d]+)")
_AND_YEAR = re.compile(r"(?:,| và|;) (?:ước )?(?:thực hiện |tính chung )?(?:cả )?(?P<year>năm (?:19|20)\d\d)")
_AND_MONTHS = re.compile(
    r"(?:,| và|;) (?:ước )?(?:tính chung )?(?P<months>(?:\d\d?|sáu|chín|mười|mười một) tháng)(?![^\W_])"
)
_LAST_MONTHS, _DECEMBER = 2, 12
_WIDER = (("month", _AND_QUARTER, "quarter"), ("quarter", _AND_MONTHS, "months"), ("quarter", _AND_YEAR, "year"))


def widest(phrase: Phrase, low: str, *, of_work: bool = False) -> Phrase:
    """Of the parts that follow one another from the phrase on (lower case), the widest; months without `đầu năm` are the first of the year.

    `tháng 10 và 10 tháng` is the month in a report of statistics, the months in one `of_work` done and ahead.

    >>> words = "quý iii và 9 tháng năm 2023"
    >>> widest(read_phrase(words, 0), words).form
    'firstmonths'
    """
    more = _AND_MONTHS.match(low, phrase.end) if of_work and phrase.form == "month" else None
    if more is not None:
        phrase = read_phrase(low, more.start("months")) or phrase
    last_months = phrase.form == "firstmonths" and phrase.last == _LAST_MONTHS
    if last_months or (of_work and phrase.form == "month" and phrase.part == _DECEMBER):
        more = _AND_YEAR.match(low, phrase.end)  # `6 tháng cuối năm và cả năm 2025`, `tháng 12 và cả năm 2025`
        if more is not None:
            return read_phrase(low, more.start("year")) or phrase
    for form, joined, group in _WIDER:
        more = joined.match(low, phrase.end) if phrase.form == form else None
        if more is not None:
            phrase = read_phrase(low, more.start(group)) or phrase
    return phrase._replace(form="firstmonths") if phrase.form == "baremonths" else phrase
