"""The register as a workbook with the library's sheets and columns, and an empty one to fill in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter

COLUMNS: dict[str, tuple[str, ...]] = {
    "organisations": ("code", "name", "name_en", "parent"),
    "indicators": (
        "code", "name", "name_en", "unit", "direction", "additive", "lower", "upper", "over_places", "base", "organisation",
        "definition", "official_code", "aliases",
    ),
    "places": (
        "code", "name", "name_en", "kind", "parent", "start", "end", "weight", "size_population", "size_households", "size_area",
    ),
    "place_events": (
        "date", "kind", "from", "to", "act", "share_population", "share_households", "share_area", "name", "unit_kind", "note",
    ),
    "targets": (
        "id", "indicator", "place", "comparator", "value", "value_to", "start", "horizon", "cadence", "direction", "group",
        "organisation", "baseline", "weight", "name", "source", "note",
    ),
    "observations": (
        "indicator", "place", "period", "value", "unit", "status", "known", "source", "note", "entered_by", "withdrawn",
    ),
}  # fmt: skip
MOST_DIGITS = 15  # what a spreadsheet's number holds exactly


def workbook(tables: Mapping[str, Sequence[Mapping[str, Any]]]) -> bytes:
    """A sheet a table, with every column that its rows have; figures a spreadsheet would round are kept as text."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        for name, known in COLUMNS.items():
            rows = tables.get(name, ())
            more = dict.fromkeys(column for row in rows for column in row if column not in known)
            columns = (*known, *(one for one in more if one.startswith(("size_", "share_"))))
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, columns, bold)
            sheet.freeze_panes(1, 1)
            for at, row in enumerate(rows, 1):
                for number, column in enumerate(columns):
                    _write(sheet, at, number, row.get(column))
            sheet.set_column(0, len(columns) - 1, 16)
    return out.getvalue()


def _write(sheet: Any, at: int, number: int, cell: Any) -> None:
    if cell is None or cell == "" or cell is False:
        return
    if cell is True:
        sheet.write_string(at, number, "yes")
    elif (
        isinstance(cell, Decimal) and len(cell.as_tuple().digits) <= MOST_DIGITS and Decimal(repr(float(cell))) == cell
    ):
        sheet.write_number(at, number, float(cell))
    elif isinstance(cell, int):
        sheet.write_number(at, number, cell)
    elif isinstance(cell, Decimal):
        sheet.write_string(at, number, format(cell, "f"))
    else:
        sheet.write_string(at, number, cell.isoformat() if isinstance(cell, date) else str(cell))
