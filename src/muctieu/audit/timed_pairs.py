"""Which of two amounts of one measure is the later, and which its basis? Takes the ledger and two figures; looks for none."""

from __future__ import annotations

import re

from muctieu.audit.figure import Figure
from muctieu.audit.ledger import Ledger
from muctieu.audit.times import months_of

BASIS = re.compile(
    r"\b(?:từ(?! (?:ngày )?\d+/\d[\d/]* (?:đến|tới))|cùng kỳ|ck|so với|năm trước|năm ngoái|kỳ trước|vụ trước|quý trước|tháng trước|nhiệm kỳ trước|đầu (?:năm|kỳ|nhiệm kỳ)|khi|trước đó|trước đây|thời điểm đại hội|lúc (?:đầu|đó)|ban đầu|thời điểm đầu)\b[^,;()]*$"
)
_OPENS_BASIS = re.compile(
    r"^\s*(?:vào |tại )?(?:thời điểm đại hội|đầu (?:năm|kỳ|nhiệm kỳ)|năm (?:trước|ngoái)|cùng kỳ(?: năm (?:trước|ngoái))?|trước đây|lúc đầu|ban đầu), [^,;()]*$"
)
"""A time before that opens the sentence, parted by a comma (`Thời điểm đại hội, trên địa bàn có 412 doanh nghiệp`)."""
BASIS_AFTER = re.compile(r"\s*(?:của |vào |cùng |hồi )*(?:cùng kỳ|ck|năm trước|năm ngoái|kỳ trước|đầu năm|đầu kỳ)\b")
VALUE = re.compile(r"\b(?:lên|xuống|còn|nay|hiện|cuối (?:năm|kỳ|nhiệm kỳ)|thành|nâng|đưa)\b[^;()]*$")
OF_OTHERS = re.compile(r"\b(?:cao|thấp|hơn|kém|bằng|vượt)(?: hơn)? (?:mức|tốc độ|nhịp) (?:tăng|giảm)(?: trưởng)?\s*$")
"""Right before a rate that something else has (`cao hơn mức tăng 9,90% của cả khu vực`)."""
_ADDED_UP = re.compile(r"\b(?:lũy kế|luỹ kế|cộng dồn|từ đầu năm|tính chung)\b")


def in_order(ledger: Ledger, first: Figure, second: Figure) -> tuple[Figure, Figure] | None:
    """Value and basis by their times, else by the words around them."""
    one, other = months_of(first.period), months_of(second.period)
    if one is not None and other is not None and one[1] - one[0] == other[1] - other[0] and one != other:
        return (first, second) if one > other else (second, first)
    if any(_ADDED_UP.search(each.before) for each in (first, second)):
        return None
    for value, basis in ((first, second), (second, first)):
        led = _led(ledger, basis)
        words = (
            BASIS.search(led)
            or (_leads(ledger, basis) and _OPENS_BASIS.search(led))
            or BASIS_AFTER.match(ledger.after(basis, 30))
        )
        if words and (BASIS.search(value.before) is None or VALUE.search(value.before)):
            return value, basis
    return None


def _leads(ledger: Ledger, figure: Figure) -> bool:
    """Is it the first of its sentence?"""
    return figure.sentence >= 0 and ledger.sentences[figure.sentence].figures[0] is figure


def _led(ledger: Ledger, figure: Figure) -> str:
    """The words that lead to it; of what stands right in parentheses those before the figure that they belong to, too."""
    if figure.before.strip() != "(" or not figure.order:
        return figure.before.rstrip(" (")
    before = ledger.figures[figure.order - 1]
    return f"{before.before} {figure.before[:-1]}" if before.sentence == figure.sentence else figure.before


def of_one_length(first: Figure, second: Figure) -> bool:
    """Are both of times as long, as far as they are told?"""
    one, other = months_of(first.period), months_of(second.period)
    return one is None or other is None or one[1] - one[0] == other[1] - other[0]
