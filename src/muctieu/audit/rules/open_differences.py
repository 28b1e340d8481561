"""`growth` of a difference that nothing was held against: the figures of its measure around it, whatever the words between them.

Formulas: as in `growth`. `7.409,6 tỷ đồng/6.043,3 tỷ đồng cùng kỳ, tăng 22,6%`; `Ghi nhận 363 ca. Cùng kỳ năm trước ghi nhận 412 ca, giảm 11,9%`. Value and basis are told by their times or by words of comparison; of several pairs one that fits is taken, and where none
fits the only one, or the one that two digits the other way round would mend.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from muctieu.audit.check import Check
from muctieu.audit.differences import equation_of, failed, is_asked, is_yearly
from muctieu.audit.equation import Change, Equation, Growth, Multiple, Rise, Whole
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.names import alike, opposed
from muctieu.audit.open_figures import Settled, is_among, is_amount, mended, open_to, with_sentence_before
from muctieu.audit.pairs import Pair, is_of_time, same_subject, value_before
from muctieu.audit.timed_pairs import BASIS, BASIS_AFTER, VALUE, in_order, is_of_others, of_one_length
from muctieu.audit.times import months_of

_OTHERS = re.compile(r"\b(?:cả nước|toàn quốc|bình quân chung|kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|kh)\b")
_MOVE_WORDS = frozenset(("tăng", "giảm", "hơn", "thấp", "vượt", "nhích"))
_ADDS = re.compile(r"[\s,;)]*(?:tức |đã )*(?:thêm|nhiều hơn|ít hơn|bớt)(?: được| tới| đến)?\s*")
_EXCEEDS = re.compile(r"\b(?:hơn|vượt|thấp)\b[^:;]*$")
_MEAN = re.compile(r"\b(?:bình quân|trung bình|mỗi năm|hằng năm|hàng năm)\b", re.IGNORECASE)
_CONTRIBUTES = re.compile(r"\bgóp\b[^,;]*$")
_NAMELESS = re.compile(
    r"\b(?:này|đó|trên|ấy)$|^(?:so sánh|mức|mức tăng|mức giảm|tốc độ|chênh lệch|tỷ lệ|tỉ lệ)(?: tăng| giảm)?$|^$"
)
_BASIS_OPENS = re.compile(r"\bso (?:với)?\b")
_COMPARED = re.compile(r"\b(?:so với|cùng kỳ|năm trước)\b")
_OF_PLAN = re.compile(
    r"\b(?:kém|hơn|thấp|vượt|so với|dưới|thiếu)\b[^,;]*\b(?:chỉ tiêu|mục tiêu|kế hoạch|nghị quyết|dự toán)\b[^,;]*$"
)
_LEFT_BEHIND = re.compile(r"\btừ(?: mức| khoảng| gần| hơn| trên)?\s*$")
_REACH = 3
_FAR = 3
_BACK = 4
_LEAST = Decimal(20)


def check(ledger: Ledger, settled: Settled) -> Iterator[Check]:
    """Every difference that no other rule has recomputed."""
    for sentence, at, stated in open_to(ledger, settled, "growth", "target_gap"):
        if stated.claim.basis == "target" or not (stated.difference or _moves(sentence, at)):
            continue
        if (
            not stated.value
            or is_asked(stated)
            or _contributes(stated)
            or (stated.difference == "change" and _is_of_plan(sentence, at))
            or is_of_others(stated)
            or _OTHERS.search(ledger.after(stated, 60)) is not None
        ):
            continue
        found = _of_difference(ledger, sentence, at)
        if found is not None:
            yield found


def _of_difference(ledger: Ledger, sentence: Sentence, at: int) -> Check | None:
    """The difference by the amounts around it: one that fits, the only one, or one that is mended."""
    stated = sentence.figures[at]
    near = _around(ledger, sentence, at)
    said = value_before(sentence, at) if stated.difference is not None else None
    if said is not None and stated.kind == "change" and not (said.unit == stated.unit or said.counts_like(stated)):
        said = None  # `96 vụ làm chết 58 người, so nhiệm kỳ trước ít hơn 12 vụ`
    if len(counted := _counted_so(sentence, at)) == 2:
        near, said = counted, None
    if len(near) == 1:
        near = [*_leading(ledger, sentence, near[0]), *near]
    pairs = [each for each in _pairs(ledger, stated, near) if said is None or _speaks_of(stated, said, each[0])]
    told = [(equation, sure) for pair, sure in pairs if (equation := _equation(stated, pair)) is not None]
    told += _of_parts(ledger, sentence, at)
    told += [(equation, False) for equation in _of_change(sentence, at)]
    for equation, _ in told:
        if equation.holds():
            return Check.of("growth", equation)
    if len({id(equation) for equation, sure in told if sure}) == 1:
        equation = next(equation for equation, sure in told if sure)
        if _is_about(stated, equation):
            return failed(stated, equation, "warning")
    slipped = [equation for equation, _ in told if mended(equation)]
    return failed(stated, slipped[0], "warning") if len(slipped) == 1 else None


def _is_of_plan(sentence: Sentence, at: int) -> bool:
    """Do the words compare with a plan, whose figure may stand between? (`vẫn kém chỉ tiêu 62% là 1,2 điểm phần trăm`)"""
    before = sentence.figures[at].before
    if before.strip() in ("là", "tới", "đến") and at:
        before = sentence.figures[at - 1].before
    return _OF_PLAN.search(before) is not None


def _moves(sentence: Sentence, at: int) -> bool:
    """Is it read as a share or an amount, though the words from the amount before it on tell of a rise or a fall? (`cao hơn 4.926 triệu USD cùng kỳ tới 25,1%`, `tăng mạnh (27,4%)`, `thêm 2.681 tỷ đồng`)"""
    stated = sentence.figures[at]
    if stated.kind != "level" or stated.claim.comparator != "eq" or stated.claim.per:
        return False
    if not stated.is_share:
        words = stated.before
        return ("thêm" in words or "hơn" in words or "bớt" in words) and _ADDS.fullmatch(words) is not None
    if "từ" in stated.words and _LEFT_BEHIND.search(stated.before) is not None:
        return False  # `Tỷ lệ hộ nghèo giảm từ 27,6% xuống 21,6%`
    if not stated.words.isdisjoint(_MOVE_WORDS) or "↑" in stated.before or "↓" in stated.before:
        return True
    before = sentence.figures[at - 1] if at else stated
    return not before.words.isdisjoint(_MOVE_WORDS) and _EXCEEDS.search(before.before) is not None


def _equation(stated: Figure, pair: Pair) -> Equation | None:
    """The equation of the pair; of a mean rate that is not read as one over the years between, of what is read as a level as a growth or a change."""
    if (
        stated.difference == "growth"
        and not is_yearly(stated)
        and _MEAN.search(f"{stated.before} {stated.claim.indicator}")
    ):
        return None if pair.value.is_share else Growth(stated, pair.value, pair.basis, _years(pair.value, pair.basis))
    if stated.difference is not None:
        return equation_of(stated, pair)
    if stated.is_share:
        fell = pair.value.value < pair.basis.value  # `từ 19.860 hộ còn 6.620 hộ, giảm hai phần ba (66,7%)`
        return None if pair.value.is_share else Growth(stated, pair.value, pair.basis, unsigned=fell)
    return Change(stated, pair.value, pair.basis) if stated.unit == pair.value.unit else None


def _speaks_of(stated: Figure, said: Figure, pair: Pair) -> bool:
    """Is the amount before the difference the pair's value, or its basis where the value stands before the difference too, or the words lead from one to the other?"""
    if pair.basis is not said:
        return pair.value is said
    leads = BASIS.search(said.before) is not None or VALUE.search(pair.value.before) is not None
    return pair.value.order < stated.order or leads


def _around(ledger: Ledger, sentence: Sentence, at: int) -> list[Figure]:
    """The amounts of the sentence near the difference; with those of the sentence before where it has but one of a measure."""
    figures = sentence.figures
    if "điểm" in figures[at].claim.text:
        return [f for f in figures[:at] if f.is_share and _is_compared(f)][-_REACH:] + [
            f for f in figures[at + 1 : at + _REACH + 1] if f.is_share and _is_compared(f)
        ]
    if figures[at].is_share and is_yearly(figures[at]):
        shares = [f for f in figures[:at] if f.is_share and _is_compared(f) and f.kind == "level"]
        if len(shares) > 1:
            return shares  # `tỷ lệ 2,96%; còn 187 hộ (0,44%), giảm được 937 hộ, bình quân mỗi năm giảm 0,5%`
    near = [f for f in figures[max(0, at - _REACH) : at + _REACH + 1] if _is_compared(f) and f is not figures[at]]
    if ";" in figures[at].before or any(";" in f.before and _BASIS_OPENS.search(f.before) for f in near):
        near = _without_parts(sentence, near)
    if len(near) < 2:
        near = [*(f for f in with_sentence_before(ledger, sentence)[-_REACH:] if _is_compared(f)), *near]
    return near


def _without_parts(sentence: Sentence, near: list[Figure]) -> list[Figure]:
    """For the parts of an amount, which a semicolon leaves behind, the amount itself (`64 sản phẩm, trong đó 47 hạng 3 sao, 17 hạng 4 sao; so với năm 2020 (20 sản phẩm) gấp 3,2 lần`)."""
    kept: dict[int, Figure] = {}
    for figure in near:
        whole = next(f for f in sentence.figures if f is figure or f.counts_like(figure))
        each = (
            whole
            if _is_compared(whole) and is_among(sentence, figure) and not _COMPARED.search(figure.before)
            else figure
        )
        kept.setdefault(each.order, each)
    return [*kept.values()]


def _counted_so(sentence: Sentence, at: int) -> list[Figure]:
    """The counts before a change that are of its noun, whatever others stand between (`43 vụ tai nạn (cùng kỳ 52 vụ), làm chết 11 người; giảm 9 vụ`)."""
    stated = sentence.figures[at]
    if stated.kind != "change" or not stated.is_counted:
        return []
    return [f for f in sentence.figures[:at] if _is_compared(f) and f.counts_like(stated)]


def _leading(ledger: Ledger, sentence: Sentence, beside: Figure) -> Sequence[Figure]:
    """The first amount like it that leads in its paragraph, a few sentences before (`FDI đạt 742,6 triệu USD … Cùng kỳ năm trước chỉ thu hút 581,3 triệu USD, như vậy đã tăng 27,7%`)."""
    start = ledger.text.rfind("\n", 0, beside.claim.start) + 1
    for earlier in ledger.sentences[max(0, sentence.number - _BACK) : sentence.number]:
        first = earlier.figures[0]
        if first.claim.start >= start and _is_compared(first) and first.counts_like(beside):
            return [first]
    return ()


def _is_compared(figure: Figure) -> bool:
    """May it be a value or a basis? Points of growth are no amount."""
    if not is_amount(figure):
        counted = figure.kind == "part" and figure.is_count and figure.depth == 0  # `đầu kỳ 1.672/28.532 hộ`
        each = figure.kind == "level" and bool(figure.claim.per)
        if figure.claim.comparator != "eq" or not (counted or each):
            return False
    return "điểm" not in figure.claim.text and not _contributes(figure)


def _contributes(figure: Figure) -> bool:
    """Is it so many points of a growth? (`công nghiệp đóng góp 3,2 điểm phần trăm`)"""
    return "góp" in figure.before and _CONTRIBUTES.search(figure.before) is not None


def _pairs(ledger: Ledger, stated: Figure, near: Sequence[Figure]) -> Iterator[tuple[Pair, bool]]:
    """The later with the earlier of two amounts of one measure; sure where their times or the words tell which is which, and of one name."""
    for place, first in enumerate(near):
        second = next((f for f in near[place + 1 :] if f.counts_like(first)), None)
        if second is None or opposed(first.key, second.key) or opposed(stated.key, first.key | second.key):
            continue
        if not of_one_length(first, second):
            continue
        said_of = _is_said_of(stated, (first, second))
        if not said_of and stated.sentence not in (first.sentence, second.sentence):
            continue  # two of the sentence before, and a difference with a name of its own
        named = said_of and _of_one_name(first, second)
        told = in_order(ledger, first, second) if named or not first.is_share else None
        if not (named or told):
            continue
        if told is None and stated.claim.basis is not None:
            told = next(
                ((a, b) for a, b in ((first, second), (second, first)) if b.period == stated.claim.basis != a.period),
                None,
            )
        for value, basis in ((first, second), (second, first)) if told is None else (told,):
            upward = value.value > basis.value or (stated.difference is None and value.value != basis.value)
            within = stated.period is not None and str(value.period)[:4] == stated.period
            of_it = is_of_time(stated, value) or within or (told is not None and stated.period == basis.period)
            times = of_it and (not is_yearly(stated) or _years(value, basis) > 1)
            if times and (stated.difference == "multiple" or upward == (stated.value > 0)):
                yield Pair(value, basis, True), told is not None and named


def _of_one_name(first: Figure, second: Figure) -> bool:
    """Are both called alike, or is one but pointed at? (`Mức này so với năm 2023 (7.527 tỷ đồng)`)"""
    return alike(first.key, second.key) or _is_nameless(first) or _is_nameless(second)


def _is_nameless(figure: Figure) -> bool:
    """Has it no name of its own?"""
    return _NAMELESS.search(figure.indicator) is not None


def _is_said_of(stated: Figure, pair: tuple[Figure, Figure]) -> bool:
    """Does the difference bear the name of one of them, or none of its own? (`so sánh tăng 36%`, `tỷ trọng này giảm 6,4 điểm`)"""
    return any(alike(stated.key, each.key) for each in pair) or _is_nameless(stated)


def _years(value: Figure, basis: Figure) -> int:
    """How many years lie between their times; 2 where that is not told."""
    one, other = months_of(value.period), months_of(basis.period)
    return 2 if one is None or other is None or one == other else abs(one[1] - other[1]) // 12


def _of_parts(ledger: Ledger, sentence: Sentence, at: int) -> Iterator[tuple[Equation, bool]]:
    """`568 vụ/641 vụ (giảm 11,4%)`: the two numbers that a slash joins right before the difference; sure where words name the time of the second."""
    stated = sentence.figures[at]
    part = sentence.figures[at - 1] if at else stated
    if part.kind != "part" or part.claim.whole is None or not same_subject(stated) or is_yearly(stated):
        return
    sure = BASIS_AFTER.match(ledger.after(part, 30)) is not None
    basis = Whole(part)
    if stated.is_share and stated.difference != "multiple":
        yield Growth(stated, part, basis), sure
    elif stated.difference == "multiple":
        yield Multiple(stated, part, basis), sure
    else:
        yield Change(stated, part, basis), sure


def _of_change(sentence: Sentence, at: int) -> Iterator[Equation]:
    """`tăng 1.064,8 ha, tương đương 27,2%, đưa diện tích lên 4.986,3 ha`: the growth from the change beside it and the amount that it leads to."""
    stated = sentence.figures[at]
    if stated.difference != "growth":
        return
    beside = [
        f
        for f in sentence.figures[max(0, at - 1) : at + 2]
        if f.kind == "change" and f.claim.basis == stated.claim.basis
    ]
    for change in beside:
        for value in sentence.figures[max(0, at - _REACH) : at + _REACH + 1]:
            if is_amount(value) and value.counts_like(change) and abs(value.value) > abs(change.value):
                yield Rise(stated, value, change)


def _is_about(stated: Figure, equation: Equation) -> bool:
    """Is what the pair gives of the size that is stated, so that it is no difference of something else?"""
    expected = equation.nearest()
    if expected is None:
        return False
    room = max(abs(stated.value) * _FAR, _LEAST) if stated.is_share else abs(stated.value) * _FAR
    return expected.distance(stated.interval) <= room
