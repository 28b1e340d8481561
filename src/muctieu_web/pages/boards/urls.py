"""Addresses of the scoreboard."""

from django.urls import path

from muctieu_web.pages.boards import views

urlpatterns = [path("", views.board, name="board")]
