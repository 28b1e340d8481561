"""`muctieu forecast`: each target's interval at its horizon, the chance of reaching it, and how such forecasts did before."""

from __future__ import annotations

import json
from argparse import Namespace
from typing import TYPE_CHECKING, Any

from muctieu.cli.board import add_register, day_of, register_path
from muctieu.cli.language import say, spoken
from muctieu.cli.options import add_language, add_output
from muctieu.cli.output import open_output
from muctieu.cli.parsing import Parser

if TYPE_CHECKING:
    from muctieu.scoreboard.board import Board
    from muctieu.scoreboard.register import Register


def add_parser(subparsers: Any) -> Parser:
    """Adds the verb's parser."""
    parser: Parser = subparsers.add_parser(
        "forecast",
        help=say("dự báo từng chỉ tiêu đến hạn", "forecast each target at its horizon"),
        description=say(
            "Dự báo giá trị từng chỉ tiêu vào năm hạn (khoảng 80%), xác suất đạt, và kiểm lại phương pháp trên chính số liệu cũ.",
            "Forecasts each target at its horizon (80% interval), the chance of reaching it, and tests the method on the past.",
        ),
    )
    add_register(parser)
    parser.add_argument(
        "--indicator",
        action="append",
        default=[],
        metavar=say("MÃ", "CODE"),
        help=say(
            "chỉ chỉ tiêu thống kê có mã này (lặp lại được)", "only the indicator with this code (may be repeated)"
        ),
    )
    parser.add_argument(
        "--place",
        action="append",
        default=[],
        metavar=say("ĐỊA_BÀN", "PLACE"),
        help=say("chỉ xét địa bàn có mã này (lặp lại được)", "only the place with this code (may be repeated)"),
    )
    parser.add_argument(
        "--backtest",
        action="store_true",
        help=say(
            "thay vào đó: kiểm lại trên mọi chuỗi năm của sổ, in tỷ lệ khoảng 80% chứa đúng kết quả",
            "instead: test on every yearly series of the register how often the 80% interval held the result",
        ),
    )
    parser.add_argument(
        "--format",
        choices=("table", "json"),
        default="table",
        dest="form",
        help=say("dạng kết quả (mặc định table)", "format (default table)"),
    )
    add_output(parser)
    add_language(parser)
    return parser


def run(arguments: Namespace) -> int:
    """Writes the forecasts, or the backtest; 0."""
    from muctieu.scoreboard.board import board
    from muctieu.scoreboard.reading import read_register

    register = read_register(register_path(arguments.register))
    if arguments.backtest:
        text = _backtest(register, arguments.form)
    else:
        made = board(register, day_of(arguments.on) or register.latest_day, arguments.place)
        text = _forecasts(made, arguments.form, set(arguments.indicator))
    with open_output(arguments.output) as stream:
        stream.write(text)
    return 0


def _backtest(register: Register, form: str) -> str:
    from muctieu.forecast import backtest

    report = backtest(register.annual_series())
    if form == "json":
        rows = [row._asdict() for row in report.rows]
        return json.dumps({"level": report.level, "series": report.series, "rows": rows}, indent=2) + "\n"
    return report.table() + "\n"


def _forecasts(made: Board, form: str, indicators: set[str]) -> str:
    from muctieu.cli.table import Cell, Column, has_colour, table_lines, terminal_width
    from muctieu.forecast import Forecast, TooFew
    from muctieu.scoreboard.judgement import target_words
    from muctieu.scoreboard.render_json import standing_fields
    from muctieu.scoreboard.words import percent, quantity

    language = spoken()
    chosen = [one for one in made.standings if not indicators or one.target.indicator in indicators]
    if form == "json":
        kept = ("id", "indicator", "name", "place", "unit", "value", "value_to", "horizon", "latest", "needed", "forecast",
                "probability")  # fmt: skip
        fields = [{key: standing_fields(one, language)[key] for key in kept} for one in chosen]
        return json.dumps(fields, ensure_ascii=False, indent=2) + "\n"
    rows: list[list[Cell | str]] = []
    for one in chosen:
        name = one.target.name if language == "vi" else one.target.name_en or one.target.name
        if isinstance(one.forecast, Forecast):
            places = 0 if one.forecast.high >= 1000 else 1
            low, middle, high = (
                quantity(value, one.target.unit, language, places)
                for value in (one.forecast.low, one.forecast.middle, one.forecast.high)
            )
            cells = [middle, f"{low} – {high}", percent(one.probability, language)]
        elif isinstance(one.forecast, TooFew):
            cells = ["–", one.forecast.sentence(language), "–"]
        else:
            cells = ["–", one.reason.of(language), "–"]
        rows.append([name, target_words(one.target).of(language), str(one.target.horizon), *cells])
    heads = (
        ("Chỉ tiêu", "Mục tiêu", "Năm", "Khả dĩ nhất", "Khoảng 80%", "Xác suất đạt")
        if language == "vi"
        else ("Target", "Goal", "Year", "Middle", "80% interval", "Chance")
    )
    widths = (0, 22, 5, 18, 38, 12)
    columns = [
        Column(head, width, right=place > 2) for place, (head, width) in enumerate(zip(heads, widths, strict=True))
    ]
    return "\n".join(table_lines(columns, rows, max(terminal_width(), 140), has_colour())) + "\n"
