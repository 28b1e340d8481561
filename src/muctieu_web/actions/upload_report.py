"""A file that a person hands over, as a new report or a new version of one: checked, kept as it came, put in line to be read."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings
from django.db.models import Max

from muctieu.document.endings import READABLE
from muctieu.document.readers.detect import detect
from muctieu.errors import FileEmpty, FileTooLarge
from muctieu_web.access import Actor, Permission, permit
from muctieu_web.actions.file_names import plain_name, stem
from muctieu_web.actions.macros import ENDINGS, refuse_macros
from muctieu_web.actions.queue import READ_VERSION, enqueue
from muctieu_web.actions.writing import found, one_write, record
from muctieu_web.store.models import Report, Version


@dataclass(frozen=True, slots=True)
class Uploaded:
    """Where the file is now. `is_new` is false where the same bytes were there already; nothing was written then."""

    report: int
    number: int
    version: int
    title: str
    is_new: bool


def upload_report(*, actor: Actor, now: datetime, name: str, content: bytes, report: int | None = None) -> Uploaded:
    """Keeps the file and puts it in line to be read; with `report`, as that report's next version.

    The file is written before its row, under the name of its hash: whatever ends the program in between leaves no row. Raises
    `Forbidden`, `NotThere`, an `InputError` of the library, or `Refused` for a file with macros.
    """
    permit(actor, Permission.UPLOAD)
    name = plain_name(name)
    _check(name, content)
    digest = sha256(content).hexdigest()
    known = _same(digest)
    if known is not None:
        return known
    kept = f"reports/{digest[:2]}/{digest}"
    _keep(Path(settings.MEDIA_ROOT) / kept, content)
    with one_write():
        known = _same(digest)
        if known is not None:
            return known
        of = _report(actor, now, report, name)
        last = of.versions.aggregate(last=Max("number"))["last"] or 0
        version = Version.objects.create(
            report=of, number=last + 1, file=kept, name=name, size=len(content), sha256=digest, person_id=actor.id, uploaded=now
        )  # fmt: skip
        record(actor=actor, now=now, action="upload_report", row=version)
        enqueue(READ_VERSION, version.pk)
    return Uploaded(of.pk, version.number, version.pk, of.title, True)


def _check(name: str, content: bytes) -> None:
    if len(content) > settings.UPLOAD_LIMIT:
        size, limit = (f"{count / 1048576:.0f} MB" for count in (len(content), settings.UPLOAD_LIMIT))
        raise FileTooLarge(name=name, size=size, limit=limit)
    if not content.strip():
        raise FileEmpty(name=name)
    refuse_macros(name, content)
    detect(content, name)


def _same(digest: str) -> Uploaded | None:
    row = Version.objects.select_related("report").defer("text", "document").filter(sha256=digest).first()
    return None if row is None else Uploaded(row.report_id, row.number, row.pk, row.report.title, False)


def _report(actor: Actor, now: datetime, key: int | None, name: str) -> Report:
    if key is not None:
        return found(Report, key, vi="báo cáo", en="report", lock=True)
    report = Report.objects.create(title=stem(name), created=now)
    record(actor=actor, now=now, action="upload_report", row=report)
    return report


def _keep(path: Path, content: bytes) -> None:
    """Writes the file whole or not at all, and waits until the disk has it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=".part-", delete=False) as stream:
        try:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
            os.replace(stream.name, path)
        except BaseException:
            with suppress(OSError):
                os.unlink(stream.name)
            raise


def upload_endings() -> str:
    """The endings of the files taken, as the `accept` of a form's field has them: what can be read, without files made for macros."""
    return ",".join(sorted(READABLE - set(ENDINGS)))


def upload_limit() -> int:
    """The largest file taken, in bytes."""
    limit: int = settings.UPLOAD_LIMIT
    return limit
