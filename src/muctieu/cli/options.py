"""Options that several verbs share. Takes a parser, adds to it; the words are in the chosen language."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser

from muctieu.cli.language import say
from muctieu.errors import UsageError


def whole(words: str) -> int:
    """A whole number of at least 1, for `--jobs`."""
    if not words.isdigit() or int(words) < 1:
        raise UsageError(
            reason_vi=f"--jobs: «{words}» không phải số nguyên từ 1 trở lên; hãy viết, ví dụ, --jobs 2.",
            reason_en=f"--jobs: “{words}” is not a whole number of 1 or more; write, for example, --jobs 2.",
        )
    return int(words)


def path(words: str) -> str:
    """A path that is not empty: an unset variable of the shell must not stand for the folder one is in."""
    if not words:
        raise UsageError(
            reason_vi="Một đường dẫn được đưa vào là rỗng; hãy viết tên tệp hoặc thư mục.",
            reason_en="A path that was given is empty; write the name of a file or a folder.",
        )
    return words


def add_files(parser: ArgumentParser) -> None:
    """`FILE…`: files, folders, `-` for standard input."""
    parser.add_argument(
        "files",
        nargs="+",
        type=path,
        metavar=say("TỆP", "FILE"),
        help=say("tệp, thư mục, hoặc - là đầu vào chuẩn", "a file, a folder, or - for standard input"),
    )


def add_output(parser: ArgumentParser) -> None:
    """`-o OUT`: a file, or a folder that gets one file for each report."""
    parser.add_argument(
        "-o",
        "--output",
        type=path,
        metavar=say("ĐÍCH", "OUT"),
        help=say(
            "ghi vào tệp này; là thư mục thì mỗi báo cáo một tệp", "write to this file; a folder gets one file a report"
        ),
    )


def add_jobs(parser: ArgumentParser) -> None:
    """`--jobs N`: how many files are read at once."""
    parser.add_argument(
        "--jobs",
        type=whole,
        default=1,
        metavar="N",
        help=say("đọc N tệp cùng lúc (mặc định 1)", "read N files at once (default 1)"),
    )


def add_language(parser: ArgumentParser) -> None:
    """`--lang vi|en`, accepted after the verb as well as before it."""
    parser.add_argument(
        "--lang", choices=("vi", "en"), default=SUPPRESS, help=say("ngôn ngữ: vi hoặc en", "language: vi or en")
    )
