"""The register at a glance, its four lists, the form of one row with its history, and removing a row."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from muctieu_web.access import Permission, Refused, permit
from muctieu_web.actions.given import RefusedFields
from muctieu_web.actions.remove_row import remove_row
from muctieu_web.pages.frame.words import language, say
from muctieu_web.pages.register.fields import NOUNS, POINTERS, Noun, shown
from muctieu_web.queries import history, lists, places


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """How much each list holds, and the ways in."""
    counts = lists.counts(actor=request.actor)
    return render(request, "register/overview.html", {"counts": counts, "tab": "overview"})


def page_number(request: HttpRequest) -> int:
    """The page that is asked for; the first where it is no number."""
    words = request.GET.get("page", "1")
    return int(words) if words.isdecimal() and len(words) < 8 else 1


def asked(request: HttpRequest) -> str:
    """The filters of the address, for links to other pages of the list."""
    kept = request.GET.copy()
    kept.pop("page", None)
    return kept.urlencode()


@require_safe
def listed(request: HttpRequest, many: str) -> HttpResponse:
    """One list, searched without accents."""
    noun = _noun(many)
    words = request.GET.get("q", "")[:100]
    page = lists.listed(actor=request.actor, noun=noun.noun, words=words, page=page_number(request))
    facts = {"page": page, "noun": noun, "many": many, "tab": many, "words": words, "asked": asked(request)}
    return render(request, f"register/{many}.html", facts)


def row(request: HttpRequest, many: str, code: str | None = None) -> HttpResponse:
    """The form of a row, or of a new one (no code)."""
    noun = _noun(many)
    if request.method != "POST":
        if code is None:
            permit(request.actor, Permission.KEEP_REGISTER)
            return _form(request, noun, many, None, dict(request.GET.items()), ())
        return _form(request, noun, many, code, lists.words_of(actor=request.actor, noun=noun.noun, code=code), ())
    words = {field.name: request.POST.get(field.name, "") for field in noun.fields}
    facts: dict[str, Any] = {} if many == "organisations" else {"language": language()}
    reason = request.POST.get("reason", "")
    try:
        kept = noun.keep(actor=request.actor, now=timezone.now(), code=code, words=words, reason=reason, **facts)
    except RefusedFields as refused:
        return _form(request, noun, many, code, {**words, "reason": reason}, refused.faults)
    said = say("Không có gì thay đổi.", "Nothing has changed.") if kept.fate == "same" else say("Đã lưu.", "Saved.")
    messages.success(request, said)
    return HttpResponseRedirect(f"/register/{many}/{kept.code}/")


@require_POST
def remove(request: HttpRequest, many: str, code: str) -> HttpResponse:
    """Takes a row out on which nothing hangs."""
    noun = _noun(many)
    reason = request.POST.get("reason", "")
    try:
        remove_row(actor=request.actor, now=timezone.now(), noun=noun.noun, code=code, reason=reason)
    except Refused as refused:
        messages.error(request, refused.sentence(language()))
        return HttpResponseRedirect(f"/register/{many}/{code}/")
    messages.success(request, say("Đã xóa.", "Removed."))
    return HttpResponseRedirect(f"/register/{many}/")


def _noun(many: str) -> Noun:
    if many not in NOUNS:
        raise Http404
    return NOUNS[many]


def _form(
    request: HttpRequest, noun: Noun, many: str, code: str | None, words: dict[str, Any], faults: tuple[Refused, ...]
) -> HttpResponse:
    now = words if code is None or "pk" in words else lists.words_of(actor=request.actor, noun=noun.noun, code=code)
    fields = shown(noun, words, faults, is_new=code is None)
    named = {one.name for one in noun.fields}
    pointers = [one for one in POINTERS if any(field.kind == one for field in noun.fields)]
    facts = {
        "noun": noun, "many": many, "tab": many, "code": code, "label": now.get("label", ""), "fields": fields,
        "reason": words.get("reason", ""), "faults": faults, "lists": [(one, lists.choices(one)) for one in pointers],
        "other_faults": [one for one in faults if one.field not in named],
        "changes": history.changes_of(actor=request.actor, noun=noun.noun, key=str(now["pk"])) if code else (),
        "events": places.events_of(actor=request.actor, code=code) if code and many == "places" else (),
    }  # fmt: skip
    return render(request, "register/row.html", facts, status=422 if faults else 200)
