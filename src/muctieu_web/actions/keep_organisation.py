"""An organisation (cơ quan, đơn vị) is added or changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from muctieu_web.access import Actor, Permission, permit
from muctieu_web.actions.given import Given
from muctieu_web.actions.keeping import Kept, code_of_new, existing, put
from muctieu_web.actions.writing import one_write
from muctieu_web.store.models import Organisation


def keep_organisation(
    *, actor: Actor, now: datetime, code: str | None, words: Mapping[str, str], reason: str = ""
) -> Kept:
    """`words`: `code` (of a new one), `name`, `name_en`, `parent`. Raises `RefusedFields`."""
    permit(actor, Permission.KEEP_REGISTER)
    with one_write():
        row = existing(Organisation, code, vi="cơ quan", en="organisation")
        given = Given(words)
        values = {
            "code": code or code_of_new(given, Organisation),
            "name": given.text("name", needed=True, longest=200),
            "name_en": given.text("name_en", longest=200),
            "parent": given.row("parent", Organisation, vi="cơ quan", en="organisation"),
        }
        above = values["parent"]
        while isinstance(above, Organisation):
            if row.pk and above.pk == row.pk:
                given.fault(
                    "parent", "Cơ quan cấp trên đi thành vòng; hãy chọn cơ quan khác.",
                    "The organisations above run in a circle; choose another.",
                )  # fmt: skip
                break
            above = above.parent
        given.check()
        return put(row, values, actor=actor, now=now, noun="organisation", reason=reason)
