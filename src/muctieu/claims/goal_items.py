"""Numbered items that judge what they set: `9. Bao phủ bảo hiểm y tế 95%; cuối năm 2022 đạt 93,7%. Đạt.`

Takes the lower-cased text, where the goal stands and where its sentence's figures end; says which words of the line judge it, and decides nothing of the figures.
"""

from __future__ import annotations

import re

from muctieu.claims.item_marks import end_of_mark

_MARK = re.compile(r"[^\w\n]{0,4}(?:\d{1,2}|[a-zđ]|[ivx]{1,4})[.)/]")
_VERDICT = re.compile(
    r"[.;,:(–→-]\s*(?:=> ?)?(?:(?:đánh giá|kết luận|nhận định|dự báo|nhận xét|kết quả)(?: chung)?:? )?(?P<verdict>(?:đã |ước |dự kiến |cơ bản )?(?:có khả năng |khó |chưa |không |khó có khả năng )?"
    r"(?:đạt và vượt|đạt|vượt|hoàn thành)(?: (?:chỉ tiêu|kế hoạch|mục tiêu|nghị quyết|nq(?:đh)?|kh|yêu cầu))?(?: đề ra)?)(?: (?:nếu|khi|với điều kiện) [^.\n]{4,90})?\)?\.?\s*$"
)
_OPENING = 200  # letters between an item's mark and its goal


_LISTS_GOALS = re.compile(
    r"(?<![^\W_])(?:đối chiếu|rà soát|điểm lại|soát lại|xem xét|kết quả|tình hình|tiến độ|mức độ|so với)(?![^\W_])[^.:\n]{0,60}(?:từng|các|những|\d+) (?:chỉ tiêu|mục tiêu)[^.:\n]{0,60}:\s*$"
    r"|(?<![^\W_])(?:chỉ tiêu|mục tiêu)(?![^\W_])[^\n]*[.;,] (?:kết quả|tình hình|tiến độ|mức độ)[^.;:,\n]{0,40}:\s*$"
    r"|(?<![^\W_])(?:đề ra|đặt ra|xác định|giao) (?:\d+|các|những) (?:chỉ tiêu|mục tiêu)(?![^\W_])[^\n]*(?:cụ thể|như sau|sau đây|trong đó)\s?:\s*$"
)
_TOLD_BEHIND = re.compile(
    r"[.;:,–-] (?:[^\W\d_]+ ){0,6}?(?:năm (?:19|20)\d\d|(?:ba|hai|[2-5]) năm|nửa|từ tháng|đến|tính đến|hết|hiện|hiện nay|năm nay|ước|mới|đã|kết thúc|giữa năm|thực hiện|kết quả|qua mốc)(?![^\W_])[^\n]*\d"
)
# `14. Tỷ lệ lao động tham gia bảo hiểm xã hội 45%. Kết quả: đến tháng 6/2023 đạt 53,4%`: what is set stands in a sentence of its own
_RESULT = r"\. kết quả(?: thực hiện| cụ thể)?\s?: "
_TOLD_APART = re.compile(rf"[^;:\n]{{0,60}}?{_RESULT}[^\n]*\d")
_BEHIND_RESULT = re.compile(rf"{_RESULT}[^.;:\n]{{0,40}}$")
_MOST_ITEMS = 40


def sets_in_list(low: str, goal: int, end: int) -> bool:
    """`Đối chiếu từng chỉ tiêu:`, then `(5) Vốn đầu tư toàn xã hội 5 năm: 195 nghìn tỷ đồng. Ba năm đã huy động …`: whether the numbered line is one of a list that holds goals against results, or itself has a sentence `Kết quả: …` behind its goal, and tells a result behind `end`."""
    begin = low.rfind("\n", max(0, goal - _OPENING), goal) + 1
    if not begin or _MARK.match(low, begin) is None:
        return False
    close = low.find("\n", end)
    if _TOLD_BEHIND.search(low, end, close if close >= 0 else len(low)) is None:
        return False
    if _TOLD_APART.match(low, end) is not None:
        return True
    for _ in range(_MOST_ITEMS):
        if _MARK.match(low, begin) is None:
            return _LISTS_GOALS.search(low, begin, low.find("\n", begin)) is not None
        above = low.rfind("\n", 0, begin - 1) + 1
        if above == begin:
            return False
        begin = above
    return False


def tells_result_apart(low: str, first: int) -> bool:
    """`12. Giải quyết việc làm cho 6.500 lao động/năm. Kết quả: năm 2021 là 5.820 lao động`: whether the sentence whose first figure stands at `first` tells only what came of a goal before it."""
    return _BEHIND_RESULT.search(low, max(0, first - 80), first) is not None


def verdict_of_labelled(low: str, goal: int, end: int) -> re.Match[str] | None:
    """The words (group `verdict`) that close a line which a label opens and its goal follows at once: `Tỷ lệ hộ dùng nước sạch: Nghị quyết đề ra 98%. … Đánh giá: đã vượt.`"""
    begin = low.rfind("\n", max(0, goal - _OPENING), goal) + 1
    if not begin or _LABELLED.match(low, begin, goal) is None:
        return None
    close = low.find("\n", end)
    return _VERDICT.search(low, end, close if close >= 0 else len(low))


_LABELLED = re.compile(
    r"(?:[-–+*•] ?)?(?:\(?\d{1,2}[.)/] ?)?[^\W\d_][^\n:.;\d]{3,110}: ?(?:nghị quyết|nq|đại hội|chỉ tiêu|mục tiêu|kế hoạch|kh)(?![^\W_])"
)


def verdict_of_item(low: str, goal: int, end: int) -> re.Match[str] | None:
    """The words (group `verdict`) that close the numbered line in which the goal stands, looked for behind `end`; None where it is no such item."""
    begin = low.rfind("\n", max(0, goal - _OPENING), goal) + 1
    if not begin or (_MARK.match(low, begin) is None and end_of_mark(low, begin) == begin):
        return None
    close = low.find("\n", end)
    return _VERDICT.search(low, end, close if close >= 0 else len(low))
