"""The reading of a version, step by step: taken up, kept whole in one transaction, or told why it failed. Called by the job alone.

Safe to run twice: only a version that waits is taken up, and what is kept replaces what was there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db.models import F

from muctieu_web.access import SYSTEM
from muctieu_web.actions.carry_reviews import carry_reviews
from muctieu_web.actions.file_names import stem
from muctieu_web.actions.queue import READ_VERSION, enqueue
from muctieu_web.actions.reviews_again import tie_reviews
from muctieu_web.actions.writing import one_write, plain_fields, record
from muctieu_web.store.fields import fold
from muctieu_web.store.models import Claim, Finding, Place, Report, State, Version


@dataclass(frozen=True, slots=True)
class ToRead:
    """A file in line: where it is kept, and what it is called."""

    path: str
    name: str


def take_up(version: int) -> ToRead | None:
    """The version that waits, now being read; None where it does not wait (another took it, or it is read)."""
    taken = Version.objects.filter(pk=version, state=State.WAITING).update(state=State.READING, step=5)
    if not taken:
        return None
    row = Version.objects.only("file", "name").get(pk=version)
    return ToRead(row.file.path, row.name)


def note_step(version: int, step: int) -> None:
    """How far the reading is, of 100."""
    Version.objects.filter(pk=version, state=State.READING).update(step=step)


def fail_reading(*, version: int, reason_vi: str, reason_en: str) -> None:
    """The version cannot be read, and why."""
    Version.objects.filter(pk=version, state=State.READING).update(
        state=State.FAILED, step=0, failure_vi=reason_vi, failure_en=reason_en, stamp=F("stamp") + 1
    )


def keep_reading(*, version: int, now: datetime, result: Mapping[str, Any]) -> bool:
    """Writes text, document, claims, findings and targets in one transaction; false where the version is not being read.

    `result` is what `jobs/reading_child.py` gives: `reader`, `text`, `document`, `claims`, `findings`, `held`, `targets`.
    """
    with one_write():
        row = Version.objects.select_for_update().filter(pk=version, state=State.READING).first()
        if row is None:
            return False
        row.claims.all().delete()
        row.findings.all().delete()
        Claim.objects.bulk_create(
            [_claim(row, at, wire) for at, wire in enumerate(result["claims"], 1)], batch_size=200
        )
        Finding.objects.bulk_create([_finding(row, at, one) for at, one in enumerate(result["findings"], 1)])
        row.text, row.document, row.targets_read = result["text"], result["document"], result["targets"]
        row.reader, row.held = result["reader"], result["held"]
        row.claim_count, row.finding_count = len(result["claims"]), len(result["findings"])
        row.state, row.step, row.failure_vi, row.failure_en = State.READ, 100, "", ""
        row.stamp += 1
        row.save()
        tie_reviews(row.pk, row.text)
        carry_reviews(version=row, now=now)
        _say_of_report(row, now, result["document"])
    return True


def take_up_again() -> int:
    """Puts every version that was left waiting or half read in line again; how many."""
    with one_write():
        left = list(Version.objects.filter(state__in=(State.WAITING, State.READING)).values_list("pk", flat=True))
        Version.objects.filter(pk__in=left).update(state=State.WAITING, step=0)
        for key in left:
            enqueue(READ_VERSION, key)
    return len(left)


def _claim(version: Version, order: int, wire: Mapping[str, Any]) -> Claim:
    fields = {name: wire[name] for name in ("start", "end", "text", "unit", "per", "comparator", "kind", "status")}
    fields |= {name: wire[name] for name in ("period", "basis", "indicator", "section", "footnote")}
    fields |= {name: _decimal(wire[name]) for name in ("value", "value_to", "resolution", "whole")}
    begin, end = wire["sentence"]
    return Claim(
        version=version, order=order, wire_id=wire["id"], sentence_start=begin, sentence_end=end, **fields
    )  # fmt: skip


def _decimal(words: str | None) -> Decimal | None:
    return None if words is None else Decimal(words)


def _finding(version: Version, order: int, one: Mapping[str, Any]) -> Finding:
    wire = one["wire"]
    return Finding(
        version=version, order=order, rule=wire["rule"], severity=wire["severity"], start=wire["spans"][0][0],
        fingerprint=wire["fingerprint"], wire=wire, message_vi=one["message_vi"], message_en=one["message_en"],
    )  # fmt: skip


def _say_of_report(version: Version, now: datetime, document: Mapping[str, Any]) -> None:
    """What the report says of itself becomes its title, place and period, where nobody gave any."""
    report = Report.objects.select_for_update().get(pk=version.report_id)
    before = plain_fields(report)
    if document["title"] and report.title == stem(version.name):
        report.title = " ".join(document["title"].split())[:300]
    if not report.period and document["period"]:
        report.period = document["period"][:21]
    if report.place is None and document["place"]:
        words = fold(document["place"])
        report.place = next((place for place in Place.objects.all() if fold(place.name) == words), None)
    report.save()
    record(actor=SYSTEM, now=now, action="read_version", row=report, before=before)
