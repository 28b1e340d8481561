"""The book of examples: chapters in Markdown that are tests and pages of the manual at once.

A chapter is `tests/spec/NN-name.md`. Its rules are the headings `## …`; each has a few words and one table of two columns:

    | Câu | Đọc được |
    | --- | --- |
    | Thu ngân sách đạt `14.882 tỷ đồng`. | value=14882000000000; unit=VND |
    | Nghị quyết số 12-NQ/TU có hiệu lực. | – |

The left cell is the text to read; `¶` stands for the end of a paragraph, `⇥` for a tab between cells of a table. Every figure that
must be found stands between backticks, in order; what has none is a counter-example: nothing may be found in it. The right cell gives, for
each figure, the fields that the rule is about, as the wire format writes them (`null` for none, `per` joined by `/`); figures are
parted by `<br>`. Fields that are not named are not checked. `sentence` is given by its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
FIELDS = frozenset(
    [
        "value",
        "value_to",
        "resolution",
        "unit",
        "per",
        "comparator",
        "kind",
        "status",
        "period",
        "basis",
        "indicator",
        "whole",
        "section",
        "footnote",
        "sentence",
    ]
)
NOTHING = "–"


class Figure(NamedTuple):
    """A figure that must be found: its words, and the fields it must have."""

    words: str
    fields: dict[str, str]


class Example(NamedTuple):
    """One line of a table: where it stands, the text to read, the figures to be found (none: a counter-example)."""

    chapter: str
    rule: str
    line: int
    text: str
    figures: tuple[Figure, ...]


def chapters() -> list[Path]:
    """The chapters in their order."""
    return sorted(HERE.glob("[0-9][0-9]-*.md"))


def examples(chapter: Path) -> Iterator[Example]:
    """The examples of a chapter in their order."""
    rule = ""
    for number, line in enumerate(chapter.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("## "):
            rule = line.removeprefix("## ")
        elif line.startswith("| ") and not line.startswith(("| Câu |", "| --- |")):
            yield _example(chapter.stem, rule, number, line)


def _example(chapter: str, rule: str, number: int, line: str) -> Example:
    cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
    place = f"{chapter}, line {number}"
    if len(cells) != 2:
        raise ValueError(f"{place}: a line has two cells, this one has {len(cells)}")
    words = re.findall(r"`([^`]+)`", cells[0])
    said = [] if cells[1] == NOTHING else [_fields(each, place) for each in cells[1].split("<br>")]
    if len(words) != len(said):
        raise ValueError(f"{place}: {len(words)} figures are marked, {len(said)} are described")
    text = cells[0].replace("`", "").replace("¶", "\n").replace("⇥", "\t")
    text = re.sub(r" *\n *", "\n", text)
    text = re.sub(r" *\t *", "\t", text)
    return Example(chapter, rule, number, text, tuple(map(Figure, words, said)))


def _fields(words: str, place: str) -> dict[str, str]:
    fields = dict(pair.strip().split("=", 1) for pair in words.split(";"))
    if unknown := fields.keys() - FIELDS:
        raise ValueError(f"{place}: no such field: {', '.join(sorted(unknown))}")
    return fields


def page(chapter: Path) -> str:
    """The chapter as a page of the manual: `¶` shown as a line break, and a line that says where it is written."""
    words = chapter.read_text(encoding="utf-8")
    head, _, rest = words.partition("\n")
    note = f"<!-- Made by `make docs` from tests/spec/{chapter.name}: change it there. -->"
    shown = rest.replace(" ¶ ", "<br>").replace("¶", "<br>").replace(" ⇥ ", " ┊ ").replace("⇥", " ┊ ")
    return f"{note}\n{head}\n{shown}"
