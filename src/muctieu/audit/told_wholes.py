"""Which whole do the words tell a share to be of? Takes the share's place, gives the ratio they mean, or none. Judges nothing.

The whole may be told between the part and its share (`1.128 trong tổng số 1.254 trường`), after the share in parentheses or by its name alone (`chiếm 33% tổng chi`),
or before the part (`Trong chi thường xuyên, …`).
"""

from __future__ import annotations

import re

from muctieu.audit.equation import Ratio
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence, title_key

_WITHIN = re.compile(r"\btrong (?:tổng số |tổng |số )?(?!đó|số|năm|kỳ|tháng|quý|khi)([^,;.:()]{4,60}),\s[^,;.:()]+$")
_YEAR = re.compile(r"\s*\bnăm (\d{4})\b")
_OUT_OF = re.compile(
    r"\b(?:(?:trong|trên)(?: tổng)?(?: số)?(?: dân số| số dân| nhân khẩu| dân)?|(?:trong|thuộc) (?:diện|độ tuổi|đối tượng)(?: \w+){0,3}(?: là)?)\s*$"
)
_NAMED_WHOLE = re.compile(r"\s*(?:so với |trên |trong |của )?(?:tổng|tổng số|số|toàn)\b(?! cùng kỳ)[^();.%]{0,50}\(\s*")
_TOLD_WHOLE = re.compile(r"\s*(?:(?:so với|trên|trong|của)\s+(?:tổng số|tổng|số)|tổng số)\s*")
_FAR = 40
_NEXT = 4
_COUNTED_WHOLE = re.compile(
    r"(?:so với |trong |trên |của )?(?:tổng số|tổng|số) ((hộ|người|lao động|học sinh|giáo viên|đảng viên|doanh nghiệp|xã|thôn|trường|hồ sơ|vụ|đơn)\b[^,;.:()]{0,20})"
)


def among(sentence: Sentence, at: int) -> Ratio | None:
    """`1.128 trong tổng số 1.254 trường, đạt 90,0%`; `tiêm 112.640 con trong diện tiêm 131.800 con, đạt 85,5%`."""
    share, whole = sentence.figures[at], sentence.figures[at - 1]
    part = sentence.figures[at - 2] if at >= 2 else None
    if part is None or part.kind != "level" or whole.kind != "level" or part.is_share or part.value > whole.value:
        return None
    alike = part.unit in ("", whole.unit) or part.counts_like(whole)
    if not alike or not _OUT_OF.search(whole.before) or part.depth != whole.depth:
        return None
    return Ratio(share, part, whole)


def after_share(sentence: Sentence, at: int) -> Ratio | None:
    """`486 chiếc, chiếm 26,4% tổng số tàu thuyền (1.842 chiếc)`: the whole in parentheses after its name."""
    share, part, following = sentence.figures[at], sentence.figures[at - 1], sentence.figures[at + 1 : at + 2]
    if not following or following[0].kind != "level" or not following[0].counts_like(part):
        return None
    whole = following[0]
    if whole.depth == share.depth and _TOLD_WHOLE.fullmatch(whole.before) and whole.value >= part.value:
        return Ratio(share, part, whole)
    if whole.depth != share.depth + 1 or not _NAMED_WHOLE.fullmatch(whole.before) or whole.value < part.value:
        return None
    return Ratio(share, part, whole)


def within(ledger: Ledger, part: Figure) -> Figure | None:
    """`Trong chi thường xuyên, chi giáo dục 428 tỷ đồng, chiếm 57,3%`: the whole named after `trong`, given once of that name."""
    named = _WITHIN.search(part.before)
    if named is None:
        return None
    year = _YEAR.search(named[1])
    name = title_key(_YEAR.sub("", named[1]))
    wholes = [f for f in ledger.by_name.get(name, []) if f.measure == part.measure and f.kind == "level"]
    wholes = [f for f in wholes if f.order < part.order and f.value >= part.value]
    if year is not None:
        wholes = [f for f in wholes if f.period == year[1]]
    if not wholes or len({f.value for f in wholes}) > 1:
        return None
    same = wholes[-1]
    return same if year is not None or None in (same.period, part.period) or same.period == part.period else None


def named_after(ledger: Ledger, share: Figure, part: Figure) -> Ratio | None:
    """`Chi đầu tư 4.120 tỷ đồng, chiếm 33,0% tổng chi`: the whole named after the share, the nearest total before it, or right after it, whose name holds those words."""
    words = re.split(r"[.,;:(\n]|\bvà\b|\bbằng\b|\btăng\b|\bgiảm\b", ledger.after(share, 60), maxsplit=1)[0].strip()
    if "chiếm" not in share.before and not (words.startswith("tổng ") and "bằng" in share.before):
        return None
    counted = _COUNTED_WHOLE.match(words)
    if counted is not None:
        return _counted(ledger, share, part, counted[2], counted[1].strip())
    if not words.startswith(("tổng ", "so với tổng ", "trong tổng ", "của tổng ")):
        return None
    key = title_key(words.removeprefix("so với").removeprefix("trong").removeprefix("của"))
    goes_on = ledger.lower.startswith("trong đó", part.claim.sentence.start)  # of the sentence before
    before = reversed(ledger.figures[max(0, part.order - _FAR) : part.order])
    for figure in (*before, *ledger.figures[share.order + 1 : share.order + _NEXT]):
        same_time = figure.period == part.period or None in (figure.period, part.period)
        near = figure.order < part.order and part.sentence - figure.sentence <= goes_on
        total = figure.kind == "level" and figure.measure == part.measure and ("tổng" in figure.indicator or near)
        if total and key <= figure.key and same_time and figure.value > part.value and figure.cell is None:
            ratio = Ratio(share, part, figure)
            return ratio if "chiếm" in share.before or ratio.holds() else None
    return None


def _counted(ledger: Ledger, share: Figure, part: Figure, noun: str, name: str) -> Ratio | None:
    """`hộ nghèo 84 hộ, chiếm 3,21% tổng số hộ`: the number of them that the report gives, where it gives one only under so short a name."""
    short = title_key(name)
    if not part.is_count or not part.unit[1:].startswith(noun):
        return None
    wholes = [f for f in ledger.by_unit.get("{" + noun + "}", []) if f.kind == "level" and f.value > part.value]
    wholes = [f for f in wholes if f.key <= short and (f.period == part.period or None in (f.period, part.period))]
    if len({f.value for f in wholes}) != 1:
        return None
    return Ratio(share, part, wholes[0])
