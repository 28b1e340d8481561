"""A file of tables (one CSV, or a workbook with sheets named as the register's tables) → its lines by table, cells as words.

Figures become plain digits with a decimal point. A column's marks are settled by those of its figures that leave no doubt; a
figure that still reads in two ways is told. Takes the bytes alone; writes nothing.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from muctieu_web.access import Refused
from muctieu_web.actions.figures import doubt, marks_of, read_figure

TABLES: dict[str, tuple[str, ...]] = {
    "organisations": ("code", "name"),
    "indicators": ("code", "name", "unit"),
    "places": ("code", "name"),
    "place_events": ("date", "kind", "from", "act"),
    "targets": ("id", "indicator", "value", "start", "horizon"),
    "observations": ("indicator", "period", "value"),
}
"""The tables in the order in which they are taken, with the columns that each must have."""
TELLING = {"observations": "period", "targets": "horizon", "place_events": "act", "indicators": "unit"}
NUMBERS = ("value", "value_to", "lower", "upper", "baseline", "weight")
LARGEST, MOST_LINES = 200 * 1024 * 1024, 20_000
MOST_OF_LISTS = 5_000  # lines that are no figures are kept one by one under the database's lock


@dataclass(slots=True)
class TableLine:
    """One line: its table, where it stands, its words by column, and a figure that nobody could read for certain."""

    table: str
    number: int
    words: dict[str, str]
    faults: list[Refused] = field(default_factory=list)


def read_lines(name: str, content: bytes) -> list[TableLine]:
    """All lines of the file. Raises `Refused` for what is no such file, lacks a column, or is too large."""
    is_workbook = content.startswith(b"PK")
    sheets = _workbook(name, content) if is_workbook else {"": _csv(name, content)}
    found: list[TableLine] = []
    for sheet, rows in sheets.items():
        found += _lines(name, sheet, rows)
    if not found:
        raise _refused(f"«{name}» không có dòng số liệu nào.", f"“{name}” has no lines.")
    lists = sum(line.table != "observations" for line in found)
    if len(found) > MOST_LINES or lists > MOST_OF_LISTS:
        raise _refused(
            f"«{name}» có {len(found)} dòng, {lists} dòng danh mục; mỗi lần nhập tối đa {MOST_LINES} dòng, {MOST_OF_LISTS} dòng "
            "danh mục. Hãy tách tệp.",
            f"“{name}” has {len(found)} lines, {lists} of them of lists; at most {MOST_LINES} lines and {MOST_OF_LISTS} of lists at a "
            "time. Split the file.",
        )
    order = list(TABLES)
    return sorted(found, key=lambda line: (order.index(line.table), line.number))


def _refused(vi: str, en: str) -> Refused:
    return Refused(field="file", reason_vi=vi, reason_en=en)


def _workbook(name: str, content: bytes) -> dict[str, list[list[Any]]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            size = sum(one.file_size for one in packed.infolist())
        if size > LARGEST:
            raise _refused(f"«{name}» bung ra quá lớn.", f"“{name}” unpacks to too much.")
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [one for one in book.sheet_names if one in TABLES]
        wanted = {one: one for one in sheets} or dict.fromkeys(book.sheet_names[:1], "")
        return {known: book.get_sheet_by_name(sheet).to_python() for sheet, known in wanted.items()}
    except (CalamineError, zipfile.BadZipFile, OSError) as error:
        raise _refused(
            f"Không đọc được «{name}»: tệp hỏng, hoặc không phải .xlsx.",
            f"“{name}” cannot be read: damaged, or no .xlsx.",
        ) from error


def _csv(name: str, content: bytes) -> list[list[Any]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused(
            f"«{name}» không phải .xlsx, cũng không phải CSV UTF-8; hãy lưu lại từ Excel.",
            f"“{name}” is neither .xlsx nor CSV in UTF-8; save it again from Excel.",
        ) from error
    head = text.partition("\n")[0]
    mark = ";" if head.count(";") > head.count(",") else "\t" if "\t" in head else ","
    try:
        return [list(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark)]
    except csv.Error as error:
        raise _refused(f"«{name}» không phải là một bảng CSV.", f"“{name}” is no table in CSV.") from error


def _lines(name: str, sheet: str, rows: Sequence[Sequence[Any]]) -> list[TableLine]:
    filled = [(number, row) for number, row in enumerate(rows, 1) if any(str(cell).strip() for cell in row)]
    if not filled:
        return []
    head = [str(cell).strip().casefold() for cell in filled[0][1]]
    table = sheet or next((one for one, column in TELLING.items() if column in head), "")
    table = table or ("places" if "kind" in head else "organisations")
    missing = [column for column in TABLES[table] if column not in head]
    if missing:
        raise _refused(
            f"«{name}», bảng {table}: thiếu cột {', '.join(missing)}; hãy tải tệp mẫu.",
            f"“{name}”, table {table}: the column {', '.join(missing)} is missing; download the template.",
        )
    lines = [(number, dict(zip(head, row, strict=False))) for number, row in filled[1:]]
    columns = [one for one in head if one in NUMBERS or one.startswith(("size_", "share_"))]
    marks = {one: marks_of(cell for _, cells in lines if isinstance(cell := cells.get(one), str)) for one in columns}
    return [_line(table, number, cells, marks) for number, cells in lines]


def _line(table: str, number: int, cells: dict[str, Any], marks: dict[str, Any]) -> TableLine:
    line = TableLine(table, number, {column: _words(cell) for column, cell in cells.items() if column})
    for column in marks.keys() & cells.keys():
        cell = cells[column]
        if not isinstance(cell, str) or not cell.strip():
            continue
        try:
            read = read_figure(cell, marks[column], "vi", column)
        except Refused as refused:
            line.faults.append(refused)
            continue
        if read.other is not None:
            line.faults.append(doubt(cell, read, column))
        line.words[column] = format(read.value, "f")
    return line


def _words(cell: Any) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else ""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else format(Decimal(repr(cell)), "f")
    return cell.isoformat()[:10] if isinstance(cell, date) else str(cell).strip()
