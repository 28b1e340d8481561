"""`target_gap` of what is to come: `thêm 03 xã, nâng tổng số lên 15 xã`, where 12 are told elsewhere; `lên 95,5%, tăng 1,4 điểm phần trăm so với năm 2024`.

Formula: what is to come = the number to be reached − the number there is. The number there is stands alone under the same words; what is of a grade of its own (`nâng cao`) is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from muctieu.audit.check import Check
from muctieu.audit.clauses import AFTER, said
from muctieu.audit.equation import Change
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence

_MORE = re.compile(r"\b(?:thêm|công nhận mới)(?: được| ít nhất| từ)?\s*$|[(,]\s*tăng\s*$")
_ENDS = ("thêm", "tăng", "mới", "được", "nhất", "từ")
_NOW = re.compile(r"[^,;.]{0,20}\bso (?:với )?(?:năm|hiện nay|cuối năm|kết quả|đầu năm|thực hiện)\b")
_LIFTED = re.compile(
    r"\b(?:nâng|đưa)\b[^,;.()\d]{0,60}\b(?:lên|đạt|thành)(?: thành)?\s*$|\btổng số\b[^,;.()\d]{0,50}\b(?:lên|đạt|là)\s*$"
)
_GOAL = re.compile(r"\b(?:mục tiêu|phấn đấu|để (?:đạt|đủ|có)|nghị quyết|chỉ tiêu|kế hoạch)\b|^\W*(?:có|nâng)\b")
_RATIO = 4
_FEWEST = 2


def check(ledger: Ledger) -> Iterator[Check]:
    """Every number that is said to come, with what it leads to."""
    for sentence in ledger.sentences:
        for more in sentence.figures:
            if (
                more.kind not in ("target", "level", "change", "target_gap")
                or not more.value
                or more.claim.comparator != "eq"
            ):
                continue
            if not more.before.rstrip().endswith(_ENDS) or not _MORE.search(more.before):
                continue
            planned = more.claim.status == "planned" or any(f.kind == "target" for f in sentence.figures)
            if not planned or ("tăng" in more.before[-10:] and not _NOW.match(ledger.after(more, 60))):
                continue
            found = _check(ledger, sentence, more)
            if found is not None:
                yield found


def _check(ledger: Ledger, sentence: Sentence, more: Figure) -> Check | None:
    """The goal beside it, the number there is elsewhere."""
    others = [f for f in sentence.figures if f is not more and f.unit == more.unit]
    if len(others) != 1:
        return None
    goal = others[0]
    lifted = _LIFTED.search(goal.before) or _GOAL.search(goal.before)
    if goal.value <= more.value or goal.claim.comparator != "eq" or not lifted or goal.kind not in ("target", "level"):
        return None
    now = _present(ledger, sentence, more, goal)
    if now is None:
        return None
    found = Check.of("target_gap", Change(more, goal, now), "warning")
    found.weak = True
    made = goal.value - now.value
    return found if found.holds or (0 < made <= _RATIO * more.value and more.value <= _RATIO * made) else None


def _present(ledger: Ledger, sentence: Sentence, more: Figure, goal: Figure) -> Figure | None:
    """The only number of that unit that the report gives under words of the sentence alone, as it is now."""
    words = said(ledger.words(sentence.start, sentence.end))
    years = {f.period[:4] for f in (goal, more) if f.period is not None}
    candidates: Sequence[Figure] = (
        ledger.by_unit.get(more.unit, [])
        if more.is_count
        else [f for f in ledger.amounts(more.unit) if f.key == goal.key]
    )
    found: list[Figure] = []
    current: list[Figure] = []
    for figure in candidates[:60]:
        plain = more.is_count and figure.cell is None
        after = said(AFTER.split(ledger.after(figure, 70))[0]) if plain else said(figure.claim.indicator)
        after = after if len(after) >= _FEWEST else after | said(figure.before.rsplit(";", 1)[-1])
        now = figure.claim.status != "planned" and figure.claim.comparator == "eq" and figure.kind in ("level", "part")
        if not now or figure.sentence == sentence.number or len(after) < _FEWEST or not after <= words:
            continue
        if figure.period is not None and figure.period[:4] in years:
            current.append(figure)
            continue
        found.append(figure)
    if current:  # what was there a year before is not what there is now
        return next((f for f in current if Change(more, goal, f).holds()), None)
    return found[0] if len({f.value for f in found}) == 1 and found[0].value < goal.value else None
