"""What programs write, by the same actions as the pages: a token that may write is needed, and its person's rights."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import File, Status
from ninja.files import UploadedFile

from muctieu.errors import FileTooLarge
from muctieu.values.period import Period
from muctieu_web.actions.discuss import comment
from muctieu_web.actions.enter_figures import Figure, enter_figures, withdraw_figure
from muctieu_web.actions.keep_target import keep_target
from muctieu_web.actions.upload_report import upload_limit, upload_report
from muctieu_web.api.door import api, writer
from muctieu_web.api.reading import ERRORS
from muctieu_web.api.rows import (
    CommentIn,
    FateRow,
    FigureIn,
    Made,
    NewTargetIn,
    NextOf,
    ObservationKey,
    ReasonIn,
    TargetCode,
    TargetIn,
    TargetKept,
    UploadedRow,
)


@api.post("/observations", response={201: FateRow, **ERRORS}, tags=["register"], summary="Enter or revise a figure")
def enter(request: HttpRequest, given: FigureIn) -> Any:
    """Enters a figure, or revises it: what was known before stays known for the days before."""
    actor = writer(request).actor
    figure = Figure(
        given.indicator, given.place, Period.parse(given.period), Decimal(given.value), given.status,
        given.known or timezone.localdate(), given.source, given.note, given.reason,
    )  # fmt: skip
    fates = enter_figures(actor=actor, now=timezone.now(), figures=[figure], confirmed=[0] if given.confirm else [])
    return Status(201, {"fate": fates[0]})


@api.post(
    "/observations/{key}/withdraw", response={200: FateRow, **ERRORS}, tags=["register"], summary="Withdraw a figure"
)
def withdraw(request: HttpRequest, key: ObservationKey, given: ReasonIn) -> Any:
    """Takes a figure back from today on; its history stays."""
    withdraw_figure(actor=writer(request).actor, now=timezone.now(), observation_id=key, reason=given.reason)
    return {"fate": "revises"}


@api.post("/targets", response={201: TargetKept, **ERRORS}, tags=["register"], summary="Add a target")
def new_target(request: HttpRequest, given: NewTargetIn) -> Any:
    """Adds a target to the register; the board shows it at once."""
    return Status(201, {"code": _keep(request, None, given)})


@api.put("/targets/{code}", response={200: TargetKept, **ERRORS}, tags=["register"], summary="Change a target")
def change_target(request: HttpRequest, code: TargetCode, given: TargetIn) -> Any:
    """Changes a target; `reason` says why."""
    return {"code": _keep(request, code, given)}


def _keep(request: HttpRequest, code: str | None, given: TargetIn) -> str:
    words = {name: str(value) for name, value in given.dict().items()}
    kept = keep_target(
        actor=writer(request).actor, now=timezone.now(), code=code, words=words, reason=given.reason, language="en"
    )
    return kept.code


@api.post("/targets/{code}/comments", response={201: Made, **ERRORS}, tags=["board"], summary="Comment on a target")
def say(request: HttpRequest, code: TargetCode, given: CommentIn) -> Any:
    """Adds to the discussion of a target."""
    key = comment(actor=writer(request).actor, now=timezone.now(), target=code, text=given.text)
    return Status(201, {"id": key})


@api.post("/reports", response={201: UploadedRow, **ERRORS}, tags=["reports"], summary="Hand over a report")
def upload(request: HttpRequest, file: File[UploadedFile], report: NextOf = None) -> Any:
    """Hands over a report; with `report`, as its next version. It is read in the background."""
    actor = writer(request).actor
    if (file.size or 0) > upload_limit():
        limit, size = (f"{count / 1048576:.0f} MB" for count in (upload_limit(), file.size or 0))
        raise FileTooLarge(name=file.name, size=size, limit=limit)
    done = upload_report(actor=actor, now=timezone.now(), name=file.name or "", content=file.read(), report=report)
    return Status(201, {"report": done.report, "number": done.number, "title": done.title, "is_new": done.is_new})
