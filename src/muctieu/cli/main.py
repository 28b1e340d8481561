"""`muctieu`: finds the verb, imports only its file, runs it, and turns every error into one sentence and an exit code.

Exit codes: 0 done; 1 an audit found something; 2 the call is wrong; 3 a file cannot be read; 4 the result cannot be written; 5 a
program is missing; 6 a value in the person's data cannot be; 130 interrupted. Never a traceback.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from muctieu import __version__
from muctieu.cli.language import choose, say
from muctieu.cli.parsing import Parser
from muctieu.cli.verbs import VERBS, Verb
from muctieu.errors import MuctieuError

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command line and gives its exit code; `arguments` are those of the process unless given."""
    _speak_utf8()
    words = list(sys.argv[1:] if arguments is None else arguments)
    language = choose(words)
    try:
        return _run(words)
    except MuctieuError as error:
        complain(error.sentence(language))
        return error.exit_code
    except KeyboardInterrupt:
        complain(
            say("Đã dừng theo yêu cầu; không có gì bị ghi dở.", "Stopped as asked; nothing was left half written.")
        )
        return INTERRUPTED
    except BrokenPipeError:
        _close_quietly()
        return 0
    except MemoryError:
        complain(say("Hết bộ nhớ; hãy tách tệp thành nhiều phần.", "Out of memory; split the file into parts."))
        return 3


def complain(sentence: str) -> None:
    """Writes one sentence for the person on standard error."""
    print(sentence, file=sys.stderr)


def build_parser(verb: Verb | None = None) -> Parser:
    """The whole parser; only the given verb's own options are loaded, the others are named with their line of help."""
    parser = Parser(
        prog="muctieu",
        description=say(
            "Muctieu đọc báo cáo, gắn từng số liệu với đúng chỗ của nó trong văn bản và kiểm tra số liệu.",
            "Muctieu reads reports, ties every figure to its place in the text and checks the figures.",
        ),
        epilog=say(
            "Trợ giúp của từng lệnh: muctieu LỆNH --help. Mã thoát: 0 xong; 1 kiểm tra thấy sai lệch; 2 gọi sai;\n"
            "3 không đọc được tệp; 4 không ghi được; 5 thiếu chương trình; 6 giá trị không hợp lệ; 130 bị ngắt.",
            "Help of each command: muctieu COMMAND --help. Exit codes: 0 done; 1 an audit found something; 2 wrong call;\n"
            "3 unreadable file; 4 unwritable result; 5 a program is missing; 6 an invalid value; 130 interrupted.",
        ),
    )
    parser.add_argument(
        "--version", action="version", version=f"muctieu {__version__}", help=say("in phiên bản", "show the version")
    )
    parser.add_argument("--lang", choices=("vi", "en"), help=say("ngôn ngữ: vi hoặc en", "language: vi or en"))
    commands = parser.add_subparsers(
        dest="verb",
        metavar=say("LỆNH", "COMMAND"),
        title=say("các lệnh", "commands"),
        parser_class=Parser,
        required=True,
    )
    for each in VERBS:
        if each == verb:
            import_module(each.module).add_parser(commands)
        else:
            commands.add_parser(each.name, help=say(each.vi, each.en), add_help=False)
    return parser


def _run(words: list[str]) -> int:
    verb = next((each for each in VERBS if each.name == _first_word(words)), None)
    try:
        arguments = build_parser(verb).parse_args(words)
    except SystemExit as stop:  # argparse leaves this way after --help and --version
        return stop.code if isinstance(stop.code, int) else 0
    if verb is None:
        raise AssertionError("argparse let an unknown command pass")
    code: int = import_module(verb.module).run(arguments)
    sys.stdout.flush()
    return code


def _first_word(words: Sequence[str]) -> str | None:
    """The verb: the first word that is neither an option nor the value of `--lang`."""
    skip = False
    for word in words:
        if skip:
            skip = False
        elif word == "--lang":
            skip = True
        elif not word.startswith("-"):
            return word
    return None


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace" if stream is sys.stderr else "strict")


def _close_quietly() -> None:
    """Points standard output at nothing, so that the interpreter's last flush does not complain of the closed pipe."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return  # standard output is no file here, so nothing will complain
