"""Puts a job into the database's queue, in the caller's transaction. Jobs stand above actions, so they are named here, not imported."""

from __future__ import annotations

from django.utils.module_loading import import_string

READ_VERSION = "muctieu_web.jobs.read_version.read_version"


def enqueue(job: str, *arguments: int) -> None:
    """The job runs once the transaction is written; never where it is rolled back."""
    import_string(job).enqueue(*arguments)
