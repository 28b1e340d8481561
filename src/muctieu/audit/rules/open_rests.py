"""`parts_sum` of what is left, or is to come, that nothing was held against: the total of its noun and what was done of it, whatever stands between.

Formula: total − parts = rest. `cấp mới chủ trương đầu tư cho 41 dự án … Các nhà đầu tư trong nước có 29 dự án … Số còn lại là 12 dự án`: the amounts of its measure before it in its paragraph; `Có 14/16 xã đạt tiêu chí quốc gia về y tế` and, pages later, `công nhận nốt 02 xã còn lại đạt
tiêu chí quốc gia về y tế`: the part and its whole, or the plan and the result, that share its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from muctieu.audit.check import Check
from muctieu.audit.clauses import CLAUSE, clause_of, said
from muctieu.audit.equation import Sum, Whole, figure_of
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.names import Key
from muctieu.audit.open_figures import Settled, is_amount, mended

_LEFT = re.compile(r"\b(?:còn(?: lại| phải| thiếu| tới| đến| khoảng)?|nốt|(?:số|phần) còn lại[^,;.]*)(?: \w+){0,3}\s*$")
_LEFT_WORDS = frozenset(("còn", "nốt"))
_LEFT_AFTER = re.compile(r"(?: [^\W\d]+){0,5} (?:còn lại|chưa|đang|chờ|dở dang)\b")
_IS_LEFT = re.compile(r"\b(?:lại|phải|thiếu|nốt)\b[^,;.]*$")
_STILL = "còn chỉ hiện nay vẫn số"
_REACHED = re.compile(r"\b(?:xuống|giảm|chỉ|rút|hạ)\b[^,;.]{0,20}$|\btừ\b[^;.]*$")
_COMPARED = re.compile(r"\b(?:so với|cùng kỳ|năm trước|tăng|giảm|kế hoạch giao|bình quân)\b")
_FAR = Decimal("0.15")
_LONGEST = 8
_BACK = 600
_SHARED, _WORDY, _MANY = 2, 3, 60


def check(ledger: Ledger, settled: Settled) -> Iterator[Check]:
    """Every amount that the words call a rest."""
    done = settled["parts_sum"] | settled["target_gap"]
    for rest in ledger.figures:
        if rest.order in done or rest.cell is not None or rest.is_share or not _is_left(ledger, rest):
            continue
        found = _of_rest(ledger, rest)
        if found is not None:
            yield found


def _is_left(ledger: Ledger, rest: Figure) -> bool:
    """Do the words call it what is left?"""
    if rest.kind not in ("level", "target") or rest.claim.comparator != "eq" or rest.claim.per or rest.value <= 0:
        return False
    told = not rest.words.isdisjoint(_LEFT_WORDS) and _LEFT.search(rest.before) is not None
    told = told and _REACHED.search(rest.before) is None
    return told or _LEFT_AFTER.match(ledger.after(rest, 60)) is not None


def _of_rest(ledger: Ledger, rest: Figure) -> Check | None:
    """What fits; else the only sum, where it is near or two digits the other way round would mend it."""
    sums = [total for total in _sums(ledger, rest) if not _is_what_is(ledger, rest, total)]
    for total in sums:
        if total.holds():
            return _told(total)
    likely = [
        t for t in sums if (_is_near(t, rest) or mended(t)) and not _is_listed(ledger, figure_of(t.terms[0]), rest)
    ]
    if len({total.terms for total in likely}) != 1:
        return None
    found = _told(likely[0])
    found.weak, found.about = True, rest
    return found


def _is_what_is(ledger: Ledger, rest: Figure, total: Sum) -> bool:
    """`Hộ nghèo còn 438 hộ trên 48.150 hộ`: does a name of its own, that none of the sum's figures has, say what there still is?"""
    if _IS_LEFT.search(rest.before) is not None or _LEFT.search(rest.before) is None:
        return False
    name = said(CLAUSE.split(rest.before)[-1]) - said(f"{_STILL} {rest.unit[1:-1]}")
    others = (figure_of(term) for term in total.terms if figure_of(term) is not rest)
    return bool(name) and all(name.isdisjoint(clause_of(ledger, f)) for f in others)


def _is_listed(ledger: Ledger, total: Figure, rest: Figure) -> bool:
    """`tôm 318 triệu USD, cá 241 triệu USD, gạo 124 triệu USD, mặt hàng còn lại 128 triệu USD`: is it one of the list that the rest ends?"""
    if total.sentence != rest.sentence or total.sentence < 0:
        return False
    first = next((f for f in ledger.sentences[total.sentence].figures if f.measure == total.measure), total)
    return first is not total


def _told(total: Sum) -> Check:
    """The check of a sum."""
    found = Check.of("parts_sum", total, "warning")
    if not found.holds:
        whole = total.terms[0].interval
        found.reported = (whole.low + whole.high) / 2
    return found


def _is_near(total: Sum, rest: Figure) -> bool:
    """Is about so much left? Of a count that a part elsewhere gives one more or less."""
    expected = total.solve(len(total.terms) - 1)[0]
    apart = isinstance(total.terms[0], Whole)
    room = max(_FAR * rest.value, Decimal(1 if apart else 0))
    return expected.low > 0 and expected.distance(rest.interval) <= room


def _sums(ledger: Ledger, rest: Figure) -> Iterator[Sum]:
    """The sums that the rest may end: of its paragraph, else of its words."""
    start = ledger.text.rfind("\n", 0, rest.claim.start) + 1
    near = [f for f in ledger.between(start - _BACK, rest.claim.start) if f.cell is None and f.counts_like(rest)]
    yield from _before(near, rest)
    yield from _of_plan(near, rest)
    yield from _largest(near, rest)
    yield from _of_words(ledger, rest)
    yield from _of_pairs(ledger, rest)


def _before(near: Sequence[Figure], rest: Figure) -> Iterator[Sum]:
    """The amounts of its measure before it in its paragraph: each that is larger than all those after it; a part and its whole."""
    parts: list[Figure] = []
    for figure in reversed(near):
        if figure.kind == "part" and figure.claim.whole is not None and not parts:
            yield Sum(Whole(figure), figure, rest)
            return
        if not is_amount(figure) or _COMPARED.search(figure.before) or figure.depth != rest.depth:
            continue
        if parts and figure.value > sum(f.value for f in parts):
            yield Sum(figure, *reversed(parts), rest)
        parts.append(figure)
        if len(parts) > _LONGEST:
            return


def _of_plan(near: Sequence[Figure], rest: Figure) -> Iterator[Sum]:
    """`kế hoạch năm 5,4 km, làm được 4,1 km, còn 1,3 km`: the plan and what was done of it, right before the rest."""
    told = [f for f in near if f.sentence == rest.sentence and f.depth == rest.depth]
    for plan, done in [*pairwise(told)][-1:]:
        if plan.kind == "target" and plan.claim.comparator == "eq" and is_amount(done) and done.value < plan.value:
            yield Sum(plan, done, rest)


def _largest(near: Sequence[Figure], rest: Figure) -> Iterator[Sum]:
    """The largest of them, and the nearest, where others stand between."""
    told = [f for f in near if is_amount(f) and not _COMPARED.search(f.before) and f.depth == rest.depth]
    if len(told) == 2 and told[0].value < told[1].value:
        yield Sum(told[1], told[0], rest)  # the plan after what was done
    if len(told) >= 3 and told[-1].value == max(f.value for f in told):
        done = next((f for f in told if f.sentence == told[-1].sentence - 1), None)  # what leads in the sentence before
        if done is not None and done.value < told[-1].value:
            yield Sum(told[-1], done, rest)
    if len(told) >= 3 and (largest := max(told, key=lambda f: f.value)).value > told[-1].value:
        yield Sum(largest, told[-1], rest)


def _of_words(ledger: Ledger, rest: Figure) -> Iterator[Sum]:
    """A part and its whole whose clause shares the rest's words."""
    words = clause_of(ledger, rest)
    for figure in ledger.once(_parts) if rest.is_count else ():
        apart = figure.unit.startswith(rest.unit[:-1]) and figure.sentence != rest.sentence
        if apart and len(words & clause_of(ledger, figure)) >= _SHARED + len(rest.unit.split()):
            yield Sum(Whole(figure), figure, rest)


def _of_pairs(ledger: Ledger, rest: Figure) -> Iterator[Sum]:
    """`phân bổ 7.200 tỷ đồng; đã giải ngân 6.480 tỷ đồng` and, pages later, `vốn đầu tư công chưa giải ngân còn 720 tỷ đồng`: two amounts beside each other whose clauses hold all of the rest's words."""
    words = clause_of(ledger, rest)
    if len(words) < _WORDY or rest.is_count:
        return
    by_word = ledger.once(_beside)
    for total, part, told in min((by_word.get(word, []) for word in words), key=len)[:_MANY]:
        if rest.unit == total.unit and part.sentence != rest.sentence and words <= told:
            yield Sum(total, part, rest)


def _beside(ledger: Ledger) -> dict[str, list[tuple[Figure, Figure, Key]]]:
    """By each word of both clauses: an amount of a sentence, the next smaller one of its measure beside it, and those words."""
    found: dict[str, list[tuple[Figure, Figure, Key]]] = {}
    for sentence in ledger.sentences:
        for first, second in pairwise(sentence.figures):
            plain = first.kind in ("level", "target") and first.measure == second.measure and is_amount(second)
            if not plain or first.depth != second.depth or first.value <= second.value or first.is_count:
                continue
            if not _COMPARED.search(second.before):
                words = clause_of(ledger, first) | clause_of(ledger, second)
                for word in words:
                    found.setdefault(word, []).append((first, second, words))
    return found


def _parts(ledger: Ledger) -> list[Figure]:
    """Every count of so many of so many."""
    return [f for f in ledger.figures if f.kind == "part" and f.claim.whole is not None and f.is_count]
