"""`parts_sum` in tables: total rows against the rows under them, rows of kinds (`-`) against the row above, total columns.

Formula: Σ rows = total row, down each column; Σ columns = total column, along each row. Which rows make a total is told by the list numbers
(`I`, `1`, `-`); where it is not certain, the column is held against the others: a set of rows that makes the total elsewhere must here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from muctieu.audit.check import Check
from muctieu.audit.equation import Sum
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Grid, Ledger, Row
from muctieu.audit.times import months_of
from muctieu.text.lexicon import lexicon, words_pattern

_ROMAN = re.compile(r"[ivx]+")
_NUMBER = re.compile(r"\d+")
_LETTER = re.compile(r"[a-hđk-u]")
_BELOW = re.compile(r"\d+(?:\.\d+)+")
_DASH = re.compile(r"[-+*•–]")
_TOTAL_HEADS = ("tổng", "cộng", "cả giai đoạn", "cả nhiệm kỳ", "toàn giai đoạn", "lũy kế", "cộng dồn")
_BARE_TOTAL = re.compile(r"(?:tổng|cộng)(?: cộng| số| chung)?|toàn \w+(?: \w+)?")
_MOVES = re.compile(r"tăng|giảm|chênh|so với|so sánh")
_NEAR = Decimal("0.3")
_WIDEST = 12
_SURE = 3


@cache
def _total_row() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = lexicon("audit")["parts"]
    return re.compile(rf"{words_pattern(words['total_row'])}\b"), re.compile(words_pattern(words["among_row"]))


def check(ledger: Ledger) -> Iterator[Check]:
    """Every total row, every row with its kinds, every total column."""
    for grid in ledger.grids:
        if len(grid.rows) >= 2:
            yield from _total_rows(grid)
            yield from _kinds(grid)
            yield from _total_columns(grid)
            yield from _periods(grid)


def _level(row: Row) -> int:
    """How deep a row stands: 0 for `I` or a name alone, 1 for a number, 2 for a dash."""
    if _DASH.fullmatch(row.mark) or row.label[:1] in "-+*•–":
        return 3
    if _ROMAN.fullmatch(row.mark):
        return 0
    if _NUMBER.fullmatch(row.mark):
        return 1
    if _BELOW.fullmatch(row.mark):
        return 2
    return 2 if row.mark else 1


def _total_rows(grid: Grid) -> Iterator[Check]:
    """A row `Tổng cộng` against the rows it may be the total of."""
    for at, total in enumerate(grid.rows):
        if not total.figures or not _is_total(total):
            continue
        ends = _is_total if _BARE_TOTAL.fullmatch(total.label) else _is_called_total
        rows = grid.rows[:at] if at and not any(map(ends, grid.rows[:at])) else grid.rows[at + 1 :]
        if at and at == len(grid.rows) - 1:
            previous = max((i for i in range(at) if ends(grid.rows[i])), default=-1)
            rows = grid.rows[previous + 1 : at]
        stop = next((i for i, row in enumerate(rows) if _is_total(row)), len(rows))
        rows = [row for row in rows[:stop] if row.figures]
        yield from _columns(total, _choices(rows), certain=True)


def _is_total(row: Row) -> bool:
    """Is it a total row by its name?"""
    match = _total_row()[0].match(row.label)
    return match is not None and (len(row.label) - match.end() <= 14 or match[0] in ("tổng cộng", "toàn tỉnh"))


def _is_called_total(row: Row) -> bool:
    """Does its name begin like a total's, however long it is? (`Tổng thu ngân sách nhà nước trên địa bàn` ends where `Tổng chi` begins)"""
    return row.label.startswith(("tổng ", "cộng"))


def _choices(rows: list[Row]) -> list[list[Row]]:
    """The sets of rows that may make the total: the outermost ones first, then all that are no kinds of another."""
    choices: list[list[Row]] = []
    among = _total_row()[1]
    for level in sorted({_level(row) for row in rows}):
        outer = [row for row in rows if _level(row) <= level and not among.match(row.label)]
        only = [row for row in rows if _level(row) == level and not among.match(row.label)]
        for choice in (only, outer):
            if len(choice) >= 2 and choice not in choices:
                choices.append(choice)
    return choices


def _kinds(grid: Grid) -> Iterator[Check]:
    """A row and the dashed rows right under it."""
    at = 0
    while at < len(grid.rows) - 1:
        parent = grid.rows[at]
        under = at + 1
        while under < len(grid.rows) and _level(grid.rows[under]) == 3 and _level(parent) < 3:
            under += 1
        children = [row for row in grid.rows[at + 1 : under] if row.figures]
        if len(children) >= 2 and parent.figures:
            yield from _columns(parent, [children], certain=False)
        if _NUMBER.fullmatch(parent.mark):
            below = [
                row
                for row in grid.rows[at + 1 :]
                if row.mark.startswith(f"{parent.mark}.") and row.mark.count(".") == 1
            ]
            if len(below) >= 2 and all(row.figures for row in below) and parent.figures:
                yield from _columns(parent, [below], certain=False)
        if _NUMBER.fullmatch(parent.mark) and parent.figures:
            lettered = _lettered(grid, at)
            if len(lettered) >= 2:
                yield from _columns(parent, [lettered], certain=False)
        first = not at and not parent.mark and all(_NUMBER.fullmatch(row.mark) for row in grid.rows[1:])
        over_numbers = _LETTER.fullmatch(parent.mark) and at + 1 < len(grid.rows) and grid.rows[at + 1].mark == "1"
        named = not parent.mark and parent.label.startswith("tổng")
        if (_level(parent) == 0 and parent.mark) or named or first or over_numbers:
            yield from _numbered(grid, at)
        if (_LETTER.fullmatch(parent.mark) or named) and parent.figures:
            romans = _romans(grid, at)
            if len(romans) >= 2:
                yield from _columns(parent, [romans], certain=False)
        at = max(under, at + 1)


def _lettered(grid: Grid, at: int) -> list[Row]:
    """The rows `a`, `b`, … under a row `1`, dashed ones between them left out."""
    rows: list[Row] = []
    for row in grid.rows[at + 1 :]:
        if _level(row) < 2 or _BELOW.fullmatch(row.mark):
            break
        if _LETTER.fullmatch(row.mark) and row.figures:
            rows.append(row)
    return rows


def _romans(grid: Grid, at: int) -> list[Row]:
    """The rows `I`, `II`, … under a row `A`, to the next letter; those without a number between them left out."""
    rows: list[Row] = []
    for row in grid.rows[at + 1 :]:
        if _ROMAN.fullmatch(row.mark):
            rows.append(row)
        elif row.mark and _LETTER.fullmatch(row.mark):
            break
    return rows if rows and all(row.figures for row in rows) and rows[0].mark == "i" else []


def _numbered(grid: Grid, at: int) -> Iterator[Check]:
    """A row `I`, or one without a number that is called a total, and the rows `1`, `2`, … under it."""
    children: list[Row] = []
    for row in grid.rows[at + 1 :]:
        unmarked = not row.mark and not grid.rows[at].mark and _level(row) < 3
        if _level(row) == 0 or _is_total(row) or unmarked or _LETTER.fullmatch(row.mark):
            break
        if _level(row) == 1 and row.mark and row.figures:
            children.append(row)
    if len(children) >= 2 and grid.rows[at].figures:
        yield from _columns(grid.rows[at], [children], certain=False)


def _columns(total: Row, choices: list[list[Row]], *, certain: bool) -> Iterator[Check]:
    """One total down all its columns: the set of rows that holds most often is the one that every column is held against."""
    best: tuple[int, list[Check]] | None = None
    for rows in choices:
        checks = [found for column in total.figures if (found := _column(total, rows, column)) is not None]
        held = sum(1 for found in checks if found.holds)
        if checks and (best is None or held > best[0]):
            best = (held, checks)
    if best is None:
        return
    held, checks = best
    for found in checks:
        if found.holds:
            yield found
        elif held or (certain and _close(found)):
            found.severity = "error" if held else "warning"
            yield found


def _close(found: Check) -> bool:
    """Is what the parts make near enough to the total for a slip to be likelier than rows that are no parts?"""
    total = found.figures[0].value
    made = sum((figure.value for figure in found.figures[1:]), Decimal(0))
    return total > 0 and abs(made - total) <= total * _NEAR


def _column(total: Row, rows: Sequence[Row], column: int) -> Check | None:
    """One column of a total, where all its parts are given and add up by their nature."""
    whole = total.figures[column]
    parts = [row.figures.get(column) for row in rows]
    figures = [figure for figure in parts if figure is not None]
    if len(figures) < 2 or len(figures) < len(parts) - 1 or whole.is_share or not _adds(whole):
        return None
    if any(figure.measure[0] != whole.measure[0] and not (figure.is_count and whole.is_count) for figure in figures):
        return None
    values = [figure.value for figure in figures]
    if min(values) < whole.value < max(values):
        return None  # an average, or rows that are no parts
    found = Check.of("parts_sum", Sum(whole, *figures), "error")
    found.reported = whole.value
    return found if found.holds or len(figures) == len(parts) else None


def _adds(figure: Figure) -> bool:
    """Do figures of its kind add up? Rates and growths do not."""
    return figure.kind in ("level", "target") and not figure.claim.per


def _total_columns(grid: Grid) -> Iterator[Check]:
    """A column against the columns beside it: one whose head says that it is a total where that holds for most rows, another where it holds for all rows but one."""
    for column, head in grid.heads.items():
        after = [at for at in sorted(grid.heads) if at > column]
        before = [at for at in sorted(grid.heads, reverse=True) if at < column]
        best: list[Check] = []
        for side in (after, before):
            for count in range(min(len(side), _WIDEST), 1, -1):
                checks = [found for row in grid.rows if (found := _along(row, column, side[:count])) is not None]
                if sum(found.holds for found in checks) > sum(found.holds for found in best):
                    best = checks
        held = sum(found.holds for found in best)
        told = head.startswith(_TOTAL_HEADS)
        moves = any(_MOVES.search(figure.head) for found in best for figure in found.figures)
        if (told and held * 2 > len(best)) or (held >= _SURE and held >= len(best) - 1 and not moves):
            yield from best


def _along(row: Row, column: int, columns: Sequence[int]) -> Check | None:
    """One row: the total against the columns beside it that are of its measure, two at least."""
    whole = row.figures.get(column)
    if whole is None or whole.is_share or whole.kind not in ("level", "target"):
        return None
    beside = [figure for at in columns if (figure := row.figures.get(at)) is not None and not figure.is_share]
    parts = [figure for figure in beside if figure.measure == whole.measure and figure.kind in ("level", "target")]
    return Check.of("parts_sum", Sum(whole, *parts), "error") if len(parts) >= 2 and len(parts) == len(beside) else None


def _periods(grid: Grid) -> Iterator[Check]:
    """A column of a longer period against those of the shorter ones that make it up: quý I + quý II = 6 tháng."""
    by_total: dict[int, list[Check]] = {}
    for row in grid.rows:
        figures = [f for f in row.figures.values() if _adds(f) and f.kind == "level" and not f.is_share]
        dated = [(span, f) for f in figures if (span := months_of(f.period)) is not None]
        spans = sorted(dated, key=lambda pair: pair[0])
        for span, whole in spans:
            parts = _tiles(span, [(s, f) for s, f in spans if f is not whole and f.measure == whole.measure])
            values = [part.value for part in parts]
            if len(parts) >= 2 and not min(values) < whole.value < max(values):
                by_total.setdefault(whole.column, []).append(Check.of("parts_sum", Sum(whole, *parts), "error"))
    for checks in by_total.values():
        held = sum(1 for found in checks if found.holds)
        if held * 2 >= len(checks) and held:
            yield from checks


def _tiles(whole: tuple[int, int], spans: list[tuple[tuple[int, int], Figure]]) -> list[Figure]:
    """The figures whose periods follow one another and fill the whole, or none."""
    parts: list[Figure] = []
    at = whole[0]
    for (start, end), figure in spans:
        if start == at and end <= whole[1] and (start, end) != whole:
            parts.append(figure)
            at = end + 1
    return parts if at == whole[1] + 1 else []
