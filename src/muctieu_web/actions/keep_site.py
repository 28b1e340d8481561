"""The site's settings: name, public or not, the place it opens on, the term."""

from __future__ import annotations

from datetime import datetime

from muctieu_web.access import Actor, Permission, Refused, permit
from muctieu_web.actions.writing import one_write, plain_fields, record
from muctieu_web.store.models import Place, Site


def keep_site(
    *, actor: Actor, now: datetime, name: str, name_en: str = "", public: bool, place: str = "", term: str = ""
) -> None:
    """`term` is two years, `2025-2030`, or empty; `place` a code, or empty."""
    permit(actor, Permission.KEEP_SITE)
    if not name.strip():
        raise Refused(field="name", reason_vi="Hãy đặt tên cho trang.", reason_en="Name the site.")
    first, last = _term(term)
    with one_write():
        row, _ = Site.objects.select_for_update().get_or_create(pk=1)
        before = plain_fields(row)
        row.name, row.name_en, row.public = name.strip(), name_en.strip(), public
        row.place, row.term_start, row.term_end = _place(place), first, last
        row.save()
        record(actor=actor, now=now, action="keep_site", row=row, before=before)


def _place(code: str) -> Place | None:
    if not code:
        return None
    row = Place.objects.filter(code=code).first()
    if row is None:
        raise Refused(
            field="place", reason_vi=f"Không có địa bàn «{code[:60]}».", reason_en=f"There is no place “{code[:60]}”."
        )
    return row


def _term(words: str) -> tuple[int | None, int | None]:
    if not words.strip():
        return None, None
    first, _, last = (part.strip() for part in words.replace("–", "-").partition("-"))
    if first.isdecimal() and last.isdecimal() and 1900 < int(first) < int(last) < 2200:
        return int(first), int(last)
    raise Refused(
        field="term",
        reason_vi=f"«{words[:20]}» không phải là một nhiệm kỳ; hãy ghi như 2025-2030.",
        reason_en=f"“{words[:20]}” is no term; write 2025-2030.",
    )
