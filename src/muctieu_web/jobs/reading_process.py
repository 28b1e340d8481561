"""Reads a file in a process of its own: what a hostile file does to it ends with it. Takes a path, gives what the child wrote.

The child inherits no secret of the environment, has a session of its own (so that programs which it started end with it), and is
killed when its time is over. Its memory and processor time are limited by itself (`reading_child.py`).
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from enum import Enum
from threading import Timer
from typing import IO, Any

from muctieu_web.apart import bare_environment

SECONDS = 120


class Ended(Enum):
    """How a child ended that gave nothing."""

    TOO_LONG = "too long"
    TOO_LARGE = "too large"
    DIED = "died"


def read_apart(
    path: str, name: str, on_step: Callable[[int], None], *, seconds: float = SECONDS
) -> dict[str, Any] | Ended:
    """The child's result or its failure (`{"failure": {"vi", "en"}}`), or how it ended without one. `on_step` hears 0 to 100."""
    with tempfile.TemporaryDirectory(prefix="muctieu-") as scratch:
        child = subprocess.Popen(
            [sys.executable, "-m", "muctieu_web.jobs.reading_child", path, name],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=scratch, encoding="utf-8",
            start_new_session=True, env=bare_environment(scratch),
        )  # fmt: skip
        over: list[bool] = []

        def stop() -> None:
            over.append(True)
            _kill(child.pid)

        timer = Timer(seconds, stop)
        timer.start()
        try:
            assert child.stdout is not None
            found = _listen(child.stdout, on_step)
            child.wait()
        finally:
            timer.cancel()
            _kill(child.pid)
            if child.stdout is not None:
                child.stdout.close()
            child.wait()
    if found is None and (over or child.returncode == -signal.SIGXCPU):
        return Ended.TOO_LONG
    return found or (Ended.TOO_LARGE if child.returncode == -signal.SIGKILL else Ended.DIED)


def _listen(lines: IO[str], on_step: Callable[[int], None]) -> dict[str, Any] | Ended | None:
    """Reads the child's lines until it ends: `{"step": n}` on the way, its result last."""
    for line in lines:
        try:
            said = json.loads(line)
        except ValueError:
            continue  # a line cut short by the child's end
        if "step" in said:
            on_step(int(said["step"]))
        elif "too_large" in said:
            return Ended.TOO_LARGE
        else:
            result: dict[str, Any] = said
            return result
    return None


def _kill(leader: int) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, signal.SIGKILL)
