"""`tally` of rows beyond a mark: `Có 02 xã không hoàn thành dự toán thu`, `06 xã, thị trấn có tỷ lệ tiêm chủng từ 95% trở lên`, against the column of the table above.

Formula: a count = the rows whose share lies beyond the mark that the sentence names (`trên`, `dưới`, `từ … trở lên`), or whose rate of attainment lies below 100 %, at it or beyond. Of shares the column is the one whose head has most of
the sentence's words; the rows must be of what is counted. A count that is further off than two, or a table that stands far from the sentence, says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from muctieu.audit.check import Check
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Grid, Ledger, Row, Sentence
from muctieu.audit.names import key_of
from muctieu.audit.verdict import PLANS, Judgement, verdict_in
from muctieu.values.interval import Interval
from muctieu.values.span import Span

_OVER = re.compile(r"\b(?:trên|vượt|hơn|cao hơn|quá)(?: mức| mốc)?\s*$")
_UNDER = re.compile(r"\b(?:dưới|chưa đến|chưa đạt|thấp hơn|kém)(?: mức| mốc)?\s*$")
_FROM = re.compile(r"\b(?:từ|ít nhất|không dưới|tối thiểu|đạt từ|mốc)(?: [^\W\d]+){0,4}\s*$")
_UPWARD = re.compile(r"\s*(?:trở lên|trở đi|thì)\b")
_HUNDRED = Decimal(100)
_FAR, _FEWEST, _ROOM, _MOST = 1500, 4, 2, 40

Test = Callable[[Decimal], bool]
_JUDGED: dict[Judgement, Test] = {"missed": _HUNDRED.__gt__, "exceeded": _HUNDRED.__lt__, "met": _HUNDRED.__le__}
"""What a rate of attainment must be for a judgement."""


def check(ledger: Ledger) -> Iterator[Check]:
    """Every count of a sentence after a table."""
    for grid in ledger.grids:
        rows = [row for row in grid.rows if row.label and row.figures and not row.is_total]
        if not _FEWEST <= len(rows) <= _MOST:
            continue
        for figure in ledger.between(grid.table.end, grid.table.end + _FAR):
            plain = figure.cell is None and figure.is_count and figure.kind in ("level", "part")
            if not plain or figure.sentence < 0 or not _is_of_rows(figure, grid, rows):
                continue
            found = _of_count(ledger, figure, grid, rows)
            if found is not None:
                yield found


def _is_of_rows(figure: Figure, grid: Grid, rows: Sequence[Row]) -> bool:
    """Does it count what the rows are: by their head or their labels?"""
    nouns = [noun.strip() for noun in figure.unit[1:-1].split(",")]
    heads = " ".join(grid.heads.values())
    named = any(noun and re.search(rf"\b{re.escape(noun)}\b", heads) for noun in nouns)
    return named or sum(row.label.startswith(tuple(nouns)) for row in rows) * 2 >= len(rows)


def _of_count(ledger: Ledger, figure: Figure, grid: Grid, rows: Sequence[Row]) -> Check | None:
    """The count against the rows that its sentence means."""
    if figure.kind == "part" and figure.claim.whole != len(rows):
        return None
    sentence = ledger.sentences[figure.sentence]
    told = _by_mark(ledger, sentence, figure, grid, rows) or _by_plan(ledger, sentence, figure, rows)
    if told is None:
        return None
    count = len(told)
    if abs(figure.value - count) > _ROOM:
        return None
    spans = tuple(Span(cell.claim.start, cell.claim.end) for cell in told)
    expected = Interval.exactly(count)
    return Check(
        "tally",
        (figure,),
        figure.value == count,
        "warning",
        None,
        spans,
        figure.value,
        expected,
        "tally_table",
        weak=True,
    )


def _by_mark(
    ledger: Ledger, sentence: Sentence, figure: Figure, grid: Grid, rows: Sequence[Row]
) -> list[Figure] | None:
    """The cells beyond the share that the sentence names."""
    marks = [f for f in sentence.figures if f is not figure and f.is_share and f.cell is None]
    if len(marks) != 1:
        return None
    mark = marks[0]
    test = _test(ledger, mark)
    cells = _column(ledger, sentence, grid, rows) if test is not None else None
    return [cell for cell in cells if test(cell.value)] if cells is not None and test is not None else None


def _test(ledger: Ledger, mark: Figure) -> Test | None:
    """What the words around the mark ask of a share."""
    value = mark.value
    if _UNDER.search(mark.before):
        return lambda share: share < value
    if _UPWARD.match(ledger.after(mark, 20)) and (_FROM.search(mark.before) or mark.claim.comparator == "ge"):
        return lambda share: share >= value
    if _OVER.search(mark.before):
        return lambda share: share > value
    return None


def _column(ledger: Ledger, sentence: Sentence, grid: Grid, rows: Sequence[Row]) -> list[Figure] | None:
    """The column of shares whose head has most of the sentence's words; none where two have as many."""
    words = key_of(ledger.words(sentence.start, sentence.end))
    found: list[tuple[int, list[Figure]]] = []
    for column, head in grid.heads.items():
        cells = [cell for row in rows if (cell := row.figures.get(column)) is not None]
        shares = len(cells) == len(rows) and all(cell.unit == "%" for cell in cells)
        if shares and (common := len(key_of(head) & words)):
            found.append((common, cells))
    best = max((common for common, _ in found), default=0)
    told = [cells for common, cells in found if common == best]
    return told[0] if len(told) == 1 else None


def _by_plan(ledger: Ledger, sentence: Sentence, figure: Figure, rows: Sequence[Row]) -> list[Figure] | None:
    """The cells of the only column of rates whose rows are judged as the words after the count say (`không hoàn thành dự toán thu`)."""
    words = re.split("[,;.(]", ledger.after(figure, 80))[0]
    told = verdict_in(words)
    columns = {f.column for row in rows for f in row.figures.values() if f.kind == "attainment"}
    if told is None or not words.startswith(tuple(f" {plan}" for plan in PLANS), told.end) or len(columns) != 1:
        return None
    cells = [cell for row in rows if (cell := row.figures.get(next(iter(columns)))) is not None]
    if len(cells) != len(rows) or len(sentence.figures) > _FEWEST:
        return None
    test = _JUDGED.get(told.judgement)
    return [cell for cell in cells if test(cell.value)] if test is not None else None
