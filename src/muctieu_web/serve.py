"""The production server: brings the database up to date, then runs gunicorn and the worker of background jobs until told to stop.

    python -m muctieu_web.serve --bind 127.0.0.1:8000 --workers 2 --threads 2

Takes its settings from the environment (`settings/__init__.py`). One of the two dying ends the other, so that whoever watches
this process (systemd, a container) starts both anew; nothing is lost, since jobs are kept in the database. Exit codes: 0 told to
stop; 1 one of the two died; 2 the call or the configuration is wrong; 4 the address is taken.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

GRACE = 20.0  # seconds that a process is given to end by itself
TAKEN = 4


def main(arguments: list[str] | None = None) -> int:
    """Serves until SIGTERM or SIGINT; gives the exit code."""
    chosen = _parser().parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "muctieu_web.settings")
    fault = _unusable(chosen.bind)
    if fault:
        print(fault, file=sys.stderr)
        return TAKEN
    code = _prepare()
    if code:
        return code
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
    parser.add_argument("--threads", type=int, default=2)
    return parser


def _unusable(bind: str) -> str:
    """Why nothing can listen at this address; empty where something can."""
    host, _, port = bind.rpartition(":")
    if not host or not port.isdigit() or not 0 < int(port) < 65536:
        return (
            f"«{bind}» không phải là địa chỉ; hãy ghi như 127.0.0.1:8000. / "
            f"“{bind}” is no address; write 127.0.0.1:8000."
        )
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind((host.strip("[]"), int(port)))
    except OSError as error:
        return (
            f"Không nghe được ở {bind} ({error.strerror}); hãy chọn cổng khác: --bind 127.0.0.1:8001. / "
            f"Cannot listen at {bind} ({error.strerror}); choose another port: --bind 127.0.0.1:8001."
        )
    return ""


def _prepare() -> int:
    """Checks, migrations, static files (where they differ from those collected last), sample, readings left undone; 2 where one fails."""
    from django.conf import settings

    commands = [["check"], ["migrate", "--noinput"]]
    stamp, sign = Path(settings.STATIC_ROOT) / ".stamp", _sign_of_static()
    collected = stamp.exists() and stamp.read_text(encoding="ascii") == sign
    if not collected:
        commands.append(["collectstatic", "--noinput"])
    if settings.TRY:
        commands.append(["load_sample"])
    commands.append(["take_up_readings"])
    for command in commands:
        done = subprocess.run(
            [sys.executable, "-m", "muctieu_web", *command, "-v", "0"], check=False, stdout=subprocess.DEVNULL
        )
        if done.returncode:
            return 2
    if not collected:
        stamp.write_text(sign, encoding="ascii")
    return 0


def _sign_of_static() -> str:
    """A hash over the sizes and days of all static files of this installation."""
    import django
    import ninja

    sign = hashlib.sha256()
    for root in (Path(__file__).parent, Path(django.__file__).parent / "contrib/admin", Path(ninja.__file__).parent):
        for path in sorted(root.glob("**/static/**/*")):
            facts = path.stat()
            sign.update(f"{path}|{facts.st_size}|{facts.st_mtime_ns}\n".encode())
    return sign.hexdigest()


def _keep(server: list[str], worker: list[str], address: str) -> int:
    """Runs both until one ends or this process is told to stop."""
    asked: list[int] = []

    def stop(number: int, _: Any) -> None:
        asked.append(number)

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    processes = [subprocess.Popen(command, start_new_session=True) for command in (server, worker)]
    print(f"Muctieu: {address}  (Ctrl+C để dừng / to stop)", flush=True)
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
