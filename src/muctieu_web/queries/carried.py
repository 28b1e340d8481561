"""What people made of the version before that the new version has no like figure for: frozen rows, two queries."""

from __future__ import annotations

from dataclasses import dataclass

from muctieu_web.access import Actor, Permission, permit
from muctieu_web.store.models import Claim, Review, State, Version


@dataclass(frozen=True, slots=True)
class LeftRow:
    """A review of version `number`; `order` is its claim there, None where that version no longer has it."""

    number: int
    order: int | None
    text: str
    verdict: str
    corrected: bool


def left_behind(*, actor: Actor, report: int, version: int, number: int) -> tuple[LeftRow, ...]:
    """Reviews of the version before (the last that was read) that were not carried to this one, in reading order."""
    permit(actor, Permission.LOOK_REPORTS)
    earlier = Version.objects.filter(report=report, number__lt=number, state=State.READ).order_by("-number")
    before = earlier.values_list("pk", "number").first()
    if before is None:
        return ()
    rows = Review.objects.filter(version=before[0]).exclude(verdict="", corrections={}).exclude(copies__version=version)
    left = list(rows.order_by("start").values_list("start", "end", "text", "verdict", "corrections"))
    claims = Claim.objects.filter(version=before[0], start__in=[start for start, *_ in left])
    orders = {(start, end): order for start, end, order in claims.values_list("start", "end", "order")}
    return tuple(
        LeftRow(before[1], orders.get((start, end)), text, verdict, bool(corrections))
        for start, end, text, verdict, corrections in left
    )
