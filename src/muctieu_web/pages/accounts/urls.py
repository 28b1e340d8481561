"""Addresses of a person's own account."""

from django.contrib.auth import views as auth
from django.urls import path

from muctieu_web.pages.accounts import views

urlpatterns = [
    path(
        "account/sign-in/",
        auth.LoginView.as_view(template_name="accounts/sign_in.html", redirect_authenticated_user=True),
        name="sign_in",
    ),
    path("account/sign-out/", views.sign_out, name="sign_out"),
]
