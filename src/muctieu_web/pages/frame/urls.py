"""Addresses of the frame: the language switch, health."""

from django.urls import path

from muctieu_web.pages.frame import health, language

urlpatterns = [
    path("language/", language.choose_language, name="language"),
    path("healthz", health.health, name="health"),
]
