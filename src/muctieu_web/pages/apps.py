"""The Django application of the pages (templates, template tags)."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """No tables."""

    name = "muctieu_web.pages"
    label = "pages"
