"""The language that the command line speaks: Vietnamese unless the person or their system says English. Chosen once a run."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextvars import ContextVar

from muctieu.errors import Language

_chosen: ContextVar[Language] = ContextVar("language", default="vi")


def say(vi: str, en: str) -> str:
    """The words in the chosen language.

    >>> say("chỉ tiêu", "indicator")
    'chỉ tiêu'
    """
    return vi if _chosen.get() == "vi" else en


def spoken() -> Language:
    """The chosen language."""
    return _chosen.get()


def choose(arguments: Sequence[str], environment: Mapping[str, str] | None = None) -> Language:
    """Chooses by `--lang`, then MUCTIEU_LANG, LC_ALL, LC_MESSAGES, LANG; Vietnamese where none of them says English.

    >>> choose(["read", "--lang=en"], {}), choose([], {"LANG": "en_GB.UTF-8"}), choose([], {"LANG": "C.UTF-8"})
    ('en', 'en', 'vi')
    """
    environment = os.environ if environment is None else environment
    language = _asked(arguments)
    for variable in ("MUCTIEU_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        language = language or _language_of(environment.get(variable, ""))
    _chosen.set(language or "vi")
    return _chosen.get()


def _asked(arguments: Sequence[str]) -> Language | None:
    for position, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" and position + 1 < len(arguments):
            return _language_of(arguments[position + 1])
        if argument.startswith("--lang="):
            return _language_of(argument.removeprefix("--lang="))
    return None


def _language_of(locale: str) -> Language | None:
    small = locale.lower()
    if small.startswith("en"):
        return "en"
    return "vi" if small.startswith("vi") else None
