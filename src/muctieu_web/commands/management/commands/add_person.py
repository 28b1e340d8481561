"""`add_person NAME --role administrator`: a new account, and the link by which its owner sets a password."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from muctieu.errors import MuctieuError
from muctieu_web.access import SYSTEM
from muctieu_web.actions.keep_people import add_person
from muctieu_web.queries.people import ROLES


class Command(BaseCommand):
    """Exit code 1 with one sentence where it fails."""

    help = "Thêm tài khoản và in liên kết đặt mật khẩu / Add an account and print the link to set its password"

    def add_arguments(self, parser: CommandParser) -> None:
        """Who, and what they may do."""
        parser.add_argument("name")
        parser.add_argument("--role", choices=ROLES, default="viewer")
        parser.add_argument("--full-name", default="")
        parser.add_argument("--organisation", default="", metavar="CODE")
        parser.add_argument("--address", default="http://127.0.0.1:8000", help="where the site answers")

    def handle(self, *args: Any, **options: Any) -> None:
        """Adds the account or says why not."""
        try:
            _, link = add_person(
                actor=SYSTEM,
                now=timezone.now(),
                username=options["name"],
                full_name=options["full_name"],
                role=options["role"],
                organisation=options["organisation"],
            )
        except MuctieuError as error:
            raise CommandError(f"{error.sentence('vi')} / {error.sentence('en')}") from error
        self.stdout.write(
            "Gửi liên kết này cho chủ tài khoản (một lần, trong ba ngày) / "
            f"Give the owner this link (once, within three days):\n{options['address'].rstrip('/')}{link}"
        )
