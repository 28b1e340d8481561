"""Which basis does a difference speak of that the report tells elsewhere under other words? Takes a difference's place, gives candidates.

`Quỹ vận động được 1.264 triệu đồng, tăng 16,5% so với năm trước` and, in another section, `từ mức 1.085 triệu đồng huy động vào Quỹ năm 2022`; `Kim ngạch xuất khẩu tăng nhanh …; năm 2025 đạt
2.860 triệu USD, gấp 2,4 lần năm 2020`; a row of a table whose name the paragraph holds and that gives both times. A basis is of the value's measure and of the time that is compared with; its name
must be the value's, or stand in the words of the difference's sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.names import Key, alike, key_of, opposed
from muctieu.audit.pairs import Pair, value_before
from muctieu.audit.persons import counts_persons
from muctieu.audit.times import YEARS

_THUS = re.compile(r"\b(?:như vậy|như thế|tính ra|qua đó|tức là|nghĩa là|so với đầu (?:năm|kỳ|nhiệm kỳ))\b[^;.]*$")
_AT_START = re.compile(r"\bđầu (?:năm|kỳ|nhiệm kỳ)\b[^;.]*$")
_THIS = re.compile(
    r"\b(?:con số|số|tỷ lệ|chỉ số|chỉ tiêu|mức|giá trị|sản lượng|diện tích|kết quả) (?:này|đó|ấy|trên)\b[^;.]*$"
)
_CLAUSE = re.compile(r"[,;.()]| năm \d{4}")
_OUTPUT, _ECONOMY = key_of("tổng sản phẩm"), key_of("quy mô kinh tế")
_BUDGET, _STATE = key_of("ngân sách"), key_of("nhà nước")
_NAMED = 2
_SURE = 3
_MANY = 200
_LONGEST = 600


def bases_elsewhere(ledger: Ledger, sentence: Sentence, at: int) -> Iterator[Pair]:
    """The value before the difference with what the report gives under its name for the time compared with; else the rows that give both times."""
    stated = sentence.figures[at]
    value = value_before(sentence, at)
    wanted = stated.claim.basis or _start_of_span(ledger, stated)
    if wanted is None or wanted == "target" or stated.depth:
        return
    if value is None:
        yield from _of_rows(ledger, stated, wanted)
        return
    if value.period == wanted or value.claim.comparator != "eq":
        return
    bases = [
        f
        for f in ledger.at_time(wanted, value.measure)[:_MANY]
        if f.sentence != sentence.number and not f.depth and f.claim.comparator == "eq"
    ]
    if not bases:
        return
    words = value.key | key_of(ledger.words(max(sentence.start, value.claim.start - _LONGEST), stated.claim.start))
    if words >= _OUTPUT or words >= _ECONOMY:
        words |= _OUTPUT | _ECONOMY
    for basis in bases:
        if _is_named(_name(ledger, basis), value, words):
            yield Pair(value, basis, False)


def own_basis(sentence: Sentence, at: int) -> Figure | None:
    """`tăng 10,6% so với cùng kỳ (227,5 tỷ đồng)`: the level in parentheses right behind a difference that no value stands before."""
    stated = sentence.figures[at]
    behind = sentence.figures[at + 1] if at + 1 < len(sentence.figures) else None
    if behind is None or behind.depth <= stated.depth or behind.kind != "level" or behind.is_share:
        return None
    told = behind.period is not None and behind.period == stated.claim.basis and behind.before.rstrip().endswith("(")
    return behind if told and value_before(sentence, at) is None else None


def of_own_basis(ledger: Ledger, sentence: Sentence, at: int) -> Iterator[Pair]:
    """Its own basis, with what the report gives under its name for the difference's time."""
    stated, basis = sentence.figures[at], own_basis(sentence, at)
    if basis is None or stated.period is None:
        return
    for value in ledger.at_time(stated.period, basis.measure)[:_MANY]:
        near = len(value.key & stated.key) >= _SURE or alike(value.key, stated.key)
        if value is not basis and near and not opposed(value.key, stated.key) and value.claim.comparator == "eq":
            yield Pair(value, basis, False)


def of_this(ledger: Ledger, sentence: Sentence, at: int) -> Iterator[Pair]:
    """`Năm 2020, giá trị sản xuất mới có 6.080 tỷ đồng. … con số này đến năm 2025 là 9.870 tỷ đồng, tăng 62,3%`: the figure that the words take up, the last of that measure before it in the paragraph."""
    value = value_before(sentence, at)
    if value is None or sentence.figures[at].depth or not _THIS.search(value.before):
        return
    start = ledger.text.rfind("\n", 0, value.claim.start) + 1
    before = [f for f in ledger.between(start, value.claim.start) if f.kind == "level" and not f.depth]
    basis = next((f for f in reversed(before) if f.counts_like(value)), None)
    if basis is not None and None not in (basis.period, value.period) and str(basis.period) < str(value.period):
        yield Pair(value, basis, True)


def from_start(ledger: Ledger, sentence: Sentence, at: int) -> Iterator[Pair]:
    """`Đầu năm có 9.181 hộ nghèo. Cuối năm còn 7.247 hộ, chiếm 3,85%; như vậy giảm 1.934 hộ`: the first level of the sentence that counts what the change counts, and what the paragraph says of the start."""
    stated = sentence.figures[at]
    if stated.kind != "change" or stated.depth or not _THUS.search(stated.before):
        return
    start = ledger.text.rfind("\n", 0, stated.claim.start) + 1
    levels = [f for f in sentence.figures[:at] if f.kind == "level" and not f.depth and f.counts_like(stated)]
    before = [f for f in ledger.between(start, sentence.figures[0].claim.start) if f.kind == "level" and not f.depth]
    bases = [f for f in (*before, *levels) if f.counts_like(stated) and _AT_START.search(f.before)]
    values = [f for f in levels if f not in bases]
    if len(bases) == 1 and values and alike(bases[0].key, values[0].key):
        yield Pair(values[0], bases[0], True)


def _start_of_span(ledger: Ledger, stated: Figure) -> str | None:
    """The first year of the span that a yearly mean is told for."""
    if stated.claim.per[-1:] != ("year",) and "bình quân" not in stated.before:
        return None
    span = YEARS.fullmatch(stated.period or ledger.document.period or "")
    return span[1] if span is not None else None


def _name(ledger: Ledger, basis: Figure) -> Key:
    """Its name, or the words after it where it has hardly any (`từ mức 800 triệu đồng của Quỹ “Đền ơn đáp nghĩa” năm 2023`)."""
    if len(basis.key) >= _NAMED or basis.cell is not None:
        return basis.key
    return basis.key | key_of(_CLAUSE.split(ledger.after(basis, 60), maxsplit=1)[0])


def _is_named(name: Key, value: Figure, words: Key) -> bool:
    """Has a basis of this name the value's, or do the words around the value hold it?"""
    if opposed(name, value.key) or not name:
        return False
    if name >= _BUDGET:
        name = name - _STATE
    common = len(name & words)
    within = common == len(name) >= _NAMED or (common >= _SURE and 3 * common >= 2 * len(name))
    return within or (min(len(value.key), len(name)) >= _NAMED and alike(name, value.key))


def _of_rows(ledger: Ledger, stated: Figure, wanted: str) -> Iterator[Pair]:
    """`Hoạt động du lịch sôi động. Lượng khách trong quý III tăng 18,4% so với quý II`: the row `Khách du lịch` with both quarters."""
    if stated.period is None or stated.period == wanted or stated.claim.indicator.lower().startswith("chỉ số"):
        return  # an index of prices has no amounts
    start = ledger.text.rfind("\n", 0, stated.claim.start) + 1
    words = key_of(ledger.words(max(start, stated.claim.start - _LONGEST), stated.claim.start))
    own = stated.key | stated.said
    for row, cell in ledger.row_cells(stated.period):
        name = key_of(row.label)
        if len(name) < _NAMED or not name <= words or not name & own:
            continue
        for basis in row.figures.values():
            told = basis.period == wanted and basis.kind == cell.kind == "level" and basis.measure == cell.measure
            if told and not basis.is_rate and not cell.is_rate:
                yield Pair(cell, basis, False)


def in_turn(ledger: Ledger, sentence: Sentence, at: int) -> Iterator[Pair]:
    """`12 vụ, làm chết 04 người, bị thương 09 người; so với cùng kỳ (15 vụ, 06 người chết, 11 người bị thương) giảm 03 vụ, giảm 02 người chết`: of the counts of both times, here and in the sentence before, those of the change's noun."""
    stated = sentence.figures[at]
    if stated.kind != "change" or not stated.is_count or stated.claim.basis == "target":
        return
    start = ledger.text.rfind("\n", 0, stated.claim.start) + 1
    name = key_of(f"{stated.unit[1:-1]} {ledger.after(stated, 40).split(',')[0]}")
    for back in (0, 1):
        near = ledger.sentences[max(0, sentence.number - back) : sentence.number + 1]
        counts = [f for each in near for f in each.figures if f.claim.start >= start and f.order < stated.order]
        now, then = _both_times(stated, [f for f in counts if f.kind == "level" and f.is_count])
        named = [place for place, f in enumerate(now) if _counts(stated, f, name)]
        if len(named) == 1:
            yield Pair(now[named[0]], then[named[0]], True)
            return


def _both_times(stated: Figure, counts: list[Figure]) -> tuple[list[Figure], list[Figure]]:
    """The counts of the change's time, and as many of the same nouns in the same order of the time that is compared with; none where they do not answer each other."""
    now = [f for f in counts if f.period == stated.period]
    then = (
        [f for f in counts if f.period == stated.claim.basis]
        if stated.claim.basis not in (None, stated.period)
        else counts[len(now) :]
    )
    later = counts[len(now) :]
    if len(now) != len(then) or len(then) < _NAMED or then != later or now != counts[: len(now)]:
        return [], []
    earlier = {f.period for f in then}
    told = len(earlier) == 1 and str(min(earlier, key=str)) < str(stated.period)
    alike_all = all(one.counts_like(other) for one, other in zip(now, then, strict=True))
    return (now, then) if told and alike_all else ([], [])


def _counts(stated: Figure, figure: Figure, name: Key) -> bool:
    """Does it count the change's noun, told of the same thing? (`giảm 02 người chết` of `làm chết 04 người`)"""
    if not stated.counts_like(figure):
        return False
    head = key_of(figure.unit[1:-1].split()[0])
    told = key_of(f"{figure.before} {figure.unit[1:-1]}")
    more = name - head
    return not counts_persons(figure) or bool(more & told)
