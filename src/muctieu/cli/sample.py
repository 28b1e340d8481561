"""`muctieu sample`: reads the report that ships with the program, so that there is something to see before one has a file at hand."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

import muctieu
from muctieu.cli import read
from muctieu.cli.language import say
from muctieu.cli.parsing import Parser
from muctieu.document.endings import READABLE
from muctieu.errors import FolderEmpty


def add_parser(subparsers: Any) -> Parser:
    """Adds the verb's parser: the options of `read`, without its files."""
    parser: Parser = read.add_options(
        subparsers.add_parser(
            "sample",
            help=say("đọc báo cáo mẫu đi kèm", "read the sample report that ships with the program"),
            description=say(
                "Đọc báo cáo mẫu đi kèm chương trình.", "Reads the sample report that ships with the program."
            ),
        )
    )
    return parser


def run(arguments: Namespace) -> int:
    """The same as `muctieu read` on the sample."""
    arguments.files = [str(sample_path())]
    arguments.jobs = 1
    return read.run(arguments)


def sample_path() -> Path:
    """The first report in the package's `sample` folder."""
    folder = Path(muctieu.__file__).parent / "sample"
    found = sorted(path for path in folder.glob("*") if path.suffix in READABLE)
    if not found:
        raise FolderEmpty(name=str(folder))
    return found[0]
