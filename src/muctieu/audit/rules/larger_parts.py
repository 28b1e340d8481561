"""`impossible` of parts that are larger than what they are part of: `431 đảng viên mới, trong đó … 452 đoàn viên`, `52 trường học. … 58 trường đã được công nhận đạt chuẩn`, more households than a place has.

What is possible: some of the persons after `trong đó` ≤ all of them; those of a list ≤ the list; what is said to have reached something, right after the number of all in the sentence or the next, ≤ that number; a
column of some (`Hộ nghèo`) ≤ the column of all (`Tổng số hộ`), where the other rows show it; households of any sort ≤ the households that the report says, with the inhabitants beside, the place has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise

from muctieu.audit.beside import goes_with
from muctieu.audit.check import Check
from muctieu.audit.clauses import AFTER, CLAUSE, said
from muctieu.audit.complements import complements
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Grid, Ledger, Sentence
from muctieu.audit.named_places import is_place
from muctieu.audit.names import key_of
from muctieu.audit.persons import count_alike, counts_persons
from muctieu.audit.times import is_day_within
from muctieu.text.lexicon import lexicon, words_pattern

_AMONG = re.compile(r"\btrong đó\b")
_OTHERS = re.compile(r"[;.]|\b(?:nâng|tổng|lũy kế|đưa|đến nay|so với|cùng kỳ|năm trước|kế hoạch|lượt|mục tiêu)\b")
_OF_LIST = re.compile(
    r"[^.;,\d]{0,20}\btrong (?:danh sách|số (?:này|đó|được|phải|cần|(?:[^\W\d]+ ){1,4}(?:nói trên|trên|này|đó|ấy))|tổng số (?:này|đó|được|phải)|phạm vi|diện)\b"
)
_LISTS = re.compile("trong (?:danh sách|số|tổng số|phạm vi|diện)")
_LISTED = re.compile(r"\b(?:danh sách|phê duyệt|rà soát|tổng số|khảo sát|thu hồi|thuộc diện|phải|cần)\b[^.;]*$")
_ASKED = re.compile(
    r"\b(?:khảo sát|điều tra|lấy ý kiến|phỏng vấn|thăm dò|phát ra|phát phiếu|lấy mẫu|xét nghiệm|dự thi|dự tuyển|sát hạch)(?: [^\W\d]+){0,3}\s*$"
)
_OF_THOSE = re.compile(r"[^.;,\d]{0,20}\btrong số (?:này|đó|ấy)\b")
_INSPECTED = re.compile(r"\b(?:kiểm tra|thanh tra|giám sát|rà soát|hậu kiểm)(?: [^\W\d]+){0,3}\s*$")
_FOUND_OUT = re.compile(r"\b(?:phát hiện|nhắc nhở|xử lý|xử phạt|vi phạm|sai phạm|chưa bảo đảm|không đạt)\b")
_ALL_OF_PLACE = re.compile(
    r"\b(?:toàn|cả) (?:xã|huyện|thị trấn|phường|thị xã|thành phố|quận|tỉnh)(?: hiện| đang| nay)? có(?: tổng số| tất cả)?\s*$"
)
_ALONE = re.compile(r"\s*(?:[.,;(]|$|với\b|và\b)")
_OF_LARGER = re.compile(r"[^.;]{0,30}\b(?:của tỉnh|toàn tỉnh|toàn quốc|cả nước|toàn vùng)\b")
_INHABITED = re.compile(r"\b(?:nhân khẩu|khẩu|người|dân)\b")
_HOUSEHOLDS = "{hộ}"
_UNITS, _PLACES_OF_ALL = "{đơn vị hành chính", "places of all sorts"
_LEAST = 100
_DOUBLE, _SOME_MORE = 2, Decimal("1.3")
_EARLY = 0.25
_SIBLINGS = 2
_FEWEST_ROWS = 3
_FEW_PLACES = 5
_HAS = re.compile(r"\b(?:có|gồm|với)\s*$")
_OF_PLACE = re.compile(r"[^.;,\d]{0,30}\b(?:trong|toàn|trên địa bàn) (?:huyện|tỉnh|xã|thị xã|thành phố|phường|quận)\b")
_ALL = ("tổng số ", "tổng ", "toàn bộ ")
_OF_ALL = re.compile(r"\btrong (?:tổng )?số\s*$")
_WITHIN = re.compile(r"\b(?:trong|(?:trong|trên) tổng số)\s*$")
_REACH = 6
_THERE_ARE = re.compile(r"\b(?:có|với|gồm|tổng số)\s*$")
_NOT_OF = re.compile(
    r"\b(?:nâng|lũy kế|đưa|so với|cùng kỳ|năm trước|kế hoạch|kh|chỉ tiêu|lượt|mục tiêu|tồn|chuyển|đầu (?:kỳ|năm)|thêm|tăng|giảm|mới|khởi công|thời điểm đại hội|ban đầu|lúc đầu|trước đây)\b|\btừ(?: mức| khoảng)?\s*$"
)


def check(ledger: Ledger) -> Iterator[Check]:
    """Every part that is said to be of something smaller; not `612.480 người được tiêm trong số 980.000 người`, the whole behind its part."""
    for found in _told(ledger):
        if _BEHIND_PART.search(found.figures[0].before) is None:
            yield found


_BEHIND_PART = re.compile(r"\b(?:trong|trên)(?: tổng)? số\s*$")


def _told(ledger: Ledger) -> Iterator[Check]:
    for sentence in ledger.sentences:
        if ledger.lower.find("trong đó", sentence.start, sentence.end) >= 0:
            yield from _among(sentence)
        yield from _of_list(ledger, sentence)
        yield from _reached(ledger, sentence)
        yield from _of_total(sentence)
    for grid in ledger.grids:
        yield from _columns(grid)
    yield from _households(ledger)
    yield from _places(ledger)


def _larger(part: Figure, whole: Figure) -> Check:
    """The check of a part that is larger than its whole."""
    return Check(
        "impossible", (part, whole), False, "warning", None, (), part.value, whole.interval, "impossible_among"
    )


def _among(sentence: Sentence) -> Iterator[Check]:
    """Persons after `trong đó`, to the end of the clause, against all of them before it."""
    whole: Figure | None = None
    last: Figure | None = None
    for figure in sentence.figures:
        if _AMONG.search(figure.before) is not None:
            whole = last
        elif whole is not None and _OTHERS.search(figure.before) is not None:
            whole = None
        plain = figure.kind == "level" and counts_persons(figure) and not figure.claim.per
        if whole is not None and plain and figure.depth == whole.depth and _OTHERS.search(figure.before) is None:
            if whole.claim.comparator == figure.claim.comparator == "eq" and (
                whole.value < figure.value <= _DOUBLE * whole.value
            ):
                yield _larger(figure, whole)
        elif whole is None and plain and figure.depth == 0:
            last = figure


def _of_list(ledger: Ledger, sentence: Sentence) -> Iterator[Check]:
    """What is said to be in a list against the number of the list, before it in the sentence."""
    if _LISTS.search(ledger.lower, sentence.start, sentence.end) is None:
        return  # nearly all
    before = ledger.sentences[sentence.number - 1].figures[-2:] if sentence.number else []
    near = bool(before) and "\n" not in ledger.text[before[-1].claim.end : sentence.figures[0].claim.start]
    figures = [*before, *sentence.figures] if near else sentence.figures
    pairs = [*pairwise(figures), *zip(figures, figures[2:], strict=False)]
    for whole, part in pairs:
        if part.sentence != sentence.number or part.sentence < 0:
            continue
        if not (part.kind == whole.kind == "level" and whole.value < part.value <= _DOUBLE * whole.value):
            continue
        if part.is_share or not part.counts_like(whole) or _OF_LIST.match(ledger.after(part)) is None:
            continue
        listed = _LISTED.search(whole.before) is not None or _THERE_ARE.search(whole.before) is not None
        if listed or _OF_THOSE.match(ledger.after(part)) is not None:
            yield _larger(part, whole)


def _reached(ledger: Ledger, sentence: Sentence) -> Iterator[Check]:
    """What has reached something against the number of all right before it, told without a word of which of them they are."""
    first = sentence.figures[0]
    last = ledger.figures[first.order - 1] if first.order else None
    near = last is not None and last.cell is None and "\n" not in ledger.text[last.claim.end : first.claim.start]
    figures = [last, *sentence.figures] if near and last is not None else sentence.figures
    pairs = [(whole, part, _some_of_all) for whole, part in pairwise(figures) if whole.is_count and part.is_count]
    if first.is_count and sentence.number:
        pairs += [(whole, part, _some_apart) for whole, part in _of_one_unit(ledger, sentence)]
    for whole, part, tells in pairs:
        if not _are_comparable(whole, part) or not _of_one_time(part, whole):
            continue
        if _OF_ALL.search(whole.before) is None and (_has_larger(ledger, whole, part) or _ends_list(ledger, whole)):
            continue
        if tells(ledger, whole, part):
            found = _larger(part, whole)
            found.weak, found.holds = True, part.value <= whole.value
            yield found


def _ends_list(ledger: Ledger, whole: Figure) -> bool:
    """Is it one of a list of its noun, which what follows is of as a whole? (`huyện 17 đồng chí, cơ sở 16 đồng chí, chi bộ 69 đồng chí. Trong đó khiển trách 84`)"""
    told = ledger.sentences[whole.sentence].figures if whole.sentence >= 0 else []
    return sum(f.order < whole.order and f.unit == whole.unit and f.kind == whole.kind for f in told) >= _SIBLINGS


def _has_larger(ledger: Ledger, whole: Figure, part: Figure) -> bool:
    """Does a larger number of the noun stand before both, that both may be of? (`36 dự án, trong đó … 5 dự án đã hoàn thành, 8 dự án đang giải phóng mặt bằng`)"""
    start = ledger.text.rfind("\n", 0, whole.claim.start) + 1
    before = ledger.between(start, whole.claim.start)[-_REACH:]
    return part.value > whole.value and any(
        f.is_count and f.value >= part.value and _of_one_noun(part, f) for f in before
    )


def _are_comparable(whole: Figure, part: Figure) -> bool:
    """Are both plain counts of one noun, of which neither is planned, added or compared with, and no two sorts of a list?"""
    for figure in (whole, part):
        if figure.kind != "level" or not figure.is_count or figure.claim.comparator != "eq" or figure.claim.per:
            return False
    if not goes_with(part, whole) or not _of_one_noun(part, whole) or part.value > _DOUBLE * whole.value:
        return False
    if part.depth < whole.depth or (part.depth and ";" in part.before) or complements((whole, part)):
        return False
    if _AMONG.search(whole.before) or _WITHIN.search(part.before):
        return False  # a part itself, or the whole of what is before it
    return not (_NOT_OF.search(whole.before) or _NOT_OF.search(CLAUSE.split(part.before)[-1]))


def _of_total(sentence: Sentence) -> Iterator[Check]:
    """`3.512 người được điều dưỡng trong tổng số 3.420 người đủ điều kiện`, `ra lớp 236 cháu trong 231 cháu`: the part before its whole."""
    for part, whole in pairwise(sentence.figures):
        if not part.is_count or not whole.value < part.value <= _DOUBLE * whole.value:
            continue
        plain = part.kind == whole.kind == "level" and count_alike(part, whole)
        if plain and _WITHIN.search(whole.before):
            yield _larger(part, whole)


def _some_of_all(ledger: Ledger, whole: Figure, part: Figure) -> bool:
    """Do the words say that the whole is all of them, or the part some of them?"""
    words, tail = _around(ledger, part), said(AFTER.split(ledger.after(whole))[0])
    if _OF_ALL.search(whole.before) or _WITHIN.search(whole.before) or _ASKED.search(whole.before):
        return True
    if _INSPECTED.search(whole.before) and _FOUND_OUT.search(words):
        return True
    there_are = not tail and _THERE_ARE.search(whole.before) is not None
    if there_are and bool(said(words.partition("#")[2])) and part.unit == whole.unit:
        return True
    some = _cue("some").search(words) is not None
    return some and (not tail or _cue("of_persons").search(words) is not None or tail <= said(words))


def _some_apart(ledger: Ledger, whole: Figure, part: Figure) -> bool:
    """`có 212 hợp tác xã nông nghiệp …`, `226 hợp tác xã nông nghiệp hoạt động khá`: is there so much of the whole, and is more said of the part?"""
    words, tail = _around(ledger, part), said(AFTER.split(ledger.after(whole))[0])
    more = said(words.partition("#")[2]) - tail
    there_are = _THERE_ARE.search(whole.before) is not None
    return there_are and bool(more) and tail <= said(words) and _cue("some").search(words) is not None


def _around(ledger: Ledger, figure: Figure) -> str:
    """The clause before a figure and the words after it."""
    return f"{CLAUSE.split(figure.before)[-1]} # {AFTER.split(ledger.after(figure))[0]}"


def _of_one_unit(ledger: Ledger, sentence: Sentence) -> Iterator[tuple[Figure, Figure]]:
    """The first count of a sentence, and the nearest before it of its very noun where others stand between, in the sentence before of its line."""
    part = sentence.figures[0]
    before = ledger.sentences[sentence.number - 1].figures
    whole = next((f for f in reversed(before[:-1]) if f.unit == part.unit), None)
    if whole is not None and "\n" not in ledger.text[before[-1].claim.end : part.claim.start]:
        yield whole, part


def _of_one_noun(part: Figure, whole: Figure) -> bool:
    """Do both count persons, or is one noun the other or its beginning? (`trường học`, `trường`; not `trường mầm non`, `trường tiểu học`)"""
    one, other = part.unit[1:-1], whole.unit[1:-1]
    return one.startswith(other) or other.startswith(one) or (counts_persons(part) and counts_persons(whole))


@cache
def _cue(name: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!phụ )(?<!\w){words_pattern(lexicon('audit')['impossible'][name])}(?!\w)"
    )  # no `Hội Phụ nữ`


def _columns(grid: Grid) -> Iterator[Check]:
    """Counts under a head that names some of what another head names all of."""
    wholes = [(column, words) for column, words in grid.heads.items() if words.startswith(_ALL)]
    for column, words in wholes:
        name = said(words)
        for other, head in grid.heads.items():
            of_them = other != column and not head.startswith(_ALL) and name and name < said(head) | name
            if not of_them or not name <= said(head) or "%" in head or "/" in head:
                continue
            pairs = [
                (row.figures[column], row.figures[other]) for row in grid.rows if {column, other} <= {*row.figures}
            ]
            pairs = [(all_of, some) for all_of, some in pairs if all_of.kind == some.kind == "level"]
            larger = [(all_of, some) for all_of, some in pairs if some.value > all_of.value]
            if len(larger) <= 1 and len(pairs) >= _FEWEST_ROWS:
                found = _larger(*reversed(larger[0] if larger else pairs[0]))
                found.holds = not larger
                yield found


def _households(ledger: Ledger) -> Iterator[Check]:
    """Households of any sort against those that the place has."""
    counts = [f for f in ledger.figures if f.unit == _HOUSEHOLDS and f.is_count and f.cell is None and not f.claim.per]
    counts = [f for f in counts if f.kind == "level" and f.claim.comparator == "eq" and f.claim.status == "actual"]
    whole = next((f for f in counts if f.value >= _LEAST and _is_of_place(ledger, f)), None)
    if whole is None:
        return
    for figure in counts:
        later = figure.order > whole.order and figure.sentence != whole.sentence and "lượt" not in figure.before
        if later and whole.value < figure.value <= _SOME_MORE * whole.value and _of_one_time(figure, whole):
            yield _larger(figure, whole)


def _places(ledger: Ledger) -> Iterator[Check]:
    """Communes, villages of any sort against those that the report says early that the place has (`Phú Khánh có 17 xã, thị trấn`; `ra mắt ở 19 xã, thị trấn trong huyện`)."""
    wholes: dict[str, Figure] = {}
    for figure in ledger.figures:
        plain = figure.is_count and figure.cell is None and not figure.claim.per and figure.claim.comparator == "eq"
        if not plain or figure.kind != "level" or figure.claim.status == "planned":
            continue
        if not is_place(figure) and not figure.unit.startswith(_UNITS):
            continue
        sort = _PLACES_OF_ALL if "," in figure.unit or figure.unit.startswith(_UNITS) else figure.unit
        whole = wholes.get(sort)
        early = figure.claim.start < _EARLY * len(ledger.text)
        if whole is None and early and _HAS.search(figure.before) and not (figure.key - key_of(figure.unit[1:-1])):
            wholes[sort] = figure
            continue
        more = whole is not None and _FEW_PLACES <= whole.value < figure.value <= _SOME_MORE * whole.value
        after = ledger.after(figure, 60)
        told = _OF_PLACE.match(after) or ("," in figure.unit and not _OF_LARGER.match(after))
        if more and whole is not None and told and _of_one_time(figure, whole):
            yield _larger(figure, whole)


def _of_one_time(figure: Figure, whole: Figure) -> bool:
    """Are they of one time, or one of a day within the other's?"""
    one, other = figure.period, whole.period
    return one == other or None in (one, other) or is_day_within(one or "", other or "")


def _is_of_place(ledger: Ledger, figure: Figure) -> bool:
    """Does the report say early, with the inhabitants right after them, that the place has so many households?"""
    if _ALL_OF_PLACE.search(figure.before) and _ALONE.match(ledger.after(figure)):
        return True
    if figure.claim.start > _EARLY * len(ledger.text) or "có" not in figure.before.split():
        return False
    following = ledger.between(figure.claim.end, figure.claim.sentence.end)[:1]
    return bool(following) and _INHABITED.search(following[0].unit) is not None and following[0].value > figure.value
