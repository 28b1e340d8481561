"""The chart of one target in a size for the page, and as a file; drawn by the library from its one specification, kept while it stands.

Drawing starts in the process that answers (never before a fork: the renderer would hang).
"""

from __future__ import annotations

from functools import lru_cache

from muctieu.errors import Language
from muctieu.scoreboard import charts
from muctieu.scoreboard.standing import Standing


@lru_cache(maxsize=256)
def on_page(standing: Standing, language: Language) -> str:
    """SVG that takes its colours from the page."""
    return charts.svg(standing, language, 480, 220)


@lru_cache(maxsize=64)
def as_file(standing: Standing, language: Language, kind: str) -> bytes:
    """`svg` or `png` (twice the size, for a slide)."""
    import vl_convert

    specification = charts.chart(standing, language, 640, 320)
    specification = {**specification, "background": "white", "title": _title(standing, language)}
    shared = {"allowed_base_urls": ["https://invalid.local/"], "format_locale": charts.NUMBERS[language]}
    if kind == "png":
        drawn: bytes = vl_convert.vegalite_to_png(_coloured(specification), scale=2, **shared)
        return drawn
    return str(vl_convert.vegalite_to_svg(_coloured(specification), **shared)).encode()


def _title(standing: Standing, language: Language) -> str:
    target = standing.target
    return target.name if language == "vi" else target.name_en or target.name


PAPER = {charts.INK: "#1d1f21", charts.SOFT: "#d0d0d0", charts.LINE: "#0b57a4", charts.GOAL: "#b4431f"}


def _coloured(part: object) -> object:
    """The specification with the colours of paper in place of those that a page fills in."""
    if isinstance(part, dict):
        return {key: _coloured(value) for key, value in part.items()}
    if isinstance(part, list):
        return [_coloured(value) for value in part]
    return PAPER.get(part, part) if isinstance(part, str) else part
