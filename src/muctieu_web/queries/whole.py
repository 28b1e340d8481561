"""The whole register as tables of the library's columns, for a file that the import reads back. A fixed number of queries."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from muctieu_web.access import Actor, Permission, permit
from muctieu_web.queries.lists import WORDS
from muctieu_web.store.models import Indicator, Observation, Organisation, Place, PlaceEvent, Target

Tables = dict[str, list[dict[str, Any]]]


def whole_register(*, actor: Actor) -> Tables:
    """Every row of every table, as plain values by column; figures with all their revisions."""
    permit(actor, Permission.LOOK)
    permit(actor, Permission.LOOK_UNOFFICIAL)
    return {
        "organisations": [WORDS["organisation"](row) for row in Organisation.objects.select_related("parent")],
        "indicators": [WORDS["indicator"](row) for row in Indicator.objects.select_related("organisation")],
        "places": [
            {**WORDS["place"](row), **{f"size_{base}": Decimal(size) for base, size in row.sizes.items()}}
            for row in Place.objects.select_related("parent")
        ],
        "place_events": _events(),
        "targets": [
            WORDS["target"](row) for row in Target.objects.select_related("indicator", "place", "organisation")
        ],
        "observations": _observations(),
    }


def _events() -> list[dict[str, Any]]:
    rows = []
    for event in PlaceEvent.objects.select_related("unit").prefetch_related("parts__source", "parts__successor"):
        plain = {"date": event.day, "kind": event.kind, "act": event.act, "note": event.note}
        if event.unit:
            rows.append({**plain, "from": event.unit.code, "name": event.name, "unit_kind": event.level})
        for part in event.parts.all():
            shares = {f"share_{base}": Decimal(share) for base, share in part.shares.items()}
            rows.append({**plain, "from": part.source.code, "to": part.successor.code, **shares})
    return rows


def _observations() -> list[dict[str, Any]]:
    rows = Observation.objects.select_related("indicator", "place", "person", "version__report").order_by("known", "id")
    rows = rows.defer("version__text", "version__document", "version__targets_read")
    return [
        {
            "indicator": row.indicator.code, "place": row.place.code, "period": row.period, "value": row.value,
            "unit": row.indicator.unit, "status": row.status, "known": row.known,
            "source": row.source or (row.version.report.title if row.version else ""), "note": row.note,
            "entered_by": str(row.person or ""), "withdrawn": row.withdrawn,
        }
        for row in rows
    ]  # fmt: skip
