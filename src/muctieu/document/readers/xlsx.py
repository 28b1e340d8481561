"""Spreadsheets (`.xlsx`, `.xls`, `.ods`): each sheet → its name as a heading and its cells as a table. Values as shown, no formulas.

Hidden sheets, rows and columns are left out; titles and notes stand before and behind the table; numbers are written in Vietnamese style.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from muctieu.document.layout import Layout, LayoutBuilder
from muctieu.document.readers.archive import Archive
from muctieu.document.readers.old_fonts import as_shown
from muctieu.document.readers.xlsx_fonts import font_by_letters, old_fonts_of_styles, texts_of_several_fonts
from muctieu.document.readers.xlsx_formats import NumberFormat, cell_styles, hidden_of, of_cells, sheet_parts
from muctieu.document.readers.xlsx_sheet import Hidden, add_sheet
from muctieu.errors import FileDamaged, FileEmpty, FileEncrypted, FileTooLarge

MANIFEST = "META-INF/manifest.xml"
_MOST_CELLS = 5_000_000


def read(source: bytes, name: str) -> Layout:
    """The layout of a workbook; `FileDamaged` where it cannot be opened, `FileEmpty` where no cell is filled, `FileTooLarge` past 5 million cells."""
    archive = Archive(source, name, "Excel") if source.startswith(b"PK") else None
    if archive is not None:
        archive.check()
        if archive.has(MANIFEST) and b"encryption-data" in archive.bytes_of(MANIFEST):
            raise FileEncrypted(name=name)
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(source))
    except (CalamineError, ValueError, OSError) as error:
        raise FileDamaged(name=name, place=str(error)[:80], kind="Excel") from error
    builder = LayoutBuilder()
    cells = 0
    looks = _Looks(archive if archive is not None and archive.has("xl/workbook.xml") else None)
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
        looks.open(sheet.name, rows)
        add_sheet(builder, sheet.name, page, rows, looks.shown, looks.hidden)
    layout = builder.finish()
    if not layout.text.strip():
        raise FileEmpty(name=name)
    return layout


class _Looks:
    """How the cells of the open sheet look: the formats of numbers and the old fonts of words, as far as the file tells them."""

    def __init__(self, archive: Archive | None) -> None:
        self.archive = archive
        self.formats: dict[tuple[int, int], NumberFormat] = {}
        self.fonts: dict[tuple[int, int], str] = {}
        self.hidden = Hidden()
        self.font = ""  # of all words of the sheet, where no font is told
        if archive is not None:
            self._styles, self._parts = cell_styles(archive), sheet_parts(archive)
            self._old_fonts, self._texts = old_fonts_of_styles(archive), texts_of_several_fonts(archive)

    def open(self, sheet: str, rows: Sequence[Sequence[object]]) -> None:
        """Turns to the sheet with this name and these values."""
        if self.archive is None:
            self.font = font_by_letters(value for row in rows for value in row)
        elif sheet in self._parts:
            self.formats = of_cells(self.archive, self._parts[sheet], self._styles)
            self.fonts = of_cells(self.archive, self._parts[sheet], self._old_fonts)
            self.hidden = Hidden(*hidden_of(self.archive, self._parts[sheet]))

    def shown(self, value: object, place: tuple[int, int]) -> str:
        """The value of the cell in this row and column (from 0) as the sheet shows it."""
        words = shown(value, self.formats.get(place))
        if not isinstance(value, str):
            return words
        if self.archive is not None and words in self._texts:
            return self._texts[words]
        return as_shown(words, self.fonts.get(place, self.font))


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
