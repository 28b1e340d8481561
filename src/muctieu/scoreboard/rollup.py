"""Many targets as one line: by group, by organisation, by place, over all.

Takes standings, gives counts and shares by weight. A target without a figure is counted apart: it never counts as
zero, and the share of the weight that could be judged is always said beside the result.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from muctieu.scoreboard.judgement import REACHED, Status
from muctieu.scoreboard.standing import Standing


@dataclass(frozen=True, slots=True)
class RollUp:
    """The targets under one label. Weights are those of the targets, times that of their place.

    `judged` is the share of the weight that has a status other than no_data; `reached`, `promising` (reached or on
    track) and `lost` (missed or at risk) are shares of the judged weight, None where nothing was judged. `score` is
    the weighted mean of the scores from −5 to +5 of those that have one, and `scored` the share of the weight that
    they make up.
    """

    label: str
    targets: int
    counts: Mapping[Status, int]
    weight: Decimal
    judged: float
    reached: float | None
    promising: float | None
    lost: float | None
    score: float | None
    scored: float


def roll_up(
    standings: Iterable[Standing],
    key: Callable[[Standing], str],
    place_weights: Mapping[str, Decimal] | None = None,
) -> tuple[RollUp, ...]:
    """One `RollUp` for each label that `key` gives, in order of first appearance.

    `place_weights` weighs places against each other (population, say); a place that it does not name weighs nothing
    less: 1.
    """
    groups: dict[str, list[Standing]] = defaultdict(list)
    for standing in standings:
        groups[key(standing)].append(standing)
    return tuple(_one(label, group, place_weights or {}) for label, group in groups.items())


def total(standings: Iterable[Standing], place_weights: Mapping[str, Decimal] | None = None) -> RollUp:
    """All standings as one `RollUp` with an empty label."""
    return _one("", list(standings), place_weights or {})


def _one(label: str, group: list[Standing], places: Mapping[str, Decimal]) -> RollUp:
    weighed = [(one, one.target.weight * places.get(one.target.place, Decimal(1))) for one in group]
    weight = sum((each for _, each in weighed), Decimal(0))

    def of(*statuses: Status) -> Decimal:
        return sum((each for one, each in weighed if one.status in statuses), Decimal(0))

    judged = weight - of("no_data")
    scores = [(progress.score, float(each)) for one, each in weighed if (progress := one.measure("eurostat"))]
    scored = sum(each for _, each in scores)
    counts: dict[Status, int] = defaultdict(int)
    for one in group:
        counts[one.status] += 1
    return RollUp(
        label=label,
        targets=len(group),
        counts=dict(counts),
        weight=weight,
        judged=float(judged / weight) if weight else 0.0,
        reached=float(of(*REACHED) / judged) if judged else None,
        promising=float(of(*REACHED, "on_track") / judged) if judged else None,
        lost=float(of("missed", "at_risk") / judged) if judged else None,
        score=sum(score * each for score, each in scores) / scored if scored else None,
        scored=scored / float(weight) if weight else 0.0,
    )
