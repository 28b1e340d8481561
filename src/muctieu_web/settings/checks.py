"""Checks of the configuration: run by every command, each with a sentence that says what to do."""

from __future__ import annotations

import os
from typing import Any

from django.conf import settings
from django.core.checks import Error, Warning, register

LOOPBACK = {"localhost", "127.0.0.1", "[::1]", "::1", "testserver"}


@register()
def trying_stays_here(**_: Any) -> list[Error]:
    """MUCTIEU_TRY signs anyone in, so it may only answer to this machine."""
    others = set(settings.ALLOWED_HOSTS) - LOOPBACK
    if settings.TRY and others:
        return [
            Error(
                f"MUCTIEU_TRY=1 đăng nhập giúp bất kỳ ai, nhưng MUCTIEU_HOSTS có {', '.join(sorted(others))}.",
                hint="Bỏ MUCTIEU_TRY, hoặc chỉ để localhost. / Unset MUCTIEU_TRY, or leave localhost alone in MUCTIEU_HOSTS.",
                id="muctieu.E001",
            )
        ]
    return []


@register()
def home_is_ours(**_: Any) -> list[Error]:
    """The home folder must be writable: database, uploads and the secret live there."""
    home = settings.HOME
    if home.exists() and not os.access(home, os.W_OK):
        return [
            Error(
                f"Không ghi được vào thư mục {home}.",
                hint="Đặt MUCTIEU_HOME là một thư mục ghi được. / Point MUCTIEU_HOME at a folder that can be written.",
                id="muctieu.E002",
            )
        ]
    return []


@register(deploy=True)
def served_over_https(**_: Any) -> list[Warning]:
    """A site that answers to other machines should do so over https."""
    if set(settings.ALLOWED_HOSTS) - LOOPBACK and not settings.HTTPS:
        return [
            Warning(
                "Trang phục vụ máy khác nhưng MUCTIEU_HTTPS chưa bật.",
                hint="Đặt sau proxy có https và MUCTIEU_HTTPS=1. / Put it behind a proxy with https and set MUCTIEU_HTTPS=1.",
                id="muctieu.W001",
            )
        ]
    return []
