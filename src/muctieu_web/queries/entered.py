"""What every page shows of one observation as it was entered: the fields that its rows have in common. No queries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from muctieu_web.store.models import Observation


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """One observation as it was entered. `source` is the report's title where it came from one and nothing else is said."""

    id: int
    place: str
    period: str
    value: Decimal
    status: str
    known: date
    recorded: datetime
    who: str
    source: str
    note: str
    withdrawn: bool


def observations() -> QuerySet[Observation]:
    """Observations with what `entered` reads of other tables, without the texts of reports."""
    rows = Observation.objects.select_related("indicator", "place", "person", "version__report")
    return rows.defer("version__text", "version__document", "version__targets_read")


def entered(row: Observation) -> dict[str, Any]:
    """The fields of `Entered`."""
    source = row.source or (row.version.report.title if row.version else "")
    return {
        "id": row.pk, "place": row.place.name, "period": row.period, "value": row.value, "status": row.status, "known": row.known,
        "recorded": row.recorded, "who": str(row.person or ""), "source": source, "note": row.note, "withdrawn": row.withdrawn,
    }  # fmt: skip
