"""`parts_sum` of time: a sum over years against the years, a year against its parts, wherever those stand under one name.

Formulas: Σ years = the sum over their span (`giai đoạn 2021 - 2025 đạt …`) or over as many of them as are counted (`3 năm ước 33.695 tỷ đồng`); Σ shorter periods that follow one
another = the period that they fill (`9 tháng` + `quý IV` = the year). Where the figures stand far apart only a sum that fits, or would by one digit or two that have changed places, is spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise, takewhile

from muctieu.audit.check import Check, Severity
from muctieu.audit.equation import Sum
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.names import key_of
from muctieu.audit.persons import is_person_of
from muctieu.audit.times import months_of

_COUNTED = re.compile(r"\b(?:(hai|ba|bốn|năm)|0?([2-5])) năm(?: qua| liền)?\b(?! \d{4}\b(?!\s?(?:và|-|–)))")
_COUNTS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5}
_TO_FINISH = re.compile(r"[^;.()]*\b(?:để|nhằm|hoàn thành|cán đích|đạt)\b[^;.()]*\bcả năm\b[^;.()]*")
_SPAN = re.compile(r"\b(?:từ|giai đoạn|các năm)(?: năm)? (\d{4})(?: đến(?: hết)?(?: năm)?| ?[-–]) ?(\d{4})\b")
_OF_YEAR = re.compile(r"\bnăm (\d{4})(?: [^\W\d]+){0,4}\s*$")
_STATE = key_of("nhà nước trên địa bàn")
_NEAR = Decimal("0.1")
_MANY = 24
_MONTHS = 12
_THREE = 3
"""A sum and two years at least."""


def check(ledger: Ledger) -> Iterator[Check]:
    """Every sum over years, every period that shorter ones fill."""
    yield from _years(ledger)
    yield from _spelled(ledger)
    yield from _to_finish(ledger)
    parted = any(period is not None and "-" in period for period in ledger.periods)
    dated = _dated(ledger) if parted else {}
    for figure in ledger.figures:
        if not (dated or "năm" in figure.before) or not _adds(figure):
            continue
        found = _counted(ledger, figure) if figure.cell is None and "năm" in figure.before else None
        if found is None and dated and len(figure.period or "") in (4, 7, 15):
            found = _filled(figure, dated.get((figure.key, figure.measure), []))
        if found is not None:
            yield found


def _spelled(ledger: Ledger) -> Iterator[Check]:
    """`từ năm 2021 đến hết năm 2023 kết nạp 4.186 đảng viên, trong đó năm 2021 là 1.352 đồng chí, năm 2022 là 1.418 đồng chí và năm 2023 là 1.416 đồng chí`: every year of the span, told right after its total."""
    for sentence in ledger.sentences:
        for at, total in enumerate(sentence.figures[:-2]):
            if not total.is_counted or "năm" not in sentence.figures[at + 1].before or not _adds(total):
                continue
            span = _SPAN.search(ledger.words(sentence.start, total.claim.start))
            years = [_OF_YEAR.search(f.before) for f in sentence.figures[at + 1 :]]
            told = [int(year[1]) for year in takewhile(lambda year: year is not None, years) if year is not None]
            if span is None or told != [*range(int(span[1]), int(span[2]) + 1)]:
                continue
            parts = sentence.figures[at + 1 : at + 1 + len(told)]
            alike = all(part.counts_like(total) or is_person_of(part, total) for part in parts)
            made = sum((part.value for part in parts), Decimal(0))
            if len(parts) > 1 and alike and all(map(_adds, parts)) and abs(made - total.value) <= _NEAR * total.value:
                yield _checked(total, parts)


def _to_finish(ledger: Ledger) -> Iterator[Check]:
    """`Thu ngân sách quý IV ít nhất 1.797 tỷ đồng để hoàn thành cả năm 6.240 tỷ đồng`: what is left to do and what the report says is done make the year."""
    for sentence in ledger.sentences:
        for rest, year in pairwise(sentence.figures):
            if "cả năm" not in year.before or not rest.counts_like(year) or rest.is_share:
                continue
            if _TO_FINISH.fullmatch(year.before) is None:
                continue
            keys = {rest.key, year.key, rest.key | _STATE, year.key | _STATE}
            named = [f for key in keys for f in ledger.by_name.get(key, [])[:_MANY] if _is_done(f, year)]
            sums = [(f, Sum(year, rest.as_told(), f)) for f in named]
            held = next((f for f, total in sums if total.holds()), None)
            slipped = len({f.value for f in named}) == 1 and _looks_slipped(year, [rest.as_told(), named[0]])
            slipped = slipped or (len({f.value for f in named}) == 1 and sums[0][1].slip(1) == "swapped")
            if held is not None or slipped:
                yield _checked(year, [rest.as_told(), held if held is not None else named[0]])


def _is_done(figure: Figure, year: Figure) -> bool:
    """Is it what was reached in the first months of the goal's year?"""
    months = months_of(figure.period)
    first = months is not None and months[0] % _MONTHS == 0 and months[1] - months[0] < _MONTHS - 1
    same = year.period is None or str(figure.period)[:4] == year.period[:4]
    return figure.kind == "level" and figure.counts_like(year) and figure.claim.comparator == "eq" and first and same


def _adds(figure: Figure) -> bool:
    """Is it an amount that adds up over time?"""
    plain = figure.kind in ("level", "target") and not figure.is_share and not figure.claim.per
    return plain and figure.claim.comparator == "eq" and figure.value > 0


def _counted(ledger: Ledger, total: Figure) -> Check | None:
    """`Thu ngân sách 3 năm ước 33.695 tỷ đồng` against the three last years that the report gives under that name."""
    words = _COUNTED.search(total.before)
    if words is None or total.kind != "level":
        return None
    count = _COUNTS[words[1]] if words[1] else int(words[2])
    for key in (total.key, total.said):
        named = [f for f in ledger.by_name.get(key, [])[:_MANY] if f.kind == "level" and f.counts_like(total)]
        yearly = {f.period: f for f in named if f.period is not None and re.fullmatch(r"\d{4}", f.period)}
        yearly = {year: f for year, f in yearly.items() if f is not total and f.value < total.value}
        years = sorted(yearly)
        for start in range(len(years) - count, -1, -1):
            run = years[start : start + count]
            if int(run[-1]) - int(run[0]) == count - 1 and Sum(total, *(yearly[year] for year in run)).holds():
                return _checked(total, [yearly[year] for year in run])
        last = [yearly[year] for year in years[-count:]]
        if len(last) == count and int(years[-1]) - int(years[-count]) == count - 1 and _looks_slipped(total, last):
            return _checked(total, last)
    return None


def _dated(ledger: Ledger) -> dict[object, list[tuple[tuple[int, int], Figure]]]:
    """Amounts of a year or less by name and measure, those of the text and of tables, in the order of time."""
    dated: dict[object, list[tuple[tuple[int, int], Figure]]] = {}
    for figure in ledger.figures:
        months = months_of(figure.period) if _adds(figure) else None
        if months is not None and months[1] - months[0] < _MONTHS:
            dated.setdefault((figure.key, figure.measure), []).append((months, figure))
    return {name: sorted(found[:_MANY], key=lambda pair: pair[0]) for name, found in dated.items() if len(found) > 2}


def _filled(whole: Figure, dated: Sequence[tuple[tuple[int, int], Figure]]) -> Check | None:
    """The shorter periods of that name that follow one another and fill the whole one."""
    span = months_of(whole.period)
    if span is None or not dated:
        return None
    parts: list[Figure] = []
    at = span[0]
    while at <= span[1]:
        next_ones = [(months, f) for months, f in dated if months[0] == at and months[1] <= span[1] and months != span]
        if len({(months, f.value) for months, f in next_ones}) != 1:
            return None  # none, or more than one way to go on
        parts.append(next_ones[0][1])
        at = next_ones[0][0][1] + 1
    if len(parts) < 2 or (whole.cell is not None and all(part.cell is not None for part in parts)):
        return None
    if len({part.sentence for part in parts} | {whole.sentence}) == 1:
        return None  # of one sentence: what stands in it is held together there
    if Sum(whole, *parts).holds():
        return _checked(whole, parts)
    said_right = any(months == span and f is not whole and Sum(f, *parts).holds() for months, f in dated)
    return None if said_right or not _looks_slipped(whole, parts) else _checked(whole, parts)


def _looks_slipped(total: Figure, parts: Sequence[Figure]) -> bool:
    """Would one digit of the total, or two of them the other way round, make the sum exact?"""
    made = sum((part.value for part in parts), Decimal(0))
    return abs(made - total.value) <= _NEAR * total.value and Sum(total, *parts).slip() in ("swapped", "digit")


def _years(ledger: Ledger) -> Iterator[Check]:
    """A sum over a span of years against the figures of each year, wherever those stand."""
    for figure in ledger.figures:
        period = figure.period
        if (
            figure.kind != "level"
            or figure.is_share
            or period is None
            or len(period) != 9
            or period[4] != "/"
            or figure.claim.per
        ):
            continue
        first, last = int(period[:4]), int(period[5:])
        if not 1 <= last - first <= 6 or len(ledger.by_name.get(figure.key, ())) < _THREE:
            continue
        yearly: dict[str, Figure] = {}
        for year in map(str, range(first, last + 1)):
            for each in ledger.named_alike(figure, year):
                if each.kind == "level":
                    yearly[year] = each
        if len(yearly) < 2:
            continue
        for start in (first, first + 1):
            years = [yearly.get(str(year)) for year in range(start, last + 1)]
            terms = [f for f in years if f is not None]
            if len(terms) == len(years) >= 2 and not all(
                f.sentence == figure.sentence and f.cell is None for f in terms
            ):
                made = sum((f.value for f in terms), Decimal(0))
                if Sum(figure, *terms).holds() or (start == first and abs(made - figure.value) * 10 <= figure.value):
                    yield _checked(figure, terms, "warning")
                    break


def _checked(total: Figure, parts: Sequence[Figure], severity: Severity = "warning") -> Check:
    """The check of a sum and the times it is made of."""
    return Check.of("parts_sum", Sum(total, *parts), severity)
