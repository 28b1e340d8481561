"""Work shared among processes, begun afresh (`spawn`) so that nothing leaks into them; outcomes in order, `jobs + 2` held at most."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TypeVar

from muctieu.cli.language import choose, spoken
from muctieu.cli.many import attempt
from muctieu.errors import FileUnforeseen, MuctieuError

Task = TypeVar("Task")
Result = TypeVar("Result")


def outcomes_of_processes(
    work: Callable[[Task], Result], tasks: Sequence[Task], names: Sequence[str], jobs: int
) -> Iterator[Result | MuctieuError]:
    """As `outcomes` of `cli/many.py`, `jobs` processes at work; they are ended when the caller stops listening."""
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(spoken(),))
    waiting: deque[tuple[str, Future[Result | MuctieuError]]] = deque()
    try:
        for task, name in zip(tasks, names, strict=True):
            with _interruptions_held_back():  # a worker that begins here must not meet one before it ignores them
                waiting.append((name, pool.submit(attempt, work, task, name)))
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


@contextmanager
def _interruptions_held_back() -> Iterator[None]:
    """Ctrl+C waits until the block is over; a process started within inherits that (POSIX; elsewhere nothing is held back)."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(language: str) -> None:
    """A worker leaves the interruption to the first process and speaks its language."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    choose(["--lang", language], {})
