"""What accepting a whole section would do: each claim of it with the indicator that it is sure of, or why it is left out."""

from __future__ import annotations

from dataclasses import dataclass

from muctieu_web.access import Actor
from muctieu_web.queries.proposals import IndicatorRow, Names, can_be
from muctieu_web.queries.reader import ClaimRow, indicators, marked
from muctieu_web.store.models import Observation, Place

TARGETS = ("target", "target_gap", "attainment")


@dataclass(frozen=True, slots=True)
class Fate:
    """`fate`: new, same, differs, reviewed, target, finding, change, not_exact, no_period, no_indicator.

    Only `new` and `same` can be accepted at once.
    """

    row: ClaimRow
    fate: str
    indicator: IndicatorRow | None
    there: str

    @property
    def is_ready(self) -> bool:
        """Can it be accepted without a look at its card?"""
        return self.fate in ("new", "same")


def section_fates(*, actor: Actor, version: int, section: str, place: str) -> tuple[Fate, ...]:
    """The fates of the claims in a section and those within it; seven queries, however many there are.

    `place` is the code of the report's place (empty: none is known, so nothing is ready).
    """
    names = Names(indicators())
    held = _held(place)
    claims = marked(actor=actor, version=version).claims
    within = [
        row
        for row in claims
        if (row.claim.section or "") == section or (row.claim.section or "").startswith(f"{section}/")
    ]
    return tuple(_fate(row, names, held, row.corrections.get("place") or place) for row in within)


def _fate(row: ClaimRow, names: Names, held: dict[tuple[str, str], str], place: str) -> Fate:
    claim = row.claim
    best = next(iter(names.proposals(claim.indicator, claim.unit, 1)), None)
    indicator = best.indicator if best is not None and best.is_sure else None
    if row.verdict:
        return Fate(row, "reviewed", indicator, "")
    if claim.status == "planned" or claim.kind in TARGETS:
        return Fate(row, "target", indicator, "")
    if row.severity:
        return Fate(row, "finding", indicator, "")
    if not can_be(claim.kind, "" if indicator is None else indicator.name):
        return Fate(row, "change", indicator, "")
    if claim.comparator != "eq":
        return Fate(row, "not_exact", indicator, "")
    if indicator is None or not place:
        return Fate(row, "no_indicator", None, "")
    if not claim.period:
        return Fate(row, "no_period", indicator, "")
    there = held.get((indicator.code, claim.period), "")
    value = format(claim.value, "f")
    return Fate(row, "new" if not there else "same" if there == value else "differs", indicator, there)


def _held(place: str) -> dict[tuple[str, str], str]:
    """What the register holds of the place, by indicator and period; the last known counts."""
    if not place or not Place.objects.filter(code=place).exists():
        return {}
    rows = Observation.objects.filter(place__code=place).order_by("known", "id")
    held: dict[tuple[str, str], str] = {}
    for code, period, value, withdrawn in rows.values_list("indicator__code", "period", "value", "withdrawn"):
        held[code, period] = "" if withdrawn else format(value, "f")
    return held
