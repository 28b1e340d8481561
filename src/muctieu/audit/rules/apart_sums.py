"""`parts_sum` of a total that stands in another sentence than its parts.

Formula: Σ parts = total; so too of two parts told of an opening `Trong 241 trường có …`. Parts that leave nothing between them by their names (`thu nội địa`, `thu xuất nhập khẩu`) may stand on either side of the total, a few figures away; other
parts are the list that follows a figure said to be a total (`Tổng đàn gia súc đạt 40.000 con. Đàn trâu 3.250 con, đàn bò …`), or goes before one. Such a list may leave out a rest: it is
taken for a slip only where one digit, or two that have changed places, would make the sum exact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

from muctieu.audit.check import Check
from muctieu.audit.complements import label, share_of
from muctieu.audit.equation import Sum
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.names import opposed
from muctieu.text.lexicon import lexicon, words_pattern

_NEAR = Decimal("0.1")
_FAR = 6
_LONGEST = 12
_FEWEST = 3
_TOTAL = re.compile(r"\b(?:tổng|cộng|cả năm|toàn (?:tỉnh|huyện|xã|phường|thị xã|thành phố|ngành) (?:hiện )?có)\b")
_TOTAL_WORDS = ("tổng", "cộng", "cả năm", "toàn ")
_OTHER = re.compile(
    r"\b(?:kế hoạch|kh|dự toán|cùng kỳ|so với|năm trước|chỉ tiêu|mục tiêu|bình quân|tăng|giảm|trong đó|gồm|tổng|cộng)\b"
)
_AMONG = re.compile(r"^\W*trong(?: tổng)?(?: số)?\s*$")
_ITEM = re.compile(r"[ \t]*(?:[-+*•–]|\(?[a-zđ\d]{1,2}[.)/])")


def check(ledger: Ledger) -> Iterator[Check]:
    """Every total with parts that stand apart from it."""
    plain = [figure for figure in ledger.figures if _is_plain(figure)]
    yield from _complementary(ledger, plain)
    large = {figure.order for figure in plain if figure.value >= 10}
    for sentence in ledger.sentences:
        yield from _of_opening(sentence.figures)
        for total in sentence.figures:
            if total.order not in large:
                continue
            told = f"{total.before} {total.unit} {total.indicator}"
            if any(word in told for word in _TOTAL_WORDS) and _TOTAL.search(label(total)):  # seldom
                yield from _listed(ledger, total)


def _is_plain(figure: Figure) -> bool:
    """Is it an amount told as such in the text, outside parentheses?"""
    claim = figure.claim
    plain = figure.kind == "level" and figure.cell is None and figure.depth == 0 and claim.comparator == "eq"
    return plain and not claim.per and not figure.is_share and figure.value > 0


def _of_opening(figures: Sequence[Figure]) -> Iterator[Check]:
    """`Trong 241 trường mầm non có 176 trường công lập và 38 trường tư thục`: what a sentence opens with, and two parts of it that leave nothing between them by their names."""
    if len(figures) < _FEWEST or _AMONG.search(figures[0].before) is None:
        return
    total, *parts = figures[:_FEWEST]
    plain = all(_is_plain(figure) and _one_kind(total, figure) for figure in (total, *parts))
    whole = any({share_of(part.indicator, two) for part in parts} == set(two) for two in _pairs())
    if plain and whole and not any(";" in part.before or ". " in part.before for part in parts):
        found = Check.of("parts_sum", Sum(total, *parts), "warning")
        if abs(total.value - sum(part.value for part in parts)) * 4 <= total.value:
            yield found


@cache
def _pairs() -> tuple[tuple[str, str], ...]:
    """The two names of things that come in two sorts."""
    return tuple((names[0], names[1]) for names in lexicon("audit")["parts"]["complements"] if len(names) == 2)


def _complementary(ledger: Ledger, plain: Sequence[Figure]) -> Iterator[Check]:
    """Two parts that share a whole by their names, with the one total near them."""
    sets = [(total, names) for total, *names in lexicon("audit")["parts"]["apart"]]
    words, first_words = _part_words()
    named = [
        (f, label(f))
        for f in plain
        if words.search(f.indicator) or (not f.words.isdisjoint(first_words) and words.search(f.before))
    ]
    for (first, one), (second, other) in pairwise(named):
        near = second.order - first.order <= _FAR and _one_kind(first, second)
        for word, names in sets if near else ():
            if {share_of(one, names), share_of(other, names)} != set(names):
                continue
            around = ledger.figures[max(0, first.order - _FAR) : second.order + _FAR]
            totals = [f for f in around if _is_total(f, first, second, word) and share_of(label(f), names) is None]
            if len({f.value for f in totals}) == 1 and totals[0].sentence not in (first.sentence, second.sentence):
                yield from _judged(totals[0], [first, second], around)


@cache
def _part_words() -> tuple[re.Pattern[str], frozenset[str]]:
    """The names of the parts, and their first words, which are quicker to look up."""
    told = [name for _, *names in lexicon("audit")["parts"]["apart"] for name in names]
    return re.compile(words_pattern(told)), frozenset(name.split(" ")[0] for name in told)


def _one_kind(first: Figure, second: Figure) -> bool:
    """Are they of one measure and, as far as they say, of one time?"""
    return first.counts_like(second) and (first.period == second.period or None in (first.period, second.period))


def _is_total(figure: Figure, first: Figure, second: Figure, word: str) -> bool:
    """May it be the total of both: larger than each, of their measure and time, under a name that shares a word with theirs?"""
    parts = (first, second)
    if figure in parts or not _is_plain(figure) or figure.value <= max(first.value, second.value):
        return False
    alike = all(_one_kind(figure, part) and not opposed(figure.key, part.key) for part in parts)
    return alike and word in label(figure) and bool(word or figure.key & (first.key | second.key))


def _judged(total: Figure, parts: list[Figure], around: Sequence[Figure]) -> Iterator[Check]:
    """The sum; a gap that another figure near them fills is a third part."""
    found = Check.of("parts_sum", Sum(total, *parts), "warning")
    gap = abs(total.value - sum(part.value for part in parts))
    filled = any(f.value == gap and f.counts_like(total) for f in around)
    if found.holds or (gap <= _NEAR * total.value and not filled):
        yield found


def _listed(ledger: Ledger, total: Figure) -> Iterator[Check]:
    """The list that follows a total, or goes before it."""
    for parts in (_after(ledger, total), _before(ledger, total)):
        for count in range(len(parts), 1, -1):
            if Sum(total, *parts[:count]).holds():
                yield Check.of("parts_sum", Sum(total, *parts[:count]), "warning")
                return
        if len(parts) >= _FEWEST and _looks_slipped(total, parts):
            found = Check.of("parts_sum", Sum(total, *parts), "warning")
            yield found
            return


def _after(ledger: Ledger, total: Figure) -> list[Figure]:
    """The first figure of the total's measure in each clause after its sentence: to the end of the paragraph, or of the list of lines under it."""
    start = total.claim.sentence.end
    if any(f.order > total.order and f.counts_like(total) for f in ledger.sentences[total.sentence].figures):
        return []
    end = ledger.text.find("\n", start)
    end = len(ledger.text) if end < 0 else end
    if not ledger.text[start:end].strip():
        start = end + 1
        following = ledger.text.find("\n", start)
        end = len(ledger.text) if following < 0 else following
        first = _ITEM.match(ledger.text, start)
        while (line := _ITEM.match(ledger.text, end + 1)) is not None and _alike(first, line):
            following = ledger.text.find("\n", line.end())
            end = len(ledger.text) if following < 0 else following
    return _parts(ledger.between(start, end), total)


def _alike(first: re.Match[str] | None, other: re.Match[str]) -> bool:
    """Do two lines begin with one sort of mark: the same sign, or a letter or number each?"""
    marks = [match[0].strip() for match in (first, other) if match is not None]
    return len(marks) < 2 or marks[0] == marks[1] or all(mark[0].isalnum() or mark[0] == "(" for mark in marks)


def _before(ledger: Ledger, total: Figure) -> list[Figure]:
    """The figures of the total's measure in the sentence before its own, in one paragraph."""
    own = ledger.sentences[total.sentence]
    first = own.figures[0] is total and own.number > 0
    if not first or "\n" in ledger.text[ledger.sentences[own.number - 1].figures[-1].claim.end : total.claim.start]:
        return []
    return _parts(ledger.sentences[own.number - 1].figures, total)


def _parts(figures: Sequence[Figure], total: Figure) -> list[Figure]:
    """Those that may be parts, one a clause, until a figure of another list begins."""
    parts: list[Figure] = []
    for figure in figures[: 2 * _LONGEST]:
        if not figure.counts_like(total) or figure.depth or figure.kind != "level" or figure.is_share:
            continue
        if not _is_plain(figure) or figure.value >= total.value or _OTHER.search(label(figure)):
            break
        if not _one_kind(figure, total) or opposed(figure.key, total.key):
            break
        parts.append(figure)
    return parts if len(parts) <= _LONGEST and len({part.key for part in parts}) == len(parts) else []


def _looks_slipped(total: Figure, parts: list[Figure]) -> bool:
    """Would one digit of the total, or two digits of it or of a part the other way round, make the sum exact?"""
    equation = Sum(total, *parts)
    gap = abs(total.value - sum(part.value for part in parts))
    if gap > _NEAR * total.value or any(f.claim.resolution != total.claim.resolution for f in parts):
        return False
    for place, figure in enumerate((total, *parts)):
        if figure.value < 100 * figure.claim.resolution:
            continue
        slip = equation.slip(place)
        if slip == "swapped" or (slip == "digit" and not place):
            return True
    return False
