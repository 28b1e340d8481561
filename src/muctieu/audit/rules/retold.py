"""`repeat` of what another part tells in words of its own: `còn 1.318 hộ nghèo` in the results, `đỡ đầu 1.381 gia đình nghèo hiện có` among the tasks.

Takes the ledger; gives pairs of figures of one sort and one time, each told in a clause of its own, that must be one figure: their clauses share words that few clauses of that sort have, and their digits look like a
slip of one another (two have changed places, one differs). Where an assessment or a task tells a result again, clauses that say nearly the same suffice. Other words for one thing (`gia đình`, `hộ`) and words that say
nothing are data. A part is never held against its whole, nor a figure against a row that gives it for some other time.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import chain, combinations
from typing import NamedTuple

from muctieu.audit.assessments import assessments, is_within
from muctieu.audit.check import Check
from muctieu.audit.clauses import AFTER, CLAUSE, clause_of, in_order, said
from muctieu.audit.counts import is_counted
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Measure
from muctieu.audit.names import Key, are_opposed, opposites
from muctieu.audit.persons import counts_anyone
from muctieu.audit.times import is_day_within, months_of
from muctieu.audit.told_apart import are_told_apart
from muctieu.audit.twice import are_swapped, is_past, places_apart, said_twice, years_named
from muctieu.text.lexicon import lexicon, words_pattern

_LAPSED = re.compile(
    r"\b(?:đầu (?<!từ đầu )(?<!tháng đầu )(?<!nửa đầu )(?:năm|kỳ|nhiệm kỳ|giai đoạn)|(?:năm|nhiệm kỳ|kỳ|giai đoạn) trước|cùng kỳ|so với|kế hoạch|kh|mục tiêu|chỉ tiêu|phấn đấu|dự toán|giao)\b"
)
_LAPSED_WORDS = frozenset(("đầu", "kỳ", "trước", "so", "hoạch", "kh", "tiêu", "đấu", "toán", "giao"))
_PART_OF = re.compile(r"\b(?:trong đó|trong số|gồm|riêng)\b")
_BUCKET = 12
_FEW_DIGITS, _LONG, _VERY_LONG = 2, 3, 5
_RARE, _SELDOM = 3, 5
_FAR, _NEAR, _CLOSE = Decimal("0.5"), Decimal("0.3"), Decimal("0.15")
_FULL, _HALF, _THIRD = Decimal("0.6"), Decimal("0.4"), Decimal("0.3")
_MANY = 40
_MONEY = ("VND", "USD")
_FEW_WORDS = 2
_MUCH = 4
_HARDLY = Decimal("0.5")
_SAYS = ((2, Decimal(2)), (3, Decimal("1.5")), (5, Decimal(1)), (10**9, Decimal("0.5")))
"""How much a word says that so many clauses have at most."""


class Told(NamedTuple):
    """A figure, what it counts or measures, its digits, and whether it tells again what was done."""

    figure: Figure
    sort: str
    digits: str
    again: bool


def check(ledger: Ledger) -> Iterator[Check]:
    """Every figure that another place tells otherwise, once."""
    spans = ledger.once(assessments)
    told: list[Told] = []
    sorts: dict[tuple[Measure, bool], str] = {}
    for figure in ledger.figures:
        if figure.kind not in ("level", "part", "target") or figure.claim.comparator != "eq":
            continue
        if len(figure.written) < _FEW_DIGITS or figure.is_rate or is_counted(figure.unit):
            continue
        again = figure.claim.status == "planned" and _is_told_again(ledger, figure)
        if _is_result(figure, again):
            sort = _sort(ledger, figure, sorts)
            told.append(Told(figure, sort, figure.written, again or is_within(spans, figure.claim.start)))
    near = list(_near(told))
    said = _said(ledger, near, sorts)
    pairs = [(first, second) for first, second in near if _may_be_one(ledger, first, second, said)]
    names = _Names(ledger, told, {first.sort for first, _ in pairs})
    done: set[int] = set()
    for first, second in sorted(pairs, key=lambda pair: -names.weight(*pair)):
        one, other = first.figure, second.figure
        if one.order in done or other.order in done or not names.tell_one(first, second):
            continue
        if not are_told_apart(ledger, one, other):
            done |= {one.order, other.order}
            yield said_twice(*sorted((one, other), key=lambda f: (f is other and second.again, f.order)))


def _said(
    ledger: Ledger, near: list[tuple[Told, Told]], sorts: dict[tuple[Measure, bool], str]
) -> Counter[tuple[str, Decimal]]:
    """How often the report gives each value of those pairs."""
    values = {each.figure.value for pair in near for each in pair}
    digits = {each.figure.digits for pair in near for each in pair}  # quicker to look up
    told = (f for f in ledger.figures if f.kind in ("level", "part") and f.digits in digits and f.value in values)
    return Counter((_sort(ledger, figure, sorts), figure.value) for figure in told)


def _near(told: list[Told]) -> Iterator[tuple[Told, Told]]:
    """Pairs of one sort whose digits look like slips of one another, and results told again with those near them; each pair once."""
    like: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    by_sort: dict[str, list[Told]] = defaultdict(list)
    numbers: dict[tuple[str, Decimal], int] = {}  # a number is quicker to look up
    measures = [numbers.setdefault((each.sort, each.figure.claim.resolution), len(numbers)) for each in told]
    several = Counter(zip(measures, (len(each.digits) for each in told), strict=True))
    for each, measure in zip(told, measures, strict=True):
        if several[measure, len(each.digits)] > 1:  # alone of its measure and length it is like none
            like[measure, each.figure.shuffled].append(each)
            for at in range(len(each.digits)):
                like[measure, each.digits[:at], each.digits[at + 1 :]].append(each)
        by_sort[each.sort].append(each)
        if len(each.figure.digits) >= _LONG:  # `597.000 lượt`, `579 nghìn lượt`
            rounded = "".join(sorted(each.figure.digits))
            like[each.sort, each.figure.value.adjusted(), rounded].append(each)
    seen: set[tuple[int, int]] = set()
    for figures in like.values():
        for first, second in combinations(figures, 2) if 1 < len(figures) <= _BUCKET else ():
            pair = first.figure.order, second.figure.order
            if first.figure.value != second.figure.value and pair not in seen:
                seen.add(pair)
                yield first, second
    for figures in by_sort.values():
        for second in (each for each in figures if each.again) if 1 < len(figures) <= _MANY else ():
            for first in figures:
                pair = first.figure.order, second.figure.order
                if pair[0] >= pair[1] or pair in seen or first.again:
                    continue
                apart = abs(first.figure.value - second.figure.value)
                if 0 < apart <= _CLOSE * max(abs(first.figure.value), abs(second.figure.value)):
                    seen.add(pair)
                    yield first, second


class _Names:
    """The words of the clauses of those sorts, and how many of their clauses have each."""

    def __init__(self, ledger: Ledger, told: list[Told], sorts: set[str]) -> None:
        self._ledger = ledger
        self._words = {each.figure.order: clause_of(ledger, each.figure) for each in told if each.sort in sorts}
        keys: dict[str, list[Key]] = {sort: [] for sort in sorts}
        for each in told:
            if each.sort in sorts and each.figure.cell is None:
                keys[each.sort].append(self._words[each.figure.order])
        self._having = {sort: Counter(chain.from_iterable(found)) for sort, found in keys.items()}

    def weight(self, first: Told, second: Told) -> Decimal:
        """How much the words say that both have: a word of two clauses says most, one of many hardly anything."""
        common = self._words[first.figure.order] & self._words[second.figure.order]
        summed = all(_cue("summed").search(_around(self._ledger, each.figure)) for each in (first, second))
        return sum((self._says(first.sort, word) for word in common), Decimal(summed))

    def _says(self, sort: str, word: str) -> Decimal:
        """How much one word says."""
        having = self._having[sort][word]
        return next(says for most, says in _SAYS if having <= most)

    def tell_one(self, first: Told, second: Told) -> bool:
        """Do the clauses and the digits say that both are one figure?"""
        one, other = first.figure, second.figure
        words, others = self._words[one.order], self._words[other.order]
        common = words & others
        if (
            _are_swapped(one, other)
            and min(len(one.digits), len(other.digits)) >= _VERY_LONG
            and one.period == other.period
        ):
            return one.period is not None and not are_opposed(
                words, others, opposites(str)
            )  # so many digits are no chance
        if are_opposed(words, others, opposites(str)) or not self._name_more(first, common, _noun(one) | _noun(other)):
            return False
        weight = self.weight(first, second)
        share = Decimal(len(common)) / min(len(words), len(others))
        apart = abs(one.value - other.value) / max(abs(one.value), abs(other.value))
        long = len(first.digits) >= _LONG
        again = first.again or second.again
        if _are_swapped(one, other):
            seldom = share >= _FULL or any(self._having[first.sort][word] <= _SELDOM for word in common)
            sure = len(first.digits) > _LONG and one.period == other.period and one.period is not None
            return apart < _FAR and (seldom or sure) and weight >= (_HARDLY if sure else 1 if long else 3)
        of_some = any(_PART_OF.search(f.before) for f in (one, other)) or (counts_anyone(one) and not again)
        if of_some or len(common) < _FEW_WORDS:
            return False
        others_too = (
            min(len(words - others), len(others - words)) >= _FEW_WORDS
        )  # `hộ dùng điện lưới`, `hộ dùng nước hợp vệ sinh`
        named = share >= (_FULL if others_too and not again else _HALF) or (
            again and (share >= _THIRD or weight >= _MUCH)
        )
        if len(places_apart(one, other)) == 1 and apart <= _NEAR and named:
            tasked = "planned" in (one.claim.status, other.claim.status)  # `58 hộ nghèo hiện có`, among the tasks
            return weight >= (2 if long or tasked else _MUCH - again)
        return again and apart <= _CLOSE and weight >= _MUCH and share >= _FULL

    def _name_more(self, told: Told, common: Key, noun: Key) -> bool:
        """Have they more in common than what is counted, or is that a rare thing? Some persons and others are not."""
        if not common or not told.figure.is_counted or common - noun:
            return bool(common)
        return not counts_anyone(told.figure) and any(self._having[told.sort][word] <= _RARE for word in common)


def _may_be_one(ledger: Ledger, first: Told, second: Told, said: Counter[tuple[str, Decimal]]) -> bool:
    """May they be one figure by their places? Not where each is said again elsewhere, nor a part and its whole, nor a cell whose row has the other too."""
    one, other = first.figure, second.figure
    if said[first.sort, one.value] > 1 and said[second.sort, other.value] > 1:
        return False
    if one.sentence == other.sentence and one.cell is None and other.cell is None:
        return False
    if one.cell is not None and other.cell is not None:
        return False
    if one.value == other.claim.whole or other.value == one.claim.whole or not _of_one_time(ledger, one, other):
        return False
    if _has_beside(ledger, one, other) or _has_beside(ledger, other, one):
        return False
    return not (_is_share_of(ledger, one, other) or _is_share_of(ledger, other, one))


def _is_share_of(ledger: Ledger, part: Figure, whole: Figure) -> bool:
    """Does its sentence say which share of the other it is? (`47 tổ chức cơ sở đảng`; `41 tổ chức hoàn thành tốt nhiệm vụ, tỷ lệ 87,2%`)"""
    if part.cell is not None or not 0 < part.value < whole.value:
        return False
    shares = (f for f in ledger.sentences[part.sentence].figures if f.unit == "%" and f.claim.resolution)
    return any(abs(part.value * 100 / whole.value - f.value) <= f.claim.resolution for f in shares)


def _has_beside(ledger: Ledger, figure: Figure, other: Figure) -> bool:
    """Does its row, or its sentence, give the other value too?"""
    if figure.cell is None:
        return any(f is not figure and f.value == other.value for f in ledger.sentences[figure.sentence].figures)
    start = ledger.text.rfind("\n", 0, figure.claim.start) + 1
    end = ledger.text.find("\n", figure.claim.end)
    return any(f.value == other.value for f in ledger.between(start, end if end >= 0 else len(ledger.text)))


def _of_one_time(ledger: Ledger, first: Figure, second: Figure) -> bool:
    """May they be of one time? One that tells of what is past or there now (`năm qua`, `hiện có`) is of any, and two that sum up years are of one."""
    years = [years_named(ledger, figure) for figure in (first, second)]
    if all(years):
        return not years[0].isdisjoint(years[1])
    if first.period == second.period:
        return True
    if None in (first.period, second.period):
        return not is_past(ledger, first) and not is_past(ledger, second)
    if (
        len(first.digits) > _LONG
        and _are_swapped(first, second)
        and _is_within(first.period or "", second.period or "")
    ):
        return True
    if any(figure.kind == "target" or _cue("past").search(_around(ledger, figure)) for figure in (first, second)):
        return True
    if all(_cue("summed").search(_around(ledger, figure)) for figure in (first, second)):
        return True
    return is_day_within(first.period or "", second.period or "")


def _is_within(first: str, second: str) -> bool:
    """Is one time a part of the other?"""
    one, other = months_of(first), months_of(second)
    if one is None or other is None:
        return False
    return (one[0] >= other[0] and one[1] <= other[1]) or (other[0] >= one[0] and other[1] <= one[1])


def _is_told_again(ledger: Ledger, figure: Figure) -> bool:
    """Do the words of its clause say that it was done or is there, though it stands among the tasks? (`từ kết quả 724`, `1.381 gia đình nghèo hiện có`)"""
    return figure.cell is None and _cue("past").search(_around(ledger, figure)) is not None


def _is_result(figure: Figure, again: bool) -> bool:
    """Is it told as such, no plan, of no time before?"""
    if figure.claim.status == "planned" or figure.kind == "target":
        return again
    if figure.cell is not None or figure.words.isdisjoint(_LAPSED_WORDS):
        return True  # the whole pattern is slow, and seldom asked for
    return _LAPSED.search(AFTER.split(figure.before)[-1]) is None


@cache
def _cue(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){words_pattern(lexicon('audit')['retold'][name])}\b")


def _around(ledger: Ledger, figure: Figure) -> str:
    """The figure's clause: the last words before it, and those after it."""
    return f"{' '.join(CLAUSE.split(figure.before)[-1].split()[-6:])} # {AFTER.split(ledger.after(figure, 60))[0]}"


def _are_swapped(first: Figure, second: Figure) -> bool:
    """Have two digits changed places, also where one is rounded?"""
    if first.claim.resolution == second.claim.resolution:
        return are_swapped(first, second)
    one, other = first.digits, second.digits
    if first.value.adjusted() != second.value.adjusted() or len(one) != len(other):
        return False
    apart = [at for at, (x, y) in enumerate(zip(one, other, strict=True)) if x != y]
    return len(apart) == _FEW_DIGITS and sorted(one) == sorted(other) and apart[1] == apart[0] + 1


def _noun(figure: Figure) -> Key:
    """The words of what it counts."""
    return said(figure.unit[1:-1]) if figure.is_counted else frozenset()


def _sort(ledger: Ledger, figure: Figure, known: dict[tuple[Measure, bool], str]) -> str:
    """What it counts or measures, in a word: persons are one sort, of `14 tuyến hẻm` and `16 con hẻm` it is the thing. `known` keeps those that the measure alone tells."""
    sort = known.get((figure.measure, figure.is_count))
    if sort is not None and not (figure.unit in _MONEY and _is_of_head(figure)):
        return sort
    per = "/".join(figure.measure[1])
    if not figure.is_counted:
        sort = f"{figure.unit}/{per}"
        if figure.unit in _MONEY and _is_of_head(figure):
            return f"{figure.unit}/head"
    elif figure.unit.startswith("{lượt"):
        sort = "{lượt}/" + per
    elif counts_anyone(figure):
        sort = "{person}/" + per
    else:
        classifies = figure.unit[1:-1] in lexicon("audit")["restated"]["classifiers"]
        unit = () if classifies else in_order(figure.unit[1:-1])
        if not unit:
            unit = in_order(ledger.after(figure, 30)) or in_order(figure.unit[1:-1])
            return "{" + (unit[0] if unit else "") + "}/" + per
        sort = "{" + unit[0] + "}/" + per
    known[figure.measure, figure.is_count] = sort
    return sort


def _is_of_head(figure: Figure) -> bool:
    """Is it money that a head has?"""
    per = figure.measure[1]
    told = f"{'/'.join(per)} {figure.indicator} {figure.before}"
    if "ha" in per or not any(word in told for word in lexicon("audit")["retold"]["of_head"]):
        return False  # nearly all
    return _cue("of_head").search(f"{'/'.join(per)} {figure.indicator} {AFTER.split(figure.before)[-1]}") is not None
