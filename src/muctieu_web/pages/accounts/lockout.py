"""The answer to one who failed to sign in too often (django-axes asks for it)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from muctieu_web.pages.frame.faults import fault
from muctieu_web.pages.frame.words import say


def locked_out(request: HttpRequest, credentials: dict[str, Any], *_: Any, **__: Any) -> HttpResponse:
    """429, with when to try again."""
    sentence = say(
        "Đăng nhập sai quá nhiều lần; hãy thử lại sau 15 phút, hoặc nhờ người quản trị đặt lại mật khẩu.",
        "Too many failed attempts; try again in 15 minutes, or ask an administrator to reset the password.",
    )
    return fault(request, 429, sentence)
