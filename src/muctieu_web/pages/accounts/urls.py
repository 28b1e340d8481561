"""Addresses of a person's own account."""

from django.urls import path

from muctieu_web.pages.accounts import first, signing_in, views

urlpatterns = [
    path("account/", views.account, name="account"),
    path("account/name/", views.name, name="own_name"),
    path("account/password/", views.password, name="own_password"),
    path("account/second-factor/", views.factor, name="second_factor"),
    path("account/second-factor/codes/", views.codes, name="recovery_codes"),
    path("account/second-factor/off/", views.factor_off, name="second_factor_off"),
    path("account/tokens/", views.add_token, name="add_token"),
    path("account/tokens/<int:key>/revoke/", views.end_token, name="revoke_token"),
    path("account/first/", first.first, name="first_account"),
    path("account/sign-in/", signing_in.SignIn.as_view(), name="sign_in"),
    path("account/sign-in/code/", signing_in.code, name="sign_in_code"),
    path("account/sign-out/", signing_in.sign_out, name="sign_out"),
    path("account/set/<str:key>/<str:token>/", signing_in.set_by_link, name="set_password"),
]
