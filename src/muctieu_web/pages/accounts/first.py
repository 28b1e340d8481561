"""The very first visit: whoever sits at the machine makes the first administrator, while there is no account at all."""

from __future__ import annotations

from ipaddress import ip_address

from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from muctieu_web.access import Refused
from muctieu_web.actions.keep_people import add_first_person
from muctieu_web.pages.frame.words import language
from muctieu_web.queries.people import is_nobody_there
from muctieu_web.settings.checks import LOOPBACK

BACKEND = "django.contrib.auth.backends.ModelBackend"
FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST", "HTTP_X_REAL_IP", "HTTP_FORWARDED", "HTTP_VIA")


def may_be_first(request: HttpRequest) -> bool:
    """Does the request come from this machine itself, for a site that answers to this machine alone and has no account?

    A proxy on the same machine would pass the visits of others on: its headers, and any other host name of the site, close the door.
    """
    try:
        here = ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False
    alone = set(settings.ALLOWED_HOSTS) <= LOOPBACK and not settings.HTTPS
    return here and alone and not any(name in request.META for name in FORWARDED) and is_nobody_there()


@never_cache
def first(request: HttpRequest) -> HttpResponse:
    """Makes the account and signs in; 404 as soon as there is one."""
    if not may_be_first(request):
        raise Http404
    given = {name: request.POST.get(name, "") for name in ("username", "full_name")}
    errors = {}
    if request.method == "POST":
        try:
            key = add_first_person(now=timezone.now(), password=request.POST.get("password", ""), **given)
        except Refused as refusal:
            errors = {refusal.field: refusal.sentence(language())}
        else:
            login(request, get_user_model().objects.get(pk=key), backend=BACKEND)
            return HttpResponseRedirect("/")
    return render(request, "accounts/first.html", {"given": given, "errors": errors}, status=400 if errors else 200)
