"""A section's figures accepted at once, results and targets: all of them or none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from muctieu_web.access import Actor, Permission, permit
from muctieu_web.actions.accept_claim import Choice, accepted
from muctieu_web.actions.accept_target import Promise, promised
from muctieu_web.actions.chosen import Chosen
from muctieu_web.actions.desk import Desk
from muctieu_web.actions.figures import Marks
from muctieu_web.actions.writing import one_write


def accept_section(
    *,
    actor: Actor,
    now: datetime,
    version: int,
    choices: Sequence[Choice],
    promises: Sequence[Promise] = (),
    language: Marks = "vi",
) -> int:
    """How many were accepted. What would have to be confirmed is refused here: it has its own card."""
    permit(actor, Permission.REVIEW)
    with one_write():
        orders = [one.order for one in (*choices, *promises)]
        desk = Desk(actor=actor, now=now, version=version, orders=orders)
        chosen = Chosen(desk)
        for choice in choices:
            accepted(desk, chosen, choice, confirmed=False)
        for promise in promises:
            promised(desk, chosen, promise, confirmed=False, language=language)
        desk.write()
    return len(orders)
