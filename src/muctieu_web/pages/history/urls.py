"""Addresses of the history."""

from django.urls import path

from muctieu_web.pages.history import views

urlpatterns = [
    path("history/", views.history, name="history"),
    path("history/<slug:noun>/<slug:key>/", views.history, name="history_of_row"),
]
