"""Several reports of one place: what they say of the same indicator and period → what a later one contradicts, revises or rounds otherwise.

Formula: two statements agree where their values are equal; they are `rounded` otherwise where their intervals meet, `revised` where one is an estimate and the
other is not, else `contradicted`. Statements are the same where indicator, unit, denominators, kind, period, basis and plan or result are. A report that
speaks of another place is compared with none. Takes readings in the order given; time grows with the number of their claims.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from hashlib import blake2s
from typing import NamedTuple

from muctieu.audit.check import Severity
from muctieu.audit.figure import Figure
from muctieu.audit.finding import Finding, Held, Other, plain_decimal
from muctieu.audit.names import folded
from muctieu.claims.reading import Reading

_KINDS = ("level", "part", "growth", "multiple", "target", "change")
_SEVERITIES: dict[str, Severity] = {"contradicted": "warning", "revised": "info", "rounded": "info"}
_Same = tuple[object, ...]


class Comparison(NamedTuple):
    """For each report in order: what in it differs from an earlier report, and what agrees with one."""

    findings: tuple[Finding, ...]
    held: tuple[Held, ...]


def compare(readings: Sequence[Reading]) -> list[Comparison]:
    """Each report against those before it in the list."""
    first: dict[_Same, list[tuple[int, Figure]]] = {}
    compared: list[Comparison] = []
    for number, reading in enumerate(readings):
        findings: list[Finding] = []
        held: list[Held] = []
        for same, figure in _statements(reading):
            earlier = next((one for one in first.get(same, []) if _one_place(readings[one[0]], reading)), None)
            first.setdefault(same, []).append((number, figure))
            if earlier is None:
                continue
            relation = _relation(earlier[1], figure)
            if relation == "agreed":
                held.append(Held("across", (figure.claim.id,), (figure.span,)))
            elif relation is not None:
                findings.append(_finding(relation, readings[earlier[0]], earlier[1], figure))
        compared.append(Comparison(tuple(findings), tuple(held)))
    return compared


def _statements(reading: Reading) -> Iterator[tuple[_Same, Figure]]:
    """The figures of a report that another one can repeat, each statement once; one that the report itself gives in two ways is left to `repeat`."""
    found: dict[_Same, Figure | None] = {}
    for order, claim in enumerate(reading.claims):
        if claim.kind not in _KINDS or claim.period is None or claim.comparator != "eq":
            continue
        figure = Figure(claim, order)
        if len(figure.key) < 2:
            continue
        same = (
            figure.key,
            claim.unit,
            claim.per,
            claim.kind,
            claim.period,
            claim.basis,
            claim.status == "planned",
        )
        kept = found.setdefault(same, figure)
        if kept is not None and kept.value != figure.value:
            found[same] = None
    return ((same, figure) for same, figure in found.items() if figure is not None)


def _one_place(first: Reading, second: Reading) -> bool:
    """Do both speak of one place, as far as they say?"""
    return first.place is None or second.place is None or folded(first.place) == folded(second.place)


def _relation(earlier: Figure, figure: Figure) -> str | None:
    """How the later statement stands to the earlier one; None where they are too far apart to be one thing."""
    if earlier.value == figure.value and earlier.claim.whole == figure.claim.whole:
        return "agreed"
    if earlier.claim.resolution != figure.claim.resolution and earlier.interval.meets(figure.interval):
        return "rounded"
    small, large = sorted((abs(earlier.value), abs(figure.value)))
    if large > 2 * small or earlier.value.is_signed() != figure.value.is_signed():
        return None
    estimated = {earlier.claim.status, figure.claim.status} == {"estimated", "actual"}
    return "revised" if estimated else "contradicted"


def _finding(relation: str, report: Reading, earlier: Figure, figure: Figure) -> Finding:
    """The finding stands in the later report and names the earlier one."""
    claim = figure.claim
    parts = ("across", report.name, *map(folded, (claim.indicator, claim.text, earlier.claim.text)), claim.period or "")
    facts = {
        "stated": claim.text,
        "first": earlier.claim.text,
        "indicator": claim.indicator,
        "period": claim.period or "",
        "other": report.name,
        "gap": plain_decimal(abs(Decimal(figure.value) - earlier.value)),
    }
    return Finding(
        rule="across",
        severity=_SEVERITIES[relation],
        claims=(claim.id,),
        spans=(figure.span,),
        at=figure.span,
        reported=figure.value,
        expected=earlier.value,
        reason=f"across_{relation}",
        facts=facts,
        fingerprint=blake2s("\x1f".join(parts).encode(), digest_size=8).hexdigest(),
        place=claim.section or "",
        other=Other(report.name, earlier.claim.id, earlier.span),
    )
