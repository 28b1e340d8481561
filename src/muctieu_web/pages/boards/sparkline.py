"""Small pictures of a standing as SVG, drawn here because a board has sixty of them: the figures, the path needed, the forecast.

Colours come from the page's style sheet by class; nothing is inline, nothing is fetched. Takes a standing, gives safe markup.
"""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString

from muctieu.forecast import Forecast
from muctieu.scoreboard.standing import Standing

WIDTH, HEIGHT, EDGE = 132.0, 36.0, 4.0
METER = 132.0


def sparkline(standing: Standing) -> SafeString:
    """The figures as a line; dashed, the path from the last figure to the target; pale, the 80% forecast. Empty below two figures."""
    points = [(point.time - 1, float(point.value)) for point in standing.points]
    if len(points) < 2:
        return SafeString("")
    target = standing.target
    goal = None if target.figure is None else (float(target.horizon), float(target.figure))
    fan = _fan(standing, points[-1])
    values = [value for _, value in (*points, *fan, *([goal] if goal else []))]
    times = [time for time, _ in (*points, *([goal] if goal else []))]
    left, right, low, high = min(times), max(times), min(values), max(values)

    def place(time: float, value: float) -> str:
        x = EDGE + (WIDTH - 2 * EDGE) * (time - left) / ((right - left) or 1)
        y = HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * (value - low) / ((high - low) or 1)
        return f"{x:.1f},{y:.1f}"

    parts = [
        format_html('<polygon class="fan" points="{}"/>', " ".join(place(*one) for one in fan)) if fan else "",
        format_html('<polyline class="path" points="{} {}"/>', place(*points[-1]), place(*goal)) if goal else "",
        format_html('<polyline class="line" points="{}"/>', " ".join(place(*one) for one in points)),
        _dot("now", place(*points[-1])),
        _dot("goal", place(*goal)) if goal else "",
    ]
    return format_html(
        '<svg class="spark" viewBox="0 0 {} {}" aria-hidden="true">{}{}{}{}{}</svg>', int(WIDTH), int(HEIGHT), *parts
    )


def _fan(standing: Standing, last: tuple[float, float]) -> list[tuple[float, float]]:
    made = standing.forecast
    if not isinstance(made, Forecast):
        return []
    horizon = float(standing.target.horizon)
    return [last, (horizon, made.high), (horizon, made.low)]


def _dot(name: str, place: str) -> SafeString:
    x, y = place.split(",")
    return format_html('<circle class="{}" cx="{}" cy="{}" r="2.4"/>', name, x, y)


def meter(standing: Standing) -> SafeString:
    """The share of the way gone as a bar, with a tick at the share of the time gone. Empty where a way has no meaning."""
    if standing.way is None:
        return SafeString("")
    gone = min(1.0, max(0.0, standing.way))
    tick = "" if standing.time is None else _tick(min(1.0, max(0.0, standing.time)))
    return format_html(
        '<svg class="meter" viewBox="0 0 {0} 12" aria-hidden="true"><rect class="all" y="3" width="{0}" height="6" rx="3"/>'
        '<rect class="gone" y="3" width="{1}" height="6" rx="3"/>{2}</svg>',
        int(METER), f"{METER * gone:.1f}", tick,
    )  # fmt: skip


def _tick(share: float) -> SafeString:
    at = f"{min(METER - 1, max(1, METER * share)):.1f}"
    return format_html('<line class="time" x1="{0}" x2="{0}" y1="0" y2="12"/>', at)
