"""`parts_sum` of a total that the text tells and of parts that a table or a list gives without a total, in another place.

Formula: Σ parts = total. A total that leads in the list (`281 hộ nghèo, phân theo bản:`), or that the list's heading names (`Hộ nghèo cuối năm 2023 chia theo ấp:`), is held against it. One that
only bears a like name elsewhere is spoken of where it fits, or would with two digits the other way round. Two parts in one sentence are held against the figure that both name together
(`công nghiệp 5.702 tỷ đồng, xây dựng 2.829 tỷ đồng` and a row `Công nghiệp và xây dựng`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

from muctieu.audit.check import Check
from muctieu.audit.equation import Sum
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Grid, Ledger
from muctieu.audit.listings import Listing, head_above, listings
from muctieu.audit.names import Key, key_of, opposed
from muctieu.audit.times import months_of
from muctieu.audit.twice import are_swapped, said_twice

Digits = tuple[str, int, tuple[str, ...]]

_LEADS_IN = re.compile(
    r"\b(?:phân theo|chia (?:theo|ra)|chi tiết|như sau|theo từng|như (?:bảng|biểu)|(?:bảng|biểu) (?:dưới|sau|số|\d))"
)
_PARTED = re.compile(
    r"\b(?:theo(?: từng)?|từng) (?:thôn|ấp|bản|xã|xóm|khóm|khu|tổ|phường|huyện|đơn vị|địa bàn|nguồn|ngành|loại|lĩnh vực|chương trình|cấp|địa phương)\b"
)
_PARTS = re.compile(r"\s*\(?(?:(?:được )?(?:phân|chia|chi tiết|cụ thể|thống kê))?$")
_SOME = re.compile(r"\b(?:một (?:số|vài)|chủ yếu|tiêu biểu|điển hình|nổi bật|trong đó|cao nhất|lớn nhất)\b")
_LABEL = re.compile(r"^\W*(?:(?:biểu|bảng|phụ lục)(?: số)? ?\d*[.:]?\s*)?")
_NUMBERED = re.compile(r"\b(?:biểu|bảng|phụ lục)(?: số)? ?\d+")
_PLACE: Key = key_of("tỉnh huyện xã phường thị trấn thành phố địa phương nay quận")
_NEAR = Decimal("0.3")
_CLOSE = Decimal("0.1")
_MANY = 24
_LONG = 1000
_OVER_YEARS = re.compile(
    r"\b(?:giai đoạn|lũy kế|cộng dồn|(?:hai|ba|bốn|\d) năm|nửa nhiệm kỳ|từ (?:đầu )?(?:năm|nhiệm kỳ))\b"
)
_GIVEN = re.compile(r"\b(?:giao|kế hoạch|dự toán|bố trí|phân bổ)\b")
_JOINED = re.compile(r"([^\W\d_]+(?: [^\W\d_]+){0,3})(?: và | ?[-–+] ?|, )([^\W\d_]+(?: [^\W\d_]+){0,3})")
_CLAUSE = re.compile(r"[,;:(]|\. ")


def check(ledger: Ledger) -> Iterator[Check]:
    """Every list without a total, every figure of two names."""
    found = list(listings(ledger))
    told = _by_digits(ledger) if found else {}
    for listing in found:
        yield from _of_listing(ledger, listing, told)
    for grid in ledger.grids:
        yield from _of_total_row(ledger, grid)
    yield from _joined(ledger)


def _is_told(figure: Figure) -> bool:
    """Is it an amount that the text gives exactly?"""
    plain = figure.kind in ("level", "target") and figure.cell is None and figure.claim.comparator == "eq"
    return plain and not figure.claim.per and not figure.is_share and figure.value > 0


def _digits(unit: str, value: Decimal) -> Digits:
    """What a number and its like with two digits the other way round have in common."""
    noun = unit.strip("{}").split(" ")[0] if unit[:1] == "{" else unit
    digits = (str(digit) for digit in value.as_tuple().digits if digit)
    return noun, value.adjusted(), tuple(sorted(digits))


def _by_digits(ledger: Ledger) -> dict[Digits, list[Figure]]:
    """The amounts that the text tells."""
    told: dict[Digits, list[Figure]] = {}
    for figure in ledger.figures:
        if _is_told(figure):
            told.setdefault(_digits(figure.unit, figure.value), []).append(figure)
    return told


def _of_listing(ledger: Ledger, listing: Listing, told: dict[Digits, list[Figure]]) -> Iterator[Check]:
    """The totals that lead in a list, or that its heading names; else those that bear a like name."""
    made = sum((part.value for part in listing.parts), Decimal(0))
    alike = told.get(_digits(listing.noun, made), [])[:_MANY]
    named = [f for f in alike if _fits(listing, f) and _is_named(listing, f)]
    linked = [f for f in (*_leading_in(ledger, listing), *_headed(ledger, listing)) if _fits(listing, f)]
    linked = [f for f in linked if abs(f.value - made) <= _NEAR * f.value and listing.own <= f.key | key_of(f.unit)]
    for figure in (*linked, *named):
        if Sum(figure, *listing.parts).holds():
            yield _checked(figure, listing.parts)
            return
    if len({f.value for f in linked}) == 1:
        yield _checked(linked[0], listing.parts)
        return
    for figure in named:
        long = figure.value >= _LONG * figure.claim.resolution
        certain = long or (listing.months is not None and figure.key - _PLACE <= listing.name)
        if certain and _looks_slipped(figure, listing.parts):
            yield _checked(figure, listing.parts)
            return


def _of_total_row(ledger: Ledger, grid: Grid) -> Iterator[Check]:
    """`thu được 187,5 triệu đồng, đạt 95,7% kế hoạch. Kết quả từng thôn như sau:` against the total row of that table, where two digits have changed places."""
    row = grid.rows[-1] if grid.rows and grid.rows[-1].is_total else None
    if row is None:
        return
    for figure in _leading_in(
        ledger, Listing((), grid.table.start, head_above(ledger, grid.table.start), frozenset(), ""), further=True
    ):
        for cell in row.figures.values():
            if cell.kind == figure.kind and cell.measure == figure.measure and are_swapped(figure, cell):
                yield said_twice(figure, cell)


def _fits(listing: Listing, total: Figure) -> bool:
    """May it be the total: of the parts' measure, kind and time, larger than each?"""
    first = listing.parts[0]
    counts = total.counts_like(first) or (
        first.unit == "" and total.is_count and total.unit.startswith(listing.noun[:3])
    )
    one_kind = total.kind == first.kind or (first.kind == "target" and _GIVEN.search(total.before) is not None)
    if not one_kind or not counts or total.value <= max(f.value for f in listing.parts):
        return False
    if any(total is part for part in listing.parts):
        return False
    if listing.months is None:
        return None in (total.period, first.period) or str(total.period)[:4] == str(first.period)[:4]
    months, last = months_of(total.period), months_of(listing.parts[-1].period)
    if total.period is None:
        return _OVER_YEARS.search(total.before) is not None
    if months is None or last is None or months[0] != listing.months[0]:
        return False
    return last[0] <= months[1] <= listing.months[1]


def _is_named(listing: Listing, total: Figure) -> bool:
    """Do the words over the list, and of its column or row, name what the total is of?"""
    name = total.key - _PLACE
    if len(listing.own) > 1 and listing.own <= name:
        return not opposed(name, listing.name)
    return len(name) > 1 and 3 * len(name & listing.name) >= 2 * len(name) and not opposed(name, listing.name)


def _leading_in(ledger: Ledger, listing: Listing, *, further: bool = False) -> Iterator[Figure]:
    """The totals of the paragraph right above the list, or above its heading, which says that the list follows: in its sentence, or `further` in one behind it."""
    line = ledger.text.rfind("\n", 0, max(0, listing.start - 1)) + 1
    numbered = _NUMBERED.search(listing.head)
    for start in (line, ledger.text.rfind("\n", 0, max(0, line - 1)) + 1):
        for figure in ledger.between(start, listing.start):
            end = ledger.text.find("\n", figure.claim.end)
            close = figure.claim.sentence.end
            if further and close < end and not any(letter.isdigit() for letter in ledger.lower[close:end]):
                close = end  # `… đạt 95,7% kế hoạch. Kết quả từng thôn như sau:`
            rest = ledger.lower[figure.claim.end : close].rstrip()
            words = ledger.words(figure.claim.sentence.start, figure.claim.start)
            shown = (
                numbered is not None and f"{numbered[0]})" in words
            )  # `Các cụm công nghiệp (Bảng 1) thu hút được 35 dự án`
            leads = (rest.endswith(":") or _LEADS_IN.search(rest) or shown) and not _SOME.search(rest)
            if _is_told(figure) and end < listing.start and leads:
                yield figure


def _headed(ledger: Ledger, listing: Listing) -> Iterator[Figure]:
    """The totals of the name that stands in the heading before `chia theo ấp`; of counts those too whose sentence says that name."""
    parted = _PARTED.search(listing.head)
    if parted is None or _SOME.search(listing.head):
        return
    line = listing.head[: parted.start()].rpartition("\n")[2].rpartition(". ")[2]
    words = _LABEL.sub("", _PARTS.sub("", line.rstrip()))
    name = key_of(words)
    ends = "cuối" in words
    counted = ledger.by_unit.get(listing.noun, [])[: 2 * _MANY] if listing.noun[:1] == "{" else []
    for figure in (*ledger.by_name.get(name, [])[:_MANY], *counted):
        if not _is_told(figure) or figure.period is None or (ends and "đầu" in figure.before):
            continue
        sentence = ledger.lower[figure.claim.sentence.start : figure.claim.end]
        if figure.key - _PLACE == name or (len(name) > 1 and name <= key_of(sentence)):
            yield figure


def _looks_slipped(total: Figure, parts: Sequence[Figure]) -> bool:
    """Would two neighbouring digits of the total the other way round make the sum exact?"""
    return Sum(total, *parts).slip() == "swapped"


def _joined(ledger: Ledger) -> Iterator[Check]:
    """`Công nghiệp và xây dựng 8.531` and, elsewhere, both of them: one after the other in a sentence, or in two rows of a table."""
    wholes: dict[tuple[object, str | None], list[tuple[Figure, str, str]]] = {}
    for figure in ledger.figures:
        told = figure.kind == "level" and not figure.is_share and not figure.claim.per
        names = _two_names(figure.claim.indicator) if told else None
        if names is not None:
            wholes.setdefault((figure.unit, figure.period), []).append((figure, *names))
            if figure.cell is None:
                yield from _in_rows(ledger, figure, *names)
    for sentence in ledger.sentences if wholes else ():
        plain = [f for f in sentence.figures if _is_told(f)]
        for first, second in pairwise(plain):
            for whole, one, other in wholes.get((first.unit, first.period), [])[:_MANY]:
                parts = first.unit == second.unit and first.period == second.period and first.depth == second.depth
                if parts and _says(first, one) and _says(second, other) and whole not in sentence.figures:
                    yield from _judged(whole, [first, second])


@cache
def _two_names(indicator: str) -> tuple[str, str] | None:
    """The two names that one joins: `Công nghiệp và xây dựng`."""
    names = _JOINED.fullmatch(indicator.strip().lower())
    return (names[1], names[2]) if names is not None else None


def _in_rows(ledger: Ledger, whole: Figure, one: str, other: str) -> Iterator[Check]:
    """`Đàn trâu, bò 9.460 con` against the rows `Đàn trâu` and `Đàn bò` of one column."""
    names = (key_of(other), key_of(f"{one.split()[0]} {other}"))
    seconds = [f for name in names for f in ledger.by_name.get(name, [])[:_MANY]]
    for first in ledger.by_name.get(key_of(one), [])[:_MANY]:
        for second in seconds:
            rows = first.cell is not None and second.cell is not None and first.column == second.column
            alike = all(
                f.kind == "level" and f.unit == whole.unit and f.period == whole.period for f in (first, second)
            )
            if rows and alike and first is not second:
                yield from _judged(whole, [first, second])
                return


def _says(figure: Figure, name: str) -> bool:
    """Does the clause before the figure, and no other name, say these words?"""
    return re.search(rf"\b{name}\b", _CLAUSE.split(figure.before)[-1]) is not None


def _judged(whole: Figure, parts: list[Figure]) -> Iterator[Check]:
    """The sum of two parts; a slip of one digit, or of two the other way round."""
    expected = Sum(whole, *parts)
    gap = abs(whole.value - sum(part.value for part in parts))
    near = gap <= _CLOSE * whole.value
    if expected.holds() or (near and any(expected.slip(at) in ("swapped", "digit") for at in range(len(parts) + 1))):
        yield _checked(whole, parts)


def _checked(total: Figure, parts: Sequence[Figure]) -> Check:
    """The check of a total and its parts."""
    return Check.of("parts_sum", Sum(total, *parts), "warning")
