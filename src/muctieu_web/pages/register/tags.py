"""What templates of the register and the history call things; the words of the history are in `history_words.py`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from django import template

from muctieu.scoreboard.words import Words
from muctieu_web.pages.frame.words import figure_filter, language, say
from muctieu_web.pages.register.history_words import COLUMNS, DEEDS, NOUNS

register = template.Library()

STATUSES = {
    "estimated": Words("ước thực hiện", "estimated"),
    "preliminary": Words("sơ bộ", "preliminary"),
    "official": Words("chính thức", "official"),
    "withdrawn": Words("đã rút", "withdrawn"),
}
KINDS = {
    "merge": Words("sáp nhập", "merger"),
    "split": Words("chia tách", "split"),
    "transfer": Words("chuyển một phần", "transfer of a part"),
    "rename": Words("đổi tên", "renaming"),
    "promotion": Words("nâng cấp, đổi loại", "change of kind"),
    "end": Words("giải thể", "end"),
}
BASES = {
    "population": Words("dân số", "population"),
    "households": Words("số hộ", "households"),
    "area": Words("diện tích", "area"),
}
FATES = {
    "new": Words("mới", "new"),
    "changed": Words("đổi", "changed"),
    "revises": Words("đính chính", "revises"),
    "same": Words("không đổi", "same"),
    "asks": Words("cần xác nhận", "asks"),
    "refused": Words("bị từ chối", "refused"),
}
COMPARATORS = {"eq": "", "ge": "≥ ", "le": "≤ ", "approx": "≈ ", "between": ""}


def _said(words: Mapping[str, Words], key: str) -> str:
    return words[key].of(language()) if key in words else key


@register.filter
def figure_status(status: str) -> str:
    """ước thực hiện, sơ bộ, chính thức."""
    return _said(STATUSES, status)


@register.filter
def event_kind(kind: str) -> str:
    """What an event of places is called."""
    return _said(KINDS, kind)


@register.filter
def base_words(base: str) -> str:
    """What a base of weights is called."""
    return _said(BASES, base)


@register.filter
def noun_words(noun: str) -> str:
    """What a noun of the history is called."""
    return _said(NOUNS, noun)


@register.filter
def action_words(action: str) -> str:
    """What an action of the history is called."""
    return _said(DEEDS, action)


@register.filter
def told(differences: Sequence[Any]) -> list[Any]:
    """The differences that a person is told: those in a column that has a name."""
    return [one for one in differences if one.field in COLUMNS]


@register.filter
def column_words(column: str) -> str:
    """What a column is called."""
    return _said(COLUMNS, column)


@register.filter
def cell_words(value: Any) -> str:
    """A value of the history for a person; figures with the marks of the language."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return say("có", "yes") if value else say("không", "no")
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    if isinstance(value, dict):
        return ", ".join(f"{_said(BASES, key)}: {cell_words(one)}" for key, one in value.items())
    text = str(value)
    if len(text) > 4 and text.replace(".", "", 1).replace("-", "", 1).isdecimal():
        try:
            return figure_filter(Decimal(text))
        except InvalidOperation:
            return text
    return _said({**STATUSES, **KINDS}, text)


@register.simple_tag
def goal(columns: Mapping[str, Any]) -> str:
    """A target's goal: ≥ 95, 10 – 12."""
    if columns["value"] is None:
        return "–"
    upper = f" – {figure_filter(columns['value_to'])}" if columns["value_to"] is not None else ""
    return f"{COMPARATORS.get(columns['comparator'], '')}{figure_filter(columns['value'])}{upper}"


@register.filter
def kinds(words: str) -> list[str]:
    """The words of a string, for a loop over a short list."""
    return words.split()


@register.filter
def fate_words(fate: str) -> str:
    """What would become of a line of an import."""
    return _said(FATES, fate)
