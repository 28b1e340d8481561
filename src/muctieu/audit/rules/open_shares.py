"""`ratio` of a share that nothing was held against: the part beside it and the larger figures of the part's measure around it, whatever the words between them.

Formula: percentage = part ÷ whole × 100. `cây lúa chiếm 21,1% (767,5 ha)` under `Tổng diện tích 6.342,7 ha`; `Tỷ lệ giải ngân đạt 73,3%, tương ứng 4.018,9 tỷ đồng trong tổng số 5.482,9 tỷ đồng`. Of several wholes one that fits is taken, and where none fits
the only one, or one that two digits the other way round would mend.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from muctieu.audit.check import Check
from muctieu.audit.compared import is_compared
from muctieu.audit.equation import Ratio, Whole
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.names import Key, key_of, opposed
from muctieu.audit.open_figures import (
    Settled,
    is_amount,
    is_of_another_day,
    mended,
    name_after,
    open_to,
    with_sentence_before,
)
from muctieu.audit.pairs import is_planned
from muctieu.audit.persons import count_alike

_AGAINST = re.compile(r"^[^,;]*\bso với (?:số )?[^,;.()]{0,40}$")
_MAKES_UP = re.compile(r"\b(?:này|đó|trên|ấy) (?:chiếm|bằng)\b|\b(?:chiếm )?tỷ trọng\s*$")
_LINKS = re.compile(
    r"→|➝|->|=|\b(?:chiếm|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|đạt|bằng|tương đương|tương ứng|tức|góp|đóng góp|với)\b|\(\s*$|[–-]\s*$"
)
_SHARES = re.compile(r"→|➝|=|\b(?:chiếm|tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|góp|đóng góp)\b")
_AFTER = re.compile(
    r"[^;.]{0,50}(?:\(|\b(?:với|tương ứng|tương đương|tức|là|có|đạt)(?: với| là| khoảng)?|:(?: \w+){0,4})\s*"
)
_COMPARES = re.compile(r"\b(?:so với|so|cùng kỳ|kế hoạch|kh|dự toán|chỉ tiêu|mục tiêu|nghị quyết|tăng|giảm|vượt)\b")
_OF = re.compile(r"\b(?:trên|trong(?! (?:số )?(?:đó|này))|tổng|toàn|của|vào|so với)\b[^;]*$")
_NAMED = re.compile(r"[^,;:()]{6,50}\(\s*")
_OF_THESE = re.compile(
    r"\b(?:hai|ba|bốn|năm|cả|các|những|\d) [^,;]{2,30} (?:này|trên|đó)\b|\b(?:bình quân|trung bình)\b"
)
_THESE_WORDS = frozenset(("này", "trên", "đó", "bình"))
_ONLY_LINKS = re.compile(r"(?:chiếm|tỷ lệ|tỉ lệ|tỷ trọng|đạt|bằng|tương đương|tương ứng|với|tức|là|khoảng|[\W_])*")
_NAME_ENDS = re.compile(r"[.,;:()]")
_REACHED = re.compile(r"\b(?:còn|xuống|lên)\b")
_NONE, _ROOM, _ANY = Decimal(0), Decimal(2), Decimal(50)
_LONGEST = 60
_IN_ALL = re.compile(r"\b(?:trên|trong|so với|với) (?:tổng(?: số)?|số)(?: [^\W\d]+){0,2}\s*$")
_REACH = 5
_ANY_SUM = key_of("tổng số tiền")
"""Words for a sum of money, whatever it is called where it is told."""


def check(ledger: Ledger, settled: Settled) -> Iterator[Check]:
    """Every share of the text that no other rule has recomputed."""
    for sentence, at, share in open_to(ledger, settled, "ratio", "attainment", "target_gap", "shares_sum"):
        if share.is_share and share.kind in ("level", "part") and share.value:
            found = _of_share(ledger, sentence, at)
            if found is not None:
                yield found


def _of_share(ledger: Ledger, sentence: Sentence, at: int) -> Check | None:
    """The share by the figure before it, else by the one after it."""
    share = sentence.figures[at]
    if (
        (not share.words.isdisjoint(_THESE_WORDS) and _OF_THESE.search(share.before))
        or share.claim.comparator != "eq"
        or share.claim.per
        or share.value > 100
        or _COMPARES.match(ledger.after(share, 30).strip(" ("))
    ):
        return None
    ratios = [
        *_written_out(sentence, at),
        *_by_wholes(ledger, sentence, at),
        *_of_all(ledger, sentence, at),
    ]
    for ratio, _ in ratios:
        if ratio.holds():
            return Check.of("ratio", ratio)
    sure = [(ratio, room) for ratio, room in ratios if room]
    if len(sure) == 1 and _is_about(*sure[0]) and not is_of_another_day(sure[0][0]):
        return Check.of("ratio", sure[0][0], "warning")
    slipped = [ratio for ratio, _ in ratios if mended(ratio)]
    return Check.of("ratio", slipped[0], "warning") if len(slipped) == 1 else None


def _is_about(ratio: Ratio, room: Decimal) -> bool:
    """Is the share at most so many times what its part and whole give, or they what it is?"""
    expected, stated = ratio.nearest(), ratio.terms[0].interval
    return expected is not None and expected.low < stated.high * room and stated.low < expected.high * room


def _written_out(sentence: Sentence, at: int) -> Iterator[tuple[Ratio, Decimal]]:
    """`so many of so many` right before or after the share."""
    share = sentence.figures[at]
    for part, words in _beside(sentence, at):
        if part.kind == "part" and part.claim.whole is not None and part.claim.whole >= part.value:
            plain = part.order > share.order or _ONLY_LINKS.fullmatch(words) is not None
            yield Ratio(share, part, Whole(part)), _ROOM if plain else _NONE


def _beside(sentence: Sentence, at: int) -> Iterator[tuple[Figure, str]]:
    """The figures before and after the share that the words between tie to it, with those words."""
    share = sentence.figures[at]
    before = sentence.figures[at - 1] if at else None
    if before is not None and len(share.before) <= _LONGEST and _LINKS.search(share.before):
        clause = share.before.rsplit(";", 1)[-1]
        parted = ";" in share.before and _ONLY_LINKS.fullmatch(clause) is None
        name = key_of(_NAME_ENDS.split(before.before)[-1]) if parted else None
        parted = parted and not any(
            words and words <= key_of(clause) for words in (name, before.key)
        )  # `; như vậy phần dân góp chiếm`
        if not parted and _COMPARES.search(share.before) is None and not _is_another_rate(share, before):
            yield before, share.before
    following = sentence.figures[at + 1] if at + 1 < len(sentence.figures) else None
    later = following is not None and None not in (share.period, following.period) and share.period != following.period
    if later:
        return  # `năm 2022 đạt 70,7%, năm 2023 có 31/41 trường, chiếm 75,6%`
    if following is not None and _AFTER.fullmatch(following.before) and _COMPARES.search(following.before) is None:
        yield following, following.before


def _is_another_rate(share: Figure, part: Figure) -> bool:
    """`27 khu đang hoạt động (tỷ lệ lấp đầy 72,4%)`: is the share of a rate whose name has no word of the part's?"""
    rate = _OWN_RATE.search(share.before)
    name = key_of(rate["name"]) if rate is not None else frozenset()
    return bool(name) and name.isdisjoint(part.key | part.said)


_OWN_RATE = re.compile(r"\(\s*(?:tỷ lệ|tỉ lệ) (?P<name>[^\W\d][^,;:().]{2,30}?)(?: là| đạt| chiếm)?\s*$")


def _by_wholes(ledger: Ledger, sentence: Sentence, at: int) -> Iterator[tuple[Ratio, Decimal]]:
    """The part beside the share and every larger figure around of its measure, with how far the share may be off; sure where there is but one, and the words speak of a share, or name the whole."""
    share = sentence.figures[at]
    for part, words in _beside(sentence, at):
        yield from _before_whole(sentence, at, part)
        name = key_of(name_after(ledger, share)) - _ANY_SUM
        reached = len(name) < 2 and _REACHED.search(part.before) is not None
        if not is_amount(part) or reached or part.is_share or is_planned(part.before):
            continue
        here = sentence.figures[max(0, at - _REACH) : at + _REACH]
        wholes = _wholes(here, part) or _wholes(with_sentence_before(ledger, sentence, lead=True)[-_REACH:], part)
        if not wholes:
            wholes = _named_next(ledger, sentence, share, part) or _named_anywhere(ledger, share, part)
        named = [
            whole
            for whole in wholes
            if whole.order < share.order
            or whole.sentence != share.sentence
            or _OF.search(whole.before)
            or _NAMED.fullmatch(whole.before)
        ]
        wholes = [whole for whole in wholes if not name or name & (whole.key | whole.said | key_of(whole.unit))]
        named = [whole for whole in named if whole in wholes]
        if len(name) > 1:
            named = named[-1:]  # of several under the name that follows the last one told
        only = len({whole.value for whole in named}) == 1
        named_so = len(name) > 1 and all(name <= _called(ledger, whole) for whole in named)
        speaks = bool(name) or _SHARES.search(f"{share.before} {words}") is not None
        for whole in wholes:
            if whole.kind == "part":
                yield Ratio(share, part, whole), _NONE
                yield Ratio(share, part, Whole(whole)), _NONE
                continue
            sure = only and speaks and whole in named
            yield Ratio(share, part, whole), (_ANY if named_so else _ROOM) if sure else _NONE


def _called(ledger: Ledger, whole: Figure) -> Key:
    """What it is called, with what the words before it in its sentence say."""
    start = ledger.sentences[whole.sentence].start if whole.sentence >= 0 else whole.claim.start
    return whole.key | key_of(whole.unit) | key_of(ledger.words(start, whole.claim.start))


def _of_all(ledger: Ledger, sentence: Sentence, at: int) -> Iterator[tuple[Ratio, Decimal]]:
    """`Số hộ nghèo là 318 hộ … Trên tổng số 1.126 hộ của xã, tỷ lệ hộ nghèo còn 28,2%`: the whole right before the share, the part by the share's name in the two sentences before, else the last amount of the one before."""
    share, whole = sentence.figures[at], sentence.figures[at - 1] if at else None
    if whole is None or not is_amount(whole):
        return
    if not (_IN_ALL.search(whole.before) or (_AGAINST.search(whole.before) and _MAKES_UP.search(share.before))):
        return
    near = [f for back in (1, 2) if sentence.number >= back for f in ledger.sentences[sentence.number - back].figures]
    parts = [f for f in near if is_amount(f) and not f.depth and not is_compared(f) and f.value < whole.value]
    parts = [f for f in parts if count_alike(f, whole)]
    name = share.key - key_of("hiện còn")
    named = next((f for f in parts if name and name <= f.key | key_of(f.unit)), None)
    beside = next((f for f in reversed(parts) if f.sentence == sentence.number - 1), None)
    part = named or beside
    if part is not None:
        yield Ratio(share, part, whole), _ROOM


def _before_whole(sentence: Sentence, at: int, whole: Figure) -> Iterator[tuple[Ratio, Decimal]]:
    """`đã quyết toán 4.620 công trình; tổng số 5.963 công trình; tỷ lệ: 77,5%`: the figure before the share is the whole of the one before that."""
    part = sentence.figures[at - 2] if at >= 2 else None
    if part is None or whole is not sentence.figures[at - 1] or not is_amount(part) or part.is_share:
        return
    larger = whole.counts_like(part) and whole.value > part.value and whole.depth == part.depth
    if (whole.kind == "target" and larger) or whole in _wholes([whole], part):
        share = sentence.figures[at]
        sure = _OF.search(whole.before) is not None and _SHARES.search(share.before) is not None
        yield Ratio(share, part, whole), _ROOM if sure else _NONE


def _named_next(ledger: Ledger, sentence: Sentence, share: Figure, part: Figure) -> list[Figure]:
    """`chiếm 29,0% lực lượng lao động. Lực lượng lao động toàn tỉnh là 5.469 người`: the whole that the words after the share name, in the sentence after it."""
    following = ledger.sentences[sentence.number + 1 : sentence.number + 2]
    name = key_of(_NAME_ENDS.split(ledger.after(share, _LONGEST), maxsplit=1)[0])
    found = _wholes(following[0].figures, part) if following and len(name) > 1 else []
    return [f for f in found if name <= f.key | f.said]


def _named_anywhere(ledger: Ledger, share: Figure, part: Figure) -> list[Figure]:
    """`đạt 87,7% số hộ nông thôn` pages after `298.450 hộ sống ở nông thôn`: the whole that the words after the share name, wherever it stands."""
    name = key_of(name_after(ledger, share))
    return [f for f in _wholes(ledger.holding(name), part) if name <= f.key] if len(name) > 1 else []


def _wholes(near: Sequence[Figure], part: Figure) -> list[Figure]:
    """The larger figures of the part's measure and time."""
    return [
        f
        for f in near
        if (is_amount(f) or (f.kind == "part" and f.is_count))
        and f.value > part.value
        and count_alike(f, part)
        and (f.period == part.period or None in (f.period, part.period))
        and not opposed(f.key, part.key)
    ]
