"""Errors that are told to a person: a refusal or a wrong value becomes a page with its one sentence and the right status."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from muctieu.errors import MuctieuError
from muctieu_web.access import Forbidden, NotThere
from muctieu_web.pages.frame.words import language, say

LARGEST = 2**63 - 1


def status_of(error: MuctieuError) -> int:
    """The HTTP status of an error."""
    if isinstance(error, Forbidden):
        return 403
    return 404 if isinstance(error, NotThere) else 400


class Faults:
    """Turns a `MuctieuError` that a view let pass into a page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Nothing is done on the way in."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, given: object, named: dict[str, object]
    ) -> HttpResponse | None:
        """404 for a key in the address that is larger than any database holds, 400 for a NUL letter in a form; all else goes on.

        PostgreSQL keeps no NUL, and no person types one. The API refuses it field by field itself.
        """
        if any(isinstance(key, int) and key > LARGEST for key in named.values()):
            return not_found(request, OverflowError())
        if not request.path.startswith("/api/") and _has_nul(request):
            sentence = say(
                "Yêu cầu có ký tự NUL, không lưu được; hãy bỏ ký tự đó rồi gửi lại.",
                "The request holds a NUL letter, which cannot be kept; take it out and resend.",
            )
            return fault(request, 400, sentence)
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page of the error, or None for what is no error of ours (a fault of the program: status 500)."""
        if not isinstance(exception, MuctieuError):
            return None
        return fault(request, status_of(exception), exception.sentence(language()))


def _has_nul(request: HttpRequest) -> bool:
    forms = (request.GET, request.POST)
    return any("\x00" in word for form in forms for name, words in form.lists() for word in (name, *words))


def fault(request: HttpRequest, status: int, sentence: str) -> HttpResponse:
    """The page of a fault, or its sentence alone where htmx asked for a piece of a page."""
    template = "frame/sentence.html" if getattr(request, "htmx", False) else "frame/fault.html"
    return render(request, template, {"sentence": sentence, "status": status}, status=status)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404 of an address that leads nowhere."""
    sentence = say("Địa chỉ này không dẫn tới trang nào.", "This address leads to no page.")
    return fault(request, 404, sentence)


def csrf_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 of a form that did not come from this site."""
    sentence = say(
        "Biểu mẫu đã quá hạn hoặc không gửi từ trang này; hãy mở lại trang rồi gửi lại.",
        "The form has expired or did not come from this site; open the page again and resend.",
    )
    return fault(request, 403, sentence)
