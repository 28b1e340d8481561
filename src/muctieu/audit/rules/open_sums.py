"""`parts_sum` and `shares_sum` of a sentence that no rule has added up: its amounts of one measure, and its shares, whatever the words between them.

Formulas: Σ parts = the first or the last amount of the sentence; Σ shares = 100. `Mầm non 436 trường, tiểu học 671 trường, trung học 529 trường; cộng chung 1.366 trường`. What fits is kept; a sum that does not fit is a slip where the words call the amount a total,
or where two digits the other way round would make it fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from decimal import Decimal

from muctieu.audit.check import Check
from muctieu.audit.compared import is_compared
from muctieu.audit.complements import of_hundred
from muctieu.audit.equation import Hundred, Sum
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.names import opposed
from muctieu.audit.open_figures import Settled, is_amount, mark_of, mended, with_sentence_before
from muctieu.audit.persons import count_alike

_OTHER = re.compile(
    r"\b(?:kế hoạch|kh|dự toán|cùng kỳ|ck|so với|so|năm trước|chỉ tiêu|mục tiêu|nghị quyết|tăng|giảm|bình quân|trị giá|từ|xuống|còn(?! lại)|công suất|vượt|lên|nâng|đưa)\b"
)
_CALLED_LAST = re.compile(r"\b(?:tổng|cộng|lũy kế|cả \w+ năm|cả năm|chung)\b[^;,()]*$")
_OPENS_TOTAL = re.compile(r"\s*(?:tổng|cộng|tính chung|như vậy)\b[^,;()]*$")
_PARTED = re.compile(
    r"^[^;]{0,60}\b(?:như sau|theo|gồm|chia)\b[^,;:]{0,30}:|^[^,;]*(?::|=|\b(?:gồm|chia ra|chia theo|phân theo|bao gồm)\b)"
)
_GRADED = re.compile(
    r"\b(?:cơ cấu|tỷ trọng|xếp loại|phân loại|đánh giá|học lực|hạnh kiểm|chiếm|kết quả học tập|kết quả rèn luyện|mức (?:tốt|khá|đạt))\b|^[^,;]*\b(?:phân |chia )?theo [^,;:]{3,30}[:,]"
)
_AMONG = re.compile(r"\b(?:trong đó|trong số|riêng|như(?! sau)|nhất là|chủ yếu)\b")
_NEAR = Decimal("0.3")
_SHARES_LOW, _SHARES_HIGH = Decimal(60), Decimal(140)
_FEWEST = 3
_LONG = 4
_LONGEST = 12


def check(ledger: Ledger, settled: Settled) -> Iterator[Check]:
    """Every sentence with three amounts of one measure, or three shares, that no other rule has added up."""
    for sentence in ledger.sentences:
        if len(sentence.figures) >= _FEWEST:
            yield from _of_amounts(ledger, sentence, settled["parts_sum"])
            shares = [f for f in sentence.figures if f.is_share and f.kind == "level"]
            only = len(shares) == len(sentence.figures)
            words = shares[0].before if shares else ""
            yield from _of_shares(shares, settled["shares_sum"], words, only=only)
    yield from _of_lines(ledger, settled)


def _of_amounts(ledger: Ledger, sentence: Sentence, settled: Set[int]) -> Iterator[Check]:
    """The amounts of the sentence by the first, the last, or the last of the sentence before it."""
    amounts = [f for f in sentence.figures if f.kind == "level" and not f.is_share and not f.claim.per]
    while amounts and not count_alike(amounts[0], amounts[-1]):
        amounts = amounts[1:]  # `41 tổ chức cơ sở đảng với 6.742 đảng viên, sinh hoạt theo các khối như sau: …`
    if not 2 <= len(amounts) <= _LONGEST:
        return
    before = [
        f
        for f in with_sentence_before(ledger, sentence, lead=True)
        if is_amount(f) and not f.depth and not is_compared(f)
    ]
    before = [f for f in before if count_alike(f, amounts[0])]
    told: Sequence[tuple[Figure, Sequence[Figure]]] = (
        (amounts[0], amounts[1:]),
        (amounts[-1], amounts[:-1]),
        *((f, amounts) for f in (*before[-1:], *before[:1])),
        *((f, amounts) for f in _total_next(ledger, sentence)),
    )
    told = [
        (total, parts)
        for total, parts in told
        if total.order not in settled and not total.is_share and is_amount(total) and _may_add_up(total, parts)
    ]
    fitting = [(total, parts) for total, parts in told if Sum(total, *parts).holds()]
    for total, parts in fitting or told:
        found = Check.of("parts_sum", Sum(total, *parts), "warning")
        slipped = len(parts) >= _FEWEST and (mended(Sum(total, *parts)) or _misses_a_digit(sentence, total, parts))
        if found.holds or _is_told(total, parts) or slipped:
            yield found
            return


def _misses_a_digit(sentence: Sentence, total: Figure, parts: Sequence[Figure]) -> bool:
    """Would one other digit of a total of four or more make it the sum of a sentence of parts alone? (`tổng 5.198 học sinh. Mầm non 1.206 cháu; Tiểu học 2.314 em; THCS 1.578 em`)"""
    alone = len(parts) == len(sentence.figures) and total.sentence != sentence.number
    return alone and len(total.written) >= _LONG and Sum(total, *parts).slip() == "digit"


def _total_next(ledger: Ledger, sentence: Sentence) -> Sequence[Figure]:
    """The first figure of the next sentence of its line, where that opens with a word for a total."""
    following = ledger.sentences[sentence.number + 1 : sentence.number + 2]
    first = following[0].figures[0] if following else None
    if first is None or "\n" in ledger.text[sentence.figures[-1].claim.end : first.claim.start]:
        return ()
    return [first] if _OPENS_TOTAL.match(first.before) else []


def _may_add_up(total: Figure, parts: Sequence[Figure]) -> bool:
    """Are all of the parts like the total, smaller, told plainly, and together about as much?"""
    if len(parts) < 2 or len({part.depth for part in parts}) > 1 or not all(_is_part(part, total) for part in parts):
        return False
    made = sum((part.value for part in parts), Decimal(0))
    near = abs(made - total.value) <= _NEAR * total.value
    return near or (len(parts) >= _FEWEST and Sum(total, *parts).slip() == "separator")


def _is_part(part: Figure, total: Figure) -> bool:
    """Is it an amount like the total, that nothing is compared with?"""
    return (
        count_alike(part, total) and is_amount(part) and part.value < total.value and _OTHER.search(part.before) is None
    )


def _is_told(total: Figure, parts: Sequence[Figure]) -> bool:
    """Do the words call the last a total, or part the first?"""
    if total.order > parts[-1].order:
        follows = total.order == parts[-1].order + 1  # `46 km, đạt 78% tổng số 168 km` is of another whole
        apart = any(_AMONG.search(part.before) or opposed(part.key, total.key) for part in parts)
        return follows and _CALLED_LAST.search(total.before) is not None and not apart
    words = parts[0].before
    return len(parts) >= _FEWEST and _PARTED.search(words) is not None and _AMONG.search(words) is None


def _of_shares(shares: Sequence[Figure], settled: Set[int], words: str, *, only: bool) -> Iterator[Check]:
    """Shares that stand in one list, under words; `only` where nothing else stands there."""
    if not _FEWEST <= len(shares) <= _LONGEST or any(f.order in settled for f in shares):
        return
    plain = all(f.comparator == "eq" and not f.claim.per and _OTHER.search(f.before) is None for f in shares[1:])
    total = sum((f.value for f in shares), Decimal(0))
    if not plain or len({f.depth for f in shares}) > 1:
        return
    near = _SHARES_LOW <= total <= _SHARES_HIGH
    found = of_hundred(shares)
    told = only and near and _GRADED.search(words) is not None and not any(_AMONG.search(f.before) for f in shares)
    if found.holds or told or (only and mended(Hundred(*shares))):
        yield found


def _of_lines(ledger: Ledger, settled: Settled) -> Iterator[Check]:
    """What stands one on each line of a list: its shares, or its amounts with the last or the first of the line that leads in."""
    run: list[Sentence] = []
    for sentence in (*ledger.sentences, None):
        if sentence is not None and _follows(ledger, run, sentence):
            run.append(sentence)
            continue
        if len(run) >= _FEWEST:
            shares = [share for each in run if (share := _only_share(each)) is not None]
            if len(shares) == len(run):
                yield from _of_shares(shares, settled["shares_sum"], _above(ledger, shares), only=True)
            yield from _of_line_amounts(ledger, run, settled["parts_sum"])
        run = [sentence] if sentence is not None and mark_of(ledger, sentence) else []


def _only_share(sentence: Sentence) -> Figure | None:
    """The share of a line that tells nothing else, or first the amount that it is of (`Nông nghiệp 231,9 tỷ đồng → 56,2%`)."""
    figures = sentence.figures
    last = figures[-1]
    alone = len(figures) == 1 or (len(figures) == 2 and is_amount(figures[0]) and not figures[0].is_share)
    return last if alone and last.is_share and last.kind == "level" else None


def _follows(ledger: Ledger, run: Sequence[Sentence], sentence: Sentence) -> bool:
    """Is it the next line of the list?"""
    if not run or mark_of(ledger, run[0]) != mark_of(ledger, sentence):
        return False
    return ledger.text.count("\n", run[-1].figures[-1].claim.end, sentence.figures[0].claim.start) == 1


def _of_line_amounts(ledger: Ledger, run: Sequence[Sentence], settled: Set[int]) -> Iterator[Check]:
    """The first amounts of the lines by the total of the line above; what does not fit only where two digits the other way round would mend it."""
    lead = with_sentence_before(ledger, run[0])
    parts = [sentence.figures[0] for sentence in run]
    for total in (*lead[-1:], *lead[:1]):
        if total.order not in settled and is_amount(total) and _may_add_up(total, parts):
            found = Check.of("parts_sum", Sum(total, *parts), "warning")
            if found.holds or mended(Sum(total, *parts)):
                yield found
                return


def _above(ledger: Ledger, run: Sequence[Figure]) -> str:
    """The line above a list."""
    if not run:
        return ""
    end = ledger.text.rfind("\n", 0, run[0].claim.start)
    return ledger.lower[ledger.text.rfind("\n", 0, max(0, end)) + 1 : max(0, end)]
