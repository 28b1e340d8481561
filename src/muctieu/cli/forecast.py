"""`muctieu forecast`: each target's interval at its horizon, the chance of reaching it, and how such forecasts did before."""

from __future__ import annotations

import json
from argparse import Namespace
from typing import TYPE_CHECKING, Any

from muctieu.cli.board import add_register, made_board, register_path
from muctieu.cli.language import say, spoken
from muctieu.cli.options import add_language, add_output
from muctieu.cli.output import open_output
from muctieu.cli.parsing import Parser
from muctieu.errors import ValueInvalid

if TYPE_CHECKING:
    from collections.abc import Iterable

    from muctieu.forecast.backtest import BacktestReport
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
    text = _backtest(arguments) if arguments.backtest else _forecasts(arguments)
    with open_output(arguments.output) as stream:
        stream.write(text)
    return 0


def _check_indicators(wanted: Iterable[str], register: Register) -> None:
    """Raises ValueInvalid for an indicator that the register does not know."""
    for code in wanted:
        if code not in register.indicators:
            listed = ", ".join(sorted(register.indicators))
            raise ValueInvalid(
                place="--indicator", value=code, reason_vi=f"sổ không có chỉ tiêu này; có: {listed}.",
                reason_en=f"the register has no such indicator; it has: {listed}.",
            )  # fmt: skip


def _backtest(arguments: Namespace) -> str:
    """Over the yearly series that were asked for, one row for each number of years ahead and one for all."""
    from muctieu.forecast import backtest
    from muctieu.scoreboard.reading import read_register

    register = read_register(register_path(arguments.register))
    _check_indicators(arguments.indicator, register)
    report = backtest(register.annual_series(set(arguments.indicator), set(arguments.place)))
    if arguments.form == "json":
        rows = [row._asdict() for row in report.rows]
        return json.dumps({"level": report.level, "series": report.series, "rows": rows}, indent=2) + "\n"
    if not report.total.forecasts:
        return say(
            f"{report.series} chuỗi năm, chưa chuỗi nào đủ dài để kiểm lại; cần ít nhất 6 năm có số liệu.",
            f"{report.series} yearly series, none long enough to be tested; at least 6 years with figures are needed.",
        ) + "\n"  # fmt: skip
    return _backtest_table(report) + "\n"


def _backtest_table(report: BacktestReport) -> str:
    """Shares are of the forecasts; skill above zero is nearer than the plain way."""
    from muctieu.cli.table import Cell, Column, has_colour, table_lines, terminal_width
    from muctieu.scoreboard.words import number, percent

    language = spoken()
    heads = say(
        "Năm tới|Dự báo|Khoảng 80% chứa đúng|Hơn giữ số cuối|Hơn đường thẳng|Bề rộng",
        "Years ahead|Forecasts|Held by the 80%|Skill on last value|Skill on line|Width",
    ).split("|")
    rows: list[list[Cell | str]] = [
        [
            str(row.steps) if row.steps else say("tất cả", "all"), str(row.forecasts), percent(row.coverage, language, 1),
            percent(row.skill_last, language, 1), percent(row.skill_line, language, 1), number(row.width, language, 2),
        ]
        for row in report.rows
    ]  # fmt: skip
    title = say(
        f"Kiểm lại trên {report.series} chuỗi năm: mỗi năm cũ chỉ được thấy các năm trước nó.",
        f"Tested on {report.series} yearly series: each past year sees only the years before it.",
    )
    note = say(
        "Hơn 0% là gần kết quả hơn cách đơn giản ấy. Bề rộng tính bằng số lần mức thay đổi thường năm.",
        "Above 0% is nearer to what came than that plain way. Width is in times of the usual yearly change.",
    )
    columns = [Column(head, len(head), right=True) for head in heads]
    return "\n".join([title, "", *table_lines(columns, rows, max(terminal_width(), 110), has_colour()), "", note])


def _forecasts(arguments: Namespace) -> str:
    from muctieu.cli.table import Cell, Column, has_colour, table_lines, terminal_width
    from muctieu.forecast import Forecast, TooFew
    from muctieu.scoreboard.judgement import target_words
    from muctieu.scoreboard.render_json import standing_fields
    from muctieu.scoreboard.words import chance, quantity

    language, indicators = spoken(), set(arguments.indicator)
    made = made_board(arguments)
    _check_indicators(arguments.indicator, made.register)
    chosen = [one for one in made.standings if not indicators or one.target.indicator in indicators]
    if arguments.form == "json":
        kept = ("id", "indicator", "name", "place", "unit", "value", "value_to", "horizon", "latest", "needed", "forecast",
                "probability")  # fmt: skip
        fields = [{key: standing_fields(one, language)[key] for key in kept} for one in chosen]
        return json.dumps(fields, ensure_ascii=False, indent=2) + "\n"
    rows: list[list[Cell | str]] = []
    for one in chosen:
        name = one.target.name if language == "vi" else one.target.name_en or one.target.name
        place = made.aside(one, language)
        name = f"{name} ({place})" if place else name
        if isinstance(one.forecast, Forecast):
            places = 0 if one.forecast.high >= 1000 else 1
            low, middle, high = (
                quantity(value, one.target.unit, language, places)
                for value in (one.forecast.low, one.forecast.middle, one.forecast.high)
            )
            cells = [middle, f"{low} – {high}", chance(one.probability, language)]
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
