"""Which value and basis does a difference speak of that stands apart from them? Takes a figure and the ledger, gives candidates.

Two places are looked at: the sentences before it in its own paragraph (`Năm 2023 khám 1.842.300 lượt. Năm 2022 là 1.703.700 lượt; như vậy, số lượt khám
tăng 8,1%`), and the row of a table that says its value again, where the row gives the year before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.names import alike, key_of
from muctieu.audit.pairs import Pair, is_of_time, value_before, year_before
from muctieu.audit.times import YEARS, months_of

_BACK = 3
_MANY = 24
_NAMED = 2
"""How many words a name must have to be known again elsewhere."""
_OWN_YEAR = re.compile(r"\bnăm \d{4} (?:ước |dự kiến |ước tính )?(?:tăng|giảm)\s*$")
_THUS = re.compile(r"\b(?:như vậy|như thế|theo đó|tính ra|do đó|qua đó)\b")
_THUS_WORDS = frozenset(("vậy", "thế", "đó", "ra"))
_THEN = frozenset(("thì", "còn", "nhưng"))
_TERM = 5
_BOTH = 2
_YEAR_AFTER = re.compile(r"\s*(?:so với |so )?(?:cùng kỳ )?năm (\d{4})")


def paragraph_pairs(ledger: Ledger, sentence: Sentence, at: int) -> Iterator[Pair]:
    """The value and the basis of one name that the sentences before it in the paragraph give, each for one time."""
    stated = sentence.figures[at]
    value = value_before(sentence, at)
    concluding = not stated.words.isdisjoint(_THUS_WORDS) and _THUS.search(stated.before) is not None
    contrasted = _contrasted(sentence, at, value)
    if contrasted is not None:
        yield contrasted
    if value is not None and not concluding and not is_of_time(stated, value):
        return
    wanted = stated.claim.basis if stated.claim.basis != "target" else None
    yearly = stated.claim.per[-1:] == ("year",) or "bình quân" in stated.before
    told = list(_told(ledger, sentence, stated, value, concluding=concluding))
    before_it = year_before(value.period) if value is not None and wanted is None and not stated.claim.per else None
    if value is not None and before_it is not None:
        chain = [f for f in sentence.figures[:at] if f.kind == "level" and f.depth == 0 and f.counts_like(value)]
        if any(f.period == before_it for f in chain) or _OWN_YEAR.search(stated.before):
            wanted, told = before_it, [*told, *chain]
    after = [f for f in told if value is not None and f.counts_like(value) and _is_earlier(value, f)]
    if value is not None and concluding and after:
        if len({f.value for f in after}) == 1:
            yield Pair(after[-1], value, False)
        return
    if value is not None:
        told = [f for f in told if f.counts_like(value) and _is_earlier(f, value)]
        bases = [
            f
            for f in told
            if f.period == wanted or (wanted is None and (yearly or concluding or _is_just_before(f, value)))
        ]
        bases = bases if _names_no_other_year(ledger, stated, wanted) else []
        if len({f.value for f in bases}) == 1:
            yield Pair(value, bases[-1], False)
        return
    periods = {f.period for f in told}
    if len(told) != 2 or len(periods) != 2 or not told[0].counts_like(told[1]):
        return
    later, earlier = told if _is_earlier(told[1], told[0]) else reversed(told)
    in_turn = _OWN_YEAR.search(stated.before) is None or earlier.period == year_before(stated.period)
    near = wanted is not None or _is_just_before(earlier, later)
    told_for = concluding or (is_of_time(stated, later) and (near or yearly))
    if _is_earlier(earlier, later) and wanted in (None, earlier.period) and told_for and in_turn:
        yield Pair(later, earlier, False)


def pairs_elsewhere(ledger: Ledger, sentence: Sentence, at: int) -> Iterator[Pair]:
    """`Phạm pháp hình sự 09 vụ (cùng kỳ 12 vụ)` here, `phạm pháp hình sự giảm 03 vụ so với cùng kỳ` in another part of the report: the value and the basis that one name has side by side."""
    stated = sentence.figures[at]
    if stated.claim.basis in (None, "target") or stated.depth or value_before(sentence, at) is not None:
        return
    beside = ledger.beside.get((str(stated.period), str(stated.claim.basis)), [])[:_MANY]
    noun = key_of(stated.unit[1:-1]) if stated.is_count and beside else frozenset()
    name = stated.said - noun if beside else noun
    for value, basis in beside:
        counts = stated.counts_like(value) if stated.kind == "change" else not value.is_share
        if counts and value.sentence != stated.sentence and len(name) >= _NAMED and name <= value.key:
            yield Pair(value, basis, False)


def _contrasted(sentence: Sentence, at: int, value: Figure | None) -> Pair | None:
    """`Nếu như 9 tháng năm 2023 đón 2,85 triệu lượt khách thì năm nay đã đón 3,36 triệu lượt, tăng 17,9%`."""
    if value is None or at < 2 or value.words.isdisjoint(_THEN):
        return None
    before = sentence.figures[sentence.figures.index(value) - 1]
    alike = before.order < value.order and before.kind == "level" and before.counts_like(value)
    return Pair(value, before, True) if alike and _is_earlier(before, value) else None


def _told(
    ledger: Ledger, sentence: Sentence, stated: Figure, value: Figure | None, *, concluding: bool
) -> Iterator[Figure]:
    """Levels of the difference's name, and of the value's measure, before it: in its sentence, and in up to three sentences of its paragraph."""
    start = ledger.text.rfind("\n", 0, stated.claim.start) + 1
    is_share = stated.difference == "change" and stated.is_share
    names = [stated.key] if value is None else [stated.key, value.key]
    farthest = max(0, sentence.number - _BACK)
    for figure in ledger.between(start, stated.claim.start):
        if figure.kind != "level" or figure.is_share != is_share or figure.period is None or figure.depth:
            continue
        if figure.sentence < farthest or (value is not None and (figure is value or not figure.counts_like(value))):
            continue
        if any(alike(figure.key, name) or (concluding and len(figure.key & name) >= 2) for name in names):
            yield figure


def _names_no_other_year(ledger: Ledger, stated: Figure, wanted: str | None) -> bool:
    """Do the words right after the difference name no year, or the basis's own? (`bằng 1,7 lần năm 2020`)"""
    named = _YEAR_AFTER.match(ledger.after(stated, 24))
    return named is None or wanted is None or wanted.startswith(named[1])


def _is_earlier(first: Figure, second: Figure) -> bool:
    """Does its time end before the other's, both being of one length?"""
    one, other = months_of(first.period), months_of(second.period)
    return one is not None and other is not None and one[1] < other[1] and one[1] - one[0] == other[1] - other[0]


def ends_of_span(ledger: Ledger, stated: Figure) -> Iterator[Pair]:
    """`Tốc độ tăng bình quân giai đoạn 2016 - 2020 đạt 9,1%/năm`: the levels of that name in the span's last year and in the one that it starts from.

    A term written by its bounds (`2015 - 2020`) starts from its first year, other spans from the year before it where that is given.
    """
    span = YEARS.fullmatch(stated.period or ledger.document.period or "")
    if span is None:
        return
    first, last = int(span[1]), int(span[2])
    starts = (first,) if last - first == _TERM else (first - 1, first)
    for value in ledger.named_in(stated.key, str(last))[:1]:
        bases = (f for start in starts for f in ledger.named_alike(value, str(start)) if f.kind == "level")
        basis = next(bases, None)
        if value.kind == "level" and not value.is_share and basis is not None:
            yield Pair(value, basis, False)


def _is_just_before(basis: Figure, value: Figure) -> bool:
    """Of two single years, is the basis the year before? Of other times nothing is asked."""
    years = [f.period for f in (basis, value) if f.period is not None and f.period.isdigit()]
    return len(years) < _BOTH or int(years[1]) - int(years[0]) == 1


def tabled_pairs(ledger: Ledger, sentence: Sentence, at: int) -> Iterator[Pair]:
    """The value as a table says it again, and the row's figure for the basis that the text names."""
    stated = sentence.figures[at]
    value = value_before(sentence, at)
    wanted = stated.claim.basis
    if value is None or wanted in (None, "target") or not _names_no_other_year(ledger, stated, wanted):
        return
    for _, row, cell in ledger.tabled(value):
        for figure in row.figures.values():
            told = figure.measure == cell.measure and figure.kind == "level" and not figure.is_rate
            if told and figure is not cell and figure.period == wanted:
                yield Pair(value, figure, False)
