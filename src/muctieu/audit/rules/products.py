"""`ratio` of things that are not percent: output from yield and area, a total from what each has.

Formulas: output = yield × area (`64,2 tạ/ha` on `18.500 ha` is 118.770 tấn); total = mean × number (`9,0 tỷ đồng/doanh nghiệp` of 648 is 5.832 tỷ đồng). Taken
only where the three figures stand in one sentence, one of each measure near the rate; for the mean of a population the total may stand in the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from muctieu.audit.check import Check
from muctieu.audit.complements import label
from muctieu.audit.equation import Product
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence

_SCALES = {
    ("t", "dt"): Decimal("0.1"),
    ("t", "t"): Decimal(1),
    ("t", "kg"): Decimal("0.001"),
    ("VND", "VND"): Decimal(1),
}
_THREE = Decimal(3)
_OTHER_DAY = Decimal("0.04")
_PEOPLE = re.compile(r"dân số|nhân khẩu|\bkhẩu\b|số dân")
_PERSONS = ("{người}", "{nhân khẩu}", "{khẩu}", "{dân}")


def check(ledger: Ledger) -> Iterator[Check]:
    """Every yield with its area and output, every mean of a number of things with the number and the total."""
    for sentence in ledger.sentences:
        for at, rate in enumerate(sentence.figures):
            if rate.kind != "level" or not rate.claim.per or rate.claim.comparator != "eq" or not rate.value:
                continue
            if rate.claim.per == ("ha",) and rate.unit in ("dt", "t"):
                found = _yield(ledger, sentence, at)
            elif rate.claim.per == ("km2",) and rate.unit == "{người}":
                found = _density(ledger, sentence, rate)
            elif (
                rate.claim.per in (("km",), ("m2",))
                and rate.unit == "VND"
                and "bình quân" in _words_before(ledger, rate)
            ):
                found = _cost(sentence, at)
            elif rate.claim.per[0].endswith(" {dân}"):
                found = _per_people(ledger, sentence, rate)
            elif rate.measure[1] == ("{người}",) and (found := _per_head(ledger, sentence, at)) is not None:
                pass
            elif rate.claim.per[0][:1] == "{" and "bình quân" in _words_before(ledger, rate):
                found = _mean(ledger, sentence, at)
            else:
                continue
            if found is not None:
                yield found


def _words_before(ledger: Ledger, rate: Figure) -> str:
    """The words of its clause before the rate."""
    return rate.before.rsplit(";", 1)[-1].rsplit(". ", 1)[-1] + " " + rate.indicator


def _yield(ledger: Ledger, sentence: Sentence, at: int) -> Check | None:
    """`18.500 ha …; năng suất 64,2 tạ/ha, sản lượng 118.770 tấn`: the area just before the yield, the output just after it, one time."""
    rate = sentence.figures[at]
    plain = [f for f in sentence.figures if f.kind == "level" and not f.claim.per and f.claim.comparator == "eq"]
    areas = [f for f in plain if f.unit == "ha" and f.order < rate.order]
    if not areas:
        areas = [f for f in plain if f.unit == "ha" and f.order == rate.order + 1 and "diện tích" in f.before]
    outputs = [f for f in plain if f.unit == "t" and f.order > rate.order and "sản lượng" in f.before]
    rates = [f for f in sentence.figures if f.claim.per == ("ha",) and f.kind == "level" and f.period == rate.period]
    if not areas or not outputs or len(rates) != 1 or areas[-1].depth != rate.depth:
        return None
    area, output = areas[-1], outputs[0]
    if area.period != output.period or len([f for f in areas if f.order > area.order - 3]) > 1:
        return None
    start = ledger.text.rfind("\n", 0, rate.claim.start) + 1
    others = [f for f in ledger.between(start, area.claim.start) if f.unit == "ha" and f.kind == "level"]
    for each in (area, *others):  # `vụ mùa 2.585 ha; năng suất cả năm 54,6 tạ/ha` is of the year's area, told before
        product = Product(output, rate, each, _SCALES["t", rate.unit])
        if product.holds():
            return _checked(product, certain=False)
    return _checked(Product(output, rate, area, _SCALES["t", rate.unit]), certain=False)


def _density(ledger: Ledger, sentence: Sentence, rate: Figure) -> Check | None:
    """`diện tích 186 km2, dân số 148.800 người, mật độ 800 người/km2`: the only area and the only number of people of the sentence or the one before."""
    back = ledger.sentences[sentence.number - 1].figures if sentence.number else []
    for figures in (sentence.figures, [*back, *sentence.figures]):
        areas = [f for f in figures if f.unit == "km2" and f.kind == "level" and not f.claim.per]
        people = [f for f in figures if f.unit == rate.unit and f.kind == "level" and not f.claim.per]
        if len(areas) == len(people) == 1:
            return _checked(Product(people[0], rate, areas[0]), certain=True)
    return None


def _cost(sentence: Sentence, at: int) -> Check | None:
    """`14,6 km đường, kinh phí 18.980 triệu đồng, bình quân 1.300 triệu đồng/km`: the sum just before the mean and the only length of its clause."""
    rate, total = sentence.figures[at], sentence.figures[at - 1]
    if not at or total.unit != rate.unit or total.claim.per or total.kind != "level" or ";" in rate.before:
        return None
    lengths: list[Figure] = []
    for figure in reversed(sentence.figures[: at + 1]):
        if figure.unit == rate.claim.per[0] and figure.kind == "level" and not figure.claim.per:
            lengths.append(figure)
        if ";" in figure.before:
            break
    return _checked(Product(total, rate, lengths[0]), certain=True) if len(lengths) == 1 else None


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
        if _scale(f, rate) is not None and not f.claim.per and f.kind == "level"
    ]
    if not back:
        totals = [f for f in totals[-1:] if f.order == rate.order - 1 and f.order > number.order]
    else:
        totals = [f for f in totals if len(f.key & rate.key) >= 2]
    if len(totals) != 1 or totals[0].period != rate.period:
        return None
    scale = _scale(totals[0], rate)
    return _checked(Product(totals[0], rate, number, scale), certain=True) if scale is not None else None


def _population(ledger: Ledger, sentence: Sentence, rate: Figure) -> Figure | None:
    """The only number of people that the sentence or the two before it call the population."""
    near = [f for other in ledger.sentences[max(0, sentence.number - 2) : sentence.number + 1] for f in other.figures]
    people = [f for f in near if f.kind == "level" and f.is_counted and not f.claim.per and _PEOPLE.search(label(f))]
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
    totals = [f for f in sentence.figures[max(0, at - 2) : at] if f is not people and _scale(f, rate) is not None]
    if people is None or len(totals) != 1 or totals[0].kind != "level" or totals[0].claim.per:
        return None
    scale = _scale(totals[0], rate)
    named = "bình quân" in _words_before(ledger, rate) and totals[0].claim.comparator == "eq"
    return _rounded(Product(totals[0], rate, people, scale)) if named and scale is not None else None


def _rounded(product: Product) -> Check | None:
    """The check of a rate of the population, which may be that of another day: what is hardly off says nothing."""
    found = _checked(product, certain=False)
    if found is None or found.holds:
        return found
    expected, whole = product.nearest(), product.terms[0].interval
    return found if expected is None or expected.distance(whole) > whole.high * _OTHER_DAY else None


def _scale(total: Figure, rate: Figure) -> Decimal | None:
    """What one unit of the rate is in units of the total; None where they measure different things."""
    if total.unit == rate.unit and total.unit not in ("", "%", "‰", "1"):
        return Decimal(1)
    return _SCALES.get((total.unit, rate.unit))


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
