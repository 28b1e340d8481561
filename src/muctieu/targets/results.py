"""The result that a report gives for a target: in the same row, in the same clause, or wherever the same indicator is reported."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import takewhile

from muctieu.claims.claim import Claim
from muctieu.claims.lookup import of_sentence, within
from muctieu.claims.reading import Reading
from muctieu.document.layout import Table
from muctieu.indicators.matching import ByIndicator, same_indicator
from muctieu.targets.scope import is_span_of_years
from muctieu.targets.target import Result
from muctieu.targets.words import last_year, says

_ITEM = re.compile(
    r"[^\w\n]{0,4}\d{1,2}[.)/]|[^\w\n]{0,4}[^\W\d_][^\n:.;\d]{3,110}: ?(?:nghị quyết|nq|đại hội|chỉ tiêu|mục tiêu|kế hoạch|kh)(?![^\W_])",
    re.IGNORECASE,
)
_PART_OF_YEAR = re.compile(r"(\d{4})-(?:S1|Q[1-3]|01/\1-(?:0[2-9]|1[01]))")
_KINDS = ("level", "part", "growth", "change")


def result_in_row(reading: Reading, table: Table, target: Claim) -> Claim | None:
    """The latest reported figure of the target's own row, of its unit where one is: not the share that the row tells behind it."""
    row = next((row for row in table.rows if row and row[0].start <= target.start <= row[-1].end), None)
    if row is None:
        return None
    found = [
        claim
        for claim in within(reading.claims, row[0].start, row[-1].end)
        if is_reported(claim) and claim.basis is None
    ]
    horizon = last_year(target.period)
    due = [claim for claim in found if (last_year(claim.period) or 0) <= (horizon or 9999)]
    alike = [claim for claim in due if _same_unit(claim, target)]
    return max(alike or due, key=lambda claim: (last_year(claim.period) or 0, claim.start), default=None)


def result_beside(reading: Reading, target: Claim) -> Claim | None:
    """The reported figure that the sentence judges against the target: the nearest before it of the same unit, else the nearest after."""
    told = of_sentence(reading.claims, target.sentence)
    near = [
        claim
        for claim in told
        if claim.footnote == target.footnote
        and is_reported(claim)
        and _same_unit(claim, target)
        and (claim.end <= target.start or not _is_basis(claim, told))
    ]
    fitting = _fitting(reading, near, target)
    if fitting is not None:
        return fitting
    before = latest_of([claim for claim in near if claim.end <= target.start])
    totals = [
        claim
        for claim in before
        if _is_of_same_span(claim, target) and same_indicator(claim.indicator, target.indicator)
    ]
    if totals:
        return next((claim for claim in reversed(totals) if claim.per == target.per), totals[-1])
    plain = [claim for claim in before if claim.basis is None or claim.kind in ("growth", "change")]
    levels = [claim for claim in plain if claim.kind in ("level", "part")]
    # `trồng 6.150 ha rừng, bình quân 1.230 ha/năm, vượt 2,5% kế hoạch (6.000 ha)`
    levels = [claim for claim in levels if claim.per == target.per] or levels
    falls = [claim for claim in plain if claim.kind in ("growth", "change") and target.value < 0 and claim.value < 0]
    between = [claim for claim in told if claim.kind == "target" and claim.end <= target.start]
    floor = max((claim.end for claim in between), default=0)
    for choice in (_after(falls, floor), _after(levels, floor), _after(plain, floor)):
        if choice:
            return _heard(choice, target)
    return _opposite(reading, near, target)


def result_told(reading: Reading, item: list[Claim], target: Claim) -> Claim | None:
    """What the target's sentence, or the numbered item that opens with it (`item_of`), tells of it."""
    return result_beside(reading, target) or result_in_item(item, target)


def item_of(reading: Reading, target: Claim) -> list[Claim]:
    """The claims of the item, numbered or labelled, that opens with the goal, or with goals of which it is one; empty where there is none.

    `(5) Vốn đầu tư: 195 tỷ đồng. Ba năm đã huy động 114 tỷ đồng. Kịp tiến độ.`
    """
    line = line_of(reading, target)
    return line if target in _goals_of(line) else []


def _goals_of(item: list[Claim]) -> list[Claim]:
    """The goals that an item opens with, in its first sentence; not the plan of one year further on (`40,4% dự toán năm (300 tỷ đồng)`)."""
    return list(takewhile(lambda claim: claim.kind == "target" and claim.sentence == item[0].sentence, item))


def line_of(reading: Reading, target: Claim) -> list[Claim]:
    """The claims of the item, numbered or labelled, in which the target stands; empty where it stands in none."""
    begin = reading.text.rfind("\n", 0, target.start) + 1
    if target.footnote is not None or _ITEM.match(reading.text, begin) is None:
        return []
    close = reading.text.find("\n", target.end)
    close = close if close >= 0 else len(reading.text)
    return [claim for claim in within(reading.claims, begin, close) if claim.footnote is None]


def result_in_item(item: list[Claim], target: Claim) -> Claim | None:
    """The last figure of the goal's measure in its numbered item, in whichever sentence; of several goals the one of its name."""
    if target.value < 0:  # `giảm bình quân 4 - 5%/năm`: what it fell by
        found = [c for c in item if is_reported(c) and c.basis and c.value < 0 and c.unit == target.unit]
    else:
        found = [
            claim
            for claim in item
            if is_reported(claim)
            and (claim.kind in ("level", "part") or (claim.kind == "growth" and claim.per == target.per == ("year",)))
            and claim.basis is None
            and claim.unit == target.unit
            and claim.per in (target.per, ())  # `78 triệu đồng/người/năm`, then `năm 2023 đạt 66,2 triệu đồng`
            and not _is_basis(claim, item)
        ]
    if len(_goals_of(item)) > 1:
        found = [claim for claim in found if target.indicator.lower().endswith(claim.indicator.lower())]
    return latest_of(_of_like_time(found, target))[-1] if found else None


def _of_like_time(found: list[Claim], target: Claim) -> list[Claim]:
    """The figures of as long a time as the goal's, else all.

    Totals over years of what is set for a term, whole years of what is set for a year or its end.
    """
    if target.unit in ("%", "‰"):
        return found
    over_years = [claim for claim in found if is_span_of_years(claim.period)]
    if is_span_of_years(target.period) and target.per != ("year",):
        return over_years or found
    whole = [claim for claim in found if claim not in over_years and not _PART_OF_YEAR.fullmatch(claim.period or "")]
    return whole or found


def _is_basis(claim: Claim, beside: list[Claim]) -> bool:
    """Is it what a difference beside it is measured from? (`đạt 92,8%, giảm 5,3% so với năm 2020 (98,1%)`)"""
    return claim.period is not None and any(
        one.basis == claim.period and one.sentence == claim.sentence and one.start < claim.start for one in beside
    )


def _fitting(reading: Reading, near: list[Claim], target: Claim) -> Claim | None:
    """The figure that the share or the gap said beside it makes of the target: of 612 and 565, that which is 66,2% of 925."""
    said = [
        claim
        for claim in of_sentence(reading.claims, target.sentence)
        if claim.kind in ("attainment", "target_gap") and claim.basis == "target"
    ]
    fitting = [claim for claim in near if any(fits(claim, target, one) for one in said)]
    return min(fitting, key=lambda claim: abs(claim.start - target.start), default=None)


def fits(result: Claim, target: Claim, said: Claim) -> bool:
    """Is the share or gap that is said what the result makes of the target?"""
    if said.kind == "target_gap":
        off = abs(abs(result.value - target.value) - abs(said.value))
        return said.unit == target.unit and off <= said.resolution / 2
    return bool(target.value) and abs(result.value / target.value * 100 - said.value) <= said.resolution


def latest_of(claims: list[Claim]) -> list[Claim]:
    """The claims without figures of years before the last one: what they were is not what became of the target."""
    last = max((last_year(claim.period) or 0 for claim in claims), default=0)
    return [claim for claim in claims if claim.period is None or (last_year(claim.period) or 0) == last]


def _opposite(reading: Reading, near: list[Claim], target: Claim) -> Claim | None:
    """`KH 95% - TH 94%`: the first figure behind the target, where words for what was done stand between the two.

    `Thu ngân sách: mục tiêu 350 tỷ đồng; năm 2021 được 280, năm 2022 được 287`: where the target opens the item, the last one.
    """
    after = [claim for claim in near if claim.start >= target.end]
    after = [claim for claim in after if claim.kind in ("level", "part")] or after
    if not after:
        return None
    if says("result", "done", reading.text[target.end : after[0].start].lower()):
        return after[0]
    opening = reading.text[target.sentence.start : target.start].lower()
    return after[-1] if ":" in opening and says("stated", "goal", opening.rpartition(":")[2]) else None


class Reported:
    """The figures of a report that tell what was reached, by measure and indicator."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._by_measure: dict[tuple[str, tuple[str, ...]], ByIndicator[Claim]] = defaultdict(ByIndicator)
        for claim in claims:
            if is_reported(claim) and claim.basis is None:
                self._by_measure[claim.unit, claim.per].add(claim.indicator, claim)

    def of(self, target: Claim) -> list[Claim]:
        """Those of the target's indicator, unit and denominator, in reading order."""
        found = self._by_measure.get((target.unit, target.per))
        return found.alike(target.indicator) if found else []


def result_of_the_year(reported: Reported, target: Claim, horizon: int | None) -> Claim | None:
    """What a report on a part of the year expects of the whole of it: the figure of the same indicator for the year itself."""
    return next((claim for claim in reported.of(target) if claim.period == str(horizon)), None)


def _is_of_same_span(claim: Claim, target: Claim) -> bool:
    """Of a total over several years: is the figure the total so far, from the same first year?"""
    if claim.period is None or target.period is None or claim.basis is not None or claim.kind == "growth":
        return False
    first, slash, _ = target.period.partition("/")
    return bool(slash) and len(first) == 4 and claim.period.startswith(f"{first}/")


def _after(claims: list[Claim], floor: int) -> list[Claim]:
    return [claim for claim in claims if claim.start >= floor]


def _heard(claims: list[Claim], target: Claim) -> Claim:
    """Of several figures the one that bears the target's name, else the first after which only comparisons follow."""
    named = [claim for claim in claims if same_indicator(claim.indicator, target.indicator)]
    return (named or claims)[-1]


def result_elsewhere(reported: Reported, target: Claim, horizon: int | None, base: int | None) -> Claim | None:
    """The latest figure of the same indicator and unit anywhere in the report, not past the horizon; `base` is the report's last year."""
    found = [claim for claim in reported.of(target) if (last_year(claim.period) or 0) <= (horizon or 9999)]
    recent = [claim for claim in found if claim.period is None or (last_year(claim.period) or 0) >= (base or 0) - 1]
    return max(recent, key=lambda claim: (last_year(claim.period) or 0, -claim.start), default=None)


def result_of(claim: Claim) -> Result:
    """The claim as the result of a target."""
    return Result(claim.value, claim.resolution, claim.unit, claim.period, claim.status, (claim.id,))


def is_reported(claim: Claim) -> bool:
    """Does the figure tell what was reached, rather than what is planned or a share of it?"""
    return claim.kind in _KINDS and claim.status != "planned"


def _same_unit(first: Claim, second: Claim) -> bool:
    """Can the two figures be compared? Counting nouns may be said shorter (`lượt`, `lượt người`)."""
    if first.unit == second.unit:
        return True
    if not (first.unit.startswith("{") and second.unit.startswith("{")):
        return False
    a, b = set(first.unit.strip("{}").lower().split()), set(second.unit.strip("{}").lower().split())
    return bool(a & b) or same_indicator(first.unit.strip("{}"), second.unit.strip("{}"))
