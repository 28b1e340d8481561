"""A reading → its targets: the plan to come, and the term gone by with its results. Read this page first.

Takes a `Reading`; gives targets in reading order. Never reads a file, never prints.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from muctieu.claims.claim import Claim
from muctieu.claims.reader import time_frame
from muctieu.claims.reading import Reading
from muctieu.indicators.matching import ByIndicator, same_indicator
from muctieu.targets.bare import bare_targets, zero_targets
from muctieu.targets.falls import with_falls
from muctieu.targets.plan import plan_targets
from muctieu.targets.scope import Scopes
from muctieu.targets.target import Target
from muctieu.targets.term import term_targets
from muctieu.targets.words import last_year


def read_targets(reading: Reading) -> tuple[Target, ...]:
    """Every target that the report sets or speaks of, in reading order: `t1`, `t2`, …

    >>> from muctieu.flow import read
    >>> plan = "KẾ HOẠCH XÃ SUỐI REO\\nI. CHỈ TIÊU CHỦ YẾU ĐẾN NĂM 2030\\n1. Tỷ lệ hộ nghèo còn dưới 1%.\\n2. Trồng 50 ha rừng."
    >>> [(t.indicator, t.comparator, str(t.value), t.horizon) for t in read_targets(read(plan.encode(), name="a.txt"))][0]
    ('Tỷ lệ hộ nghèo', 'le', '1', '2030')
    """
    reading = with_falls(_without_forecasts(_whole(reading)))
    scopes = Scopes(reading)
    plan = [*plan_targets(reading, scopes), *zero_targets(reading, scopes)]
    taken = frozenset(target.span.start for target in plan)
    plan += bare_targets(reading, scopes, taken)
    term = list(term_targets(reading, scopes, frozenset(claim for target in plan for claim in target.claims)))
    found = sorted([*plan, *_once(term, {claim.id: claim for claim in reading.claims})], key=lambda target: target.span)
    return tuple(target._replace(id=f"t{number}") for number, target in enumerate(found, 1))


def _whole(reading: Reading) -> Reading:
    """The reading with the line ends that a torn footnote mark left in a sentence as spaces: every offset stays."""
    if not reading.tears:
        return reading
    letters = list(reading.text)
    for tear in reading.tears:
        letters[tear] = " "
    return replace(reading, text="".join(letters))


def _without_forecasts(reading: Reading) -> Reading:
    """The reading of a review halfway without what it expects of years to come, which is no result: `dự kiến cuối nhiệm kỳ đạt 99%`."""
    frame = time_frame(reading)
    if frame.term is None or frame.year is None or frame.year >= frame.term[1]:
        return reading
    own = frame.year
    claims = tuple(c for c in reading.claims if c.status != "estimated" or (last_year(c.period) or 0) <= own)
    return replace(reading, claims=claims)


def _once(term: Iterable[Target], claims: Mapping[str, Claim]) -> list[Target]:
    """A target that is spoken of twice (in the table and again in the text) once, with all that was said of it."""
    kept: list[Target] = []
    named: ByIndicator[int] = ByIndicator()
    for target in term:
        alike = sorted(set(named.alike(target.indicator)))
        same = next((number for number in alike if _are_same(kept[number], target, claims)), len(kept))
        kept[same : same + 1] = [_joined(kept[same], target) if same < len(kept) else target]
        named.add(kept[same].indicator, same)
    return kept


def _are_same(first: Target, second: Target, claims: Mapping[str, Claim]) -> bool:
    if not same_indicator(first.indicator, second.indicator):
        return False
    if first.value is None or second.value is None:
        if _is_share_of(first, second, claims) or _is_share_of(second, first, claims):
            return True
        word_alone = not first.claims or not second.claims  # it says nothing of when it is due
        return (word_alone or first.horizon == second.horizon) and (
            first.result is None or second.result is None or first.result.value == second.result.value
        )
    return (first.value, first.unit) == (second.value, second.unit) and (first.horizon, first.cadence) == (
        second.horizon,
        second.cadence,
    )


def _is_share_of(share: Target, whole: Target, claims: Mapping[str, Claim]) -> bool:
    """Is the first known by a share alone, and is its result that share of the other's figure (1.378 of 2.450 is 56,2%)?"""
    said = next((claims[one] for one in share.claims if claims[one].kind == "attainment"), None)
    if said is None or share.value is not None or share.result is None or not whole.value:
        return False
    if share.result.unit != whole.unit:
        return False
    return abs(share.result.value / whole.value * 100 - said.value) <= said.resolution


def _joined(first: Target, second: Target) -> Target:
    """The fuller of the two, with the other's words where it says none."""
    fuller, other = (second, first) if first.value is None and second.value is not None else (first, second)
    joined = fuller._replace(claims=(*fuller.claims, *other.claims), stated=fuller.stated or other.stated)
    return joined if joined.result else joined._replace(result=other.result)
