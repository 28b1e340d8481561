"""Where a result goes: standard output, a file, or a folder with a file for each report. A file appears whole or not at all.

A temporary file is opened beside the goal before anything is read, so that an unwritable place is found out at once; it takes
the goal's name only when everything has been written.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TextIO

from muctieu.errors import OutputError


def is_folder(output: str | None) -> bool:
    """Whether the person named a folder: one that is there, or a name that ends as a folder's does."""
    return output is not None and (output.endswith(("/", os.sep)) or Path(output).is_dir())


def check_folder(output: str) -> Path:
    """The folder, made where it is missing; `OutputError` where nothing can be written into it."""
    folder = Path(output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise _unwritable(output, error) from error
    return folder


@contextmanager
def open_output(output: str | None) -> Iterator[TextIO]:
    """A text stream to write to: standard output where no file is named, else a file that appears when the block ends well."""
    if output is None:
        try:
            yield sys.stdout
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise _unwritable("stdout", error) from error
        return
    with _opened(output, is_text=True) as stream:
        yield stream


def write_whole(output: str, content: bytes) -> None:
    """Writes a file of bytes, whole or not at all; `OutputError` where it cannot be written."""
    with _opened(output, is_text=False) as stream:
        stream.write(content)


@contextmanager
def _opened(output: str, *, is_text: bool) -> Iterator[Any]:
    """The stream of a file that appears when the block ends well; a link stays, and what it leads to is written.

    A pipe or a device is written to as it is: nothing may take its place.
    """
    how: dict[str, Any] = {"mode": "w", "encoding": "utf-8", "newline": ""} if is_text else {"mode": "wb"}
    try:
        if Path(output).is_dir():
            raise IsADirectoryError(21, os.strerror(21))
        if Path(output).exists() and not Path(output).is_file():
            with open(output, **how) as stream:
                yield stream
            return
        goal = Path(os.path.realpath(output))
        descriptor, temporary = tempfile.mkstemp(prefix=f".{goal.name}.", suffix=".part", dir=goal.parent)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritable(output, error) from error
    try:
        with open(descriptor, **how) as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(temporary, _permissions(goal))
        os.replace(temporary, goal)
    except BaseException as error:
        with suppress(OSError):
            os.unlink(temporary)
        if isinstance(error, OSError):
            raise _unwritable(output, error) from error
        raise


def free_name(folder: Path, name: str, suffix: str, taken: set[str]) -> str:
    """A file name in the folder for the report `name`; a second report of one name gets a number."""
    stem = Path(name).name or "report"
    candidate, count = f"{stem}{suffix}", 1
    while candidate in taken:
        count += 1
        candidate = f"{stem}-{count}{suffix}"
    taken.add(candidate)
    return str(folder / candidate)


def _permissions(goal: Path) -> int:
    """Those of the file that is replaced, else those that the person's umask gives to a new file."""
    with suppress(OSError):
        return goal.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _unwritable(output: str, error: OSError) -> OutputError:
    return OutputError(name=output, reason=error.strerror or str(error))
