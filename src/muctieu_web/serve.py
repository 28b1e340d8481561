"""The production server: brings the database up to date, then runs gunicorn and the worker of background jobs until told to stop.

    python -m muctieu_web.serve --bind 127.0.0.1:8000 --workers 2 --threads 4

Takes its settings from the environment (`settings/__init__.py`). One of the two dying ends the other, so that whoever watches
this process (systemd, a container) starts both anew; nothing is lost, since jobs are kept in the database.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import time
from typing import Any

GRACE = 20.0  # seconds that a process is given to end by itself


def main(arguments: list[str] | None = None) -> int:
    """Serves until SIGTERM or SIGINT; gives the exit code."""
    chosen = _parser().parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "muctieu_web.settings")
    for command in (["check"], ["migrate", "--noinput"], ["collectstatic", "--noinput"], *_sample()):
        done = subprocess.run([sys.executable, "-m", "muctieu_web", *command, "-v", "0"], check=False)
        if done.returncode:
            return done.returncode
    server = [
        sys.executable, "-m", "gunicorn", "muctieu_web.wsgi", "--bind", chosen.bind, "--workers", str(chosen.workers),
        "--threads", str(chosen.threads), "--timeout", "120", "--graceful-timeout", "15", "--log-level", "warning",
        "--worker-tmp-dir", "/dev/shm" if os.path.isdir("/dev/shm") else "/tmp", "--no-control-socket",
    ]  # fmt: skip
    worker = [sys.executable, "-m", "muctieu_web", "db_worker", "--interval", "0.5", "--no-startup-delay"]
    return _keep(server, worker, f"http://{chosen.bind.replace('0.0.0.0', 'localhost')}/")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="muctieu serve", description=__doc__)
    parser.add_argument("--bind", default="127.0.0.1:8000")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--threads", type=int, default=4)
    return parser


def _sample() -> list[list[str]]:
    return [["load_sample"]] if os.environ.get("MUCTIEU_TRY") == "1" else []


def _keep(server: list[str], worker: list[str], address: str) -> int:
    """Runs both until one ends or this process is told to stop."""
    asked: list[int] = []

    def stop(number: int, _: Any) -> None:
        asked.append(number)

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    processes = [subprocess.Popen(command, start_new_session=True) for command in (server, worker)]
    print(f"Muctieu: {address}  (Ctrl+C)", flush=True)
    while not asked and all(process.poll() is None for process in processes):
        time.sleep(0.2)
    for process in processes:
        process.terminate()
    end = time.monotonic() + GRACE
    for process in processes:
        try:
            process.wait(max(0.1, end - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
    return 0 if asked else 1


if __name__ == "__main__":
    sys.exit(main())
