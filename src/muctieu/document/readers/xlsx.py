"""Spreadsheets (`.xlsx`, `.xls`, `.ods`): each sheet → its name as a heading and its cells as a table. Values as shown, no formulas.

Hidden sheets are left out; merged cells span as they do in the sheet; numbers are written in Vietnamese style.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from muctieu.document.layout import CellText, Layout, LayoutBuilder
from muctieu.document.readers.archive import Archive
from muctieu.document.readers.xlsx_formats import NumberFormat, cell_formats, cell_styles, sheet_parts
from muctieu.errors import FileDamaged, FileEmpty, FileTooLarge

_MOST_CELLS = 5_000_000
Formats = dict[tuple[int, int], NumberFormat]


def read(source: bytes, name: str) -> Layout:
    """The layout of a workbook; `FileDamaged` where it cannot be opened, `FileEmpty` where no cell is filled, `FileTooLarge` past 5 million cells."""
    archive = Archive(source, name, "Excel") if source.startswith(b"PK") else None
    if archive is not None:
        archive.check()
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(source))
    except (CalamineError, ValueError, OSError) as error:
        raise FileDamaged(name=name, place=str(error)[:80], kind="Excel") from error
    builder = LayoutBuilder()
    cells = 0
    is_xlsx = archive is not None and archive.has("xl/workbook.xml")
    styles, parts = (cell_styles(archive), sheet_parts(archive)) if archive is not None and is_xlsx else ({}, {})
    for sheet in workbook.sheets_metadata:
        if sheet.visible != SheetVisibleEnum.Visible:
            continue
        try:
            page = workbook.get_sheet_by_name(sheet.name)
            rows = page.to_python(skip_empty_area=True)
        except (CalamineError, ValueError) as error:
            raise FileDamaged(name=name, place=sheet.name, kind="Excel") from error
        cells += sum(map(len, rows))
        if cells > _MOST_CELLS:
            raise FileTooLarge(name=name, size=f"{cells} ô", limit=f"{_MOST_CELLS} ô")
        formats = (
            cell_formats(archive, parts[sheet.name], styles) if archive is not None and sheet.name in parts else {}
        )
        _add_sheet(builder, sheet.name, page, rows, formats)
    layout = builder.finish()
    if not layout.text.strip():
        raise FileEmpty(name=name)
    return layout


def _add_sheet(
    builder: LayoutBuilder, name: str, page: Any, rows: Sequence[Sequence[object]], formats: Formats
) -> None:
    """A sheet's name and its filled rows; cells that a merged one covers are left out."""
    top, left = page.start or (0, 0)
    spans, covered = _merged(page.merged_cell_ranges or ())
    table: list[list[CellText]] = []
    for number, row in enumerate(rows, top):
        words = [shown(value, formats.get((number, column))) for column, value in enumerate(row, left)]
        last = max((n for n, cell in enumerate(words) if cell), default=-1)
        if last < 0:
            continue
        table.append(
            [
                CellText([word], *spans.get((number, column), (1, 1)), column - left)
                for column, word in enumerate(words, left)
                if (number, column) not in covered
            ]
        )
    if table:
        builder.paragraph(name, 1)
        builder.table(_without_empty_tail(table))


def _merged(ranges: Any) -> tuple[dict[tuple[int, int], tuple[int, int]], set[tuple[int, int]]]:
    """How far merged cells span, by their first cell, and the cells that they cover; vast ones (whole rows) are let be."""
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    covered: set[tuple[int, int]] = set()
    for (top, left), (bottom, right) in ranges:
        height, width = bottom - top + 1, right - left + 1
        if height * width > 10_000:
            continue
        spans[top, left] = height, width
        covered |= {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)} - {
            (top, left)
        }
    return spans, covered


def _without_empty_tail(table: list[list[CellText]]) -> list[list[CellText]]:
    """The rows without the columns at their right end that no row fills."""
    width = max((cell.column or 0) + cell.column_span for row in table for cell in row if cell.pieces[0])
    return [[cell for cell in row if (cell.column or 0) < width] for row in table]


def shown(value: object, look: NumberFormat | None = None) -> str:
    """A cell's value as a Vietnamese report writes it.

    >>> shown(1234.5), shown(12.0), shown(0.1 + 0.2), shown(date(2023, 9, 5))
    ('1234,5', '12', '0,3', '05/09/2023')
    """
    if isinstance(value, bool) or value is None:
        return "" if value is None else ("có" if value else "không")
    if isinstance(value, int | float):
        if look is not None and abs(value) < 1e15:
            return look.shown(value)
        whole = f"{value:.10g}" if abs(value) < 1e10 else f"{value:.0f}"
        number = f"{float(whole):.10f}".rstrip("0").rstrip(".") if "." in f"{float(whole):.10f}" else whole
        return number.replace(".", ",")
    if isinstance(value, datetime | date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, time | timedelta):
        return str(value)
    return str(value).strip()
