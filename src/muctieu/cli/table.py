"""A table for the terminal: columns of fixed or shared width, cells wrapped at words, a rule under the head. Gives lines; never prints."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from shutil import get_terminal_size
from textwrap import wrap
from typing import NamedTuple, TextIO

STYLES = {
    "bold": "1",
    "dim": "2",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "blue": "34",
    "magenta": "35",
    "cyan": "36",
}


class Column(NamedTuple):
    """A column: its head, its width in characters (0: it takes an equal share of what is left), and whether it stands right-aligned."""

    head: str
    width: int = 0
    right: bool = False


class Cell(NamedTuple):
    """The words of a cell (a line break starts a new line) and the name of a style of `STYLES`, or none."""

    words: str
    style: str = ""


def terminal_width(stream: TextIO | None = None) -> int:
    """Columns to write in: the terminal's, at least 60 and at most 200; 160 where the output is no terminal (COLUMNS overrides)."""
    stream = stream or sys.stdout
    fallback = 160 if not stream.isatty() else 80
    columns = int(os.environ["COLUMNS"]) if os.environ.get("COLUMNS", "").isdigit() else 0
    if not columns:
        columns = get_terminal_size((fallback, 24)).columns if stream.isatty() else fallback
    return min(max(columns, 60), 200)


def has_colour(stream: TextIO | None = None) -> bool:
    """Whether styles may be written: on a terminal, where NO_COLOR is not set."""
    return (stream or sys.stdout).isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def table_lines(
    columns: Sequence[Column], rows: Sequence[Sequence[Cell | str]], width: int, colour: bool
) -> Iterator[str]:
    """The table as lines no wider than `width`.

    >>> list(table_lines([Column("Mục", 4), Column("Chỉ tiêu")], [["1/I", "Thu ngân sách"]], 18, False))
    ['Mục   Chỉ tiêu', '────  ────────────', '1/I   Thu ngân', '      sách']
    """
    widths = _widths(columns, width)
    yield from _row_lines(columns, [Cell(column.head, "bold") for column in columns], widths, colour)
    yield _styled("  ".join("─" * each for each in widths), "dim", colour)
    for row in rows:
        yield from _row_lines(columns, [cell if isinstance(cell, Cell) else Cell(cell) for cell in row], widths, colour)


def _widths(columns: Sequence[Column], width: int) -> list[int]:
    shared = sum(1 for column in columns if not column.width)
    left = width - 2 * (len(columns) - 1) - sum(column.width for column in columns)
    share = max(7, left // shared) if shared else 0
    return [column.width or share for column in columns]


def _row_lines(columns: Sequence[Column], cells: Sequence[Cell], widths: Sequence[int], colour: bool) -> Iterator[str]:
    wrapped = [_wrapped(cell.words, width) for cell, width in zip(cells, widths, strict=True)]
    for number in range(max(map(len, wrapped))):
        parts = []
        for column, cell, lines, width in zip(columns, cells, wrapped, widths, strict=True):
            words = lines[number] if number < len(lines) else ""
            padded = words.rjust(width) if column.right else words.ljust(width)
            parts.append(padded.replace(words, _styled(words, cell.style, colour), 1) if words else padded)
        yield "  ".join(parts).rstrip()


def _wrapped(words: str, width: int) -> list[str]:
    return [line for part in words.split("\n") for line in (wrap(part, width) or [""])]


def _styled(words: str, style: str, colour: bool) -> str:
    return f"\x1b[{STYLES[style]}m{words}\x1b[0m" if colour and style else words
