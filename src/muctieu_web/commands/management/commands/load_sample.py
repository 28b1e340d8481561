"""`load_sample`: the register and the report that ship with the program, and the account that tries them. Safe to run again."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import as_file, files
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from muctieu.scoreboard.reading import read_register
from muctieu_web.access import SYSTEM
from muctieu_web.actions.take_register import take_register
from muctieu_web.actions.upload_report import upload_report


class Command(BaseCommand):
    """Only where MUCTIEU_TRY=1: the account has no password and is signed in for whoever sits at the machine."""

    help = "Loads the sample that ships with Muctieu"

    def handle(self, *args: Any, **options: Any) -> None:
        """Loads what is not there yet."""
        if not settings.TRY:
            raise CommandError("load_sample needs MUCTIEU_TRY=1 / load_sample chỉ dùng khi MUCTIEU_TRY=1")
        people = get_user_model().objects
        trial, new = people.get_or_create(
            username="dung-thu", defaults={"full_name": "Người dùng thử", "role": "administrator"}
        )
        if new:
            trial.set_unusable_password()
            trial.save()
        with as_file(files("muctieu") / "sample" / "register") as folder:
            register = replace(read_register(folder), name="sổ mẫu / the sample's register")
            counts = take_register(actor=SYSTEM, now=timezone.now(), register=register)
        report = files("muctieu") / "sample" / "bao-cao.docx"
        upload_report(actor=SYSTEM, now=timezone.now(), name=report.name, content=report.read_bytes())
        self.stdout.write(", ".join(f"{noun}: {count}" for noun, count in counts.items()))
