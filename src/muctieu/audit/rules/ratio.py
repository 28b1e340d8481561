"""`ratio`: a part and its whole against the stated percentage (294 of 324 is 90,74%).

Formula: percentage = part ÷ whole × 100. The part is the figure just before the percentage (`51/63 trường, tỷ lệ 81,0%`) or just
after it in parentheses; the whole is written with the part, or is a larger figure of the same measure before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

from muctieu.audit import named_wholes, told_wholes
from muctieu.audit.check import Check
from muctieu.audit.equation import Ratio, Whole, figure_of
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence, title_key
from muctieu.audit.names import key_of
from muctieu.audit.pairs import is_planned
from muctieu.audit.persons import counts_persons, is_person_of
from muctieu.text.lexicon import lexicon, words_pattern

_AMONG = re.compile(r"\b(?:đã giải quyết|đã xử lý|trong đó|giải quyết xong|giải quyết đúng hạn)\b")
_OPENED = re.compile(r"[^,;.:()]*(?:\(=?|=)\s*")
_OF_COUNTED = re.compile(
    r"(?:\s*(?!(?:có|tỷ|tỉ|với|mức|trên|dưới|từ|bình|số|so|và|kế|chỉ|được|giảm|tăng)\b)[^\W\d_]+){1,4}\s*(?:đạt|chiếm|bằng|tỷ lệ|tỉ lệ|đạt tỷ lệ|đạt tỉ lệ|=)\s*"
)
"""`2.894/3.098 hộ đăng ký đạt 93,4%`: what is counted, in a few words more."""
_TAKES_UP = re.compile(r"\btrong (?:đó|số|tổng số)\b[^,;.]*$")
_REACHED = re.compile(r"\b(?:còn|xuống|lên)\b")
_RATE = re.compile(r"\s*,\s*(?:tỷ lệ|tỉ lệ) ([^,;.:()]{3,40}?)\s*(?:là |đạt |chiếm )?\s*")
_LISTED = 2
_STRONG = ("chiếm", "tỷ lệ", "tỉ lệ")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = lexicon("audit")["ratio"]
    share = words_pattern(words["share"])
    plan = words_pattern(words["plan"])
    joined = re.compile(
        rf"(?:[^;.]*[,(:–-])?\s*(?:và |đã |chỉ |mới |hiện )?{share}\s*(?:là |khoảng |gần |hơn |trên |mức |đạt |tới |đến )*\(?\s*"
    )
    return joined, re.compile(rf"[\s,(]*(?:so với |so )?{plan}\b")


def check(ledger: Ledger) -> Iterator[Check]:
    """Every percentage that a sentence gives for a part of a whole."""
    for sentence in ledger.sentences:
        for at, share in enumerate(sentence.figures):
            if share.is_share and share.kind in ("level", "attainment", "part", "target"):
                found = _of_sentence(ledger, *_over_rise(*_over_list(sentence, at)), share)
                if found is not None:
                    yield found


def _over_list(sentence: Sentence, at: int) -> tuple[Sentence, int]:
    """The sentence without the parenthesis before the share that parts the amount before it, and the share's place there: `41 trường đạt chuẩn (36 trường mức độ 1, 5 trường mức độ 2), tỷ lệ 78,8%`."""
    figures, depth = sentence.figures, sentence.figures[at].depth
    first = at
    while first and figures[first - 1].depth > depth:
        first -= 1
    listed = figures[first:at]
    if not first or len(listed) < _LISTED or any(f.kind != "level" or f.is_share for f in listed):
        return sentence, at
    return replace(sentence, figures=[*figures[:first], *figures[at:]]), first


def _over_rise(sentence: Sentence, at: int) -> tuple[Sentence, int]:
    """The sentence without what stands between a part and its share and tells how the part has moved: `tiền sử dụng đất 262,7 tỷ đồng, giảm 55,4% so với năm 2022, chiếm 37,2% tổng thu`."""
    figures, share = sentence.figures, sentence.figures[at]
    if at < _LISTED or "chiếm" not in share.words:
        return sentence, at
    based = (
        at > _LISTED and figures[at - 1].depth > share.depth and figures[at - 1].period == figures[at - 2].claim.basis
    )
    if based:  # `tăng 21,5% so với năm 2022 (4.000 tỷ đồng), chiếm …`
        figures, at = [*figures[: at - 1], *figures[at:]], at - 1
    part, moved, share = figures[at - 2 : at + 1]
    told = moved.kind in ("growth", "change") and moved.claim.basis not in (None, "target")
    plain = part.kind in ("level", "part") and not part.is_share and part.depth == moved.depth == share.depth
    if not (told and plain) or ";" in moved.before + share.before:
        return sentence, at
    return replace(sentence, figures=[*figures[: at - 1], *figures[at:]]), at - 1


def _of_sentence(ledger: Ledger, sentence: Sentence, at: int, share: Figure) -> Check | None:
    """The check for one percentage, or None where no part belongs to it."""
    joined, plan = _patterns()
    figures = sentence.figures
    if at + 1 < len(figures):
        following = figures[at + 1]
        if following.before.strip() in ("(", ", (") and following.kind == "part" and following.claim.whole is not None:
            return Check.of("ratio", Ratio(share, following, Whole(following)), "error")
    if at == 0:
        return _by_names(ledger, share)
    part = figures[at - 1]
    if (
        (part.kind == "target" and part.claim.whole is None)
        or part.kind not in ("level", "part", "target")
        or part.is_share
        or (plan.match(ledger.after(share, 30)) and not _has_goal_behind(figures, at))
    ):
        return None
    if share.kind == "target" and part.claim.whole is None:
        return None
    counted = part.claim.whole is not None and _OF_COUNTED.fullmatch(share.before) is not None
    if not (joined.fullmatch(share.before) or _OPENED.fullmatch(share.before) or counted):
        return _rate_named(ledger, sentence, at) or _by_names(ledger, share)
    if part.claim.whole is not None:
        return Check.of("ratio", Ratio(share, part, Whole(part)), "error")
    if is_planned(part.before):
        return None  # `812 lao động/KH 780 lao động, đạt 104,1%` is an attainment
    return _of_level(ledger, sentence, at, share)


def _has_goal_behind(figures: list[Figure], at: int) -> bool:
    """`655/862 hộ đạt 76,0% (KH 75%)`: the plan behind a share of a part is a share too, so that the share itself is none of a plan."""
    goal = next(iter(figures[at + 1 : at + 2]), None)
    return figures[at - 1].claim.whole is not None and goal is not None and goal.kind == "target" and goal.is_share


def _of_told_whole(ledger: Ledger, sentence: Sentence, at: int, share: Figure) -> Ratio | None:
    """The share of a whole that the words around it tell."""
    part = sentence.figures[at - 1]
    whole = (
        _sibling_whole(ledger, sentence, at)
        or told_wholes.within(ledger, part)
        or named_wholes.of_these(ledger, sentence, part)
        or named_wholes.of_those(ledger, sentence, part)
    )
    if whole is not None:
        return Ratio(share, part, whole)
    return told_wholes.among(sentence, at) or told_wholes.after_share(sentence, at)


def _of_level(ledger: Ledger, sentence: Sentence, at: int, share: Figure) -> Check | None:
    """The percentage after a level: the whole is a larger figure of the same measure before it, here or a sentence earlier."""
    figures = sentence.figures
    told = _of_told_whole(ledger, sentence, at, share)
    if told is not None:
        return Check.of("ratio", told, "error")
    near = [figures[at - 1]]
    if at >= 2 and figures[at - 1].before.strip() in ("/", "/ "):
        near.append(figures[at - 2])
    first: Ratio | None = None
    for part in near:
        for whole in _wholes(figures, part, at):
            if whole.kind == "part" and (of_part := Ratio(share, part, whole)).holds():
                return Check.of(
                    "ratio", of_part, "error"
                )  # `hộ nghèo còn 6,80% (1.521/22.360 hộ); … 1.108 hộ, chiếm 72,8% tổng số hộ nghèo`
            ratio = Ratio(
                share, part, Whole(whole) if whole.kind == "part" and whole.claim.whole is not None else whole
            )
            if ratio.holds():
                return Check.of("ratio", ratio, "error")
            if (
                whole.kind == "level"
                and (_one_clause(figures, whole, part) or _are_among(figures, whole, part))
                and (first is None or first.terms[1] is not part or _lists_parts(figures, whole))
                and not _REACHED.search(part.before)
                and not _has_share(figures, whole, share)
            ):
                first = ratio
    first = first or _of_smaller(figures, at)
    if len(near) == 2:
        pair = Ratio(share, near[1], near[0])
        if pair.holds():
            return Check.of("ratio", pair, "error")
    if first is not None and _names_another(ledger, share, figure_of(first.terms[2])):
        first = None
    if first is not None and _is_named(ledger, share, figure_of(first.terms[2])):
        return Check.of("ratio", first, "warning")  # `Tổng chi 4.215 tỷ đồng, … 1.387 tỷ đồng, chiếm 16,4% tổng chi`
    if first is None or not near[0].is_count:
        held = _earlier(ledger, sentence, share, near)
        if held is not None and not _names_another(ledger, share, held.figures[2]):
            return held
    after = told_wholes.named_after(ledger, share, part := figures[at - 1]) or named_wholes.named(ledger, share, part)
    if after is not None:
        return Check.of("ratio", after, "warning")
    named = ledger.after(share, 60)
    if named[:1] == " " and named.strip(" )")[:1].isalpha():
        return None  # `chiếm 34% thu nội địa`: the whole is named after it, and is none of those
    if first is None:
        return None
    siblings = _of_siblings(figures, at)
    if siblings is not None:
        return siblings
    strong = any(word in share.before for word in _STRONG) or near[0].before.find("giải quyết") >= 0 or len(near) == 2
    found = Check.of("ratio", first, "error" if strong else "warning")
    found.weak = not strong  # of a list that the shares of another whole fit nothing is said twice
    return found


def _is_named(ledger: Ledger, share: Figure, whole: Figure) -> bool:
    """Do the words right behind the share name the whole, and nothing else?"""
    told = _NAMED_BEHIND.match(ledger.after(share, 60))
    words = key_of(told["name"]) if told is not None else frozenset()
    return bool(words) and words <= whole.key and "tổng" in whole.claim.indicator.lower()


_NAMED_BEHIND = re.compile(r" (?:trên |trong |của )?(?P<name>tổng [^\W\d]+(?: [^\W\d]+){0,3})(?=[.,;)\n]|$)")


def _names_another(ledger: Ledger, share: Figure, whole: Figure) -> bool:
    """`hộ nghèo là người Khmer 29 hộ, chiếm 7,04% tổng số hộ nghèo`: do the words behind the share name a total that the whole, all Khmer households, is not?"""
    told = _TOTAL_BEHIND.match(ledger.after(share, 60))
    words = key_of(told["name"]) if told is not None else frozenset()
    return len(words) > 1 and not words <= whole.key | whole.said


_TOTAL_BEHIND = re.compile(
    r" (?:trên |trong |của |so với )?tổng số (?P<name>[^\W\d]+(?: [^\W\d]+){1,3}?)(?= (?:toàn|của|trên|trong|cả)\b|[.,;)\n]|$)"
)


def _of_siblings(figures: list[Figure], at: int) -> Check | None:
    """`Nguồn trong dân 5.100 tỷ đồng, doanh nghiệp 3.980 tỷ đồng, ngân sách 2.560 tỷ đồng (22%)`: a share of what the list makes together."""
    share, part = figures[at], figures[at - 1]
    listed = [f for f in figures if f.kind == "level" and f.measure == part.measure and f.depth == part.depth]
    made = listed[0].interval
    for figure in listed[1:]:
        made = made + figure.interval
    if len(listed) < 3 or not made.low > 0 or not (part.interval / made).scaled(Decimal(100)).meets(share.interval):
        return None
    return Check("ratio", (share, *listed), True)


def _of_smaller(figures: list[Figure], at: int) -> Ratio | None:
    """`tiếp nhận 612 đơn, đã giải quyết 621 đơn, đạt 98,6%`: the part that is said to be of a figure before it, though it is larger."""
    share, part = figures[at], figures[at - 1]
    smaller = next((f for f in reversed(figures[: at - 1]) if f.measure == part.measure and f.kind == "level"), None)
    if smaller is None or part.value <= smaller.value or smaller.period != part.period:
        return None
    said = _AMONG.search(part.before) and _one_clause(figures, smaller, part)
    return Ratio(share, part, smaller) if said else None


def _sibling_whole(ledger: Ledger, sentence: Sentence, at: int) -> Figure | None:
    """`2.480 hộ, trong đó hộ nghèo 62 hộ, chiếm 2,5%; hộ cận nghèo 87 hộ, chiếm 3,5%`: the whole that the part and share before it in the list are of.

    Taken where that one is the only whole its share fits, and the parts are of one measure.
    """
    figures = sentence.figures
    part = figures[at - 1]
    if at < 4 or figures[at - 2].kind != "level" or not figures[at - 2].is_share or _breaks(figures[at - 1]):
        return None
    for place in range(at - 2, 0, -2):
        share, other = figures[place], figures[place - 1]
        if not share.is_share or share.kind != "level" or other.measure != part.measure or other.kind != "level":
            break
        if _shape(share.before) != _shape(figures[at].before) or other.depth != part.depth:
            break
        wholes = [f for f in figures[: place - 1] if f.measure == part.measure and f.kind == "level"]
        fitting = [f for f in wholes if f.value >= other.value and Ratio(share, other, f).holds()]
        fitting = fitting or [f for f in figures[: place - 1] if f.kind == "level" and f.is_count and part.is_count]
        fitting = [f for f in fitting if f.value >= other.value and Ratio(share, other, f).holds()]
        if len(fitting) == 1 and fitting[0].value >= part.value:
            return fitting[0]
        if not fitting and all(_has_share(figures, f, figures[at]) for f in wholes):
            held = _earlier(ledger, sentence, share, [other])
            if held is not None and held.figures[2].value >= part.value:
                return held.figures[2]
        if _breaks(other):
            break
    return None


def _shape(words: str) -> str:
    """How the share is joined to its part: by a bracket, or by its verb."""
    return "(" if words.strip().startswith("(") else words.rsplit(",", 1)[-1].strip()


def _breaks(figure: Figure) -> bool:
    """Does a new whole begin before it? (`trong đó`, `tổng số`)"""
    return re.search(r"\b(?:trong đó|tổng|gồm|so với)\b|\. ", figure.before) is not None


def _has_share(figures: list[Figure], figure: Figure, share: Figure) -> bool:
    """Is it itself a part with its share, told like this one? Of `9 tổ chức (18,75%), 31 tổ chức (64,58%), 8 tổ chức (16,67%)` none is the whole of another."""
    place = figures.index(figure) + 1
    return (
        figures[place].is_share
        and figures[place] is not share
        and _shape(figures[place].before) == _shape(share.before)
    )


def _lists_parts(figures: list[Figure], whole: Figure) -> bool:
    """Do the words after it say that its parts follow? (`7,35 tỷ đồng, trong đó ngân sách 4,41 tỷ, nhân dân 2,94 tỷ (chiếm 40%)`)"""
    following = figures[figures.index(whole) + 1]
    return re.search(r"\b(?:trong đó|gồm)\b", following.before) is not None


def _one_clause(figures: list[Figure], whole: Figure, part: Figure) -> bool:
    """Do they stand in one clause, the whole not in parentheses nor as a basis?"""
    start = figures.index(whole)
    between = figures[start + 1 : figures.index(part) + 1]
    if any(";" in figure.before or ". " in figure.before for figure in between):
        return False
    return whole.depth <= part.depth and "so với" not in whole.before


def _wholes(figures: list[Figure], part: Figure, before: int) -> Iterator[Figure]:
    """Larger figures of the part's measure before it in the sentence, the nearest first."""
    for figure in reversed(figures[:before]):
        if (
            figure is part
            or figure.order > part.order
            or not (figure.measure == part.measure or _are_persons(figure, part) or _are_among(figures, figure, part))
        ):
            continue
        whole = figure.claim.whole if figure.kind == "part" else figure.value
        apart = figure.period != part.period and None not in (figure.period, part.period)
        if figure.kind in ("level", "part") and whole is not None and whole >= part.value and not apart:
            yield figure


def _are_persons(whole: Figure, part: Figure) -> bool:
    """Does a parenthesis right after a number of persons count some of them by another noun? (`6.842 đảng viên (nữ 2.190 đồng chí, chiếm 32%)`)"""
    if part.order != whole.order + 1 or part.depth != whole.depth + 1:
        return False
    nouns = tuple(lexicon("audit")["ratio"]["persons"])
    return all(figure.is_count and figure.unit[1:-1].startswith(nouns) for figure in (whole, part))


def _are_among(figures: list[Figure], whole: Figure, part: Figure) -> bool:
    """Does `trong đó`, `trong số …` take up the persons counted before by another noun? (`Số bác sĩ là 917 người, trong đó có 318 bác sĩ`, `7.930 đảng viên …; trong số kết nạp có 3.410 đồng chí là nữ`)"""
    if not (counts_persons(whole) and part.is_count and _TAKES_UP.search(part.before)) or whole.claim.per:
        return False
    between = figures[figures.index(whole) + 1 : figures.index(part)]
    told = is_person_of(part, whole) or key_of(part.unit[1:-1]) <= whole.key
    return told and all(f.claim.per or f.is_share or f.depth or f.kind != "level" for f in between)


def _earlier(ledger: Ledger, sentence: Sentence, share: Figure, near: list[Figure]) -> Check | None:
    """The whole stands in an earlier sentence: taken only where it fits, for nothing says that it belongs here."""
    for part in near:
        candidates: list[Figure] = []
        for back in range(sentence.number - 1, max(-1, sentence.number - 5), -1):
            candidates.extend(f for f in ledger.sentences[back].figures if f.counts_like(part) and f.kind == "level")
        if part.is_count:
            same = ledger.by_unit.get(part.unit, [])
            if len(same) <= 40:
                candidates.extend(f for f in same if f.kind == "level")
        for whole in candidates:
            then = whole.depth > part.depth and None not in (whole.period, part.period) and whole.period != part.period
            if whole is not part and whole.value >= part.value > 0 and not then:
                ratio = Ratio(share, part, whole)
                if ratio.holds():
                    return Check.of("ratio", ratio, "info")
    return None


def _rate_named(ledger: Ledger, sentence: Sentence, at: int) -> Check | None:
    """`9.845 phòng, trong đó phòng kiên cố 8.664 phòng, tỷ lệ kiên cố hóa 88%`, `60 em dự thi, 38 em đoạt giải, tỷ lệ đoạt giải 63,3%`: a rate whose name is made of the part's own words."""
    figures = sentence.figures
    share, part = figures[at], figures[at - 1]
    rate = _RATE.fullmatch(share.before.rpartition(")")[2])
    if rate is None or at < 2 or part.kind != "level":
        return None
    after = ledger.after(part)
    if not (_AMONG.search(part.before) or (part.is_count and after.lstrip().startswith(rate[1]))):
        return None
    whole = next((f for f in reversed(figures[: at - 1]) if f.measure == part.measure and f.kind == "level"), None)
    if whole is None or whole.value < part.value or not _one_clause(figures, whole, part):
        return None
    words = set(rate[1].split())
    if len(words & set(re.findall(r"\w+", f"{part.before} {part.claim.text} {after}"))) < 2:
        return None
    return Check.of("ratio", Ratio(share, part, whole), "error")


def _by_names(ledger: Ledger, share: Figure) -> Check | None:
    """`Tiền sử dụng đất chiếm 34% thu nội địa`: the part named before, the whole after; both looked up by name."""
    both = named_wholes.both_named(ledger, share)
    if both is not None:
        return Check.of("ratio", both, "warning")
    at = share.before.rfind("chiếm")
    if at < 0:
        return None
    after = re.split(r"[.,;:(\n]", ledger.after(share, 60), maxsplit=1)[0]
    if len(after) < 4:
        return None
    wholes = ledger.by_name.get(title_key(after), [])
    subject = re.split(r"[.,;:(]", share.before[:at])[-1]
    parts = ledger.by_name.get(title_key(subject), []) if len(subject) > 3 else []
    for part in parts[:8]:
        for whole in wholes[:8]:
            if part.measure == whole.measure and part is not whole and not part.is_share:
                ratio = Ratio(share, part, whole)
                if ratio.holds():
                    return Check.of("ratio", ratio, "info")
    return None
