"""`parts_sum`: the parts against the stated total.

Formula: Σ parts = total, each within its rounding; after `trong đó` the parts may be less than the total, never more. In a sentence the
parts follow the total in parentheses or after `gồm`, `trong đó`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import takewhile

from muctieu.audit.check import Check
from muctieu.audit.complements import are_states, complements, leaves_others
from muctieu.audit.equation import Sum
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence, title_key
from muctieu.audit.names import alike
from muctieu.audit.persons import are_penalties, counts_persons, is_person_of
from muctieu.audit.slips import slip_between
from muctieu.text.lexicon import lexicon, words_pattern
from muctieu.values.interval import Interval

_OTHER = re.compile(
    r"kế hoạch|cùng kỳ|so với|năm trước|chỉ tiêu|dự toán|\bkh\b|nghị quyết|mục tiêu|\bso\b|công suất|diện tích|tổng mức|tương đương"
    r"|bình quân|trị giá|kinh phí|còn lại của|tăng|giảm|trước đó|nhiệm kỳ trước"
)
_SIZES = ("công suất", "diện tích", "tổng mức", "kinh phí")
_OPENING = re.compile(
    r"^\s*(?:[-+*•–→➤]\s*)?(?:\(?\w{1,3}[.)]\s*)?(?:(?<=→)|(?<=→ )|(?<=→\t)|tr\. ?đó|trong (?:tổng|đó|số)|cụ thể|bao gồm|gồm|chia ra|phân ra)\b"
)
_SHARED_OUT = re.compile(r"^\s*(?:chia ra|phân ra|gồm|bao gồm)\b")
_SUBJECT = re.compile(r"trong (?:tổng số|tổng|số)\s+(.*)", re.DOTALL)
_BRACKET = re.compile(r"^[^,;.()]*,?\s*\([^()]*$")
_JOINED = re.compile(r"(?:, | và )(\w+(?: \w+)?)\s*\((?:gồm |trong đó )?(?:có )?\s*")
_AMONG = re.compile(r"[,;]\s*trong (?:đó|số đó)\b[^;]*$")
_LABEL = re.compile(r"^\s*([^:;.,()]{4,40}):")
_NEAR = Decimal("0.015")
_PLANNED = re.compile(r"\b(?:dt|kh|kế hoạch|dự toán|chỉ tiêu|nq|mục tiêu)\b[^,;]*$")
_BASIS = re.compile(r"(?:so (?:với|cùng)|cùng kỳ)[^;]*\(\s*$")
_COLON = re.compile(r":[^,;.:()\d]{0,40}$")
_ABOUT = Decimal("0.1")
_NONE_TWICE = Decimal("0.15")
"""Persons may be of two kinds at once (`nữ`, `dân tộc`); things seldom are."""
_LONG = 100_000
_GAPS = ("target_gap", "change")
_WHOLES = ("level", "target", *_GAPS)
_BOTH = re.compile(r"(?: [^\W\d_]+){0,2}? ([^\W\d_]+)[ _]và[ _]([^\W\d_]+)\b")


@cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = lexicon("audit")["parts"]
    every = re.compile(rf"(?<!phân )\b{words_pattern(words['all'])}\b")  # no `thu phân chia theo tỷ lệ`
    some = re.compile(rf"\b{words_pattern(words['some'])}\b")
    rest = re.compile(rf"\b{words_pattern(words['rest'])}\b")
    return every, some, rest


@cache
def _cue_words() -> frozenset[str]:
    """The first words of what says that parts follow: quick to look up."""
    words = lexicon("audit")["parts"]
    return frozenset(re.split(r"\W", cue, maxsplit=1)[0] for cue in (*words["all"], *words["some"]))


_WITH = re.compile(r"\b(?:với|có) (?:tổng )?(?:công suất|mức đầu tư|số vốn|vốn|kinh phí|diện tích|chiều dài|quy mô)\b")


def check(ledger: Ledger) -> Iterator[Check]:
    """Every total that is followed by its parts."""
    for sentence in ledger.sentences:
        figures = sentence.figures
        for at in range(len(figures) - 1):
            if figures[at].kind in _WHOLES and not figures[at].is_share:
                found = _after_total(ledger, figures, at)
                if found is not None:
                    yield found
        if len(figures) >= 2 and sentence.number and _begins(ledger, sentence):
            yield from _opening(ledger, sentence)


def _begins(ledger: Ledger, sentence: Sentence) -> bool:
    """Does the sentence begin with words that say that parts follow, or with the total's name and a colon?"""
    words = sentence.figures[0].before
    named = ":" in words and _LABEL.match(words) is not None
    return _OPENING.match(words) is not None or (named and bool(_labels_total(ledger, sentence)))


def _after_total(ledger: Ledger, figures: list[Figure], at: int) -> Check | None:
    """The parts that follow one total, and whether they make it."""
    every, some, _ = _cues()
    total, following = figures[at], figures[at + 1 :]
    first: Figure | None = following[0]
    if _between(total, following[0], following[0]):
        first = next((f for f in following[1:] if not _between(total, f, following[0])), None)
    first = _among_later(following, total) or first
    if first is None or total.depth > first.depth:
        return None
    gap = first.before
    bracket = first.depth == total.depth + 1 and _BRACKET.match(gap) is not None
    cued = not first.words.isdisjoint(_cue_words())
    is_some = cued and some.search(gap) is not None
    is_all = cued and every.search(gap) is not None
    joined = _of_joined_nouns(figures, at)
    if joined is not None:
        return joined
    if not (bracket or is_some or is_all):
        return _after_colon(figures, at) or _uncued(figures, at)
    if gap.count(".") and ". " in gap:
        return None
    depth = first.depth
    same = not total.is_count or first.counts_like(total)
    if not same and total.is_count and total.kind != "level":
        return None
    parts = _collect(figures, figures.index(first), total, depth, same=same)
    if not parts:
        return None
    if bracket and total.is_count:  # `14 cuộc (7 cuộc thể thao, 4 đêm văn nghệ, 3 cuộc đờn ca)`
        listed = list(takewhile(lambda f: f.depth >= depth, figures[figures.index(first) :]))
        counts = [f for f in listed if f.depth == depth and f.is_count and f.kind == "level"]
        if len(counts) > len(parts) and Sum(total, *counts).holds():
            return Check.of("parts_sum", Sum(total, *counts), "error")
    if total.kind in _GAPS and total.value < 0 and all(part.value >= 0 for part in parts):
        made = sum((part.value for part in parts), Decimal(0))  # `còn thiếu 1.126 giáo viên (mầm non 486, …)`
        return Check("parts_sum", (total, *parts), True) if made == -total.value else None
    told = [f for f in reversed(figures[:at]) if f.kind == "level" and f.counts_like(total)]
    planned = total.kind in (*_GAPS, "target") or _PLANNED.search(total.before) is not None
    total = _nearest(told, total, parts) if planned else total
    found = _judge(
        ledger,
        total,
        parts,
        exhaustive=is_all or (bracket and not is_some) or _leave_none(ledger, total, parts),
        named=is_all,
        some=is_some,
    )
    if found is None or found.holds:
        return found
    # `286,4 triệu USD, tăng 13,7% so với 251,9 triệu USD của cùng kỳ; gồm …`: an amount further before that they make
    whole = next((f for f in told if f.depth <= depth and Sum(f, *parts).holds()), None)
    return found if whole is None else Check.of("parts_sum", Sum(whole, *parts))


def _leave_none(ledger: Ledger, total: Figure, parts: Sequence[Figure]) -> bool:
    """Are the parts all states that there are? So too in `21 chỉ tiêu đạt và vượt (trong đó 12 chỉ tiêu vượt, 08 chỉ tiêu đạt)`: does each of two parts open with one of the two words that the total joins?"""
    if are_states([ledger.after(part) for part in parts]):
        return True
    joined = _BOTH.match(ledger.after(total))
    if joined is None or len(parts) != 2:
        return False
    opened = [ledger.after(part).lstrip().partition(" ")[0].rstrip(",;.)") for part in parts]
    return sorted(opened) == sorted(joined.groups())


def _nearest(told: Sequence[Figure], total: Figure, parts: Sequence[Figure]) -> Figure:
    """`9.870 tỷ đồng, đạt 68,5% dự toán năm là 14.400 tỷ đồng, gồm …`: of a plan and the result before it, the one that the parts come nearer to."""
    results = [f for f in told if f.depth == total.depth]
    made = sum((part.value for part in parts), Decimal(0))
    return min((total, *results[:1]), key=lambda each: abs(each.value - made))


def _among_later(following: list[Figure], total: Figure) -> Figure | None:
    """`86 vụ cháy, làm chết 4 người, bị thương 9 người; trong đó cháy nhà dân 52 vụ, …`: the first of the total's noun after figures of others, where it is among them."""
    if not total.is_count or not any("trong" in figure.words for figure in following):
        return None
    first = next((at for at, f in enumerate(following) if f.counts_like(total)), 0)
    alone = first and all(f.is_count and f.depth == total.depth for f in following[:first])
    return following[first] if alone and _AMONG.search(following[first].before) else None


def _of_joined_nouns(figures: list[Figure], at: int) -> Check | None:
    """`21 xã, thị trấn (20 xã, 01 thị trấn)`: a count of two nouns, then one of each."""
    total, parts = figures[at], figures[at + 1 : at + 3]
    if not total.is_count or len(parts) < 2 or not parts[0].before.startswith((", ", " và ")):
        return None
    named = _JOINED.fullmatch(parts[0].before)
    if named is None or not all(part.kind == "level" for part in parts):
        return None
    nouns = {"{" + named[1] + "}", total.unit}
    return Check.of("parts_sum", Sum(total, *parts), "error") if {part.unit for part in parts} == nouns else None


def _between(total: Figure, figure: Figure, following: Figure) -> bool:
    """Is it a rate, a growth or a remark in parentheses that stands between a total and its parts?"""
    if figure.kind == total.kind and total.kind in _GAPS and figure.measure == total.measure:
        return False
    if figure.kind in ("growth", "attainment", "change", "multiple", "target_gap") or (
        figure.is_share and figure.kind == "level"
    ):
        return True
    if figure.depth <= total.depth:  # `46 dự án điện với tổng công suất 2.614 MW, gồm 27 dự án điện mặt trời, …`
        return total.is_count and not figure.is_count and _WITH.search(figure.before) is not None
    if None not in (figure.period, total.period) and figure.period != total.period:
        return True  # `86.240 tỷ đồng, gấp 1,73 lần giai đoạn 2011 - 2015 (49.850 tỷ đồng), trong đó …`
    words = _after_cue(figure.before)
    aside = _PLANNED.search(words) or _BASIS.search(words)
    return aside is not None or (figure.kind == "target" and figure is not following)


def _collect(figures: list[Figure], start: int, total: Figure, depth: int, *, same: bool) -> list[Figure]:
    """The figures that may be parts of the total: of its measure (or all of them counts), at one depth, until the list ends."""
    parts: list[Figure] = []
    mixed = total.is_count and not same
    kinds = {"level", total.kind} | ({"target"} if total.claim.status == "planned" else set())
    for figure in figures[start:]:
        if figure.depth < depth:
            break
        if figure.depth > depth or figure.is_share or figure.kind not in kinds:
            continue
        gap = figure.before
        if mixed and len(parts) > 1 and ";" in gap:
            break  # `gồm 26 đảng bộ cơ sở và 27 chi bộ cơ sở; 6.284 đảng viên`
        if not _adds_to(figure, total) and not (mixed and figure.is_count and not figure.claim.per):
            if mixed:
                return []
            continue
        if parts and ("tổng" in gap.rsplit(")", 1)[-1] or ". " in gap or _cues()[0].search(gap)):
            break
        if parts and gap.strip() == "/":
            continue
        if not parts:
            gap = _after_cue(gap)
        other = _OTHER.search(gap)
        said = (
            other is not None and other[0] in _SIZES and other[0] in total.before
        )  # `diện tích … 1.240 ha, trong đó diện tích …`
        if other and not said and total.kind not in _GAPS and figure.measure == total.measure:
            if not parts:
                return []
            if re.search(r"kế hoạch|cùng kỳ|so với|năm trước|dự toán|chỉ tiêu", gap):
                continue
        parts.append(figure)
    return [] if mixed and _are_pairs(parts) else parts


def _are_pairs(parts: Sequence[Figure]) -> bool:
    """Do two nouns take turns, so that each pair is of one thing? (`cấp huyện 5 lớp, 280 người; cấp xã 7 lớp, 360 người`)"""
    units = [part.unit for part in parts]
    return any(
        units[at] in units[:at] and units[at - 1] != units[at] and units[at - 1] in units[: at - 1]
        for at in range(2, len(units))
    )


def _after_cue(words: str) -> str:
    """The words after the last `gồm` or `trong đó`: those before it speak of the total (`đạt 112% dự toán tỉnh giao, trong đó: …`)."""
    every, some, _ = _cues()
    ends = [match.end() for cue in (every, some) for match in cue.finditer(words)]
    return words[max(ends, default=0) :]


def _adds_to(figure: Figure, total: Figure) -> bool:
    """Is it of the total's measure? `7.982 nghìn lượt` is of `8.460 nghìn lượt khách`, `31 công trình thủy lợi` of `146 công trình`."""
    if total.is_count:
        kind_of = figure.counts_like(total) or is_person_of(figure, total)
        return figure.measure == total.measure or (figure.claim.per == total.claim.per and kind_of)
    return figure.counts_like(total)


def _after_colon(figures: list[Figure], at: int) -> Check | None:
    """`16 chi bộ được xếp loại: 3 chi bộ xuất sắc, 11 chi bộ tốt, 2 chi bộ hoàn thành`: a list of one noun right after a colon that makes about the total."""
    total = figures[at]
    if ":" not in figures[at + 1].before or not _COLON.search(figures[at + 1].before) or not total.value:
        return None
    parts: list[Figure] = []
    others = 0
    for figure in figures[at + 1 :]:
        if ";" in figure.before or ". " in figure.before:
            break
        persons = counts_persons(total) and counts_persons(figure)
        if (figure.unit == total.unit or figure.counts_like(total) or persons) and figure.kind == total.kind:
            parts.append(figure)
        else:
            others += 1
    made = sum((part.value for part in parts), Decimal(0))
    exact = all(f.claim.comparator == "eq" and f.depth == total.depth for f in (total, *parts))
    paired = others in (0, len(parts))  # `mầm non 14 lớp 352 học sinh, tiểu học 20 lớp 615 học sinh`
    if len(parts) < 2 or not paired or not exact or abs(made - total.value) > _ABOUT * total.value:
        return None
    return Check.of("parts_sum", Sum(total, *parts), "warning")


def _uncued(figures: list[Figure], at: int) -> Check | None:
    """No word says that parts follow: only a list that makes the total to the digit is taken for its parts."""
    total = figures[at]
    if total.value < 10 and total.interval.is_exact:
        return None
    like = [f for f in figures[at + 1 :] if f.kind == total.kind and f.depth == total.depth]
    parts = [f for f in like if f.measure == total.measure]
    running = Decimal(0)
    for count, part in enumerate(parts, 1):
        running += part.value
        if running > total.value:
            break
        if running == total.value and count >= 2:
            return Check.of("parts_sum", Sum(total, *parts[:count]), "error")
    if len(like) < 2 or total.claim.comparator != "eq":
        return None
    # `6.284 cơ sở sản xuất`, `5.712 cơ sở đạt`
    pair = [f for f in like if f.counts_like(total)] if total.is_counted else parts
    ends = next((i for i, f in enumerate(pair) if i and ";" in f.before), len(pair))
    pair = pair[:ends]
    if total.unit[1:-1] in lexicon("audit")["verdict"]["counted"]:
        return None  # targets met and missed are a tally
    if len(pair) == 2 and complements(pair) and _one_time(total, *pair):
        gap = abs(pair[0].value + pair[1].value - total.value)
        return Check.of("parts_sum", Sum(total, *pair), "warning") if gap * 8 <= total.value else None
    return None


def _one_time(*figures: Figure) -> bool:
    """Are they of one time, as far as they say?"""
    return len({figure.period for figure in figures} - {None}) <= 1


def _goes_on(parts: Sequence[Figure]) -> bool:
    """Is the last one more of the list, parted from it by a comma or by the semicolon of the others alone? (`gồm đầu tư 2.150 triệu đồng, thường xuyên 6.212 triệu đồng, dự phòng 372 triệu đồng`)"""
    found = _ONE_MORE.fullmatch(parts[-1].before)
    return found is not None and (found["mark"] == "," or all(part.before.lstrip()[:1] == ";" for part in parts[1:]))


_ONE_MORE = re.compile(
    r"(?: \([^()]*\))?(?P<mark>[,;])(?: và)?(?: (?!(?:trong|riêng|tăng|giảm|vượt|so|cùng|dự toán|kế hoạch|đạt|bằng|chiếm|còn|đến|nâng|đưa|tổng|lũy|ngoài|nay|hiện|thêm)\b)[^\W\d]+,?){1,12}(?: \([^()]*\))? "
)


def _judge(
    ledger: Ledger, total: Figure, parts: list[Figure], *, exhaustive: bool, named: bool, some: bool
) -> Check | None:
    """Do the parts make the total, or less of it where some parts only are given?"""
    for count in range(len(parts), 1, -1):
        if Sum(total, *parts[:count]).holds():
            if named and count == len(parts) - 1 and _goes_on(parts) and _one_time(total, *parts):
                return Check.of("parts_sum", Sum(total, *parts), "warning")  # a part was added, the total was not
            return Check.of("parts_sum", Sum(total, *parts[:count]), "error")
    if len(parts) >= 3 and Sum(total, *parts[1:]).holds():
        return Check.of("parts_sum", Sum(total, *parts[1:]), "error")
    larger = next((part for part in parts if part.value > total.value), None)
    among = larger is not None and (
        counts_persons(larger) and counts_persons(total) if larger is parts[0] else is_person_of(larger, total)
    )
    if larger is not None and some and among and larger.value * 2 <= total.value * 3:
        reported, expected = larger.value, total.interval
        return Check("impossible", (larger, total), False, "warning", None, (), reported, expected, "impossible_among")
    if some and len(parts) == 1 and larger is None and counts_persons(total) and counts_persons(parts[0]):
        return Check("impossible", (total, parts[0]), True)
    if some and total.is_count and not all(part.counts_like(total) for part in parts[:2]):
        return (
            Check.of("parts_sum", Sum(total, *parts), "warning")
            if are_penalties(total, parts)
            else _nearly(total, parts)
        )
    if any(part.claim.comparator not in ("eq",) for part in parts) or total.claim.comparator != "eq" or not total.value:
        return None
    rest = _cues()[2].search(parts[-1].before + ledger.after(parts[-1], 20).split(",")[0]) is not None
    mixed = any(not _kind_of(part, total) for part in parts)
    made = sum((part.value for part in parts), Decimal(0))
    gap = abs(made - total.value) / total.value
    if len(parts) == 1:
        return _single(total, parts[0], some=some, mixed=mixed)
    if mixed:
        return (
            Check.of("parts_sum", Sum(total, *parts), "warning")
            if exhaustive and gap <= Decimal("0.25") and total.value >= 10
            else None
        )
    if any(part.value > total.value for part in parts[1:]) and not exhaustive:
        parts = parts[: next(i for i, part in enumerate(parts) if i and part.value > total.value)]
        return _judge(ledger, total, parts, exhaustive=exhaustive, named=named, some=some) if len(parts) > 1 else None
    if exhaustive or rest:
        if _years_apart(total, parts) or (not named and not rest and gap > Decimal("0.6")):
            return None
        return Check.of("parts_sum", Sum(total, *parts), "error")
    if made > total.value:
        slip = gap <= (_ABOUT if counts_persons(total) else _NONE_TWICE) or (
            gap <= 1 and _swap_mends(total, parts, least=10)
        )
        return Check.of("parts_sum", Sum(total, *parts), "warning") if slip else None
    open_end = leaves_others(ledger.after(parts[-1], 60))
    if not open_end and (gap <= _NEAR or _swap_mends(total, parts) or complements(parts)):
        return Check.of("parts_sum", Sum(total, *parts), "warning")
    return Check("parts_sum", (total, *parts), True)


def _swap_mends(total: Figure, parts: Sequence[Figure], *, least: int = 100) -> bool:
    """Would two neighbouring digits the other way round, in the total or in a part of three digits or more (two where the parts are more than the total), make the sum exact?"""
    equation = Sum(total, *parts)
    for place, figure in enumerate((total, *parts)):
        if figure.value < least * figure.claim.resolution:
            continue
        needed = equation.solve(place)[0]
        slip = slip_between(figure.value, figure.claim.resolution, needed)
        mends = slip is not None and (slip[0] == "swapped" or (slip[0] == "digit" and _are_long((total, *parts))))
        if mends or _shuffled(figure, needed):
            return True
    return False


def _are_long(figures: Sequence[Figure]) -> bool:
    """Have all of them digits enough that one digit does not make their sum exact by chance?"""
    return all(figure.value >= _LONG * figure.claim.resolution for figure in figures)


def _shuffled(figure: Figure, needed: Interval) -> bool:
    """Are the digits of a figure of four or more those of the value that is needed, in another order?"""
    if not needed.is_exact or figure.value < 1000 * figure.claim.resolution:
        return False
    digits = sorted(figure.value.normalize().as_tuple().digits)
    return (
        digits == sorted(needed.low.normalize().as_tuple().digits) and figure.value.adjusted() == needed.low.adjusted()
    )


def _kind_of(part: Figure, total: Figure) -> bool:
    """Does the part count a kind of what the total counts? (`cơ sở sản xuất` of `cơ sở`)"""
    return _adds_to(part, total) or (
        total.is_count and part.unit.startswith((total.unit[:-1] + " ", "{" + total.unit[1:-1].split()[0] + " "))
    )


def _nearly(total: Figure, parts: list[Figure]) -> Check | None:
    """`6.558 giấy khen, trong đó 2.285 tập thể, 4.265 cá nhân và …`: counts of other nouns that together just miss the total."""
    made = Decimal(0)
    for count, part in enumerate(parts, 1):
        made += part.value
        if part.claim.comparator != "eq" or made > total.value * (1 + _NEAR):
            return None
        if count >= 2 and total.value >= 50 and abs(made - total.value) <= total.value * _NEAR:
            return Check.of("parts_sum", Sum(total, *parts[:count]), "warning")
    return None


def _single(total: Figure, part: Figure, *, some: bool, mixed: bool) -> Check | None:
    """One part of a total: it cannot be larger."""
    if not some or mixed or (total.kind in _GAPS and ";" in part.before):
        return None
    if part.value <= total.value or part.interval.low <= total.interval.high:
        return Check("impossible", (total, part), True)
    if part.value > 3 * total.value:
        return None
    return Check("impossible", (part, total), False, "error", None, (), part.value, total.interval, "impossible_among")


def _years_apart(total: Figure, parts: Sequence[Figure]) -> bool:
    """Are the parts the same thing in other years, beside a total of one year?"""
    periods = {part.period for part in parts}
    return len(periods) > 1 and total.period is not None and "/" not in total.period and total.period not in periods


def _opening(ledger: Ledger, sentence: Sentence) -> Iterator[Check]:
    """`Trong tổng thu …, A 412, B 386, còn lại 115` or `Trong đó, …`: the total stands in the sentence before."""
    first = sentence.figures[0]
    previous = [
        f
        for back in (1, 2)
        if sentence.number - back >= 0
        for f in reversed(ledger.sentences[sentence.number - back].figures)
    ]
    match = _SUBJECT.search(first.before) or _LABEL.match(first.before)
    parts = [first, *_collect(sentence.figures, 1, first, first.depth, same=True)]
    if len(parts) > 2 and _cues()[0].search(parts[1].before):
        return  # `Trong đó thu trên địa bàn 2.221,5 triệu đồng, gồm: …`: the parts are of that
    if first.is_share or len(parts) < 2:
        return
    totals = [f for f in previous if f.measure == first.measure and f.value > first.value]
    planned = [f for f in totals if f.kind == "target"] if _SHARED_OUT.match(first.before) else []
    totals = [f for f in totals if f.kind == "level" or f.kind == first.kind == "target"] or planned
    for total in totals:
        for count in range(len(parts), 1, -1):
            if Sum(total, *parts[:count]).holds():
                yield Check.of("parts_sum", Sum(total, *parts[:count]), "error")
                return
    subject = title_key(match[1].split(",")[0]) if match else frozenset()
    named = [f for f in totals if subject and alike(subject, f.key)]
    nearest = [f for f in totals if f.sentence == sentence.number - 1]
    likely = named[0] if named else next(iter(totals if len(totals) == 1 else nearest[-1:]), None)
    if likely is None:
        return
    apart = "\n" in ledger.text[likely.claim.end : first.claim.start] and likely.sentence < sentence.number - 1
    if apart and not named:
        return  # another paragraph, and a sentence of figures between
    found = _judge(ledger, likely, parts, exhaustive=False, named=False, some=True)
    if found is not None:
        if not found.holds and not named:
            found.severity = "warning"
        yield found


def _labels_total(ledger: Ledger, sentence: Sentence) -> bool:
    """`Tổng đàn gia súc 11.210 con. Tổng đàn: trâu 620 con, …`: does the label before the colon name the total that the sentence before ends with?"""
    label = _LABEL.match(sentence.figures[0].before)
    total = ledger.sentences[sentence.number - 1].figures[-1] if sentence.number else None
    if label is None or total is None or "tổng" not in label[1]:
        return False
    return (
        "\n" not in ledger.text[total.claim.end : sentence.figures[0].claim.start] and title_key(label[1]) <= total.key
    )
