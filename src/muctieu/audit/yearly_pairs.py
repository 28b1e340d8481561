"""Between which two figures of different years does a yearly mean run? Takes its place in the report, gives candidates.

The start may be told right before it (`từ 13,27 triệu tấn năm 2020 đến nay, bình quân mỗi năm tăng 11,9%`, `nếu tính từ cuối năm 2021 (18,62%) thì bình quân …`), in the row of a table that says
the value again, or elsewhere under the value's name for the year that the term starts from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from muctieu.audit.compared import is_compared
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.names import alike
from muctieu.audit.pairs import Pair, value_before
from muctieu.audit.times import YEARS

_FROM = re.compile(r"\b(?:từ|so với)\b[^;.()]*\(?\s*$")
_UP_TO = re.compile(
    r"[\s),]*(?:của )?(?:cuối |đầu )?(?:năm \d{4}|nhiệm kỳ)?[\s),]*(?:(?:đến|tới) (?:nay|năm \d{4})|trở lại đây)?[\s,]*(?:thì |vẫn |đã )*(?:\w+ )?"
    r"(?:bình quân|trung bình|mỗi năm|hằng năm|hàng năm|tăng|giảm|tốc độ|nhịp độ)\b[^;.()]*"
)
_GOES_ON = re.compile(r"[\s,;)]*(?:nếu |song |nhưng |và |còn |tính |kể |so )*(?:từ|với)\b")
_TOLD_YEAR = re.compile(r"\bnăm (\d{4})\b[^\d]*$")
_YEAR_AFTER = re.compile(r"[\s),]*(?:của )?(?:cuối |đầu )?năm (\d{4})\b")
_YEAR = re.compile(r"(\d{4})(?:-12(?:-31)?|-Q4|-S2)?")
_BACK = 2


def since(ledger: Ledger, sentence: Sentence, at: int) -> Pair | None:
    """The start that is told right before the mean, and the last value of its name and measure before that."""
    stated, basis = sentence.figures[at], sentence.figures[at - 1] if at else None
    if basis is None or basis.kind != "level" or not _FROM.search(basis.before) or not _UP_TO.fullmatch(stated.before):
        return None
    start = ledger.text.rfind("\n", 0, stated.claim.start) + 1
    earlier = [f for f in ledger.between(start, basis.claim.start) if f.sentence >= sentence.number - _BACK]
    likely: Pair | None = None
    for value in reversed(earlier):
        if value.kind == "level" and value.depth == 0 and value.counts_like(basis) and not is_compared(value):
            goes_on = value.sentence == sentence.number and _GOES_ON.match(basis.before) is not None
            named = goes_on or alike(value.key, basis.key) or alike(value.key, stated.key)
            told = _TOLD_YEAR.search(basis.before) or _YEAR_AFTER.match(stated.before)
            first = told[1] if told is not None else _last_year(basis)
            years = _years_from(first, value)
            pair = Pair(value, basis, True, years) if named and years > 1 else None
            if value.sentence == sentence.number or (pair is not None and value.key in (basis.key, stated.key)):
                return pair or likely  # the whole itself, not the last of its parts told behind it
            likely = likely or pair
    return likely


def of_term(ledger: Ledger, sentence: Sentence, at: int) -> Iterator[Pair]:
    """The value before the mean, and what the report gives under its name for the year that the mean's span, or the term, starts from."""
    stated, value = sentence.figures[at], value_before(sentence, at)
    if value is None or stated.claim.basis is not None or value.kind != "level":
        return
    spans = [span for p in (stated.period, ledger.document.period) if (span := YEARS.fullmatch(p or ""))]
    starts = {span[1] for span in spans} | {str(int(span[1]) - 1) for span in spans}  # of 2021-2024 it may be 2020
    rows = [row for _, row, _ in ledger.tabled(value)]
    tabled = [f for row in rows for f in row.figures.values() if f.kind == "level" and f.counts_like(value)]
    named = [f for year in starts for f in ledger.named_alike(value, year) if f.kind == "level"]
    for found in ([f for f in tabled if f.period in starts] or tabled, named):
        bases = [f for f in found if _years_from(_last_year(f), value) > 1 and not f.is_rate]
        if len({f.value for f in bases}) == 1:
            yield Pair(value, bases[0], False)
            return


def _last_year(figure: Figure) -> str | None:
    """The year that a figure's period ends with; of a part of a year none, for it is no whole step."""
    year = _YEAR.fullmatch((figure.period or "").rpartition("/")[2])
    return year[1] if year is not None else None


def _years_from(first: str | None, value: Figure) -> int:
    """How many years after a year the value is; none where either is not told."""
    last = _last_year(value)
    return int(last) - int(first) if first is not None and last is not None else 0
