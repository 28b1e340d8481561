"""The notes of a PDF: the lines under the body of each page, or at the end of the report → page, number and words of each."""

from __future__ import annotations

import re
from functools import reduce

from muctieu.document.readers.pdf_lines import Piece, run_on
from muctieu.document.readers.pdf_page import NOTE_NUMBER, Page, Table

_LONGEST = 10
"""Lines of one note at the end of a report, on the average."""
_AT_END = re.compile(r"\[?(\d{1,3})\]?(?=[^\d.,%/)\-–])")


def move_endnotes(pages: list[Page]) -> None:
    """Makes notes of the last lines of the body, where no page has notes under it and these begin with the numbers of all raised marks, in order."""
    marks = {number for page in pages for line in _lines(page) for _, number in line.marks}
    if not marks or any(page.notes for page in pages):
        return
    count = wanted = max(map(int, marks))
    tail = 0
    for place in range(len(pages) - 1, -1, -1):
        for at in range(len(pages[place].blocks) - 1, -1, -1):
            block = pages[place].blocks[at]
            tail += 1
            if isinstance(block, Table) or tail > _LONGEST * count:
                return
            wanted -= _number(block) == wanted
            if not wanted:
                _move(pages[place:], at)
                return


def _move(pages: list[Page], begins: int) -> None:
    expected = 1
    for page in pages:
        for block in page.blocks[begins:]:
            if isinstance(block, Piece):
                page.notes.append(_with_mark(block) if _number(block) == expected else block)
                expected += _number(block) == expected
        page.blocks = page.blocks[:begins]
        begins = 0


def _with_mark(line: Piece) -> Piece:
    """The line with its number as its mark."""
    match = None if line.leading_mark else _AT_END.match(line.words)
    return line if match is None else line._replace(words=line.words[match.end() :].strip(), leading_mark=match[1])


def _lines(page: Page) -> list[Piece]:
    return [block for block in page.blocks if isinstance(block, Piece)]


def _number(line: Piece) -> int:
    """The number that the line begins with, raised or not; 0 without one."""
    match = None if line.leading_mark else _AT_END.match(line.words)
    return int(line.leading_mark or (match[1] if match else 0))


def notes_of(pages: list[Page]) -> list[tuple[int, str, str]]:
    """The notes: page, number and words of each; lines before a page's first number go on with the note of the page before."""
    notes: list[tuple[int, str, list[str]]] = []
    expected = 1
    for page in pages:
        if not any(line.leading_mark for line in page.notes):
            numbers = [int(match[1]) for line in page.notes if (match := NOTE_NUMBER.match(line.words))]
            expected = next((number for number in numbers if number in (1, expected, expected + 1)), expected)
        for line in page.notes:
            number, said = line.leading_mark, line.words
            match = None if number else NOTE_NUMBER.match(said)
            if match is not None and int(match[1]) == expected:
                number, said = match[1], said[match.end() :]
            if number or not notes:
                notes.append((page.number, number, []))
                expected = int(number or 0) + 1
            notes[-1][2].append(said.strip())
    return [(page_number, number, reduce(run_on, lines)) for page_number, number, lines in notes]
