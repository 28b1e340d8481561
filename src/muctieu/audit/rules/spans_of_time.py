"""`impossible` of time: days that no calendar has, spans that end before they begin (`từ ngày 01/7/2024 đến ngày 30/6/2024`, `khởi công tháng 9/2024, dự kiến hoàn thành tháng 6/2024`).

A begin and an end stand in one sentence, each right before its time; where another beginning stands between them, they are of two things. A day, month, quarter or year is held against another as wholes: only an end
that is over before the beginning begins cannot be. Nothing is said of what is not told with a year.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from functools import cache

from muctieu.audit.check import Check
from muctieu.audit.ledger import Ledger
from muctieu.audit.places import everywhere
from muctieu.text.lexicon import lexicon, words_pattern
from muctieu.values.span import Span

_DATE_ENDS = re.compile(r"/(\d{1,2})/((?:19|20)\d\d)(?![\d/-])")
_DAY_BEFORE = re.compile(r"(?<![\d/.,-])(\d{1,2})$")
_DATE_SAID = re.compile(r"ngày (\d{1,2}) tháng (\d{1,2}) năm ((?:19|20)\d\d)\b")
_LONG_BEFORE = len("ngày 00 tháng 00 năm ")
_YEARS = re.compile(r"((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)(?![\d/-])")
_SPANNING = ("giai đoạn ", "nhiệm kỳ ", "thời kỳ ", "niên khóa ")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_TIME = (
    r"(?:(?:ngày )?(?P<d{n}>\d{{1,2}})/(?P<dm{n}>\d{{1,2}})/(?P<dy{n}>(?:19|20)\d\d)|ngày (?P<sd{n}>\d{{1,2}}) tháng (?P<sm{n}>\d{{1,2}}) năm (?P<sy{n}>(?:19|20)\d\d)"
    r"|(?:tháng )?(?P<m{n}>\d{{1,2}})(?:/| năm )(?P<my{n}>(?:19|20)\d\d)|quý (?P<q{n}>iv|i{{1,3}}|[1-4])(?:/| năm |-)(?P<qy{n}>(?:19|20)\d\d)|năm (?P<y{n}>(?:19|20)\d\d))(?![\d/-])"
)
_CENTURIES = re.compile(r"19\d\d"), re.compile(r"20\d\d")
"""Each by its own digits, which are quickly found."""
_NEAR = 78
"""How far behind the words of a beginning its year may stand."""
_WITHIN = r"\s*(?:vào |trong |từ |là |đầu |giữa |cuối |hết |khoảng |dự kiến )*"


def check(ledger: Ledger) -> Iterator[Check]:
    """Every day, and every span of time."""
    text = ledger.lower
    for match in _DATE_ENDS.finditer(text):
        day = _DAY_BEFORE.search(text, max(0, match.start() - 3), match.start())
        if day is not None:
            yield from _day(int(day[1]), int(match[1]), int(match[2]), Span(day.start(1), match.end()))
    years = _years(text)
    for at in years:
        if text.endswith(" năm ", 0, at):
            said = _DATE_SAID.search(text, max(0, at - _LONG_BEFORE), at + 5)
            if said is not None:
                yield from _day(int(said[1]), int(said[2]), int(said[3]), Span(said.start(), said.end()))
        span = _YEARS.match(text, at) if text.endswith(_SPANNING, 0, at) else None
        if span is not None and int(span[2]) < int(span[1]):
            name = next(name for name in _SPANNING if text.endswith(name, 0, at))
            yield _backward(Span(at - len(name), span.end()))
    for found in (span for at in _begun(text, years) if (span := _span().match(text, at)) is not None):
        first, last = _days_of(found, 1), _days_of(found, 2)
        if first is not None and last is not None:
            yield _backward(Span(found.start(), found.end()), fits=last[1] >= first[0])


def _years(text: str) -> list[int]:
    """Where years stand, in order."""
    return sorted(match.start() for century in _CENTURIES for match in century.finditer(text))


def _begun(text: str, years: list[int]) -> Iterator[int]:
    """Where beginnings stand that a year is not far behind, each once."""
    begins = [f"{begin} " for begin in lexicon("audit")["impossible"]["begins"]]
    low = 0
    for at in years:
        near = text[max(low, at - _NEAR) : at]
        for begin in begins:
            if begin in near:
                yield from (at - len(near) + place for place in everywhere(begin, near))
        low = at


@cache
def _span() -> re.Pattern[str]:
    """A beginning with its time, an end with its time, in one sentence."""
    words = lexicon("audit")["impossible"]
    begins, ends = words_pattern(words["begins"]), words_pattern(words["ends"])
    first, last = _TIME.format(n=1), _TIME.format(n=2)
    return re.compile(
        rf"{begins}(?: [^\W\d]+){{0,3}}?{_WITHIN}{first}(?:(?!\b{begins}\b)[^.;\n\d]){{0,60}}?\b{ends}(?:,? (?:và )?{ends})*{_WITHIN}{last}"
    )


def _days_of(found: re.Match[str], number: int) -> tuple[int, int] | None:
    """The first and the last day of a time, counted so that they can be compared."""
    said = {name: found[f"{name}{number}"] for name in ("d", "dm", "dy", "sd", "sm", "sy", "m", "my", "q", "qy", "y")}
    if said["dy"] or said["sy"]:
        day = (int(said["dy"] or said["sy"]) * 12 + int(said["dm"] or said["sm"])) * 31 + int(said["d"] or said["sd"])
        return day, day
    if said["my"]:
        month = (int(said["my"]) * 12 + int(said["m"])) * 31
        return (month + 1, month + 31) if 1 <= int(said["m"]) <= 12 else None
    if said["qy"]:
        last = (int(said["qy"]) * 12 + _QUARTERS[said["q"]] * 3) * 31
        return last - 2 * 31 + 1, last + 31
    year = int(said["y"]) * 12
    return (year + 1) * 31 + 1, (year + 12) * 31 + 31


def _day(day: int, month: int, year: int, span: Span) -> Iterator[Check]:
    """The check of a day that the calendar has not."""
    if not (1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        yield Check("impossible", (), False, "error", None, (span,), None, None, "impossible_date")


def _backward(span: Span, *, fits: bool = False) -> Check:
    """The check of a span of time that may run backward."""
    return Check("impossible", (), fits, "error", None, (span,), None, None, "impossible_span")
