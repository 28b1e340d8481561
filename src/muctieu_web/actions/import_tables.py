"""Tables are imported: a dry run that says each line's fate and is kept as a draft, then the whole of it or nothing.

The dry run keeps the lists and judges the figures as the import does, and takes it back; so the two cannot differ but by what
others wrote in between, and the import judges every line anew. All that takes long is done before the database's lock is taken:
under it, the import looks whether anybody changed since what it rests on, and writes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from muctieu_web.access import Actor, Permission, Refused, permit
from muctieu_web.actions.enter_figures import Entries, Judged
from muctieu_web.actions.import_figures import judge, look_around
from muctieu_web.actions.import_lists import Importing, Outcome
from muctieu_web.actions.table_files import TableLine, read_lines
from muctieu_web.actions.writing import found, one_write
from muctieu_web.boards import stamp
from muctieu_web.store.models import Change, Draft, Indicator, Observation, Place

ATTEMPTS = 3  # where others change the same figures or the lists meanwhile, all is judged again
LISTS = ("indicator", "place", "placeevent", "organisation", "target")


@dataclass(slots=True)
class Prepared:
    """The fate of each line as the register stood at `stamp`, and the figures ready to be written.

    `entries` is None where lists must be kept first, whose keys the figures need. `series`: the indicators and places of the figures.
    """

    stamp: int
    outcomes: list[Outcome]
    reason: str
    judged: Judged
    entries: Entries | None
    series: frozenset[tuple[str, str]]


def draft_import(*, actor: Actor, now: datetime, name: str, content: bytes) -> int:
    """Reads the file and keeps what would become of each line. Raises `Refused` for a file that cannot be read."""
    permit(actor, Permission.KEEP_REGISTER)
    lines = read_lines(name, content)
    rows = [_kept(one) for one in _prepare(actor, now, name, lines).outcomes]
    return Draft.objects.create(person_id=actor.id, noun="register", name=name[:255], created=now, rows=rows).pk


def apply_import(*, actor: Actor, now: datetime, draft_id: int, confirmed: bool) -> int:
    """Imports the draft whole; how many lines were written. Raises `Refused`, and nothing is written, where a line is refused."""
    permit(actor, Permission.KEEP_REGISTER)
    draft = found(Draft, draft_id, vi="bản nhập", en="import")
    lines = [TableLine(row["table"], row["number"], row["words"], _faults(row["read"])) for row in draft.rows]
    for _ in range(ATTEMPTS):
        ready = _prepare(actor, now, draft.name, lines, confirmed=confirmed)
        with one_write():
            if Draft.objects.select_for_update().only("applied").get(pk=draft_id).applied is not None:
                raise Refused(reason_vi="Tệp này đã được nhập.", reason_en="This file has been imported already.")
            if not _is_overtaken(ready):
                _write(actor, now, ready)
                Draft.objects.filter(pk=draft_id).update(applied=now)
                return sum(one.fate != "same" for one in ready.outcomes)
    raise Refused(
        reason_vi="Chưa nhập gì: người khác đang sửa chính những số liệu này; hãy nhập lại sau ít phút.",
        reason_en="Nothing was imported: others are changing the same figures; import it again in some minutes.",
    )


def _is_overtaken(ready: Prepared) -> bool:
    """Did anybody write since what the fates rest on: a list, or a figure of the same series?"""
    since = Change.objects.filter(pk__gt=ready.stamp)
    if since.filter(noun__in=LISTS).exists():
        return True
    keys = [int(key) for key in since.filter(noun="observation").values_list("key", flat=True)]
    written = Observation.objects.filter(pk__in=keys).values_list("indicator__code", "place__code")
    return not ready.series.isdisjoint(written)


def _write(actor: Actor, now: datetime, ready: Prepared) -> None:
    _refuse_stuck(ready.outcomes)
    entries = ready.entries
    if entries is None:
        Importing(actor, now, ready.reason).keep(ready.outcomes)
        _refuse_stuck(ready.outcomes)
        _rebind(ready.judged)
        entries = Entries(actor=actor, now=now, judged=ready.judged)
    entries.write()


def _refuse_stuck(outcomes: list[Outcome]) -> None:
    stuck = sum(one.fate in ("refused", "asks") for one in outcomes)
    if stuck:
        raise Refused(
            reason_vi=f"Chưa nhập gì: {stuck} dòng bị từ chối hoặc cần xác nhận.",
            reason_en=f"Nothing was imported: {stuck} lines are refused or ask to be confirmed.",
        )


def _rebind(judged: Judged) -> None:
    """The figures were judged with rows of lists that were taken back; now they are there for good, under other keys."""
    rows = [row for row in judged.rows if row is not None]
    indicators = Indicator.objects.in_bulk({row.indicator.code for row in rows}, field_name="code")
    places = Place.objects.in_bulk({row.place.code for row in rows}, field_name="code")
    for row in rows:
        row.indicator, row.place = indicators[row.indicator.code], places[row.place.code]


def _kept(one: Outcome) -> dict[str, Any]:
    return {
        "table": one.line.table, "number": one.line.number, "words": one.line.words, "fate": one.fate,
        "why": [_fault(fault) for fault in one.faults], "read": [_fault(fault) for fault in one.line.faults],
    }  # fmt: skip


def _fault(fault: Refused) -> list[Any]:
    return [fault.field, fault.facts["reason_vi"], fault.facts["reason_en"], fault.may_confirm]


def _faults(kept: list[list[Any]]) -> list[Refused]:
    return [Refused(field=one[0], reason_vi=one[1], reason_en=one[2], may_confirm=one[3]) for one in kept]


def _prepare(actor: Actor, now: datetime, name: str, lines: list[TableLine], *, confirmed: bool = False) -> Prepared:
    """Says what would become of every line. Writes nothing: what it keeps of lists, to see figures by them, it takes back."""
    at, outcomes = stamp(), [Outcome(line) for line in lines]
    for one in outcomes:
        unconfirmed = [fault for fault in one.line.faults if not (confirmed and fault.may_confirm)]
        if unconfirmed:
            one.refuse(unconfirmed)
    reason = f"Nhập từ tệp / Imported from: {name}"
    figures = [one for one in outcomes if one.line.table == "observations" and not one.faults]
    lists = any(one.line.table != "observations" for one in outcomes)
    if not lists:
        around = look_around(figures)
    else:
        with one_write():
            Importing(actor, now, reason).keep(outcomes)
            around = look_around(figures)
            transaction.set_rollback(True)
    judged = judge(actor, now, figures, reason, around, confirmed=confirmed)
    stuck = any(one.faults for one in outcomes)
    entries = None if lists or stuck else Entries(actor=actor, now=now, judged=judged)
    return Prepared(at, outcomes, reason, judged, entries, frozenset(around.known.series))
