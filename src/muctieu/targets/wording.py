"""The fields of a target in words for a person: its figure, cadence, verdict. Never used for the wire format."""

from __future__ import annotations

from decimal import Decimal

from muctieu.claims.wording import number_words, period_words, unit_words
from muctieu.errors import Language
from muctieu.targets.target import Result, Target

VERDICTS: dict[str, tuple[str, str]] = {
    "exceeded": ("vượt", "exceeded"),
    "met": ("đạt", "met"),
    "missed": ("không đạt", "missed"),
    "unknown": ("chưa rõ", "unknown"),
}
CADENCES: dict[str, tuple[str, str]] = {
    "end": ("đến {year}", "by {year}"),
    "annual": ("hằng năm đến {year}", "every year to {year}"),
    "average": ("bình quân đến {year}", "on average to {year}"),
}
_COMPARATORS = {"ge": "≥ ", "le": "≤ ", "approx": "≈ "}
_SCALES = ((9, "tỷ", "billion"), (6, "triệu", "million"))


def verdict_words(verdict: str | None, language: Language) -> str:
    """The verdict as a person says it, a dash where there is none.

    >>> verdict_words("missed", "vi"), verdict_words(None, "en")
    ('không đạt', '–')
    """
    return VERDICTS[verdict][language == "en"] if verdict else "–"


def when_words(target: Target, language: Language) -> str:
    """When the target is due: `đến 2025`, `hằng năm đến 2025`."""
    return CADENCES[target.cadence][language == "en"].format(year=target.horizon) if target.horizon else "–"


def target_words(target: Target, language: Language) -> str:
    """The figure of the target with its comparator and unit, a sentence's dash where it has none."""
    if target.value is None or target.resolution is None:
        return "không có số" if language == "vi" else "no figure"
    shown = _COMPARATORS.get(target.comparator or "", "") + _amount(
        target.value, target.value_to, target.resolution, target.unit or "", language
    )
    return shown + _per_words(target.per, language)


def result_words(result: Result | None, language: Language) -> str:
    """The figure of the result with its period."""
    if result is None:
        return "–"
    shown = _amount(result.value, None, result.resolution, result.unit, language)
    return f"{shown} ({period_words(result.period, language)})" if result.period else shown


def _amount(value: Decimal, value_to: Decimal | None, resolution: Decimal, unit: str, language: Language) -> str:
    power, scale = 0, ""
    for size, vi, en in _SCALES:
        if max(abs(value), abs(value_to or value)) >= Decimal(10) ** size and resolution >= Decimal(10) ** (size - 3):
            power, scale = size, vi if language == "vi" else en
            break
    step = resolution.scaleb(-power).normalize().as_tuple().exponent
    places = max(0, -step) if isinstance(step, int) else 0
    figures = [
        number_words(round(each.scaleb(-power), places), language) for each in (value, value_to) if each is not None
    ]
    words = unit_words(unit, language)
    tail = words if words in ("%", "‰") else "".join(f" {word}" for word in (scale, words) if word)
    return " – ".join(figures) + tail


def _per_words(per: tuple[str, ...], language: Language) -> str:
    names = {
        "year": ("năm", "year"),
        "month": ("tháng", "month"),
        "quarter": ("quý", "quarter"),
        "day": ("ngày", "day"),
    }
    return "".join(
        "/" + (names[each][language == "en"] if each in names else each.replace("{", "").replace("}", ""))
        for each in per
    )
