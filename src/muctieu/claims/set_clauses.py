"""Clauses whose subject sets goals: `Đại hội đề ra tỷ lệ che phủ rừng 62%`, `Nghị quyết Hội đồng nhân dân yêu cầu giảm 5 điểm phần trăm`.

Gives the pattern of such a clause up to its figure, what is told of but never set, and a name without who set it. Knows no figure.
"""

from __future__ import annotations

import re

from muctieu.text.lexicon import lexicon, words_pattern

_CUES = lexicon("cues")
_WHO = words_pattern([*_CUES["set_in"], *_CUES["setters"], *_CUES["bodies"]])
_VERB = r"(?:đề ra|đặt ra|xác định|yêu cầu|ấn định|giao|đặt(?= (?:mục tiêu|chỉ tiêu|kế hoạch)))"
_WHO_SETS = rf"[\s\W]*(?:(?:theo|tại|trong) )?{_WHO}(?: (?!đã |được |của |do )[^\W_]+(?:[-/.][^\W_]+)*| của| [-–]){{0,12}}? (?:đã |cũng |chỉ |mới chỉ |từng )*"
_MORE = (
    r"(?: (?:mục tiêu|chỉ tiêu|kế hoạch|dự toán|phấn đấu|phải|là|cho|đến|tới|hết|cuối|trong|năm|nhiệm kỳ|giai đoạn))*"
)
SET_CLAUSE = re.compile(rf"{_WHO_SETS}(?P<verb>{_VERB}){_MORE}(?P<name>[^;:.()\n]*)$")
_OPENS = re.compile(rf"{_WHO_SETS}{_VERB}{_MORE} (?=[^\W\d_])", re.IGNORECASE)
_SETS_AT_END = re.compile(r"(?<=\w) (?:đề ra|đặt ra|xác định|yêu cầu|ấn định|giao)$")
NEVER_SET = frozenset(_CUES["never_set"])


# `Mục tiêu năm 2024: thu ngân sách 2.486 tỷ đồng; …`, `Nhiệm vụ quý IV: …`
_AIMS = re.compile(
    r"[\s\-+*•·]*(?:\(?\d{1,2}[.)] ?)?(?:các |một số )?(?:mục tiêu|chỉ tiêu|kế hoạch|nhiệm vụ|phương hướng|dự toán)(?: (?:chủ yếu|cụ thể|phấn đấu|trọng tâm|tổng quát|thu,? chi|thu|chi|ngân sách))*(?: (?:đến|của|cho|trong))?(?: (?:hết|cuối|cả))? (?:năm (?P<year>20\d\d)|quý iv|(?:3|ba|6|sáu) tháng cuối năm)(?: như sau| là)?: "
)
_AIM_BEGINS = "cmknpd"


def opens_with_aims(low: str, start: int, year: int | None) -> bool:
    """Whether the sentence opens with aims of a time that the report, of that year, has not reached; `low` is the text in lower case."""
    told = (
        _AIMS.match(low, start)
        if low[start : start + 1] in _AIM_BEGINS or not low[start : start + 1].isalpha()
        else None
    )
    return told is not None and (told["year"] is None or (year is not None and int(told["year"]) > year))


def without_setter(name: str) -> str:
    """The name without who set it.

    >>> without_setter("Đại hội XXIII đề ra tỷ lệ che phủ rừng"), without_setter("Đại hội thể dục thể thao")
    ('tỷ lệ che phủ rừng', 'Đại hội thể dục thể thao')
    """
    opened = _OPENS.match(name)
    if opened is None or len(name[opened.end() :].split()) > 1:
        name = name[opened.end() :] if opened is not None else name
    return _SETS_AT_END.sub("", name)  # `Kế hoạch trồng cây xanh đô thị giao`
