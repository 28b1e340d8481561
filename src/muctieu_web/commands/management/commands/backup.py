"""`backup FILE`: the whole site in one file, while it runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from muctieu.errors import MuctieuError
from muctieu_web.commands.archive import back_up


class Command(BaseCommand):
    """Exit code 1 with one sentence where it fails."""

    help = "Sao lưu toàn bộ trang vào một tệp / Back up the whole site into one file"

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to."""
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Writes the file, or nothing."""
        try:
            size = back_up(
                database=settings.DATABASES["default"],
                files=Path(settings.MEDIA_ROOT),
                target=options["file"],
                now=timezone.now(),
            )
        except MuctieuError as error:
            raise CommandError(f"{error.sentence('vi')} / {error.sentence('en')}") from error
        self.stdout.write(f"{options['file']}: {size:,} byte")
