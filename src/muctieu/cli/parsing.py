"""argparse in two languages: titles, usage and messages of its own are put into the person's language, and errors become `UsageError`."""

from __future__ import annotations

import argparse
import re
from typing import NoReturn

from muctieu.cli.language import say
from muctieu.errors import UsageError

_MESSAGES: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (.*)", "còn thiếu {0}"),
    (r"unrecognized arguments: (.*)", "không có tham số {0}"),
    (r"argument (.*?): invalid choice: (.*?) \(choose from (.*)\)", "{0}: không có lựa chọn {1}; hãy chọn {2}"),
    (r"argument (.*?): expected one argument", "{0} cần một giá trị"),
    (r"argument (.*?): expected at least one argument", "{0} cần ít nhất một giá trị"),
    (r"argument (.*?): invalid (?:int|whole) value: (.*)", "{0}: {1} không phải số nguyên"),
    (r"argument (.*?): not allowed with argument (.*)", "{0} không đi cùng {1}"),
    (r"ambiguous option: (.*?) could match (.*)", "{0} có thể là {1}; hãy viết đủ"),
)


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help of one width on every terminal (so that the manual's copy stays fresh), with the usage line in the person's language."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26, width=100)

    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        """Adds the usage line, headed in the person's language."""
        super().add_usage(usage, actions, groups, say("cách dùng: ", "usage: ") if prefix is None else prefix)

    def _expand_help(self, action: argparse.Action) -> str:
        """The help as it is written: a per cent sign stands for itself."""
        return action.help or ""


class Parser(argparse.ArgumentParser):
    """A parser whose help and errors speak the chosen language; an error is raised as `UsageError`, nothing is printed."""

    def __init__(self, **settings: object) -> None:
        super().__init__(**{"formatter_class": Formatter, "add_help": False, "allow_abbrev": False, **settings})  # type: ignore[arg-type]
        self._positionals.title = say("tham số", "arguments")
        self._optionals.title = say("tuỳ chọn", "options")
        self.add_argument(
            "-h", "--help", action="help", help=say("in trợ giúp này rồi thôi", "show this help and leave")
        )

    def error(self, message: str) -> NoReturn:
        """Raises the message as a whole sentence that says what to do."""
        hint = f"{self.prog} --help"
        raise UsageError(
            reason_vi=f"Lệnh chưa đúng: {_in_vietnamese(message)}; xem «{hint}».",
            reason_en=f"The command is not right: {message}; see “{hint}”.",
        )


def _in_vietnamese(message: str) -> str:
    for pattern, words in _MESSAGES:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            return words.format(*match.groups())
    return message
