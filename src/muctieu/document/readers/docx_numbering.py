"""The numbers that Word puts before list paragraphs: numbering.xml and the paragraphs in order → `1.`, `a)`, `II.`, `1.2`."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DEEPEST = 9


def roman(number: int) -> str:
    """
    >>> roman(14)
    'XIV'
    """
    steps: tuple[tuple[int, str], ...] = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"))
    steps += ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    if not 0 < number < 4000:
        return str(number)
    written = ""
    for worth, sign in steps:
        written += sign * (number // worth)
        number %= worth
    return written


def letter(number: int) -> str:
    """Word repeats the letter after z: 27 is aa, 28 is bb.

    >>> letter(2), letter(28)
    ('b', 'bb')
    """
    if not 0 < number <= 780:
        return str(number)
    return chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1)


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "upperRoman": roman,
    "lowerRoman": lambda number: roman(number).lower(),
    "upperLetter": lambda number: letter(number).upper(),
    "lowerLetter": letter,
    "none": lambda number: "",
}


def value(element: etree._Element | None, default: str = "") -> str:
    """The w:val of an element, or the default."""
    return default if element is None else str(element.get(W + "val", default))


def whole(words: str, default: int = 0) -> int:
    """A whole number as a file states it, or the default where it states nonsense."""
    return int(words) if re.fullmatch(r"-?[0-9]{1,9}", words) else default


class Numbering:
    """Counts as Word does; faulty definitions give no number rather than an error."""

    def __init__(self, root: etree._Element | None) -> None:
        self._abstract: dict[str, dict[int, etree._Element]] = {}
        self._lists: dict[str, str] = {}
        self._levels: dict[str, dict[int, etree._Element]] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is None:
            return
        for abstract in root.iterfind(W + "abstractNum"):
            self._abstract[abstract.get(W + "abstractNumId", "")] = _levels(abstract)
        for number in root.iterfind(W + "num"):
            self._learn(number)

    def _learn(self, number: etree._Element) -> None:
        key = number.get(W + "numId", "")
        abstract = value(number.find(W + "abstractNumId"))
        self._lists[key] = abstract
        self._levels[key] = dict(self._abstract.get(abstract, {}))
        for override in number.iterfind(W + "lvlOverride"):
            level = whole(override.get(W + "ilvl", "0"))
            self._levels[key].update(_levels(override))
            start = override.find(W + "startOverride")
            if start is not None:
                self._starts[key, level] = whole(value(start), 1)

    def label(self, key: str, level: int) -> str:
        """Counts one paragraph of list `key` at `level` (from 0) and gives its number as printed; bullets are kept as `-`."""
        levels = self._levels.get(key, {})
        definition = levels.get(level)
        if definition is None or not 0 <= level < DEEPEST:
            return ""
        counts = self._counts.setdefault(self._lists[key], {})
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        if (key, level) in self._starts and (key, level) not in self._begun:
            counts[level] = self._starts[key, level]
        else:
            counts[level] = counts[level] + 1 if level in counts else _start(definition)
        self._begun.add((key, level))
        kind = value(definition.find(W + "numFmt"), "decimal")
        if kind == "bullet":
            return "-"
        legal = definition.find(W + "isLgl") is not None

        def printed(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            shown = levels.get(other)
            if shown is None:
                return ""
            form = value(shown.find(W + "numFmt"), "decimal")
            count = counts.setdefault(other, _start(shown))
            return str(count) if legal else FORMATS.get(form, str)(count)

        return re.sub(r"%([1-9])", printed, value(definition.find(W + "lvlText")))


def _levels(parent: etree._Element) -> dict[int, etree._Element]:
    return {whole(level.get(W + "ilvl", "0")): level for level in parent.iterfind(W + "lvl")}


def _start(definition: etree._Element) -> int:
    return whole(value(definition.find(W + "start")), 1)
