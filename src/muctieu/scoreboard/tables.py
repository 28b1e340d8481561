"""Tables of a register as lines of text: a folder of CSV files, or the sheets of one Excel workbook.

Takes a path, gives lines that read their own cells and know where they stand. Never interprets a cell beyond text,
number, day and choice.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import NamedTuple

from muctieu.errors import FileDamaged, FileMissing, FileUnreadable, RegisterUnknown, ValueInvalid

COLUMNS: dict[str, tuple[str, ...]] = {
    "indicators": ("code", "name", "unit"),
    "targets": ("id", "indicator", "value", "start", "horizon"),
    "observations": ("indicator", "period", "value"),
    "places": ("code", "name"),
    "place_events": ("date", "kind", "from", "act"),
}
OPTIONAL = ("places", "place_events")
THOUSANDS = re.compile(r"-?\d{1,3}(\.\d{3})+,\d+\Z|-?\d{1,3}(\.\d{3}){2,}\Z")


class Line(NamedTuple):
    """One line of a table: where it stands, and its cells by column."""

    place: str
    cells: Mapping[str, str]

    def invalid(self, column: str, reason_vi: str, reason_en: str) -> ValueInvalid:
        """The error for a cell of this line."""
        place = f"{self.place}, {column}"
        return ValueInvalid(place=place, value=self.cells.get(column, ""), reason_vi=reason_vi, reason_en=reason_en)

    def text(self, column: str, needed: bool = False) -> str:
        """The cell's words; raises where it is needed and empty."""
        found = self.cells.get(column, "").strip()
        if needed and not found:
            raise self.invalid(column, "ô này không được để trống.", "this cell must not be empty.")
        return found

    def choice(self, column: str, among: Sequence[str]) -> str | None:
        """One of a few words, or None where the cell is empty."""
        found = self.text(column)
        if found and found not in among:
            words = ", ".join(among)
            raise self.invalid(column, f"phải là một trong: {words}.", f"it must be one of: {words}.")
        return found or None

    def yes(self, column: str) -> bool:
        """Whether the cell says yes."""
        return self.text(column).casefold() in ("yes", "true", "1", "có", "x")

    def number(self, column: str) -> Decimal | None:
        """A figure with a decimal point or a decimal comma (`57.7`, `57,7`, `1.234.567,89`), or None where empty."""
        found = self.text(column).replace(" ", "").replace("\N{NO-BREAK SPACE}", "")
        if not found:
            return None
        if THOUSANDS.match(found):
            found = found.replace(".", "")
        try:
            value = Decimal(found.replace(",", "."))
        except InvalidOperation:
            value = Decimal("NaN")
        if not value.is_finite():
            raise self.invalid(
                column, "không phải là số; hãy ghi như 57,7 hoặc 57.7.", "it is no number; write it as 57.7."
            )
        return value

    def year(self, column: str) -> int:
        """A year of four digits."""
        found = self.text(column, needed=True)
        if not re.fullmatch(r"\d{4}", found) or found == "0000":
            raise self.invalid(column, "không phải là một năm; hãy ghi như 2025.", "it is no year; write it as 2025.")
        return int(found)

    def day(self, column: str) -> date | None:
        """A day as 2024-02-15 or 15/02/2024, or None where empty."""
        found = self.text(column)
        if not found:
            return None
        for shape in ("%Y-%m-%d", "%d/%m/%Y"):
            try:
                return datetime.strptime(found, shape).date()
            except ValueError:
                continue
        raise self.invalid(
            column,
            "không phải là một ngày; hãy ghi như 2024-02-15 hoặc 15/02/2024.",
            "it is no day; write it as 2024-02-15.",
        )


def read_tables(path: Path) -> dict[str, list[Line]]:
    """The tables of a register by name.

    Raises InputError for what cannot be read, ValueInvalid for a missing column.
    """
    if path.is_dir():
        return {name: _from_csv(path / f"{name}.csv", name) for name in COLUMNS}
    if not path.exists():
        raise FileMissing(name=str(path))
    if path.suffix.casefold() != ".xlsx":
        raise RegisterUnknown(name=str(path), found=path.suffix or "?")
    return _from_workbook(path)


def _from_csv(path: Path, name: str) -> list[Line]:
    if not path.is_file():
        if name in OPTIONAL:
            return []
        raise FileMissing(name=str(path))
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileDamaged(name=str(path), kind="CSV (UTF-8)", place=f"byte {error.start}") from error
    except OSError as error:
        raise FileUnreadable(name=str(path), reason=error.strerror or str(error)) from error
    head = text.partition("\n")[0]
    delimiter = ";" if head.count(";") > head.count(",") else "\t" if "\t" in head else ","
    return _lines(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), path.name, name)


def _from_workbook(path: Path) -> dict[str, list[Line]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_path(path)
        sheets = {name: book.get_sheet_by_name(name).to_python() for name in COLUMNS if name in book.sheet_names}
    except (CalamineError, OSError) as error:
        raise FileDamaged(name=str(path), kind="xlsx", place=str(error)) from error
    missing = [name for name in COLUMNS if name not in sheets and name not in OPTIONAL]
    if missing:
        raise ValueInvalid(
            place=path.name, value=", ".join(book.sheet_names), reason_vi=f"thiếu trang tính {', '.join(missing)}.",
            reason_en=f"the sheet {', '.join(missing)} is missing.",
        )  # fmt: skip
    cells = {name: [[_cell(cell) for cell in row] for row in rows] for name, rows in sheets.items()}
    return {name: _lines(cells.get(name, []), f"{path.name} [{name}]", name) for name in COLUMNS}


def _cell(cell: object) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else ""
    if isinstance(cell, float):
        return repr(int(cell)) if cell.is_integer() else repr(cell)
    return cell.isoformat()[:10] if isinstance(cell, date) else str(cell)


def _lines(rows: Iterable[Sequence[str]], file: str, name: str) -> list[Line]:
    filled = [(number, row) for number, row in enumerate(rows, 1) if any(cell.strip() for cell in row)]
    if not filled:
        if name in OPTIONAL:
            return []
        filled = [(1, [])]
    head = [cell.strip().casefold() for cell in filled[0][1]]
    missing = [column for column in COLUMNS[name] if column not in head]
    if missing:
        raise ValueInvalid(
            place=f"{file}, dòng 1", value=", ".join(head), reason_vi=f"thiếu cột {', '.join(missing)}.",
            reason_en=f"the column {', '.join(missing)} is missing.",
        )  # fmt: skip
    return [Line(f"{file}, dòng {number}", dict(zip(head, row, strict=False))) for number, row in filled[1:]]
