"""`growth` of means of a time: what came in over years or months against how much of it came a year, or a month.

Formulas: mean a year = total ÷ years, mean a month = total ÷ months. A span counts all its years (`giai đoạn 2021-2024` is four); one that begins with the year of a congress may leave that year out. Totals
told elsewhere come from `audit/means.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from muctieu.audit.check import Check
from muctieu.audit.compared import is_compared
from muctieu.audit.equation import Mean, MonthlyMean
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.means import PARTS_OF_YEARS, mean_elsewhere, years_told
from muctieu.audit.times import months_of

_MEAN = re.compile(r"\b(?:bình quân|trung bình|tính ra|chia(?: đều)?|bq)\b")
_YEAR_OF_MONTHS = 12
_TERM = 5


def check(ledger: Ledger) -> Iterator[Check]:
    """Every mean a year, or a month."""
    for sentence in ledger.sentences:
        for at, mean in enumerate(sentence.figures):
            if mean.kind == "level" and mean.claim.per[-1:] in (("year",), ("month",)):
                found = _beside(ledger, sentence, at) if at else None
                told = mean_elsewhere(ledger, sentence, at) if found is None else None
                if told is not None:
                    found = Check.of("growth", told, "warning")
                if found is not None:
                    yield found


def _beside(ledger: Ledger, sentence: Sentence, at: int) -> Check | None:
    """`484 đảng viên mới, bình quân 161,3 đảng viên/năm`: a total over years and its mean a year."""
    mean = sentence.figures[at]
    before = [f for f in reversed(sentence.figures[:at]) if f.depth <= mean.depth and f.unit == mean.unit]
    outer = [f for f in before if f.kind == "level" and not is_compared(f)] or [sentence.figures[at - 1]]
    # `27.360 tỷ đồng, gồm vốn nhà nước …, vốn dân cư 7.595 tỷ đồng; bình quân mỗi năm 9.120 tỷ đồng`
    total = next((f for f in outer if f.claim.indicator == mean.claim.indicator), outer[0])
    if (
        total.kind != "level"
        or total.unit != mean.unit
        or total.claim.per != mean.claim.per[:-1]
        or total.value < mean.value  # the last of the parts that the mean is of together
        or _MEAN.search(mean.before) is None
        or PARTS_OF_YEARS.search(f"{total.before} {ledger.after(mean, 40)}")
    ):
        return None
    period = total.period or mean.period or ledger.document.period
    if mean.claim.per[-1:] == ("month",):
        return _monthly(mean, total, months_of(period))
    if period is None or len(period) != 9 or period[4] != "/":
        return None
    span = int(period[5:]) - int(period[:4])
    told = years_told(f"{total.before} {mean.before}")  # `tính cả 03 năm 2020 - 2022`
    if told in (span, span + 1):
        return Check.of("growth", Mean(mean, total, told), "warning")
    as_steps = int(period[:4]) % _TERM == 0  # half of the term 2020-2025 is told from 2020, and may be of three years
    for years in (span + 1, span) if as_steps else (span + 1,):
        if years > 1:
            equation = Mean(mean, total, years)
            if equation.holds():
                return Check.of("growth", equation)
    if as_steps and any(Mean(mean, total, years).holds() for years in range(2, span)):
        return None  # so many years have passed of the span
    years = span if span == _TERM else span + 1  # the term 2020-2025 is of five years
    return Check.of("growth", Mean(mean, total, years), "warning")


def _monthly(mean: Figure, total: Figure, months: tuple[int, int] | None) -> Check | None:
    """`9 tháng thu 1.246 tỷ đồng, bình quân mỗi tháng 138,4 tỷ đồng`."""
    if months is None or not 1 < months[1] - months[0] + 1 <= _YEAR_OF_MONTHS:
        return None
    return Check.of("growth", MonthlyMean(mean, total, months[1] - months[0] + 1), "warning")
