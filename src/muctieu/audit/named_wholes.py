"""Which whole do the words after a share name, that stands in another sentence or in a table? Takes a share and its part, gives the ratio they mean, or none. Judges nothing.

`Chi giáo dục 228 tỷ đồng, chiếm 56,8% chi thường xuyên` under `Chi thường xuyên 402 tỷ đồng`; `15 phường, xã, chiếm 78,9% số đơn vị hành chính` of `19 đơn vị hành chính`; `trồng lại 3.864 ha, bằng
18,1% diện tích cà phê` of `cà phê với 21.350 ha`; `Trong số này, … 15.720 ha, chiếm 38,1% diện tích gieo trồng` of what the sentence before ends with. A name of one word is looked for in the
paragraph alone, a fuller one in the whole report; where several values answer to it, only one that fits is taken.
"""

from __future__ import annotations

import re
from functools import cache

from muctieu.audit.clauses import clause_of, said
from muctieu.audit.complements import label
from muctieu.audit.equation import Ratio
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.names import Key, key_of, opposed
from muctieu.audit.persons import OTHER_DAY, PEOPLE, count_alike
from muctieu.text.lexicon import lexicon, words_pattern

_ENDS = re.compile(r"[.,;:()\n]|\b(?:và|bằng|tăng|giảm|gồm|trong đó|do|vì|nhưng|so với|cao hơn|thấp hơn|vượt|là)\b")
_OF = re.compile(r"^(?:trong |của |trên |so với )+")
_WHEN = re.compile(
    r"\b(?:trong |của )?(?:toàn |cả )?(?:năm|nhiệm kỳ|kỳ|tháng|vụ|hiện có|hiện nay|huyện|xã|tỉnh|phường|thị xã|thành phố)\b.*$"
)
_OF_THESE = re.compile(r"^\W*trong (?:tổng )?(?:số|đó) (?:này|đó|trên)\b")
_OF_THOSE = re.compile(r"^\W*trong (?:tổng )?số (?!này|đó|trên|ấy)(?P<what>[^,;.:()\d]{3,40}),")
_PEOPLE = re.compile(r"^(?:tổng )?(?:dân số|số dân|số nhân khẩu|nhân khẩu|số khẩu)\b")
_SHARES = re.compile(r"\b(?:chiếm|góp|đóng góp)(?: tới| đến| khoảng| gần| hơn| trên)?\s*$")
_SURE = 3
_NEAR = 12
_MANY = 24


@cache
def _quantities() -> re.Pattern[str]:
    """Words that name a quantity before the thing itself."""
    return re.compile(rf"^(?:tổng |số )*(?:{words_pattern(lexicon('audit')['restated']['quantities'])} )?")


def of_these(ledger: Ledger, sentence: Sentence, part: Figure) -> Figure | None:
    """`Cả năm xuống giống 41.260 ha. Trong số này, bao tiêu 15.720 ha`: the last figure of the part's measure in the sentence before."""
    if part is not sentence.figures[0] or not sentence.number or _OF_THESE.match(part.before) is None:
        return None
    before = ledger.sentences[sentence.number - 1].figures
    near = next((f for f in reversed(before) if f.counts_like(part) and f.kind == "level"), None)
    return near if near is not None and near.value >= part.value and near.claim.comparator == "eq" else None


def of_those(ledger: Ledger, sentence: Sentence, part: Figure) -> Figure | None:
    """`kết nạp 412 đảng viên: … Trong số mới kết nạp, nữ có 187 đồng chí`: the amount of the sentence before whose clause holds the words after `trong số`."""
    told = _OF_THOSE.match(part.before) if part is sentence.figures[0] and sentence.number else None
    words = said(told["what"]) if told is not None else frozenset()
    if not words:
        return None
    for whole in ledger.sentences[sentence.number - 1].figures:
        plain = whole.kind == "level" and whole.claim.comparator == "eq" and not whole.is_share and whole.cell is None
        if plain and whole.value >= part.value and count_alike(part, whole) and words <= clause_of(ledger, whole):
            return whole
    return None


def named(ledger: Ledger, share: Figure, part: Figure) -> Ratio | None:
    """The whole that the words after the share name."""
    words = _OF.sub("", _ENDS.split(ledger.after(share, 70), maxsplit=1)[0].strip())
    if len(words) < 3 or not words[0].isalpha():
        return None
    if _PEOPLE.match(words):
        return _of_people(ledger, share, part)
    name = _quantities().sub("", _WHEN.sub("", words)).strip() or words
    key = key_of(name)
    wholes = [f for f in _candidates(ledger, part, key, name) if f.value > part.value]
    return _chosen(share, part, wholes)


def both_named(ledger: Ledger, share: Figure) -> Ratio | None:
    """`Khu vực công thương nghiệp ngoài quốc doanh góp 38,3% số thu trên địa bàn`: part and whole of those names, the one after the other in a sentence elsewhere."""
    verb = _SHARES.search(share.before) if share.cell is None else None
    if verb is None:
        return None  # most
    words = _OF.sub("", _ENDS.split(ledger.after(share, 70), maxsplit=1)[0].strip())
    if len(words) < 3:
        return None
    subject = key_of(_ENDS.split(share.before[: verb.start()])[-1])
    name = key_of(_quantities().sub("", words))
    if len(subject) < _SURE or not name:
        return None
    found: dict[tuple[object, object], Ratio] = {}
    for part in ledger.holding(subject):
        common = len(part.key & subject)
        if part.sentence in (-1, share.sentence) or common < _SURE or 3 * common < 2 * max(len(subject), len(part.key)):
            continue
        for whole in ledger.sentences[part.sentence].figures:
            larger = whole.order < part.order and whole.value > part.value and whole.measure == part.measure
            if larger and _fits(whole, part) and (name <= _words(whole) or len(name & whole.key) >= _SURE):
                found.setdefault((part.value, whole.value), Ratio(share, part, whole))
    fitting = next((ratio for ratio in found.values() if ratio.holds()), None)
    return fitting or (next(iter(found.values())) if len(found) == 1 else None)


def _chosen(share: Figure, part: Figure, wholes: list[Figure]) -> Ratio | None:
    """The ratio of the whole that fits, or of the only one that answers to the name."""
    ratios = [Ratio(share, part, whole) for whole in wholes]
    fitting = next((ratio for ratio in ratios if ratio.holds()), None)
    if fitting is not None or len({whole.value for whole in wholes}) != 1:
        return fitting
    return ratios[0] if wholes[0].claim.comparator == part.claim.comparator == "eq" else None


def _candidates(ledger: Ledger, part: Figure, key: Key, name: str) -> list[Figure]:
    """What the report gives under the name: nearby whatever holds its words, elsewhere what is called so, or counts such things."""
    start = ledger.text.rfind("\n", 0, part.claim.start) + 1
    near = [f for f in ledger.figures[max(0, part.order - _NEAR) : part.order] if f.claim.start >= start]
    found = [f for f in reversed(near) if _fits(f, part) and f.measure == part.measure and key <= _words(f)]
    if found:
        return found[:1]
    counted = [f for f in _counted(ledger, name) if part.is_count and _fits(f, part)]
    if counted:
        return [f for f in counted if f.key <= key] or counted
    if len(key) < 2:
        return []
    called = [f for f in ledger.by_name.get(key, [])[:_MANY] if f.measure == part.measure and _fits(f, part)]
    return [f for f in called if f.order < part.order or f.cell is not None]


def _counted(ledger: Ledger, name: str) -> list[Figure]:
    """The counts of the noun that the name is, or begins with in two words or more (`đơn vị hành chính cấp xã`)."""
    words = name.split()
    for count in range(len(words), min(len(words), 2) - 1, -1):
        found = ledger.by_unit.get("{" + " ".join(words[:count]) + "}", [])
        if found:
            return found[:_MANY]
    return []


def _words(figure: Figure) -> Key:
    """The words that name a figure, those of its clause with them."""
    return figure.key | figure.said


def _fits(whole: Figure, part: Figure) -> bool:
    """May it be the whole of the part: an amount of its time, that breaks nothing down?"""
    same_time = whole.period == part.period or None in (whole.period, part.period)
    plain = whole.kind == "level" and not whole.is_share and not whole.claim.per and whole.depth <= part.depth
    return plain and same_time and whole is not part and not opposed(whole.key, part.key)


def _of_people(ledger: Ledger, share: Figure, part: Figure) -> Ratio | None:
    """`34.567 người tham gia, tương đương 94,6% dân số`: the only number of people that the report calls its population; it may be that of another day, so that what is hardly off says nothing."""
    if not part.is_count:
        return None
    told = [f for unit in ("{nhân khẩu}", "{khẩu}", "{dân}", "{người}") for f in ledger.by_unit.get(unit, [])[:_MANY]]
    people = [f for f in told if f.kind == "level" and PEOPLE.search(label(f)) and not f.claim.per]
    people = [f for f in people if f.value >= part.value and f.cell is None and not f.depth]
    ratio = _chosen(share, part, people)
    if ratio is None or ratio.holds():
        return ratio
    here = any(whole.sentence == share.sentence for whole in people)
    return ratio if here or not ratio.is_near(OTHER_DAY) or ratio.slip() == "swapped" else None
