"""`muctieu read`: every figure of one or more reports, as a table, JSON, CSV or a marked page."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Protocol, TextIO

from muctieu.cli.formats import BY_CLAIM, FORMATS, SUFFIXES, Joints, Manner, claim_pieces, joints, render
from muctieu.cli.language import say, spoken
from muctieu.cli.many import outcomes
from muctieu.cli.options import add_files, add_jobs, add_language, add_output
from muctieu.cli.output import check_folder, free_name, is_folder, open_output
from muctieu.cli.parsing import Parser
from muctieu.cli.sources import content_of, find_sources
from muctieu.cli.spool import Spool
from muctieu.cli.table import has_colour, terminal_width
from muctieu.errors import InputError, MuctieuError, NothingRead, ToolMissing, UsageError


class Work(Protocol):
    """What is made of one file; it travels to worker processes with `--jobs`."""

    def __call__(self, source: str, manner: Manner) -> str | Spool:
        """The file's text in the manner's format."""


def add_parser(subparsers: Any) -> Parser:
    """Adds the verb's parser."""
    parser: Parser = subparsers.add_parser(
        "read",
        help=say("đọc mọi số liệu trong báo cáo", "read every figure of a report"),
        description=say(
            "Đọc báo cáo (docx, doc, rtf, pdf, odt, html, mht, xlsx, xls, ods, txt, md) và đưa ra từng số liệu với giá trị, "
            "đơn vị, loại, kỳ và chỉ tiêu.",
            "Reads reports (docx, doc, rtf, pdf, odt, html, mht, xlsx, xls, ods, txt, md) and gives every figure with its value, "
            "unit, kind, period and indicator.",
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


def read_and_render(source: str, manner: Manner) -> str | Spool:
    """One file, read and written in its format; runs in a worker process with `--jobs`."""
    from muctieu.claims.reader import iter_claims
    from muctieu.flow import read, read_document

    content, name = content_of(source)
    if manner.form in BY_CLAIM:
        document = read_document(content, name)
        return Spool(claim_pieces(document, iter_claims(document), manner))
    return render(read(content, name), manner)


def _pour(stream: TextIO, outcome: str | Spool) -> None:
    for piece in (outcome,) if isinstance(outcome, str) else outcome:
        stream.write(piece)


def _into_one(sources: Sequence[str], manner: Manner, output: str | None, jobs: int, work: Work, around: Joints) -> int:
    before, between, after = around
    good = 0
    with open_output(output) as stream:
        results = outcomes(partial(work, manner=manner), sources, sources, jobs)
        for source, outcome in zip(sources, results, strict=True):
            if isinstance(outcome, MuctieuError):
                _tell(outcome, source, alone=len(sources) == 1)
                continue
            stream.write(between if good else before)
            _pour(stream, outcome)
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
    for source, outcome in zip(sources, outcomes(partial(work, manner=manner), sources, sources, jobs), strict=True):
        name = free_name(folder, source, SUFFIXES[manner.form], taken)
        if isinstance(outcome, MuctieuError):
            _tell(outcome, source, alone=len(sources) == 1)
            continue
        with open_output(name) as stream:
            stream.write(before)
            _pour(stream, outcome)
            stream.write(after)
        good += 1
    if not good:
        raise NothingRead(count=len(sources))
    return 0 if good == len(sources) else NothingRead.exit_code


def _tell(error: MuctieuError, source: str, *, alone: bool) -> None:
    """Raises the error of a file that was asked for alone; of several, its sentence names the whole path and the rest is read on."""
    from muctieu.cli.main import complain

    if alone:
        raise error
    if "name" in error.facts and isinstance(error, InputError | ToolMissing):
        error.facts["name"] = source
    complain(error.sentence(spoken()))
