"""Tables are imported: a dry run that says each line's fate and is kept as a draft, then the whole of it or nothing.

The dry run keeps the lists and judges the figures as the import does, and takes it back; so the two cannot differ but by what
others wrote in between, and the import judges every line anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from muctieu.errors import MuctieuError
from muctieu.values.period import Period
from muctieu_web.access import Actor, Permission, Refused, permit
from muctieu_web.actions.enter_figures import Figure, judge_figures, write_judged
from muctieu_web.actions.figure_words import figure_of
from muctieu_web.actions.given import RefusedFields, Seen
from muctieu_web.actions.keep_event import ALONE, keep_event
from muctieu_web.actions.keep_indicator import keep_indicator
from muctieu_web.actions.keep_organisation import keep_organisation
from muctieu_web.actions.keep_place import keep_place
from muctieu_web.actions.keep_target import keep_target
from muctieu_web.actions.table_files import TableLine, read_lines
from muctieu_web.actions.writing import found, one_write
from muctieu_web.queries.lists import MODELS, RELATED, WORDS
from muctieu_web.store.models import Draft, Organisation, PlaceEvent

KEEPERS: dict[str, tuple[str, str, Any]] = {
    "organisations": ("organisation", "code", keep_organisation),
    "indicators": ("indicator", "code", keep_indicator),
    "places": ("place", "code", keep_place),
    "targets": ("target", "id", keep_target),
}
PASSES = 6  # units above units: a line waits for the line of the unit above it


@dataclass(slots=True)
class Outcome:
    """A line and its fate: `new`, `changed`, `revises`, `same`, `asks` (a warning to confirm) or `refused`, and why."""

    line: TableLine
    fate: str = "refused"
    faults: list[Refused] = field(default_factory=list)

    def refuse(self, faults: Any) -> None:
        """Notes why it is refused, or what it asks."""
        self.faults += list(faults)
        self.fate = "asks" if all(one.may_confirm for one in self.faults) else "refused"


def draft_import(*, actor: Actor, now: datetime, name: str, content: bytes) -> int:
    """Reads the file and keeps what would become of each line. Raises `Refused` for a file that cannot be read."""
    permit(actor, Permission.KEEP_REGISTER)
    lines = read_lines(name, content)
    with one_write():
        outcomes = _run(actor, now, name, lines, dry=True)
        transaction.set_rollback(True)
    rows = [_kept(one) for one in outcomes]
    return Draft.objects.create(person_id=actor.id, noun="register", name=name[:255], created=now, rows=rows).pk


def apply_import(*, actor: Actor, now: datetime, draft_id: int, confirmed: bool) -> int:
    """Imports the draft whole; how many lines were written. Raises `Refused`, and nothing is written, where a line is refused."""
    permit(actor, Permission.KEEP_REGISTER)
    with one_write():
        draft = found(Draft, draft_id, vi="bản nhập", en="import", lock=True)
        if draft.applied is not None:
            raise Refused(reason_vi="Tệp này đã được nhập.", reason_en="This file has been imported already.")
        lines = [TableLine(row["table"], row["number"], row["words"], _faults(row["read"])) for row in draft.rows]
        outcomes = _run(actor, now, draft.name, lines, confirmed=confirmed)
        stuck = sum(one.fate in ("refused", "asks") for one in outcomes)
        if stuck:
            raise Refused(
                reason_vi=f"Chưa nhập gì: {stuck} dòng bị từ chối hoặc cần xác nhận.",
                reason_en=f"Nothing was imported: {stuck} lines are refused or ask to be confirmed.",
            )
        draft.applied = now
        draft.save(update_fields=["applied"])
    return sum(one.fate != "same" for one in outcomes)


def _kept(one: Outcome) -> dict[str, Any]:
    return {
        "table": one.line.table, "number": one.line.number, "words": one.line.words, "fate": one.fate,
        "why": [_fault(fault) for fault in one.faults], "read": [_fault(fault) for fault in one.line.faults],
    }  # fmt: skip


def _fault(fault: Refused) -> list[Any]:
    return [fault.field, fault.facts["reason_vi"], fault.facts["reason_en"], fault.may_confirm]


def _faults(kept: list[list[Any]]) -> list[Refused]:
    return [Refused(field=one[0], reason_vi=one[1], reason_en=one[2], may_confirm=one[3]) for one in kept]


def _run(
    actor: Actor, now: datetime, name: str, lines: list[TableLine], *, confirmed: bool = False, dry: bool = False
) -> list[Outcome]:
    """Writes all lines that can be written; what became of each. The caller keeps it or takes it back."""
    outcomes = [Outcome(line) for line in lines]
    for one in outcomes:
        unconfirmed = [fault for fault in one.line.faults if not (confirmed and fault.may_confirm)]
        if unconfirmed:
            one.refuse(unconfirmed)
    reason = f"Nhập từ tệp / Imported from: {name}"
    for table in KEEPERS:
        if table == "targets":
            _events(actor, now, [one for one in outcomes if one.line.table == "place_events" and not one.faults])
        _rows(actor, now, table, [one for one in outcomes if one.line.table == table and not one.faults], reason)
    figures = [one for one in outcomes if one.line.table == "observations" and not one.faults]
    _figures(actor, now, figures, reason, confirmed=confirmed, dry=dry)
    return outcomes


def _rows(actor: Actor, now: datetime, table: str, outcomes: list[Outcome], reason: str) -> None:
    noun, code_column, keep = KEEPERS[table]
    waiting = outcomes
    for _ in range(PASSES):
        for one in waiting:
            one.faults = []
            code = one.line.words.get(code_column, "").strip()
            now_there = MODELS[noun][0].objects.select_related(*RELATED[noun]).filter(code=code).first()
            words = {**(_plain(WORDS[noun](now_there)) if now_there else {}), **one.line.words}
            more = {} if noun == "organisation" else {"language": "en"}
            try:
                _organisation(actor, now, words, reason)
                kept = keep(actor=actor, now=now, code=code if now_there else None, words=words, reason=reason, **more)
                one.fate = kept.fate
            except RefusedFields as refused:
                one.refuse(refused.faults)
        still = [one for one in waiting if one.faults]
        if not still or len(still) == len(waiting):
            return
        waiting = still


def _organisation(actor: Actor, now: datetime, words: Mapping[str, str], reason: str) -> None:
    """The tables of the library name organisations without a table of them: one that is not known yet is made."""
    name = words.get("organisation", "").strip()
    if not name or Organisation.objects.filter(code=name).exists() or Organisation.objects.filter(name=name).exists():
        return
    number = Organisation.objects.count() + 1
    while Organisation.objects.filter(code=f"co-quan-{number}").exists():
        number += 1
    keep_organisation(
        actor=actor, now=now, code=None, words={"code": f"co-quan-{number}", "name": name}, reason=reason
    )  # fmt: skip


def _plain(words: Mapping[str, Any]) -> dict[str, str]:
    """A row's words as a table holds them: a decimal point, `yes` or nothing, days as 2025-07-01."""
    return {
        column: ("yes" if cell else "") if isinstance(cell, bool) else cell.isoformat() if isinstance(cell, date)
        else "" if cell is None else str(cell)
        for column, cell in words.items()
    }  # fmt: skip


def _events(actor: Actor, now: datetime, outcomes: list[Outcome]) -> None:
    """Lines of one kind, day and act are one event; one that is there already stays as it is."""
    groups: dict[tuple[str, ...], list[Outcome]] = {}
    for one in outcomes:
        words = one.line.words
        key = tuple(words.get(column, "") for column in ("kind", "date", "act"))
        groups.setdefault((*key, words.get("from", "")) if words.get("kind") in ALONE else key, []).append(one)
    for key, group in groups.items():
        words = group[0].line.words
        there = PlaceEvent.objects.filter(kind=key[0], act=key[2], day=_day(key[1]))
        if len(key) > 3:
            there = there.filter(unit__code=key[3])
        if there.exists():
            for one in group:
                one.fate = "same"
            continue
        parts = [_part(one.line.words) for one in group]
        try:
            keep_event(actor=actor, now=now, words=words, parts=parts, language="en")
            for one in group:
                one.fate = "new"
        except RefusedFields as refused:
            for one in group:
                one.refuse(refused.faults)


def _part(words: Mapping[str, str]) -> dict[str, str]:
    return {column: cell for column, cell in words.items() if column in ("from", "to") or column.startswith("share_")}


def _day(words: str) -> date | None:
    for shape in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(words, shape).date()
        except ValueError:
            continue
    return None


def _figures(actor: Actor, now: datetime, outcomes: list[Outcome], reason: str, *, confirmed: bool, dry: bool) -> None:
    """All figures at once, in the order in which they became known."""
    today = timezone.localdate(now)
    made: list[tuple[Outcome, Figure]] = []
    seen: Seen = {}
    for one in outcomes:
        words = {**one.line.words, "reason": reason}
        try:
            made.append((one, figure_of(words, "en", _known(words, today), settled="en", seen=seen)))
        except RefusedFields as refused:
            one.refuse(refused.faults)
    made.sort(key=lambda pair: pair[1].known)
    judged = judge_figures(actor=actor, now=now, figures=[figure for _, figure in made])
    for (one, _), fate, faults in zip(made, judged.fates, judged.faults, strict=True):
        left = [fault for fault in faults if not (confirmed and fault.may_confirm)]
        if left:
            one.refuse(left)
        else:
            one.fate = fate or "refused"
    if not dry and not any(one.faults for one in outcomes):
        write_judged(actor=actor, now=now, judged=judged)


def _known(words: Mapping[str, str], today: date) -> date:
    """Where no day of knowing is given: the day after the period, as in the library's tables, but no day to come."""
    try:
        return min(today, Period.parse_vietnamese(words.get("period", "")).day_after)
    except (MuctieuError, OverflowError):  # the period itself is told of when the figure is read
        return today
