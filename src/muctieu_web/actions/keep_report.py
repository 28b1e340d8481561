"""A report's own fields, its place in the archive, and a new reading of one of its versions."""

from __future__ import annotations

from datetime import datetime

from muctieu.errors import ValueInvalid
from muctieu.values.period import Period
from muctieu_web.access import Actor, NotThere, Permission, Refused, permit
from muctieu_web.actions.queue import READ_VERSION, enqueue
from muctieu_web.actions.writing import found, one_write, plain_fields, record
from muctieu_web.store.models import Place, Report, State, Version


def describe_report(*, actor: Actor, now: datetime, report: int, title: str, place: str, period: str) -> None:
    """Sets title, place (its code, or empty) and period (SDMX, or empty)."""
    permit(actor, Permission.UPLOAD)
    title = " ".join(title.split())
    if not title:
        raise Refused(field="title", reason_vi="Báo cáo cần có tên.", reason_en="A report needs a title.")
    try:
        period = str(Period.parse(period)) if period.strip() else ""
    except ValueInvalid as error:
        vi, en = error.sentence("vi"), error.sentence("en")
        raise Refused(field="period", reason_vi=vi, reason_en=en) from error
    with one_write():
        row = found(Report, report, vi="báo cáo", en="report", lock=True)
        before = plain_fields(row)
        row.title, row.period = title[:300], period[:21]
        row.place = Place.objects.filter(code=place).first() if place else None
        if place and row.place is None:
            raise NotThere(noun_vi="địa bàn", noun_en="place", key=place)
        row.save()
        record(actor=actor, now=now, action="describe_report", row=row, before=before)


def archive_report(*, actor: Actor, now: datetime, report: int, archived: bool) -> None:
    """Takes the report out of the list, or back into it."""
    permit(actor, Permission.UPLOAD)
    with one_write():
        row = found(Report, report, vi="báo cáo", en="report", lock=True)
        before = plain_fields(row)
        row.archived = archived
        row.save(update_fields=["archived"])
        record(
            actor=actor, now=now, action="archive_report" if archived else "unarchive_report", row=row, before=before
        )


def read_again(*, actor: Actor, now: datetime, version: int) -> None:
    """Puts a version that is read, or that failed, in line again; what people made of its figures stays."""
    permit(actor, Permission.UPLOAD)
    with one_write():
        row = found(Version, version, vi="bản", en="version", lock=True)
        if row.state not in (State.READ, State.FAILED):
            return
        row.state, row.step, row.stamp = State.WAITING, 0, row.stamp + 1
        row.save(update_fields=["state", "step", "stamp"])
        record(
            actor=actor, now=now, action="read_again", row=row.report, before=plain_fields(row.report), reason=str(row)
        )
        enqueue(READ_VERSION, row.pk)
