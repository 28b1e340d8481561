"""`muctieu backup FILE`: the whole web application in one file, while it runs."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from muctieu.cli.language import say
from muctieu.cli.parsing import Parser
from muctieu.cli.web import hand_over

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_parser(subparsers: _SubParsersAction[Parser]) -> Parser:
    """Adds the parser of `backup`."""
    parser = subparsers.add_parser(
        "backup",
        help=say("sao lưu trang web", "back up the web application"),
        description=say(
            "Sao lưu cơ sở dữ liệu và mọi tệp đã tải lên vào một tệp, kể cả khi trang đang chạy.",
            "Copies the database and every uploaded file into one file, even while the site runs.",
        ),
    )
    parser.add_argument(
        "file",
        metavar=say("TỆP", "FILE"),
        help=say("tệp sao lưu, chưa được có sẵn", "the backup; it must not exist yet"),
    )
    return parser


def run(arguments: Namespace) -> int:
    """Hands over to the web application."""
    hand_over("muctieu_web", "backup", arguments.file)
