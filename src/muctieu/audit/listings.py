"""The lists of amounts that a report gives without their total: columns of tables, rows over years, lines of one figure each. Takes the ledger, gives each list with its heading.

`Biểu 3. Vốn đầu tư công theo nguồn` and three rows; `Hộ nghèo chia theo ấp:` and seven lines; three columns of years in a row. Nothing here adds anything up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Grid, Ledger, Row
from muctieu.audit.names import Key, key_of
from muctieu.audit.times import months_of

_BELOW = re.compile(r"[-+*•–]|(?:trong đó|tr\.đó)\b")
_LINE = re.compile(r"\s*(?:[-+*•–]\s*)?[^\W\d_][^\d\n]{1,40}?[\s.…:_–-]*[\d.,]+\s*\S{0,12}(?: \S{1,12})?[\s.;,]*")
_LONGEST_HEAD = 160
_WIDEST = 8
_LONGEST_LINE = 80
_FEWEST_LINES = 3


@dataclass(frozen=True, slots=True)
class Listing:
    """Amounts of one measure that may make a whole: where they begin, the line above them, the words that name them, the months that they fill (of those that are spread over years).

    `noun` is their unit, or what their column counts where no unit is given; `own` the name of their row, or of their column where others beside it are like it.
    """

    parts: tuple[Figure, ...]
    start: int
    head: str
    name: Key
    noun: str
    months: tuple[int, int] | None = None
    own: Key = frozenset()


def listings(ledger: Ledger) -> Iterator[Listing]:
    """Every such list, those of tables first."""
    for grid in ledger.grids:
        yield from _of_table(ledger, grid)
    yield from _of_lines(ledger)


def head_above(ledger: Ledger, start: int) -> str:
    """The line or two right above a place, where they are short: the title of a table, and the unit in parentheses under it."""
    lines = ledger.lower[max(0, start - 2 * _LONGEST_HEAD) : start].rstrip("\n").split("\n")[-2:]
    return "\n".join(line.strip() for line in lines if len(line) <= _LONGEST_HEAD)


def _of_table(ledger: Ledger, grid: Grid) -> Iterator[Listing]:
    """The columns of a table without a total row; its rows, or all of it, over columns of years that follow one another."""
    start, head = grid.table.start, head_above(ledger, grid.table.start)
    totals = [row for row in grid.rows if row.figures and row.is_total]
    rows = [row for row in grid.rows if row.figures and row not in totals and not _is_below(row)]
    if not totals and len(rows) > 1:
        yield from _columns(grid, rows, start, head)
    spread = [(row, cells) for row in (*totals, *rows) if len(cells := _over_time(row)) > 1]
    for row, cells in spread:
        words = head if row in totals else f"{head} {row.label}"
        own = key_of(row.label) if row not in totals else frozenset()
        for first, last in combinations(range(len(cells) + 1), 2):
            run = cells[first:last]
            if len(run) > 1 and len(cells) <= _WIDEST:
                yield Listing(run, start, head, key_of(words), run[0].unit, _filled(run), own)
    everything = tuple(f for _, cells in spread for f in cells)
    same = len({_filled(cells) for _, cells in spread}) == 1
    if not totals and len(spread) == len(rows) > 1 and same and _add_up(everything):
        yield Listing(everything, start, head, key_of(head), everything[0].unit, _filled(spread[0][1]))


def _columns(grid: Grid, rows: Sequence[Row], start: int, head: str) -> Iterator[Listing]:
    """The columns that give an amount in each row."""
    found: list[tuple[tuple[Figure, ...], str]] = []
    for column, words in grid.heads.items():
        cells = tuple(f for row in rows if (f := row.figures.get(column)) is not None)
        if len(cells) == len(rows) and len({f.period for f in cells}) == 1 and _add_up(cells):
            found.append((cells, words))
    for cells, words in found:
        like = [other for other, _ in found if other[0].kind == cells[0].kind and other[0].unit == cells[0].unit]
        own = key_of(words) if len(like) > 1 else frozenset()
        noun = cells[0].unit or "{" + words + "}"
        yield Listing(cells, start, head, key_of(f"{head} {words}"), noun, own=own)


def _is_below(row: Row) -> bool:
    """Is it but a kind of the row above it?"""
    return _BELOW.match(row.label) is not None or _BELOW.fullmatch(row.mark) is not None


def _add_up(figures: Sequence[Figure]) -> bool:
    """Are they amounts of one measure and kind, each given exactly?"""
    first = figures[0]
    plain = first.kind in ("level", "target") and not first.is_share and not first.claim.per
    return plain and all(
        f.kind == first.kind and f.measure == first.measure and f.claim.comparator == "eq" and f.value > 0
        for f in figures
    )


def _over_time(row: Row) -> tuple[Figure, ...]:
    """The row's amounts, where their times follow one another; its goals and rates are none."""
    told = (row.figures[column] for column in sorted(row.figures))
    cells = tuple(f for f in told if f.kind == "level" and not f.is_share)
    return cells if cells and _add_up(cells) and _filled(cells) is not None else ()


def _filled(cells: Sequence[Figure]) -> tuple[int, int] | None:
    """The months from the first to the last of figures whose times follow one another without a gap."""
    spans = [months_of(f.period) for f in cells]
    told = [span for span in spans if span is not None]
    if len(told) < len(cells) or any(one[1] + 1 != other[0] for one, other in pairwise(told)):
        return None
    return told[0][0], told[-1][1]


def _of_lines(ledger: Ledger) -> Iterator[Listing]:
    """Short lines right under one another with one amount each: `Hòa Phú.....08 hộ`."""
    run: list[Figure] = []
    end = -1
    for sentence in ledger.sentences:
        figure = sentence.figures[0]
        short = len(sentence.figures) == 1 and sentence.note is None and sentence.end - sentence.start <= _LONGEST_LINE
        start = ledger.text.rfind("\n", 0, figure.claim.start) + 1 if short or run else 0
        close = ledger.text.find("\n", figure.claim.end) if short else -1
        fits = short and 0 < close - start <= _LONGEST_LINE and _LINE.fullmatch(ledger.lower, start, close) is not None
        if run and (not fits or start != end + 1 or not _add_up([run[0], figure])):
            yield from _lines(ledger, run)
            run = []
        if fits:
            run.append(figure)
        end = close
    yield from _lines(ledger, run)


def _lines(ledger: Ledger, run: Sequence[Figure]) -> Iterator[Listing]:
    """One run of lines, if it is long enough."""
    if len(run) >= _FEWEST_LINES and _add_up(run) and len({f.period for f in run}) == 1:
        start = ledger.text.rfind("\n", 0, run[0].claim.start) + 1
        head = ledger.lower[max(0, start - _LONGEST_HEAD) : start].rstrip("\n").rsplit("\n", 1)[-1]
        yield Listing(tuple(run), start, head, key_of(head), run[0].unit)
