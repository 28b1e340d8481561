"""`growth` and `ratio` of a mean that nothing was held against: the total, and how many share it, that stand around it.

Formulas: mean a month, a quarter = total ÷ months, quarters of its time; total = mean of each × how many there are. `Hỗ trợ 466 doanh nghiệp với tổng kinh phí 42.872 triệu đồng, tính ra mỗi doanh nghiệp nhận 92 triệu đồng`: a mean is held against
the only total and number of its sentence, or against those that two digits the other way round would make fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import product

from muctieu.audit.check import Check
from muctieu.audit.compared import is_compared
from muctieu.audit.equation import Equation, Mean, MonthlyMean, Product, scale_of
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.open_figures import Settled, is_among, is_amount, mended, with_sentence_before
from muctieu.audit.pairs import is_planned
from muctieu.audit.times import months_of

_OF_TIME = re.compile(r"\b(?:mỗi|một|từng|bình quân|trung bình|bq)(?: \w+){0,2}? (tháng|quý)\b[^;.]*$")
_OF_EACH = re.compile(r"\b(?:mỗi|từng) ([^\W\d_]+)\b[^;.]*$")
_WORDS = frozenset(("tháng", "quý", "mỗi", "từng"))
"""One of them stands before a mean that no unit tells."""
_TIMES = {"month": 1, "tháng": 1, "quarter": 3, "quý": 3}
_MEASURES = ("ha", "km2", "km", "m2", "m")
_ROOM = Decimal("1.7")
_NEAR_TOTAL = Decimal("1.7")


def check(ledger: Ledger, settled: Settled) -> Iterator[Check]:
    """Every mean of the text that no other rule has recomputed."""
    done = settled["growth"] | settled["ratio"]
    for sentence in ledger.sentences:
        if len(sentence.figures) < 2:
            continue
        for mean in sentence.figures:
            if not mean.claim.per and mean.words.isdisjoint(_WORDS):
                continue
            if mean.kind == "level" and not mean.is_share and mean.order not in done and mean.claim.comparator == "eq":
                found = _of_mean(ledger, sentence, mean)
                if found is not None:
                    yield found


def _of_mean(ledger: Ledger, sentence: Sentence, mean: Figure) -> Check | None:
    """The mean by the figures of its sentence, and of the one before where that has no total."""
    told = (
        list(_over_time(ledger, sentence, mean))
        or list(_of_each(ledger, sentence, mean))
        or list(_of_measure(ledger, sentence, mean))
    )
    fitting = next((equation for equation in told if equation.holds()), None)
    if fitting is not None:
        return _checked(fitting)
    if len(told) == 1 and _is_about(told[0]):
        return _checked(told[0])
    slipped = [equation for equation in told if mended(equation)]
    return _checked(slipped[0]) if len(slipped) == 1 else None


def _checked(equation: Equation) -> Check:
    """The check, with what is stated and what it should be."""
    found = Check.of("ratio" if isinstance(equation, Product) else "growth", equation, "warning")
    if not found.holds:
        found.expected = equation.nearest()
    return found


def _is_about(equation: Equation) -> bool:
    """Is what is stated of the size that the others give?"""
    room = _NEAR_TOTAL if isinstance(equation, Product) else _ROOM
    expected, stated = equation.nearest(), equation.terms[0].interval
    return expected is not None and expected.low < stated.high * room and stated.low < expected.high * room


def _over_time(ledger: Ledger, sentence: Sentence, mean: Figure) -> Iterator[Equation]:
    """The totals of the sentence over the months or quarters of their time."""
    per = mean.claim.per
    timed = not per and ("tháng" in mean.before or "quý" in mean.before)
    words = _OF_TIME.search(mean.before) if timed else None
    length = _TIMES.get(words[1] if words is not None else per[-1] if len(per) == 1 else "")
    if length is None:
        return
    for total in _totals(ledger, sentence, mean):
        months = months_of(total.period) or months_of(ledger.document.period)
        count = (months[1] - months[0] + 1) // length if months is not None else 0
        if count > 1:
            yield MonthlyMean(mean, total, count) if length == 1 else Mean(mean, total, count)


def _totals(ledger: Ledger, sentence: Sentence, mean: Figure) -> Sequence[Figure]:
    """The larger amounts of the mean's unit in its sentence, else in the one before, which are no plans and not compared with."""
    for figures in (sentence.figures, with_sentence_before(ledger, sentence)):
        found = [
            f
            for f in figures
            if is_amount(f) and f.unit.split(" ")[0].strip("{}") == mean.unit.split(" ")[0].strip("{}")
        ]
        found = [f for f in found if f.value > mean.value and not is_planned(f.before) and not is_compared(f)]
        if found:
            at = ledger.sentences[found[0].sentence]
            return [f for f in found if not is_among(at, f)] or found
    return ()


def _of_each(ledger: Ledger, sentence: Sentence, mean: Figure) -> Iterator[Equation]:
    """The totals of the sentence with the numbers of the things that each have the mean."""
    per = mean.claim.per
    each = not per and ("mỗi " in mean.before or "từng " in mean.before)
    words = _OF_EACH.search(mean.before) if each else None
    noun = words[1] if words is not None else per[0].strip("{}") if len(per) == 1 and per[0][:1] == "{" else ""
    if not noun or noun in ("năm", "ngày", "tuần", "dân"):
        return
    if any(f is not mean and f.claim.per == per and f.unit == mean.unit for f in sentence.figures if per):
        return  # of several rates each is of its own part
    around = [*with_sentence_before(ledger, sentence), *sentence.figures]
    numbers = [f for f in around if f.is_count and is_amount(f) and _counts(f, noun) and not is_planned(f.before)]
    totals = _totals(ledger, sentence, mean)
    for total, number in product(_before(totals, mean), _before(numbers, mean)):
        if total is not number:
            yield Product(total, mean, number)


def _before(figures: Sequence[Figure], mean: Figure) -> Sequence[Figure]:
    """Those before the mean, where there are any."""
    return [figure for figure in figures if figure.order < mean.order] or figures


def _of_measure(ledger: Ledger, sentence: Sentence, mean: Figure) -> Iterator[Equation]:
    """`Sản lượng lúa 12.160 tấn, diện tích 2.560 ha, năng suất 47,5 tạ/ha`, `186 km2, 148.800 người, mật độ 800 người/km2`: the outputs with the areas or lengths, in any order."""
    per = mean.claim.per[0] if len(mean.claim.per) == 1 else ""
    if per not in _MEASURES:
        return
    around: Sequence[Figure] = sentence.figures
    if len([f for f in around if f.claim.per == mean.claim.per]) > 1:
        # `lúa xuân 312 ha, năng suất 64 tạ/ha, sản lượng 1.996,8 tấn; lúa mùa …`
        around = _of_clause(ledger, sentence, mean)
        if len([f for f in around if f.claim.per == mean.claim.per]) > 1:
            return
    near = [f for f in around if is_amount(f) and not is_compared(f) and not is_planned(f.before)]
    if not any(f.unit == per for f in near):
        return
    before = with_sentence_before(ledger, sentence) if around is sentence.figures else ()
    sizes = [f for f in (*before, *near) if is_amount(f) and f.unit == per]
    for output, size in product(near, sizes):
        scale = scale_of(output, mean)
        if scale is not None:
            yield Product(output, mean, size, scale)


def _of_clause(ledger: Ledger, sentence: Sentence, mean: Figure) -> Sequence[Figure]:
    """The figures between the semicolons around it."""
    start = ledger.text.rfind(";", sentence.start, mean.claim.start)
    end = ledger.text.find(";", mean.claim.end, sentence.end)
    return [f for f in sentence.figures if f.claim.start > start and (end < 0 or f.claim.end <= end)]


def _counts(figure: Figure, noun: str) -> bool:
    """Is its noun the one that is meant, or one that begins with it?"""
    unit = figure.unit[1:-1]
    return unit == noun or unit.startswith(f"{noun} ") or noun.startswith(f"{unit} ")
