"""Words that only say how a figure stands to a plan, a mark or another time, and name nothing: `bỏ xa con số`, `so với đích`, `chưa chạm ngưỡng`.

Takes the words before or behind a figure; says whether they relate it and nothing else.
"""

from __future__ import annotations

import re

from muctieu.claims.figures import Figure
from muctieu.text.lexicon import lexicon

_NAMING = lexicon("naming")
_RELATING = frozenset(_NAMING["relating"])
_MORE = frozenset(_NAMING["relating_more"])
_WORDS = frozenset(word for phrase in (*_RELATING, *_MORE) for word in phrase.split())
_LONGEST_PHRASE = max(phrase.count(" ") for phrase in (*_RELATING, *_MORE)) + 1
_NUMBERED = re.compile(
    r"(?<![^\W_])(nq|nghị quyết|kh|kế hoạch|đề án|qđ|quyết định)(?: số)? \d+(?:[-/]\S+)?|(?<![^\W_])(đại hội)(?: lần thứ)? [ivxl]+(?![^\W_])"
)  # `NQ 17 đề ra`
_LONGEST = 11  # words
_ASKED = tuple(f" {phrase}" for phrase in _NAMING["asked"])


def only_relates(words: str) -> bool:
    """Whether the words relate a figure to another, and name nothing.

    >>> only_relates("bỏ xa con số"), only_relates("của Nghị quyết"), only_relates("Mức thu nhập")
    (True, False, False)
    """
    low = words.lower().replace(",", " ")
    first = low.split(None, 1)[:1]
    if not first or first[0] not in _WORDS:
        return False  # most words are told by their first
    parts = _NUMBERED.sub(r"\1\2", low).split()
    if len(parts) > _LONGEST or parts[-1] not in _WORDS:
        return False
    related, at = False, 0
    while at < len(parts):
        for size in range(min(_LONGEST_PHRASE, len(parts) - at), 0, -1):
            phrase = " ".join(parts[at : at + size])
            if phrase in _RELATING or phrase in _MORE:
                related = related or phrase in _RELATING
                at += size
                break
        else:
            return False
    return related


def without_asked(noun: str) -> str:
    """`căn được giao` → `căn`: the noun without the words that only say that so many were asked for."""
    return noun.removesuffix(next((phrase for phrase in _ASKED if noun.lower().endswith(phrase)), "")) if noun else noun


def is_whole(low: str, figure: Figure, previous: Figure | None) -> bool:
    """`còn 142 hộ trên 33.020 hộ dân, bằng 0,43%`: a count that says only out of how many; what follows is of the part."""
    if previous is not None and previous.unit == "%" and figure.counted is not None:
        return low[previous.end : figure.start] in _SHARE_OF  # `chiếm 1,1% của 2.860 hộ dân; như vậy bớt 69 hộ`
    if (
        previous is None
        or previous.counted is None
        or figure.counted is None
        or figure.start - previous.end > _SHORT_GAP
    ):
        return False
    same = figure.counted.partition(" ")[0] == previous.counted.partition(" ")[0]
    return same and low.endswith(_OUT_OF, previous.end, figure.start)


_SHORT_GAP = 40  # letters
_SHARE_OF = (" của ", " trong ", " trên ", " của tổng số ", " trong tổng số ", " trên tổng số ", " trong số ")
_OUT_OF = (" trên ", " trên tổng số ", " trong tổng số ", " trên tổng ", " trong tổng ", " trong số ")


def grade_before(text: str, figure: Figure, previous: Figure) -> str:
    """`Tốt 21,4%, Khá 52,8%, Đạt 24,6%, Chưa đạt 1,2%`: a grade that else says what is reached; empty for others."""
    if figure.start - previous.end > _LONGEST_GRADE or previous.unit != figure.unit:
        return ""
    words = text[previous.end : figure.start].strip(" ,;:")
    if words.lower() not in _GRADE_NAMES:
        return ""
    return words if previous.indicator.lower().endswith(_GRADES_BESIDE) else ""


_LONGEST_GRADE = 24  # letters
_GRADE_NAMES = frozenset(_NAMING["grades_reached"])
_GRADES_BESIDE = (*_NAMING["grades"], *_NAMING["grades_reached"])
