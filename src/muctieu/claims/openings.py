"""What a paragraph is about whose first sentence tells no figure: `Vốn đầu tư công vẫn còn vướng. Cả năm dự kiến giải ngân 230 tỷ đồng.`

Takes the text with where a later sentence of the paragraph begins; gives the measured head that the paragraph opens with, or empty words. Knows no figure.
"""

from __future__ import annotations

import re

from muctieu.claims.subject_words import HEAD, clean

_MARK = re.compile(r"[^\w\n]{0,4}(?:(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[ivx]{1,4})[.)/] ?)?[^\w\n]{0,3}")
_TOLD_OF_IT = re.compile(
    r",? (?:không|chưa|đã|đang|sẽ|vẫn|cũng|tiếp tục|cơ bản|có|gặp|bị|được|đạt|còn|tăng|giảm|duy trì|giữ|ổn định|chuyển biến|khởi sắc|phục hồi|là|do|nhìn chung|ngày càng|từng bước|phát triển|chịu|chậm|khá|rất|trong|năm|tháng|quý)(?![^\W_])"
)
_LONGEST = 9  # words
_SHORTEST = 20  # letters of a first sentence
_ENDS = ".;:!?\n"


def opening_name(text: str, low: str, start: int) -> str:
    """The name that the paragraph opens with in which a sentence begins at `start`; empty where the sentence is its first, or a measured head does not open it."""
    begin = low.rfind("\n", 0, start) + 1
    if start - begin < _SHORTEST:
        return ""
    opened = _MARK.match(low, begin)
    at = opened.end() if opened is not None else begin
    head = HEAD.match(low, at, start)
    told = _TOLD_OF_IT.search(low, head.end(), start) if head is not None else None
    if told is None or any(sign in low[at : told.start()] for sign in _ENDS):
        return ""
    name = clean(text[at : told.start()])
    return name if len(name.split()) <= _LONGEST and "," not in name else ""
