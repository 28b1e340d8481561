"""What makes a figure look like a slip: it lies outside its bounds, far from those before it, or is less sure than what it would replace.

Takes a figure and what is known of its series; gives warnings that a person can confirm. Writes nothing.

Far means either: more than 50% away from the figure before it of the same length (the same period a year before, of what is
gathered within a year); or its step from there is more than 4 robust deviations (1.4826 times the median absolute deviation,
Hampel 1974) from the median of at least 5 earlier steps, and more than 5% of the figure before.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from statistics import median

from muctieu.observations import STATUSES, Observation
from muctieu.scoreboard.words import quantity
from muctieu_web.access import Refused
from muctieu_web.store.models import Indicator

FAR = Decimal("0.5")
DEVIATIONS, MAD_TO_SIGMA = Decimal(4), Decimal("1.4826")
LEAST_STEPS, LEAST_SHARE = 5, Decimal("0.05")


def warnings(
    indicator: Indicator, one: Observation, known: Sequence[Observation], field: str = "value"
) -> list[Refused]:
    """`known`: what stands of the indicator in the place, in order of time."""
    found = [_out_of_bounds(indicator, one, field), _far(indicator, one, known, field), _less_sure(one, known)]
    return [warning for warning in found if warning is not None]


def _warning(field: str, vi: str, en: str) -> Refused:
    return Refused(field=field, reason_vi=vi, reason_en=en, may_confirm=True)


def _out_of_bounds(indicator: Indicator, one: Observation, field: str) -> Refused | None:
    low, high = indicator.lower, indicator.upper
    if (low is None or one.value >= low) and (high is None or one.value <= high):
        return None
    bound = low if low is not None and one.value < low else high
    assert bound is not None  # one of the two was passed
    return _warning(
        field, f"{quantity(one.value, indicator.unit)} ra ngoài giới hạn {quantity(bound, indicator.unit)} của chỉ tiêu.",
        f"{quantity(one.value, indicator.unit, 'en')} is beyond the indicator's bound of {quantity(bound, indicator.unit, 'en')}.",
    )  # fmt: skip


def _far(indicator: Indicator, one: Observation, known: Sequence[Observation], field: str) -> Refused | None:
    before = comparable(one, known)
    if not before:
        return None
    last, step = before[-1], one.value - before[-1].value
    far = bool(last.value) and abs(step) > FAR * abs(last.value)
    if not far and not _strange(step, before):
        return None
    vi, en = quantity(last.value, indicator.unit), quantity(last.value, indicator.unit, "en")
    return _warning(
        field, f"{quantity(one.value, indicator.unit)} khác xa số trước đó ({last.period.vietnamese()}: {vi}).",
        f"{quantity(one.value, indicator.unit, 'en')} is far from the figure before it ({last.period.english()}: {en}).",
    )  # fmt: skip


def comparable(one: Observation, known: Sequence[Observation]) -> list[Observation]:
    """Earlier figures that a figure can be held against: of whole years the years; else the same part of each year."""
    earlier = [other for other in known if other.until <= one.first and other.period.kind == one.period.kind]
    same = (one.first.month, one.first.day, one.period.days // 28)
    return [other for other in earlier if (other.first.month, other.first.day, other.period.days // 28) == same]


def _strange(step: Decimal, before: Sequence[Observation]) -> bool:
    steps = [later.value - earlier.value for earlier, later in pairwise(before)]
    if len(steps) < LEAST_STEPS or abs(step) <= LEAST_SHARE * abs(before[-1].value):
        return False
    middle = median(steps)
    deviation = median(abs(other - middle) for other in steps) * MAD_TO_SIGMA
    return deviation > 0 and abs(step - middle) > DEVIATIONS * deviation


def _less_sure(one: Observation, known: Sequence[Observation]) -> Refused | None:
    stands = next((other for other in known if (other.first, other.until) == (one.first, one.until)), None)
    if stands is None or STATUSES.index(one.status) >= STATUSES.index(stands.status):
        return None
    return _warning(
        "status", "Kỳ này đã có số chắc chắn hơn; số mới vẫn được ghi lại nhưng chưa thay số đang dùng.",
        "This period has a surer figure; the new one is recorded, but does not replace the one in use.",
    )  # fmt: skip
