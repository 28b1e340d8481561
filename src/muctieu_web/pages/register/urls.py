"""Addresses of the register."""

from django.urls import path

from muctieu_web.pages.register import entry, events, figures, imports, views

urlpatterns = [
    path("register/", views.overview, name="register"),
    path("register/observations/", figures.listed, name="observations"),
    path("register/observations/new/", figures.new, name="new_observation"),
    path("register/observations/<int:key>/", figures.one, name="observation"),
    path("register/observations/<int:key>/withdraw/", figures.withdraw, name="withdraw_observation"),
    path("register/entry/", entry.entry, name="entry"),
    path("register/events/", events.events, name="place_events"),
    path("register/events/<int:key>/remove/", events.remove, name="remove_place_event"),
    path("register/import/", imports.upload, name="import"),
    path("register/import/template.xlsx", imports.template, name="import_template"),
    path("register/import/<int:key>/", imports.draft, name="draft"),
    path("register/import/<int:key>/apply/", imports.apply, name="apply_draft"),
    path("register/export.xlsx", imports.export, name="export_register"),
    path("register/new/<slug:many>/", views.row, name="new_row"),
    path("register/<slug:many>/", views.listed, name="register_list"),
    path("register/<slug:many>/<slug:code>/", views.row, name="register_row"),
    path("register/<slug:many>/<slug:code>/remove/", views.remove, name="remove_row"),
]
