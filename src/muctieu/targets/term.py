"""The term gone by: targets that a report names beside its results, in a table, in parentheses, as a gap or a share, or by words alone.

Takes a reading, gives targets with their results. A target of which only the gap is said is worked out (result less gap); one of
which only a share or a word is said has no value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from muctieu.claims.claim import Claim
from muctieu.claims.reading import Reading
from muctieu.document.layout import Table
from muctieu.targets.cadence import cadence_of
from muctieu.targets.direction import direction_of
from muctieu.targets.judgement import (
    attained,
    cell_verdict,
    closing_verdict,
    computed_verdict,
    gap_is_above,
    is_over,
    opening_verdict,
    stated_verdict,
)
from muctieu.targets.plan import head_of, is_detail, table_of
from muctieu.targets.results import result_beside, result_elsewhere, result_in_row, result_of
from muctieu.targets.scope import Scopes, is_span_of_years
from muctieu.targets.target import Direction, Target, Verdict
from muctieu.targets.words import clause_around, last_year, says
from muctieu.values.span import Span

_ALONE_GOAL = r"(?:chỉ tiêu|mục tiêu|nghị quyết|kế hoạch)[^,;.()\d]{0,40}(?=[,;.\n])"
_GOAL_END = re.compile(r"[,;()\n]|\.\s")
_WORD_ALONE = re.compile(
    r"\([^()\d]{0,20}(?:đạt|vượt|hoàn thành)[^()\d]{0,60}\)"
    rf"|,\s*(?:chưa |không )?(?:đạt|vượt|đạt và vượt|hoàn thành|hoàn thành vượt)(?: mức)? {_ALONE_GOAL}"
    rf"|(?:nhưng|song)\s(?:vẫn |còn )?(?:chưa|không) (?:đạt|hoàn thành)(?: được)? {_ALONE_GOAL}"
)


def term_targets(reading: Reading, scopes: Scopes, planned: frozenset[str]) -> Iterator[Target]:
    """Targets of the term in reading order; `planned` are the ids of claims that the plan to come has taken."""
    spoken: set[str] = set()
    for claim in reading.claims:
        if claim.kind != "target" or claim.id in planned or _is_count_of_plan(claim):
            continue
        if scopes.at(claim.start).kind != "past" and is_detail(reading.text, claim):
            continue
        table = table_of(reading.tables, claim.start)
        result = result_in_row(reading, table, claim) if table else result_beside(reading, claim)
        spoken |= {result.id} if result else set()
        result = result or result_elsewhere(reading, claim, last_year(claim.period))
        yield _target(reading, scopes, claim, result, _stated_of(reading, scopes, table, claim, result))
    for claim in reading.claims:
        if (
            claim.kind in ("target_gap", "attainment")
            and claim.id not in planned
            and scopes.at(claim.start).kind == "past"
        ):
            found = _from_gap(reading, scopes, claim) if table_of(reading.tables, claim.start) is None else None
            if found is not None and not spoken.intersection(found.result.claims if found.result else ()):
                spoken |= set(found.result.claims) if found.result else set()
                yield found
    yield from _by_words(reading, scopes, spoken)


def _is_count_of_plan(claim: Claim) -> bool:
    return claim.unit.startswith("{") and says("noise", "counted", claim.unit.strip("{}").lower())


def _target(reading: Reading, scopes: Scopes, claim: Claim, result: Claim | None, stated: Verdict | None) -> Target:
    horizon = last_year(claim.period) or (result and last_year(result.period)) or last_year(reading.period)
    name = claim.indicator
    direction = direction_of(name, claim)
    term = is_span_of_years(reading.period)
    cadence = cadence_of(
        claim, reading.text if table_of(reading.tables, claim.start) is None else "", one_year=not term
    )
    if term and cadence == "end" and claim.unit == "%" and claim.per == ("year",):
        cadence = "average"
    if term and cadence == "annual":
        horizon = max(horizon or 0, last_year(reading.period) or 0)  # a yearly target has its term's span
    year = str(horizon) if horizon else None
    reached = result_of(result) if result else None
    return Target(
        "",
        name,
        claim.unit,
        claim.per,
        claim.comparator,
        claim.value,
        claim.value_to,
        claim.resolution,
        year,
        cadence,
        None,
        (claim.id,),
        reached,
        stated,
        direction,
        computed_verdict(claim.value, claim.value_to, direction, year, scopes.so_far(reached)),
        claim.span,
    )


def _stated_of(
    reading: Reading, scopes: Scopes, table: Table | None, claim: Claim, result: Claim | None
) -> Verdict | None:
    """What the row or the clause says of the target."""
    if table is not None:
        return _stated_in_row(reading, table, claim)
    beside = result is not None and result.sentence == claim.sentence
    first, last = (min(result.start, claim.start), max(result.end, claim.end)) if result and beside else claim.span
    clause = clause_around(reading.text, first, last)
    start = result.start if result and clause.start <= result.start < claim.start else clause.start
    share = next(
        (each for each in reading.claims if each.kind == "attainment" and start <= each.start < clause.end), None
    )
    if share is not None:
        due = (last_year(claim.period) or 0) <= scopes.base and is_over(
            str(last_year(claim.period) or ""), share.period
        )
        return attained(share.value) if due or share.value >= 100 or not claim.period else None
    words = _own_words(reading, start, clause.end, claim)
    return (
        _of_gap(reading, start, claim)
        or stated_verdict(words)
        or closing_verdict(reading.text[last : clause.end].lower())
        or opening_verdict(reading.text[claim.sentence.start : first].lower())
    )


def _of_gap(reading: Reading, start: int, claim: Claim) -> Verdict | None:
    """`thấp hơn 6,7% so với chỉ tiêu (35%)`: what a gap said before its target makes of the result."""
    gap = next((one for one in reading.claims if one.kind == "target_gap" and start <= one.start < claim.start), None)
    above = gap_is_above(reading.text[start : gap.start].lower()) if gap else None
    if gap is None or above is None or gap.sentence != claim.sentence:
        return None
    return "exceeded" if (direction_of(claim.indicator, claim) != "down") == above else "missed"


def _own_words(reading: Reading, start: int, end: int, claim: Claim) -> str:
    """The clause from the result to the next figure that is neither the target nor a gap to it."""
    others = [
        each.start
        for each in reading.claims
        if claim.end < each.start < end and each.kind not in ("target_gap", "attainment")
    ]
    return reading.text[start : min(others, default=end)].lower()


def _stated_in_row(reading: Reading, table: Table, claim: Claim) -> Verdict | None:
    row = next(row for row in table.rows if row and row[0].start <= claim.start <= row[-1].end)
    for cell in reversed(row):
        words = reading.text[cell.start : cell.end].strip()
        if (
            words
            and not any(letter.isdigit() for letter in words)
            and says("stated", "head", head_of(reading.text, table, cell.start))
        ):
            return cell_verdict(words)
    share = next(
        (each for each in reading.claims if each.kind == "attainment" and row[0].start <= each.start < row[-1].end),
        None,
    )
    if share is None or not is_over(str(last_year(claim.period) or ""), share.period):
        return None
    return attained(share.value)


def _from_gap(reading: Reading, scopes: Scopes, gap: Claim) -> Target | None:
    """A target of which only the gap or the share is said, with the figure of its clause."""
    clause = clause_around(reading.text, gap.start, gap.end)
    result = _judged(reading, gap, clause)
    if result is None or any(
        each.kind == "target"
        and clause.start <= each.start < clause.end
        and (each.start > gap.start or each.unit == result.unit)
        for each in reading.claims
    ):
        return None
    words = reading.text[result.end : gap.start].lower()
    direction = direction_of(result.indicator, result)
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
    return _worked_out(scopes, result, gap, direction, "exceeded" if better else "missed", year, above)


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
        for each in reading.claims
        if clause.start <= each.start
        and each.end <= gap.start
        and each.kind in ("level", "part", "growth")
        and each.status != "planned"
    ]
    if gap.kind == "target_gap":
        before = [each for each in before if each.unit == gap.unit]
    levels = [each for each in before if each.kind != "growth"]
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


def _by_words(reading: Reading, scopes: Scopes, spoken: set[str]) -> Iterator[Target]:
    """`đạt 95% (đạt chỉ tiêu NQ)`: a target of which only a word is said."""
    for found in _WORD_ALONE.finditer(reading.text):
        words = found[0].lower()
        stated = stated_verdict(words)
        if stated is None or scopes.at(found.start()).kind != "past":
            continue
        clause = clause_around(reading.text, found.start(), found.start())
        result = max(
            (
                each
                for each in reading.claims
                if clause.start <= each.start
                and each.end <= found.start()
                and each.kind in ("level", "part")
                and each.basis is None
            ),
            key=lambda each: each.end,
            default=None,
        )
        if result is None or result.id in spoken:
            continue
        spoken.add(result.id)
        year = last_year(result.period) or last_year(reading.period)
        yield Target(
            "",
            result.indicator,
            None,
            (),
            None,
            None,
            None,
            None,
            str(year) if year else None,
            "end",
            None,
            (),
            result_of(result),
            stated,
            direction_of(result.indicator),
            "unknown",
            Span(found.start(), found.end()),
        )
