"""Words of the screen in both languages, side by side where they are used; figures, periods and days as each language writes them.

A template says `{% say "Bảng điểm" "Scoreboard" %}`, Python says `say("Bảng điểm", "Scoreboard")`: no string can lack its English.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.utils import timezone, translation
from django.utils.functional import lazystr
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from muctieu.errors import Language, MuctieuError
from muctieu.scoreboard.words import STATUSES, Words, number, percent, period_words, quantity, unit_words

register = template.Library()


def language() -> Language:
    """The language of this request."""
    return "en" if (translation.get_language() or "vi").startswith("en") else "vi"


def say(vi: str, en: str, **facts: Any) -> str:
    """The words in the request's language; `{name}` is filled from the facts."""
    words = vi if language() == "vi" else en
    return words.format(**facts) if facts else words


class _Later:
    """Words chosen when they are shown, not when they are written down (labels of forms)."""

    def __init__(self, vi: str, en: str) -> None:
        self.vi, self.en = vi, en

    def __str__(self) -> str:
        return say(self.vi, self.en)


def say_later(vi: str, en: str) -> str:
    """For labels and help texts of forms, which are written before any request."""
    later: Any = lazystr(_Later(vi, en))
    return later  # type: ignore[no-any-return]


@register.simple_tag(name="say")
def say_tag(vi: str, en: str, **facts: Any) -> str | SafeString:
    """`{% say "vi" "en" %}`; with facts, `{name}` in the words is filled, escaped."""
    words = say(vi, en)
    return format_html(words, **facts) if facts else conditional_escape(words)


@register.filter(name="words")
def words_filter(words: Words | MuctieuError | None) -> str:
    """Words of the library, or an error's sentence, in the request's language."""
    if words is None:
        return ""
    return words.sentence(language()) if isinstance(words, MuctieuError) else words.of(language())


@register.filter(name="figure")
def figure_filter(value: Decimal | float | None) -> str:
    """1.234,5 or 1,234.5; a dash where there is none."""
    return "–" if value is None or value == "" else number(value, language())


@register.filter(name="amount")
def amount_filter(value: Decimal | float | None, unit: str) -> str:
    """A figure with its unit: `112 triệu đồng`; a dash where there is none."""
    return "–" if value is None or value == "" else quantity(value, unit, language())


@register.filter(name="share")
def share_filter(value: float | None) -> str:
    """A share of one as a percentage."""
    return percent(value, language())


@register.filter(name="unit")
def unit_filter(unit: str) -> str:
    """`{người}` as `người`, `VND` as `đồng`."""
    return unit_words(unit, language())


@register.filter(name="period")
def period_filter(period: str | None) -> str:
    """A period as a person says it; a dash where there is none."""
    if not period:
        return "–"
    try:
        return period_words(period, language())
    except MuctieuError:
        return period


@register.filter(name="day")
def day_filter(day: date | datetime | None) -> str:
    """17/7/2025 in Vietnamese, 17 July 2025 in English; with the time of day where there is one."""
    if day is None:
        return "–"
    if isinstance(day, datetime):
        local = timezone.localtime(day)
        return f"{day_filter(local.date())} {local:%H:%M}"
    return f"{day.day}/{day.month}/{day.year}" if language() == "vi" else f"{day.day} {day:%B} {day.year}"


@register.filter(name="status_words")
def status_filter(status: str) -> str:
    """A status of the scoreboard in words."""
    known = STATUSES.get(status)
    return known.of(language()) if known else status


@register.filter(name="size")
def size_filter(size: int) -> str:
    """A file's size: 1,2 MB."""
    for power, unit in ((2, "MB"), (1, "kB")):
        if size >= 1024**power:
            return f"{number(float(size) / 1024**power, language(), 1)} {unit}"
    return f"{size} B"
