"""`tally` of rows beyond a mark: `Có 02 xã không hoàn thành dự toán thu`, `06 xã, thị trấn có tỷ lệ tiêm chủng từ 95% trở lên`, `07 sản phẩm có sản lượng cao hơn cùng kỳ`, against the column of the table above or below.

Formula: a count = the rows whose share lies beyond the mark that the sentence names (`trên`, `dưới`, `từ … trở lên`), whose rate of attainment lies below 100 %, at it or beyond, or whose rate against the year before lies above 100 %
(a growth above 0) or below. Of shares the column is the one whose head has most of the sentence's words; the rows must be of what is counted. A count that is further off than two, or a table that stands far from the sentence, says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from muctieu.audit.check import Check
from muctieu.audit.counts import BOTH
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
_AND_MORE = re.compile(r"(?:,| và) (?:thành phố|thị trấn|thị xã|phường|xã|huyện)\b")
_MOVED = re.compile(r"^(?: \w+){0,8}? (?:(?P<up>cao hơn|tăng|nhiều hơn)|thấp hơn|giảm|ít hơn)\b(?P<since>[^,;.]*)")
_CLAUSE_END = re.compile(r"[;.](?!\d)|\n")
_SINCE = re.compile(r"\bcùng kỳ\b|\bnăm (?:trước|\d{4})\b")
_OF_TABLE = re.compile(r"\b(?:bảng|biểu)(?: số)? ?\d|\b(?:bảng|biểu) trên\b|\bnêu trên\b|\btrong số liệu\b")
_HUNDRED = Decimal(100)
_FAR, _FEWEST, _ROOM, _MOST = 1500, 4, 2, 40

Test = Callable[[Decimal], bool]
_JUDGED: dict[Judgement, Test] = {"missed": _HUNDRED.__gt__, "exceeded": _HUNDRED.__lt__, "met": _HUNDRED.__le__}
"""What a rate of attainment must be for a judgement."""


def check(ledger: Ledger) -> Iterator[Check]:
    """Every count of a sentence after a table."""
    for grid in ledger.grids:
        rows = [row for row in grid.rows if row.label and row.figures and (row.mark[:1].isdigit() or not row.is_total)]
        if not _FEWEST <= len(rows) <= _MOST:
            continue
        start, end = grid.table.start, grid.table.end
        near = [*ledger.between(max(0, start - _FAR), start), *ledger.between(end, end + _FAR)]
        # `05 chủ đầu tư có tỷ lệ giải ngân dưới 60%`, wherever it stands: of the only table whose rows are those
        named = [
            f
            for head in grid.heads.values()
            if " " in head and head != "chỉ tiêu"
            for f in ledger.by_unit.get(f"{{{head}}}", ())
        ]
        for figure in {f.order: f for f in (*near, *named)}.values():
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
    told = (
        _by_mark(ledger, sentence, figure, grid, rows)
        or _by_plan(ledger, sentence, figure, rows)
        or _by_change(ledger, sentence, figure, grid, rows)
    )
    if not told:
        return None
    count = len(told)
    if abs(figure.value - count) > _ROOM:
        return None
    spans = tuple(Span(cell.claim.start, cell.claim.end) for cell in _cells(rows, told[0].column))
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
    clause = next((at.start() for at in _CLAUSE_END.finditer(ledger.lower, figure.claim.end)), sentence.end)
    marks = [f for f in sentence.figures if f is not figure and f.is_share and f.cell is None]
    beside = [f for f in marks if figure.claim.end < f.claim.start < clause]
    if len(beside or marks) != 1:
        return None
    mark = (beside or marks)[0]
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
        cells = _cells(rows, column)
        shares = bool(cells) and all(cell.unit == "%" for cell in cells)
        if shares and (common := len(key_of(head) & words)):
            found.append((common, cells))
        elif shares and words & key_of(" ".join(grid.heads.values())):
            found.append((0, cells))
    best = max((common for common, _ in found), default=0)
    told = [cells for common, cells in found if common == best]
    return told[0] if len(told) == 1 else None


def _by_plan(ledger: Ledger, sentence: Sentence, figure: Figure, rows: Sequence[Row]) -> list[Figure] | None:
    """The cells of the only column of rates whose rows are judged as the words after the count say (`không hoàn thành dự toán thu`, `7/8 chỉ tiêu trong Bảng 1 đạt và vượt`)."""
    after = _after(ledger, figure, 80)
    words = re.split("[;.(]" if BOTH.match(after) else "[,;.(]", after)[0]
    told = verdict_in(words)
    columns = {f.column for row in rows for f in row.figures.values() if f.kind == "attainment"}
    if told is None or len(columns) != 1 or len(sentence.figures) > _FEWEST:
        return None
    if any(f.unit == figure.unit and f.is_count and f.value > len(rows) for f in sentence.figures):
        return None
    judged = words.startswith(tuple(f" {plan}" for plan in PLANS), told.end)
    if not judged and not _tells_of_rows(ledger, sentence, figure, rows):
        return None
    test = _JUDGED.get("met" if BOTH.match(words) else told.judgement)
    cells = _cells(rows, next(iter(columns)))
    return [cell for cell in cells if test(cell.value)] if test is not None and cells else None


def _by_change(
    ledger: Ledger, sentence: Sentence, figure: Figure, grid: Grid, rows: Sequence[Row]
) -> list[Figure] | None:
    """The cells of the only column of changes since the year before that rose, or fell, as the words after the count say. (`03 sản phẩm có sản lượng thấp hơn cùng kỳ`)"""
    told = _MOVED.match(_after(ledger, figure, 120))
    if told is None or not (_SINCE.search(told["since"]) or _tells_of_rows(ledger, sentence, figure, rows)):
        return None
    moved = ("multiple", "growth")
    columns = {f.column for row in rows for f in row.figures.values() if f.kind in moved and f.unit == "%"}
    since = {column for column in columns if _SINCE.search(grid.heads.get(column, ""))} if len(columns) > 1 else columns
    cells = _cells(rows, next(iter(since))) if len(since) == 1 else []
    risen = [cell for cell in cells if cell.value > (_HUNDRED if cell.kind == "multiple" else 0)]
    fallen = [cell for cell in cells if cell.value < (_HUNDRED if cell.kind == "multiple" else 0)]
    return (risen if told["up"] else fallen) if cells else None


def _after(ledger: Ledger, figure: Figure, limit: int) -> str:
    """The words behind the count and all that it counts. (`7/9 huyện, thị xã, thành phố vượt`)"""
    after = ledger.after(figure, limit)
    more = _AND_MORE.match(after)
    return after[more.end() :] if more is not None else after


def _tells_of_rows(ledger: Ledger, sentence: Sentence, figure: Figure, rows: Sequence[Row]) -> bool:
    """Does the sentence speak of the table's rows: out of as many, or naming the table?"""
    return figure.claim.whole == len(rows) or _OF_TABLE.search(ledger.lower, sentence.start, sentence.end) is not None


def _cells(rows: Sequence[Row], column: int) -> list[Figure]:
    """The column's cells where every row has one; none elsewhere."""
    cells = [cell for row in rows if (cell := row.figures.get(column)) is not None]
    return cells if len(cells) == len(rows) else []
