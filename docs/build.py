"""Writes the parts of the manual that are made from the program: `make docs`.

- `reference/doc-so/`: the book of examples (`tests/spec`), a page a chapter;
- `reference/dong-lenh.md`: the help of every command, between its marks;
- `reference/loi.md`: every error with its sentences, between its marks.

`tests/house` fails where one of them is no longer what this file would write.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.spec.book import chapters, page  # noqa: E402

from muctieu import errors  # noqa: E402
from muctieu.cli.language import choose  # noqa: E402
from muctieu.cli.main import build_parser  # noqa: E402
from muctieu.cli.verbs import VERBS  # noqa: E402

REFERENCE = ROOT / "docs" / "reference"


def pages() -> dict[Path, str]:
    """Every page that is made or holds a made part, with what it should say."""
    made = {REFERENCE / "doc-so" / chapter.name: page(chapter) for chapter in chapters()}
    made[REFERENCE / "doc-so" / "index.md"] = _contents()
    made[REFERENCE / "dong-lenh.md"] = _commands((REFERENCE / "dong-lenh.md").read_text(encoding="utf-8"))
    made[REFERENCE / "loi.md"] = _filled((REFERENCE / "loi.md").read_text(encoding="utf-8"), "errors", _errors())
    return made


def help_of(verb: str | None) -> str:
    """The help of a command, or of the whole program, in Vietnamese."""
    choose(["--lang", "vi"], {})
    found = next((each for each in VERBS if each.name == verb), None)
    parser = build_parser(found)
    if found is None:
        return parser.format_help()
    commands = next(action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    words: str = commands.choices[found.name].format_help()
    return words


def _commands(words: str) -> str:
    for verb in VERBS:
        if f"<!-- help: {verb.name} -->" not in words:
            words += f"\n## `muctieu {verb.name}`: {verb.vi}\n\n<!-- help: {verb.name} -->\n<!-- end -->\n"
        words = _filled(words, f"help: {verb.name}", f"```text\n{help_of(verb.name)}```\n")
    return _filled(words, "help: muctieu", f"```text\n{help_of(None)}```\n")


def _filled(words: str, mark: str, content: str) -> str:
    pattern = re.compile(rf"(<!-- {re.escape(mark)} -->\n).*?(<!-- end -->)", re.DOTALL)
    return pattern.sub(lambda found: found[1] + content + found[2], words)


def _contents() -> str:
    lines = ["<!-- Made by `make docs` from tests/spec. -->", "# Muctieu đọc được những gì", ""]
    lines.append("Mỗi trang là một chương ví dụ; các ví dụ này cũng chính là bài kiểm tra của chương trình.")
    lines.append(
        "`┊` ngăn các ô của bảng; số liệu phải đọc được đặt trong dấu nháy ngược; dòng «–» không có số liệu nào."
    )
    lines.append("")
    for chapter in chapters():
        title = chapter.read_text(encoding="utf-8").split("\n", 1)[0].removeprefix("# ")
        lines.append(f"- [{title}]({chapter.name})")
    return "\n".join(lines) + "\n"


def _errors() -> str:
    rows = ["| lỗi | mã thoát | câu báo | in English |", "| --- | --- | --- | --- |"]
    for found in _leaves(errors.MuctieuError):
        rows.append(f"| `{found.__name__}` | {found.exit_code} | {found.vi} | {found.en} |")
    return "\n".join(rows) + "\n"


def _leaves(kind: type[errors.MuctieuError]) -> Iterator[type[errors.MuctieuError]]:
    below = [each for each in kind.__subclasses__() if each.__module__ == errors.__name__]
    if not below:
        yield kind
    for each in below:
        yield from _leaves(each)


def main() -> int:
    """Writes what has changed, and takes away pages of chapters that are gone."""
    made = pages()
    for stale in set((REFERENCE / "doc-so").glob("*.md")) - made.keys():
        stale.unlink()
    for path, words in made.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
