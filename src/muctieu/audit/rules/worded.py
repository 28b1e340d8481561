"""`attainment` of judgements without a figure: `Tỷ lệ hộ nghèo đạt kế hoạch`, where the result and the target of that name stand elsewhere.

Formula: as for other judgements. The judgement closes a clause that names what is judged, or stands over a list of names (`Sáu chỉ tiêu đã vượt là: …`). Taken only where the report gives one
target and one result under that name, in a table, side by side, or apart for one time; where it gives the target for a later year of plans, nothing is said, nor where the words look ahead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from muctieu.audit.check import Check
from muctieu.audit.figure import Figure
from muctieu.audit.goals import Goal, Goals
from muctieu.audit.judged import judged
from muctieu.audit.ledger import Ledger, title_key
from muctieu.audit.times import months_of
from muctieu.audit.verdict import PLANS, Verdict, last_words, looks_ahead, verdict_in
from muctieu.text.lexicon import lexicon, words_pattern

_VERDICT_ENDS = ("đạt ", "vượt ", "thành ", "mức ", "với ")
_CLOSES = re.compile(r"\b[^\d%.;,\n)]{0,60}(?:[.;,\n)]|$)")
_CLAUSE = re.compile(r"[.;:,\n(]")
_HEDGES = re.compile(r"\b(?:bảo đảm|đảm bảo|ước)\b")
_LEADS = re.compile(r"^(?:riêng|đặc biệt|trong đó|như vậy|đến nay|nhất là|song|tuy nhiên|cả|năm nay)\s+")
_LIST = re.compile(
    r"chỉ tiêu (?:(?:đã|được|dự báo|ước) )?(?P<verdict>(?:(?:chưa|không|khó) )?(?:hoàn thành vượt|đạt|hoàn thành|vượt))(?: và vượt)?(?: mức)?(?: (?:kế hoạch|mục tiêu|nghị quyết|đề ra|chỉ tiêu))*"
    r"(?:,? (?:là|gồm|gồm có|bao gồm|đó là))?\s?[:(]?\s?(?P<items>[^.\n:]{8,500})"
)
_OPENS_LIST = re.compile(r"(?:là|gồm|có|[:(])\s?$")
_MANY = 24
_LONGEST = 100
_FEWEST = 2
_LONG_ITEM = 80


@cache
def _pattern() -> re.Pattern[str]:
    words = lexicon("audit")["verdict"]
    verdicts = words_pattern([*words["missed"], *words["exceeded"], *words["met"]])
    return re.compile(
        rf"(?:^|[.;:,\n(]|\bvà\b)\s*(?:[-+*•–]\s*)?(?P<name>[^.;:,\n()%]{{6,70}}?)\s+(?:đều |đã |vẫn |còn )?(?P<verdict>{verdicts})(?: mức)?(?: so với)?\s$"
    )


def check(ledger: Ledger) -> Iterator[Check]:
    """Every clause that is a name and a judgement, and every name of a list under one."""
    if not any(figure.kind == "target" for figure in ledger.figures):
        return
    for end in _plans(ledger):
        start = max(0, end - _LONGEST)
        words = ledger.lower[start:end]
        clause = _pattern().search(words) if words.rstrip().endswith(last_words()) else None
        verdict = verdict_in(clause["verdict"]) if clause is not None else None
        if clause is None or verdict is None or _are_counted(ledger, start + clause.start("name")):
            continue
        pair = _result_and_target(ledger, _LEADS.sub("", clause["name"]))
        if pair is None:
            opened = max((match.end() for match in _CLAUSE.finditer(ledger.lower, start, end - 1)), default=start)
            pair = _goal_of(ledger.once(Goals), clause["name"], ledger.lower[opened:end])
        found = judged(*pair, verdict, start + clause.start("verdict"), "warning") if pair is not None else None
        if found is not None:
            yield found
    for listed in _lists(ledger):
        yield from _listed(ledger.once(Goals), listed)


def _are_counted(ledger: Ledger, name: int) -> bool:
    """`7/9 huyện, thị xã, thành phố vượt chỉ tiêu`: is the name but the last of the nouns that a number right before it counts?"""
    before = ledger.last_before(name)
    return before is not None and before.is_count and ledger.text[before.claim.end : name].strip(" ,") == ""


def _lists(ledger: Ledger) -> Iterator[re.Match[str]]:
    """Lists of names under a judgement, none within another."""
    end = 0
    for at in ledger.places("chỉ tiêu"):
        listed = _LIST.match(ledger.lower, at) if at >= end else None
        if listed is not None:
            end = listed.end()
            yield listed


def _plans(ledger: Ledger) -> Iterator[int]:
    """Where a word for a plan begins that closes its clause, after `đạt`, `vượt`, `hoàn thành`, `mức` or `với`."""
    words = ledger.lower
    for plan in PLANS:
        for at in ledger.places(plan):
            if words.endswith(_VERDICT_ENDS, 0, at) and _CLOSES.match(words, at + len(plan)) is not None:
                yield at


def _result_and_target(ledger: Ledger, words: str) -> tuple[Figure, Figure] | None:
    """The one target of just that name, and the one result of its measure and time."""
    key = title_key(words)
    figures = ledger.by_name.get(key, [])[:_MANY] if len(key) >= _FEWEST else []
    targets = [f for f in figures if f.kind == "target"]
    if len({(f.value, f.period, f.claim.value_to) for f in targets}) != 1:
        return None
    target = targets[0]
    results = [f for f in figures if f.kind == "level" and f.measure == target.measure and f.period == target.period]
    return (results[0], target) if len({f.value for f in results}) == 1 else None


def _goal_of(goals: Goals, name: str, clause: str) -> tuple[Figure, Figure] | None:
    """The result and the target that the report sets side by side under a name that the clause has; none where it looks ahead, or is of a year that is not over."""
    goal = goals.named(_LEADS.sub("", name)) or goals.spoken_of(clause)
    if goal is None or looks_ahead(clause) or _HEDGES.search(clause) is not None:
        return None
    return goal.result, goal.target


def _listed(goals: Goals, listed: re.Match[str]) -> Iterator[Check]:
    """`Sáu chỉ tiêu đã vượt là: sản lượng thủy sản; số giường bệnh; …`: each name of the list under its judgement."""
    verdict = verdict_in(listed["verdict"])
    if verdict is None or not _OPENS_LIST.search(listed.string[listed.end("verdict") : listed.start("items")]):
        return
    at = listed.start("items")
    for item in re.split("([;,)])" if ";" not in listed["items"] else "([;)])", listed["items"]):
        words = item.split("(")[0].strip()
        goal = goals.named(words) if len(words.split()) >= _FEWEST and len(words) <= _LONG_ITEM else None
        if goal is not None and _is_over(goal, verdict):
            start = at + item.index(words)
            spoken = Verdict(verdict.judgement, 0, len(words))
            found = judged(goal.result, goal.target, spoken, start, "warning")
            if found is not None:
                found.facts = {"words": listed["verdict"]}
                yield found
        if item == ")":
            return
        at += len(item)


def _is_over(goal: Goal, verdict: Verdict) -> bool:
    """Is the result of as long a time as its target, so that a list of what is expected of the whole year can be held against it?"""
    one, other = months_of(goal.result.period), months_of(goal.target.period)
    return verdict.judgement == "missed" or one is None or other is None or one[1] - one[0] == other[1] - other[0]
