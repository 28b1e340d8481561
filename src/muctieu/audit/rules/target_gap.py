"""`target_gap`: a result and its target against the stated gap.

Formula: gap = result − target; between shares in points (where only the relative reading fits, nothing is raised); for other measures a
gap in % is (result ÷ target − 1) × 100. The target stands in the sentence or is the one of that name elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from muctieu.audit import plans
from muctieu.audit.check import Check, Severity
from muctieu.audit.compared import is_compared
from muctieu.audit.direction import better
from muctieu.audit.equation import Change, Equation, Growth
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.pairs import value_before
from muctieu.audit.persons import counts_persons
from muctieu.audit.told_apart import labels_differ

_SAVED = re.compile(r"\b(?:tiết kiệm|còn thiếu|còn hụt)(?: được)? $")
_SAVED_ENDS = ("kiệm ", "thiếu ", "hụt ", "được ")
_AMONG = re.compile(r"\b(?:trong đó|gồm)\b")
_NEW = re.compile(r";|\. ")


def check(ledger: Ledger) -> Iterator[Check]:
    """Every stated gap to a target."""
    for sentence in ledger.sentences:
        for at, gap in enumerate(sentence.figures):
            if gap.kind == "level" and gap.before.rstrip("\n").endswith(_SAVED_ENDS) and _SAVED.search(gap.before):
                yield from _saved(sentence.figures, at)
            if gap.kind != "target_gap":
                continue
            result = _growth_before(sentence.figures, at) or value_before(sentence, at) or plans.over(sentence, at)
            if result is None and at and sentence.figures[at - 1].kind == "growth":
                result = sentence.figures[at - 1]
            result = result or _named_before(sentence.figures, at) or _of_target(sentence.figures, at)
            result = result or _before_its_goal(sentence.figures, at)
            if result is None:
                continue
            result = _in_points(sentence.figures, result, gap)
            result = plans.in_its_measure(sentence.figures[:at], result, sentence.figures[at + 1 : at + 2])
            following = sentence.figures[at + 1 : at + 2]
            here = [f for f in following if f.kind == "target" and _fits(f, result) and not _NEW.search(f.before)]
            here += [
                f for f in sentence.figures[:at] if f.kind == "target" and _fits(f, result) and f.order > result.order
            ]
            here += _plan_before(sentence.figures, result)
            found = _first(gap, result, here, "error")
            if found is not None and not found.holds:
                found = _of_whole(sentence.figures[:at], gap, result, here) or found
                found = _of_share_before(sentence.figures[:at], gap, here) or found
            if found is None and gap.claim.status != "planned":
                far = [
                    target
                    for target in ledger.targets_of(result)
                    if not plans.is_of_later_years(target, result) or _opens_line(ledger, target, result)
                    if not plans.is_of_next_plan(ledger, target) and not labels_differ(ledger, result, target)
                ]
                found = _first(gap, result, far, "warning")
            if found is None:
                found = _first(gap, result, plans.in_rows(ledger, result), "warning")
            if found is not None:
                yield found


def _opens_line(ledger: Ledger, target: Figure, result: Figure) -> bool:
    """`Tốc độ tăng: Nghị quyết đề ra 12%/năm. … bình quân 03 năm tăng 10,08%/năm`: is it the first figure of the result's own line?"""
    line = ledger.text.rfind("\n", 0, result.claim.start) + 1
    before = ledger.last_before(line)
    first = before.order + 1 if before is not None else 0
    return target.order == first and target.cell is None and (target.value < 0) == (result.value < 0)


def _before_its_goal(figures: list[Figure], at: int) -> Figure | None:
    """`việc làm mới cho 118 lao động (Nghị quyết 110), dôi ra 8 người`: persons right before their goal in parentheses, then the gap, counted by another noun."""
    result, goal, gap = figures[at - 2 : at + 1] if at > 1 else (None, None, figures[at])
    if result is None or goal is None or (result.kind, goal.kind) != ("level", "target"):
        return None
    told = goal.depth > result.depth == gap.depth and result.counts_like(goal)
    return result if told and counts_persons(result) and counts_persons(gap) else None


def _of_whole(before: list[Figure], gap: Figure, result: Figure, here: list[Figure]) -> Check | None:
    """`cho 21.720 lao động, trong đó ở nước ngoài 4.870 người, vượt 8,6% kế hoạch (20.000 lao động)`: the amount that the gap fits, told before what stands between."""
    among = any(_AMONG.search(f.before) for f in before)
    told = [f for f in before if f.kind == "level" and (among or (f.order > result.order and f.depth == gap.depth))]
    found = (_first(gap, f, here, "error") for f in told if here and _fits(here[0], f))
    return next((check for check in found if check is not None and check.holds), None)


def _of_share_before(before: list[Figure], gap: Figure, here: list[Figure]) -> Check | None:
    """`chiếm 2,93% kế hoạch thu, giảm 0,21% so với năm trước (3,14%), thấp hơn 0,02% so với chỉ tiêu (2,95%)`: the share before the change, where the gap fits it."""
    told = [f for f in before if f.is_share and f.kind in ("level", "attainment") and f.depth == gap.depth]
    found = (_first(gap, f, here, "error") for f in told if here and f.unit == here[0].unit)
    return next((check for check in found if check is not None and check.holds), None)


def _named_before(figures: list[Figure], at: int) -> Figure | None:
    """`trồng được 52 ha quế, mỡ, vượt 7 ha so với kế hoạch (45 ha)`: the level of the gap's measure right before it, where the plan in parentheses follows."""
    gap, target = figures[at], next(iter(figures[at + 1 : at + 2]), None)
    result = figures[at - 1] if at else None
    if result is None or target is None or target.kind != "target" or _NEW.search(gap.before):
        return None
    plain = result.kind == "level" and result.depth == gap.depth and target.depth == gap.depth + 1
    return result if plain and result.counts_like(gap) and result.counts_like(target) else None


def _of_target(figures: list[Figure], at: int) -> Figure | None:
    """`đạt 46.850 tấn, hơn năm 2010 (35.420 tấn) là 11.430 tấn và vượt 4,1% so với chỉ tiêu 45.000 tấn`: the last amount before it in the measure of the target behind it, that is no basis and stands in its clause."""
    target = next(iter(figures[at + 1 : at + 2]), None)
    if target is None or target.kind != "target" or _NEW.search(figures[at].before + target.before):
        return None
    for figure in reversed(figures[:at]):
        if figure.kind == "level" and figure.measure == target.measure and figure.depth <= figures[at].depth:
            return None if is_compared(figure) else figure
        if _NEW.search(figure.before):
            return None
    return None


def _growth_before(figures: list[Figure], at: int) -> Figure | None:
    """`bình quân tăng 7,0%/năm, thấp hơn 1,5% so với mục tiêu (8,5%/năm)`: a growth whose target is a growth too."""
    growth = next((f for f in reversed(figures[:at]) if f.depth <= figures[at].depth), None)
    target = next(iter(figures[at + 1 : at + 2]), None)
    if growth is None or target is None or target.kind != "target":
        return None
    # `giảm 33 hộ, vượt 08 hộ so với chỉ tiêu (giảm 25 hộ)`
    falls = growth.kind == "change" and growth.value < 0 and target.value < 0
    if growth.kind != "growth" and not falls:
        return None
    return growth if growth.unit == target.unit and ";" not in figures[at].before else None


def _in_points(figures: list[Figure], result: Figure, gap: Figure) -> Figure:
    """`43/50 trường (86,0%), tăng 04 trường, vượt 1,0 điểm % mục tiêu`: a gap between shares is of the share told with the part."""
    place = figures.index(result) + 1 if result in figures else len(figures)
    if result.is_share or not gap.is_share or place >= len(figures) or "điểm" not in gap.claim.text:
        return result
    told = figures[place]
    return told if told.is_share and told.kind == "level" and told.order < gap.order else result


def _plan_before(figures: list[Figure], result: Figure) -> list[Figure]:
    """`mục tiêu 80%, ước năm 2023 đạt 82,4%, vượt 2,4 điểm % so với mục tiêu`, `mục tiêu 85%; thực hiện 54/62 trường, đạt 87,1%, vượt 2,1%`: the target just before the result, or before the part that it is the share of."""
    place = figures.index(result) if result in figures else 0
    if place and result.is_share and figures[place - 1].kind == "part":
        place, result = place - 1, figures[place - 1]
        return [
            f
            for f in figures[place - 1 : place]
            if f.is_share and f.kind == "target" and plans.DONE.fullmatch(result.before)
        ]
    before = figures[place - 1] if place else None
    fits = before is not None and before.kind == "target" and _fits(before, result)
    return [before] if before is not None and fits and plans.DONE.fullmatch(result.before) else []


def _saved(figures: list[Figure], at: int) -> Iterator[Check]:
    """`chi 748 tỷ đồng, bằng 91,8% dự toán, tiết kiệm 67 tỷ đồng so với dự toán (815 tỷ đồng)`: saved = plan − result."""
    gap, target = figures[at], next(iter(figures[at + 1 : at + 2]), None)
    result = next((f for f in reversed(figures[:at]) if f.kind == "level" and f.measure == gap.measure), None)
    if target is None or result is None or target.kind != "target" or target.measure != gap.measure:
        return
    if result.value < target.value and not _NEW.search(gap.before + target.before):
        found = Check.of("target_gap", Change(gap, target, result), "error")
        yield found


def _fits(target: Figure, result: Figure) -> bool:
    """Is it a target in the result's unit?"""
    return target.unit == result.unit or (target.is_count and result.is_count)


def _first(gap: Figure, result: Figure, targets: list[Figure], severity: Severity) -> Check | None:
    """The target that fits; else the only one there is."""
    equations = [e for target in targets if (e := _equation(gap, result, target)) is not None]
    for equation in equations:
        if equation.holds():
            return Check.of("target_gap", equation)
    if not equations or (severity == "warning" and len({e.terms[2].interval for e in equations}) > 1):
        return None
    return Check.of("target_gap", equations[0], severity)


def _equation(gap: Figure, result: Figure, target: Figure) -> Equation | None:
    """In points or units where gap and result share one, else relative."""
    if target.value == 0:
        return None
    if gap.unit == result.unit or (gap.is_count and result.is_count):
        unsigned = better(result.claim.indicator) == "down" or target.claim.comparator == "le"
        return Change(gap, result, target.as_told() if target.is_share else target, unsigned=unsigned)
    if gap.unit == "%":
        exact = target.is_counted and target.claim.comparator == "eq"
        return Growth(gap, result, target.as_told() if exact else target)
    return None
