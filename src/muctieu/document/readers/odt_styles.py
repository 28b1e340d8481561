"""What the styles of an OpenDocument text say: which words are hidden or raised, which font they stand in, how lists are numbered.

Takes the style parts; gives answers by a style's name. Faulty styles say nothing rather than fail.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from muctieu.document.readers.docx_numbering import letter, roman

NAMESPACE = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}"
TEXT = NAMESPACE.format("text")
STYLE = NAMESPACE.format("style")
FORMAT = NAMESPACE.format("xsl-fo-compatible")
DEEPEST = 10


class Look(NamedTuple):
    """How words in a style look."""

    is_hidden: bool = False
    is_raised: bool = False
    font: str = ""


class Level(NamedTuple):
    """One level of a list's numbering; `shown` is how many levels its number shows. Without a form it has no number."""

    form: str
    before: str
    behind: str
    shown: int
    start: int
    is_bullet: bool


class Styles:
    """The styles of one document, from its `content.xml` and `styles.xml`."""

    def __init__(self, roots: list[etree._Element]) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._lists: dict[str, dict[int, Level]] = {}
        self._looks: dict[str, Look] = {}
        self._families: dict[str, str] = {}
        self.outline: dict[int, Level] = {}
        for root in roots:
            for style in root.iter(STYLE + "style"):
                self._styles[style.get(STYLE + "name", "")] = style
            for face in root.iter(STYLE + "font-face"):
                self._families[face.get(STYLE + "name", "")] = face.get(
                    "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}font-family", ""
                ).strip("'\"")
            for lists in root.iter(TEXT + "list-style"):
                self._lists[lists.get(STYLE + "name", "")] = _levels(lists)
            for outline in root.iter(TEXT + "outline-style"):
                self.outline = _levels(outline)

    def look(self, name: str) -> Look:
        """How words in the style look; a style says what it does not inherit otherwise."""
        if name not in self._looks:
            self._looks[name] = Look()  # a style based on itself ends here
            style = self._styles.get(name)
            if style is not None:
                under = self.look(style.get(STYLE + "parent-style-name", ""))
                self._looks[name] = self._own(style.find(STYLE + "text-properties"), under)
        return self._looks[name]

    def _own(self, said: etree._Element | None, under: Look) -> Look:
        if said is None:
            return under
        font = said.get(STYLE + "font-name", "")
        font = self._families.get(font) or said.get(FORMAT + "font-family", font).strip("'\"")
        return Look(
            said.get(TEXT + "display", "none" if under.is_hidden else "true") == "none",
            said.get(STYLE + "text-position", "super" if under.is_raised else "").startswith("super"),
            font or under.font,
        )

    def levels(self, list_style: str) -> dict[int, Level]:
        """The levels (from 1) of a list style."""
        return self._lists.get(list_style, {})

    def list_style(self, paragraph_style: str) -> str:
        """The list style that a paragraph style names, if any."""
        style = self._styles.get(paragraph_style)
        return "" if style is None else style.get(STYLE + "list-style-name", "")


def _levels(lists: etree._Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for level in lists:
        number = whole(level.get(TEXT + "level", ""), 0)
        if not 1 <= number <= DEEPEST:
            continue
        levels[number] = Level(
            level.get(STYLE + "num-format", ""),
            level.get(STYLE + "num-prefix", ""),
            level.get(STYLE + "num-suffix", ""),
            whole(level.get(TEXT + "display-levels", ""), 1),
            whole(level.get(TEXT + "start-value", ""), 1),
            level.tag == TEXT + "list-level-style-bullet",
        )
    return levels


def whole(words: str, default: int) -> int:
    """A whole number as a file states it, or the default where it states nonsense."""
    return int(words) if re.fullmatch(r"[0-9]{1,6}", words) else default


def printed(levels: dict[int, Level], counts: dict[int, int], depth: int) -> str:
    """The number of a list item at this depth (from 1) as the document shows it, with what stands around it."""
    level = levels.get(depth)
    if level is None:
        return ""
    if level.is_bullet:
        return "-"
    if not level.form:
        return ""
    shown = range(max(1, depth - level.shown + 1), depth + 1)
    numbers = [_form(levels[n].form, counts.get(n, levels[n].start)) for n in shown if n in levels and levels[n].form]
    return f"{level.before}{'.'.join(numbers)}{level.behind}".strip()


def _form(form: str, count: int) -> str:
    forms = {"a": letter, "A": lambda n: letter(n).upper(), "i": lambda n: roman(n).lower(), "I": roman}
    return forms.get(form, str)(count)
