"""Template tags of the board."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString

from muctieu.forecast import TooFew
from muctieu.scoreboard.judgement import target_words
from muctieu.scoreboard.render_html import W, facts
from muctieu.scoreboard.standing import Standing
from muctieu.scoreboard.target import Target
from muctieu.scoreboard.words import STATUSES, percent
from muctieu_web.pages.boards import sparkline as pictures
from muctieu_web.pages.frame.words import language

register = template.Library()
SETTLED = ("met", "exceeded", "missed", "no_data")


@register.filter
def sparkline(standing: Standing) -> SafeString:
    """The small chart of a standing."""
    return pictures.sparkline(standing)


@register.filter
def meter(standing: Standing) -> SafeString:
    """The bar of the way gone."""
    return pictures.meter(standing)


@register.filter
def goal_words(target: Target) -> str:
    """The target in words: `từ 95% trở lên`."""
    return target_words(target).of(language())


@register.filter
def target_name(target: Target) -> str:
    """The target's name in the language of the page."""
    return target.name if language() == "vi" else target.name_en or target.name


@register.filter
def chance(standing: Standing) -> str:
    """The chance of reaching it; a dash where that is settled or unknown."""
    share = standing.probability
    if share is None or standing.status in SETTLED:
        return "–"
    return "< 1%" if share < 0.01 else "> 99%" if share > 0.99 else percent(share, language())


@register.filter
def counted(rollup: object) -> list[tuple[str, str, int]]:
    """The statuses of a roll-up that occur: (status, words, count), best first."""
    counts = rollup.counts  # type: ignore[attr-defined]
    return [(status, words.of(language()), counts[status]) for status, words in STATUSES.items() if counts.get(status)]


@register.filter
def strip_x(counts: list[tuple[str, str, int]]) -> list[tuple[str, float, float]]:
    """The same as parts of a strip 100 wide: (status, x, width)."""
    whole = sum(count for _, _, count in counts) or 1
    parts, at = [], 0.0
    for status, _, count in counts:
        parts.append((status, at, count * 100 / whole))
        at += count * 100 / whole
    return [(status, round(x, 2), round(width, 2)) for status, x, width in parts]


@register.filter
def place_name(code: str, names: dict[str, str]) -> str:
    """The name of a place."""
    return names.get(code, code)


@register.filter
def unlocal(number: float) -> str:
    """A number as markup wants it, whatever the language."""
    return repr(number)


@register.filter
def fact_list(standing: Standing) -> list[tuple[str, str]]:
    """What the status rests on: (label, words)."""
    return [(W[key].of(language()), words) for key, words in facts(standing, language()) if words != "–"]


@register.filter
def too_few(standing: Standing) -> str:
    """Why there is no forecast; empty where there is one."""
    made = standing.forecast
    return made.sentence(language()) if isinstance(made, TooFew) else ""
