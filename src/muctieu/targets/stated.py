"""What a report says of a target that it names: the verdict of its row, of its share or gap, or of the words around it.

Takes a claim of kind target with its result; gives a verdict or None. Never computes one.
"""

from __future__ import annotations

import re

from muctieu.claims.claim import Claim
from muctieu.claims.lookup import within
from muctieu.claims.reading import Reading
from muctieu.document.layout import Table
from muctieu.targets.direction import direction_of
from muctieu.targets.judgement import (
    attained,
    cell_verdict,
    closing_verdict,
    gap_is_above,
    heading_verdict,
    is_over,
    opening_verdict,
    passes_judgement,
    stated_verdict,
)
from muctieu.targets.plan import head_of
from muctieu.targets.scope import Scopes
from muctieu.targets.target import Verdict
from muctieu.targets.words import clause_around, last_year, says
from muctieu.values.span import Span

_LONGEST = 60
_MOST_ITEMS = 40
_MARK = re.compile(r"[ \t]*(?:\(?\d{1,2}[.)]|[-+*•–])[ \t]*(?=[^\W\d])")


def stated_of(
    reading: Reading, scopes: Scopes, table: Table | None, claim: Claim, result: Claim | None
) -> Verdict | None:
    """What the row or the clause says of the target."""
    if table is not None:
        return _stated_in_row(reading, table, claim)
    beside = result is not None and result.sentence == claim.sentence
    first, last = (min(result.start, claim.start), max(result.end, claim.end)) if result and beside else claim.span
    clause = _with_closing_words(reading, clause_around(reading.text, first, last), claim)
    start = result.start if result and clause.start <= result.start < claim.start else clause.start
    end = _own_end(reading, clause.end, last)
    share = next((each for each in within(reading.claims, start, end) if each.kind == "attainment"), None)
    if share is not None:
        due = (last_year(claim.period) or 0) <= scopes.base and is_over(
            str(last_year(claim.period) or ""), share.period
        )
        if due or share.value >= 100 or not claim.period:
            return attained(share.value)
        rest = reading.text[share.end : claim.sentence.end].lower()
        rest = rest[max(rest.rfind(";"), rest.rfind(","), 0) :]  # ` so với mục tiêu; chưa đạt mục tiêu.`
        return None if any(letter.isdigit() for letter in rest) else closing_verdict(rest)
    return (
        _of_gap(reading, start, end, claim)
        or stated_verdict(reading.text[start:end].lower(), falls=direction_of(claim.indicator, claim) == "down")
        or closing_verdict(reading.text[last : clause.end].lower())
        or opening_verdict(reading.text[claim.sentence.start : first].lower())
        or _over_list(reading.text, claim)
    )


def _over_list(text: str, claim: Claim) -> Verdict | None:
    """What the line over the list says of its items: `- Các chỉ tiêu vượt Nghị quyết:`, then `+ Nước sạch 98,4% (NQ 98%)`."""
    begin = text.rfind("\n", 0, claim.start) + 1
    for _ in range(_MOST_ITEMS):
        if begin == 0 or _MARK.match(text, begin) is None:
            return None
        line = text[(begin := text.rfind("\n", 0, begin - 1) + 1) : text.find("\n", begin)]
        if len(line) < _LONGEST * 2 and (told := heading_verdict(line.lower())) is not None:
            return told
    return None


def with_one_goal(line: list[Claim]) -> list[Claim]:
    """The claims of an item that has one target only (`Thực hiện 38,6%/Nghị quyết 38,6%. Đạt.`); empty for others."""
    return line if sum(claim.kind == "target" for claim in line) == 1 else []


def closing_of(reading: Reading, item: list[Claim]) -> str:
    """The judgement that ends a numbered item as a sentence of its own (`… (58,4 tỷ đồng). Đã vượt mục tiêu.`); empty for none."""
    if not item:
        return ""
    last = item[-1]
    line = reading.text.find("\n", last.end)
    rest = reading.text[last.end : line if line >= 0 else len(reading.text)].strip().rstrip(".")
    words = rest.rpartition(". ")[2]
    if words == rest and closing_verdict(f" {rest}") is not None:
        return words  # `Kết quả năm 2022: 39/42 tổ chức, bằng 92,9% - vượt.`
    judges = words != rest and len(words) < _LONGEST and not any(letter.isdigit() for letter in words)
    return words if judges and passes_judgement(words) else ""


def _with_closing_words(reading: Reading, clause: Span, claim: Claim) -> Span:
    """The clause, and the verdict behind its semicolon: `mục tiêu 98%; kết quả 97,1%; chưa đạt mục tiêu.`"""
    rest = reading.text[clause.end : claim.sentence.end]
    told = len(rest) < 60 and rest.startswith(";") and not any(letter.isdigit() for letter in rest)
    return Span(clause.start, claim.sentence.end) if told else clause


def _of_gap(reading: Reading, start: int, end: int, claim: Claim) -> Verdict | None:
    """`thấp hơn 6,7% so với chỉ tiêu (35%)`, `63 DN/KH 60 DN: vượt 5%`: what a gap said beside its target makes of the result."""
    gap = next((one for one in within(reading.claims, start, end) if one.kind == "target_gap"), None)
    since = claim.end if gap and gap.start > claim.end else start
    above = gap_is_above(reading.text[since : gap.start].lower()) if gap else None
    if gap is not None and above is None and gap.start > claim.end:  # `94,2%, nhỉnh hơn chỉ tiêu (93%) 1,2 điểm`
        above = gap_is_above(reading.text[start : claim.start].rpartition(",")[2].lower())
    if gap is None or above is None or gap.sentence != claim.sentence:
        return None
    return "exceeded" if (direction_of(claim.indicator, claim) != "down") == above else "missed"


def _own_end(reading: Reading, end: int, last: int) -> int:
    """Where the clause turns to another figure: neither the target nor its result (the later of the two ends at `last`) nor a gap."""
    others = [
        each.start for each in within(reading.claims, last + 1, end) if each.kind not in ("target_gap", "attainment")
    ]
    return min(others, default=end)


def _stated_in_row(reading: Reading, table: Table, claim: Claim) -> Verdict | None:
    row = next(row for row in table.rows if row and row[0].start <= claim.start <= row[-1].end)
    for cell in reversed(row):
        words = reading.text[cell.start : cell.end].strip()
        if (
            words
            and not any(letter.isdigit() for letter in words)
            and says("stated", "head", head_of(reading.text, table, cell.start))
        ) and passes_judgement(words):
            return cell_verdict(words)
    share = next(
        (each for each in within(reading.claims, row[0].start, row[-1].end) if each.kind == "attainment"),
        None,
    )
    if share is None or (share.value < 100 and not is_over(str(last_year(claim.period) or ""), share.period)):
        return None  # three quarters of a year's plan are not missed yet
    return attained(share.value)
