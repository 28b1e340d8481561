"""What is said to follow from two figures of its paragraph, that nothing was held against: a difference, a share, a rate of attainment, what is missing or left, whatever the words between.

Formulas: growth = (A ÷ B − 1) × 100, multiple = A ÷ B, share or rate = A ÷ B × 100, difference = A − B. A and B are amounts of one measure of its paragraph, none of which another difference is said of. What fits is kept. What does not fit fails
where it looks like a slip of one pair (digits, a point that has moved, the wrong base, the ratio upside down, a total over the years), or where there is but one pair, and that is near.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from muctieu.audit.beside import is_plan
from muctieu.audit.check import Check, Rule
from muctieu.audit.clauses import clause_of, said
from muctieu.audit.compared import has_own_subject
from muctieu.audit.differences import is_yearly
from muctieu.audit.equation import Change, Equation, Growth, Multiple, Ratio, figure_of
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.names import alike, key_of, opposed
from muctieu.audit.open_figures import Settled, is_of_another_day, name_after
from muctieu.audit.persons import count_alike
from muctieu.audit.plans import of_one_time
from muctieu.audit.timed_pairs import in_order, is_of_others, of_one_length
from muctieu.audit.times import months_of
from muctieu.audit.told_apart import leaves_out

_SLIPS = ("swapped", "digit", "separator", "sign")
_FAR = Decimal("0.4")
_REACH, _AFTER = 6, 2
_GAPS = re.compile(r"\b(?:thêm|còn(?! lại)|thiếu|hụt|vượt|chênh|hơn|bớt|dôi|khoảng cách|chênh lệch)\b[^,;.]{0,30}$")
_GAP_WORDS = frozenset(("thêm", "còn", "thiếu", "hụt", "vượt", "chênh", "hơn", "bớt", "dôi", "cách"))
"""One of them stands in what is looked for: quick to tell."""
_SHARES = re.compile(
    r"[^;:.()]{0,40}\b(?:tỷ lệ|tỉ lệ|chiếm|bằng|đạt|tương đương|tương ứng|tức|tỷ trọng)(?: [^\W\d]+){0,3}\s*|\s*\(\s*"
)
_OF_BASIS = re.compile(
    r"\b(?:so|hơn|cùng kỳ|trước|thấp|kém|tăng|giảm|từ|kế hoạch|mục tiêu|chỉ tiêu|năm \d{4})\b[^;.]*$"
)
_MOVES = re.compile(r"\b(?:tốc độ|mức|tăng|giảm|tăng trưởng|bình quân|mỗi năm|hằng năm|tính ra|như vậy|của)\b")
_POINTS_BACK = re.compile(r"\s*(?:tỷ lệ|tỉ lệ|con số|mức) (?:ấy|này|đó|trên)(?: là| đạt| bằng| còn)*\s*")
_OF_MANY = said("vụ người hộ trường hợp ca")
"""Nouns that count many things."""
_ALL = frozenset(("tong", "so", "chung", "cong"))
_POINTERS = ("này", "đó", "trên", "ấy")
_POINTED = re.compile(r"\b(?:này|đó|trên|ấy)$")
_ANYTHING = ("nơi", "chiếc", "đơn vị", "địa phương", "địa bàn", "điểm", "cơ sở")
_LONG = 3
_HUNDRED = 100
_TWO = 2


def check(ledger: Ledger, settled: Settled) -> Iterator[Check]:
    """Every figure that two of its paragraph may give, and that no other rule has recomputed."""
    done = (
        settled["growth"]
        | settled["target_gap"]
        | settled["ratio"]
        | settled["attainment"]
        | settled["parts_sum"]
        | settled["shares_sum"]
    )
    for stated in ledger.figures:
        if stated.order in done or stated.cell is not None or not stated.value:
            continue
        rule = _rule(stated)
        if rule == "ratio" and not _follows_part(ledger, stated) and not _POINTS_BACK.fullmatch(stated.before):
            continue
        if rule is not None:
            found = _of_figure(ledger, stated, rule)
            if found is not None:
                yield found


def _rule(stated: Figure) -> Rule | None:
    """Which rule recomputes it, if any."""
    claim = stated.claim
    if claim.comparator != "eq":
        return None
    if stated.kind in ("growth", "multiple", "change") and claim.basis != "target":
        return "growth"
    if stated.kind == "attainment":
        return "attainment"
    if stated.kind == "target_gap":
        return "target_gap"
    if stated.kind != "level" or (claim.per and not _is_gap(stated)):
        return None
    if stated.is_share:
        tied = _SHARES.fullmatch(stated.before) is not None and _OF_BASIS.search(stated.before) is None
        return "ratio" if tied and 0 < stated.value < 100 else None
    return "target_gap" if _is_gap(stated) else None


def _is_gap(stated: Figure) -> bool:
    """Do the words before it tell of a difference?"""
    return not stated.words.isdisjoint(_GAP_WORDS) and _GAPS.search(stated.before) is not None


def _follows_part(ledger: Ledger, share: Figure) -> bool:
    """Does an amount stand right before the share, that it may be of?"""
    before = ledger.figures[share.order - 1] if share.order else None
    return before is not None and before.sentence == share.sentence and before.kind == "level" and not before.is_share


def _of_figure(ledger: Ledger, stated: Figure, rule: Rule) -> Check | None:
    """What fits; else what one pair would give but for a slip, or the only pair."""
    if rule == "growth" and is_of_others(stated):
        return None
    equations = list(_equations(ledger, stated, rule, _operands(ledger, stated)))
    for equation, _ in equations:
        if equation.holds():
            return Check.of(rule, equation)
    slipped = [e for e, sure in equations if _is_slip(e, sure=sure) or _is_wrong_base(e)]
    alone = len({_pair(e) for e, _ in equations}) == 1
    near = [e for e, sure in equations if alone and sure and e.is_near(_FAR)]
    for likely in (slipped, near):
        if len({_pair(e) for e in likely}) == 1:
            found = Check.of(rule, likely[0], "warning")
            found.weak = True
            return found
    return None


def _pair(equation: Equation) -> frozenset[int]:
    """The two figures that it is made of, in any order."""
    return frozenset(figure_of(term).order for term in equation.terms[1:])


def _operands(ledger: Ledger, stated: Figure) -> Sequence[Figure]:
    """The amounts of its paragraph around it."""
    amounts, starts = ledger.once(_all_operands)
    start = ledger.text.rfind("\n", 0, stated.claim.start) + 1
    end = ledger.text.find("\n", stated.claim.end)
    at, after = bisect_left(starts, stated.claim.start), bisect_left(starts, stated.claim.end)
    before = amounts[max(bisect_left(starts, start, 0, at), at - _REACH) : at]
    more = [f for f in amounts[after : after + _AFTER] if f.sentence == stated.sentence]
    return [*before, *(f for f in more if end < 0 or f.claim.start < end)]


def _all_operands(ledger: Ledger) -> tuple[list[Figure], list[int]]:
    """The amounts of the text, and where they begin."""
    amounts = [figure for figure in ledger.figures if _is_operand(figure)]
    return amounts, [figure.claim.start for figure in amounts]


def _is_operand(figure: Figure) -> bool:
    """Is it an amount?"""
    return (
        figure.kind in ("level", "target")
        and not figure.is_rate
        and figure.value > 0
        and figure.cell is None
        and not (figure.is_share and "điểm" in figure.claim.text)
        and figure.difference is None
    )


def _equations(
    ledger: Ledger, stated: Figure, rule: Rule, operands: Sequence[Figure]
) -> Iterator[tuple[Equation, bool]]:
    """What each two of them would give, in both orders; sure where their times, or what they are, tell the order."""
    for first, second in _alike_pairs(operands):
        planned = (first.kind == "target") + (second.kind == "target")
        if rule == "growth":
            asked, told = stated.claim.basis, second.period
            if planned or (asked is not None and told is not None and asked != told):
                continue
            order = _order(ledger, first, second)
            if (
                order < 0
                or (not order and not _of_one_name(first, second))
                or not _is_said_of(ledger, stated, first, second)
            ):
                continue
            yield from ((equation, order > 0) for equation in _differences(stated, first, second))
        elif rule == "attainment":
            nearest = _result(stated, second, operands)
            after = second.order > stated.order  # a plan further on is that of another rate
            beside = not after or (second.order == stated.order + 1 and not has_own_subject(second, first))
            # not `năm 2022 … (dự toán 625 tỷ đồng); 6 tháng đầu năm 2023 … bằng 49% dự toán`
            own = after or "/" in (second.period or "/") or of_one_time(second, first)
            if first is nearest and second is not first and is_plan(ledger, second) and beside and own:
                if second.sentence != first.sentence and leaves_out(ledger, first):
                    continue  # its plan leaves as much out
                yield Ratio(stated, first, second), True
        elif rule == "ratio":
            beside = first.order == stated.order - 1 and second.order < first.order
            name = key_of(name_after(ledger, stated)) - _ALL
            named = not name or bool(name & (second.key | second.said | key_of(second.unit)))
            if first.depth > second.depth and _of_other_years(first, second):
                continue  # `còn 3.412 hộ trên tổng số 24.860 hộ, giảm 758 hộ so với năm 2021 (4.170 hộ, tỷ lệ 16,87%)`
            if beside and named and second.kind == "level" and first.value < second.value:
                ratio = Ratio(stated, first, second)
                yield ratio, not is_of_another_day(ratio)
        elif (
            planned == 1
            and (stated.counts_like(first) or (stated.unit == first.unit and stated.is_share == first.is_share))
            and first.value > second.value
        ):
            yield Change(stated, first, second, unsigned=True), True


def _alike_pairs(operands: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Each two that are alike, in both orders."""
    near: list[tuple[int, int]] = []
    for (one, first), (other, second) in combinations(enumerate(operands), _TWO):
        if _are_alike(first, second):
            near += [(one, other), (other, one)] if not opposed(first.key, second.key) else []
        elif first.is_count and second.is_count and not opposed(first.key, second.key):
            # `138 thôn …; 124 nơi có nhà văn hóa`
            near += [(one, other)] if first.unit[1:-1] in _ANYTHING else []
            near += [(other, one)] if second.unit[1:-1] in _ANYTHING else []
    for one, other in sorted(near):
        yield operands[one], operands[other]


def _of_other_years(first: Figure, second: Figure) -> bool:
    """Are they told of two years?"""
    return None not in (first.period, second.period) and (first.period or "")[:4] != (second.period or "")[:4]


def _result(stated: Figure, plan: Figure, operands: Sequence[Figure]) -> Figure | None:
    """The amount before the rate that a plan right beside it is of by its name (`Dự toán giao cho các khoản thu trên địa bàn là 4.150 triệu đồng, như vậy đạt …`), else the nearest."""
    before = [f for f in reversed(operands) if f.kind == "level" and f.order < stated.order and f is not plan]
    beside = plan.order == stated.order - 1 and plan.sentence == stated.sentence
    named = (f for f in before if beside and len(f.key) >= _TWO and alike(f.key, plan.key))
    return next(named, before[0] if before else None)


def _differences(stated: Figure, value: Figure, basis: Figure) -> Iterator[Equation]:
    """A growth, a multiple or a change."""
    if stated.kind == "multiple":
        if not value.is_share:
            yield Multiple(stated, value, basis, rises="tăng" in stated.before[-40:])
    elif stated.kind == "growth":
        if not value.is_share:
            one, other = months_of(value.period), months_of(basis.period)
            years = abs(one[1] - other[1]) // 12 if is_yearly(stated) and one and other else 1
            if years:
                yield Growth(stated, value, basis, years)
    elif (stated.unit == value.unit or _of_longer_noun(stated, value, basis)) and not is_yearly(stated):
        yield Change(stated, value, basis)


def _of_longer_noun(stated: Figure, value: Figure, basis: Figure) -> bool:
    """`bị thương 120 người … cùng kỳ bị thương 150 người … giảm 30 người bị thương`: do both amounts have, before them, the words that the change's noun has more?"""
    more = said(stated.unit[1:-1]) - said(value.unit[1:-1])
    return bool(more) and stated.counts_like(value) and all(more <= said(f.before) for f in (value, basis))


def _of_one_name(first: Figure, second: Figure) -> bool:
    """Are both called alike, or is one but pointed at? (`mức này`)"""
    return alike(first.key, second.key) or _is_pointed_at(first) or _is_pointed_at(second)


def _is_pointed_at(figure: Figure) -> bool:
    """Does its name but point back? (`mức này`)"""
    return figure.indicator.endswith(_POINTERS) and _POINTED.search(figure.indicator) is not None


def _order(ledger: Ledger, value: Figure, basis: Figure) -> int:
    """1 where the times, or the words, tell the value to be the later one, -1 where the earlier one, 0 where nothing tells."""
    if not of_one_length(value, basis):
        return 0
    told = in_order(ledger, value, basis)
    return 0 if told is None else 1 if told[0] is value else -1


def _is_said_of(ledger: Ledger, stated: Figure, value: Figure, basis: Figure) -> bool:
    """Is the difference said of them: right after the value, with no name of its own, or with a word of theirs?"""
    if stated.depth and _OF_BASIS.search(ledger.words(stated.claim.start - 60, stated.claim.start)):
        return False
    name = said(_MOVES.sub("", stated.indicator))
    here = stated.sentence in (value.sentence, basis.sentence)
    if not here and name and value.is_counted and name <= _OF_MANY:
        return False  # `Tai nạn giao thông …: số vụ giảm 18,2%` after so many cases of something else
    return not name or not name.isdisjoint(clause_of(ledger, value) | clause_of(ledger, basis))


def _are_alike(first: Figure, second: Figure) -> bool:
    """Are they of one measure, or persons both?"""
    if count_alike(first, second):
        return True
    # `bình quân một người dân có 42,5 triệu đồng; mức này là 55,3 triệu đồng`
    return first.unit == second.unit and (_is_pointed_at(first) or _is_pointed_at(second))


def _is_slip(equation: Equation, *, sure: bool) -> bool:
    """Is it what the pair would give but for a slip? Of few digits, or of two figures whose order nothing tells, one digit that differs says nothing."""
    kind = equation.slip()
    long = len(figure_of(equation.terms[0]).written) >= _LONG
    return kind in _SLIPS and (kind != "digit" or (sure and long)) and (sure or (long and kind == "swapped"))


def _is_wrong_base(equation: Equation) -> bool:
    """Is it the growth of the later base, the ratio itself or upside down, the difference with a sign of per cent?"""
    stated, first, second = equation.terms[:3]
    try:
        if isinstance(equation, Growth) and equation.steps == 1:
            value, basis = figure_of(first).value, figure_of(second).value
            apart = format(abs(value - basis).normalize(), "f").replace(".", "").strip("0")
            if (
                apart == figure_of(stated).digits
                and len(apart) >= _LONG
                and (value > basis) == (figure_of(stated).value > 0)
            ):
                return True
            ratio = (first.interval / second.interval).scaled(Decimal(100))
            if abs(figure_of(stated).value) > _HUNDRED and ratio.meets(stated.interval):
                return True  # `tăng 158,1%` of what is 158,1% of the basis
            wrong = (second.interval / first.interval).scaled(Decimal(-100)) + first.interval.exactly(100)
            return wrong.meets(stated.interval)
        if isinstance(equation, Growth):
            wrong = ((first.interval / second.interval).scaled(Decimal(100)) - first.interval.exactly(100)).scaled(
                Decimal(1) / equation.steps
            )
            return wrong.meets(stated.interval)
        if isinstance(equation, Ratio) and figure_of(stated).kind == "attainment":
            return (second.interval / first.interval).scaled(Decimal(100)).meets(stated.interval)
    except ZeroDivisionError:
        return False
    return False
