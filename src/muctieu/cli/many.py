"""Many files read one after another or by several processes: outcomes come back in the order of the files, few are held at a time."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from muctieu.errors import FileUnforeseen, MuctieuError

Task = TypeVar("Task")
Result = TypeVar("Result")


def outcomes(
    work: Callable[[Task], Result], tasks: Sequence[Task], names: Sequence[str], jobs: int
) -> Iterator[Result | MuctieuError]:
    """What `work` gives for each task, or the error it raised, in the order of the tasks.

    With `jobs` above 1, `work` runs in that many processes (it and its tasks must be picklable); at most `jobs + 2` outcomes wait.
    A fault that is no `MuctieuError` comes back as `FileUnforeseen`, unless MUCTIEU_DEBUG is set, when it is raised as it is.
    """
    shown = Progress(len(tasks))
    if jobs == 1 or len(tasks) == 1:
        pairs: Iterator[Result | MuctieuError] = (attempt(work, *pair) for pair in zip(tasks, names, strict=True))
    else:
        from muctieu.cli.processes import outcomes_of_processes

        pairs = outcomes_of_processes(work, tasks, names, min(jobs, len(tasks)))
    for name, outcome in zip(names, pairs, strict=True):
        shown.clear()  # what is written of this file must not run into the line
        yield outcome
        shown.step(name)
    shown.clear()


class Progress:
    """A line on standard error that says how far the run is; only on a terminal, and only with several files."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = 0
        self.visible = total > 1 and sys.stderr.isatty()

    def step(self, name: str) -> None:
        """One more file is done."""
        self.done += 1
        if self.visible:
            sys.stderr.write(f"\r\x1b[K[{self.done}/{self.total}] {os.path.basename(name)[:60]}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Wipes the line."""
        if self.visible:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def attempt(work: Callable[[Task], Result], task: Task, name: str) -> Result | MuctieuError:
    """What `work` gives, or the error it raised, as a value."""
    try:
        return work(task)
    except MuctieuError as error:
        return error
    except (MemoryError, RecursionError) as error:
        return FileUnforeseen(name=name, reason=type(error).__name__)
    except Exception as error:
        if os.environ.get("MUCTIEU_DEBUG"):
            raise
        return FileUnforeseen(name=name, reason=f"{type(error).__name__}: {str(error)[:120]}")
