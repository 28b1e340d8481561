"""Accounts and the site's settings, for administrators."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from muctieu_web.access import NotThere, Permission, Refused, permit
from muctieu_web.actions import keep_people
from muctieu_web.actions.keep_site import keep_site
from muctieu_web.pages.frame.words import language, say
from muctieu_web.queries.people import ROLES, organisations, people, person
from muctieu_web.queries.site import places_to_open_on

FIELDS = ("username", "full_name", "role", "organisation")


def _refusal(refusal: Refused | NotThere) -> dict[str, str]:
    field = refusal.field if isinstance(refusal, Refused) else "organisation"
    return {field: refusal.sentence(language())}


def _absolute(request: HttpRequest, link: str) -> str:
    return request.build_absolute_uri(link)


@never_cache
@require_http_methods(["GET", "POST"])
def all_people(request: HttpRequest) -> HttpResponse:
    """The list, and the form of a new account, which answers with its link."""
    given = {name: request.POST.get(name, "") for name in FIELDS}
    shown: dict[str, Any] = {"given": given, "errors": {}}
    if request.method == "POST":
        try:
            _, link = keep_people.add_person(actor=request.actor, now=timezone.now(), **given)
        except (Refused, NotThere) as refusal:
            shown["errors"] = _refusal(refusal)
        else:
            shown = {"given": {}, "errors": {}, "link": _absolute(request, link), "linked": given["username"]}
    shown |= {"rows": people(actor=request.actor), "roles": ROLES, "organisations": organisations()}
    return render(request, "people/people.html", shown, status=400 if shown["errors"] else 200)


@never_cache
@require_http_methods(["GET", "POST"])
def one_person(request: HttpRequest, key: int) -> HttpResponse:
    """One account and the form that changes it."""
    row, errors = person(actor=request.actor, person_id=key), {}
    given = {"full_name": row.full_name, "role": row.role, "organisation": row.organisation_code}
    if request.method == "POST":
        given = {name: request.POST.get(name, "") for name in given}
        try:
            keep_people.change_person(
                actor=request.actor,
                now=timezone.now(),
                person_id=key,
                is_active=request.POST.get("is_active") == "1",
                **given,
            )
        except (Refused, NotThere) as refusal:
            errors = _refusal(refusal)
        else:
            messages.success(request, say("Đã lưu.", "Saved."))
            return HttpResponseRedirect(f"/people/{key}/")
    shown = {"row": row, "given": given, "errors": errors, "roles": ROLES, "organisations": organisations()}
    return render(request, "people/person.html", shown, status=400 if errors else 200)


@never_cache
@require_POST
def reset_password(request: HttpRequest, key: int) -> HttpResponse:
    """Voids the password and shows the link, once."""
    link = keep_people.reset_password(actor=request.actor, now=timezone.now(), person_id=key)
    row = person(actor=request.actor, person_id=key)
    given = {"full_name": row.full_name, "role": row.role, "organisation": row.organisation_code}
    shown = {"row": row, "given": given, "roles": ROLES, "organisations": organisations()}
    return render(request, "people/person.html", {**shown, "link": _absolute(request, link)})


@require_POST
def reset_factor(request: HttpRequest, key: int) -> HttpResponse:
    """Takes a lost second factor off."""
    keep_people.reset_second_factor(actor=request.actor, now=timezone.now(), person_id=key)
    messages.success(request, say("Đã gỡ xác thực hai bước.", "Two-step sign-in was taken off."))
    return HttpResponseRedirect(f"/people/{key}/")


@require_http_methods(["GET", "POST"])
def site_settings(request: HttpRequest) -> HttpResponse:
    """Name, public view, place, term."""
    permit(request.actor, Permission.KEEP_SITE)
    site = request.site
    term = f"{site.term_start}-{site.term_end}" if site.term_start else ""
    name_en = "" if site.name_en == site.name else site.name_en
    given = {"name": site.name, "name_en": name_en, "place": site.place or "", "term": term}
    public, errors = site.is_public, {}
    if request.method == "POST":
        given = {name: request.POST.get(name, "") for name in given}
        public = request.POST.get("public") == "1"
        try:
            keep_site(actor=request.actor, now=timezone.now(), public=public, **given)
        except Refused as refusal:
            errors = _refusal(refusal)
        else:
            messages.success(request, say("Đã lưu cấu hình.", "The settings are saved."))
            return HttpResponseRedirect("/people/site/")
    shown = {"given": given, "public": public, "errors": errors, "places": places_to_open_on()}
    return render(request, "people/site.html", shown, status=400 if errors else 200)
