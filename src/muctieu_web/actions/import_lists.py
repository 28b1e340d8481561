"""The lines of a file that keep the register's lists: organisations, indicators, places and their events, targets.

Within the caller's transaction, who keeps it or takes it back. Whether all places and events together can be is judged once, not
a line at a time; only where they cannot are the lines halved until those are found that stand in the way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction

from muctieu_web.access import Actor, Refused
from muctieu_web.actions.given import RefusedFields, Seen
from muctieu_web.actions.keep_event import ALONE, check_places, put_event
from muctieu_web.actions.keep_indicator import keep_indicator
from muctieu_web.actions.keep_organisation import keep_organisation
from muctieu_web.actions.keep_place import put_place
from muctieu_web.actions.keep_target import keep_target
from muctieu_web.actions.table_files import TableLine
from muctieu_web.queries.lists import MODELS, RELATED, WORDS
from muctieu_web.store.models import Organisation, PlaceEvent

KEEPERS: dict[str, tuple[str, str, Any]] = {
    "organisations": ("organisation", "code", keep_organisation),
    "indicators": ("indicator", "code", keep_indicator),
    "places": ("place", "code", put_place),
    "targets": ("target", "id", keep_target),
}
PASSES = 6  # units above units: a line waits for the line of the unit above it
MOST_SOUGHT = 8  # contradictions that are traced to their line; beyond, the lines that are left are refused together


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


class Importing:
    """One file on its way into the lists, in the name of one person."""

    def __init__(self, actor: Actor, now: datetime, reason: str) -> None:
        self.actor, self.now, self.reason = actor, now, reason
        self._who: dict[str, Any] = {"actor": actor, "now": now}
        self._organisations: set[str] = set()
        self._sought = 0

    def keep(self, outcomes: Sequence[Outcome]) -> None:
        """Writes every line of a list that can be written, and says of each what became of it."""
        for table in KEEPERS:
            if table == "targets":
                self._events([one for one in outcomes if one.line.table == "place_events" and not one.faults])
            self._rows(table, [one for one in outcomes if one.line.table == table and not one.faults])

    def _rows(self, table: str, outcomes: list[Outcome]) -> None:
        waiting = outcomes
        for _ in range(PASSES):
            if table == "places":
                self._together([[one] for one in waiting], lambda groups: self._put(table, [one for (one,) in groups]))
            else:
                self._put(table, waiting)
            still = [one for one in waiting if one.faults]
            if not still or len(still) == len(waiting):
                return
            waiting = still

    def _put(self, table: str, outcomes: Sequence[Outcome]) -> None:
        noun, code_column, put = KEEPERS[table]
        codes = [one.line.words.get(code_column, "").strip() for one in outcomes]
        rows = MODELS[noun][0].objects.select_related(*RELATED[noun]).filter(code__in=codes)
        there = {row.code: _plain(WORDS[noun](row)) for row in rows}
        more: dict[str, Any] = {} if noun == "organisation" else {"language": "en"}
        for one, code in zip(outcomes, codes, strict=True):
            one.faults = []
            words = {**there.get(code, {}), **one.line.words}
            try:
                self._organisation(words)
                key = code if code in there else None
                kept = put(**self._who, code=key, words=words, reason=self.reason, **more)
                there[kept.code] = words
                one.fate = kept.fate
            except RefusedFields as refused:
                one.refuse(refused.faults)

    def _organisation(self, words: Mapping[str, str]) -> None:
        """The tables of the library name organisations without a table of them: one that is not known yet is made."""
        name = words.get("organisation", "").strip()
        if not name or name in self._organisations:
            return
        self._organisations.add(name)
        if Organisation.objects.filter(code=name).exists() or Organisation.objects.filter(name=name).exists():
            return
        number = Organisation.objects.count() + 1
        while Organisation.objects.filter(code=f"co-quan-{number}").exists():
            number += 1
        made = {"code": f"co-quan-{number}", "name": name}
        keep_organisation(**self._who, code=None, words=made, reason=self.reason)

    def _together(self, groups: list[list[Outcome]], put: Callable[[list[list[Outcome]]], None]) -> None:
        """Puts the groups of lines; where all together cannot be, seeks those that stand in the way by halves."""
        try:
            with transaction.atomic():
                put(groups)
                check_places("start")
        except RefusedFields as refused:
            if len(groups) == 1 or self._sought >= MOST_SOUGHT:
                self._sought += 1
                for one in (line for group in groups for line in group):
                    one.refuse(refused.faults)
                return
            half = len(groups) // 2
            self._together(groups[:half], put)
            self._together(groups[half:], put)

    def _events(self, outcomes: list[Outcome]) -> None:
        """Lines of one kind, day and act are one event; one that is there already stays as it is."""
        groups: dict[tuple[str, ...], list[Outcome]] = {}
        for one in outcomes:
            words = one.line.words
            key = tuple(words.get(column, "") for column in ("kind", "date", "act"))
            alone = (*key, words.get("from", "")) if words.get("kind") in ALONE else key
            groups.setdefault(alone, []).append(one)
        new = []
        for key, group in groups.items():
            if _is_there(key):
                for one in group:
                    one.fate = "same"
            else:
                new.append(group)
        if new:
            self._together(new, self._put_events)

    def _put_events(self, groups: list[list[Outcome]]) -> None:
        seen: Seen = {}
        for group in groups:
            words, parts = group[0].line.words, [_part(one.line.words) for one in group]
            faults: Sequence[Refused] = ()
            try:
                put_event(**self._who, words=words, parts=parts, language="en", seen=seen)
            except RefusedFields as refused:
                faults = refused.faults
            for one in group:
                one.faults, one.fate = [], "new"
                if faults:
                    one.refuse(faults)


def _is_there(key: tuple[str, ...]) -> bool:
    there = PlaceEvent.objects.filter(kind=key[0], act=key[2], day=_day(key[1]))
    return (there.filter(unit__code=key[3]) if len(key) > 3 else there).exists()


def _plain(words: Mapping[str, Any]) -> dict[str, str]:
    """A row's words as a table holds them: a decimal point, `yes` or nothing, days as 2025-07-01."""
    return {
        column: ("yes" if cell else "") if isinstance(cell, bool) else cell.isoformat() if isinstance(cell, date)
        else "" if cell is None else str(cell)
        for column, cell in words.items()
    }  # fmt: skip


def _part(words: Mapping[str, str]) -> dict[str, str]:
    return {column: cell for column, cell in words.items() if column in ("from", "to") or column.startswith("share_")}


def _day(words: str) -> date | None:
    for shape in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(words, shape).date()
        except ValueError:
            continue
    return None
