"""`muctieu targets`: what one or more reports set to be reached and what became of it, as a table, JSON, CSV or a page."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from muctieu.cli.formats import Manner
from muctieu.cli.language import say
from muctieu.cli.options import add_files, add_jobs
from muctieu.cli.parsing import Parser
from muctieu.cli.read import add_options, write_each
from muctieu.cli.sources import content_of
from muctieu.cli.targets_formats import joints, render


def add_parser(subparsers: Any) -> Parser:
    """Adds the verb's parser."""
    parser: Parser = subparsers.add_parser(
        "targets",
        help=say(
            "liệt kê chỉ tiêu đề ra và kết quả của từng chỉ tiêu",
            "list the targets that were set and what became of each",
        ),
        description=say(
            "Liệt kê các chỉ tiêu của kế hoạch sắp tới và của nhiệm kỳ đã qua, kết quả báo cáo nêu cho từng chỉ tiêu, điều báo cáo nói "
            "(vượt, đạt, không đạt) và điều tính được từ số liệu.",
            "Lists the targets of the plan to come and of the term gone by, the result that the report gives for each, what the report "
            "says of it (exceeded, met, missed) and what the figures say.",
        ),
    )
    add_files(parser)
    add_options(parser)
    add_jobs(parser)
    return parser


def run(arguments: Namespace) -> int:
    """Reads and writes; 0 (also where a report has no target), or 3 where some of several files could not be read."""
    return write_each(arguments, read_and_render, joints)


def read_and_render(source: str, manner: Manner) -> str:
    """The targets of one file in its format; runs in a worker process with `--jobs`."""
    from muctieu.flow import read

    content, name = content_of(source)
    return render(read(content, name), manner)
