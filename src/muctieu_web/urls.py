"""All addresses: each part of the site has its own list."""

from __future__ import annotations

from django.conf import settings
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from muctieu_web.api import api

PARTS = ("frame", "accounts", "boards", "targets", "reports", "register", "history", "people")
urlpatterns: list[URLPattern | URLResolver] = [path("", include(f"muctieu_web.pages.{part}.urls")) for part in PARTS]
urlpatterns.append(path("api/v1/", api.urls))
if settings.ADMIN:
    urlpatterns.append(path("admin/", admin.site.urls))

handler404 = "muctieu_web.pages.frame.faults.not_found"
