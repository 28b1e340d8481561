"""The board, and the register's observations, as CSV: for a spreadsheet, with CSVW metadata, and as SDMX-CSV.

Takes a board or a register, gives text. Never rounds; a missing figure is an empty cell.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from datetime import date

from muctieu.errors import Language
from muctieu.forecast import Forecast
from muctieu.observations import Point
from muctieu.scoreboard.board import Board
from muctieu.scoreboard.judgement import target_words
from muctieu.scoreboard.register import Register
from muctieu.scoreboard.words import STATUSES
from muctieu.values.period import Period

# column: CSVW datatype, and what it is in both languages
COLUMNS: dict[str, tuple[str, str, str]] = {
    "id": ("string", "mã", "id"),
    "name": ("string", "chỉ tiêu", "target"),
    "place": ("string", "địa bàn", "place"),
    "group": ("string", "nhóm", "group"),
    "organisation": ("string", "cơ quan", "organisation"),
    "unit": ("string", "đơn vị tính", "unit"),
    "target": ("string", "mục tiêu", "target value in words"),
    "value": ("decimal", "giá trị mục tiêu", "target value"),
    "value_to": ("decimal", "giá trị mục tiêu, đầu trên", "upper end of the target"),
    "horizon": ("gYear", "hạn", "year by which"),
    "cadence": ("string", "cách tính: end, annual, average", "cadence: end, annual, average"),
    "status": ("string", "trạng thái", "status"),
    "status_words": ("string", "trạng thái bằng lời", "status in words"),
    "period": ("string", "kỳ của số liệu mới nhất", "period of the latest figure"),
    "latest": ("decimal", "số liệu mới nhất", "latest figure"),
    "on_weights": (
        "double",
        "phần số liệu mới nhất dựa vào trọng số khi địa giới đổi",
        "share of the latest figure resting on weights",
    ),
    "baseline": ("decimal", "số liệu gốc", "base figure"),
    "share_of_plan": ("double", "tỷ lệ so với mục tiêu (1 = 100%)", "share of plan (1 is all)"),
    "way": ("double", "phần quãng đường đã đi", "share of the way gone"),
    "time": ("double", "phần thời gian đã qua", "share of the time gone"),
    "needed_a_year": ("double", "còn cần mỗi năm", "pace needed a year"),
    "growth": ("double", "tăng so với cùng kỳ, %", "growth over the same period a year before, %"),
    "probability": ("double", "xác suất đạt", "chance of reaching it"),
    "low": ("double", "dự báo, đầu dưới (80%)", "forecast, lower end (80%)"),
    "high": ("double", "dự báo, đầu trên (80%)", "forecast, upper end (80%)"),
    "reason": ("string", "lý do", "reason"),
}


def render_csv(board: Board, language: Language = "vi") -> str:
    """One line a target, one column for each of `COLUMNS`."""
    rows = []
    for one in board.standings:
        target, made = one.target, one.forecast if isinstance(one.forecast, Forecast) else None
        rows.append([
            target.id, target.name if language == "vi" else target.name_en or target.name, target.place, target.group,
            target.organisation, target.unit, target_words(target).of(language), target.value, target.value_to, target.horizon,
            target.cadence, one.status, STATUSES[one.status].of(language), one.latest.period if one.latest else None,
            one.latest.value if one.latest else None, _on_weights(one.latest), one.base.value if one.base else None, one.share_of_plan,
            one.way, one.time,
            one.needed.a_year if one.needed else None, one.growth, one.probability, made.low if made else None,
            made.high if made else None, one.reason.of(language),
        ])  # fmt: skip
    return written(list(COLUMNS), rows)


def _on_weights(point: Point | None) -> float | None:
    return float(point.gathered.on_weights) if point and point.gathered else None


def render_csvw(board: Board, url: str = "board.csv") -> str:
    """The metadata of `render_csv`'s file after the W3C's Metadata Vocabulary for Tabular Data (CSVW), in JSON."""
    columns = [
        {"name": name, "titles": {"vi": vi, "en": en}, "datatype": datatype}
        for name, (datatype, vi, en) in COLUMNS.items()
    ]
    described = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "vi"}],
        "url": url,
        "dialect": {"header": True, "encoding": "utf-8"},
        "dc:title": f"Bảng điểm chỉ tiêu {board.register.name}, ngày {board.as_of.isoformat()}",
        "tableSchema": {"columns": [{**column, "titles": column["name"]} | {"dc:description": column["titles"]} for column in columns],
                        "primaryKey": "id"},
    }  # fmt: skip
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"


SDMX_STATUS = {"official": "A", "preliminary": "P", "estimated": "E"}
SDMX_HEAD = ("STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ", "REF_AREA", "INDICATOR", "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE",
             "OBS_STATUS", "COMMENT_OBS")  # fmt: skip


def render_sdmx(register: Register, as_of: date) -> str:
    """What was known on a day as SDMX-CSV 2.0, as it was entered: nothing gathered over a change of bounds.

    One line an observation, status by the code list CL_OBS_STATUS (A, P, E).
    """
    rows = []
    for indicator, place in register.observations.series():
        for point in map(Point.of, register.observations.known(indicator, place, as_of)):
            rows.append([
                "dataflow", "MUCTIEU:OBSERVATIONS(1.0)", "I", _frequency(point.period), place or "_T", indicator,
                _sdmx_period(point.period), f"{point.value:f}", register.indicators[indicator].unit,
                SDMX_STATUS.get(point.status, "A"), point.note or point.source,
            ])  # fmt: skip
    return written(SDMX_HEAD, rows)


FREQUENCIES = {"year": "A", "half": "S", "quarter": "Q", "month": "M", "day": "D", "span": "N"}


def _frequency(period: str) -> str:
    """The code of a period's length in SDMX's code list CL_FREQ."""
    return FREQUENCIES[Period.parse(period).kind]


def _sdmx_period(period: str) -> str:
    """A span as SDMX's time range: first day and length in months.

    >>> _sdmx_period("2023-01/2023-09"), _sdmx_period("2024-Q1")
    ('2023-01-01/P9M', '2024-Q1')
    """
    parsed = Period.parse(period)
    if parsed.kind != "span":
        return period
    first, until = parsed.first_day, parsed.day_after
    return f"{first.isoformat()}/P{(until.year - first.year) * 12 + until.month - first.month}M"


def written(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """CSV with a head line, lines ended by \\n; floats to six places, nothing as an empty cell."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([[_cell(cell) for cell in row] for row in rows])
    return stream.getvalue()


def _cell(cell: object) -> object:
    return "" if cell is None else round(cell, 6) if isinstance(cell, float) else cell
