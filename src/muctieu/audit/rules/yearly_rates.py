"""`growth` of several years: the mean rate of a span against the rate of each of its years, wherever those stand under one name.

Formula: mean = (Π (1 + rate))^(1/n) − 1; the plain mean of the rates is allowed too. A mean that is off by less than two tenths of a point is left to rounding and revision.

A rate a year right behind the growth over so many years (`sau 5 năm tăng 60%, bình quân mỗi năm tăng 12%`) is (1 + growth)^(1/years) − 1; it fails where it is the growth divided by the years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from muctieu.audit.check import Check
from muctieu.audit.equation import MeanRate, YearlyRate
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.names import Key
from muctieu.audit.times import YEARS
from muctieu.values.interval import Interval

_YEARLY = re.compile(r"\bbình quân\b")
_TERM = 5
_FEWEST = 3
_COUNTS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "mười": 10}
_AFTER_YEARS = re.compile(
    rf"\b(?:sau|qua|trong|cả|trải qua) (?P<years>\d{{1,2}}|{'|'.join(_COUNTS)}) năm\b(?! \d)[^.;]*$"
)
_MEAN_NEXT = re.compile(r"[\s,(]*(?:\w+ ){0,4}(?:bình quân|trung bình|mỗi năm|hằng năm|hàng năm)(?: [^\W\d]+){0,5}\s*")
_REVISED = Decimal("0.2")


def check(ledger: Ledger) -> Iterator[Check]:
    """Every mean rate of a span whose years are all given, and every rate a year behind the growth over the years."""
    yield from _behind_growth(ledger)
    yield from _of_spans(ledger)


def _behind_growth(ledger: Ledger) -> Iterator[Check]:
    """`qua ba năm tăng 21,0%, tính ra bình quân mỗi năm tăng 7,0%`."""
    for sentence in ledger.sentences:
        for growth, rate in pairwise(sentence.figures):
            if not (_is_mean(rate) and growth.kind == "growth" and growth.is_share and growth.cell is None):
                continue
            told = _AFTER_YEARS.search(ledger.lower, sentence.start, growth.claim.start)
            plain = _MEAN_NEXT.fullmatch(rate.before) is not None and not _is_mean(growth) and growth.value > 0
            if told is None or not plain:
                continue
            years = _COUNTS.get(told["years"]) or int(told["years"])
            found = Check.of("growth", YearlyRate(rate, growth, years), "warning")
            divided = growth.interval / Interval.exactly(years)
            if found.holds or (years > 1 and divided.meets(rate.interval)):
                yield found


def _of_spans(ledger: Ledger) -> Iterator[Check]:
    """By the rates of the years."""
    spans = [(f, span) for f in ledger.figures if _is_mean(f) and (span := YEARS.fullmatch(f.period or "")) is not None]
    if not spans:
        return
    yearly: dict[tuple[Key, str], set[Decimal]] = {}
    first: dict[tuple[Key, str], Figure] = {}
    for figure in ledger.figures:
        if (
            figure.kind == "growth"
            and figure.is_share
            and not figure.claim.per
            and len(figure.period or "") == len("2024")
        ):
            name = figure.key, str(figure.period)
            yearly.setdefault(name, set()).add(figure.value)
            first.setdefault(name, figure)
    for mean, span in spans:
        start, last = int(span[1]), int(span[2])
        names = [(mean.key, str(year)) for year in range(start + (last - start == _TERM), last + 1)]
        if len(names) < _FEWEST or any(len(yearly.get(name, ())) != 1 for name in names):
            continue
        found = Check.of("growth", MeanRate(mean, *(first[name] for name in names)), "warning")
        expected = found.equation.nearest() if found.equation is not None else None
        if found.holds or (expected is not None and expected.distance(mean.interval) > _REVISED):
            yield found


def _is_mean(figure: Figure) -> bool:
    """Is it a rate a year that is said to be a mean?"""
    if figure.kind != "growth" or not figure.is_share:
        return False
    mean = figure.claim.per == ("year",) or _YEARLY.search(figure.before + figure.indicator) is not None
    of_others = figure.depth > 0 or "so với" in figure.before or "cả nước" in figure.before
    return mean and not of_others
