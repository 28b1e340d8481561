"""The Django application of the commands."""

from django.apps import AppConfig


class CommandsConfig(AppConfig):
    """No tables."""

    name = "muctieu_web.commands"
    label = "muctieu_commands"
