"""The words of one figure, as a form or a line of a table holds them → a `Figure` to enter.

Asks the store for codes alone; writes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from muctieu.observations import STATUSES
from muctieu_web.access import Refused
from muctieu_web.actions.enter_figures import Figure
from muctieu_web.actions.figures import Marks, doubt, marks_of, read_figure
from muctieu_web.actions.given import Given, Seen
from muctieu_web.store.models import Indicator, Place


def figure_of(
    words: Mapping[str, str],
    language: Marks,
    today: date,
    *,
    confirmed: bool = False,
    is_revision: bool = False,
    settled: Marks | None = None,
    seen: Seen | None = None,
) -> Figure:
    """`words`: the columns of the table `observations`, `reason`; `settled`: whose marks figures bear. Raises `RefusedFields`."""
    given = Given(words, language, seen)
    indicator = given.row("indicator", Indicator, needed=True, vi="chỉ tiêu thống kê", en="indicator")
    place = given.row("place", Place, needed=True, vi="địa bàn", en="place")
    period, known = given.period("period"), given.day("known") or today
    value = value_of(given, given.text("value", needed=True), settled or marks_of([given.text("value")]))
    reason = given.text("reason", longest=4000)
    if is_revision and not reason:
        given.fault("reason", "Hãy ghi lý do sửa.", "Write why it is changed.")
    figure = Figure(
        indicator.code if indicator else "", place.code if place else "", period, value,  # type: ignore[arg-type]
        given.choice("status", STATUSES, "official"), known, given.text("source"), given.text("note", longest=4000), reason,
        given.yes("withdrawn"),
    )  # fmt: skip
    given.check(confirmed=confirmed)
    return figure


def value_of(given: Given, words: str, marks: Marks | None, field: str = "value") -> Decimal:
    """The figure of a cell; what it can be mistaken for, or why it is none, is noted in `given`."""
    if not words:
        return Decimal(0)
    try:
        read = read_figure(words, marks, given.language, field)
    except Refused as refused:
        given.faults.append(refused)
        return Decimal(0)
    if read.other is not None:
        given.faults.append(doubt(words, read, field))
    return read.value
