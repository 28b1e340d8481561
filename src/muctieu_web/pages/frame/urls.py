"""Addresses of the frame: the language switch, the tour, health."""

from django.urls import path

from muctieu_web.pages.frame import health, language, tour

urlpatterns = [
    path("language/", language.choose_language, name="language"),
    path("tour/", tour.tour, name="tour"),
    path("tour/bao-cao-mau.docx", tour.sample_report, name="sample_report"),
    path("healthz", health.health, name="health"),
]
