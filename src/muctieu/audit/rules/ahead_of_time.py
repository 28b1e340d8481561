"""`attainment` of goals said to be reached before their time: `mục tiêu đến năm 2025 là 62 triệu đồng; … về đích trước 02 năm`.

Formula: a goal of year Y reached n years ahead is reached by the result of year Y − n. The goal stands in the paragraph, or is the one of that name elsewhere; so do the results, by year. Nothing is said where the
result of that year is told nowhere, or twice with different values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from muctieu.audit.beside import goes_with, is_plan
from muctieu.audit.check import Check
from muctieu.audit.clauses import said
from muctieu.audit.figure import Figure
from muctieu.audit.judged import allows
from muctieu.audit.ledger import Ledger
from muctieu.audit.names import alike
from muctieu.audit.pledges import Pledges
from muctieu.values.interval import Interval
from muctieu.values.span import Span

_AHEAD = re.compile(
    r"trước (?:thời hạn |kế hoạch |hạn )?(?:là )?(?P<years>0?[1-5]|một|hai|ba)(?: \(\w+\))? năm\b(?! \d{4})"
)
_REACHED = re.compile(r"\b(?:hoàn thành|về đích|đạt|cán đích|vượt)\b[^.;\n]{0,60}$")
_YEAR = re.compile(r"\bnăm ((?:19|20)\d\d)\b")
_LEADS = re.compile(r"^.*?\bchỉ tiêu(?: về| gồm)?\b:?")
_WORDS = {"một": 1, "hai": 2, "ba": 3}
_FAR, _MOST, _FEWEST = 240, 12, 2


def check(ledger: Ledger) -> Iterator[Check]:
    """Every goal that is said to be reached so many years ahead."""
    for at in ledger.places("trước "):
        ahead = _AHEAD.match(ledger.lower, at)
        if ahead is None or _REACHED.search(ledger.lower, max(0, at - _FAR), at) is None:
            continue
        years = _WORDS.get(ahead["years"]) or int(ahead["years"])
        for target in _targets(ledger, at):
            found = _check(ledger, target, years, Span(ahead.start(), ahead.end()))
            if found is not None:
                yield found


def _targets(ledger: Ledger, at: int) -> Sequence[Figure]:
    """The last goal before the words in their paragraph, or right after them; else those of the names before them."""
    start = ledger.text.rfind("\n", 0, at) + 1
    end = ledger.text.find("\n", at)
    line = [f for f in ledger.between(start, end if end >= 0 else len(ledger.text)) if f.cell is None]
    goals = [f for f in line if is_plan(ledger, f) and _due(ledger, f) is not None and f.unit != "a"]
    before = [f for f in goals if f.claim.start < at][-1:] or goals[:1]
    if before:
        return before
    opened = max(ledger.lower.rfind(mark, start, at) for mark in (". ", ";", ":", "\n")) + 1
    clause = _LEADS.sub("", ledger.words(max(opened, start), at))
    names = [name for name in re.split(r",|;|\bvà\b", clause) if len(name.strip()) > _FEWEST]
    pledges = [ledger.once(Pledges).named(name) for name in [*names[:_MOST], *([clause] if len(names) > 1 else [])]]
    return list({p.target.order: p.target for p in pledges if p is not None}.values())


def _due(ledger: Ledger, target: Figure) -> int | None:
    """The year by which it was to be reached: that of the words around it, else its own."""
    clause = re.split(r"[;.]", target.before)[-1]
    told = _YEAR.findall(clause)[-1:] or _YEAR.findall(ledger.after(target, 30))[:1]
    year = told[0] if told and target.cell is None else (target.period or "").rpartition("/")[2][:4]
    return int(year) if year else None


def _check(ledger: Ledger, target: Figure, years: int, words: Span) -> Check | None:
    """The result of so many years before against the goal."""
    due = _due(ledger, target)
    if due is None:
        return None
    results = [f for f in _results(ledger, target) if (f.period or "").rpartition("/")[2][:4] == str(due - years)]
    if not results or len({f.value for f in results}) != 1:
        return None
    result = results[0]
    fits = allows(result, target, "met")
    expected = Interval.exactly(target.value)
    return Check("attainment", (result, target), fits, "warning", None, (words,), result.value, expected, "verdict_met")


def _results(ledger: Ledger, target: Figure) -> list[Figure]:
    """What is told of the goal's indicator at any time: in its row, in its paragraph, under its name."""
    near = [f for f in ledger.figures[max(0, target.order - 8) : target.order + 9] if goes_with(f, target)]
    found = [f for f in near if f.cell is not None and f.row_name == target.row_name and target.cell is not None]
    if target.cell is None:
        start = ledger.text.rfind("\n", 0, target.claim.start) + 1
        end = ledger.text.find("\n", target.claim.end)
        line = [f for f in near if start <= f.claim.start < (end if end >= 0 else len(ledger.text))]
        plain = [f for f in line if alike(f.key, target.key) or not said(target.claim.indicator)]
        found += plain or line
    found += [f for f in ledger.by_name.get(target.key, [])[:60] if goes_with(f, target)]
    return [f for f in found if f.kind == "level" and f is not target and not is_plan(ledger, f)]
