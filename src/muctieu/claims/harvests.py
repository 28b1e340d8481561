"""Areas, yields and harvests without a unit, which a line before told: `+ Lúa mùa DT 142,5, NS 52, SL 741`, below `+ Lúa chiêm DT 86 ha, NS 58 tạ/ha, SL 498,8 tấn`.

Takes the lower-cased text and where a number stands; says where its unit is told. It reads no figure.
"""

from __future__ import annotations

import re

ENDS_OF_MEASURE = frozenset((",", ";", ".", ")", ":", "\n", ""))


def harvest_unit_before(low: str, at: int) -> int:
    """Where the unit stands that the lines before told of such a yield (`NS 5,8 tấn/ha`), for a bare one at `at`; -1 for nowhere."""
    head = _HARVEST_HEAD.search(low, max(0, at - 30), at)
    if head is None:
        return -1
    first = head["head"][0]
    name = {"n": "unit", "d": "land", "s": "mass"}[first]
    told = [
        one.start(name) for one in _HARVEST_TOLD.finditer(low, max(0, at - _LINES_BEFORE), head.start()) if one[name]
    ]
    return told[-1] if told else -1


def tells_harvest(low: str, at: int, end: int) -> bool:
    """`+ Lúa mùa DT 142,5, NS 52, SL 741 tấn`, below `+ Lúa chiêm xuân DT 86 ha, NS 58 tạ/ha`: an area, a yield or a harvest whose unit a line before it told."""
    return low[end : end + 2].lstrip(" ")[:1] in ENDS_OF_MEASURE and harvest_unit_before(low, at) >= 0


_LINES_BEFORE = 600  # letters
_REACHING = r"(?: bq| bình quân| đạt| ước| ước đạt)?"
_HARVEST_HEAD = re.compile(rf"(?<![^\W_])(?P<head>ns|năng suất|dt|diện tích|sl|sản lượng){_REACHING} $")
_HARVEST_TOLD = re.compile(
    rf"(?<![^\W_])(?:(?P<head>(?:nsbq|ns|năng suất)){_REACHING} \d[\d.,]* ?(?P<unit>(?:tấn|tạ|kg)/(?:ha|sào|công))"
    rf"|(?P<area>dt|diện tích){_REACHING} \d[\d.,]* ?(?P<land>ha)(?![^\W_])|(?P<crop>sl|sản lượng){_REACHING} \d[\d.,]* ?(?P<mass>tấn|tạ)(?![^\W_/]))"
)
