"""Whatever ends the program while files are taken and read: what was confirmed is there, whole; nothing is half there."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest

WORK = """
import sys
import django
django.setup()
from django.utils import timezone
from muctieu_web.access import SYSTEM
from muctieu_web.actions.keep_reading import take_up_again
from muctieu_web.actions.upload_report import upload_report
from muctieu_web.jobs.read_version import read_version

take_up_again()
print("ready", flush=True)
for number in range(10000):
    content = f"Xã {sys.argv[1]}-{number} có {number + 5} hộ nghèo năm 2020.".encode() * 200
    one = upload_report(actor=SYSTEM, now=timezone.now(), name="a.txt", content=content)
    print(one.version, flush=True)
    if number % 3 == 1:
        read_version.call(one.version)
"""


def environment(home):
    return {
        **os.environ,
        "MUCTIEU_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "muctieu_web.settings",
        "DATABASE_URL": "",
    }


def run_until_killed(home, number, after):
    """Uploads and reads until it is killed; the versions whose keeping was confirmed."""
    command = [sys.executable, "-c", WORK, str(number)]
    with subprocess.Popen(command, env=environment(home), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "ready\n"
        time.sleep(after)
        process.send_signal(signal.SIGKILL)
        return [int(line) for line in process.stdout.read().split("\n")[:-1]]


def check(home, confirmed):
    with sqlite3.connect(home / "muctieu.sqlite3") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        rows = connection.execute("SELECT id, file, sha256, size, state, claim_count FROM store_version").fetchall()
        claims = dict(connection.execute("SELECT version_id, COUNT(*) FROM store_claim GROUP BY version_id").fetchall())
        queued = connection.execute("SELECT COUNT(*) FROM django_tasks_database_dbtaskresult").fetchone()[0]
    connection.close()
    assert set(confirmed) <= {row[0] for row in rows}
    for key, file, digest, size, state, count in rows:
        content = (home / "files" / file).read_bytes()
        assert (len(content), sha256(content).hexdigest()) == (size, digest)
        assert claims.get(key, 0) == (count if state == "read" else 0)
        assert state in ("waiting", "reading", "read")
    assert queued >= len(rows)
    assert len({row[2] for row in rows}) == len(rows)


@pytest.mark.parametrize("times", [2, pytest.param(100, marks=pytest.mark.slow)])
def test_killed_at_any_moment(tmp_path, times):
    home = Path(tmp_path)
    migrate = [sys.executable, "-m", "muctieu_web", "migrate", "--noinput", "-v", "0"]
    subprocess.run(migrate, env=environment(home), check=True)
    chance = random.Random(20250701)
    confirmed = []
    for number in range(times):
        confirmed += run_until_killed(home, number, chance.uniform(0.0, 0.9))
        check(home, confirmed)
    assert confirmed
