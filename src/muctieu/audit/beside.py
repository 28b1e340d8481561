"""Which result and which plan do a sentence's words set against one another, whatever stands between them? Takes the ledger and a place; gives the pair where there is only one. Judges nothing.

The order of the two, the words between and the marks do not matter: only that one plan and one result of a measure stand in the sentence, or in it and the one before it in the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from muctieu.audit.compared import is_compared
from muctieu.audit.equation import Whole
from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger, Sentence
from muctieu.audit.persons import counts_persons

_PLAN = re.compile(
    r"\b(?:kế hoạch|kh|dự toán|dt|chỉ tiêu|mục tiêu|nghị quyết|nq|kịch bản|nhu cầu|định mức|định biên|biên chế giao|phấn đấu|yêu cầu|cần|phải|để đạt|được giao|giao|điều chỉnh)\b(?:(?! thực hiện| đã | ước | kết quả)[^,;.()%\d]){0,60}(?:năm \d{4}[^,;.()%\d]{0,40})?$"
)
_PLAN_WORDS = frozenset(
    (
        "hoạch",
        "kh",
        "toán",
        "dt",
        "tiêu",
        "quyết",
        "nq",
        "bản",
        "cầu",
        "mức",
        "biên",
        "đấu",
        "cần",
        "phải",
        "để",
        "giao",
        "chỉnh",
    )
)
"""One of them stands in what is said of a plan: quick to tell."""
_OF_PLAN = re.compile(
    r"\s*(?:theo )?(?:kế hoạch|kh|dự toán|chỉ tiêu|mục tiêu|nghị quyết|nq)(?: giao| đề ra| năm \d{4})*\s*(?:[;,.):]|$)"
)
_OTHER = re.compile(
    r"\b(?:trong đó|riêng|(?<!thu nhập )bình quân(?! đầu| thu nhập)|mỗi|trung bình|cùng kỳ|năm trước|ck|đầu (?:năm|kỳ|nhiệm kỳ)|tăng(?! trưởng)|giảm(?! nghèo)|thêm|tr\.đó|gồm|còn lại)\b[^,;.]*$"
)


_OTHER_WORDS = frozenset(
    ("đó", "riêng", "quân", "mỗi", "bình", "kỳ", "trước", "ck", "đầu", "tăng", "giảm", "thêm", "gồm", "lại")
)


class Pair(NamedTuple):
    """A result with its plan."""

    result: Figure
    plan: Figure | Whole


def is_plan(ledger: Ledger, figure: Figure) -> bool:
    """Do its kind or the words around it say that it is what was to be reached?"""
    if figure.kind not in ("level", "target_gap"):
        return figure.kind == "target"
    found = ledger.planned.get(figure.order)
    if found is None:
        words = figure.before.removeprefix("giao ")  # `Giao 118 thanh niên nhập ngũ`
        found = not figure.words.isdisjoint(_PLAN_WORDS) and _PLAN.search(words) is not None
        found = found or _OF_PLAN.match(ledger.after(figure, 40)) is not None
        ledger.planned[figure.order] = found
    return found


def goes_with(figure: Figure, other: Figure) -> bool:
    """May one be a part, a rest or a plan of the other? Both count persons, or are of one unit."""
    if figure.unit == other.unit:
        return figure.claim.per == other.claim.per or not (figure.claim.per and other.claim.per)
    if not figure.is_counted or not other.is_counted:
        return False
    if counts_persons(figure) and counts_persons(other):
        return True
    return figure.unit.strip("{}").split(" ")[0] == other.unit.strip("{}").split(" ")[0]


def pair_for(ledger: Ledger, sentence: Sentence, like: Figure) -> Pair | None:
    """The only result and the only plan that go with a figure, which is neither, in its sentence or from the one before it on."""
    here = _pair(ledger, [f for f in sentence.figures if f is not like], like)
    if here is not None or sentence.number == 0:
        return here
    before = ledger.sentences[sentence.number - 1]
    if "\n" in ledger.text[before.start : like.claim.start].strip() or before.note is not sentence.note:
        return None
    own = [f for f in sentence.figures if f is not like and goes_with(f, like)]
    told = [f for f in before.figures if goes_with(f, like)]
    return _pair(ledger, [*told, *own], like) if told and len(told) + len(own) <= 3 else None


def _pair(ledger: Ledger, figures: Sequence[Figure], like: Figure) -> Pair | None:
    """The only two among figures."""
    plain = [f for f in figures if goes_with(f, like) and f.claim.comparator == "eq"]
    parts = [f for f in plain if f.kind == "part" and f.claim.whole]
    plans = [f for f in plain if f not in parts and is_plan(ledger, f)]
    results = [f for f in plain if f not in plans and f.kind in ("level", "growth") and is_result(f)]
    if len(parts) == 1 and not plans and not results and like.kind == "target_gap" and not like.is_count:
        return Pair(parts[0], Whole(parts[0]))
    results += parts
    return Pair(results[0], plans[0]) if len(results) == len(plans) == 1 else None


def is_result(figure: Figure) -> bool:
    """Is it told as what was done, not as another time's, a part, a mean or a rest?"""
    if figure.claim.status == "planned" or is_compared(figure):
        return False
    return figure.words.isdisjoint(_OTHER_WORDS) or _OTHER.search(figure.before) is None
