"""A backup of the whole site in one file, and the way back: the database as it stood at one moment, and every uploaded file.

The file is a tar (gzip) of `manifest.json`, `database.sqlite3` or `database.dump`, and `files/…`. SQLite is copied by its own
backup interface while people go on writing; PostgreSQL by `pg_dump` and `pg_restore`. An upload's file is never changed, and is
written before its row, so that copying the database first and the files after loses nothing. Restoring is whole or not at all.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from collections.abc import Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from muctieu import __version__
from muctieu.errors import FileDamaged, FileMissing, OutputError, ToolMissing, UsageError

Database = Mapping[str, Any]


def back_up(*, database: Database, files: Path, target: Path, now: datetime) -> int:
    """Writes the backup to `target`, which must not exist yet; gives its size in bytes. Nothing is left where it fails."""
    if target.exists():
        raise OutputError(name=str(target), reason="File exists")
    part = target.with_name(f".{target.name}.part")
    try:
        with (
            tempfile.TemporaryDirectory(prefix="muctieu-") as folder,
            tarfile.open(part, "w:gz", compresslevel=6) as archive,
        ):
            dump = _dump(database, Path(folder))
            manifest = {"muctieu": __version__, "at": now.isoformat(), "database": dump.name}
            (Path(folder) / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
            archive.add(Path(folder) / "manifest.json", "manifest.json")
            archive.add(dump, dump.name)
            if files.is_dir():
                archive.add(files, "files")
        os.replace(part, target)
    except OSError as error:
        raise OutputError(name=str(target), reason=error.strerror or str(error)) from error
    finally:
        part.unlink(missing_ok=True)
    return target.stat().st_size


def _dump(database: Database, folder: Path) -> Path:
    if "sqlite" in database["ENGINE"]:
        path = folder / "database.sqlite3"
        with closing(sqlite3.connect(database["NAME"])) as source, closing(sqlite3.connect(path)) as copy:
            source.backup(copy)
        return path
    path = folder / "database.dump"
    _run("pg_dump", database, "--format=custom", "--no-owner", f"--file={path}", database["NAME"])
    return path


def restore(*, database: Database, files: Path, source: Path, force: bool) -> dict[str, str]:
    """Puts back what `back_up` wrote; gives its manifest. Refuses to overwrite a database in use unless `force`.

    The server must be stopped.
    """
    if not source.exists():
        raise FileMissing(name=str(source))
    with tempfile.TemporaryDirectory(prefix="muctieu-", dir=_home(files)) as folder:
        manifest = _unpack(source, Path(folder))
        dump = Path(folder) / manifest["database"]
        if ("sqlite" in database["ENGINE"]) != (dump.suffix == ".sqlite3"):
            raise UsageError(
                reason_vi=f"Bản sao lưu «{source}» là của hệ cơ sở dữ liệu khác; hãy đặt DATABASE_URL cho đúng hệ.",
                reason_en=f"The backup “{source}” is of another kind of database; set DATABASE_URL to that kind.",
            )
        if not force and _in_use(database):
            raise UsageError(
                reason_vi="Cơ sở dữ liệu đang có dữ liệu; thêm --force nếu muốn thay bằng bản sao lưu.",
                reason_en="The database holds data already; add --force to replace it by the backup.",
            )
        _put_back(database, dump)
        _swap(Path(folder) / "files", files)
    return manifest


def _home(files: Path) -> Path:
    files.parent.mkdir(parents=True, exist_ok=True)
    return files.parent


def _unpack(source: Path, folder: Path) -> dict[str, str]:
    try:
        with tarfile.open(source) as archive:
            archive.extractall(folder, filter="data")
        manifest: dict[str, str] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        dump = folder / Path(manifest["database"]).name
        if not dump.exists():
            raise KeyError(dump.name)
        if dump.suffix == ".sqlite3":
            with closing(sqlite3.connect(dump)) as trial:
                (verdict,) = trial.execute("PRAGMA integrity_check").fetchone()
            if verdict != "ok":
                raise ValueError(verdict)
    except (tarfile.TarError, EOFError, OSError, ValueError, KeyError, sqlite3.DatabaseError) as error:
        raise FileDamaged(name=str(source), place=str(error)[:80] or "tar", kind="backup") from error
    return manifest


def _in_use(database: Database) -> bool:
    if "sqlite" in database["ENGINE"]:
        return Path(database["NAME"]).exists()
    return bool(
        _run("psql", database, "-At", "-c", "select to_regclass('store_person') is not null", database["NAME"]).strip()
        == "t"
    )


def _put_back(database: Database, dump: Path) -> None:
    if dump.suffix == ".sqlite3":
        name = Path(database["NAME"])
        os.replace(dump, name)
        for side in ("-wal", "-shm"):
            name.with_name(name.name + side).unlink(missing_ok=True)
        return
    _run("pg_restore", database, "--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error",
         f"--dbname={database['NAME']}", str(dump))  # fmt: skip


def _swap(new: Path, files: Path) -> None:
    """The restored uploads in the place of those that were; the old ones go last."""
    new.mkdir(exist_ok=True)
    old = files.with_name(f"{files.name}.before-restore")
    if files.exists():
        shutil.rmtree(old, ignore_errors=True)
        os.replace(files, old)
    os.replace(new, files)
    shutil.rmtree(old, ignore_errors=True)


def _run(tool: str, database: Database, *words: str) -> str:
    """Runs a tool of PostgreSQL; the password goes by the environment, never by the command line."""
    if shutil.which(tool) is None:
        raise ToolMissing(
            name=str(database["NAME"]), tool=tool, purpose_vi="sao lưu PostgreSQL", purpose_en="back up PostgreSQL",
            install="apt-get install postgresql-client",
        )  # fmt: skip
    where = {
        "PGHOST": database.get("HOST"),
        "PGPORT": database.get("PORT"),
        "PGUSER": database.get("USER"),
        "PGPASSWORD": database.get("PASSWORD"),
    }
    environment = {**os.environ, **{name: str(value) for name, value in where.items() if value}}
    done = subprocess.run([tool, *words], env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise OutputError(name=str(database["NAME"]), reason=(done.stderr.strip().splitlines() or [tool])[-1])
    return done.stdout
