"""The verbs of the command line. Each is one file of this room, imported only when it is called.

A verb's file has `add_parser(subparsers)`, which adds its parser and gives it back, and `run(arguments) -> int`, which does the
work and gives the exit code. To add a command: write its file, add its line here, and its section in `docs/reference/dong-lenh.md`.
"""

from __future__ import annotations

from typing import NamedTuple


class Verb(NamedTuple):
    """A command: its name, the module it lives in, and the line that `muctieu --help` shows for it in either language."""

    name: str
    module: str
    vi: str
    en: str


VERBS: tuple[Verb, ...] = (
    Verb("read", "muctieu.cli.read", "đọc mọi số liệu trong báo cáo", "read every figure of a report"),
    Verb("text", "muctieu.cli.text", "in văn bản đọc được của báo cáo", "print the reading text of a report"),
    Verb(
        "targets",
        "muctieu.cli.targets",
        "liệt kê chỉ tiêu đề ra và kết quả của từng chỉ tiêu",
        "list the targets that were set and what became of each",
    ),
    Verb(
        "audit", "muctieu.cli.audit", "soát các số liệu có khớp nhau không", "check whether the figures hold together"
    ),
    Verb(
        "board",
        "muctieu.cli.board",
        "xem từng chỉ tiêu của sổ đang ở đâu",
        "show where each target of a register stands",
    ),
    Verb("forecast", "muctieu.cli.forecast", "dự báo từng chỉ tiêu đến hạn", "forecast each target at its horizon"),
    Verb("serve", "muctieu.cli.serve", "mở trang web", "open the web application"),
    Verb("backup", "muctieu.cli.backup", "sao lưu trang web", "back up the web application"),
    Verb("restore", "muctieu.cli.restore", "khôi phục trang web", "put a backup of the web application back"),
    Verb(
        "sample", "muctieu.cli.sample", "đọc báo cáo mẫu đi kèm", "read the sample report that ships with the program"
    ),
)
