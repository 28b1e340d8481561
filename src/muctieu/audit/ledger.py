"""The figures of a document in the orders that the rules ask for: by sentence, by table, by footnote, by what they measure.

Takes a document and its claims; gives a `Ledger`. It compares nothing; every order is built in one pass, so its time grows
with the number of claims.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import TypeVar, cast

from muctieu.audit.figure import Figure
from muctieu.audit.names import Key, alike, folded, key_of
from muctieu.audit.places import places_of
from muctieu.claims.claim import Claim
from muctieu.document.document import Document
from muctieu.document.layout import Cell, Note, Table
from muctieu.text.brackets import round_brackets
from muctieu.text.lexicon import lexicon
from muctieu.values.span import Span

Made = TypeVar("Made")
Measure = tuple[str, tuple[str, ...]]
_MANY = 24
"""How many figures of one name are looked at: so that time grows with the claims alone. No report names one thing so often in one period."""
_RARER = 3
_IN_TURN = re.compile(r"\b(?:lần lượt|tương ứng)\b")
_BESIDE = re.compile(r"[^,;()]{0,30}\((?![^()]*lần lượt)[^,;()]*")
_OF_YEAR = re.compile(r"(?! \w+ (?:lên|đến|xuống))[^,;.()\d]{0,60}\bnăm (\d{4})\b(?! ?[-–])")
_PARENTHESIS = re.compile(r"[()]")
_CERTAIN_DIGITS = 3
_CERTAIN_ALONE = 4
_TOTALS = ("tổng", "cộng")
_ONLY_TOTAL = re.compile(r"(?:tổng|cộng)(?: cộng| số| chung)?|toàn (?:tỉnh|huyện|xã|thành phố)")
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2})*|[ivx]{1,4}|[a-zđ])[.)/]\s+(?=\w)")
_GROUP_MARK = re.compile(r"\d{1,2}|[ivx]{1,4}|[a-dđ]")
_MARK_AND_NAME = 2
_RATE_HEAD = re.compile(
    r"so sánh|\bso\b|/\s?(?:kh|dt|nq|dự toán|kế hoạch|chỉ tiêu|nghị quyết|cùng kỳ)\b|^\W*(?:tỷ lệ|tỉ lệ|đạt|tỷ lệ đạt|tỉ lệ đạt)?\W*$"
    r"|tốc độ|tăng|% (?:đạt|thực hiện|hoàn thành|kh|kế hoạch|dự toán)\b|\b(?:th|kh|dt|nq|ut)\b[^/]{0,12}/"
)


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence with figures in reading order; `number` counts the sentences that have any; `values` keeps what its differences are said of, once it is known."""

    number: int
    start: int
    end: int
    figures: list[Figure]
    note: Note | None = None
    values: dict[int, Figure | None] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Row:
    """A table row: its number in the grid, its cells, its own name, its list number (`I`, `2`, `-`), its figures by column."""

    number: int
    cells: tuple[Cell, ...]
    label: str
    mark: str
    label_span: Span
    figures: dict[int, Figure] = field(default_factory=dict)

    @property
    def is_total(self) -> bool:
        """Is it a total row by its name? (`Tổng cộng`, `Toàn huyện`)"""
        return self.label.startswith(tuple(lexicon("audit")["parts"]["total_row"]))


@dataclass(slots=True, eq=False)
class Grid:
    """A table with the heads of its columns (all head rows joined) and its body rows."""

    table: Table
    heads: dict[int, str]
    rows: list[Row]


class Ledger:
    """All figures of one document, ready to be compared."""

    def __init__(self, document: Document, claims: Sequence[Claim]) -> None:
        self.document = document
        self.text = document.text
        lower = round_brackets(document.text.lower())
        lower = lower if len(lower) == len(document.text) else "".join(c.lower()[:1] for c in document.text)
        for word in lexicon("audit")["joined"]:
            lower = lower.replace(word, word.replace(" ", "_"))
        self.lower = lower
        self.figures = [Figure(claim, order) for order, claim in enumerate(claims)]
        self.sentences: list[Sentence] = []
        self.grids: list[Grid] = []
        self.clauses: dict[int, Key] = {}
        """The words of figures' clauses, as far as `clauses.clause_of` was asked for them."""
        self.planned: dict[int, bool] = {}
        """Which figures are plans, as far as `beside.is_plan` was asked for them."""
        self.anchored: list[tuple[Note, Figure | None, list[Sentence]]] = []
        self._of_names: dict[Key, dict[tuple[Measure | None, str | None], list[Figure]]] = {}
        self._periods: set[str | None] | None = None
        self._targets: dict[tuple[Key, Measure], list[Figure]] | None = None
        self._by_name: dict[Key, list[Figure]] | None = None
        self._by_unit: dict[str, list[Figure]] | None = None
        self._noted: dict[int, list[Sentence]] | None = None
        self._beside: dict[tuple[str, str], list[tuple[Figure, Figure]]] | None = None
        self._tabled: dict[tuple[str, Decimal], list[tuple[Grid, Row, Figure]]] | None = None
        self._at_time: dict[tuple[str, Measure], list[Figure]] | None = None
        self._by_word: dict[str, list[Figure]] | None = None
        self._plans: dict[Measure, list[Figure]] | None = None
        self._amounts: dict[str, list[Figure]] | None = None
        self._row_cells: dict[str, list[tuple[Row, Figure]]] | None = None
        self._made: dict[object, object] = {}
        self._places: dict[str, list[int]] = {}
        self._starts = [claim.start for claim in claims]
        self._stops = [claim.end for claim in claims]
        ends = [claim.sentence.end for claim in claims]
        self._ends = [*map(min, ends, self._starts[1:]), *ends[-1:]]  # how far the words after each figure go
        self._split(self._place_in_tables())
        self._hang_notes()
        self._name_in_turn()

    def words(self, start: int, end: int) -> str:
        """The words of a stretch in lower case."""
        return self.lower[start:end]

    def after(self, figure: Figure, limit: int = 90) -> str:
        """The words (lower case) from the figure to the next one in its sentence, or to the sentence's end."""
        start, end = figure.claim.end, self._ends[figure.order]
        return self.lower[start : end if end < start + limit else start + limit]

    def places(self, words: str) -> list[int]:
        """Where some words, in lower case, begin in the text; looked for once, for a whole report is long."""
        if words not in self._places:
            stem = words.rstrip()  # a space at the end, which most letters stand near, makes the search slow
            found = places_of(words, self.lower) if stem == words else self.places(stem)
            self._places[words] = found if stem == words else [at for at in found if self.lower.startswith(words, at)]
        return self._places[words]

    def once(self, make: Callable[[Ledger], Made]) -> Made:
        """What a function makes of the ledger, made once for all the rules that ask for it; nobody changes it."""
        found = self._made.get(make)
        if found is None:
            found = self._made[make] = make(self)
        return cast(Made, found)

    def forget(self) -> None:
        """Lets go of what was made once, some of which holds the ledger itself, so that its memory is free at once."""
        self._made.clear()

    def named_alike(self, figure: Figure, period: str | None) -> list[Figure]:
        """Levels, parts and targets of the same indicator and measure in a period; of a name that is given very often only the first."""
        return self._of_name(figure.key).get((figure.measure, period), [])[:_MANY]

    def targets_of(self, figure: Figure) -> list[Figure]:
        """Targets of the same indicator and measure in other sentences; of a name that is given very often only the first."""
        if self._targets is None:
            self._targets = {}
            for each in self.figures:
                if each.kind == "target":
                    self._targets.setdefault((each.key, each.measure), []).append(each)
        found = self._targets.get((figure.key, figure.measure), [])[:_MANY]
        return [target for target in found if target.sentence != figure.sentence]

    @property
    def periods(self) -> set[str | None]:
        """Every period that a figure has."""
        if self._periods is None:
            self._periods = {figure.period for figure in self.figures}
        return self._periods

    @property
    def by_name(self) -> dict[Key, list[Figure]]:
        """Levels, parts and targets by indicator alone."""
        if self._by_name is None:
            self._by_name = {}
            for figure in self.figures:
                if figure.kind in ("level", "part", "target"):
                    self._by_name.setdefault(figure.key, []).append(figure)
        return self._by_name

    @property
    def by_unit(self) -> dict[str, list[Figure]]:
        """Counts by the counted noun."""
        if self._by_unit is None:
            self._by_unit = {}
            for figure in self.figures:
                if figure.kind in ("level", "part") and figure.is_count:
                    self._by_unit.setdefault(figure.unit, []).append(figure)
        return self._by_unit

    @property
    def beside(self) -> dict[tuple[str, str], list[tuple[Figure, Figure]]]:
        """By their two periods: levels with the level of another time right after them in parentheses (`09 vụ (cùng kỳ 12 vụ)`)."""
        if self._beside is None:
            self._beside = {}
            for sentence in self.sentences:
                for first, second in pairwise(sentence.figures):
                    opened = second.depth == first.depth + 1 and _BESIDE.fullmatch(second.before) is not None
                    if opened and first.kind == second.kind == "level" and first.counts_like(second):
                        self._beside.setdefault((str(first.period), str(second.period)), []).append((first, second))
        return self._beside

    def at_time(self, period: str, measure: Measure) -> list[Figure]:
        """Amounts of a measure that are of a time, those with them that the words right after them say to be of that year (`1.085 triệu đồng huy động năm 2022`)."""
        if self._at_time is None:
            self._at_time = {}
            for figure in self.figures:
                if figure.kind in ("level", "target") and not figure.is_rate:
                    end = figure.claim.end
                    named = figure.cell is None and self.lower.find("năm ", end, end + 80) >= 0  # most name no year
                    year = _OF_YEAR.match(self.after(figure, 80)) if named else None
                    told = year[1] if year is not None else figure.period
                    if told is not None and (figure.kind == "level" or year is not None):
                        self._at_time.setdefault((told, figure.measure), []).append(figure)
        return self._at_time.get((period, measure), [])

    def amounts(self, unit: str) -> list[Figure]:
        """Levels without a denominator in a unit; of counts those whose noun begins with the same word, and persons together."""
        if self._amounts is None:
            self._amounts = {}
            for figure in self.figures:
                if figure.kind == "level" and not figure.claim.per and not figure.is_rate:
                    self._amounts.setdefault(_sort_of(figure.unit), []).append(figure)
        return self._amounts.get(_sort_of(unit), [])

    def holding(self, words: Key) -> list[Figure]:
        """Amounts outside tables whose names hold the rarer of some words; of a word that stands in very many names only the first."""
        if self._by_word is None:
            self._by_word = {}
            for figure in self.figures:
                if figure.kind == "level" and figure.cell is None and not figure.is_share:
                    for word in figure.key:
                        self._by_word.setdefault(word, []).append(figure)
        lists = sorted((self._by_word[word] for word in words if word in self._by_word), key=len)
        found = {figure.order: figure for each in lists[:_RARER] for figure in each[:_MANY]}
        return [found[order] for order in sorted(found)]

    def plans(self, measure: Measure) -> list[Figure]:
        """Goals and plans in a measure."""
        if self._plans is None:
            self._plans = {}
            for figure in self.figures:
                if figure.kind == "target" and not figure.is_rate:
                    self._plans.setdefault(figure.measure, []).append(figure)
        return self._plans.get(measure, [])

    def row_cells(self, period: str) -> list[tuple[Row, Figure]]:
        """The cells of tables that give an amount of a time, with their rows."""
        if self._row_cells is None:
            self._row_cells = {}
            for grid in self.grids:
                for row in grid.rows:
                    for cell in row.figures.values():
                        if cell.kind == "level" and cell.period is not None:
                            self._row_cells.setdefault(cell.period, []).append((row, cell))
        return self._row_cells.get(period, [])

    def notes_of(self, sentence: Sentence) -> list[Sentence]:
        """The sentences of the footnotes whose marks stand in a sentence."""
        if self._noted is None:
            self._noted = {}
            for _, figure, sentences in self.anchored:
                if figure is not None and figure.sentence >= 0:
                    self._noted.setdefault(figure.sentence, []).extend(sentences)
        return self._noted.get(sentence.number, [])

    def named_in(self, key: Key, period: str | None) -> list[Figure]:
        """Levels, parts and targets of an indicator in any measure in a period; of a name that is given very often only the first."""
        return self._of_name(key).get((None, period), [])[:_MANY]

    def _of_name(self, key: Key) -> dict[tuple[Measure | None, str | None], list[Figure]]:
        """Levels, parts and targets of a name by measure and period, and by period alone; parted so only once it is asked for."""
        found = self._of_names.get(key)
        if found is None:
            found = self._of_names[key] = {}
            for figure in self.by_name.get(key, ()):
                found.setdefault((figure.measure, figure.period), []).append(figure)
                found.setdefault((None, figure.period), []).append(figure)
        return found

    def tabled(self, figure: Figure) -> list[tuple[Grid, Row, Figure]]:
        """The cells of tables that say a figure of the text again: its value to the digit, unit and period, in a row of its name or a row of totals.

        A number of fewer than three digits may stand anywhere by chance: it is taken only under its own name of two words or more. One of four digits or more that the tables give once is taken
        under any name.
        """
        if figure.cell is not None or not self.grids:
            return []
        few = len(figure.digits) < _CERTAIN_DIGITS
        if self._tabled is None:
            self._tabled = {}
            for grid in self.grids:
                for row in grid.rows:
                    for cell in row.figures.values():
                        if cell.kind == "level":
                            self._tabled.setdefault((cell.unit, cell.value), []).append((grid, row, cell))
        found = self._tabled.get((figure.unit, figure.value), [])[:_MANY]
        alone = len(found) == 1 and len(figure.digits) >= _CERTAIN_ALONE
        return [
            (grid, row, cell)
            for grid, row, cell in found
            if (figure.period == cell.period or None in (figure.period, cell.period))
            and (alone or alike(figure.key, cell.key) or row.label.startswith(_TOTALS))
            and not (few and (figure.key != cell.key or len(figure.key) < 2 or figure.period != cell.period))
        ]

    def between(self, start: int, end: int) -> list[Figure]:
        """The figures that begin in a stretch of the text, in reading order."""
        first = bisect_left(self._starts, start)
        return self.figures[first : bisect_left(self._starts, end, first)]

    def last_before(self, offset: int) -> Figure | None:
        """The last figure that ends at or before an offset."""
        at = bisect_right(self._stops, offset) - 1
        return self.figures[at] if at >= 0 else None

    def _place_in_tables(self) -> set[int]:
        """Ties figures to table cells; gives the orders of those tied."""
        tied: set[int] = set()
        figures, position = self.figures, 0
        for table in self.document.tables:
            while position < len(figures) and figures[position].claim.start < table.start:
                position += 1
            within: list[Figure] = []
            while position < len(figures) and figures[position].claim.start < table.end:
                within.append(figures[position])
                position += 1
            if within:
                self.grids.append(self._grid(table, within))
                tied.update(figure.order for figure in within)
        return tied

    def _grid(self, table: Table, within: list[Figure]) -> Grid:
        """One table: its figures in its cells, its heads, the names of its rows."""
        at = 0
        first_row: int | None = None
        rows: list[Row] = []
        for number, cells in enumerate(table.rows):
            found: dict[int, Figure] = {}
            for cell in cells:
                while at < len(within) and within[at].claim.start < cell.end:
                    figure = within[at]
                    at += 1
                    if figure.claim.start >= cell.start:
                        figure.cell, figure.column = cell, cell.column
                        found.setdefault(cell.column, figure)
            if found and first_row is None and (table.head_rows is None or number >= table.head_rows):
                first_row = number
            rows.append(self._row(number, cells, found))
        start = first_row if first_row is not None else 1
        while start > 1 and self._opens_group(rows[start - 1]):
            start -= 1
        heads: dict[int, str] = {}
        for row in table.rows[:start]:
            for cell in row:
                words = self.lower[cell.start : cell.end].strip()
                for column in range(cell.column, cell.column + cell.column_span):
                    heads[column] = f"{heads[column]} {words}".strip() if column in heads else words
        for body in rows[start:]:
            for column, figure in body.figures.items():
                bare = _ONLY_TOTAL.fullmatch(figure.claim.indicator.strip().lower()) is not None
                if bare and figure.unit[:1] in ("", "{"):
                    figure.name(key_of(heads.get(column, "")))
                figure.head, figure.row_name = heads.get(column, ""), body.label
                figure.is_rate = figure.is_share and _RATE_HEAD.search(figure.head) is not None
        return Grid(table, heads, rows[start:])

    def _opens_group(self, row: Row) -> bool:
        """`1 | Cơ cấu kinh tế | | |` right under the head: a number and a name alone open a group of rows."""
        told = [cell for cell in row.cells if self.lower[cell.start : cell.end].strip()]
        return (
            bool(row.mark and row.label) and len(told) <= _MARK_AND_NAME and _GROUP_MARK.fullmatch(row.mark) is not None
        )

    def _row(self, number: int, cells: tuple[Cell, ...], found: dict[int, Figure]) -> Row:
        """A row's list number and name: the first cell with letters that is no figure, and what stands before it."""
        mark, label, span = "", "", Span(0, 0)
        for cell in cells:
            if cell.column in found:
                break
            words = self.lower[cell.start : cell.end].strip()
            if not words:
                continue
            if len(words) <= 4 and cell.column == 0 and len(cells) > 1 and words not in _TOTALS:
                mark = words.strip(".)( ")
                continue
            label, span = words, Span(cell.start, cell.end)
            numbered = _NUMBERED.match(label) if not mark else None
            if numbered is not None:
                mark, label = numbered[1], label[numbered.end() :]
            break
        return Row(number, cells, label, mark, span, found)

    def _split(self, tied: set[int]) -> None:
        """Groups the figures outside tables by sentence, with the words and the parentheses before each."""
        notes = list(self.document.footnotes)
        starts = [note.start for note in notes]
        current: Sentence | None = None
        previous_end = depth = 0
        for figure in self.figures:
            if figure.order in tied:
                continue
            start, end = figure.claim.sentence
            if current is None or current.start != start:
                at = bisect_right(starts, figure.claim.start) - 1
                note = notes[at] if at >= 0 and figure.claim.start < notes[at].end else None
                current = Sentence(len(self.sentences), start, end, [], note)
                self.sentences.append(current)
                previous_end, depth = start, 0
            before = self.lower[previous_end : figure.claim.start]
            depth = _depth_after(before, depth)
            figure.place(before, depth, current.number)
            current.figures.append(figure)
            previous_end = figure.claim.end

    def _name_in_turn(self) -> None:
        """Names the figures of a list that answers another in its order: `A 24,8%, B 34,6% (năm 2020 lần lượt là 31,5% và 29,1%)`."""
        for sentence in self.sentences:
            figures = sentence.figures
            for at, first in enumerate(figures):
                words = first.before
                if not at or not ("lần lượt" in words or "tương ứng" in words) or _IN_TURN.search(words) is None:
                    continue
                answer = figures[at : at + 1]
                for figure in figures[at + 1 :]:
                    if figure.measure != first.measure or figure.depth != first.depth:
                        break
                    answer.append(figure)
                asked = [f for f in figures[:at] if f.measure == first.measure and f.kind == first.kind][-len(answer) :]
                if len(asked) == len(answer) >= 2 and len({f.key for f in asked}) == len(asked):
                    for figure, named in zip(answer, asked, strict=True):
                        figure.name(named.key)

    def _hang_notes(self) -> None:
        """Ties each footnote to the figure that its mark stands after (same sentence, a few words away at most) and its sentences."""
        by_note: dict[int, list[Sentence]] = {}
        for sentence in self.sentences:
            if sentence.note is not None:
                by_note.setdefault(sentence.note.number, []).append(sentence)
        for note in self.document.footnotes:
            figure = None
            if note.anchor is not None:
                figure = self.last_before(note.anchor + 1)
                if figure is not None and not (
                    figure.claim.sentence.start <= note.anchor <= figure.claim.sentence.end + 2
                    and note.anchor - figure.claim.end <= 120
                ):
                    figure = None
            sentences = by_note.get(note.number, [])
            if figure is not None and sentences:
                for noted in sentences[0].figures[:1]:
                    if noted.kind in ("growth", "multiple", "change") and not noted.key:
                        noted.name(figure.key)
            self.anchored.append((note, figure, by_note.get(note.number, [])))


def _depth_after(words: str, depth: int) -> int:
    """In how many parentheses one stands after some words, being in so many before them."""
    if ")" not in words:
        return depth + words.count("(")
    if "(" not in words:
        return max(0, depth - words.count(")"))
    if words.rfind(")") < words.find("("):  # most close one, then open another
        return max(0, depth - words.count(")")) + words.count("(")
    for mark in _PARENTHESIS.findall(words):
        depth = depth + 1 if mark == "(" else max(0, depth - 1)
    return depth


@cache
def _sort_of(unit: str) -> str:
    """The first word of a counted noun, one for all nouns of persons; other units as they are."""
    if unit[:1] != "{":
        return unit
    return "{người" if unit.startswith(_persons()) else unit.split(" ")[0].rstrip("}")


@cache
def _persons() -> tuple[str, ...]:
    """How units of persons begin."""
    return tuple("{" + noun for noun in lexicon("audit")["ratio"]["persons"])


def title_key(words: str) -> Key:
    """The key of a name that stands in a table or after a figure."""
    return key_of(words.strip(" .,;:()"))


def plain(words: str) -> str:
    """The words without accents and outer marks."""
    return folded(words).strip(" .,;:()“”\"'")
