"""Figures enter the register: new ones, revisions (a new row with its day of knowing), withdrawals. Nothing is ever overwritten.

All of one call or none. What is wrong, and what looks like a slip and is not confirmed, is told for each figure.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal, cast

from django.utils import timezone

from muctieu import observations as accepted
from muctieu.errors import ValueInvalid
from muctieu.places.convert import out_of_force
from muctieu.values.period import Period
from muctieu_web.access import Actor, NotThere, Permission, Refused, permit
from muctieu_web.actions.given import RefusedFields
from muctieu_web.actions.known_figures import Known
from muctieu_web.actions.plausible import warnings
from muctieu_web.actions.writing import one_write, plain_fields
from muctieu_web.store.bulk import Insertion
from muctieu_web.store.models import Change, Observation

Fate = Literal["new", "revises", "same"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure to enter, `indicator` and `place` by code. `withdrawn` takes back what stands of the period."""

    indicator: str
    place: str
    period: Period
    value: Decimal
    status: str
    known: date
    source: str = ""
    note: str = ""
    reason: str = ""
    withdrawn: bool = False


class RefusedRows(Refused):
    """Some figures are refused or ask to be confirmed: `rows` by their place in what was given. Nothing was written."""

    def __init__(self, rows: Mapping[int, Sequence[Refused]]) -> None:
        self.rows = {number: tuple(faults) for number, faults in rows.items()}
        first = next(iter(self.rows.values()))[0]
        many = sum(len(faults) for faults in self.rows.values())
        super().__init__(
            field=first.field,
            reason_vi=str(first.facts["reason_vi"]) if many == 1 else f"{many} ô cần xem lại; chưa ghi gì.",
            reason_en=str(first.facts["reason_en"]) if many == 1 else f"{many} cells need a look; nothing was written.",
            may_confirm=all(fault.may_confirm for faults in self.rows.values() for fault in faults),
        )


def enter_figures(
    *, actor: Actor, now: datetime, figures: Sequence[Figure], confirmed: Collection[int] = (), dry: bool = False
) -> list[Fate]:
    """Enters them all, or raises `RefusedRows`; `confirmed`: those whose warnings the person has confirmed. What became of each.

    `dry`: judges them and writes nothing.
    """
    with one_write():
        judged = judge_figures(actor=actor, now=now, figures=figures)
        faults = {
            number: [one for one in found if not (one.may_confirm and number in confirmed)]
            for number, found in enumerate(judged.faults)
        }
        faults = {number: found for number, found in faults.items() if found}
        if faults:
            raise RefusedRows(faults)
        if not dry:
            Entries(actor=actor, now=now, judged=judged).write()
    return [cast(Fate, fate) for fate in judged.fates]


def withdraw_figure(*, actor: Actor, now: datetime, observation_id: int, reason: str) -> None:
    """Takes back the figure that this row is of, from today on. Raises `NotThere`, `Refused`."""
    row = Observation.objects.select_related("indicator", "place").filter(pk=observation_id).first()
    if row is None:
        raise NotThere(noun_vi="số liệu", noun_en="figure", key=observation_id)
    permit(actor, Permission.ENTER, organisation_id=row.indicator.organisation_id)
    if not reason.strip():
        raise Refused(field="reason", reason_vi="Hãy ghi lý do rút số liệu.", reason_en="Write why it is withdrawn.")
    figure = Figure(
        row.indicator.code, row.place.code, Period.parse(row.period), row.value, row.status,
        timezone.localdate(now), reason=reason.strip(), withdrawn=True,
    )  # fmt: skip
    try:
        fates = enter_figures(actor=actor, now=now, figures=[figure], confirmed=[0])
    except RefusedRows as refused:
        raise RefusedFields(refused.rows[0]) from refused
    if fates == ["same"]:
        raise _none_to_take_back()


@dataclass(slots=True)
class Judged:
    """What was found of each figure: its row to be (None where refused), its fate (None likewise), its faults and warnings."""

    rows: list[Observation | None]
    fates: list[Fate | None]
    faults: list[list[Refused]]
    reasons: list[str]


def judge_figures(*, actor: Actor, now: datetime, figures: Sequence[Figure], about: Known | None = None) -> Judged:
    """What would become of the figures, entered in this order: a fixed number of queries. Writes nothing.

    `about`: what is known around them where the caller has it already, its series loaded.
    """
    about = about or Known({one.indicator for one in figures}, {one.place for one in figures}).load_series()
    judged = Judged([], [], [], [one.reason for one in figures])
    for figure in figures:
        row, fate, faults = _judge(actor, now, about, figure)
        judged.rows.append(row)
        judged.fates.append(fate)
        judged.faults.append(faults)
    return judged


class Entries:
    """The rows to be written of what was judged, with their lines of the history; all but their keys is ready before the lock is taken."""

    def __init__(self, *, actor: Actor, now: datetime, judged: Judged) -> None:
        chosen = [
            (row, fate, reason)
            for row, fate, reason in zip(judged.rows, judged.fates, judged.reasons, strict=True)
            if row is not None and fate in ("new", "revises")
        ]
        self._rows = Insertion([row for row, _, _ in chosen])
        self._changes = Insertion([_change(actor, now, row, fate, reason) for row, fate, reason in chosen])

    def write(self) -> None:
        """Writes them, within the caller's transaction, who has seen to the faults."""
        keys = self._rows.insert()
        self._changes.insert(key=[str(key) for key in keys])


def _change(actor: Actor, now: datetime, row: Observation, fate: str | None, reason: str) -> Change:
    return Change(
        at=now, person_id=actor.id, who=actor.name, noun="observation", label=str(row)[:300],
        action="withdraw" if row.withdrawn else "enter" if fate == "new" else "revise", before={},
        after={key: value for key, value in plain_fields(row).items() if value not in ("", None, False)}, reason=reason,
    )  # fmt: skip


Verdict = tuple[Observation | None, Fate | None, list[Refused]]


def _judge(actor: Actor, now: datetime, about: Known, figure: Figure) -> Verdict:
    """The row to be, its fate, and what is wrong or asks to be confirmed."""
    indicator, place = about.indicators.get(figure.indicator), about.places.get(figure.place)
    if indicator is None or place is None:
        field, code = ("indicator", figure.indicator) if indicator is None else ("place", figure.place)
        return None, None, [_fault(field, f"Không có «{code}» trong sổ.", f"The register has no “{code}”.")]
    permit(actor, Permission.ENTER, organisation_id=indicator.organisation_id)
    try:
        one = accepted.Observation(
            indicator.code, place.code, figure.period, figure.value, figure.known, cast(Any, figure.status),
            accepted.Entered("", figure.source), figure.note, figure.withdrawn,
        )  # fmt: skip
    except ValueInvalid as error:
        field = {str(figure.known): "known", figure.status: "status"}.get(str(error.facts["value"]), "value")
        vi, en = (f"{error.facts['value']}: {error.facts[f'reason_{language}']}" for language in ("vi", "en"))
        return None, None, [_fault(field, vi, en)]
    series = about.series[indicator.code, place.code]
    stands = series.of_period(one)
    if series.has(one) or _says_nothing_new(one, stands):
        return None, "same", []
    faults = _faults(now, about, one, stands)
    if faults:
        return None, None, faults
    if not one.withdrawn:
        faults = warnings(indicator, one, series.standing())
    if stands and figure.known < stands.known:
        faults.append(_older(stands.known))
    series.add(one)
    row = Observation(
        indicator=indicator, place=place, period=str(one.period), first=one.first, until=one.until, value=one.value,
        status=one.status, known=one.known, recorded=now, person_id=actor.id, withdrawn=one.withdrawn,
        source=figure.source[:300], note=figure.note,
    )  # fmt: skip
    return row, "revises" if stands else "new", faults


def _says_nothing_new(one: accepted.Observation, stands: accepted.Observation | None) -> bool:
    return stands is not None and not one.withdrawn and (stands.value, stands.status) == (one.value, one.status)


def _faults(
    now: datetime, about: Known, one: accepted.Observation, stands: accepted.Observation | None
) -> list[Refused]:
    faults = []
    if one.known > timezone.localdate(now):
        faults.append(
            _fault("known", f"Ngày biết {one.known:%d/%m/%Y} chưa tới.", f"The day {one.known} is yet to come.")
        )
    why = out_of_force(about.history, one.place, one.period) if about.history else None
    if why:
        faults.append(_fault("place", why.vi, why.en))
    if one.withdrawn and stands is None:
        faults.append(_none_to_take_back())
    return faults


def _fault(field: str, vi: str, en: str) -> Refused:
    return Refused(field=field, reason_vi=vi, reason_en=en)


def _none_to_take_back() -> Refused:
    return _fault("value", "Kỳ này không có số liệu nào để rút.", "This period has no figure to take back.")


def _older(day: date) -> Refused:
    return Refused(
        field="known", may_confirm=True,
        reason_vi=f"Đã có số biết ngày {day:%d/%m/%Y}, muộn hơn số này; số này chỉ dùng khi xem lại ngày trước đó.",
        reason_en=f"A figure known on {day}, later than this one, is in use; this one counts for days before only.",
    )  # fmt: skip
