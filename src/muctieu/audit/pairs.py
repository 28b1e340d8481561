"""Which value and which basis does a stated difference speak of? Takes a figure and the ledger, gives candidates, the surest first.

The value is the level just before the difference in its sentence, or the level of the same indicator and period elsewhere; the basis stands after
it (`so với năm 2022 (29.430 tấn)`), before it (`từ 113 vụ năm 2021 xuống còn 50 vụ`), in the table's row, or anywhere under the same name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from muctieu.audit.compared import has_own_subject, is_compared
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.names import alike
from muctieu.text.lexicon import lexicon, words_pattern

_SAME_SUBJECT = re.compile(
    r"(?:[^,;:.()=]{0,60}[,(–=]|[^,;:.()=]{0,20}(?:, \w+(?: \w+)?){1,3},|[\s,;:()\-–=→>]*)[\s)]*(?:và |thì |vẫn |chỉ |đã |mới |nhưng |tương ứng |tức là |tức |nghĩa là |như vậy |bình quân |hàng năm |hằng năm |mỗi năm |riêng năm \d{4} |(?:của )?(?:cùng kỳ |năm trước |năm \d{4} )|cả năm )*"
    r"(?:tăng|giảm|gấp|bằng|cao hơn|thấp hơn|vượt|bình quân|so với|so |đạt|nhiều hơn|ít hơn|hụt|tương đương|tốc độ|mức|nâng|thấp|mới bằng|/\s*kh\b|\(|=?\s*$)"
)
_REACHED = re.compile(r"\b(?:lên|xuống|còn|lên đến|tăng lên|giảm xuống|thành|đến)\b")
_GOES_ON = re.compile(r"^[\s,)]*(?:hộ |vụ |người |năm |đến |nay |còn |xuống |lên |tăng |giảm |trong |cuối |\d)+")
_BASIS = re.compile(r"\bso (?:với|ck|cùng kỳ)\b[^;.,)]*$")
_COMPARES = re.compile(r"[\s,;)]*so (?:với|ck|cùng kỳ)\b")
_MEAN_OF_EACH = re.compile(r"\bbình quân (?:mỗi|một|từng) (?!năm|tháng|quý)[^,;()]*$")
_EACH_YEAR = re.compile(r"\b(?:hằng|hàng|mỗi) năm\b[^,;()]*$")
_ALONE = re.compile(r"\briêng (?:trong )?(?:năm|tháng|quý|\d+ tháng)\b")
_BARE_BASIS = re.compile(r"\bso với [^,;.()]*\(\s*$")
_BESIDE = re.compile(r"\b(?:bình quân|tương đương|tương ứng|vượt|đạt|bằng|chỉ tiêu|nghị quyết)\b|\(")
_COMPARED_YEAR = re.compile(
    r"\s*(?:lần )?(?:so )?(?:với )?(?:ước |thực hiện |ước thực hiện |th |mức )*(?:cả )?(?:năm )?(\d{4})\b"
)
_BRACKETED = re.compile(r"\((?:năm|cùng kỳ|năm trước|giai đoạn|nhiệm kỳ trước|kỳ trước|đầu)[^;.)]*$")
_PLANNED = re.compile(
    r"(?:/\s*(?:kh|kế hoạch)|\b(?:kh|dt|kế hoạch|dự toán|chỉ tiêu|mục tiêu))\s*(?:là|năm|giao|nq|:|\d{4})?\s*$"
)
_LONG_PLAN = 24
_BEFORE = re.compile(
    r"\b(?:(?:năm|năm học|kỳ|tháng|quý|vụ|nhiệm kỳ|giai đoạn) trước|đầu (?:năm|kỳ|nhiệm kỳ))\b[^;.)]*$"
)
_CLOSED_MOVES = re.compile(r"\s*\)\s*(?:đã |ước )?(?:tăng|giảm|gấp|bằng)\b")
_SUBJECT_OPENS = re.compile(r"[^\W\d_]+ [^\W\d_]+[^(,;:]*\(\s*$")
_OF_BEFORE = re.compile(r"\bso |\bck\b|cùng kỳ|trước|[,;] năm \d{4} ?\($")
_OF_OTHERS = re.compile(
    r"\bso với [^;,.()]*(?:cả nước|toàn quốc|toàn tỉnh|toàn vùng|khu vực|bình quân chung)[^;,.()]*\(\s*$"
)
_NAMED_YEAR = re.compile(r"\bnăm (\d{4})\s*(?:là|đạt|:|\()?\s*$")
_YEARLY_MEAN = re.compile(r"\b(?:bình quân|trung bình|bq) (?:mỗi |một |hằng |hàng |1 )?năm\b[^,;.]*$")
_MANY = 24
_YEAR = re.compile(r"\d{4}")


def is_planned(words: str) -> bool:
    """Do the words before a figure end by naming a plan? (`/KH`, `kế hoạch`, `dự toán`)"""
    return _PLANNED.search(words, max(0, len(words.rstrip()) - _LONG_PLAN)) is not None  # the last words alone


class Pair(NamedTuple):
    """A value and a basis; `near` where both stand in the difference's own sentence; `years` between them where the words themselves tell them."""

    value: Figure
    basis: Figure
    near: bool
    years: int | None = None


@cache
def _against() -> re.Pattern[str]:
    return re.compile(rf"\b{words_pattern(lexicon('audit')['basis']['against'])}\b")


def same_subject(figure: Figure) -> bool:
    """Do the words before it go on with the subject of the figure before it?"""
    words = figure.before
    if words.startswith(" so với ") and "; " in words:
        words = words[words.rfind("; ") + 1 :]  # `tăng 6,24% so với cùng kỳ; trong đó nông nghiệp tăng 3,13%`
    closed = words.rfind(")")
    return _SAME_SUBJECT.match(words) is not None or (
        closed >= 0 and _SAME_SUBJECT.match(words, closed + 1) is not None
    )


def value_before(sentence: Sentence, at: int) -> Figure | None:
    """The level that the difference at this place in the sentence is said of: before it, with nothing new between.

    After a subject of its own (`…; khách quốc tế tăng 12%`) there is none.
    """
    if at not in sentence.values:
        sentence.values[at] = _value_before(sentence, at)
    return sentence.values[at]


def _value_before(sentence: Sentence, at: int) -> Figure | None:
    """Looked for from the difference backward."""
    figure = sentence.figures[at]
    subject = figure
    told = _told_in_parentheses(sentence, at)
    if told is not None:
        return told
    for earlier in reversed(sentence.figures[:at]):
        if earlier.depth > figure.depth:
            continue
        if not (
            same_subject(subject) or (subject.depth > earlier.depth and "(" in subject.before and _bracket(subject))
        ):
            return None
        planned = earlier.kind == "level" and at > 1 and is_planned(earlier.before)
        if figure.kind == "growth" and figure.claim.per[-1:] == ("year",) and _YEARLY_MEAN.search(earlier.before):
            return None  # `bình quân một năm được 575,2 tỷ đồng, tốc độ tăng bình quân 15,8%/năm`
        if planned or is_compared(earlier) or _is_of_each(sentence, earlier, figure):
            subject = earlier
            continue
        levels = ("level", "part", "target") if figure.claim.status == "planned" else ("level", "part")
        if earlier.kind == "attainment" and figure.kind == "change" and figure.is_share:
            return (
                earlier  # `đạt 51,7% kế hoạch vốn, cao hơn 4,9 điểm phần trăm so với cùng thời điểm năm trước (46,8%)`
            )
        if earlier.is_share and figure.is_count and _counted_before(sentence, earlier, figure):
            return sentence.figures[sentence.figures.index(earlier) - 1]
        if earlier.kind in levels and not (earlier.is_share and not figure.is_share and earlier.depth > 0):
            return None if _of_one_year(sentence, earlier, at) else _head(sentence, earlier)
        subject = earlier
    return None


def _is_of_each(sentence: Sentence, mean: Figure, change: Figure) -> bool:
    """`dư nợ 29,16 tỷ đồng, bình quân mỗi hộ vay 60 triệu đồng, tăng 1,66 tỷ đồng`: a mean that stands between the amount and its change."""
    if change.kind != "change" or _MEAN_OF_EACH.search(mean.before) is None:
        return False
    place = sentence.figures.index(mean)
    return place > 0 and sentence.figures[place - 1].kind == "level" and sentence.figures[place - 1].unit == mean.unit


def _of_one_year(sentence: Sentence, value: Figure, at: int) -> bool:
    """`ba năm ước 31.150 tỷ đồng; riêng năm 2023 giảm 10,7%, mới bằng 71,4% mục tiêu`: is what follows said of one time alone, which is not the value's?"""
    place = sentence.figures.index(value)
    alone = any(_ALONE.search(f.before) for f in sentence.figures[place + 1 : at + 1])
    return alone and value.period != sentence.figures[at].period


def _told_in_parentheses(sentence: Sentence, at: int) -> Figure | None:
    """`tổng thu 10 tháng (486,5 tỷ đồng) tăng 12,4%`: the only figure in the parentheses after the words of the subject."""
    if not at or _CLOSED_MOVES.match(sentence.figures[at].before) is None:
        return None
    told = sentence.figures[at - 1]
    alone = told.depth == sentence.figures[at].depth + 1 and told.kind == "level"
    return told if alone and _SUBJECT_OPENS.search(told.before) and not _OF_BEFORE.search(told.before) else None


def _counted_before(sentence: Sentence, share: Figure, change: Figure) -> bool:
    """`84 hộ nghèo, chiếm 3,21%, giảm 28 hộ`: is the share told of a count just before it, which the change counts like?"""
    at = sentence.figures.index(share)
    return at > 0 and sentence.figures[at - 1].kind == "level" and sentence.figures[at - 1].counts_like(change)


def _bracket(figure: Figure) -> bool:
    """Does the parenthesis open right before the figure, or before a movement word?"""
    return figure.before.strip() == "(" or _SAME_SUBJECT.match(figure.before) is not None


def _head(sentence: Sentence, figure: Figure) -> Figure:
    """Of two counts joined by a slash (`324 vụ/496 đối tượng`) the first."""
    at = sentence.figures.index(figure)
    if at and figure.before.strip() == "/":
        return sentence.figures[at - 1]
    return figure


def near_pairs(ledger: Ledger, sentence: Sentence, at: int) -> Iterator[Pair]:
    """Values and bases in the sentence itself."""
    figures = sentence.figures
    stated = figures[at]
    value = value_before(sentence, at)
    if value is None or not is_of_time(stated, value):
        return
    following = next((f for f in figures[at + 1 : at + 4] if _is_basis(f) or not _also_differs(f)), None)
    if following is not None and _EACH_YEAR.search(following.before):
        if value.claim.per[-1:] == ("year",) and following.unit == value.unit:
            yield Pair(value, following, True)
        return  # `127.450 lao động, bình quân 25.490 lao động/năm, cao hơn 6,2% yêu cầu hằng năm là 24.000 lao động`
    if following is not None and not following.counts_like(value):
        value = _in_measure_of(following, sentence, at) or value
    if following is not None and _is_basis_of(following, value):
        yield Pair(value, following, True)
    earlier = [f for f in figures[:at] if f.kind == "level"]
    for position in range(len(earlier) - 1, 0, -1):
        later, basis = earlier[position], earlier[position - 1]
        closed = basis.depth > stated.depth and ")" in later.before
        if value.order < basis.order and (closed or _is_of_each(sentence, basis, stated)):
            basis = value  # a parenthesis that is closed, or a mean, lies between
        if (
            later.depth
            and not basis.depth
            and len(earlier) > position - 2 >= 0
            and later.is_share
            and not stated.is_share
        ):
            continue
        if not basis.counts_like(later):
            basis_found = next((f for f in reversed(earlier[: position - 1]) if f.counts_like(later)), None)
            if basis_found is None:
                continue
            basis = basis_found
        if (";" in later.before and _COMPARES.match(later.before) is None) or ". " in later.before:
            break
        if later.depth > basis.depth and has_own_subject(later, basis):
            continue
        if _BASIS.search(later.before) and not _REACHED.search(later.before):
            if later.period is None or basis.period is None or later.period <= basis.period:
                yield Pair(basis, later, True)
        elif (
            _REACHED.search(later.before)
            and (later is value or value.counts_like(later))
            and (alike(later.key, basis.key) or _GOES_ON.match(later.before))
        ):
            if basis.period != later.period or basis.period is None:
                yield Pair(later, basis, True)
        elif later.depth > basis.depth and basis is value and _BRACKETED.search(later.before):
            unsaid = later.period == basis.period and _BEFORE.search(later.before) is not None
            if unsaid or later.period is None or basis.period is None or later.period < basis.period:
                yield Pair(basis, later, True)
        elif is_compared(later) and value.counts_like(later) and value.order < later.order:
            yield Pair(value, later, True)
        elif _BASIS.search(basis.before) and value is later:
            yield Pair(later, basis, True)
        if position < len(earlier) - 2:
            break


def _is_basis_of(following: Figure, value: Figure) -> bool:
    """Is the figure after the difference what the value is compared with: of its measure, of another time, after words of comparison?"""
    another_time = (
        following.period != value.period
        or following.period is None
        or _BEFORE.search(following.before) is not None
        or _OF_OTHERS.search(following.before) is not None
        or _of_another_year(following, value)
        or is_compared(following)
    )
    return (
        (following.kind == "level" or _is_basis(following))
        and another_time
        and not _is_next(following, value)
        and (following.counts_like(value) or _is_shorter(following, value))
        and (following.period not in (None, value.period) or not has_own_subject(following, value))
        and ";" not in following.before
        and _against().search(following.before) is not None
        and not re.search(r"\b(?:trong đó|gồm|kế hoạch|dự toán)\b", following.before)
    )


def _is_shorter(following: Figure, value: Figure) -> bool:
    """`68,5 triệu đồng/người/năm, tăng 6,5 triệu đồng so với năm 2023 (62,0 triệu đồng)`: is it in the value's unit, of what is not said again?"""
    return following.unit == value.unit and not following.claim.per and following.depth > value.depth


def _is_next(following: Figure, value: Figure) -> bool:
    """`năm 2021 đạt 5.000 tỷ đồng, tăng 4,1%, năm 2022 đạt 5.500 tỷ đồng`: is it of a later year, and told so, so that the list goes on with it?"""
    told = following.period is not None and value.period is not None and following.period[:4] > value.period[:4]
    return told and _BASIS.search(following.before) is None


def _in_measure_of(basis: Figure, sentence: Sentence, at: int) -> Figure | None:
    """`3.486 tỷ đồng, mỗi năm bình quân 697,2 tỷ đồng, tăng 54,7% so với nhiệm kỳ trước (2.254 tỷ đồng)`: of a total and its mean, or a sum in two currencies, the one that is measured like the basis."""
    for earlier in reversed(sentence.figures[:at]):
        if earlier.depth == sentence.figures[at].depth and earlier.kind == "level" and earlier.counts_like(basis):
            return earlier
        if not _BESIDE.search(earlier.before) or ";" in earlier.before:
            return None
    return None


def _of_another_year(figure: Figure, value: Figure) -> bool:
    """Do the words right before it name a year that is not the value's? (`so với năm 2023 là 160 triệu đồng`)"""
    named = _NAMED_YEAR.search(figure.before)
    return named is not None and value.period is not None and not value.period.startswith(named[1])


def _is_basis(figure: Figure) -> bool:
    """`tăng 5,7 điểm phần trăm so với đầu nhiệm kỳ (36,8%)`: the figure alone in the parentheses after what it is compared with."""
    return _BARE_BASIS.search(figure.before) is not None


def _also_differs(figure: Figure) -> bool:
    """Another way to say the same difference, between it and its basis: `giảm 35 ca (19,1%) so với cùng kỳ (138 ca)`."""
    if figure.is_share and figure.before.strip() == "(":
        return True
    return figure.kind in ("growth", "change", "multiple", "target_gap", "attainment") and ";" not in figure.before


def is_of_time(stated: Figure, value: Figure) -> bool:
    """Is the difference said of the value's time? Not `riêng năm 2022 tăng 13,6%` after a value of 2023."""
    if stated.period is None or value.period is None or stated.period == value.period:
        return True
    last, reached = stated.period.rsplit("/", 1)[-1], value.period.rsplit("/", 1)[-1]
    return last == reached or ("/" in stated.period and last[:4] >= reached[:4])


def far_pairs(ledger: Ledger, sentence: Sentence | None, at: int, stated: Figure) -> Iterator[Pair]:
    """Values and bases of one name anywhere in the report, told by their periods."""
    value = value_before(sentence, at) if sentence is not None else None
    basis_period = stated.claim.basis or _year_after(ledger, stated)
    values = [value] if value is not None else ledger.named_in(stated.key, stated.period)
    values = values or ledger.named_in(stated.said, stated.period)
    if value is None and stated.period is None and basis_period is not None:
        values = _latest_named(ledger, stated, basis_period)
    for candidate in values[:4]:
        if candidate.is_share and stated.difference != "change":
            continue
        if candidate.kind not in ("level", "part", "target") or not is_of_time(stated, candidate):
            continue
        if "/" in (candidate.period or "") and basis_period is not None and "/" not in basis_period:
            continue  # a sum over years is not what one year grew to
        wanted = basis_period or (year_before(stated.period) if not stated.claim.per else None)
        if wanted is None or wanted == "target":
            continue
        for basis in ledger.named_alike(candidate, wanted):
            if basis is not candidate and basis.kind == "level":
                yield Pair(candidate, basis, False)
                if basis.period == candidate.period:  # `đầu năm 418 hộ, cuối năm 362 hộ`, both of one year
                    yield Pair(basis, candidate, False)


def _year_after(ledger: Ledger, stated: Figure) -> str | None:
    """The year that the words right after a planned difference compare with: `tăng 7,5% so với ước thực hiện năm 2024`."""
    named = _COMPARED_YEAR.match(ledger.after(stated, 60)) if stated.kind == "target" else None
    return named[1] if named is not None else None


def _latest_named(ledger: Ledger, stated: Figure, basis: str) -> list[Figure]:
    """`So với đầu nhiệm kỳ, tỷ trọng khu vực I giảm 6,7 điểm`: the levels of that name at the only time after the basis that has any."""
    found = [f for f in ledger.by_name.get(stated.key, [])[:_MANY] if f.kind == "level" and f.period is not None]
    later = [f for f in found if len(str(f.period)) == len(basis) and str(f.period) > basis and f.unit == stated.unit]
    return later if len({f.period for f in later}) == 1 else []


def year_before(period: str | None) -> str | None:
    """The year before a single year."""
    if period is not None and len(period) == 4 and period.isdigit():
        return str(int(period) - 1)
    return None


def steps_of(stated: Figure, pair: Pair) -> tuple[int, ...]:
    """How many yearly steps an annual average spans, the surest first; a second number is another way to count them."""
    if pair.years is not None:
        return (pair.years,)
    value, basis = pair.value.period, pair.basis.period
    if value is not None and basis is not None:
        last, first = value.rsplit("/", 1)[-1], basis.rsplit("/", 1)[-1]
        if _YEAR.match(last) and _YEAR.match(first) and int(last[:4]) > int(first[:4]):
            steps = int(last[:4]) - int(first[:4])
            return (steps,)
    if stated.period is not None and len(stated.period) == 9:
        steps = int(stated.period[5:]) - int(stated.period[:4])
        return (steps, steps + 1)
    return ()
