"""`tally` of counts and lists in different sections: what was not reached, said here as a number, there as a list or as another number.

Formulas: a count = the names that another paragraph lists under the same judgement (`04 chỉ tiêu khó hoàn thành` here, `Các chỉ tiêu dự báo không về đích gồm: …` there); one judgement has one count;
reached + missed = all, over sentences. A list may stand in lines of its own, or be counted in words (`Bốn chỉ tiêu …`). Lists without an end (`như`, `v.v.`) and counts of some of them (`riêng`, `về kinh tế`) are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from muctieu.audit.check import Check
from muctieu.audit.counts import counts_of, is_limited, is_of_some, is_open_ended, is_reached, verdict_of
from muctieu.audit.equation import Same, Sum, Whole
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.verdict import verdict_in
from muctieu.text.lexicon import lexicon, words_pattern
from muctieu.values.interval import Interval
from muctieu.values.span import Span

_NUMBERS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_LEADS = ("các", "những", *_NUMBERS)
_COUNTED = "chỉ tiêu "
_TO_COME = r"(?:(?:được|đã|còn lại|còn|vẫn|mới|dự báo|dự kiến|ước|đánh giá|xác định|nhiều khả năng) )*"
_OPENS = r"(?:,? (?:là|gồm|gồm có|bao gồm|đó là|cụ thể là|như sau)\b\s?[:(]?|\s?[:(])[ ]?"
_PARENTHESIS = re.compile(r"\([^()]*\)")
_ITEM = re.compile(r"[ \t]*(?:(?P<dash>[-+*•–])|\(?\w{1,2}[.)])[ \t]*[^\n]*")
_YEAR_BEFORE = re.compile(r"\b(?:trong|cả|của|hằng|hàng|mỗi|đầu|cuối|các|nhiều)\s$")
"""Before `năm`, which then is a year and no number."""
_REACHED_BEFORE = re.compile(r"\b(?:đạt|hoàn thành)(?: được)?\s*$")
_CLOSES = re.compile(r"[.,;:()\n]|\b(?:song|nhưng|vì|do|nên|nếu|mà|trong khi)\b")
_FILLER = re.compile(
    r"\b(?:dự báo|dự kiến|ước|được|đánh giá|đã|còn|vào|so với|kế hoạch|nghị quyết|mục tiêu|đề ra|cả năm|năm|đến|hết|cuối|nhiệm kỳ|là|gồm|bao gồm|đó|cụ thể|\d{4}|hđnd|tỉnh|huyện|xã|thị|giao|đại hội)\b"
)
_ROOM = 3
_LONG = 120
_FEWEST = 2
_MISSED = ("chưa đạt", "không đạt", "chưa hoàn thành", "không hoàn thành")


class Listed(NamedTuple):
    """Names under a judgement: the words that judge, what they mean, the number in words before them, the least and the most names that may be meant, where they stand."""

    words: str
    judgement: str
    number: int | None
    number_at: Span
    least: int
    most: int
    span: Span


@cache
def _pattern() -> re.Pattern[str]:
    missed = words_pattern(lexicon("audit")["verdict"]["missed"])
    return re.compile(
        rf"chỉ tiêu {_TO_COME}(?P<verdict>{missed}|vượt)(?! \d)(?: (?!là\b|gồm\b|bao\b)\w+){{0,5}}?{_OPENS}(?=(?P<items>(?:[^.\n]|\.(?=\d)){{0,700}}))"
    )


def check(ledger: Ledger) -> Iterator[Check]:
    """Every count that another section says again, lists, or completes."""
    counts = ledger.once(counts_of)
    if not counts:
        return
    yield from _listed_elsewhere(ledger, counts)
    yield from _rest_elsewhere(ledger, counts)
    yield from _said_again(ledger, counts)


def _listed_elsewhere(ledger: Ledger, counts: list[Figure]) -> Iterator[Check]:
    """Lists against the count of that judgement, or against the number in words that opens them."""
    for found in _lists(ledger):
        listed = _names(ledger, found)
        if listed is None:
            continue
        if listed.number is not None and not listed.least <= listed.number <= listed.most:
            yield _miscounted(listed)
            continue
        told = _told(ledger, counts, listed)
        if told is not None and (_lead(ledger, found) or _begins(ledger, found.start())):
            yield from _against(told, listed)


def _lists(ledger: Ledger) -> Iterator[re.Match[str]]:
    """Where targets are judged, and names of them may follow."""
    for at in ledger.places(_COUNTED):
        found = _pattern().match(ledger.lower, at)
        if found is not None:
            yield found


def _lead(ledger: Ledger, found: re.Match[str]) -> str:
    """`các`, `những`, or a number in words, right before the targets; `năm` after words that make it a year is none."""
    start = found.start()
    lead = next((word for word in _LEADS if ledger.lower.endswith(f"{word} ", 0, start)), "")
    before = ledger.lower[max(0, start - len(lead) - 9) : max(0, start - len(lead) - 1)]
    return "" if lead == "năm" and _YEAR_BEFORE.search(before) else lead


def _names(ledger: Ledger, found: re.Match[str]) -> Listed | None:
    """The names of a list, in its sentence or in the lines below; None where it is none, or is open."""
    opened = ledger.lower[found.end("verdict") : found.end()]
    if not re.search(r"(?:là|gồm|sau|[:(])\s?$", opened):
        return None
    words, start = _PARENTHESIS.sub("", found["items"]), found.start("items")
    if opened.rstrip().endswith("("):
        words = found["items"].split(")")[0]
    lines = _lines(ledger, start) if not words.strip() else []
    if lines:
        least = most = len(lines)
        end = lines[-1].end
    else:
        by_semicolon, by_comma = (_parts(words, mark) for mark in (";", "[;,]"))
        by_and = _parts(words, r"[;,]|\bvà\b")
        end = found.end("items")
        parted = by_semicolon if len(by_semicolon) > 1 else by_and
        if len(by_and) < _FEWEST or max(map(len, parted)) > _LONG or any(letter.isdigit() for letter in words):
            return None
        least, most = (len(by_semicolon),) * 2 if len(by_semicolon) > 1 else (len(by_comma), len(by_and))
    if is_open_ended(opened + words) or is_limited(found[0]):
        return None
    verdict = verdict_in(found["verdict"])
    lead = _lead(ledger, found)
    number = _NUMBERS.index(lead) + 1 if lead in _NUMBERS else None
    at = Span(found.start() - len(lead) - 1, found.start() - 1) if number is not None else Span(0, 0)
    span = Span(start, end)
    return Listed(found["verdict"], verdict.judgement, number, at, least, most, span) if verdict is not None else None


def _parts(words: str, mark: str) -> list[str]:
    """What stands between the marks."""
    return [part for part in re.split(mark, words) if part.strip()]


def _lines(ledger: Ledger, start: int) -> list[Span]:
    """The lines of a list right below, opened by marks of one kind; dashes under numbers are no items of their own."""
    at = ledger.text.find("\n", start) + 1
    lines: list[Span] = []
    numbered: bool | None = None
    while at and (item := _ITEM.match(ledger.lower, at)) is not None:
        is_number = item["dash"] is None
        numbered = is_number if numbered is None else numbered
        if is_number and not numbered:
            break
        lines += [Span(item.start(), item.end())] if is_number == numbered else []
        at = item.end() + 1
    return lines if len(lines) >= _FEWEST else []


def _begins(ledger: Ledger, at: int) -> bool:
    """Do the words begin a sentence or a line?"""
    return ledger.lower[max(0, at - 4) : at].rstrip(" -+*•–").endswith((".", "\n", ";", ":")) or at == 0


def _told(ledger: Ledger, counts: list[Figure], listed: Listed) -> Figure | None:
    """The count of that judgement elsewhere: the one in the same words, else the only one of that meaning."""
    same: list[Figure] = []
    like: list[Figure] = []
    for figure in counts:
        verdict = verdict_of(ledger, figure)
        if (
            figure.kind != "level"
            or verdict is None
            or verdict.judgement != listed.judgement
            or figure.claim.status == "planned"
        ):
            continue
        if (
            is_of_some(ledger, figure)
            or is_reached(ledger, figure)
            or figure.claim.sentence.end >= listed.span.start > figure.claim.start
        ):
            continue
        like.append(figure)
        if ledger.after(figure)[verdict.start : verdict.end] == listed.words:
            same.append(figure)
    told = same or like
    return told[0] if len({f.value for f in told}) == 1 and told[0].unit == "{chỉ tiêu}" else None


def _against(told: Figure, listed: Listed) -> Iterator[Check]:
    """The check of a count against the names that are listed elsewhere."""
    fits = listed.least <= told.value <= listed.most
    near = listed.most if told.value > listed.most else listed.least
    if fits or abs(told.value - near) <= _ROOM:
        expected = Interval.exactly(near)
        yield Check("tally", (told,), fits, "warning", None, (listed.span,), told.value, expected, "tally_list")


def _miscounted(listed: Listed) -> Check:
    """`Năm chỉ tiêu không đạt là: A; B; C; D`: the check of a list against its own number in words."""
    number = listed.number or 0
    expected = Interval.exactly(listed.most if number > listed.most else listed.least)
    words = (listed.number_at, listed.span)
    facts: dict[str, object] = {"stated": f"{_NUMBERS[number - 1]} chỉ tiêu"}
    return Check("tally", (), False, "warning", None, words, Decimal(number), expected, "tally_list", facts)


def _rest_elsewhere(ledger: Ledger, counts: list[Figure]) -> Iterator[Check]:
    """`12/15 chỉ tiêu đạt và vượt`, or `trong 15 chỉ tiêu, có 12 chỉ tiêu đạt và vượt`, here, `còn 3 chỉ tiêu chưa đạt` in another sentence; each is said once and none is left open."""
    plain = [f for f in counts if not is_of_some(ledger, f) and f.claim.status != "planned"]
    judged = [(figure, verdict_of(ledger, figure)) for figure in plain]
    if any(verdict is not None and verdict.judgement == "open" for _, verdict in judged):
        return
    missed = [f for f, verdict in judged if f.kind == "level" and verdict is not None and verdict.judgement == "missed"]
    reached = [
        f
        for f, verdict in judged
        if is_reached(ledger, f)
        or (f.kind == "part" and _REACHED_BEFORE.search(f.before) is not None)
        or (f.kind == "part" and verdict is not None and verdict.judgement in ("met", "exceeded"))
    ]
    wholes = {f.order: told for f in reached if (told := _whole_of(counts, f)) is not None}
    pairs = {(f.value, _number_of(wholes[f.order])) for f in reached if f.order in wholes}
    if len(pairs) != 1 or len({f.value for f in reached}) != 1 or len({f.value for f in missed}) != 1:
        return
    first, rest = next(f for f in reached if f.order in wholes), missed[0]
    all_of_them = wholes[first.order]
    if first.unit != rest.unit or any(f.sentence == rest.sentence for f in counts if f is not rest):
        return  # held against what stands with it
    found = Check.of("tally", Sum(all_of_them, first, rest), "warning")
    whole = _number_of(all_of_them)
    if found.holds or abs(first.value + rest.value - whole) <= _ROOM:
        found.reported = whole
        yield found


def _whole_of(counts: list[Figure], reached: Figure) -> Whole | Figure | None:
    """Of how many it is a count: written with it, or told before it in its sentence."""
    if reached.kind == "part":
        return Whole(reached) if reached.claim.whole is not None else None
    before = [
        f for f in counts if f.sentence == reached.sentence and f.order < reached.order and f.unit == reached.unit
    ]
    return before[0] if len(before) == 1 and before[0].kind == "level" and before[0].value >= reached.value else None


def _number_of(whole: Whole | Figure) -> Decimal:
    """The number of all."""
    return whole.value if isinstance(whole, Figure) else whole.figure.claim.whole or Decimal(0)


def _said_again(ledger: Ledger, counts: list[Figure]) -> Iterator[Check]:
    """`04 chỉ tiêu chưa đạt hoặc khó hoàn thành` here, `03 chỉ tiêu chưa đạt hoặc khó hoàn thành` there: one judgement in the same words."""
    first: dict[tuple[str, str], Figure] = {}
    for figure in counts:
        words = " ".join(_FILLER.sub(" ", _CLOSES.split(ledger.after(figure, 80), maxsplit=1)[0]).split())
        if figure.kind != "level" or verdict_in(words) is None or is_of_some(ledger, figure):
            continue
        words = "chưa đạt" if words in _MISSED else words
        same = first.setdefault((figure.unit, words), figure)
        if same.sentence != figure.sentence and len(words.split()) >= _FEWEST and _of_one_time(same, figure):
            found = Check.of("tally", Same(figure, same), "warning")
            found.reported, found.expected = figure.value, same.interval
            yield found


def _of_one_time(first: Figure, second: Figure) -> bool:
    """May they be of one year?"""
    one, other = first.period, second.period
    return None in (one, other) or (one or "").rpartition("/")[2][:4] == (other or "").rpartition("/")[2][:4]
