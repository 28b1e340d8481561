"""`growth` of a difference that is told pages from its value and its basis: `tai nạn giao thông giảm 04 vụ` in the assessment, `Tai nạn giao thông 06 vụ …; cùng kỳ năm trước xảy ra 09 vụ` in the results.

Formulas: as in `growth`. The value and its basis are two amounts of one measure and two times that stand together, whose clauses hold every word of the difference's name. What fits any of them holds; where none fits, the only pair
fails, or the one that a wrong sign, a digit or two digits the other way round would mend.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import zip_longest
from typing import NamedTuple

from muctieu.audit.check import Check
from muctieu.audit.clauses import clause_of, said
from muctieu.audit.differences import equation_of, failed, is_yearly
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.names import Key, alike
from muctieu.audit.open_figures import Settled, open_to
from muctieu.audit.pairs import Pair, is_of_time, value_before, year_before
from muctieu.audit.timed_pairs import BASIS, in_order, of_one_length

_SLIPS = ("swapped", "digit", "sign", "off_by_one")
_FAR = Decimal("0.4")
_REACH = 4
_FEW, _MANY = 12, 60
_TWO = 2
_AMBIGUOUS = tuple(frozenset((word,)) for word in ("thu", "chi", "vụ", "người", "hộ", "xã"))
"""Syllables of other words too (`thu nhập`), and nouns of many things."""
_CLAUSE = re.compile(r"[,;:(]")


class Told(NamedTuple):
    """A value and its basis that stand together, and the words of their clauses."""

    pair: Pair
    words: Key


def check(ledger: Ledger, settled: Settled) -> Iterator[Check]:
    """Every difference that no other rule has recomputed, by the pairs of its name."""
    for sentence, at, stated in open_to(ledger, settled, "growth", "target_gap"):
        if stated.difference is None or stated.claim.basis == "target":
            continue
        if not stated.value or is_yearly(stated) or stated.claim.per or stated.kind == "target":
            continue
        found = _of_difference(ledger, sentence, at)
        if found is not None:
            yield found


def _of_difference(ledger: Ledger, sentence: Sentence, at: int) -> Check | None:
    """The difference by the value before it and the bases of its name, else by the pairs whose words hold its name."""
    stated = sentence.figures[at]
    pairs = (
        list(_with_value(ledger, sentence, at))
        or list(_with_basis(ledger, sentence, at))
        or list(_told(ledger, stated))
    )
    equations = [e for pair in pairs[:_FEW] if (e := equation_of(stated, pair)) is not None]
    for equation in equations:
        if equation.holds():
            return Check.of("growth", equation)
    slipped = [equation for equation in equations if equation.slip() in _SLIPS or equation.is_near(_FAR)]
    short = stated.difference == "multiple" and len(stated.written) < _TWO  # `gấp 3 lần` may be of anything
    if short or len({equation.terms[1:] for equation in slipped}) != 1:
        return None
    found = failed(stated, slipped[0], "warning")
    found.weak = True
    return found


def _with_value(ledger: Ledger, sentence: Sentence, at: int) -> Iterator[Pair]:
    """The amount before the difference, and those of its measure and of a fuller or shorter name that are of the time before."""
    value = value_before(sentence, at)
    stated = sentence.figures[at]
    if value is None or not is_of_time(stated, value):
        return
    if stated.difference == "change" and stated.unit != value.unit and not stated.counts_like(value):
        return
    time = sentence.figures[at].claim.basis or year_before(value.period)
    for basis in ledger.at_time(time, value.measure) if time is not None else ():
        if basis.sentence != value.sentence and basis.kind == "level" and alike(basis.key, value.key):
            yield Pair(value, basis, False)


def _with_basis(ledger: Ledger, sentence: Sentence, at: int) -> Iterator[Pair]:
    """`số trường đạt chuẩn quốc gia so với cuối năm học trước (298 trường) tăng thêm 14 trường`: the basis that the words compare with before it, and the amounts of its name elsewhere that are later."""
    stated, basis = sentence.figures[at], sentence.figures[at - 1] if at else None
    if (
        basis is None
        or basis.kind != "level"
        or basis.depth <= stated.depth
        or not BASIS.search(basis.before.rstrip(" ("))
    ):
        return
    named = ledger.by_unit.get(basis.unit, []) if basis.is_count else ledger.amounts(basis.unit)
    for value in named[:_MANY]:
        later = value.period is None or basis.period is None or value.period > basis.period
        plain = value.kind == "level" and value.sentence != basis.sentence and value.value != basis.value
        if plain and later and value.measure == basis.measure and alike(value.key, stated.key | basis.key):
            yield Pair(value, basis, False)


def _told(ledger: Ledger, stated: Figure) -> Iterator[Pair]:
    """The pairs whose words hold every word of its name, or of its own clause where its name took in more (`trật tự được giữ vững, tai nạn giao thông giảm 3 vụ`)."""
    for name, fewest in ((said(stated.indicator), 1), (said(_CLAUSE.split(stated.before)[-1]), 2)):
        having = _having(ledger, name) if len(name) >= fewest and name not in _AMBIGUOUS else ()
        pairs = [told.pair for told in having if _may_be_of(stated, told)]
        if pairs:
            yield from pairs
            return


def _having(ledger: Ledger, name: Key) -> Sequence[Told]:
    """The pairs whose words hold every word of a name."""
    by_word = ledger.once(_by_word)
    lists = [by_word.get(word, ()) for word in name]
    shortest = min(lists, key=len)
    return [each for each in shortest if name <= each.words]


def _may_be_of(stated: Figure, told: Told) -> bool:
    """May the difference be said of the pair: by measure, times and place?"""
    value, basis = told.pair.value, told.pair.basis
    if stated.sentence in (value.sentence, basis.sentence):
        return False
    if stated.indicator.lower().startswith("chỉ số") and not value.indicator.lower().startswith("chỉ số"):
        return False  # an index follows from no amounts
    if stated.difference == "change":
        if stated.unit != value.unit and not stated.counts_like(value):
            return False
    elif value.is_share and "điểm" not in stated.claim.text:
        return False
    if stated.claim.basis is not None and basis.period is not None and stated.claim.basis != basis.period:
        return False
    return is_of_time(stated, value)


def _by_word(ledger: Ledger) -> dict[str, list[Told]]:
    """The pairs of the text by each word of their clauses."""
    found: dict[str, list[Told]] = {}
    for told in _pairs(ledger):
        for word in told.words:
            found.setdefault(word, []).append(told)
    return found


def _pairs(ledger: Ledger) -> Iterator[Told]:
    """Two amounts of one measure and two times that stand together: in one sentence, or in one and the next of its paragraph."""
    for sentence, following in zip_longest(ledger.sentences, ledger.sentences[1:]):
        amounts = [f for f in sentence.figures if _is_level(f)]
        if not amounts:
            continue
        after = _next(ledger, sentence, following)
        for place, first in enumerate(amounts):
            near = [*amounts[place + 1 : place + 1 + _REACH], *after]
            for second in near:
                if second.counts_like(first):
                    break
            else:
                continue
            if not of_one_length(first, second):
                continue
            order = in_order(ledger, first, second)
            if order is not None:
                words = clause_of(ledger, order[0]) | clause_of(ledger, order[1])
                yield Told(Pair(order[0], order[1], False), words)


def _next(ledger: Ledger, sentence: Sentence, following: Sentence | None) -> list[Figure]:
    """The first amounts of the next sentence, where it goes on in the paragraph."""
    if following is None or "\n" in ledger.text[sentence.figures[-1].claim.end : following.figures[0].claim.start]:
        return []
    return [f for f in following.figures[:2] if _is_level(f)]


def _is_level(figure: Figure) -> bool:
    """May it be a value or a basis?"""
    return (
        figure.kind in ("level", "part")
        and figure.claim.comparator == "eq"
        and figure.value > 0
        and not (figure.is_share and "điểm" in figure.claim.text)
    )
