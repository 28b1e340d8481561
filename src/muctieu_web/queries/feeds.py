"""The register as files for other programs, by the library's own writers."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from datetime import date
from io import StringIO
from typing import Any

from muctieu import __version__
from muctieu.scoreboard.render_csv import render_csv, render_csvw, render_sdmx
from muctieu.scoreboard.render_json import render_json
from muctieu_web.access import Actor, Permission, permit
from muctieu_web.boards import board_on, register_now, stamp
from muctieu_web.queries.site import SiteRow, sees_unofficial

OBSERVATION = ("indicator", "place", "period", "value", "unit", "status", "known", "source", "note")
TARGET = (
    "id", "indicator", "name", "place", "group", "organisation", "unit", "comparator", "value", "value_to", "start",
    "horizon", "cadence", "direction", "baseline", "source",
)  # fmt: skip


def feed_stamp() -> int:
    """Grows with every write."""
    return stamp()


def _board(actor: Actor, site: SiteRow, as_of: date) -> Any:
    permit(actor, Permission.LOOK, public=site.is_public)
    return board_on(as_of, official_only=not sees_unofficial(actor))


def _observations(actor: Actor, site: SiteRow, as_of: date) -> Iterator[dict[str, str]]:
    permit(actor, Permission.LOOK, public=site.is_public)
    register = register_now(official_only=not sees_unofficial(actor))
    for one in register.observations:
        if one.known <= as_of and not one.withdrawn:
            unit = register.indicators[one.indicator].unit
            values = (one.indicator, one.place, str(one.period), format(one.value, "f"), unit, one.status, one.known.isoformat(),
                      one.source.words, one.note)  # fmt: skip
            yield dict(zip(OBSERVATION, values, strict=True))


def _targets(actor: Actor, site: SiteRow, as_of: date) -> Iterator[dict[str, str]]:
    for standing in _board(actor, site, as_of).standings:
        yield {name: _plain(getattr(standing.target, name)) for name in TARGET}


def _plain(value: Any) -> str:
    return "" if value is None else str(value)


def _csv(heads: tuple[str, ...], rows: Iterator[dict[str, str]]) -> str:
    out = StringIO()
    writer = csv.DictWriter(out, heads, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _json(name: str, rows: Iterator[dict[str, str]]) -> str:
    return json.dumps({"muctieu": __version__, name: list(rows)}, ensure_ascii=False, indent=1) + "\n"


def _sdmx(actor: Actor, site: SiteRow, as_of: date) -> str:
    board = _board(actor, site, as_of)
    return render_sdmx(board.register, as_of)


FEEDS: dict[str, Callable[..., str]] = {
    "observations.csv": lambda actor, site, as_of, language: _csv(OBSERVATION, _observations(actor, site, as_of)),
    "observations.json": lambda actor, site, as_of, language: _json("observations", _observations(actor, site, as_of)),
    "targets.csv": lambda actor, site, as_of, language: _csv(TARGET, _targets(actor, site, as_of)),
    "targets.json": lambda actor, site, as_of, language: _json("targets", _targets(actor, site, as_of)),
    "board.csv": lambda actor, site, as_of, language: render_csv(_board(actor, site, as_of), language),
    "board.csv-metadata.json": lambda actor, site, as_of, language: render_csvw(_board(actor, site, as_of)),
    "board.json": lambda actor, site, as_of, language: render_json(_board(actor, site, as_of), language, __version__),
    "sdmx.csv": lambda actor, site, as_of, language: _sdmx(actor, site, as_of),
}
