"""`attainment` of judgements without a figure: `Tỷ lệ hộ nghèo đạt kế hoạch`, where the result and the target of that name stand elsewhere.

Formula: as for other judgements. Taken only where the clause is but the name and the judgement, and the report gives one target under that name and one result for its time; where it gives
the target for a later time, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from muctieu.audit.check import Check
from muctieu.audit.figure import Figure
from muctieu.audit.judged import judged
from muctieu.audit.ledger import Ledger, title_key
from muctieu.audit.verdict import verdict_in
from muctieu.text.lexicon import lexicon, words_pattern

_PLANS = ("kế hoạch", "chỉ tiêu", "mục tiêu", "nghị quyết")
_VERDICT_ENDS = ("đạt ", "vượt ", "thành ", "mức ", "với ")
_CLOSES = re.compile(r"\b[^\d%.;,\n)]{0,30}(?:[.;,\n)]|$)")
_MANY = 24
_LONGEST = 100
_FEWEST = 2


@cache
def _pattern() -> re.Pattern[str]:
    words = lexicon("audit")["verdict"]
    verdicts = words_pattern([*words["missed"], *words["exceeded"], *words["met"]])
    return re.compile(
        rf"(?:^|[.;:,\n(]|\bvà\b)\s*(?:[-+*•–]\s*)?(?P<name>[^.;:,\n()%]{{6,70}}?)\s+(?:đều |đã |vẫn |còn )?(?P<verdict>{verdicts})(?: mức)?(?: so với)?\s$"
    )


def check(ledger: Ledger) -> Iterator[Check]:
    """Every clause that is a name and a judgement."""
    if not any(figure.kind == "target" for figure in ledger.figures):
        return
    for end in _plans(ledger.lower):
        start = max(0, end - _LONGEST)
        clause = _pattern().search(ledger.lower[start:end])
        verdict = verdict_in(clause["verdict"]) if clause is not None else None
        if clause is None or verdict is None:
            continue
        key = title_key(clause["name"].removeprefix("riêng "))
        named = ledger.by_name.get(key, [])[:_MANY] if len(key) >= _FEWEST else []
        pair = _result_and_target(named)
        found = judged(*pair, verdict, start + clause.start("verdict"), "warning") if pair is not None else None
        if found is not None:
            yield found


def _plans(words: str) -> Iterator[int]:
    """Where a word for a plan begins that closes its clause, after `đạt`, `vượt`, `hoàn thành`, `mức` or `với`."""
    for plan in _PLANS:
        at = words.find(plan)
        while at >= 0:
            if words.endswith(_VERDICT_ENDS, 0, at) and _CLOSES.match(words, at + len(plan)) is not None:
                yield at
            at = words.find(plan, at + len(plan))


def _result_and_target(named: list[Figure]) -> tuple[Figure, Figure] | None:
    """The one target, and the one result of its measure and time."""
    targets = [f for f in named if f.kind == "target"]
    if len({(f.value, f.period, f.claim.value_to) for f in targets}) != 1:
        return None
    target = targets[0]
    results = [f for f in named if f.kind == "level" and f.measure == target.measure and f.period == target.period]
    return (results[0], target) if len({f.value for f in results}) == 1 else None
