"""`restore FILE [--force]`: puts a backup back. Stop the server first."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connections

from muctieu.errors import MuctieuError
from muctieu_web.commands.archive import restore


class Command(BaseCommand):
    """Exit code 1 with one sentence where it fails; then everything is as it was."""

    help = "Khôi phục từ bản sao lưu (dừng máy chủ trước) / Put a backup back (stop the server first)"
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        """What from; `--force` replaces what is there."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--force", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Replaces the database and the files, whole or not at all."""
        connections.close_all()
        try:
            manifest = restore(
                database=settings.DATABASES["default"],
                files=Path(settings.MEDIA_ROOT),
                source=options["file"],
                force=options["force"],
            )
        except MuctieuError as error:
            raise CommandError(f"{error.sentence('vi')} / {error.sentence('en')}") from error
        self.stdout.write(f"{options['file']}: {manifest['at']} (Muctieu {manifest['muctieu']})")
