"""May two figures be one statement given twice? Takes figures; tells whether they are plain, of one time, and how their digits differ. Looks for none."""

from __future__ import annotations

import re
from functools import cache

from muctieu.audit.check import Check
from muctieu.audit.clauses import CLAUSE
from muctieu.audit.equation import Same
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.persons import names_persons
from muctieu.audit.times import is_day_within

_LAPSED = re.compile(
    r"\b(?:đầu (?<!từ đầu )(?<!tháng đầu )(?:năm|kỳ|nhiệm kỳ)\b(?! đến nay)|(?:năm trước|cùng kỳ|so với|kế hoạch|kh|mục tiêu|phấn đấu|thêm)\b|từ\s*$)"
)
_LAPSED_WORDS = frozenset(("đầu", "trước", "kỳ", "so", "từ", "hoạch", "kh", "tiêu", "đấu", "thêm"))
_OF_YEAR = re.compile(r"[^,;.:()\d]{0,45}\bnăm (\d{4})\b")
_YEAR = re.compile(r"\bnăm (?:[^\W\d]+ ){0,3}((?:19|20)\d\d)\b")
_TWO = 2


def is_plain(figure: Figure) -> bool:
    """Is it told as such, and no rate of other columns?"""
    return figure.claim.comparator == "eq" and not figure.is_rate


def is_present(figure: Figure) -> bool:
    """Do the words of its clause not tell of a time that has passed, nor of a plan?"""
    if figure.words.isdisjoint(_LAPSED_WORDS):
        return True  # the pattern is slow, and seldom asked for
    before = figure.before
    return _LAPSED.search(before, max(before.rfind(";"), before.rfind(".")) + 1) is None


def at_one_time(ledger: Ledger, first: Figure, second: Figure) -> bool:
    """May they be of one time? Two of one sentence or of tables say no thing twice, nor do two that are told of different years."""
    if first.sentence == second.sentence or (first.cell is not None and second.cell is not None):
        return False
    if first.value == second.value or first.claim.resolution != second.claim.resolution:
        return False
    if names_another_year(ledger, first, second) or names_another_year(ledger, second, first):
        return False
    if first.period is None and second.period is None:
        years = [_OF_YEAR.match(ledger.after(figure, 45)) for figure in (first, second)]
        return len({year[1] for year in years if year is not None}) < _TWO
    if (first.period is None) is not (second.period is None):
        return not is_past(ledger, first) and not is_past(ledger, second)
    return first.period == second.period or is_day_within(first.period or "", second.period or "")


def is_past(ledger: Ledger, figure: Figure) -> bool:
    """Does its clause name its own year, one before the last that the report tells of? (`năm 2020 có 25 trường` is not what `có 29/44 trường` tells anew)"""
    last = (ledger.document.period or "").rpartition("/")[2][:4]
    return (figure.period or last) < last and figure.period in years_named(ledger, figure)


def years_named(ledger: Ledger, figure: Figure) -> frozenset[str]:
    """The years that its clause names."""
    if figure.cell is not None:
        return frozenset()
    after = ledger.after(figure, 60)
    if not ("năm " in figure.before or "năm " in after):
        return frozenset()
    return frozenset(_YEAR.findall(f"{CLAUSE.split(figure.before)[-1]} # {CLAUSE.split(after)[0]}"))


def names_another_year(ledger: Ledger, figure: Figure, other: Figure) -> bool:
    """Do the words right after it say that it is of a year that is not the other's? (`từ mức 800 triệu đồng của năm 2023`)"""
    after = ledger.after(figure, 60)
    year = _OF_YEAR.match(after) if "năm " in after else None
    return year is not None and other.period is not None and year[1] not in other.period


def are_swapped(first: Figure, second: Figure) -> bool:
    """Have two digits changed places?"""
    return _swapped_at(first.written, second.written) is not None


def are_neighbours_swapped(one: str, other: str) -> bool:
    """Have two digits that stand side by side changed places? (`3022`, `3202`)"""
    apart = _swapped_at(one, other)
    return apart is not None and apart[1] == apart[0] + 1


def _swapped_at(one: str, other: str) -> list[int] | None:
    """The two places whose digits changed; None where more, or others, differ."""
    apart = digits_apart(one, other)
    changed = len(apart) == _TWO and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]
    return apart if changed else None


def digits_apart(one: str, other: str) -> list[int]:
    """The places where the digits differ; none where one has more of them."""
    return [at for at, (x, y) in enumerate(zip(one, other, strict=False)) if x != y] if len(one) == len(other) else []


def places_apart(first: Figure, second: Figure) -> list[int]:
    """The places where their digits differ; none where one has more of them."""
    return digits_apart(first.written, second.written)


def told_amounts(ledger: Ledger) -> list[Figure]:
    """The figures that are told as such: levels and parts that are exact, and not planned."""
    return [f for f in ledger.figures if f.kind in ("level", "part") and is_plain(f) and f.claim.status != "planned"]


def sort_of(figure: Figure) -> str:
    """What it counts or measures, so that two figures may be one: the first word of its noun with its denominators; persons are of one sort."""
    return _sort_of(*figure.measure, figure.is_count)


@cache
def _sort_of(unit: str, per: tuple[str, ...], is_count: bool) -> str:
    """By its measure, and by whether it counts each."""
    if is_count and names_persons(unit):
        return "persons"
    return f"{unit.strip('{}').split(' ')[0]}/{'/'.join(per)}"


def said_twice(first: Figure, second: Figure) -> Check:
    """The check of two statements."""
    found = Check.of("repeat", Same(second, first), "warning")
    found.holds, found.reason = False, "same"
    found.reported, found.expected = second.value, first.interval
    return found
