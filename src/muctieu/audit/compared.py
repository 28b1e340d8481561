"""Which figures are no results? Takes figures and the words before them; looks for nothing else.

A figure that is only compared with (`tăng 16,2% so với 149.700 tấn của năm 2020`) is a basis, and what follows is not said of it. One that stands in parentheses, or in a list, under a
subject of its own (`bằng 46,2% dự toán (trong đó chi đầu tư 1.210 tỷ đồng)`) breaks the result down: it is neither its basis nor its plan.
"""

from __future__ import annotations

import re

from muctieu.audit.figure import Figure
from muctieu.audit.names import alike

_TIME = r"(?:cả |cùng kỳ |cuối |đầu |giữa )?(?:năm|năm học|kỳ|tháng|quý|vụ|nhiệm kỳ|giai đoạn)(?: trước| ngoái| \d{4}(?: ?[-–] ?\d{4})?)|cùng kỳ(?: năm(?: trước| ngoái| \d{4})?)?|đầu (?:năm|kỳ|nhiệm kỳ)|ck"
_COMPARED = re.compile(
    rf"\bso (?:với|ck|cùng kỳ)(?: (?:mức|mốc|con số|số|khoảng|gần|hơn|trên|ước|thực hiện|của|{_TIME}))*(?: là|:)?\s*\(?\s*$"
)
_BESIDE = re.compile(
    r"[^,;()]{0,20}[;,(]\s*(?:ck|cùng kỳ(?: năm (?:trước|\d{4}))?)\s*:?\s*(?:là |đạt |có |thu |xảy ra )?"
)
_BREAKS_DOWN = re.compile(r"[\s,]*(?:trong đó|trong số đó|gồm|bao gồm|riêng|cụ thể)\b")
_PLAIN = re.compile(
    rf"\b(?:{_TIME}|là|đạt|có|còn|chỉ|mới|ước|khi đó|khi ấy|lúc đó|thời điểm|này|thực hiện|kết quả|khoảng|gần|hơn|trên|dưới|từ|mức|con số|số|tổng số|tương ứng|tương đương|tức|xảy ra"
    r"|kế hoạch|kh|dự toán|dt|chỉ tiêu|mục tiêu|nghị quyết|nq|đại hội|được|giao|đề ra|trung ương|tỉnh|huyện|xã|tp|hđnd|ubnd|cấp trên|của|cả|năm|tháng|đầu|cuối|điều chỉnh|yêu cầu|phải|cần|tăng|giảm|bình quân)\b"
)
_NAME = re.compile(r"[^\W\d_]{2,}")


def is_compared(figure: Figure) -> bool:
    """Do the words right before it say that something is compared with it?

    `so với 149.700 tấn`, `so với năm 2022 là 2.011 tấn`, `so với năm 2022 (2.011 tấn`; not `so với kế hoạch, đạt 520 ha`.
    """
    words = figure.before
    if "so " in words and _COMPARED.search(words) is not None:
        return True
    return ("ck" in words or "cùng kỳ" in words) and _BESIDE.fullmatch(words) is not None


def has_own_subject(figure: Figure, other: Figure) -> bool:
    """Do the words between the last opening mark and the figure name a thing of its own, other than the figure before it is of?

    `(khách quốc tế 12 nghìn lượt`, `KH năm: lúa vụ mùa 120 ha`; not `(cùng kỳ năm trước đạt 6.000 tỷ đồng`.
    """
    at = max(figure.before.rfind("("), figure.before.rfind(":"))
    if at < 0:
        return False
    words = figure.before[at + 1 :]
    if _BREAKS_DOWN.match(words):
        return True
    if _NAME.search(_PLAIN.sub(" ", words)) is None:
        return False
    return figure.key > other.key or not alike(figure.key, other.key)
