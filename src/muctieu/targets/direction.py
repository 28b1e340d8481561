"""Which way is better for a target? The catalogue says first, then the words of the indicator, then the figure itself."""

from __future__ import annotations

import re
from functools import cache

from muctieu.claims.claim import Claim
from muctieu.indicators.data import Indicator
from muctieu.indicators.matching import match
from muctieu.targets.target import Direction
from muctieu.targets.words import says
from muctieu.text.lexicon import lexicon, words_pattern

_CUT = re.compile(r"\bgiảm\b(?! (?:còn|xuống|từ|về))")
_SHARE = re.compile(r"tỷ trọng|tỉ trọng|cơ cấu|lao động")
_GAIN = re.compile(
    r"giảm (?:số|tỷ lệ|nghèo)|thoát nghèo|giải quyết|xử lý|điều tra|khám phá|hỗ trợ|thu gom|phòng|kéo giảm|"
    r"tỷ lệ giảm|mức giảm|lao động nông nghiệp|quỹ|(?:cho|vì|giúp) (?:hộ |người )nghèo|nghèo\b[^;]*\b(?:có|được|tiếp cận)\b"
)


def _known(indicator: str, claim: Claim | None) -> Indicator | None:
    """The catalogue's indicator; of an amount told in per cent the share of it (`Chi đầu tư phát triển chiếm 35%`)."""
    found = match(indicator)
    if found is not None and claim is not None and claim.unit == "%" and found.indicator.unit != "%":
        found = match(f"Tỷ trọng {indicator}")
    return found.indicator if found else None


@cache
def _down() -> re.Pattern[str]:
    return re.compile(rf"\b{words_pattern(lexicon('audit')['direction']['down'])}\b")


def direction_of(indicator: str, claim: Claim | None = None) -> Direction | None:
    """`down` for what should fall, `up` for what should rise, None where neither can be said (money spent).

    >>> direction_of("Tỷ lệ hộ nghèo"), direction_of("Tỷ lệ thu gom rác thải"), direction_of("Tổng chi ngân sách")
    ('down', 'up', None)
    """
    words = indicator.lower()
    if claim is not None and claim.value > 0 and _CUT.search(words):
        return "up"  # `Giảm hộ nghèo: 25 hộ`: of a cut that is told as a number above zero, more is better
    if claim is not None and claim.value < 0 and _CUT.match(words):
        return "down"  # `Giảm tỷ lệ hộ nghèo: giảm 3%`
    known = _known(indicator, claim)
    if known is not None:
        return known.direction
    if says("direction", "less", words):
        return "down"
    if says("direction", "neither", words):
        return None
    if claim is not None and claim.value < 0:
        return "down"
    if _SHARE.search(words) and says("direction", "farming", words) and not _GAIN.search(words):
        return "down"  # only the share of agriculture is to fall, its growth and output are not
    if _down().search(words) and not _GAIN.search(words):
        return "down"
    return "down" if claim is not None and claim.comparator == "le" else "up"
