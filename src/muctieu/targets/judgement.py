"""What became of a target: `computed` from the figures, `stated` from the words. Each is read without the other."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from muctieu.targets.target import Computed, Direction, Result, Verdict
from muctieu.targets.words import last_year
from muctieu.text.lexicon import lexicon, words_pattern


def computed_verdict(
    value: Decimal | None,
    value_to: Decimal | None,
    direction: Direction | None,
    horizon: str | None,
    result: Result | None,
) -> Computed:
    """The verdict of the figures alone: `exceeded`, `met`, else `missed` where the horizon is over, `unknown` before it.

    Units are the caller's to compare. A range is met within its ends. Where neither way is better, only an equal figure is met.
    """
    if value is None or result is None:
        return "unknown"
    low, high = value, value if value_to is None else value_to
    if low <= result.value <= high:
        return "met"
    if direction is None:
        return "unknown"
    passed = result.value > high if direction == "up" else result.value < low
    if passed:
        return "exceeded"
    return "missed" if is_over(horizon, result.period) else "unknown"


def is_over(horizon: str | None, period: str | None) -> bool:
    """Does the period reach the end of the horizon's year? A result without a period is the last one, a target without a year due.

    >>> is_over("2020", "2015/2020"), is_over("2023", "2023-01/2023-09"), is_over("2025", "2023"), is_over("2024", None)
    (True, False, False, True)
    >>> is_over(None, "2023-01/2023-09"), is_over("", "2023")
    (True, True)
    """
    if period is None or not horizon:
        return True
    last = period.rpartition("/")[2]
    year = last_year(last)
    if year is None or year != int(horizon):
        return year is not None and year > int(horizon)
    part = last[5:]
    return part in ("", "S2", "Q4") or part.startswith("12")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    words = lexicon("targets")["stated"]
    verbs = "|".join(f"(?P<{name}>{words_pattern(words[name])})" for name in _NAMES)
    goal = words_pattern(words["goal"])
    gap = r"(?:(?!\b(?:đạt|vượt)\b)[^.;()\n]){0,60}?"  # `ước đạt 138 triệu đồng, vượt mục tiêu` is exceeded
    return (
        re.compile(rf"\b(?:{verbs})\b{gap}\b{goal}\b"),
        re.compile(rf"\b(?:{verbs})\b"),
        re.compile(
            rf"\b(?:(?P<exceeded>{words_pattern(words['higher'])})|(?P<missed>{words_pattern(words['lower'])}))\b"
        ),
        re.compile(rf"^\s*\)?\s*[-–,:;(=>]+\s*(?:{verbs})(?: (?:so với )?{goal})?\s*[.)]*\s*$"),
        re.compile(rf"\b(?:chỉ tiêu|mục tiêu)\s+(?:{verbs})(?:\s+{goal})?\s*(?:(?:gồm|bao gồm|là|gồm có)\b|:)"),
    )


def stated_verdict(words: str, *, falls: bool = False) -> Verdict | None:
    """The judgement that running words pass on a goal; None where they pass none, or only say that it may be reached.

    What `falls` is better below its goal.

    >>> stated_verdict("vượt 15% chỉ tiêu nq"), stated_verdict("chưa đạt chỉ tiêu nq"), stated_verdict("cơ bản đạt chỉ tiêu nq")
    ('exceeded', 'missed', None)
    >>> stated_verdict("đạt 96,2%, tăng 2%") is None
    True
    """
    found = _patterns()[0].search(words)
    return _named(found, falls=falls)


def cell_verdict(words: str) -> Verdict | None:
    """The judgement in a table's cell: `Vượt`, `Đạt`, `Chưa đạt`; `Có khả năng đạt` is none.

    >>> cell_verdict("Vượt"), cell_verdict("Có khả năng đạt"), cell_verdict("12,5")
    ('exceeded', None, None)
    """
    return _named(_patterns()[1].search(words.lower()))


def passes_judgement(words: str) -> bool:
    """Does a table's cell judge at all, even if it leaves the judgement open (`Khó đạt`)? A remark (`Thiếu vốn`) does not.

    >>> passes_judgement("Khó đạt"), passes_judgement("Thiếu vốn")
    (True, False)
    """
    return _patterns()[1].search(words.lower()) is not None


def closing_verdict(words: str) -> Verdict | None:
    """The judgement that ends a line: `KH 95% - TH 94% - không đạt`.

    >>> closing_verdict(" - không đạt"), closing_verdict(", vượt."), closing_verdict(" - đạt 100%")
    ('missed', 'exceeded', None)
    """
    return _named(_patterns()[3].search(words))


def opening_verdict(words: str) -> Verdict | None:
    """The judgement that opens a list: `còn 02 chỉ tiêu không đạt gồm: …`; of several the last.

    >>> opening_verdict("có 3 chỉ tiêu vượt: a đạt 5; 2 chỉ tiêu chưa đạt kế hoạch là: b"), opening_verdict("đạt 14 chỉ tiêu:")
    ('missed', None)
    """
    found = list(_patterns()[4].finditer(words))
    return _named(found[-1]) if found else None


def heading_verdict(words: str) -> Verdict | None:
    """The judgement of a line over a list: `II. Các chỉ tiêu vượt Nghị quyết`, `- Có 03 chỉ tiêu chưa đạt:`.

    None where it passes more than one, or tells more behind it.

    >>> heading_verdict("các chỉ tiêu vượt nghị quyết"), heading_verdict("có 3 chỉ tiêu vượt, 2 chỉ tiêu chưa đạt:")
    ('exceeded', None)
    >>> heading_verdict("các chỉ tiêu kinh tế") is None
    True
    """
    if len(_patterns()[1].findall(words)) != 1:
        return None
    return opening_verdict(f"{words.strip().rstrip(' .:')}:")


def attained(value: Decimal) -> Verdict:
    """The judgement in `đạt 104,3% nghị quyết`.

    >>> attained(Decimal("104.3")), attained(Decimal("100")), attained(Decimal("98"))
    ('exceeded', 'met', 'missed')
    """
    return "exceeded" if value > 100 else "met" if value == 100 else "missed"


def gap_is_above(words: str) -> bool | None:
    """Do the words before a gap say above (`vượt`, `cao hơn`) or below (`thấp hơn`)? None where they say neither.

    >>> gap_is_above("vượt"), gap_is_above("(thấp hơn"), gap_is_above("(")
    (True, False, None)
    """
    found = list(_patterns()[2].finditer(words))
    return None if not found else found[-1].lastgroup == "exceeded"


_NAMES = ("open", "missed", "exceeded", "met", "above", "below")


def _named(found: re.Match[str] | None, *, falls: bool = False) -> Verdict | None:
    if found is None or found["open"]:
        return None
    if found["above"] or found["below"]:
        return "exceeded" if bool(found["above"]) != falls else "missed"
    return "missed" if found["missed"] else "exceeded" if found["exceeded"] else "met"
