"""`tally` of a table's verdicts: a count of targets against the rows that are judged so.

Formula: a count = the rows with its verdict. Where the report has more targets than the table has rows, the others stand elsewhere: then only more rows than the count says contradict it, unless
the words speak of the table itself (`riêng Bảng 1 có 03 chỉ tiêu vượt`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from muctieu.audit.check import Check
from muctieu.audit.counts import BOTH, all_of, counts_of, table_named
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Grid, Ledger, plain
from muctieu.audit.names import folded
from muctieu.audit.verdict import verdict_in
from muctieu.values.interval import Interval
from muctieu.values.span import Span

_NUMBER = re.compile(r"\b(?:bảng|biểu|phụ lục)(?: số)?\s?(\d{1,2})\b")
_FEWEST = 3
_LINES_ABOVE = 3
_LONGEST = 40
_FAR = 2


def check(ledger: Ledger) -> Iterator[Check]:
    """Every count of a verdict against every table that has it."""
    counts = [f for f in ledger.once(counts_of) if f.kind in ("level", "target")]
    for grid in ledger.grids:
        verdicts, judged = _verdicts(ledger, grid)
        listed = sum(len(spans) for spans in verdicts.values())
        if listed < _FEWEST:
            continue
        number = _number(ledger, grid)
        for figure in [*counts, *_of_rows(ledger, grid)]:
            rows = _rows_for(ledger, figure, verdicts, judged)
            named = table_named(ledger, figure)
            if rows is None or (named and number and named != number):
                continue
            found = _held_against(
                figure, rows, whole=named is not None or all_of(ledger.once(counts_of), figure.unit) <= listed
            )
            if found is not None:
                yield found


def _of_rows(ledger: Ledger, grid: Grid) -> list[Figure]:
    """`4/5 xã đạt chuẩn`, where the table has the five communes: counts of what its rows are, out of as many."""
    rows = [row for row in grid.rows if row.label and not row.label.startswith(("tổng", "cộng"))]
    nouns = {head.split(" ")[-1] for head in grid.heads.values()} | {head.split(" ")[0] for head in grid.heads.values()}
    parts = [f for f in ledger.figures if f.kind == "part" and f.is_count and f.claim.whole == len(rows)]
    return [f for f in parts if f.cell is None and f.unit[1:-1].split(",")[0] in nouns]


def _verdicts(ledger: Ledger, grid: Grid) -> tuple[dict[str, list[Span]], dict[str, list[Span]]]:
    """The cells that judge their row, by their words and by what they mean."""
    verdicts: dict[str, list[Span]] = {}
    judged: dict[str, list[Span]] = {}
    for row in grid.rows:
        last = max(row.figures, default=None)
        for cell in row.cells if last is not None else ():
            words = ledger.lower[cell.start : cell.end].strip()
            verdict = verdict_in(words) if cell.column > (last or 0) and 2 < len(words) <= _LONGEST else None
            if verdict is not None:
                judged.setdefault(verdict.judgement, []).append(Span(cell.start, cell.end))
                verdicts.setdefault(plain(words), []).append(Span(cell.start, cell.end))
                break
    return verdicts, judged


def _rows_for(
    ledger: Ledger, figure: Figure, verdicts: dict[str, list[Span]], judged: dict[str, list[Span]]
) -> list[Span] | None:
    """The rows that a count speaks of: `đạt và vượt` those met and those exceeded, `chưa đạt` all that are missed, else those with its very words."""
    after = ledger.after(figure, 60)
    phrase = folded(after)
    said = max((words for words in verdicts if re.search(rf"\b{re.escape(words)}\b", phrase)), key=len, default=None)
    if said is None or not 0 <= phrase.find(said) <= 30:
        return None
    if BOTH.match(after):
        return judged.get("met", []) + judged.get("exceeded", [])
    verdict = verdict_in(after)
    if verdict is not None and verdicts[said][0] not in judged.get(verdict.judgement, []):
        return judged.get(verdict.judgement, [])
    return verdicts[said]


def _held_against(figure: Figure, rows: list[Span], *, whole: bool) -> Check | None:
    """The check of a count against its rows; of a table that has but some of the targets, only where it has too many."""
    fits = figure.value == len(rows)
    if not fits and abs(figure.value - len(rows)) > max(_FAR, len(rows) // 2):
        return None
    if not fits and not whole and figure.value > len(rows):
        return None
    expected = Interval.exactly(len(rows))
    return Check("tally", (figure,), fits, "error", None, tuple(rows), figure.value, expected, "tally_table")


def _number(ledger: Ledger, grid: Grid) -> str | None:
    """The number in the lines right above the table."""
    start = grid.table.start
    for _ in range(_LINES_ABOVE):
        start = ledger.text.rfind("\n", 0, max(0, start - 1)) + 1
    numbers = _NUMBER.findall(ledger.lower, start, grid.table.start)
    return numbers[-1] if numbers else None
