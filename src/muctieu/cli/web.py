"""Handing over to the web application, a package of its own that this one never imports: in this process's place."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from typing import NoReturn

from muctieu.errors import UsageError


def hand_over(module: str, *words: str) -> NoReturn:
    """Runs `python -m module words…` in this process's place. UsageError where the web application is not installed."""
    if find_spec("django") is None or find_spec("muctieu_web") is None:
        raise UsageError(
            reason_vi="Trang web chưa được cài; hãy chạy: pip install 'muctieu[web]'.",
            reason_en="The web application is not installed; run: pip install 'muctieu[web]'.",
        )
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-m", module, *words])
