"""The fields of a target in words for a person: its figure, cadence, verdict. Never used for the wire format."""

from __future__ import annotations

from muctieu.claims.wording import amount_words, comparator_words, per_words, period_words
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
    values = [target.value, *([target.value_to] if target.value_to is not None else [])]
    shown = amount_words(values, target.resolution, target.unit or "", language)
    return comparator_words(target.comparator) + shown + per_words(target.per, language)


def result_words(result: Result | None, language: Language) -> str:
    """The figure of the result with its period."""
    if result is None:
        return "–"
    shown = amount_words([result.value], result.resolution, result.unit, language)
    return f"{shown} ({period_words(result.period, language)})" if result.period else shown
