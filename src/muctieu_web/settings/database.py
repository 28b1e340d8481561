"""The database that `DATABASE_URL` names, as Django's setting: PostgreSQL, or SQLite in the home folder where it is empty."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000;"


def database(url: str, home: Path) -> dict[str, Any]:
    """Django's setting of one database.

    SQLite: write-ahead log, writers queue for up to 5 s instead of failing, a transaction takes its lock at its start.
    ImproperlyConfigured for a URL of another kind.
    """
    parts = urlsplit(url)
    if parts.scheme in ("", "sqlite", "sqlite3"):
        path = Path(unquote(parts.path)) if parts.path.strip("/") else home / "muctieu.sqlite3"
        path.parent.mkdir(parents=True, exist_ok=True)
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": path,
            "OPTIONS": {"timeout": 5, "transaction_mode": "IMMEDIATE", "init_command": PRAGMAS},
        }
    if parts.scheme in ("postgres", "postgresql"):
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": dict(parse_qsl(parts.query)),
        }
    raise ImproperlyConfigured(
        f"DATABASE_URL «{parts.scheme}://…»: hãy dùng postgresql://… hoặc để trống để dùng SQLite. / "
        f"DATABASE_URL “{parts.scheme}://…”: use postgresql://…, or leave it empty for SQLite."
    )
