"""What a process of its own is given, which handles a file that somebody uploaded: a bare environment, and limits that it sets itself.

No Django. What a hostile file does to such a process ends with it.
"""

from __future__ import annotations

import os
import resource

MEMORY = 2 * 1024**3
KEPT = ("PATH", "LANG", "LC_ALL", "PYTHONPATH", "VIRTUAL_ENV", "TESSDATA_PREFIX", "SYSTEMROOT")


def bare_environment(scratch: str) -> dict[str, str]:
    """No secret of the server's environment; home and temporary files in a folder that goes with the process."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return {**kept, "HOME": scratch, "TMPDIR": scratch, "PYTHONIOENCODING": "utf-8"}


def limit_this_process(processor_seconds: int) -> None:
    """2 GB of memory, so much processor time, no core file."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (processor_seconds, processor_seconds + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
