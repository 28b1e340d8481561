"""What programs write, by the same actions as the pages: a token that may write is needed, and its person's rights."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import File, Path, Status
from ninja.files import UploadedFile

from muctieu.errors import FileTooLarge
from muctieu_web.actions.discuss import comment
from muctieu_web.actions.upload_report import upload_limit, upload_report
from muctieu_web.api.door import api, writer
from muctieu_web.api.reading import ERRORS
from muctieu_web.api.rows import CommentIn, Key, Made, UploadedRow, Words


@api.post("/targets/{code}/comments", response={201: Made, **ERRORS}, tags=["board"])
def say(request: HttpRequest, code: Path[Words], given: CommentIn) -> Any:
    """Adds to the discussion of a target."""
    key = comment(actor=writer(request).actor, now=timezone.now(), target=code, text=given.text)
    return Status(201, {"id": key})


@api.post("/reports", response={201: UploadedRow, **ERRORS}, tags=["reports"])
def upload(request: HttpRequest, file: File[UploadedFile], report: Key | None = None) -> Any:
    """Hands over a report; with `report`, as its next version. It is read in the background."""
    actor = writer(request).actor
    if (file.size or 0) > upload_limit():
        limit, size = (f"{count / 1048576:.0f} MB" for count in (upload_limit(), file.size or 0))
        raise FileTooLarge(name=file.name, size=size, limit=limit)
    done = upload_report(actor=actor, now=timezone.now(), name=file.name or "", content=file.read(), report=report)
    return Status(201, {"report": done.report, "number": done.number, "title": done.title, "is_new": done.is_new})
