"""A row of a list on which nothing hangs is taken out; what has figures or targets stays (it can be given an end, or withdrawn)."""

from __future__ import annotations

from datetime import datetime

from django.db.models import ProtectedError

from muctieu_web.access import Actor, Permission, Refused, permit
from muctieu_web.actions.keep_event import check_places
from muctieu_web.actions.keeping import existing, record_removal
from muctieu_web.actions.writing import one_write
from muctieu_web.queries.lists import MODELS
from muctieu_web.store.models import Target


def remove_row(*, actor: Actor, now: datetime, noun: str, code: str, reason: str) -> None:
    """Raises `NotThere`, and `Refused` without a reason or where something hangs on the row."""
    permit(actor, Permission.KEEP_REGISTER)
    if not reason.strip():
        raise Refused(field="reason", reason_vi="Hãy ghi lý do xóa.", reason_en="Write why it is removed.")
    model, vi, en = MODELS[noun]
    with one_write():
        row = existing(model, code, vi=vi, en=en)
        if isinstance(row, Target) and row.comments.exists():
            raise _held(str(row))
        record_removal(actor=actor, now=now, action=f"remove_{noun}", row=row, reason=reason)
        try:
            row.delete()
        except ProtectedError as error:
            raise _held(str(row)) from error
        if noun == "place":
            check_places("")


def _held(label: str) -> Refused:
    return Refused(
        reason_vi=f"«{label}» đang được dùng (số liệu, chỉ tiêu, trao đổi hoặc đơn vị khác), nên không xóa được.",
        reason_en=f"“{label}” is in use (figures, targets, messages or other rows), so it cannot be removed.",
    )
