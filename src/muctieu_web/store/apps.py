"""The Django application that owns all tables."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Tables are named `store_…`."""

    name = "muctieu_web.store"
    label = "store"
    verbose_name = "Muctieu"

    def ready(self) -> None:
        """Registers the checks of the configuration."""
        from muctieu_web.settings import checks  # noqa: F401
