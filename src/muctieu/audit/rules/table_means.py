"""`ratio` of a mean that the text tells and of a table: so many of one thing for each of another.

Formulas: mean = one column ÷ another, in the row that the words name or in the total row (`cấp THCS là 38 học sinh/lớp` of 8.968 học sinh and 236 lớp); mean = the column's total ÷ the rows, where the rows
are those things (`bình quân 18,2 tiêu chí/xã` of a table of communes). Rates of money and of people are left to other rules; what is far from the mean is of something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from muctieu.audit.check import Check
from muctieu.audit.equation import Equation, MeanEach, Product
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Grid, Ledger
from muctieu.audit.names import Key, key_of

_CLAUSE = re.compile(r"[,;.:(]")
_ROOM = Decimal("1.5")
_FEWEST = 3


def check(ledger: Ledger) -> Iterator[Check]:
    """Every mean of counted things for each of other counted things, with the tables that count both."""
    for sentence in ledger.sentences if ledger.grids else ():
        for rate in sentence.figures:
            per = rate.claim.per
            if rate.kind != "level" or len(per) != 1 or per[0][:1] != "{" or not rate.is_counted:
                continue
            words = key_of(_CLAUSE.split(rate.before)[-1])
            found = [e for grid in ledger.grids for e in _equations(grid, rate, words) if _is_about(e, rate)]
            held = next((equation for equation in found if equation.holds()), None)
            if held is not None:
                yield Check.of("ratio", held)
            elif len(found) == 1:
                yield Check.of("ratio", found[0], "warning")


def _equations(grid: Grid, rate: Figure, words: Key) -> Iterator[Equation]:
    """What the table says of it: by the row that the words name, else by the total row, else by the number of rows."""
    noun, thing = rate.claim.per[0][1:-1], rate.unit[1:-1]
    columns = [column for column, head in grid.heads.items() if _names(head, thing)]
    if len(columns) != 1:
        return
    totals = [row for row in grid.rows if row.is_total]
    rows = [row for row in grid.rows if row not in totals and columns[0] in row.figures]
    others = [column for column, head in grid.heads.items() if _names(head, noun)]
    label = rows[0].cells[0].column if rows and rows[0].cells else -1
    heads = [grid.heads.get(column, "") for column in (label, label + 1)]
    if len(others) == 1 and others[0] in {column for row in grid.rows for column in row.figures}:
        named = [row for row in rows if (key := key_of(row.label)) and key <= words]
        for row in named or totals:
            whole, number = row.figures.get(columns[0]), row.figures.get(others[0])
            if whole is not None and number is not None and number.value:
                yield Product(whole, rate, number)
    elif len(rows) >= _FEWEST and len(totals) == 1 and any(head.strip(" .:") == noun for head in heads):
        total = totals[0].figures.get(columns[0])
        if total is not None and sum(row.figures[columns[0]].value for row in rows) == total.value:
            yield MeanEach(rate, total, len(rows))


def _names(head: str, noun: str) -> bool:
    """Does the head of a column say that it counts this?"""
    return re.search(rf"\b{re.escape(noun)}\b", head) is not None


def _is_about(equation: Equation, rate: Figure) -> bool:
    """Is what the table gives near the mean that is told?"""
    at = equation.terms.index(rate)
    expected = equation.nearest(at)
    return expected is not None and expected.low <= rate.value * _ROOM and rate.value <= expected.high * _ROOM
