"""Which total is a mean a month or a year made of, that is told in another sentence or in a table? Takes the mean's place, gives the equation, or none. Judges nothing.

`Bình quân mỗi tháng đón 415,8 nghìn lượt khách` against the row `Khách du lịch` of nine months; `bình quân mỗi năm 20.493 tỷ đồng` against `ba năm đạt 61.480 tỷ đồng`; `17,8 tiêu chí/xã` against the
total row of the table of communes. The total must count the same, and stand under a name that the words around the mean hold; where several answer to it, only one that fits is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from muctieu.audit.compared import is_compared
from muctieu.audit.equation import Equation, Mean, MonthlyMean, figure_of
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.names import Key, key_of, opposed
from muctieu.audit.open_figures import is_among
from muctieu.audit.persons import counts_persons
from muctieu.audit.times import months_of

_SAID = re.compile(r"\b(?:bình quân|trung bình|tính ra|bq|mỗi|một|từng)\b")
_COUNTED = re.compile(
    r"\b(?:(hai|ba|bốn|năm)|0?([2-5])) năm(?! rưỡi)(?: qua| liền| đầu nhiệm kỳ)?\b(?! \d{4}\b(?! ?(?:và|-|–)))(?!,? mỗi năm thứ)"
)
_OVER = re.compile(r"\b(?:cùng thời gian|nhiệm kỳ|giai đoạn|lũy kế|cộng dồn|toàn khóa)\b")
PARTS_OF_YEARS = re.compile(r"năm rưỡi|\b\d,\d năm\b|\bnửa (?:đầu )?nhiệm kỳ")
"""Two and a half years, of which nobody counts the half alike."""
_COUNTS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5}
_NEAR = 14
_NAMED = 2
_MANY = 60
_LONGEST = 400
_ROOM = Decimal("1.6")
_CLOSE = Decimal("1.35")
_MONTHS = 12
_MOST_YEARS = 6


def mean_elsewhere(ledger: Ledger, sentence: Sentence, at: int) -> Equation | None:
    """The mean by the total that fits, else by the only one that answers to its name and is near."""
    mean = sentence.figures[at]
    per = mean.claim.per
    if len(per) != 1 or per[0] not in ("month", "year") or not _SAID.search(f"{mean.before} {mean.claim.indicator}"):
        return None
    own = key_of(ledger.words(sentence.start, mean.claim.sentence.end))
    named, near = _totals(ledger, sentence, mean)
    equations = [equation for total in (*named, *near) for equation in _shared_out(ledger, mean, total)]
    fitting = next((equation for equation in equations if equation.holds()), None)
    if fitting is not None:
        return fitting
    for totals, room in ((named, _ROOM), (near, _CLOSE)):
        told = [e for total in totals for e in _shared_out(ledger, mean, total) if _is_about(e, mean, room)]
        if told:
            return _surest(told, mean, own)
    return None


def years_told(words: str) -> int:
    """How many years some words speak of (`ba năm qua`, `03 năm 2020 - 2022`); 0 where they tell none."""
    told = _COUNTED.search(words)
    return 0 if told is None else _COUNTS[told[1]] if told[1] else int(told[2])


def _surest(told: list[Equation], mean: Figure, own: Key) -> Equation | None:
    """Of several the one of the mean's own sentence, else the one whose name holds most of that sentence's words; none where two hold as many."""

    def sureness(equation: Equation) -> tuple[bool, int]:
        total = figure_of(equation.terms[1])
        return total.sentence == mean.sentence, len(total.key & own)

    best = max(map(sureness, told))
    surest = [equation for equation in told if sureness(equation) == best]
    return surest[0] if len({figure_of(equation.terms[1]).value for equation in surest}) == 1 else None


def _totals(ledger: Ledger, sentence: Sentence, mean: Figure) -> tuple[list[Figure], list[Figure]]:
    """Amounts of the mean's measure: those whose name the paragraph holds, and those not far before it whose name shares a word with its own clause."""
    start = ledger.text.rfind("\n", 0, mean.claim.start) + 1
    end = mean.claim.sentence.end
    words = key_of(ledger.words(max(start, mean.claim.start - _LONGEST), end))
    said = key_of(ledger.words(sentence.start, end))
    own = key_of(ledger.words(max(sentence.start, mean.claim.start - len(mean.before)), end))
    named: list[Figure] = []
    near: list[Figure] = []
    for figure in ledger.amounts(mean.unit)[:_MANY]:
        if figure.sentence == mean.sentence and figure.order > mean.order:
            continue  # what follows goes on to something else
        if figure.sentence == mean.sentence and is_among(sentence, figure):
            continue
        common = len(figure.key & words)
        is_named = bool(common >= _NAMED and 3 * common >= 2 * len(figure.key) and figure.key & said)
        is_named = is_named or (mean.claim.footnote is not None and figure.key == mean.key)
        is_near = 0 < mean.order - figure.order <= _NEAR and figure.cell is None and figure.key & own
        if not (is_named or is_near) or not _adds_up(figure, mean):
            continue
        if not opposed(figure.key, own) and not _is_past(ledger, mean, figure):
            (named if is_named else near).append(figure)
    return named, near


def _is_past(ledger: Ledger, mean: Figure, total: Figure) -> bool:
    """Does the total's time end before the mean's, or the report's, begins?"""
    ours, theirs = months_of(mean.period or ledger.document.period), months_of(total.period)
    return ours is not None and theirs is not None and (theirs[1] < ours[0] or theirs[0] > ours[1])


def _adds_up(figure: Figure, mean: Figure) -> bool:
    """Is it an amount over a time that may be shared out, larger than the mean?"""
    plain = figure.kind == "level" and not figure.claim.per and not figure.is_share and figure.claim.comparator == "eq"
    persons = counts_persons(figure) and counts_persons(mean)
    one, other = figure.unit, mean.unit
    noun = one[:1] == "{" and other[:1] == "{" and (one.startswith(other[:-1]) or other.startswith(one[:-1]))
    aside = figure.depth > mean.depth or is_compared(figure)
    return plain and not aside and figure.value > mean.value and (one == other or noun or persons)


def _shared_out(ledger: Ledger, mean: Figure, total: Figure) -> Iterator[Equation]:
    """The total over so many months or years as its period, its words or the report's period tell."""
    if mean.claim.per == ("month",):
        spans = {months_of(total.period), months_of(ledger.document.period)} - {None}
        counts = {span[1] - span[0] + 1 for span in spans if span is not None}
        yield from (MonthlyMean(mean, total, count) for count in sorted(counts) if 1 < count <= _MONTHS)
        return
    if PARTS_OF_YEARS.search(f"{total.before} {mean.before} {ledger.after(mean, 40)}"):
        return
    told = years_told(f"{total.before}; {total.indicator}")
    if told:
        yield Mean(mean, total, told)
        return
    over = total.period is None and _OVER.search(f"{total.before} {total.indicator}") is not None
    months = months_of(ledger.document.period if over else total.period)
    years = (months[1] - months[0] + 1) // _MONTHS if months is not None else 0
    if 1 < years <= _MOST_YEARS:
        yield Mean(mean, total, years)
        if years == _MOST_YEARS:  # a term written by its bounds has five
            yield Mean(mean, total, years - 1)


def _is_about(equation: Equation, mean: Figure, room: Decimal) -> bool:
    """Is what the total gives near the mean?"""
    expected = equation.nearest()
    return expected is not None and expected.low <= mean.value * room and mean.value <= expected.high * room
