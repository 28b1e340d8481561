"""The board as files for a spreadsheet: CSV (with a byte order mark, so that Excel reads its letters) and XLSX."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from typing import Any

import xlsxwriter

from muctieu.errors import Language
from muctieu.scoreboard.judgement import target_words
from muctieu.scoreboard.words import STATUSES, Words, unit_words
from muctieu_web.queries.board import BoardPage

HEADS = (
    Words("Nhóm", "Group"),
    Words("Chỉ tiêu", "Target"),
    Words("Đơn vị tính", "Unit"),
    Words("Mục tiêu", "Goal"),
    Words("Giá trị mục tiêu", "Target value"),
    Words("Hạn", "Horizon"),
    Words("Kỳ mới nhất", "Latest period"),
    Words("Giá trị mới nhất", "Latest value"),
    Words("So mục tiêu", "Share of target"),
    Words("Quãng đường đã đi", "Way gone"),
    Words("Thời gian đã qua", "Time gone"),
    Words("Xác suất đạt", "Chance"),
    Words("Trạng thái", "Status"),
    Words("Lý do", "Reason"),
    Words("Cơ quan chịu trách nhiệm", "Responsible"),
    Words("Mã", "Code"),
)
SHARES = (8, 9, 10, 11)


def rows(page: BoardPage, language: Language) -> list[list[Any]]:
    """One row a target, in the order of `HEADS`; shares of one, None where there is none."""
    made = []
    for group in page.groups:
        for one in group.standings:
            target = one.target
            name = target.name if language == "vi" else target.name_en or target.name
            made.append([
                target.group, name, unit_words(target.unit, language), target_words(target).of(language), target.value,
                target.horizon, one.latest.period if one.latest else None, one.latest.value if one.latest else None,
                one.share_of_plan, one.way, one.time, one.probability, STATUSES[one.status].of(language),
                one.reason.of(language), target.organisation, target.id,
            ])  # fmt: skip
    return made


def board_csv(page: BoardPage, language: Language) -> bytes:
    """The rows as CSV; a cell that a spreadsheet would take for a formula is led by an apostrophe."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([head.of(language) for head in HEADS])
    for row in rows(page, language):
        writer.writerow([_harmless(cell) for cell in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _harmless(cell: Any) -> Any:
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in "=+-@\t\r" and cell else cell


def board_xlsx(page: BoardPage, language: Language) -> bytes:
    """The rows as a workbook of one sheet with a head that stays in view."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet(Words("Bảng điểm", "Scoreboard").of(language))
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        share = book.add_format({"num_format": "0.0%"})
        sheet.write_row(0, 0, [head.of(language) for head in HEADS], bold)
        for at, row in enumerate(rows(page, language), 1):
            for column, cell in enumerate(row):
                if cell is not None:
                    sheet.write(at, column, cell, share if column in SHARES else None)
        sheet.freeze_panes(1, 2)
        sheet.set_column(0, 0, 22)
        sheet.set_column(1, 1, 46)
        sheet.set_column(2, 12, 14)
        sheet.set_column(13, 13, 60)
        sheet.set_column(14, 15, 24)
    return out.getvalue()
