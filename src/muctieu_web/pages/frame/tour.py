"""The tour of five minutes on the sample, and the report to try it with."""

from __future__ import annotations

from importlib.resources import files

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
def tour(request: HttpRequest) -> HttpResponse:
    """Six steps, each with the page to do it on."""
    return render(request, "frame/tour.html")


@require_safe
def sample_report(request: HttpRequest) -> HttpResponse:
    """The report that ships with the program, to upload as one's own."""
    content = (files("muctieu") / "sample" / "bao-cao.docx").read_bytes()
    headers = {"Content-Disposition": 'attachment; filename="bao-cao-mau.docx"'}
    return HttpResponse(content, content_type=WORD, headers=headers)
