"""The original file, handed out as it came; and the same file with the findings noted in it."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase

from muctieu_web.access import NotThere
from muctieu_web.pages.frame.faults import fault
from muctieu_web.pages.frame.words import say
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


def annotated(request: HttpRequest, report: int, number: int) -> HttpResponse:
    """The file with a comment at each finding."""
    kept_file(actor=request.actor, report=report, number=number)
    sentence = say(
        "Bản có ghi chú chưa làm được ở đây; hãy tải tệp gốc và dùng muctieu audit --annotate.",
        "The annotated file cannot be made here yet; download the original and use muctieu audit --annotate.",
    )
    return fault(request, 404, sentence)


def attachment(response: HttpResponseBase) -> HttpResponseBase:
    """With the headers that keep a browser from running or guessing what it gets."""
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = SANDBOX
    response.headers["Cache-Control"] = "private, no-store"
    return response
