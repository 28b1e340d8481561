"""The board as JSON: every figure that a status rests on, exact figures as decimal strings.

Takes a board, gives text. Never rounds a figure of the register; shares and chances are plain numbers.
"""

from __future__ import annotations

import json
from typing import Any

from muctieu.errors import Language
from muctieu.forecast import Forecast, Pace, TooFew
from muctieu.observations import Gathered, Point
from muctieu.scoreboard.board import Board
from muctieu.scoreboard.rollup import RollUp
from muctieu.scoreboard.standing import Standing
from muctieu.scoreboard.words import STATUSES


def render_json(board: Board, language: Language = "vi", version: str = "") -> str:
    """The envelope: `muctieu`, `register`, `as_of`, `targets`, `whole`, `groups`, `organisations`, `places`."""
    envelope = {
        "muctieu": version,
        "register": board.register.name,
        "as_of": board.as_of.isoformat(),
        "whole": _rollup(board.whole),
        "groups": [_rollup(one) for one in board.groups],
        "organisations": [_rollup(one) for one in board.organisations],
        "places": [_rollup(one) for one in board.places],
        "targets": [standing_fields(one, language) for one in board.standings],
    }
    return json.dumps(envelope, ensure_ascii=False, indent=2) + "\n"


def standing_fields(standing: Standing, language: Language = "vi") -> dict[str, Any]:
    """One standing as plain values, in a fixed order of fields."""
    target = standing.target
    return {
        "id": target.id,
        "indicator": target.indicator,
        "name": target.name if language == "vi" else target.name_en or target.name,
        "place": target.place,
        "group": target.group,
        "organisation": target.organisation,
        "unit": target.unit,
        "comparator": target.comparator,
        "value": _text(target.value),
        "value_to": _text(target.value_to),
        "start": target.start,
        "horizon": target.horizon,
        "cadence": target.cadence,
        "direction": target.way if target.value is not None else target.direction,
        "status": standing.status,
        "status_words": STATUSES[standing.status].of(language),
        "reason": standing.reason.of(language),
        "bounds": standing.bounds(language),
        "latest": _point(standing.latest, language),
        "mean": _text(standing.mean),
        "baseline": _point(standing.base, language),
        "share_of_plan": standing.share_of_plan,
        "way": standing.way,
        "time": standing.time,
        "pace": _pace(standing.pace),
        "needed": _pace(standing.needed),
        "growth": {
            "percent": standing.growth,
            "period": standing.growth_point.period if standing.growth_point else None,
        },
        "progress": {
            one.method: {"ratio": one.ratio, "category": one.category, "score": one.score} for one in standing.progress
        },
        "forecast": _forecast(standing.forecast, language),
        "probability": standing.probability,
        "points": [_point(point, language) for point in standing.points],
        "gaps": [
            {"period": str(gap.period), "reason": gap.why.vi if language == "vi" else gap.why.en}
            for gap in standing.gaps
        ],
        "weight": _text(target.weight),
        "source": target.source,
        "note": target.note,
    }


def _text(value: object) -> str | None:
    return None if value is None else f"{value:f}"


def _point(point: Point | None, language: Language) -> dict[str, Any] | None:
    if point is None:
        return None
    return {
        "period": point.period, "value": _text(point.value), "status": point.status, "source": point.source, "note": point.note,
        "gathered": _gathered(point.gathered, language),
    }  # fmt: skip


def _gathered(gathered: Gathered | None, language: Language) -> dict[str, Any] | None:
    """Of which units' figures a point was made; None where the place's own figure is taken."""
    if gathered is None:
        return None
    parts = {name: float(share) for name, share in gathered.parts}
    return {
        "on_weights": float(gathered.on_weights), "base": gathered.base, "parts": parts, "words": gathered.sentence(language),
    }  # fmt: skip


def _pace(pace: Pace | None) -> dict[str, Any] | None:
    return None if pace is None else {"a_year": pace.a_year, "percent_a_year": pace.percent_a_year}


def _forecast(forecast: Forecast | TooFew | None, language: Language) -> dict[str, Any] | None:
    if isinstance(forecast, Forecast):
        return {
            "middle": forecast.middle, "low": forecast.low, "high": forecast.high, "level": forecast.level,
            "points": forecast.points, "models": {name: round(share, 4) for name, share in forecast.shares},
        }  # fmt: skip
    return None if forecast is None else {"too_few": forecast.points, "reason": forecast.sentence(language)}


def _rollup(one: RollUp) -> dict[str, Any]:
    return {
        "label": one.label, "targets": one.targets, "counts": dict(one.counts), "weight": _text(one.weight), "judged": one.judged,
        "reached": one.reached, "promising": one.promising, "lost": one.lost, "score": one.score, "scored": one.scored,
    }  # fmt: skip
