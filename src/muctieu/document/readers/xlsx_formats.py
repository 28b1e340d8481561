"""How a workbook shows its numbers: styles.xml and the style of each cell → percent, decimals, groups, words around (ECMA-376, 18.8.30).

Takes the parts of an .xlsx; gives the format of a cell by sheet, row and column. Dates and plain numbers have none here.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from io import BytesIO
from typing import NamedTuple, TypeVar

from lxml import etree

from muctieu.document.readers.archive import Archive

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
BUILT_IN = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%"}
BUILT_IN |= {
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    41: "#,##0",
    42: "#,##0",
    43: "#,##0.00",
    44: "#,##0.00",
}
Look = TypeVar("Look")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]')
_DIGITS = re.compile(r"[#0?,]*[#0?](?:[#0?,]*)(?:\.([#0?]+))?(,*)")
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})$")


class NumberFormat(NamedTuple):
    """A number's look: percent or not, decimals at least and at most, thousands in groups, how often it is divided by 1000, words around."""

    is_percent: bool
    least: int
    most: int
    is_grouped: bool
    thousands: int
    before: str
    behind: str

    def shown(self, value: float) -> str:
        """The number as the sheet shows it, in Vietnamese style.

        >>> parsed("0.00%").shown(0.9047), parsed("#,##0.0").shown(1234.56), parsed('0.0" tỷ"').shown(2.25)
        ('90,47%', '1.234,6', '2,3 tỷ')
        """
        exact = Decimal(repr(value)) * (100 if self.is_percent else 1) / 1000**self.thousands
        rounded = exact.quantize(Decimal(1).scaleb(-self.most), rounding=ROUND_HALF_UP)
        whole, _, part = f"{rounded:,f}".partition(".")
        while len(part) > self.least and part.endswith("0"):
            part = part[:-1]
        whole = whole.replace(",", "." if self.is_grouped else "")
        number = f"{whole},{part}" if part else whole
        return f"{self.before}{number}{'%' if self.is_percent else ''}{self.behind}".strip()


@cache
def parsed(code: str) -> NumberFormat | None:
    """A format code's first section; None for dates, text and `General`.

    >>> parsed("dd/mm/yyyy"), parsed("General"), parsed("@")
    (None, None, None)
    """
    section = code.split(";")[0]
    bare = _LITERAL.sub("", section)
    digits = _DIGITS.search(bare)
    if digits is None or re.search(r"[ymdhsEe@]|General", bare):
        return None
    literal = re.sub(r"\[[^\]]*\]|_.|\*.", "", section)
    marked = re.sub(
        r'"([^"]*)"|\\(.)', lambda match: (match[1] or match[2] or "").translate({ord(c): None for c in "#0?"}), literal
    )
    found = _DIGITS.search(marked)
    before, behind = (marked[: found.start()], marked[found.end() :]) if found else ("", "")
    places = digits[1] or ""
    return NumberFormat(
        "%" in bare, len(places.rstrip("#?")), len(places), "," in digits[0].rstrip(","), len(digits[2]),
        before.replace("%", ""), behind.replace("%", ""),
    )  # fmt: skip


def sheet_parts(archive: Archive) -> dict[str, str]:
    """The part that holds each sheet, by the sheet's name."""
    links = archive.xml("xl/_rels/workbook.xml.rels") if archive.has("xl/_rels/workbook.xml.rels") else ()
    targets = {link.get("Id", ""): link.get("Target", "") for link in links}
    parts: dict[str, str] = {}
    for sheet in archive.xml("xl/workbook.xml").iter(MAIN + "sheet"):
        target = targets.get(sheet.get(RELATION, ""), "")
        parts[sheet.get("name", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return parts


def cell_styles(archive: Archive) -> dict[int, NumberFormat]:
    """The number formats by the index that cells name; only those that change how a number looks."""
    if not archive.has("xl/styles.xml"):
        return {}
    styles = archive.xml("xl/styles.xml")
    codes = {
        int(one.get("numFmtId", "0")): one.get("formatCode", "")
        for one in styles.iter(MAIN + "numFmt")
        if one.get("numFmtId", "").isdigit()
    }
    formats: dict[int, NumberFormat] = {}
    for index, style in enumerate(styles.iterfind(f"{MAIN}cellXfs/{MAIN}xf")):
        number = style.get("numFmtId", "0")
        code = codes.get(int(number)) or BUILT_IN.get(int(number)) if number.isdigit() else None
        found = parsed(code) if code else None
        if found is not None:
            formats[index] = found
    return formats


def of_cells(archive: Archive, part: str, styles: dict[int, Look]) -> dict[tuple[int, int], Look]:
    """What the styles say of a sheet's cells, by row and column (from 0)."""
    formats: dict[tuple[int, int], Look] = {}
    if not styles or not archive.has(part):
        return formats
    try:
        for _, cell in etree.iterparse(
            BytesIO(archive.bytes_of(part)), tag=MAIN + "c", resolve_entities=False, no_network=True
        ):
            style, place = cell.get("s", ""), _PLACE.match(cell.get("r", ""))
            if place is not None and style.isdigit() and int(style) in styles:
                formats[int(place[2]) - 1, _column(place[1])] = styles[int(style)]
            cell.clear()
    except etree.XMLSyntaxError:
        return formats  # the reader of values says what is wrong
    return formats


def hidden_of(archive: Archive, part: str) -> tuple[frozenset[int], frozenset[int]]:
    """The rows and the columns (from 0) of a sheet that are hidden, filtered rows among them."""
    rows: set[int] = set()
    columns: set[int] = set()
    content = archive.bytes_of(part) if archive.has(part) else b""
    if not re.search(rb"\shidden=[\"'](?:1|true)", content):
        return frozenset(), frozenset()
    try:
        for _, element in etree.iterparse(
            BytesIO(content), tag=(MAIN + "row", MAIN + "col"), resolve_entities=False, no_network=True
        ):
            is_hidden = element.get("hidden") in ("1", "true")
            if is_hidden and element.tag == MAIN + "row":
                rows.add(_whole(element.get("r")) - 1)
            elif is_hidden:
                last = min(_whole(element.get("max")), 16_384)
                columns |= set(range(_whole(element.get("min")) - 1, last))
            element.clear()
    except etree.XMLSyntaxError:
        return frozenset(), frozenset()  # the reader of values says what is wrong
    return frozenset(rows), frozenset(columns)


def _whole(words: str | None) -> int:
    return int(words) if words and words.isascii() and words.isdigit() and len(words) < 8 else 0


def _column(letters: str) -> int:
    """
    >>> _column("A"), _column("AB")
    (0, 27)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
