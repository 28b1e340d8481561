"""What accepting a whole section would do: each claim of it with the indicator that it is sure of, or why it is left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from muctieu_web.access import Actor
from muctieu_web.queries.promises import Proposed, wires_by_claim
from muctieu_web.queries.proposals import IndicatorRow, Names, can_be, is_promise, is_result
from muctieu_web.queries.reader import ClaimRow, indicators, marked, promise_of
from muctieu_web.store.models import Observation, Place, Target, Version

Promised = dict[tuple[str, str, str], list[tuple[Decimal | None, Decimal | None, str]]]
READY = ("new", "same", "new_target", "same_target")


@dataclass(frozen=True, slots=True)
class Fate:
    """`fate`: one of `READY`, or why it is left out.

    Left out are: differs, reviewed, target, finding, change, not_exact, no_period, no_indicator, differs_target, no_years.
    `promise` is what a target proposes, None for a result.
    """

    row: ClaimRow
    fate: str
    indicator: IndicatorRow | None
    there: str
    promise: Proposed | None = None

    @property
    def is_ready(self) -> bool:
        """Can it be accepted without a look at its card?"""
        return self.fate in READY


def section_fates(*, actor: Actor, version: int, section: str, place: str) -> tuple[Fate, ...]:
    """The fates of the claims in a section and those within it; nine queries, however many there are.

    `place` is the code of the report's place (empty: none is known, so nothing is ready).
    """
    wires, period = Version.objects.values_list("targets_read", "report__period").get(pk=version)
    judge = _Judge(Names(indicators()), _held(place), _promised(place), wires_by_claim(wires), period)
    claims = marked(actor=actor, version=version).claims
    within = [
        row
        for row in claims
        if (row.claim.section or "") == section or (row.claim.section or "").startswith(f"{section}/")
    ]
    return tuple(judge.fate(row, row.corrections.get("place") or place) for row in within)


class _Judge:
    """Says the fate of one claim after the other by what the register holds."""

    def __init__(
        self, names: Names, held: dict[tuple[str, str], str], promised: Promised, wires: Mapping[str, Any], period: str
    ) -> None:
        self.names, self.held, self.promised, self.wires, self.period = names, held, promised, wires, period

    def fate(self, row: ClaimRow, place: str) -> Fate:
        claim = row.claim
        best = next(iter(self.names.proposals(claim.indicator, claim.unit, 1)), None)
        indicator = best.indicator if best is not None and best.is_sure else None
        if row.verdict:
            return Fate(row, "reviewed", indicator, "")
        if row.severity and (is_promise(claim) or is_result(claim)):
            return Fate(row, "finding", indicator, "")
        if is_promise(claim):
            return self._target(row, indicator, place)
        if not is_result(claim):
            return Fate(row, "target", indicator, "")
        return self._result(row, indicator, place)

    def _result(self, row: ClaimRow, indicator: IndicatorRow | None, place: str) -> Fate:
        claim = row.claim
        if not can_be(claim.kind, "" if indicator is None else indicator.name):
            return Fate(row, "change", indicator, "")
        if claim.comparator != "eq":
            return Fate(row, "not_exact", indicator, "")
        if indicator is None or not place:
            return Fate(row, "no_indicator", None, "")
        if not claim.period:
            return Fate(row, "no_period", indicator, "")
        there = self.held.get((indicator.code, claim.period), "")
        value = format(claim.value, "f")
        return Fate(row, "new" if not there else "same" if there == value else "differs", indicator, there)

    def _target(self, row: ClaimRow, indicator: IndicatorRow | None, place: str) -> Fate:
        promise = promise_of(row, self.wires, self.period)
        if indicator is None or not place:
            return Fate(row, "no_indicator", None, "", promise)
        if not promise.horizon:
            return Fate(row, "no_years", indicator, "", promise)
        there = self.promised.get((indicator.code, promise.horizon, promise.cadence), [])
        fate = "new_target" if not there else "differs_target"
        if (promise.value, promise.value_to, promise.comparator) in there:
            fate = "same_target"
        return Fate(
            row, fate, indicator, ", ".join(format(value, "f") for value, _, _ in there if value is not None), promise
        )


def _held(place: str) -> dict[tuple[str, str], str]:
    """What the register holds of the place, by indicator and period; the last known counts."""
    if not place or not Place.objects.filter(code=place).exists():
        return {}
    rows = Observation.objects.filter(place__code=place).order_by("known", "id")
    held: dict[tuple[str, str], str] = {}
    for code, period, value, withdrawn in rows.values_list("indicator__code", "period", "value", "withdrawn"):
        held[code, period] = "" if withdrawn else format(value, "f")
    return held


def _promised(place: str) -> Promised:
    """The targets of the place: value, upper end and comparator by indicator, year and cadence."""
    found: Promised = {}
    rows = Target.objects.filter(place__code=place) if place else Target.objects.none()
    for code, year, cadence, *figure in rows.values_list(
        "indicator__code", "horizon", "cadence", "value", "value_to", "comparator"
    ):
        found.setdefault((code, str(year), cadence), []).append(tuple(figure))
    return found
