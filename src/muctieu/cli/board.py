"""`muctieu board`: where each target of a register stands on a day."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from muctieu import __version__
from muctieu.cli.language import say, spoken
from muctieu.cli.options import add_language, add_output
from muctieu.cli.output import check_folder, is_folder, open_output
from muctieu.cli.parsing import Parser
from muctieu.errors import UsageError

if TYPE_CHECKING:
    from muctieu.scoreboard.board import Board

FORMATS = ("table", "json", "csv", "html", "sdmx", "csvw", "open-sdg")
FOLDERS = ("csvw", "open-sdg")


def add_parser(subparsers: Any) -> Parser:
    """Adds the verb's parser."""
    parser: Parser = subparsers.add_parser(
        "board",
        help=say("xem từng chỉ tiêu của sổ đang ở đâu", "show where each target of a register stands"),
        description=say(
            "Xem từng chỉ tiêu đạt, chậm hay có nguy cơ, vì sao, và còn cần nhanh bao nhiêu. SỔ là thư mục CSV hoặc tệp .xlsx;\n"
            "«mẫu» là sổ đi kèm.",
            "Shows which targets are met, behind or at risk, why, and what pace is still needed. REGISTER is a folder of CSV\n"
            "files or an .xlsx workbook; “sample” is the one that ships.",
        ),
    )
    add_register(parser)
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="table",
        dest="form",
        help=say("dạng kết quả (mặc định table); csvw và open-sdg ghi vào thư mục", "format (default table)"),
    )
    add_output(parser)
    add_language(parser)
    return parser


def add_register(parser: Parser) -> None:
    """`REGISTER`, `--on`, `--place` and `--horizon`, which `forecast` has too."""
    parser.add_argument(
        "register", metavar=say("SỔ", "REGISTER"), help=say("thư mục hoặc tệp .xlsx", "a folder or an .xlsx file")
    )
    parser.add_argument(
        "--on",
        metavar=say("NGÀY", "DATE"),
        help=say(
            "xét theo những gì biết đến ngày này, như 2025-06-30 (mặc định: ngày có số liệu mới nhất)",
            "by what was known on this day, as 2025-06-30 (default: the day of the newest figure)",
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
        "--horizon",
        action="append",
        default=[],
        type=int,
        metavar=say("NĂM", "YEAR"),
        help=say("chỉ xét chỉ tiêu đến hạn năm này (lặp lại được)", "only targets due in this year (may be repeated)"),
    )


def made_board(arguments: Namespace) -> Board:
    """The board that the options of `add_register` ask for."""
    from muctieu.scoreboard.board import board
    from muctieu.scoreboard.reading import read_register

    register = read_register(register_path(arguments.register))
    return board(register, day_of(arguments.on) or register.latest_day, arguments.place, horizons=arguments.horizon)


def run(arguments: Namespace) -> int:
    """Reads the register, judges every target, writes the board; 0."""
    if arguments.form in FOLDERS and not is_folder(arguments.output):
        raise UsageError(
            reason_vi=f"Dạng {arguments.form} gồm nhiều tệp; hãy chỉ một thư mục, ví dụ -o xuat/.",
            reason_en=f"The format {arguments.form} is several files; name a folder, for example -o out/.",
        )
    made = made_board(arguments)
    if arguments.form in FOLDERS:
        _into_folder(made, arguments.form, arguments.output)
        return 0
    with open_output(arguments.output) as stream:
        stream.write(_rendered(made, arguments.form, on_terminal=arguments.output is None))
    return 0


def register_path(name: str) -> Path:
    """The path that the person named, or the register that ships."""
    if name in ("mẫu", "mau", "sample") and not Path(name).exists():
        import muctieu

        return Path(muctieu.__file__).parent / "sample" / "register"
    return Path(name)


def day_of(words: str | None) -> date | None:
    """A day as 2025-06-30; raises UsageError for anything else."""
    if words is None:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise UsageError(
            reason_vi=f"--on: «{words}» không phải là một ngày; hãy viết như 2025-06-30.",
            reason_en=f"--on: “{words}” is not a day; write it as 2025-06-30.",
        ) from error


def _rendered(made: Board, form: str, *, on_terminal: bool) -> str:
    language = spoken()
    if form == "table":
        from muctieu.cli.board_table import board_table
        from muctieu.cli.table import has_colour, terminal_width

        return board_table(
            made, terminal_width() if on_terminal else 160, on_terminal and has_colour(), language
        )  # fmt: skip
    if form == "json":
        from muctieu.scoreboard.render_json import render_json

        return render_json(made, language, __version__)
    if form == "html":
        from muctieu.scoreboard.render_html import render_html

        return render_html(made, language)
    from muctieu.scoreboard.render_csv import render_csv, render_sdmx

    return render_sdmx(made.register, made.as_of) if form == "sdmx" else render_csv(made, language)


def _into_folder(made: Board, form: str, output: str) -> None:
    from muctieu.scoreboard.render_csv import render_csv, render_csvw
    from muctieu.scoreboard.render_open_sdg import render_open_sdg

    folder = check_folder(output)
    files = (
        [("board.csv", render_csv(made, spoken())), ("board.csv-metadata.json", render_csvw(made))]
        if form == "csvw"
        else render_open_sdg(made)
    )
    for name, text in files:
        if "/" in name:
            check_folder(str(folder / name.partition("/")[0]))
        with open_output(str(folder / name)) as stream:
            stream.write(text)
