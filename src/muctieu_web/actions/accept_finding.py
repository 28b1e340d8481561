"""A finding that is as it should be: kept by the report and the finding's fingerprint, so that it stays silent in every later reading."""

from __future__ import annotations

from datetime import datetime

from django.db.models import F

from muctieu_web.access import Actor, NotThere, Permission, Refused, permit
from muctieu_web.actions.writing import one_write, plain_fields, record
from muctieu_web.store.models import Acceptance, Finding, Version


def accept_finding(*, actor: Actor, now: datetime, version: int, order: int, reason: str) -> None:
    """Silences the finding, with the reason; an earlier reason is replaced."""
    permit(actor, Permission.REVIEW)
    if not reason.strip():
        raise Refused(
            field="reason",
            reason_vi="Hãy ghi vì sao số liệu vẫn đúng.",
            reason_en="Write why the figures are right all the same.",
        )
    with one_write():
        finding = _finding(version, order)
        there = Acceptance.objects.filter(report_id=finding.version.report_id, fingerprint=finding.fingerprint).first()
        before = None if there is None else plain_fields(there)
        row = there or Acceptance(report_id=finding.version.report_id, fingerprint=finding.fingerprint)
        row.reason, row.at = reason.strip(), now
        row.person_id = actor.id  # type: ignore[assignment]
        row.save()
        _restamp(row.report_id)
        record(actor=actor, now=now, action="accept_finding", row=row, before=before, reason=row.reason)


def reopen_finding(*, actor: Actor, now: datetime, version: int, order: int) -> None:
    """Takes the acceptance back: the finding is told again."""
    permit(actor, Permission.REVIEW)
    with one_write():
        finding = _finding(version, order)
        row = Acceptance.objects.filter(report_id=finding.version.report_id, fingerprint=finding.fingerprint).first()
        if row is None:
            return
        before = plain_fields(row)
        row.reason = ""
        record(actor=actor, now=now, action="reopen_finding", row=row, before=before)
        row.delete()
        _restamp(finding.version.report_id)


def _finding(version: int, order: int) -> Finding:
    row = Finding.objects.select_related("version").defer("version__text", "version__document").filter(
        version_id=version, order=order
    ).first()  # fmt: skip
    if row is None:
        raise NotThere(noun_vi="sai lệch", noun_en="finding", key=order)
    return row


def _restamp(report: int) -> None:
    Version.objects.filter(report_id=report).update(stamp=F("stamp") + 1)
