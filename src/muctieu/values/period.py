"""A period: the time that a figure is for. Takes SDMX or Vietnamese words, gives days, order, shifts and words; reads no clock.

A period is one part of the calendar (a year `2019`, a half `2023-S1`, a quarter `2023-Q3`, a month `2020-01`, a day
`2020-01-31`) or a span of parts, both ends included (`2015/2020`, nine months `2023-01/2023-09`). Source of the forms:
SDMX 2.1, section 6, *Observational time period*. The first day is included and the end excluded.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache, total_ordering
from typing import Literal, NamedTuple

from muctieu.errors import ValueInvalid

Kind = Literal["year", "half", "quarter", "month", "day"]

_PER_YEAR: dict[str, int] = {"year": 1, "half": 2, "quarter": 4, "month": 12}
_ROMAN = ("I", "II", "III", "IV")


class Part(NamedTuple):
    """One part of the calendar: `ordinal` counts its kind from year 0 (months: 12 · year + month - 1; days: the ordinal)."""

    kind: Kind
    ordinal: int

    @property
    def year(self) -> int:
        """The year in which it begins."""
        return date.fromordinal(self.ordinal).year if self.kind == "day" else self.ordinal // _PER_YEAR[self.kind]

    @property
    def number(self) -> int:
        """Which half, quarter or month of its year it is, from 1; 1 for a year; of a day, its day of the month."""
        return date.fromordinal(self.ordinal).day if self.kind == "day" else self.ordinal % _PER_YEAR[self.kind] + 1

    @property
    def first(self) -> date:
        """Its first day."""
        if self.kind == "day":
            return date.fromordinal(self.ordinal)
        return date(self.year, (self.number - 1) * (12 // _PER_YEAR[self.kind]) + 1, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        if self.kind == "day":
            return date.fromordinal(self.ordinal)
        month = self.number * (12 // _PER_YEAR[self.kind])
        return date(self.year, month, monthrange(self.year, month)[1])

    def moved(self, years: int) -> Part:
        """The same part so many years on; of 29 February the 28th where that year has none."""
        if self.kind != "day":
            return Part(self.kind, self.ordinal + years * _PER_YEAR[self.kind])
        day = date.fromordinal(self.ordinal)
        year = day.year + years
        return Part("day", date(year, day.month, min(day.day, monthrange(year, day.month)[1])).toordinal())

    def __str__(self) -> str:
        if self.kind == "day":
            return date.fromordinal(self.ordinal).isoformat()
        if self.kind == "year":
            return f"{self.year:04d}"
        mark = {"half": "S{}", "quarter": "Q{}", "month": "{:02d}"}[self.kind].format(self.number)
        return f"{self.year:04d}-{mark}"


@total_ordering
class Period:
    """A part of the calendar or a span of parts, frozen. Ordered by first day, then by end, then by form.

    >>> period = Period.parse("2023-01/2023-09")
    >>> period.first_day, period.day_after
    (datetime.date(2023, 1, 1), datetime.date(2023, 10, 1))
    >>> str(period.same_period_a_year_before()), period.vietnamese()
    ('2022-01/2022-09', '9 tháng đầu năm 2023')
    >>> Period.parse("2015/2020").steps, Period.parse("2019") in Period.parse("2015/2020")
    (5, True)
    """

    __slots__ = ("_first_day", "_last_day", "_text", "first", "last")
    first: Part
    last: Part
    _first_day: date
    _last_day: date
    _text: str

    def __init__(self, first: Part, last: Part | None = None) -> None:
        """A part, or the span of two; a span of one part is that part. Raises ValueInvalid where it runs backwards."""
        last = first if last is None else last
        text = str(first) if first == last else f"{first}/{last}"
        if (first.first, first.last) > (last.first, last.last):
            raise _invalid(
                text, "khoảng thời gian đi ngược; hãy ghi kỳ đầu trước.", "it runs backwards; put the first part first."
            )
        for name, value in zip(
            ("first", "last", "_first_day", "_last_day", "_text"),
            (first, last, first.first, last.last, text),
            strict=True,
        ):
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"A Period is frozen; “{name}” cannot be set.")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"A Period is frozen; “{name}” cannot be deleted.")

    def __reduce__(self) -> tuple[object, ...]:
        return Period, (self.first, self.last)

    @staticmethod
    def parse(text: str) -> Period:
        """The period written in SDMX form. Raises ValueInvalid where there is none such.

        >>> Period.parse("2023-Q3").english(), Period.parse("2024-02-29").vietnamese()
        ('Q3 2023', 'ngày 29/02/2024')
        >>> Period.parse("2023-Q5")
        Traceback (most recent call last):
        muctieu.errors.ValueInvalid: period: the value “2023-Q5” is not valid: a year has quarters Q1 to Q4; write 2023-Q3, say.
        """
        return _parse(text)

    @staticmethod
    def parse_vietnamese(words: str) -> Period:
        """The period of a whole Vietnamese phrase that needs no report to be understood; SDMX forms are read too.

        >>> [str(Period.parse_vietnamese(words)) for words in ("9 tháng đầu năm 2023", "quý III/2023", "nhiệm kỳ 2015-2020")]
        ['2023-01/2023-09', '2023-Q3', '2015/2020']
        """
        from muctieu.values.period_words import parse_words  # the words' patterns are compiled only when words are read

        return parse_words(words)

    @staticmethod
    def of_year(year: int) -> Period:
        """A whole year."""
        return _parse(f"{year:04d}")

    @staticmethod
    def first_months(year: int, months: int) -> Period:
        """The first n months of a year, as reports call them: six are a half, three a quarter, twelve the year.

        >>> str(Period.first_months(2023, 9)), str(Period.first_months(2023, 6))
        ('2023-01/2023-09', '2023-S1')
        """
        if not 1 <= months <= 12:
            raise _invalid(f"{months}", "một năm có từ 1 đến 12 tháng.", "a year has 1 to 12 months.")
        short = {12: f"{year:04d}", 6: f"{year:04d}-S1", 3: f"{year:04d}-Q1", 1: f"{year:04d}-01"}
        return _parse(short.get(months, f"{year:04d}-01/{year:04d}-{months:02d}"))

    @property
    def first_day(self) -> date:
        """Its first day."""
        return self._first_day

    @property
    def last_day(self) -> date:
        """Its last day."""
        return self._last_day

    @property
    def day_after(self) -> date:
        """The day after its last: the excluded end. Raises OverflowError for the last day of year 9999."""
        return self._last_day + timedelta(days=1)

    @property
    def days(self) -> int:
        """How many days it has."""
        return self._last_day.toordinal() - self._first_day.toordinal() + 1

    @property
    def kind(self) -> Kind | Literal["span"]:
        """Which part of the calendar it is, or `span`."""
        return self.first.kind if self.first == self.last else "span"

    @property
    def year(self) -> int:
        """The year of its last day."""
        return self._last_day.year

    @property
    def steps(self) -> int:
        """How many steps lie between the first and last part: five in `2015/2020`. Raises ValueInvalid where the ends differ in kind."""
        return Period(self.first).steps_to(Period(self.last))

    @property
    def is_term(self) -> bool:
        """Is it a span of years?"""
        return self.kind == "span" and self.first.kind == self.last.kind == "year"

    @property
    def is_cumulative(self) -> bool:
        """Does it add up a year from its first day, over more than one month: first months, first quarter, half, or the year?"""
        start, end = self._first_day, self._last_day
        return (start.month, start.day) == (1, 1) and start.year == end.year and end.month > 1

    def steps_to(self, later: Period) -> int:
        """How many parts on the other stands; negative where it is earlier. Raises ValueInvalid for spans or different kinds.

        >>> Period.parse("2022-11").steps_to(Period.parse("2023-02"))
        3
        """
        if self.kind == "span" or self.kind != later.kind:
            raise _invalid(
                f"{self} → {later}", "chỉ đếm được bước giữa hai kỳ cùng loại (năm, quý, tháng…).",
                "steps are counted between two periods of one kind (years, quarters, months…).",
            )  # fmt: skip
        return later.first.ordinal - self.first.ordinal

    def shifted(self, years: int) -> Period:
        """The same period so many years later; negative for earlier. Raises ValueInvalid outside the years 1 to 9999."""
        if not (self._first_day.year + years >= 1 and self._last_day.year + years <= 9999):
            raise _invalid(str(self), f"không dời được {years} năm.", f"it cannot be shifted by {years} years.")
        return Period(self.first.moved(years), self.last.moved(years))

    def same_period_a_year_before(self) -> Period:
        """`cùng kỳ năm trước`. (Of a term it is the same span one year earlier: see `term_before`.)"""
        return self.shifted(-1)

    def term_before(self) -> Period:
        """The span of years that ends where this one begins: of `2015/2020` it is `2010/2015`. Raises ValueInvalid for others."""
        if not self.is_term:
            raise _invalid(
                str(self), "không phải là một nhiệm kỳ (khoảng nhiều năm).", "it is no term (a span of years)."
            )
        return self.shifted(-self.steps)

    def contains(self, other: Period | date) -> bool:
        """Does every day of the other lie within it?"""
        if isinstance(other, Period):
            return self._first_day <= other._first_day and other._last_day <= self._last_day
        return self._first_day <= other <= self._last_day

    __contains__ = contains

    def overlaps(self, other: Period) -> bool:
        """Do they share a day?"""
        return self._first_day <= other._last_day and other._first_day <= self._last_day

    def vietnamese(self) -> str:
        """In words of a report: `quý III/2023`, `giai đoạn 2015-2020`; `parse_vietnamese` reads it back unchanged."""
        if self.kind != "span":
            return _vietnamese(self.first)
        if self.is_term:
            return f"giai đoạn {self.first}-{self.last}"
        if self._is_first_months:
            return f"{self.last.number} tháng đầu năm {self.last.year}"
        return f"từ {_vietnamese(self.first)} đến {_vietnamese(self.last)}"

    def english(self) -> str:
        """In English words: `Q3 2023`, `first 9 months of 2023`."""
        if self.kind != "span":
            return _english(self.first)
        if self.is_term:
            return f"{self.first}-{self.last}"
        if self._is_first_months:
            return f"first {self.last.number} months of {self.last.year}"
        return f"{_english(self.first)} to {_english(self.last)}"

    @property
    def _is_first_months(self) -> bool:
        first, last = self.first, self.last
        months = first.kind == last.kind == "month" and first.year == last.year and first.number == 1
        return months and last.number not in (1, 3, 6, 12)

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return f"Period({self._text!r})"

    def __hash__(self) -> int:
        return hash(self._text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Period) and self._text == other._text

    def __lt__(self, other: Period) -> bool:
        return (self._first_day, self._last_day, self._text) < (other._first_day, other._last_day, other._text)


def _vietnamese(part: Part) -> str:
    if part.kind == "year":
        return f"năm {part}"
    if part.kind == "half":
        return f"6 tháng {'đầu' if part.number == 1 else 'cuối'} năm {part.year}"
    if part.kind == "quarter":
        return f"quý {_ROMAN[part.number - 1]}/{part.year}"
    return f"tháng {part.first:%m}/{part.year}" if part.kind == "month" else f"ngày {part.first:%d/%m}/{part.year}"


def _english(part: Part) -> str:
    if part.kind == "year":
        return str(part)
    if part.kind == "half":
        return f"{'first' if part.number == 1 else 'second'} half of {part.year}"
    if part.kind == "quarter":
        return f"Q{part.number} {part.year}"
    months = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
    month = months[part.first.month - 1]
    return f"{month} {part.year}" if part.kind == "month" else f"{part.number} {month} {part.year}"


def _invalid(value: str, reason_vi: str, reason_en: str) -> ValueInvalid:
    return ValueInvalid(place="period", value=value, reason_vi=reason_vi, reason_en=reason_en)


@lru_cache(maxsize=65536)
def _parse(text: str) -> Period:
    first, slash, last = text.partition("/")
    return Period(_part(first, text), _part(last, text) if slash else None)


def _part(words: str, text: str) -> Part:
    """One part of an SDMX form; `text` is the whole, for the error."""
    year, _, rest = words.partition("-")
    if not (len(year) == 4 and year.isascii() and year.isdigit() and year != "0000"):
        raise _shape(text)
    base = int(year)
    if not rest:
        if len(words) > 4:
            raise _shape(text)
        return Part("year", base)
    if rest[0] in "SQ" and len(rest) == 2 and rest[1] in "0123456789":
        kind: Kind = "half" if rest[0] == "S" else "quarter"
        count = _PER_YEAR[kind]
        if not 1 <= int(rest[1]) <= count:
            vi, en = ("quý", "quarters Q1 to Q4") if kind == "quarter" else ("nửa năm", "halves S1 and S2")
            raise _invalid(
                text, f"một năm có {count} {vi}; hãy ghi như {year}-{rest[0]}{count - 1}.",
                f"a year has {en}; write {year}-{rest[0]}{count - 1}, say.",
            )  # fmt: skip
        return Part(kind, base * count + int(rest[1]) - 1)
    month, dash, day = rest.partition("-")
    if not _two_digits(month) or (dash and not _two_digits(day)):
        raise _shape(text)
    if not 1 <= int(month) <= 12:
        raise _invalid(
            text, "một năm có tháng 01 đến 12; hãy sửa tháng.", "a year has months 01 to 12; correct the month."
        )
    if not dash:
        return Part("month", base * 12 + int(month) - 1)
    days = monthrange(base, int(month))[1]
    if not 1 <= int(day) <= days:
        raise _invalid(
            text,
            f"tháng {month}/{year} có {days} ngày; hãy sửa ngày.",
            f"{year}-{month} has {days} days; correct the day.",
        )
    return Part("day", date(base, int(month), int(day)).toordinal())


def _two_digits(words: str) -> bool:
    return len(words) == 2 and words.isascii() and words.isdigit()


def _shape(text: str) -> ValueInvalid:
    return _invalid(
        text, "không phải là một kỳ; hãy ghi như 2023, 2023-S1, 2023-Q3, 2023-01, 2023-01-31, 2015/2020 hoặc 2023-01/2023-09.",
        "it is no period; write 2023, 2023-S1, 2023-Q3, 2023-01, 2023-01-31, 2015/2020 or 2023-01/2023-09.",
    )  # fmt: skip
