"""The reader page: a version's claims as people corrected them, its findings, the text they stand in. Queries do not grow with any."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from muctieu.claims.claim import Claim as LibraryClaim
from muctieu.claims.reading import Reading
from muctieu.scoreboard.words import Words
from muctieu.values.span import Span
from muctieu_web.access import Actor, NotThere, Permission, permit
from muctieu_web.queries.promises import Proposed, proposed, wires_by_claim
from muctieu_web.queries.proposals import IndicatorRow, Names, Proposal
from muctieu_web.queries.reports import PlaceRow, places
from muctieu_web.store.mapping_readings import claim_of, reading_of
from muctieu_web.store.models import Acceptance, Claim, Finding, Indicator, Organisation, Review, Version

_WORST = {"error": 0, "warning": 1, "info": 2}


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim: `claim` as it counts (corrected), `machine` as it was read.

    `observation` or `target` (its code) is what it was accepted as, `accepted_as` that in words. `carried` is the number of the
    version that its review was carried over from (0: made here). `severity` is the worst of its findings that nobody accepted.
    """

    order: int
    claim: LibraryClaim
    machine: LibraryClaim
    corrections: Mapping[str, str]
    verdict: str
    reason: str
    person: str
    at: datetime | None
    observation: int | None
    target: str
    accepted_as: str
    carried: int
    findings: tuple[int, ...]
    severity: str


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding; `accepted` is the reason why it is silent, or empty. `claims` are the orders of the claims it rests on.

    `wrong` is the order of the claim most likely wrong, where one is.
    """

    order: int
    rule: str
    severity: str
    spans: tuple[Span, ...]
    claims: tuple[int, ...]
    message: Words
    wrong: int | None
    accepted: str
    accepted_by: str
    accepted_at: datetime | None

    @property
    def start(self) -> int:
        """Where it is shown: at its first figure."""
        return self.spans[0].start


@dataclass(frozen=True, slots=True)
class Marked:
    """Everything that is marked in a version. `lost` counts reviews whose figure the reading no longer has."""

    claims: tuple[ClaimRow, ...]
    findings: tuple[FindingRow, ...]
    lost: int

    def counts(self) -> Counter[str]:
        """How many claims of each kind, each status, `with_findings`, `unreviewed`; how many findings `open`."""
        counted = Counter(row.claim.kind for row in self.claims) + Counter(row.claim.status for row in self.claims)
        counted["with_findings"] = sum(bool(row.severity) for row in self.claims)
        counted["unreviewed"] = sum(not row.verdict for row in self.claims)
        counted["open"] = sum(not one.accepted for one in self.findings)
        return Counter({str(key): count for key, count in counted.items()})


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """One claim with all that its card shows: the sentence around it, what is proposed, what can be chosen."""

    row: ClaimRow
    before: str
    after: str
    findings: tuple[FindingRow, ...]
    proposals: tuple[Proposal, ...]
    indicators: tuple[IndicatorRow, ...]
    places: tuple[PlaceRow, ...]
    last: int
    promise: Proposed
    organisations: tuple[PlaceRow, ...]


def marked(*, actor: Actor, version: int) -> Marked:
    """Claims, findings, reviews and acceptances of a version: four queries."""
    permit(actor, Permission.LOOK_REPORTS)
    findings = _findings(version)
    on: dict[int, list[FindingRow]] = {}
    for finding in findings:
        for order in finding.claims:
            on.setdefault(order, []).append(finding)
    reviews = {(row.start, row.end): row for row in _reviews(version)}
    rows = tuple(
        _claim_row(row, reviews.pop((row.start, row.end), None), on.get(row.order, ()))
        for row in Claim.objects.filter(version_id=version)
    )
    return Marked(rows, findings, len(reviews))


def _reviews(version: int) -> QuerySet[Review]:
    rows = Review.objects.filter(version_id=version).select_related(
        "person", "observation__indicator", "observation__place", "target__indicator", "target__place", "carried__version"
    )  # fmt: skip
    return rows.defer(*(f"carried__version__{heavy}" for heavy in ("text", "document", "targets_read")))


def reading(*, actor: Actor, version: int, claims: tuple[ClaimRow, ...]) -> Reading:
    """The version's text and structure with these claims; one query."""
    permit(actor, Permission.LOOK_REPORTS)
    return reading_of(Version.objects.get(pk=version), [row.claim for row in claims])


def claim_card(*, actor: Actor, version: int, order: int) -> ClaimCard:
    """One claim's card: eight queries."""
    permit(actor, Permission.LOOK_REPORTS)
    all_of_it = marked(actor=actor, version=version)
    row = next((one for one in all_of_it.claims if one.order == order), None)
    if row is None:
        raise NotThere(noun_vi="số liệu", noun_en="figure", key=order)
    wanted = "text", "targets_read", "report__period"
    text, wires, period = Version.objects.values_list(*wanted).get(pk=version)
    known = indicators()
    proposals = Names(known).proposals(row.claim.indicator, row.claim.unit)
    own = tuple(one for one in all_of_it.findings if order in one.claims)
    sentence = row.claim.sentence
    return ClaimCard(
        row, text[sentence.start : row.claim.start], text[row.claim.end : sentence.end], own, tuple(proposals), known,
        tuple(places()), len(all_of_it.claims), promise_of(row, wires_by_claim(wires), period),
        tuple(PlaceRow(*one) for one in Organisation.objects.values_list("code", "name")),
    )  # fmt: skip


def promise_of(row: ClaimRow, wires: Mapping[str, Mapping[str, Any]], report_period: str) -> Proposed:
    """What the claim proposes for the table of targets."""
    return proposed(row.claim, wires.get(row.claim.id), report_period, own_period="period" in row.corrections)


def finding_row(*, actor: Actor, version: int, order: int) -> FindingRow:
    """One finding: two queries."""
    permit(actor, Permission.LOOK_REPORTS)
    row = next((one for one in _findings(version) if one.order == order), None)
    if row is None:
        raise NotThere(noun_vi="sai lệch", noun_en="finding", key=order)
    return row


def indicators() -> tuple[IndicatorRow, ...]:
    """All indicators to choose from; one query."""
    rows = Indicator.objects.values_list("code", "name", "unit", "aliases")
    return tuple(IndicatorRow(code, name, unit, tuple(aliases)) for code, name, unit, aliases in rows)


def _findings(version: int) -> tuple[FindingRow, ...]:
    accepted = {
        row.fingerprint: row for row in Acceptance.objects.filter(report__versions=version).select_related("person")
    }
    return tuple(_finding_row(row, accepted.get(row.fingerprint)) for row in Finding.objects.filter(version_id=version))


def _finding_row(row: Finding, accepted: Acceptance | None) -> FindingRow:
    wire = row.wire
    return FindingRow(
        order=row.order,
        rule=row.rule,
        severity=row.severity,
        spans=tuple(Span(*one) for one in wire["spans"]),
        claims=tuple(int(one[1:]) for one in wire["claims"]),
        message=Words(row.message_vi, row.message_en),
        wrong=int(wire["correction"]["claim"][1:]) if wire.get("correction") else None,
        accepted=accepted.reason if accepted else "",
        accepted_by=str(accepted.person) if accepted else "",
        accepted_at=accepted.at if accepted else None,
    )


def _claim_row(row: Claim, review: Review | None, findings: list[FindingRow] | tuple[FindingRow, ...]) -> ClaimRow:
    machine = claim_of(row)
    open_ones = [one.severity for one in findings if not one.accepted]
    worst = min(open_ones, key=lambda severity: _WORST[severity], default="")
    own = tuple(one.order for one in findings)
    if review is None:
        return ClaimRow(row.order, machine, machine, {}, "", "", "", None, None, "", "", 0, own, worst)
    seen, promised = review.observation, review.target
    kept = seen or promised
    return ClaimRow(
        row.order, claim_of(row, review.corrections), machine, review.corrections, review.verdict, review.reason,
        str(review.person), review.at, seen.pk if seen else None, promised.code if promised else "",
        f"{kept.indicator.name} · {kept.place.name}" if kept else "",
        review.carried.version.number if review.carried else 0, own, worst,
    )  # fmt: skip
