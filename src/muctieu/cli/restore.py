"""`muctieu restore FILE`: a backup of the web application put back, whole or not at all."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from muctieu.cli.language import say
from muctieu.cli.parsing import Parser
from muctieu.cli.web import hand_over

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_parser(subparsers: _SubParsersAction[Parser]) -> Parser:
    """Adds the parser of `restore`."""
    parser = subparsers.add_parser(
        "restore",
        help=say("khôi phục trang web từ bản sao lưu", "put a backup of the web application back"),
        description=say(
            "Khôi phục trang web từ bản sao lưu: toàn bộ hoặc không gì cả. Hãy dừng máy chủ trước.",
            "Puts a backup of the web application back, whole or not at all. Stop the server first.",
        ),
    )
    parser.add_argument("file", metavar=say("TỆP", "FILE"), help=say("bản sao lưu", "the backup"))
    parser.add_argument("--force", action="store_true", help=say("thay cả dữ liệu đang có", "replace what is there"))
    return parser


def run(arguments: Namespace) -> int:
    """Hands over to the web application."""
    hand_over("muctieu_web", "restore", arguments.file, *(["--force"] if arguments.force else []))
