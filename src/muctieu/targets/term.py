"""The term gone by: targets that a report names beside its results, in a table, in parentheses, as a gap or a share, or by words alone.

Takes a reading, gives targets with their results. A target of which only the gap is said is worked out (result less gap); one of
which only a share or a word is said has no value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from muctieu.claims.claim import Claim
from muctieu.claims.lookup import within
from muctieu.claims.reading import Reading
from muctieu.targets.cadence import cadence_of
from muctieu.targets.direction import direction_of
from muctieu.targets.gaps import target_from_gap
from muctieu.targets.judgement import (
    cell_verdict,
    computed_verdict,
    is_over,
    stated_verdict,
)
from muctieu.targets.plan import is_detail, table_of
from muctieu.targets.results import (
    Reported,
    item_of,
    line_of,
    result_elsewhere,
    result_in_row,
    result_of,
    result_of_the_year,
    result_told,
)
from muctieu.targets.scope import Scopes, is_span_of_years
from muctieu.targets.stated import closing_of, stated_of, with_one_goal
from muctieu.targets.target import Target, Verdict
from muctieu.targets.words import clause_around, last_year, says
from muctieu.values.span import Span

_ALONE_GOAL = r"(?:chỉ tiêu|mục tiêu|nghị quyết|kế hoạch)[^,;.()\d]{0,40}(?=[,;.\n])"
_GOAL_START = re.compile(r"[,;]|\.\s")
_WORD_ALONE = re.compile(
    r"\([^()\d]{0,20}(?:đạt|vượt|hoàn thành)[^()\d]{0,60}\)"
    rf"|,\s*(?:chưa |không )?(?:đạt|vượt|đạt và vượt|hoàn thành|hoàn thành vượt)(?: mức)? {_ALONE_GOAL}"
    rf"|(?:nhưng|song)\s(?:vẫn |còn )?(?:chưa|không) (?:đạt|hoàn thành)(?: được)? {_ALONE_GOAL}"
)


def term_targets(reading: Reading, scopes: Scopes, planned: frozenset[str]) -> Iterator[Target]:
    """Targets of the term in reading order; `planned` are the ids of claims that the plan to come has taken."""
    spoken: set[str] = set()
    reported = Reported(reading.claims)
    for claim in reading.claims:
        if claim.kind != "target" or claim.id in planned or _is_count_of_plan(claim):
            continue
        if scopes.at(claim.start).kind != "past" and is_detail(reading.text, claim):
            continue
        table = table_of(reading.tables, claim.start)
        item = item_of(reading, claim) if table is None else []
        result = result_in_row(reading, table, claim) if table else result_told(reading, item, claim)
        spoken |= {result.id} if result else set()
        result = result or result_elsewhere(reported, claim, last_year(claim.period), last_year(reading.period))
        if result is not None and not is_over(str(last_year(claim.period) or ""), result.period):
            result = result_of_the_year(reported, claim, last_year(claim.period)) or result
        judged = closing_of(reading, item or ([] if table else with_one_goal(line_of(reading, claim))))
        stated = cell_verdict(judged) if judged else stated_of(reading, scopes, table, claim, result)
        yield _target(reading, scopes, claim, result, stated, dates=not item)
    for claim in reading.claims:
        if (
            claim.kind in ("target_gap", "attainment")
            and claim.id not in planned
            and scopes.at(claim.start).kind == "past"
            and _names_a_goal(reading, claim)
        ):
            found = target_from_gap(reading, scopes, claim) if table_of(reading.tables, claim.start) is None else None
            if found is not None and not spoken.intersection(found.result.claims if found.result else ()):
                spoken |= set(found.result.claims) if found.result else set()
                yield found
    yield from _by_words(reading, scopes, spoken)


_OF_GOAL = re.compile(r"\b(?:chỉ tiêu|mục tiêu|nghị quyết|nq(?:đh)?|đại hội|nhiệm kỳ|kịch bản|đề án)\b")


def _names_a_goal(reading: Reading, claim: Claim) -> bool:
    """Is it a share of a goal, or a gap to one, that no item opens with? Not of a year's budget or plan (`đạt 62,3% kế hoạch vốn`)."""
    item = line_of(reading, claim)
    words = reading.text[max(claim.sentence.start, claim.start - 40) : min(claim.sentence.end, claim.end + 60)].lower()
    return (not item or item[0].kind != "target") and _OF_GOAL.search(words) is not None


def _is_count_of_plan(claim: Claim) -> bool:
    return claim.unit.startswith("{") and says("noise", "counted", claim.unit.strip("{}").lower())


def _target(
    reading: Reading, scopes: Scopes, claim: Claim, result: Claim | None, stated: Verdict | None, *, dates: bool
) -> Target:
    """The target with its result, which may date it (`dates`) where it has no year of its own."""
    horizon = last_year(claim.period) or (dates and result and last_year(result.period)) or last_year(reading.period)
    name = claim.indicator
    direction = direction_of(name, claim)
    term = is_span_of_years(reading.period)
    cadence = cadence_of(
        claim, reading.text if table_of(reading.tables, claim.start) is None else "", one_year=not term
    )
    if term and cadence == "end" and claim.unit == "%" and claim.per == ("year",):
        cadence = "average"
    if term and (cadence == "annual" or _is_of_the_term(reading, scopes, claim)):
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


def _is_of_the_term(reading: Reading, scopes: Scopes, claim: Claim) -> bool:
    """`so với mục tiêu Nghị quyết (8,5%/năm)` in a review halfway: due when the term is over, though its result is of last year."""
    words = reading.text[max(claim.sentence.start, claim.start - 60) : claim.start].lower()
    words = _GOAL_START.split(words)[-1]
    return (last_year(claim.period) or 0) <= scopes.base and last_year(words) is None and says("stated", "term", words)


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
                for each in within(reading.claims, clause.start, found.start())
                if each.end <= found.start() and each.kind in ("level", "part") and each.basis is None
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
