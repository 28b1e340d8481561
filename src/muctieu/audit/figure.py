"""A figure as the rules of audit see it: a claim, its interval, what it is a number of, and the words before it."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from muctieu.audit.names import Key, key_of, told_in
from muctieu.claims.claim import Claim
from muctieu.document.layout import Cell
from muctieu.text.lexicon import lexicon
from muctieu.values.interval import Interval
from muctieu.values.span import Span

_GRADE = re.compile(
    r"[,;:(]\s*(?:mức |loại |xếp loại )?(?:chưa|không) đạt(?: được| mức| kế hoạch| chỉ tiêu| mục tiêu)*\s*$"
)
_CLAUSE = re.compile(r"[,;:()]|\. ")
_WORD = re.compile(r"\w+")
_MONEY = ("VND", "USD")
_A_YEAR: tuple[tuple[str, ...], ...] = ((), ("year",))
_RISES = re.compile(r"[,;(]\s*(?:và |tức |tức là |tương đương |tương ứng )?(?:tăng|giảm)(?: thêm| trên| khoảng)?\s*$")
_DIFFERENCES = ("growth", "multiple", "change")
_NONE: frozenset[str] = frozenset()
_INFINITE = Decimal("Infinity")
_NINE_TENTHS, _ELEVEN_TENTHS = Decimal("0.9"), Decimal("1.1")


def interval_of(
    value: Decimal, resolution: Decimal, unit: str, comparator: str, value_to: Decimal | None, *, per: bool = False
) -> Interval:
    """What a figure may be: a count is exact, a measure what rounds to it, `trên` has no upper end, `khoảng` is 10% either way."""
    if comparator == "between" and value_to is not None:
        return Interval(value, value_to)
    if comparator == "approx":
        ends = sorted((value * _NINE_TENTHS, value * _ELEVEN_TENTHS))
        return Interval(ends[0], ends[1])
    exact = (
        Interval.exactly(value)
        if unit[:1] == "{" and resolution == 1 and not per
        else Interval.rounded(value, resolution)
    )
    falling = value < 0
    if comparator == "eq":
        return exact
    if (comparator == "ge") != falling:
        return Interval(exact.low, _INFINITE, exact.low_open)
    return Interval(-_INFINITE, exact.high, False, exact.high_open)


@cache
def _full(unit: str) -> str:
    """The unit, with a counted noun in full where it is shortened (`{htx}`)."""
    return f"{{{lexicon('audit')['nouns'].get(unit[1:-1], unit[1:-1])}}}" if unit[:1] == "{" else unit


def _measure_of(claim: Claim) -> tuple[str, tuple[str, ...]]:
    """A claim's unit with its denominators. What a head has a year is written in three ways, of which one says it all."""
    unit, per = claim.unit, claim.per
    if per == ("{người}", "year") or (per in _A_YEAR and unit in _MONEY and "đầu người" in claim.indicator.lower()):
        per = ("{người}",)
    return _measure(unit, per)


@cache
def _measure(unit: str, per: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """One object for all figures of a measure."""
    return _full(unit), per


class Figure:
    """One claim with its place among the others. Two figures are the same only where they are one object.

    `before` are the words (lower case) between the figure before it in its sentence (or the sentence's start) and it, `words` each of them once: to look some up is quicker than to search
    for them; `key` is what tells its indicator from others; `difference` is `growth`, `multiple` or `change` where it compares two amounts;
    `depth` counts the parentheses it stands in; `cell` is its table cell and `head` and `row_name` the names of its column and row; `is_rate` marks a percentage in a column whose head
    compares other columns (`So sánh TH/DT (%)`), which says nothing of the row's own indicator; `is_share` tells percent and per mille, `is_counted` a number of things, rounded or
    not, `is_count` one that counts each of them; only figures of one `measure` add up.
    """

    __slots__ = (
        "_digits",
        "_indicator",
        "_interval",
        "_said",
        "_shuffled",
        "_written",
        "before",
        "cell",
        "claim",
        "column",
        "depth",
        "difference",
        "head",
        "is_count",
        "is_counted",
        "is_rate",
        "is_share",
        "key",
        "kind",
        "measure",
        "order",
        "period",
        "row_name",
        "sentence",
        "unit",
        "value",
        "words",
    )

    def __init__(
        self, claim: Claim, order: int, before: str = "", depth: int = 0, sentence: int = -1, cell: Cell | None = None
    ):
        self.claim = claim
        self.order = order
        self.cell = cell
        self.column = -1
        self.head = self.row_name = ""
        self.is_rate = False
        self.kind = claim.kind
        self.unit = _full(claim.unit)
        self.is_share = claim.unit in ("%", "‰")
        self.is_counted = claim.unit[:1] == "{"
        self.is_count = self.is_counted and claim.resolution == 1
        self.value = claim.value
        self.period = claim.period
        self._interval: Interval | None = None
        self._said: Key | None = None
        self._digits: str | None = None
        self._written: str | None = None
        self._shuffled: str | None = None
        self._indicator: str | None = None
        self.measure = _measure_of(claim)
        self.key = key_of(claim.indicator)
        self.before: str = before
        self.words = _NONE
        if before:
            self.place(before, depth, sentence)
        else:
            self.depth, self.sentence, self.difference = depth, sentence, self._told_difference()

    def place(self, before: str, depth: int, sentence: int) -> None:
        """Puts it behind words of a sentence."""
        self.before, self.depth, self.sentence = before, depth, sentence
        self.words = frozenset(_WORD.findall(before))
        self.difference = self._told_difference()

    def __repr__(self) -> str:
        return f"Figure({self.claim.id} {self.claim.text!r})"

    @property
    def interval(self) -> Interval:
        """What the figure may be, in its unit."""
        if self._interval is None:
            claim = self.claim
            self._interval = interval_of(
                claim.value, claim.resolution, claim.unit, self.comparator, claim.value_to, per=bool(claim.per)
            )
        return self._interval

    @property
    def digits(self) -> str:
        """The digits of its value from the first to the last that is not 0."""
        if self._digits is None:
            self._digits = format(abs(self.value), "f").replace(".", "").strip("0") or "0"
        return self._digits

    @property
    def written(self) -> str:
        """The digits as they are written."""
        if self._written is None:
            resolution = self.claim.resolution
            self._written = str(int(abs(self.value) / resolution)) if resolution else ""
        return self._written

    @property
    def shuffled(self) -> str:
        """The digits as they are written, each where it belongs by size: the same for two of one length whose digits have but changed places."""
        if self._shuffled is None:
            self._shuffled = "".join(sorted(self.written))
        return self._shuffled

    @property
    def indicator(self) -> str:
        """The words of its indicator in lower case."""
        if self._indicator is None:
            self._indicator = self.claim.indicator.lower()
        return self._indicator

    @property
    def comparator(self) -> str:
        """The claim's; a grade of a list (`Đạt 38,2%, Chưa đạt 1,8%`) only looks like a bound."""
        claim = self.claim
        return "eq" if claim.comparator == "le" and _GRADE.search(self.before) else claim.comparator

    @property
    def said(self) -> Key:
        """What its own clause says before it, which is its name where the indicator took in more: `kinh tế tăng trưởng khá, thu nhập bình quân đạt 65,2`."""
        if self._said is None:
            clauses = _CLAUSE.split(self.before)
            opened = self.before[: len(self.before) - len(clauses[-1])].endswith("(")
            words = " ".join(clauses[-2:]) if opened else clauses[-1]
            if words.strip() and self.unit[:1] == "{":
                self._said = key_of(f"{words} {self.unit[1:-1]}")
            else:
                self._said = told_in(words) or self.key  # `…; năm 2023 đạt 46%` tells no more than a time
        return self._said

    def name(self, key: Key) -> None:
        """Gives it the indicator of the figure that its footnote belongs to."""
        self.key = key

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.claim.start, self.claim.end)

    def as_told(self) -> Figure:
        """The figure without its bound: what is missing to a goal of `40% trở lên`, or left to do by `ít nhất`, is told by its number. A goal in per cent, or of so many things a year, is no rounded one."""
        exact = self.kind == "target" and (self.is_share or self.is_counted)
        if self.claim.comparator not in ("ge", "le") and not exact:
            return self
        claim = self.claim._replace(comparator="eq")
        told = Figure(claim, self.order, self.before, self.depth, self.sentence, self.cell)
        if exact:  # its digits stay what they are, so that a slip in them can be named
            told._interval = Interval.exactly(self.value)
        return told

    def turned(self) -> Figure:
        """A fall told by how much."""
        claim = self.claim._replace(value=-self.claim.value)
        return Figure(claim, self.order, self.before, self.depth, self.sentence, self.cell)

    def counts_like(self, other: Figure) -> bool:
        """Are they of one measure, or do they count one thing in fuller and in shorter words? (`126 vụ tai nạn`, `18 vụ`)"""
        if self.unit == other.unit:
            return self.measure == other.measure
        shorter, longer = self.unit, other.unit
        if not self.is_counted or not other.is_counted or shorter[1] != longer[1]:
            return False  # most pairs
        if self.claim.per != other.claim.per:
            return False
        if len(shorter) > len(longer):
            shorter, longer = longer, shorter
        return longer.startswith(shorter[:-1]) and longer[len(shorter) - 1] == " "

    def _told_difference(self) -> str | None:
        """What it compares, told as done or as planned."""
        if self.kind in _DIFFERENCES:
            return self.kind
        return self._planned_difference() if self.kind == "target" else None

    def _planned_difference(self) -> str | None:
        """What a plan compares: `480 tỷ đồng, gấp 1,8 lần năm 2020`."""
        if self.claim.basis == "target":
            return None
        if self.unit == "1":
            return "multiple"
        return "growth" if self.is_share and _RISES.search(self.before) else None
