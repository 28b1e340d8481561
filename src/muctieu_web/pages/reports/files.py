"""The original file, handed out as it came; and the same file with the findings noted in it."""

from __future__ import annotations

from io import BytesIO

from django.http import FileResponse, HttpRequest, HttpResponseBase

from muctieu_web.access import NotThere
from muctieu_web.pages.frame.words import language
from muctieu_web.queries.annotated import annotated_copy
from muctieu_web.queries.reports import kept_file

SANDBOX = "sandbox; default-src 'none'"


def original(request: HttpRequest, report: int, number: int) -> HttpResponseBase:
    """The file for saving, never for showing: no browser runs what it may hold."""
    kept = kept_file(actor=request.actor, report=report, number=number)
    try:
        stream = open(kept.path, "rb")  # noqa: SIM115  closed by the response
    except FileNotFoundError as error:
        raise NotThere(noun_vi="tệp gốc", noun_en="original file", key=kept.name) from error
    return attachment(
        FileResponse(stream, as_attachment=True, filename=kept.name, content_type="application/octet-stream")
    )


def annotated(request: HttpRequest, report: int, number: int) -> HttpResponseBase:
    """A copy of the file with a remark at each finding that nobody accepted: Word comments, PDF notes."""
    copy = annotated_copy(actor=request.actor, report=report, number=number, language=language())
    return attachment(
        FileResponse(
            BytesIO(copy.content), as_attachment=True, filename=copy.name, content_type="application/octet-stream"
        )
    )


def attachment(response: HttpResponseBase) -> HttpResponseBase:
    """With the headers that keep a browser from running or guessing what it gets."""
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = SANDBOX
    response.headers["Cache-Control"] = "private, no-store"
    return response
