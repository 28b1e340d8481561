"""`growth`: a value and its basis against the stated growth, multiple or change, also as an annual average.

Formulas: growth = (value ÷ basis − 1) × 100; annual average over n steps = ((value ÷ basis)^(1/n) − 1) × 100; multiple = value ÷ basis, or that less one
where the words say `tăng`; change = value − basis, between shares in points (the relative reading is tried too).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from muctieu.audit.bases_elsewhere import bases_elsewhere, from_start, in_turn, of_own_basis, of_this, own_basis
from muctieu.audit.check import Check
from muctieu.audit.differences import equation_of, failed, is_asked, is_yearly
from muctieu.audit.equation import (
    Change,
    Equation,
    Growth,
    Mean,
    Ratio,
    Rise,
    Whole,
    figure_of,
)
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.listed_bases import noted_bases, shared_bases
from muctieu.audit.pairs import Pair, far_pairs, near_pairs, same_subject, value_before
from muctieu.audit.paragraph_pairs import ends_of_span, pairs_elsewhere, paragraph_pairs, tabled_pairs
from muctieu.audit.timed_pairs import is_of_others
from muctieu.audit.two_times import two_times
from muctieu.audit.yearly_pairs import of_term, since
from muctieu.text.lexicon import lexicon
from muctieu.values.span import Span

_MOVED = re.compile(r"\b(?:(lên)|xuống|giảm còn)\b(?! (?:huyện|tỉnh|xã|cấp|thôn|cơ sở|trung ương|biên giới|các)\b)")
_MOVES = frozenset(("lên", "xuống", "còn"))
_FROM = re.compile(r"\btừ\b[^;.]*$")
_AGAINST_OTHERS = re.compile(
    r"\s*(?:so (?:với )?|của )?(?:mức )?(?:bình quân|trung bình|mặt bằng|cả nước|toàn quốc|cả tỉnh|toàn tỉnh|khu vực|toàn vùng)(?: chung)?\b(?! năm)(?! giai)(?! nhiệm)(?! \d)"
)
_OPENED = re.compile(r"\s*\((?:tương đương |tương ứng |tức |giảm |tăng )*\s*")
_GOES_ON = re.compile(
    r"[\s)]*(?:tính ra |như vậy |tức |và )*(?:tăng |giảm )?(?:bình quân|trung bình|mỗi năm|hằng năm|hàng năm)\b"
)
_PRICED = re.compile(r"tổng sản phẩm|grdp|giá trị sản xuất|giá trị tăng thêm|quy mô (?:nền )?kinh tế|\bgtsx\b")
_KINDS = ("growth", "change", "multiple")
_MONEY = ("VND", "USD")
_REACH = 5
_TIMES_OFF, _HUNDRED = 2, Decimal(100)
_SUMMED = re.compile(r"\b(?:cộng dồn|luỹ kế|lũy kế|(?:sau|qua|trong|cả)? ?(?:hai|ba|bốn|[2-5]) năm)\b[^,;.]*$")
_RISES = re.compile(r"\b(?:tăng|giảm)(?: thêm)?\s*$")


def check(ledger: Ledger) -> Iterator[Check]:
    """Every growth, multiple and change with a value and a basis."""
    for sentence in ledger.sentences:
        for at, stated in enumerate(sentence.figures):
            if (
                stated.difference is not None
                and stated.claim.basis != "target"
                and not is_asked(stated)
                and not _is_against_others(ledger, sentence, at)
            ):
                found = _of_sentence(ledger, sentence, at)
                if found is None and stated.kind == "growth" and at >= 2 and _OPENED.fullmatch(stated.before):
                    found = _bracketed(sentence, at)
                if found is not None:
                    yield found
            elif stated.kind == "level" and stated.is_share and at >= 2 and _OPENED.fullmatch(stated.before):
                found = _bracketed(sentence, at)
                if found is not None:
                    yield found
        yield from _directions(ledger, sentence)


def _is_against_others(ledger: Ledger, sentence: Sentence, at: int) -> bool:
    """Is it compared with others (`cao hơn bình quân cả nước`), whose figure is not told in parentheses right after that?"""
    stated, beside = sentence.figures[at], sentence.figures[at + 1 : at + 2]
    if is_of_others(stated):
        return True
    words = ledger.after(stated, 90)
    told = words.endswith("(") and bool(beside) and beside[0].unit == stated.unit
    return _AGAINST_OTHERS.match(words) is not None and not told


def _directions(ledger: Ledger, sentence: Sentence) -> Iterator[Check]:
    """`giảm từ 665 hộ (2,63%) năm 2015 xuống còn 36 hộ`: the later figure must lie where the words say."""
    for at, later in enumerate(sentence.figures):
        moved = at and later.kind in ("level", "target") and not later.words.isdisjoint(_MOVES)
        word = _MOVED.search(later.before) if moved else None
        if word is None or ";" in later.before:
            continue
        earlier = next(
            (f for f in reversed(sentence.figures[:at]) if f.measure == later.measure and f.kind == "level"), None
        )
        if earlier is None or not _FROM.search(earlier.before) or earlier.depth != later.depth:
            continue
        up = word[1] is not None
        fits = later.value >= earlier.value if up else later.value <= earlier.value
        start = later.claim.start - len(later.before)
        span = (Span(start + word.start(), start + word.end()),)
        yield Check("growth", (later, earlier), fits, "warning", None, span, later.value, earlier.interval, "direction")


def _of_sentence(ledger: Ledger, sentence: Sentence, at: int) -> Check | None:
    """One stated difference: near pairs decide; far ones are taken where no near one is."""
    stated = sentence.figures[at]
    yearly = is_yearly(stated)
    start = since(ledger, sentence, at) if yearly else None
    pairs = near_pairs(ledger, sentence, at) if start is None else [start]
    near = [equation for pair in pairs if (equation := equation_of(stated, pair)) is not None]
    near += [e for told in (_by_fraction, _of_rates, _of_change) if (e := told(sentence, at)) is not None]
    for equation in near:
        if equation.holds():
            return Check.of("growth", equation)
    rise = _with_change(sentence, at)
    if rise is not None and rise.holds():
        return Check.of("growth", rise)
    shared = _of_compared(sentence, at, rise)
    if shared is not None:
        return Check.of("growth", shared)
    beside = _by_two_before(sentence, at) if at > 1 else None
    if beside is not None:
        return Check.of("growth", beside)
    own = own_basis(sentence, at)
    far = [
        equation
        for pair in far_pairs(ledger, sentence, at, stated)
        if (own is None or pair.basis is own) and (equation := equation_of(stated, pair)) is not None
    ]
    for equation in far:
        if equation.holds():
            return Check.of("growth", equation)
    longer = _over_more_years(sentence, at, [*near, *far])
    if longer is not None:
        return Check.of("growth", longer)
    if near:
        return _by_near(sentence, at, near[0])
    again = _said_again(ledger, sentence, at)
    if again is not None:
        return _failed_or_held(stated, again)
    if rise is not None:
        return failed(stated, rise, "error")
    others = (pair for pair in _apart(ledger, sentence, at) if own is None or pair.basis is own)
    apart = [equation for pair in others if (equation := equation_of(stated, pair)) is not None]
    for equation in apart:
        if equation.holds():
            return Check.of("growth", equation)
    term = _of_term(ledger, sentence, at) if yearly and not apart and not far else None
    if term is not None:
        return term
    if not apart and not far:
        found_there = _elsewhere(ledger, sentence, at)
        if found_there is not None:
            return found_there
    for found in (far, apart):
        bases = {f.value for equation in found for f in (equation.terms[2],) if isinstance(f, Figure)}
        if len(bases) == 1 and not _of_list(sentence, at, found[0]) and not _of_other_size(found[0]):
            return failed(stated, found[0], "warning")
    return _over_span(ledger, sentence, at) if yearly and not apart and not far else None


def _by_near(sentence: Sentence, at: int, near: Equation) -> Check | None:
    """What the pair beside it gives, which does not fit: nothing where the words or the list tell it of something else."""
    stated = sentence.figures[at]
    told = _as_much(stated, near)
    if told is not None:
        return Check.of("growth", told)
    other = _by_other_amount(sentence, at, near)
    if other is not None:
        return Check.of("growth", other)
    total = _of_total(sentence, at, near)
    return total if total is not None or _of_list(sentence, at, near) else failed(stated, near, "error")


def _by_other_amount(sentence: Sentence, at: int, near: Equation) -> Equation | None:
    """What another amount before it in the sentence gives, where that fits: as the value of a change (`còn 168 hộ nghèo, chiếm 0,38% trong tổng số 44.210 hộ, giảm 74 hộ so với đầu năm (242 hộ)`), as the basis of a yearly difference.

    `từ 3,52% cuối năm 2021 còn 2,84% cuối năm 2022, cuối năm 2023 còn 2,24%, bình quân mỗi năm giảm 0,64%`: from the first of them.
    """
    stated, terms = sentence.figures[at], near.terms[1:3]
    told = [f for f in sentence.figures[:at] if f.kind == "level" and f not in near.terms]
    pairs: list[Pair] = []
    if len(terms) > 1 and isinstance(basis := terms[1], Figure) and stated.kind == "change" and not stated.is_share:
        pairs += [Pair(f, basis, True) for f in told if f.counts_like(basis)]
    if len(terms) > 1 and isinstance(value := terms[0], Figure) and is_yearly(stated):
        pairs += [Pair(value, f, True) for f in told if f.counts_like(value) and f.period != value.period]
    equations = (equation_of(stated, pair) for pair in pairs)
    return next((e for e in equations if e is not None and e.holds()), None)


def _over_more_years(sentence: Sentence, at: int, told: Sequence[Equation]) -> Equation | None:
    """`Năm 2015 thu 968 tỷ đồng, năm 2016 1.092 tỷ đồng, năm 2017 1.284 tỷ đồng, hai năm cộng dồn tăng 32,6%`: the growth from an earlier one of the levels before it, where it fits that."""
    stated, value = sentence.figures[at], told[0].terms[1] if told else None
    if stated.kind != "growth" or not isinstance(value, Figure) or not _SUMMED.search(stated.before):
        return None
    for basis in sentence.figures[: sentence.figures.index(value)] if value in sentence.figures[:at] else ():
        if basis.kind == "level" and basis.measure == value.measure and basis.value and not value.is_share:
            equation = Growth(stated, value, basis)
            if equation.holds():
                return equation
    return None


def _apart(ledger: Ledger, sentence: Sentence, at: int) -> Iterator[Pair]:
    """Values and bases that stand apart from the difference, told by the words around all three."""
    yield from two_times(sentence, at)
    yield from paragraph_pairs(ledger, sentence, at)
    yield from tabled_pairs(ledger, sentence, at)
    yield from pairs_elsewhere(ledger, sentence, at)
    yield from shared_bases(sentence, at)
    yield from noted_bases(ledger, sentence, at)
    yield from in_turn(ledger, sentence, at)


def _elsewhere(ledger: Ledger, sentence: Sentence, at: int) -> Check | None:
    """The difference by figures that stand apart under other words: what fits, else what fails by the only basis. Of output only what is told in one price, or would fit with two digits the other way round."""
    stated = sentence.figures[at]
    pairs = [
        pair
        for found in (of_own_basis, of_this, from_start, bases_elsewhere)
        for pair in found(ledger, sentence, at)
        if equation_of(stated, pair) is not None
    ]
    for pair in pairs:
        equation = equation_of(stated, pair)
        if equation is not None and equation.holds():
            return Check.of("growth", equation)
    if len({pair.basis.value for pair in pairs}) != 1:
        return None
    equation = equation_of(stated, pairs[0])
    if equation is None or _of_list(sentence, at, equation) or _of_other_size(equation):
        return None
    swapped = equation.slip() == "swapped"
    return failed(stated, equation, "warning") if swapped or pairs[0].near or _in_one_price(pairs[0]) else None


def _in_one_price(pair: Pair) -> bool:
    """Are both of constant prices, or of things whose growth is told in the prices of the day?"""
    return _in_constant_prices(pair) or not any(_PRICED.search(words) for words in _words_of(pair))


def _in_constant_prices(pair: Pair) -> bool:
    """Do the words of both say so?"""
    return all("so sánh" in words for words in _words_of(pair))


def _words_of(pair: Pair) -> list[str]:
    """What names the value, and the basis."""
    return [f"{f.before} {f.indicator} {f.head}" for f in (pair.value, pair.basis)]


def _of_term(ledger: Ledger, sentence: Sentence, at: int) -> Check | None:
    """`Hộ nghèo cuối nhiệm kỳ còn 1,04%, mỗi năm giảm bình quân 0,42%`: from the figure of the term's first year. Money may be in other prices there: of it only what fits is spoken of, or would with two digits the other way round."""
    stated = sentence.figures[at]
    for pair in of_term(ledger, sentence, at):
        equation = equation_of(stated, pair)
        if equation is None:
            continue
        sure = pair.value.unit not in _MONEY or bool(pair.value.measure[1]) or _in_constant_prices(pair)
        if equation.holds():
            return Check.of("growth", equation)
        if sure or equation.slip() == "swapped":
            return failed(stated, equation, "warning")
    return None


def _over_span(ledger: Ledger, sentence: Sentence, at: int) -> Check | None:
    """A yearly rate against the ends of its span: constant prices or current ones, nothing tells; so only a rate that fits, or would with two digits the other way round."""
    stated = sentence.figures[at]
    for pair in ends_of_span(ledger, stated) if value_before(sentence, at) is None else ():
        equation = equation_of(stated, pair)
        if equation is None:
            continue
        if equation.holds():
            return Check.of("growth", equation)
        if equation.slip() == "swapped":
            return failed(stated, equation, "warning")
    return None


def _of_other_size(equation: Equation) -> bool:
    """Is the basis found far away under a name that is but like the value's, and of quite another size than the difference tells?"""
    stated, value, basis = (figure_of(term) for term in equation.terms[:3])
    if stated.kind != "growth" or value.key == basis.key or not basis.value or stated.value <= -_HUNDRED:
        return False
    off = (value.value / basis.value) / (1 + stated.value / _HUNDRED)
    return off > _TIMES_OFF or off * _TIMES_OFF < 1


def _of_list(sentence: Sentence, at: int, equation: Equation) -> bool:
    """After a semicolon, is the value but the last item of a list whose total the difference may be of? (`46 giải, gồm 2 giải nhất, …, 18 giải ba; tăng 8 giải`)"""
    value = equation.terms[1]
    if len(equation.terms) < 3 or value not in sentence.figures:
        return False
    place = sentence.figures.index(value)
    parted = any(";" in f.before for f in sentence.figures[place + 1 : at + 1])
    return (
        parted
        and place > 0
        and sentence.figures[place - 1] is not equation.terms[2]
        and sentence.figures[place - 1].kind == "level"
        and sentence.figures[place - 1].counts_like(value)
    )


def _as_much(stated: Figure, equation: Equation) -> Equation | None:
    """`so với năm 2020 (81,2 tỷ đồng) tăng 21,4 tỷ đồng, bằng 126,4%`: as much as so many per cent of the basis."""
    if len(equation.terms) < 3 or not stated.is_share or not stated.before.rstrip().endswith("bằng"):
        return None
    ratio = Ratio(stated, *map(figure_of, equation.terms[1:3]))
    return ratio if ratio.holds() else None


def _by_two_before(sentence: Sentence, at: int) -> Equation | None:
    """`Tổng đàn 612,4 nghìn con, cùng thời điểm năm trước có 588,9 nghìn con, tức là tăng 4,0%`: what the two amounts of its clause give."""
    stated = sentence.figures[at]
    told: list[Figure] = []
    for place in range(at - 1, max(-1, at - _REACH), -1):
        if ";" in sentence.figures[place + 1].before:
            break
        told.append(sentence.figures[place])
    levels = [f for f in told if f.kind == "level" and f.claim.comparator == "eq" and f.value]
    for basis, value in pairwise(levels):
        pair = Pair(value, basis, True)
        like = value.counts_like(basis) or (value.unit == basis.unit and not basis.claim.per)
        equation = equation_of(stated, pair) if like and value.period != basis.period else None
        if equation is not None and equation.holds():
            return equation
    return None


def _of_total(sentence: Sentence, at: int, equation: Equation) -> Check | None:
    """The difference after a list by the total that the list parts (`86.700 tấn, trong đó khai thác 71.200 tấn, nuôi trồng 15.500 tấn; so với 72.900 tấn thì cao hơn 18,9%`)."""
    if len(equation.terms) < 3:
        return None
    value, basis = equation.terms[1], equation.terms[2]
    if not isinstance(value, Figure) or value not in sentence.figures:
        return None
    place = sentence.figures.index(value)
    for total, part in zip(sentence.figures[:place], sentence.figures[1 : place + 1], strict=True):
        if total.kind == "level" and total.counts_like(value) and re.search(r"\b(?:trong đó|gồm)\b", part.before):
            whole = equation_of(sentence.figures[at], Pair(total, figure_of(basis), True))
            return Check.of("growth", whole) if whole is not None and whole.holds() else None
    return None


def _said_again(ledger: Ledger, sentence: Sentence, at: int) -> Equation | None:
    """`84 vụ, giảm 16 vụ so với cùng kỳ (100 vụ), giảm 16%`: the value and the basis of the difference before it in the clause."""
    stated = sentence.figures[at]
    for place in range(at - 1, max(-1, at - 4), -1):
        other = sentence.figures[place]
        if other.kind not in _KINDS or not same_subject(stated):
            continue
        if not any(";" in f.before for f in sentence.figures[place + 1 : at + 1]):
            of_years = is_yearly(stated) and stated.claim.basis is None
            if (
                (other.claim.basis != stated.claim.basis and not of_years)
                or other.depth != stated.depth
                or other.kind == stated.kind
            ):
                return None
            pairs = [pair for pair in near_pairs(ledger, sentence, place) if pair.value.order < other.order]
            equations = [e for pair in pairs if (e := equation_of(stated, pair)) is not None]
            return next((e for e in equations if e.holds()), equations[0] if equations else None)
    return None


def _with_change(sentence: Sentence, at: int) -> Equation | None:
    """`152,5 máy/100 dân (tăng 68,7 máy/100 dân, tăng 82%)`: the growth from the value and its change."""
    stated = sentence.figures[at]
    if stated.difference != "growth" or stated.claim.per or at == 0:
        return None
    change = sentence.figures[at - 1]
    planned = change.kind == "target" and _RISES.search(change.before) is not None
    value = value_before(sentence, at)
    if (
        not (change.kind == "change" or planned)
        or value is None
        or not value.counts_like(change)
        or _outcome(change) not in ("", _outcome(value))
        or value.is_share
        or not same_subject(stated)
    ):
        return None
    if change.claim.basis != stated.claim.basis and None not in (change.claim.basis, stated.claim.basis):
        return None
    return Rise(stated, value, change)


def _of_compared(sentence: Sentence, at: int, rise: Equation | None) -> Equation | None:
    """`9 tháng năm trước là 560 doanh nghiệp, như vậy tăng 54 doanh nghiệp, tương đương 9,6%`: the level before the change is what it is compared with."""
    if rise is None:
        return None
    stated, value, change = (figure_of(term) for term in rise.terms)
    shared = Ratio(stated, change, value)
    return shared if _is_basis(sentence, value, change) and shared.holds() else None


def _is_basis(sentence: Sentence, value: Figure, change: Figure) -> bool:
    """Is a level the basis of the change after it, by its time or by a level before it that the change leads to? (`năm 2025 ước 14.350 tỷ đồng, năm 2020 là 8.200 tỷ đồng, tăng 6.150 tỷ đồng`)"""
    if value.period is not None and change.period is not None and value.period[:4] < change.period[:4]:
        return True
    earlier = [f for f in sentence.figures if f.order < value.order and f.kind == "level" and f.counts_like(value)]
    return any(Change(change, figure, value).holds() for figure in earlier)


def _bracketed(sentence: Sentence, at: int) -> Check | None:
    """`xảy ra 126 vụ tai nạn, làm chết 58 người; so với cùng kỳ giảm 18 vụ (12,5%)`: a percent right after a change, of the value it leaves."""
    share, change = sentence.figures[at], sentence.figures[at - 1]
    if change.kind != "change" or change.is_share or not change.value:
        return None
    counted = [f for f in sentence.figures[: at - 1] if f.kind == "level" and f.counts_like(change)]
    # `chết 68 người, bị thương 92 người; giảm 5 người chết (6,8%)`
    counted = [f for f in counted if _outcome(change) in ("", _outcome(f))]
    near = value_before(sentence, at - 1)
    value = near if near is not None and near in counted else counted[0] if len(counted) == 1 else None
    if value is None or value.claim.comparator != "eq" or not value.value - change.value:
        return None
    shared = Ratio(share, change, value)
    if _is_basis(sentence, value, change) and shared.holds():
        return Check.of("growth", shared)
    return _failed_or_held(share, Rise(share, value, change, unsigned=share.kind == "level"))


def _outcome(figure: Figure) -> str:
    """What befell the persons that it counts, where its words tell."""
    words = f"{figure.unit} {figure.indicator.lower()}"
    return next((outcome for outcome in lexicon("nouns")["outcomes"] if outcome in words), "")


def _failed_or_held(stated: Figure, equation: Equation) -> Check:
    """The check of a difference by one equation."""
    return Check.of("growth", equation) if equation.holds() else failed(stated, equation, "error")


def _by_fraction(sentence: Sentence, at: int) -> Equation | None:
    """`giảm 18 vụ so với cùng kỳ (126/144 vụ)`: this time over last time, in the parentheses after the difference."""
    stated, following = sentence.figures[at], sentence.figures[at + 1 : at + 2]
    if not following or following[0].kind != "part" or not following[0].before.rstrip().endswith("("):
        return None
    fraction = following[0]
    value = value_before(sentence, at)
    if value is None or value.value != fraction.value or not value.counts_like(fraction) or ";" in fraction.before:
        return None
    if stated.kind == "growth" and not stated.claim.per:
        return Growth(stated, value, Whole(fraction))
    return Change(stated, value, Whole(fraction)) if stated.kind == "change" and stated.counts_like(value) else None


def _of_change(sentence: Sentence, at: int) -> Equation | None:
    """`tăng 7 điểm % so với năm 2020, bình quân mỗi năm tăng 1,4 điểm %`: the change over the years, shared out among them."""
    stated, change = sentence.figures[at], sentence.figures[at - 1] if at else None
    if change is None or stated.kind != "change" or change.kind != "change" or not is_yearly(stated):
        return None
    years = [str(change.claim.basis), str(change.period)]
    clause = re.split("[,;]", stated.before)[-1]
    told = all(re.fullmatch(r"\d{4}", year) for year in years) and _GOES_ON.match(clause) is not None
    steps = int(years[1]) - int(years[0]) if told else 0
    return Mean(stated, change, steps) if steps > 1 and change.unit == stated.unit and not is_yearly(change) else None


def _of_rates(sentence: Sentence, at: int) -> Equation | None:
    """`tăng trưởng bình quân đạt 9,8%/năm, cao hơn 1,9 điểm % so với giai đoạn trước (7,9%/năm)`: the difference of two growths."""
    stated, beside = sentence.figures[at], sentence.figures[at + 1 : at + 2]
    if not beside or stated.kind != "change" or not stated.is_share or ";" in stated.before:
        return None
    before = [f for f in sentence.figures[:at] if f.depth == stated.depth and f.kind not in ("change", "target_gap")]
    if not before:
        return None
    value, basis = before[-1], beside[0]
    rates = value.kind == "growth" and basis.kind in ("growth", "change") and value.measure == basis.measure
    return Change(stated, value, basis) if rates and "so với" in basis.before and ";" not in basis.before else None
