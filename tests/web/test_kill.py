"""kill -9 at a hundred random moments during upload, reading, making an indicator and accepting: nothing half done, nothing confirmed lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_a_hundred_times(tmp_path):
    environment = {**os.environ, "MUCTIEU_HOME": str(tmp_path), "PYTHONWARNINGS": "ignore"}
    for name in ("DATABASE_URL", "MUCTIEU_TRY", "DJANGO_SETTINGS_MODULE"):
        environment.pop(name, None)
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("killed.py")), "100", "7"],
        env=environment, capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    assert done.stdout.splitlines()[-1].startswith("100 kills: ")
