"""Tables that a text draws with tabs, and the head rows of any table. Takes the reading text; knows nothing of figures but their look."""

from __future__ import annotations

import re

from muctieu.document.layout import Cell, Table

_FIGURE = re.compile(r"[≥≤<>~+\-–(]?\s?\d[\d.,\s]*(?:[-–/]\s?\d[\d.,]*)?\s?[%)]?$")
_YEAR = re.compile(r"(?:năm\s)?(?:19|20)\d\d$", re.IGNORECASE)
_COLUMN_NUMBER = re.compile(r"(?:\(?\d{1,2}\)?(?:\s?=.*)?|[A-H])$")


_PAIRS = re.compile(r"[^\t\n]{1,80}\t[^\t\n]{1,60}\n(?:[^\t\n]{1,80}\t[-+(]?\d[^\t\n]{0,30}(?:\n|\Z)){2}")


def drawn_tables(text: str) -> tuple[Table, ...]:
    """Tables drawn with tabs: two or more lines in a row that each hold two tabs or more, or a head and two lines of a name and a number.

    >>> [len(t.rows) for t in drawn_tables("a\\n1\\tx\\t5\\n2\\ty\\t6\\nb")]
    [2]
    """
    tables: list[Table] = []
    lines: list[tuple[int, int]] = []
    at = text.find("\t")
    at = text.rfind("\n", 0, at) + 1 if at >= 0 else -1
    while 0 <= at <= len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if (
            text.count("\t", at, end) >= 2
            or _PAIRS.match(text, at)
            or (lines and text.count("\t", at, end) == 1 and len(text[at:end]) < 200)
        ):
            lines.append((at, end))
            at = end + 1
            continue
        if lines and (group := _groups_until(text, at, text.count("\t", *lines[0]))):
            lines += group
            at = group[-1][1] + 1
            continue
        if len(lines) >= 2:
            tables.append(_table(text, lines))
        lines = []
        nxt = text.find("\t", end)
        if nxt < 0:
            break
        at = text.rfind("\n", 0, nxt) + 1
    if len(lines) >= 2:
        tables.append(_table(text, lines))
    return tuple(tables)


def _groups_until(text: str, at: int, tabs: int) -> list[tuple[int, int]]:
    """The lines from `at` on that name groups of rows (`I. NÔNG NGHIỆP`, then `1. Trồng trọt`), up to a row of as many tabs as the head that has a figure; none where other lines stand there."""
    groups: list[tuple[int, int]] = []
    while len(groups) < _NESTED:
        end = text.find("\n", at)
        if end < 0 or _GROUP.fullmatch(text, at, end) is None:
            return []
        groups.append((at, end))
        at = end + 1
        stop = text.find("\n", at)
        row = text[at : stop if stop >= 0 else len(text)]
        if row.count("\t") == tabs > 1:
            return groups if any(_FIGURE.match(word.strip()) for word in row.split("\t")[1:]) else []
    return []


_NESTED = 3
_GROUP = re.compile(r"\s*(?:[IVX]{1,4}|[A-H]|\d{1,2}(?:\.\d{1,2})?|[a-hđ])\s?[.)/-]\s?[^\W\d_][^\t\n.;:]{2,80}")


def spaced_tables(text: str) -> tuple[Table, ...]:
    """Tables drawn with blanks: three or more lines in a row of as many columns, four or more, that three blanks or more part.

    >>> [len(t.rows) for t in spaced_tables("Loại   KH   TH   TH/KH\\nBò   12   13   108%\\nLợn   40   38   95%\\nHết   rồi.")]
    [3]
    """
    tables: list[Table] = []
    rows: list[list[tuple[int, int]]] = []
    below = 0  # where the line begins that stands under the last one that was looked at
    at = text.find("   ")
    while at >= 0:
        start = text.rfind("\n", below, at) + 1 or below
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        drawn = "   " in text[start:end].strip()
        cells = [match.span() for match in _SPACED_CELL.finditer(text, start, end)] if drawn else []
        if rows and (start != below or len(cells) != len(rows[0])):
            if len(rows) > 2:
                tables.append(_of_cells(rows))
            rows = []
        if len(cells) > 3:
            rows.append(cells)
        below = end + 1
        at = text.find("   ", end)
    if len(rows) > 2:
        tables.append(_of_cells(rows))
    return tuple(tables)


def _of_cells(rows: list[list[tuple[int, int]]]) -> Table:
    cells = tuple(
        tuple(Cell(start, end, number, column) for column, (start, end) in enumerate(row))
        for number, row in enumerate(rows)
    )
    return Table(rows[0][0][0], rows[-1][-1][1], cells)


_SPACED_CELL = re.compile(r"\S+(?: {1,2}\S+)*")


def _table(text: str, lines: list[tuple[int, int]]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for number, (start, end) in enumerate(lines):
        cells: list[Cell] = []
        at = start
        for column, words in enumerate(text[start:end].split("\t")):
            cells.append(Cell(at, at + len(words), number, column))
            at += len(words) + 1
        rows.append(tuple(cells))
    return Table(lines[0][0], lines[-1][1], tuple(rows))


def with_head_rows(text: str, table: Table) -> Table:
    """The table with `head_rows` decided: its first rows that hold no figure but years and column numbers."""
    if table.head_rows is not None and table.head_rows > 0:
        return table
    head = 0
    for row in table.rows:
        words = [text[cell.start : cell.end].strip() for cell in row]
        filled = [word for word in words if word]
        figures = [word for word in filled if _FIGURE.match(word) and not _YEAR.match(word)]
        if filled and figures and not all(_COLUMN_NUMBER.match(word) for word in filled):
            break
        if filled and figures and head == 0:
            break
        if (
            not figures
            and head
            and all(cell.column < 2 for cell, word in zip(row, words, strict=True) if word)
            and _fills_all(table, head)
        ):
            break  # a group's name within the body (`I. Kinh tế`)
        head += 1
    return table._replace(head_rows=0 if head >= len(table.rows) else head)


def _fills_all(table: Table, head: int) -> bool:
    """Whether the head so far names every column but one."""
    width = max(cell.column + cell.column_span for row in table.rows for cell in row)
    named = {
        cell.column + n
        for row in table.rows[:head]
        for cell in row
        if cell.end > cell.start
        for n in range(cell.column_span)
    }
    return len(named) >= width - 1
