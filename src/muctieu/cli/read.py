"""`muctieu read`: every figure of one or more reports, as a table, JSON, CSV or a marked page."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, Protocol

from muctieu.cli.formats import FORMATS, SUFFIXES, Joints, Manner, joints, render
from muctieu.cli.language import say, spoken
from muctieu.cli.many import outcomes
from muctieu.cli.options import add_files, add_jobs, add_language, add_output
from muctieu.cli.output import check_folder, free_name, is_folder, open_output
from muctieu.cli.parsing import Parser
from muctieu.cli.sources import content_of, find_sources
from muctieu.cli.table import has_colour, terminal_width
from muctieu.errors import MuctieuError, NothingRead, UsageError


class Work(Protocol):
    """What is made of one file; it travels to worker processes with `--jobs`."""

    def __call__(self, source: str, manner: Manner) -> Iterable[str]:
        """The file's text in the manner's format, piece by piece."""


def add_parser(subparsers: Any) -> Parser:
    """Adds the verb's parser."""
    parser: Parser = subparsers.add_parser(
        "read",
        help=say("đọc mọi số liệu trong báo cáo", "read every figure of a report"),
        description=say(
            "Đọc báo cáo (docx, pdf, odt, html, xlsx, txt, md, doc) và đưa ra từng số liệu với giá trị, đơn vị, loại, kỳ và chỉ tiêu.",
            "Reads reports (docx, pdf, odt, html, xlsx, txt, md, doc) and gives every figure with its value, unit, kind, period "
            "and indicator.",
        ),
    )
    add_files(parser)
    add_options(parser)
    add_jobs(parser)
    return parser


def add_options(parser: Parser) -> Parser:
    """The options of this verb that say how the result is written; gives the parser back."""
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="table",
        dest="form",
        help=say("dạng kết quả (mặc định table)", "format (default table)"),
    )
    add_output(parser)
    parser.add_argument(
        "--excel",
        action="store_true",
        help=say("với csv: thêm BOM để Excel mở đúng chữ Việt", "with csv: add a BOM so that Excel reads it"),
    )
    add_language(parser)
    return parser


def run(arguments: Namespace) -> int:
    """Reads and writes; 0, or 3 where some of several files could not be read."""
    return write_each(arguments, read_and_render, joints)


def write_each(arguments: Namespace, work: Work, joints_of: Callable[[Manner], Joints]) -> int:
    """Writes what `work` makes of each file, to one place or into a folder; `joints_of` says what stands between. Exit code as `run`."""
    sources = find_sources(arguments.files)
    several = len(sources) > 1 or any(Path(file).is_dir() for file in arguments.files)
    to_folder = is_folder(arguments.output)
    if arguments.form == "html" and len(sources) > 1 and not to_folder:
        raise UsageError(
            reason_vi="Nhiều báo cáo thì mỗi báo cáo một trang html; hãy chỉ một thư mục, ví dụ -o trang/.",
            reason_en="Several reports make one html page each; name a folder, for example -o pages/.",
        )
    if arguments.excel and arguments.form != "csv":
        raise UsageError(reason_vi="--excel chỉ đi với --format csv.", reason_en="--excel goes with --format csv only.")
    on_terminal = arguments.output is None
    manner = Manner(
        arguments.form,
        spoken(),
        terminal_width() if on_terminal else 160,
        on_terminal and has_colour(),
        arguments.excel,
        several and not to_folder,
    )
    if to_folder:
        return _into_folder(sources, manner, arguments.output, arguments.jobs, work, joints_of(manner))
    return _into_one(sources, manner, arguments.output, arguments.jobs, work, joints_of(manner))


def read_and_render(source: str, manner: Manner) -> Iterable[str]:
    """One file, read, and its text in the format; runs in a worker process with `--jobs`."""
    from muctieu.flow import read

    content, name = content_of(source)
    return render(read(content, name), manner)


def _at_once(source: str, *, work: Work, manner: Manner) -> tuple[str]:
    """The work's pieces as one, which can travel between processes."""
    return ("".join(work(source, manner)),)


def _rendered(work: Work, sources: Sequence[str], manner: Manner, jobs: int) -> Iterator[Iterable[str] | MuctieuError]:
    """The pieces of each file, or its error. In this process they are made as they are written, so that a long report is held once."""
    alone = jobs == 1 or len(sources) == 1
    each: Callable[[str], Iterable[str]] = (
        partial(work, manner=manner) if alone else partial(_at_once, work=work, manner=manner)
    )
    return outcomes(each, sources, sources, jobs)


def _into_one(sources: Sequence[str], manner: Manner, output: str | None, jobs: int, work: Work, around: Joints) -> int:
    before, between, after = around
    good = 0
    with open_output(output) as stream:
        for outcome in _rendered(work, sources, manner, jobs):
            if isinstance(outcome, MuctieuError):
                _tell(outcome, alone=len(sources) == 1)
                continue
            stream.write(between if good else before)
            stream.writelines(outcome)
            good += 1
        if not good:
            raise NothingRead(count=len(sources))
        stream.write(after)
    return 0 if good == len(sources) else NothingRead.exit_code


def _into_folder(sources: Sequence[str], manner: Manner, output: str, jobs: int, work: Work, around: Joints) -> int:
    folder = check_folder(output)
    before, _, after = around
    taken: set[str] = set()
    good = 0
    for source, outcome in zip(sources, _rendered(work, sources, manner, jobs), strict=True):
        name = free_name(folder, source, SUFFIXES[manner.form], taken)
        if isinstance(outcome, MuctieuError):
            _tell(outcome, alone=len(sources) == 1)
            continue
        with open_output(name) as stream:
            stream.writelines(chain((before,), outcome, (after,)))
        good += 1
    if not good:
        raise NothingRead(count=len(sources))
    return 0 if good == len(sources) else NothingRead.exit_code


def _tell(error: MuctieuError, *, alone: bool) -> None:
    """Raises the error of a file that was asked for alone; of several, its sentence is written and the rest is read on."""
    from muctieu.cli.main import complain

    if alone:
        raise error
    complain(error.sentence(spoken()))
