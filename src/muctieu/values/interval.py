"""An interval of numbers: what a rounded figure may be. Takes and gives exact decimals; it never knows what the number counts.

The ends are decimals of 40 digits; an operation whose exact result is longer rounds its lower end down and its upper end
up, so that the law holds always: x ∈ A and y ∈ B ⇒ x ∘ y ∈ A ∘ B (Moore, *Interval Analysis*, 1966).
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

_MINUS = Decimal("-Infinity")
_PLUS = Decimal("Infinity")
_ZERO = Decimal(0)
_ONE = Decimal(1)
_DIGITS = 40
_down = Context(prec=_DIGITS, rounding=ROUND_FLOOR)
_up = Context(prec=_DIGITS, rounding=ROUND_CEILING)
_near = Context(prec=_DIGITS + 10, rounding=ROUND_HALF_EVEN)

_wider = Context(prec=2 * _DIGITS, rounding=ROUND_HALF_EVEN)
_FLOATS = Decimal("1e-200")
"""Above it, and below its inverse, a float is near enough to start from."""

Number = Decimal | int | Fraction


class Interval:
    """The numbers from `low` to `high`; an open end leaves the end itself out. Infinite ends are always open.

    >>> Interval.of("9.5", "10.5") - Interval.exactly(10)
    Interval('[-0.5; 0.5]')
    >>> 10 in Interval.rounded(Decimal(10), Decimal(1)), Decimal("10.5") in Interval.rounded(Decimal(10), Decimal(1))
    (True, False)
    """

    __slots__ = ("high", "high_open", "low", "low_open")
    low: Decimal
    high: Decimal
    low_open: bool
    high_open: bool

    def __init__(self, low: Decimal, high: Decimal, low_open: bool = False, high_open: bool = False) -> None:
        if (
            low.is_nan()
            or high.is_nan()
            or low > high
            or (low == high and (low_open or high_open or not low.is_finite()))
        ):
            raise ValueError(f"An interval needs a low end at or below its high end, got {low} and {high}; swap them.")
        _set(self, "low", low)
        _set(self, "high", high)
        _set(self, "low_open", low_open or low == _MINUS)
        _set(self, "high_open", high_open or high == _PLUS)

    @classmethod
    def of(cls, low: str | Decimal | int, high: str | Decimal | int) -> Interval:
        """The closed interval between two numbers."""
        return cls(Decimal(low), Decimal(high))

    @classmethod
    def exactly(cls, value: Decimal | int) -> Interval:
        """One number only."""
        return _make(Decimal(value), Decimal(value), False, False)

    @classmethod
    def rounded(cls, value: Decimal, step: Decimal) -> Interval:
        """What rounds to `value` at steps of `step`, halves away from zero: `15.02` by `0.01` is [15.015; 15.025)."""
        half = step / 2
        if value < 0:
            return _make(value - half, value + half, True, False) if half else cls.exactly(value)
        return _make(value - half, value + half, False, True) if half else cls.exactly(value)

    @classmethod
    def everything(cls) -> Interval:
        """All numbers."""
        return _make(_MINUS, _PLUS, True, True)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"An interval never changes; make a new one instead of setting {name}.")

    def __reduce__(self) -> tuple[object, ...]:
        return Interval, (self.low, self.high, self.low_open, self.high_open)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Interval):
            return NotImplemented
        return (self.low, self.high, self.low_open, self.high_open) == (
            other.low,
            other.high,
            other.low_open,
            other.high_open,
        )

    def __hash__(self) -> int:
        return hash((self.low, self.high, self.low_open, self.high_open))

    def __repr__(self) -> str:
        return f"Interval('{'(' if self.low_open else '['}{self.low}; {self.high}{')' if self.high_open else ']'}')"

    def __contains__(self, value: object) -> bool:
        if not isinstance(value, (Decimal, int, Fraction)):
            return False
        above = value > self.low if self.low_open else value >= self.low
        return above and (value < self.high if self.high_open else value <= self.high)

    @property
    def is_exact(self) -> bool:
        """Does it hold one number only?"""
        return self.low == self.high

    @property
    def width(self) -> Decimal:
        """How far its ends are apart (rounded up)."""
        return _up.subtract(self.high, self.low)

    def __neg__(self) -> Interval:
        return _make(self.high.copy_negate(), self.low.copy_negate(), self.high_open, self.low_open)

    def __add__(self, other: Interval) -> Interval:
        return _make(
            _down.add(self.low, other.low),
            _up.add(self.high, other.high),
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __sub__(self, other: Interval) -> Interval:
        return _make(
            _down.subtract(self.low, other.high),
            _up.subtract(self.high, other.low),
            self.low_open or other.high_open,
            self.high_open or other.low_open,
        )

    def shifted(self, by: Decimal) -> Interval:
        """Every number of it plus `by`."""
        return _make(_down.add(self.low, by), _up.add(self.high, by), self.low_open, self.high_open)

    def scaled(self, by: Decimal) -> Interval:
        """Every number of it times `by`."""
        if not by:
            return Interval.exactly(0)
        if by < 0:
            return (-self).scaled(-by)
        return _make(_down.multiply(self.low, by), _up.multiply(self.high, by), self.low_open, self.high_open)

    def __mul__(self, other: Interval) -> Interval:
        if self.low > 0 and other.low > 0:  # the common case, without a search
            return _make(
                _down.multiply(self.low, other.low),
                _up.multiply(self.high, other.high),
                self.low_open or other.low_open,
                self.high_open or other.high_open,
            )
        ends = [
            (a, b, _end_open(a, a_open, b, b_open))
            for a, a_open in ((self.low, self.low_open), (self.high, self.high_open))
            for b, b_open in ((other.low, other.low_open), (other.high, other.high_open))
        ]
        lows = [(_times(_down, a, b), is_open) for a, b, is_open in ends]
        highs = [(_times(_up, a, b), not is_open) for a, b, is_open in ends]
        low, low_open = min(lows)
        high, high_closed = max(highs)
        return _make(low, high, low_open, not high_closed)

    def __truediv__(self, other: Interval) -> Interval:
        """The hull of all quotients; everything where the divisor holds zero within. Raises ZeroDivisionError for [0; 0]."""
        if other.low > 0 and self.low >= 0 and other.high != _PLUS:  # the common case, without a search
            return _make(
                _down.divide(self.low, other.high),
                _up.divide(self.high, other.low),
                self.low_open or other.high_open,
                self.high_open or other.low_open,
            )
        if other.low > 0:
            low = _ZERO if other.high == _PLUS else _down.divide(_ONE, other.high)
            return self * _make(low, _up.divide(_ONE, other.low), other.high_open, other.low_open)
        if other.high < 0:
            return -(self / -other)
        if other.is_exact:
            raise ZeroDivisionError("A number cannot be divided by a figure that is exactly zero.")
        if other.low == 0:
            low = _ZERO if other.high == _PLUS else _down.divide(_ONE, other.high)
            return self * _make(low, _PLUS, other.high_open, True)
        if other.high == 0:
            return -(self / -other)
        return Interval.everything()

    def power(self, exponent: int) -> Interval:
        """Every number of it to the power of a whole number ≥ 0."""
        if exponent < 0:
            return Interval.exactly(1) / self.power(-exponent)
        if exponent == 0:
            return Interval.exactly(1)
        if exponent % 2 == 0 and self.high < 0:
            return (-self).power(exponent)
        if exponent % 2 == 0 and self.low < 0:
            high, is_open = max((self.low.copy_negate(), not self.low_open), (self.high, not self.high_open))
            return _make(_ZERO, _power(high, exponent, _up), False, not is_open)
        return _make(_power(self.low, exponent, _down), _power(self.high, exponent, _up), self.low_open, self.high_open)

    def root(self, degree: int) -> Interval:
        """Every non-negative number whose power of `degree` lies in it. Raises ValueError where the whole interval is negative.

        >>> Interval.of(8, 27).root(3)
        Interval('[2; 3]')
        """
        if degree < 1 or self.high < 0:
            raise ValueError(
                f"The root of degree {degree} of {self!r} does not exist; a value below zero has no growth rate."
            )
        low, low_open = (self.low, self.low_open) if self.low >= 0 else (_ZERO, False)
        return _make(_root(low, degree, down=True), _root(self.high, degree, down=False), low_open, self.high_open)

    def meets(self, other: Interval) -> bool:
        """Do they share a number?"""
        if self.low < other.high and other.low < self.high:
            return True
        if self.low == other.high:
            return not (self.low_open or other.high_open)
        if other.low == self.high:
            return not (other.low_open or self.high_open)
        return False

    def intersect(self, other: Interval) -> Interval | None:
        """What both hold, or None."""
        if not self.meets(other):
            return None
        low, low_open = max((self.low, self.low_open), (other.low, other.low_open))
        high, high_closed = min((self.high, not self.high_open), (other.high, not other.high_open))
        return _make(low, high, low_open, not high_closed)

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        low, low_open = min((self.low, self.low_open), (other.low, other.low_open))
        high, high_closed = max((self.high, not self.high_open), (other.high, not other.high_open))
        return _make(low, high, low_open, not high_closed)

    def distance(self, other: Interval) -> Decimal:
        """How far apart they are; zero where they meet or touch."""
        return max(_ZERO, self.low - other.high, other.low - self.high)


_set = object.__setattr__
_new = object.__new__


def _make(low: Decimal, high: Decimal, low_open: bool, high_open: bool) -> Interval:
    """An interval of ends that are known to be in order (no check: this is the hot path)."""
    interval = _new(Interval)
    _set(interval, "low", low)
    _set(interval, "high", high)
    if low == high:
        low_open = high_open = False
    _set(interval, "low_open", low_open or low == _MINUS)
    _set(interval, "high_open", high_open or high == _PLUS)
    return interval


def _end_open(a: Decimal, a_open: bool, b: Decimal, b_open: bool) -> bool:
    """Is the product of two ends left out? A closed zero times anything is reached."""
    if (a == 0 and not a_open) or (b == 0 and not b_open):
        return False
    return a_open or b_open


def _times(context: Context, a: Decimal, b: Decimal) -> Decimal:
    """a · b, where zero times an unbounded end is zero (the end itself is never reached)."""
    if not a or not b:
        return _ZERO
    return context.multiply(a, b)


def _power(value: Decimal, exponent: int, context: Context) -> Decimal:
    """value^exponent, rounded the context's way at each step (away from the truth for neither sign)."""
    if not value.is_finite():
        return value if exponent % 2 else _PLUS
    negative = value < 0
    if negative:
        context = _up if context is _down else _down
    size = value.copy_abs()
    result = size
    for _ in range(exponent - 1):
        result = context.multiply(result, size)
    return result.copy_negate() if negative and exponent % 2 else result


def _root_near(value: Decimal, degree: int) -> Decimal:
    """The root to some 50 digits: two steps of Newton's from the nearest float, which takes a tenth of the time of a power."""
    if not _FLOATS < value < 1 / _FLOATS:
        return _near.power(value, _near.divide(_ONE, Decimal(degree)))
    guess, times = Decimal(float(value) ** (1 / degree)), Decimal(degree)
    for _ in range(2):
        below = _wider.power(guess, degree - 1)
        step = _wider.divide(_wider.subtract(_wider.multiply(below, guess), value), _wider.multiply(times, below))
        guess = _wider.subtract(guess, step)
    return _near.plus(guess)


def _root(value: Decimal, degree: int, *, down: bool) -> Decimal:
    """A bound of the root: at or below it where `down`, else at or above it; exact where the root is."""
    if degree == 1 or not value or not value.is_finite():
        return value
    guess = _root_near(value, degree)
    short = (_down if down else _up).plus(guess)
    rounded = Context(prec=_DIGITS - 5, rounding=ROUND_HALF_EVEN).plus(guess).normalize()
    wide = Context(prec=_DIGITS * degree + 10)
    exact = wide.power(rounded, degree)
    if exact == value:
        return rounded
    return short.next_minus(_down) if down else short.next_plus(_up)
