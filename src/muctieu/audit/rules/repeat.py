"""`repeat`: the same indicator, period and unit given twice with values that differ.

Two figures are the same statement where indicator, measure, period, kind and basis are; then their intervals must meet, and figures of equal
resolution must be written alike. Where names differ in length, two figures are held together only if they look like one: the same digits in
another order, or a long number that differs in a digit.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from muctieu.audit.check import Check
from muctieu.audit.clauses import clause_of
from muctieu.audit.counts import is_judged
from muctieu.audit.equation import Same
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.names import alike, key_of, opposed
from muctieu.audit.persons import counts_persons
from muctieu.audit.plans import of_two_plans
from muctieu.audit.times import is_day_within, months_of
from muctieu.audit.told_apart import are_told_apart

_KINDS = ("level", "part", "growth", "multiple", "target", "change", "attainment")
_END_OF_YEAR = re.compile(r"(?<!từ )(?<!tháng )\b(?:đầu|cuối) (?:năm|kỳ|nhiệm kỳ)\b")
_END_WORDS = frozenset(("đầu", "cuối"))
_TOPIC = re.compile(r"[ \t]*(?:[-+*•–]|\(?\w{1,3}[.)/])?[ \t]*([^:;.\n]{2,60}):")
_START_OF_YEAR = re.compile(r"(?<!tháng )\bđầu (?:năm|kỳ|nhiệm kỳ)\b")
_LEFT_BEHIND = re.compile(r"\b(?:tăng|giảm|nâng|hạ) từ(?: mức)?\s*$")
_LEADS_ON = re.compile(r"(?:như sau|theo (?:bảng|biểu)|(?:bảng|biểu) (?:sau|dưới)|chi tiết|cụ thể)[^.\n]{0,40}:\s")
_REVISED = re.compile(r"\bđiều chỉnh[^.\n]{0,40}(?:chỉ tiêu|mục tiêu)|\b(?:thay cho|thay vì|thay thế)\b")
_LEAD = 400
_YEAR = 12
_LINES_ABOVE = 4
_PART_APART = 50
_FEW = 8
"""How many figures of the same digits are compared with one another, so that time grows with the claims alone."""
_CLOSE = Decimal("0.0002")
_MONEY = ("VND", "USD")
_FOUR = 4
_OFF = tuple(Decimal(10) ** power for power in (3, 6))
"""How far apart money is that was written with the wrong scale word (`triệu` for `tỷ`)."""


def check(ledger: Ledger) -> Iterator[Check]:
    """Every indicator that is given more than once."""
    done: set[tuple[int, int]] = set()
    yield from _same_name(ledger, done)
    yield from _same_value(ledger, done)
    yield from _same_digits(ledger, done)
    yield from _notes(ledger, done)
    yield from _introduced(ledger, done)
    yield from _parts(ledger)
    yield from _denominators(ledger)
    yield from _populations(ledger)
    yield from _other_scales(ledger)


def _same_name(ledger: Ledger, done: set[tuple[int, int]]) -> Iterator[Check]:
    """Figures under one name, period and measure: each against the first."""
    groups: dict[tuple[object, ...], Figure] = {}
    for figure in ledger.figures:
        claim = figure.claim
        if claim.kind not in _KINDS or not claim.indicator or claim.comparator in ("approx", "between"):
            continue
        if figure.is_rate or (figure.period is None and figure.kind not in ("growth", "multiple")):
            continue
        if (figure.is_counted and is_judged(figure)) or not figure.key:
            continue
        if figure.is_count and figure.indicator == figure.unit[1:-1] and counts_persons(figure):
            continue  # so many persons without another word may be anyone
        if _is_of_another_time(figure):
            continue
        period = "span" if claim.basis is not None and "/" in claim.basis else figure.period
        group = (
            figure.key,
            claim.unit,
            claim.per,
            claim.kind,
            period,
            claim.basis,
            claim.status == "planned",
            claim.comparator,
        )
        first = groups.setdefault(group, figure)
        if first is figure or (first.sentence == figure.sentence and first.cell is None and figure.cell is None):
            continue
        if _in_one_row(ledger, first, figure) or _parts_by_time(ledger, first, figure):
            continue  # two columns never say the same of one row
        if figure.period is None and (claim.basis is None or not (first.claim.footnote or claim.footnote)):
            continue
        found = _pair(first, figure, done)
        if found is None:
            continue
        if found.holds:
            yield found
        elif _is_revised(ledger, figure) or _is_beside(ledger, first, figure) or are_told_apart(ledger, first, figure):
            continue
        elif _comparable(ledger, first, figure) and not _of_other_topics(ledger, first, figure):
            found.severity = "error" if first.indicator == figure.indicator else "warning"
            yield found
        else:
            done.discard((first.order, figure.order))


def _is_of_another_time(figure: Figure) -> bool:
    """Do the words before a figure say that it is of a year's beginning or end, or what is no more?"""
    if not figure.words.isdisjoint(_END_WORDS) and _END_OF_YEAR.search(figure.before) is not None:
        return True
    return "từ" in figure.words and _LEFT_BEHIND.search(figure.before) is not None


def _in_one_row(ledger: Ledger, first: Figure, second: Figure) -> bool:
    """Do both stand in one row of a table?"""
    if first.cell is None or second.cell is None or first.cell.row != second.cell.row:
        return False
    return ledger.text.find("\n", first.claim.end, second.claim.start) < 0


def _parts_by_time(ledger: Ledger, first: Figure, figure: Figure) -> bool:
    """`việc làm cho 3.000 lao động`, and its footnote `Năm 2022: 1.200 lao động; năm 2023: 1.800 lao động`: does the note tell several times of what stands in the text, of which this is but one?"""
    if figure.claim.footnote is None or first.claim.footnote is not None or figure.cell is not None:
        return False
    told = ledger.sentences[figure.sentence].figures
    return any(f.measure == figure.measure and f.key == figure.key and f.period != figure.period for f in told)


def _comparable(ledger: Ledger, first: Figure, second: Figure) -> bool:
    """Same words and digits enough that they may not be two different things of one short name."""
    if len(first.key) < 2 or ("phấn đấu" in first.before) != ("phấn đấu" in second.before):
        return False  # what one strives for may be more than the plan
    if of_two_plans(ledger, first, second):
        return False
    if first.cell is not None and second.cell is not None and first.indicator != second.indicator:
        return False
    if len(first.digits) >= 3 and sorted(first.digits) == sorted(second.digits):
        return True
    if first.claim.status != second.claim.status and not (
        _is_part_of_year(first) or _names_year(ledger, first, second)
    ):
        return False  # what was done to a day, and what a year is expected to come to
    small, large = sorted((abs(first.value), abs(second.value)))
    return large == 0 or small * 2 >= large


def _names_year(ledger: Ledger, first: Figure, second: Figure) -> bool:
    """`đến năm 2025 có 38/43 trường đạt chuẩn, tỷ lệ 88,4%` and the cell of 2025 in the row of that very name: is one told in words for the whole year of the other?"""
    if not first.is_share or (first.cell is None) == (second.cell is None):
        return False
    told = first if first.cell is None else second
    clause = ledger.lower.rfind(";", told.claim.sentence.start, told.claim.start) + 1 or told.claim.sentence.start
    return ledger.lower.find(f"năm {told.period}", clause, told.claim.start) >= 0


def _is_beside(ledger: Ledger, first: Figure, second: Figure) -> bool:
    """`đến năm 2025: 5,0 m2/người (Nghị quyết là 6,5 m2/người)`: does the sentence of one give the other's value beside it?"""
    return any(
        f is not one and f.value == other.value and f.measure == other.measure
        for one, other in ((first, second), (second, first))
        if one.sentence >= 0
        for f in ledger.sentences[one.sentence].figures
    )


def _is_part_of_year(figure: Figure) -> bool:
    """Is it of a time within a year, so that an estimate and a result of it are of the same months?"""
    months = months_of(figure.period)
    return months is not None and months[1] - months[0] < _YEAR - 1


def _is_revised(ledger: Ledger, figure: Figure) -> bool:
    """Do the words tell of a target that is changed? (`điều chỉnh 03 chỉ tiêu: diện tích cây xanh 5,0 m2 (Nghị quyết là 6,5 m2)`, `04 phường thay cho 05 phường`)"""
    if figure.kind != "target":
        return False
    start, end = figure.claim.sentence
    return _REVISED.search(ledger.lower, max(0, start - _LEAD), end) is not None


def _of_other_topics(ledger: Ledger, first: Figure, second: Figure) -> bool:
    """`PCCC: kiểm tra 264 cơ sở`, `VSATTP: kiểm tra 185 cơ sở`: do their sentences begin with different topics before a colon?"""
    topics = [_TOPIC.match(ledger.lower, figure.claim.sentence.start, figure.claim.start) for figure in (first, second)]
    names = [key_of(topic[1]) for topic in topics if topic is not None]
    return len(names) == 2 and not alike(*names)


def _same_value(ledger: Ledger, done: set[tuple[int, int]]) -> Iterator[Check]:
    """Figures of one value, measure and period under names alike: a repetition that holds."""
    groups: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in ledger.figures:
        if figure.kind in _KINDS and figure.claim.indicator:
            groups[figure.unit, figure.value, figure.kind].append(figure)
    for figures in groups.values():
        for first, second in itertools.pairwise(figures):
            if first.sentence != second.sentence or first.cell is not None or second.cell is not None:
                if (first.order, second.order) in done or not _named_alike(first, second):
                    continue
                if first.period != second.period and None not in (first.period, second.period):
                    continue
                if first.period is None and len(first.digits) < 3 and first.key != second.key:
                    continue
                found = _pair(first, second, done)
                if found is not None and found.holds:
                    yield found


def _named_alike(first: Figure, second: Figure) -> bool:
    """Are their names alike; of three digits or more also one's name and what the other's clause says, or both clauses?"""
    if alike(first.key, second.key):
        return True
    long = len(first.digits) >= 3 and first.cell is None and second.cell is None
    return long and (alike(first.said, second.key) or alike(first.key, second.said) or alike(first.said, second.said))


def _same_digits(ledger: Ledger, done: set[tuple[int, int]]) -> Iterator[Check]:
    """Figures of one measure whose digits are the same in another order, or that differ in the last of many digits."""
    shuffled: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    leading: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    zeros: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in ledger.figures:
        if figure.kind not in ("level", "part", "target", "growth", "target_gap") or figure.claim.comparator in (
            "approx",
            "between",
        ):
            continue
        digits = figure.digits
        if len(figure.written) >= 3 or (len(digits) == 2 and figure.is_count and len(figure.key) >= 2):
            place = figure.value.adjusted()
            sort = figure.kind if figure.kind in ("growth", "target_gap") else "level"
            named = _counted(figure), sort, place
            shuffled[*named, "".join(sorted(digits))].append(figure)
            if "0" in figure.written:  # `2,05%`, `2,50%`: both are looked at where one ends in it
                zeros[*named, figure.claim.resolution, len(figure.written)].append(figure)
            if len(digits) >= 5 and sort == "level":
                leading[figure.unit, place, digits[:4]].append(figure)
    for key, figures in zeros.items():
        if any(len(f.digits) < len(f.written) for f in figures):
            for figure in figures:
                shuffled[*key, figure.shuffled].append(figure)
    for figures in shuffled.values():
        for first, second in itertools.combinations(figures[:_FEW], 2):
            if first.value == second.value:
                continue
            if _names_row(ledger, first, second) or (_dated_alike(first, second) and _one_thing(first, second)):
                found = _apart(first, second, done)
                if found is not None:
                    yield found
    for figures in leading.values():
        for first, second in itertools.pairwise(figures):
            if first.value != second.value and abs(first.value - second.value) <= _CLOSE * abs(first.value):
                same_time = first.period is None or second.period is None or first.period == second.period
                if same_time and first.key & second.key:
                    found = _apart(first, second, done)
                    if found is not None:
                        yield found


def _names_row(ledger: Ledger, first: Figure, second: Figure) -> bool:
    """Is one in a table's row whose name stands before the other in its sentence? (`Sở Giao thông vận tải giải ngân 926.340 triệu đồng`)"""
    if (first.cell is None) == (second.cell is None) or len(first.digits) < 4 or not _swapped(first, second):
        return False
    told, cell = (first, second) if first.cell is None else (second, first)
    words = ledger.words(told.claim.sentence.start, told.claim.start)
    return len(cell.row_name.split()) >= 2 and cell.row_name in words


def _counted(figure: Figure) -> str:
    """The first word of what it counts; of a column of counts whose head is but its name (`Hộ nghèo cuối năm`) the head's first word."""
    if figure.unit or figure.cell is None:
        return figure.unit.strip("{}").split(" ")[0] if figure.is_count else figure.unit
    return figure.head.removeprefix("số ").split(" ")[0]


def _dated_alike(first: Figure, second: Figure) -> bool:
    """Are they of one time? One that is not dated goes with any where the digits are many and in neighbouring places."""
    if first.period is not None and second.period is not None:
        within = len(first.digits) >= 4 and _swapped(first, second) and is_day_within(first.period, second.period)
        return first.period == second.period or within
    return (len(first.digits) >= 4 or (first.key == second.key and first.unit == "%")) and _swapped(first, second)


def _one_thing(first: Figure, second: Figure) -> bool:
    """Are their names alike, or is one hardly a name while both count the same distinct thing?"""
    if first.kind == "growth" or second.kind == "growth":
        same_basis = None in (first.claim.basis, second.claim.basis) or first.claim.basis == second.claim.basis
        one_basis = first.claim.basis == second.claim.basis and _swapped(first, second)
        same_name = first.key == second.key or (one_basis and alike(first.key, second.key))
        return same_name and same_basis and first.claim.per == second.claim.per
    if opposed(first.key, second.key):
        return False
    digits = len(_written(first, second)[0])
    common = len(first.key & second.key)
    if digits <= 3 and counts_persons(first) and min(first.key, second.key, key=len) <= key_of(first.unit[1:-1]):
        return False  # so many members here and so many there need not be the same ones
    if alike(first.key, second.key) and (common >= 3 or first.key == second.key):
        return True
    if alike(first.key, second.key) and digits >= 4 and (common >= 2 or _swapped(first, second)):
        return True
    at_once = _swapped(first, second) and first.period == second.period and first.period is not None
    named = (digits >= 3 and alike(first.key, second.key)) or (
        digits >= 4
        and first.is_counted
        and (common or any(f.row_name.startswith(("tổng", "cộng")) for f in (first, second)))
    )
    if at_once and named:
        return True
    if digits >= 4 and common >= 2 and _swapped(first, second):
        return True
    brief = min(len(first.key), len(second.key))
    if digits >= 5 and _swapped(first, second) and (common * 3 >= brief or brief <= 1):
        return True  # not `doanh thu vận tải` and `tổng thu ngân sách`, which have but `thu`
    if digits >= 2 and " " in first.unit and _swapped(first, second) and first.key & second.key:
        return min(len(first.key), len(second.key)) <= common + 1
    return brief <= 1 and " " in first.unit and len(first.digits) >= 4


def _swapped(first: Figure, second: Figure) -> bool:
    """Do they differ in two neighbouring digits that have changed places?"""
    return _exchanged(*_written(first, second))


def _written(first: Figure, second: Figure) -> tuple[str, str]:
    """The digits of both, zeros at the end with them where both are written to the same place."""
    if first.claim.resolution == second.claim.resolution:
        return first.written, second.written
    return first.digits, second.digits


def _exchanged(one: Sequence[object], other: Sequence[object]) -> bool:
    """Are two neighbours in one the other way round in the other?"""
    pairs = list(zip(one, other, strict=False))
    apart = [at for at, (one, other) in enumerate(pairs) if one != other]
    return len(apart) == 2 and apart[1] == apart[0] + 1 and pairs[apart[0]] == pairs[apart[1]][::-1]


def _apart(first: Figure, second: Figure, done: set[tuple[int, int]]) -> Check | None:
    """Two figures that look like slips of one another, in different places of the report."""
    if (_START_OF_YEAR.search(first.before) is None) != (_START_OF_YEAR.search(second.before) is None):
        return None
    if first.sentence == second.sentence and first.cell is None and second.cell is None:
        return None
    if first.cell is not None and second.cell is not None:
        return None
    found = _pair(first, second, done)
    if found is None or found.holds:
        return None
    found.severity = "warning"
    return found


def _notes(ledger: Ledger, done: set[tuple[int, int]]) -> Iterator[Check]:
    """A count in the body against the same count at the start of its footnote."""
    for _, figure, sentences in ledger.anchored:
        if figure is None or not sentences or not figure.is_count or figure.kind != "level":
            continue
        first = sentences[0].figures[0]
        if first.measure == figure.measure and first.kind == "level" and first.value == figure.value:
            found = _pair(figure, first, done)
            if found is not None and found.holds:
                yield found


def _pair(first: Figure, second: Figure, done: set[tuple[int, int]]) -> Check | None:
    """The check of two statements; figures of equal resolution are compared as they are written."""
    pair = (first.order, second.order)
    if pair in done:
        return None
    done.add(pair)
    found = Check.of("repeat", Same(second, first), "error")
    if first.claim.resolution == second.claim.resolution and first.claim.comparator == second.claim.comparator:
        found.holds = first.value == second.value
        found.reason = "" if found.holds else "same"
    found.reported, found.expected = second.value, first.interval
    return found


def _introduced(ledger: Ledger, done: set[tuple[int, int]]) -> Iterator[Check]:
    """`Tổng chi 1.642.380 triệu đồng. Cụ thể theo bảng sau:` against the table's total row, in the measure and time of the figure."""
    for grid in ledger.grids:
        start = grid.table.start
        for _ in range(_LINES_ABOVE):
            start = ledger.text.rfind("\n", 0, max(0, start - 1)) + 1
        told = [f for f in ledger.between(start, grid.table.start) if f.kind == "level" and "tổng" in _named(f)]
        totals = [row for row in grid.rows if row.label.startswith(("tổng", "cộng")) and row.figures]
        if not told or len(totals) != 1 or not _LEADS_ON.search(ledger.lower, told[-1].claim.end, grid.table.start):
            continue
        for cell in totals[0].figures.values():
            same = [f for f in told if f.measure == cell.measure and f.period == cell.period and not cell.is_rate]
            if len(same) == 1 and cell.kind == "level" and same[0].claim.comparator == "eq":
                found = _pair(same[0], cell, done)
                apart = abs(same[0].value - cell.value)
                if found is not None and (found.holds or apart * _PART_APART <= same[0].value):
                    found.severity = "warning"
                    yield found


def _named(figure: Figure) -> str:
    """Its name and the words before it."""
    return f"{figure.indicator} {figure.before}"


def _parts(ledger: Ledger) -> Iterator[Check]:
    """`13/18 xã đạt chuẩn nông thôn mới` here, `14/18` there: so many of so many of one name, at no time of its own."""
    first: dict[tuple[object, ...], Figure] = {}
    for figure in ledger.figures:
        if figure.kind != "part" or figure.claim.whole is None or len(figure.key) < 3:
            continue
        same = first.setdefault((figure.key, figure.unit, figure.claim.whole), figure)
        if same.sentence == figure.sentence or figure.cell is not None or same.value == figure.value:
            continue
        if None not in (same.period, figure.period):
            continue  # of two times, or held together as two statements of one
        if (
            abs(same.value - figure.value) * 4 <= figure.claim.whole
            and same.claim.comparator == figure.claim.comparator
        ):
            yield Check.of("repeat", Same(figure, same), "warning")


def _populations(ledger: Ledger) -> Iterator[Check]:
    """`dân số 32.418 người` here, `30.246/32.148 người` there: the whole of a part looks like a slip of the number that the report gives of such things."""
    given: dict[tuple[str, int, str], Figure] = {}
    told_so: set[tuple[str, Decimal]] = set()
    for figure in ledger.figures:
        if figure.kind == "level" and figure.is_count and len(figure.digits) >= 4 and figure.claim.comparator == "eq":
            told_so.add((figure.unit, figure.value))
            digits = "".join(map(str, sorted(figure.digits)))
            given.setdefault((figure.unit, figure.value.adjusted(), digits), figure)
    wholes = {figure.claim.whole for figure in ledger.figures if figure.kind == "part"}
    for part in ledger.figures:
        whole = part.claim.whole
        if part.kind != "part" or whole is None or not part.is_count or (part.unit, whole) in told_so:
            continue
        shuffled = "".join(map(str, sorted(whole.normalize().as_tuple().digits)))
        told = given.get((part.unit, whole.adjusted(), shuffled))
        if (
            told is not None
            and told.value != whole
            and told.value not in wholes
            and _exchanged(str(told.value), str(whole))
        ):
            yield Check("repeat", (part, told), False, "warning", None, (), whole, told.interval, "wholes")


def _other_scales(ledger: Ledger) -> Iterator[Check]:
    """`giải ngân 712,4 tỷ đồng` here, `giải ngân 712,4 triệu đồng` there: money of the same four digits or more in another scale, told once each, whose clauses share a word."""
    told: dict[str, list[Figure]] = {}
    for figure in ledger.figures:
        plain = figure.cell is None and not figure.claim.per and figure.claim.comparator == "eq"
        if plain and figure.kind == "level" and figure.unit in _MONEY and len(figure.digits) >= _FOUR - 1:
            told.setdefault(figure.digits, []).append(figure)
    for figures in told.values():
        if len(figures) != 2 or figures[0].sentence == figures[1].sentence:
            continue
        small, large = sorted(figures, key=lambda f: f.value)
        one_time = small.period == large.period or None in (small.period, large.period) or _overlap(small, large)
        named = clause_of(ledger, small) & clause_of(ledger, large)
        if len(small.digits) < _FOUR:
            named = named if alike(small.key, large.key) else frozenset()
        if large.value / small.value in _OFF and one_time and named:
            yield Check.of("repeat", Same(small, large), "warning")


def _overlap(first: Figure, second: Figure) -> bool:
    """Does one's time lie within the other's?"""
    one, other = months_of(first.period), months_of(second.period)
    return one is not None and other is not None and max(one[0], other[0]) <= min(one[1], other[1])


def _denominators(ledger: Ledger) -> Iterator[Check]:
    """The number of communes, schools … stands under many parts: `9/17 xã`, `16/17 xã`. It holds where it is the same; another one is
    taken for a slip only where most agree and it is just beside."""
    by_noun: dict[str, list[Figure]] = {}
    for figure in ledger.figures:
        if figure.kind == "part" and figure.is_count and figure.claim.whole is not None:
            by_noun.setdefault(figure.unit, []).append(figure)
    for figures in by_noun.values():
        if len(figures) < 2:
            continue
        counts: dict[Decimal, list[Figure]] = {}
        for figure in figures:
            counts.setdefault(Decimal(figure.claim.whole or 0), []).append(figure)
        common, agreeing = max(counts.items(), key=lambda item: len(item[1]))
        for figure in agreeing[1:]:
            yield Check("repeat", (agreeing[0], figure), True)
        for whole, others in counts.items():
            if (
                whole != common
                and len(agreeing) >= 4
                and len(others) == 1
                and abs(whole - common) == 1
                and common >= 10
            ):
                reported, expected = whole, agreeing[0].interval.exactly(common)
                yield Check("repeat", (others[0], agreeing[0]), False, "info", None, (), reported, expected, "wholes")
