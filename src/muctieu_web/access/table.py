"""What each role may do: the one table. Every action and page asks here; `tests/web/test_access.py` tries them all.

Scopes: `ALL`, or `OWN` (only what the person's own organisation answers for).
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from muctieu_web.access.actor import Actor
from muctieu_web.access.refusal import Forbidden


class Scope(StrEnum):
    """How far a permission reaches."""

    OWN = "own"
    ALL = "all"


class Permission(StrEnum):
    """One thing that can be done."""

    LOOK = "look"
    LOOK_UNOFFICIAL = "look_unofficial"
    LOOK_REPORTS = "look_reports"
    LOOK_HISTORY = "look_history"
    DISCUSS = "discuss"
    UPLOAD = "upload"
    ENTER = "enter"
    REVIEW = "review"
    KEEP_REGISTER = "keep_register"
    KEEP_PEOPLE = "keep_people"
    KEEP_SITE = "keep_site"
    USE_TOKENS = "use_tokens"


class Deed(NamedTuple):
    """A permission in words that follow «không được» and “may not”, and the roles that have it."""

    vi: str
    en: str
    roles: dict[str, Scope]


_VIEWERS = {
    "viewer": Scope.ALL,
    "reporter": Scope.ALL,
    "reviewer": Scope.ALL,
    "administrator": Scope.ALL,
    "system": Scope.ALL,
}
_REPORTERS = {"reporter": Scope.ALL, "reviewer": Scope.ALL, "administrator": Scope.ALL, "system": Scope.ALL}
_REVIEWERS = {"reviewer": Scope.ALL, "administrator": Scope.ALL, "system": Scope.ALL}
_ADMINISTRATORS = {"administrator": Scope.ALL, "system": Scope.ALL}

MAY: dict[Permission, Deed] = {
    Permission.LOOK: Deed("xem trang này", "see this page", _VIEWERS),  # and the public, where the site is open
    Permission.LOOK_UNOFFICIAL: Deed("xem số liệu chưa chính thức", "see figures that are not official", _VIEWERS),
    Permission.LOOK_REPORTS: Deed("xem báo cáo", "see reports", _VIEWERS),
    Permission.LOOK_HISTORY: Deed("xem lịch sử thay đổi", "see the history of changes", _VIEWERS),
    Permission.DISCUSS: Deed("tham gia trao đổi", "join the discussion", _VIEWERS),
    Permission.UPLOAD: Deed("tải báo cáo lên", "upload reports", _REPORTERS),
    Permission.ENTER: Deed(
        "nhập số liệu của chỉ tiêu này", "enter figures of this indicator", {**_REVIEWERS, "reporter": Scope.OWN}
    ),
    Permission.REVIEW: Deed("duyệt số liệu trong báo cáo", "review the figures of a report", _REVIEWERS),
    Permission.KEEP_REGISTER: Deed("sửa danh mục của sổ", "change the register's lists", _REVIEWERS),
    Permission.KEEP_PEOPLE: Deed("quản lý tài khoản", "manage accounts", _ADMINISTRATORS),
    Permission.KEEP_SITE: Deed("đổi cấu hình của trang", "change the site's settings", _ADMINISTRATORS),
    Permission.USE_TOKENS: Deed("tạo khóa API", "make API tokens", _VIEWERS),
}


def may(actor: Actor, permission: Permission, *, organisation_id: int | None = None, public: bool = False) -> bool:
    """May this person do it, for what the organisation answers for?

    `public`: the site is open, so that anyone may look at what is official.
    """
    if public and permission is Permission.LOOK:
        return True
    scope = MAY[permission].roles.get(actor.role)
    if scope is Scope.OWN:
        return actor.organisation_id is not None and actor.organisation_id == organisation_id
    return scope is Scope.ALL


def permit(actor: Actor, permission: Permission, *, organisation_id: int | None = None, public: bool = False) -> None:
    """Raises `Forbidden`, with its sentence, where the person may not."""
    if not may(actor, permission, organisation_id=organisation_id, public=public):
        raise Forbidden(deed_vi=MAY[permission].vi, deed_en=MAY[permission].en)
