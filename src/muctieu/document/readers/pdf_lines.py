"""The letters of a PDF page → its pieces of line: words with their boxes, sizes and raised marks. Knows nothing of paragraphs or tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from muctieu.document.readers.pdf_letters import Letter
from muctieu.document.readers.pdf_turns import Turn


class Piece(NamedTuple):
    """A run of words on one line. `marks` are the note marks within it: (offset in the words, number); `edge` is where its column ends (0: where the page's lines do), `quarters` how far it is turned."""

    words: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    marks: tuple[tuple[int, str], ...] = ()
    leading_mark: str = ""
    edge: float = 0.0
    quarters: int = 0


Wall = tuple[float, float, float]
"""A vertical rule between cells: where it stands, its lower and its upper end."""
_NARROWEST_BLANK = 0.15
_WIDEST_BLANK = 0.45
"""Between two words of one piece, in heights of a letter: what is wider may part columns."""
_CUT = re.compile(r"[^\W_][-\u00ad/]$")
_LETTERS = re.compile(r"[^\W\d_]+(?![\w])")
_SHORT_GROUP = re.compile(r"\d\.\d{1,2}$")
_GROUPS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?$")
_FINALS = frozenset(("n", "ng", "nh", "c", "ch", "p"))  # end a syllable and are no unit
_VOWEL = re.compile("[aeiouy\u00e0-\u01b0\u1ea0-\u1ef9\\d]", re.IGNORECASE)
_RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SUPERSCRIPTS = str.maketrans(_RAISED_DIGITS, "0123456789")
_RAISED = str.maketrans("0123456789", _RAISED_DIGITS)
_MEASURE = re.compile(r"(?<![^\W\d_])[cdkm]?m$")
_TEN = re.compile(r"(?<![\d.,])10$")


def pieces_of(letters: list[Letter], walls: Sequence[Wall] = ()) -> list[Piece]:
    """Letters in file order → pieces: a piece ends where the line, the column or the cell changes. Turned words come last.

    `walls` are the vertical rules of tables: position, lower and upper end.
    """
    pieces = _upright_pieces([letter for letter in letters if not letter.quarters], walls)
    for quarters in sorted({letter.quarters for letter in letters} - {0}):
        pieces += _turned_pieces([letter for letter in letters if letter.quarters == quarters], quarters)
    return pieces


def _turned_pieces(letters: list[Letter], quarters: int) -> list[Piece]:
    """Letters that are all turned alike → pieces, read as if upright and put back to where they stand."""
    page = Turn(quarters, 0.0, 0.0, max(letter.right for letter in letters), max(letter.top for letter in letters))
    back = page.back()
    held: list[Letter] = []
    for letter in letters:
        left, bottom, right, top = page.upright(letter[1:5])
        held.append(Letter(letter.character, left, bottom, right, top, bottom, top, letter.size))
    pieces: list[Piece] = []
    for piece in _upright_pieces(held, ()):
        left, bottom, right, top = back.upright(piece[1:5])
        pieces.append(Piece(piece.words, left, bottom, right, top, piece.size, quarters=quarters))
    return pieces


def _upright_pieces(letters: list[Letter], walls: Sequence[Wall]) -> list[Piece]:
    pieces: list[Piece] = []
    run: list[Letter] = []
    for letter in letters:
        if run and not _goes_on(run[-1], letter, walls):
            _close(run, pieces)
            run = []
        if letter.character.isspace() and not run:
            continue
        if run and _is_blank_between(run[-1], letter):
            run.append(letter._replace(character=" ", left=run[-1].right, right=letter.left))
        run.append(letter)
    _close(run, pieces)
    return pieces


def _is_blank_between(last: Letter, letter: Letter) -> bool:
    """Whether white of a blank's width parts two letters: some programs move on instead of writing a blank."""
    gap = letter.left - last.right
    return gap > _NARROWEST_BLANK * letter.size and not (last.character.isspace() or letter.character.isspace())


def _goes_on(last: Letter, letter: Letter, walls: Sequence[Wall]) -> bool:
    """Whether the letter belongs to the same run on the same line."""
    height = max(last.size, letter.size, 4.0)
    overlap = min(last.top, letter.top) - max(last.bottom, letter.bottom)
    if overlap < 0.3 * min(last.size or height, letter.size or height):
        return False
    if letter.character.isspace():
        return True
    if letter.left > last.right and any(
        last.right - 1 < at < letter.left + 1 and start < letter.top and end > letter.bottom for at, start, end in walls
    ):
        return False
    return -0.8 * height < letter.left - last.right < _WIDEST_BLANK * height or (
        last.character.isspace() and letter.left - last.left < _WIDEST_BLANK * height
    )


def rows_of(pieces: list[Piece]) -> list[list[Piece]]:
    """Pieces that stand at one height, from top to bottom, each row from left to right."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: (-one.bottom, one.left)):
        if rows and abs(rows[-1][-1].bottom - piece.bottom) <= 0.5 * min(rows[-1][-1].size, piece.size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda one: one.left) for row in rows]


def joined(row: list[Piece]) -> Piece:
    """The pieces of one row as one piece, with the marks between them."""
    words = ""
    marks: list[tuple[int, str]] = []
    for position, piece in enumerate(row):
        near = position and piece.left - row[position - 1].right < 0.12 * piece.size
        words += "" if not words or words.endswith(" ") or near else " "
        if piece.leading_mark and words:
            marks.append((len(words.rstrip()), piece.leading_mark))
        marks += [(len(words) + at, number) for at, number in piece.marks]
        words += piece.words
    return Piece(
        words,
        row[0].left,
        min(piece.bottom for piece in row),
        max(piece.right for piece in row),
        max(piece.top for piece in row),
        median(piece.size for piece in row),
        tuple(marks),
        row[0].leading_mark,
    )


def run_on(words: str, more: str) -> str:
    """Two lines as one: parted by a blank, unless the first ends with a word that the line's end cut (`Covid-`, `đồng/`).

    >>> run_on("65 triệu đồng/", "người"), run_on("năm", "2023"), run_on("đồng/ng", "ười/năm")
    ('65 triệu đồng/người', 'năm 2023', 'đồng/người/năm')
    >>> run_on("Chỉ thị 35-CT/TW", "của Trung ương"), run_on("Nghị quyết số 19-NQ/", "TW")
    ('Chỉ thị 35-CT/TW của Trung ương', 'Nghị quyết số 19-NQ/TW')
    >>> run_on("có 31 đ/c", "trong biên chế"), run_on("có 31 đ/c", "UBND")
    ('có 31 đ/c trong biên chế', 'có 31 đ/c UBND')
    """
    cut = not words or not more or _CUT.search(words) or _cuts_syllable(words, more)
    return f"{words}{more}" if cut else f"{words} {more}"


def run_on_in_cell(words: str, more: str) -> str:
    """Two lines of a narrow cell as one; there, figures and long words with a stroke are cut anywhere.

    >>> run_on_in_cell("1.012,", "6"), run_on_in_cell("triệu đồng/ngư", "ời/năm"), run_on_in_cell("24.86", "0"), run_on_in_cell("Ước", "2025")
    ('1.012,6', 'triệu đồng/người/năm', '24.860', 'Ước 2025')
    """
    head, tail = more.partition(" ")[0], words.rpartition(" ")[2]
    cuts_figure = tail[-1:] in (".", ",") and tail[-2:-1].isdigit() and head[:1].isdigit()
    cuts_figure = cuts_figure or bool(_SHORT_GROUP.search(tail) and _GROUPS.match(tail + head))
    cuts_word = ("/" in tail and "/" in head and head[:1].islower()) or (tail[-1:].isalpha() and head in _FINALS)
    return f"{words}{more}" if cuts_figure or cuts_word or head[:1] == "/" else run_on(words, more)


def _cuts_syllable(words: str, more: str) -> bool:
    """Whether a long word with a stroke, which is cut anywhere where its cell ends, goes on: a part of it would have no vowel."""
    tail = words.rpartition(" ")[2]
    before, _, part = tail.rpartition("/")
    if not before[-2:].isalpha() or len(before) < 2 or not part.islower() or not more[:1].islower():
        return False  # the issuer of an act (`NQ/TW`) is no syllable, nor an abbreviation (`đ/c`)
    head = _LETTERS.match(more)
    return not _VOWEL.search(part) or (head is not None and not _VOWEL.search(head[0]))


def body_size(pieces: list[Piece]) -> float:
    """The size of most letters."""
    sizes: Counter[float] = Counter()
    for piece in pieces:
        sizes[round(piece.size * 2) / 2] += len(piece.words)
    return sizes.most_common(1)[0][0] if sizes else 12.0


def _close(run: list[Letter], pieces: list[Piece]) -> None:
    while run and run[-1].character.isspace():
        run.pop()
    if not run:
        return
    solid = [letter for letter in run if not letter.character.isspace()]
    size = median(letter.size for letter in solid)
    body = [letter for letter in solid if letter.size >= 0.85 * size] or solid
    base = median(letter.bottom for letter in body)
    foot = median(letter.ink_bottom for letter in body)
    words: list[str] = []
    marks: list[tuple[int, str]] = []
    leading = ""
    raised = ""
    for letter in [*run, None]:
        if letter is not None and _is_raised(letter, size, base, foot):
            raised += letter.character
            continue
        if raised:
            said, number = _reading_of(raised, "".join(words[-4:]))
            words += said
            if number and words:
                marks.append((len(words), number))
            leading = number if number and not words else leading
            raised = ""
        if letter is not None:
            words.append(letter.character)
    text = "".join(words)
    pieces.append(
        Piece(
            text,
            min(letter.left for letter in solid),
            base,
            max(letter.right for letter in solid),
            max(letter.top for letter in body),
            size,
            tuple(marks),
            leading,
        )
    )


def _is_raised(letter: Letter, size: float, base: float, foot: float) -> bool:
    """Whether a digit, or a bracket around one, stands higher and smaller than the letters of its line."""
    character = letter.character
    if character in _RAISED_DIGITS:
        return True
    small = letter.size < 0.8 * size and letter.bottom > base + 0.12 * size
    if character in "()[]":
        return small or letter.ink_bottom > foot + 0.15 * size
    high = letter.ink_bottom > foot + 0.2 * size and letter.ink_top - letter.ink_bottom < 0.55 * size
    return character.isdigit() and (small or high)


def _reading_of(raised: str, before: str) -> tuple[str, str]:
    """What raised letters say behind these words: the words that they are, and the note that they name.

    >>> _reading_of("2", "25 m"), _reading_of("3", " 10"), _reading_of("2", " năm"), _reading_of("(2)", "5 km")
    (('2', ''), ('³', ''), ('', '2'), ('', '2'))
    """
    number = raised.translate(_SUPERSCRIPTS).strip("()[]")
    if not number.isdigit():
        return raised, ""
    if raised in ("2", "3", "²", "³") and _MEASURE.search(before):
        return raised, ""
    if number in ("3", "6") and len(raised) == 1 and _TEN.search(before):
        return number.translate(_RAISED), ""
    return "", number
