"""`growth`: a value and its basis against the stated growth, multiple or change, also as an annual average.

Formulas: growth = (value ÷ basis − 1) × 100; annual average over n steps = ((value ÷ basis)^(1/n) − 1) × 100; multiple = value ÷ basis, or that less one
where the words say `tăng`; change = value − basis, between shares in points (the relative reading is tried too); mean a year = total ÷ years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from muctieu.audit.check import Check
from muctieu.audit.equation import Change, Equation, Growth, Mean, MeanChange, MonthlyMean, Multiple, Rise, Whole
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Grid, Ledger, Sentence
from muctieu.audit.pairs import Pair, far_pairs, near_pairs, same_subject, steps_of, value_before
from muctieu.audit.paragraph_pairs import paragraph_pairs, tabled_pairs
from muctieu.audit.times import months_of
from muctieu.audit.two_times import two_times
from muctieu.values.span import Span

_MOVED = re.compile(r"\b(?:(lên)|xuống|giảm còn)\b")
_FROM = re.compile(r"\btừ\b[^;.]*$")
_YEARLY = re.compile(r"\b(?:mỗi năm|hằng năm|hàng năm|bình quân(?: \w+){0,3})[^,;.]{0,20}$")
_FROM_START = re.compile(r"\bđầu (?:năm|kỳ|nhiệm kỳ)\b")
_AVERAGE_HEAD = re.compile(r"bình quân|\bbq\b|/năm")
_AGAINST_OTHERS = re.compile(
    r"\s*(?:so (?:với )?|của )?(?:mức )?(?:bình quân|trung bình|mặt bằng|cả nước|toàn quốc|cả tỉnh|toàn tỉnh|khu vực|toàn vùng)(?: chung)?\b(?! năm)(?! giai)(?! nhiệm)(?! \d)"
)
_DIFFERENCE = re.compile(r"(?:mức |số )?(?:tăng|giảm|chênh lệch|so sánh)\b")
_COMPARES = re.compile(r"so với|so sánh|cùng kỳ|tốc độ|tăng|giảm|%|chênh lệch")
_PLAN = re.compile(r"kế hoạch|\bkh\b|dự toán|mục tiêu|chỉ tiêu|nghị quyết")
_OPENED = re.compile(r"\s*\((?:tương đương |tương ứng |tức |giảm |tăng )*\s*")
_YEAR_OF_MONTHS = 12
_KINDS = ("growth", "change", "multiple")


def check(ledger: Ledger) -> Iterator[Check]:
    """Every growth, multiple and change with a value and a basis."""
    for sentence in ledger.sentences:
        for at, stated in enumerate(sentence.figures):
            if (
                stated.kind in _KINDS
                and stated.claim.basis != "target"
                and not _AGAINST_OTHERS.match(ledger.after(stated, 60))
            ):
                found = _of_sentence(ledger, sentence, at)
                if found is None and stated.kind == "growth" and at >= 2 and _OPENED.fullmatch(stated.before):
                    found = _bracketed(sentence, at)
                if found is not None:
                    yield found
            elif stated.kind == "level" and stated.claim.per[-1:] in (("year",), ("month",)) and at:
                found = _mean(ledger, sentence, at)
                if found is not None:
                    yield found
            elif stated.kind == "level" and stated.is_share and at >= 2 and _OPENED.fullmatch(stated.before):
                found = _bracketed(sentence, at)
                if found is not None:
                    yield found
        yield from _directions(ledger, sentence)
    for grid in ledger.grids:
        yield from _of_table(ledger, grid)


def _directions(ledger: Ledger, sentence: Sentence) -> Iterator[Check]:
    """`giảm từ 665 hộ (2,63%) năm 2015 xuống còn 36 hộ`: the later figure must lie where the words say."""
    for at, later in enumerate(sentence.figures):
        word = _MOVED.search(later.before) if at and later.kind in ("level", "target") else None
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
    near = [equation for pair in near_pairs(ledger, sentence, at) if (equation := _equation(stated, pair)) is not None]
    near += [e for e in (_by_fraction(sentence, at), _of_rates(sentence, at)) if e is not None]
    for equation in near:
        if equation.holds():
            return Check.of("growth", equation)
    rise = _with_change(sentence, at)
    if rise is not None and rise.holds():
        return Check.of("growth", rise)
    far = [
        equation
        for pair in far_pairs(ledger, sentence, at, stated)
        if (equation := _equation(stated, pair)) is not None
    ]
    for equation in far:
        if equation.holds():
            return Check.of("growth", equation)
    if near:
        return None if _of_list(sentence, at, near[0]) else _failed(stated, near[0], "error")
    again = _said_again(ledger, sentence, at)
    if again is not None:
        return _failed_or_held(stated, again)
    if rise is not None:
        return _failed(stated, rise, "error")
    apart = [
        equation
        for pair in (
            *two_times(sentence, at),
            *paragraph_pairs(ledger, sentence, at),
            *tabled_pairs(ledger, sentence, at),
        )
        if (equation := _equation(stated, pair)) is not None
    ]
    for equation in apart:
        if equation.holds():
            return Check.of("growth", equation)
    for found in (far, apart):
        bases = {f.value for equation in found for f in (equation.terms[2],) if isinstance(f, Figure)}
        if len(bases) == 1 and not _of_list(sentence, at, found[0]):
            return _failed(stated, found[0], "warning")
    return None


def _of_list(sentence: Sentence, at: int, equation: Equation) -> bool:
    """After a semicolon, is the value but the last item of a list whose total the difference may be of? (`46 giải, gồm 2 giải nhất, …, 18 giải ba; tăng 8 giải`)"""
    value = equation.terms[1]
    if ";" not in sentence.figures[at].before or value not in sentence.figures:
        return False
    place = sentence.figures.index(value)
    return place > 0 and sentence.figures[place - 1].kind == "level" and sentence.figures[place - 1].counts_like(value)


def _said_again(ledger: Ledger, sentence: Sentence, at: int) -> Equation | None:
    """`84 vụ, giảm 16 vụ so với cùng kỳ (100 vụ), giảm 16%`: the value and the basis of the difference before it in the clause."""
    stated = sentence.figures[at]
    for place in range(at - 1, max(-1, at - 4), -1):
        other = sentence.figures[place]
        between = "".join(f.before for f in sentence.figures[place + 1 : at + 1])
        if other.kind in _KINDS and same_subject(stated) and ";" not in between:
            if other.claim.basis != stated.claim.basis or other.depth != stated.depth or other.kind == stated.kind:
                return None
            pairs = [pair for pair in near_pairs(ledger, sentence, place) if pair.value.order < other.order]
            equations = [e for pair in pairs if (e := _equation(stated, pair)) is not None]
            return next((e for e in equations if e.holds()), equations[0] if equations else None)
    return None


def _failed(stated: Figure, equation: Equation, severity: str) -> Check:
    """A difference that no reading fits; with six steps instead of five it is only worth a look."""
    found = Check.of("growth", equation, "error" if severity == "error" else "warning")
    if isinstance(equation, Growth) and equation.steps > 1:
        more = Growth(stated, equation.terms[1], equation.terms[2], equation.steps + 1)
        if more.holds():
            found.severity = "info"
    found.reported, found.expected = stated.value, equation.nearest()
    return found


def _equation(stated: Figure, pair: Pair) -> Equation | None:
    """The equation that the difference, the value and the basis must satisfy."""
    value, basis = pair.value, pair.basis
    if basis.value == 0 or value.claim.comparator == "approx" or basis.claim.comparator == "approx":
        return None
    if stated.kind == "multiple":
        return Multiple(stated, value, basis, rises="tăng" in stated.before[-40:])
    yearly = stated.claim.per[-1:] == ("year",) or _YEARLY.search(stated.before) is not None
    if yearly and stated.unit == value.unit and (value.is_share or stated.kind == "change"):
        steps = steps_of(stated, pair)
        if steps and _FROM_START.search(value.before):
            more = MeanChange(stated, value, basis, steps[0] + 1)
            if more.holds():
                return more
        return MeanChange(stated, value, basis, steps[0]) if steps else None
    if stated.kind == "growth":
        if value.is_share and not yearly:
            return Change(stated, value, basis)
        if not yearly:
            return Growth(stated, value, basis)
        steps = steps_of(stated, pair)
        if not steps:
            return None
        for count in steps:
            equation = Growth(stated, value, basis, count)
            if equation.holds():
                return equation
        return Growth(stated, value, basis, steps[0])
    if stated.unit != value.unit and not (stated.is_share or value.is_share or (stated.is_count and value.is_count)):
        return None
    if stated.is_share != value.is_share or stated.claim.per not in (value.claim.per, ()):
        return None
    return Change(stated, value, basis)


def _with_change(sentence: Sentence, at: int) -> Equation | None:
    """`152,5 máy/100 dân (tăng 68,7 máy/100 dân, tăng 82%)`: the growth from the value and its change."""
    stated = sentence.figures[at]
    if stated.kind != "growth" or stated.claim.per or at == 0:
        return None
    change = sentence.figures[at - 1]
    value = value_before(sentence, at)
    if (
        change.kind != "change"
        or value is None
        or not value.counts_like(change)
        or value.is_share
        or not same_subject(stated)
    ):
        return None
    if change.claim.basis != stated.claim.basis and None not in (change.claim.basis, stated.claim.basis):
        return None
    return Rise(stated, value, change)


def _bracketed(sentence: Sentence, at: int) -> Check | None:
    """`xảy ra 126 vụ tai nạn, làm chết 58 người; so với cùng kỳ giảm 18 vụ (12,5%)`: a percent right after a change, of the value it leaves."""
    share, change = sentence.figures[at], sentence.figures[at - 1]
    if change.kind != "change" or change.is_share or not change.value:
        return None
    counted = [f for f in sentence.figures[: at - 1] if f.kind == "level" and f.counts_like(change)]
    near = value_before(sentence, at - 1)
    value = near if near is not None and near in counted else counted[0] if len(counted) == 1 else None
    if value is None or value.claim.comparator != "eq" or not value.value - change.value:
        return None
    return _failed_or_held(share, Rise(share, value, change, unsigned=share.kind == "level"))


def _failed_or_held(stated: Figure, equation: Equation) -> Check:
    """The check of a difference by one equation."""
    return Check.of("growth", equation) if equation.holds() else _failed(stated, equation, "error")


def _mean(ledger: Ledger, sentence: Sentence, at: int) -> Check | None:
    """`484 đảng viên mới, bình quân 161,3 đảng viên/năm`: a total over years and its mean a year."""
    mean = sentence.figures[at]
    outer = (f for f in reversed(sentence.figures[:at]) if f.depth <= mean.depth and f.unit == mean.unit)
    total = next(outer, sentence.figures[at - 1])
    if (
        total.kind != "level"
        or total.unit != mean.unit
        or total.claim.per != mean.claim.per[:-1]
        or "bình quân" not in mean.before
    ):
        return None
    period = total.period or mean.period or ledger.document.period
    if mean.claim.per[-1:] == ("month",):
        return _monthly(mean, total, months_of(period))
    if period is None or len(period) != 9 or period[4] != "/":
        return None
    span = int(period[5:]) - int(period[:4])
    for years in (span + 1, span):
        if years > 1:
            equation = Mean(mean, total, years)
            if equation.holds():
                return Check.of("growth", equation)
    if any(Mean(mean, total, years).holds() for years in range(2, span)):
        return None  # so many years have passed of the span
    return Check.of("growth", Mean(mean, total, span + 1), "warning")


def _monthly(mean: Figure, total: Figure, months: tuple[int, int] | None) -> Check | None:
    """`9 tháng thu 1.246 tỷ đồng, bình quân mỗi tháng 138,4 tỷ đồng`."""
    if months is None or not 1 < months[1] - months[0] + 1 <= _YEAR_OF_MONTHS:
        return None
    return Check.of("growth", MonthlyMean(mean, total, months[1] - months[0] + 1), "warning")


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


def _of_rates(sentence: Sentence, at: int) -> Equation | None:
    """`tăng trưởng bình quân đạt 9,8%/năm, cao hơn 1,9 điểm % so với giai đoạn trước (7,9%/năm)`: the difference of two growths."""
    stated, beside = sentence.figures[at], sentence.figures[at + 1 : at + 2]
    value = sentence.figures[at - 1] if at else None
    if value is None or not beside or stated.kind != "change" or not stated.is_share or ";" in stated.before:
        return None
    basis = beside[0]
    rates = value.kind == basis.kind == "growth" and value.measure == basis.measure and value.depth == stated.depth
    return Change(stated, value, basis) if rates and "so với" in basis.before and ";" not in basis.before else None


def _of_table(ledger: Ledger, grid: Grid) -> Iterator[Check]:
    """Along each row: `% so cùng kỳ` and growth columns against the levels of the row."""
    checks: list[Check] = []
    yield from _by_columns(grid)
    yield from _averages(grid)
    for row in grid.rows:
        levels = [f for f in row.figures.values() if f.kind == "level"]
        for column, stated in row.figures.items():
            if stated.kind not in _KINDS and not _is_compared(stated, grid.heads.get(column, "")):
                continue
            found = _of_row(stated, levels, grid.heads.get(column, ""))
            if found is None:
                far = [e for pair in far_pairs(ledger, None, 0, stated) if (e := _equation(stated, pair)) is not None]
                held = next((e for e in far if e.holds()), None)
                found = Check.of("growth", held) if held is not None else None
            if found is not None:
                checks.append(found)
    fitting = {found.figures[0].column for found in checks if found.holds}
    for found in checks:
        if found.holds or found.figures[0].column in fitting or _close(found):
            yield found


def _by_columns(grid: Grid) -> Iterator[Check]:
    """A column `tháng 10 so với tháng 9 (%)`: which two columns it compares is told by the rows where it fits; a row where it does not is a slip."""
    for column, head in grid.heads.items():
        if not _COMPARES.search(head) or (_PLAN.search(head) and "chênh lệch" not in head):
            continue
        fits: dict[tuple[int, int], list[Check]] = {}
        for row in grid.rows:
            stated = row.figures.get(column)
            amounts = [f for f in row.figures.values() if f is not stated and f.kind in ("level", "target")]
            for value, basis in permutations(amounts, 2) if stated is not None else ():
                alike = value.measure == basis.measure and basis.value and value.column > basis.column
                equation = _compared(stated, value, basis, head) if alike and stated is not None else None
                if equation is not None and stated is not None:
                    fits.setdefault((value.column, basis.column), []).append(_tabled(stated, equation))
        best = max(fits.values(), key=lambda checks: sum(found.holds for found in checks), default=[])
        held = sum(found.holds for found in best)
        if held >= 3 and held * 4 >= len(best) * 3:
            yield from best


def _compared(stated: Figure, value: Figure, basis: Figure, head: str) -> Equation | None:
    """What a cell of a comparing column says of two cells of its row: their difference in their own unit, or their ratio; none where it can be neither."""
    differs = stated.kind == "change" or (not stated.is_share and _DIFFERENCE.match(head) is not None)
    if differs:
        same_unit = stated.unit == value.unit or "" in (stated.unit, value.unit)
        return Change(stated, value, basis, unsigned=stated.kind == "level") if same_unit else None
    if not stated.is_share or value.is_share or "target" in (value.kind, basis.kind):
        return None
    return _row_equation(stated, value, basis)


def _averages(grid: Grid) -> Iterator[Check]:
    """A column `Bình quân 2021 - 2025 (%/năm)` between a column of its first year and one of its last: which they are is told by the rows where it fits."""
    for column, head in grid.heads.items():
        if not _AVERAGE_HEAD.search(head):
            continue
        fits: dict[tuple[int, int], list[Check]] = {}
        for row in grid.rows:
            stated = row.figures.get(column)
            amounts = [f for f in row.figures.values() if f is not stated and f.kind in ("level", "target")]
            if stated is None or not stated.is_share:
                continue
            for value, basis in permutations(amounts, 2):
                years = _years_between(basis, value)
                if years and value.measure == basis.measure and basis.value and value.claim.comparator == "eq":
                    kind = MeanChange if value.is_share else Growth
                    found = _tabled(stated, kind(stated, value, basis, years))
                    fits.setdefault((value.column, basis.column), []).append(found)
        best = max(fits.values(), key=lambda checks: sum(found.holds for found in checks), default=[])
        held = sum(found.holds for found in best)
        if held >= 2 and held * 4 >= len(best) * 3:
            yield from best


def _years_between(basis: Figure, value: Figure) -> int:
    """How many years lie between two figures of single years; none where they are not told."""
    told = [f.period for f in (basis, value) if f.period is not None and re.fullmatch(r"\d{4}", f.period)]
    return max(0, int(told[1]) - int(told[0])) if len(told) == 2 else 0


def _tabled(stated: Figure, equation: Equation) -> Check:
    """The check of a row, an error where it fails."""
    found = Check.of("growth", equation)
    if not found.holds:
        found.reported, found.expected = stated.value, equation.nearest()
    return found


def _close(found: Check) -> bool:
    """Where no other row shows what the column compares: only a figure that is near what the row gives."""
    stated, expected = found.figures[0], found.expected
    return (
        stated.is_share
        and expected is not None
        and expected.distance(stated.interval) <= max(Decimal(30), abs(stated.value))
    )


def _is_compared(stated: Figure, head: str) -> bool:
    """A level in percent under a head that compares with the period before."""
    return stated.kind in ("level", "attainment") and stated.is_share and "cùng kỳ" in head and "kế hoạch" not in head


def _of_row(stated: Figure, levels: list[Figure], head: str) -> Check | None:
    """A difference in a row: the latest level against an earlier one; the only two levels where their periods say nothing."""
    others = [
        f for f in levels if f is not stated and not (f.is_share and "cùng kỳ" in head and f.column > stated.column)
    ]
    pairs: list[Equation] = []
    basis_period = stated.claim.basis
    for value in others:
        if stated.period is not None and value.period is not None and value.period != stated.period:
            continue
        for basis in others:
            if basis is value or basis.measure != value.measure or basis.value == 0:
                continue
            if basis_period is not None and basis.period is not None and basis.period != basis_period:
                continue
            if None not in (basis.period, value.period) and str(basis.period) >= str(value.period):
                continue
            pairs.append(_row_equation(stated, value, basis))
    for equation in pairs:
        if equation.holds():
            return Check.of("growth", equation)
    if len(pairs) == 1 and (stated.is_share or stated.kind == "change"):
        return _failed(stated, pairs[0], "error")
    return None


def _row_equation(stated: Figure, value: Figure, basis: Figure) -> Equation:
    """In a table a percentage may be the growth or the ratio."""
    if stated.kind == "change" or (stated.kind == "growth" and value.is_share):
        return Change(stated, value, basis)
    if stated.kind == "multiple":
        return Multiple(stated, value, basis)
    return Growth(stated, value, basis, ratio_too=True)
