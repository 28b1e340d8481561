"""Which of two amounts of one measure is the later, and which its basis? Takes the ledger and two figures; looks for none."""

from __future__ import annotations

import re

from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.times import months_of

BASIS = re.compile(
    r"\b(?:từ(?! (?:ngày )?\d+/\d[\d/]* (?:đến|tới))|cùng kỳ|ck|so với|năm trước|năm ngoái|kỳ trước|vụ trước|quý trước|tháng trước|nhiệm kỳ trước|đầu (?:năm|kỳ|nhiệm kỳ)|khi|trước đó|trước đây|thời điểm đại hội|lúc (?:đầu|đó)|ban đầu|thời điểm đầu)\b[^,;()]*$"
)
_BASIS_WORDS = frozenset(("từ", "kỳ", "ck", "so", "trước", "ngoái", "đầu", "khi", "đó", "đây", "điểm", "lúc", "ban"))
"""One of them stands in what leads to a basis: quick to tell."""
_OPENS_BASIS = re.compile(
    r"^\s*(?:vào |tại )?(?:thời điểm đại hội|đầu (?:năm|kỳ|nhiệm kỳ)|năm (?:trước|ngoái)|cùng kỳ(?: năm (?:trước|ngoái))?|trước đây|lúc đầu|ban đầu), [^,;()]*$"
)
"""A time before that opens the sentence, parted by a comma (`Thời điểm đại hội, trên địa bàn có 412 doanh nghiệp`)."""
BASIS_AFTER = re.compile(r"\s*(?:của |vào |cùng |hồi )*(?:cùng kỳ|ck|năm trước|năm ngoái|kỳ trước|đầu năm|đầu kỳ)\b")
VALUE = re.compile(r"\b(?:lên|xuống|còn|nay|hiện|cuối (?:năm|kỳ|nhiệm kỳ)|thành|nâng|đưa)\b[^;()]*$")
_OF_OTHERS = re.compile(r"\b(?:cao|thấp|hơn|kém|bằng|vượt)(?: hơn)? (?:mức|tốc độ|nhịp) (?:tăng|giảm)(?: trưởng)?\s*$")
_OTHERS_WORDS = frozenset(("mức", "tốc", "nhịp"))
_SUM_WORDS = frozenset(("lũy", "luỹ", "cộng", "đầu", "tính"))
_ADDED_UP = re.compile(r"\b(?:lũy kế|luỹ kế|cộng dồn|từ đầu năm|tính chung)\b")


class _Told:
    """What the words around figures say of their time, each asked for once: many rules hold the same figures against one another."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._bases: dict[int, bool | None] = {}
        self._values: dict[int, bool] = {}

    def is_basis(self, figure: Figure) -> bool | None:
        """Do the words that lead to it, or follow it, say that something is measured from it? None of what is added up from some time on."""
        order = figure.order
        if order not in self._bases:
            after = self._ledger.after(figure, 30)
            found = self._is_led_to(figure) or BASIS_AFTER.match(after) is not None
            self._bases[order] = None if _is_summed(figure) else found
        return self._bases[order]

    def may_be_value(self, figure: Figure) -> bool:
        """Do the words right before it not tell of a time before, or lead from there to it?"""
        found = self._values.get(figure.order)
        if found is None:
            words = figure.before
            plain = figure.words.isdisjoint(_BASIS_WORDS) or BASIS.search(words) is None
            found = self._values[figure.order] = plain or VALUE.search(words) is not None
        return found

    def _is_led_to(self, figure: Figure) -> bool:
        """Do the words that lead to it say so; of what stands right in parentheses those before the figure that they belong to, too?"""
        opened = figure.order > 0 and figure.before.strip() == "("
        before = self._ledger.figures[figure.order - 1] if opened else None
        if before is not None and before.sentence == figure.sentence:
            led = f"{before.before} {figure.before[:-1]}"
        elif figure.words.isdisjoint(_BASIS_WORDS):
            return False
        else:
            led = figure.before.rstrip(" (")
        return BASIS.search(led) is not None or (self._leads(figure) and _OPENS_BASIS.search(led) is not None)

    def _leads(self, figure: Figure) -> bool:
        """Is it the first of its sentence?"""
        return figure.sentence >= 0 and self._ledger.sentences[figure.sentence].figures[0] is figure


def _is_summed(figure: Figure) -> bool:
    """Is it added up from some time on?"""
    return not figure.words.isdisjoint(_SUM_WORDS) and _ADDED_UP.search(figure.before) is not None


def in_order(ledger: Ledger, first: Figure, second: Figure) -> tuple[Figure, Figure] | None:
    """Value and basis by their times, else by the words around them."""
    one, other = months_of(first.period), months_of(second.period)
    if one is not None and other is not None and one[1] - one[0] == other[1] - other[0] and one != other:
        return (first, second) if one > other else (second, first)
    told = ledger.once(_Told)
    one_is, other_is = told.is_basis(first), told.is_basis(second)
    if one_is is None or other_is is None:
        return None
    if other_is and told.may_be_value(first):
        return first, second
    return (second, first) if one_is and told.may_be_value(second) else None


def is_of_others(figure: Figure) -> bool:
    """Do the words right before a rate say that something else has it? (`cao hơn mức tăng 9,90% của cả khu vực`)"""
    return not figure.words.isdisjoint(_OTHERS_WORDS) and _OF_OTHERS.search(figure.before) is not None


def of_one_length(first: Figure, second: Figure) -> bool:
    """Are both of times as long, as far as they are told?"""
    one, other = months_of(first.period), months_of(second.period)
    return one is None or other is None or one[1] - one[0] == other[1] - other[0]
