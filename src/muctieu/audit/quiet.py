"""The integer programming solver without its greeting. HiGHS writes its name to the process's standard output when it is made, before any option can
forbid it; a program that writes JSON there must not have that. Standard output is turned away for that moment only.
"""

from __future__ import annotations

import os
import sys
from threading import Lock
from typing import Any

_lock = Lock()


def quiet_solver() -> Any:
    """A HiGHS solver of one thread that writes nothing. Imported on first use: it takes a third of a second."""
    import highspy

    with _lock:
        if sys.stdout is not None and not sys.stdout.closed:
            sys.stdout.flush()
        kept, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nowhere, 1)
            solver = highspy.Highs()  # type: ignore[no-untyped-call]
        finally:
            os.dup2(kept, 1)
            os.close(kept)
            os.close(nowhere)
    solver.silent()
    solver.setOptionValue("threads", 1)
    return solver
