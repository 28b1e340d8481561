"""An import on its way, for its page: each line with its fate and why. One query."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from muctieu_web.access import Actor, NotThere, Permission, Refused, permit
from muctieu_web.store.models import Draft

SHOWN = 500


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One line of the file."""

    table: str
    number: int
    fate: str
    words: str
    why: tuple[Refused, ...]


@dataclass(frozen=True, slots=True)
class DraftPage:
    """`counts` by fate; `lines` are the first `SHOWN`, those that need a look first."""

    id: int
    name: str
    created: datetime
    applied: datetime | None
    counts: tuple[tuple[str, int], ...]
    lines: tuple[DraftLine, ...]
    total: int

    @property
    def refused(self) -> int:
        """How many lines stand in the way."""
        return dict(self.counts).get("refused", 0)

    @property
    def asks(self) -> int:
        """How many lines ask to be confirmed."""
        return dict(self.counts).get("asks", 0)


FATES = ("refused", "asks", "changed", "revises", "new", "same")


def draft_page(*, actor: Actor, draft_id: int) -> DraftPage:
    """The import with this id. Raises `NotThere`."""
    permit(actor, Permission.KEEP_REGISTER)
    row = Draft.objects.filter(pk=draft_id, noun="register").first()
    if row is None:
        raise NotThere(noun_vi="bản nhập", noun_en="import", key=draft_id)
    counted = Counter(one["fate"] for one in row.rows)
    lines = [
        DraftLine(
            one["table"], one["number"], one["fate"], " · ".join(cell for cell in one["words"].values() if cell)[:200],
            tuple(Refused(field=f, reason_vi=vi, reason_en=en, may_confirm=asks) for f, vi, en, asks in one["why"]),
        )
        for one in sorted(row.rows, key=lambda one: FATES.index(one["fate"]))[:SHOWN]
    ]  # fmt: skip
    counts = tuple((fate, counted[fate]) for fate in FATES if counted[fate])
    return DraftPage(row.pk, row.name, row.created, row.applied, counts, tuple(lines), len(row.rows))
