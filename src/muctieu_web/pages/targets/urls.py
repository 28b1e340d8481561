"""Addresses of targets and indicators."""

from django.urls import path

from muctieu_web.pages.targets import feeds, views

urlpatterns = [
    path("targets/<slug:code>/", views.target, name="target"),
    path("targets/<slug:code>/chart.<str:kind>", views.chart, name="target_chart"),
    path("targets/<slug:code>/comment/", views.comment, name="comment"),
    path("targets/<slug:code>/comment/<int:key>/withdraw/", views.withdraw, name="withdraw_comment"),
    path("indicators/<slug:code>/", views.indicator, name="indicator"),
    path("feeds/<str:name>", feeds.feed, name="feed"),
]
