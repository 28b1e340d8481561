"""A standing's latest figure and its goal as a table's cell says them, for the page and the command line alike.

Takes a standing, gives words. Never rounds what a person entered.
"""

from __future__ import annotations

from muctieu.errors import Language
from muctieu.scoreboard.judgement import target_words
from muctieu.scoreboard.standing import Standing
from muctieu.scoreboard.words import Words, period_words, quantity

CADENCES = {"annual": Words("mỗi năm", "every year"), "average": Words("bình quân", "on average")}


def latest_words(standing: Standing, language: Language = "vi") -> str:
    """`57,2% (2024)`; of an average target the mean that is judged, then the latest: `bình quân 15,02%; 12,3% (2020)`."""
    if standing.latest is None:
        return "–"
    unit = standing.target.unit
    told = f"{quantity(standing.latest.value, unit, language)} ({period_words(standing.latest.period, language)})"
    if standing.mean is None:
        return told
    mean = quantity(standing.mean, unit, language, places=2 if unit in ("%", "‰") else 0 if standing.mean >= 100 else 1)
    return f"bình quân {mean}; {told}" if language == "vi" else f"mean {mean}; {told}"


def goal_words(standing: Standing, language: Language = "vi") -> str:
    """`≥ 41%`, `≥ 110% mỗi năm`; a dash where the target has no figure."""
    if standing.target.value is None:
        return "–"
    cadence = CADENCES.get(standing.target.cadence)
    return target_words(standing.target).of(language) + (f" {cadence.of(language)}" if cadence else "")
