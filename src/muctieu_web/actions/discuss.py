"""The discussion of a target: saying something, and taking one's own words back."""

from __future__ import annotations

from datetime import datetime

from muctieu_web.access import Actor, Forbidden, NotThere, Permission, Refused, permit
from muctieu_web.actions.writing import found, one_write, plain_fields, record
from muctieu_web.store.models import Comment, Target

LONGEST = 4000


def comment(*, actor: Actor, now: datetime, target: str, text: str) -> int:
    """Adds a message to the discussion of the target with this code."""
    permit(actor, Permission.DISCUSS)
    words = text.strip()
    if not words:
        raise Refused(field="text", reason_vi="Hãy viết nội dung trao đổi.", reason_en="Write what you want to say.")
    if len(words) > LONGEST:
        raise Refused(
            field="text",
            reason_vi=f"Nội dung dài {len(words)} ký tự; tối đa {LONGEST}.",
            reason_en=f"It is {len(words)} characters long; at most {LONGEST}.",
        )
    with one_write():
        about = Target.objects.filter(code=target).first()
        if about is None:
            raise NotThere(noun_vi="chỉ tiêu phấn đấu", noun_en="target", key=target)
        row = Comment.objects.create(target=about, person_id=actor.id, at=now, text=words)
        record(actor=actor, now=now, action="comment", row=row)
    return row.pk


def withdraw_comment(*, actor: Actor, now: datetime, comment_id: int) -> None:
    """Takes back one's own message (an administrator: anyone's); the place where it stood stays."""
    permit(actor, Permission.DISCUSS)
    with one_write():
        row = found(Comment, comment_id, vi="trao đổi", en="message", lock=True)
        if row.person_id != actor.id and actor.role != "administrator":
            raise Forbidden(deed_vi="rút lời của người khác", deed_en="take back another's words")
        before = plain_fields(row)
        row.withdrawn = True
        row.save(update_fields=["withdrawn"])
        record(actor=actor, now=now, action="withdraw_comment", row=row, before=before)
