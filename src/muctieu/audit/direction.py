"""Which way is better for an indicator? Takes its words, answers up or down."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from muctieu.text.lexicon import lexicon, words_pattern

_GAIN = re.compile(
    r"giảm (?:số|tỷ lệ|nghèo)|thoát nghèo|giải quyết|xử lý|điều tra|khám phá|hỗ trợ|thu gom|phòng|kéo giảm|tỷ lệ giảm|vì người nghèo|quỹ|vận động|mức giảm|giảm tỷ lệ"
)


_SHARE = re.compile(r"tỷ trọng|tỉ trọng|cơ cấu|tỷ lệ lao động")
_FARMING = re.compile(r"nông nghiệp|nông, lâm|nông - lâm|nông lâm")


@cache
def _down() -> re.Pattern[str]:
    return re.compile(rf"\b{words_pattern(lexicon('audit')['direction']['down'])}\b")


@cache
def better(indicator: str) -> Literal["up", "down"]:
    """`down` for what should fall (poverty, accidents, crime, the share of agriculture), else `up`.

    >>> better("Tỷ lệ hộ nghèo"), better("Tỷ lệ thu gom rác thải"), better("Tỷ lệ điều tra tội phạm")
    ('down', 'up', 'up')
    >>> better("Tỷ trọng nông nghiệp"), better("Giá trị sản xuất nông nghiệp")
    ('down', 'up')
    """
    words = indicator.lower()
    if _SHARE.search(words) and _FARMING.search(words):
        return "down"
    return "down" if _down().search(words) and not _GAIN.search(words) else "up"
