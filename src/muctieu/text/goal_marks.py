"""Short forms of goals as the one that all rules know: some offices write `(MT 90%)`, `vượt CT 2%` for what others write with `KH`. Takes and gives text of the same length."""

from __future__ import annotations

import re

_BESIDE = r"(?:(?<=so )|(?<=với )|(?<=ượt )|(?<=hơn )|(?<=kém )|(?<=mặt )|(?<=xa )|(?<=thiếu )|(?<=hụt )|(?<=cách )|(?<=% )|(?<=mức ))"
_GIVES = r"(?=(?: năm)?(?: là|:)?(?: từ| trên| dưới| tối thiểu)? ?\(?\d"
_GOAL = re.compile(
    rf"{_BESIDE}MT(?![^\W_])(?!-)|(?:(?<=\()|(?<=[,;/] )|(?<=/))MT{_GIVES})"
    rf"|(?:{_BESIDE}|(?<=\()|(?<=[,;/] )|(?<=/))CT{_GIVES}[\d.,]*\s?%)"
)


def with_goals_marked(text: str) -> str:
    """The text with `KH` for each `MT` (mục tiêu) and `CT` (chỉ tiêu) that stands where a goal is compared with or given.

    >>> with_goals_marked("đạt 92% (MT 90%), vượt CT 2%; Sở TN&MT, CT 135")
    'đạt 92% (KH 90%), vượt KH 2%; Sở TN&MT, CT 135'
    """
    return _GOAL.sub("KH", text) if "MT" in text or "CT" in text else text
