"""The pages of one target and of one indicator, the discussion, and the chart as a file."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from muctieu_web.access import Refused
from muctieu_web.actions import discuss
from muctieu_web.pages.boards.views import day_of
from muctieu_web.pages.frame.words import language, say
from muctieu_web.pages.targets import charts
from muctieu_web.queries.target import TargetPage, indicator_page, target_page

KINDS = {"svg": "image/svg+xml", "png": "image/png"}


def _page(request: HttpRequest, code: str) -> TargetPage:
    day = day_of(request.GET.get("on", ""), timezone.localdate())
    return target_page(actor=request.actor, site=request.site, code=code, as_of=day)


@require_safe
def target(request: HttpRequest, code: str) -> HttpResponse:
    """Where one target stands, and every figure and sentence that says so."""
    page = _page(request, code)
    drawn = charts.on_page(page.standing, language()) if page.standing.points else ""
    return render(request, "targets/target.html", {"page": page, "one": page.standing, "chart": drawn})


@require_safe
def chart(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """The chart as SVG or PNG."""
    if kind not in KINDS:
        raise Http404
    standing = _page(request, code).standing
    headers = {"Content-Disposition": f'attachment; filename="{code}.{kind}"'}
    return HttpResponse(charts.as_file(standing, language(), kind), content_type=KINDS[kind], headers=headers)


@require_safe
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    """One indicator: what it is, its series by place, the targets on it."""
    page = indicator_page(actor=request.actor, site=request.site, code=code, as_of=timezone.localdate())
    return render(request, "targets/indicator.html", {"page": page})


@require_POST
def comment(request: HttpRequest, code: str) -> HttpResponse:
    """Adds to the discussion."""
    try:
        discuss.comment(actor=request.actor, now=timezone.now(), target=code, text=request.POST.get("text", ""))
    except Refused as refusal:
        messages.error(request, refusal.sentence(language()))
    return HttpResponseRedirect(f"/targets/{code}/#discussion")


@require_POST
def withdraw(request: HttpRequest, code: str, key: int) -> HttpResponse:
    """Takes a message back."""
    discuss.withdraw_comment(actor=request.actor, now=timezone.now(), comment_id=key)
    messages.success(request, say("Đã rút lời trao đổi.", "The message was taken back."))
    return HttpResponseRedirect(f"/targets/{code}/#discussion")
