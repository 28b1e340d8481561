"""Targets as the plain values that JSON holds, the fields and their order as `docs/reference/chi-tieu.md` says. Never prints."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from muctieu.claims.wire import envelope, plain
from muctieu.document.document import Document
from muctieu.targets.target import Result, Target

TARGET_FIELDS: tuple[str, ...] = tuple(name for name in Target._fields if name not in ("resolution", "span"))


def target_fields(target: Target) -> dict[str, Any]:
    """A target as the object that the wire format names: the fields of `TARGET_FIELDS`, in that order."""
    return {
        "id": target.id,
        "indicator": target.indicator,
        "unit": target.unit,
        "per": list(target.per),
        "comparator": target.comparator,
        "value": plain(target.value, target.resolution),
        "value_to": plain(target.value_to, target.resolution),
        "horizon": target.horizon,
        "cadence": target.cadence,
        "group": target.group,
        "claims": list(target.claims),
        "result": result_fields(target.result),
        "stated": target.stated,
        "direction": target.direction,
        "computed": target.computed,
    }


def result_fields(result: Result | None) -> dict[str, Any] | None:
    """A result as the wire format names it, None where the report gives none."""
    if result is None:
        return None
    return {
        "value": plain(result.value, result.resolution),
        "unit": result.unit,
        "period": result.period,
        "status": result.status,
        "claims": list(result.claims),
    }


def targets_envelope(version: str, document: Document, targets: Iterable[Target]) -> dict[str, Any]:
    """What `muctieu targets --format json` writes for one document."""
    return envelope(version, document, targets=[target_fields(target) for target in targets])
