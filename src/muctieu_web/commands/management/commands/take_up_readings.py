"""`take_up_readings`: puts reports that were left waiting or half read in line again. Run by `serve` before its worker starts."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from muctieu_web.actions.keep_reading import take_up_again


class Command(BaseCommand):
    """Safe to run again: a version is read once, however often it stands in line."""

    help = "Puts reports that were left waiting or half read in line again"

    def handle(self, *args: Any, **options: Any) -> None:
        """Says how many there were, unless told to be quiet."""
        count = take_up_again()
        if options["verbosity"] > 0:
            self.stdout.write(str(count))
