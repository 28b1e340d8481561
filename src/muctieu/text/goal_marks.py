"""Short forms of goals as the one that all rules know: some offices write `(MT 90%)`, `vượt CT 2%` for what others write with `KH`. Takes and gives text of the same length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_BESIDE = r"(?:(?<=so )|(?<=với )|(?<=ượt )|(?<=hơn )|(?<=kém )|(?<=mặt )|(?<=xa )|(?<=thiếu )|(?<=hụt )|(?<=cách )|(?<=% )|(?<=mức ))"
_GIVES = r"(?=(?: năm)?(?: là|:)?(?: từ| trên| dưới| tối thiểu)? ?\(?\d"
_FORMS = ("MT", "CT")
_GOAL = re.compile(
    rf"{_BESIDE}MT(?![^\W_])(?!-)|(?:(?<=\()|(?<=[,;/] )|(?<=/))MT{_GIVES})"
    rf"|(?:{_BESIDE}|(?<=\()|(?<=[,;/] )|(?<=/))CT{_GIVES}[\d.,]*\s?%)"
)


def with_goals_marked(text: str) -> str:
    """The text with `KH` for each `MT` (mục tiêu) and `CT` (chỉ tiêu) that stands where a goal is compared with or given.

    >>> with_goals_marked("đạt 92% (MT 90%), vượt CT 2%; Sở TN&MT, CT 135")
    'đạt 92% (KH 90%), vượt KH 2%; Sở TN&MT, CT 135'
    """
    places = sorted({at for form in _FORMS for at in _places(text, form) if _GOAL.match(text, at) is not None})
    parts = [text[begin:end] for begin, end in pairwise([0, *places, len(text)])] if places else [text]
    return "".join([parts[0], *("KH" + part[2:] for part in parts[1:])])


def _places(text: str, form: str) -> Iterator[int]:
    """Where some letters stand."""
    at = text.find(form)
    while at >= 0:
        yield at
        at = text.find(form, at + 1)
