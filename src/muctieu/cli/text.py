"""`muctieu text`: the reading text of one report, exactly: every offset in Muctieu's results counts its characters."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from muctieu.cli.language import say
from muctieu.cli.many import outcomes
from muctieu.cli.options import add_language, add_output, path
from muctieu.cli.output import open_output
from muctieu.cli.parsing import Parser
from muctieu.cli.sources import content_of
from muctieu.errors import MuctieuError


def add_parser(subparsers: Any) -> Parser:
    """Adds the verb's parser."""
    parser: Parser = subparsers.add_parser(
        "text",
        help=say("in văn bản đọc được của báo cáo", "print the reading text of a report"),
        description=say(
            "In đúng văn bản mà Muctieu đọc; mọi vị trí trong kết quả đếm theo ký tự Unicode của văn bản này.",
            "Prints exactly the text that Muctieu reads; every offset in its results counts the Unicode code points of this text.",
        ),
    )
    parser.add_argument(
        "file",
        type=path,
        metavar=say("TỆP", "FILE"),
        help=say("một tệp, hoặc - là đầu vào chuẩn", "one file, or - for standard input"),
    )
    add_output(parser)
    add_language(parser)
    return parser


def run(arguments: Namespace) -> int:
    """Writes the text as it is, with no line added."""
    with open_output(arguments.output) as stream:
        for outcome in outcomes(reading_text, [arguments.file], [arguments.file], 1):
            if isinstance(outcome, MuctieuError):
                raise outcome
            stream.write(outcome)
    return 0


def reading_text(source: str) -> str:
    """The reading text of the file."""
    from muctieu.flow import read_document

    content, name = content_of(source)
    return read_document(content, name).text
