"""The lines of a file that are figures: read, judged in the order in which they became known, and made ready to be written.

Reading and judging take seconds for a large file and need no lock; only `look_around` asks the database, so that it can be asked
while the lists of the same file are there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.utils import timezone

from muctieu.errors import MuctieuError
from muctieu.values.period import Period
from muctieu_web.access import Actor
from muctieu_web.actions.enter_figures import Figure, Judged, judge_figures
from muctieu_web.actions.figure_words import figure_of
from muctieu_web.actions.given import Given, RefusedFields, Seen
from muctieu_web.actions.import_lists import Outcome
from muctieu_web.actions.known_figures import Known
from muctieu_web.store.models import Indicator, Place

_POINTERS: tuple[tuple[str, Any], ...] = (("indicator", Indicator), ("place", Place))


class Around(NamedTuple):
    """The rows that the lines name, and what the register knows of them."""

    seen: Seen
    known: Known


def look_around(outcomes: Sequence[Outcome]) -> Around:
    """What the lines name, as the register stands now: some queries, and two for each name that is no code."""
    seen: Seen = {}
    for column, model in _POINTERS:
        words = {one.line.words.get(column, "").strip() for one in outcomes} - {""}
        for row in model.objects.filter(code__in=words):
            seen[model, row.code] = row
        for other in sorted(words - {code for of, code in seen if of is model}):
            Given({column: other}, "en", seen).row(column, model, vi=column, en=column)
    codes = {model: {row.code for (of, _), row in seen.items() if of is model} for _, model in _POINTERS}
    return Around(seen, Known(codes[Indicator], codes[Place]))


def judge(
    actor: Actor, now: datetime, outcomes: Sequence[Outcome], reason: str, around: Around, *, confirmed: bool
) -> Judged:
    """Says of each line what is to become of it; what is to be written. No query but those for the series."""
    today = timezone.localdate(now)
    made: list[tuple[Outcome, Figure]] = []
    for one in outcomes:
        words = {**one.line.words, "reason": reason}
        try:
            made.append((one, figure_of(words, "en", _known(words, today), settled="en", seen=around.seen)))
        except RefusedFields as refused:
            one.refuse(refused.faults)
    made.sort(key=lambda pair: pair[1].known)
    known = around.known.load_series()
    judged = judge_figures(actor=actor, now=now, figures=[figure for _, figure in made], about=known)
    for (one, _), fate, faults in zip(made, judged.fates, judged.faults, strict=True):
        left = [fault for fault in faults if not (confirmed and fault.may_confirm)]
        if left:
            one.refuse(left)
        else:
            one.fate = fate or "refused"
    return judged


def _known(words: Mapping[str, str], today: date) -> date:
    """Where no day of knowing is given: the day after the period, as in the library's tables, but no day to come."""
    try:
        return min(today, Period.parse_vietnamese(words.get("period", "")).day_after)
    except (MuctieuError, OverflowError):  # the period itself is told of when the figure is read
        return today
