"""`muctieu serve`: starts the web application in this process's place. The application is a package of its own; this file only calls it."""

from __future__ import annotations

import os
from argparse import Namespace
from typing import TYPE_CHECKING

from muctieu.cli.language import say
from muctieu.cli.parsing import Parser
from muctieu.cli.web import hand_over

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_parser(subparsers: _SubParsersAction[Parser]) -> Parser:
    """Adds the parser of `serve`."""
    parser = subparsers.add_parser(
        "serve",
        help=say("mở trang web", "open the web application"),
        description=say(
            "Mở trang web: bảng điểm, báo cáo, sổ số liệu. Cấu hình bằng biến môi trường MUCTIEU_… và DATABASE_URL.",
            "Opens the web application: scoreboard, reports, register. Configured by the variables MUCTIEU_… and DATABASE_URL.",
        ),
    )
    parser.add_argument(
        "--bind", default="127.0.0.1:8000", metavar=say("ĐỊA_CHỈ:CỔNG", "ADDRESS:PORT"),
        help=say("nghe ở địa chỉ này (mặc định 127.0.0.1:8000)", "listen here (default 127.0.0.1:8000)"),
    )  # fmt: skip
    parser.add_argument(
        "--sample", action="store_true",
        help=say(
            "dùng thử với dữ liệu mẫu, không cần mật khẩu, chỉ trên máy này",
            "try it on the sample, without a password, on this machine only",
        ),
    )  # fmt: skip
    return parser


def run(arguments: Namespace) -> int:
    """Hands over to the web application."""
    if arguments.sample:
        os.environ["MUCTIEU_TRY"] = "1"
    hand_over("muctieu_web.serve", "--bind", arguments.bind)
