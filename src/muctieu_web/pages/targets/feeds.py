"""What the register holds as open data: CSV, JSON and SDMX-CSV. The public gets what is official; a feed is unchanged while its ETag is."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import condition, require_safe

from muctieu_web.pages.boards.views import day_of
from muctieu_web.pages.frame.words import language
from muctieu_web.queries.feeds import FEEDS, feed_stamp

CSV, JSON = "text/csv; charset=utf-8", "application/json; charset=utf-8"


def _etag(request: HttpRequest, name: str) -> str:
    key = (
        f"{feed_stamp()}|{name}|{request.GET.urlencode()}|{language()}|{request.actor.is_known}|{timezone.localdate()}"
    )
    return f'"{sha256(key.encode()).hexdigest()[:24]}"'


@require_safe
@condition(etag_func=_etag)
def feed(request: HttpRequest, name: str) -> HttpResponse:
    """One feed by its name (`FEEDS` of `queries/feeds.py`); `?on=` as known on a day."""
    make: Callable[..., str] | None = FEEDS.get(name)
    if make is None:
        raise Http404
    day = day_of(request.GET.get("on", ""), timezone.localdate())
    content = make(actor=request.actor, site=request.site, as_of=day, language=language())
    return HttpResponse(content, content_type=JSON if name.endswith("json") else CSV)
