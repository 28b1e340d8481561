"""Serving, backing up, restoring: as an administrator of the machine does it."""

import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tarfile
import threading
import time
from datetime import UTC, datetime
from urllib.request import urlopen

import pytest

from muctieu.errors import FileDamaged, OutputError, UsageError
from muctieu_web.commands.archive import back_up, restore

NOW = datetime(2025, 8, 1, tzinfo=UTC)


def database(path):
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": path}


@pytest.fixture
def home(tmp_path):
    """A home with a database of one table and one uploaded file."""
    with sqlite3.connect(tmp_path / "muctieu.sqlite3") as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE figure (value TEXT)")
        connection.execute("INSERT INTO figure VALUES ('14882000000000')")
    connection.close()
    (tmp_path / "files" / "reports").mkdir(parents=True)
    (tmp_path / "files" / "reports" / "bao-cao.docx").write_bytes(b"PK bao cao")
    return tmp_path


def figures(path):
    with sqlite3.connect(path) as connection:
        return [value for (value,) in connection.execute("SELECT value FROM figure ORDER BY rowid")]


def test_what_was_backed_up_comes_back(home, tmp_path_factory):
    saved = home / "luu.tar.gz"
    assert back_up(database=database(home / "muctieu.sqlite3"), files=home / "files", target=saved, now=NOW) > 0
    other = tmp_path_factory.mktemp("other")
    restore(database=database(other / "muctieu.sqlite3"), files=other / "files", source=saved, force=False)
    assert figures(other / "muctieu.sqlite3") == ["14882000000000"]
    assert (other / "files" / "reports" / "bao-cao.docx").read_bytes() == b"PK bao cao"


def test_a_backup_while_others_write_is_of_one_moment(home):
    """Each transaction writes two rows: a backup that held an odd number would have cut one in half."""
    done = threading.Event()

    def write():
        connection = sqlite3.connect(home / "muctieu.sqlite3", timeout=5, isolation_level=None)
        while not done.is_set():
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO figure VALUES ('1')")
            connection.execute("INSERT INTO figure VALUES ('2')")
            connection.execute("COMMIT")
        connection.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            back_up(
                database=database(home / "muctieu.sqlite3"),
                files=home / "files",
                target=home / f"{number}.tgz",
                now=NOW,
            )
    finally:
        done.set()
        writer.join()
    for number in range(5):
        other = home / f"other-{number}"
        restore(
            database=database(other / "m.sqlite3"), files=other / "files", source=home / f"{number}.tgz", force=False
        )
        assert len(figures(other / "m.sqlite3")) % 2 == 1  # the first row, and pairs


def test_restoring_over_data_must_be_asked_for(home):
    saved = home / "luu.tar.gz"
    back_up(database=database(home / "muctieu.sqlite3"), files=home / "files", target=saved, now=NOW)
    (home / "files" / "reports" / "moi.docx").write_bytes(b"new")
    with pytest.raises(UsageError, match="--force"):
        restore(database=database(home / "muctieu.sqlite3"), files=home / "files", source=saved, force=False)
    assert (home / "files" / "reports" / "moi.docx").exists()
    restore(database=database(home / "muctieu.sqlite3"), files=home / "files", source=saved, force=True)
    assert not (home / "files" / "reports" / "moi.docx").exists()


def test_a_backup_never_overwrites(home):
    (home / "luu.tar.gz").write_bytes(b"old")
    with pytest.raises(OutputError):
        back_up(database=database(home / "muctieu.sqlite3"), files=home / "files", target=home / "luu.tar.gz", now=NOW)
    assert (home / "luu.tar.gz").read_bytes() == b"old"


@pytest.mark.parametrize("fault", ["cut", "text", "outside", "no_database"])
def test_a_damaged_backup_changes_nothing(home, fault):
    saved = home / "luu.tar.gz"
    back_up(database=database(home / "muctieu.sqlite3"), files=home / "files", target=saved, now=NOW)
    if fault == "cut":
        saved.write_bytes(saved.read_bytes()[:300])
    elif fault == "text":
        saved.write_bytes(b"not a backup")
    else:
        manifest = home / "manifest.json"
        manifest.write_text(json.dumps({"at": "", "muctieu": "", "database": "database.sqlite3"}), encoding="utf-8")
        with tarfile.open(saved, "w:gz") as archive:
            archive.add(manifest, "../../outside.json" if fault == "outside" else "manifest.json")
    with pytest.raises(FileDamaged, match=r"luu.tar.gz"):
        restore(database=database(home / "muctieu.sqlite3"), files=home / "files", source=saved, force=True)
    assert figures(home / "muctieu.sqlite3") == ["14882000000000"]
    assert (home / "files" / "reports" / "bao-cao.docx").exists()


def _free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def _serve(port, home):
    environment = {
        **os.environ,
        "MUCTIEU_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "muctieu_web.settings",
        "MUCTIEU_TRY": "1",
    }
    environment.pop("DATABASE_URL", None)
    return subprocess.Popen(
        [sys.executable, "-m", "muctieu_web.serve", "--bind", f"127.0.0.1:{port}", "--workers", "1"],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


@pytest.mark.slow
def test_the_server_starts_answers_and_stops(tmp_path):
    port = _free_port()
    server = _serve(port, tmp_path)
    try:
        for _ in range(600):
            assert server.poll() is None
            try:
                with urlopen(f"http://127.0.0.1:{port}/", timeout=60) as answer:
                    page = answer.read().decode()
                break
            except OSError:
                time.sleep(0.1)
        assert "Bảng điểm chỉ tiêu" in page
        taken = _serve(port, tmp_path)
        _, said = taken.communicate(timeout=60)
        assert taken.returncode == 4
        assert "hãy chọn cổng khác" in said
    finally:
        server.send_signal(signal.SIGTERM)
        server.communicate(timeout=60)
    assert server.returncode == 0


def test_an_address_that_is_none():
    from muctieu_web.serve import main

    assert main(["--bind", "8000"]) == 4


@pytest.mark.parametrize(
    ("url", "engine"),
    [("", "sqlite3"), ("postgresql://a:b%40c@db:5433/muctieu?sslmode=require", "postgresql")],
)
def test_the_database_that_a_url_names(tmp_path, url, engine):
    from muctieu_web.settings.database import database as setting

    made = setting(url, tmp_path)
    assert made["ENGINE"] == f"django.db.backends.{engine}"
    if engine == "postgresql":
        assert (made["HOST"], made["PORT"], made["PASSWORD"], made["OPTIONS"]) == (
            "db",
            "5433",
            "b@c",
            {"sslmode": "require"},
        )


def test_a_url_of_another_kind_is_told(tmp_path):
    from django.core.exceptions import ImproperlyConfigured

    from muctieu_web.settings.database import database as setting

    with pytest.raises(ImproperlyConfigured, match="mysql"):
        setting("mysql://a@b/c", tmp_path)


def test_trying_is_refused_where_others_can_reach_it(settings):
    from muctieu_web.settings.checks import trying_stays_here

    settings.TRY = True
    settings.ALLOWED_HOSTS = ["localhost", "muctieu.example.vn"]
    assert [error.id for error in trying_stays_here()] == ["muctieu.E001"]
    settings.ALLOWED_HOSTS = ["localhost"]
    assert trying_stays_here() == []


POSTGRES = os.environ.get("DATABASE_URL", "")


@pytest.mark.skipif(not POSTGRES.startswith("postgres"), reason="needs PostgreSQL (DATABASE_URL)")
def test_postgresql_is_backed_up_and_restored(tmp_path):
    import psycopg

    from muctieu_web.settings.database import database as setting

    if shutil.which("pg_dump") is None:
        pytest.skip("needs pg_dump")
    here = {**setting(POSTGRES, tmp_path), "NAME": f"muctieu_backup_{os.getpid()}"}
    with psycopg.connect(POSTGRES, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {here['NAME']}")
    try:
        whereabouts = POSTGRES.rsplit("/", 1)[0] + f"/{here['NAME']}"
        with psycopg.connect(whereabouts) as connection:
            connection.execute("CREATE TABLE store_person (name text)")
            connection.execute("INSERT INTO store_person VALUES ('Nguyễn')")
        back_up(database=here, files=tmp_path / "files", target=tmp_path / "luu.tgz", now=NOW)
        with psycopg.connect(whereabouts) as connection:
            connection.execute("INSERT INTO store_person VALUES ('sau')")
        with pytest.raises(UsageError, match="--force"):
            restore(database=here, files=tmp_path / "files", source=tmp_path / "luu.tgz", force=False)
        restore(database=here, files=tmp_path / "files", source=tmp_path / "luu.tgz", force=True)
        with psycopg.connect(whereabouts) as connection:
            assert connection.execute("SELECT name FROM store_person").fetchall() == [("Nguyễn",)]
    finally:
        with psycopg.connect(POSTGRES, autocommit=True) as server:
            server.execute(f"DROP DATABASE {here['NAME']}")


def test_every_variable_is_documented():
    import re
    from pathlib import Path

    root = Path(__file__).resolve().parents[2]
    used = set()
    for path in (root / "src" / "muctieu_web").rglob("*.py"):
        used |= set(re.findall(r"[\"'](MUCTIEU_[A-Z_]+|DATABASE_URL)[\"']", path.read_text(encoding="utf-8")))
    page = (root / "docs" / "reference" / "cau-hinh.md").read_text(encoding="utf-8")
    assert used
    assert {name for name in used if f"`{name}`" not in page} == set()


def test_health_is_told_to_whoever_asks_by_the_machines_address(client, settings, db):
    settings.ALLOWED_HOSTS, settings.SECURE_SSL_REDIRECT = ["muctieu.example.vn"], True
    answer = client.get("/healthz", headers={"host": "10.0.0.7:8000"})
    assert (answer.status_code, answer.json()["ok"]) == (200, True)
    assert client.get("/", headers={"host": "10.0.0.7:8000"}).status_code == 400
