"""Addresses of accounts and settings, for administrators."""

from django.urls import path

from muctieu_web.pages.people import views

urlpatterns = [
    path("people/", views.all_people, name="people"),
    path("people/site/", views.site_settings, name="site_settings"),
    path("people/<int:key>/", views.one_person, name="person"),
    path("people/<int:key>/reset-password/", views.reset_password, name="reset_password"),
    path("people/<int:key>/reset-second-factor/", views.reset_factor, name="reset_second_factor"),
]
