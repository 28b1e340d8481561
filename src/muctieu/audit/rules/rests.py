"""`parts_sum` of what is left, and of totals that come last.

Formulas: total − parts = rest (`tiếp nhận 642 đơn, đã giải quyết 618 đơn, còn 24 đơn`; `26/28 đơn, còn 2 đơn`), what there was + change = what is left
(`112 hộ nghèo, giảm 28 hộ, còn 84 hộ`), Σ parts = total where the total closes the list (`nam 4.985 người, nữ 4.887 người, tổng cộng 9.872 người`). All stand in one
clause and one measure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from muctieu.audit.check import Check, Severity
from muctieu.audit.equation import Change, Flow, Sum, Whole
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.slips import slip_between
from muctieu.values.interval import Interval

_REST = re.compile(r"(?<!chỉ )(?<!xuống )(?<!giảm )(?<!vẫn )\bcòn(?: lại| tồn)?(?: \w+){0,3}\s*$")
_CLOSING = re.compile(r"[,;]\s*(?:nâng )?(?:tổng(?: \w+){0,4}|cộng chung|tất cả|cộng)(?: có| là|:)*\s*$")
_BREAK = re.compile(r";|\. |\bso với\b|\bcùng kỳ\b|\bkế hoạch\b")
_AT_END = re.compile(
    r"\b(?:cuối (?:năm|kỳ|tháng)|đến nay|hiện nay|hiện)\b[^,;]*\b(?:còn|có)\s*$|\b(?:dư|tồn)(?: \w+)? cuối (?:năm|kỳ|tháng)\b[^,;]{0,10}$|[,;]\s*còn(?: lại)?\s*$"
)
_AT_START = re.compile(r"\bđầu (?:năm|kỳ|tháng)\b[^,;]*$")
_CAME = re.compile(r"\b(?:phát sinh|tái nghèo|tăng thêm|thành lập|kết nạp|chuyển đến|tiếp nhận|thêm|thu|nhận)\b")
_WENT = re.compile(
    r"\b(?:thoát|giải thể|chuyển đi|ra khỏi|xóa|giảm|giải quyết|từ trần|chết|mất|khai trừ|xóa tên|chi|nghỉ|xuất)\b"
)
_CUES = frozenset(("còn", "có", "cộng", "tổng", "dư"))
_KINDS = ("level", "target")
_PART_OFF = Decimal("0.1")
_TOTAL_OFF = Decimal("0.03")


def check(ledger: Ledger) -> Iterator[Check]:
    """Every figure that says what is left, every total that closes a list."""
    for sentence in ledger.sentences:
        for at, figure in enumerate(sentence.figures):
            if not at or figure.kind not in _KINDS or figure.words.isdisjoint(_CUES):
                continue
            flows: list[Check] = []
            if at >= 2 and figure.kind == "level" and _AT_END.search(figure.before):
                flows = list(_flow(ledger, sentence, at))
                yield from flows
            if not flows and not figure.is_share and figure.claim.comparator == "eq":
                if _REST.search(figure.before):
                    yield from _rest(sentence, at)
                elif at >= 2 and _CLOSING.search(figure.before):
                    yield from _closed(sentence, at)


def _clause(sentence: Sentence, at: int, *, any_time: bool = False) -> list[Figure]:
    """The figures before one in its clause, that count what it counts, nearest first."""
    last = sentence.figures[at]
    found: list[Figure] = []
    for place in range(at, 0, -1):
        if _BREAK.search(sentence.figures[place].before) and (place < at or not any_time):
            break
        figure = sentence.figures[place - 1]
        alike = figure.counts_like(last) and figure.depth == last.depth and figure.claim.comparator == "eq"
        if alike and (any_time or figure.period == last.period or None in (figure.period, last.period)):
            found.append(figure)
    return found


def _rest(sentence: Sentence, at: int) -> Iterator[Check]:
    """The rest against the total and the parts before it in the clause."""
    rest = sentence.figures[at]
    before = _clause(sentence, at)
    if not before:
        return
    first = before[0]
    if first.kind == "part" and first.claim.whole is not None:
        yield from _near(Sum(Whole(first), first, rest), first.claim.whole, "error")
    elif first.kind == "change" and len(before) > 1 and before[1].kind == "level":
        found = Check.of("growth", Change(first, rest, before[1]), "warning")
        if found.holds or abs(before[1].value + first.value - rest.value) <= _PART_OFF * before[1].value:
            found.reported = first.value
            yield found
    else:
        levels = [f for f in before if f.kind == "level"]
        for count in range(1, len(levels)):
            total, parts = levels[count], [*reversed(levels[:count]), rest]
            if total.value > max(part.value for part in parts) and Sum(total, *parts).holds():
                yield Check.of("parts_sum", Sum(total, *parts))
                return
        if len(levels) == 2 and levels[1].value > levels[0].value:
            yield from _near(Sum(levels[1], levels[0], rest), levels[1].value, "warning")


def _flow(ledger: Ledger, sentence: Sentence, at: int) -> Iterator[Check]:
    """`Đầu năm có 14.286 hộ nghèo; trong năm có 3.942 hộ thoát nghèo, phát sinh mới 214 hộ; cuối năm còn 10.558 hộ`."""
    end, figures = sentence.figures[at], sentence.figures[:at]
    first = next((place for place, f in enumerate(figures) if _AT_START.search(f.before) and f.counts_like(end)), None)
    if first is None or figures[first].kind != "level":
        return
    others: list[tuple[Figure, int]] = []
    for figure in figures[first + 1 :]:
        if figure.kind != "level" or not figure.counts_like(end) or figure.depth:
            continue
        around = re.split(r"[,;]", figure.before)[-1] + " … " + re.split(r"[,;]", ledger.after(figure, 30))[0]
        came, went = _CAME.search(around), _WENT.search(around)
        if (came is None) == (went is None):
            return
        others.append((figure, 1 if came else -1))
    if others:
        found = Check.of("parts_sum", Flow(end, figures[first], others), "error")
        found.reported = end.value
        made = found.equation.solved()[0] if found.equation is not None else end.interval
        moved = sum((figure.value for figure, _ in others), figures[first].value)
        slip = slip_between(end.value, end.claim.resolution, made)
        if found.holds or made.distance(end.interval) <= _PART_OFF * moved or (slip and slip[0] == "swapped"):
            yield found


def _near(equation: Sum, total: Decimal, severity: Severity) -> Iterator[Check]:
    """The check of a total, its part and its rest, where they make about the total."""
    found = Check.of("parts_sum", equation, severity)
    found.reported = total
    made = sum(((term.interval.low + term.interval.high) / 2 for term in equation.terms[1:]), Decimal(0))
    if found.holds or abs(made - total) <= max(_PART_OFF * total, Decimal(2)):
        yield found


def _closed(sentence: Sentence, at: int) -> Iterator[Check]:
    """The figures of the clause against the total that closes it."""
    total = sentence.figures[at]
    parts: Sequence[Figure] = [f for f in _clause(sentence, at, any_time=True) if f.kind in _KINDS][::-1]
    for start in range(len(parts) - 1):
        if Sum(total, *parts[start:]).holds():
            yield Check.of("parts_sum", Sum(total, *parts[start:]))
            return
    made = sum((part.value for part in parts), Decimal(0))
    gap = abs(made - total.value)
    slip = slip_between(total.value, total.claim.resolution, Interval.exactly(made)) if made else None
    swapped = slip is not None and slip[0] in ("swapped", "digit") and gap <= _PART_OFF * total.value
    if len(parts) >= 2 and (gap <= _TOTAL_OFF * total.value or (swapped and len(parts) > 2)):
        found = Check.of("parts_sum", Sum(total, *parts), "warning")
        yield found
