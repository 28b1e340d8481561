"""Excel 2003 workbooks in XML, which statistics programs write under the name `.xls`: bytes → `Layout`, each sheet a table."""

from __future__ import annotations

from datetime import datetime

from lxml import etree

from muctieu.document.layout import CellText, Layout, LayoutBuilder
from muctieu.document.readers.archive import safe_xml
from muctieu.document.readers.xlsx import shown

NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet"
SS = f"{{{NAMESPACE}}}"


def read(source: bytes, name: str) -> Layout:
    """The layout of the workbook; `FileDamaged` or `FileHostile` where its XML cannot be read."""
    builder = LayoutBuilder()
    for sheet in safe_xml(source, name, "Workbook", "Excel").iter(SS + "Worksheet"):
        rows = [row for row in map(_cells, sheet.iterfind(f"{SS}Table/{SS}Row")) if any(cell.pieces[0] for cell in row)]
        if rows:
            builder.paragraph(sheet.get(SS + "Name", ""), 1)
            builder.table(rows)
    return builder.finish()


def _cells(row: etree._Element) -> list[CellText]:
    cells: list[CellText] = []
    column = 0
    for cell in row.iterfind(SS + "Cell"):
        column = _whole(cell, "Index", column + 1) - 1
        down, across = _whole(cell, "MergeDown", 0) + 1, _whole(cell, "MergeAcross", 0) + 1
        cells.append(CellText([_value(cell.find(SS + "Data"))], down, across, column))
        column += across
    return cells


def _value(said: etree._Element | None) -> str:
    if said is None:
        return ""
    words = "".join(map(str, said.itertext())).strip()
    kind = said.get(SS + "Type")
    try:
        value = float(words) if kind == "Number" else datetime.fromisoformat(words) if kind == "DateTime" else words
    except ValueError:
        return words
    return shown(value)


def _whole(cell: etree._Element, attribute: str, default: int) -> int:
    said = cell.get(SS + attribute, "")
    return min(int(said), 20_000) if said.isascii() and said.isdigit() else default
