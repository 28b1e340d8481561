"""`parts_sum` over lines: a total whose line ends in `gồm:` or `trong đó:`, and the list of lines under it.

Formula: Σ the first figure of each line = total (after `trong đó:` at most the total). The lines are those right under it that begin alike (`-`, `a)`, `1.`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from muctieu.audit.check import Check
from muctieu.audit.equation import Sum
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Measure, Sentence

_ENDS = re.compile(r"\b(?:(gồm|bao gồm|gồm có|chia ra|cụ thể)|(trong đó))(?: như sau)?[^\w]*$|()[^\w]*:\s*$")
_CUES = (":", "gồm", "trong đó", "cụ thể", "chia ra")
_MARK = re.compile(r"\s*(?:([-+*•–])|(\(?[a-zđ][.)])|(\(?\d{1,2}[.)])|(\(?[ivx]+[.)]))")
_LONGEST = 200
_BACK = 3
_NEAR, _HARDLY = Decimal("0.2"), Decimal("0.02")


def check(ledger: Ledger) -> Iterator[Check]:
    """Every line that ends in a colon, or in `gồm` or `trong đó`, and has totals in it."""
    for sentence in ledger.sentences:
        last = sentence.figures[-1].claim.end
        line = ledger.text.find("\n", last)
        tail = ledger.lower[last:line] if 0 <= line - last <= _LONGEST else ""
        end = _ENDS.search(tail) if any(cue in tail for cue in _CUES) else None
        if end is None:
            continue
        checked: set[Measure] = set()
        for total in _of_line(ledger, sentence):
            if total.kind in ("level", "target") and not total.is_share and total.depth == 0:
                parts = _parts(ledger, sentence, total) if total.measure not in checked else []
                parts = _with_more(ledger, total, parts)
                found = _judge(total, parts, all_of_it=bool(end[1]), some=bool(end[2])) if len(parts) >= 2 else None
                if found is not None and (
                    found.holds or len(parts) > len({f.sentence for f in parts}) or not _list_more(ledger, parts)
                ):
                    checked.add(total.measure)
                    yield found


def _of_line(ledger: Ledger, sentence: Sentence) -> Iterator[Figure]:
    """The figures of the line that the sentence ends."""
    start = ledger.text.rfind("\n", 0, sentence.start) + 1
    for each in ledger.sentences[max(0, sentence.number - _BACK) : sentence.number + 1]:
        if each.start >= start:
            yield from each.figures


def _with_more(ledger: Ledger, total: Figure, parts: list[Figure]) -> list[Figure]:
    """The parts, with those that a line adds after a semicolon under a name that begins alike, where they bring the sum nearer to the total. (`- Chi chuyển nguồn 38,9 tỷ đồng; chi nộp trả 6,4 tỷ đồng`)"""
    every: list[Figure] = []
    others: list[Figure] = []  # `- Lạc 77 ha; rau màu các loại 148 ha`
    for part in parts:
        every.append(part)
        others.append(part)
        first = part.indicator.split(" ")[0]
        for figure in ledger.sentences[part.sentence].figures:
            alike = figure.kind == part.kind and figure.measure == part.measure and not figure.depth
            if figure.order > part.order and alike and figure.before.startswith("; "):
                others.append(figure)
                if figure.before.startswith(f"; {first} "):
                    every.append(figure)
    every_one = Sum(total, *others)
    if len(others) > len(parts) > 1 and (every_one.holds() or (every_one.slip() and every_one.is_near(_HARDLY))):
        return others
    gaps = [abs(total.value - sum(f.value for f in each)) for each in (parts, every)]
    over = len(parts) > 1 and sum(f.value for f in parts) > total.value and not Sum(total, *parts).holds()
    return every if gaps[1] < gaps[0] or over else parts


def _list_more(ledger: Ledger, parts: Sequence[Figure]) -> bool:
    """Does a line go on with another thing of the same measure? (`- Lạc 86 ha, năng suất 25,4 tạ/ha; rau đậu 145,5 ha`)"""
    for part in parts:
        beside = [f for f in ledger.sentences[part.sentence].figures if f.order > part.order and not f.depth]
        between = ""
        for figure in beside:
            between += figure.before
            if figure.kind == part.kind and figure.measure == part.measure and ";" in between:
                return True
    return False


def _kind(ledger: Ledger, sentence: Sentence) -> int:
    """How the sentence's line begins: 0 for a dash, 1 for a letter, 2 for a number, 3 for a Roman one; -1 for none."""
    start = ledger.text.rfind("\n", 0, sentence.start) + 1
    match = _MARK.match(ledger.lower, start)
    if match is None:
        return -1
    mark = next(group for group in match.groups() if group)
    return ord(mark) if match.lastindex == 1 else -1 - (match.lastindex or 0)


def _parts(ledger: Ledger, sentence: Sentence, total: Figure) -> list[Figure]:
    """The first figure of the total's measure in each line of the list."""
    parts: list[Figure] = []
    first: int | None = None
    own = _kind(ledger, sentence)
    line = ledger.text.find("\n", sentence.start)
    for following in ledger.sentences[sentence.number + 1 : sentence.number + 40]:
        start = ledger.text.rfind("\n", 0, following.start) + 1
        kind = _kind(ledger, following)
        if kind == -1 or (kind == own and first is None) or (first is not None and kind == own):
            break
        if first is None:
            if start != line + 1:
                break
            first = kind
        if kind != first or (
            start < following.start - 8 and following.start != start and parts and parts[-1].claim.start >= start
        ):
            continue
        kinds = (total.kind, "level") if total.claim.status == "planned" else (total.kind,)
        figure = next(
            (f for f in following.figures if f.measure == total.measure and f.kind in kinds and f.depth == 0), None
        )
        if figure is None:
            break
        parts.append(figure)
    return parts


def _judge(total: Figure, parts: list[Figure], *, all_of_it: bool, some: bool) -> Check | None:
    """The lines make the total; less where only some are listed; else a slip where they nearly make it."""
    larger = next((at for at, part in enumerate(parts) if part.value > total.value), len(parts))
    parts = parts[:larger] if larger > 1 else parts
    for count in range(len(parts), 1, -1):
        if Sum(total, *parts[:count]).holds():
            return Check.of("parts_sum", Sum(total, *parts[:count]))
    equation = Sum(total, *parts)
    made = sum((part.value for part in parts), Decimal(0))
    if not total.value or any(f.claim.comparator != "eq" for f in (total, *parts)):
        return None
    gap = abs(made - total.value) / total.value
    if all_of_it and gap <= _NEAR:
        return Check.of("parts_sum", equation, "error")
    if made > total.value and gap <= _NEAR and (some or all_of_it):
        return Check.of("parts_sum", equation, "warning")
    if gap <= Decimal("0.015"):
        return Check.of("parts_sum", equation, "warning")
    return None
