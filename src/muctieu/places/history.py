"""The history of places: units and events → versions of each unit's geography, and what flows from one to the next.

A version is a unit between two changes of its bounds; renaming makes none. Takes units and events, checks that they can be,
gives the versions in force on a day. Never guesses a weight.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from itertools import groupby

from muctieu.places.unit import Event, Flow, Naming, Unit, invalid
from muctieu.values.dated import Dated, Ended, Held, NotYet


@dataclass(eq=False, slots=True, repr=False)
class Version:
    """One geography of a unit, from `start` (included) to `end` (excluded, None: to this day), and its flows in and out."""

    unit: Unit
    start: date
    end: date | None = None
    sources: list[tuple[Version, Flow]] = field(default_factory=list)
    targets: list[tuple[Version, Flow]] = field(default_factory=list)

    def covers(self, day: date) -> bool:
        """Is it in force on that day?"""
        return self.start <= day and (self.end is None or day < self.end)

    def size(self, base: str) -> Fraction | None:
        """What it counts by a base: as written for a unit's first version, else what flowed in; None where not known."""
        if base in self.unit.sizes and not any(source.unit is self.unit for source, _ in self.sources):
            return self.unit.sizes[base]
        return self.size_gathered(base)

    def size_gathered(self, base: str) -> Fraction | None:
        """What flowed in by a base; None where not known."""
        total = Fraction(0)
        for source, flow in self.sources:
            moved = moved_size(source, flow, base)
            if moved is None:
                return None
            total += moved
        return total if self.sources else None


def out_share(flow: Flow, base: str) -> Fraction | None:
    """The share of the source that passes, by a base; None where the act gives no weight by that base."""
    return Fraction(1) if flow.is_whole else flow.shares.get(base)


def moved_size(source: Version, flow: Flow, base: str) -> Fraction | None:
    """How much passes, in the base's own unit; None where not known."""
    share, size = out_share(flow, base), source.size(base)
    return None if share is None or size is None else share * size


class Places:
    """All units and events, checked. Raises ValueInvalid on building where they contradict each other.

    `units` by id in the order given; `events` by day.
    """

    def __init__(self, units: Iterable[Unit], events: Iterable[Event] = (), name: str = "places") -> None:
        self._name = name
        self.units: dict[str, Unit] = {}
        for unit in units:
            self._add(unit)
        self.events = tuple(sorted(events, key=lambda event: event.on))
        self._versions: dict[str, list[Version]] = {}
        self._namings: dict[str, Dated[Naming]] = {}
        self._check_parents()
        self._children: dict[str, list[Unit]] = defaultdict(list)
        for unit in self.units.values():
            if unit.parent:
                self._children[unit.parent].append(unit)
        self._build()
        self._name_all()

    def _add(self, unit: Unit) -> None:
        if unit.id in self.units:
            raise invalid(
                self._at(unit.id),
                unit.id,
                "mã này đã có; hãy giữ một đơn vị.",
                "this id is there already; keep one unit.",
            )
        if unit.end is not None and unit.end <= unit.start:
            raise invalid(
                self._at(unit.id),
                unit.end,
                "ngày kết thúc phải sau ngày bắt đầu.",
                "the end must come after the start.",
            )
        self.units[unit.id] = unit

    def _at(self, unit: str) -> str:
        return f"{self._name}, {unit}"

    def _check_parents(self) -> None:
        for unit in self.units.values():
            seen = [unit.id]
            while self.units[seen[-1]].parent:
                above = self.units[seen[-1]].parent
                if above not in self.units:
                    raise invalid(
                        self._at(seen[-1]), above, "không có đơn vị cấp trên này.", "there is no such unit above."
                    )
                if above in seen:
                    raise invalid(
                        self._at(unit.id), " → ".join([*seen, above]), "đơn vị cấp trên đi thành vòng; hãy sửa cột parent.",
                        "the units above run in a circle; correct the parent.",
                    )  # fmt: skip
                seen.append(above)

    def _build(self) -> None:
        targets = {flow.target: event.on for event in reversed(self.events) for flow in event.flows}
        for unit in self.units.values():
            born = targets.get(unit.id) == unit.start
            self._versions[unit.id] = [] if born else [Version(unit, unit.start, unit.end)]
        for day, group in groupby(
            (event for event in self.events if event.flows or event.kind == "end"), lambda event: event.on
        ):
            self._apply(day, list(group))

    def _apply(self, day: date, events: list[Event]) -> None:
        """All events of one day at once: versions close, new ones open, flows join them."""
        flows: dict[tuple[str, str], Flow] = {}
        staying: set[str] = set()
        for event in events:
            if event.kind == "end":
                self._before(event.unit, day).end = day
            for flow in event.flows:
                if (flow.source, flow.target) in flows:
                    at = f"{self._name}, {event.kind} {day}"
                    raise invalid(
                        at,
                        f"{flow.source} → {flow.target}",
                        "ghi hai lần trong một ngày.",
                        "it is written twice for one day.",
                    )
                flows[flow.source, flow.target] = flow
                if event.kind == "transfer":
                    staying.add(flow.source)
        before = {source: self._before(source, day) for source, _ in flows}
        by_source: dict[str, list[Flow]] = defaultdict(list)
        for flow in flows.values():
            by_source[flow.source].append(flow)
        for source in by_source:
            by_source[source] = self._complete(source, by_source[source], day, source in staying)
        for target in {flow.target for flow in flows.values()} - set(by_source):
            if self._versions_of(target, day):
                before[target] = self._before(target, day)
                by_source[target] = [Flow(target, target)]
        self._join(day, before, by_source)

    def _join(self, day: date, before: dict[str, Version], by_source: dict[str, list[Flow]]) -> None:
        opened: dict[str, Version] = {}
        for source, ending in before.items():
            planned, ending.end = ending.end, day
            for flow in by_source[source]:
                if flow.target not in opened:
                    unit = self.units[flow.target]
                    if unit.start != day and not self._versions_of(unit.id, day):
                        raise invalid(
                            self._at(unit.id), unit.start, f"đơn vị nhận ngày {day} lại bắt đầu ngày khác; hãy sửa ngày bắt đầu.",
                            f"it takes part on {day} but starts on another day; correct its start.",
                        )  # fmt: skip
                    end = planned if flow.target == source else unit.end
                    opened[flow.target] = Version(unit, day, end)
                opened[flow.target].sources.append((ending, flow))
                ending.targets.append((opened[flow.target], flow))
        for unit_id, version in opened.items():
            self._versions[unit_id].append(version)

    def _versions_of(self, unit: str, day: date) -> list[Version]:
        if unit not in self.units:
            raise invalid(
                f"{self._name}, {day}",
                unit,
                "không có đơn vị này; hãy thêm vào bảng unit.",
                "there is no such unit; add it.",
            )
        return [version for version in self._versions[unit] if version.start < day]

    def _before(self, unit: str, day: date) -> Version:
        """The version in force on the eve of an event."""
        versions = self._versions_of(unit, day)
        if not versions:
            raise invalid(
                self._at(unit), day, "sự kiện xảy ra trước khi đơn vị tồn tại; hãy sửa ngày sự kiện hoặc ngày bắt đầu.",
                "the event comes before its unit exists; correct the event's day or the unit's start.",
            )  # fmt: skip
        last = versions[-1]
        if last.end is not None and last.end < day:
            raise invalid(
                self._at(unit), day, f"đơn vị đã kết thúc ngày {last.end}, trước sự kiện.",
                f"the unit ended on {last.end}, before the event.",
            )  # fmt: skip
        return last

    def _complete(self, source: str, flows: list[Flow], day: date, stays: bool) -> list[Flow]:
        """The flows out of a source with what stays; their shares must sum to one by every base."""
        if len(flows) == 1 and flows[0].is_whole and not stays:
            return flows
        at = f"{self._name}, {source}, {day}"
        bases = set(flows[0].shares)
        if not bases or any(set(flow.shares) != bases for flow in flows):
            raise invalid(
                at, ", ".join(sorted(bases)), "mỗi phần chuyển đi phải có tỷ lệ theo cùng những cơ sở (như population).",
                "each part that passes needs a share by the same bases (population, say).",
            )  # fmt: skip
        totals = {base: sum((flow.shares[base] for flow in flows), Fraction(0)) for base in bases}
        for base, total in totals.items():
            if any(not 0 <= flow.shares[base] <= 1 for flow in flows) or total > 1 or (total != 1 and not stays):
                raise invalid(
                    at, f"{base}: {float(total):g}", "các tỷ lệ phải từ 0 đến 1 và cộng lại bằng đúng 1.",
                    "the weights must lie between 0 and 1 and sum to exactly 1.",
                )  # fmt: skip
        if not stays:
            return flows
        return [*flows, Flow(source, source, {base: 1 - total for base, total in totals.items()})]

    def _name_all(self) -> None:
        changes: dict[str, list[Event]] = defaultdict(list)
        for event in self.events:
            if event.naming is not None:
                self._before(event.unit, event.on)
                changes[event.unit].append(event)
        for unit in self.units.values():
            ends = self._versions[unit.id]
            end = ends[-1].end if ends else unit.end
            days = [unit.start, *(event.on for event in changes[unit.id])]
            names = [
                Naming(unit.name, unit.kind, unit.code),
                *(event.naming for event in changes[unit.id] if event.naming),
            ]
            self._namings[unit.id] = Dated(
                Held(name, start, until) for name, start, until in zip(names, days, [*days[1:], end], strict=True)
            )

    def unit(self, unit: str) -> Unit:
        """The unit with this id. Raises ValueInvalid where there is none."""
        if unit not in self.units:
            raise invalid(
                self._name, unit, "không có đơn vị này; hãy kiểm tra mã.", "there is no such unit; check the id."
            )
        return self.units[unit]

    def naming(self, unit: str, day: date) -> Held[Naming] | NotYet | Ended:
        """The name, kind and code that the unit bears on a day, or *not yet* or *ended*."""
        return self._namings[self.unit(unit).id].on(day)

    def version(self, unit: str, day: date) -> Version | NotYet | Ended:
        """The unit's geography on a day, or *not yet* or *ended*."""
        for version in self._versions[self.unit(unit).id]:
            if version.covers(day):
                return version
            if day < version.start:
                return NotYet(version.start)
        ended = self._versions[unit][-1].end
        assert ended is not None  # its last version began by then and does not cover the day
        return Ended(ended)

    def in_force(self, day: date) -> tuple[Unit, ...]:
        """The units in force on a day."""
        return tuple(unit for unit in self.units.values() if isinstance(self.version(unit.id, day), Version))

    def below(self, unit: str, day: date) -> tuple[Unit, ...]:
        """The units right below on a day."""
        return tuple(one for one in self._children.get(unit, ()) if isinstance(self.version(one.id, day), Version))

    def days_of_change(self) -> tuple[date, ...]:
        """The days on which the bounds of some unit begin or end, in order."""
        versions = [version for listed in self._versions.values() for version in listed]
        days = {version.start for version in versions} | {version.end for version in versions if version.end}
        return tuple(sorted(days))

    def bearing_on(self, unit: str) -> frozenset[str]:
        """The ids of all units whose figures can bear on one of this unit: it, those right below, and whom they came from or became."""
        found: set[str] = set()
        pending = [self.unit(unit).id, *(one.id for one in self._children.get(unit, ()))]
        while pending:
            one = pending.pop()
            if one in found:
                continue
            found.add(one)
            for version in self._versions[one]:
                pending += [other.unit.id for other, _ in (*version.sources, *version.targets)]
        return frozenset(found)
