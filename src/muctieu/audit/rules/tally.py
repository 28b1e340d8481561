"""`tally`: a stated count of met, missed or listed things against the list, or against another statement of it.

Formulas: met + missed = all; a count = the rows of the table with that verdict = the items listed after it. What is counted: targets, tasks, criteria
(`chỉ tiêu`, `nhiệm vụ`, `tiêu chí`), and what a list in parentheses or a footnote enumerates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from muctieu.audit.check import Check
from muctieu.audit.counts import (
    QUALIFIED,
    counts_of,
    is_counted,
    is_judged,
    is_of_some,
    is_open_ended,
    is_own,
    is_reached,
)
from muctieu.audit.equation import Sum, Whole
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.named_places import names_after
from muctieu.audit.verdict import verdict_in
from muctieu.values.interval import Interval
from muctieu.values.span import Span

_AMONG = re.compile(r"\b(?:trong|tổng số|tổng|với|gồm|trên)\s*(?:số )?$")
_LIST_CUE = re.compile(
    r"[^,;.:]{0,60}?(?:,?\s?\b(?:gồm có|bao gồm|gồm|đó là|cụ thể là|cụ thể(?= [^,;.:]{4,70};))\b\s*:?|:|\b(?:(?:chưa|không|khó) (?:đạt|hoàn thành)|chậm|trễ|đạt thấp)(?: \w+){0,4} là\b)"
)
_WITH_RATE = re.compile(r"[^;.:]{0,40}?\d[\d,.]*\s?%[^;.:\d]{0,30}?,?\s\b(?:đó là|gồm|bao gồm|là)\b\s*:?")
"""`03 chỉ tiêu đạt dưới 15% kế hoạch năm, đó là: …`"""
_LAST_NAMED = re.compile(
    r"\bvà (?:tỷ lệ|tỉ lệ|số|diện tích|sản lượng|thu nhập|giá trị|năng suất|tốc độ|mức|tổng|cơ cấu|thu|chi)\b[^,;]*$"
)
_VERDICT_OPENS = re.compile(
    r"(?:^|[.;:\n])[\s\-+*•–]*(?:có |số )?((?:chưa |không |khó )?(?:đạt và vượt|đạt|vượt|hoàn thành|cán đích))(?: mức| được)?\s*$"
)
_OTHERS_LEFT = re.compile(r"[^.\n]*\b(?:số|phần|các chỉ tiêu|chỉ tiêu|nhiệm vụ|những chỉ tiêu) còn lại\b")
"""What is left is told without a number."""
_TELLS_ALL = re.compile(r"\b(?:gồm|đó là|cụ thể)\b[^.;]{0,12}$")
_SHORT_NAME, _LONG_NAME = 5, 9
_FEW_OFF = 3
_LEAD = re.compile(r"[^:;,.]{2,30}:\s")
_REACHED = re.compile(r"\b(?:đạt|hoàn thành)(?: được)?\s*$")
_LEFT = re.compile(r"[,;]\s*(?:vẫn )?còn(?: lại)?\s*$")
_ALL_REACHED = re.compile(r"\bhoàn thành\b(?! vượt)|đạt và vượt|vượt và đạt|đạt, vượt|vượt, đạt")


def check(ledger: Ledger) -> Iterator[Check]:
    """Every count that its own list, a table's verdicts or another count can be held against."""
    counts = [f for f in ledger.once(counts_of) if f.kind in ("level", "part", "target")]
    yield from _by_verdict(ledger, counts)
    yield from _reached(ledger, counts)
    yield from _reached_again(ledger, counts)
    yield from _rest(ledger, counts)
    yield from _statements(ledger, counts)
    yield from _lists(ledger)
    yield from _opened(counts)


def _by_verdict(ledger: Ledger, counts: list[Figure]) -> Iterator[Check]:
    """`15 chỉ tiêu. … 05 chỉ tiêu vượt, 07 chỉ tiêu có khả năng đạt và 03 chỉ tiêu khó đạt`: the counts make the total."""
    by_sentence: dict[int, list[Figure]] = {}
    for figure in counts:
        by_sentence.setdefault(figure.sentence, []).append(figure)
    for number, figures in by_sentence.items():
        levels = [f for f in figures if f.kind == "level"]
        shallow = min((f.depth for f in levels), default=0)
        levels = [f for f in levels if f.unit == levels[-1].unit and f.depth == shallow]
        told = sum(1 for f in levels if verdict_in(ledger.after(f, 60)) is not None)
        if len(levels) < 2 or (told < 2 and not (told and len(levels) > 3 and _AMONG.search(levels[0].before))):
            continue
        total: Figure | Whole | None = None
        judged = levels
        if len(levels) > 2 and (
            _AMONG.search(levels[0].before) or verdict_in(ledger.after(levels[0], 60).split(",")[0]) is None
        ):
            total, judged = levels[0], levels[1:]
        if total is None:
            for back in (number - 1, number - 2):
                earlier = [f for f in by_sentence.get(back, []) if f.unit == judged[0].unit]
                if earlier:
                    last = earlier[-1]
                    total = Whole(last) if last.kind == "part" and last.claim.whole is not None else last
                    break
        if total is None:
            continue
        equation = Sum(total, *judged)
        made = sum((f.value for f in judged), Decimal(0))
        stated = total.interval.low
        if made == stated:
            yield Check.of("tally", equation)
        elif len(judged) >= 2 and abs(made - stated) * 3 <= stated and _exclusive(ledger, judged, made < stated):
            if made < stated and _OTHERS_LEFT.match(ledger.after(judged[-1], 120)):
                continue
            found = Check.of("tally", equation, "error" if len(judged) >= 3 or made > stated else "warning")
            found.reported = stated
            yield found
        elif made < stated:
            yield Check("tally", (*_figures(total), *judged), True)


def _figures(term: Figure | Whole) -> tuple[Figure, ...]:
    """The figure of a term."""
    return (term.figure,) if isinstance(term, Whole) else (term,)


def _exclusive(ledger: Ledger, judged: list[Figure], fewer: bool) -> bool:
    """Do the verdicts shut one another out, and leave none out where there are fewer? Not where one is said to be among another, nor where two are told of which none was missed."""
    verdicts = [verdict_in(ledger.after(figure, 60)) for figure in judged]
    if fewer and len(judged) == 2 and not any(v is not None and v.judgement == "missed" for v in verdicts):
        return False
    return not any(re.search(r"trong đó|trong số|riêng", figure.before) for figure in judged[1:])


def _opened(counts: list[Figure]) -> Iterator[Check]:
    """`giao ngành 12 chỉ tiêu. Vượt 06 chỉ tiêu: … Đạt 04 chỉ tiêu: … Không đạt 02 chỉ tiêu, gồm …`: counts that open with their verdicts make the one before them."""
    run: list[tuple[Figure, str]] = []
    for figure in (*counts, None):
        opens = _VERDICT_OPENS.search(figure.before) if figure is not None and figure.kind == "level" else None
        verdict = verdict_in(opens[1]) if opens is not None else None
        if figure is not None and verdict is not None and verdict.judgement not in {told for _, told in run}:
            run.append((figure, verdict.judgement))
            continue
        before = counts.index(run[0][0]) - 1 if len(run) > 1 else -1
        total = counts[before] if before >= 0 else None
        if (
            total is not None
            and total.kind == "level"
            and total.unit == run[0][0].unit
            and any(t == "missed" for _, t in run)
        ):
            judged = [each for each, _ in run]
            found = Check.of("tally", Sum(total, *judged), "warning")
            found.reported, found.weak = total.value, True
            if abs(sum((f.value for f in judged), Decimal(0)) - total.value) <= _FEW_OFF:
                yield found
        run = []


def _reached(ledger: Ledger, counts: list[Figure]) -> Iterator[Check]:
    """`11 chỉ tiêu vượt, 03 chỉ tiêu đạt` here, `13/15 chỉ tiêu đạt và vượt` or `đã đạt và vượt 13/15 chỉ tiêu` there: reached = exceeded + met."""
    judged: dict[int, dict[str, Figure]] = {}
    for figure in counts:
        verdict = verdict_in(ledger.after(figure, 40))
        plain = figure.kind == "level" and figure.sentence >= 0 and not is_reached(ledger, figure)
        if plain and verdict is not None and verdict.start <= 6 and not is_of_some(ledger, figure):
            judged.setdefault(figure.sentence, {}).setdefault(verdict.judgement, figure)
    both = next((told for told in judged.values() if "exceeded" in told and "met" in told), None)
    if both is None or both["exceeded"].unit != both["met"].unit:
        return
    exceeded, met = both["exceeded"], both["met"]
    for figure in counts:
        words = ledger.after(figure, 40)
        part = figure.kind == "part" and "hoàn thành" in words and not QUALIFIED.search(words)
        reached = figure.unit == met.unit and (part or is_reached(ledger, figure)) and figure.claim.status != "planned"
        if reached and figure.sentence != met.sentence and not is_of_some(ledger, figure):
            found = Check.of("tally", Sum(figure, exceeded, met), "error")
            found.reported = figure.value
            if abs(exceeded.value + met.value - figure.value) <= 3:
                yield found


def _reached_again(ledger: Ledger, counts: list[Figure]) -> Iterator[Check]:
    """`Trong 20 chỉ tiêu, có 17 chỉ tiêu đạt và vượt` here, `đạt và vượt 18/20 chỉ tiêu` there: the part of one whole, told twice."""
    told = [f for f in counts if f.kind in ("level", "part") and is_reached(ledger, f) and not is_of_some(ledger, f)]
    plain = [f for f in told if f.kind == "level" and f.claim.status != "planned"]
    for figure in told:
        if figure.kind != "part" or figure.claim.status == "planned":
            continue
        for other in plain:
            wholes = [f for f in counts if f.kind == "level" and f.order < other.order and not is_judged(f)]
            of_one = any(f.value == figure.claim.whole and f.unit == other.unit for f in wholes)
            near = abs(figure.value - other.value) < _FEW_OFF
            if of_one and near and other.unit == figure.unit and other.sentence != figure.sentence:
                fits, expected = figure.value == other.value, Interval.exactly(int(other.value))
                pair = (figure, other)
                yield Check("tally", pair, fits, "warning", None, (), figure.value, expected, "tally_statements")


def _rest(ledger: Ledger, counts: list[Figure]) -> Iterator[Check]:
    """`14/17 chỉ tiêu đạt và vượt, 3 chỉ tiêu không đạt`, `đạt 16/19 tiêu chí, còn 03 tiêu chí`: reached + missed = all, in one sentence of two counts."""
    for part in counts:
        whole = part.claim.whole
        beside = [f for f in counts if f.sentence == part.sentence and f is not part]
        if part.kind != "part" or whole is None or len(beside) != 1:
            continue
        rest = beside[0]
        if rest.kind != "level" or rest.unit != part.unit or rest.order < part.order or "trong đó" in rest.before:
            continue
        reached, missed = verdict_in(ledger.after(part, 60)), verdict_in(ledger.after(rest, 60))
        left = _REACHED.search(part.before) is not None and _LEFT.search(rest.before) is not None
        told = reached is not None and reached.judgement in ("met", "exceeded")
        told = told and missed is not None and missed.judgement == "missed"
        if not left and (not told or QUALIFIED.search(ledger.after(part, 60))):
            continue
        found = Check.of("tally", Sum(Whole(part), part, rest), "error")
        if found.holds or abs(part.value + rest.value - whole) <= 3:
            found.reported = whole
            yield found


def _statements(ledger: Ledger, counts: list[Figure]) -> Iterator[Check]:
    """Two statements of one tally: `03/18 chỉ tiêu chưa đạt` here, `hoàn thành 16/19 chỉ tiêu` there."""
    first: dict[tuple[str, str | None], Figure] = {}
    for figure in counts:
        if figure.kind != "part" or figure.claim.whole is None:
            continue
        around = figure.before[-50:] + ledger.after(figure, 130)
        if QUALIFIED.search(around) or verdict_in(around) is None or is_of_some(ledger, figure):
            continue
        earlier = first.setdefault((figure.unit, None), figure)
        if earlier is figure or earlier.sentence == figure.sentence:
            continue
        fits = earlier.claim.whole == figure.claim.whole
        if fits and _missed(ledger, earlier) != _missed(ledger, figure):
            fits = earlier.value + figure.value == figure.claim.whole
        elif fits and all(_ALL_REACHED.search(f.before[-20:] + ledger.after(f, 40)) for f in (earlier, figure)):
            fits = abs(earlier.value - figure.value) not in (1, 2)
        if not fits and abs(Decimal(earlier.claim.whole or 0) - figure.claim.whole) * 4 > figure.claim.whole:
            continue
        expected = Interval.exactly(earlier.claim.whole or 0)
        yield Check(
            "tally", (earlier, figure), fits, "warning", None, (), figure.claim.whole, expected, "tally_statements"
        )


def _missed(ledger: Ledger, figure: Figure) -> bool:
    """Is it a count of what was not reached?"""
    verdict = verdict_in(figure.before[-40:].split(",")[-1]) if verdict_in(figure.before[-40:].split(",")[-1]) else None
    verdict = verdict or verdict_in(ledger.after(figure, 130))
    return verdict is not None and verdict.judgement == "missed"


def _lists(ledger: Ledger) -> Iterator[Check]:
    """A small count with its list right after it in parentheses, or in its footnote, no figure among the items."""
    for sentence in ledger.sentences:
        for figure in sentence.figures:
            if figure.is_count and 2 <= figure.value <= 30 and figure.kind in ("level", "part"):
                if names_after(ledger, figure) is not None:
                    continue  # places, every one of which is named
                found = _bracketed(ledger, sentence, figure) or _after_cue(ledger, sentence, figure)
                if found is not None:
                    yield found
    for note, total, sentences in ledger.anchored:
        if total is None or not total.is_count or not 2 <= total.value <= 30 or total.kind != "level":
            continue
        start, end = note.start, note.end
        if sentences:  # `Gồm: cầu Sông Nhụy, chợ Tân Nguyên, …. Còn 05 công trình đang thi công`
            end = ledger.text.find(". ", start, sentences[0].figures[0].claim.start)
            if end < 0:
                continue
        while start < end and not ledger.text[start].isalnum():
            start += 1
        lead = _LEAD.match(ledger.text, start, end)
        found = _counted_items(ledger, total, lead.end() if lead is not None else start, end)
        if found is not None:
            yield found


def _bracketed(ledger: Ledger, sentence: Sentence, figure: Figure) -> Check | None:
    """The list in the parentheses that open within the words after the count."""
    end = sentence.end
    following = figure.order + 1
    if following < len(ledger.figures) and ledger.figures[following].claim.start < end:
        end = ledger.figures[following].claim.start
    opening = ledger.text.find("(", figure.claim.end, min(end, figure.claim.end + 160))
    closing = ledger.text.find(")", opening, sentence.end) if opening >= 0 else -1
    if closing < 0 or (
        "," in ledger.text[figure.claim.end : opening] and "chưa" not in ledger.lower[figure.claim.end : opening]
    ):
        return None
    if any(opening < f.claim.start < closing for f in sentence.figures):
        return None
    return _counted_items(ledger, figure, opening + 1, closing)


def _after_cue(ledger: Ledger, sentence: Sentence, figure: Figure) -> Check | None:
    """The list after `gồm`, `là` or a colon to the sentence's end, where no figure stands in it."""
    last = sentence.figures[-1]
    if last is not figure and not (is_counted(figure.unit) and last.order == figure.order + 1 and last.is_share):
        return None
    words = ledger.lower[figure.claim.end : sentence.end]
    cue = _LIST_CUE.match(words)
    if cue is None and is_counted(figure.unit):
        cue = _WITH_RATE.match(words)
    if cue is None:
        return None
    return _counted_items(ledger, figure, figure.claim.end + cue.end(), sentence.end)


def _counted_items(ledger: Ledger, figure: Figure, start: int, end: int) -> Check | None:
    """The items between two offsets counted by `;`, by `,` too, by `và` too: one way that fits is enough."""
    words = ledger.lower[start:end].strip().rstrip(".")
    if len(words) > 900 or is_open_ended(words):
        return None
    by_semicolon = [item for item in re.split(r"[;\n]", words) if item.strip()]
    by_comma = [item for item in re.split(r"[;,\n]", words) if item.strip()]
    by_and = [item for item in re.split(r"[;,\n]|\bvà\b", words) if item.strip()]
    if len(by_comma) < 2:
        return None
    of_first = re.split(r",|\bvà\b", by_semicolon[0])  # `03 tuyến: A, B, C; xóa điểm tập kết rác`
    counts = {len(by_semicolon), len(by_comma), len(by_and), len(of_first)}
    if len(by_semicolon) > 2:  # what stands within an item counts nothing
        counts = {len(by_semicolon), len(by_semicolon) + (" và " in by_semicolon[-1]), len(of_first)}
    joined = len(by_semicolon) == 1 and len(by_and) == len(by_comma) + 1 and "và" in by_comma[-1].split()
    if joined:
        names = [item.strip() for item in re.split(r"[,\n]|\bvà\b", ledger.text[start:end]) if item.strip(" .")]
        if len(names) > 2 and is_own(names):
            counts.discard(len(by_comma))
    value = int(figure.value)
    span = (Span(start, end),)
    if len(by_semicolon) == 1 and len(by_and) == len(by_comma) + 1 and _LAST_NAMED.search(words):
        counts.discard(len(by_comma))  # `A, B và tỷ lệ C` are three
        if value == len(by_comma):
            expected = Interval.exactly(len(by_and))
            return Check("tally", (figure,), False, "warning", None, span, figure.value, expected, "tally_list")
    if value in counts:
        return Check("tally", (figure,), True, "warning", None, span)
    if (
        len(by_semicolon) >= 2
        and abs(len(by_semicolon) - value) <= 2
        and max(len(item) for item in by_semicolon) <= 120
    ):
        expected = Interval.exactly(len(by_semicolon))
        return Check("tally", (figure,), False, "warning", None, span, figure.value, expected, "tally_list")
    most = max(counts)
    if is_counted(figure.unit) and most < value <= most + 2:  # however it is parted, the list is too short
        expected = Interval.exactly(most)
        return Check("tally", (figure,), False, "warning", None, span, figure.value, expected, "tally_list")
    named = len(by_semicolon) == 1 and "và" not in words.split() and all(len(item.split()) > 1 for item in by_comma)
    if named and is_counted(figure.unit) and value < len(by_comma) <= value + 2:
        expected = Interval.exactly(len(by_comma))  # no name of a target is parted so
        return Check("tally", (figure,), False, "warning", None, span, figure.value, expected, "tally_list")
    if abs(len(by_comma) - value) != 1 or len(by_comma) < 4 or "và" in words.split() or ":" in words:
        return None
    longest = max(len(item.split()) for item in by_comma)
    told = _TELLS_ALL.search(ledger.lower, max(0, start - 20), start) is not None
    if longest > _LONG_NAME or (longest > _SHORT_NAME and not told):
        return None
    expected = Interval.exactly(len(by_comma))
    return Check("tally", (figure,), False, "warning", None, span, figure.value, expected, "tally_list")
