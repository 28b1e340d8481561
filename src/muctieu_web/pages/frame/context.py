"""What the frame around every page shows: who is signed in, what they may do, the site's name, the menu."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from muctieu_web.access import NOBODY, Permission, may
from muctieu_web.pages.frame.words import language, say


def frame(request: HttpRequest) -> dict[str, Any]:
    """`actor`, `can` (permission → bool), `site_name`, `menu` of (address, words, is here), `lang`, `trying`."""
    actor = getattr(request, "actor", NOBODY)
    site = getattr(request, "site", None)
    can = {permission.value: may(actor, permission) for permission in Permission}
    return {
        "actor": actor,
        "can": can,
        "site": site,
        "site_name": "" if site is None else site.name if language() == "vi" else site.name_en or site.name,
        "menu": list(_menu(request.path, can, site is not None and site.is_public)),
        "lang": language(),
        "trying": settings.TRY,
    }


def _menu(path: str, can: dict[str, bool], public: bool) -> Any:
    entries = (
        ("/", say("Bảng điểm", "Scoreboard"), can["look"] or public),
        ("/reports/", say("Báo cáo", "Reports"), can["look_reports"]),
        ("/register/", say("Sổ số liệu", "Register"), can["look"]),
        ("/history/", say("Lịch sử", "History"), can["look_history"]),
        ("/people/", say("Người dùng", "People"), can["keep_people"]),
    )
    for address, words, shown in entries:
        if shown:
            here = path == address if address == "/" else path.startswith(address)
            here = here or (address == "/" and path.startswith(("/targets/", "/indicators/")))
            yield address, words, here
