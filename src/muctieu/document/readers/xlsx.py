"""Spreadsheets (`.xlsx`): each sheet → its name as a heading and its cells as a table. Values as shown in Vietnamese style, no formulas."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from io import BytesIO

from python_calamine import CalamineError, CalamineWorkbook

from muctieu.document.layout import CellText, Layout, LayoutBuilder
from muctieu.document.readers.archive import Archive
from muctieu.errors import FileDamaged, FileEmpty, FileTooLarge

_MOST_CELLS = 5_000_000


def read(source: bytes, name: str) -> Layout:
    """The layout of a workbook; `FileDamaged` where it cannot be opened, `FileEmpty` where no cell is filled, `FileTooLarge` past 5 million cells."""
    if source.startswith(b"PK"):
        Archive(source, name, "Excel").check()
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(source))
    except (CalamineError, ValueError, OSError) as error:
        raise FileDamaged(name=name, place=str(error)[:80], kind="Excel") from error
    builder = LayoutBuilder()
    cells = 0
    for sheet in workbook.sheet_names:
        try:
            rows = workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=True)
        except (CalamineError, ValueError) as error:
            raise FileDamaged(name=name, place=sheet, kind="Excel") from error
        cells += sum(map(len, rows))
        if cells > _MOST_CELLS:
            raise FileTooLarge(name=name, size=f"{cells} ô", limit=f"{_MOST_CELLS} ô")
        words = [[shown(value) for value in row] for row in rows]
        words = [row for row in words if any(row)]
        if words:
            builder.paragraph(sheet, 1)
            width = max(len(row) - next(n for n, cell in enumerate(reversed(row)) if cell) for row in words)
            builder.table([[CellText([cell]) for cell in row[:width]] for row in words])
    layout = builder.finish()
    if not layout.text.strip():
        raise FileEmpty(name=name)
    return layout


def shown(value: object) -> str:
    """A cell's value as a Vietnamese report writes it.

    >>> shown(1234.5), shown(12.0), shown(0.1 + 0.2), shown(date(2023, 9, 5))
    ('1234,5', '12', '0,3', '05/09/2023')
    """
    if isinstance(value, bool) or value is None:
        return "" if value is None else ("có" if value else "không")
    if isinstance(value, int | float):
        whole = f"{value:.10g}" if abs(value) < 1e10 else f"{value:.0f}"
        number = f"{float(whole):.10f}".rstrip("0").rstrip(".") if "." in f"{float(whole):.10f}" else whole
        return number.replace(".", ",")
    if isinstance(value, datetime | date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, time | timedelta):
        return str(value)
    return str(value).strip()
