"""`parts_sum` of footnotes: of the figure at the mark, or of another where the mark stands after one that the parts do not make.

Formula: Σ parts = total. `04 cụm công nghiệp với tổng diện tích 187,6 ha, thu hút 63 dự án[1]` with the note `Cụm A 62,4 ha; cụm B 48,0 ha; …`: the total is the nearest figure of the parts' measure before the
mark, in its sentence; where the mark is lost, the only amount of the report that is a slip away. A list of three parts or more that misses it by little is a slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from muctieu.audit.check import Check
from muctieu.audit.compared import is_compared
from muctieu.audit.equation import Sum
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.persons import is_person_of
from muctieu.text.lexicon import lexicon, words_pattern

_FEWEST = 3
_MANY = 200
_NEAR = Decimal("0.1")
_NOTE_MARK = re.compile(r"^\W*(?:\[?\(?\d{1,3}\)?\]?)?\W*")


def check(ledger: Ledger) -> Iterator[Check]:
    """Every footnote that lists parts of one measure."""
    yield from _marked(ledger)
    for note, marked, sentences in ledger.anchored:
        if not sentences:
            continue
        if note.anchor is None:
            yield from _without_mark(ledger, sentences[0])
            continue
        parts = _parts(sentences[0].figures)
        total = _meant(ledger, marked)
        if len(parts) < 2 or (total is not None and total.counts_like(parts[0])):
            continue
        before = ledger.last_before(note.anchor + 1)
        if before is None or before.sentence < 0 or note.anchor > before.claim.sentence.end + 2:
            yield from _without_mark(ledger, sentences[0])  # the mark stands in a sentence without a figure
            continue
        told = [f for f in ledger.sentences[before.sentence].figures if f.order <= before.order]
        totals = [
            f for f in told if _is_plain(f) and not f.depth and (parts[0].counts_like(f) or is_person_of(parts[0], f))
        ]
        for total in reversed(totals[-2:]):
            found = Check.of("parts_sum", Sum(total, *parts), "warning")
            if found.holds or (total is totals[-1] and _looks_slipped(total, parts)):
                yield found
                break


def _without_mark(ledger: Ledger, sentence: Sentence) -> Iterator[Check]:
    """A note whose mark is lost, that lists only parts: the amount of the text that they make, else the only one that a slip away would be it."""
    parts = _parts(sentence.figures)
    if len(parts) < _FEWEST or len(parts) != len(sentence.figures) or not _of_one_time(parts):
        return
    told = [
        f
        for f in ledger.amounts(parts[0].unit)[:_MANY]
        if f.cell is None and _is_plain(f) and f.sentence != sentence.number
    ]
    told = [f for f in told if parts[0].counts_like(f) or is_person_of(parts[0], f)]
    fitting = [total for total in told if Sum(total, *parts).holds()]
    if fitting:
        if len({total.value for total in fitting}) == 1:
            yield Check.of("parts_sum", Sum(fitting[0], *parts))
        return
    near = [f for f in told if _looks_slipped(f, parts)]
    if len({f.value for f in near}) == 1:
        yield Check.of("parts_sum", Sum(near[0], *parts), "warning")


def _of_one_time(parts: Sequence[Figure]) -> bool:
    """Are all of one time, or each of the year after the one before?"""
    periods = [part.period for part in parts]
    years = [int(period) for period in periods if period is not None and period.isdigit()]
    return len(set(periods)) == 1 or (len(years) == len(parts) and years == [*range(years[0], years[0] + len(years))])


def _is_plain(figure: Figure) -> bool:
    """Is it an amount that is given exactly?"""
    plain = figure.kind == "level" and figure.claim.comparator == "eq" and not figure.claim.per
    return plain and not figure.is_share and figure.value > 0


def _parts(figures: list[Figure]) -> list[Figure]:
    """The amounts of the first one's measure, outside parentheses."""
    plain = [f for f in figures if _is_plain(f) and not f.depth]
    return [f for f in plain if f.counts_like(plain[0])]


def _looks_slipped(total: Figure, parts: list[Figure]) -> bool:
    """Are they larger than none of the parts, and would two digits the other way round, or one digit, make the sum?"""
    gap = abs(total.value - sum(part.value for part in parts))
    if gap > _NEAR * total.value or any(part.value >= total.value for part in parts):
        return False
    slip = Sum(total, *parts).slip()
    return slip == "swapped" or (slip == "digit" and len(parts) >= _FEWEST)


def _marked(ledger: Ledger) -> Iterator[Check]:
    """A footnote's first list of figures against the figure at its mark; each of its sentences may be a list of its own."""
    for _, marked, sentences in ledger.anchored:
        total = _meant(ledger, marked)
        if total is None or total.kind not in ("level", "part") or total.is_share:
            continue
        for sentence in sentences:
            parts = [
                f for f in sentence.figures if f.kind == "level" and f.is_count == total.is_count and not f.is_share
            ]
            parts = [f for f in parts if f.measure == total.measure or (total.is_count and not f.claim.per)]
            same = [f for f in parts if f.counts_like(total)]
            begun = (parts[:count] for count in range(len(parts) - 1, 1, -1))
            for group in (same, parts, *begun):
                if len(group) >= 2 and total.value >= 10 and Sum(total, *group).holds():
                    yield Check.of("parts_sum", Sum(total, *group), "error")
                    break
            else:
                opening = _NOTE_MARK.sub("", sentence.figures[0].before)
                named = _every().search(opening) is not None and "," not in opening
                alone = len(same) == len(sentence.figures)
                found = _noted(total, same or (parts if named else []), named=named, alone=alone)
                if found is not None and sentence is sentences[0]:
                    yield found


def _meant(ledger: Ledger, marked: Figure | None) -> Figure | None:
    """The figure that a note at this one speaks of: `5 năm đạt 11.900 tỷ đồng, tăng 73,7% so với nhiệm kỳ trước (6.850 tỷ đồng)[2]`, not what it is compared with."""
    if marked is None or marked.sentence < 0 or not is_compared(marked):
        return marked
    told = [f for f in ledger.sentences[marked.sentence].figures if f.order < marked.order and not f.depth]
    return next((f for f in reversed(told) if f.kind == "level" and f.counts_like(marked)), marked)


def _noted(total: Figure, parts: list[Figure], *, named: bool, alone: bool) -> Check | None:
    """`486 tỷ đồng[3]` with the note `Gồm: A 210 tỷ đồng, B 290 tỷ đồng`: a list that is said to be all of it, or counts that nearly make it."""
    made = sum((f.value for f in parts), Decimal(0))
    gap = abs(made - total.value)
    if any(f.claim.comparator != "eq" for f in (total, *parts)):
        return None
    if named and len(parts) >= 2 and gap * 4 <= total.value:
        return Check.of("parts_sum", Sum(total, *parts), "error")
    if len(parts) >= 3 and (total.is_count or alone) and gap * 20 <= total.value:
        return Check.of("parts_sum", Sum(total, *parts), "warning")
    return (
        Check.of("parts_sum", Sum(total, *parts), "warning")
        if len(parts) >= 2 and alone and _is_slip_of(total, parts)
        else None
    )


def _is_slip_of(total: Figure, parts: Sequence[Figure]) -> bool:
    """Would one digit, or two the other way round, of a total of three digits or more make it the sum?"""
    long_enough = total.value >= 100 * total.claim.resolution
    near = abs(total.value - sum(f.value for f in parts)) * 4 <= total.value
    return near and long_enough and Sum(total, *parts).slip() in ("swapped", "digit")


@cache
def _every() -> re.Pattern[str]:
    return re.compile(rf"\b{words_pattern(lexicon('audit')['parts']['all'])}\b")
