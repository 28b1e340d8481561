"""Equations between figures. Takes figures, says whether values within their intervals satisfy it, and what each should be.

An equation may have several readings (`tăng 2,3 lần` is ×2,3 or +2,3 times); it holds where one of them does. Nothing here
knows where the figures stand or what the text says.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from operator import add, mul
from typing import Protocol

from muctieu.audit.figure import Figure
from muctieu.audit.slips import slip_between
from muctieu.values.interval import Interval

_HUNDRED = Decimal(100)
_SCALES = {("t", "dt"): Decimal("0.1"), ("t", "kg"): Decimal("0.001")}
_ONE = Interval.exactly(1)


class Term(Protocol):
    """What an equation is between: something with an interval."""

    @property
    def interval(self) -> Interval:
        """What it may be."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Whole:
    """The denominator of a part (`14` in `07/14`) as a term of its own; it belongs to the part's claim."""

    figure: Figure

    @property
    def interval(self) -> Interval:
        """The denominator with the numerator's resolution."""
        claim = self.figure.claim
        whole = claim.whole if claim.whole is not None else claim.value
        return Interval.exactly(whole) if self.figure.is_count else Interval.rounded(whole, claim.resolution)


def figure_of(term: Figure | Whole) -> Figure:
    """The figure that a term belongs to."""
    return term.figure if isinstance(term, Whole) else term


class Equation:
    """`terms[0]` is the figure that the others give. `solve(i)` gives the readings of what term i should be."""

    __slots__ = ("_given", "terms")
    symbol = ""

    def __init__(self, *terms: Figure | Whole) -> None:
        self.terms = terms
        self._given: Sequence[Interval] | None = None

    def solve(self, position: int) -> Sequence[Interval]:
        """What the term at `position` must be for the equation to hold, a reading each; none where nothing can be said."""
        raise NotImplementedError

    def solved(self, position: int = 0) -> Sequence[Interval]:
        """The readings of `solve`; those of the first term, which are asked for several times (a root is slow), worked out once."""
        if position:
            return self.solve(position)
        if self._given is None:
            self._given = self.solve(0)
        return self._given

    def holds(self) -> bool:
        """Do values within the intervals satisfy it, in one reading at least?"""
        stated = self.terms[0].interval
        return any(stated.meets(expected) for expected in self.solved())

    def slip(self, position: int = 0) -> str:
        """The kind of slip that leads from the first reading of what the term should be to what is stated; empty where none does."""
        figure = figure_of(self.terms[position])
        readings = self.solved(position)
        found = slip_between(figure.value, figure.claim.resolution, readings[0]) if readings else None
        return found[0] if found is not None else ""

    def nearest(self, position: int = 0) -> Interval | None:
        """The reading that lies closest to what is stated."""
        stated = self.terms[position].interval
        return min(self.solved(position), key=stated.distance, default=None)

    def is_near(self, room: Decimal) -> bool:
        """Does what the first term should be lie within so much of what is stated (0.1: a tenth of it)?"""
        expected, stated = self.nearest(), figure_of(self.terms[0])
        return expected is not None and expected.distance(stated.interval) <= room * abs(stated.value)


class Ratio(Equation):
    """percentage = part ÷ whole (terms: percentage, part, whole); `scale` is 100 for percent, 1000 for per mille."""

    __slots__ = ("scale",)
    symbol = "ratio"

    def __init__(self, share: Figure, part: Figure | Whole, whole: Figure | Whole) -> None:
        super().__init__(share, part, whole)
        self.scale = Decimal(1000) if share.unit == "‰" else _HUNDRED

    def solve(self, position: int) -> Sequence[Interval]:
        """Share = part/whole, part = share·whole, whole = part/share."""
        share, part, whole = (term.interval for term in self.terms)
        try:
            if position == 0:
                return [(part / whole).scaled(self.scale)]
            if position == 1:
                return [share * whole.scaled(1 / self.scale)]
            return [part.scaled(self.scale) / share]
        except ZeroDivisionError:
            return []


class Sum(Equation):
    """total = part + part + … (terms: total, parts)."""

    __slots__ = ()
    symbol = "sum"

    def solve(self, position: int) -> Sequence[Interval]:
        """The total of the parts, or what the total leaves for one part."""
        if position == 0:
            return [reduce(add, (term.interval for term in self.terms[1:]))]
        others = [term.interval for at, term in enumerate(self.terms) if at not in (0, position)]
        left = self.terms[0].interval
        return [left - reduce(add, others)] if others else [left]


class Hundred(Equation):
    """The shares of one whole make 100%."""

    __slots__ = ()
    symbol = "hundred"

    def solve(self, position: int) -> Sequence[Interval]:
        """What the other shares leave of 100."""
        return [
            Interval.exactly(100) - reduce(add, (term.interval for at, term in enumerate(self.terms) if at != position))
        ]


class Flow(Equation):
    """end = start + what came − what went (terms: end, start, the others); `signs` has +1 or −1 for each of the others."""

    __slots__ = ("signs",)
    symbol = "flow"

    def __init__(self, end: Figure, start: Figure, others: Sequence[tuple[Figure, int]]) -> None:
        super().__init__(end, start, *(figure for figure, _ in others))
        self.signs = (-1, 1, *(sign for _, sign in others))

    def solve(self, position: int) -> Sequence[Interval]:
        """What the others leave for one term."""
        signed = [
            term.interval.scaled(Decimal(sign * -self.signs[position]))
            for at, (term, sign) in enumerate(zip(self.terms, self.signs, strict=True))
            if at != position
        ]
        return [reduce(add, signed)]


class Same(Equation):
    """Two statements of one figure."""

    __slots__ = ()
    symbol = "same"

    def solve(self, position: int) -> Sequence[Interval]:
        """The other statement."""
        return [self.terms[1 - position].interval]


class Product(Equation):
    """whole = rate · number · scale (terms: whole, rate, number): output = yield · area, a total = what each has · how many there are."""

    __slots__ = ("scale",)
    symbol = "product"

    def __init__(self, whole: Figure, rate: Figure, number: Figure, scale: Decimal = Decimal(1)) -> None:
        super().__init__(whole, rate, number)
        self.scale = scale

    def solve(self, position: int) -> Sequence[Interval]:
        """The whole; the rate; the number."""
        whole, rate, number = (term.interval for term in self.terms)
        try:
            if position == 0:
                return [(rate * number).scaled(self.scale)]
            return [whole.scaled(1 / self.scale) / (number if position == 1 else rate)]
        except ZeroDivisionError:
            return []


def scale_of(total: Figure, rate: Figure) -> Decimal | None:
    """What one unit of a rate is in units of the total that it leads to (quintals a hectare in tonnes: 0.1); None where they measure different things."""
    if total.unit == rate.unit and total.unit not in ("", "%", "‰", "1"):
        return Decimal(1)
    return _SCALES.get((total.unit, rate.unit))


class Change(Equation):
    """difference = value − basis (terms: difference, value, basis); between shares also as a percentage of the basis."""

    __slots__ = ("unsigned",)
    symbol = "change"

    def __init__(self, change: Figure, value: Figure | Whole, basis: Figure | Whole, *, unsigned: bool = False) -> None:
        super().__init__(change, value, basis)
        self.unsigned = unsigned

    def solve(self, position: int) -> Sequence[Interval]:
        """In points first; the relative reading only between shares."""
        change, value, basis = (term.interval for term in self.terms)
        share = figure_of(self.terms[1]).is_share and figure_of(self.terms[0]).is_share
        readings = [value - basis if position == 0 else basis + change if position == 1 else value - change]
        if self.unsigned:
            readings.append(basis - value if position == 0 else basis - change if position == 1 else value + change)
        if share and not figure_of(self.terms[0]).claim.text.rstrip(" )").endswith(
            ("điểm", "điểm phần trăm", "điểm %")
        ):
            try:
                factor = change.scaled(1 / _HUNDRED) + _ONE
                readings.append([((value / basis) - _ONE).scaled(_HUNDRED), basis * factor, value / factor][position])
            except (ZeroDivisionError, IndexError):
                pass
        return readings


class Growth(Equation):
    """value = basis · (1 + growth)^steps (terms: growth in %, value, basis); `ratio_too` where the growth may be written as a ratio, `unsigned` where a fall is written without its sign."""

    __slots__ = ("ratio_too", "steps", "unsigned")
    symbol = "growth"

    def __init__(
        self,
        growth: Figure,
        value: Figure | Whole,
        basis: Figure | Whole,
        steps: int = 1,
        *,
        ratio_too: bool = False,
        unsigned: bool = False,
    ) -> None:
        super().__init__(growth, value, basis)
        self.steps = steps
        self.ratio_too = ratio_too
        self.unsigned = unsigned

    def solve(self, position: int) -> Sequence[Interval]:
        """The (annual) growth; the value it leads to; the basis it starts from."""
        growth, value, basis = (term.interval for term in self.terms)
        growth = -growth if self.unsigned else growth
        readings: list[Interval] = []
        for shift in (1, 0) if self.ratio_too else (1,):
            try:
                if position == 0:
                    quotient = value / basis
                    rate = quotient if self.steps == 1 else quotient.root(self.steps)
                    rate = rate.shifted(Decimal(-shift)).scaled(_HUNDRED)
                    readings.append(-rate if self.unsigned else rate)
                    continue
                factor = growth.scaled(1 / _HUNDRED).shifted(Decimal(shift)).power(self.steps)
                readings.append(basis * factor if position == 1 else value / factor)
            except (ZeroDivisionError, ValueError):
                continue
        return readings


class Multiple(Equation):
    """value = times · basis (terms: times, value, basis); where it `rises`, also basis + times · basis. In percent: `bằng 52%`."""

    __slots__ = ("rises", "scale")
    symbol = "multiple"

    def __init__(self, times: Figure, value: Figure | Whole, basis: Figure | Whole, *, rises: bool = False) -> None:
        super().__init__(times, value, basis)
        self.rises = rises
        self.scale = _HUNDRED if times.is_share else Decimal(1)

    def solve(self, position: int) -> Sequence[Interval]:
        """Times; value; basis; each also for the reading as a rise by so many times."""
        times, value, basis = (term.interval for term in self.terms)
        times = times.scaled(1 / self.scale)
        readings: list[Interval] = []
        for added in (0, 1) if self.rises else (0,):
            try:
                factor = times.shifted(Decimal(added))
                if position == 0:
                    readings.append((value / basis).shifted(Decimal(-added)).scaled(self.scale))
                else:
                    readings.append(basis * factor if position == 1 else value / factor)
            except ZeroDivisionError:
                continue
        return readings


class Mean(Equation):
    """mean a step = total ÷ steps (terms: mean, total)."""

    __slots__ = ("steps",)
    symbol = "mean"

    def __init__(self, mean: Figure, total: Figure, steps: int) -> None:
        super().__init__(mean, total)
        self.steps = steps

    def solve(self, position: int) -> Sequence[Interval]:
        """The mean, or the total it makes."""
        if position == 0:
            return [self.terms[1].interval / Interval.exactly(self.steps)]
        return [self.terms[0].interval.scaled(Decimal(self.steps))]


class MeanRate(Equation):
    """mean rate = (Π (1 + rate))^(1/n) − 1, or the plain mean of the rates (terms: mean rate in %, the rates of the years)."""

    __slots__ = ()
    symbol = "mean_rate"

    def solve(self, position: int) -> Sequence[Interval]:
        """The mean rate; what one year's rate must be says too little."""
        if position:
            return []
        rates = [term.interval for term in self.terms[1:]]
        count = len(rates)
        factors = [rate.scaled(1 / _HUNDRED) + _ONE for rate in rates]
        readings = [reduce(add, rates) / Interval.exactly(count)]
        with contextlib.suppress(ZeroDivisionError, ValueError):
            readings.insert(0, (reduce(mul, factors).root(count) - _ONE).scaled(_HUNDRED))
        return readings


class YearlyRate(Mean):
    """rate a year = (1 + growth over the years)^(1/years) − 1 (terms: rate a year in %, growth over all of them in %)."""

    __slots__ = ()
    symbol = "yearly_rate"

    def solve(self, position: int) -> Sequence[Interval]:
        """The rate a year, or the growth that it makes."""
        factor = self.terms[1 - position].interval.scaled(1 / _HUNDRED) + _ONE
        if position:
            return [(reduce(mul, [factor] * self.steps) - _ONE).scaled(_HUNDRED)]
        return [(factor.root(self.steps) - _ONE).scaled(_HUNDRED)]


class MonthlyMean(Mean):
    """mean a month = total ÷ months (terms: mean, total)."""

    __slots__ = ()
    symbol = "mean_month"


class MeanEach(Mean):
    """mean of each thing = total ÷ how many rows a table gives (terms: mean, total)."""

    __slots__ = ()
    symbol = "mean_each"


class Rise(Equation):
    """growth = change ÷ (value − change) (terms: growth in %, value, change): the basis is what the change leaves.

    `unsigned` where the percent stands in parentheses without a verb of its own (`giảm 18 vụ (12,5%)`).
    """

    __slots__ = ("unsigned",)
    symbol = "rise"

    def __init__(self, growth: Figure, value: Figure, change: Figure, *, unsigned: bool = False) -> None:
        super().__init__(growth, value, change)
        self.unsigned = unsigned

    def solve(self, position: int) -> Sequence[Interval]:
        """The growth; the value; the change."""
        growth, value, change = (term.interval for term in self.terms)
        if self.unsigned and figure_of(self.terms[2]).value < 0:
            growth = -growth
        try:
            if position == 0 and self.unsigned:
                rate = (change / (value - change)).scaled(_HUNDRED)
                return [-rate if figure_of(self.terms[2]).value < 0 else rate]
            if position == 0:
                return [(change / (value - change)).scaled(_HUNDRED)]
            factor = growth.scaled(1 / _HUNDRED)
            if position == 1:
                return [change * (factor + _ONE) / factor]
            return [value * factor / (factor + _ONE)]
        except ZeroDivisionError:
            return []


class MeanChange(Equation):
    """change a year = (value − basis) ÷ years (terms: change, value, basis), up or down; of shares also as an annual rate."""

    __slots__ = ("steps",)
    symbol = "mean_change"

    def __init__(self, change: Figure, value: Figure | Whole, basis: Figure | Whole, steps: int) -> None:
        super().__init__(change, value, basis)
        self.steps = steps

    def solve(self, position: int) -> Sequence[Interval]:
        """The change a year; the value; the basis."""
        change, value, basis = (term.interval for term in self.terms)
        whole = change.scaled(Decimal(self.steps))
        if position:
            return [basis + whole if position == 1 else value - whole]
        readings = [(value - basis) / Interval.exactly(self.steps)]
        with contextlib.suppress(ZeroDivisionError, ValueError):
            readings.append(((value / basis).root(self.steps) - _ONE).scaled(_HUNDRED))
        return readings
