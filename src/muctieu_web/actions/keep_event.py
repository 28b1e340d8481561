"""An event of places (merger, split, transfer, renaming, promotion, end) is entered, or taken out again.

The library's `Places` judges whether all events together can be: shares between 0 and 1 that sum to one, units in force.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from muctieu.errors import ValueInvalid
from muctieu.scoreboard.place_tables import KINDS, NAMING
from muctieu_web.access import Actor, NotThere, Permission, Refused, permit
from muctieu_web.actions.figures import Marks
from muctieu_web.actions.given import Given, RefusedFields, Seen
from muctieu_web.actions.keeping import record_removal
from muctieu_web.actions.writing import one_write, record
from muctieu_web.store.mapping import history_of
from muctieu_web.store.models import Place, PlaceEvent, PlacePart

ALONE = (*NAMING, "end")
SHARE = "share_"


def keep_event(
    *, actor: Actor, now: datetime, words: Mapping[str, str], parts: Sequence[Mapping[str, str]], language: Marks = "vi"
) -> int:
    """`words`: `kind`, `date`, `act`, `note`, and of one unit alone `from`, `name`, `unit_kind`.

    Each part: `from`, `to`, `share_population` … Raises `RefusedFields`.
    """
    with one_write():
        made = put_event(actor=actor, now=now, words=words, parts=parts, language=language)
        check_places("kind")
    return made


def put_event(
    *,
    actor: Actor,
    now: datetime,
    words: Mapping[str, str],
    parts: Sequence[Mapping[str, str]],
    language: Marks = "vi",
    seen: Seen | None = None,
) -> int:
    """The same for one of many: the caller checks at the end that all events together can be."""
    permit(actor, Permission.KEEP_REGISTER)
    given = Given(words, language, seen)
    event = _event(given)
    flows = [] if event.kind in ALONE else _flows(given, event.kind, parts, language)
    given.check()
    event.save()
    PlacePart.objects.bulk_create(PlacePart(event=event, **flow) for flow in flows)
    record(actor=actor, now=now, action="add_place_event", row=event)
    return event.pk


def remove_event(*, actor: Actor, now: datetime, event_id: int, reason: str) -> None:
    """Takes an event out that was entered wrongly. Raises `NotThere`, `Refused` without a reason."""
    permit(actor, Permission.KEEP_REGISTER)
    if not reason.strip():
        raise Refused(field="reason", reason_vi="Hãy ghi lý do xóa.", reason_en="Write why it is removed.")
    with one_write():
        event = PlaceEvent.objects.select_for_update().filter(pk=event_id).first()
        if event is None:
            raise NotThere(noun_vi="sự kiện", noun_en="event", key=event_id)
        parts = [[one.source.code, one.successor.code, one.shares] for one in event.parts.all()]
        record_removal(actor=actor, now=now, action="remove_place_event", row=event, reason=reason, parts=parts)
        event.delete()
        check_places("")


def check_places(field: str) -> None:
    """Raises `Refused` where the places and events as they now stand contradict each other."""
    events = PlaceEvent.objects.select_related("unit").prefetch_related("parts__source", "parts__successor")
    try:
        history_of(Place.objects.select_related("parent").order_by("id"), events)
    except ValueInvalid as error:
        vi, en = (f"{error.facts['place']}: {error.facts[f'reason_{one}']}" for one in ("vi", "en"))
        raise RefusedFields([Refused(field=field, reason_vi=vi, reason_en=en)]) from error


def _event(given: Given) -> PlaceEvent:
    kind = given.choice("kind", KINDS)
    if not kind:
        given.text("kind", needed=True)
    day = given.day("date")
    if day is None and not given.text("date"):
        given.text("date", needed=True)
    alone = kind in ALONE
    unit = given.row("from", Place, needed=True, vi="địa bàn", en="place") if alone else None
    return PlaceEvent(
        kind=kind, day=day, act=given.text("act", needed=True), unit=unit, note=given.text("note"),
        name=given.text("name", needed=True, longest=200) if kind in NAMING else "",
        level=given.text("unit_kind", longest=20) if kind in NAMING else "",
    )  # fmt: skip


def _flows(given: Given, kind: str, parts: Sequence[Mapping[str, str]], language: Marks) -> list[dict[str, object]]:
    flows: list[dict[str, object]] = []
    for number, words in enumerate(parts):
        if not any(str(one).strip() for one in words.values()):
            continue
        line = Given(words, language, given.seen)
        source = line.row("from", Place, needed=True, vi="địa bàn", en="place")
        successor = line.row("to", Place, needed=True, vi="địa bàn", en="place")
        shares = {one.removeprefix(SHARE): line.number(one) for one in words if one.startswith(SHARE)}
        given_shares = {base: format(share, "f") for base, share in shares.items() if share is not None}
        if kind != "merge" and not given_shares and not line.faults:
            line.fault(
                "share_population", "Thiếu tỷ lệ của phần chuyển đi; hãy ghi như 0,25.", "The share that passes is missing; write 0.25."
            )  # fmt: skip
        given.faults += [
            Refused(field=f"{one.field}-{number}", reason_vi=one.facts["reason_vi"], reason_en=one.facts["reason_en"])
            for one in line.faults
        ]
        flows.append({"source": source, "successor": successor, "shares": {} if kind == "merge" else given_shares})
    if not flows:
        given.fault("from-0", "Hãy ghi ít nhất một phần chuyển đi.", "Write at least one part that passes.")
    return flows
