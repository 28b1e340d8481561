"""Targets of which a report says only how far the result is from them: as a gap (`vượt 1%`) or a share (`đạt 104,3% nghị quyết`).

Takes a reading and a claim of such a kind; gives the target with its result. A target of which only the gap is said is worked out
(result less gap); one of which only a share is said has no value.
"""

from __future__ import annotations

import re

from muctieu.claims.claim import Claim
from muctieu.claims.lookup import of_sentence, within
from muctieu.claims.reading import Reading
from muctieu.targets.direction import direction_of
from muctieu.targets.judgement import attained, computed_verdict, gap_is_above, is_over
from muctieu.targets.results import fits, is_reported, latest_of, result_of
from muctieu.targets.scope import Scopes, is_span_of_years
from muctieu.targets.target import Direction, Target, Verdict
from muctieu.targets.words import clause_around, last_year, says
from muctieu.values.span import Span

_NAMES_GOAL = re.compile(r"(?:vượt|hơn) (?:mức )?(?:chỉ tiêu|mục tiêu|nghị quyết|kế hoạch)[^,;()\d]{0,30}$")
_GOAL_END = re.compile(r"[,;()\n]|\.\s")


def target_from_gap(reading: Reading, scopes: Scopes, gap: Claim) -> Target | None:
    """A target of which only the gap or the share is said, with the figure of its clause."""
    if _is_told_of_its_target(reading, gap):
        return None
    clause = clause_around(reading.text, gap.start, gap.end)
    result = _judged(reading, gap, clause)
    if result is None or any(
        each.kind == "target" and (each.start > gap.start or each.unit == result.unit)
        for each in within(reading.claims, clause.start, clause.end)
    ):
        return None
    words = reading.text[result.end : gap.start].lower()
    direction = direction_of(result.indicator, result)
    said_goal = gap.kind == "target_gap" and abs(gap.value) * 2 > abs(result.value) and _NAMES_GOAL.search(words)
    year = _year_of_goal(reading, gap) or last_year(result.period) or last_year(reading.period)
    if gap.kind == "attainment":
        horizon = str(year or last_year(reading.period) or "")
        done = (year or 0) <= scopes.base and is_over(horizon, gap.period or result.period)
        stated = attained(gap.value) if done or gap.value >= 100 else None
        return _worked_out(scopes, result, gap, direction, stated, year)
    above = gap_is_above(words)
    if above is None:
        return None
    better = (direction != "down") == above
    if said_goal:  # `41,2%, vượt mục tiêu 42%`: a figure so large is the goal itself, no gap to it
        above = None
    found = _worked_out(scopes, result, gap, direction, "exceeded" if better else "missed", year, above)
    return _with_goal(found, gap, scopes) if said_goal else found


def _is_told_of_its_target(reading: Reading, gap: Claim) -> bool:
    """Does a target of the same sentence, with a figure of it, make this very share or gap? Then that target is listed already."""
    told = of_sentence(reading.claims, gap.sentence)
    targets = [each for each in told if each.kind == "target"]
    return any(fits(each, target, gap) for target in targets for each in told if is_reported(each))


def _with_goal(target: Target, goal: Claim, scopes: Scopes) -> Target:
    value, reached = abs(goal.value), scopes.so_far(target.result)
    computed = computed_verdict(value, None, target.direction, target.horizon, reached)
    return target._replace(value=value, unit=goal.unit, comparator="eq", resolution=goal.resolution, computed=computed)


def _year_of_goal(reading: Reading, gap: Claim) -> int | None:
    """The year that the goal's own words set: `81% mục tiêu đến năm 2025`; the term's last one where they name the congress."""
    words = _GOAL_END.split(reading.text[gap.end : gap.end + 120].lower(), maxsplit=1)[0]
    named = last_year(words)
    if named is not None or not is_span_of_years(reading.period):
        return named
    return last_year(reading.period) if says("stated", "term", words) else None


def _judged(reading: Reading, gap: Claim, clause: Span) -> Claim | None:
    """The figure that the gap is measured from: the nearest before it in its clause that is no basis and no comparison."""
    before = [
        each
        for each in within(reading.claims, clause.start, gap.start)
        if each.end <= gap.start and each.kind in ("level", "part", "growth") and each.status != "planned"
    ]
    if gap.kind == "target_gap":
        before = [each for each in before if each.unit == gap.unit]
    levels = latest_of([each for each in before if each.kind != "growth"])
    free = [each for each in before if each.basis is None]
    return next((chosen[-1] for chosen in (levels, free, before) if chosen), None)


def _worked_out(
    scopes: Scopes,
    result: Claim,
    gap: Claim,
    direction: Direction | None,
    stated: Verdict | None,
    year: int | None,
    above: bool | None = None,
) -> Target:
    value = None
    if above is not None and result.unit == gap.unit:
        value = result.value - abs(gap.value) if above else result.value + abs(gap.value)
    horizon = str(year) if year else None
    reached = result_of(result)
    computed = computed_verdict(value, None, direction, horizon, scopes.so_far(reached))
    if gap.kind == "attainment" and stated is not None and direction is not None:
        computed = stated
    growing = result.kind == "growth"
    return Target(
        "",
        result.indicator,
        result.unit if value is not None else None,
        result.per,
        "eq" if value is not None else None,
        value,
        None,
        min(result.resolution, gap.resolution) if value is not None else None,
        horizon,
        "average" if growing and result.per else "end",
        None,
        (gap.id,),
        reached,
        stated,
        direction,
        computed,
        gap.span,
    )
