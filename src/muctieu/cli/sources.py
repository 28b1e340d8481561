"""The files that a command line names: folders are walked, `-` is standard input. Reads nothing yet."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from muctieu.document.endings import READABLE
from muctieu.errors import FolderEmpty

STANDARD_INPUT = "-"


def find_sources(files: Sequence[str]) -> list[str]:
    """The paths to read, in the order given; a folder stands for the reports in it and below, sorted by name.

    Hidden files and the lock files of office programs (`~$…`) are passed over. A path that does not exist is kept: reading it
    gives the sentence. Raises `FolderEmpty` where a folder holds no report.
    """
    found: list[str] = []
    for file in files:
        path = Path(file)
        if file != STANDARD_INPUT and path.is_dir():
            within = [str(each) for each in sorted(path.rglob("*")) if _is_report(each, path)]
            if not within:
                raise FolderEmpty(name=file)
            found += within
        else:
            found.append(file)
    return found


def content_of(source: str) -> tuple[str | bytes, str | None]:
    """What `muctieu.read` takes for this path: the path itself, or the bytes of standard input under the name `-`."""
    if source == STANDARD_INPUT:
        return sys.stdin.buffer.read(), STANDARD_INPUT
    return source, None


def _is_report(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
    return not hidden and path.suffix.lower() in READABLE and path.is_file()
