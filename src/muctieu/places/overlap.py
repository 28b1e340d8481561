"""What geographies of one day share with those of another: versions of units and a day → the versions then in force, and how much.

Follows the flows of events, back or forward, for all versions asked at once: a unit made only of them is wholly theirs,
whatever weights are missing. Takes no figures. A share that no act gives is None, never a guess.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from heapq import heappop, heappush

from muctieu.places.history import Version, moved_size, out_share
from muctieu.places.unit import Flow

Share = Fraction | None
Step = tuple[Version, Flow, Share]
WHOLE = Fraction(1)


@dataclass(slots=True)
class Overlap:
    """What a version in force shares with those asked: the share of its figure that is theirs, and its size by the base."""

    share: Share
    size: Share


class Unlinked(Exception):
    """No event says where a unit came from or went: the sentence in Vietnamese and in English."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(en)
        self.vi, self.en = vi, en


def overlaps(asked: list[Version], day: date, base: str) -> dict[Version, Overlap]:
    """The versions in force on the day that share ground with those asked. Raises Unlinked where no event leads there."""
    found = {one: Overlap(WHOLE, one.size(base)) for one in asked if one.covers(day)}
    later = [one for one in asked if day < one.start]
    earlier = [one for one in asked if not one.covers(day) and one not in later]
    for version, share in _walk(later, day, lambda one: one.sources, _share_of_source(base), back=True).items():
        found[version] = Overlap(share, _times(share, version.size(base)))
    shares = _walk(earlier, day, lambda one: one.targets, _share_of_target(base), back=False)
    sizes = _sizes(earlier, day, base) if shares else {}
    for version, share in shares.items():
        whole = version.size(base) if share == WHOLE else None
        found[version] = Overlap(share, sizes.get(version) if whole is None else whole)
    return found


def _walk(
    asked: Iterable[Version],
    day: date,
    steps: Callable[[Version], list[tuple[Version, Flow]]],
    share: Callable[[Version, list[Step]], Share],
    *,
    back: bool,
) -> dict[Version, Share]:
    """Each version in force on the day that the steps lead to, with its share; versions in order of time, all those before known."""
    arrivals: dict[Version, list[Step]] = defaultdict(list)
    shares: dict[Version, Share] = dict.fromkeys(asked, WHOLE)
    pending: list[tuple[int, str, Version]] = []
    for one in shares:
        heappush(pending, (_order(one, back), one.unit.id, one))
    found: dict[Version, Share] = {}
    while pending:
        version = heappop(pending)[-1]
        if version in arrivals:
            shares[version] = share(version, arrivals[version])
        if version.covers(day):
            found[version] = shares[version]
            continue
        if not steps(version):
            raise _unlinked(version, back)
        for other, flow in steps(version):
            if other not in arrivals:
                heappush(pending, (_order(other, back), other.unit.id, other))
            arrivals[other].append((version, flow, shares[version]))
    return {version: share for version, share in found.items() if share != 0}


def _order(version: Version, back: bool) -> int:
    return -version.start.toordinal() if back else version.start.toordinal()


def _share_of_source(base: str) -> Callable[[Version, list[Step]], Share]:
    """Back in time: of a source, what passed to the versions asked."""

    def share(source: Version, steps: list[Step]) -> Share:
        if len(steps) == len(source.targets) and all(part == WHOLE for _, _, part in steps):
            return WHOLE
        return _total(_times(part, out_share(flow, base)) for _, flow, part in steps)

    return share


def _share_of_target(base: str) -> Callable[[Version, list[Step]], Share]:
    """On in time: of a target, what came from the versions asked."""

    def share(target: Version, steps: list[Step]) -> Share:
        if len(steps) == len(target.sources) and all(part == WHOLE for _, _, part in steps):
            return WHOLE
        return _total(_times(part, _in_share(source, flow, target, base)) for source, flow, part in steps)

    return share


def _in_share(source: Version, flow: Flow, target: Version, base: str) -> Share:
    """The share of the target that came from the source; None where the sizes are not known."""
    if len(target.sources) == 1:
        return WHOLE
    moved, total = moved_size(source, flow, base), target.size_gathered(base)
    return None if moved is None or not total else moved / total


def _sizes(asked: list[Version], day: date, base: str) -> dict[Version, Share]:
    """On in time: what of the versions asked lies in each version of the day; in proportion only where one of no known size is asked."""
    alone = len(asked) == 1

    def moved(target: Version, steps: list[Step]) -> Share:
        return _total(_times(part, out_share(flow, base)) for _, flow, part in steps)

    found: dict[Version, Share] = {}
    for one in asked:
        size = one.size(base)
        size = WHOLE if size is None and alone else size
        for version, part in _walk([one], day, lambda version: version.targets, moved, back=False).items():
            found[version] = _total([found.get(version, Fraction(0)), _times(part, size)])
    return found


def _times(one: Share, other: Share) -> Share:
    if one == 0 or other == 0:
        return Fraction(0)
    return None if one is None or other is None else one * other


def _total(shares: Iterable[Share]) -> Share:
    total = Fraction(0)
    for share in shares:
        if share is None:
            return None
        total += share
    return total


def _unlinked(version: Version, back: bool) -> Unlinked:
    name = version.unit.name
    if back:
        return Unlinked(
            f"không biết trước ngày {version.start:%d/%m/%Y} địa bàn {name} thuộc đơn vị nào; hãy ghi sự kiện thành lập.",
            f"it is not known to whom {name} belonged before {version.start}; enter the event that made it.",
        )
    return Unlinked(
        f"không biết sau ngày {version.end:%d/%m/%Y} địa bàn {name} về đơn vị nào; hãy ghi sự kiện kết thúc.",
        f"it is not known where {name} went after {version.end}; enter the event that ended it.",
    )
