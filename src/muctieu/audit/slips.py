"""What kind of slip turns one number into another? Takes what is stated and what is expected, names the slip.

The kinds are those that officers make (after the error taxonomies of statistical editing: De Waal, Pannekoek and Scholtus, *Handbook of Statistical Data
Editing*, 2011, ch. 11): digits swapped, a digit mistyped, lost or doubled, a separator misplaced, a sign lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from muctieu.values.interval import Interval

_SCALES = tuple(Decimal(10) ** power for power in (1, 2, 3, 6, -1, -2, -3, -6))


def slip_between(stated: Decimal, resolution: Decimal, expected: Interval) -> tuple[str, Decimal] | None:
    """The simplest slip that leads from a value within `expected` to what is stated, with that value, or None.

    >>> slip_between(Decimal("90.47"), Decimal("0.01"), Interval.of("90.7395", "90.7444"))
    ('swapped', Decimal('90.74'))
    """
    unswapped = _unswapped(stated, resolution, expected)
    if unswapped is not None:
        return "swapped", unswapped
    if -stated in expected:
        return "sign", -stated
    if expected.low.is_infinite() or expected.high.is_infinite():
        return None
    middle = Interval.rounded((expected.low + expected.high) / 2, resolution)
    low, high = min(expected.low, middle.low), max(expected.high, middle.high)
    for scale in _SCALES:
        value = stated * scale
        if low <= value <= high and (value in expected or value in middle):
            return "separator", value
    for value in (stated + resolution, stated - resolution):
        if value in middle:
            return "off_by_one", value
    return _one_digit(stated, resolution, middle)


def is_swapped(stated: Decimal, resolution: Decimal, expected: Interval) -> bool:
    """Do two neighbouring digits the other way round lead from a value within `expected` to what is stated?

    >>> is_swapped(Decimal("90.47"), Decimal("0.01"), Interval.of("90.7395", "90.7444"))
    True
    """
    return _unswapped(stated, resolution, expected) is not None


def _unswapped(stated: Decimal, resolution: Decimal, expected: Interval) -> Decimal | None:
    """What is stated, with the two neighbouring digits the other way round that bring it there."""
    digits, sign = _digits(stated, resolution)
    low, high = expected.low - resolution, expected.high + resolution  # what lies farther off meets it in no way
    for swapped in _swaps(digits):
        value = sign * swapped * resolution
        if not low <= value <= high:
            continue
        if value in expected or Interval.rounded(value, resolution).meets(expected):
            return value
    return None


def _digits(stated: Decimal, resolution: Decimal) -> tuple[str, int]:
    """The digits as they are written, and the sign."""
    return str(int(abs(stated) / resolution)) if resolution else "0", -1 if stated < 0 else 1


def _swaps(digits: str) -> Iterator[int]:
    """The numbers of these digits with two neighbours the other way round."""
    for at in range(len(digits) - 1):
        if digits[at] != digits[at + 1]:
            yield int(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :])


def _one_digit(stated: Decimal, resolution: Decimal, middle: Interval) -> tuple[str, Decimal] | None:
    """The number of as many digits, one of them another, that is in an interval of one step: there is at most one number to compare with."""
    if not resolution:
        return None
    digits, sign = _digits(stated, resolution)
    nearest = int(((middle.low + middle.high) / 2 / resolution).to_integral_value())
    for steps in (nearest - 1, nearest, nearest + 1):
        wanted = str(abs(steps))
        value = steps * resolution
        alike = steps * sign >= 0 and len(wanted) == len(digits) and value in middle
        if alike and sum(one != other for one, other in zip(digits, wanted, strict=True)) == 1:
            return "digit", value
    return None
