"""One chart a target: the results, the target, and the interval of the forecast, as a Vega-Lite specification.

Takes a standing, gives a specification (a plain dictionary, with its figures inside) or its SVG. The same
specification serves the page, a PDF and a DOCX. Never fetches anything: the renderer is given no address that it may
read.
"""

from __future__ import annotations

from typing import Any

from muctieu.errors import Language
from muctieu.forecast import Forecast
from muctieu.scoreboard.standing import Standing

# Colours that no one else uses, so that the SVG can take the page's own, light or dark, in their place.
INK, SOFT, LINE, GOAL = "#010203", "#040506", "#070809", "#0a0b0c"
VARIABLES = {INK: "currentColor", SOFT: "var(--faint)", LINE: "var(--line)", GOAL: "var(--goal)"}

NUMBERS: dict[Language, dict[str, Any]] = {
    "vi": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", " đ"]},
    "en": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["", ""]},
}
SCALES = ((1e9, "tỷ", "bn"), (1e6, "triệu", "m"))


def chart(standing: Standing, language: Language = "vi", width: int = 300, height: int = 120) -> dict[str, Any]:
    """The Vega-Lite specification of a standing's chart; `width` and `height` in pixels of the drawing."""
    size, suffix = _scale(standing, language)
    # of what sums over a year whole years alone compare; of a level every figure does, and then its latest is no year
    latest = standing.latest
    whole = any(point.months == 12 for point in standing.points) and (latest is None or latest.months == 12)
    years = [
        {"year": point.time - 1, "value": float(point.value) / size}
        for point in standing.points
        if point.months == 12 or not whole
    ]
    layers: list[dict[str, Any]] = []
    target = standing.target
    expected = standing.forecast
    if isinstance(expected, Forecast) and years:
        ends = {"low": expected.low / size, "high": expected.high / size, "middle": expected.middle / size}
        fan = [
            {"year": years[-1]["year"], **dict.fromkeys(ends, years[-1]["value"])},
            {"year": float(target.horizon), **ends},
        ]
        layers.append(
            _layer(fan, {"type": "area", "opacity": 0.22, "color": LINE}, _axis("low", suffix), y2={"field": "high"})
        )
        layers.append(_layer(fan, {"type": "line", "strokeDash": [2, 3], "color": LINE}, _axis("middle", suffix)))
    goals = [float(end) / size for end in (target.value, target.value_to) if end is not None]
    reach = [{"value": goal, "year": float(target.start), "to": float(target.horizon)} for goal in goals]
    if reach:
        mark = {"type": "rule", "strokeDash": [6, 3], "strokeWidth": 1.5, "color": GOAL}
        layers.append(_layer(reach, mark, _axis("value", suffix), x2={"field": "to"}))
    mark = {"type": "line", "color": LINE, "strokeWidth": 2, "point": {"filled": True, "color": LINE, "size": 28}}
    layers.append(_layer(years, mark, _axis("value", suffix)))
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": width,
        "height": height,
        "background": None,
        "layer": layers,
        "config": {
            "view": {"stroke": None},
            "font": "system-ui, sans-serif",
            "axis": {"labelColor": INK, "tickColor": SOFT, "gridColor": SOFT, "domain": False, "labelFontSize": 11,
                     "titleColor": INK, "titleFontWeight": "normal", "titleFontSize": 11},
        },
    }  # fmt: skip


def svg(standing: Standing, language: Language = "vi", width: int = 300, height: int = 120) -> str:
    """The chart as an SVG that takes its colours from the page around it and grows with its box."""
    import vl_convert

    drawn: str = vl_convert.vegalite_to_svg(
        chart(standing, language, width, height),
        allowed_base_urls=["https://invalid.local/"],
        format_locale=NUMBERS[language],
    )
    for colour, variable in VARIABLES.items():
        drawn = drawn.replace(f'"{colour}"', f'"{variable}"')
    head, _, rest = drawn.partition(">")
    box = head[head.index("viewBox") :].split('"')[1]
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" aria-hidden="true">{rest}'


def _layer(values: list[dict[str, Any]], mark: dict[str, Any], y: dict[str, Any], **more: Any) -> dict[str, Any]:
    x = {"field": "year", "type": "quantitative", "title": None, "scale": {"zero": False, "nice": False},
         "axis": {"format": "d", "tickMinStep": 1, "grid": False, "tickCount": 6}}  # fmt: skip
    return {"data": {"values": values}, "mark": mark, "encoding": {"x": x, "y": y, **more}}


def _axis(field: str, suffix: str) -> dict[str, Any]:
    return {"field": field, "type": "quantitative", "title": suffix or None, "scale": {"zero": False, "nice": True},
            "axis": {"tickCount": 4, "titleAngle": 0, "titleAlign": "left", "titleAnchor": "end", "titleY": -6}}  # fmt: skip


def _scale(standing: Standing, language: Language) -> tuple[float, str]:
    """What the axis divides by, and its title: large figures in millions or billions."""
    largest = max((abs(float(point.value)) for point in standing.points), default=0.0)
    for size, vi, en in SCALES:
        if largest >= size:
            return size, vi if language == "vi" else en
    return 1.0, ""
