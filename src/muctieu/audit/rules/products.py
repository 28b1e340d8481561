"""`ratio` of means of a population, and of a number of things: a total from what each has.

Formulas: total = mean × number (`9,0 tỷ đồng/doanh nghiệp` of 648 is 5.832 tỷ đồng); so many of each 10.000 people. Taken only where the three figures stand in one sentence; for the mean of a
population the total may stand in the sentence before, and a population may be that of another day. Yields and densities are `open_means`.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from muctieu.audit.check import Check
from muctieu.audit.complements import label
from muctieu.audit.equation import Product, scale_of
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.persons import OTHER_DAY, PEOPLE

_THREE = Decimal(3)
_PERSONS = ("{người}", "{nhân khẩu}", "{khẩu}", "{dân}")


def check(ledger: Ledger) -> Iterator[Check]:
    """Every mean of a number of things, or of the people, with the number and the total."""
    for sentence in ledger.sentences:
        for at, rate in enumerate(sentence.figures):
            if rate.kind != "level" or not rate.claim.per or rate.claim.comparator != "eq" or not rate.value:
                continue
            if rate.claim.per[0].endswith(" {dân}"):
                found = _per_people(ledger, sentence, rate)
            else:
                found = _per_head(ledger, sentence, at) if rate.measure[1] == ("{người}",) else None
                if found is None and rate.claim.per[0][:1] == "{" and "bình quân" in _words_before(rate):
                    found = _mean(ledger, sentence, at)
            if found is not None:
                yield found


def _words_before(rate: Figure) -> str:
    """The words of its clause before the rate."""
    return rate.before.rsplit(";", 1)[-1].rsplit(". ", 1)[-1] + " " + rate.indicator


def _mean(ledger: Ledger, sentence: Sentence, at: int) -> Check | None:
    """`648 doanh nghiệp, tổng vốn 5.832 tỷ đồng, bình quân 9,0 tỷ đồng/doanh nghiệp`; `bình quân 608 kg/người (dân số 9.640 người)`."""
    rate = sentence.figures[at]
    if len([each for each in rate.claim.per if each[:1] == "{"]) != 1 or "month" in rate.claim.per:
        return None
    noun = rate.claim.per[0][1:-1]
    numbers = [
        f
        for f in sentence.figures
        if f.kind == "level" and f.is_count and not f.claim.per and f.unit[1:-1].startswith(noun)
    ]
    if len(numbers) != 1:
        return None
    number = numbers[0]
    back = ledger.sentences[sentence.number - 1].figures if sentence.number and number.order == rate.order + 1 else []
    totals = [
        f
        for f in (*back, *sentence.figures[:at])
        if scale_of(f, rate) is not None and not f.claim.per and f.kind == "level"
    ]
    if not back:
        totals = [f for f in totals[-1:] if f.order == rate.order - 1 and f.order > number.order]
    else:
        totals = [f for f in totals if len(f.key & rate.key) >= 2]
    if len(totals) != 1 or totals[0].period != rate.period:
        return None
    scale = scale_of(totals[0], rate)
    return _checked(Product(totals[0], rate, number, scale), certain=True) if scale is not None else None


def _population(ledger: Ledger, sentence: Sentence, rate: Figure) -> Figure | None:
    """The only number of people that the sentence or the two before it call the population."""
    near = [f for other in ledger.sentences[max(0, sentence.number - 2) : sentence.number + 1] for f in other.figures]
    people = [f for f in near if f.kind == "level" and f.is_counted and not f.claim.per and PEOPLE.search(label(f))]
    people = [f for f in people if f.unit in _PERSONS and (f.period == rate.period or None in (f.period, rate.period))]
    return people[0] if len({f.value for f in people}) == 1 else None


def _per_people(ledger: Ledger, sentence: Sentence, rate: Figure) -> Check | None:
    """`132 bác sỹ, dân số 165.000 người, đạt 8 bác sỹ/vạn dân`: the number of the same noun before the rate, of the population near it."""
    before = sentence.figures[: sentence.figures.index(rate)]
    numbers = [f for f in before if f.unit == rate.unit and not f.claim.per and f.depth == rate.depth]
    people = _population(ledger, sentence, rate)
    if people is None or not numbers or numbers[-1].claim.kind != "level" or people.value < rate.value:
        return None
    each = Decimal(rate.claim.per[0].split(" ")[0])
    return _rounded(Product(numbers[-1], rate, people, 1 / each))


def _per_head(ledger: Ledger, sentence: Sentence, at: int) -> Check | None:
    """`Dân số 125.000 người. GRDP đạt 9.375 tỷ đồng, bình quân đầu người đạt 75 triệu đồng`: the total just before the mean a head, the population near it."""
    rate = sentence.figures[at]
    people = _population(ledger, sentence, rate)
    totals = [f for f in sentence.figures[max(0, at - 2) : at] if f is not people and scale_of(f, rate) is not None]
    if people is None or len(totals) != 1 or totals[0].kind != "level" or totals[0].claim.per:
        return None
    scale = scale_of(totals[0], rate)
    named = "bình quân" in _words_before(rate) and totals[0].claim.comparator == "eq"
    return _rounded(Product(totals[0], rate, people, scale)) if named and scale is not None else None


def _rounded(product: Product) -> Check | None:
    """The check of a rate of the population, which may be that of another day: what is hardly off says nothing."""
    found = _checked(product, certain=False)
    if found is None or found.holds:
        return found
    expected, whole = product.nearest(), product.terms[0].interval
    return found if expected is None or expected.distance(whole) > whole.high * OTHER_DAY else None


def _checked(product: Product, *, certain: bool) -> Check | None:
    """The check; a product that is far from the whole is of other things."""
    found = Check.of("ratio", product, "error" if certain else "warning")
    if found.holds:
        return found
    expected = product.nearest()
    whole = product.terms[0].interval
    found.reported = whole.low
    if expected is None or expected.low > whole.high * _THREE or whole.low > expected.high * _THREE:
        return None
    return found
