"""Many files read one after another or by several processes: outcomes come back in the order of the files, few are held at a time."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from muctieu.cli.language import choose, spoken
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
        pairs: Iterator[Result | MuctieuError] = (_attempt(work, *pair) for pair in zip(tasks, names, strict=True))
    else:
        pairs = _in_processes(work, tasks, names, min(jobs, len(tasks)))
    for name, outcome in zip(names, pairs, strict=True):
        shown.step(name)
        yield outcome
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


def _attempt(work: Callable[[Task], Result], task: Task, name: str) -> Result | MuctieuError:
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


def _in_processes(
    work: Callable[[Task], Result], tasks: Sequence[Task], names: Sequence[str], jobs: int
) -> Iterator[Result | MuctieuError]:
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(spoken(),))
    waiting: deque[tuple[str, Future[Result | MuctieuError]]] = deque()
    try:
        for task, name in zip(tasks, names, strict=True):
            waiting.append((name, pool.submit(_attempt, work, task, name)))
            if len(waiting) >= jobs + 2:
                yield _settled(*waiting.popleft())
        while waiting:
            yield _settled(*waiting.popleft())
    finally:
        for _, future in waiting:
            future.cancel()
        if waiting:
            for child in multiprocessing.active_children():
                child.terminate()
        pool.shutdown(wait=True, cancel_futures=True)


def _settled(name: str, future: Future[Result | MuctieuError]) -> Result | MuctieuError:
    try:
        return future.result()
    except BrokenProcessPool:
        return FileUnforeseen(name=name, reason="worker process killed")


def _begin(language: str) -> None:
    """A worker leaves the interruption to the first process and speaks its language."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    choose(["--lang", language], {})
