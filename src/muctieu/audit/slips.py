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
    middle = Interval.rounded((expected.low + expected.high) / 2, resolution)
    for kind, value in _candidates(stated, resolution):
        if value in expected or (kind == "swapped" and Interval.rounded(value, resolution).meets(expected)):
            if kind in ("off_by_one", "digit") and value not in middle:
                continue
            return kind, value
        if kind in ("off_by_one", "digit", "separator") and value in middle:
            return kind, value
    return None


def _candidates(stated: Decimal, resolution: Decimal) -> Iterator[tuple[str, Decimal]]:
    """What a figure was before one slip, the likeliest slips first."""
    steps = int(abs(stated) / resolution) if resolution else 0
    digits = str(steps)
    sign = -1 if stated < 0 else 1
    for at in range(len(digits) - 1):
        if digits[at] != digits[at + 1]:
            swapped = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
            yield "swapped", sign * int(swapped) * resolution
    yield "sign", -stated
    for scale in _SCALES:
        yield "separator", stated * scale
    yield "off_by_one", stated + resolution
    yield "off_by_one", stated - resolution
    for at, digit in enumerate(digits):
        for other in "0123456789":
            if other != digit and not (at == 0 and other == "0" and len(digits) > 1):
                yield "digit", sign * int(digits[:at] + other + digits[at + 1 :]) * resolution
